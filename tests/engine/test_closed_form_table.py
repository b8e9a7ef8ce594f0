"""How far the closed form is from the simulator: the table tells the truth, and what it promises holds."""

import numba
import numpy as np
import pytest

from engine.evidence.closed_form import (
    ALLOWED,
    FIGURES,
    LATENCIES,
    Trust,
    features,
    table,
    tolerance,
    trust,
)
from engine.scenario import DEFAULT
from engine.simulator import compare

pytestmark = pytest.mark.skipif(
    bool(numba.config.DISABLE_JIT), reason="the simulation takes minutes uncompiled"
)

ROWS = {(row["workload"], row["load"]): row for row in table()["rows"]}
FIVE = ("chat-70B", "chat-8B", "RAG", "reasoning", "fixed")


def test_the_table_has_every_workload_at_every_load():
    assert set(ROWS) == {(name, load) for name in compare.WORKLOADS for load in compare.LOADS}
    assert {row["workload"] for row in table()["goodput"]} == set(compare.WORKLOADS)


@pytest.mark.parametrize(
    ("name", "load"), [("chat-70B", 0.6), ("chat-8B", 0.4), ("RAG", 0.6), ("reasoning", 0.7), ("fixed", 0.8)]
)
def test_the_table_is_what_a_new_comparison_finds(name, load):
    new, old = compare.compare(name, load, 40_000, seeds=1)["off"], ROWS[name, load]["off"]
    for key in FIGURES:
        # A third of the requests and one seed: a few per cent of noise at the 95th percentile.
        assert new[key] == pytest.approx(old[key], abs=0.03 if "mean" in key else 0.05), key


@pytest.mark.parametrize("name", FIVE)
@pytest.mark.parametrize("load", [load for load in compare.LOADS if load <= 0.8])
def test_the_closed_form_is_near_up_to_four_fifths_of_capacity(name, load):
    off = ROWS[name, load]["off"]
    assert abs(off["ttft_mean"]) <= 0.05
    assert abs(off["ttft_p95"]) <= 0.12
    assert abs(off["tpot_mean"]) <= 0.05
    assert abs(off["e2e_mean"]) <= 0.04


@pytest.mark.parametrize("row", table()["goodput"], ids=lambda row: row["workload"])
def test_goodput_is_that_of_the_simulator_within_5_percent_for_random_arrivals(row):
    if row["workload"] in FIVE:
        assert row["closed_form"] == pytest.approx(row["simulated"], rel=0.05)


def test_trust_is_good_at_moderate_load_and_warns_near_saturation_and_for_bursts():
    calm = trust(compare.workload("reasoning").with_value("deployment.load_share", 0.6))
    assert calm is not None
    assert calm.good
    assert calm.text == ""
    for name, load in (("chat-70B", 0.95), ("bursty chat", 0.95)):
        late = trust(compare.workload(name).with_value("deployment.load_share", load))
        assert late is not None
        assert not late.good
        assert "too short here" in late.text
        assert late.error("ttft_p95") < -0.3


def test_trust_is_that_of_the_row_where_a_scenario_is_one_of_the_table():
    for name, load in list(ROWS)[::5]:
        found = trust(compare.workload(name).with_value("deployment.load_share", load))
        assert found is not None
        near = [
            r["off"]["ttft_mean"]
            for r in ROWS.values()
            if abs(r["load"] - load) < 0.11 and r["burst"] == ROWS[name, load]["burst"]
        ]
        assert np.min(near) - 0.02 <= found.off["ttft_mean"] <= np.max(near) + 0.02


def test_nothing_is_said_of_a_load_that_is_no_rate_of_arrivals():
    assert trust(DEFAULT.with_value("deployment.load", "closed")) is None
    assert trust(DEFAULT.with_value("deployment.concurrency", 1e5)) is None


def at(name, load, **changes):
    return compare.workload(name).with_values({"deployment.load_share": load, **changes})


def test_every_latency_that_is_off_is_named_with_its_side():
    late = trust(at("RAG", 0.9))
    assert "TTFT" in late.text
    assert "TPOT" in late.text
    assert "too long" in late.text
    assert "e2e" not in late.text


def test_good_is_every_compared_figure_within_what_is_allowed():
    for name, load in ROWS:
        found = trust(at(name, load))
        within = all(abs(found.off[key]) <= ALLOWED[key.partition("_")[2]] for key in FIGURES)
        assert found.good == within == (not found.text), (name, load)
        assert found.good == all(found.holds(key) for key in LATENCIES)
        assert found.near.endswith(f" at {load * 100:.0f} % of capacity")


def test_a_statistic_nobody_compared_is_judged_by_its_neighbour():
    found = Trust({key: -0.2 if key == "ttft_p95" else 0.01 for key in FIGURES}, "", good=False, text="")
    assert not found.holds("ttft_p99")
    assert found.holds("ttft_p50")
    assert found.error("ttft_p99") == -0.2
    assert np.isnan(found.error("power"))


def test_a_simulated_figure_counts_earlier_where_an_error_is_expected():
    calm, late = trust(at("reasoning", 0.6)), trust(at("chat-70B", 0.95))
    assert tolerance("ttft_p95", calm) == tolerance("ttft_p95", None) == ALLOWED["p95"]
    assert tolerance("ttft_p99", calm) == ALLOWED["p99"]
    assert tolerance("ttft_p95", late) == tolerance("ttft_p99", late) == ALLOWED["mean"]


def test_far_from_everything_compared_nothing_is_promised():
    far = trust(at("chat-70B", 0.6, **{"workload.input_tokens": 100_000.0, "deployment.token_budget": 512.0}))
    if far is not None:
        assert (far.good, dict(far.off)) == (False, {})
        assert "No comparison" in far.text
    wild = trust(at("chat-70B", 0.6, **{"workload.burstiness": 6.0}))
    assert not wild.good
    assert not wild.holds("ttft_mean")
    assert tolerance("ttft_p95", wild) == ALLOWED["mean"]


def test_short_prompts_are_no_strangers():
    short = trust(at("reasoning", 0.4, **{"workload.input_tokens": 10.0}))
    assert short.good
    assert features(at("reasoning", 0.4))[0] == pytest.approx(
        ROWS["reasoning", 0.4]["prompt_over_budget"], abs=1e-4
    )
