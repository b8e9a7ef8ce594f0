"""The fabric's bill of materials: counts of a Clos network, published clusters, media by reach."""

import math

import numpy as np
import pytest

from engine import catalog
from engine.drivers import Axis, line, point
from engine.kernels.fabric import parts, reach
from engine.parts import shipped
from engine.scenario import DEFAULT
from tests import naive_chain

BUILT = DEFAULT.with_values({"fabric.topology": "tree2", "finance.supply": "own"})
COPPER = catalog.apply(BUILT, "host-medium", "passive-copper-800g")
CASES = {
    "as priced": DEFAULT,
    "as priced, some copper": DEFAULT.with_values({"network.copper_share": 0.3, "network.switch_share": 0.5}),
    "two tiers": BUILT,
    "three tiers": BUILT.with_value("fabric.topology", "tree3"),
    "one tier": BUILT.with_values({"fabric.topology": "leaf", "fabric.accelerators": 64.0}),
    "fewest tiers, large": BUILT.with_values({"fabric.topology": "auto", "fabric.accelerators": 30_000.0}),
    "fewest tiers, rails": BUILT.with_values(
        {"fabric.topology": "auto", "fabric.accelerators": 16_000.0, "fabric.planes": 8.0}
    ),
    "oversubscribed": BUILT.with_values({"fabric.topology": "tree3", "fabric.oversubscription": 3.0}),
    "copper at the host": COPPER,
    "cables everywhere": catalog.apply(COPPER, "trunk-medium", "optical-cable-800g"),
    "modules at hosts only": catalog.apply(BUILT, "trunk-medium", "active-cable-800g"),
    "other switches": catalog.apply(BUILT, "switch", "arista-128x400"),
}


@pytest.fixture(params=CASES.values(), ids=CASES.keys())
def case(request):
    return request.param


def test_price_power_and_failures_equal_boxes_counted_one_by_one(case):
    p, plain = point(case), naive_chain.network(case)
    for metric, key in (("switch_price", "switches"), ("copper_price", "copper"), ("optics_price", "optics"),
                        ("nic_price", "nics"), ("power", "power")):  # fmt: skip
        assert p.base(f"fabric_{metric}") == pytest.approx(plain[key], rel=1e-12, abs=1e-9), metric
    assert p.shown("fabric_failures") == pytest.approx(plain["failures"], rel=1e-12, abs=1e-12)


@pytest.mark.parametrize(
    ("accelerators", "topology", "planes", "switches"),
    [(1_024, "tree2", 1, 48), (16_384, "tree2", 8, 768), (131_072, "tree3", 8, 10_240)],
)
def test_published_h100_clusters_take_their_switches(accelerators, topology, planes, switches):
    s = BUILT.with_values(
        {"fabric.accelerators": accelerators, "fabric.topology": topology, "fabric.planes": planes}
    )
    p = point(s)
    assert p.base("fabric_switches") * accelerators == pytest.approx(switches)
    assert p.base("fabric_use") <= 1.0
    # And no fewer tiers would do.
    assert point(s.with_value("fabric.topology", "auto")).base("fabric_switches") == p.base("fabric_switches")


def test_131072_mi455x_on_eight_planes_take_6144_switches_and_the_published_modules():
    s = DEFAULT.with_values({
        "accelerator.scaleout_bandwidth": 1600.0, "fabric.topology": "tree2", "fabric.planes": 8.0,
        "fabric.accelerators": 131_072.0, "switch.ports": 512.0, "switch.port_speed": 200.0,
        "host_link.speed": 800.0, "trunk_link.speed": 1600.0,
    })  # fmt: skip
    found = parts(s.to_record()[0])
    assert found.switches * 131_072 == pytest.approx(6_144)
    assert (found.host_units, found.trunk_units) == (2.0, 3.0)
    assert found.use == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("topology", "accelerators", "nodes", "switches", "cables", "share", "tolerance"),
    [("tree2", 1_024, 39.68e6, 1.728e6, 2.62144e6, 0.0988, 0.01),
     ("tree3", 131_072, 5079.04e6, 368.64e6, 498.0736e6, 0.146, 0.01)],
)  # fmt: skip
def test_published_network_share_of_an_h100_cluster(
    topology, accelerators, nodes, switches, cables, share, tolerance
):
    # Published inputs: 64-port switches of 36,000 $, modules of 700 $ (400G) and 1,240 $ (800G twin-port).
    p = point(BUILT.with_values({"fabric.topology": topology, "fabric.accelerators": accelerators}))
    assert p.base("fabric_switch_price") * accelerators == pytest.approx(switches, rel=1e-9)
    assert p.base("fabric_optics_price") * accelerators == pytest.approx(cables, rel=1e-9)
    network = p.base("fabric_price") * accelerators
    assert network / (nodes + network) == pytest.approx(share, rel=tolerance)


