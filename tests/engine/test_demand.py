"""Demand over the week: shapes as measured, what kernels make of them, and files that carry them."""

import json

import numpy as np
import pytest

from engine.drivers import point
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
