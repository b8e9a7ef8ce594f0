"""Listings of others: found by model and class, priced for a scenario's own mix of tokens."""

import json
import math
from importlib.resources import files as resources

import pytest

from engine import files, market
from engine.drivers import point
from engine.market import Amount, Offer
from engine.scenario import DEFAULT

LIST = Offer("Host", "m", "model", "m", "standard", Amount(2.0, ((200000.0, 4.0),)), Amount(10.0), None, None)


@pytest.fixture(scope="module")
def priced():
    return market.quotes(DEFAULT, point(DEFAULT))


def test_request_costs_what_its_tokens_cost():
    cached = Offer("H", "m", "model", "m", "standard", Amount(2.0), Amount(10.0), Amount(0.2), None)
    assert cached.per_request(600.0, 400.0, 100.0) == pytest.approx((1200 + 80 + 1000) * 1e-6)


def test_hit_costs_as_any_input_where_a_list_names_no_price_for_it():
    assert LIST.per_request(600.0, 400.0, 100.0) == LIST.per_request(1000.0, 0.0, 100.0)


def test_long_prompts_take_the_step_of_the_list():
    short, long = LIST.per_request(200000.0, 0.0, 0.0), LIST.per_request(200001.0, 0.0, 0.0)
    assert short == pytest.approx(0.4)
    assert long == pytest.approx(0.800004)


def test_hosts_of_the_model_itself_are_found_under_their_own_writings(priced):
    own = {(q.offer.host, q.offer.model) for q in priced if q.offer.match == "model"}
    assert ("Groq", "llama-3.3-70b-versatile") in own
    assert ("AWS Bedrock", "meta.llama3-3-70b-instruct-v1:0") in own
    assert len({host for host, _ in own}) >= 10
    assert not any("free" in model or "distill" in model for _, model in own)


def test_price_of_a_known_host_is_that_of_the_snapshot(priced):
    raw = json.loads(next(resources("resources").joinpath("prices").glob("market-*.json")).read_bytes())
    listed = raw["providers"]["groq"]["models"]["llama-3.3-70b-versatile"][0]["prices"]
    quote = next(
        q for q in priced if q.offer.model == "llama-3.3-70b-versatile" and q.offer.way == "standard"
    )
    fresh, hit, made = market.mix(DEFAULT)
    assert quote.per_request == pytest.approx(
        (listed["input"] * (fresh + hit) + listed["output"] * made) * 1e-6
    )
    assert quote.per_token == pytest.approx(quote.per_request / (fresh + hit + made))


def test_offers_come_cheapest_first_and_margin_rises_with_the_price(priced):
    prices = [q.per_request for q in priced]
    margins = [q.margin for q in priced]
    assert prices == sorted(prices)
    assert margins == sorted(margins)
    assert all(math.isfinite(margin) and margin < 1.0 for margin in margins)


def test_margin_at_a_listing_is_the_scenarios_own_at_that_price(priced):
    quote = priced[len(priced) // 2]
    o = quote.offer
    cached = o.cached if o.cached is not None else o.input
    taken = DEFAULT.with_values(
        {"price.input": o.input.base, "price.output": o.output.base, "price.cached": cached.base}
    )
    assert point(taken).base("gross_margin") == pytest.approx(quote.margin, rel=1e-9)


def test_class_holds_models_of_like_size_only(priced):
    parts = {q.offer.part for q in priced if q.offer.match == "class"}
    assert parts
    assert not parts & {"llama-3.1-8b", "llama-3.1-405b", "deepseek-v3", "gpt-oss-120b", "llama-3.1-70b"}


def test_batch_offers_are_told_from_the_standard_ones():
    case = files.load_builtin("document-batch").scenario
    found = market.offers(str(case.get("model.part")))
    assert {o.way for o in found} >= {"standard", "batch"}
    assert 0.3 < market.structure(found).batch < 0.7


def test_structure_is_a_median_of_ratios():
    lists = [
        Offer("a", "m", "model", "m", "standard", Amount(1.0), Amount(4.0), Amount(0.1), Amount(1.25)),
        Offer("b", "m", "model", "m", "standard", Amount(2.0), Amount(10.0), Amount(0.5), None),
        Offer("c", "m", "model", "m", "standard", Amount(1.0), Amount(3.0), None, None),
        Offer("a", "m", "model", "m", "batch", Amount(0.5), Amount(2.0), None, None),
    ]
    found = market.structure(lists)
    assert (found.output, found.cached, found.write, found.batch) == pytest.approx((4.0, 0.175, 1.25, 0.5))
    assert math.isnan(found.priority)


def test_model_that_nobody_lists_has_no_offers():
    unknown = DEFAULT.with_value("model.part", "model-of-my-own")
    assert market.quotes(unknown, None) == ()


def test_prices_stand_without_margins_where_a_point_has_no_cost():
    assert all(math.isnan(q.margin) for q in market.quotes(DEFAULT, None))
