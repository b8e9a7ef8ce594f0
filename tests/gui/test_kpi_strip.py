"""Headline figures against baseline and limit."""

import dataclasses
import math

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.drivers import point
from engine.evidence import Band
from engine.metrics import METRICS, RECORD
from engine.scenario import DEFAULT
from gui import fonts
from gui.panels.kpi_strip import KPIS, KpiStrip, limits_of
from gui.widgets.kpi_tile import Headline, KpiTile


@dataclasses.dataclass
class Figures:
    """Base-unit figures of a made-up point."""

    values: dict

    def base(self, key):
        return self.values.get(key, math.nan)


NOW = Figures(
    {
        "cost_per_output_token": 1.98e-6, "gross_margin": 0.1, "ttft_p95": 0.31, "tpot_p95": 0.032,
        "energy_per_response": 0.32 * 3600, "utilization": 0.55, "accelerators": 36.0,
        "breakeven_price": 2.31e-6,
    }
)  # fmt: skip
THEN = Figures(
    {
        **NOW.values, "cost_per_output_token": 2.475e-6, "gross_margin": -0.12, "accelerators": 40.0,
        "tpot_p95": 0.036,
    }
)  # fmt: skip
LIMITED = DEFAULT.with_values({"limits.tpot": 45.0, "limits.ttft": 1.5})


@pytest.fixture
def strip(qtbot, styled):
    made = KpiStrip()
    qtbot.addWidget(made)
    made.resize(1280, 68)
    made.show_results(NOW, THEN, LIMITED)
    made.show()
    return made


def told(strip, key):
    return strip.tile(key).headline()


def test_eight_tiles_carry_the_names_of_their_metrics(strip):
    assert [tile.objectName() for tile in strip.findChildren(KpiTile)] == [f"kpi:{key}" for key in KPIS]
    assert all(key in METRICS for key in KPIS)
    assert set(KPIS) <= set(RECORD.names)


def test_value_unit_and_change_against_the_baseline(strip):
    cost = told(strip, "cost_per_output_token")
    assert (cost.value, cost.delta, cost.direction, cost.goodness) == ("$1.98", "20 %", -1, 1)
    margin = told(strip, "gross_margin")
    assert (margin.value, margin.unit, margin.delta, margin.goodness) == ("+10", "%", "22 pt", 1)
    assert told(strip, "accelerators").delta == "4"
    assert told(strip, "utilization").delta == "unchanged"
    assert told(strip, "utilization").direction == 0


def test_change_for_the_worse_has_the_other_sign(strip):
    strip.show_results(THEN, NOW, LIMITED)
    assert told(strip, "cost_per_output_token").goodness == -1
    assert told(strip, "cost_per_output_token").direction == 1


@pytest.mark.parametrize(
    ("tpot", "standing"), [(0.030, "met"), (0.044, "thin"), (0.045, "thin"), (0.0451, "broken")]
)
def test_limit_is_met_thin_or_broken(strip, tpot, standing):
    strip.show_results(Figures({**NOW.values, "tpot_p95": tpot}), THEN, LIMITED)
    assert told(strip, "tpot_p95").standing == standing
    assert told(strip, "tpot_p95").limit == "limit 45"
    assert told(strip, "cost_per_output_token").limit == ""


def test_limits_hold_at_the_promised_percentile():
    assert limits_of(LIMITED) == {"ttft_p95": 1.5, "tpot_p95": 0.045}
    assert set(limits_of(LIMITED.with_value("limits.percentile", "p99"))) == {"ttft_p99", "tpot_p99"}


def test_infeasible_point_shows_a_dash_and_its_cause_and_never_nan(strip):
    strip.show_results(
        Figures({"accelerators": 36.0}), NOW, LIMITED, "Out of memory", "KV cache needs 812 GB"
    )
    cost = told(strip, "cost_per_output_token")
    assert (cost.value, cost.cause, cost.delta) == ("—", "Out of memory", "")
    for key in KPIS:
        assert not any(word in " ".join(strip.tile(key).texts()).lower() for word in ("nan", "inf"))
    assert told(strip, "accelerators").value == "36"


