"""Studies: products of sweeps, Monte Carlo, search and simulation over many scenarios, on many machines.

`declared` reads what a study asks for, `cases` and `layout` say what there is to compute and in which chunks,
`compute` makes a chunk and `columns` its file, `run` hands chunks out over Dask and `dataset` reads what came
out. A chunk is known by its number: what is in it follows from the study alone, so that neither the number of
workers nor their order moves a figure, and a study goes on after any of them has gone.
"""

from engine.study.errors import StudyError

__all__ = ["StudyError"]
