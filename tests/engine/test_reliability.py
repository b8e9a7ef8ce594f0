"""Failures and redundancy: exact tails, published figures, spares, regions, and what use is left."""

import math

import numpy as np
import pytest
from scipy.stats import binom

from engine.chain.items import items
from engine.drivers import Axis, line, point
from engine.kernels.reliability import normal_tail, spares_for, tail
from engine.scenario import DEFAULT

#: economics.md 3.1 leaves planned maintenance out and takes 1e-4 for the common cause.
PUBLISHED = DEFAULT.with_values({
    "reliability.planned": 0.0, "reliability.common_cause": 1e-4, "reliability.redundancy": "count",
    "fleet.rounding": "whole", "fleet.waste_share": 0.0, "deployment.tensor_parallel": 8.0,
})  # fmt: skip


def sized(scenario, replicas):
    """`scenario` with just so many users that it needs so many replicas, less a rounding error."""
    p = point(scenario.with_values({"fleet.rounding": "fractional", "reliability.spares": 0.0}))
    users = scenario.number("workload.users") * replicas / p.base("replicas") * (1 - 1e-9)
    return scenario.with_value("workload.users", users)


@pytest.mark.parametrize("needed", [1, 2, 4, 16, 64, 300, 1000])
@pytest.mark.parametrize("up", [0.999999, 0.9962, 0.967, 0.8])
def test_tail_equals_the_binomial_one(needed, up):
    for spares in (0, 1, 2, 3, 5, 8, 13, 40):
        trials = needed + spares
        exact = binom.sf(spares, trials, 1 - up)
        down = np.arange(spares + 1, trials + 1)
        missing = float(np.sum((down - spares) * binom.pmf(down, trials, 1 - up)))
        found = tail(float(needed), float(spares), up)
        counted = needed * (1 - up) <= 4 * up
        if exact > 1e-13:
            assert found.more == pytest.approx(exact, rel=1e-3 if counted else 0.01, abs=1e-15)
        if missing > 1e-9 and (counted or exact > 1e-6):
            assert found.missing == pytest.approx(missing, rel=1e-3 if counted else 0.2)


def test_plain_normal_would_be_off_by_half_where_this_one_is_within_a_percent():
    exact = binom.sf(20, 1020, 0.01)
    z = (20.5 - 10.2) / math.sqrt(10.2 * 0.99)
    assert 0.5 * math.erfc(z / math.sqrt(2)) < 0.5 * exact
    assert 0.5 * math.erfc(normal_tail(1020.0, 0.01, 20.0) / math.sqrt(2)) == pytest.approx(exact, rel=0.01)


def test_tail_is_continuous_and_falls_with_spares():
    for needed, up in ((6.7, 0.99), (63.2, 0.967), (500.0, 0.97)):
        spares = np.linspace(0.0, 0.3 * needed, 200)
        more = np.array([tail(needed, float(k), up).more for k in spares])
        assert np.all(np.diff(more) < 0.0)
        assert np.abs(np.diff(more)).max() < 0.35 * more[0] / 3
    for up in (0.9374, 0.9376):
        # Counted one by one on one side of the border, by the normal deviate on the other.
        assert tail(60.0, 6.0, up).more == pytest.approx(binom.sf(6, 66, 1 - up), rel=0.005)


@pytest.mark.parametrize(("needed", "up"), [(4.0, 0.9962), (64.0, 0.9962), (64.0, 0.967), (2000.0, 0.99)])
@pytest.mark.parametrize("allowed", [0.1, 1e-2, 1e-3, 1e-5])
def test_spares_for_a_share_of_time_leave_just_that_share(needed, up, allowed):
    spares = spares_for(needed, up, allowed)
    if spares > 0.0:
        assert tail(needed, spares, up).more == pytest.approx(allowed, rel=0.01)
    else:
        assert tail(needed, 0.0, up).more <= allowed


def test_llama_3_cluster_fails_every_three_hours_as_published():
    # 419 interruptions of 16,384 H100 in 54 days.
    each = 16_384 * 54 * 24 / 419
    assert DEFAULT.number("reliability.mtbf") == pytest.approx(each, rel=1e-4)
    s = DEFAULT.with_values({
        "deployment.load": "replicas", "deployment.replicas": 4096.0, "workload.users": 5e6,
        "workload.requests_per_user": 40.0, "deployment.tensor_parallel": 4.0, "limits.tpot": 1000.0,
        "limits.ttft": 1000.0, "reliability.mtbf": each,
    })  # fmt: skip
    p = point(s)
    assert p.base("accelerators") == pytest.approx(16_384)
    assert p.shown("fleet_mtbf") == pytest.approx(3.09, rel=0.01)


