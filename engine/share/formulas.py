"""Metrics as formulas of a sheet: which of them a scenario's own figures recompute, and how they are written.

A formula is taken only where it gives the engine's figure from the other figures, so that a cell that is
live is also right; what only a kernel computes stays a number.
"""

import ast
import math
from collections.abc import Callable, Mapping
from typing import Final

from engine.drivers import Point
from engine.errors import ParameterError
from engine.explain import names, worked_out
from engine.identities import CONSTANTS, identity
from engine.metrics import METRICS
from engine.scenario import Scenario, spec_of

#: How near a formula must come to the engine's figure, relatively.
CLOSE: Final = 1e-9
_SIGNS: Final[Mapping[type[ast.operator], tuple[str, int]]] = {
    ast.Add: ("+", 1),
    ast.Sub: ("-", 1),
    ast.Mult: ("*", 2),
    ast.Div: ("/", 2),
    ast.Pow: ("^", 3),
}


def live(scenario: Scenario, here: Point) -> dict[str, str]:
    """Return the expression of each metric that can be live, base units; together they go in no circle."""
    made: dict[str, str] = {}
    for own in (True, False):
        for key, metric in METRICS.items():
            if key in made or not math.isfinite(here.base(key)):
                continue
            if scenario.routed and metric.across != "formula":
                continue
            expression = metric.formula if own else identity(key, scenario)
            if (
                expression
                and _right(expression, key, scenario, here)
                and not _circular(key, expression, made)
            ):
                made[key] = expression
    return made


def figure(name: str, scenario: Scenario, here: Point) -> float:
    """Return what `name` of a formula stands for, base units; NaN for what has no number."""
    if name in CONSTANTS:
        return CONSTANTS[name][0]
    if name in METRICS:
        return here.base(name)
    try:
        spec = spec_of(name)
    except ParameterError:
        return math.nan
    return spec.encode(scenario.get(name)) if spec.kind == "number" else math.nan


def _right(expression: str, key: str, scenario: Scenario, here: Point) -> bool:
    values = {name: figure(name, scenario, here) for name in names(expression)}
    if not all(math.isfinite(value) for value in values.values()):
        return False
    try:
        found, told = worked_out(expression, values), here.base(key)
    except (ZeroDivisionError, OverflowError, ValueError):
        return False
    return not isinstance(found, complex) and math.isclose(found, told, rel_tol=CLOSE, abs_tol=1e-300)


def _circular(key: str, expression: str, made: Mapping[str, str]) -> bool:
    """Return whether `expression` of `key` would rest on `key` itself."""
    waiting, seen = list(names(expression)), set()
    while waiting:
        name = waiting.pop()
        if name == key:
            return True
        if name in made and name not in seen:
            seen.add(name)
            waiting += names(made[name])
    return False


def written(expression: str, cell: Callable[[str], str]) -> str:
    """Return `expression` as a sheet's formula without its equals sign; `cell` names the cell of each key."""
    return _written(ast.parse(expression, mode="eval").body, cell, 0)


def _written(node: ast.expr, cell: Callable[[str], str], around: int) -> str:
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            sign, strength = _SIGNS[type(op)]
            # Sheets read powers from the left, Python from the right: both sides are kept apart.
            power = type(op) is ast.Pow
            tighter = strength + (type(op) in {ast.Sub, ast.Div, ast.Pow})
            text = _written(left, cell, strength + power) + sign + _written(right, cell, tighter)
            return f"({text})" if strength < around else text
        case ast.Constant(value=int() | float() as number):
            return repr(number)
        case ast.Name() | ast.Attribute():
            return cell(ast.unparse(node))
    raise ValueError(ast.dump(node))
