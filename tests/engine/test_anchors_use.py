"""Published figures of use and of energy, reproduced from their published inputs."""

import pytest

from engine import catalog
from engine.drivers import point
from engine.market import Amount, Offer
from engine.scenario import DEFAULT

MONTHLY = 365.0 / 12.0


def chats(saving: float) -> dict[str, object]:
    """Klarna's 2.3 million chats a month, each saving `saving` dollars and nothing else."""
    return {
        "workload.users": 2.3e6,
        "workload.requests_per_user": 1.0 / MONTHLY,
        "workload.active_days": MONTHLY,
        "value.kind": "free",
        "value.benefit": saving,
        "value.adoption": 1.0,
        "value.error_share": 0.0,
    }


def test_days_gained_release_the_published_cash_once():
    # 41 % of 60 days on $100M a year release $6.74M (a vendor's survey).
    case = catalog.apply(DEFAULT, "decision", "collections").with_values(
        {"value.revenue": 1e8, "value.days_gained": 60.0 * 0.41}
    )
    assert point(case).base("cash_released") == pytest.approx(6.74e6, rel=0.01)


def test_no_other_decision_releases_cash():
    assert point(catalog.apply(DEFAULT, "decision", "fraud-alert")).base("cash_released") == 0.0


def test_a_mile_of_a_route_costs_what_the_published_saving_says():
    # $300-400M a year for 100 million miles.
    case = catalog.apply(DEFAULT, "decision", "logistics")
    assert 300e6 / 100e6 <= case.number("value.mile_cost") <= 400e6 / 100e6
    saved = case.with_values({"value.miles_saved": 1.0, "value.exceptions_avoided": 0.0})
    assert point(saved).base("decision_benefit") == pytest.approx(4.0, rel=0.15)


def test_chats_of_a_payment_firm_save_what_it_tells():
    # $40M a year over 2.3M chats a month is $1.45 a chat.
    each = 40e6 / (2.3e6 * 12)
    assert each == pytest.approx(1.45, rel=0.02)
    here = point(DEFAULT.with_values(chats(each)))
    spent = here.base("decision_token_cost") * 2.3e6 * 12
    assert here.shown("value_rate") * 12 + spent == pytest.approx(40e6, rel=1e-9)


@pytest.mark.parametrize(
    ("accelerator", "published"),
    # A median prompt of Gemini on TPUs; an average query of ChatGPT on GPUs.
    [("tpu-v6e", 0.24), ("tpu-v7", 0.24), ("h100-sxm", 0.34)],
)
def test_a_chat_turn_of_a_large_model_takes_the_energy_its_makers_tell(accelerator, published):
    case = catalog.apply(catalog.apply(DEFAULT, "workload", "chat"), "accelerator", accelerator)
    here = point(case.with_values({"deployment.tensor_parallel": 8, "deployment.concurrency": 32}))
    assert here.feasible
    assert here.shown("energy_per_response") == pytest.approx(published, rel=0.5)


def test_a_call_of_a_coding_tool_costs_what_its_cache_makes_of_it():
    # 122,379 tokens of input, 117,870 of them read from the cache and the rest written to it.
    opus = Offer("a", "m", "model", "m", "standard", Amount(4.0), Amount(20.0), Amount(0.2), Amount(5.0))
    assert opus.per_request(4509, 117870, 440, written=True) == pytest.approx(0.0549, abs=5e-5)
    bare = Offer("a", "m", "model", "m", "standard", Amount(4.0), Amount(20.0), None, None)
    assert bare.per_request(4509, 117870, 440) == pytest.approx(0.4983, abs=5e-5)


def test_medians_of_a_public_trace_are_carried_with_their_source():
    facts = catalog.load("workload")["azure2023-conv"].facts
    assert (facts["in_p50"].value, facts["out_p50"].value) == (1020, 129)
    assert facts["in_p50"].source
