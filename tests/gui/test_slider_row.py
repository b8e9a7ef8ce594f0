"""A row of the inputs panel under hand, keys, wheel and typing."""

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.parameters import SPECS
from engine.scenario import DEFAULT, Uncertainty
from gui.widgets.slider import PACE
from gui.widgets.travel import Travel, nice
from tests.each import each
from tests.gui.rig import Rig, wheel

CONCURRENCY = "deployment.concurrency"
TPOT = "limits.tpot"
CACHED = "workload.cached_share"


@pytest.fixture
def rig(qtbot, styled):
    return Rig(qtbot)


# -- the track ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"), [(1, 1), (1.9, 1), (2, 2), (4.99, 2), (5, 5), (0.07, 0.05), (3e4, 2e4)]
)
def test_nice_steps_are_one_two_five(value, expected):
    assert nice(value) == pytest.approx(expected)


@each("key", sorted(k for k, s in SPECS.items() if s.kind == "number"))
def test_every_track_maps_there_and_back_and_keeps_the_hard_range(key):
    spec = SPECS[key]
    travel = Travel.of(spec, float(spec.default))
    for i in range(21):
        value = travel.value(i / 20)
        assert travel.fraction(value) == pytest.approx(i / 20, abs=1e-9)
        assert spec.low <= travel.at(i / 20, 200) <= spec.high
        spec.check(travel.at(i / 20, 200))
    for count in (-10, -1, 1, 10):
        spec.check(travel.step(float(spec.default), count))


@each("key", sorted(k for k, s in SPECS.items() if s.kind == "number"))
def test_one_step_up_moves_up_unless_at_the_end(key):
    spec = SPECS[key]
    travel = Travel.of(spec, float(spec.default))
    value = float(spec.default)
    assert travel.step(value, 1) > value or value == spec.high
    assert travel.step(value, -1) < value or value == spec.low


def test_value_outside_the_soft_range_widens_the_track():
    travel = Travel.of(SPECS[TPOT], 2000.0)
    assert travel.high == 2000.0
    assert travel.fraction(2000.0) == 1.0


def test_dragging_stops_at_round_values():
    travel = Travel.of(SPECS[CONCURRENCY], 48.0)
    for i in range(1, 196):
        text = f"{travel.at(i / 196, 196):.10g}".replace(".", "").strip("0")
        assert len(text) <= 3


# -- 7. keyboard -------------------------------------------------------------------------------


def test_right_is_one_step_shift_ten_and_ctrl_a_tenth(rig):
    slider = rig.row(CONCURRENCY).slider
    slider.setFocus()
    step = slider.travel().unit_step(48.0)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert rig.value(CONCURRENCY) == pytest.approx(48 + step)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert rig.value(CONCURRENCY) == 48
    QTest.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert rig.value(CONCURRENCY) == pytest.approx(48 + 10 * step, abs=step)
    rig._edit(CONCURRENCY, 48.0, 0)
    QTest.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert rig.value(CONCURRENCY) == pytest.approx(48 + step / 10)


def test_home_and_end_go_to_the_ends_of_the_range(rig):
    slider = rig.row(CONCURRENCY).slider
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert rig.value(CONCURRENCY) == SPECS[CONCURRENCY].soft_high
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert rig.value(CONCURRENCY) == SPECS[CONCURRENCY].soft_low


def test_page_keys_move_a_tenth_of_the_track(rig):
    slider = rig.row(CACHED).slider
    before = slider.travel().fraction(rig.value(CACHED))
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert slider.travel().fraction(rig.value(CACHED)) == pytest.approx(before + 0.1, abs=0.01)


def test_delete_asks_for_the_value_when_opened(rig, qtbot):
    slider = rig.row(TPOT).slider
    with qtbot.waitSignal(rig.panel.reset_requested) as asked:
        QTest.keyClick(slider, Qt.Key.Key_Delete)
    assert asked.args == [TPOT, "opened"]


def test_escape_in_the_field_restores_it(rig):
    row = rig.type(TPOT, "77", enter=False)
    QTest.keyClick(row.edit, Qt.Key.Key_Escape)
    assert row.edit.text() == "65"
    assert rig.value(TPOT) == 65


