"""Shares of one whole: they add up, locked ones stay, and the hand can go back the way it came."""

import random

import pytest

from engine.errors import ParameterError
from engine.parameters import SPECS
from engine.scenario import DEFAULT
from engine.shares import SHARE_GROUPS, balanced, group_of

THREE = DEFAULT.with_values(
    {"routing.mode": "router", "routing.tiers": 4, "routing.share1": 0.5, "routing.share2": 0.3,
     "routing.share3": 0.15}
)  # fmt: skip


def shares(scenario):
    return [scenario.number(f"routing.share{tier}") for tier in (1, 2, 3)]


def test_every_member_is_a_declared_share_and_stands_in_one_group():
    seen = []
    for group in SHARE_GROUPS:
        members = group.members(THREE)
        assert len(members) >= 2
        for key in members:
            assert SPECS[key].percent
            assert (SPECS[key].low, SPECS[key].high) == (0.0, 1.0)
        seen += members
    assert len(seen) == len(set(seen))


def test_others_give_in_proportion_by_hand():
    # 0.5 -> 0.75 halves what is left: 0.3, 0.15 and the rest of 0.05 become 0.15, 0.075 and 0.025.
    found = balanced(THREE, "routing.share1", 0.75)
    assert found.changes == {"routing.share1": 0.75, "routing.share2": 0.15, "routing.share3": 0.075}
    assert found.told == (
        "Requests by tier, 100 % in all: Share of tier 2 30 % → 15 %, Share of tier 3 15 % → 7.5 %, "
        "Share of tier 4 5 % → 2.5 %"
    )


def test_locked_share_stays_and_stops_the_one_that_moves():
    locked = THREE.annotate("routing.share2", locked=True)
    found = balanced(locked, "routing.share1", 0.6)
    assert found.changes == {"routing.share1": 0.6, "routing.share3": pytest.approx(0.075)}
    assert found.told.endswith("locked stays Share of tier 2 30 %")
    found = balanced(locked, "routing.share1", 0.9)
    assert found.changes["routing.share1"] == pytest.approx(0.7)
    assert found.changes["routing.share3"] == 0.0
    assert "stops at 70 %: locked is Share of tier 2 30 %" in found.told


def test_random_moves_always_add_up_to_the_whole_and_flows_agree():
    rng, now = random.Random(5), THREE
    for _ in range(300):
        key = f"routing.share{rng.randint(1, 3)}"
        if rng.random() < 0.2:
            now = now.annotate(f"routing.share{rng.randint(1, 3)}", locked=rng.random() < 0.5)
        now = now.with_values(balanced(now, key, rng.random()).changes)
        assert sum(shares(now)) <= 1.0 + 1e-9
        assert now.flows.answers[:3] == pytest.approx(shares(now), abs=1e-9)
        assert not [text for text in now.warnings() if "earlier tiers" in text[1]]


def test_share_pushed_to_zero_comes_back_as_the_hand_does():
    pushed = THREE.with_values(balanced(THREE, "routing.share1", 1.0, THREE).changes)
    assert shares(pushed) == [1.0, 0.0, 0.0]
    back = pushed.with_values(balanced(pushed, "routing.share1", 0.5, THREE).changes)
    assert shares(back) == pytest.approx(shares(THREE))


def test_shares_that_were_too_many_are_mended_by_the_next_move():
    over = THREE.with_values({"routing.share2": 0.6, "routing.share3": 0.4})
    now = over.with_values(balanced(over, "routing.share1", 0.5).changes)
    assert shares(now) == pytest.approx([0.5, 0.3, 0.2])


def test_shares_that_count_for_nothing_move_alone():
    assert group_of(DEFAULT, "routing.share1") is None
    assert balanced(DEFAULT, "routing.share1", 0.2) is None
    assert balanced(DEFAULT, "workload.cached_share", 0.2) is None
    two = THREE.with_value("routing.tiers", 2)
    assert balanced(two, "routing.share1", 0.2).changes == {"routing.share1": 0.2}
    assert balanced(two, "routing.share3", 0.2) is None


def test_tier_of_its_own_balances_within_the_tier():
    own = THREE.with_value("tier2.silicon.cpu_share", 0.2)
    found = balanced(own, "tier2.silicon.cpu_share", 0.6)
    assert set(found.changes) == {"tier2.silicon.cpu_share", "tier2.silicon.scaleup_share"}
    assert own.with_values(found.changes).number("silicon.cpu_share") == DEFAULT.number("silicon.cpu_share")


def test_value_that_an_input_refuses_is_refused_as_ever():
    with pytest.raises(ParameterError, match="between 0 % and 100 %"):
        THREE.with_value("routing.share1", 1.2)
