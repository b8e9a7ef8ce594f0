"""Every input in pairs over all that is allowed, for every built-in scenario: does the model hold?

Run from the repository's root: `python tests/bench/soak.py [--minutes N] [--records N] [--only SCENARIO ...]
[--more N] [--seed N]`. Each number takes its ends, its plausible range, what the scenario has and `--more`
values between; each choice all its options. No figure may be infinite; none missing without a word that says
why; no cost, energy or time below zero; no share above one; percentiles in order; and prices and quantities
must move cost, revenue and availability the way economics says (`tests.pairs`). Some points are set again one
by one, as a user would, and must give the same figures and a text without an exception. A bounded run takes a
fair sample of the pairs; with `--only` what is known of other scenarios stays. Prints a closing line and
writes `tests/bench/results/soak.json`.
"""

import argparse
import itertools
import json
import math
import random
import re
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from engine import files  # noqa: E402
from engine.absent import why_absent  # noqa: E402
from engine.drivers import cause  # noqa: E402
from engine.explain import explain  # noqa: E402
from engine.metrics import METRICS  # noqa: E402
from engine.scenario import Scenario  # noqa: E402
from tests.pairs import KEYS, Batch, Found, as_scenario, batches, inspect, same  # noqa: E402

RESULTS = ROOT / "tests" / "bench" / "results" / "soak.json"
#: Of so many points one is set as a user would.
_EACH = 20_000
_EXPLAINED = 3
_PROGRESS = 10.0
_NO_NUMBER = re.compile(r"\b(?:nan|inf)\b", re.IGNORECASE)


class Run:
    """One scenario driven: what was found and how far it is."""

    def __init__(self, name: str, given: argparse.Namespace, until: float) -> None:
        self.name, self.given, self.until = name, given, until
        self.scenario: Scenario = files.load_builtin(name).scenario
        self.found = Found()
        self.pairs = self.records = self.set_again = 0
        self._told = time.monotonic()

    def go(self) -> None:
        """Drive all pairs, or as many as the bounds leave time for."""
        every = list(itertools.combinations(KEYS, 2))
        random.Random(f"{self.given.seed} {self.name}").shuffle(every)
        for batch in batches(self.scenario, every, more=self.given.more):
            self.pairs += len(batch.blocks)
            self.records += len(batch.made)
            inspect(batch, self.found)
            self._set_again(batch)
            if time.monotonic() > self.until or self.records >= self.given.records:
                return
            if time.monotonic() - self._told > _PROGRESS:
                self._told = time.monotonic()
                share = self.pairs / len(every)
                print(f"  {self.name}: {share:4.0%}, {sum(self.found.count.values())} findings", flush=True)

    def _set_again(self, batch: Batch) -> None:
        """Set one point of `batch` as a user would, and ask for all that the window tells of it."""
        rng = random.Random(f"{self.given.seed} {self.name} {self.pairs}")
        for _ in range(math.ceil(len(batch.made) / _EACH)):
            index = rng.randrange(len(batch.made))
            moved = batch.row(index)
            self.set_again += 1
            try:
                here, agrees = same(self.scenario, moved, batch.made[index])
                if not agrees:
                    self.found.note("a point set one by one has other figures", moved)
                changed = as_scenario(self.scenario, moved)
                stopped = cause(changed, here)
                told = [] if stopped is None else [stopped.text]
                for key in rng.sample(list(METRICS), _EXPLAINED):
                    told += [explain(here, changed, key).text, why_absent(changed, here, key)]
                if any(_NO_NUMBER.search(text) for text in told):
                    self.found.note("a text tells what is no number", moved)
            except Exception as error:  # what comes out is what is looked for
                self.found.note(f"{type(error).__name__}: {error}"[:200], moved)

    def told(self) -> dict[str, Any]:
        """Return the figures of the run so far."""
        findings = {kind: [many, self.found.first[kind]] for kind, many in self.found.count.items()}
        return {
            "pairs": self.pairs,
            "records": self.records,
            "set_again": self.set_again,
            "findings": findings,
        }


def _write(out: Path, told: dict[str, Any], given: argparse.Namespace) -> dict[str, Any]:
    made = {
        "scenarios_driven": len(told),
        **{what: sum(one[what] for one in told.values()) for what in ("pairs", "records", "set_again")},
        "kinds_of_finding": sum(len(one["findings"]) for one in told.values()),
        "inputs": len(KEYS),
        "more": given.more,
        "seed": given.seed,
        "scenarios": told,
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    return made


def _known(out: Path) -> dict[str, Any]:
    """Return by scenario what stands in `out`; nothing where there is no such file."""
    known: dict[str, Any] = json.loads(out.read_text("utf-8"))["scenarios"] if out.exists() else {}
    return known


def main() -> int:
    """Run it; return 1 where the model did not hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=math.inf, help="in all")
    parser.add_argument("--records", type=float, default=math.inf, help="of each scenario")
    parser.add_argument("--only", nargs="*", default=None)
    parser.add_argument("--more", type=int, default=0, help="values between, of each number")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=RESULTS)
    given = parser.parse_args()
    names = [name for name in files.builtin_names() if not given.only or name in given.only]
    start, told = time.monotonic(), _known(given.out) if given.only else {}
    for number, name in enumerate(names):
        left = given.minutes * 60.0 - (time.monotonic() - start)
        run = Run(name, given, time.monotonic() + left / (len(names) - number))
        run.go()
        told[name] = run.told()
        print(
            f"{name:<24}{run.pairs:>9,} pairs {run.records:>12,} points, "
            f"{len(run.found.count)} kinds of finding"
        )
        for kind, many in run.found.count.items():
            print(f"    {kind}: {many:,} points, first at {run.found.first[kind]}", flush=True)
        made = _write(given.out, told, given)
    print(
        f"soak: {made['records']:,} points over {made['pairs']:,} pairs of inputs, "
        f"{made['kinds_of_finding']} kinds of finding, {time.monotonic() - start:,.0f} s"
    )
    return 1 if made["kinds_of_finding"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
