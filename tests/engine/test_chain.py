"""Every dollar by layer: layers add up to the bill, published materials, who keeps what when prices move."""

import math

import numpy as np
import pytest

from engine import catalog
from engine.drivers import Axis, line, point
from engine.kernels.chain import passed, silicon
from engine.metrics import METRICS
from engine.metrics.chain import LAYERS
from engine.parts import shipped
from engine.scenario import DEFAULT
from tests import naive_chain

KEYS = tuple(f"layer_{name}" for name in LAYERS)
OWNED = DEFAULT.with_value("finance.supply", "own")
CASES = {
    "rented": DEFAULT,
    "rented below cost": DEFAULT.with_value("accelerator.rent", 1.5),
    "rented far below cost": DEFAULT.with_value("accelerator.rent", 0.5),
    "owned": OWNED,
    "owned straight line": OWNED.with_value("finance.depreciation", "straight"),
    "no capital cost": OWNED.with_value("finance.cost_of_capital", 0.0),
    "cheap walls": OWNED.with_value("facility.colocation", 20.0),
    "materials above the price": OWNED.with_value("accelerator.price", 2000.0),
    "own silicon": catalog.apply(OWNED, "accelerator", "tpu-v7"),
    "rack": catalog.apply(OWNED, "accelerator", "gb200-nvl72"),
    "built network": OWNED.with_values({"fabric.topology": "tree3"}),
    "elastic": DEFAULT.with_value("fleet.scaling", "elastic"),
    "own building": OWNED.with_values({"facility.housing": "own", "facility.land_price": 300.0}),
    "own building, straight line": OWNED.with_values(
        {"facility.housing": "own", "finance.depreciation": "straight"}
    ),
    "rented, own building inside": DEFAULT.with_value("facility.housing", "own"),
    "mixed": DEFAULT.with_value("finance.supply", "mixed"),
    "bought": DEFAULT.with_value("finance.supply", "api"),
    "team and storage": OWNED.with_values({"finance.team": 100_000.0, "finance.working_storage": 50.0}),
    "whole servers": OWNED.with_value("fleet.rounding", "servers"),
}


@pytest.fixture(params=CASES.values(), ids=CASES.keys())
def case(request):
    return request.param


def layers(s):
    p = point(s)
    return {key: p.base(key) for key in KEYS}


def test_layers_add_up_to_the_bill(case):
    p = point(case)
    total = math.fsum(p.base(key) for key in KEYS)
    assert total == pytest.approx(p.base("cost_rate"), rel=1e-12)
    assert all(p.base(key) >= 0.0 for key in KEYS)


def test_layers_of_an_hour_equal_plain_arithmetic(case):
    if case.get("finance.supply") == "api":
        assert point(case).base("layer_api") == point(case).base("bought_rate") > 0.0
        return
    p = point(case)
    paid = p.shown("accelerator_hour") - p.shown("software_rate")
    plain = naive_chain.hour(case, p.base("power_per_accelerator"), paid)
    beside = {"operations": "team_rate", "storage": "storage_rate"}
    for layer, dollars in plain.items():
        rate = p.base(f"layer_{layer}") - (p.base(beside[layer]) if layer in beside else 0.0)
        hourly = rate / p.base("accelerators") * 3600
        assert hourly == pytest.approx(dollars, rel=1e-9, abs=1e-12), layer
    software = p.base("layer_software") / p.base("accelerators") * 3600
    assert software == pytest.approx(case.number("finance.software"), rel=1e-12)


def test_hand_worked_layers_of_a_small_machine():
    # 10,000 $ over 5 years without residual and interest: 2,000 $ a year, of which a tenth is logic.
    s = OWNED.with_values({
        "accelerator.price": 8000.0, "accelerator.server_price": 1000.0, "network.price": 500.0,
        "network.nic_price": 0.0, "network.switch_share": 0.5, "finance.storage": 500.0, "finance.life": 5.0,
        "finance.residual": 0.0, "finance.depreciation": "straight", "finance.software": 0.0,
        "silicon.logic": 1000.0, "silicon.memory": 1000.0, "silicon.packaging": 1000.0,
        "silicon.partner_margin": 0.5, "facility.colocation": 0.0,
    })  # fmt: skip
    p = point(s)
    year = 365 * 86400 / p.base("accelerators")
    expected = {"logic": 200.0, "memory": 200.0, "packaging": 200.0, "partner": 600.0, "vendor": 400.0,
                "cpu": 20.0, "scaleup": 30.0, "server": 150.0, "switches": 50.0, "optics": 50.0,
                "storage": 100.0, "capital": 0.0, "provider": 0.0, "building": 0.0}  # fmt: skip
    for layer, dollars in expected.items():
        assert p.base(f"layer_{layer}") * year == pytest.approx(dollars, rel=1e-9, abs=1e-9), layer


