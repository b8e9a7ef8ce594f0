"""Cash over the years and supplies by volume: the same sums as the metrics, drawn out."""

import math

import numpy as np
import pytest

from engine.drivers import cash, point, supplies
from engine.scenario import DEFAULT
from engine.units import MONTH, YEAR

EARNING = DEFAULT.with_values({
    "finance.supply": "own", "price.output": 4.0, "price.input": 1.0, "outlook.price_path": "set",
    "outlook.price_factor": 0.64, "outlook.software_gain": 0.25, "outlook.model_gain": 0.0,
})  # fmt: skip


def test_cash_starts_with_the_purchase_and_ends_with_the_residual():
    here = point(EARNING)
    found = cash(EARNING, here)
    assert found.total[0] == -here.base("capex")
    assert found.years[0] == 0
    assert found.years[-1] == found.life == 5
    last = found.total[-1] - here.base("capex") * EARNING.number("finance.residual")
    assert last == pytest.approx(-here.base("capex") + found.yearly.sum())


def test_discounted_cash_ends_at_the_net_present_value_by_itself():
    here = point(EARNING)
    found = cash(EARNING, here)
    capex, residual = here.base("capex"), EARNING.number("finance.residual")
    worth = sum(flow / 1.1 ** (t + 1) for t, flow in enumerate(found.yearly))
    assert worth - capex + capex * residual / 1.1**5 == pytest.approx(here.base("npv"), rel=1e-9)
    assert found.present[-1] == here.base("npv")
    assert found.present[-2] < found.present[-1]


def test_cash_crosses_zero_at_the_payback():
    found = cash(EARNING, point(EARNING))
    assert 0 < found.payback < found.life
    assert np.interp(found.payback, found.years, found.total) == pytest.approx(0, abs=1e-6 * -found.total[0])


def test_a_broken_life_has_a_broken_last_year():
    s = EARNING.with_value("finance.life", 3.5)
    found = cash(s, point(s))
    assert found.yearly.size == 4
    assert found.years[-1] == 3.5
    whole = cash(EARNING, point(EARNING))
    assert found.yearly[0] == pytest.approx(whole.yearly[0])
    assert found.yearly[3] == pytest.approx(0.5 * whole.yearly[3])


def test_without_service_there_is_no_cash():
    starved = EARNING.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})
    assert cash(starved, point(starved)) is None


def test_supplies_are_the_bills_of_the_same_scenario_at_other_volumes():
    s = DEFAULT.with_value("fleet.rounding", "whole")
    here = point(s)
    found = supplies(s, here, 31)
    assert found.now == pytest.approx(here.base("request_rate") * MONTH)
    for name in ("own", "rent", "mixed", "api"):
        at = 17
        users = s.number("workload.users") * found.volume[at] / found.now
        other = point(s.with_values({"finance.supply": name, "workload.users": users}))
        assert found.cost[name][at] == pytest.approx(other.base("cost_rate") * MONTH, rel=1e-9), name


def test_supplies_cross_where_both_cost_the_same():
    s = DEFAULT.with_values({"api.output": 9.0, "finance.team": 3000.0})
    found = supplies(s, point(s), 193)
    crossing = next(c for c in found.crossings if {c.cheaper, c.dearer} == {"own", "api"})
    assert (crossing.cheaper, crossing.dearer) == ("own", "api")
    above = found.volume > crossing.volume
    assert np.all(found.cost["own"][above] <= found.cost["api"][above])
    own, api = (
        np.exp(np.interp(math.log(crossing.volume), np.log(found.volume), np.log(found.cost[name])))
        for name in ("own", "api")
    )
    assert own == pytest.approx(api, rel=1e-6)
    assert crossing.cost == pytest.approx(own, rel=1e-6)


def test_first_year_of_cash_is_a_year_of_revenue_less_running_cost():
    here = point(EARNING)
    first = (here.base("revenue_rate") - here.base("running_rate")) * YEAR
    assert cash(EARNING, here).yearly[0] == pytest.approx(first)
