"""Board power against load, and what of it reaches the meter of the site."""

import dataclasses
import math

import numpy as np
import pytest

from engine import catalog
from engine.drivers import point
from engine.drivers.power import boards
from engine.explain import explain, recompute
from engine.kernels.power import bent, duty
from engine.scenario import DEFAULT
from engine.validation.energy import at_measured_throughput
from engine.validation.mapping import cases
from engine.validation.points import Point
from engine.validation.predict import Batch
from tests import naive, naive_money, naive_power

PARTS = ("board_power_static", "board_power_arithmetic", "board_power_memory")
FAST = DEFAULT.with_values({"deployment.load": "closed", "deployment.concurrency": 64})


def _with(model, **values):
    made = catalog.apply(FAST, "model", model)
    return made.with_values({key.replace("__", "."): value for key, value in values.items()})


CASES = {
    "open": DEFAULT,
    "closed": FAST,
    "one request": FAST.with_value("deployment.concurrency", 1),
    "hardly used": DEFAULT.with_values({"deployment.load": "share", "deployment.load_share": 0.02}),
    "mixture of experts": _with("qwen3-30b-a3b", deployment__tensor_parallel=1),
    "latent attention": _with(
        "deepseek-v3", accelerator__memory=180, deployment__tensor_parallel=8, deployment__expert_parallel=8
    ),
    "attention in data parallel": _with(
        "deepseek-v3", accelerator__memory=180, deployment__tensor_parallel=1, deployment__data_parallel=8,
        deployment__expert_parallel=8,
    ),
    "windows": _with("gemma-3-12b", deployment__tensor_parallel=1),
    "pipeline": FAST.with_value("deployment.pipeline_parallel", 2),
    "slow layers": _with("qwen3-30b-a3b", stack__layer_time=20, stack__expert_layer_time=30),
    "slow steps with prompts": _with("llama-3.1-8b", stack__prompt_step_time=5),
    "slow latent layers": _with(
        "deepseek-v3", accelerator__memory=180, deployment__tensor_parallel=8, stack__latent_layer_time=30
    ),
    "separate pools": DEFAULT.with_value("deployment.disaggregated", "yes"),
    "pools of set sizes": FAST.with_values({
        "deployment.disaggregated": "yes", "deployment.prefill_workers": 2, "deployment.decode_workers": 3,
    }),
    "guesses": FAST.with_values({"deployment.draft_tokens": 3, "deployment.draft_acceptance": 0.7}),
    "sixteen bits": FAST.with_values({"precision.weights": "bf16", "precision.compute": "bf16"}),
    "board of little power": FAST.with_value("accelerator.tdp", 150),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_board_power_equals_plain_arithmetic(case):
    s = naive.inputs(case.to_record())
    p = point(case)
    idle = 0.0 if case.get("deployment.load") == "closed" or s.deployment.disaggregated else None
    if idle is None:
        # Poisson arrivals leave a replica empty for what its batch says: read it from the static part.
        idle = _idle_share(case, p)
    found = naive_power.board(s, p.base("replica_rate"), p.base("batch"), idle, *_pools(case, p))
    assert [p.base(key) for key in PARTS] == pytest.approx(list(found), rel=1e-9)
    assert p.base("board_power") == pytest.approx(sum(found), rel=1e-9)
    assert p.base("board_power") <= s.accelerator.tdp * (1 + 1e-12)


def _pools(case, p):
    """Workers that decode, and accelerators of a replica."""
    workers = 1.0
    if case.get("deployment.disaggregated") == "yes":
        workers = case.number("deployment.decode_workers") or 1.0 - p.base("prefill_share")
    return workers, p.base("accelerators_per_replica")


def _idle_share(case, p):
    """The share of time without a request at which the twin gives the same static draw, by bisection."""
    s = naive.inputs(case.to_record())

    def static(idle):
        return naive_power.board(s, p.base("replica_rate"), p.base("batch"), idle, *_pools(case, p))[0]

    low, high = 0.0, 1.0 - 1e-9
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if static(middle) > p.base("board_power_static") else (low, middle)
    return low


def test_board_power_of_a_small_model_by_hand():
    """1 B parameters in BF16, one layer, no cache, head and rows left out of the reckoning by their size.

    100 requests/s of 1 new input token and 99 output tokens, 50 running: 10,000 tokens/s, 198 passes/s.
    Arithmetic 10,000 x 2e9 x 1 pJ = 20 W; weights 198 x 2e9 B x 100 pJ = 39.6 W; static 50 W.
    """
    record = DEFAULT.with_values({
        "model.attention_parameters": 0.5, "model.dense_parameters": 0.5, "model.layers": 1,
        "model.full_layers": 1, "model.hidden_size": 16, "model.vocabulary": 2, "model.kv_elements": 0,
        "model.attention_flops_decode": 0, "model.attention_flops_prefill": 0, "model.kv_heads": 8,
        "precision.weights": "bf16", "precision.compute": "bf16", "workload.input_tokens": 1,
        "workload.cached_share": 0, "workload.output_tokens": 99, "deployment.tensor_parallel": 1,
        "efficiency.idle_power": 50, "efficiency.active_power": 50, "efficiency.flop_energy_bf16": 1,
        "efficiency.byte_energy": 100, "accelerator.tdp": 1e6, "accelerator.system_power": 1e6,
    }).to_record()  # fmt: skip
    watts = boards(record, np.array([100.0]), np.array([50.0]))
    assert watts == pytest.approx([50 + 20 + 39.6], rel=1e-4)


def test_draw_bends_towards_the_limit_and_never_passes_it():
    assert bent(1e-3, 100.0) == pytest.approx(1e-3)
    assert bent(100.0, 100.0) == pytest.approx(100 / math.sqrt(2))
    assert 99.9 < bent(1e4, 100.0) <= 100.0
    assert bent(50.0, 0.0) == 0.0
    assert bent(0.0, 100.0) == 0.0


def test_more_concurrency_draws_more_and_costs_less_energy_a_token():
    points = [point(FAST.with_value("deployment.concurrency", n)) for n in (1, 4, 16, 64)]
    watts = [p.base("board_power") for p in points]
    joules = [p.base("board_energy_per_output_token") for p in points]
    assert watts == sorted(watts)
    assert joules == sorted(joules, reverse=True)
    assert joules[0] > 5 * joules[-1]


def test_energy_of_a_token_is_that_of_all_boards_over_all_tokens():
    p = point(DEFAULT)
    tokens = p.base("replica_rate") * DEFAULT.number("workload.output_tokens")
    boards_together = p.base("board_power") * p.base("accelerators_per_replica")
    assert p.base("board_energy_per_output_token") == pytest.approx(boards_together / tokens)


def test_meter_of_the_site_sees_more_than_the_boards():
    p = point(DEFAULT)
    assert p.base("energy_per_output_token") > 1.5 * p.base("board_energy_per_output_token")


@pytest.mark.parametrize("key", ["idle_power", "active_power", "flop_energy_fp8", "byte_energy"])
def test_every_constant_of_the_board_raises_the_draw(key):
    name = f"efficiency.{key}"
    lower, higher = (point(DEFAULT.with_value(name, DEFAULT.number(name) * k)) for k in (0.8, 1.2))
    # A higher idle draw hides what active adds, never more than that.
    assert higher.base("power") > lower.base("power")


def test_idle_months_cost_idle_power():
    """A fleet of fixed size: half of the requests, half of the duty, and the other half is idle."""
    fixed = DEFAULT.with_values({"deployment.load": "share", "deployment.load_share": 0.5})
    p = point(fixed)
    spare = point(fixed.with_value("fleet.spare_share", 1.0))
    assert spare.base("duty") == pytest.approx(p.base("duty") * (1 + fixed.number("fleet.spare_share")) / 2)
    assert spare.base("power_per_accelerator") < p.base("power_per_accelerator")
    lowest = naive_money.all_in(fixed, p.base("board_power"), 0.0)
    assert spare.base("power_per_accelerator") > lowest
    assert duty(1.0, 0.0, 1.0, 0.5) == 1.0


def test_host_that_makes_boards_wait_lowers_their_draw():
    slow = FAST.with_value("stack.step_time", 50.0)
    assert point(slow).base("board_power_static") < point(FAST).base("board_power_static") - 20.0


@pytest.mark.parametrize("supply", ["own", "rent"])
def test_explanation_takes_the_power_of_the_site_down_to_the_board(supply):
    s = DEFAULT.with_value("finance.supply", supply)
    p = point(s)
    node = explain(p, s, "power")
    assert recompute(node) == pytest.approx(p.base("power"), rel=1e-9)
    each = next(child for child in node.children if child.key == "power_per_accelerator")
    assert recompute(each) == pytest.approx(p.base("power_per_accelerator"), rel=1e-9)
    board = next(child for child in each.children if child.key == "board_power")
    assert [child.key for child in board.children] == list(PARTS)
    assert "efficiency.byte_energy" in [child.key for child in board.children[2].children]


def test_energy_of_an_owned_hour_is_its_power_at_its_price():
    s = DEFAULT.with_value("finance.supply", "own")
    p = point(s)
    node = explain(p, s, "energy_rate")
    assert recompute(node) == pytest.approx(p.base("energy_rate"), rel=1e-9)


def test_parts_of_every_maker_have_constants_of_their_board():
    for ident, part in catalog.load("accelerator").items():
        value = {key.partition(".")[2]: figure.value for key, figure in part.values.items()}
        assert 0 < value["idle_power"] < value["tdp"], ident
        assert value["idle_power"] <= value["active_power"] < value["tdp"], ident
        assert value["flop_energy_fp4"] <= value["flop_energy_fp8"] <= value["flop_energy_bf16"], ident
        # At its peak rates a board would ask for more than its limit, but not for ten times that.
        asked = value["active_power"] + value["flop_energy_bf16"] * value["bf16"]
        assert 0.8 * value["tdp"] < asked < 10 * value["tdp"], ident


def test_energy_at_the_measured_throughput_is_the_engines_own_where_that_is_what_it_predicts():
    case = Point(
        point_id="p", source="s", hardware="H100-SXM-80GB", n_devices=1.0, model="llama-3.1-8b",
        engine="vLLM", isl=1000.0, osl=200.0, concurrency_or_batch=16.0, batch_kind="max_concurrency",
        weight_precision="bf16", tp="1",
        energy_J_per_out_token=0.4, throughput_out_tok_s=1000.0,
    )  # fmt: skip
    first = Batch(cases([case])[0])
    predicted = first.predict()
    same = dataclasses.replace(case, throughput_out_tok_s=float(predicted["throughput"][0]))
    again = Batch(cases([same])[0])
    assert at_measured_throughput(again, predicted) == pytest.approx(predicted["energy"], rel=1e-6)
    # Half as fast: static draw weighs twice on each token, arithmetic does not.
    half = dataclasses.replace(same, throughput_out_tok_s=same.throughput_out_tok_s / 2)
    slower = at_measured_throughput(Batch(cases([half])[0]), predicted)[0]
    assert 1.05 < slower / predicted["energy"][0] < 2.0
    silent = dataclasses.replace(same, energy_J_per_out_token=None)
    assert np.isnan(at_measured_throughput(Batch(cases([silent])[0]), predicted)[0])
