"""What the simulator answered at the scenario's own load, for everything around the latency view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from engine.evidence.closed_form import LATENCIES, Trust, tolerance
from engine.scenario import Scenario
from gui.language import say, sentence, tr
from gui.plotting.latency_job import LatencyResult
from gui.plotting.latency_plan import ident_of
from gui.plotting.latency_simulation import LEAST_RUNS, Simulated
from gui.plotting.latency_table import is_off
from gui.reading import format_value
from gui.shown_units import METRICS, shown_at

#: Latencies that an issue tells of: what limits are about.
_TOLD: Final = ("ttft", "tpot")
_CURE: Final = "The Latency view simulates it."


@dataclass(frozen=True, slots=True)
class Answer:
    """A simulated operating point.

    Attributes
    ----------
    ident : bytes
        Equal for all scenarios that a simulator answers alike.
    figures : mapping of metric to float
        Simulated, base units.
    closed : mapping of metric to float
        By the closed form, base units.
    off : frozenset of metric
        Those whose closed form is beyond what is trusted: there the simulated figure counts.
    promised : str
        The statistic that limits hold for.
    requests : int
        Simulated in all.
    """

    ident: bytes
    figures: Mapping[str, float]
    closed: Mapping[str, float]
    off: frozenset[str]
    promised: str
    requests: int

    def of(self, scenario: Scenario) -> bool:
        """Return whether this is the answer for `scenario`; that of one tier is none for several."""
        return not scenario.routed and self.ident == ident_of(scenario)

    @property
    def counting(self) -> dict[str, float]:
        """Return the simulated figures that count in place of the closed form's, base units."""
        return {key: self.figures[key] for key in LATENCIES if key in self.off}


def answer_of(r: LatencyResult, found: Sequence[Simulated]) -> Answer | None:
    """Return what `found` says of the load of `r` once chance can be told from error; None before.

    A replayed trace is no answer: its arrivals are not the scenario's.
    """
    here = next((at for at in found if at.load == r.now and not at.trace and at.runs >= LEAST_RUNS), None)
    if here is None:
        return None
    keys = [key for key in LATENCIES if key in here.figures]
    return Answer(
        ident_of(r.scenario),
        {key: here.figures[key].value / METRICS[key].shown(1.0) for key in keys},
        {key: r.point.base(key) for key in keys},
        frozenset(key for key in keys if is_off(r, key, shown_at(r.point, key), here)),
        r.statistic,
        here.requests,
    )


def caution(key: str, expected: Trust | None, answer: Answer | None) -> str:
    """Return what to know of the closed form of latency `key` in a sentence; "" where there is nothing."""
    if key not in LATENCIES:
        return ""
    if answer is not None and key in answer.figures:
        said = say("Simulated: {figures}", figures=format_value(answer.figures[key], METRICS[key]))
        said += say(", {requests:,} requests", requests=answer.requests)
        if key in answer.off:
            return say("{said}. The closed form is off here: the simulated figure counts.", said=said)
        return say(
            "{said}. The closed form is within {tolerance:.0f} % or chance of it.",
            said=said,
            tolerance=tolerance(key, expected) * 100,
        )
    if expected is None or expected.holds(key):
        return ""
    if not expected.off:
        return f"{sentence(expected.text)}. {tr(_CURE)}"
    share = expected.error(key)
    side = "short" if share < 0.0 else "long"
    return say(
        "Expect the closed form to be about {share:.0f} % too {side} here, as on {near}. {cure}",
        share=abs(share) * 100,
        side=side,
        near=expected.near,
        cure=_CURE,
    )


def doubt(expected: Trust | None, answer: Answer | None) -> str:
    """Return why the closed form of the operating point is not to be trusted; "" where it is.

    What was simulated comes before what was to be expected.
    """
    if answer is None:
        return f"{sentence(expected.text)}. {tr(_CURE)}" if expected is not None and expected.text else ""
    keys = [key for key in answer.off if key.partition("_")[0] in _TOLD]
    if not keys:
        return ""
    told = []
    for latency in _TOLD:
        mine = [key for key in keys if key.startswith(latency)]
        if mine:
            worst = max(mine, key=lambda key: abs(answer.closed[key] / answer.figures[key] - 1.0))
            asked = f"{latency}_{answer.promised}"
            key = asked if asked in mine else worst
            figures = (format_value(side[key], METRICS[key]) for side in (answer.figures, answer.closed))
            told.append(
                say(
                    "{label} {names} by the closed form",
                    label=METRICS[key].label,
                    names=" simulated, ".join(figures),
                )
            )
    return say("{names}. The simulated figures count.", names="; ".join(told))
