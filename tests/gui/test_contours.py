"""Geometry of a surface: filled gaps, iso-lines, regions, and words that keep clear of them."""

import numpy as np
import pytest

from gui.plotting.contours import Contours, Gaps, cut_out, densify, fill_gaps, join, soften
from gui.plotting.placement import Occupancy, beside, best, best_of
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


def test_densified_line_keeps_its_ends_and_its_breaks():
    line = join([np.array([[0.0, 0.0], [10.0, 0.0]]), np.array([[20.0, 5.0], [20.0, 25.0]])])
    fine = densify(line, 1.0)
    known = fine[np.isfinite(fine[:, 0])]
    assert known[0].tolist() == [0.0, 0.0]
    assert known[-1].tolist() == [20.0, 25.0]
    assert np.isnan(fine[:, 0]).sum() >= 1
    assert np.nanmax(np.hypot(*np.diff(fine, axis=0).T)) <= 1.0 + 1e-9


def test_gap_for_a_label_is_cut_out_of_its_line_only():
    line = np.array([[0.0, 50.0], [100.0, 50.0]])
    cut = cut_out(line, 50.0, 50.0, 20.0, 15.0)
    known = cut[np.isfinite(cut[:, 0])]
    assert not np.any(np.abs(known[:, 0] - 50.0) < 9.0)
    assert known[:, 0].min() == 0.0
    assert known[:, 0].max() == 100.0
    assert cut_out(line, 50.0, 90.0, 20.0, 15.0) is line


def test_a_gap_beside_a_break_joins_nothing():
    # The second piece begins within the label's reach: what parts both pieces must stay.
    line = join([np.array([[90.0, 0.0], [90.0, 9.0]]), np.array([[40.0, 50.0], [60.0, 50.0], [99.0, 50.0]])])
    cut = cut_out(line, 50.0, 50.0, 12.0, 15.0)
    steps = np.hypot(*np.diff(cut, axis=0).T)
    assert np.nanmax(steps) <= 39.0
    known = cut[np.isfinite(cut[:, 0])].tolist()
    assert known == [
        [90.0, 0.0],
        [90.0, 9.0],
        [40.0, 50.0],
        [44.0, 50.0],
        [56.0, 50.0],
        [60.0, 50.0],
        [99.0, 50.0],
    ]


def test_what_lies_wholly_under_a_label_goes():
    line = np.array([[48.0, 50.0], [52.0, 50.0], [52.0, 90.0], [53.0, 90.0], [50.0, 55.0]])
    cut = cut_out(line, 50.0, 50.0, 20.0, 15.0)
    known = cut[np.isfinite(cut[:, 0])]
    assert known[:, 1].min() == pytest.approx(57.5)
    assert [52.0, 90.0] in known.tolist()


def test_words_find_no_room_on_a_line_or_past_the_edge():
    taken = Occupancy(200, 100)
    taken.add_line(np.array([[0.0, 50.0], [200.0, 50.0]]))
    centres = np.array([[100.0, 50.0], [100.0, 20.0], [5.0, 20.0], [100.0, 62.0]])
    assert taken.free(centres, 40, 15).tolist() == [False, True, False, True]


def test_a_later_box_takes_room_of_its_branch_only():
    taken = Occupancy(200, 100)
    branch = taken.branch()
    branch.add_box(100, 20, 40, 15)
    centre = np.array([[110.0, 25.0]])
    assert not branch.free(centre, 20, 10)[0]
    assert taken.free(centre, 20, 10)[0]


def test_best_centre_is_the_free_one_of_lowest_rank():
    ranks = np.array([1.0, 2.0, 3.0])
    assert best(ranks, np.array([False, True, True])) == 1
    assert best(ranks, np.zeros(3, bool)) is None


@pytest.mark.parametrize("taken", [0, 30, 64, 200, 400])
def test_the_best_centre_is_found_however_many_better_ones_are_taken(taken):
    rank = np.random.default_rng(5).permutation(300).astype(float)
    found = best_of(rank, lambda which: rank[which] >= taken)
    assert found == best(rank, rank >= taken)
    assert found is None or rank[found] == taken


def test_chips_stand_beside_their_line_and_not_on_it():
    line = np.array([[50.0, 0.0], [50.0, 100.0]])
    centres, sides, gaps = beside(line, 30.0, 16.0)
    near = gaps == gaps.min()
    assert np.all(centres[(sides == 0) & near][:, 0] == 50.0 + 15.0 + gaps.min())
    assert np.all(centres[(sides == 1) & near][:, 0] == 50.0 - 15.0 - gaps.min())


def test_a_slanting_line_finds_room_for_its_chip_farther_off():
    line = np.array([[0.0, 0.0], [200.0, 200.0]])
    taken = Occupancy(300, 200)
    taken.add_line(line)
    centres, _, _ = beside(line, 60.0, 16.0)
    assert taken.free(centres, 60.0, 16.0).any()


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
