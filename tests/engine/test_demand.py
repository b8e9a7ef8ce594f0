"""Demand over the week: shapes as measured, what kernels make of them, and files that carry them."""

import json

import numpy as np
import pytest

from engine.drivers import Axis, SurfaceJob, line, point
from engine.drivers.day import day, fill_troughs, week_shape
from engine.drivers.moves import places
from engine.drivers.nines import mark, nines
from engine.errors import ParameterError, ScenarioFileError
from engine.files import Project, load, save
from engine.jit import readable
from engine.kernels.demand import base_share, served
from engine.parameters.profile import HOURS, checked_week, covering, spread
from engine.scenario import DEFAULT
from engine.shapes import week_of, with_week

PROFILE = DEFAULT.with_value("demand.timing", "profile")


def record(scenario):
    return readable(scenario.to_record())[0]


def following(shape, **values):
    return PROFILE.with_values({"demand.part": shape, **values})


# economics.md 3.2: peak over mean, trough over mean, static use, use at 1 h and 3 h lead, use of an own
# base at the 75th percentile, share rented.
ROWS = {
    "azure-coding": (3.01, 0.10, 0.33, 0.91, 0.80, 0.52, 0.19),
    "azure-conversation": (1.66, 0.47, 0.60, 0.96, 0.91, 0.79, 0.03),
    "azure-pooled": (2.20, 0.34, 0.45, 0.95, 0.88, 0.65, 0.10),
}


@pytest.mark.parametrize("shape", ROWS)
def test_published_table_of_load_shapes_comes_out(shape):
    peak, trough, static, one, three, own, rented = ROWS[shape]
    plain = {"fleet.spare_share": 0.0, "fleet.waste_share": 0.0, "demand.part": shape}
    p = point(PROFILE.with_values(plain))
    assert p.base("peak_over_mean") == pytest.approx(peak, abs=0.01)
    assert min(week_of(shape, {})) == pytest.approx(trough, abs=0.005)
    full = p.base("request_rate") / p.base("replica_rate")
    assert full / p.base("replicas") == pytest.approx(static, abs=0.006)
    for hours, efficiency in ((1.0, one), (3.0, three)):
        elastic = point(PROFILE.with_values({**plain, "fleet.scaling": "elastic", "demand.lead": hours}))
        assert full / elastic.base("replicas") == pytest.approx(efficiency, abs=0.012)
    base = np.quantile(week_of(shape, {}), 0.75) / p.base("peak_over_mean")
    split = base_share(record(following(shape)), float(base))
    assert split.own / p.base("peak_over_mean") / base == pytest.approx(own, abs=0.012)
    assert 1.0 - split.own == pytest.approx(rented, abs=0.016)


def test_two_zones_eight_hours_apart_flatten_the_peak():
    one, two = (point(following("azure-conversation", **{"demand.zones": z})) for z in ("one", "two-8"))
    assert one.base("peak_over_mean") == pytest.approx(1.66, abs=0.01)
    assert two.base("peak_over_mean") == pytest.approx(1.43, rel=0.01)
    assert two.base("cost_rate") < one.base("cost_rate")


@pytest.mark.parametrize("shape", ["azure-coding", "azure-conversation", "consumer-evening", "flat"])
def test_share_served_by_a_base_equals_the_sum_over_the_hours(shape):
    hours = spread(week_of(shape, {}), 0)
    p = record(following(shape))
    for base in (0.0, 0.1, 0.33, 0.561, 0.8, 1.0):
        split = base_share(p, base)
        taken = np.minimum(hours / hours.max(), base).mean()
        assert served(p, base) == pytest.approx(taken, abs=0.0015)
        assert split.own == pytest.approx(taken * hours.max(), abs=0.006)
        assert split.mean == pytest.approx(1.0 / hours.max() - taken, abs=0.002)
        assert split.peak == pytest.approx(1.0 - base)


