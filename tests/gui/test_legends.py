"""Legends name what is drawn and nothing else; no entry is left out for want of room."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine import catalog
from engine.files import resolve
from gui import language, theme
from gui.plotting.bill_job import BillJob, BillSettings
from gui.plotting.binding import KINDS, SEEN, Binds
from gui.views.bill import BillView
from gui.views.doubt import DoubtView
from gui.views.frontier import FrontierView
from gui.views.surfaces import SurfacesView
from gui.views.surfaces_backdrop import legend_of
from tests.gui.painted import painted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SERVED = resolve("enterprise-assistant").scenario
STOPPED = dataclasses.replace(catalog.apply(SERVED, "model", "deepseek-r1"), name="Too large")


def shown(qtbot, made, scenario, size, job=None):
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    qtbot.waitExposed(made)
    made.show_scenario(scenario, scenario)
    made.show_result((job or made.job()).run(scenario, scenario, False, lambda: False))
    QApplication.processEvents()
    return [said for said, _, _ in painted(made)]


@pytest.fixture(autouse=True)
def light(qapp):
    theme.apply(qapp, "light")
    yield
    language.use("en")


def test_the_frontier_names_its_curves_only_where_they_run(qtbot):
    said = shown(qtbot, FrontierView(), SERVED, (924, 540))
    assert {"nothing beats it", "feasible", "break-even"} <= set(said)
    said = shown(qtbot, FrontierView(), STOPPED, (924, 540))
    assert not {"nothing beats it", "feasible", "break-even"} & set(said)


def test_the_frontier_leaves_out_a_break_even_beyond_its_axes(qtbot):
    rich = SERVED.with_values({"price.output": 400.0, "price.input": 100.0})
    view = FrontierView()
    said = shown(qtbot, view, rich, (924, 540))
    r = view.canvas.result
    assert np.nanmin(r.break_even) > r.y_scale.high
    assert "break-even" not in said


def test_the_bill_names_the_supplies_it_has_curves_of(qtbot):
    def names(scenario):
        said = shown(qtbot, BillView(), scenario, (924, 540), BillJob(BillSettings()))
        return [one for one in said if one in {"owned", "rented", "mixed", "bought tokens"}]

    assert names(SERVED) == ["owned", "rented", "mixed", "bought tokens"]
    assert names(STOPPED) == ["bought tokens"]


def test_the_spread_names_every_curve_in_german_too(qtbot):
    language.use("de")
    said = shown(qtbot, DoubtView(), SERVED, (924, 540))
    assert {language.tr(one) for one in ("limits hold", "a limit breaks", "share below")} <= set(said)


def test_the_surfaces_name_no_region_of_a_few_points(qtbot):
    view = SurfacesView()
    shown(qtbot, view, SERVED, (924, 540))
    scene = view.canvas.scene_now
    masks = scene.result.shapes.masks
    named = {kind for kind, _ in legend_of(scene, scene.result)}
    assert any(0.0 < mask.mean() < SEEN for mask in masks.values())
    assert named & masks.keys() == {cause for cause, mask in masks.items() if mask.mean() >= SEEN}
    codes = np.zeros((40, 40), np.uint8)
    codes[0, 0], codes[10:20] = 1, 2
    binds = Binds(codes, tuple((KINDS[i], None) for i in range(3)))
    assert binds.kinds == (KINDS[0], KINDS[2])
