"""Build the table of residuals by regime from measured points and the model as it stands.

    python -m resources.tools.build_residuals [POINTS]

POINTS is a file of measured points; without it the rows that ship are taken. Run it after any change
of the model, its constants or the catalogue; a test tells when it is due. Only rows of the calibrate
split make the table; those of the validate split say whether its bands are honest.
"""

import argparse
import json
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine import catalog
from engine.evidence.judgement import judge_by
from engine.evidence.regime import regime_of
from engine.evidence.table import (
    LEAST_CURVES,
    LEAST_ROWS,
    LEVELS,
    QUANTITIES,
    UNSEEN_LEVELS,
    Node,
    key_of,
    parse,
)
from engine.parameters import POSITIONS, SPECS
from engine.validation.mapping import Case, cases
from engine.validation.points import Point, read, shipped
from engine.validation.predict import Batch
from engine.validation.suspicion import suspicions
from resources.tools import residuals
from resources.tools.overheads.problem import fold_of, left_out
from resources.tools.residuals import Group, Rows

TARGET: Final = Path(__file__).resolve().parents[1] / "evidence" / "residuals.json"
#: Shares of a part's constants that must have been timed on itself to stand for its family.
_TIMED: Final = 0.5
#: A mode of load with this many curves has a stretch of its own.
_CURVES_OF_A_MODE: Final = 25
#: By how much the lower and the upper half of a band grow, by mode of load; "" for modes of few curves.
Stretch = Mapping[str, tuple[float, float]]
#: The common factor on both is looked for between these, by halving.
_LEAST_FACTOR, _MOST_FACTOR, _HALVINGS = 0.5, 2.0, 14
#: Band where nothing was ever measured: a factor of two either way.
_NOTHING: Final = Node(0, 0, 0.5, 0.5, 1.0, 2.0, (0.0, 0.0), (0.0, 0.0), (0.0, 0.0))


def build(points: Sequence[Point]) -> dict[str, Any]:
    """Return the table as plain data."""
    found = cases(points)[0]
    mapped = [case for case, why in zip(found, suspicions(found), strict=True) if not why]
    batch = Batch(mapped)
    seen, unseen = batch.predict(), batch.predict(as_if_unmeasured(batch))
    left = batch.predict(as_if_left_out(batch))
    calibrate = np.array([case.point.split == "calibrate" for case in mapped])
    validate = np.array([case.point.split == "validate" for case in mapped])
    regimes = tuple(regime_of(case.scenario) for case in mapped)
    curve, part = _numbered([_curve(case) for case in mapped]), _numbered([r.part for r in regimes])
    metrics = {}
    for quantity in QUANTITIES:
        measured = batch.measured[quantity]
        both = []
        for predicted in (seen, unseen):
            said = predicted[quantity]
            if predicted is seen:
                said = np.where(calibrate & np.isfinite(left[quantity]), left[quantity], said)
            with np.errstate(divide="ignore", invalid="ignore"):
                found = np.log(measured / said)
            rows = Rows(np.nan_to_num(found), curve, part, regimes, predicted["batch"])
            known = np.isfinite(found)
            both.append((rows.take(known & calibrate), rows.take(known & validate)))
        metrics[quantity] = _quantity(quantity, *both)
    return {"rows": int(calibrate.sum()), "metrics": metrics}


def as_if_left_out(batch: Batch) -> NDArray[np.void]:
    """Return the records of `batch` with each engine's constants as fitted without the row's own curve.

    Rows that a fit has seen lie closer to it than new ones will; bands are made of these.
    """
    made = batch.records.copy()
    for row, case in zip(made, batch.cases, strict=True):
        constants = left_out()[fold_of(case)].get(str(case.scenario.get("stack.part")))
        for name, value in (constants or {}).items():
            row["stack"][name] = SPECS[f"stack.{name}"].encode(value)
    return made


def as_if_unmeasured(batch: Batch) -> NDArray[np.void]:
    """Return the records of `batch` with constants each part would have had it never been timed.

    The median over the families that were timed, its own left out: how the catalogue fills a part that
    is known by its data sheet.
    """
    made = batch.records.copy()
    flat = made.view(np.float64).reshape(len(batch), -1)
    keys = [key for key in POSITIONS if key.startswith("efficiency.")]
    of_family = _timed_families(keys)
    for i, case in enumerate(batch.cases):
        own = regime_of(case.scenario).family
        others = [values for family, values in of_family.items() if family != own]
        for key in keys:
            value = statistics.median(values[key] for values in others)
            flat[i, POSITIONS[key]] = SPECS[key].encode(value)
    return made