def test_baseline_without_a_figure_leaves_no_change_to_tell(strip):
    strip.show_results(NOW, Figures({}), LIMITED)
    assert told(strip, "cost_per_output_token").delta == ""


@pytest.mark.parametrize("scale", [1.0, 1.25])
@pytest.mark.parametrize("width", [1280, 1440])
def test_nothing_is_cut_off_at_both_sizes_of_window_and_type(qtbot, styled, scale, width):
    fonts.set_scale(scale)
    strip = KpiStrip()
    qtbot.addWidget(strip)
    strip.resize(width, strip.height())
    wild = {
        **NOW.values,
        "cost_per_output_token": 1234.5e-6,
        "gross_margin": -12.34,
        "accelerators": 1234567.0,
    }
    strip.show_results(Figures(wild), THEN, LIMITED)
    strip.show()
    for key in KPIS:
        tile = strip.tile(key)
        assert fonts.width(tile.name_text(), 11) <= tile.room(), key
        assert tile._value_width(tile.value_size()) <= tile.room(), key
        assert tile.lower_width() <= tile.room(), key
    assert strip.minimumSizeHint().width() <= width


def test_arrows_go_when_a_gesture_begins_and_come_back(strip):
    tile = strip.tile("cost_per_output_token")
    strip.gesture_started()
    assert "20 %" not in tile.texts()
    strip.gesture_finished()
    assert "20 %" in tile.texts()


@pytest.mark.parametrize("act", ["click", "key"])
def test_click_or_space_asks_for_the_explanation(strip, qtbot, act):
    tile = strip.tile("gross_margin")
    with qtbot.waitSignal(strip.explain_requested) as asked:
        if act == "click":
            QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(tile, Qt.Key.Key_Space)
    assert asked.args == ["gross_margin"]


def test_good_news_is_painted_in_the_colour_of_good_news(strip, styled):
    from gui import theme

    image = strip.tile("cost_per_output_token").grab().toImage()
    pixels = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(40, image.height())}
    assert theme.current().good.name() in pixels
    assert theme.current().bad.name() not in pixels


def test_strip_is_less_tall_in_a_small_window(strip):
    strip.set_compact(True)
    assert strip.height() == 60
    strip.set_compact(False)
    assert strip.height() == 68


def test_tiles_are_of_one_width_and_start_at_the_margin(strip):
    lefts = [strip.tile(key).x() for key in KPIS]
    assert lefts[0] == 16
    assert np.ptp(np.diff(lefts)) <= 1


# -- bands -------------------------------------------------------------------------------------


def test_tile_tells_band_and_grade_of_its_figure(strip):
    spread = {
        "cost_per_output_token": Band(1.5e-6, 2.6e-6, "calibrated", "40 points"),
        "gross_margin": Band(-0.12, 0.2, "measured", "50 points"),
        "accelerators": Band(36.0, 36.0, "exact", "set"),
    }
    strip.show_results(NOW, THEN, LIMITED, spread=spread)
    cost = told(strip, "cost_per_output_token")
    assert (cost.band, cost.grade) == ("1.5\u20132.6", "calibrated")
    assert "calibrated: 40 points" in cost.detail.lower()
    assert "$1.50 to $2.60" in cost.detail
    assert told(strip, "gross_margin").band == "\u221212 to +20"
    assert (told(strip, "accelerators").band, told(strip, "accelerators").grade) == ("", "")
    assert told(strip, "tpot_p95").grade == ""
    assert "1.5\u20132.6" in strip.tile("cost_per_output_token").texts()


def test_band_gives_way_where_it_has_no_room(strip):
    spread = {"cost_per_output_token": Band(1.5e-6, 2.6e-6, "calibrated", "40 points")}
    strip.show_results(NOW, THEN, LIMITED, spread=spread)
    tile = strip.tile("cost_per_output_token")
    assert tile.band_text() == "1.5\u20132.6"
    tile.resize(90, 60)
    assert tile.band_text() == ""
    assert tile.value_size() == 20


