"""How far the closed form is from the simulator: `python -m resources.tools.closed_form` writes the table.

Some minutes of one core. The tests compute a part of it anew.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from engine.evidence.closed_form import FIGURES
from engine.simulator.compare import LOADS, WORKLOADS, compare, goodput

OUT: Final = Path(__file__).resolve().parents[1] / "evidence" / "closed_form.json"
REQUESTS: Final = 150_000


def build(requests: int = REQUESTS) -> dict[str, object]:
    """Return the table: a row a workload and load, and goodput of each workload."""
    rows, goods = [], []
    for name in WORKLOADS:
        for load in LOADS:
            rows.append(compare(name, load, requests))
            print(_line(rows[-1]["off"], f"{name} {load}"), file=sys.stderr, flush=True)
        goods.append(goodput(name, requests))
        print(goods[-1], file=sys.stderr, flush=True)
    return {"requests": requests, "rows": rows, "goodput": goods}


def _line(off: dict[str, float], name: str) -> str:
    return f"{name:<18}" + "  ".join(f"{key} {off[key] * 100:+6.1f} %" for key in FIGURES)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table; a number of requests may be given."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    made = build(int(given[0]) if given else REQUESTS)
    OUT.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
