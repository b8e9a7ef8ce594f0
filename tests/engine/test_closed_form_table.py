"""How far the closed form is from the simulator: the table tells the truth, and what it promises holds."""

import numba
import numpy as np
import pytest

from engine.scenario import DEFAULT
from engine.simulator import compare

pytestmark = pytest.mark.skipif(
    bool(numba.config.DISABLE_JIT), reason="the simulation takes minutes uncompiled"
)

ROWS = {(row["workload"], row["load"]): row for row in compare.table()["rows"]}
FIVE = ("chat-70B", "chat-8B", "RAG", "reasoning", "fixed")


def test_the_table_has_every_workload_at_every_load():
    assert set(ROWS) == {(name, load) for name in compare.WORKLOADS for load in compare.LOADS}
    assert {row["workload"] for row in compare.table()["goodput"]} == set(compare.WORKLOADS)


@pytest.mark.parametrize(
    ("name", "load"), [("chat-70B", 0.6), ("chat-8B", 0.4), ("RAG", 0.6), ("reasoning", 0.7), ("fixed", 0.8)]
)
def test_the_table_is_what_a_new_comparison_finds(name, load):
    new, old = compare.compare(name, load, 40_000, seeds=1)["off"], ROWS[name, load]["off"]
    for key in compare.FIGURES:
        # A third of the requests and one seed: a few per cent of noise at the 95th percentile.
        assert new[key] == pytest.approx(old[key], abs=0.03 if "mean" in key else 0.05), key


@pytest.mark.parametrize("name", FIVE)
@pytest.mark.parametrize("load", [load for load in compare.LOADS if load <= 0.8])
def test_the_closed_form_is_near_up_to_four_fifths_of_capacity(name, load):
    off = ROWS[name, load]["off"]
    # Prompts as long as the token budget, or a small budget, are the hard ones.
    hard = name in {"RAG", "chat-8B"}
    assert abs(off["ttft_mean"]) <= (0.08 if hard else 0.05)
    assert abs(off["ttft_p95"]) <= (0.17 if hard else 0.12)
    assert abs(off["tpot_mean"]) <= (0.09 if hard else 0.04)
    assert abs(off["e2e_mean"]) <= 0.04


@pytest.mark.parametrize("row", compare.table()["goodput"], ids=lambda row: row["workload"])
def test_goodput_is_that_of_the_simulator_within_5_percent_for_random_arrivals(row):
    if row["workload"] in FIVE:
        assert row["closed_form"] == pytest.approx(row["simulated"], rel=0.05)


def test_trust_is_good_at_moderate_load_and_warns_near_saturation_and_for_bursts():
    calm = compare.trust(compare.workload("reasoning").with_value("deployment.load_share", 0.6))
    assert calm is not None
    assert calm.good
    assert calm.text == ""
    for name, load in (("chat-70B", 0.95), ("bursty chat", 0.95)):
        late = compare.trust(compare.workload(name).with_value("deployment.load_share", load))
        assert late is not None
        assert not late.good
        assert "simulate" in late.text
        assert late.ttft_p95 < -0.3


def test_trust_is_that_of_the_row_where_a_scenario_is_one_of_the_table():
    for name, load in list(ROWS)[::5]:
        found = compare.trust(compare.workload(name).with_value("deployment.load_share", load))
        assert found is not None
        near = [
            r["off"]["ttft_mean"]
            for r in ROWS.values()
            if abs(r["load"] - load) < 0.11 and r["burst"] == ROWS[name, load]["burst"]
        ]
        assert np.min(near) - 0.02 <= found.ttft_mean <= np.max(near) + 0.02


def test_nothing_is_said_of_a_load_that_is_no_rate_of_arrivals():
    assert compare.trust(DEFAULT.with_value("deployment.load", "closed")) is None
    assert compare.trust(DEFAULT.with_value("deployment.concurrency", 1e5)) is None
