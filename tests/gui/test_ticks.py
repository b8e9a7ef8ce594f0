"""Figures along axes: enough of them, inside, rising and told apart, however near one comes."""

import math
from itertools import pairwise
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.plotting import text, ticks
from gui.plotting.chain_job import dollars
from gui.plotting.ladder_job import saving
from gui.plotting.scales import AxisScale, Range, tight_range
from gui.plotting.surface_job import Plot
from gui.views.surfaces_slices import slice_ticks

ENDS = st.floats(1e-9, 1e12)
#: From a part in a million of the value to nine decades.
SPANS = st.floats(1e-6, 20.0)


def _inside(found: tuple[float, ...], low: float, high: float) -> None:
    assert len(found) >= 3
    assert all(a < b for a, b in pairwise(found))
    assert found[0] >= low * (1 - 1e-8)
    assert found[-1] <= high * (1 + 1e-8)


@given(ENDS, SPANS)
def test_every_scale_names_three_figures_within_its_ends(low: float, span: float) -> None:
    high = low * math.exp(span)
    _inside(Range(low, high, "log").ticks(), low, high)
    _inside(Range(low, high, "linear").ticks(), low, high)
    _inside(ticks.log_ticks(low, high), low, high)
    _inside(ticks.axis_ticks(low, high, log=True), low, high)
    _inside(ticks.axis_ticks(low, high, log=False), low, high)
    _inside(ticks.finer(low, high, log=True), low, high)


@pytest.mark.parametrize(
    ("key", "low", "high"),
    [
        ("workload.input_tokens", 6000.0, 6042.0),
        ("workload.input_tokens", 5990.0, 6010.0),
        ("accelerator.rent", 2.599, 2.602),
        ("workload.peak_to_mean", 3.0001, 3.0009),
        ("workload.cached_share", 0.40001, 0.40009),
        ("workload.output_tokens", 8.0, 16.0),
    ],
)
def test_an_axis_seen_from_near_names_three_figures_that_differ(key: str, low: float, high: float) -> None:
    scale = AxisScale.of(key, 96, (low + high) / 2, (low, high))
    named = scale.ticks()
    assert len(named) >= 3
    assert len({said for _, said in named}) == len(named)
    assert all(-1e-6 <= at <= 1 + 1e-6 for at, _ in named)


def test_a_wide_axis_keeps_its_short_figures() -> None:
    assert [said for _, said in AxisScale.of("workload.input_tokens", 96, 6000.0).ticks()] == [
        "0.5k", "1k", "2k", "4k", "8k", "16k", "32k",
    ]  # fmt: skip
    assert ticks.told_apart([1.0, 1.0], lambda value, more: f"{value:.{1 + more}g}") == ["1", "1"]


def test_thinning_leaves_two_figures_and_nought() -> None:
    assert ticks.thinned([-2.0, 0.0, 2.0], 2) == [-2.0, 0.0, 2.0]
    assert ticks.thinned([-4.0, -2.0, 0.0, 2.0], 2) == [-4.0, 0.0]
    assert ticks.thinned([1.0, 2.0, 5.0, 10.0, 20.0], 3) == [1.0, 5.0, 20.0]
    assert ticks.thinned([1.0, 10.0], 1) == [1.0, 10.0]
    assert ticks.thinned([3.0], 4) == [3.0]


def test_a_figure_that_hardly_moves_gets_no_range_finer_than_its_words() -> None:
    values = np.full(50, 123.456) * (1.0 + 1e-12 * np.arange(50))
    for key in ("utilization", "gross_margin"):
        scale = tight_range(key, values)
        assert scale.high - scale.low > 1e-5 * 123.0


@pytest.mark.parametrize("limit", [15.0, 25.0, 45.0, 65.0, 95.0])
def test_a_slice_names_two_figures_clear_of_its_limit(limit: float) -> None:
    scale = Range(10.0, 100.0, "log")
    found = slice_ticks(cast(Plot, SimpleNamespace(scale=scale, marks=((limit, "limit"),))))
    assert len(found) == 2
    assert scale.at(found[1]) - scale.at(found[0]) > 0.28
    assert all(not 0.0 <= scale.at(limit) - scale.at(value) < 0.17 for value in found)


def test_small_and_large_figures_are_written_without_exponents() -> None:
    assert [text.short(v) for v in (6e-5, -4e-6, 1.5e-5, 0.05, 0.0, 2e6)] == [
        "0.00006", "\u22120.000004", "0.000015", "0.05", "0", "2M",
    ]  # fmt: skip
    assert (saving(1.0, 1.12), saving(1e-6, 0.574)) == ("+12 %", "+57.4M %")
    assert saving(1.0, 0.881) == "\u221211.9 %"
    assert dollars(-1.64e15) == "\u2212$1,640T"
