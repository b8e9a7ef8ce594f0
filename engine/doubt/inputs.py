"""What is in doubt in a scenario: stated distributions, defaults by source, and the model's own error."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from engine import catalog
from engine.drivers import point, tier_points
from engine.drivers.grid import Axis
from engine.evidence.judgement import Judgement, judge
from engine.evidence.regime import regime_of
from engine.parameters import POSITIONS, SPECS, TIERS, WIDTH
from engine.scenario import Scenario, Uncertainty, spec_of
from engine.specs import Spec
from engine.tier_keys import split

#: Eight cases of ten lie within this factor of a value of that grade. Judgement, not measurement: a data
#: sheet's figure is exact to rounding, a press figure one of several, a guess within half as much again.
FACTORS: Final = {
    "measured": 1.05, "vendor": 1.03, "derived": 1.15, "press": 1.2, "transferred": 1.25, "guess": 1.5,
    "user": 1.1, "sourced": 1.2, "memory": 1.4, "none": 1.5,
}  # fmt: skip
#: What the grades mean, in the order of trust; "stated" and "model" are no grades of a source.
GRADE_WORDS: Final = {
    "measured": "measured", "vendor": "data sheet", "derived": "derived", "sourced": "seen in sources",
    "press": "press", "transferred": "transferred", "user": "noted by you", "stated": "stated by you",
    "model": "the model itself", "memory": "from memory", "guess": "guess", "none": "no source",
}  # fmt: skip
#: What rests on nothing that could be looked up.
GUESSES: Final = frozenset({"guess", "memory", "none"})
#: Inputs whose error is in the model's own, as measurements tell it: doubting both would count it twice.
_INSIDE_MODEL: Final = ("efficiency", "stack", "accelerator")
_OUTSIDE: Final = frozenset({"accelerator.rent", "accelerator.price", "accelerator.server_price"})
#: Corrections that carry the model's own error, the predicted quantity it follows, and what to call it.
MODEL: Final = (
    ("correction.decode", "throughput", "Model: time of decoding"),
    ("correction.prefill", "throughput", "Model: time of prompts"),
    ("correction.power", "energy", "Model: power of boards"),
)
#: Choices that need more of a record than their code.
_FIXED: Final = frozenset({"demand.timing"})


@dataclass(frozen=True, slots=True)
class Doubted:
    """One thing in doubt.

    Attributes
    ----------
    key, label : str
        Key of the input; of the model's error that of the correction it acts by.
    spread : Uncertainty
        In the input's declared unit; of the model's error as a factor.
    origin : str
        "stated", "source" (range or grade of the source), "soft" or "model".
    grade : str
        One of `GRADE_WORDS`.
    basis : str
        Why it is so wide, one sentence.
    places : tuple of (position, factor)
        Where in the records of all tiers it goes, and what its value in declared units is multiplied by.
    """

    key: str
    label: str
    spread: Uncertainty
    origin: str
    grade: str
    basis: str
    places: tuple[tuple[int, float], ...]

    @property
    def spec(self) -> Spec:
        """Return the declaration of the input."""
        return spec_of(self.key)


def doubted(scenario: Scenario) -> list[Doubted]:
    """Return everything in doubt in `scenario`, in the order of the panel.

    What has no effect is left out, and what is locked: whoever locks an input takes it as certain.
    """
    made: list[Doubted] = []
    for key in (*scenario.stated(), *(k for k in scenario.annotations if k not in SPECS)):
        spec = spec_of(key)
        if not spec.numeric or key in _FIXED or scenario.annotation(key).locked or scenario.inert(key):
            continue
        found = _stated(scenario, spec) or _default(scenario, spec)
        if found is not None and all(found.key != other.key for other in made[-1:]):
            made.append(found)
    stated = {found.key for found in made if found.origin == "stated"}
    unique = list({found.key: found for found in made}.values())
    if scenario.doubt.model:
        free = [found for found in model_error(scenario) if not scenario.annotation(found.key).locked]
        unique += [found for found in free if found.key not in stated]
    return unique


def _stated(scenario: Scenario, spec: Spec) -> Doubted | None:
    spread = scenario.annotation(spec.key).uncertainty
    if spread is None:
        return None
    source = scenario.annotation(spec.key).source
    basis = f"stated; source: {source}" if source else "stated"
    return Doubted(spec.key, spec.label, spread, "stated", "stated", basis, places(scenario, spec))


def places(scenario: Scenario, spec: Spec) -> tuple[tuple[int, float], ...]:
    """Return where the value of an input goes in the records of all tiers, and the factor to base units."""
    factor = 1.0 if spec.kind == "choice" else spec.encode(1.0)
    axis = Axis(spec.key, Axis.soft(spec.key, 2).values if spec.kind == "choice" else _PAIR, False)
    return tuple((position, factor) for position in axis.positions(scenario))


def _default(scenario: Scenario, spec: Spec) -> Doubted | None:
    """Return the doubt about an input of which none is stated; None for decisions and what is set aside.

    An input at 0 or at an end of its ranges is a mechanism switched off; whole numbers count things.
    """
    doubt = scenario.doubt
    if doubt.spread == "stated" or spec.kind != "number" or spec.role == "decision" or spec.whole:
        return None
    value = scenario.number(spec.key)
    group = split(spec.key)[1].partition(".")[0]
    if value in {0.0, spec.low, spec.high, spec.soft_low, spec.soft_high} or group == "correction":
        return None
    if doubt.model and group in _INSIDE_MODEL and split(spec.key)[1] not in _OUTSIDE:
        return None
    grade, why = _grade(scenario, spec)
    spread = _soft(spec) if doubt.spread == "soft" else by_source(scenario, spec, grade)
    if spread is None:
        return None
    basis = f"seen in sources: {spec.soft_text()}" if doubt.spread == "soft" else why
    origin = "soft" if doubt.spread == "soft" else "source"
    return Doubted(spec.key, spec.label, spread, origin, grade, basis, places(scenario, spec))


def _grade(scenario: Scenario, spec: Spec) -> tuple[str, str]:
    """Return the grade of an input's value and where it comes from."""
    noted = scenario.annotation(spec.key).source
    if noted:
        return "user", noted
    known = catalog.figure(scenario, spec.key)
    if known is not None:
        return known.grade, known.source
    text = spec.source.lower()
    if scenario.get(spec.key) != spec.default or not text:
        return "none", "no source is noted"
    if "guess" in text or "assumption" in text or "neutral" in text:
        return "guess", spec.source
    return ("memory" if "memory" in text or "[m]" in text else "sourced"), spec.source


