"""Requests that come together: static batches, and the first round of a closed loop."""

import math
import statistics
from itertools import pairwise

import pytest

from tests import naive_serving, serving_cases
from tests.discrete_event import Case, simulate
from tests.physical import budget, seconds

FLAT = {
    "workload.input_variation": 0.0,
    "workload.output_variation": 0.0,
    "workload.cached_share": 0.0,
    "workload.input_tokens": 1000.0,
    "workload.output_tokens": 200.0,
    "deployment.token_budget": 4000.0,
    "stack.request_latency": 0.0,
}


def case(asked, **changes):
    flat = {k.replace(".", "__"): v for k, v in FLAT.items()} | changes
    return serving_cases.asked("static", deployment__concurrency=float(asked), **flat)


def walked(scenario, limit, asked):
    """The twin on the steps of `scenario`."""
    prompt, output = 1000, 200
    return naive_serving.static(
        lambda n, chunk: seconds(scenario, n, prompt + output / 2, chunk, prompt / 2),
        limit, asked, prompt, output, 4000,
    )  # fmt: skip


@pytest.mark.parametrize(("asked", "cap"), [(8, 512), (32, 512), (48, 16), (20, 16), (7, 4)])
def test_a_static_batch_is_its_steps_one_after_the_other(asked, cap):
    scenario = case(asked, deployment__batch_cap=float(cap))
    got = serving_cases.served(scenario)
    end, first, token = walked(scenario, min(cap, asked), asked)
    assert got.status == 0
    assert got.e2e_mean == got.e2e_p99 == pytest.approx(end, rel=0.01)
    assert got.rate == pytest.approx(asked / end, rel=0.01)
    assert got.ttft_mean == pytest.approx(statistics.fmean(first), rel=0.02)
    assert got.tpot_mean == pytest.approx(statistics.fmean(token), rel=0.01)
    assert got.ttft_p99 == pytest.approx(max(first), rel=0.02)


def test_waves_worked_by_hand():
    # 40 requests, 16 side by side: two full waves and one of 8. Prompts of 1000 in steps of 4000.
    scenario = case(40, deployment__batch_cap=16.0)
    got = serving_cases.served(scenario)
    chunk = seconds(scenario, 0, 0, 4000, 500)
    sixteen, eight = (seconds(scenario, n, 1100) for n in (16, 8))
    end = 2 * (4 * chunk + 199 * sixteen) + 2 * chunk + 199 * eight
    assert got.e2e_mean == pytest.approx(end, rel=1e-9)
    assert got.rate == pytest.approx(40 / end)
    assert got.prefill_share == pytest.approx(10 * chunk / end)
    full = 4 * chunk + 199 * sixteen
    # First tokens come 2.5 steps of prefill into a full wave, 1.5 into the last, in the mean.
    ttft = (16 * 2.5 * chunk + 16 * (full + 2.5 * chunk) + 8 * (2 * full + 1.5 * chunk)) / 40
    assert got.ttft_mean == pytest.approx(ttft)
    tpot = (32 * (sixteen + 1.5 * chunk / 199) + 8 * (eight + 0.5 * chunk / 199)) / 40
    assert got.tpot_mean == pytest.approx(tpot)
    # The median request is the 20th: fifth of the second wave, so in its second step of prefill.
    assert got.ttft_p50 == pytest.approx(full + 2 * chunk)


def test_a_static_batch_of_one_is_a_single_stream():
    scenario = case(1)
    got = serving_cases.served(scenario)
    assert got.ttft_mean == got.ttft_p99 == pytest.approx(seconds(scenario, 0, 0, 1000, 500))
    assert got.tpot_mean == got.tpot_p99 == pytest.approx(seconds(scenario, 1, 1100))
    loop = serving_cases.served(scenario.with_value("deployment.load", "closed"))
    assert got.tpot_mean == pytest.approx(loop.tpot_mean)
    assert got.e2e_mean == pytest.approx(got.ttft_mean + 199 * got.tpot_mean)


def test_what_the_cache_cannot_hold_to_the_end_runs_in_waves():
    scenario = case(3000, deployment__batch_cap=1e5)
    room = budget(scenario)
    assert room.together < room.batch_limit < 3000
    got = serving_cases.served(scenario)
    assert got.batch == math.floor(room.together)
    assert got.ttft_p95 > got.ttft_p50 > got.tpot_mean * 199


def test_the_longest_answer_ends_a_batch_of_unequal_ones():
    even, spread = (case(64, workload__output_variation=v) for v in (0.0, 0.8))
    one, other = serving_cases.served(even), serving_cases.served(spread)
    assert other.e2e_mean > 1.5 * one.e2e_mean
    alone = serving_cases.served(case(1))
    assert one.e2e_mean > alone.e2e_mean


def test_larger_static_batches_serve_more_but_each_later():
    got = [serving_cases.served(case(n)) for n in (1, 4, 16, 64)]
    assert all(b.rate > a.rate for a, b in pairwise(got))
    assert all(b.e2e_mean > a.e2e_mean for a, b in pairwise(got))


# --- the first round of a closed loop ---------------------------------------------------------------


@pytest.mark.parametrize("clients", [8, 32, 96])
@pytest.mark.parametrize("rounds", [3, 10])
def test_the_first_round_of_a_closed_loop_weighs_as_in_a_simulation(clients, rounds):
    case = Case(10e-3, 0.0, 60e-6, 900, 0.064, 900, 0.064, 8192, 512)
    seen = simulate(case, 1.0, clients * rounds, loop=clients, whole=True)
    got = serving_cases.closed_loop(case, clients, rounds)
    assert got.ttft_mean == pytest.approx(seen.ttft.mean(), rel=0.08)
    assert got.tpot_mean == pytest.approx(seen.tpot.mean(), rel=0.02)
    assert got.e2e_mean == pytest.approx(seen.e2e.mean(), rel=0.02)


def test_the_more_rounds_the_less_the_first_weighs():
    case = Case(10e-3, 0.0, 60e-6, 900, 0.064, 900, 0.064, 8192, 512)
    got = [serving_cases.closed_loop(case, 48, rounds) for rounds in (1, 3, 10, 100, 1e9)]
    assert all(b.ttft_mean < a.ttft_mean for a, b in pairwise(got))
    assert all(b.rate > a.rate for a, b in pairwise(got))
    # A tenth of the requests waits for up to 48 prompts: the 99th percentile is among them.
    assert got[2].ttft_p99 > 0.85 * 48 * 900 * 60e-6
    assert got[4].ttft_p99 < 0.5


def test_answers_of_one_length_keep_a_closed_loop_in_step():
    # Who started together ends together: prompts meet in the same steps for ever.
    even = Case(10e-3, 0.0, 60e-6, 900, 0.0, 900, 0.0, 8192, 512)
    uneven = Case(10e-3, 0.0, 60e-6, 900, 0.064, 900, 0.064, 8192, 512)
    one, other = (serving_cases.closed_loop(case, 64, 1e9) for case in (even, uneven))
    seen = simulate(even, 1.0, 6400, loop=64)
    assert one.ttft_mean > 3 * other.ttft_mean
    assert one.ttft_mean == pytest.approx(seen.ttft.mean(), rel=0.25)
