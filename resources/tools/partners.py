"""Design partners of own silicon: who delivers a part its user designed, and at which gross margin."""

from typing import Final

from resources.tools.figures import Entry, figure, value_of

_SHARES: Final = "Counterpoint 2026-01: custom AI parts by 2027"
_MEMORY: Final = "from memory"

#: id -> label, note, margin with source and grade, share of custom parts with source and grade.
_PARTNERS: Final[dict[str, tuple[str, str, tuple[float, str, str], tuple[float, str, str] | None]]] = {
    "as-supplied": (
        "As supplied",
        "Whoever the accelerator's own entry names, at its margin.",
        (0.0, "the accelerator's entry tells", "derived"),
        None,
    ),
    "broadcom": (
        "Broadcom",
        "Architecture help, links, layout, packaging and delivery.",
        (0.5, "Bernstein: 50 % for a custom part against 70 % of a merchant's", "press"),
        (0.60, f"{_SHARES}: 60 %", "press"),
    ),
    "marvell": (
        "Marvell",
        "Layout, links, packaging and delivery.",
        (0.45, f"guess: below Broadcom, above back-end houses; {_MEMORY}", "guess"),
        (0.08, f"{_SHARES}: 8 %", "press"),
    ),
    "mediatek": (
        "MediaTek",
        "Links and the chip about the user's own core.",
        (0.40, f"guess: below its 47 % over all products; {_MEMORY}", "guess"),
        (0.12, f"guess, {_MEMORY}", "guess"),
    ),
    "alchip": (
        "Alchip",
        "A back-end house: layout, packaging, delivery.",
        (0.22, f"guess: its 20-25 % over all products; {_MEMORY}", "guess"),
        (0.12, f"guess, {_MEMORY}", "guess"),
    ),
    "guc": (
        "GUC",
        "A back-end house of the foundry's.",
        (0.30, f"guess: its 30 % over all products; {_MEMORY}", "guess"),
        (0.08, f"guess, {_MEMORY}", "guess"),
    ),
    "in-house": (
        "In-house",
        "The user's own tooling: dies from the foundry. Its design team stays in the price.",
        (0.0, "nobody between foundry and designer", "derived"),
        None,
    ),
}


def build() -> dict[str, Entry]:
    """Return one entry for each partner."""
    found: dict[str, Entry] = {}
    for ident, (label, note, (margin, source, grade), share) in _PARTNERS.items():
        who = "part" if ident == "as-supplied" else "chosen"
        facts: dict[str, Entry | str] = {}
        if share is not None:
            facts["share of custom parts"] = figure(share[0], "1", share[1], share[2])
        found[ident] = {
            "label": label,
            "vendor": "" if share is None else label,
            "aliases": [],
            "note": note,
            "values": {
                "partner.who": value_of("partner.who", who, "follows from the entry", "derived"),
                "partner.margin": value_of("partner.margin", margin, source, grade),
            },
            "facts": facts,
        }
    return found
