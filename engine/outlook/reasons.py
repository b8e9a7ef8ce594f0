"""Why a figure of a year ahead is what it is: formulas over other years, today's figures and inputs."""

import math
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from engine.errors import ParameterError
from engine.explain import Explanation, Provenance, explain, joined, names
from engine.identities import CONSTANTS
from engine.metrics import METRICS
from engine.outlook.layers import LAYERS
from engine.outlook.result import Outlook
from engine.units import YEAR
from engine.wording import format_value, spoken, told, word

PREFIX: Final = "ahead."
_NAME: Final = re.compile(r"ahead\.([a-z_]+?)(\d+)(?:_(\d+))?")
_WORK: Final = "(1 - outlook.software_gain) * (1 - outlook.model_gain)"
_MIX: Final = (
    "industry.vendor_margin", "industry.vendor_margin_end", "industry.commodity", "industry.commodity_year",
    "industry.commodity_margin", "industry.own_silicon_start", "industry.own_silicon_end",
    "industry.own_silicon_margin", "industry.alternatives_start", "industry.alternatives_end",
    "industry.alternatives_price", "industry.learning",
)  # fmt: skip
_LINKS: Final = ("industry.media_shift", "industry.optics_price", "industry.optics_premium")
#: Figure -> (words, metric whose unit tells it, how much of its base unit one is).
_TOLD: Final[dict[str, tuple[str, str, float]]] = {
    "told_price": ("Price of output, all in", "cost_per_token_all_in", 1.0),
    "told_cost": ("Cost of output, all in", "cost_per_token_all_in", 1.0),
    "told_new": ("Cost of output on new machines", "cost_per_token_all_in", 1.0),
    "price": ("Price of a request", "price_per_request", 1.0),
    "cost": ("Cost of a request", "cost_per_request", 1.0),
    "cost_new": ("Cost of a request on new machines", "cost_per_request", 1.0),
    "asked": ("Cost of a request at last year's use", "cost_per_request", 1.0),
    "current": ("Paid at the price of the day", "cost_per_request", 1.0),
    "run": ("A request on machines of an age", "cost_per_request", 1.0),
    "capital": ("Capital of a request", "cost_per_request", 1.0),
    "upkeep": ("Upkeep of a request", "cost_per_request", 1.0),
    "site": ("Power and building of a request", "cost_per_request", 1.0),
    "margin": ("Gross margin", "gross_margin", 1.0),
    "volume": ("Requests", "request_rate", 1.0),
    "need": ("Accelerators needed", "accelerators", 1.0),
    "installed": ("Accelerators in service", "accelerators", 1.0),
    "ordered": ("Accelerators ordered", "accelerators", 1.0),
    "revenue": ("Revenue", "cost_per_year", YEAR),
    "spend": ("Spend on serving", "cost_per_year", YEAR),
    "training": ("Spend on training", "cost_per_year", YEAR),
    "layer": ("Revenue of a layer", "cost_per_year", YEAR),
    "sum": ("Revenue of layers", "cost_per_year", YEAR),
    "unit": ("A layer's part of an order", "capex", 1.0),
}
_FACTORS: Final[dict[str, str]] = {
    "accelerator": "ahead.work{t} * ahead.trend{t} * ahead.move_accelerator{t}",
    "server": "ahead.work{t} * ahead.trend{t} * ahead.move_server{t}",
    "network": "ahead.work{t} * ahead.trend{t} * ahead.move_network{t}",
    "switches": "ahead.work{t} * ahead.trend{t} * ahead.move_switches{t}",
    "links": "ahead.work{t} * ahead.trend{t} * ahead.move_links{t}",
    "nic": "ahead.work{t} * ahead.trend{t} * ahead.move_nic{t}",
    "machine": "ahead.work{t} * ahead.trend{t}",
    "rent": "ahead.work{t} * (1 + outlook.rent_change) ** {t} * (1 + outlook.rent_capital_share * "
    "(ahead.move_merchant{t} - 1))",
    "site": "ahead.work{t} * ahead.power{t} * (1 + outlook.site_price_growth) ** {t}",
    "tokens": "ahead.work{t} * ahead.trend{t} * ahead.move_market{t}",
}
_LABELS: Final = {
    "accelerator": "accelerators", "server": "servers", "network": "networks", "switches": "switches",
    "links": "cables and optics", "nic": "adapters", "machine": "other equipment", "rent": "rent",
    "site": "power and building", "tokens": "bought tokens", "merchant": "a merchant's machine",
    "market": "the market's machine",
}  # fmt: skip
#: Which prices the bill of a supply follows, most first.
_PAID: Final = {
    "own": ("accelerator", "server", "network", "machine", "site"),
    "rent": ("rent", "machine"),
    "mixed": ("accelerator", "server", "network", "rent", "machine", "site"),
    "api": ("tokens", "machine"),
}


