"""Switches, adapters and media that fill the groups of the fabric, from the rows of `network.csv`."""

from pathlib import Path
from typing import Final

from resources.tools.figures import Entry, Row, band, grade_of, number, read, value_of

_SHEET: Final = "cluster price sheet of 2024-08, H100 NDR"
_SWITCH_FAILURES: Final = "guess: two of a hundred a year"
_OPTICS_FAILURES: Final = "vendors' FIT sums 0.5-2 % a year; with flapping links up to 20 %"

#: id -> row, label, ports, Gbit/s of a port, price and power where the row has none: (value, source).
_SWITCHES: Final[dict[str, tuple[str, str, int, int, tuple[float, str] | None, tuple[float, str] | None]]] = {
    "quantum-2-64x400": (
        "qm9790",
        "Quantum-2 InfiniBand, 64 x 400G",
        64,
        400,
        (36000.0, f"{_SHEET}: 36,000 $; list about 50,000 $"),
        (725.0, "700 and 750 W in public pages; 1,720 W with modules at the most"),
    ),
    "quantum-x800-144x800": ("q3400", "Quantum-X800 InfiniBand, 144 x 800G", 144, 800, None, None),
    "spectrum-4-64x800": ("sn5600", "Spectrum-4 Ethernet, 64 x 800G", 64, 800, None, None),
    "spectrum-4-128x400": ("sn5600", "Spectrum-4 Ethernet, 128 x 400G", 128, 400, None, None),
    "arista-64x800": ("7060x6-64pe", "Arista 7060X6 Ethernet, 64 x 800G", 64, 800, None, None),
    "arista-128x400": ("7060x6-64pe", "Arista 7060X6 Ethernet, 128 x 400G", 128, 400, None, None),
    "whitebox-128x400": (
        "eth800-generic",
        "White-box Ethernet, 128 x 400G",
        128,
        400,
        (50000.0, "40,000-60,000 $, from memory"),
        (950.0, "Ruijie S6990-64OC, public page"),
    ),
    "tomahawk6-512x200": (
        "th6-102t",
        "Tomahawk 6 Ethernet, 512 x 200G",
        512,
        200,
        (85000.0, "guess: 1.7 of a 51.2T white box of 50,000 $"),
        None,
    ),
    "tomahawk6-128x800": (
        "th6-102t",
        "Tomahawk 6 Ethernet, 128 x 800G",
        128,
        800,
        (85000.0, "guess: 1.7 of a 51.2T white box of 50,000 $"),
        None,
    ),
}

#: id -> row, label, Gbit/s, price, power where the row has none.
_NICS: Final[dict[str, tuple[str, str, float, tuple[float, str] | None, tuple[float, str] | None]]] = {
    "connectx-7": ("cx7", "ConnectX-7 400G", 400.0, None, (25.0, "20-26 W, with its share of the slot")),
    "connectx-8": ("cx8", "ConnectX-8 800G", 800.0, None, None),
    "connectx-9": (
        "cx9",
        "ConnectX-9 1.6T",
        1600.0,
        (5500.0, "guess: 1.8 of an 800G adapter"),
        (75.0, "guess"),
    ),
    "vulcano": (
        "vulcano",
        "Pensando Vulcano 800G",
        800.0,
        (2500.0, "guess: lower end of ConnectX-8"),
        (45.0, "guess"),
    ),
    "pollara-400": (
        "pollara400",
        "Pensando Pollara 400G",
        400.0,
        (1500.0, "guess: lower end of ConnectX-7"),
        (25.0, "guess"),
    ),
    "on-chip-400": (
        "",
        "On the chip or in the server's price",
        400.0,
        (0.0, "no adapter of its own"),
        (0.0, "no adapter of its own"),
    ),
    "ethernet-100g": ("", "100G Ethernet", 100.0, (400.0, "250-600 $, from memory"), (15.0, "guess")),
}

_MODULE, _COPPER, _AOC = "module", "copper", "aoc"
#: id -> row, label, sort, price and power where the row gives none or another is meant, at host, at switches.
_MEDIA: Final[
    dict[str, tuple[str, str, str, tuple[float, str] | None, tuple[float, str] | None, bool, bool]]
] = {
    "pluggable-400g": (
        "opt-400g",
        "400G module (DR4)",
        _MODULE,
        (700.0, f"{_SHEET} taken apart; 600-800 $"),
        None,
        True,
        True,
    ),
    "pluggable-800g-sheet": (
        "opt-800g-dr8",
        "800G twin-port module, 2024 sheet",
        _MODULE,
        (1240.0, f"{_SHEET}: 2,560 $ of links at two tiers, 3,800 $ at three; fibre in it"),
        None,
        False,
        True,
    ),
    "pluggable-800g-sr8": ("opt-800g-sr8", "800G module, multimode (SR8)", _MODULE, None, None, True, True),
    "pluggable-800g-dr8": ("opt-800g-dr8", "800G module (DR8, DSP)", _MODULE, None, None, True, True),
    "pluggable-800g-fr4": ("opt-800g-fr4", "800G module, 2 km (2xFR4)", _MODULE, None, None, True, True),
    "linear-800g": ("opt-800g-lpo", "800G linear module (LPO)", _MODULE, None, None, True, True),
    "pluggable-1600g": ("opt-1.6t", "1.6T module (DR8)", _MODULE, None, None, True, True),
    "co-packaged-800g": (
        "cpo-800g-port",
        "Co-packaged optics, 800G of ports",
        _MODULE,
        (1200.0, "guess: as a pluggable module"),
        None,
        False,
        True,
    ),
    "passive-copper-800g": ("dac-800g", "800G passive copper (DAC)", _COPPER, None, None, True, True),
    "linear-copper-800g": ("lacc-800g", "800G linear active copper", _COPPER, None, None, True, True),
    "active-cable-800g": ("aec-800g", "800G active electrical cable (AEC)", _COPPER, None, None, True, True),
    "optical-cable-800g": ("aoc-800g", "800G active optical cable (AOC)", _AOC, None, None, True, True),
}


