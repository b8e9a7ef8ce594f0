"""Sites for group `facility`, and every figure of the reference table as kind `site-figure`."""

from pathlib import Path
from typing import Final

from resources.tools.figures import Entry, Row, figure, grade_of, number, read, value_of

#: Dollars in one euro, for rows in euro (round rate of 2025-26).
_DOLLARS_PER_EURO: Final = 1.08
_BUSY: Final = (0.7, "Epoch AI (CC-BY): draw over nameplate of an AI server", "press")
_IDLE: Final = (0.25, "guess: idle over nameplate; published tables run 0.1-0.5", "guess")
_PUE_COLO: Final = (1.25, "between the industry's 1.54 and 1.15 of a new liquid-cooled hall", "derived")
_Cell = tuple[float, str, str]

#: id -> label, note, PUE, power price, colocation, carbon; text names a row of the table.
_SITES: Final[dict[str, tuple[str, str, str | _Cell, str, str | _Cell, _Cell]]] = {
    "us-wholesale": (
        "US wholesale colocation",
        "Leased hall of 1 MW and more; power passed through at the industrial rate.",
        _PUE_COLO,
        "elec_us_industrial",
        "colo_wholesale_usd_kw_month",
        (370, "US grid average, from memory", "guess"),
    ),
    "us-retail": (
        "US retail colocation",
        "Racks in a shared hall; power at the commercial average.",
        (1.4, "North America 1.49 in the 2025 survey, newer halls lower", "derived"),
        "elec_us_commercial",
        "colo_retail_usd_kw_month",
        (370, "US grid average, from memory", "guess"),
    ),
    "us-liquid": (
        "US liquid-cooled GPU hall",
        "Direct liquid cooling at GPU density, billed on provisioned kW.",
        "pue_ai_liquid",
        "elec_us_industrial",
        "colo_gpu_liquid_usd_kw_month",
        (370, "US grid average, from memory", "guess"),
    ),
    "hyperscaler": (
        "Hyperscaler campus",
        "Own buildings at a planning rate for power; rent is capital recovery of the shell over 20 years.",
        "pue_google",
        "elec_semianalysis_standard",
        (102, "12 M$/MW (Cushman & Wakefield) recovered over 20 years at 8 %", "derived"),
        (300, "US grid with bought clean power, from memory", "guess"),
    ),
    "texas": (
        "Texas, large load",
        "Long-term power purchase in Texas.",
        (1.2, "new hall, hot summers; guess", "guess"),
        "elec_texas_ppa",
        "colo_wholesale_usd_kw_month",
        (370, "Texas grid, from memory", "guess"),
    ),
    "virginia": (
        "Northern Virginia",
        "The largest market, power at the state's commercial rate.",
        _PUE_COLO,
        "elec_us_commercial_virginia",
        "colo_gpu_liquid_usd_kw_month",
        (300, "Virginia grid, from memory", "guess"),
    ),
    "nordic": (
        "Nordics",
        "Cheap hydro power, free cooling.",
        (1.12, "free cooling: between Google's 1.09 and 1.15; guess", "guess"),
        "elec_nordics_default",
        "colo_wholesale_usd_kw_month",
        (30, "Nordic grid, from memory", "guess"),
    ),
    "germany": (
        "Germany",
        "Frankfurt: dear power, dear ground.",
        (1.3, "German law asks for 1.2 of new halls from 2026, older ones are higher; from memory", "guess"),
        "elec_germany_default",
        "colo_gpu_liquid_usd_kw_month",
        (350, "German grid, from memory", "guess"),
    ),
    "europe": (
        "European average",
        "Non-household average of the Union.",
        (1.5, "Uptime 2025 survey, Europe", "press"),
        "elec_eu_nonhousehold",
        "colo_retail_usd_kw_month",
        (240, "European grid average, from memory", "guess"),
    ),
    "on-premises": (
        "Own server room",
        "An enterprise's own room, commercial power, average efficiency.",
        "pue_industry_avg",
        "elec_us_commercial",
        "colo_retail_usd_kw_month",
        (370, "US grid average, from memory", "guess"),
    ),
}


