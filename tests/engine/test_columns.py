"""Surfaces of a few metrics: the same figures as a surface of all."""

import numpy as np
import pytest

from engine.drivers import Axis, surface
from engine.drivers.columns import ColumnSurface
from engine.scenario import DEFAULT, Scenario

X, Y = "deployment.concurrency", "workload.input_tokens"
ASKED = ("gross_margin", "binding")
ROUTED = DEFAULT.with_values({"routing.mode": "router", "routing.tiers": 2, "routing.share1": 0.5})


@pytest.mark.parametrize("scenario", [DEFAULT, ROUTED], ids=["one tier", "two tiers"])
def test_a_surface_of_a_few_metrics_holds_the_figures_of_one_of_all(scenario: Scenario) -> None:
    x, y = Axis.soft(X, 7), Axis.soft(Y, 5)
    few, all_of = ColumnSurface.of(scenario, x, y, ASKED), surface(scenario, x, y)
    assert few is not None
    for key in (*ASKED, "ttft_p95"):
        assert np.array_equal(few.base(key), all_of.metrics[key], equal_nan=True), key
        assert np.array_equal(few.shown(key), all_of.shown(key), equal_nan=True), key
    assert few.metrics.tobytes() == all_of.metrics.tobytes()
    assert few.node(3, 2).metrics.tobytes() == all_of.metrics[3, 2:3].tobytes()
    assert few.size == 35


def test_a_surface_nobody_waits_for_any_more_is_given_up() -> None:
    x, y = Axis.soft(X, 96), Axis.soft(Y, 96)
    assert ColumnSurface.of(DEFAULT, x, y, ASKED, lambda: True) is None


def test_what_nobody_asks_for_is_not_evaluated(monkeypatch: pytest.MonkeyPatch) -> None:
    found = ColumnSurface.of(DEFAULT, Axis.soft(X, 4), Axis.soft(Y, 4), ASKED)
    assert found is not None
    monkeypatch.setattr("engine.drivers.columns.SurfaceJob", None)
    assert found.base("binding").shape == (4, 4)
    with pytest.raises(TypeError):
        found.base("ttft_p95")