def test_published_h100_cluster_costs_49248_dollars_an_accelerator():
    # 39.68 M$ of nodes, adapters inside; 6.4 M$ of storage, management and installation.
    nodes, rest = 39_680_000 / 1024, (50_429_440 - 39_680_000 - 1_728_000 - 2_621_440) / 1024
    s = BUILT.with_values({
        "accelerator.price": 30_000.0, "accelerator.server_price": nodes - 30_000.0, "nic.price": 0.0,
        "finance.storage": rest,
    })  # fmt: skip
    p = point(s)
    assert p.base("capex") / p.base("accelerators") == pytest.approx(49_248, rel=1e-3)


def test_published_power_of_an_h100_network():
    # 93 W with adapter at two tiers, 133 W at three (project reference, own formula).
    for topology, watts in (("tree2", 93.0), ("tree3", 133.0)):
        p = point(BUILT.with_value("fabric.topology", topology))
        assert p.base("fabric_power") + p.base("fabric_nic_power") == pytest.approx(watts, rel=0.02)


def test_copper_at_the_host_replaces_its_module_and_half_a_twin_port_module():
    optical, copper = (parts(s.to_record()[0]) for s in (BUILT, COPPER))
    assert optical.host_units == 1.0
    assert copper.host_units == 0.5
    assert optical.trunk_units - copper.trunk_units == 0.5


def test_reach_is_that_of_a_folded_clos_network():
    assert reach(64.0, 1.0, 2.0) == 64**2 / 2
    assert reach(64.0, 1.0, 3.0) == 64**3 / 4
    assert reach(144.0, 1.0, 2.0) == 10_368
    assert reach(64.0, 3.0, 2.0) == 64 * 48


def test_a_larger_cluster_never_takes_fewer_switches_an_accelerator():
    axis = Axis.over("fabric.accelerators", 8.0, 60_000.0, 60)
    found = line(BUILT.with_value("fabric.topology", "auto"), axis).metrics
    assert np.all(np.diff(found["fabric_switches"]) >= -1e-12)
    assert np.all(found["fabric_use"] <= 1.0 + 1e-12)
    assert len(set(np.round(found["fabric_switches"], 9))) == 3


def test_oversubscription_saves_switches_and_links():
    axis = Axis.over("fabric.oversubscription", 1.0, 8.0, 8)
    found = line(BUILT, axis).metrics
    for metric in ("fabric_switches", "fabric_trunk_units", "fabric_price", "fabric_power"):
        assert np.all(np.diff(found[metric]) < 0.0), metric


def test_a_link_longer_than_its_medium_reaches_is_told():
    far = COPPER.with_value("fabric.host_length", 5.0)
    assert point(far).base("fabric_host_reach_use") == pytest.approx(5.0 / 2.0)
    assert point(catalog.apply(far, "host-medium", "active-cable-800g")).base("fabric_host_reach_use") < 1.0
    trunk = far.with_value("fabric.trunk_length", 800.0)
    assert point(trunk).base("fabric_trunk_reach_use") == pytest.approx(800.0 / 500.0)


def test_failures_lie_near_those_measured_in_a_large_training_run():
    # Llama 3: 1.44 % a GPU-year for switches and cables, 0.29 % for adapters, interruptions only.
    yearly = point(BUILT).shown("fabric_failures")
    assert 0.0173 < yearly < 3 * 0.0173


def test_as_priced_gives_the_figures_of_the_part():
    for ident in shipped("network"):
        s = catalog.apply(DEFAULT, "network", ident)
        p = point(s)
        assert p.base("fabric_price") == pytest.approx(s.number("network.price"), rel=1e-12)
        assert p.base("fabric_nic_price") == s.number("network.nic_price")
        assert p.base("fabric_power") == s.number("network.power")


def test_trees_of_the_catalogue_agree_with_the_count_from_parts():
    s = catalog.apply(BUILT, "network", "fat-tree-2-400g")
    assert point(s).base("fabric_price") == pytest.approx(s.number("network.price"), rel=1e-3)
    s = catalog.apply(BUILT.with_value("fabric.topology", "tree3"), "network", "fat-tree-3-400g")
    assert point(s).base("fabric_price") == pytest.approx(s.number("network.price"), rel=1e-3)


def test_every_medium_and_switch_gives_a_network_with_finite_figures():
    for kind in ("switch", "nic", "host-medium", "trunk-medium"):
        for ident in shipped(kind):
            p = point(catalog.apply(BUILT, kind, ident))
            assert math.isfinite(p.base("fabric_price")), (kind, ident)
            assert p.base("fabric_price") > 0.0
