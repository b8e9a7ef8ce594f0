"""Factors of an own benchmark act where they say, and nowhere else."""

import math

import pytest

from engine.drivers import point
from engine.metrics import METRICS
from engine.metrics.demand import DEMAND
from engine.metrics.fleet import FLEET
from engine.metrics.limits import LIMITS
from engine.metrics.memory import MEMORY
from engine.metrics.serving import SERVING
from engine.metrics.step import ONE_STEP
from engine.scenario import DEFAULT

# Time outside the engine is nobody's to correct.
CLOSED = DEFAULT.with_values(
    {"deployment.load": "closed", "deployment.concurrency": 32.0, "stack.request_latency": 0.0}
)
TIMES = ("step_time", "prefill_time", "tpot_mean", "ttft_mean", "e2e_mean", "tpot_p95", "ttft_p95")


def test_both_factors_together_stretch_time_itself():
    plain = point(CLOSED)
    slow = point(CLOSED.with_values({"correction.decode": 1.3, "correction.prefill": 1.3}))
    for key in TIMES:
        assert slow.base(key) == pytest.approx(1.3 * plain.base(key), rel=1e-6), key
    assert slow.base("replica_rate") == pytest.approx(plain.base("replica_rate") / 1.3, rel=1e-6)
    assert slow.base("cost_per_request") == pytest.approx(1.3 * plain.base("cost_per_request"), rel=1e-6)


def test_decode_factor_leaves_a_lone_prompt_alone():
    plain, slow = point(CLOSED), point(CLOSED.with_value("correction.decode", 1.5))
    assert slow.base("prefill_time") == plain.base("prefill_time")
    assert slow.base("step_time") == pytest.approx(1.5 * plain.base("step_time"))
    assert 1.0 < slow.base("tpot_mean") / plain.base("tpot_mean") < 1.5


def test_prefill_factor_leaves_the_decode_step_alone():
    plain, slow = point(CLOSED), point(CLOSED.with_value("correction.prefill", 2.0))
    assert slow.base("step_time") == plain.base("step_time")
    assert slow.base("prefill_time") == pytest.approx(2.0 * plain.base("prefill_time"))
    assert slow.base("ttft_mean") > 1.2 * plain.base("ttft_mean")


def test_power_factor_moves_energy_and_no_latency():
    plain, hot = point(CLOSED), point(CLOSED.with_value("correction.power", 1.2))
    assert 1.03 < hot.base("energy_per_output_token") / plain.base("energy_per_output_token") < 1.2
    pairs = {key: (plain.base(key), hot.base(key)) for key in METRICS}
    moved = {key for key, (a, b) in pairs.items() if a != b and not (math.isnan(a) and math.isnan(b))}
    assert {"board_power", "power"} <= moved
    served = (*DEMAND, *MEMORY, *ONE_STEP, *SERVING, *FLEET, *LIMITS)
    assert not moved & {metric.key for metric in served}
    assert not {key for key in moved if key.startswith(("tpot", "ttft", "e2e"))}