@pytest.mark.parametrize("peak", [1.0, 1.2, 1.66, 3.01, 20.0])
def test_base_share_of_a_given_peak_adds_up_and_rises_with_the_base(peak):
    p = record(DEFAULT.with_value("workload.peak_to_mean", peak))
    splits = [base_share(p, base) for base in np.linspace(0.0, 1.0, 21)]
    assert splits[0].own == pytest.approx(0.0, abs=1e-12)
    assert splits[-1].own == pytest.approx(1.0)
    assert np.all(np.diff([split.own for split in splits]) > 0.0)
    for base, split in zip(np.linspace(0.0, 1.0, 21), splits, strict=True):
        assert split.own / peak + split.mean == pytest.approx(1.0 / peak)
        assert split.own / peak <= base + 1e-12
        hours = (1.0 - (np.arange(200_000) + 0.5) / 200_000) ** (peak - 1.0)
        assert split.own == pytest.approx(peak * np.minimum(hours, base).mean(), abs=2e-4)


def test_given_peak_serves_a_base_about_as_the_measured_week_of_that_peak():
    for shape in ROWS:
        week = record(following(shape))
        given = record(DEFAULT.with_value("workload.peak_to_mean", max(week_of(shape, {}))))
        for base in (0.3, 0.5, 0.7):
            assert base_share(given, base).own == pytest.approx(base_share(week, base).own, abs=0.1)


def test_longer_lead_times_need_more_capacity():
    lines = [
        point(following("azure-coding", **{"fleet.scaling": "elastic", "demand.lead": hours}))
        for hours in (0.0, 0.5, 1.0, 2.5, 6.0, 12.0, 24.0)
    ]
    replicas = [p.base("replicas") for p in lines]
    assert np.all(np.diff(replicas[:-1]) > 0.0)
    assert replicas[-1] == replicas[-2]
    static = point(following("azure-coding")).base("replicas")
    assert replicas[0] == pytest.approx(static * 0.332, rel=0.002)
    assert replicas[-1] < static


def test_tracking_table_is_a_plain_walk_through_the_week():
    hours = spread(week_of("azure-coding", {}), 0)
    ahead = [max(hours[(t + k) % HOURS] for k in range(4)) for t in range(HOURS)]
    assert covering(hours, 3) == pytest.approx(np.array(ahead))


def test_a_shape_of_ones_own_counts_and_only_its_form_matters():
    day = [1.0] * 12 + [3.0] * 12
    p = point(with_week(DEFAULT, day))
    assert p.base("peak_over_mean") == pytest.approx(1.5)
    assert point(with_week(DEFAULT, [400.0 * hour for hour in day] * 7)).same(p)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ([1.0] * 23, "24 or 168 numbers, an hour each, not 23 numbers"),
        ([1.0] * 23 + [-2.0], "hour 23 of the shape is -2"),
        ([1.0] * 167 + [float("nan")], "hour 167 of the shape is nan"),
        ([0.0] * 24, "every hour of the shape is 0"),
        (["a"] * 24, "hour 0 of the shape is 'a'"),
    ],
)
def test_a_malformed_shape_is_refused_with_the_hour_and_the_cure(hours, words):
    with pytest.raises(ParameterError, match=words):
        checked_week(hours)


def test_an_unknown_shape_is_told_with_those_there_are():
    with pytest.raises(ParameterError, match=r"no shape 'tide'.*azure-coding"):
        following("tide").to_record()


@pytest.mark.parametrize("scaling", ["static", "elastic"])
def test_a_sweep_may_turn_the_shape_on_and_off(scaling):
    given = DEFAULT.with_values({"fleet.scaling": scaling, "workload.peak_to_mean": 3.0})
    axis = Axis.soft("demand.timing", 2)
    for start in (given, given.with_value("demand.timing", "profile")):
        swept = line(start, axis).metrics
        for code, ident in enumerate(("given", "profile")):
            set_so = point(start.with_value("demand.timing", ident))
            assert swept[code].tobytes() == set_so.metrics[0].tobytes()
        assert swept["accelerators"][0] != swept["accelerators"][1]


