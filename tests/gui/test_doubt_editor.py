"""Distributions at an input: typed into its field, chosen in its small window, weights of a choice."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.doubt import shape_of
from engine.parameters import SPECS
from engine.scenario import Uncertainty
from engine.uncertainty import BOUNDED, PEAKED, discrete
from gui.widgets.doubt_popover import KINDS, turned
from tests.gui.rig import Rig

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PRICE = "price.output"
SHARE = "workload.cached_share"
WEIGHTS = "precision.weights"


@pytest.fixture
def rig(qtbot, styled):
    return Rig(qtbot, groups=("workload", "price", "precision"))


def opened(rig, key):
    rig.row(key).edit_uncertainty()
    return QApplication.activePopupWidget()


def write(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def spread(rig, key):
    return rig.scenario.annotation(key).uncertainty


@pytest.mark.parametrize(
    ("text", "made", "value"),
    [
        ("pert 2 3 6", Uncertainty(2.0, 6.0, "pert", 3.0, True), 3.0),
        ("uniform 4 8", Uncertainty(4.0, 8.0, "uniform", None, True), 6.0),
        ("0.2: 4, 0.8: 5", discrete([(4.0, 0.2), (5.0, 0.8)]), 5.0),
        ("3 to 6", Uncertainty(3.0, 6.0), 4.24),
    ],
)
def test_a_distribution_typed_into_the_field_is_kept_and_its_middle_is_the_value(rig, text, made, value):
    row = rig.type(PRICE, text)
    assert spread(rig, PRICE) == made
    assert rig.value(PRICE) == pytest.approx(value)
    assert row.message() == ""
    assert row.unc.isVisible(), "one sees which inputs are in doubt"


def test_a_value_inside_stays_where_no_most_likely_one_is_named(rig):
    before = rig.value(SHARE)
    rig.type(SHARE, "uniform 10 90")
    assert spread(rig, SHARE) == Uncertainty(0.1, 0.9, "uniform", None, True)
    assert rig.value(SHARE) == before


def test_what_cannot_be_is_told_under_the_field_and_changes_nothing(rig):
    before = rig.value(PRICE)
    row = rig.type(PRICE, "pert 2 9 6")
    assert "must lie between 2 and 6" in row.message()
    assert spread(rig, PRICE) is None
    assert rig.value(PRICE) == before


def test_the_slider_shows_tenths_whatever_was_stated(rig):
    rig.type(PRICE, "uniform 2 12")
    band = rig.row(PRICE).slider._band
    assert band == (pytest.approx(3.0), pytest.approx(11.0))


def test_the_window_takes_every_kind_and_sets_what_it_shows(rig):
    popover = opened(rig, PRICE)
    for kind, _ in KINDS:
        popover.kind.chosen.emit(kind)
        assert popover.kind.current_id() == kind
        assert popover.mode.isVisibleTo(popover) == (kind in PEAKED)
        assert popover.complaint.text() == ""
    popover.kind.chosen.emit("pert")
    write(popover.low, "1")
    write(popover.mode, "2")
    write(popover.high, "5")
    popover.keep.click()
    assert spread(rig, PRICE) == Uncertainty(1.0, 5.0, "pert", 2.0, True)


def test_the_window_takes_what_is_typed_as_a_whole(rig):
    popover = opened(rig, PRICE)
    write(popover.entry, "lognormal 1 4")
    assert popover.kind.current_id() == "lognormal"
    write(popover.entry, "7")
    assert "not a distribution" in popover.complaint.text()
    assert not popover.keep.isEnabled()
    write(popover.entry, "0.5: 3, 0.5: 4")
    popover.keep.click()
    assert spread(rig, PRICE) == discrete([(3.0, 0.5), (4.0, 0.5)])


def test_the_window_offers_what_the_source_says_and_what_was_seen(rig):
    popover = opened(rig, PRICE)
    assert len(popover.offers) == 2
    assert popover.offers[0].text().startswith("By its source")
    popover.offers[1].click()
    popover.keep.click()
    spec = SPECS[PRICE]
    assert spread(rig, PRICE) == Uncertainty(spec.soft_low, spec.soft_high)


def test_a_choice_takes_weights(rig):
    popover = opened(rig, WEIGHTS)
    assert not popover.low.isVisibleTo(popover)
    write(popover.entry, "0.6: fp8, 0.4: bf16")
    popover.keep.click()
    assert spread(rig, WEIGHTS) == discrete([("fp8", 0.6), ("bf16", 0.4)])
    assert rig.row(WEIGHTS).unc.isVisible()
    texts = [action.text() for action in rig.row(WEIGHTS).menu().actions()]
    assert "Uncertainty…" in texts
    opened(rig, WEIGHTS).remove.click()
    assert spread(rig, WEIGHTS) is None


@pytest.mark.parametrize("kind", ["range", "normal", "lognormal", "uniform", "triangular", "pert"])
@pytest.mark.parametrize("start", ["range", "pert", "uniform"])
def test_another_kind_keeps_the_tenths(kind, start):
    spec = SPECS[PRICE]
    now = turned(Uncertainty(4.0, 8.0), start, spec, 6.0)
    found = turned(now, kind, spec, 6.0)
    assert found.kind == kind
    assert found.bounds == (kind in BOUNDED)
    tenths = shape_of(found, spec).at(np.array([0.1, 0.9]))
    assert tenths == pytest.approx([4.0, 8.0], rel=0.08)


def test_the_sketch_is_painted(rig):
    popover = opened(rig, PRICE)
    before = popover.curve.grab().toImage()
    popover.kind.chosen.emit("uniform")
    assert popover.curve.grab().toImage() != before
    assert "P50" in popover.told.text()
    popover.close()
