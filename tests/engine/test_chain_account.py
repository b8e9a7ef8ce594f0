"""The chain at a point: items and sellers add up, parts chosen name their sellers, dependence follows."""

import json
import math

import pytest

from engine import catalog, files
from engine.chain import account, dependence, sellers, swaps
from engine.chain.dependence import crowd
from engine.chain.sellers import market
from engine.drivers import point
from engine.evaluate_command import evaluate_json
from engine.metrics import METRICS
from engine.metrics.chain import LAYERS
from engine.parameters import SPECS
from engine.parts import GRADES, shipped
from engine.scenario import DEFAULT
from resources.tools.build_scenarios import CASES

OWNED = DEFAULT.with_value("finance.supply", "own")
BUILT = OWNED.with_values({"fabric.topology": "tree2", "fabric.accelerators": 1024.0})
ROUTED = catalog.apply(
    OWNED.with_values({"routing.mode": "router", "routing.tiers": 2.0}), "accelerator", "mi355x", tier=2
)
LEVERS = OWNED.with_values({"levers.response": "on", "levers.response_share": 0.2})
SITUATIONS = {
    "rented": DEFAULT,
    "owned": OWNED,
    "built": BUILT,
    "copper at the host": catalog.apply(BUILT, "host-medium", "active-cable-800g"),
    "routed": ROUTED,
    "levers": LEVERS,
    "own silicon": catalog.apply(OWNED, "accelerator", "tpu-v7"),
    "rented below cost": DEFAULT.with_value("accelerator.rent", 1.0),
    **{name: files.load_builtin(name).scenario for name in CASES},
}


@pytest.fixture(params=SITUATIONS.values(), ids=SITUATIONS.keys())
def case(request):
    return request.param


def told(s):
    return account(s, point(s))


def test_items_add_up_to_their_layer_and_layers_to_the_bill(case):
    made = told(case)
    assert math.fsum(layer.rate for layer in made.layers) == pytest.approx(made.rate, rel=1e-12)
    for layer in made.layers:
        assert math.fsum(item.rate for item in layer.items) == pytest.approx(layer.rate, rel=1e-12, abs=1e-18)
        assert all(item.rate >= 0.0 for item in layer.items)
        assert layer.items


def test_every_item_leads_to_a_metric_or_a_sourced_input(case):
    for layer in told(case).layers:
        for item in layer.items:
            assert item.key in METRICS or item.key in SPECS, item
            if layer.rate > 0.0 and item.key in SPECS:
                assert item.told, item


def test_sellers_of_a_layer_have_sources_and_sum_to_one(case):
    for layer in LAYERS:
        found = sellers(case, layer)
        assert math.fsum(one.share for one in found) == pytest.approx(1.0, abs=1e-9), layer
        assert all(one.source and one.grade in GRADES for one in found), layer


def test_suppliers_earn_the_whole_bill_once(case):
    made = told(case)
    found = dependence(made)
    assert math.fsum(one.rate for one in found.suppliers) == pytest.approx(made.rate, rel=1e-9)
    assert math.fsum(one.share for one in found.suppliers) == pytest.approx(1.0, rel=1e-9)
    assert 0.0 < found.concentration <= 1.0
    for one in found.suppliers:
        assert math.fsum(rate for _, rate in one.layers) == pytest.approx(one.rate, rel=1e-12)
        assert 0.0 <= one.guessed <= 1.0


def test_concentration_of_a_hand_worked_bill():
    from engine.chain.account import Account, LayerAccount
    from engine.chain.sellers import Seller

    def layer(key, rate, *shares):
        sold = tuple(Seller(name, share, "worked", "guess") for name, share in shares)
        return LayerAccount(key, key, key, rate, rate / 10.0, (), sold)

    made = Account(
        (
            layer("vendor", 6.0, ("A", 1.0)),
            layer("switches", 2.0, ("A", 0.5), ("B", 0.5)),
            layer("building", 1.0, ("others", 1.0)),
            layer("capital", 1.0, ("lenders and owners", 1.0)),
        ),
        10.0,
        0.0,
    )
    found = dependence(made)
    # Of 9 outside: A 7, B 1, others 1 as ten of 0.1.
    assert found.concentration == pytest.approx((7 / 9) ** 2 + (1 / 9) ** 2 + (1 / 9) ** 2 / 10)
    assert (found.largest, found.largest_share) == ("A", pytest.approx(7 / 9))
    assert found.supplier("A").layers == (("vendor", 6.0), ("switches", 1.0))
    assert found.supplier("C") is None


