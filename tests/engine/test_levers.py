"""Levers enter where they act: what reaches the model, what they cost, what they do to quality."""

import itertools
import math

import numpy as np
import pytest

from engine.drivers import point, points, served
from engine.evidence.closed_form import features
from engine.kernels.levers import breakeven_volume, neutral
from engine.kernels.prefix import reuse
from engine.metrics import METRICS, SITUATIONAL
from engine.parameters import SPECS
from engine.scenario import DEFAULT
from engine.simulator import simulate
from tests import naive_levers

LEVERS = {
    "response": {"levers.response": "on"},
    "compression": {"levers.compression": "on"},
    "low effort": {"levers.effort": "low"},
    "high effort": {"levers.effort": "high", "levers.effort_gain": 0.4},
    "own effort": {"levers.effort": "custom", "levers.effort_tokens": 2.0},
    "prefix": {"levers.prefix": "sized"},
    "prefix in HBM": {"levers.prefix": "sized", "levers.prefix_hbm": 4.0, "levers.prefix_disk": 0.0},
    "distilled": {"levers.distilled": "on"},
    "int4": {"precision.weights": "int4"},
    "int8": {"precision.weights": "int8", "precision.compute": "int8"},
    "fp4 cache": {"precision.kv": "fp4"},
    "all": {
        "levers.response": "on", "levers.compression": "on", "levers.effort": "medium",
        "levers.prefix": "sized", "levers.distilled": "on", "precision.kv": "fp4",
    },
}  # fmt: skip
LOADS = (
    {}, {"deployment.load": "share"}, {"deployment.load": "goodput"}, {"deployment.load": "replicas"},
    {"deployment.load": "closed"}, {"deployment.load": "offline"}, {"deployment.disaggregated": "yes"},
)  # fmt: skip
SERVING = [
    k for k in METRICS if k.split("_")[0] in {"ttft", "tpot", "e2e", "step", "replica", "batch", "board"}
]
lever_cases = pytest.mark.parametrize(
    "change", LEVERS.values(), ids=[name.replace(" ", "-") for name in LEVERS]
)


def along(key, values, change, *metrics):
    """Metrics (display units) of the default scenario under `change` with `key` at each of `values`."""
    found = [point(DEFAULT.with_values({**change, key: value})) for value in values]
    return [[one.base(metric) for one in found] for metric in metrics]


def rising(values):
    return all(a < b for a, b in itertools.pairwise(values))


# -- neutral -----------------------------------------------------------------------------------


def test_levers_are_off_by_default_and_their_strengths_change_nothing_then():
    assert neutral(DEFAULT.to_record()[0])
    base = point(DEFAULT)
    switches = {"model.quality"}
    strengths = [
        key for key, spec in SPECS.items()
        if spec.group == "levers" and spec.kind == "number" and key not in switches and "loss_" not in key
    ]  # fmt: skip
    assert len(strengths) > 20
    for key in strengths:
        for end in (SPECS[key].soft_low, SPECS[key].soft_high):
            assert point(DEFAULT.with_value(key, end)).same(base), key


def test_a_lever_of_no_strength_gives_the_figures_of_none():
    base = point(DEFAULT)
    idle = {
        "levers.response": "on", "levers.response_share": 0.0, "levers.response_cost": 0.0,
        "levers.response_time": 0.0,
        "levers.compression": "on", "levers.compression_kept": 1.0, "levers.compression_cost": 0.0,
        "levers.compression_speed": 1e9, "workload.input_tokens": 6000.0,
        "levers.effort": "custom", "levers.effort_tokens": 1.0, "levers.effort_variation": 1.0,
        "levers.distilled": "on", "levers.distilled_cost": 0.0, "levers.distilled_loss": 0.0,
    }  # fmt: skip
    found = point(DEFAULT.with_values(idle))
    for key in METRICS:
        assert found.base(key) == pytest.approx(base.base(key), rel=1e-4, abs=1e-12, nan_ok=True), key


