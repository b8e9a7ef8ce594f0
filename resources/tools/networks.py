"""Networks: presets for group `network`, and the raw parts they are made of as kind `component`."""

from pathlib import Path
from typing import Final

from resources.tools.figures import Entry, Row, figure, grade_of, number, read, value_of

_SHEET: Final = "cluster price sheet of 2024-08, H100 NDR"
_RULE: Final = (
    "fat tree: 3/R switches per endpoint in two tiers, 5/R in three; modules at both ends of each link"
)
_NIC: Final[dict[str, tuple[float, float, float, str]]] = {
    "none": (0.0, 0.0, 0.0, "no adapter"),
    "100g": (400.0, 250.0, 600.0, "100G adapter, from memory"),
    "400g": (1750.0, 1500.0, 2000.0, "ConnectX-7 400G, from memory"),
    "800g": (3000.0, 2500.0, 3500.0, "ConnectX-8 800G, from memory"),
    "1600g": (6000.0, 5000.0, 7000.0, "two 800G adapters, from memory"),
}
_UNITS: Final = {
    "ports": "1",
    "gbit_per_s_per_port": "Gbit/s",
    "aggregate_tbit_per_s": "Tbit/s",
    "power_w_low": "W",
    "power_w_high": "W",
    "price_usd_low": "$",
    "price_usd_high": "$",
    "reach_m": "m",
    "mtbf_hours": "h",
    "afr_percent_per_year": "% a year",
}


def _middle(rows: dict[str, Row], ident: str, what: str) -> float:
    low, high = number(rows[ident], f"{what}_low"), number(rows[ident], f"{what}_high")
    return ((low or 0.0) + (high or 0.0)) / 2.0


#: id -> label, adapter, price or the row that gives it, power, source, grade, note.
_FIXED: Final[dict[str, tuple[str, str, float | str, float, str, str, str]]] = {
    "none": (
        "None (one server)",
        "none",
        0.0,
        0.0,
        "no network beyond the server",
        "derived",
        "A replica in one box.",
    ),
    "fat-tree-2-400g": (
        "InfiniBand 400G, two tiers",
        "400g",
        "net-cost-h100-2t",
        68.0,
        f"{_SHEET}: 1,024 GPUs, switches 1,687 $ and cables and optics 2,560 $ each; 93 W with adapter",
        "press",
        "Non-blocking, up to 2,048 endpoints, 16,384 by rails.",
    ),
    "fat-tree-3-400g": (
        "InfiniBand 400G, three tiers",
        "400g",
        "net-cost-h100-3t",
        108.0,
        f"{_SHEET}: 131,072 GPUs, switches 2,812 $ and optics 3,800 $ each; 133 W with adapter",
        "press",
        "Non-blocking, up to 65,536 endpoints.",
    ),
    "mi455x-8-planes": (
        "Ethernet 1.6T, eight planes",
        "1600g",
        "net-cost-mi455x",
        230.0,
        "SemiAnalysis AI networking model; power of 2x800G and 3x1.6T modules and switches (guess)",
        "press",
        "Two tiers of 102.4T switches used as 512x200G.",
    ),
    "ethernet-100g": (
        "Ethernet 100G front end",
        "100g",
        350.0,
        10.0,
        "guess: one port of a 100G leaf and its cable",
        "guess",
        "Enough where a replica never leaves its server.",
    ),
    "rack-scale": (
        "Rack-scale, front end only",
        "400g",
        900.0,
        20.0,
        "guess: one leaf port and copper; the scale-up copper is in the price of the rack",
        "guess",
        "The rack's own links carry the model's traffic; the network carries requests.",
    ),
    "torus-optical": (
        "Torus with optical switches",
        "none",
        2500.0,
        40.0,
        "guess: links between racks of a torus through optical circuit switches",
        "guess",
        "TPU and Trainium pods: adapters are on the chip.",
    ),
}


#: id -> share of switches in the price, share of copper in the rest, source, grade.
_FIXED_SHARES: Final[dict[str, tuple[float, float, str, str]]] = {
    "none": (0.0, 0.0, "no network beyond the server", "derived"),
    "fat-tree-2-400g": (0.397, 0.0, "1,687.5 of 4,247.5 $ are switches, every link is optical", "derived"),
    "fat-tree-3-400g": (0.425, 0.0, "2,812.5 of 6,612.5 $ are switches, every link is optical", "derived"),
    "mi455x-8-planes": (
        0.5,
        0.0,
        "guess: 0.0469 switches of 85,000 $ each; the rest modules, 2x800G and 3x1.6T",
        "guess",
    ),
    "ethernet-100g": (0.6, 1.0, "guess: a leaf port and its copper", "guess"),
    "rack-scale": (0.6, 1.0, "guess: a leaf port and its copper", "guess"),
    "torus-optical": (
        0.4,
        0.2,
        "guess: optical circuit switches and modules between racks, copper inside",
        "guess",
    ),
}


def _split(entry: Entry, switches: float, copper: float, source: str, grade: str) -> Entry:
    entry["values"]["network.switch_share"] = value_of("network.switch_share", switches, source, grade)
    entry["values"]["network.copper_share"] = value_of("network.copper_share", copper, source, grade)
    return entry


