"""Who sells a layer: the part chosen where it tells, shares of the market where it does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from engine import catalog
from engine.parts import Part, shipped
from engine.scenario import Scenario

#: Vendors who design accelerators for their own halls.
OWN_SILICON: Final = frozenset({"Google", "AWS", "Microsoft", "Meta", "OpenAI"})
_FABS: Final = (("Samsung", "Samsung"), ("GF", "GlobalFoundries"), ("Huawei", "SMIC"))
_CHOSEN: Final = "the part chosen"
_LINKED: Final = frozenset({"NVIDIA", "AMD", "Huawei", "Intel", "Apple", "Groq", "Cerebras"})


@dataclass(frozen=True, slots=True)
class Seller:
    """One seller of a layer.

    Attributes
    ----------
    name : str
    share : float
        Of the layer's dollars, 0-1.
    source, grade : str
        Where the share comes from; grades as in the catalogue.
    """

    name: str
    share: float
    source: str
    grade: str


def sellers(scenario: Scenario, layer: str) -> tuple[Seller, ...]:
    """Return who sells `layer` to the one who pays the bill of `scenario`, largest share first.

    Shares sum to one.
    """
    named = _NAMED.get(layer)
    found = named(scenario) if named is not None else ()
    return found or market(layer)


def merged(weighed: list[tuple[float, tuple[Seller, ...]]]) -> tuple[Seller, ...]:
    """Return the sellers of several tiers as one list, each tier's with the weight given.

    Without any weight all tiers count alike.
    """
    whole = sum(weight for weight, _ in weighed)
    found: dict[str, Seller] = {}
    for weight, tier in weighed:
        part = weight / whole if whole > 0.0 else 1.0 / len(weighed)
        for seller in tier:
            known = found.get(seller.name)
            share = seller.share * part + (known.share if known is not None else 0.0)
            found[seller.name] = replace(known or seller, share=share)
    return tuple(sorted(found.values(), key=lambda seller: (-seller.share, seller.name)))


def market(layer: str) -> tuple[Seller, ...]:
    """Return the sellers of `layer` in the market at large, largest share first."""
    part = shipped("layer").get(layer)
    facts: Mapping[str, object] = part.facts if part is not None else {}
    made = [
        Seller(name, float(fact.value), fact.source, fact.grade)
        for name, fact in facts.items()
        if isinstance(fact, catalog.Figure)
    ]
    return tuple(sorted(made, key=lambda seller: (-seller.share, seller.name)))


def _whole(name: str, source: str = _CHOSEN, grade: str = "derived") -> tuple[Seller, ...]:
    return (Seller(name, 1.0, source, grade),) if name else ()


def _accelerator(scenario: Scenario) -> Part | None:
    return catalog.part_of(scenario, "accelerator")


def _vendor(scenario: Scenario) -> tuple[Seller, ...]:
    part = _accelerator(scenario)
    if part is None or not part.vendor:
        return _whole("accelerator vendor", "no part of the catalogue")
    if part.vendor in OWN_SILICON:
        return _whole(f"{part.vendor} (own silicon)")
    return _whole(part.vendor)


def _logic(scenario: Scenario) -> tuple[Seller, ...]:
    part = _accelerator(scenario)
    if part is None:
        return ()
    told = f"{part.vendor} {part.facts.get('design_house_and_silicon_partner', '')}"
    for mark, fab in _FABS:
        if mark in told:
            return _whole(fab, "design house of the part chosen")
    return ()


def _partner(scenario: Scenario) -> tuple[Seller, ...]:
    if scenario.get("partner.who") == "chosen":
        chosen = catalog.part_of(scenario, "partner")
        return _whole(chosen.label if chosen is not None else "design partner")
    part = _accelerator(scenario)
    names = str(part.facts.get("design_partner", "")) if part is not None else ""
    split = [name.strip() for name in names.split(",") if name.strip()]
    even = "the part chosen" if len(split) == 1 else "the part chosen, split evenly"
    grade = "guess" if len(split) > 1 else "press"
    return tuple(Seller(name, 1.0 / len(split), even, grade) for name in split)


def _scaleup(scenario: Scenario) -> tuple[Seller, ...]:
    part = _accelerator(scenario)
    return _whole(part.vendor, "sold with the accelerator") if part and part.vendor in _LINKED else ()


def _cpu(scenario: Scenario) -> tuple[Seller, ...]:
    part = _accelerator(scenario)
    if part is not None and part.id.startswith(("gb", "gh", "vr")):
        return _whole("NVIDIA", "its own processor on the board")
    return ()


def _switches(scenario: Scenario) -> tuple[Seller, ...]:
    return _network(scenario, "switch")


def _nics(scenario: Scenario) -> tuple[Seller, ...]:
    return _network(scenario, "nic")


def _network(scenario: Scenario, group: str) -> tuple[Seller, ...]:
    if scenario.get("fabric.topology") != "priced":
        part = catalog.part_of(scenario, group)
        named = part.vendor.split("/")[0] if part is not None else ""
        return _whole(named) if named and named != "any" else ()
    part = catalog.part_of(scenario, "network")
    if part is not None and "InfiniBand" in part.label:
        return _whole("NVIDIA", "InfiniBand has one vendor")
    return ()


_NAMED: Final[Mapping[str, Callable[[Scenario], tuple[Seller, ...]]]] = {
    "vendor": _vendor,
    "logic": _logic,
    "partner": _partner,
    "scaleup": _scaleup,
    "cpu": _cpu,
    "switches": _switches,
    "nics": _nics,
}