def test_an_endless_prefix_cache_finds_its_ceiling_and_a_missing_one_nothing():
    held = {"levers.prefix": "sized", "levers.prefix_ceiling": 0.4}
    endless = point(
        DEFAULT.with_values({**held, "levers.prefix_disk": 1e6, "levers.prefix_disk_bandwidth": 1e4})
    )
    assert endless.base("served_cached_share") == pytest.approx(0.4, rel=1e-3)
    given = point(DEFAULT.with_value("workload.cached_share", endless.base("served_cached_share")))
    assert endless.base("replica_rate") == pytest.approx(given.base("replica_rate"), rel=1e-9)
    missing = point(DEFAULT.with_values({**held, "levers.prefix_disk": 0.0, "levers.prefix_host": 0.0}))
    none = point(DEFAULT.with_value("workload.cached_share", 0.0))
    assert missing.base("served_cached_share") == 0.0
    assert missing.base("cost_per_request") == pytest.approx(none.base("cost_per_request"), rel=1e-12)


def test_a_prefix_cache_of_tokens_that_take_no_memory_finds_its_ceiling_at_once():
    held = {"levers.prefix": "sized", "levers.prefix_ceiling": 0.4, "model.kv_elements": 0.0}
    p = point(DEFAULT.with_values(held))
    assert p.base("kv_bytes_per_token") == 0.0
    assert p.base("served_cached_share") == pytest.approx(0.4)
    assert p.base("prefix_reload") == 0.0
    assert np.isnan(p.base("prefix_tokens"))
    assert np.isfinite(p.base("ttft_p99"))
    nowhere = {f"levers.prefix_{place}": 0.0 for place in ("hbm", "host", "disk")}
    assert point(DEFAULT.with_values({**held, **nowhere})).base("served_cached_share") == 0.0


# -- the twin ----------------------------------------------------------------------------------


@lever_cases
def test_what_reaches_the_model_and_quality_equal_the_plain_twin(change):
    scenario = DEFAULT.with_values(change)
    p = point(scenario)
    tokens_in, tokens_out, _, share = naive_levers.served(scenario.values)
    assert p.base("served_input_tokens") == pytest.approx(tokens_in, rel=1e-12)
    assert p.base("served_output_tokens") == pytest.approx(tokens_out, rel=1e-12)
    assert p.base("model_rate") == pytest.approx(p.base("request_rate") * share, rel=1e-12)
    assert p.base("quality") == pytest.approx(naive_levers.quality(scenario.values), rel=1e-12)


@pytest.mark.parametrize("curve", naive_levers.TRACES)
def test_the_curve_of_reuse_is_the_measured_one_and_rises_to_one(curve):
    code = float(SPECS["levers.prefix_curve"].option(curve).code)
    traffic, sizes, most = naive_levers.TRACES[curve]
    for tokens, percent in sizes:
        assert reuse(tokens / traffic, code) * most == pytest.approx(percent, rel=1e-12)
    seconds = np.geomspace(0.01, 1e6, 400)
    found = [reuse(float(t), code) for t in seconds]
    assert found == pytest.approx([naive_levers.hits(float(t), curve) for t in seconds], rel=1e-12)
    assert all(a <= b for a, b in itertools.pairwise(found))
    assert reuse(0.0, code) == 0.0
    assert reuse(1e12, code) == pytest.approx(1.0, abs=1e-9)


@pytest.mark.parametrize("load", LOADS, ids=lambda load: "-".join(load.values()) or "default")
def test_hits_and_rate_of_a_sized_prefix_cache_agree(load):
    for size, ceiling in ((20.0, 0.9), (300.0, 0.6), (5000.0, 0.97)):
        change = {"levers.prefix": "sized", "levers.prefix_host": size, "levers.prefix_ceiling": ceiling}
        p = point(DEFAULT.with_values({**load, **change, "levers.prefix_disk": 0.0}))
        held = size * 1e9 * p.base("accelerators_per_replica") / p.base("kv_bytes_per_token")
        if "deployment.disaggregated" not in load:
            assert p.base("prefix_tokens") == pytest.approx(held, rel=1e-12)
        stays = p.base("prefix_time")
        expected = ceiling * naive_levers.hits(stays, "conversation")
        assert p.base("served_cached_share") == pytest.approx(expected, rel=1e-9)