def test_a_sweep_may_not_turn_on_a_shape_that_is_not_there():
    lost = DEFAULT.with_value("demand.part", "lost")
    assert point(lost).same(point(DEFAULT))
    for moves in (
        lambda: line(lost, Axis.soft("demand.timing", 2)),
        lambda: SurfaceJob(lost, Axis.soft("demand.timing", 2), Axis.soft("workload.users", 3)),
        lambda: places(lost, "demand.timing"),
    ):
        with pytest.raises(ParameterError, match=r"no shape 'lost'.*there are"):
            moves()


def test_a_shape_of_ones_own_travels_in_the_file(tmp_path):
    drawn = with_week(DEFAULT, np.linspace(1.0, 3.0, HOURS).tolist())
    save(tmp_path / "own.isocost", Project((drawn,)))
    again = load(tmp_path / "own.isocost").scenarios[0]
    assert again.to_record().tobytes() == drawn.to_record().tobytes()
    assert week_of("own", again.parts) == week_of("own", drawn.parts)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"series": [1.0] * 25}, "24 or 168 numbers, an hour each, not 25 numbers"),
        ({"series": [1.0] * 23 + [-1.0]}, "hour 23 of the shape is -1; it must lie between 0"),
        ({"series": 7}, "24 or 168 numbers, an hour each, not 7"),
        ({"values": {}}, "24 or 168 numbers"),
    ],
)
def test_a_file_with_a_malformed_shape_is_refused_in_one_line(tmp_path, wrong, words):
    drawn = with_week(DEFAULT, [1.0, 2.0] * 12)
    file = tmp_path / "own.isocost"
    save(file, Project((drawn,)))
    data = json.loads(file.read_text("utf-8"))
    entry = data["scenarios"][0]["parts"]["shape/own"]
    del entry["series"]
    entry |= wrong
    file.write_text(json.dumps(data), "utf-8")
    with pytest.raises(ScenarioFileError, match=words) as caught:
        load(file)
    assert "\n" not in str(caught.value)


# growth, minutes, batch and priority ----------------------------------------------------------------


def test_batch_in_the_troughs_costs_no_capacity_until_the_busiest_day_is_full():
    week = spread(week_of("azure-coding", {}), 0)
    day = week.reshape(7, 24).mean(axis=1).max()
    for share in (0.0, 0.2, 0.5, 0.8, 1.0):
        p = point(following("azure-coding", **{"demand.batch_share": share}))
        urgent = week.max() * (1 - share)
        expected = max(urgent, day) if share else week.max()
        assert p.base("capacity_over_mean") == pytest.approx(expected)
        # That much is enough: in every day the free hours take what waits.
        if share:
            free = np.maximum(expected - week * (1 - share), 0.0).reshape(7, 24).sum(axis=1)
            assert np.all(free >= share * week.reshape(7, 24).sum(axis=1) - 1e-9)


def test_batch_lowers_cost_and_price_and_an_elastic_fleet_fills_its_gap_first():
    plain = point(following("azure-coding"))
    batch = point(following("azure-coding", **{"demand.batch_share": 0.4}))
    assert batch.base("cost_per_request") < 0.65 * plain.base("cost_per_request")
    assert batch.base("price_mix") == pytest.approx(0.8)
    assert batch.base("price_per_request") == pytest.approx(0.8 * plain.base("price_per_request"))
    elastic = {"fleet.scaling": "elastic", "demand.lead": 3.0}
    tight = point(following("azure-coding", **{**elastic, "demand.batch_share": 0.5}))
    assert tight.base("utilization_demand") == pytest.approx(1.0)


def test_priority_pays_more_and_reserves_its_own():
    some = {"demand.priority_share": 0.2, "demand.priority_price": 2.0, "demand.priority_reserve": 0.5}
    p, plain = point(DEFAULT.with_values(some)), point(DEFAULT)
    assert p.base("price_per_request") == pytest.approx(1.2 * plain.base("price_per_request"))
    assert p.base("replicas") == pytest.approx(1.1 * plain.base("replicas"))


