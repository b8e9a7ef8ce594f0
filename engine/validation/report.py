"""The verdict: errors of every measure, overall and by group, with nothing left out unsaid.

The headline is on rows that are neither suspect nor refused; rows marked suspect and rows of saturated
servers are told apart as well. What could not be mapped or predicted is listed with its reason.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import precompile
from engine.errors import IsocostError
from engine.validation import mapping, predict
from engine.validation.energy import at_measured_throughput
from engine.validation.mapping import Case, Unmapped
from engine.validation.measures import MEASURES
from engine.validation.points import Point
from engine.validation.predict import Batch
from engine.validation.statistics import Score, score
from engine.validation.suspicion import by_rule, suspicions

#: What reports group by, in their order.
DIMENSIONS: Final = (
    "split", "regime", "lengths", "model_class", "vendor", "accelerator", "precision", "engine", "source",
    "model",
)  # fmt: skip

Mask = NDArray[np.bool_]
Scores = Mapping[str, Score]


@dataclass(frozen=True)
class Verdict:
    """Points, what they became, and what was predicted.

    Attributes
    ----------
    points : tuple of Point
        All rows judged, those without a case included.
    unmapped : tuple of Unmapped
    batch : Batch
    predicted : ndarray, shape (cases,), dtype `predict.PREDICTED`
    suspicions : tuple of str
        For each case why its row is suspect, empty where it is not.
    """

    points: tuple[Point, ...]
    unmapped: tuple[Unmapped, ...]
    batch: Batch
    predicted: NDArray[np.void]
    suspicions: tuple[str, ...]

    @cached_property
    def suspect(self) -> Mask:
        """Return which cases are suspect, shape (cases,)."""
        return np.array([bool(why) for why in self.suspicions], bool)

    @cached_property
    def refused(self) -> Mask:
        """Return which cases the engine serves not at all."""
        return np.asarray(self.predicted["feasible"] == 0.0)

    @cached_property
    def saturated(self) -> Mask:
        """Return which cases ask for more sequences than there is memory for, a decode worker each."""
        flat = self.batch.records["deployment"]
        fixed = np.isin(self.batch.labels("regime"), ("closed", "disaggregated", "static", "batch", "single"))
        pools = (flat["disaggregated"] == 1.0) & (flat["prefill_workers"] > 0.0)
        each = flat["concurrency"] / np.where(pools, np.maximum(flat["decode_workers"], 1.0), 1.0)
        return np.asarray(fixed & (each > self.predicted["batch_limit"] * (1.0 + 1e-9)))

    def standing(self, index: int) -> str:
        """Return "suspect", "refused", "saturated" or "plain" for a case."""
        for name in ("suspect", "refused", "saturated"):
            if getattr(self, name)[index]:
                return name
        return "plain"

    @cached_property
    def energy(self) -> NDArray[np.float64]:
        """Return board energy per output token at the measured throughput [J], shape (cases,)."""
        return at_measured_throughput(self.batch, self.predicted)

    def scores(self, chosen: Mask) -> dict[str, Score]:
        """Return the score of every measure over the chosen cases; those without a point are left out."""
        found = {
            name: score(self.batch.measured[name][chosen], self.predicted[name][chosen]) for name in MEASURES
        }
        return {name: one for name, one in found.items() if one is not None}

    def by(self, dimension: str, chosen: Mask) -> dict[str, dict[str, Score]]:
        """Return the scores of each group of `dimension` among the chosen cases."""
        labels = self.batch.labels(dimension)
        made = {str(label): self.scores(chosen & (labels == label)) for label in np.unique(labels[chosen])}
        return {label: scores for label, scores in made.items() if scores}


def judge(points: Sequence[Point], only: Mapping[str, str] | None = None) -> Verdict:
    """Predict every point that can be mapped.

    Parameters
    ----------
    only : mapping of dimension to label, optional
        Keep the cases with these labels. Of rows that could not be mapped split and source are known
        all the same; by other labels they are kept, for nobody can tell.
    """
    wanted = only or {}
    precompile.ensure()
    cases, unmapped = mapping.cases(points)
    cases = _kept(cases, wanted)
    for dimension in {"split", "source"} & set(wanted):
        label = wanted[dimension]
        points = [one for one in points if mapping.told(one, dimension) == label]
        unmapped = [one for one in unmapped if mapping.told(one.point, dimension) == label]
    batch = Batch(cases)
    return Verdict(tuple(points), tuple(unmapped), batch, batch.predict(), suspicions(cases))


def _kept(cases: Iterable[Case], only: Mapping[str, str]) -> list[Case]:
    made = list(cases)
    for dimension, label in only.items():
        if dimension not in DIMENSIONS:
            raise IsocostError(f"there is no group {dimension!r}; there are {', '.join(DIMENSIONS)}")
        known = sorted({case.labels[dimension] for case in made})
        made = [case for case in made if case.labels[dimension] == label]
        if not made:
            raise IsocostError(f"no point has {dimension} {label!r}; there are {', '.join(known) or 'none'}")
    return made


def to_json(verdict: Verdict) -> dict[str, Any]:
    """Return the verdict as plain data without NaN."""
    kept = ~verdict.suspect
    refusals = _refusals(verdict)
    return {
        **{name: count for name, count in _counts(verdict).items() if name not in {"suspect", "saturated"}},
        "metrics": _plain(verdict.scores(kept)),
        "by": {
            name: {label: _plain(scores) for label, scores in verdict.by(name, kept).items()}
            for name in DIMENSIONS
        },
        "energy_at_measured_throughput": {
            label: found.to_dict() for label, found in _board_scores(verdict, kept)
        },
        "plain": _group(verdict, kept & ~verdict.saturated),
        "saturated": _group(verdict, kept & verdict.saturated),
        "suspect": _group(verdict, verdict.suspect) | _suspicions(verdict),
        "unmapped": [
            {"point": one.point.point_id, "kind": one.kind, "reason": one.reason} for one in verdict.unmapped
        ],
        "unmapped_counts": dict(Counter(one.kind for one in verdict.unmapped).most_common()),
        "refused": [{"point": ident, "reason": reason} for ident, reason in refusals],
        "refused_counts": dict(Counter(reason for _, reason in refusals).most_common()),
        "definitions": DEFINITIONS,
    }


def _suspicions(verdict: Verdict) -> dict[str, Any]:
    """Return the grounds, and how far the rule and the table's own column agree."""
    column = [bool(case.point.suspect) for case in verdict.batch.cases]
    rule = by_rule(verdict.batch.cases)
    grounds = Counter(text.partition(":")[0] for text in rule if text)
    both = sum(a and bool(b) for a, b in zip(column, rule, strict=True))
    return {
        "column": sum(column),
        "rule": sum(grounds.values()),
        "both": both,
        "grounds": dict(grounds.most_common()),
        "points": [
            {"point": case.point.point_id, "reason": why}
            for case, why in zip(verdict.batch.cases, verdict.suspicions, strict=True)
            if why
        ],
    }


