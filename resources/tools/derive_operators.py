"""Derive what operators reach of the peaks from published kernel timings, and score the forms.

    python -m resources.tools.derive_operators TABLES

TABLES is the folder of operator tables of the reference library. Writes `operators.json` beside this
file, which `resources.tools.build_catalog` reads, and `docs/operators.md` with the errors of the forms
before and after. Needs SciPy.

The timings are those of aiconfigurator-core 0.12.0 (NVIDIA, Apache-2.0), of InferSim's H800 (Alibaba,
Apache-2.0) and of DeepEP as aiconfigurator lists them; derived constants ship, the rows do not.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from resources.tools.operators import attention, experts, gemm, links
from resources.tools.operators.tables import Found, Score

CONSTANTS: Final = Path(__file__).resolve().parent / "operators.json"
REPORT: Final = Path(__file__).resolve().parents[2] / "docs" / "operators.md"
_HEAD: Final = """# Operators against their timings

Absolute relative error of the closed forms against published kernel timings, median / 90th percentile,
before the forms were refined and after. One set of constants per accelerator family serves all
engines, so that their spread is part of the error. Written by `python -m resources.tools.derive_operators`.

| operator | family | precision | rows | before | after |
|---|---|---|---:|---:|---:|
"""


def derive(folder: Path) -> tuple[list[Found], list[Score]]:
    """Return all constants and scores from the tables in `folder`."""
    parts = [module.derive(folder) for module in (gemm, attention, experts, links)]
    return [one for part in parts for one in part.found], [one for part in parts for one in part.scores]


def constants(found: Sequence[Found]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return constants by family and name; of two sources the later one stays."""
    families: dict[str, dict[str, dict[str, Any]]] = {}
    for one in found:
        most = 1.0 if one.value <= 1.0 else one.high
        digits = 0 if one.value >= 100.0 else 2 if one.value < 1.0 else 1
        families.setdefault(one.family, {})[one.name] = {
            "value": round(one.value, digits),
            "low": round(min(one.low, one.value), digits),
            "high": round(max(min(one.high, most), one.value), digits),
            "rows": one.rows,
            "what": one.what,
        }
    return families


def report(scores: Sequence[Score]) -> str:
    """Return the table of errors."""
    lines = [
        f"| {s.operator} | {s.family} | {s.precision} | {s.rows} | {_pair(s.before)} | {_pair(s.after)} |"
        for s in sorted(scores, key=lambda s: (s.operator.split(",")[0], s.family, s.precision))
    ]
    return _HEAD + "\n".join(lines) + "\n"


def _pair(errors: tuple[float, float]) -> str:
    return f"{100 * errors[0]:.0f} / {100 * errors[1]:.0f} %"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tables", type=Path, help="folder of operator tables")
    found, scores = derive(parser.parse_args(arguments).tables)
    CONSTANTS.write_text(json.dumps(constants(found), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(scores), encoding="utf-8")
    print(f"{len(found)} constants, {len(scores)} scores")


if __name__ == "__main__":
    main()
