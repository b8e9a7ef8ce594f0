"""The evidence view in words: scopes, rows, groups."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from engine import catalog
from engine.errors import IsocostError
from engine.evidence.judgement import precision_label
from engine.evidence.regime import SORT_WORDS
from engine.evidence.sources import Source
from gui.language import say
from gui.plotting import text
from gui.plotting.evidence_job import EvidenceResult
from gui.plotting.evidence_store import STEP_WORDS

#: Dimension -> what it is called.
DIMENSION_WORDS: Final = {
    "concurrency": "concurrency", "context": "prompt length", "engine": "engine", "model": "model",
    "accelerator": "accelerator", "precision": "precision",
    "regime": "load", "split": "split", "source": "source",
}  # fmt: skip
_KINDS: Final = {"engine": "stack", "model": "model", "accelerator": "accelerator"}
_REGIMES: Final = {
    "closed": "closed loop", "static": "static batch", "offline": "full load", "rate": "request rate",
    "batch": "running batch", "single": "one stream", "disaggregated": "separate pools",
}  # fmt: skip
_SPLITS: Final = {"calibrate": "used to calibrate", "validate": "kept apart", "none": "your own"}
_BIAS: Final = 0.005


@lru_cache(maxsize=512)
def label(name: str, dimension: str) -> str:
    """Return the label `name` of a row in `dimension` as a person reads it."""
    if dimension in _KINDS:
        try:
            return catalog.part(_KINDS[dimension], name).label
        except IsocostError:
            return "other engine" if dimension == "engine" else name
    if dimension in STEP_WORDS:
        return STEP_WORDS[dimension][int(name)]
    if dimension == "precision":
        return precision_label(name)
    if dimension == "regime":
        return _REGIMES.get(name, name)
    return _SPLITS.get(name, name) if dimension == "split" else name


def scope_words(r: EvidenceResult) -> str:
    """Return what is shown: "NVIDIA H100 SXM5 80GB with dense models in FP8"."""
    regime = r.regime
    if r.scope == "near":
        return say(
            "{label} with {sort} in {precision}",
            label=regime.label,
            sort=SORT_WORDS[regime.sort],
            precision=precision_label(regime.precision),
        )
    if r.scope == "part":
        return regime.label
    if r.scope == "family":
        return say("{family} parts", family=regime.family) if regime.family else regime.label
    return "your benchmark" if r.scope == "own" else "all parts"


def widened(r: EvidenceResult) -> str:
    """Return that a wider scope than the one asked for is shown; empty where it is not."""
    if r.loading or r.scope == r.settings.scope or not r.index.size:
        return ""
    wanted = scope_words(replace(r, scope=r.settings.scope))
    return say("No point of {wanted} tells it; these come nearest.", wanted=wanted)


def hover_lines(r: EvidenceResult, row: int, known: Mapping[str, Source]) -> list[str]:
    """Return what is true of a row, a line each: what ran, how, the figures, whose they are."""
    assert r.rows is not None
    case = r.rows.verdict.batch.cases[int(r.index[row])]
    point, at = case.point, case.scenario.number
    devices = f" \u00d7 {point.n_devices:,.0f}" if point.n_devices and point.n_devices > 1 else ""
    part, model = label(case.labels["accelerator"], "accelerator"), label(case.labels["model"], "model")
    precision = precision_label(case.labels["precision"])
    concurrency = (
        "" if case.regime == "rate" else say(", {value:,.0f} at once", value=at("deployment.concurrency"))
    )
    lengths = say(
        "{value:,.0f} in, {value2:,.0f} out",
        value=at("workload.input_tokens"),
        value2=at("workload.output_tokens"),
    )
    measured, predicted = float(r.measured[row]), float(r.predicted[row])
    error = signed(predicted / measured - 1.0)
    engine = label(case.labels["engine"], "engine") if case.labels["engine"] != "other" else point.engine
    lines = [
        say(
            "{part}{devices}, {model} in {precision}",
            part=part,
            devices=devices,
            model=model,
            precision=precision,
        ),
        f"{engine}, {_REGIMES.get(case.regime, case.regime)}: {lengths}{concurrency}",
        say(
            "measured {measured} {unit}, predicted {predicted} {unit}, {error}",
            measured=figure(measured),
            unit=r.unit,
            predicted=figure(predicted),
            error=error,
        ),
    ]
    if r.suspect[row]:
        lines.append(
            say("suspect: {shortened}", shortened=shortened(r.rows.verdict.suspicions[int(r.index[row])]))
        )
    owed = known.get(point.source)
    source = owed.whose.partition(",")[0] if owed else point.source
    terms = (owed.licence if owed else "", point.date, label(case.labels["split"], "split"))
    lines += [line for line in (source, ", ".join(filter(None, terms))) if line]
    return [*lines, "click to open it as a scenario"]


def figure(value: float) -> str:
    """Return a figure to three digits, thousands parted."""
    return f"{float(f'{value:.3g}'):,.0f}" if 1e3 <= abs(value) < 1e6 else text.number(value)


def shortened(words: str, most: int = 72) -> str:
    """Return `words` cut to `most` characters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "\u2026"


def signed(share: float) -> str:
    """Return a share with its sign: "+5.6 %"."""
    sign = "+" if share >= 0.0 else text.MINUS
    return f"{sign}{percent(abs(share))}"


def percent(share: float) -> str:
    """Return a share as per cent, two digits."""
    if not np.isfinite(share):
        return "\u2014"
    return f"{100 * share:.0f} %" if share >= 0.0995 else f"{100 * share:.1f} %"


def bias_words(middle: float) -> str:
    """Return whether a group is predicted too high or too low."""
    if abs(middle) < _BIAS:
        return "on the mark"
    return say("{share} too high" if middle > 0 else "{share} too low", share=percent(abs(middle)))
