"""What is inside an accelerator's price: foundry, memory, packaging, design partner, and the server's parts.

Two bills of materials are published in full, some in part; the rest follows from them by stated rules
and is graded a guess. Materials never exceed four fifths of the price.
"""

from collections.abc import Mapping
from typing import Any, Final

from resources.tools.figures import Entry, Row, number, value_of

_BRIDGE: Final = "siliconanalysts.com/tools/cost-bridge: H100 3,320 $"
_B200: Final = "siliconanalysts.com B200 cost breakdown and fourweekmba.com: 6,400 $ in all"
_HBM_ROW: Final = "siliconanalysts.com, HBM3E contract prices of 2026-06"
_SPLIT: Final = "module bill of materials of that source; split between logic and packaging a guess"

#: id -> (logic, memory, packaging and test) [$], source, grade.
_KNOWN: Final[dict[str, tuple[tuple[float, float, float], str, str]]] = {
    "h100-sxm": ((300.0, 1350.0, 1670.0), f"{_BRIDGE}; logic 300, HBM ~1,370, CoWoS 750, test 920", "press"),
    "h200-sxm": ((300.0, 1495.0, 2455.0), f"{_HBM_ROW}: module 4,250, HBM 10.6 $/GB; {_SPLIT}", "derived"),
    "b200-sxm": (
        (900.0, 2900.0, 2600.0),
        f"{_B200}: logic 900, HBM 2,900, packaging 1,100, yield loss 1,000, other 500",
        "press",
    ),
    "gb200-nvl72": ((900.0, 2900.0, 2600.0), f"{_B200}; the same die pair", "derived"),
    "mi355x": ((1200.0, 4350.0, 2450.0), f"{_HBM_ROW}: module 8,000, HBM 15.1 $/GB; {_SPLIT}", "derived"),
}
#: Memory by kind -> $/GB and why.
_PER_GB: Final[tuple[tuple[str, float, str], ...]] = (
    ("HBM4", 20.0, "HBM4, a tenth above HBM3E of 2026-06, from memory"),
    ("HBM3e", 15.1, "HBM3E: B200 2,900 $ for 192 GB"),
    ("HBM3", 16.9, "HBM3: H100 1,350 $ for 80 GB"),
    ("HBM", 12.0, "HBM2 and HBM2E, from memory"),
    ("GDDR7", 6.0, "GDDR7, from memory"),
    ("GDDR", 4.0, "GDDR6, from memory"),
    ("LPDDR", 4.0, "LPDDR, from memory"),
)
#: Design partner by id: (names, gross margin, why). Names stand as a fact of the part.
_BROADCOM: Final = ("Broadcom", 0.5, "Bernstein: 50 % for a custom part against 70 % of a merchant's")
_MIXED: Final = ("Marvell, Alchip", 0.35, "between back-end houses and Broadcom, from memory")
_PARTNERS: Final[dict[str, tuple[str, float, str]]] = {
    **dict.fromkeys(("tpu-v5e", "tpu-v5p", "tpu-v6e", "tpu-v7", "jalapeno"), _BROADCOM),
    **dict.fromkeys(("mtia-300", "mtia-400", "mtia-450", "mtia-500", "mtia-v2"), _BROADCOM),
    **dict.fromkeys(("trn2", "trn3"), _MIXED),
    "maia100": ("GUC", 0.3, "a back-end house, from memory"),
}
_LARGEST: Final = 0.8


def partner(ident: str) -> str:
    """Return who delivers the part `ident` to the one who designed it; empty where nobody does."""
    return _PARTNERS.get(ident, ("", 0.0, ""))[0]


def silicon(row: Row, values: Mapping[str, Any]) -> dict[str, Entry]:
    """Return group `silicon` of an accelerator whose group `accelerator` is filled."""
    made = {
        name: value_of(f"silicon.{name}", amount, source, grade)
        for name, (amount, source, grade) in {
            **_materials(row, values),
            **_partner(row["id"]),
            **_server(row, values),
        }.items()
    }
    return {f"silicon.{name}": entry for name, entry in made.items()}


_Told = dict[str, tuple[float, str, str]]


def _materials(row: Row, values: Mapping[str, Any]) -> _Told:
    names = ("logic", "memory", "packaging")
    if row["id"] in _KNOWN:
        amounts, source, grade = _KNOWN[row["id"]]
        return {name: (amount, source, grade) for name, amount in zip(names, amounts, strict=True)}
    price = float(values["accelerator.price"]["value"])
    logic = 300.0 * float(values["accelerator.tdp"]["value"]) / 700.0
    each, why = _memory_price(row["mem_type"])
    memory = each * (number(row, "mem_nameplate_gb") or 0.0)
    stacked = row["mem_type"].upper().startswith("HBM")
    packaging = (0.8 if stacked else 0.6) * (logic + memory)
    k = min(1.0, _LARGEST * price / (logic + memory + packaging))
    cut = "; cut to four fifths of the price" if k < 1.0 else ""
    rule = (
        "0.8 of logic and memory, between H100 and B200" if stacked else "0.6 of logic and memory, with board"
    )
    told = (
        (logic, f"guess: H100's 300 $ in proportion to board power{cut}"),
        (memory, f"guess: {why}, {each:g} $/GB{cut}"),
        (packaging, f"guess: {rule}{cut}"),
    )
    return {
        name: (round(k * amount), text, "guess") for name, (amount, text) in zip(names, told, strict=True)
    }


def _memory_price(sort: str) -> tuple[float, str]:
    for start, each, why in _PER_GB:
        if sort.lower().startswith(start.lower()):
            return each, why
    if sort.startswith("SRAM"):
        return 0.0, "memory on the die"
    return 12.0, "memory of unknown kind taken as HBM2E"


def _partner(ident: str) -> _Told:
    if ident in _PARTNERS:
        names, margin, why = _PARTNERS[ident]
        return {"partner_margin": (margin, f"{names}; {why}", "guess")}
    return {"partner_margin": (0.0, "no partner known: the vendor buys from the foundry itself", "guess")}


def _server(row: Row, values: Mapping[str, Any]) -> _Told:
    rack = "Bernstein's rack: processors 3, scale-up 3, the rest of the server 2 of 100 $ of a data centre"
    domain = float(values["accelerator.scaleup_domain"]["value"])
    if row["mem_type"].startswith("LPDDR") and row["vendor"].startswith("Apple"):
        why = "guess: a whole computer, its processor on the same die"
        return {"cpu_share": (0.0, why, "guess"), "scaleup_share": (0.0, why, "guess")}
    if row["vendor"].startswith("NVIDIA") and domain >= 72.0:
        return {"cpu_share": (0.375, rack, "derived"), "scaleup_share": (0.375, rack, "derived")}
    processors = "guess: two processors of 5,200 $ together in a server of 51,000 $ without accelerators"
    if domain >= 72.0:
        why = "guess: switches or cables of a rack-scale domain, as a third of the rest"
        return {"cpu_share": (0.1, processors, "guess"), "scaleup_share": (0.35, why, "guess")}
    none = row["scaleup_topology"] in {"none", ""} and row["scaleup_tech"].startswith(("PCIe", "none"))
    share, why = (
        (0.0, "no scale-up link") if none else (0.15, "guess: four switch chips or links and their board")
    )
    return {"cpu_share": (0.1, processors, "guess"), "scaleup_share": (share, why, "guess")}