def build(facts: Path) -> dict[str, Entry]:
    """Return the presets; a tree's price and power are sums over its switches and modules."""
    rows = {row["id"]: row for row in read(facts / "network.csv")}
    found = {}
    for ident, (label, rate, price, power, source, grade, note) in _FIXED.items():
        known = number(rows[price], "price_usd_low") if isinstance(price, str) else price
        entry = _preset(label, rate, known or 0.0, power, source, grade, note)
        found[ident] = _split(entry, *_FIXED_SHARES[ident])
    for ident, (label, note) in _TREES.items():
        found[ident] = _tree(ident, label, note, rows)
    return found


_TREES: Final = {
    "fat-tree-2-800g": ("InfiniBand 800G, two tiers", "144-port switches, up to 10,368 endpoints."),
    "fat-tree-3-800g": ("InfiniBand 800G, three tiers", "144-port switches, up to 746,496 endpoints."),
    "ethernet-2-400g": (
        "Ethernet 400G, two tiers",
        "51.2T switches used as 128x400G, up to 8,192 endpoints.",
    ),
    "ethernet-3-400g": ("Ethernet 400G, three tiers", "51.2T switches used as 128x400G."),
    "ethernet-2-800g": ("Ethernet 800G, two tiers", "51.2T switches used as 64x800G, up to 2,048 endpoints."),
    "copper-2-400g": ("InfiniBand 400G, copper to the host", "Passive copper replaces the host's optics."),
    "lpo-2-800g": ("Ethernet 800G, linear optics", "Linear pluggable modules, no DSP."),
    "cpo-2-800g": ("InfiniBand 800G, co-packaged optics", "9 W per 800G port; price taken as pluggable."),
}


def _tree(ident: str, label: str, note: str, rows: dict[str, Row]) -> Entry:
    tiers, rate = int(ident.split("-")[-2]), ident.rsplit("-", maxsplit=1)[-1]
    kind = ident.split("-", maxsplit=1)[0]
    switch, radix = {"400g": ("qm9790", 64.0), "800g": ("q3400", 144.0)}[rate]
    if kind in {"ethernet", "lpo"}:
        switch, radix = "7060x6-64pe", {"400g": 128.0, "800g": 64.0}[rate]
    boxes = (3.0 if tiers == 2 else 5.0) / radix
    module = {"lpo": "opt-800g-lpo"}.get(kind, "opt-800g-dr8")
    host, trunk = (1.0, tiers - 0.5) if rate == "400g" else (0.0, 2.0 * tiers)
    cable = ""
    if kind == "copper":
        host, trunk, cable = 0.0, trunk - 0.5, "dac-800g"
    totals = {}
    for what in ("price_usd", "power_w"):
        optic = 9.0 if kind == "cpo" and what == "power_w" else _middle(rows, module, what)
        totals[what] = (
            boxes * _middle(rows, switch, what) + trunk * optic + host * _middle(rows, "opt-400g", what)
        )
        totals[what] += _middle(rows, cable, what) if cable else 0.0
    how = f"{_RULE}; {boxes:.4f} x {rows[switch]['name']}, {trunk:g} x {rows[module]['name']}"
    entry = _preset(label, rate, round(totals["price_usd"]), round(totals["power_w"]), how, "derived", note)
    switches = boxes * _middle(rows, switch, "price_usd")
    links = totals["price_usd"] - switches
    copper = _middle(rows, cable, "price_usd") / links if cable else 0.0
    return _split(entry, round(switches / totals["price_usd"], 3), round(copper, 3), how, "derived")


def _preset(label: str, rate: str, price: float, power: float, source: str, grade: str, note: str) -> Entry:
    nic, low, high, how = _NIC[rate]
    nic_grade = "derived" if rate == "none" else "guess"
    return {
        "label": label,
        "vendor": "",
        "aliases": [],
        "note": note,
        "values": {
            "network.price": value_of("network.price", price, source, grade),
            "network.nic_price": value_of("network.nic_price", nic, how, nic_grade, low=low, high=high),
            "network.power": value_of(
                "network.power",
                power,
                f"switches and modules, adapter apart; {source}",
                "guess" if grade == "guess" else "derived",
            ),
        },
        "facts": {},
    }


def components(facts: Path) -> dict[str, Entry]:
    """Return every raw row of `network.csv`: links, switches, adapters, cables, optics, rules."""
    found: dict[str, Entry] = {}
    for row in read(facts / "network.csv"):
        grade = grade_of(row["confidence"], row["source"])
        cells: dict[str, Entry | str] = {"category": row["category"], "source": row["source"]}
        for name, unit in _UNITS.items():
            if (known := number(row, name)) is not None:
                cells[name] = figure(known, unit, row["source"], grade, date=row["price_date"])
        found[row["id"]] = {
            "label": row["name"],
            "vendor": row["vendor"].strip("-"),
            "aliases": [],
            "note": row["notes"],
            "values": {},
            "facts": cells,
        }
    return found
