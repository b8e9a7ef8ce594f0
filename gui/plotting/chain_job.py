"""The job of the chain view: the bill by layer and by supplier, beside the baseline's."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.chain import Account, Dependence, Swap, account, dependence, swaps
from engine.drivers import Point, point
from engine.scenario import Scenario
from engine.units import YEAR
from gui.language import tr
from gui.shown_units import priced, priced_tokens

#: What the bill is told per: id -> (words, short words).
BASES: Final[dict[str, tuple[str, str]]] = {
    "tokens": ("per M output tokens", "/ M output tokens"),
    "call": ("per 1,000 calls", "/ 1,000 calls"),
    "year": ("per year", "/ year"),
}


def basis_words(basis: str) -> tuple[str, str]:
    """Return what `basis` of `BASES` is called, in full and short."""
    words, short = BASES[basis]
    return priced(tr(words)), priced(tr(short))


@dataclass(frozen=True)
class ChainSettings:
    """What a chain job was made for: `basis` of `BASES`, and the layer looked into."""

    basis: str = "tokens"
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One layer of the waterfall, in $ of the basis.

    `before` is what the layers above it add up to; `baseline` is NaN where there is none.
    """

    key: str
    label: str
    before: float
    value: float
    idle: float
    share: float
    baseline: float
    metric: str


@dataclass(frozen=True, slots=True)
class ChainResult:
    """A frame of the chain view.

    Attributes
    ----------
    steps : tuple of Step
        Layers that cost anything here or in the baseline; empty without service.
    factor, baseline_factor : float
        $ of the basis per $/s of the fleet.
    account, dependence : here
    baseline : Account or None
        None where the baseline is the same scenario.
    baseline_dependence : Dependence or None
    total, baseline_total : float
        The bill in $ of the basis.
    swaps : tuple of Swap
        Other parts of the layer looked into; none in a quick frame.
    """

    settings: ChainSettings
    scenario: Scenario
    here: Point
    steps: tuple[Step, ...]
    factor: float
    baseline_factor: float
    account: Account
    dependence: Dependence | None
    baseline: Account | None
    baseline_dependence: Dependence | None
    total: float
    baseline_total: float
    swaps: tuple[Swap, ...] = ()


class ChainJob:
    """Computes `ChainResult`; see `gui.views.base.Job`."""

    def __init__(self, settings: ChainSettings) -> None:
        self.settings = settings

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> ChainResult | None:
        """Return a frame, or None when `cancelled` turned true."""
        here = point(scenario)
        now, factor = account(scenario, here), factor_of(self.settings.basis, scenario, here)
        if cancelled():
            return None
        then, other, then_factor = None, None, math.nan
        if baseline.values != scenario.values:
            there = point(baseline)
            other, then_factor = account(baseline, there), factor_of(self.settings.basis, baseline, there)
            then = other if other.layers else None
        return ChainResult(
            settings=self.settings,
            scenario=scenario,
            here=here,
            steps=_steps(now, here, factor, then, then_factor),
            factor=factor,
            baseline_factor=then_factor,
            account=now,
            dependence=dependence(now) if now.layers else None,
            baseline=then,
            baseline_dependence=dependence(then) if then is not None else None,
            total=now.rate * factor,
            baseline_total=then.rate * then_factor if then is not None else math.nan,
            swaps=() if coarse or not now.layers else swaps(scenario, now, self.settings.layer),
        )


def factor_of(basis: str, scenario: Scenario, here: Point) -> float:
    """Return $ of `basis` per $/s of the fleet."""
    if basis == "year":
        return YEAR
    rate = here.base("request_rate")
    if not rate > 0.0:
        return math.nan
    if basis == "call":
        return 1000.0 / rate
    return priced_tokens()[0] / (rate * here.base("served_output_tokens"))


def idle_of(now: Account, here: Point, layer: str, rate: float) -> float:
    """Return what of `layer` paid for time without useful work [$/s]; of electricity, resting draw."""
    if not now.idle > 0.0:
        return 0.0
    unused = 1.0 - min(here.base("utilization"), 1.0)
    if layer != "electricity":
        return rate * unused
    return min(max(now.idle - (now.rate - rate) * unused, 0.0), rate)


def _steps(
    now: Account, here: Point, factor: float, then: Account | None, then_factor: float
) -> tuple[Step, ...]:
    if not now.layers or not now.rate > 0.0:
        return ()
    made: list[Step] = []
    before = 0.0
    for layer in now.layers:
        other = then.layer(layer.key) if then is not None else None
        past = other.rate * then_factor if other is not None else math.nan
        if layer.share > 1e-9 or past > 0.0:
            value = layer.rate * factor
            idle = idle_of(now, here, layer.key, layer.rate) * factor
            made.append(Step(layer.key, layer.label, before, value, idle, layer.share, past, layer.metric))
            before += value
    return tuple(made)


def dollars(value: float, digits: int = 2) -> str:
    """Return `value` as a person reads it: $0.042, $1.25, $12.4k; a dash if there is none.

    Below ten cents it has `digits` significant digits.
    """
    if not math.isfinite(value):
        return "\u2014"
    sign, size = "\u2212" if value < 0 else "", abs(value)
    for bound, factor, suffix in ((1e12, 1e12, "T"), (1e9, 1e9, "B"), (1e6, 1e6, "M"), (1e4, 1e3, "k")):
        if size >= bound * (1 - 5e-4):
            told = size / factor
            return f"{sign}${told:.3g}{suffix}" if told < 999.5 else f"{sign}${told:,.0f}{suffix}"
    if size >= 100:
        return f"{sign}${size:,.0f}"
    if size >= 0.995:
        return f"{sign}${size:.2f}"
    if size < 5e-7:
        return "$0"
    decimals = min(9, max(2, (digits if size < 0.1 else 3) - 1 - math.floor(math.log10(size))))
    return f"{sign}${size:.{decimals}f}"


def change(value: float, past: float, total: float) -> str:
    """Return the difference to the baseline in words; empty where it is none of `total`."""
    if not math.isfinite(past) or abs(value - past) < 5e-4 * max(abs(total), 1e-300):
        return ""
    moved = dollars(abs(value - past))
    return f"+{moved}" if value > past else f"\u2212{moved}"
