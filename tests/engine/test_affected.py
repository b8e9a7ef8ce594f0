"""What a change moved: hand-worked movements, order, and agreement with the points."""

import math

import pytest

from engine.affected import effects, movement, used_by
from engine.drivers import point
from engine.metrics import METRICS
from engine.scenario import DEFAULT

STARVED = DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(2.0, 2.0, 0.0), (2.0, 1.0, 0.5), (1.0, 2.0, 0.5), (0.0, 3.0, 1.0), (-1.0, 1.0, 2.0), (0.0, 0.0, 0.0),
     (math.nan, math.nan, 0.0), (math.nan, 1.0, math.inf), (1.0, math.nan, math.inf)],
)  # fmt: skip
def test_movement_is_the_difference_over_the_larger_size(before, after, expected):
    assert movement(before, after) == expected


def test_every_metric_is_told_once_the_most_moved_first():
    found = effects(point(DEFAULT), point(DEFAULT.with_value("workload.output_tokens", 900.0)))
    assert sorted(one.key for one in found) == sorted(METRICS)
    sizes = [one.movement for one in found]
    assert sizes == sorted(sizes, reverse=True)


def test_an_input_of_value_moves_no_figure_of_the_machine():
    found = {
        one.key: one for one in effects(point(DEFAULT), point(DEFAULT.with_value("value.adoption", 0.4)))
    }
    assert found["decision_value"].moved
    assert not any(found[key].moved for key in ("tpot_p95", "cost_per_output_token", "accelerators"))


def test_nothing_changed_moves_nothing():
    assert not any(one.moved for one in effects(point(DEFAULT), point(DEFAULT)))


def test_a_figure_that_is_lost_counts_as_the_largest_movement():
    found = effects(point(DEFAULT), point(STARVED))
    lost = {one.key for one in found if math.isinf(one.movement)}
    assert {"cost_per_output_token", "gross_margin", "feasible", "binding"} <= lost


def test_an_input_is_used_by_what_it_moves_and_by_nothing_else():
    rent = {effect.key: effect for effect in used_by(DEFAULT, "accelerator.rent")}
    assert "cost_per_output_token" in rent
    assert not {"tpot_p95", "ttft_p95", "energy_per_response"} & rent.keys()
    sizes = [effect.movement for effect in used_by(DEFAULT, "workload.output_tokens")]
    assert sizes == sorted(sizes, reverse=True)
    assert min(sizes) > 0.0


def test_what_counts_for_nothing_is_used_by_nothing_and_a_choice_is_tried_in_every_other_way():
    assert DEFAULT.get("deployment.load") != "share"
    assert used_by(DEFAULT, "deployment.load_share") == []
    assert {"tpot_p95", "kv_bytes_per_token"} <= {one.key for one in used_by(DEFAULT, "precision.kv")}