def test_pooling_tenants_saves_the_root_of_their_number():
    minute = DEFAULT.with_values({"demand.staffing": "minute", "demand.dispersion": 16.0})
    plain = point(DEFAULT)
    a_minute = plain.base("peak_rate") * 60.0
    for tenants in (1.0, 4.0, 25.0):
        p = point(minute.with_value("demand.tenants", tenants))
        # One tenant's share n of a minute needs n + z sqrt(n I).
        each = a_minute / tenants
        asked = tenants * (each + 2.0 * (16.0 * each) ** 0.5) / a_minute
        assert p.base("replicas") / plain.base("replicas") == pytest.approx(asked)


def test_growth_is_in_place_at_the_end_of_the_horizon():
    grown = point(DEFAULT.with_values({"demand.growth": 0.05, "demand.horizon": 12.0}))
    assert grown.base("replicas") / point(DEFAULT).base("replicas") == pytest.approx(1.05**12)


def test_replicas_always_on_bound_an_elastic_fleet_from_below():
    elastic = following("azure-coding", **{"fleet.scaling": "elastic", "workload.users": 200000.0})
    free = point(elastic).base("replicas")
    static = point(elastic.with_value("fleet.scaling", "static")).base("replicas")
    spare = 1 + elastic.number("fleet.spare_share")
    found = [point(elastic.with_value("demand.minimum", k)).base("replicas") for k in (1.0, 20.0, 40.0, 1e4)]
    assert free <= found[0] < found[1] < found[2] < found[3]
    assert found[2] >= 40.0 * spare
    assert found[3] == pytest.approx(static)


def test_weights_to_load_lengthen_the_lead_time():
    slow = {"fleet.scaling": "elastic", "demand.lead": 0.0, "demand.load_bandwidth": 0.01}
    p = point(following("azure-coding", **slow))
    assert p.base("cold_start") == pytest.approx(p.base("weights_per_accelerator") / 1e7)
    hours = p.base("cold_start") / 3600
    same = point(following("azure-coding", **{**slow, "demand.lead": hours, "demand.load_bandwidth": 1e3}))
    assert same.base("replicas") == pytest.approx(p.base("replicas"), rel=1e-4)


def test_marginal_cost_in_the_troughs_is_electricity_alone():
    own = point(DEFAULT.with_value("finance.supply", "own"))
    assert 0 < own.base("batch_marginal_cost") < 0.2 * own.base("cost_per_token_all_in")
    assert point(DEFAULT).base("batch_marginal_cost") == 0.0


def test_own_base_fills_its_free_hours_with_what_can_wait():
    plain = record(following("azure-coding"))
    waits = record(following("azure-coding", **{"demand.batch_share": 0.5}))
    smaller = point(following("azure-coding", **{"demand.batch_share": 0.5})).base("capacity_over_mean")
    ratio = smaller / point(following("azure-coding")).base("capacity_over_mean")
    for base in (0.2, 0.3, 0.5):
        assert base_share(waits, base / ratio).own > 1.02 * base_share(plain, base).own
    assert base_share(waits, 1.0).own == 1.0
    assert base_share(waits, 0.1).own == pytest.approx(0.1 * smaller)


# hour by hour -----------------------------------------------------------------------------------------

WEEKS = {
    "given": DEFAULT,
    "static": following("azure-coding"),
    "elastic": following("azure-coding", **{"fleet.scaling": "elastic", "demand.lead": 2.0}),
    "batch": following("azure-coding", **{"demand.batch_share": 0.5}),
    "elastic batch": following("azure-coding", **{"fleet.scaling": "elastic", "demand.batch_share": 0.6}),
    "priority": following("azure-pooled", **{"demand.priority_share": 0.3, "fleet.scaling": "elastic"}),
    "fixed": following("azure-conversation", **{"deployment.load": "replicas", "deployment.replicas": 20.0}),
    "owned": following("azure-conversation", **{"finance.supply": "own"}),
    "mixed": following("azure-coding", **{"finance.supply": "mixed"}),
    "closed": following("azure-conversation", **{"deployment.load": "closed"}),
}