def test_a_long_band_takes_the_line_below_sooner_than_it_is_dropped(qtbot):
    tile = KpiTile("gross_margin", ("Gross margin",))
    qtbot.addWidget(tile)
    tile.resize(156, 60)
    told = Headline("\u2212150.6", "%", "unchanged", band="\u2212307 to \u2212125", grade="calibrated")
    tile.show_headline(told)
    assert (tile.band_text(), tile.value_size()) == ("", 20)
    assert tile.band_below() == told.band
    assert tile.lower_width() <= tile.room()
    # Beside a change it stands where both have room, and a change never gives way to it.
    tile.show_headline(dataclasses.replace(told, delta="12 pt", direction=1, goodness=1))
    assert (tile.texts()[-2:], tile.band_below()) == (("12 pt", ""), told.band)
    tile.show_headline(
        dataclasses.replace(told, delta="12 pt", direction=1, goodness=1, limit="12 % above 0")
    )
    assert (tile.texts()[-2:], tile.band_below()) == (("12 pt", "12 % above 0"), "")
    assert tile.lower_width() <= tile.room()
    tile.grab()


def test_no_band_where_there_is_no_figure(strip):
    spread = {"cost_per_output_token": Band(1.5e-6, 2.6e-6, "calibrated", "40 points")}
    strip.show_results(Figures({}), THEN, LIMITED, "Memory", "Does not fit", spread)
    assert told(strip, "cost_per_output_token").band == ""


def test_a_simulated_figure_that_counts_stands_beside_and_is_held_to_the_limit(strip):
    calm = {"ttft_p95": 0.31}
    strip.show_results(NOW, THEN, LIMITED, simulated={"ttft_p95": 1.94})
    tile = strip.tile("ttft_p95")
    assert tile.simulated_text() == "sim 1.94"
    assert (tile.headline().value, tile.headline().standing) == ("0.31", "broken")
    assert "Simulated 1.94 s" in tile.toolTip()
    assert tile.value_size() >= 14
    assert strip.tile("tpot_p95").simulated_text() == ""
    strip.show_results(NOW, THEN, LIMITED, simulated=calm)
    assert tile.headline().standing == "met"
    tile.grab()


def test_a_simulated_figure_takes_the_place_of_the_band_and_both_never_stand_together(strip):
    spread = {"ttft_p95": Band(0.2, 0.5, "calibrated", "measured points")}
    strip.show_results(NOW, THEN, LIMITED, spread=spread, simulated={"ttft_p95": 1.94})
    tile = strip.tile("ttft_p95")
    assert (tile.simulated_text(), tile.band_text()) == ("sim 1.94", "")
    strip.drop_simulated()
    assert tile.simulated_text() == ""
    assert tile.band_text() != ""
    assert tile.headline().standing == "met"
    assert "Simulated" not in tile.toolTip()


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_a_simulated_figure_is_never_cut_off(qtbot, styled, scale):
    fonts.set_scale(scale)
    strip = KpiStrip()
    qtbot.addWidget(strip)
    strip.resize(1280, strip.height())
    strip.show_results(
        Figures({**NOW.values, "ttft_p95": 12.345}), THEN, LIMITED, simulated={"ttft_p95": 123.4}
    )
    strip.show()
    tile = strip.tile("ttft_p95")
    wide = tile._value_width(tile.value_size()) + tile._simulated_width()
    assert wide <= tile.room()


def test_where_there_is_no_figure_none_is_simulated(strip):
    strip.show_results(Figures({}), NOW, LIMITED, "Too slow", "no", simulated={"ttft_p95": 1.94})
    assert strip.tile("ttft_p95").simulated_text() == ""


def test_a_figure_that_bought_tokens_have_not_is_no_alarm(strip):
    bought = DEFAULT.with_value("finance.supply", "api")
    here = point(bought)
    strip.show_results(here, here, bought)
    told = strip.tile("utilization").headline()
    assert (told.value, told.cause, told.limit) == ("\u2014", "", "bought tokens")
    assert strip.tile("cost_per_output_token").headline().value != "\u2014"
