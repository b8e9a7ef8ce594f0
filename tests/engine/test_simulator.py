"""The compiled simulator: the same events as a plain one, and the laws that any server obeys."""

import threading

import numba
import numpy as np
import pytest

from engine.drivers import point
from engine.errors import IsocostError
from engine.jit import readable
from engine.scenario import DEFAULT
from engine.simulator import Cancelled, Trace, layout, simulate, workload
from engine.simulator.events import survey
from engine.simulator.run import run
from engine.simulator.setup import Fleet, build_world, step_tables
from tests import discrete_event
from tests.discrete_event import CASES, Case

pytestmark = pytest.mark.skipif(
    bool(numba.config.DISABLE_JIT), reason="the simulation takes minutes uncompiled"
)


def loaded(share, **changes):
    values = {"deployment.load": "share", "deployment.load_share": share}
    return DEFAULT.with_values(values | {k.replace("__", "."): v for k, v in changes.items()})


def served(case, arrive, tokens_in, tokens_out, *, loop=0, replicas=1, policy=layout.LEAST, memory=np.inf):
    """What replicas with the affine step of `case` do with these requests: the world after it all.

    With `memory` a token takes one unit of it.
    """
    record = readable(np.repeat(DEFAULT.to_record(), 2))
    pools = np.zeros(2, layout.POOL)
    survey(record, readable(pools))
    pools["affine"] = 1
    pools["a"], pools["b"], pools["c"] = case.a, case.b, case.c
    pools["budget"], pools["slots"], pools["memory"] = case.budget, case.limit, memory
    pools["token"], pools["state"], pools["window_token"] = 1, 0, 0
    asked = workload.plain(
        np.asarray(arrive, float), np.asarray(tokens_in, np.int64), np.asarray(tokens_out, np.int64), 0.0
    )
    fleet = Fleet(replicas, replicas, 0.0, loop)
    world = build_world(asked, fleet, pools, policy, np.random.default_rng(0), step_tables(pools))
    run(record, world, None, None)
    return world


def lengths(case, count, seed=1):
    rng = np.random.default_rng(seed)
    tokens_in = np.maximum(1, np.rint(discrete_event.lognormal(rng, case.prompt, case.prompt_cv, count)))
    tokens_out = np.maximum(2, np.rint(discrete_event.lognormal(rng, case.output, case.output_cv, count)))
    return rng, tokens_in.astype(np.int64), tokens_out.astype(np.int64)


def test_three_requests_worked_by_hand():
    # Step = 1 + 0.1 n + 0.01 p seconds, budget 100 tokens, two slots.
    # 0.0: A (60 in, 3 out) and B (70 in, 2 out) come. Step 1: A 60, B 40 -> 1 + 1.00 = 2.0; A has 1 token.
    # Step 2: A decodes, B's last 30 -> 1 + 0.1 + 0.30 = 1.4, to 3.4; A 2 tokens, B its first.
    # 2.5: C (10 in, 1 out) comes and waits, for both slots are taken.
    # Step 3: both decode -> 1.2, to 4.6; A and B are done. Step 4: C -> 1.1, to 5.7, which is all of C.
    case = Case(1.0, 0.1, 0.01, 1, 0, 1, 0, 100, 2)
    seen = served(case, [0.0, 0.0, 2.5], [60, 70, 10], [3, 2, 1]).req
    assert seen["first"] == pytest.approx([2.0, 3.4, 5.7])
    assert seen["last"] == pytest.approx([4.6, 4.6, 5.7])


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("load", [0.3, 0.9])
def test_every_event_is_that_of_the_plain_simulation(name, load):
    case, count = CASES[name], 5_000
    rng, tokens_in, tokens_out = lengths(case, count)
    arrive = np.cumsum(rng.exponential(1 / (load * case.capacity), count))
    constants = case.a, case.b, case.c, float(case.budget), case.limit
    first, last, _, _ = discrete_event._run(arrive, tokens_in.astype(float), tokens_out, *constants, 0)
    seen = served(case, arrive, tokens_in, tokens_out)
    assert seen.req["first"] == pytest.approx(first, rel=1e-9)
    assert seen.req["last"] == pytest.approx(last, rel=1e-9)
    assert seen.replicas["tokens"].sum() == tokens_out.sum()