def test_a_prefix_cache_worked_by_hand():
    """70 B at 160 kB a token in FP8: 4 x 128 GB hold 3.125 M tokens; reload of hits at 25 GB/s a link."""
    p = point(DEFAULT.with_values({"levers.prefix": "sized", "levers.prefix_disk": 0.0}))
    assert p.base("kv_bytes_per_token") == 163840.0
    assert p.base("prefix_tokens") == pytest.approx(4 * 128e9 / 163840.0, rel=1e-12)
    hit_bytes = 6000 * p.base("served_cached_share") * 163840.0
    assert p.base("prefix_reload") == pytest.approx(hit_bytes / 4 / 25e9, rel=1e-9)
    month = 128 * 0.15 * p.base("accelerators")
    assert p.shown("prefix_rate") == pytest.approx(month, rel=1e-9)


# -- where each acts ---------------------------------------------------------------------------


def test_more_answers_from_the_response_cache_cost_less_and_lose_quality():
    shares = (0.0, 0.05, 0.2, 0.5, 0.9)
    change = {"levers.response": "on"}
    cost, quality, fleet, wait = along(
        "levers.response_share",
        shares,
        change,
        "cost_per_request",
        "quality",
        "accelerators",
        "response_mean",
    )
    assert rising(cost[::-1])
    assert rising(quality[::-1])
    assert rising(wait[::-1])
    assert fleet == pytest.approx([fleet[0] * (1.0 - share) for share in shares], rel=1e-9)


def test_more_compression_shortens_prefill_and_loses_quality():
    kept = (0.3, 0.5, 0.7, 1.0)
    tokens, prefill, batch, quality = along(
        "levers.compression_kept", kept, {"levers.compression": "on"},
        "served_input_tokens", "prefill_time", "batch_limit", "quality",
    )  # fmt: skip
    assert tokens == pytest.approx([6000 * share for share in kept])
    assert rising(prefill)
    assert rising(batch[::-1])
    assert rising(quality)


def test_users_pay_for_the_prompt_they_send_and_the_output_they_get():
    base = point(DEFAULT).base("price_per_request")
    assert point(DEFAULT.with_value("levers.compression", "on")).base("price_per_request") == pytest.approx(
        base
    )
    more = point(DEFAULT.with_value("levers.effort", "medium")).base("price_per_request")
    output = DEFAULT.number("price.output") * 1e-6 * 600 * 2
    keep = math.prod((
        DEFAULT.number("price.paying_share"),
        1.0 - DEFAULT.number("price.discount"),
        1.0 - DEFAULT.number("price.fees"),
    ))  # fmt: skip
    assert more - base == pytest.approx(output * keep)
    half = {"levers.response": "on", "levers.response_share": 0.4, "levers.response_price": 0.5}
    assert point(DEFAULT.with_values(half)).base("price_per_request") == pytest.approx(0.8 * base)


def test_effort_makes_answers_longer_dearer_and_better():
    change = {"levers.effort": "custom", "levers.effort_gain": 0.3}
    cost, e2e = along("levers.effort_tokens", (0.5, 1.0, 3.0, 10.0), change, "cost_per_request", "e2e_mean")
    assert rising(cost)
    assert rising(e2e)
    change = {"levers.effort": "high", "model.quality": 0.9}
    (gain,) = along("levers.effort_gain", (-0.5, 0.0, 0.5, 1.0), change, "base_quality")
    assert gain == pytest.approx([0.85, 0.9, 0.95, 1.0])


def test_more_room_for_prefixes_finds_more_and_hbm_takes_it_from_the_batch():
    (found,) = along(
        "levers.prefix_host", (0, 10, 100, 1000), {"levers.prefix": "sized"}, "served_cached_share"
    )
    assert rising(found)
    change = {"levers.prefix": "sized", "levers.prefix_host": 0.0, "levers.prefix_disk": 0.0}
    share, limit, memory = along(
        "levers.prefix_hbm", (0.0, 5.0, 10.0), change, "served_cached_share", "batch_limit", "kv_memory"
    )
    assert rising(share)
    assert rising(limit[::-1])
    assert memory[0] - memory[2] == pytest.approx(10e9)


