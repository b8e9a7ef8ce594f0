"""The dollar of a new machine by layer, and how each layer's price moves in the years ahead.

Shares are those of the scenario's own machine and site, as the chain splits them; learning and paths are
inputs of `industry`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from engine.drivers import Point, point
from engine.outlook.paths import learned, own_silicon_share, price_at_margin
from engine.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of suppliers.

    Attributes
    ----------
    key, label : str
    sellers : str
        Who sells it.
    chain : str
        The chain's layer that it is, "" where the first year's machine has none of it.
    site : bool
        Whether it goes with power instead of the machine.
    learning : str
        The input of `industry` with its learning rate; "" for none.
    """

    key: str
    label: str
    sellers: str
    chain: str
    site: bool = False
    learning: str = ""


#: Gross profit on the accelerator, by who sells it.
PROFIT: Final = ("leader", "alternatives", "design", "inhouse")
LAYERS: Final[tuple[Layer, ...]] = (
    Layer("leader", "Merchant vendor", "NVIDIA", "vendor"),
    Layer("alternatives", "Alternative vendor", "AMD", ""),
    Layer("design", "Design partners", "Broadcom, Marvell", "partner"),
    Layer("inhouse", "Own design", "hyperscalers", ""),
    Layer("logic", "Logic", "TSMC", "logic", learning="logic"),
    Layer("memory", "HBM", "SK hynix, Micron, Samsung", "memory", learning="memory"),
    Layer("packaging", "Packaging and test", "TSMC, Amkor", "packaging"),
    Layer("cpu", "CPU", "Intel, AMD, NVIDIA", "cpu"),
    Layer("server", "Server", "ODMs", "server"),
    Layer("scale_up", "Scale-up fabric", "NVIDIA", "scaleup", learning="switches"),
    Layer("switches", "Switches", "Arista, NVIDIA", "switches", learning="switches"),
    Layer("nics", "Network cards", "NVIDIA, AMD", "nics", learning="switches"),
    Layer("copper", "Copper and active cables", "Credo", "copper"),
    Layer("optics", "Optics", "Coherent, InnoLight", "optics", learning="optics"),
    Layer("storage", "Storage", "various", "storage"),
    Layer("power", "Power", "Schneider, Vertiv, Caterpillar", "power", True, "power"),
    Layer("cooling", "Cooling", "Vertiv", "cooling", True, "power"),
    Layer("building", "Building and labour", "builders", "building", True),
)
BY_KEY: Final = {layer.key: layer for layer in LAYERS}
MACHINE: Final = tuple(layer for layer in LAYERS if not layer.site)
_MATERIALS: Final = ("logic", "memory", "packaging")

#: Layer -> dollars of one accelerator with its part of server, network and site, in the first year.
Dollars = Mapping[str, float]


def dollars(s: Scenario, found: Point) -> dict[str, float]:
    """Return what one accelerator of `s`, evaluated as `found`, costs to buy and house, by layer [$].

    The machine is split as the chain's layers are; the site is what building it takes per watt. Where
    several tiers serve, it is the mean of their accelerators.
    """
    if not found.base("accelerators") > 0.0:
        return {layer.key: 0.0 for layer in LAYERS}
    if s.routed:
        numbers = [n for n in range(1, s.flows.used + 1) if s.flows.reach[n - 1] > 0.0]
        tiers = [(s.tier(n), point(s.tier(n))) for n in numbers]
        counts = [here.base("accelerators") for _, here in tiers]
        each = [dollars(tier, here) for tier, here in tiers]
        return {
            layer.key: sum(n * made[layer.key] for n, made in zip(counts, each, strict=True)) / sum(counts)
            for layer in LAYERS
        }
    watts = max(s.number("accelerator.system_power"), s.number("accelerator.tdp"))
    watts += found.base("fabric_power")
    site = s.number("chain.construction") * watts
    bought = found.base("buildout_per_watt") * watts * s.number("facility.pue") - site
    parts = {layer.key: found.base(f"layer_{layer.chain}") if layer.chain else 0.0 for layer in MACHINE}
    whole = sum(parts.values())
    scale = bought / whole if whole > 0.0 and bought > 0.0 else 0.0
    made = {key: value * scale for key, value in parts.items()}
    power, cooling = s.number("chain.power_share"), s.number("chain.cooling_share")
    cooling *= (1.0 - power) / max(1.0 - power, cooling, 1e-12)
    return made | {
        "power": site * power,
        "cooling": site * cooling,
        "building": site * (1.0 - power - cooling),
    }


def label_of(key: str) -> str:
    """Return the name of a layer's revenue, the platform's too."""
    return BY_KEY[key].label if key in BY_KEY else "Platform"