@pytest.mark.parametrize("loop", [1, 7, 64])
def test_a_closed_loop_is_that_of_the_plain_simulation(loop):
    case, count = CASES["chat-8B"], 3_000
    _, tokens_in, tokens_out = lengths(case, count)
    arrive = np.where(np.arange(count) < loop, 0.0, np.inf)
    constants = case.a, case.b, case.c, float(case.budget), case.limit
    first, last, _, _ = discrete_event._run(arrive, tokens_in.astype(float), tokens_out, *constants, loop)
    seen = served(case, np.zeros(count), tokens_in, tokens_out, loop=loop).req
    assert np.sort(seen["last"]) == pytest.approx(np.sort(last), rel=1e-9)
    assert np.sort(seen["first"]) == pytest.approx(np.sort(first), rel=1e-9)


def test_the_number_in_the_system_is_arrivals_times_time_in_it():
    # Little's law over the whole run, from what replicas integrate and what requests see.
    case, count = CASES["chat-70B"], 4_000
    rng, tokens_in, tokens_out = lengths(case, count)
    arrive = np.cumsum(rng.exponential(1 / (0.6 * case.capacity), count))
    seen = served(case, arrive, tokens_in, tokens_out)
    waits = seen.req["last"] - seen.req["arrive"]
    # Slots never run out here, so a request waits for the step in progress at most before it is in service.
    longest = case.a + case.b * case.limit + case.c * case.budget
    assert 0 < waits.sum() - seen.replicas["area"].sum() < count * longest


def test_a_seed_gives_the_same_figures_and_another_seed_others():
    one, two, other = (simulate(loaded(0.6), requests=3_000, seed=seed) for seed in (4, 4, 5))
    assert (one.ttft, one.tpot, one.e2e, one.rate) == (two.ttft, two.tpot, two.e2e, two.rate)
    assert one.ttft.mean != other.ttft.mean


def test_what_is_asked_for_is_served():
    scenario = loaded(0.6)
    seen = simulate(scenario, requests=40_000)
    assert seen.rate == pytest.approx(point(scenario).base("replica_rate"), rel=0.03)
    assert seen.figure("throughput_per_accelerator") == pytest.approx(
        point(scenario).base("throughput_per_accelerator"), rel=0.05
    )
    assert seen.preemptions == seen.refused == 0


