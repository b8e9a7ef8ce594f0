"""The job of the levers view: a ladder climbed from the scenario, beside where the baseline stands."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from engine.drivers import point
from engine.ladder import Ladder, Pull, Step, climb
from engine.metrics import BINDING
from engine.scenario import Scenario
from gui.language import inner, say, tr
from gui.plotting import text
from gui.plotting.text import MINUS
from gui.shown_units import priced_tokens, ratio

_COST: Final = "cost_per_token_all_in"


@dataclass(frozen=True, slots=True)
class LadderResult:
    """A frame of the levers view.

    Attributes
    ----------
    plan : tuple of Pull
        What was climbed.
    ladder : Ladder
    baseline : float
        Cost of the baseline by today's tokens, $ per M; NaN where it is the scenario or serves nothing.
    """

    plan: tuple[Pull, ...]
    ladder: Ladder
    baseline: float

    @property
    def most(self) -> float:
        """Return the highest cost on the ladder; NaN where nothing is served."""
        steps = self.ladder.steps
        costs = [self.ladder.cost, self.baseline, *(step.before for step in steps), self.ladder.end]
        return max((cost for cost in costs if math.isfinite(cost)), default=math.nan)


class LadderJob:
    """Computes `LadderResult`; see `gui.views.base.Job`."""

    def __init__(self, plan: tuple[Pull, ...]) -> None:
        self.plan = plan

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> LadderResult | None:
        """Return a frame, or None when `cancelled` turned true."""
        del coarse
        made = climb(scenario, self.plan)
        if cancelled():
            return None
        ghost = math.nan
        if baseline.values != scenario.values:
            cost = point(baseline).base("cost_per_request")
            ghost = cost / made.point.base("served_output_tokens") * 1e6
        return LadderResult(self.plan, made, ghost)


def saving(before: float, after: float) -> str:
    """Return how much less `after` is, as "−12 %"; a dash where either is missing."""
    if not (math.isfinite(before) and math.isfinite(after) and before > 0.0):
        return "\u2014"
    share = (after / before - 1.0) * 100.0
    if abs(share) < 0.05:
        return "0 %"
    digits = f"{abs(share):.1f}"
    if abs(share) >= 1.0:
        digits = f"{abs(share):.3g}" if abs(share) < 999.5 else text.number(abs(share))
    return f"{'+' if share > 0.0 else MINUS}{digits} %"


def money(cost: float) -> str:
    """Return a cost of output tokens [$ per M] for reading, in the unit chosen."""
    return text.reading(_COST, cost * ratio(_COST))


def million() -> str:
    """Return how many output tokens a cost is of: "M", or the "k" chosen in its place."""
    return priced_tokens()[1]


def verdict(result: LadderResult) -> str:
    """Return in a sentence what the ladder brings."""
    ladder = result.ladder
    if not math.isfinite(ladder.cost):
        stopped = BINDING[ladder.point.binding][1]
        first = next((step for step in ladder.steps if step.applied and math.isfinite(step.after)), None)
        if first is None:
            return say(
                "Nothing is served today: stopped by {stopped}. No lever here mends it.", stopped=stopped
            )
        return say(
            "Nothing is served today: stopped by {stopped}. {label} mends it.",
            stopped=stopped,
            label=first.pull.rung.label,
        )
    pulled = [step for step in ladder.steps if step.applied]
    if not pulled:
        return tr("No lever is pulled.")
    end = pulled[-1]
    quality = end.point.base("quality") - ladder.point.base("quality")
    lost = "{quality:.2g} points of quality lost" if quality < 0 else "{quality:.2g} points of quality won"
    words = tr("at the same quality") if abs(quality) < 5e-5 else say(lost, quality=abs(quality) * 100)
    before, after = (money(cost) for cost in (ladder.cost, end.after))
    cost = say("{before} to {after} per {million} output", before=before, after=after, million=million())
    stop = "" if end.point.feasible else say("; breaks the {limit}", limit=BINDING[end.point.binding][1])
    return f"{cost}, {saving(ladder.cost, end.after)}, {words}{stop}{_dear(pulled)}"


def _dear(pulled: Sequence[Step]) -> str:
    """Return which levers cost more than they save, as the end of a sentence."""
    names = [step.pull.rung.label for step in pulled if step.after > step.before * (1.0 + 5e-4)]
    if not names:
        return ""
    told = tr(" and ").join(tr(name) if i == 0 else inner(tr(name)) for i, name in enumerate(names))
    return say(". {levers} does not pay" if len(names) == 1 else ". {levers} do not pay", levers=told)


def volume_words(tokens: float) -> str:
    """Return the break-even volume of what is paid once."""
    if math.isnan(tokens):
        return ""
    if math.isinf(tokens):
        return "never earned back"
    return say("earned back after {tokens:,.3g} billion output tokens", tokens=tokens / 1e9)