@pytest.mark.parametrize(
    ("needed", "spares", "published"),
    [(4, 1, 0.99976), (16, 2, 0.99986), (64, 3, None)],
)
def test_published_spares_of_replicas_of_eight(needed, spares, published):
    # Field repair in 24 h: four nines to four and a half, as theory 3.1 lists.
    s = sized(PUBLISHED, needed)
    p = point(s.with_value("reliability.spares", spares))
    assert p.base("replicas") == needed + spares
    assert p.base("replica_availability") == pytest.approx(6335 / (6335 + 24), rel=1e-4)
    if published is not None:
        assert p.base("availability") == pytest.approx(published, abs=1.5e-5)
    assert 0.9996 < p.base("availability") < 0.9999
    less = point(s.with_value("reliability.spares", spares - 1.0))
    assert less.base("availability") < 0.9985


@pytest.mark.parametrize(
    ("needed", "hours", "spares"), [(4, 24.0, 3), (16, 24.0, 5), (16, 4.0, 2), (64, 4.0, 4)]
)
def test_published_spares_of_racks_of_72(needed, hours, spares):
    s = sized(
        PUBLISHED.with_values({
            "reliability.repair": "field", "reliability.field_time": hours, "deployment.tensor_parallel": 8.0,
            "deployment.pipeline_parallel": 9.0, "accelerator.scaleup_domain": 72.0,
        }),
        needed,
    )  # fmt: skip
    p = point(s.with_value("reliability.spares", spares))
    assert p.base("accelerators_per_replica") == 72
    assert p.base("replicas") == needed + spares
    assert p.base("replica_availability") == pytest.approx(704 / (704 + hours), rel=1e-3)
    assert p.base("availability") > 0.9997
    assert point(s.with_value("reliability.spares", spares - 1.0)).base("availability") < 0.9997


def test_64_racks_with_six_spares_reach_two_nines_only():
    s = sized(
        PUBLISHED.with_values({"deployment.tensor_parallel": 8.0, "deployment.pipeline_parallel": 9.0}), 64
    )
    p = point(s.with_value("reliability.spares", 6.0))
    assert p.base("availability") == pytest.approx(0.992, abs=0.001)


def test_larger_domains_make_nines_dear():
    target = DEFAULT.with_values(
        {
            "reliability.redundancy": "target",
            "accelerator.scaleup_domain": 72.0,
            "accelerator.server_size": 8.0,
        }
    )
    points = [point(target.with_value("reliability.domain", d)) for d in ("replica", "server", "rack")]
    spares = [p.base("spares") for p in points]
    assert spares[0] < spares[1] < spares[2]
    up = [p.base("replica_availability") for p in points]
    assert up[0] > up[1] > up[2]
    costs = [p.base("cost_rate") for p in points]
    assert costs[0] < costs[1] < costs[2]


@pytest.mark.parametrize("regions", ["one", "two", "provider"])
@pytest.mark.parametrize("users", [2e4, 2e6])
def test_spares_from_a_target_meet_it(regions, users):
    s = DEFAULT.with_values({
        "reliability.redundancy": "target", "reliability.common_cause": 1e-5, "reliability.target": 0.9995,
        "reliability.regions": regions, "workload.users": users, "reliability.failover": 0.5,
    })  # fmt: skip
    p = point(s)
    assert p.base("availability") == pytest.approx(0.9995, abs=1e-5)
    assert p.base("spares") == p.base("spares_for_target")
    higher = point(s.with_value("reliability.target", 0.9998))
    assert higher.base("spares") > p.base("spares")
    assert higher.base("cost_rate") > p.base("cost_rate")


def test_a_target_beyond_the_common_cause_stops_where_spares_buy_nothing():
    s = DEFAULT.with_values({"reliability.redundancy": "target", "reliability.target": 0.99999})
    p = point(s)
    assert p.base("availability") == pytest.approx(1 - 1.1 * 0.002, abs=1e-4)
    two = point(s.with_value("reliability.regions", "two"))
    assert two.base("availability") > 0.99998 - 1e-5