@pytest.mark.parametrize("name", WEEKS)
def test_walk_through_the_hours_agrees_with_the_closed_form(name):
    week, p = day(WEEKS[name]), point(WEEKS[name])
    waste = 1.0 - DEFAULT.number("fleet.waste_share")
    assert np.mean(week.urgent + week.waiting) == pytest.approx(p.base("request_rate") / waste, rel=1e-9)
    assert np.mean(week.served) == pytest.approx(np.mean(week.waiting), rel=1e-6)
    assert np.mean(week.paid) == pytest.approx(p.base("replicas"), rel=0.02)
    assert np.mean(week.cost) == pytest.approx(p.base("cost_rate"), rel=0.03)
    assert not week.over.any()
    assert np.all(week.load <= p.base("load") * (1 + 1e-9))
    busiest = int(np.argmax(week.load))
    if name in {"static", "given", "owned", "fixed"}:
        assert week.ttft[busiest] == pytest.approx(p.base("ttft_p95"), rel=1e-6)
    assert np.nanmin(week.ttft) <= p.base("ttft_p95") * (1 + 1e-5)


def test_what_waits_is_served_within_a_day():
    for name in ("batch", "elastic batch"):
        week = day(WEEKS[name])
        assert np.all(week.urgent + week.served <= week.capacity * (1 + 1e-9))
        a_day = 86_400 * np.mean(week.waiting)
        assert week.backlog.max() <= 1.35 * a_day
        assert week.backlog.max() > 0.0


def test_replicas_that_follow_without_delay_keep_their_load():
    lone = day(
        following("azure-coding", **{"deployment.load": "concurrency", "demand.growth": 0.0}).with_values(
            {"fleet.scaling": "elastic", "demand.lead": 0.0, "demand.load_bandwidth": 1000.0}
        )
    )
    assert np.ptp(lone.ttft) < 1e-3 * lone.ttft.max()


def test_more_power_is_drawn_in_busy_hours():
    week = day(WEEKS["static"])
    assert week.power[np.argmax(week.load)] == week.power.max()
    assert week.power.min() < 0.9 * week.power.max()


def test_given_peak_is_a_day_that_has_it():
    for peak in (1.0, 1.5, 3.0, 10.0):
        hours = week_shape(DEFAULT.with_value("workload.peak_to_mean", peak))
        assert hours.max() == pytest.approx(peak, rel=1e-6)
        assert hours.mean() == pytest.approx(1.0)
        if peak > 1.0:
            assert np.argmax(hours[:24]) == 15


def test_point_without_service_has_demand_alone():
    week = day(DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"}))
    assert np.isfinite(week.urgent).all()
    assert np.isnan(week.cost).all()


def test_free_hours_of_a_day_take_what_the_day_brings():
    free, waiting = np.zeros(HOURS), np.zeros(HOURS)
    waiting[10] = 4.0
    free[2:4], free[30], waiting[25] = (2.0, 6.0), 1.0, 3.0
    served, backlog = fill_troughs(free, waiting)
    assert served[2:4].tolist() == [1.0, 3.0]
    assert served[30] == 1.0
    assert served.sum() == 5.0
    assert backlog.min() == 0.0
    assert np.diff(backlog)[9] == 4.0 * 3600.0


# what nines cost --------------------------------------------------------------------------------------


def test_each_further_nine_costs_more_than_the_last():
    curve = nines(DEFAULT.with_value("workload.users", 2e5))
    assert curve is not None
    assert np.all(np.diff(curve.down) <= 1e-12)
    assert np.all(np.diff(curve.cost) > 0.0)
    assert curve.down[-1] == pytest.approx(0.002, rel=0.02)
    at = [float(np.interp(-level, -curve.down, curve.cost)) for level in (0.2, 0.02, 0.003, 0.0021)]
    assert at[0] < at[1] < at[2] < at[3]


def test_curve_of_nines_runs_through_the_scenario():
    s = DEFAULT.with_values({"reliability.redundancy": "count", "reliability.spares": 1.0})
    curve, p = nines(s), point(s)
    assert curve is not None
    down, cost = mark(p)
    assert np.interp(1.0, curve.spares, curve.cost) == pytest.approx(cost, rel=1e-9)
    assert np.interp(1.0, curve.spares, curve.down) == pytest.approx(down, rel=1e-9)
    assert (
        nines(DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})) is None
    )


