"""How metrics of tiers make those of the service, as tables that a kernel walks through.

Made once from the declarations: for each linear way a row of weights, for each "formula" a few steps of a
stack machine. Records cannot be looped over in compiled code, but the same memory as numbers can.
"""

import ast
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.metrics import METRICS
from engine.parameters import POSITIONS
from engine.units import YEAR

#: Rows of weights, by way of `Metric.across`.
SUM, REQUESTS, ANSWERS, REPLICAS, ACCELERATORS, VISITS, DEMAND = range(7)
ROWS: Final = 7
_ROW: Final = {
    "sum": SUM, "requests": REQUESTS, "outputs": REQUESTS, "answers": ANSWERS, "replicas": REPLICAS,
    "accelerators": ACCELERATORS, "visits": VISITS, "cost": VISITS, "demand": DEMAND,
}  # fmt: skip
#: Steps of the stack machine.
METRIC, INPUT, NUMBER, ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, STORE = range(9)
#: Deepest stack there is room for.
DEPTH: Final = 16
#: What formulas name besides metrics and inputs.
CONSTANTS: Final = {"DAYS_PER_MONTH": 365.0 / 12.0, "SECONDS_PER_YEAR": YEAR}

_PLACE: Final = {key: place for place, key in enumerate(METRICS)}
_OPERATORS: Final = {
    ast.Add: ADD, ast.Sub: SUBTRACT, ast.Mult: MULTIPLY, ast.Div: DIVIDE, ast.Pow: POWER,
}  # fmt: skip
_STATISTICS: Final = ("p50", "p95", "p99")


def _places(*ways: str) -> NDArray[np.int64]:
    found = [_PLACE[key] for key, metric in METRICS.items() if metric.across in ways]
    return np.array(found, np.int64)


def _families() -> NDArray[np.int64]:
    """Return the places of p50, p95 and p99 of every latency, shape (n, 3)."""
    mixed = [key for key, metric in METRICS.items() if metric.across == "mixture"]
    stems = [key.removesuffix("_p50") for key in mixed if key.endswith("_p50")]
    return np.array([[_PLACE[f"{stem}_{which}"] for which in _STATISTICS] for stem in stems], np.int64)


def names(expression: str) -> list[str]:
    """Return the metrics, inputs and constants an expression names."""
    nodes = [
        node
        for node in ast.walk(ast.parse(expression, mode="eval"))
        if isinstance(node, (ast.Name, ast.Attribute))
    ]
    inner = {id(node.value) for node in nodes if isinstance(node, ast.Attribute)}
    return [ast.unparse(node) for node in nodes if id(node) not in inner]


def in_order() -> list[str]:
    """Return the metrics computed by their formula, each behind those it needs."""
    wanted = {key for key, metric in METRICS.items() if metric.across == "formula"}
    order: dict[str, None] = {}

    def visit(key: str) -> None:
        if key in wanted and key not in order:
            for name in names(METRICS[key].formula):
                visit(name)
            order[key] = None

    for key in METRICS:
        visit(key)
    return list(order)


def _steps(node: ast.expr) -> Iterator[tuple[int, int | float]]:
    """Yield the steps that leave the value of `node` on the stack."""
    if isinstance(node, ast.BinOp):
        yield from _steps(node.left)
        yield from _steps(node.right)
        yield _OPERATORS[type(node.op)], 0
    elif isinstance(node, ast.Constant):
        yield NUMBER, float(str(node.value))
    else:
        name = ast.unparse(node)
        if name in CONSTANTS:
            yield NUMBER, CONSTANTS[name]
        else:
            yield (METRIC, _PLACE[name]) if name in _PLACE else (INPUT, POSITIONS[name])


def _program() -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    steps: list[tuple[int, int | float]] = []
    for key in in_order():
        steps += [*_steps(ast.parse(METRICS[key].formula, mode="eval").body), (STORE, _PLACE[key])]
    codes = [(op, 0 if op == NUMBER else int(at)) for op, at in steps]
    return np.array(codes, np.int64), np.array([float(at) for _, at in steps])


_WEIGHT_OF: Final = np.array([_ROW.get(metric.across, SUM) for metric in METRICS.values()], np.int64)
#: Places of the metrics of each row of weights, row after row, and where each row's begin; metrics of no
#: linear way take the first, and are set afterwards.
PLACES: Final = np.argsort(_WEIGHT_OF, kind="stable")
BOUNDS: Final = np.searchsorted(_WEIGHT_OF[PLACES], np.arange(ROWS + 1))
#: Places of metrics whose tiers do not add up, by way.
LARGEST: Final = np.array([p for p in _places("worst") if list(METRICS.values())[p].better <= 0], np.int64)
LEAST: Final = np.array([p for p in _places("worst") if list(METRICS.values())[p].better > 0], np.int64)
MOST: Final = _places("most")
COSTS: Final = _places("cost")
FAMILIES: Final = _families()
STEPS, NUMBERS = _program()