def grade_of(scenario: Scenario, key: str) -> str:
    """Return the grade of the value of input `key`, one of `GRADE_WORDS`."""
    return _grade(scenario, spec_of(key))[0]


def by_source(scenario: Scenario, spec: Spec, grade: str) -> Uncertainty | None:
    """Return the range of an input's source, or the one that its grade stands for; None where there is none.

    A range in sources becomes a PERT about the value. A grade stands for a factor either way, no further
    than the input allows.
    """
    value = scenario.number(spec.key)
    known = catalog.figure(scenario, spec.key)
    if known is not None and known.low is not None and known.high is not None:
        low, high = max(min(known.low, value), spec.low), min(max(known.high, value), spec.high)
        return Uncertainty(low, high, "pert", value, True) if low < high else None
    factor = FACTORS[grade]
    ends = sorted((value / factor, value * factor))
    low, high = max(_short(ends[0]), spec.low), min(_short(ends[1]), spec.high)
    return Uncertainty(low, high) if low < high else None


def _short(value: float) -> float:
    return float(f"{value:.3g}")


def _soft(spec: Spec) -> Uncertainty | None:
    return Uncertainty(spec.soft_low, spec.soft_high) if spec.soft_low < spec.soft_high else None


def model_error(scenario: Scenario) -> Iterator[Doubted]:
    """Yield what the model itself may be wrong by, as measurements of such points tell it.

    Of a service of several tiers it is that of the widest, and moves all tiers together.
    """
    judged = _judged(scenario)
    for key, quantity, label in MODEL:
        found = judged[quantity]
        # Output per second falls as time rises; energy follows its factor.
        low, high = found.low, found.high
        if quantity == "throughput":
            low, high = 1.0 / found.high, 1.0 / found.low
        spread = Uncertainty(low, high, "lognormal")
        at = []
        for tier in range(1, TIERS + 1):
            own = scenario.number(key if tier == 1 else f"tier{tier}.{key}")
            at.append(((tier - 1) * WIDTH + POSITIONS[key], own))
        yield Doubted(key, label, spread, "model", "model", f"{found.grade}: {found.basis}", tuple(at))


def _judged(scenario: Scenario) -> dict[str, Judgement]:
    tiers = [scenario]
    if scenario.routed:
        reached = [n for n, reach in enumerate(scenario.flows.reach, 1) if reach > 0.0]
        tiers = [scenario.tier(number) for number in reached]
    points = tier_points(scenario) if scenario.routed else [point(scenario)]
    batches = [_batch(float(found.metrics["batch"][0])) for found in points]
    made: dict[str, Judgement] = {}
    for quantity in ("throughput", "energy"):
        judged = [judge(quantity, regime_of(t), b) for t, b in zip(tiers, batches, strict=False)]
        made[quantity] = max(judged, key=lambda each: each.high / each.low)
    return made


def _batch(value: float) -> int:
    return round(value) if math.isfinite(value) and value < 1e9 else 0


_PAIR = Axis.over("accelerator.rent", 1.0, 2.0, 2).values