def _timed_families(keys: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return the constants of each family that was timed, medians over its timed members."""
    found: dict[str, list[Mapping[str, float]]] = defaultdict(list)
    for one in catalog.load("accelerator").values():
        figures = {key: one.values[key] for key in keys if key in one.values}
        timed = sum(figure.grade == "measured" for figure in figures.values())
        family = one.facts.get("family", "")
        if isinstance(family, str) and family and timed >= _TIMED * len(keys):
            found[family].append({key: float(figure.value) for key, figure in figures.items()})
    return {
        family: {key: statistics.median(member[key] for member in members) for key in keys}
        for family, members in found.items()
    }


def _curve(case: Case) -> str:
    """Return the curve of a row, as the splits tell them apart: whoever measured, the machine is the same."""
    names = (case.labels["accelerator"], case.point.model_canon or case.labels["model"])
    rest = (case.labels["precision"], case.labels["engine"], f"{case.point.n_devices}")
    return "|".join((*names, *rest))


def _numbered(names: Sequence[str]) -> NDArray[np.int64]:
    return np.asarray(np.unique(names, return_inverse=True)[1], np.int64)


def _quantity(quantity: str, seen: tuple[Rows, Rows], unseen: tuple[Rows, Rows]) -> dict[str, Any]:
    """Return the table of one quantity from its (calibrate, validate) rows."""
    rows, judged = seen
    if rows.residual.size == 0:
        return {"nodes": {}, "unseen": {"": _NOTHING.to_list()}, "sheet": _NOTHING.to_list(), "coverage": {}}
    found, sheet, of_parts = _unseen(unseen[0])
    made: dict[str, Any] = {"nodes": {}, "unseen": found, "sheet": sheet, "coverage": {}}
    stretch, held = stretches(quantity, rows, made)
    coverage: dict[str, Any] = {"rows": [rows.residual.size, judged.residual.size], "calibrate": _share(held)}
    coverage["unseen"] = of_parts
    made["nodes"] = _nodes(_known(rows, LEVELS, LEAST_CURVES), stretch)
    if judged.residual.size:
        coverage["validate"] = _share(float(_inside(quantity, judged, made).mean()))
    return made | {"coverage": coverage}


def stretches(quantity: str, rows: Rows, rest: Mapping[str, Any]) -> tuple[Stretch, float]:
    """Return the stretch by mode of load, and the share of held-out rows it leaves inside their bands.

    Bands are stretched as they will be told: what is held out is judged on the table of the other curves,
    its wider bands beyond what was measured among them. `rest` is the table without nodes.
    """
    fold = residuals.folds(rows.curve)
    begin = _by_mode(rows, residuals.held_out(rows, fold))
    outside = [(rows.take(fold == k), _known(rows.take(fold != k), LEVELS, LEAST_CURVES)) for k in set(fold)]
    modes = np.concatenate([[regime.mode for regime in kept.regimes] for kept, _ in outside])
    own = {mode: modes == mode if mode else np.ones(modes.size, bool) for mode in begin}
    less, more = dict.fromkeys(begin, _LEAST_FACTOR), dict.fromkeys(begin, _MOST_FACTOR)
    stretch, held = begin, np.ones(modes.size, bool)
    for _ in range(_HALVINGS):
        factor = {mode: 0.5 * (less[mode] + more[mode]) for mode in begin}
        stretch = {mode: (one * factor[mode], two * factor[mode]) for mode, (one, two) in begin.items()}
        tables = ((kept, {**rest, "nodes": _nodes(known, stretch)}) for kept, known in outside)
        held = np.concatenate([_inside(quantity, kept, table) for kept, table in tables])
        for mode, rows_of in own.items():
            (less if held[rows_of].mean() < residuals.INSIDE else more)[mode] = factor[mode]
    return stretch, float(held.mean())


def _inside(quantity: str, rows: Rows, plain: Mapping[str, Any]) -> NDArray[np.bool_]:
    """Return which rows lie inside the band that the table `plain` tells of them."""
    table = parse({"metrics": {quantity: {**plain, "coverage": {}}}})[quantity]
    bands = [
        judge_by(table, quantity, regime, float(np.nan_to_num(batch)))
        for regime, batch in zip(rows.regimes, rows.batch, strict=True)
    ]
    low, high = np.log([(one.low, one.high) for one in bands]).T
    return np.asarray((rows.residual >= low) & (rows.residual <= high))


def _by_mode(rows: Rows, bands: NDArray[np.float64]) -> Stretch:
    """Return the stretch of the bands for each mode of load with curves enough, and "" for the others."""
    made = {"": residuals.stretches(rows.residual, bands)}
    modes = np.array([regime.mode for regime in rows.regimes])
    for mode in np.unique(modes):
        own = modes == mode
        curves = np.unique(rows.curve[own]).size
        if curves >= _CURVES_OF_A_MODE:
            made[str(mode)] = residuals.stretches(rows.residual[own], bands[own])
    return made


def _unseen(rows: Rows) -> tuple[dict[str, list[float]], list[float], float]:
    """Return the nodes of parts never measured, that of data sheets, and the share inside of parts held out.

    Parts, not curves, are what is drawn from here.
    """
    by_part = Rows(rows.residual, rows.part, rows.part, rows.regimes, rows.batch)
    out = residuals.held_out(by_part, residuals.folds(rows.part, 1 << 30), UNSEEN_LEVELS)
    known = np.isfinite(out[:, 0])
    if not known.any():
        return {"": _NOTHING.to_list()}, _NOTHING.to_list(), 0.0
    stretch = residuals.stretches(rows.residual[known], out[known], np.unique(rows.part[known]).size)
    held = residuals.inside(rows.residual[known], residuals.stretched(out[known], stretch))
    nodes = _nodes(_known(by_part, UNSEEN_LEVELS, 1), {"": stretch})
    made = [Node.of(values) for values in nodes.values()]
    every = Node.of(nodes[""])
    low, high = min(node.low for node in made), max(node.high for node in made)
    sheet = Node(every.rows, every.curves, every.error, low, every.middle, high, *_ranges(every))
    return nodes, sheet.to_list(), _share(held)


def _ranges(node: Node) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
    return node.context, node.batch, node.devices


def _known(rows: Rows, levels: Sequence[Sequence[str]], least: int) -> dict[str, tuple[Rows, Group]]:
    """Return rows and quantiles of every group with enough behind it."""
    made = {}
    names = [np.array([key_of(level, regime) for regime in rows.regimes]) for level in levels]
    groups = residuals.groups_of(rows, levels)
    for keys in names:
        for key in map(str, np.unique(keys)):
            group = groups[key]
            if not key or (group.rows >= LEAST_ROWS and group.curves >= least):
                made[key] = (rows.take(keys == key), group)
    return dict(sorted(made.items()))


def _nodes(known: Mapping[str, tuple[Rows, Group]], stretch: Stretch) -> dict[str, list[float]]:
    made = {}
    for key, (rows, group) in known.items():
        mode = key.rpartition("mode=")[2] if "mode=" in key else ""
        ends = residuals.stretched(group.ends, stretch.get(mode, stretch[""]))
        made[key] = residuals.node_of(rows, ends).to_list()
    return made


def _share(value: float) -> float:
    return round(value, 4)


def write(table: Mapping[str, Any], target: Path = TARGET) -> None:
    """Write `table`, a group a line."""
    lines = ["{", f'"rows": {table["rows"]},', '"metrics": {']
    for i, (quantity, found) in enumerate(table["metrics"].items()):
        lines.append(f' "{quantity}": {{')
        lines.append(f'  "coverage": {json.dumps(found["coverage"])},')
        lines.append(f'  "sheet": {json.dumps(found["sheet"])},')
        for name in ("unseen", "nodes"):
            entries = [f"   {json.dumps(key)}: {json.dumps(value)}" for key, value in found[name].items()]
            lines.append(f'  "{name}": {{')
            lines += [",\n".join(entries)] if entries else []
            lines.append("  }," if name == "unseen" else "  }")
        lines.append(" }," if i < len(table["metrics"]) - 1 else " }")
    lines += ["}", "}"]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("points", type=Path, nargs="?", help="file of measured points; those that ship")
    path = parser.parse_args(arguments).points
    table = build(read(path) if path is not None else shipped())
    write(table)
    for quantity, found in table["metrics"].items():
        print(f"{quantity}: {len(found['nodes'])} groups, {found['coverage']}")


if __name__ == "__main__":
    main()
