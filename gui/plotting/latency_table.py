"""The table beside the latency plots: closed form against simulation at the scenario's own load."""

import math
from dataclasses import dataclass

from gui.plotting import text
from gui.plotting.latency_job import MEASURES, STATISTICS, LatencyResult
from gui.plotting.latency_simulation import Simulated, tolerance
from gui.plotting.latency_words import measured


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of the table.

    Attributes
    ----------
    key : str
        The metric.
    closed, simulated, apart : str
        Both figures and how far the closed form is from the simulated one; a dash where not known.
    off : bool
        The closed form is off by more than it is trusted: the simulated figure counts.
    late : bool
        The figure that counts breaks its limit.
    promised : bool
        The limits hold for this figure.
    """

    key: str
    closed: str
    simulated: str
    apart: str
    off: bool
    late: bool
    promised: bool


def cells(r: LatencyResult, found: Simulated | None) -> dict[str, list[Cell]]:
    """Return the rows of each measure."""
    return {m: [_cell(r, found, f"{m}_{which}") for which in STATISTICS] for m in MEASURES}


def _cell(r: LatencyResult, found: Simulated | None, key: str) -> Cell:
    closed = r.point.shown(key)
    figure = found.figures.get(key) if found is not None else None
    simulated = figure.value if figure is not None else math.nan
    apart = closed / simulated - 1.0 if figure is not None and simulated > 0 else math.nan
    off = figure is not None and is_off(r, key, closed, found)
    counts = simulated if off else closed
    limit = r.limits.get(key, math.inf)
    return Cell(
        key=key,
        closed=_bare(key, closed),
        simulated=_bare(key, simulated),
        apart=_signed(apart),
        off=off,
        late=counts > limit,
        promised=key in r.limits,
    )


def is_off(r: LatencyResult, key: str, closed: float, found: Simulated | None) -> bool:
    """Return whether `closed` lies outside what is trusted, and not only by chance."""
    figure = found.figures.get(key) if found is not None else None
    if found is None or figure is None or found.trace or not math.isfinite(closed):
        return False
    beyond = abs(closed - figure.value) > tolerance(r.scenario, key, found) * figure.value
    return beyond and math.isfinite(figure.low) and not figure.low <= closed <= figure.high


def verdict(r: LatencyResult, found: Simulated | None, status: str) -> tuple[str, bool]:
    """Return one line under the table, and whether it is a warning."""
    if found is None:
        return status, False
    rows = [cell for group in cells(r, found).values() for cell in group if cell.off]
    said = f"{found.requests:,} requests simulated" + (f", {found.runs} runs" if found.runs > 1 else "")
    if found.trace:
        return f"{found.requests:,} requests of {found.trace}, its clock set to this load", False
    if not rows:
        return said, False
    worst = max(rows, key=lambda cell: abs(r.point.shown(cell.key) / found.figures[cell.key].value - 1.0))
    measure, _, which = worst.key.partition("_")
    return f"Closed form off by {worst.apart} at {measured(measure, which)}: simulated figure counts", True


def _bare(key: str, value: float) -> str:
    said = text.reading(key, value)
    return said.rsplit(" ", 1)[0] if math.isfinite(value) else said


def _signed(share: float) -> str:
    if not math.isfinite(share):
        return ""
    percent = share * 100.0
    digits = 0 if abs(percent) >= 9.95 else 1
    said = f"{abs(percent):.{digits}f}"
    return f"{text.MINUS if percent < 0 and float(said) else '+'}{said} %"
