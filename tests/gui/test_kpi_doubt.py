"""Headline figures with what the last Monte Carlo said of them."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine import files
from engine.doubt import sample
from engine.drivers import point
from gui.launch import open_window
from gui.panels.kpi_strip import KPIS, KpiStrip
from gui.plotting.doubt_headlines import COUNT, Headlines
from gui.widgets.kpi_tile import Headline, KpiTile

HOME = files.load_builtin().scenario
TOLD = Headlines(HOME, 8192, {"gross_margin": (-0.5, 0.1, 0.4), "ttft_p95": (1.0, 2.0, 4.0)}, 0.62, 0.88)


@pytest.fixture
def strip(qtbot, styled):
    made = KpiStrip()
    qtbot.addWidget(made)
    made.resize(1440, 68)
    here = point(HOME)
    made.show_results(here, here, HOME)
    return made


def test_samples_are_told_in_place_of_the_band(strip):
    plain = strip.tile("gross_margin").headline()
    strip.take_doubt(TOLD)
    told = strip.tile("gross_margin").headline()
    assert (told.band, told.limit, told.sampled) == ("\u221250 to +40", "62 % above 0", True)
    assert "P10 \u221250 %, P50 +10 %, P90 +40 %" in told.detail
    assert told.detail.startswith(plain.detail)
    assert "limit holds in 88.0 %" in strip.tile("ttft_p95").headline().detail
    assert strip.tile("ttft_p95").headline().limit == "limit 3"
    assert not strip.tile("accelerators").headline().sampled


def test_samples_of_another_scenario_are_not_told(strip):
    strip.take_doubt(TOLD)
    dear = HOME.with_value("accelerator.rent", 3.0)
    strip.show_results(point(dear), point(HOME), dear)
    assert not any(strip.tile(key).headline().sampled for key in KPIS)
    # A scenario that is the same again has its samples again.
    again = dear.with_value("accelerator.rent", HOME.number("accelerator.rent"))
    assert again is not HOME
    strip.show_results(point(again), point(HOME), again)
    assert strip.tile("gross_margin").headline().sampled


def test_a_point_that_cannot_be_served_stays_a_dash(strip):
    broken = HOME.with_value("deployment.concurrency", 4000.0)
    strip.take_doubt(Headlines(broken, 8192, TOLD.figures, 0.0, 0.0))
    strip.show_results(point(broken), point(HOME), broken, "Out of memory", "too much")
    shown = strip.tile("gross_margin").headline()
    assert shown.cause == "Out of memory"
    assert not shown.sampled


def test_the_chance_stays_where_nothing_changed_and_room_is_short(qtbot, styled):
    tile = KpiTile("gross_margin", ("Gross margin",), first=True)
    qtbot.addWidget(tile)
    tile.resize(96, 60)
    tile.show_headline(Headline("+2.92", "%", "unchanged", limit="23 % above 0", sampled=True))
    assert tile.texts()[-2:] == ("", "23 % above 0")
    tile.show_headline(Headline("+2.92", "%", "9 pt", 1, 1, limit="23 % above 0", sampled=True))
    assert tile.texts()[-2:] == ("9 pt", "")


def _forget(window):
    window.document._mark_saved()
    window.live.stop()


def test_a_monte_carlo_tells_the_headline_figures_until_an_input_moves(qtbot, styled):
    window = open_window(None)
    window.show()
    qtbot.addWidget(window, before_close_func=_forget)
    window.open_view("montecarlo")
    tile = window.kpis.tile("gross_margin")
    qtbot.waitUntil(lambda: window.live.settled and tile.headline().sampled, timeout=60_000)
    told = window.view().canvas.result.headlines
    drawn = sample(HOME, COUNT, ("cost_per_output_token",))
    assert drawn is not None
    values = drawn.metrics["cost_per_output_token"]
    assert told.figures["cost_per_output_token"] == pytest.approx(
        tuple(np.nanquantile(values, (0.1, 0.5, 0.9))), rel=0.02
    )
    assert told.earns == pytest.approx(0.23, abs=0.05)
    window.document.set_value("price.output", 0.9)
    qtbot.waitUntil(lambda: window.live.settled, timeout=60_000)
    again = window.view().canvas.result.headlines
    assert again.earns > told.earns
    window.open_view("frontier")
    window.document.set_value("price.output", 0.8)
    qtbot.waitUntil(lambda: window.live.settled, timeout=60_000)
    QApplication.processEvents()
    assert not tile.headline().sampled
