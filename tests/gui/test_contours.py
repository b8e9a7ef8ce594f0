"""Geometry of a surface: filled gaps, iso-lines, regions."""

import numpy as np
import pytest

from gui.plotting.contours import Contours, Gaps, fill_gaps, soften
from gui.plotting.scales import AxisScale, Range, choose_range, tight_range


def plane(rows=20, columns=30):
    y, x = np.mgrid[0:rows, 0:columns]
    return x + 2.0 * y


def test_filled_gaps_follow_the_slope_and_leave_known_cells_alone():
    field = plane()
    holed = field.copy()
    holed[:, 26:] = np.nan
    filled = fill_gaps(holed)
    assert np.array_equal(filled[:, :26], field[:, :26])
    assert np.allclose(filled[:, 26:29], field[:, 26:29])


def test_rows_without_any_value_are_filled_from_the_nearest_row():
    holed = plane()
    holed[15:] = np.nan
    filled = fill_gaps(holed)
    assert np.isfinite(filled).all()
    assert np.allclose(filled[16], plane()[16])


def test_a_field_without_any_value_becomes_zeros():
    assert np.array_equal(fill_gaps(np.full((4, 5), np.nan)), np.zeros((4, 5)))


def test_one_known_cell_fills_everything_with_its_value():
    holed = np.full((4, 5), np.nan)
    holed[2, 3] = 7.0
    assert np.array_equal(fill_gaps(holed), np.full((4, 5), 7.0))


def test_gaps_serve_several_fields_of_one_mask():
    known = np.ones((6, 8), bool)
    known[:, 5:] = False
    gaps = Gaps(known)
    for field in (plane(6, 8), 3.0 * plane(6, 8)):
        assert np.allclose(
            gaps.fill(np.where(known, field, np.nan)), fill_gaps(np.where(known, field, np.nan))
        )


def test_an_iso_line_lies_where_the_field_has_its_level_with_y_downwards():
    field = np.tile(np.linspace(0.0, 1.0, 50), (40, 1))
    line = Contours(field, 200, 100).line(0.25)
    assert np.allclose(line[:, 0], 50.0)
    upward = np.tile(np.linspace(0.0, 1.0, 40)[:, None], (1, 50))
    assert np.allclose(Contours(upward, 200, 100).line(0.25)[:, 1], 75.0)


def test_a_level_nowhere_reached_gives_an_empty_line_and_area():
    made = Contours(plane(), 200, 100)
    assert made.line(1e6).shape == (0, 2)
    assert made.above(1e6).empty


def test_area_above_a_level_has_the_share_of_the_plot_it_should():
    field = np.tile(np.linspace(0.0, 1.0, 50), (40, 1))
    area = Contours(field, 200, 100).above(0.25)
    x, y = area.points.T
    shoelace = 0.5 * abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))
    assert shoelace == pytest.approx(0.75 * 200 * 100, rel=0.02)


def test_softened_edge_runs_straight_where_the_mask_has_steps():
    y, x = np.mgrid[0:60, 0:60]
    line = Contours(soften(x > 0.5 * y + 10), 590, 590).line(0.5)
    inner = line[(line[:, 1] > 100) & (line[:, 1] < 490)]
    expected = 10 * (0.5 * (590 - inner[:, 1]) / 10 + 10.25)
    assert np.abs(inner[:, 0] - expected).max() < 6.0


# scales ---------------------------------------------------------------------------------------------


def test_designed_range_stays_for_as_long_as_it_serves():
    values = np.geomspace(0.6, 18.0, 500)
    assert choose_range("cost_per_output_token", values, None) == Range(0.5, 20.0, "log")


def test_range_gives_way_to_values_beyond_it_and_back_only_for_good_reason():
    high = np.geomspace(30.0, 900.0, 500)
    moved = choose_range("cost_per_output_token", high, Range(0.5, 20.0, "log"))
    assert moved.low <= 33.0
    assert moved.high >= 800.0
    assert choose_range("cost_per_output_token", high * 1.02, moved) == moved


def test_great_losses_leave_the_margin_range_as_designed():
    assert choose_range("gross_margin", np.linspace(-4000.0, 30.0, 400), None) == Range(
        -100, 100, "diverging"
    )


def test_small_margins_get_a_finer_range():
    assert choose_range("gross_margin", np.linspace(-4.0, 9.0, 400), None).high <= 20.0


def test_margin_range_stays_even_about_zero():
    found = choose_range("gross_margin", np.linspace(-900.0, 30.0, 400), None)
    assert found.kind == "diverging"
    assert found.low == -found.high


@pytest.mark.parametrize(
    "values", [np.full(9, 3.0), np.array([np.nan, np.nan]), np.zeros(4), np.array([5.0])]
)
@pytest.mark.parametrize("key", ["cost_per_output_token", "gross_margin", "utilization", "capex"])
def test_odd_values_still_give_a_range_that_rises(key, values):
    for found in (choose_range(key, values, None), tight_range(key, values)):
        assert found.low < found.high
        assert np.isfinite(found.unit(np.array([found.low, found.high]))).all()


def test_values_beyond_the_range_take_the_end_colours():
    made = Range(1.0, 100.0, "log")
    assert made.index(np.array([0.01, 1.0, 10.0, 100.0, 1e6])).tolist() == [0, 0, 128, 255, 255]


def test_levels_keep_clear_of_a_threshold():
    assert 50.0 not in Range(10.0, 100.0, "log").levels(10.0, 100.0, avoid=(50.5,))


@pytest.mark.parametrize(
    ("key", "value"),
    [("deployment.concurrency", 48.0), ("workload.input_tokens", 6000.0), ("facility.pue", 1.3)],
)
def test_axis_gives_back_the_value_it_placed(key, value):
    scale = AxisScale.of(key, 96, value)
    assert scale.value(scale.place(value)) == pytest.approx(value, rel=1e-6)


def test_axis_stretches_to_hold_a_value_beyond_the_usual_range():
    scale = AxisScale.of("workload.input_tokens", 96, 100_000.0)
    assert 0.0 <= scale.place(100_000.0) <= 1.0


def test_choice_stands_as_columns_that_give_back_their_option():
    scale = AxisScale.of("precision.weights", 96, "fp8")
    assert scale.columns
    assert scale.value(scale.place("fp8")) == "fp8"