def test_tab_goes_through_the_rows_from_top_to_bottom(rig):
    first = rig.row("workload.input_tokens")
    first.edit.setFocus()
    seen = []
    for _ in range(40):
        widget = QApplication.focusWidget()
        seen.append(widget.mapTo(rig.panel.area.widget(), QPoint(0, 0)).y())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if not rig.panel.area.widget().isAncestorOf(QApplication.focusWidget()):
            break
    assert seen == sorted(seen)
    assert len(seen) > 25


def test_keys_held_down_are_one_gesture(rig):
    slider = rig.row(CONCURRENCY).slider
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert len({gesture for _, _, gesture in rig.edits}) == 2
    assert rig.finished == 2


def test_every_editor_says_its_name_and_unit(rig):
    row = rig.row(TPOT)
    assert row.slider.accessibleName() == row.edit.accessibleName() == "TPOT limit, ms"
    assert row.slider.accessibleDescription() == "65 ms"


# -- the hand ----------------------------------------------------------------------------------


def drag(slider, to, steps=30, pause=0):
    start = QPoint(round(slider.position(slider.number())), slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for i in range(1, steps + 1):
        QTest.mouseMove(slider, QPoint(start.x() + (to - start.x()) * i // steps, start.y()))
        QTest.qWait(pause)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(to, start.y()))


def test_one_drag_is_one_gesture_and_ends_once(rig):
    slider = rig.row(CONCURRENCY).slider
    drag(slider, slider.width() - 40, steps=12, pause=PACE + 2)
    assert len(rig.edits) > 10
    assert len({gesture for _, _, gesture in rig.edits}) == 1
    assert rig.finished == 1
    drag(slider, 40)
    assert len({gesture for _, _, gesture in rig.edits}) == 2


def test_a_hand_faster_than_the_screen_asks_for_the_newest_value_only(rig, monkeypatch):
    monkeypatch.setattr("gui.widgets.slider.PACE", PACE)
    slider = rig.row(CONCURRENCY).slider
    drag(slider, slider.width() - 40, steps=200)
    asked = [value for _, value, _ in rig.edits]
    assert len(asked) < 100
    assert asked == sorted(asked)
    # Where the hand lets go, there the value is.
    there = slider.position(slider.number())
    assert there == pytest.approx(slider.width() - 40, abs=3.0)
    assert slider.number() == asked[-1]
    QTest.qWait(2 * PACE)
    assert len(rig.edits) == len(asked)


def test_a_hand_that_holds_still_gets_what_it_asked_for_last(rig, qtbot, monkeypatch):
    monkeypatch.setattr("gui.widgets.slider.PACE", PACE)
    slider = rig.row(CONCURRENCY).slider
    start = QPoint(round(slider.position(slider.number())), slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for x in (start.x() + 10, start.x() + 20, start.x() + 30):
        QTest.mouseMove(slider, QPoint(x, start.y()))
    qtbot.waitUntil(lambda: abs(slider.position(slider.number()) - x) < 3.0, timeout=60_000)
    assert slider.dragging()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(x, start.y()))
    assert rig.finished == 1


def test_pressing_the_handle_alone_changes_nothing(rig):
    slider = rig.row(CONCURRENCY).slider
    QTest.mouseClick(
        slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.position(48)) + 3, slider.height() // 2)
    )
    assert rig.edits == []


def test_track_does_not_jump_while_the_handle_is_held(rig):
    beyond = 3 * SPECS[TPOT].soft_high
    rig._edit(TPOT, beyond, 0)
    slider = rig.row(TPOT).slider
    start = QPoint(round(slider.position(beyond)), slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for x in range(start.x(), 60, -5):
        QTest.mouseMove(slider, QPoint(x, start.y()))
        assert slider.travel().high == beyond
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(60, start.y()))
    assert rig.value(TPOT) < SPECS[TPOT].soft_high


def test_locked_input_refuses_the_hand_until_unlocked(rig):
    rig.annotate(CONCURRENCY, locked=True)
    row = rig.row(CONCURRENCY)
    drag(row.slider, 40)
    QTest.keyClick(row.slider, Qt.Key.Key_Right)
    assert rig.edits == []
    assert row.edit.isReadOnly()
    QTest.mouseClick(row.lock, Qt.MouseButton.LeftButton)
    assert not rig.scenario.annotation(CONCURRENCY).locked
    drag(row.slider, 40)
    assert rig.edits


def test_value_set_by_assistive_technology_is_an_edit(rig):
    slider = rig.row(CONCURRENCY).slider
    slider.setValue(500)
    assert rig.edits[-1][0] == CONCURRENCY
    assert slider.travel().fraction(rig.value(CONCURRENCY)) == pytest.approx(0.5, abs=0.01)


# -- 6. wheel guard ----------------------------------------------------------------------------


def test_wheel_over_editors_without_focus_scrolls_the_panel(rig):
    row = rig.row("workload.users")
    combo = rig.row("deployment.load").edit
    rig.panel.filter.setFocus()
    bar = rig.panel.area.verticalScrollBar()
    for widget in (row.slider, row.edit, combo):
        bar.setValue(0)
        before = dict(rig.scenario.values)
        assert not wheel(widget)
        assert bar.value() > 0
        assert rig.scenario.values == before


def test_wheel_over_a_slider_with_focus_changes_its_value(rig):
    slider = rig.row("workload.users").slider
    slider.setFocus()
    assert wheel(slider, 120)
    assert rig.value("workload.users") > DEFAULT.number("workload.users")


def test_wheel_over_a_combo_with_focus_changes_its_choice(rig):
    combo = rig.row("deployment.load").edit
    combo.setFocus()
    assert wheel(combo, -120)
    assert rig.value("deployment.load") == "share"


# -- 9. typing ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("workload.users", "1.2M", 1.2e6),
        (CACHED, "12%", 0.12),
        (CACHED, "12", 0.12),
        (TPOT, "5e1", 50.0),
        (TPOT, "0.08 s", 80.0),
        (TPOT, "=2*1.3", 2.6),
        (TPOT, "3.5", 3.5),
        ("accelerator.rent", "2600 $/month", 2600 * 12 / 8760),
    ],
)
def test_typed_quantity_gives_its_value(rig, key, text, value):
    rig.type(key, text)
    assert rig.value(key) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("text", ["3,5", "3.5"])
