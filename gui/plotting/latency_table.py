"""The table beside the latency plots: closed form against simulation at the scenario's own load."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.evidence.closed_form import tolerance
from gui.language import say, sentence
from gui.plotting import text
from gui.plotting.latency_job import MEASURES, STATISTICS, LatencyResult, stretched
from gui.plotting.latency_simulation import LEAST_RUNS, Simulated
from gui.plotting.latency_words import measured
from gui.shown_units import shown_at

#: Simulated loads up to this place along the axis must be seen.
_HELD: Final = 0.8
#: Characters of a trace's name that there is room for.
_NAME: Final = 22


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


def seen_as(found: Simulated | None) -> str:
    """Return how the figures of `found` came about, in a word."""
    return "replayed" if found is not None and found.trace else "simulated"


def cells(r: LatencyResult, found: Simulated | None) -> dict[str, list[Cell]]:
    """Return the rows of each measure."""
    return {m: [_cell(r, found, f"{m}_{which}") for which in STATISTICS] for m in MEASURES}


def _cell(r: LatencyResult, found: Simulated | None, key: str) -> Cell:
    closed = shown_at(r.point, key)
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
    beyond = abs(closed - figure.value) > tolerance(key, r.trust) * figure.value
    return beyond and math.isfinite(figure.low) and not figure.low <= closed <= figure.high


def counting(r: LatencyResult, found: Simulated | None, key: str) -> tuple[float, bool]:
    """Return the figure that counts for metric `key` at the scenario's load, and whether it was simulated."""
    closed = shown_at(r.point, key)
    if found is not None and is_off(r, key, closed, found):
        return found.figures[key].value, True
    return closed, False


def holding(r: LatencyResult, found: Sequence[Simulated]) -> LatencyResult:
    """Return `r` with scales that hold the simulated figures the limits are about, short of saturation."""
    near = [at for at in found if r.load.at(at.load) <= _HELD or at.load == r.now]
    scales = {}
    for measure, scale in r.scales.items():
        key = f"{measure}_{r.statistic}"
        scales[measure] = stretched(
            scale, np.array([at.figures[key].value for at in near if key in at.figures])
        )
    return r if scales == r.scales else replace(r, scales=scales)


def simulated_most(r: LatencyResult, found: Sequence[Simulated]) -> float | None:
    """Return the load at which simulated latency first meets a limit, between simulated loads; or None.

    Use of the limits is taken to rise evenly in its logarithm between neighbouring loads.
    """
    at = sorted((f for f in found if not f.trace and f.runs >= LEAST_RUNS), key=lambda f: f.load)
    uses = [
        max(
            (f.figures[key].value / limit for key, limit in r.limits.items() if key in f.figures), default=0.0
        )
        for f in at
    ]
    for i in range(1, len(at)):
        if uses[i - 1] <= 1.0 < uses[i] and uses[i - 1] > 0.0:
            share = math.log(1.0 / uses[i - 1]) / math.log(uses[i] / uses[i - 1])
            return at[i - 1].load + share * (at[i].load - at[i - 1].load)
    return None


def verdict(r: LatencyResult, found: Simulated | None, status: str) -> tuple[str, bool]:
    """Return one line under the table, and whether it is a warning."""
    if found is None:
        doubt = sentence(r.trust.text) if r.trust is not None else ""
        return (f"{doubt}. {status}".strip(), True) if doubt else (status, False)
    rows = [cell for group in cells(r, found).values() for cell in group if cell.off]
    said = say("{requests:,} requests simulated", requests=found.requests) + (
        say(", {runs} runs", runs=found.runs) if found.runs > 1 else ""
    )
    if found.trace:
        name = found.trace if len(found.trace) <= _NAME else f"{found.trace[: _NAME - 1]}\u2026"
        return say(
            "{requests:,} requests of {name}, the clock set to this load", requests=found.requests, name=name
        ), False
    if not rows:
        return said, False
    worst = max(rows, key=lambda cell: abs(shown_at(r.point, cell.key) / found.figures[cell.key].value - 1.0))
    measure, _, which = worst.key.partition("_")
    far = worst.apart.lstrip(f"+{text.MINUS}")
    where = measured(measure, which)
    return say(
        "Closed form off by up to {far} ({where}): where struck out, the simulated figure counts",
        far=far,
        where=where,
    ), True


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
