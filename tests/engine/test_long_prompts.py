"""Prompts of many token budgets: what waits for prefill is no longer fast once it decodes."""

import numpy as np
import pytest

from engine import files
from engine.drivers import Axis, line, point

FRAUD = files.resolve("fraud-triage").scenarios[0]


def test_tokens_do_not_come_faster_as_prompts_grow():
    lengths = np.geomspace(4000.0, 32000.0, 25)
    swept = line(FRAUD, Axis("workload.input_tokens", lengths, True))
    for key in ("tpot_mean", "tpot_p95"):
        assert (np.diff(swept.shown(key)) > 0.0).all(), key


@pytest.mark.parametrize(
    ("prompt", "mean", "late"), [(20000.0, 0.501, 0.948), (24000.0, 0.559, 1.041), (32000.0, 0.662, 1.217)]
)
def test_the_slowest_tokens_are_those_a_simulation_finds(prompt, mean, late):
    # Simulated with 40,000 requests; the mean leaves out that the queue for prefill empties meanwhile.
    found = point(FRAUD.with_value("workload.input_tokens", prompt))
    assert found.base("tpot_p95") == pytest.approx(late, rel=0.15)
    assert mean < found.base("tpot_mean") < 2.2 * mean