def test_german_locale_reads_comma_and_point(rig, text):
    QLocale.setDefault(QLocale("de_DE"))
    row = rig.type(TPOT, text)
    assert rig.value(TPOT) == 3.5
    row.slider.setFocus()
    assert row.edit.text() == "3,5"


def test_text_that_is_no_number_is_told_under_the_field_and_changes_nothing(rig):
    before = rig.row(TPOT).height()
    row = rig.type(TPOT, "abc")
    assert "abc" in row.message()
    assert row.mark() == "error"
    assert row.height() > before
    assert rig.errors[TPOT]
    assert rig.edits == []
    assert rig.value(TPOT) == 65


def test_mending_the_text_withdraws_the_complaint(rig):
    row = rig.type(TPOT, "abc")
    tall = row.height()
    rig.type(TPOT, "70")
    assert row.message() == rig.errors[TPOT] == ""
    assert row.mark() == ""
    assert row.height() < tall
    assert rig.value(TPOT) == 70


def test_two_numbers_switch_uncertainty_on(rig):
    rig.type(CONCURRENCY, "3 to 6")
    assert rig.scenario.annotation(CONCURRENCY).uncertainty == Uncertainty(3, 6)
    assert 3 <= rig.value(CONCURRENCY) <= 6


def test_leaving_the_field_commits_what_was_typed(rig):
    row = rig.type(TPOT, "44", enter=False)
    row.slider.setFocus()
    assert rig.value(TPOT) == 44


def test_long_figure_is_short_at_rest_and_whole_under_the_caret(rig):
    row = rig.row("model.attention_flops_decode")
    row.slider.setFocus()
    short = row.edit.text()
    row.edit.setFocus()
    assert len(short) < len(row.edit.text())
    assert row.edit.text().replace(",", "") == "2621440"


# -- 11. hard and soft range -------------------------------------------------------------------


def test_outside_the_hard_range_is_refused_with_the_range_in_the_text(rig):
    row = rig.type("deployment.load_share", "150%")
    assert "between" in row.message()
    assert row.mark() == "error"
    assert rig.value("deployment.load_share") == DEFAULT.number("deployment.load_share")


def test_outside_the_soft_range_is_taken_and_marked_amber(rig):
    beyond = 2 * SPECS[TPOT].soft_high
    row = rig.type(TPOT, f"{beyond:g}")
    assert rig.value(TPOT) == beyond
    assert row.mark() == "soft"
    assert row.message() == ""
    assert row.slider.travel().high == beyond
    assert [key for key, _ in rig.scenario.warnings()] == [TPOT]
    rig.type(TPOT, "50")
    assert row.mark() == ""
    assert list(rig.scenario.warnings()) == []