def test_a_format_is_a_loss_only_where_the_model_was_published_wider():
    change = {"precision.weights": "fp4", "precision.compute": "bf16"}
    wide, native = along("model.native_bits", (16.0, 4.5), change, "quality_kept")[0]
    assert wide == pytest.approx(0.99)
    assert native == 1.0


@lever_cases
def test_cost_of_input_cached_and_output_tokens_is_all_of_the_cost(change):
    p = point(DEFAULT.with_values(change))
    tokens, hit = p.base("served_input_tokens"), p.base("served_cached_share")
    request = (
        tokens * (1.0 - hit) * p.base("cost_per_input_token")
        + tokens * hit * p.base("cost_per_cached_token")
        + p.base("served_output_tokens") * p.base("cost_per_output_token")
    )
    assert request * p.base("model_rate") == pytest.approx(p.base("cost_rate"), rel=1e-9)
    fleet = p.base("accelerator_hour") * p.base("accelerators")
    assert fleet + p.base("levers_rate") == pytest.approx(p.base("cost_rate"), rel=1e-12)
    layers = math.fsum(p.base(key) for key in METRICS if key.startswith("layer_"))
    assert layers == pytest.approx(p.base("cost_rate"), rel=1e-12)


def test_distilling_is_paid_over_the_life_of_the_model():
    change = {"levers.distilled": "on", "levers.distilled_cost": 120000.0, "levers.distilled_life": 24.0}
    straight = point(DEFAULT.with_values({**change, "finance.depreciation": "straight"}))
    assert straight.shown("distilled_rate") == pytest.approx(5000.0)
    rate = DEFAULT.number("finance.cost_of_capital")
    annuity = 120000 * rate * (1 + rate) ** 2 / ((1 + rate) ** 2 - 1) / 12
    assert point(DEFAULT.with_values(change)).shown("distilled_rate") == pytest.approx(annuity, rel=1e-9)
    assert breakeven_volume(120000.0, 5e-6, 2e-6) == pytest.approx(4e10)
    assert math.isinf(breakeven_volume(120000.0, 2e-6, 2e-6))


# -- one workload for all ----------------------------------------------------------------------


@lever_cases
def test_the_scenario_of_what_reaches_the_model_serves_the_same(change):
    scenario = DEFAULT.with_values(change)
    asked, own = point(scenario), point(served(scenario))
    for key in SERVING:
        assert own.base(key) == pytest.approx(asked.base(key), rel=1e-9), key
    assert own.base("peak_rate") == pytest.approx(asked.base("peak_rate"), rel=1e-9)
    assert served(served(scenario)) == served(scenario)


def test_the_simulator_serves_what_reaches_the_model():
    scenario = DEFAULT.with_values({**LEVERS["all"], "levers.effort": "low", "deployment.concurrency": 20.0})
    seen = simulate(scenario, requests=4000, seed=1)
    assert seen.figure("tpot_mean") == pytest.approx(point(scenario).base("tpot_mean"), rel=0.05)
    assert seen.figure("ttft_mean") == pytest.approx(point(scenario).base("ttft_mean"), rel=0.2)
    assert features(served(scenario))[0] < 0.8 * features(DEFAULT)[0]


@pytest.mark.parametrize("load", LOADS, ids=lambda load: "-".join(load.values()) or "default")
def test_levers_leave_no_hole_where_a_point_is_feasible(load):
    rows = np.concatenate([DEFAULT.with_values({**load, **change}).to_record() for change in LEVERS.values()])
    found = points(rows)
    fine = found["feasible"] == 1.0
    assert fine.any()
    for key in METRICS.keys() - SITUATIONAL:
        assert np.isfinite(found[key][fine]).all(), key
