"""The scenarios that ship: as built from catalogue parts, feasible, telling, and unremarkable."""

import pytest

from engine import files
from engine.drivers import point
from engine.metrics import METRICS
from resources.tools.build_scenarios import CASES, build

KEYS = (
    "cost_per_output_token", "cost_per_input_token", "cost_per_request", "cost_per_user_month",
    "price_per_request", "margin_per_request", "gross_margin", "breakeven_price",
    "ttft_mean", "ttft_p95", "tpot_mean", "tpot_p95", "throughput_per_accelerator", "utilization",
    "accelerators", "replicas", "energy_per_response", "power", "batch",
)  # fmt: skip


def test_every_case_ships_and_nothing_else():
    assert set(files.builtin_names()) == set(CASES)
    assert files.builtin_names()[0] == "enterprise-assistant"


@pytest.mark.parametrize("name", CASES)
def test_shipped_file_is_what_the_catalogue_gives_today(name):
    project = files.load_builtin(name)
    assert project.scenario == build(CASES[name])
    assert not project.report


@pytest.mark.parametrize("name", CASES)
def test_case_is_feasible_with_every_figure_finite_and_no_odd_input(name):
    scenario = files.load_builtin(name).scenario
    p = point(scenario)
    assert p.feasible
    assert all(abs(p.base(key)) < float("inf") for key in KEYS)
    assert list(scenario.warnings()) == []
    assert scenario.note
    assert set(KEYS) <= set(METRICS)


def test_default_case_stands_near_break_even():
    assert abs(point(files.load_builtin().scenario).base("gross_margin")) < 0.05
