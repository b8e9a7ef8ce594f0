"""Words keep clear of lines, edges and each other, and iso-lines make room for them."""

import math
from itertools import pairwise

import numba
import numpy as np
import pytest

from engine.drivers import precompile
from gui.app import DRAWN
from gui.plotting import placement
from gui.plotting.contours import Contours, join
from tests import naive_placement as naive

SIZE = np.array([320.0, 260.0])
NONE = np.zeros((0, 2))
RIGHT, LEFT = (0.0, 40.0, 70.0, 70.0), (40.0, 0.0, 70.0, 70.0)


def cut(line, *box):
    out = np.empty((4 * len(line) + 4, 2))
    return out[: placement._cut(np.asarray(line, float), 0, len(line), box, out, 0)]


def known(line):
    return line[np.isfinite(line[:, 0])]


def grid(line, size=SIZE):
    sums = np.zeros((int(size[1] / 2) + 1, int(size[0] / 2) + 2))
    placement._draw(line, sums)
    placement._sum_up(sums)
    return sums


def is_free(x, y, wide, high, line, boxes=()):
    taken = np.array(boxes, float).reshape(-1, 4)
    return placement._free(x, y, wide, high, SIZE, taken, len(taken), grid(line))


# gaps ---------------------------------------------------------------------------------------------


def test_gap_for_a_label_is_cut_out_of_its_line_only():
    line = np.array([[0.0, 50.0], [100.0, 50.0]])
    assert known(cut(line, 50.0, 50.0, 20.0, 15.0)).tolist() == [[0, 50], [40, 50], [60, 50], [100, 50]]
    assert np.array_equal(cut(line, 50.0, 90.0, 20.0, 15.0), line)


def test_a_gap_beside_a_break_joins_nothing():
    # The second piece begins within the label's reach: what parts both pieces must stay.
    line = join([np.array([[90.0, 0.0], [90.0, 9.0]]), np.array([[40.0, 50.0], [60.0, 50.0], [99.0, 50.0]])])
    made = cut(line, 50.0, 50.0, 12.0, 15.0)
    assert np.nanmax(np.hypot(*np.diff(made, axis=0).T)) <= 39.0
    assert known(made).tolist() == [[90, 0], [90, 9], [40, 50], [44, 50], [56, 50], [60, 50], [99, 50]]


def test_what_lies_wholly_under_a_label_goes():
    line = np.array([[48.0, 50.0], [52.0, 50.0], [52.0, 90.0], [53.0, 90.0], [50.0, 55.0]])
    left = known(cut(line, 50.0, 50.0, 20.0, 15.0))
    assert left[:, 1].min() == pytest.approx(57.5)
    assert [52.0, 90.0] in left.tolist()


def test_whatever_is_cut_no_piece_of_a_line_runs_through_the_gap_and_none_is_lost_outside():
    rng = np.random.default_rng(3)
    for _ in range(200):
        line = np.cumsum(rng.normal(0, 9, (40, 2)), axis=0) + 100
        line[rng.random(40) < 0.1] = np.nan
        x, y, wide, high = 100.0, 100.0, rng.uniform(5, 60), rng.uniform(5, 40)
        made = cut(line, x, y, wide, high)
        for one, other in pairwise(made):
            middle = (one + other) / 2
            inside = np.abs(middle - (x, y)) < np.array([wide, high]) / 2 - 1e-6
            assert not inside.all()
        # Every point that was outside is still there.
        kept = {tuple(row) for row in known(made).tolist()}
        outside = known(line)
        outside = outside[(np.abs(outside - (x, y)) > np.array([wide, high]) / 2).any(axis=1)]
        assert {tuple(row) for row in outside.tolist()} <= kept


# room ---------------------------------------------------------------------------------------------


def test_words_find_no_room_on_a_line_or_past_the_edge():
    level = np.array([[0.0, 50.0], [320.0, 50.0]])
    assert [is_free(x, y, 40, 15, level) for x, y in ((100, 50), (100, 20), (5, 20), (100, 62))] == [
        False, True, False, True,
    ]  # fmt: skip


