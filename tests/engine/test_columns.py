"""Surfaces of a few metrics: the same figures as a surface of all."""

import numpy as np
import pytest

from engine.drivers import Axis, moves, surface
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


@pytest.mark.parametrize("threads", [1, 2, 4])
@pytest.mark.parametrize("count", [0, 1, 511, 512, 513, 9216, 100_000])
def test_pieces_cover_all_rows_once_and_get_narrower(count: int, threads: int) -> None:
    pieces = moves.bands(count, threads)
    assert [row for start, stop in pieces for row in range(start, stop)] == list(range(count))
    wide = [stop - start for start, stop in pieces]
    assert wide == sorted(wide, reverse=True)
    assert all(moves.BAND <= each <= moves.WIDEST for each in wide[:-1])
