"""Derive the constants of board power: from the operator table, and from boards measured under serving.

    python -m resources.tools.fit_power MEASURED

MEASURED is the folder of measured points; it holds `ops/gemm_power_vs_mfu_mbu.csv`. Writes `power.json`
beside this script, from which the catalogue is built.

Energies of an operation and of a byte are fitted to matrix products timed in loops. What a serving
board draws beside them, its active power (and one factor on the energies for a family no board of which
was timed), is fitted to measured energy on rows of the calibrate split that nobody suspects, with the
throughput as it was measured, so that no error of time enters.
"""

import argparse
import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares

from engine.drivers.power import boards
from engine.validation.energy import served
from engine.validation.mapping import Case, cases
from engine.validation.points import read
from engine.validation.predict import Batch
from engine.validation.suspicion import suspicions

Floats = NDArray[np.float64]

TARGET: Final = Path(__file__).with_name("power.json")
TABLE: Final = "ops/gemm_power_vs_mfu_mbu.csv"
#: System of the operator table -> part of the catalogue.
SYSTEMS: Final = {"h200_sxm": "h200-sxm", "b200_sxm": "b200-sxm", "gb200": "gb200-nvl72"}
#: Family -> its parts under measured load.
SERVED: Final = {
    "Ampere": ("a100-40", "a100-80"),
    "Hopper": ("h100-sxm", "h200-sxm", "gh200-96"),
    "Blackwell": ("b200-sxm",),
}
#: Kernels below this [ms] end before the board's meter has seen them; bins above one are in the cache.
_LEAST_LATENCY, _MOST_TRAFFIC, _LEAST_COUNT = 0.02, 1.0, 20.0
#: Where predicted throughput is further off, nobody knows how long the boards waited.
_MOST_OFF: Final = 1.5
#: Tasks whose requests carry images or video: what their encoders do is not in the rows.
_SEEING: Final = ("image-chat", "video-chat", "mllm-chat")
_WIDTHS: Final = {"bfloat16": 0, "fp8": 1, "fp8_block": 1, "nvfp4": 2}


@dataclass(frozen=True, slots=True)
class Shares:
    """Draw over the board's limit: active, of arithmetic at peak rate by width, of memory at its peak."""

    active: float
    bf16: float
    fp8: float
    fp4: float
    memory: float
    error: float
    kernels: int


def bent(static: Floats | float, asked: Floats) -> Floats:
    """Return the draw over the limit, bent towards it as the engine bends it."""
    room = 1.0 - static
    return np.asarray(static + asked / np.sqrt(1.0 + (asked / room) ** 2))


def operator_shares(path: Path, system: str) -> Shares:
    """Return the constants of one system of the operator table.

    Medians of bins, weighted by the root of their kernels. A narrower operation is held to cost a third
    to all of what the next wider one does; one that was not timed costs as much.
    """
    rows = [
        row
        for row in csv.DictReader(path.open(encoding="utf-8"))
        if row["system"] == system
        and float(row["latency_p50"]) >= _LEAST_LATENCY
        and float(row["mbu_bin"]) <= _MOST_TRAFFIC
        and float(row["n"]) >= _LEAST_COUNT
    ]
    drawn, arithmetic, memory, count = (
        np.array([float(row[name]) for row in rows]) for name in ("pw_frac_p50", "mfu_bin", "mbu_bin", "n")
    )
    width = np.array([_WIDTHS[row["gemm_dtype"]] for row in rows])
    weight = np.sqrt(count / count.mean())

    def shares(x: Floats) -> Floats:
        # Of the narrower widths x holds the ratio per operation; the peak doubles with each halving.
        return np.array([x[1], 2.0 * x[1] * x[2], 4.0 * x[1] * x[2] * x[3]])

    def model(x: Floats) -> Floats:
        return bent(x[0], shares(x)[width] * arithmetic + x[4] * memory)

    def residual(x: Floats) -> Floats:
        return np.asarray((model(x) - drawn) * weight)

    found = least_squares(
        residual,
        (0.3, 2.0, 0.8, 0.8, 0.7),
        bounds=((0.1, 0.2, 0.3, 0.3, 0.2), (0.6, 6.0, 1.0, 1.0, 2.0)),
        loss="soft_l1",
        f_scale=0.05,
    ).x
    error = float(np.average(np.abs(model(found) - drawn), weights=count))
    if not (width == _WIDTHS["nvfp4"]).any():
        found[3] = 1.0
    bf16, fp8, fp4 = map(float, shares(found))
    return Shares(float(found[0]), bf16, fp8, fp4, float(found[4]), error, int(count.sum()))


@dataclass(frozen=True)
class Rows:
    """Measured draw of boards under serving, with what the engine needs to predict it."""

    cases: tuple[Case, ...]
    records: NDArray[np.void]
    rates: Floats
    batches: Floats
    watts: Floats
    explained: NDArray[np.bool_]

    def take(self, mask: NDArray[np.bool_]) -> "Rows":
        """Return the rows of `mask`."""
        kept = tuple(case for case, keep in zip(self.cases, mask, strict=True) if keep)
        return Rows(
            kept,
            self.records[mask],
            self.rates[mask],
            self.batches[mask],
            self.watts[mask],
            self.explained[mask],
        )


