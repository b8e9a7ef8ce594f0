"""Dependence on suppliers: what each earns of the bill, and how concentrated that is."""

from dataclasses import dataclass
from typing import Final

from engine.chain.account import Account

#: Names that gather many sellers: each is taken as ten equal ones in the concentration.
_MANY: Final = ("other", "others", "builders", "land", "lenders", "own staff", "maintenance", "open source")
_CROWD: Final = 10.0
#: Who is paid but supplies nothing that could be bought elsewhere.
INSIDE: Final = frozenset({"lenders and owners", "own staff"})


@dataclass(frozen=True, slots=True)
class SupplierRevenue:
    """What one supplier earns of the bill.

    Attributes
    ----------
    name : str
    rate : float
        Of the fleet's cost [$/s].
    share : float
        Of the bill, 0-1.
    layers : tuple of (layer key, $/s)
        Where it earns it, most first.
    guessed : float
        Share of `rate` that rests on guessed shares of the market, 0-1.
    """

    name: str
    rate: float
    share: float
    layers: tuple[tuple[str, float], ...]
    guessed: float


@dataclass(frozen=True, slots=True)
class Dependence:
    """Concentration of the bill.

    Attributes
    ----------
    suppliers : tuple of SupplierRevenue
        Largest first; their shares sum to one.
    concentration : float
        Herfindahl-Hirschman index: the sum of squared shares, 0-1, of what is paid to others than the own
        staff, lenders and owners. A group of many small sellers counts as ten equal ones.
    largest : str
        The one supplier who earns most of it; empty where nobody does.
    largest_share : float
        Its share of that, 0-1.
    """

    suppliers: tuple[SupplierRevenue, ...]
    concentration: float
    largest: str
    largest_share: float

    def supplier(self, name: str) -> SupplierRevenue | None:
        """Return supplier `name`; None where it earns nothing."""
        return next((one for one in self.suppliers if one.name == name), None)


def crowd(name: str) -> bool:
    """Return whether `name` gathers many sellers."""
    return name.lower().startswith(_MANY) or " and others" in name or ", " in name


def dependence(of: Account) -> Dependence:
    """Return who earns what of the bill `of`."""
    earned: dict[str, dict[str, float]] = {}
    guessed: dict[str, float] = {}
    for layer in of.layers:
        for seller in layer.sellers:
            rate = layer.rate * seller.share
            if rate > 0.0:
                mine = earned.setdefault(seller.name, {})
                mine[layer.key] = mine.get(layer.key, 0.0) + rate
                guessed[seller.name] = guessed.get(seller.name, 0.0) + rate * (seller.grade == "guess")
    found = []
    for name, layers in earned.items():
        rate = sum(layers.values())
        most = tuple(sorted(layers.items(), key=lambda entry: -entry[1]))
        found.append(SupplierRevenue(name, rate, rate / of.rate, most, guessed[name] / rate))
    found.sort(key=lambda one: (-one.rate, one.name))
    outside = [one for one in found if one.name not in INSIDE]
    paid = sum(one.rate for one in outside)
    squares = sum((one.rate / paid) ** 2 / (_CROWD if crowd(one.name) else 1.0) for one in outside)
    first = next((one for one in outside if not crowd(one.name)), None)
    if first is None:
        return Dependence(tuple(found), squares, "", 0.0)
    return Dependence(tuple(found), squares, first.name, first.rate / paid)
