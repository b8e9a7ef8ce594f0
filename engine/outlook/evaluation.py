"""One year's evaluation: today's scenario with its prices, costs and use moved along the path."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Final

from engine.drivers import Point, cause, point
from engine.errors import IsocostError
from engine.parameters import SPECS
from engine.scenario import Scenario, Value
from engine.units import UNITS

#: Groups whose money is not what supply costs; `price` moves as prices do.
_APART: Final = frozenset({"value", "limits", "outlook", "industry", "training", "thesis"})
#: Which factor moves an input that is money, by what its unit measures.
_KIND: Final = {
    "money": "machine",
    "money/time": "machine",
    "money/power": "site",
    "money/energy": "site",
    "money/(power·time)": "site",
    "money/token": "tokens",
}
_NAMED: Final = {
    "accelerator.price": "accelerator",
    "accelerator.server_price": "server",
    "accelerator.rent": "rent",
    "network.price": "network",
    "network.nic_price": "nic",
    "nic.price": "nic",
    "switch.price": "switches",
    "host_link.price": "links",
    "trunk_link.price": "links",
    "workload.users": "volume",
    "finance.team": "fixed",
}


@cache
def moved_by() -> dict[str, str]:
    """Return the factor that moves each input, by key: machine, server, rent, site, price, volume, ..."""
    found = {}
    for key, spec in SPECS.items():
        if spec.kind != "number":
            continue
        dimension = UNITS[spec.unit].dimension
        kind = _KIND.get(dimension, "machine" if dimension.startswith("money") else None)
        if key in _NAMED:
            found[key] = _NAMED[key]
        elif spec.group == "price" and kind is not None:
            found[key] = "price"
        elif spec.group not in _APART and kind is not None:
            found[key] = kind
    return found


@dataclass(frozen=True, slots=True)
class Factors:
    """What each kind of input of a year is over that of the first; `fee` is added to fees."""

    volume: float
    price: float
    accelerator: float
    server: float
    network: float
    switches: float
    links: float
    nic: float
    machine: float
    rent: float
    site: float
    tokens: float
    fee: float = 0.0
    fixed: float = 1.0


def year_point(s: Scenario, f: Factors) -> Point:
    """Return the evaluation of `s` with inputs moved by `f`; may leave the range of declarations."""
    return point(_moved(s, f))


def year_scenario(s: Scenario, f: Factors, year: float) -> Scenario:
    """Return `s` as it stands in `year`, on new machines: a scenario derived from it, to be opened.

    Figures beyond what a declaration allows are held to it.
    """
    values = _moved(s, f).values
    held = {
        key: min(max(float(values[key]), SPECS[key].low), SPECS[key].high)
        for key in (*moved_by(), "price.fees", "deployment.replicas")
    }
    held["deployment.replicas"] = float(round(held["deployment.replicas"]))
    made = s.child(f"{s.name}, {year:.0f}").with_values({**held, "outlook.start_year": year})
    return made.with_tiers(_moved(s, f).tiers)


def _moved(s: Scenario, f: Factors) -> Scenario:
    values: dict[str, Value] = dict(s.values)
    for key, name in moved_by().items():
        values[key] = s.number(key) * float(getattr(f, name))
    values["price.fees"] = min(0.999, s.number("price.fees") + f.fee)
    if s.get("deployment.load") == "replicas":
        # A set number of replicas means a set load of each: it grows with use.
        values["deployment.replicas"] = s.number("deployment.replicas") * f.volume
    moved = replace(s, values=MappingProxyType(values))
    return moved.with_tiers([_moved_tier(own, f) for own in s.tiers]) if s.tiers else moved


def _moved_tier(own: Mapping[str, Value], f: Factors) -> dict[str, Value]:
    """Return what a tier overrides, its money moved as the first tier's."""
    made = dict(own)
    for key, name in moved_by().items():
        if key in made:
            made[key] = float(made[key]) * float(getattr(f, name))
    if "deployment.replicas" in made:
        made["deployment.replicas"] = float(made["deployment.replicas"]) * f.volume
    return made


def first_point(s: Scenario) -> Point:
    """Return the evaluation of `s` itself.

    Raises
    ------
    IsocostError
        Where it has no cost or no price, so that nothing can be told of the years ahead.
    """
    found = point(s)
    cost, price = found.base("cost_per_request"), found.base("price_per_request")
    if not cost > 0.0:
        why = cause(s, found)
        said = why.text if why is not None else "it costs nothing"
        raise IsocostError(f"the years ahead need a scenario that can be served: {said}")
    if not price > 0.0:
        raise IsocostError(
            "the years ahead need a price above 0: set price.output or price.input, or price.subscription"
        )
    return found


@dataclass(frozen=True, slots=True)
class Unit:
    """What a request costs on new machines [$], by what becomes of it as the machine ages.

    Attributes
    ----------
    capital : float
        Of own machines; ends with their life. `running` goes on: staff, upkeep, licences.
    site : float
        Power and building: goes with their prices.
    current : float
        Paid at the price of the day: rent, bought tokens, levers, storage, the team.
    """

    capital: float
    running: float
    site: float
    current: float

    @classmethod
    def of(cls, found: Point) -> "Unit":
        """Return the parts of the cost of a request of `found`; they add up to it."""
        capital, running, site = (
            machine_cost(found, *names)
            for names in (
                ("capital_rate",),
                ("operations_rate", "software_rate"),
                ("facility_rate", "energy_rate"),
            )
        )
        return cls(capital, running, site, found.base("cost_per_request") - capital - running - site)


def machine_cost(found: Point, *names: str) -> float:
    """Return what the rates `names` of an accelerator make a request cost [$]; 0 where there is none."""
    each = found.base("accelerators") / found.base("request_rate")
    cost = sum(found.base(name) for name in names) * each
    return cost if math.isfinite(cost) else 0.0