def test_parts_chosen_name_their_sellers():
    def first(s, layer):
        return sellers(s, layer)[0].name

    amd = catalog.apply(OWNED, "accelerator", "mi355x")
    google = catalog.apply(OWNED, "accelerator", "tpu-v7")
    amazon = catalog.apply(OWNED, "accelerator", "trn3")
    assert first(OWNED, "vendor") == "NVIDIA"
    assert first(amd, "vendor") == "AMD"
    assert first(google, "vendor") == "Google (own silicon)"
    assert not crowd("Google (own silicon)")
    assert [one.name for one in sellers(google, "partner")] == ["Broadcom"]
    assert {one.name for one in sellers(amazon, "partner")} == {"Marvell", "Alchip"}
    assert first(catalog.apply(OWNED, "accelerator", "gb200-nvl72"), "cpu") == "NVIDIA"
    assert first(OWNED, "switches") == "NVIDIA"
    arista = catalog.apply(BUILT, "switch", "arista-128x400")
    assert [one.name for one in sellers(arista, "switches")] == ["Arista"]
    ethernet = catalog.apply(OWNED, "network", "ethernet-2-400g")
    assert sellers(ethernet, "switches") == market("switches")
    assert first(catalog.apply(OWNED, "accelerator", "groq-lpu1"), "logic") == "GlobalFoundries"


def test_own_silicon_moves_revenue_from_the_merchant_to_the_design_partner():
    merchant = catalog.apply(OWNED, "accelerator", "gb200-nvl72")
    before, after = (
        dependence(told(s)) for s in (merchant, catalog.apply(merchant, "accelerator", "tpu-v7"))
    )
    assert before.largest == "NVIDIA"
    assert after.supplier("NVIDIA").share < 0.4 * before.supplier("NVIDIA").share
    assert before.supplier("Broadcom") is None or before.supplier("Broadcom").share < 0.01
    assert after.supplier("Broadcom").share > 0.02
    assert after.concentration < before.concentration


def test_another_design_partner_moves_its_margin_to_whoever_designed_the_part():
    base = catalog.apply(OWNED, "accelerator", "tpu-v7")
    here, k = point(base), 0.0
    now = account(base, here)
    materials = sum(now.layer(key).rate for key in ("logic", "memory", "packaging"))
    k = now.layer("partner").rate
    assert k == pytest.approx(materials * 0.5 / 0.5, rel=1e-9)
    for ident, margin, name in (
        ("marvell", 0.45, "Marvell"),
        ("guc", 0.3, "GUC"),
        ("broadcom", 0.5, "Broadcom"),
    ):
        other = catalog.apply(base, "design-partner", ident)
        then = account(other, point(other))
        earned = materials * margin / (1.0 - margin)
        assert then.rate == pytest.approx(now.rate, rel=1e-12)
        assert then.layer("partner").rate == pytest.approx(earned, rel=1e-9)
        assert [(seller.name, seller.share) for seller in then.layer("partner").sellers] == [(name, 1.0)]
        kept = then.layer("vendor").rate - now.layer("vendor").rate
        assert kept == pytest.approx(k - earned, rel=1e-6, abs=1e-9 * k)
    alone = catalog.apply(base, "design-partner", "in-house")
    assert account(alone, point(alone)).layer("partner").rate == 0.0
    back = catalog.apply(alone, "design-partner", "as-supplied")
    assert point(back).same(here)


def test_the_chain_offers_other_design_partners_for_own_silicon_only():
    base = catalog.apply(OWNED, "accelerator", "tpu-v7")
    found = {swap.ident: swap for swap in swaps(base, account(base, point(base)), "partner")}
    assert set(found) == {"marvell", "mediatek", "alchip", "guc", "in-house"}
    moved = dict(found["alchip"].moved)
    assert moved["Broadcom"] < 0.0 < moved["Alchip"]
    assert moved["Google (own silicon)"] == pytest.approx(-moved["Broadcom"] - moved["Alchip"], rel=1e-6)
    now = account(OWNED, point(OWNED))
    assert not [swap for swap in swaps(OWNED, now, "vendor") if swap.kind == "design-partner"]
    # A chosen partner is remembered: its own entry is no longer offered, the accelerator's is.
    chosen = found["guc"].scenario
    idents = {swap.ident for swap in swaps(chosen, account(chosen, point(chosen)), "partner")}
    assert "guc" not in idents
    assert "as-supplied" in idents