def test_published_materials_of_b200_and_h100():
    for ident, parts, total in (("b200-sxm", (900, 2900, 1100 + 1000 + 500), 6400), ("h100-sxm", None, 3320)):
        s = catalog.apply(DEFAULT, "accelerator", ident)
        found = [s.number(f"silicon.{name}") for name in ("logic", "memory", "packaging")]
        assert sum(found) == pytest.approx(total, rel=1e-6)
        if parts is not None:
            assert tuple(found) == parts


def test_b200_at_35000_dollars_leaves_its_vendor_82_percent():
    s = catalog.apply(OWNED, "accelerator", "b200-sxm").with_value("accelerator.price", 35_000.0)
    assert point(s).base("vendor_gross_margin") == pytest.approx(0.817, abs=5e-4)


def rack():
    """The published GB200-class rack: 5.9 M$, 3.4 of it machines, 168.6 kW at the meter."""
    watts = 132_000.0 / 72
    return catalog.apply(OWNED, "accelerator", "gb200-nvl72").with_values({
        "accelerator.price": 0.39 * 5.9e6 / 72, "accelerator.server_price": 0.08 * 5.9e6 / 72,
        "network.price": 0.0915 * 5.9e6 / 72, "network.nic_price": 0.0,
        "finance.storage": 0.0147 * 5.9e6 / 72,
        "accelerator.system_power": watts, "network.power": 0.0, "facility.pue": 168.6 / 132.0,
        "chain.construction": 2.5e6 / 132_000.0,
    })  # fmt: skip


def test_a_gigawatt_of_published_racks_costs_35_billion_dollars():
    assert point(rack()).base("buildout_per_watt") * 1e9 == pytest.approx(35e9, rel=0.02)


def test_layers_of_the_published_rack_lie_near_the_published_shares():
    # Share of the build-out dollar: vendor 28.5 %, logic 2.8, HBM 3.3, packaging and the rest 4.4; power 21,
    # cooling 10, building 10.6; the split of 39 % of accelerators rests on a 70 % margin.
    s = rack()
    found = silicon(s.to_record()[0])
    whole = 5.9e6 / 72
    assert sum(found) / whole == pytest.approx(0.39, rel=1e-9)
    assert found.vendor / whole == pytest.approx(0.285, abs=0.03)
    assert found.memory / whole == pytest.approx(0.033, abs=0.01)
    assert (found.logic + found.packaging) / whole == pytest.approx(0.072, abs=0.04)
    p = point(s)
    shell = p.base("layer_power") + p.base("layer_cooling") + p.base("layer_building")
    for layer, share in (("power", 0.21), ("cooling", 0.10), ("building", 0.106)):
        assert p.base(f"layer_{layer}") / shell == pytest.approx(share / 0.416, abs=0.01)


def test_the_price_of_a_custom_part_is_its_materials_over_one_less_the_partner_margin():
    # Bernstein: the same materials at 50 % instead of 70 % make 0.6 of the price.
    materials, merchant = 0.3, 1.0
    custom = materials / (1.0 - 0.5)
    s = OWNED.with_values({
        "accelerator.price": 10_000.0 * custom / merchant, "silicon.logic": 1000.0, "silicon.memory": 1000.0,
        "silicon.packaging": 1000.0, "silicon.partner_margin": 0.5,
    })  # fmt: skip
    found = silicon(s.to_record()[0])
    assert found.partner == pytest.approx(3000.0)
    assert found.vendor == pytest.approx(0.0, abs=1e-9)


def test_a_dearer_accelerator_pays_its_vendor_and_nobody_else_of_the_materials():
    axis = Axis.over("accelerator.price", 10_000.0, 60_000.0, 11)
    found = line(OWNED, axis).metrics
    assert np.all(np.diff(found["layer_vendor"]) > 0.0)
    for layer in ("logic", "memory", "packaging", "server", "switches", "optics", "electricity"):
        assert np.allclose(np.diff(found[f"layer_{layer}"]), 0.0, atol=1e-12), layer


