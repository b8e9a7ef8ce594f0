"""The job of the tornado view: what each input in doubt does to a figure, and what the figure rests on."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from engine.doubt import (
    GUESSES,
    Indices,
    NoDoubtError,
    Samples,
    Tornado,
    evidence,
    indices,
    obstacles,
    prepared,
    sample,
    tornado,
)
from engine.errors import IsocostError
from engine.scenario import Scenario
from engine.solve import Root, break_evens
from gui.language import say
from gui.plotting.text import SIGNED
from gui.shown_units import METRICS

#: Samples and base points of the indices, while a hand moves and once it rests.
LIVE, FULL = (1024, 256), (16384, 2048)


@dataclass(frozen=True)
class TornadoSettings:
    """What a job was made for: the figure, by what bars are sorted ("swing" or "share"), whether in haste."""

    metric: str = "gross_margin"
    order: str = "swing"
    live: bool = False


@dataclass(frozen=True, slots=True)
class TornadoResult:
    """A frame of the tornado view; figures in base units.

    Attributes
    ----------
    totals, firsts : mapping of key to (share, error)
        Sobol indices of the inputs that have one of their own.
    grades : Indices or None
    evens : mapping of key to Root
        Where the figure would be zero, of figures whose sign is what matters.
    trouble : str
        Why there is nothing to show.
    """

    settings: TornadoSettings
    scenario: Scenario
    tornado: Tornado | None
    samples: Samples | None
    totals: dict[str, tuple[float, float]]
    firsts: dict[str, float]
    grades: Indices | None
    evens: dict[str, Root]
    dropped: float = 0.0
    trouble: str = ""

    @property
    def guessed(self) -> float:
        """Return the share of the variance that would go if every guess were certain."""
        if self.grades is None:
            return 0.0
        pairs = zip(self.grades.labels, self.grades.shares, strict=True)
        return min(1.0, sum(share.total.value for name, share in pairs if name in GUESSES))


def _nothing(_share: float) -> None:
    """Tell nobody."""


@dataclass
class TornadoJob:
    """Computes `TornadoResult`; see `gui.views.base.Job`."""

    settings: TornadoSettings
    progress: Callable[[float], None] = _nothing
    stop: threading.Event = field(default_factory=threading.Event)

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> TornadoResult | None:
        """Return a frame, or None when `cancelled` turned true."""
        del baseline
        if coarse and self.settings.live:
            return None  # The answer itself is as quick.
        metric = self.settings.metric
        count, points = LIVE if coarse or self.settings.live else FULL
        try:
            plan = prepared(scenario, (metric,))
        except NoDoubtError as error:
            return TornadoResult(self.settings, scenario, None, None, {}, {}, None, {}, trouble=str(error))
        samples = sample(scenario, count, (metric,), plan=plan, cancelled=cancelled)
        if samples is None:
            return None
        if not np.isfinite(samples.metrics[metric]).any():
            stopped = obstacles(samples)
            said = say(
                "{label} has no figure in any sample: nothing is served. Mend {stopped} first",
                label=METRICS[metric].label,
                stopped=stopped[0][1] if stopped else "what breaks",
            )
            return TornadoResult(self.settings, scenario, None, samples, {}, {}, None, {}, trouble=said)
        bars = tornado(plan, metric, samples)
        shares = indices(plan, metric, points, cancelled=cancelled)
        grades = evidence(plan, metric, points // 2, cancelled=cancelled) if shares is not None else None
        if shares is None or grades is None:
            return None
        totals: dict[str, tuple[float, float]] = {}
        firsts: dict[str, float] = {}
        for group, share in zip(shares.factors, shares.shares, strict=True):
            tied = all(j in plan.copula.members for j in group)
            if len(group) == 1 or tied:
                for j in group:
                    key = plan.doubted[j].key
                    totals[key] = (share.total.value, share.total.error)
                    firsts[key] = share.first.value
        evens = {} if coarse or self.settings.live else _evens(scenario, bars)
        return TornadoResult(
            self.settings, scenario, bars, samples, totals, firsts, grades, evens, shares.dropped
        )


def _evens(scenario: Scenario, bars: Tornado) -> dict[str, Root]:
    """Return at which value of each input the figure is zero, where its sign is what matters."""
    if bars.metric not in SIGNED or not np.isfinite(bars.base):
        return {}
    able = [
        bar.doubted.key
        for bar in bars.bars
        if bar.doubted.origin != "model" and bar.doubted.spec.kind == "number"
    ]
    try:
        return {root.key: root for root in break_evens(scenario, bars.metric, 0.0, able) if root.found}
    except IsocostError:
        return {}