def test_shares_and_margins_of_design_partners_are_graded():
    parts = shipped("design-partner")
    assert {one.values["partner.margin"].grade for one in parts.values()} <= set(GRADES)
    assert all(one.values["partner.margin"].source for one in parts.values())
    named = {one.label: one.facts["share of custom parts"].value for one in parts.values() if one.facts}
    assert named == {seller.name: seller.share for seller in market("partner")}


def test_copper_at_the_host_moves_revenue_from_optics_to_cables():
    optical, copper = told(BUILT), told(SITUATIONS["copper at the host"])
    assert copper.layer("copper").rate > 0.0 == optical.layer("copper").rate
    assert copper.layer("optics").rate < optical.layer("optics").rate
    credo = dependence(copper).supplier("Credo")
    assert credo is not None
    assert dependence(optical).supplier("Credo") is None


def test_each_tier_names_its_own_items_and_sellers():
    made = told(ROUTED)
    assert {item.label.rsplit(", ", 1)[1] for item in made.layer("logic").items} == {"tier 1", "tier 2"}
    assert {one.name for one in made.layer("vendor").sellers} == {"NVIDIA", "AMD"}
    router = [item for item in made.layer("software").items if item.key == "routing_rate"]
    assert [item.rate for item in router] == [pytest.approx(point(ROUTED).base("routing_rate"))]


def test_no_service_has_no_account():
    starved = DEFAULT.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})
    made = told(starved)
    assert made.layers == ()
    assert dependence(made).suppliers == ()
    assert made.layer("logic") is None


def test_memory_shares_are_those_of_the_source():
    assert {one.name: one.share for one in market("memory")} == {
        "SK hynix": 0.62, "Micron": 0.21, "Samsung": 0.17,
    }  # fmt: skip
    assert shipped("layer")["copper"].facts["Credo"].value == 0.53


def test_another_accelerator_moves_the_bill_by_what_its_suppliers_gain_and_lose():
    s = files.load_builtin("own-silicon").scenario
    now = told(s)
    found = {swap.ident: swap for swap in swaps(s, now, "vendor") if swap.kind == "accelerator"}
    assert set(found) == {"h100-sxm", "h200-sxm", "b200-sxm", "gb200-nvl72", "gb300-nvl72", "mi355x", "trn3"}
    bought = found["b200-sxm"]
    assert bought.rate == point(bought.scenario).base("cost_rate") > now.rate
    moved = dict(bought.moved)
    assert moved["NVIDIA"] > 0.0 > moved["Google (own silicon)"]
    served = [swap.rate for swap in swaps(s, now, "vendor") if not swap.trouble]
    assert served == sorted(served)
    assert all(swap.trouble for swap in found.values() if not math.isfinite(swap.rate))


def test_media_that_do_not_reach_say_so_and_a_priced_network_has_none():
    far = BUILT.with_value("fabric.host_length", 5.0)
    found = {swap.ident: swap for swap in swaps(far, told(far), "optics") if swap.kind == "host-medium"}
    assert found["passive-copper-800g"].trouble == "does not reach from host to leaf"
    assert found["active-cable-800g"].trouble == ""
    assert found["active-cable-800g"].rate < told(far).rate
    assert dict(found["active-cable-800g"].moved)["Credo"] > 0.0
    assert swaps(OWNED, told(OWNED), "optics") == ()
    assert swaps(OWNED, told(OWNED), "building") == ()


def test_evaluate_tells_who_earns_and_how_concentrated_that_is():
    told = json.loads(evaluate_json(OWNED))["suppliers"]
    found = dependence(account(OWNED, point(OWNED)))
    assert told["concentration"] == found.concentration
    assert (told["largest"], told["largest_share"]) == (found.largest, found.largest_share)
    assert math.fsum(one["share"] for one in told["shares"]) == pytest.approx(1.0, rel=1e-12)
    starved = OWNED.with_values({"deployment.tensor_parallel": 1.0, "precision.weights": "bf16"})
    assert json.loads(evaluate_json(starved))["suppliers"] is None