def test_a_cancelled_run_stops_at_once_and_progress_rises_to_one():
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        simulate(loaded(0.6), requests=200_000, cancelled=lambda: next(asked))
    told = []
    simulate(loaded(0.6), requests=60_000, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 2


def test_another_thread_runs_on_while_it_simulates():
    seen = []
    thread = threading.Thread(target=lambda: seen.append(simulate(loaded(0.6), requests=20_000)))
    thread.start()
    here = simulate(loaded(0.6), requests=20_000)
    thread.join()
    assert seen[0].ttft == here.ttft


def test_what_has_no_load_is_refused_with_the_cause():
    with pytest.raises(IsocostError, match="nothing to simulate"):
        simulate(DEFAULT.with_values({"deployment.concurrency": 1e5}))
    with pytest.raises(
        IsocostError, match="dispatch: 'best' is not one of random, round-robin, least, prefix"
    ):
        simulate(DEFAULT, dispatch="best")


def test_a_trace_is_replayed_as_it_is():
    trace = Trace("made", np.array([0.0, 1.0, 1.5]), np.array([500, 2000, 800]), np.array([40, 1, 90]))
    seen = simulate(loaded(0.5), trace=trace)
    assert seen.requests == 3
    assert seen.cache_hit_fraction == pytest.approx(0.4, abs=0.01)


def test_more_replicas_share_better_and_looking_beats_chance():
    # Four times the arrivals on four replicas: a queue before all of them is shorter than four queues.
    case, count = CASES["RAG"], 20_000
    rng, tokens_in, tokens_out = lengths(case, count)
    arrive = np.cumsum(rng.exponential(1 / (0.7 * case.capacity), count))
    means = {}
    for replicas in (1, 4):
        for policy in (layout.RANDOM, layout.ROUND_ROBIN, layout.LEAST):
            seen = served(
                case, arrive / replicas, tokens_in, tokens_out, replicas=replicas, policy=policy
            ).req
            means[replicas, policy] = (seen["first"] - seen["arrive"])[2_000:].mean()
    chance = means[4, layout.RANDOM]
    assert means[4, layout.LEAST] < 0.8 * chance
    assert means[4, layout.ROUND_ROBIN] < 0.8 * chance
    assert means[4, layout.LEAST] < 0.8 * means[1, layout.LEAST]
    assert means[4, layout.RANDOM] == pytest.approx(means[1, layout.RANDOM], rel=0.15)


def test_sequences_are_sent_back_only_for_want_of_memory_and_lose_nothing():
    case, count = CASES["chat-8B"], 3_000
    rng, tokens_in, tokens_out = lengths(case, count)
    arrive = np.cumsum(rng.exponential(1 / (0.7 * case.capacity), count))
    whole = int((tokens_in + tokens_out).max())
    free, tight = (
        served(case, arrive, tokens_in, tokens_out, memory=memory) for memory in (1e12, 2.0 * whole)
    )
    assert free.replicas["preempted"].sum() == 0
    assert tight.replicas["preempted"].sum() > 0
    for world in (free, tight):
        assert np.isfinite(world.req["last"]).all()
        assert world.replicas["tokens"].sum() == tokens_out.sum()
        assert world.replicas["used"].sum() == 0
    assert (tight.req["last"] - arrive).mean() > (free.req["last"] - arrive).mean()


def test_what_no_empty_replica_can_hold_is_refused_and_the_rest_is_served():
    seen = served(CASES["chat-8B"], [0.0, 0.1, 0.2], [50, 500, 60], [5, 5, 5], memory=300.0)
    assert list(np.isfinite(seen.req["last"])) == [True, False, True]
    assert seen.run["refused"][0] == 1


def test_prompts_alone_wait_like_a_server_with_fixed_service():
    # One token out and one prompt a step: M/D/1, whose mean wait is rho s / (2 (1 - rho)).
    case = Case(0.0, 0.0, 0.01, 100, 0, 1, 0, 100, 10**6)
    count, rho = 200_000, 0.6
    rng = np.random.default_rng(3)
    arrive = np.cumsum(rng.exponential(1.0 / rho, count))
    seen = served(case, arrive, np.full(count, 100), np.full(count, 1)).req
    wait = (seen["first"] - seen["arrive"]).mean() - 1.0
    assert wait == pytest.approx(rho / (2 * (1 - rho)), rel=0.03)


def test_separate_pools_keep_prompts_from_delaying_tokens():
    one = simulate(loaded(0.7), requests=20_000)
    two = simulate(loaded(0.7, deployment__disaggregated="yes"), requests=20_000)
    assert two.replicas >= 2
    assert two.tpot.p99 < 0.8 * one.tpot.p99
    assert two.preemptions == 0


def test_a_batch_of_equal_requests_ends_as_the_closed_form_says():
    values = {
        "deployment.load": "static", "deployment.concurrency": 32.0, "workload.input_variation": 0.0,
        "workload.output_variation": 0.0, "workload.cached_share": 0.0,
    }  # fmt: skip
    scenario = DEFAULT.with_values(values)
    seen, found = simulate(scenario, requests=64), point(scenario)
    assert seen.e2e.mean == pytest.approx(found.base("e2e_mean"), rel=0.03)
    assert seen.ttft.mean == pytest.approx(found.base("ttft_mean"), rel=0.06)


@pytest.mark.parametrize(("share", "turns"), [(0.0, 1.0), (0.0, 4.0), (0.25, 4.0)])
def test_the_mean_input_of_sessions_is_the_scenario_s(share, turns):
    prefixes = workload.Prefixes(5, int(share * 6000), turns, 300)
    rng = np.random.default_rng(2)
    asked = workload.draw(DEFAULT, 1.0, 60_000, rng, prefixes)
    assert asked.tokens_in.mean() == pytest.approx(6000, rel=0.06)
    assert (asked.history + asked.system < asked.tokens_in).all()


def test_without_anything_in_common_nothing_is_found_in_the_cache():
    seen = simulate(loaded(0.4), requests=4_000, prefixes=workload.Prefixes())
    assert seen.cache_hit_fraction == 0.0
    shared = simulate(loaded(0.4), requests=4_000, prefixes=workload.Prefixes(4, 3000))
    assert shared.cache_hit_fraction == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize(
    "changes",
    [
        {"deployment.draft_tokens": 3.0},
        {
            "deployment.disaggregated": "yes",
            "deployment.prefill_workers": 2.0,
            "deployment.decode_workers": 3.0,
        },
    ],
)
def test_guessed_tokens_and_pools_of_set_sizes_pace_as_the_closed_form_says(changes):
    scenario = loaded(0.5).with_values(changes)
    seen, found = simulate(scenario, requests=20_000, dispatch="random"), point(scenario)
    assert seen.rate == pytest.approx(found.base("replica_rate"), rel=0.03)
    assert seen.tpot.mean == pytest.approx(found.base("tpot_mean"), rel=0.06)
    assert seen.e2e.mean == pytest.approx(found.base("e2e_mean"), rel=0.06)
    assert seen.figure("throughput_per_accelerator") == pytest.approx(
        found.base("throughput_per_accelerator"), rel=0.05
    )