def test_two_regions_pay_for_what_fails_over():
    one = point(DEFAULT)
    two = point(DEFAULT.with_values({"reliability.regions": "two", "reliability.failover": 0.6}))
    spare = DEFAULT.number("fleet.spare_share")
    assert two.base("replicas") / one.base("replicas") == pytest.approx((1.6 + spare) / (1 + spare))
    assert two.base("availability") > one.base("availability")
    on_call = point(DEFAULT.with_value("reliability.regions", "provider"))
    down = 1 - one.base("availability")
    assert on_call.base("availability") == pytest.approx(1 - down * 0.002)


@pytest.mark.parametrize("scaling", ["static", "elastic"])
@pytest.mark.parametrize("retainer", [0.0, 0.25, 1.0])
def test_a_second_provider_is_paid_for_what_it_holds_and_while_it_serves(scaling, retainer):
    values = {"reliability.failover": 0.6, "reliability.common_cause": 0.05, "fleet.scaling": scaling}
    alone = point(DEFAULT.with_values(values))
    on_call = point(DEFAULT.with_values({
        **values, "reliability.regions": "provider", "reliability.retainer": retainer,
        "reliability.standby_price": 2.0,
    }))  # fmt: skip
    assert on_call.base("region_availability") == alone.base("availability")
    needed = alone.base("replicas") - alone.base("spares")
    mean = alone.base("request_rate") / alone.base("replica_rate") / (1 - DEFAULT.number("fleet.waste_share"))
    down = 1 - alone.base("availability")
    paid = 0.6 * (retainer * needed + (1 - retainer) * down * min(mean, needed))
    each = 2.0 * alone.base("accelerator_hour") * alone.base("accelerators_per_replica")
    assert on_call.base("standby_rate") == pytest.approx(paid * each, rel=1e-9)
    more = on_call.base("cost_rate") - alone.base("cost_rate")
    assert more == pytest.approx(on_call.base("standby_rate"), rel=1e-6)
    provider = on_call.base("layer_provider") - alone.base("layer_provider")
    assert provider == pytest.approx(more, rel=1e-6)
    told = items(DEFAULT.with_values({**values, "reliability.regions": "provider",
                                      "reliability.retainer": retainer}), on_call, "provider")  # fmt: skip
    called = next(item for item in told if item.key == "standby_rate")
    assert called.rate == pytest.approx(more, rel=1e-6)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"fleet.scaling": "elastic"},
        {"fleet.rounding": "servers"},
        {"reliability.regions": "two"},
        {"deployment.load": "replicas"},
        {"demand.timing": "profile", "demand.batch_share": 0.3, "fleet.scaling": "elastic"},
        {"demand.growth": 0.05, "demand.priority_share": 0.2, "demand.staffing": "minute"},
    ],
)
def test_chain_of_use_multiplies_to_the_utilization(values):
    p = point(DEFAULT.with_values(values))
    links = ("slo", "demand", "redundancy", "useful")
    assert math.prod(p.base(f"utilization_{link}") for link in links) == pytest.approx(
        p.base("utilization"), rel=1e-12
    )


def test_brown_out_drives_the_rest_harder_before_it_sheds():
    whole = {"deployment.load": "share", "fleet.spare_share": 0.0, "fleet.waste_share": 0.0,
             "limits.ttft": 60.0, "limits.tpot": 1000.0}  # fmt: skip
    s = sized(DEFAULT.with_values({**whole, "deployment.load_share": 0.6}), 8)
    p = point(s)
    assert p.base("load_one_down") == pytest.approx(0.6 * 8 / 7, rel=1e-6)
    assert p.base("shed_one_down") == 0.0
    full = point(sized(s.with_values({"deployment.load_share": 0.9}), 8))
    assert full.base("load_one_down") == pytest.approx(0.9 * 8 / 7, rel=1e-6)
    assert full.base("shed_one_down") == pytest.approx(1 - 7 / (8 * 0.9 / 0.95), rel=1e-6)
    assert full.base("shed_share") > 100 * p.base("shed_share")


def test_faster_repair_and_more_spares_never_lower_availability():
    for key, rising in (
        ("fleet.spare_share", True), ("reliability.mtbf", True), ("reliability.field_time", False),
        ("reliability.planned", False), ("reliability.common_cause", False),
    ):  # fmt: skip
        found = line(DEFAULT, Axis.soft(key, 25)).metrics["availability"]
        assert np.all(np.diff(found) >= -1e-12 if rising else np.diff(found) <= 1e-12), key
