"""Why a figure is what it is: a metric taken apart into its formula, its parts and their sources.

A node with a formula equals that formula of its children; `recompute` does the sum. Metrics that
only a kernel can compute list what they depend on instead.
"""

import ast
import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from engine.drivers.point import Point, point
from engine.errors import ParameterError
from engine.evidence import EXACT, Band, bands
from engine.formatting import MINUS, NOTHING
from engine.identities import CONSTANTS, depends, identity
from engine.metrics import METRICS
from engine.scenario import Scenario, spec_of
from engine.tier_identities import across_identity, serving
from engine.tier_keys import join, split
from engine.wording import format_value, of_tier, word

Kind = Literal["metric", "input", "constant"]
#: (source, grade) of an input, where the catalogue knows them.
Provenance = Callable[[str], tuple[str, str]]

_MOST_EXPRESSIONS: Final = 4096
_DEEPEST: Final = 9


@dataclass(frozen=True, slots=True)
class Explanation:
    """One node of the tree.

    Attributes
    ----------
    key, label, kind, doc
    value : float
        Base units; the code of a choice.
    text : str
        The value with its unit.
    expression : str
        The formula over the children's keys, base units; empty for a leaf or a metric of a kernel.
    formula, numbers : str
        The formula in words, and with the children's figures put in.
    source, grade : str
        Where an input's value comes from; what a metric's band rests on.
    band : str
        What a predicted metric may really be, as "$3.73 to $8.24".
    caution : str
        What else to know before the figure is used.
    children : tuple of Explanation
        Terms of the formula, or what the kernel's figure depends on.
    tier : int
        The tier whose figure it is; 0 for the service, and for inputs that tiers share.
    """

    key: str
    label: str
    kind: Kind
    value: float
    text: str
    doc: str = ""
    expression: str = ""
    formula: str = ""
    numbers: str = ""
    source: str = ""
    grade: str = ""
    band: str = ""
    caution: str = ""
    children: tuple["Explanation", ...] = ()
    tier: int = 0

    @property
    def input_key(self) -> str:
        """Return the key of an input in the scenario as a whole, `tier2.accelerator.rent`."""
        return join(self.tier, split(self.key)[1])


def explain(
    here: Point,
    scenario: Scenario,
    key: str,
    provenance: Provenance | None = None,
    spread: Mapping[str, Band] | None = None,
) -> Explanation:
    """Return how metric or input `key` of `scenario`, evaluated as `here`, comes about.

    `spread` holds the bands of its metrics. Figures of a service of several tiers are made from theirs.

    Raises `ParameterError` for a key that is neither.
    """
    maker = _Maker(here, scenario, provenance, spread or {})
    if key in METRICS:
        return maker.metric(key, ())
    try:
        return maker.input(key)
    except ParameterError:
        raise ParameterError(key, f"{key} is neither a metric nor a parameter") from None


def explain_all(here: Point, scenario: Scenario) -> dict[str, Explanation]:
    """Return by key how each metric of `scenario`, evaluated as `here`, comes about; parts are shared."""
    maker = _Maker(here, scenario, None, {})
    return {key: maker.metric(key, ()) for key in METRICS}


def joined(node: Explanation, expression: str, children: tuple[Explanation, ...]) -> Explanation:
    """Return `node` as the sum `expression` of `children`, in words and with their figures put in."""
    tree = _parse(expression)
    return replace(
        node,
        expression=expression,
        formula=_render(tree, {child.key: child.label for child in children}),
        numbers=_render(tree, {child.key: child.text for child in children}),
        children=children,
    )


def worded(expression: str) -> str:
    """Return an expression over metrics, inputs and constants in words, as a reference tells it."""
    labels = {}
    for key in names(expression):
        tier, plain = split(key)
        if key in CONSTANTS:
            labels[key] = word(CONSTANTS[key][1])
        elif plain in METRICS:
            labels[key] = of_tier(METRICS[plain].label, tier) if tier > 1 else METRICS[plain].label
        else:
            labels[key] = spec_of(key).label
    return _render(_parse(expression), labels)


def recompute(node: Explanation) -> float:
    """Return the formula of `node` worked out over its children's values, base units."""
    return _evaluate(_parse(node.expression), {child.key: child.value for child in node.children})


