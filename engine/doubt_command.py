"""`isocost montecarlo` and `isocost tornado`: doubt, for reading, as JSON, and as tables of samples."""

import dataclasses
import json
import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from engine.doubt import (
    GRADE_WORDS,
    GUESSES,
    Doubted,
    Estimate,
    Samples,
    Tornado,
    earns,
    evidence,
    holds,
    indices,
    obstacles,
    prepared,
    sample,
    summary,
    tornado,
    words,
)
from engine.doubt.indices import Indices
from engine.errors import IsocostError
from engine.files.doubts import uncertainty_json
from engine.formatting import NOTHING, format_value
from engine.metrics import METRICS, Metric
from engine.scenario import Doubt, Scenario, spec_of
from engine.sweep_command import metric_of
from engine.uncertainty import SPREADS
from engine.units import UNITS
from engine.version import version

#: Metrics that are told where none is asked for.
HEADLINE: Final = (
    "cost_per_output_token", "gross_margin", "margin_per_request", "breakeven_price", "ttft_p95", "tpot_p95",
    "utilization", "accelerators", "energy_per_response",
)  # fmt: skip
#: Bars of a tornado in text, and the width of the longest.
BARS: Final = 14
_WIDE: Final = 21
_NAME: Final = 30


def with_doubt(
    scenario: Scenario, spread: str | None, model: bool, seed: int | None, pairs: Sequence[str]
) -> Scenario:
    """Return `scenario` with what the command line says of doubt.

    Parameters
    ----------
    spread : str or None
        One of `engine.uncertainty.SPREADS`.
    model : bool
        False leaves the model's own error out.
    pairs : sequence of str
        `KEY,KEY=RANK`.
    """
    doubt = scenario.doubt
    if spread is not None and spread not in SPREADS:
        raise IsocostError(f"--doubt {spread}: choose {', '.join(SPREADS[:-1])} or {SPREADS[-1]}")
    if seed is not None and not 0 <= seed < 2**32:
        raise IsocostError(f"--seed {seed}: must be between 0 and {2**32 - 1}")
    doubt = Doubt(
        spread or doubt.spread,
        doubt.model and model,
        doubt.seed if seed is None else seed,
        doubt.correlations,
    )
    for pair in pairs:
        doubt = doubt.correlated(*_pair(pair))
    return dataclasses.replace(scenario, doubt=doubt)


def _pair(text: str) -> tuple[str, str, float]:
    keys, equals, number = text.partition("=")
    first, comma, second = (part.strip() for part in keys.partition(","))
    try:
        rank = float(number)
    except ValueError:
        rank = math.nan
    if not (equals and comma and -1.0 <= rank <= 1.0):
        raise IsocostError(
            f"--correlate {text}: write KEY,KEY=R with R from -1 to 1, "
            "for example --correlate accelerator.rent,price.output=0.5"
        )
    for key in (first, second):
        if spec_of(key).kind != "number":
            raise IsocostError(f"--correlate {text}: {key} is no number; choices cannot be correlated")
    if first == second:
        raise IsocostError(f"--correlate {text}: name two inputs")
    return first, second, rank


def metrics_of(asked: Sequence[str]) -> tuple[str, ...]:
    """Return the metrics that `--metric` names; all of them for `all`, the headline figures for none."""
    if "all" in asked:
        return tuple(METRICS)
    return tuple(dict.fromkeys(figure_of(key).key for key in asked)) or HEADLINE


def figure_of(key: str) -> Metric:
    """Return metric `key`, which must be a figure; raise `IsocostError` with near names."""
    metric = metric_of(key)
    if metric.codes is not None or metric.key == "feasible":
        raise IsocostError(f"{key} is no figure; its chances are told with every other metric")
    return metric


def drawn(scenario: Scenario, count: int, metrics: Sequence[str]) -> Samples:
    """Return `count` samples of `metrics`."""
    made = sample(scenario, count, metrics)
    assert made is not None
    return made


# montecarlo -------------------------------------------------------------------------------------------


def montecarlo_json(samples: Samples, metrics: Sequence[str]) -> str:
    """Return what the samples say as one JSON object.

    Figures are in each metric's unit, fractions 0-1; `error` is half the width of a band that holds the
    figure of endless samples nine times in ten.
    """
    scenario, plan = samples.plan.scenario, samples.plan
    told: dict[str, Any] = {
        "isocost": version(),
        "scenario": scenario.name,
        "samples": samples.count,
        "seed": samples.seed,
        "doubt": {"spread": scenario.doubt.spread, "model": scenario.doubt.model},
        "probability": {
            "margin_above_zero": _told(earns(samples)),
            "limits_hold": _told(holds(samples)),
        },
        "stopped_by": {ident: share for ident, _, share in obstacles(samples)},
        "metrics": {k: _summary_json(samples, METRICS[k]) for k in metrics if _figure(k)},
        "inputs": [_input_json(each, samples) for each in plan.doubted],
        "without_effect": [each.key for each in plan.idle],
        "correlations": [[plan.doubted[a].key, plan.doubted[b].key, rank] for a, b, rank in plan.copula.used],
        "notes": list(plan.notes),
    }
    return json.dumps(told, indent=2, allow_nan=False)