def test_bought_tokens_are_paid_by_the_hour_they_are_asked_for():
    s = following("azure-coding", **{"finance.supply": "api", "demand.batch_share": 0.2})
    week, p = day(s), point(s)
    assert np.mean(week.cost) == pytest.approx(p.base("cost_rate"))
    assert np.argmax(week.cost) == np.argmax(week.urgent)
    assert np.isnan(week.power).all()
    assert nines(s) is None


def test_rented_replicas_come_for_what_the_own_base_leaves():
    s = following("azure-coding", **{"finance.supply": "mixed", "finance.base_size": "set"})
    week, p = day(s.with_value("finance.base_share", 0.4)), point(s.with_value("finance.base_share", 0.4))
    quiet, busy = int(np.argmin(week.urgent)), int(np.argmax(week.urgent))
    assert week.paid[quiet] == pytest.approx(week.owned[quiet])
    assert week.paid[busy] > 2.0 * week.owned[busy]
    assert np.mean(week.owned) == pytest.approx(
        p.base("own_accelerators") / p.base("accelerators_per_replica")
    )


def test_hours_of_a_service_of_two_tiers_add_up():
    two = following("azure-coding", **{"routing.mode": "router", "routing.tiers": 2.0})
    week, p = day(two), point(two)
    single = day(following("azure-coding"))
    assert np.mean(week.paid) == pytest.approx(p.base("replicas"), rel=0.02)
    assert np.mean(week.cost) == pytest.approx(p.base("cost_rate"), rel=0.05)
    assert week.urgent.sum() >= single.urgent.sum() * (1 - 1e-9)
    assert not week.over.any()


@pytest.mark.parametrize("waiting", [0.0, 0.1, 0.2, 0.5, 0.9, 1.0])
@pytest.mark.parametrize("rent", [1.6, 2.6, 9.0])
def test_no_base_of_ones_own_costs_less_than_the_best_one(waiting, rent):
    mixed = PROFILE.with_values(
        {
            "finance.supply": "mixed",
            "demand.batch_share": waiting,
            "accelerator.rent": rent,
            "finance.team": 0.0,
        }
    )
    best = point(mixed)
    set_so = mixed.with_value("finance.base_size", "set")
    shares = np.append(np.linspace(0.0, 1.0, 41), best.base("own_base"))
    tried = line(set_so, Axis("finance.base_share", shares, False)).metrics["cost_rate"]
    assert tried[-1] == pytest.approx(best.base("cost_rate"), rel=1e-12)
    # Power that work takes is put at its mean, and capacity is cut in steps of a shape.
    assert best.base("cost_rate") <= 1.002 * tried.min()


def test_growth_that_is_planned_for_leaves_what_follows_the_demand_of_today():
    elastic = DEFAULT.with_values({"fleet.scaling": "elastic", "demand.minimum": 5.0, "demand.horizon": 12.0})
    today, grown = (point(elastic.with_value("demand.growth", g)) for g in (0.0, 0.1))
    assert grown.base("capacity_over_mean") == pytest.approx(1.1**12 * today.base("capacity_over_mean"))
    assert today.base("replicas") > point(elastic.with_value("demand.minimum", 0.0)).base("replicas")
    assert grown.base("replicas") == pytest.approx(today.base("replicas"), rel=1e-12)


@pytest.mark.parametrize("peak", [1.05, 1.1, 1.3, 2.0])
@pytest.mark.parametrize("server", [0.0, 2e4, 3e4, 4e4, 6e4, 1e6])
def test_the_best_base_is_best_where_rented_replicas_would_stay_all_month_too(peak, server):
    mixed = DEFAULT.with_values(
        {"finance.supply": "mixed", "workload.peak_to_mean": peak, "accelerator.server_price": server}
    )
    best = point(mixed).base("cost_rate")
    shares = Axis("finance.base_share", np.linspace(0.0, 1.0, 101), False)
    tried = line(mixed.with_value("finance.base_size", "set"), shares).metrics["cost_rate"]
    assert best <= 1.002 * tried.min()