#: How to read the figures, told in every report.
DEFINITIONS: Final[Mapping[str, str]] = {
    "metrics": "rows not suspect, saturated ones included; plain, saturated and suspect are told apart",
    "suspect": "marked by the table or by the rule of engine/validation/suspicion.py; never fitted on",
    "error": "predicted / measured - 1",
    "median_abs_error": "median of |error|",
    "p90_abs_error": "90th percentile of |error|",
    "bias": "median of error, signed: above 0 the prediction is too high",
    "spearman": "rank correlation of predicted and measured",
    "saturated": "rows that ask for more sequences than fit into memory by our reckoning",
    "refused": "rows that ran but that the engine holds impossible; no figure is predicted",
    "throughput": "output tokens per second of the whole run",
    "energy": "joules of the boards alone per output token",
    "energy_at_measured_throughput": "the same with the measured throughput: the board alone is judged",
}


def _plain(scores: Scores) -> dict[str, Any]:
    return {name: one.to_dict() for name, one in scores.items()}


def _group(verdict: Verdict, chosen: Mask) -> dict[str, Any]:
    return {"rows": int(chosen.sum()), "metrics": _plain(verdict.scores(chosen))}


def _refusals(verdict: Verdict) -> list[tuple[str, str]]:
    return [
        (case.point.point_id, predict.refusal(row))
        for case, row in zip(verdict.batch.cases, verdict.predicted, strict=True)
        if predict.refusal(row)
    ]