def worked_out(expression: str, values: Mapping[str, float]) -> float:
    """Return `expression` over `values` by key, base units."""
    return _evaluate(_parse(expression), values)


@lru_cache(_MOST_EXPRESSIONS)
def names(expression: str) -> tuple[str, ...]:
    """Return the keys an expression mentions, in order, each once."""
    found: dict[str, None] = {}
    for node in _walk(_parse(expression)):
        if isinstance(node, (ast.Name, ast.Attribute)):
            found[_key(node)] = None
    return tuple(found)


class _Maker:
    """Builds the tree of one point: of a service, or of one of its tiers."""

    def __init__(
        self,
        here: Point,
        scenario: Scenario,
        provenance: Provenance | None,
        spread: Mapping[str, Band],
        tier: int = 0,
    ) -> None:
        self._spread = spread
        self._point = here
        self._scenario = scenario
        self._provenance = provenance
        self._tier = tier
        self._tiers: dict[int, _Maker] = {}
        # Trees that no path has cut short, with the metrics in them and how deep they are.
        self._whole: dict[str, tuple[Explanation, frozenset[str], int]] = {}
        self._inputs: dict[str, Explanation] = {}
        # What is said of a metric itself, its formula included, is the same on every path.
        self._heads: dict[str, Explanation] = {}
        self._joined: dict[str, Explanation] = {}
        self._named: dict[str, tuple[Explanation, Explanation]] = {}

    def node(self, key: str, path: tuple[str, ...]) -> Explanation:
        if key in CONSTANTS:
            value, label, text = CONSTANTS[key]
            return Explanation(key, word(label), "constant", value, word(text))
        tier, plain = split(key)
        if plain in METRICS and plain != key:
            return self._of_tier(tier, plain, path)
        if key in METRICS:
            return self.metric(key, path)
        known = self._inputs.get(key)
        if known is None:
            known = self._inputs[key] = self.input(key)
        return known

    def metric(self, key: str, path: tuple[str, ...]) -> Explanation:
        known = self._whole.get(key)
        if known is not None and len(path) + known[2] <= _DEEPEST and known[1].isdisjoint(path):
            return known[0]
        told = self._told(key)
        if key in path or len(path) > _DEEPEST:
            return told
        made = self._made(told, (*path, key)) if math.isfinite(told.value) else told
        self._keep(made)
        return made

    def _keep(self, made: Explanation) -> None:
        """Remember the tree `made`, which is shared wherever it comes again, unless a path cut it short."""
        held, depth = {made.key}, 0
        for child in made.children:
            if child.kind == "metric":
                tier, plain = split(child.key)
                own = plain == child.key
                known = (self if own else self._maker(tier))._whole.get(plain)
                if known is None or known[0].children is not child.children:
                    return
                held |= known[1] if own else set()
                depth = max(depth, known[2] + 1)
        self._whole[made.key] = (made, frozenset(held), depth)

    def _told(self, key: str) -> Explanation:
        known = self._heads.get(key)
        if known is None:
            metric = METRICS[key]
            value = self._point.base(key)
            text = format_value(value, metric, full=True)
            told = Explanation(key, metric.label, "metric", value, text, metric.doc, tier=self._tier)
            known = self._heads[key] = self._banded(told)
        return known

    def _made(self, told: Explanation, inside: tuple[str, ...]) -> Explanation:
        key = told.key
        expression = self._expression(key)
        if not expression:
            parts = tuple(self.node(name, inside) for name in self._depends(key))
            return replace(told, children=parts)
        parts = tuple(self.node(name, inside) for name in names(expression))
        known = self._joined.get(key)
        if known is None:
            known = self._joined[key] = joined(told, expression, parts)
        return known if known.children is parts else replace(known, children=parts)

    def _expression(self, key: str) -> str:
        metric, scenario = METRICS[key], self._scenario
        if scenario.routed and metric.across != "formula":
            made = across_identity(key, scenario, self._good)
            if made or metric.across != "service":
                return made
        return metric.formula or identity(key, scenario)

    def _good(self, tier: int) -> float:
        return self._maker(tier)._point.base("quality")

    def _depends(self, key: str) -> tuple[str, ...]:
        if self._scenario.routed and METRICS[key].across in {"worst", "most", "mixture"}:
            return tuple(f"tier{tier}.{key}" for tier in serving(self._scenario))
        return depends(key)

    def _of_tier(self, tier: int, key: str, path: tuple[str, ...]) -> Explanation:
        """Return the tree of metric `key` of a tier by itself, under the name it has in the service's."""
        # As deep as before, but the same metric may come again.
        made = self._maker(tier).metric(key, tuple(f"^{name}" for name in path))
        name = f"tier{tier}.{key}"
        known = self._named.get(name)
        if known is None or known[0] is not made:
            known = made, replace(made, key=name, label=of_tier(made.label, tier))
            self._named[name] = known
        return known[1]

    def _maker(self, tier: int) -> "_Maker":
        maker = self._tiers.get(tier)
        if maker is None:
            own = self._scenario.tier(tier)
            here, told = point(own), self._provenance
            known = (lambda name: told(join(tier, name))) if told is not None else None
            maker = self._tiers[tier] = _Maker(here, own, known, bands(own, here), tier)
        return maker

    def _banded(self, told: Explanation) -> Explanation:
        band = self._spread.get(told.key)
        if band is None or band.grade == EXACT:
            return told
        metric = METRICS[told.key]
        ends = word(" to ").join(format_value(end, metric) for end in (band.low, band.high))
        return replace(told, band=ends, grade=band.grade, source=band.basis)

    def input(self, key: str) -> Explanation:
        spec = spec_of(key)
        value = self._scenario.get(key)
        note = self._scenario.annotation(key)
        source, grade = self._provenance(key) if self._provenance is not None else ("", "")
        shared = split(join(2, key))[0] == 1
        return Explanation(
            key,
            spec.label,
            "input",
            spec.encode(value) if spec.numeric else math.nan,
            format_value(value, spec, full=True) or NOTHING,
            spec.doc,
            source=note.source or source or spec.source,
            grade="" if note.source else grade,
            tier=split(key)[0] if split(key)[0] > 1 else 0 if shared else self._tier,
        )


