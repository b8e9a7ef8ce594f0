"""A long run of fuzzing: a million inputs by default, coverage-guided, by mutation and by grammar.

Run from the repository's root: `python tests/bench/fuzz.py [--inputs N] [--only TARGET ...] [--seed N]
[--rest]`. Each target runs in a process of its own. Three quarters of its inputs are made by atheris, which
follows the lines reached (where it is installed: the extra `fuzz`), the rest by mutation and by hypothesis's
grammars. A fault is kept in `tests/fuzz/cases/TARGET`, one input for each place it comes from; the run goes
on. Prints a closing line and writes `tests/bench/results/fuzz.json`; with `--rest` what stands there of
targets that had all their inputs without a fault is kept, and the others run.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import resource
import subprocess
import sys
import time
import traceback
import types
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
RESULTS = ROOT / "tests" / "bench" / "results" / "fuzz.json"
GUIDED = 0.75
GRAMMAR = 0.03
CODE = ("engine.files", "engine.model_config", "engine.validation", "engine.quantities", "engine.doubt.entry",
        "engine.command_inputs", "engine.library", "engine.row_filter", "engine.sweep_plan",
        "engine.simulator.trace", "engine.scenario", "engine.specs", "engine.parts", "gui.settings",
        "gui.settings_file", "gui.settings_kept", "gui.placing")  # fmt: skip


class Run:
    """Counts inputs, keeps each sort of fault once, and the slowest input."""

    def __init__(self, name: str) -> None:
        from tests.fuzz.targets import PATIENCE, TARGETS

        self.target, self._patience = TARGETS[name], PATIENCE
        self.count = {"guided": 0, "mutated": 0, "grammar": 0}
        self.faults: dict[str, str] = {}
        self.slowest = 0.0
        self.way = "mutated"
        # What compiles on first use is not to count as slow.
        for seed in self.target.seeds():
            self.target.run(seed)

    def one(self, data: bytes) -> None:
        """Run one input."""
        self.count[self.way] += 1
        # Of this process alone: what else a machine does makes no input slow.
        start = time.process_time()
        try:
            self.target.run(data)
        except Exception as error:  # what else comes out is what is looked for
            self._keep(data, _place(error), "".join(traceback.format_exception_only(error)).strip())
        passed = time.process_time() - start
        if passed > self.slowest:
            self.slowest = passed
            if passed > self._patience:
                self._keep(data, f"slow {round(passed)} s", f"took {passed:.1f} s")

    def _keep(self, data: bytes, place: str, told: str) -> None:
        if place in self.faults:
            return
        self.faults[place] = told[:300]
        folder = ROOT / "tests" / "fuzz" / "cases" / self.target.name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)

    def told(self) -> dict[str, Any]:
        """Return the figures of the run so far."""
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told = {"inputs": sum(self.count.values()), **self.count, "slowest_s": round(self.slowest, 2)}
        return {**told, "peak_mb": round(most), "faults": self.faults}


def _place(error: BaseException) -> str:
    """Return what tells one sort of fault from another: its type and the innermost line of ours."""
    ours = [f for f in traceback.extract_tb(error.__traceback__) if str(ROOT) in f.filename]
    where = f"{Path(ours[-1].filename).relative_to(ROOT)}:{ours[-1].name}" if ours else "elsewhere"
    return f"{type(error).__name__} in {where}"


def _mutated(run: Run, count: int, seed: int) -> None:
    from tests.fuzz import seeds
    from tests.fuzz.mutate import mutated

    rng = Random(f"{run.target.name} {seed}")
    origins = [*run.target.seeds(), *seeds.kept(run.target.name)]
    for origin in origins[:count]:
        run.one(origin)
    pool = list(origins)
    for _ in range(count - len(origins)):
        data = mutated(rng.choice(pool), run.target.sort, rng)
        run.one(data)
        # Some go on from what was made, so that inputs wander.
        if rng.random() < 0.02:
            pool[len(origins) :] = [*pool[len(origins) + (len(pool) > 400) :], data]


def _grammar(run: Run, count: int, seed: int) -> None:
    import hypothesis

    from tests.fuzz.strategies import inputs

    run.way = "grammar"
    left = count
    while left > 0:
        # More at a time makes hypothesis slow: it remembers all that it tried.
        some = min(left, 2_000)
        before = run.count["grammar"]

        @hypothesis.seed(seed + left)
        @hypothesis.settings(
            max_examples=some, database=None, deadline=None, phases=[hypothesis.Phase.generate],
            suppress_health_check=list(hypothesis.HealthCheck),
        )  # fmt: skip
        @hypothesis.given(inputs(run.target))
        def each(data: bytes) -> None:
            run.one(data)

        each()
        left -= max(1, run.count["grammar"] - before)


def _instrument(change: Any) -> None:
    """Have every function of the readers tell the lines it reaches; compiled code is left alone."""
    for module in [one for key, one in sys.modules.items() if key.startswith(CODE)]:
        held = [module, *(one for one in vars(module).values() if isinstance(one, type))]
        for holder in held:
            for one in list(vars(holder).values()):
                function = getattr(one, "__func__", one)
                if isinstance(function, types.FunctionType) and function.__module__ == module.__name__:
                    change(function)


def _guided(name: str, count: int, seed: int, out: Path) -> None:
    """Let atheris make `count` inputs; it ends the process, so figures go out before."""
    import atheris

    run = Run(name)
    _instrument(atheris.instrument_func)
    run.way = "guided"
    from tests.fuzz import seeds
    from tests.fuzz.mutate import mutated

    folder = out.with_suffix(".seeds")
    folder.mkdir(exist_ok=True)
    for i, data in enumerate([*run.target.seeds(), *seeds.kept(name)]):
        (folder / str(i)).write_bytes(data)

    def change(data: bytes, most: int, number: int) -> bytes:
        rng = Random(number)
        made = mutated(data, run.target.sort, rng) if rng.random() < 0.6 else atheris.Mutate(data, most)
        return bytes(made[:most])

    def each(data: bytes) -> None:
        run.one(data)
        if run.count["guided"] >= count:
            out.write_text(json.dumps(run.told()), "utf-8")
            os._exit(0)

    options = [
        f"-seed={seed}",
        "-max_len=60000",
        "-rss_limit_mb=4096",
        "-timeout=3600",
        "-report_slow_units=3600",
        "-verbosity=0",
        "-print_final_stats=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(folder)], each, custom_mutator=change)
    atheris.Fuzz()


def _child(name: str, way: str, count: int, seed: int, out: Path) -> None:
    if way == "guided":
        _guided(name, count, seed, out)
        return
    run = Run(name)
    drawn = (
        round(count * GRAMMAR / (1.0 - GUIDED))
        if importlib.util.find_spec("atheris")
        else round(count * GRAMMAR)
    )
    _mutated(run, count - drawn, seed)
    _grammar(run, drawn, seed)
    out.write_text(json.dumps(run.told()), "utf-8")


def _all_of(name: str, inputs: int, seed: int, folder: Path) -> dict[str, Any]:
    """Run all inputs of one target in processes of their own; return its figures."""
    parts = {"mutated": inputs}
    if importlib.util.find_spec("atheris"):
        parts = {"guided": round(inputs * GUIDED), "mutated": inputs - round(inputs * GUIDED)}
    told: dict[str, Any] = {}
    for way, count in parts.items():
        out = folder / f"{name}-{way}.json"
        command = [sys.executable, __file__, "--child", name, way, str(count), str(seed), str(out)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if not out.exists():
            # Kept results say nothing of the machine they were made on.
            said = done.stderr[-2000:].replace(f"{ROOT}/", "")
            told.setdefault("faults", {})[f"{way} died with {done.returncode}"] = said
            continue
        made = json.loads(out.read_text("utf-8"))
        for key, value in made.items():
            if key == "faults":
                told.setdefault("faults", {}).update(value)
            else:
                told[key] = (
                    max(told.get(key, 0), value)
                    if key in {"slowest_s", "peak_mb"}
                    else told.get(key, 0) + value
                )
    return told


def _write(out: Path, found: dict[str, Any], seed: int) -> dict[str, Any]:
    """Write what is known so far, so that a run that is ended leaves it; return it."""
    made = {
        "inputs": sum(one.get("inputs", 0) for one in found.values()),
        "faults": sum(len(one.get("faults", {})) for one in found.values()),
        "coverage_guided": bool(importlib.util.find_spec("atheris")),
        "seed": seed,
        "targets": found,
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    return made


def _known(out: Path) -> dict[str, Any]:
    """Return by name what stands in `out`; nothing where there is no such file."""
    known: dict[str, Any] = json.loads(out.read_text("utf-8"))["targets"] if out.exists() else {}
    return known


def _done(one: dict[str, Any], wanted: int) -> bool:
    """Return whether a target had all of `wanted` inputs without a fault."""
    return bool(one) and one["inputs"] >= wanted and not one["faults"]


def main() -> int:
    """Run it; return 1 where a fault was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=None)
    parser.add_argument("--rest", action="store_true")
    parser.add_argument("--out", type=Path, default=RESULTS)
    parser.add_argument("--child", nargs=5, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, way, count, seed, out = given.child
        _child(name, way, int(count), int(seed), Path(out))
        return 0
    import tempfile

    from tests.fuzz.targets import TARGETS

    start, found = time.monotonic(), _known(given.out) if given.rest else {}
    with tempfile.TemporaryDirectory() as folder:
        for name, target in TARGETS.items():
            wanted = round(given.inputs * target.share)
            if (given.only and name not in given.only) or _done(found.get(name, {}), wanted):
                continue
            begun = time.monotonic()
            told = _all_of(name, wanted, given.seed, Path(folder))
            found[name] = {**told, "seconds": round(time.monotonic() - begun)}
            _write(given.out, found, given.seed)
            print(
                f"{name:<13} {told.get('inputs', 0):>9,} inputs, {len(told.get('faults', {}))} faults",
                flush=True,
            )
            for place, text in told.get("faults", {}).items():
                print(f"    {place}: {text[-400:]}", flush=True)
    made = _write(given.out, found, given.seed)
    told = f"fuzz: {made['inputs']:,} inputs, {made['faults']} faults, {time.monotonic() - start:,.0f} s"
    print(told if made["coverage_guided"] else f"{told}; not coverage-guided: atheris is not installed")
    return 1 if made["faults"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