def build(facts: Path) -> dict[str, Entry]:
    """Return the sites."""
    rows = {row["key"]: row for row in read(facts / "facility.csv")}
    return {ident: _site(rows, *parts) for ident, parts in _SITES.items()}


def _site(
    rows: dict[str, Row],
    label: str,
    note: str,
    pue: str | _Cell,
    power: str,
    rent: str | _Cell,
    carbon: _Cell,
) -> Entry:
    values = {
        "facility.pue": _cell("facility.pue", pue, rows),
        "facility.power_price": _cell("facility.power_price", power, rows),
        "facility.colocation": _cell("facility.colocation", rent, rows),
        "facility.carbon": _cell("facility.carbon", carbon, rows),
        "facility.busy_power": _cell("facility.busy_power", _BUSY, rows),
        "facility.idle_power": _cell("facility.idle_power", _IDLE, rows),
    }
    return {"label": label, "vendor": "", "aliases": [], "note": note, "values": values, "facts": {}}


def _cell(key: str, what: str | _Cell, rows: dict[str, Row]) -> Entry:
    if not isinstance(what, str):
        return value_of(key, *what)
    row = rows[what]
    euro = row["unit"].startswith("EUR")
    rate = _DOLLARS_PER_EURO if euro else 1.0
    value, low, high = (number(row, name) for name in ("value", "low", "high"))
    grade = "derived" if euro and row["confidence"] == "high" else grade_of(row["confidence"], row["source"])
    return value_of(
        key,
        round((value or 0.0) * rate, 4),
        row["source"],
        grade,
        low=None if low is None else round(low * rate, 4),
        high=None if high is None else round(high * rate, 4),
        date=row["date"],
        note=f"{row['region_or_scope']}{f', at {rate:g} $ a euro' if euro else ''}",
    )


def figures(facts: Path) -> dict[str, Entry]:
    """Return every row of `facility.csv`: efficiency, power, rent, building, capital, failures, shares."""
    found: dict[str, Entry] = {}
    for row in read(facts / "facility.csv"):
        value = number(row, "value")
        cells: dict[str, Entry | str] = {"scope": row["region_or_scope"]}
        cells["value"] = figure(
            value if value is not None else row["value"],
            row["unit"],
            row["source"],
            grade_of(row["confidence"], row["source"]),
            low=number(row, "low"),
            high=number(row, "high"),
            date=row["date"].strip("-"),
        )
        found[row["key"].replace("_", "-")] = {
            "label": row["key"].replace("_", " "),
            "vendor": "",
            "aliases": [],
            "note": row["notes"],
            "values": {},
            "facts": cells,
        }
    return found


def rentals(facts: Path) -> dict[str, Entry]:
    """Return every row of `rental.csv`: what an accelerator-hour costs, where, on which term, when."""
    found: dict[str, Entry] = {}
    for row in read(facts / "rental.csv"):
        name = "-".join((row["accelerator_id"], row["provider"], row["term"], row["date"]))
        stem = "".join(c if c.isalnum() else "-" for c in name.lower())
        stem = "-".join(part for part in stem.split("-") if part)
        ident, turn = stem, 1
        while ident in found:
            turn += 1
            ident = f"{stem}-{turn}"
        price = number(row, "usd_per_accel_hour")
        cells: dict[str, Entry | str] = {
            name: row[name]
            for name in ("accelerator_id", "provider_class", "instance", "accels_per_instance", "term")
            if row[name]
        }
        grade = grade_of(row["confidence"], row["source"])
        cells["rent"] = figure(price or 0.0, "$/h", row["source"], grade, date=row["date"])
        found[ident] = {
            "label": f"{row['accelerator_id']}, {row['provider']}, {row['term']}",
            "vendor": row["provider"],
            "aliases": [],
            "note": row["notes"],
            "values": {},
            "facts": cells,
        }
    return found