def served_rows(points: Path) -> Rows:
    """Return every row with energy that nobody suspects, at the throughput that was measured."""
    found = [case for case in cases(read(points))[0] if "energy" in case.measured]
    found = [case for case, why in zip(found, suspicions(found), strict=True) if not why]
    batch = Batch(found)
    known = served(batch, batch.predict())
    with np.errstate(invalid="ignore", divide="ignore"):
        explained = np.abs(np.log(known.off)) < np.log(_MOST_OFF)
    whole = Rows(tuple(found), batch.records, known.rates, known.batches, known.watts, explained)
    return whole.take(np.isfinite(known.watts) & np.isfinite(known.batches))


def predicted_watts(rows: Rows, active: float, energies: dict[str, Floats] | None = None) -> Floats:
    """Return the draw of `rows` at `active` power [W], their energies [J] replaced where given."""
    changed = rows.records.copy()
    changed["efficiency"]["active_power"] = active
    for name, values in (energies or {}).items():
        changed["efficiency"][name] = values
    return boards(changed, rows.rates, rows.batches)


def fit_board(rows: Rows, energies: dict[str, Floats], own: bool) -> tuple[float, float]:
    """Return active power [W] and the factor on `energies` that explain `rows` best, by the ratio of draws.

    The factor is 1 on chips that were timed themselves (`own`).
    """
    limit = float(rows.records["accelerator"]["tdp"].min())
    idle = float(rows.records["efficiency"]["idle_power"].min())

    def residual(x: Floats) -> Floats:
        return np.log(predicted_watts(rows, float(x[0]), scaled(energies, x[1:].sum())) / rows.watts)

    start, low, high = [0.4 * limit], [idle], [0.9 * limit]

    def alone(x: Floats) -> Floats:
        return residual(np.append(x, 1.0))

    if own:
        found = least_squares(
            alone, start, bounds=(low, high), loss="soft_l1", f_scale=0.1,
            diff_step=[0.01],
        )  # fmt: skip
        return float(found.x[0]), 1.0
    found = least_squares(
        residual, [*start, 0.8], bounds=([*low, 0.2], [*high, 1.5]), loss="soft_l1", f_scale=0.1,
        diff_step=[0.01, 0.01],
    )  # fmt: skip
    return float(found.x[0]), float(found.x[1])


def scaled(energies: dict[str, Floats], factor: float) -> dict[str, Floats]:
    """Return `energies` times `factor`."""
    return {name: factor * values for name, values in energies.items()}


def energies_of(
    records: NDArray[np.void], shares: Shares, own: bool, reference: np.void
) -> dict[str, Floats]:
    """Return energies of an operation and a byte [J] for `records`.

    The energies of the timed part themselves on parts of its chip (`own`), elsewhere its shares of the
    board's limit.
    """
    parts = records["accelerator"]
    base: Any = reference if own else parts
    made = {}
    for name, share in (("bf16", shares.bf16), ("fp8", shares.fp8), ("fp4", shares.fp4)):
        peak = np.where(base[name] > 0.0, base[name], base["bf16"] * {"bf16": 1, "fp8": 2, "fp4": 4}[name])
        made[f"flop_energy_{name}"] = np.broadcast_to(share * base["tdp"] / peak, parts.shape).copy()
    made["byte_energy"] = np.broadcast_to(shares.memory * base["tdp"] / base["bandwidth"], parts.shape).copy()
    return made


def derive(measured: Path) -> dict[str, Any]:
    """Return all constants, and how well they fit, as plain data."""
    from engine import catalog
    from engine.scenario import DEFAULT

    systems = {system: operator_shares(measured / TABLE, system) for system in SYSTEMS}
    rows = served_rows(measured / "points.csv.gz")
    labels = np.array([case.labels["accelerator"] for case in rows.cases])
    usable = np.array([not case.point.scenario.endswith(_SEEING) for case in rows.cases])
    calibrate = np.array([case.point.split == "calibrate" for case in rows.cases])
    families = {}
    for family, parts in SERVED.items():
        source = "b200_sxm" if family == "Blackwell" else "h200_sxm"
        reference = catalog.apply(DEFAULT, "accelerator", SYSTEMS[source]).to_record()["accelerator"][0]
        here = np.isin(labels, parts)
        fitted, judged = rows.take(here & calibrate & usable & rows.explained), rows.take(here & ~calibrate)
        own = family != "Ampere"
        energies = energies_of(fitted.records, systems[source], own, reference)
        active, factor = fit_board(fitted, energies, own)
        energies = scaled(energies, factor)
        theirs = scaled(energies_of(judged.records, systems[source], own, reference), factor)
        families[family] = {
            "active_watts": round(active, 1),
            "energies": round(factor, 3),
            "rows": len(fitted.cases),
            "error_calibrate": round(_error(fitted, active, energies), 3),
            "error_validate": round(_error(judged, active, theirs), 3),
            "rows_validate": len(judged.cases),
        }
    return {"systems": {name: _plain(one) for name, one in systems.items()}, "families": families}


def _error(rows: Rows, active: float, energies: dict[str, Floats]) -> float:
    return float(np.median(np.abs(predicted_watts(rows, active, energies) / rows.watts - 1.0)))


def _plain(one: Shares) -> dict[str, float]:
    return {
        "active": round(one.active, 3),
        "bf16": round(one.bf16, 2),
        "fp8": round(one.fp8, 2),
        "fp4": round(one.fp4, 2),
        "memory": round(one.memory, 3),
        "error": round(one.error, 3),
        "kernels": one.kernels,
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("measured", type=Path, help="folder of the measured points")
    found = derive(parser.parse_args(arguments).measured)
    TARGET.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(TARGET.read_text("utf-8"))


if __name__ == "__main__":
    main()