def _figure(key: str) -> bool:
    return METRICS[key].codes is None and key != "feasible"


def _told(estimate: Estimate, scale: float = 1.0) -> dict[str, float | None]:
    return {"value": _or_none(estimate.value * scale), "error": _or_none(estimate.error * scale)}


def _or_none(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _summary_json(samples: Samples, metric: Metric) -> dict[str, Any]:
    found, scale = summary(samples, metric.key), 1.0 / UNITS[metric.unit].factor
    names = ("p10", "p50", "p90", "mean")
    made: dict[str, Any] = {name: _told(getattr(found, name), scale) for name in names}
    made["deviation"] = _or_none(found.deviation * scale)
    return made | {"unit": metric.unit, "without_figure": found.missing}


def _input_json(each: Doubted, samples: Samples) -> dict[str, Any]:
    values = samples.input(each.key)
    percentiles = np.quantile(values, (0.1, 0.5, 0.9)).tolist()
    return {
        "key": each.key,
        "label": each.label,
        "unit": "1" if each.origin == "model" else each.spec.unit,
        "distribution": uncertainty_json(each.spread),
        "origin": each.origin,
        "grade": each.grade,
        "basis": each.basis,
        **dict(zip(("p10", "p50", "p90"), percentiles, strict=True)),
    }


def montecarlo_text(samples: Samples, metrics: Sequence[str]) -> str:
    """Return what the samples say for reading."""
    plan = samples.plan
    drawn_of = f"{samples.count:,} samples, seed {samples.seed}, {len(plan.doubted)} inputs in doubt"
    lines = [
        f"{plan.scenario.name}: {drawn_of}",
        "",
        f"{'':<{_NAME}}{'P10':>14}{'P50':>14}{'P90':>14}{'mean':>14}",
    ]
    lines += [_row(samples, METRICS[key]) for key in metrics if _figure(key)]
    lines += ["", *chances_text(samples), ""]
    lines += [f"{'in doubt':<{_NAME}}{'grade':<18}distribution"]
    lines += [
        f"{each.label[: _NAME - 1]:<{_NAME}}{GRADE_WORDS[each.grade]:<18}{_distribution(each)}"
        for each in plan.doubted
    ]
    return "\n".join(lines + [f"\n{note}." for note in plan.notes])


def _distribution(each: Doubted) -> str:
    if each.origin == "model":
        return f"eight in ten from {each.spread.low:.3g} to {each.spread.high:.3g} times as predicted"
    return words(each.spread, each.spec)


def _row(samples: Samples, metric: Metric) -> str:
    found = summary(samples, metric.key)
    cells = [format_value(each.value, metric) for each in (found.p10, found.p50, found.p90, found.mean)]
    missing = f"   {found.missing / samples.count * 100:.1f} % without a figure" if found.missing else ""
    return f"{metric.label[: _NAME - 1]:<{_NAME}}" + "".join(f"{cell:>14}" for cell in cells) + missing


def chances_text(samples: Samples) -> list[str]:
    """Return the chances, a sentence a line."""
    margin, able = earns(samples), holds(samples)
    lines = [
        f"Margin is above zero in {_percent(margin)} of the samples.",
        f"Every limit holds in {_percent(able)} of them.",
    ]
    stopped = [f"{label} {share * 100:.1f} %" for _, label, share in obstacles(samples)]
    return [*lines, *([f"What breaks first: {', '.join(stopped)}."] if stopped else [])]


def _percent(estimate: Estimate) -> str:
    if not math.isfinite(estimate.value):
        return NOTHING
    return f"{estimate.value * 100:.1f} % \u00b1 {estimate.error * 100:.1f} pt"


# tornado ----------------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True)
class Drivers:
    """What drives one metric: bars, Sobol indices, and how much rests on each grade."""

    samples: Samples
    tornado: Tornado
    shares: Indices
    grades: Indices

    @property
    def guessed(self) -> float:
        """Return the share of the variance that would go if every guess were certain."""
        return sum(
            index.total.value
            for name, index in zip(self.grades.labels, self.grades.shares, strict=True)
            if name in GUESSES
        )


def drivers(scenario: Scenario, key: str, count: int) -> Drivers:
    """Return what drives metric `key` of `scenario`."""
    metric = figure_of(key)
    plan = prepared(scenario, (metric.key,))
    samples = sample(scenario, count, (metric.key,), plan=plan)
    shares, grades = indices(plan, metric.key), evidence(plan, metric.key)
    assert samples is not None
    assert shares is not None
    assert grades is not None
    return Drivers(samples, tornado(plan, metric.key, samples), shares, grades)


def tornado_json(found: Drivers) -> str:
    """Return what drives the metric as one JSON object; figures in the metric's unit, fractions 0-1."""
    metric = METRICS[found.tornado.metric]
    scale = 1.0 / UNITS[metric.unit].factor
    told = {
        "isocost": version(),
        "scenario": found.samples.plan.scenario.name,
        "metric": metric.key,
        "unit": metric.unit,
        "seed": found.samples.seed,
        "base": _or_none(found.tornado.base * scale),
        "bars": [
            {
                "key": bar.doubted.key,
                "label": bar.doubted.label,
                "grade": bar.doubted.grade,
                "value": bar.value,
                "p10": bar.low_value,
                "p90": bar.high_value,
                "metric_at_p10": _or_none(bar.low * scale),
                "metric_at_p90": _or_none(bar.high * scale),
                "mean_at_p10": _or_none(bar.low_mean * scale),
                "mean_at_p90": _or_none(bar.high_mean * scale),
            }
            for bar in found.tornado.bars
        ],
        "sobol": _indices_json(found, found.shares),
        "evidence": _indices_json(found, found.grades),
        "rests_on_guesses": found.guessed,
        "without_figure": found.shares.dropped,
    }
    return json.dumps(told, indent=2, allow_nan=False)


def _indices_json(found: Drivers, shares: Indices) -> list[dict[str, Any]]:
    keys = [each.key for each in found.samples.plan.doubted]
    return [
        {"label": label, "keys": [keys[j] for j in group], "first": _told(index.first),
         "total": _told(index.total)}
        for label, group, index in zip(shares.labels, shares.factors, shares.shares, strict=True)
    ]  # fmt: skip


def tornado_text(found: Drivers) -> str:
    """Return what drives the metric for reading."""
    metric, bars = METRICS[found.tornado.metric], found.tornado.bars
    base = format_value(found.tornado.base, metric)
    lines = [
        f"{found.samples.plan.scenario.name}: {metric.label} {base}, each input from its P10 to its P90",
        "",
        f"{'':<{_NAME}}{'at P10':>12}{'at P90':>12}  {'':<{_WIDE}}  rests on",
    ]
    ends = [e for bar in bars for e in (bar.low, bar.high, found.tornado.base) if math.isfinite(e)]
    span = (min(ends), max(ends)) if ends else (0.0, 0.0)
    for bar in bars[:BARS]:
        cells = "".join(f"{format_value(end, metric):>12}" for end in (bar.low, bar.high))
        name, grade = bar.doubted.label[: _NAME - 1], GRADE_WORDS[bar.doubted.grade]
        lines.append(f"{name:<{_NAME}}{cells}  {_bar(bar.low, bar.high, span):<{_WIDE}}  {grade}")
    if len(bars) > BARS:
        lines.append(f"and {len(bars) - BARS} more that move it less")
    lines += ["", f"{'share of the variance':<{_NAME}}{'alone':>16}{'with others':>16}"]
    lines += _shares_text(found.shares, [str(label) for label in found.shares.labels])
    lines += ["", "it rests on"]
    lines += _shares_text(found.grades, [GRADE_WORDS[label] for label in found.grades.labels])
    return "\n".join([*lines, "", f"{found.guessed * 100:.0f} % of the spread rests on guesses."])


def _shares_text(found: Indices, names: Sequence[str]) -> list[str]:
    rows = sorted(zip(names, found.shares, strict=True), key=lambda each: -each[1].total.value)
    return [
        f"{name[: _NAME - 1]:<{_NAME}}{_share(index.first):>16}{_share(index.total):>16}"
        for name, index in rows
        if index.total.value >= 0.001
    ]


def _share(estimate: Estimate) -> str:
    return f"{max(0.0, estimate.value) * 100:.1f} \u00b1 {estimate.error * 100:.1f} %"


def _bar(low: float, high: float, span: tuple[float, float]) -> str:
    """Return a bar from `low` to `high` of `span` as text."""
    wide = span[1] - span[0]
    if not (math.isfinite(low) and math.isfinite(high) and wide > 0.0):
        return "not served at an end" if not (math.isfinite(low) and math.isfinite(high)) else ""
    first, last = (round((end - span[0]) / wide * (_WIDE - 1)) for end in sorted((low, high)))
    return " " * first + "#" * max(1, last - first + 1)
