"""Weeks of demand: what Azure measured, and plain patterns to compare with.

Hour 0 is Monday 00:00 where the users are (for the traces: UTC), so that weeks add up by the calendar.
"""

from pathlib import Path
from typing import Final

from resources.tools.figures import Entry, Row, figure, number, read

HOURS: Final = 168
_AZURE: Final = (
    "Azure LLM inference traces 2024, Microsoft (CC BY 4.0): hourly requests digitised from the figures of "
    "the notebook that accompanies them, scaled to its printed totals"
)
#: Rows between Monday 00:00 UTC and the first row of a series.
_FIRST: Final = {"coding": 96, "conversation": 144}
_GUESS: Final = "pattern by rule, not measured (guess)"


def build(facts: Path) -> dict[str, Entry]:
    """Return the catalogue entries of kind shape."""
    rows = read(facts / "azure2024_hourly.csv")
    coding, conversation = (_week(rows, name) for name in ("coding", "conversation"))
    pooled = [0.5 * (a + b) for a, b in zip(coding, conversation, strict=True)]
    office = [_office(day, hour) for day in range(7) for hour in range(24)]
    evening = [_evening(day, hour) for day in range(7) for hour in range(24)]
    made = {
        "azure-coding": _entry("Azure 2024, coding", "trace", coding, _AZURE, "measured"),
        "azure-conversation": _entry("Azure 2024, conversation", "trace", conversation, _AZURE, "measured"),
        "azure-pooled": _entry("Azure 2024, both half and half", "trace", pooled, _AZURE, "derived"),
        "business-hours": _entry("Business hours", "pattern", office, _GUESS, "guess"),
        "consumer-evening": _entry("Consumer evening", "pattern", evening, _GUESS, "guess"),
        "flat": _entry("Flat", "pattern", [1.0] * HOURS, "the same in every hour, by definition", "derived"),
    }
    made["azure-pooled"]["note"] = "Both means weigh alike; added by calendar hour."
    made["business-hours"]["note"] = "Monday to Friday, 8 to 18 with a dip at noon; a tenth of it at night."
    made["consumer-evening"]["note"] = "Rises from 7, highest from 19 to 22, a fifth busier at weekends."
    return made


def _week(rows: list[Row], name: str) -> list[float]:
    week = [0.0] * HOURS
    for row in rows:
        week[(int(row["hour"]) + _FIRST[name]) % HOURS] = number(row, f"{name}_shape") or 0.0
    return week


def _office(day: int, hour: int) -> float:
    if day >= 5:
        return 0.1
    if 9 <= hour < 17:
        return 0.8 if hour == 12 else 1.0
    return {7: 0.3, 8: 0.7, 17: 0.6, 18: 0.3, 19: 0.2}.get(hour, 0.1)


def _evening(day: int, hour: int) -> float:
    busy = (0.35, 0.25, 0.18, 0.14, 0.13, 0.15, 0.22, 0.34, 0.45, 0.52, 0.56, 0.6)
    late = (0.64, 0.64, 0.62, 0.64, 0.68, 0.76, 0.86, 0.95, 1.0, 0.97, 0.8, 0.55)
    return (*busy, *late)[hour] * (1.2 if day >= 5 else 1.0)


def _entry(label: str, vendor: str, week: list[float], source: str, grade: str) -> Entry:
    mean = sum(week) / len(week)
    series = [float(f"{value / mean:.6g}") for value in week]
    return {
        "label": label,
        "vendor": vendor,
        "aliases": [],
        "note": "",
        "series": series,
        "values": {},
        "facts": {
            "peak_to_mean": figure(max(series), "1", source, grade),
            "trough_to_mean": figure(min(series), "1", source, grade),
        },
    }