_LABEL: Final = 30
_COLUMNS: Final = ("n", "median", "p90", "bias", "rank")


def to_text(verdict: Verdict) -> str:
    """Return the verdict as a table for reading; errors in per cent."""
    kept = ~verdict.suspect
    lines = [
        ", ".join(f"{count:,} {what}" for what, count in _counts(verdict).items()),
        "error = predicted / measured - 1, in per cent; bias is its median; rank is Spearman's",
    ]
    for name in MEASURES:
        if score(verdict.batch.measured[name][kept], verdict.predicted[name][kept]) is not None:
            lines += ["", *_table(verdict, name, kept)]
    boards = _board_scores(verdict, kept)
    if boards:
        head = f"{'Energy at measured throughput':{_LABEL}}" + "".join(f"{title:>9}" for title in _COLUMNS)
        lines += ["", head, *(_line(label, found) for label, found in boards)]
    for title, counts in (
        ("not mapped", Counter(f"{one.kind}: {one.reason}" for one in verdict.unmapped)),
        ("held impossible", Counter(reason for _, reason in _refusals(verdict))),
    ):
        if counts:
            lines += ["", f"{title}: {sum(counts.values()):,}"]
            lines += [f"  {count:6,}  {reason}" for reason, count in counts.most_common()]
    return "\n".join(lines)


def _counts(verdict: Verdict) -> dict[str, int]:
    return {
        "points": len(verdict.points),
        "mapped": len(verdict.batch),
        "predicted": int((~verdict.refused).sum()),
        "suspect": int(verdict.suspect.sum()),
        "saturated": int(verdict.saturated.sum()),
    }


def _table(verdict: Verdict, name: str, kept: Mask) -> list[str]:
    head = f"{name.upper() if len(name) == 4 else name.capitalize():{_LABEL}}"
    lines = [head + "".join(f"{title:>9}" for title in _COLUMNS)]
    groups: list[tuple[str, Mask]] = [
        ("all", kept),
        ("  plain", kept & ~verdict.saturated),
        ("  saturated", kept & verdict.saturated),
        ("  suspect, apart", verdict.suspect),
    ]
    for dimension in DIMENSIONS:
        labels = verdict.batch.labels(dimension)
        groups += [(f"{dimension} {label}", kept & (labels == label)) for label in np.unique(labels[kept])]
    for label, chosen in groups:
        found = score(verdict.batch.measured[name][chosen], verdict.predicted[name][chosen])
        if found is not None:
            lines.append(_line(label, found))
    return lines


def _board_scores(verdict: Verdict, kept: Mask) -> list[tuple[str, Score]]:
    """Return how wrong energy is at the measured throughput, overall and by group."""
    groups: list[tuple[str, Mask]] = [("all", kept)]
    for dimension in ("split", "accelerator", "model_class", "engine", "source"):
        labels = verdict.batch.labels(dimension)
        groups += [(f"{dimension} {label}", kept & (labels == label)) for label in np.unique(labels[kept])]
    measured = verdict.batch.measured["energy"]
    found = [(label, score(measured[chosen], verdict.energy[chosen])) for label, chosen in groups]
    return [(label, one) for label, one in found if one is not None]


def _line(label: str, found: Score) -> str:
    shares = (found.median_abs_error, found.p90_abs_error, found.bias)
    rank = "-" if found.spearman is None else f"{found.spearman:.3f}"
    return f"{label:{_LABEL}}{found.n:9,}" + "".join(f"{100 * share:9.1f}" for share in shares) + f"{rank:>9}"


def narrowed(verdict: Verdict, chosen: Mask) -> Verdict:
    """Return the verdict on the chosen cases alone."""
    cases = [case for case, keep in zip(verdict.batch.cases, chosen, strict=True) if keep]
    why = tuple(reason for reason, keep in zip(verdict.suspicions, chosen, strict=True) if keep)
    return replace(verdict, batch=Batch(cases), predicted=verdict.predicted[chosen], suspicions=why)
