"""Prompts and answers that an engine takes in and sends out only every so many steps."""

import pytest

from engine.drivers import point
from engine.scenario import DEFAULT
from engine.simulator import simulate

CLOSED = DEFAULT.with_values(
    {
        "deployment.load": "closed",
        "deployment.concurrency": 8.0,
        "deployment.batch_cap": 64.0,
        "deployment.rounds": 1e9,
        "workload.input_tokens": 500.0,
        "workload.output_tokens": 2000.0,
        "workload.input_variation": 0.0,
        "workload.output_variation": 0.0,
        "workload.cached_share": 0.0,
    }
)
KEYS = ("polling_interval", "gathering_steps", "delivery_steps")


def found(**changes):
    got = point(CLOSED.with_values({f"deployment.{name}": value for name, value in changes.items()}))
    return got.base("ttft_mean"), got.base("tpot_mean"), got.base("e2e_mean"), got.base("replica_rate")


def test_a_queue_looked_at_every_so_many_steps_is_waited_in_for_half_of_them():
    first, step, _, _ = found()
    later = found(polling_interval=31.0)[0]
    assert later - first == pytest.approx(15 * step, rel=0.03)


def test_a_prompt_that_no_other_follows_waits_for_company_to_the_end():
    first, step, _, _ = found()
    # Eight requests bring a prompt in 250 steps: few come in four.
    assert found(gathering_steps=4.0)[0] - first == pytest.approx(4 * step, rel=0.03)


def test_the_more_prompts_come_while_others_wait_the_less_each_waits():
    few, step, _, _ = found()
    more = 400.0
    met = 8.0 / 2000.0 * more
    mean = more * (1 + met / 2) / (1 + met)
    assert found(gathering_steps=more)[0] - few == pytest.approx(mean * step, rel=0.05)


def test_a_full_token_budget_ends_the_wait():
    tight = {"deployment.token_budget": 600.0}
    first = point(CLOSED.with_values(tight))
    later = point(CLOSED.with_values({**tight, "deployment.gathering_steps": 1e4}))
    fills = 600.0 / (8.0 / 2000.0 * 500.0)
    assert later.base("ttft_mean") - first.base("ttft_mean") < fills * first.base("tpot_mean")


def test_what_is_sent_in_bundles_comes_late_at_first_and_never_costs_throughput():
    first, step, whole, rate = found()
    later = found(delivery_steps=10.0)
    assert later[0] - first == pytest.approx(9 * step, rel=1e-6)
    assert later[1:] == pytest.approx((step, whole, rate))


@pytest.mark.parametrize("changes", [{"polling_interval": 201.0}, {"gathering_steps": 100.0}])
def test_who_waits_outside_is_not_served_meanwhile(changes):
    first, _, whole, rate = found()
    later = found(**changes)
    assert later[2] - whole == pytest.approx(later[0] - first, rel=0.1)
    assert later[3] < rate


def test_a_simulation_tells_the_same_wait():
    changes = {"deployment.polling_interval": 41.0, "deployment.delivery_steps": 10.0}
    both = CLOSED, CLOSED.with_values(changes)
    told = [point(one).base("ttft_mean") for one in both]
    seen = [simulate(one, requests=400, seed=3).ttft.mean for one in both]
    assert seen[1] - seen[0] == pytest.approx(told[1] - told[0], rel=0.1)