def reason(path: Outlook, key: str, provenance: Provenance | None = None) -> Explanation:
    """Return how figure `key` of `path` comes about: "ahead.margin3" is the margin three years on.

    Raises `ParameterError` for what is no figure.
    """
    return _Reasons(path, provenance).node(key)


class _Reasons:
    """Makes each node once."""

    def __init__(self, path: Outlook, provenance: Provenance | None) -> None:
        self.path, self.s, self._provenance = path, path.effective, provenance
        self._made: dict[str, Explanation] = {}

    def node(self, key: str) -> Explanation:
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def _make(self, key: str) -> Explanation:
        found = _NAME.fullmatch(key)
        if found is not None:
            name, t, v = found[1], int(found[2]), int(found[3] or 0)
            if not max(t, v) < self.path.years.size:
                raise ParameterError(key, f"the path has {self.path.years.size} years")
            return self._named(key, name, t, v)
        if key in CONSTANTS:
            value, label, text = CONSTANTS[key]
            return Explanation(key, word(label), "constant", value, word(text))
        return explain(self.path.points[0], self.s, key, self._provenance)

    def _told(self, key: str, sort: str, t: int, value: float, label: str = "") -> Explanation:
        words, unit, per = _TOLD[sort]
        text = format_value(value / per, METRICS[unit], full=True)
        return Explanation(key, f"{word(label or words)}, {self.path.years[t]:.0f}", "metric", value, text)

    def _ratio(self, key: str, label: str, t: int, value: float) -> Explanation:
        return Explanation(key, f"{word(label)}, {self.path.years[t]:.0f}", "metric", value, f"{value:.4g}")

    def _sum(self, node: Explanation, expression: str) -> Explanation:
        return joined(node, expression, tuple(self.node(name) for name in names(expression)))

    def _hangs(self, node: Explanation, *keys: str) -> Explanation:
        return replace(node, children=tuple(self.node(key) for key in keys))

    # figures ------------------------------------------------------------------------------------

    def _named(self, key: str, name: str, t: int, v: int) -> Explanation:
        of_what = {
            "layer_": self._layer, "sum_": self._sums, "unit_": self._unit, "move_": self._move,
            "factor_": self._factor,
        }  # fmt: skip
        for start, make in of_what.items():
            if name.startswith(start):
                return make(key, name.removeprefix(start), t)
        if name in {"run", "held"}:
            return self._aged(key, name, t, v)
        maker: Callable[[str, int], Explanation] | None = getattr(self, f"_{name}", None)
        if maker is None:
            raise ParameterError(key, f"{key} is no figure of a year ahead")
        return maker(key, t)

    def _token(self, key: str, t: int, name: str, values: object) -> Explanation:
        value = float(values[t]) / self.path.output_tokens  # type: ignore[index]
        node = self._told(key, f"told_{name}", t, value)
        whole = {"new": "cost_new"}.get(name, name)
        return self._sum(node, f"ahead.{whole}{t} * cost_per_token_all_in / cost_per_request")

    def _told_price(self, key: str, t: int) -> Explanation:
        return self._token(key, t, "price", self.path.price)

    def _told_cost(self, key: str, t: int) -> Explanation:
        return self._token(key, t, "cost", self.path.cost)

    def _told_new(self, key: str, t: int) -> Explanation:
        return self._token(key, t, "new", self.path.cost_new)

    def _price(self, key: str, t: int) -> Explanation:
        node = self._told(key, "price", t, float(self.path.price[t]))
        if t == 0:
            return self._sum(node, "price_per_request")
        made = f"price_per_request * ahead.price_factor{t}"
        if self.s.number("outlook.platform_fee") > 0.0:
            part = f"{t} / {self.path.years.size - 1}"
            made += f" * (1 - price.fees - outlook.platform_fee * {part}) / (1 - price.fees)"
        return self._sum(node, made)

    def _price_factor(self, key: str, t: int) -> Explanation:
        node = self._ratio(key, "Price over today's", t, self.path.steps.price_factor[t])
        if t == 0:
            return node
        if self.s.get("outlook.price_path") == "set":
            return self._sum(node, f"outlook.price_factor ** {t}")
        return self._sum(node, f"(ahead.asked{t} / cost_per_request * ahead.gain{t}) ** outlook.pass_through")

    def _asked(self, key: str, t: int) -> Explanation:
        return self._again(self._told(key, "asked", t, self.path.steps.asked[t]), t)

    def _gain(self, key: str, t: int) -> Explanation:
        node = self._ratio(key, "What the market's cost gained on the own", t, self.path.steps.gain[t])
        return self._hangs(node, f"ahead.move_market{t}", f"ahead.move_merchant{t}", *_MIX[:1])

    def _cost_new(self, key: str, t: int) -> Explanation:
        node = self._told(key, "cost_new", t, float(self.path.cost_new[t]))
        return self._again(node, t) if t else self._sum(node, "cost_per_request")

    def _again(self, node: Explanation, t: int) -> Explanation:
        """Return a figure of the whole evaluation with what is paid moved."""
        paid = list(_PAID[str(self.s.get("finance.supply"))])
        if "network" in paid and self.s.get("fabric.topology") != "priced":
            at = paid.index("network")
            paid[at : at + 1] = ["switches", "links", "nic"]
        return self._hangs(node, "cost_per_request", *(f"ahead.factor_{name}{t}" for name in paid))

    def _cost(self, key: str, t: int) -> Explanation:
        node = self._told(key, "cost", t, float(self.path.cost[t]))
        if t == 0 or not self.path.steps.units[0].capital > 0.0:
            return self._sum(node, f"ahead.cost_new{t}")
        ages = (f"ahead.held{t}_{v} * ahead.run{t}_{v}" for v in range(t + 1))
        return self._sum(node, f"ahead.current{t} + " + " + ".join(ages))

    def _current(self, key: str, t: int) -> Explanation:
        return self._again(self._told(key, "current", t, self.path.steps.units[t].current), t)

    def _aged(self, key: str, name: str, t: int, v: int) -> Explanation:
        year = f"{self.path.years[v]:.0f}"
        if name == "held":
            need = float(self.path.volume[t] / self.path.volume[0]) * self._work_of(t)
            value = self.path.steps.fleet[t][v] * self._work_of(t) / need
            node = self._ratio(key, told("Machines of {year} over what a request needs", year=year), t, value)
            return self._hangs(node, "outlook.retirement", "outlook.past_growth", f"ahead.need{t}")
        unit, life = self.path.steps.units[v], self.s.number("finance.life")
        site = (1.0 + self.s.number("outlook.site_price_growth")) ** (t - v)
        capital = unit.capital if t - v < life else 0.0
        value = (capital + unit.running + unit.site * site) / self._work_of(v)
        node = self._told(key, "run", t, value, told("A request on machines of {year}", year=year))
        made = f"ahead.upkeep{v} + ahead.site{v} * (1 + outlook.site_price_growth) ** {t - v}"
        if t - v < life:
            made = f"ahead.capital{v} + {made}"
        return self._sum(node, f"({made}) / ahead.work{v}")

    def _capital(self, key: str, t: int) -> Explanation:
        return self._part(key, "capital", t, self.path.steps.units[t].capital, "capital_rate")

    def _upkeep(self, key: str, t: int) -> Explanation:
        value = self.path.steps.units[t].running
        return self._part(key, "upkeep", t, value, "operations_rate", "software_rate")

    def _site(self, key: str, t: int) -> Explanation:
        return self._part(key, "site", t, self.path.steps.units[t].site, "facility_rate", "energy_rate")

    def _part(self, key: str, sort: str, t: int, value: float, *rates: str) -> Explanation:
        node = self._told(key, sort, t, value)
        if t == 0:
            each = " + ".join(rates)
            return self._sum(node, f"({each}) * accelerators / request_rate")
        return self._again(node, t)

    def _margin(self, key: str, t: int) -> Explanation:
        node = self._told(key, "margin", t, float(self.path.margin[t]))
        return self._sum(node, f"1 - ahead.cost{t} / ahead.price{t}")

    def _volume(self, key: str, t: int) -> Explanation:
        node = self._told(key, "volume", t, float(self.path.volume[t]))
        if t == 0:
            return self._sum(node, "request_rate")
        pause = self.s.number("outlook.pause_year")
        if pause <= self.path.years[t] < pause + self.s.number("outlook.pause_years"):
            return self._sum(node, f"ahead.volume{t - 1} / ({_WORK})")
        cheaper = f"(ahead.price_factor{t} / ahead.price_factor{t - 1})"
        if t == 1:
            cheaper = "ahead.price_factor1"
        return self._sum(
            node, f"ahead.volume{t - 1} * (1 + outlook.demand_growth) / {cheaper} ** outlook.elasticity"
        )

    def _revenue(self, key: str, t: int) -> Explanation:
        node = self._told(key, "revenue", t, float(self.path.revenue[t]))
        return self._sum(node, f"ahead.price{t} * ahead.volume{t} * SECONDS_PER_YEAR")

    def _spend(self, key: str, t: int) -> Explanation:
        node = self._told(key, "spend", t, float(self.path.spend[t]))
        return self._sum(node, f"ahead.cost{t} * ahead.volume{t} * SECONDS_PER_YEAR")

    def _training(self, key: str, t: int) -> Explanation:
        node = self._told(key, "training", t, float(self.path.training[t]))
        if self.s.get("training.basis") == "bill":
            first = "training.bill / training.life * SECONDS_PER_YEAR"
        else:
            first = "ahead.spend0 * (1 - training.inference_share) / training.inference_share"
        return self._sum(node, f"{first} * (1 + training.growth) ** {t}")

    # machines and their suppliers ---------------------------------------------------------------

    def _need(self, key: str, t: int) -> Explanation:
        node = self._told(key, "need", t, float(self.path.need[t]))
        if not self.path.need[0] > 0.0:
            return node
        return self._sum(node, f"accelerators * ahead.volume{t} / request_rate * ahead.work{t}")

    def _installed(self, key: str, t: int) -> Explanation:
        node = self._told(key, "installed", t, float(self.path.installed[t]))
        before = f"ahead.installed{t - 1}" if t else "ahead.need0 / (1 + outlook.past_growth)"
        return self._sum(node, f"{before} * (1 - outlook.retirement) + ahead.ordered{t}")

    def _ordered(self, key: str, t: int) -> Explanation:
        node = self._told(key, "ordered", t, float(self.path.ordered[t]))
        before = f"ahead.installed{t - 1}" if t else "ahead.need0 / (1 + outlook.past_growth)"
        if self.path.ordered[t] > 0.0:
            return self._sum(node, f"ahead.need{t} - {before} * (1 - outlook.retirement)")
        return self._hangs(node, f"ahead.need{t}", "outlook.retirement")

    def _layer(self, key: str, name: str, t: int) -> Explanation:
        label = next((layer.label for layer in LAYERS if layer.key == name), "Platform")
        node = self._told(key, "layer", t, float(self.path.layers[name][t]), _revenue([label]))
        if name == "platform":
            fees = f"(price.fees + outlook.platform_fee * {t} / {self.path.years.size - 1})"
            return self._sum(node, f"ahead.revenue{t} * {fees} / (1 - {fees})")
        return self._sum(node, f"ahead.ordered{t} * ahead.trend{t} * ahead.unit_{name}{t}")

    def _sums(self, key: str, named: str, t: int) -> Explanation:
        layers = named.split("__")
        value = math.fsum(float(self.path.layers[name][t]) for name in layers)
        labels = [layer.label for layer in LAYERS if layer.key in layers] or ["Platform"]
        node = self._told(key, "sum", t, value, _revenue(labels))
        return self._sum(node, " + ".join(f"ahead.layer_{name}{t}" for name in layers))

    def _unit(self, key: str, name: str, t: int) -> Explanation:
        label = next(layer.label for layer in LAYERS if layer.key == name)
        value = self.path.steps.prices[t].layers[name]
        part = told("{layer} in an order of one accelerator's work", layer=word(label))
        node = self._told(key, "unit", t, value, part)
        more = _LINKS if name in {"copper", "optics"} else ()
        today = next((layer.chain for layer in LAYERS if layer.key == name and layer.chain), "")
        return self._hangs(node, *([f"layer_{today}"] if f"layer_{today}" in METRICS else []), *_MIX, *more)

    # factors ------------------------------------------------------------------------------------

    def _work_of(self, t: int) -> float:
        n = self.s.number
        return float(((1.0 - n("outlook.software_gain")) * (1.0 - n("outlook.model_gain"))) ** t)

    def _work(self, key: str, t: int) -> Explanation:
        node = self._ratio(key, "Machine time a request", t, self._work_of(t))
        return self._sum(node, f"({_WORK}) ** {t}") if t else node

    def _trend(self, key: str, t: int) -> Explanation:
        value = (1.0 - self.s.number("outlook.hardware_decline")) ** t
        node = self._ratio(key, "Price of the same work", t, value)
        return self._sum(node, f"(1 - outlook.hardware_decline) ** {t}")

    def _power(self, key: str, t: int) -> Explanation:
        value = (1.0 - self.s.number("outlook.power_decline")) ** t
        node = self._ratio(key, "Power of the same work", t, value)
        return self._sum(node, f"(1 - outlook.power_decline) ** {t}")

    def _factor(self, key: str, name: str, t: int) -> Explanation:
        value = float(getattr(self.path.factors[t - 1], name)) if t else 1.0
        node = self._ratio(
            key, told("Price of {what} a request over today's", what=word(_LABELS[name])), t, value
        )
        return self._sum(node, _FACTORS[name].format(t=t)) if t else node

    def _move(self, key: str, name: str, t: int) -> Explanation:
        first, now = self.path.steps.prices[0], self.path.steps.prices[t]
        value = getattr(now, name) / getattr(first, name)
        node = self._ratio(key, told("Price of {what} by who sells them", what=word(_LABELS[name])), t, value)
        more = _LINKS if name in {"network", "links"} else ()
        return self._hangs(node, *_MIX, *more)


def _revenue(labels: list[str]) -> str:
    """Return what the revenue of layers is called; in English names are small within a sentence."""
    names = [label.lower() for label in labels] if spoken() is None else [word(label) for label in labels]
    return told("Revenue: {layers}", layers=", ".join(names))