def test_words_find_no_room_on_a_box():
    assert not is_free(110, 25, 20, 10, NONE, [(100, 20, 40, 15)])
    assert is_free(131, 25, 20, 10, NONE, [(100, 20, 40, 15)])


def test_a_line_parted_by_a_break_takes_nothing_in_between():
    parted = join([np.array([[0.0, 50.0], [100.0, 50.0]]), np.array([[200.0, 50.0], [320.0, 50.0]])])
    assert is_free(150, 50, 40, 15, parted)
    assert not is_free(150, 50, 120, 15, parted)


def test_lines_outside_the_plot_take_nothing():
    assert grid(np.array([[-90.0, -50.0], [-10.0, -3.0], [900.0, 50.0]]))[:, -1].sum() < 200
    assert grid(np.array([[-90.0, -50.0], [-10.0, -30.0]])).sum() == 0


def test_a_chip_stands_right_of_an_upright_line_at_the_height_asked_for():
    upright = np.array([[100.0, 0.0], [100.0, 260.0]])
    asked = np.array([[30.0, 16.0, 60.0, *RIGHT]])
    found = placement._chip_spot(upright, asked, 0, SIZE, np.zeros((1, 4)), 0, grid(upright))
    assert (found.x, found.y, found.side) == (100 + 15 + 5, 60, 0)


def test_a_chip_goes_to_the_other_side_where_there_is_no_room():
    upright = np.array([[300.0, 0.0], [300.0, 260.0]])
    asked = np.array([[30.0, 16.0, 60.0, *RIGHT]])
    found = placement._chip_spot(upright, asked, 0, SIZE, np.zeros((1, 4)), 0, grid(upright))
    assert (found.x, found.side) == (300 - 15 - 5, 1)


def test_a_slanting_line_finds_room_for_its_chip_farther_off():
    slanting = np.array([[0.0, 0.0], [250.0, 250.0]])
    asked = np.array([[60.0, 16.0, 60.0, *RIGHT]])
    found = placement._chip_spot(slanting, asked, 0, SIZE, np.zeros((1, 4)), 0, grid(slanting))
    assert math.isfinite(found.rank)
    assert naive.free((found.x, found.y, 60, 16), SIZE, [], naive.cells([slanting], SIZE))


def test_the_guide_runs_along_the_gradient_beside_the_centre():
    field = np.tile(np.linspace(0.0, 1.0, 12), (9, 1))
    x, y, across, down = placement.guide(field, SIZE)
    assert (across, down) == (0.0, 1.0)
    assert (x, y) == (160.0, 130.0 + 0.16 * 260.0)


# the whole ----------------------------------------------------------------------------------------


