"""The dollar of a new machine by layer, and how each layer's price moves in the years ahead.

Shares: theory 6.1, a GB200-class dollar all in (Bernstein, fxbaogao, bills of materials); learning and
paths are inputs of `industry`.
"""

from dataclasses import dataclass
from typing import Final

from engine.outlook.paths import learned, own_silicon_share, price_at_margin, profit_at_margin
from engine.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of suppliers.

    Attributes
    ----------
    key, label : str
    sellers : str
        Who sells it.
    share : float
        Of the dollar, in the first year, all on the leading merchant's machines.
    site : bool
        Whether it goes with power instead of the machine.
    learning : str
        The input of `industry` with its learning rate; "" for none.
    source : str
    """

    key: str
    label: str
    sellers: str
    share: float
    site: bool = False
    learning: str = ""
    source: str = ""


#: Gross profit on the accelerator, shared by who sells it; the sum stands under `leader`.
PROFIT: Final = ("leader", "alternatives", "design", "inhouse")
LAYERS: Final[tuple[Layer, ...]] = (
    Layer("leader", "Merchant vendor", "NVIDIA", 0.285, source="Bernstein 29 % at 70 %"),
    Layer("alternatives", "Alternative vendor", "AMD", 0.0),
    Layer("design", "Design partners", "Broadcom, Marvell", 0.0),
    Layer("inhouse", "Own design", "hyperscalers", 0.0),
    Layer("logic", "Logic", "TSMC", 0.028, learning="logic", source="2.5-3 %"),
    Layer("memory", "HBM", "SK hynix, Micron, Samsung", 0.033, learning="memory", source="3-3.5 %"),
    Layer("packaging", "Packaging and test", "TSMC, Amkor", 0.044, source="residual to 39 %"),
    Layer("cpu", "CPU", "Intel, AMD, NVIDIA", 0.03, source="Bernstein"),
    Layer("server", "Server", "ODMs", 0.02, source="residual"),
    Layer("scale_up", "Scale-up fabric", "NVIDIA", 0.03, learning="switches", source="residual"),
    Layer("switches", "Switches", "Arista, NVIDIA", 0.03, learning="switches", source="Bernstein 3 %"),
    Layer("nics", "Network cards", "NVIDIA, AMD", 0.025, learning="switches", source="Bernstein 2-3 %"),
    Layer("copper", "Copper and active cables", "Credo", 0.025, source="Bernstein 2-3 %"),
    Layer("optics", "Optics", "Coherent, InnoLight", 0.02, learning="optics", source="residual"),
    Layer("storage", "Storage", "various", 0.014, source="Bernstein"),
    Layer("power", "Power", "Schneider, Vertiv, Caterpillar", 0.21, True, "power", "about 21 %"),
    Layer("cooling", "Cooling", "Vertiv", 0.10, True, "power", "from memory"),
    Layer("building", "Building and labour", "builders", 0.106, True, "", "residual"),
)
BY_KEY: Final = {layer.key: layer for layer in LAYERS}
MACHINE: Final = tuple(layer for layer in LAYERS if not layer.site)
_MATERIALS: Final = ("logic", "memory", "packaging")
_ACCELERATOR: Final = BY_KEY["leader"].share + sum(BY_KEY[key].share for key in _MATERIALS)


def label_of(key: str) -> str:
    """Return the name of a layer's revenue, the platform's too."""
    return BY_KEY[key].label if key in BY_KEY else "Platform"


def sellers_of(key: str) -> str:
    """Return who sells at a layer."""
    return BY_KEY[key].sellers if key in BY_KEY else "Palantir, marketplaces"


def machine_share(shares: dict[str, float]) -> float:
    """Return the machine's part of the dollar, without site."""
    return sum(shares[layer.key] for layer in MACHINE)


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices of one year for the same work over those of the first, the trend of $/FLOP left out.

    Attributes
    ----------
    accelerator, server, network, nic : float
        Of what this scenario buys, on the leading merchant's terms.
    merchant, market : float
        Of a whole machine: on these terms, and as the market mixes suppliers; `market` is below 1 in the
        first year too, as its machines are in part cheaper ones.
    layers : mapping of layer to dollars
        What an order of one first-year machine's work brings to each layer, all-in price 1.
    """

    accelerator: float
    server: float
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


def prices(s: Scenario, made: Mix, t: float, part: float, volume: float, site: float) -> Prices:
    """Return the prices of the year `t` after the first.

    Parameters
    ----------
    s : Scenario
        With the lines of the counter-thesis applied.
    made : Mix
        Who supplies that year.
    part : float
        0-1, of the way to the last year.
    volume : float
        Machines ever made over those at the start.
    site : float
        Power for the same work over that of the first year, over the trend of machines.
    """
    unit = _learned_layers(s, volume)
    _switch(unit, s, made)
    _links(unit, s, t, part)
    for layer in LAYERS:
        if layer.site:
            unit[layer.key] *= site
    even = unit["leader"]
    before = s.number("industry.vendor_margin")
    merchant_profit = even * profit_at_margin(made.margin, before)
    materials = sum(unit[key] for key in _MATERIALS)
    other = s.number("industry.alternatives_price") * (merchant_profit + materials) - materials
    own_profit = even * profit_at_margin(made.own_margin, before)
    design = s.number("industry.design_share")
    unit["leader"] = (1.0 - made.own) * (1.0 - made.alternatives) * merchant_profit
    unit["alternatives"] = (1.0 - made.own) * made.alternatives * max(0.0, other)
    unit["design"] = made.own * own_profit * design
    unit["inhouse"] = made.own * own_profit * (1.0 - design)
    market = sum(unit[layer.key] for layer in MACHINE)
    merchant = market - sum(unit[key] for key in PROFIT) + merchant_profit
    whole = sum(layer.share for layer in MACHINE)
    return Prices(
        accelerator=(merchant_profit + materials) / _ACCELERATOR,
        server=_relative(unit, "cpu", "server", "scale_up"),
        network=_relative(unit, "switches", "copper", "optics"),
        nic=_relative(unit, "nics"),
        merchant=merchant / whole,
        market=market / whole,
        layers=unit,
    )


def _learned_layers(s: Scenario, volume: float) -> dict[str, float]:
    """Return each layer's dollars after learning; the machine's total unchanged where it is in the trend."""
    added = s.get("industry.learning") == "added"
    unit = {}
    for layer in LAYERS:
        rate = s.number(f"industry.learning_{layer.learning}") if layer.learning else 0.0
        unit[layer.key] = layer.share * (learned(volume, rate) if added or not layer.site else 1.0)
    if not added:
        back = sum(layer.share for layer in MACHINE) / sum(unit[layer.key] for layer in MACHINE)
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


def _relative(unit: dict[str, float], *keys: str) -> float:
    return sum(unit[key] for key in keys) / sum(BY_KEY[key].share for key in keys)