def switches(facts: Path) -> dict[str, Entry]:
    """Return group `switch` for every switch as used."""
    rows = _rows(facts)
    found = {}
    for ident, (name, label, ports, speed, price, power) in _SWITCHES.items():
        row = rows[name]
        values = {
            "switch.ports": value_of("switch.ports", ports, row["source"], grade_of(row["confidence"])),
            "switch.port_speed": value_of(
                "switch.port_speed", speed, row["source"], grade_of(row["confidence"])
            ),
            "switch.price": _figure("switch.price", row, "price_usd", price),
            "switch.power": _figure("switch.power", row, "power_w", power),
            "switch.failure_rate": value_of("switch.failure_rate", 0.02, _SWITCH_FAILURES, "guess"),
        }
        found[ident] = _entry(label, row["vendor"], row["notes"], values)
    return found


def nics(facts: Path) -> dict[str, Entry]:
    """Return group `nic` for every adapter."""
    rows = _rows(facts)
    found = {}
    for ident, (name, label, speed, price, power) in _NICS.items():
        row = rows[name] if name else {}
        source = row.get("source", "what the name says")
        failures = 0.0 if price == (0.0, "no adapter of its own") else 0.0029
        values = {
            "nic.speed": value_of("nic.speed", speed, source, grade_of(row.get("confidence", ""))),
            "nic.price": _figure("nic.price", row, "price_usd", price),
            "nic.power": _figure("nic.power", row, "power_w", power),
            "nic.failure_rate": value_of(
                "nic.failure_rate",
                failures,
                "Llama 3 training: 7 events in 21.2 million GPU-hours",
                "derived",
            ),
        }
        found[ident] = _entry(label, row.get("vendor", ""), row.get("notes", ""), values)
    return found


def host_media(facts: Path) -> dict[str, Entry]:
    """Return group `host_link` for every medium that ends at a host."""
    return _media(facts, "host_link", 5)


def trunk_media(facts: Path) -> dict[str, Entry]:
    """Return group `trunk_link` for every medium that ends at switches."""
    return _media(facts, "trunk_link", 6)


def _media(facts: Path, group: str, where: int) -> dict[str, Entry]:
    rows = _rows(facts)
    found = {}
    for ident, told in _MEDIA.items():
        if not told[where]:
            continue
        name, label, sort, price, power = told[:5]
        row = rows[name]
        stated = number(row, "afr_percent_per_year")
        failures, source, grade = (stated or 0.0) / 100.0, row["source"], "press"
        if stated is None:
            failures, source, grade = (0.0001 if sort == _COPPER else 0.015), _OPTICS_FAILURES, "guess"
        values = {
            f"{group}.form": value_of(f"{group}.form", sort, "what the name says", "vendor"),
            f"{group}.speed": value_of(
                f"{group}.speed", number(row, "gbit_per_s_per_port") or 0.0, row["source"], "vendor"
            ),
            f"{group}.price": _figure(f"{group}.price", row, "price_usd", price),
            f"{group}.power": _figure(f"{group}.power", row, "power_w", power),
            f"{group}.failure_rate": value_of(f"{group}.failure_rate", failures, source, grade),
            f"{group}.reach": value_of(
                f"{group}.reach", number(row, "reach_m") or 0.0, row["source"], grade_of(row["confidence"])
            ),
        }
        found[ident] = _entry(label, row["vendor"], row["notes"], values)
    return found


def _figure(key: str, row: Row, column: str, other: tuple[float, str] | None) -> Entry:
    seen = band(row, f"{column}_low", f"{column}_high")
    more = {"low": seen.low, "high": seen.high} if seen.low is not None else {}
    if other is not None:
        value, source = other
        low, high = more.get("low"), more.get("high")
        if low is not None and high is not None and not low <= value <= high:
            more = {}
        grade = "guess" if "guess" in source or "memory" in source else "press"
        return value_of(key, value, source, grade, **more)
    assert seen.middle is not None, (key, row["id"])
    return value_of(key, seen.middle, row["source"], grade_of(row["confidence"], row["price_date"]), **more)


def _entry(label: str, vendor: str, note: str, values: dict[str, Entry]) -> Entry:
    return {
        "label": label,
        "vendor": vendor.strip("-"),
        "aliases": [],
        "note": note,
        "values": values,
        "facts": {},
    }


def _rows(facts: Path) -> dict[str, Row]:
    return {row["id"]: row for row in read(facts / "network.csv")}
