"""Predict the TPOT of published closed-loop points from declared constants alone, and tell how wrong.

    python -m tests.bench.measured_tpot [POINTS.csv.gz] [--all]

Nothing is fitted: part and model come from the catalogue, precision, parallelism, lengths and
concurrency from the row. Without a label weights are BF16; the cache is BF16 where the row does not
say otherwise. Where the cache does not hold the concurrency, as many requests run as it holds; these
rows are told apart, like the suspect ones. TPOT excludes the first token.
"""

import argparse
import csv
import gzip
import math
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from engine import catalog
from engine.errors import IsocostError
from engine.scenario import DEFAULT, Scenario
from tests.physical import budget, seconds

POINTS = Path(__file__).resolve().parents[2].parent / "shared" / "measured" / "points.csv.gz"
ACCELERATORS = {"H100-SXM-80GB": "h100-sxm", "H200-SXM-141GB": "h200-sxm"}
DENSE = {"Llama-3.1-8B": "llama-3.1-8b", "Llama-3.1-70B": "llama-3.1-70b"}
#: InferenceX draws lengths uniformly from 0.8 to 1.0 of the nominal ones.
INFERENCEX = 0.9


@dataclass(frozen=True)
class Prediction:
    """One point beside its prediction; `standing` is "plain", "suspect" or "saturated"."""

    row: dict[str, str]
    measured: float
    predicted: float
    standing: str

    @property
    def error(self) -> float:
        """Signed relative error."""
        return self.predicted / self.measured - 1.0