# -- expressions -----------------------------------------------------------------------------

_OPERATORS: Final[Mapping[type[ast.operator], tuple[str, int, Callable[[float, float], float]]]] = {
    ast.Add: (" + ", 1, operator.add),
    ast.Sub: (f" {MINUS} ", 1, operator.sub),
    ast.Mult: (" × ", 2, operator.mul),
    ast.Div: (" ÷ ", 2, operator.truediv),
    ast.Pow: (" ^ ", 3, operator.pow),
}


@lru_cache(_MOST_EXPRESSIONS)
def _parse(expression: str) -> ast.expr:
    return ast.parse(expression, mode="eval").body


def _walk(node: ast.expr) -> list[ast.expr]:
    """Return the leaves of `node` from left to right."""
    if isinstance(node, ast.BinOp):
        return _walk(node.left) + _walk(node.right)
    return [node]


def _key(node: ast.Name | ast.Attribute) -> str:
    # What `ast.unparse` says, fifty times as fast.
    if isinstance(node, ast.Name):
        return node.id
    assert isinstance(node.value, ast.Name | ast.Attribute)
    return f"{_key(node.value)}.{node.attr}"


def _evaluate(node: ast.expr, values: Mapping[str, float]) -> float:
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)][2](_evaluate(left, values), _evaluate(right, values))
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name() | ast.Attribute():
            return values[_key(node)]
    raise ValueError(ast.dump(node))


def _render(node: ast.expr, texts: Mapping[str, str], around: int = 0) -> str:
    """Return an expression for reading, in parentheses where `around` binds tighter."""
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            sign, strength, _ = _OPERATORS[type(op)]
            tighter = strength + (type(op) in {ast.Sub, ast.Div, ast.Pow})
            text = _render(left, texts, strength) + sign + _render(right, texts, tighter)
            return f"({text})" if strength < around else text
        case ast.Constant(value=number):
            return f"{number:g}" if isinstance(number, (int, float)) else str(number)
        case ast.Name() | ast.Attribute():
            return texts[_key(node)]
    raise ValueError(ast.dump(node))