class Case:
    """Three plots of random fields with random limits, boxes and stops."""

    def __init__(self, seed):
        rng = np.random.default_rng(seed)
        self.fields = [self._field(rng) for _ in range(3)]
        self.able = np.where(self._field(rng) > 0.9, -1.0, self._field(rng) < 0.6)
        self.red, self.ink, self.ghosts = (Contours(self._field(rng), *SIZE).line(0.4) for _ in range(3))
        self.boxes = np.column_stack([rng.uniform(20, 240, (4, 2)), rng.uniform(4, 80, (4, 2))])
        self.own = rng.uniform(20, 90, (2, 3))
        self.chips = np.array(
            [
                [self.own[0].max(), 16.0, 0.905 * SIZE[1], *LEFT],
                [self.own[1].max(), 16.0, 0.04 * SIZE[1], *RIGHT],
            ]
        )
        self.levels = [np.linspace(0.2, 0.8, 5).tolist() if seed % 4 else [] for _ in self.fields]
        self.lines = [
            (plot, line)
            for plot, field in enumerate(self.fields)
            for level in self.levels[plot]
            if len(line := Contours(field, *SIZE).line(level))
        ]
        self.wide = rng.uniform(20, 60, len(self.lines))

    @staticmethod
    def _field(rng):
        y, x = np.mgrid[0:24, 0:31] / 24
        a, b, c, d = rng.uniform(-1, 1, 4)
        field = a * x + b * y + 0.3 * np.sin(6 * c * x + 4 * d * y)
        return (field - field.min()) / np.ptp(field)

    def arranged(self):
        behind = np.array([len(line) for _, line in self.lines], int).cumsum()
        rows = [
            [stop - len(line), stop, plot, wide]
            for (plot, line), stop, wide in zip(self.lines, behind, self.wide, strict=True)
        ]
        return placement.arrange(
            SIZE, self.boxes, (join([self.red, self.ink]), self.ghosts), (self.red, self.ink), self.chips,
            self.own, self.able, np.array([placement.guide(f, SIZE) for f in self.fields]),
            np.concatenate([line for _, line in self.lines]) if self.lines else NONE,
            np.array(rows, float).reshape(-1, 4), 15.0, 15.0,
        )  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_words_stand_where_the_plain_way_puts_them(seed):
    case = Case(seed)
    places, labels, made, ends = case.arranged()
    firm = naive.cells([case.red, case.ink], SIZE)
    every = firm | naive.cells([case.ghosts], SIZE)
    boxes, chips = case.boxes.tolist(), []
    for which, line in enumerate((case.red, case.ink)):
        found = naive.chip(line.tolist(), case.chips[which], SIZE, boxes, firm) if len(line) > 1 else None
        chips.append(found)
        if found is None:
            assert np.isnan(places[which]).all()
            continue
        boxes.append((found[1], found[2], case.chips[which, 0] + 4, 20.0))
        # Of equal ranks either will do.
        x, y = places[which, np.argmax(case.own[which])], places[which, -1]
        assert naive.free((x, y, case.chips[which, 0], 16.0), SIZE, boxes[:-1], firm)
        assert abs(y - case.chips[which, 2]) <= found[0]
    _labels_agree(case, places, labels, every, firm)
    for i, (_, line) in enumerate(case.lines):
        piece = made[int(ends[i]) : int(ends[i + 1])]
        box = () if math.isnan(labels[i, 0]) else (labels[i, 0], labels[i, 1], labels[i, 2] + 6.0, 15.0)
        assert np.array_equal(piece, cut(line, *box) if box else line, equal_nan=True)


def _labels_agree(case, places, labels, every, firm):
    able = case.able.tolist()
    for plot, field in enumerate(case.fields):
        way, others = naive.guide(field.tolist(), SIZE), []
        taken = case.boxes.tolist() + [
            (row[plot], row[-1], case.own[which, plot] + 4, 20.0)
            for which, row in enumerate(places.tolist())
            if not math.isnan(row[-1])
        ]
        for i, (its, line) in enumerate(case.lines):
            if its != plot:
                continue
            asked = (line.tolist(), case.wide[i], 15.0, way, SIZE, able, taken)
            found = naive.label(*asked, every, others)
            over = found is None
            found = naive.label(*asked, firm, others) if over else found
            if found is None:
                assert math.isnan(labels[i, 0])
                continue
            assert labels[i].tolist() == pytest.approx([*found, case.wide[i], float(over)])
            others.append((*found, case.wide[i]))


@pytest.mark.skipif(bool(numba.config.DISABLE_JIT), reason="nothing is compiled")
def test_a_first_start_compiles_what_drawing_calls():
    Case(1).arranged()
    for name in DRAWN:
        compiled = precompile._found(name)
        assert compiled.signatures == [precompile.signature(compiled)]


def test_a_view_without_lines_has_neither_words_nor_lines():
    case = Case(0)
    assert case.lines == []
    case.red = case.ink = NONE
    places, labels, made, ends = case.arranged()
    assert np.isnan(places).all()
    assert labels.shape == (0, 4)
    assert made.shape == (0, 2)
    assert ends.tolist() == [0.0]