def read(path: Path = POINTS) -> list[dict[str, str]]:
    """Return the closed-loop rows of dense models on known accelerators."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if _wanted(row)]


def _wanted(row: dict[str, str]) -> bool:
    return (
        row["hardware"] in ACCELERATORS
        and row["model_canon"] in DENSE
        and row["split"] in {"calibrate", "validate"}
        and row["batch_kind"] == "max_concurrency"
        and float(row["disagg"] or 0) == 0
        and row["tpot_ms_median"] != ""
    )


def mean_lengths(row: dict[str, str]) -> tuple[float, float]:
    """Return the mean input and output tokens of a row."""
    drawn = row["source"] == "inferencex_mq" or "uniform in [0.8,1.0]" in row["notes"]
    share = INFERENCEX if drawn else 1.0
    return float(row["isl"]) * share, float(row["osl"]) * share


@cache
def _parts(accelerator: str, model: str) -> Scenario:
    return catalog.apply(catalog.apply(DEFAULT, "accelerator", accelerator), "model", model)


def scenario(row: dict[str, str]) -> Scenario:
    """Return the scenario of a row: catalogue part and model, its precision, layout and lengths."""
    made = _parts(ACCELERATORS[row["hardware"]], DENSE[row["model_canon"]])
    weights = catalog.PRECISION_ALIASES[row["weight_precision"].lower() or "bf16"]
    prompt, output = mean_lengths(row)
    return made.with_values(
        {
            "precision.weights": weights,
            "precision.compute": weights,
            "precision.kv": catalog.PRECISION_ALIASES[row["kv_precision"].lower() or "bf16"],
            "deployment.tensor_parallel": float(row["tp"]),
            "deployment.pipeline_parallel": float(row["pp"] or 1),
            "workload.input_tokens": prompt,
            "workload.output_tokens": output,
            "workload.cached_share": 0,
            "workload.output_variation": 0,
        }
    )


def tpot(made: Scenario, batch: float) -> float:
    """Return the TPOT [s] of a closed loop of `batch` requests: decoding, and the prefills of the others."""
    prompt, output = made.number("workload.input_tokens"), made.number("workload.output_tokens")
    context = prompt + output / 2
    alone = seconds(made, batch, context)
    mixed = seconds(made, batch - 1, context, prompt, prompt / 2)
    return alone + (batch - 1) * max(mixed - alone, 0.0) / output


def predict(row: dict[str, str]) -> Prediction:
    """Return the prediction of a row."""
    made, batch = scenario(row), float(row["concurrency_or_batch"])
    room = budget(made.with_value("deployment.batch_cap", 1e5)).batch_limit
    standing = "suspect" if row["suspect"] else "plain" if batch <= room else "saturated"
    return Prediction(row, float(row["tpot_ms_median"]) / 1e3, tpot(made, min(batch, room)), standing)


def predictions(path: Path = POINTS) -> list[Prediction]:
    """Return every row of `path` that this program understands, predicted."""
    return list(_predicted(read(path)))


def _predicted(rows: Iterable[dict[str, str]]) -> Iterator[Prediction]:
    for row in rows:
        try:
            yield predict(row)
        except (KeyError, ValueError, IsocostError) as error:
            raise SystemExit(f"{row['point_id']}: {error}") from error


@dataclass(frozen=True)
class Score:
    """Errors of a group of points, as shares."""

    count: int
    median: float
    mean: float
    p90: float
    bias: float


def score(found: Sequence[Prediction]) -> Score:
    """Return how wrong `found` is."""
    errors = sorted(abs(one.error) for one in found)
    return Score(
        len(errors),
        statistics.median(errors),
        statistics.fmean(errors),
        errors[math.ceil(0.9 * len(errors)) - 1],
        statistics.fmean(one.error for one in found),
    )


def _groups(found: Sequence[Prediction]) -> Iterator[tuple[str, list[Prediction]]]:
    keys: dict[str, Callable[[Prediction], str]] = {
        "all": lambda one: "",
        "split": lambda one: one.row["split"],
        "accelerator": lambda one: ACCELERATORS[one.row["hardware"]],
        "accelerator, split": lambda one: f"{ACCELERATORS[one.row['hardware']]} {one.row['split']}",
        "group": lambda one: " ".join(
            (ACCELERATORS[one.row["hardware"]], one.row["model_canon"], one.row["engine"], one.row["split"])
        ),
        "devices": lambda one: f"{one.row['model_canon']} tp{float(one.row['tp']):g}",
    }
    for name, key in keys.items():
        sets: dict[str, list[Prediction]] = defaultdict(list)
        for one in found:
            sets[key(one)].append(one)
        for label, members in sorted(sets.items()):
            yield f"{name} {label}".strip(), members


def report(found: Sequence[Prediction]) -> str:
    """Return the table of errors in per cent: plain rows by group, then the others apart."""
    lines = [f"{'error, per cent':58}{'n':>5}{'median':>8}{'mean':>8}{'p90':>8}{'bias':>8}"]
    plain = [one for one in found if one.standing == "plain"]
    lines += [_line(label, members) for label, members in _groups(plain)]
    for standing in ("saturated", "suspect"):
        apart = [one for one in found if one.standing == standing]
        lines += [_line(f"apart: {standing}", apart)] if apart else []
    return "\n".join(lines)


def _line(label: str, members: Sequence[Prediction]) -> str:
    s = score(members)
    shares = "".join(f"{100 * value:8.1f}" for value in (s.median, s.mean, s.p90, s.bias))
    return f"{label:58}{s.count:5d}{shares}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, and every row with --all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("points", type=Path, nargs="?", default=POINTS)
    parser.add_argument("--all", action="store_true", help="also print every row")
    asked = parser.parse_args(arguments)
    found = predictions(asked.points)
    for one in found if asked.all else ():
        r = one.row
        print(
            f"{r['point_id']:22}{r['hardware']:16}{r['model_canon']:14}{r['engine']:8}tp{r['tp']:4}"
            f" in{r['isl']:8}out{r['osl']:8}b{r['concurrency_or_batch']:6}{1e3 * one.measured:8.2f}"
            f"{1e3 * one.predicted:8.2f}{100 * one.error:8.1f} {one.standing}"
        )
    print(report(found))


if __name__ == "__main__":
    main()