def sellers_of(key: str) -> str:
    """Return who sells at a layer."""
    return BY_KEY[key].sellers if key in BY_KEY else "Palantir, marketplaces"


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices of one year for the same work over those of the first, the trend of $/FLOP left out.

    Attributes
    ----------
    accelerator, server, switches, links, network, nic : float
        Of what this scenario buys, on the leading merchant's terms.
    merchant, market : float
        Of a whole machine: on these terms, and as the market mixes suppliers; `market` is below 1 in the
        first year too, as its machines are in part cheaper ones.
    layers : mapping of layer to dollars
        What an order of one first-year accelerator's work brings to each layer [$].
    """

    accelerator: float
    server: float
    switches: float
    links: float
    network: float
    nic: float
    merchant: float
    market: float
    layers: dict[str, float]


@dataclass(frozen=True, slots=True)
class Mix:
    """Who supplies in one year: margin of the merchant and of own silicon, shares of capacity."""

    margin: float
    own_margin: float
    own: float
    alternatives: float
    commodity: bool


def mix(s: Scenario, year: float, part: float) -> Mix:
    """Return who supplies in `year`, `part` (0-1) of the way to the last year."""
    commodity = s.get("industry.commodity") == "yes" and year >= s.number("industry.commodity_year")
    start, end = s.number("industry.vendor_margin"), s.number("industry.vendor_margin_end")
    margin = start + (end - start) * part
    if commodity:
        margin = min(margin, s.number("industry.commodity_margin"))
    own = own_silicon_share(
        year, *(s.number(f"industry.own_silicon_{name}") for name in ("start", "end", "steepness"))
    )
    first, last = s.number("industry.alternatives_start"), s.number("industry.alternatives_end")
    own_margin = min(margin, s.number("industry.own_silicon_margin"))
    return Mix(margin, own_margin, own, first + (last - first) * part, commodity)


def prices(
    s: Scenario, base: Dollars, made: Mix, t: float, part: float, volume: float, site: float
) -> Prices:
    """Return the prices of the year `t` after the first.

    Parameters
    ----------
    s : Scenario
        With the lines of the counter-thesis applied.
    base : mapping of layer to dollars
        The first year's machine.
    made : Mix
        Who supplies that year.
    part : float
        0-1, of the way to the last year.
    volume : float
        Machines ever made over those at the start.
    site : float
        Power for the same work over that of the first year, over the trend of machines.
    """
    unit = _learned_layers(s, base, volume)
    _switch(unit, s, made)
    _links(unit, s, t, part)
    for layer in LAYERS:
        if layer.site:
            unit[layer.key] *= site
    materials = sum(unit[key] for key in _MATERIALS)
    profit = _sell(unit, s, made, materials)
    market = sum(unit[layer.key] for layer in MACHINE)
    merchant = market - sum(unit[key] for key in PROFIT) + profit
    whole = sum(base[layer.key] for layer in MACHINE)
    before = sum(base[key] for key in (*PROFIT, *_MATERIALS))
    return Prices(
        accelerator=(profit + materials) / before if before > 0.0 else 1.0,
        server=_relative(unit, base, "cpu", "server", "scale_up"),
        switches=_relative(unit, base, "switches"),
        links=_relative(unit, base, "copper", "optics"),
        network=_relative(unit, base, "switches", "copper", "optics"),
        nic=_relative(unit, base, "nics"),
        merchant=merchant / whole if whole > 0.0 else 1.0,
        market=market / whole if whole > 0.0 else 1.0,
        layers=unit,
    )


def _sell(unit: dict[str, float], s: Scenario, made: Mix, materials: float) -> float:
    """Share the gross profit on accelerators among who sells them; return a merchant's on each [$].

    A part that its user designed, alone or with a partner, is own silicon already: its price is nobody's
    but theirs.
    """
    if unit["design"] > 0.0 or s.get("partner.who") == "chosen":
        unit["inhouse"], unit["leader"] = unit["leader"], 0.0
        return unit["inhouse"] + unit["design"]
    price, before = unit["leader"] + materials, s.number("industry.vendor_margin")
    merchant = max(0.0, price * price_at_margin(made.margin, before) - materials)
    own = max(0.0, price * price_at_margin(made.own_margin, before) - materials)
    other = max(0.0, s.number("industry.alternatives_price") * (merchant + materials) - materials)
    design = s.number("industry.design_share")
    unit["leader"] = (1.0 - made.own) * (1.0 - made.alternatives) * merchant
    unit["alternatives"] = (1.0 - made.own) * made.alternatives * other
    unit["design"] = made.own * own * design
    unit["inhouse"] = made.own * own * (1.0 - design)
    return merchant


def _learned_layers(s: Scenario, base: Dollars, volume: float) -> dict[str, float]:
    """Return each layer's dollars after learning; the machine's total unchanged where it is in the trend."""
    added = s.get("industry.learning") == "added"
    unit = {}
    for layer in LAYERS:
        rate = s.number(f"industry.learning_{layer.learning}") if layer.learning else 0.0
        unit[layer.key] = base[layer.key] * (learned(volume, rate) if added or not layer.site else 1.0)
    whole = sum(unit[layer.key] for layer in MACHINE)
    if not added and whole > 0.0:
        back = sum(base[layer.key] for layer in MACHINE) / whole
        for layer in MACHINE:
            unit[layer.key] *= back
    return unit


def _switch(unit: dict[str, float], s: Scenario, made: Mix) -> None:
    margin = s.number("industry.switch_margin")
    if made.commodity:
        wanted = min(margin, s.number("industry.commodity_margin"))
        unit["switches"] *= price_at_margin(wanted, margin)


def _links(unit: dict[str, float], s: Scenario, t: float, part: float) -> None:
    """Move links between copper and optics, and optics along their own price path."""
    shift, premium = s.number("industry.media_shift"), s.number("industry.optics_premium")
    kept = (1.0 - abs(shift)) ** t
    if shift >= 0.0:
        gone = unit["copper"] * (1.0 - kept)
        unit["copper"] -= gone
        unit["optics"] += gone * premium
    else:
        gone = unit["optics"] * (1.0 - kept)
        unit["optics"] -= gone
        unit["copper"] += gone / premium
    unit["optics"] *= s.number("industry.optics_price") ** part


def _relative(unit: dict[str, float], base: Dollars, *keys: str) -> float:
    before = sum(base[key] for key in keys)
    return sum(unit[key] for key in keys) / before if before > 0.0 else 1.0
