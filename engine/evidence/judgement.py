"""What the residuals say of one quantity in one regime: a band, a grade, a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from engine.evidence.regime import MODE_NOUNS, MODE_WORDS, SORT_WORDS, Regime
from engine.evidence.table import LEVELS, UNSEEN_LEVELS, Node, Residuals, key_of, shipped
from engine.parameters import SPECS

#: How well a prediction is known, best first; "exact" needs no evidence.
GRADES: Final = ("measured", "calibrated", "transferred", "spec sheet")
GRADE_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "measured": "this part was measured with such models and this precision",
        "calibrated": "parts of its family were measured",
        "transferred": "other parts of its maker were measured",
        "spec sheet": "nothing like it was measured",
        "exact": "arithmetic on inputs",
    }
)
QUANTITY_WORDS: Final = {
    "tpot": "TPOT", "ttft": "TTFT", "throughput": "output per second", "e2e": "end-to-end latency",
    "energy": "energy per token",
}  # fmt: skip
#: Measured ranges may be left by this factor before the grade falls.
REACH: Final = 1.25


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the evidence says.

    Attributes
    ----------
    low, high : float
        10th and 90th percentile of measured over predicted.
    error : float
        Median absolute error of the rows it rests on.
    grade : str
        One of `GRADES`.
    basis : str
        One sentence for a person.
    """

    low: float
    high: float
    error: float
    grade: str
    basis: str


#: Where no point of a part tells a latency, its output per second does: one is the other's inverse.
_INVERSE: Final = frozenset({"tpot", "e2e"})


@lru_cache(maxsize=1024)
def judge(quantity: str, regime: Regime, batch: int) -> Judgement:
    """Return what the shipped table says of `quantity` in `regime` with about `batch` sequences running."""
    table = shipped()
    found = judge_by(table[quantity], quantity, regime, float(batch))
    if quantity not in _INVERSE or GRADES.index(found.grade) < GRADES.index("transferred"):
        return found
    other = judge_by(table["throughput"], "throughput", regime, float(batch))
    if GRADES.index(other.grade) >= GRADES.index(found.grade):
        return found
    grade = GRADES[max(GRADES.index(other.grade), GRADES.index("calibrated"))]
    return Judgement(1.0 / other.high, 1.0 / other.low, other.error, grade, other.basis)


def judge_by(table: Residuals, quantity: str, regime: Regime, batch: float) -> Judgement:
    """Return what `table` says of `quantity` in `regime` with `batch` sequences running.

    Measured where part, class of model and precision were; calibrated where the part was otherwise, or
    its family. Beyond the ranges measured the grade is one lower and the band at least as wide as the
    lower grade's.
    """
    what = QUANTITY_WORDS[quantity]
    own, narrow, loaded, part, family = (table.nodes.get(key_of(level, regime)) for level in LEVELS[:5])
    kin = loaded or part or family
    if regime.known and narrow is not None:
        node = own or narrow
        beyond = _beyond(narrow, regime, batch)
        if not beyond:
            by = f" by {regime.engine_label}" if own is not None else ""
            text = f"{_count(node, regime)} of {regime.label} with {_served(regime)}{by}"
            return _made(node, (node,), "measured", f"{text}: {_error(node, what)}")
        wide = family or node
        text = f"{_count(wide)} of {_kin(regime)} parts: {_error(wide, what)}; {beyond}"
        return _made(wide, (node, wide), "calibrated", text)
    if regime.known and kin is not None:
        beyond = _beyond(kin, regime, batch)
        if beyond:
            return _transferred(table, regime, what, beyond, kin)
        whose = f"{_kin(regime)} parts" if kin is family else regime.label
        lack = f"none of {regime.label}" if kin is family else f"none {_lacking(regime, loaded)}"
        count = _count(kin, regime if kin is loaded else None)
        return _made(
            kin, (kin, family or kin), "calibrated", f"{count} of {whose}: {_error(kin, what)}; {lack}"
        )
    if regime.own or not _maker_measured(table, regime):
        why = "a part of your own" if regime.own else f"{regime.label} is known by its data sheet only"
        return _sheet(table, what, why)
    if kin is not None:
        return _transferred(
            table, regime, what, f"figures of {regime.label} differ from the catalogue's", kin
        )
    return _transferred(table, regime, what, f"none of {regime.label} or its family", None)


def _lacking(regime: Regime, loaded: Node | None) -> str:
    return f"with {_served(regime)}" if loaded is not None else f"in {MODE_NOUNS[regime.mode]}"


def _made(told: Node, held: tuple[Node, ...], grade: str, basis: str) -> Judgement:
    low, high = min(node.low for node in held), max(node.high for node in held)
    return Judgement(low, high, told.error, grade, basis)


def _transferred(table: Residuals, regime: Regime, what: str, why: str, kin: Node | None) -> Judgement:
    keys = (key_of(level, regime) for level in UNSEEN_LEVELS)
    node = next(table.unseen[key] for key in keys if key in table.unseen)
    text = f"{_count(node)} of parts predicted as if never measured: {_error(node, what)}; {why}"
    return _made(node, (node,) if kin is None else (node, kin), "transferred", text)


def _sheet(table: Residuals, what: str, why: str) -> Judgement:
    node = table.sheet
    if node.rows == 0:
        return _made(
            node, (node,), "spec sheet", f"no measured point tells {what}: a factor of two either way"
        )
    text = f"{_count(node)} of other parts predicted from data sheets: {_error(node, what)}; {why}"
    return _made(node, (node,), "spec sheet", text)


def _maker_measured(table: Residuals, regime: Regime) -> bool:
    return bool(regime.family) and any(k.startswith(f"vendor={regime.vendor}|") for k in table.unseen)


def _kin(regime: Regime) -> str:
    return regime.family or regime.label


def _served(regime: Regime) -> str:
    return f"{SORT_WORDS[regime.sort]} in {precision_label(regime.precision)}"


def _beyond(node: Node, regime: Regime, batch: float) -> str:
    """Return how the scenario leaves what was measured; empty where it does not."""
    if regime.context > REACH * node.context[1]:
        return f"{_round(regime.context)} tokens of context are beyond the {_round(node.context[1])} measured"
    if batch > REACH * node.batch[1]:
        return f"a batch of {_round(batch)} is beyond the {_round(node.batch[1])} measured"
    if regime.devices > REACH * node.devices[1]:
        most = _round(node.devices[1])
        return f"{_round(regime.devices)} accelerators a replica are beyond the {most} measured"
    return ""


def precision_label(ident: str) -> str:
    """Return the name of a precision on screen."""
    return next((o.label for o in SPECS["precision.weights"].options if o.id == ident), ident.upper())


def _count(node: Node, regime: Regime | None = None) -> str:
    kind = "measured" if regime is None else MODE_WORDS[regime.mode]
    return f"{node.rows:,} {kind} point{'' if node.rows == 1 else 's'}"


def _error(node: Node, what: str) -> str:
    percent = 100.0 * node.error
    return (
        f"median error of {what} {percent:.0f} %"
        if percent >= 9.5
        else f"median error of {what} {percent:.1f} %"
    )


def _round(value: float) -> str:
    return f"{float(f'{value:.2g}'):,.0f}"
