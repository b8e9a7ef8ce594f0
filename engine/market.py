"""What others charge: today's listings of a scenario's model and of its class, and the margin at each.

Read from the dated snapshot of token prices that ships. A listing is one host's price list of one model;
an offer is one way to buy from it: standard, batch, flex, fast or priority.
"""

import re
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from engine import catalog
from engine.drivers.point import Point
from engine.drivers.served import served
from engine.parts import Part
from engine.scenario import Scenario
from engine.validation.names import model as named_model

Match = Literal["model", "class"]

#: Models whose total and active parameters lie within this factor are of one class.
CLASS_FACTOR: Final = 1.8
#: Ways to buy, by the condition a row of the snapshot states.
_WAYS: Final[Mapping[tuple[str, str], str]] = {
    ("processing", "batch"): "batch",
    ("service_tier", "flex"): "flex",
    ("service_tier", "priority"): "priority",
    ("service_tier", "fast"): "fast",
}
_NO_CHAT: Final = re.compile(r"free$|guard|embed|vision|audio|rerank|distill", re.IGNORECASE)
#: Writings of hosts that the catalogue's aliases do not hold: pattern -> replacement.
_WRITINGS: Final = (
    (re.compile(r"^(@cf/|accounts/fireworks/models/)"), ""),
    (re.compile(r"^(us\.|eu\.)?(meta|qwen|deepseek|mistral|openai|moonshotai|zai|minimax|google)\."), ""),
    (re.compile(r"-v\d+:\d+$"), ""),
    (re.compile(r"(?<=\d)p(?=\d)"), "."),
    (re.compile(r"^llama-?v?(\d)-(\d)(?=-)"), r"llama-\1.\2"),
    (re.compile(r"^llama-?v?(\d)(?=-)"), r"llama-\1"),
    (re.compile(r"-(turbo|versatile|fast|lite|specdec|maas|tee|throughput|reference|latest)\b"), ""),
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A price [$/M tokens], with steps for long prompts: (tokens above which it holds, price)."""

    base: float
    steps: tuple[tuple[float, float], ...] = ()

    def at(self, tokens: float) -> float:
        """Return the price for a prompt of `tokens`."""
        return next((price for start, price in reversed(self.steps) if tokens > start), self.base)


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to buy tokens.

    Attributes
    ----------
    host, model : str
        Who sells, and under which name.
    match : "model" or "class"
        Whether it is the scenario's own model or one of its class.
    part : str
        The catalogue's id of the model.
    way : str
        "standard", "batch", "flex", "fast" or "priority".
    input, output : Amount
    cached, write : Amount or None
        None where the list names none; a hit then costs what any input costs.
    """

    host: str
    model: str
    match: Match
    part: str
    way: str
    input: Amount
    output: Amount
    cached: Amount | None
    write: Amount | None

    def per_request(self, fresh: float, hit: float, output: float, *, written: bool = False) -> float:
        """Return the price of a request of `fresh` and `hit` input and `output` output tokens [$].

        `written` for fresh input that goes to the host's cache, at the price of a write.
        """
        prompt = fresh + hit
        cached = self.cached if self.cached is not None else self.input
        first = self.write if written and self.write is not None else self.input
        listed = first.at(prompt) * fresh + cached.at(prompt) * hit + self.output.at(prompt) * output
        return listed * 1e-6


@dataclass(frozen=True, slots=True)
class Quote:
    """An offer for the requests of a scenario.

    Attributes
    ----------
    offer : Offer
    per_request : float
        $.
    per_token : float
        $ per token over all tokens of the request.
    margin : float
        Share of the price left after the scenario's cost, fees and free use; NaN without a cost.
    """

    offer: Offer
    per_request: float
    per_token: float
    margin: float


@dataclass(frozen=True, slots=True)
class Structure:
    """How a price list is built: medians of its ratios over offers; NaN where no offer tells."""

    output: float
    cached: float
    write: float
    batch: float
    priority: float
    long: float


def quotes(scenario: Scenario, here: Point | None) -> tuple[Quote, ...]:
    """Return every offer of the scenario's model and class, cheapest first, for its mix of tokens.

    `here` is the scenario evaluated; None for prices without margins. The scenario's own discount is
    not taken off: an offer's price is what is compared.
    """
    fresh, hit, made = mix(scenario, here)
    cost = float("nan") if here is None else here.base("cost_per_request")
    keep = scenario.number("price.paying_share") * (1.0 - scenario.number("price.fees"))
    found = []
    for offer in offers(str(scenario.get("model.part"))):
        price = offer.per_request(fresh, hit, made)
        if price > 0.0:
            margin = 1.0 - cost / (price * keep)
            found.append(Quote(offer, price, price / (fresh + hit + made), margin))
    return tuple(sorted(found, key=lambda quote: (quote.per_request, quote.offer.host, quote.offer.model)))


def mix(scenario: Scenario, here: Point | None = None) -> tuple[float, float, float]:
    """Return computed input, cached input and output tokens of a request as its user pays for them."""
    reached, tokens = served(scenario, here), scenario.number("workload.input_tokens")
    share = reached.number("workload.cached_share")
    return tokens * (1.0 - share), tokens * share, reached.number("workload.output_tokens")


def structure(found: Sequence[Offer]) -> Structure:
    """Return the structure of the price lists of `found`."""
    plain = {(o.host, _listed(o)): o for o in found if o.way == "standard"}

    def middle(ratios: Iterator[float]) -> float:
        seen = list(ratios)
        return statistics.median(seen) if seen else float("nan")

    def against(ways: tuple[str, ...]) -> Iterator[float]:
        for one in found:
            base = plain.get((one.host, _listed(one)))
            if one.way in ways and base is not None and base.output.base > 0.0:
                yield one.output.base / base.output.base

    lists = [o for o in plain.values() if o.input.base > 0.0]
    return Structure(
        middle(o.output.base / o.input.base for o in lists),
        middle(o.cached.base / o.input.base for o in lists if o.cached is not None),
        middle(o.write.base / o.input.base for o in lists if o.write is not None),
        middle(against(("batch", "flex"))),
        middle(against(("priority", "fast"))),
        middle(o.input.steps[-1][1] / o.input.base for o in lists if o.input.steps),
    )


def _listed(offer: Offer) -> str:
    return offer.model.removesuffix(":batch")


@cache
def offers(model: str) -> tuple[Offer, ...]:
    """Return the offers of the catalogue's `model` and of its class."""
    own = catalog.load("model").get(model)
    if own is None:
        return ()
    found = []
    for part, host, name, rows in _priced():
        if part.id == model or _same_shape(own, part):
            match: Match = "model" if part.id == model else "class"
            found += list(_offers(host, name, match, part.id, rows))
    return tuple(found)


def _same_shape(one: Part, other: Part) -> bool:
    sizes = [(_size(part, "params_total"), _size(part, "params_active")) for part in (one, other)]
    pairs = zip(*sizes, strict=True)
    return all(a > 0 and b > 0 and 1 / CLASS_FACTOR <= a / b <= CLASS_FACTOR for a, b in pairs)


def _size(part: Part, fact: str) -> float:
    figure = part.facts.get(fact)
    value = getattr(figure, "value", figure)
    return float(value) if isinstance(value, (int, float)) else 0.0


@cache
def _priced() -> tuple[tuple[Part, str, str, Sequence[Mapping[str, Any]]], ...]:
    """Return (part, host, name, rows) of every listing whose model the catalogue knows, a host once."""
    found: dict[tuple[str, str, str], tuple[Part, str, str, Sequence[Mapping[str, Any]]]] = {}
    for ident, provider in catalog.market()["providers"].items():
        host = _host(ident, provider["name"])
        for name, rows in provider["models"].items():
            part = None if _NO_CHAT.search(name) else _part(name)
            if part is not None:
                # A host read twice, from its own list and through a hub, counts once.
                found.setdefault((part.id, host.lower(), _tail(name)), (part, host, name, rows))
    return tuple(found.values())


def _host(ident: str, name: str) -> str:
    bare = ident.removeprefix("huggingface_").removesuffix("-ai")
    return bare.capitalize() if ident.startswith("huggingface_") else name


def _tail(name: str) -> str:
    return name.rsplit("/", maxsplit=1)[-1].lower()


def _part(name: str) -> Part | None:
    plain = name.lower()
    for pattern, new in _WRITINGS:
        plain = pattern.sub(new, plain)
        if pattern.pattern.startswith("^(@cf"):
            plain = plain.rsplit("/", maxsplit=1)[-1]
    return named_model(name) or named_model(plain)


def _offers(
    host: str, name: str, match: Match, part: str, rows: Sequence[Mapping[str, Any]]
) -> Iterator[Offer]:
    newest: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        way, since = _way(name, row), row.get("from", "")
        if way is None or "hours" in row or since > catalog.market()["date"]:
            continue
        if way not in newest or since >= newest[way].get("from", ""):
            newest[way] = row
    plain = newest.get("standard", {}).get("prices", {})
    for way, row in newest.items():
        prices = row["prices"]
        fresh, made = _amount(prices.get("input")), _amount(prices.get("output"))
        if fresh is None or made is None or made.base <= 0.0:
            continue
        cached = _amount(prices.get("cache_read"))
        write = _amount(prices.get("cache_write", plain.get("cache_write")))
        yield Offer(host, name, match, part, way, fresh, made, cached, write)


def _way(name: str, row: Mapping[str, Any]) -> str | None:
    when = row.get("when")
    if when is None and name.lower().endswith(":batch"):
        return "batch"
    if when is None or when == {"service_tier": "default"}:
        return "standard"
    return _WAYS.get(next(iter(when.items()))) if len(when) == 1 else None


def _amount(given: Any) -> Amount | None:
    if isinstance(given, dict):
        return Amount(float(given["base"]), tuple((float(a), float(b)) for a, b in given["tiers"]))
    return Amount(float(given)) if isinstance(given, (int, float)) else None
