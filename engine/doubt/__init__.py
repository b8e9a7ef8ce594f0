"""Doubt: distributions of inputs, quasi-random samples, what drives a figure, and what it rests on.

Distributions and correlations are kept in scenarios (`engine.uncertainty`); nothing here is stored.
"""

from engine.doubt.case import Case, percentile_case
from engine.doubt.entry import entry_text, middle, parse_entry, tenths, words
from engine.doubt.indices import Index, Indices, evidence, indices, sobol
from engine.doubt.inputs import GRADE_WORDS, GUESSES, Doubted, by_source, doubted, grade_of
from engine.doubt.quantiles import Shape, checked, shape_of
from engine.doubt.samples import FULL, LIVE, NoDoubtError, Plan, Samples, prepared, sample
from engine.doubt.statistics import (
    Convergence,
    Estimate,
    Summary,
    convergence,
    earns,
    holds,
    obstacles,
    rank_correlation,
    summary,
)
from engine.doubt.surface import Chances, chances
from engine.doubt.tornado import Bar, Tornado, tornado

__all__ = [
    "FULL",
    "GRADE_WORDS",
    "GUESSES",
    "LIVE",
    "Bar",
    "Case",
    "Chances",
    "Convergence",
    "Doubted",
    "Estimate",
    "Index",
    "Indices",
    "NoDoubtError",
    "Plan",
    "Samples",
    "Shape",
    "Summary",
    "Tornado",
    "by_source",
    "chances",
    "checked",
    "convergence",
    "doubted",
    "earns",
    "entry_text",
    "evidence",
    "grade_of",
    "holds",
    "indices",
    "middle",
    "obstacles",
    "parse_entry",
    "percentile_case",
    "prepared",
    "rank_correlation",
    "sample",
    "shape_of",
    "sobol",
    "summary",
    "tenths",
    "tornado",
    "words",
]
