"""Overheads of serving engines, fitted on measured points: the problem, its solution, the judgement."""
