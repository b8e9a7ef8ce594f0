"""The model judged: measured points of other people's benchmarks, each predicted and compared.

`points` reads a file, `mapping` makes the scenario of a row, `predict` evaluates all of them with the
ordinary engine, `report` tells how wrong it was. Nothing here knows a fit: one engine for all rows.
"""
