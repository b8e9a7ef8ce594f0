"""Write the kernel that computes by formula what follows from other figures of a service of several tiers.

Run `python -m resources.tools.build_formulas` after a change of a metric's formula or of its `across`.
"""

import ast
from pathlib import Path
from typing import Final

from engine.metrics import METRICS
from engine.units import YEAR

FILE: Final = Path(__file__).resolve().parents[2] / "engine" / "kernels" / "formulas.py"
#: What formulas name besides metrics and inputs.
CONSTANTS: Final = {"DAYS_PER_MONTH": 365.0 / 12.0, "SECONDS_PER_YEAR": YEAR}

_HEAD: Final = '''"""What formulas make of other figures of a service of several tiers.

Written by `python -m resources.tools.build_formulas` from the declarations; do not edit.
"""

import math

import numpy as np

from engine.jit import kernel


@kernel
def known(value: float) -> float:
    """Return `value`, NaN where it is not finite."""
    return value if math.isfinite(value) else math.nan


@kernel
def fill_formulas(p: np.void, m: np.void) -> None:
    """Fill in `m` what formulas make of its figures and of the inputs `p` that tiers share."""
    # fmt: off
'''


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


class _InRecords(ast.NodeTransformer):
    """Reads metrics from record `m`, inputs from record `p`, and constants as the numbers they are."""

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in METRICS:
            return ast.Attribute(ast.Name("m"), node.id)
        return ast.Constant(CONSTANTS[node.id])

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        group = node.value
        assert isinstance(group, ast.Name)
        return ast.Attribute(ast.Attribute(ast.Name("p"), group.id), node.attr)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return ast.Constant(float(str(node.value)))


def text() -> str:
    """Return the module."""
    made = (
        (key, ast.unparse(_InRecords().visit(ast.parse(METRICS[key].formula, mode="eval").body)))
        for key in in_order()
    )
    return _HEAD + "".join(f"    m.{key} = known({expression})\n" for key, expression in made)


def main() -> None:
    """Write the module."""
    FILE.write_text(text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