def test_rent_above_own_cost_is_the_provider_margin_and_below_it_eats_the_return_first():
    axis = Axis.over("accelerator.rent", 0.2, 5.0, 97)
    found = line(DEFAULT, axis).metrics
    paid = found["accelerator_hour"] - found["software_rate"]
    above = paid >= found["chain_own_rate"]
    assert np.all(found["layer_provider"][~above] == 0.0)
    assert np.all(np.diff(found["layer_provider"][above]) > 0.0)
    assert np.allclose(found["chain_scale"][above], 1.0)
    squeezed = ~above & (found["layer_capital"] > 0.0)
    assert squeezed.any()
    assert np.allclose(found["chain_scale"][squeezed], 1.0)
    assert np.all(found["chain_scale"][found["layer_capital"] == 0.0] < 1.0)
    assert np.all(np.diff(found["layer_capital"]) >= -1e-15)


@pytest.mark.parametrize(("paid", "expected"), [(12.0, (1.0, 4.0, 2.0)), (10.0, (1.0, 4.0, 0.0)),
                                                (8.0, (1.0, 2.0, 0.0)), (3.0, (0.5, 0.0, 0.0)),
                                                (0.0, (0.0, 0.0, 0.0))])  # fmt: skip
def test_a_price_passes_down_to_an_own_cost_of_ten_with_four_of_interest(paid, expected):
    assert tuple(passed(paid, 10.0, 4.0)) == pytest.approx(expected)


def test_owning_at_cost_leaves_no_provider_margin():
    rented = DEFAULT.with_value("finance.rent_uplift", 0.0)
    own = point(OWNED).shown("chain_own_rate")
    even = layers(rented.with_value("accelerator.rent", own))
    assert even == pytest.approx(layers(OWNED), rel=1e-9, abs=1e-9)


def test_idle_capacity_lies_in_every_layer_and_shrinks_with_use():
    p = point(OWNED)
    assert p.base("idle_share") == pytest.approx(p.base("idle_rate") / p.base("cost_rate"))
    assert 0.0 < p.base("idle_share") < 1.0
    axis = Axis.over("workload.peak_to_mean", 1.0, 6.0, 6)
    assert np.all(np.diff(line(OWNED, axis).metrics["idle_share"]) > 0.0)
    flat = OWNED.with_values({
        "workload.peak_to_mean": 1.0, "fleet.spare_share": 0.0, "fleet.waste_share": 0.0,
        "deployment.load": "share", "deployment.load_share": 0.95,
    })  # fmt: skip
    assert point(flat).base("idle_share") < 0.08


def test_idle_electricity_is_what_resting_machines_draw():
    s = OWNED.with_values({"facility.power_price": 5.0, "finance.software": 0.0})
    p = point(s)
    n = s.number
    resting = n("efficiency.idle_power") + n("facility.idle_power") * (
        n("accelerator.system_power") + n("network.power") - n("accelerator.tdp")
    )
    current = p.base("layer_electricity") * resting * (1 - p.base("duty")) / p.base("power_per_accelerator")
    rest = (p.base("cost_rate") - p.base("layer_electricity")) * (1 - p.base("utilization"))
    assert p.base("idle_rate") == pytest.approx(current + rest, rel=1e-12)


def test_every_accelerator_of_the_catalogue_splits_into_layers_that_add_up():
    for ident in shipped("accelerator"):
        s = catalog.apply(OWNED, "accelerator", ident)
        found = silicon(s.to_record()[0])
        assert sum(found) == pytest.approx(s.number("accelerator.price"), rel=1e-12), ident
        assert min(found) >= 0.0, ident
        assert found.logic + found.memory + found.packaging <= 0.8 * s.number("accelerator.price") + 3.0, (
            ident
        )


def test_shares_of_suppliers_are_sourced_and_sum_to_one():
    for layer, part in shipped("layer").items():
        assert layer in LAYERS
        shares = [fact for fact in part.facts.values() if not isinstance(fact, str)]
        if shares:
            assert sum(float(share.value) for share in shares) == pytest.approx(1.0, abs=1e-9), layer
        assert all(share.source and share.grade for share in shares)
    assert set(shipped("layer")) == set(LAYERS)


def test_layers_are_money_of_the_fleet_and_add_over_tiers():
    for key in KEYS:
        assert METRICS[key].unit == "$/month"
        assert METRICS[key].across == "sum"
