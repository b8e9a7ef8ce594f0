"""A scenario in a few sentences and short tables: what a report says of it before any picture."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from engine import catalog
from engine.drivers import Point, cause, cures
from engine.evidence import EXACT, Band
from engine.evidence.closed_form import trust
from engine.formatting import NOTHING, format_delta, format_range, format_value, unit_text
from engine.metrics import METRICS
from engine.scenario import Scenario, spec_of

#: Figures that stand first, each with what it is called.
KPIS: Final = (
    ("cost_per_output_token", "Cost per M output tokens"),
    ("gross_margin", "Gross margin"),
    ("breakeven_price", "Break-even price"),
    ("profit_rate", "Profit"),
    ("ttft_p95", "TTFT p95"),
    ("tpot_p95", "TPOT p95"),
    ("accelerators", "Accelerators"),
    ("energy_per_response", "Energy per response"),
)
#: Figures told with their bands, by what they are about.
FIGURES: Final = (
    ("Money", ("cost_rate", "revenue_rate", "profit_rate", "cost_per_request", "margin_per_request",
               "cost_per_input_token", "cost_per_output_token", "breakeven_price")),
    ("Waiting", ("ttft_p50", "ttft_p95", "tpot_p50", "tpot_p95", "e2e_p95")),
    ("Machines", ("replica_rate", "replicas", "accelerators", "utilization", "memory_use", "power",
                  "energy_per_response")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kpi:
    """One headline figure, in words: figure, unit, band, grade, how it moved."""

    label: str
    text: str
    unit: str
    band: str
    grade: str
    delta: str


@dataclass(frozen=True, slots=True)
class Told:
    """One figure in words: label, figure with its unit, band, grade, the figure it is compared with."""

    label: str
    text: str
    band: str
    grade: str
    before: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One input that differs: its label, role, what it was and what it is."""

    key: str
    label: str
    role: str
    was: str
    now: str


def kpis(scenario: Scenario, here: Point, spread: Mapping[str, Band], before: Point | None) -> list[Kpi]:
    """Return the headline figures of `here`; `before` is the point they are compared with."""
    del scenario
    return [_kpi(key, label, here, spread.get(key), before) for key, label in KPIS]


def _kpi(key: str, label: str, here: Point, band: Band | None, before: Point | None) -> Kpi:
    metric, base = METRICS[key], here.base(key)
    text = format_value(base, metric)
    within, grade = "", ""
    if band is not None and math.isfinite(base):
        grade = band.grade
        within = "" if band.grade == EXACT else format_range(band.low, band.high, metric)
    delta = ""
    if before is not None:
        moved, way = format_delta(base, before.base(key), metric)
        delta = f"{'up' if way > 0 else 'down'} {moved}" if way else moved
    return Kpi(label, text, "" if text == NOTHING else unit_text(metric), within, grade, delta)


def told_figures(
    here: Point, spread: Mapping[str, Band], before: Point | None
) -> list[tuple[str, list[Told]]]:
    """Return `FIGURES` that have a value, each with its band."""
    made = []
    for title, keys in FIGURES:
        rows = [_told(key, here, spread.get(key), before) for key in keys if math.isfinite(here.base(key))]
        if rows:
            made.append((title, rows))
    return made


def _told(key: str, here: Point, band: Band | None, before: Point | None) -> Told:
    metric = METRICS[key]
    within = "" if band is None or band.grade == EXACT else format_range(band.low, band.high, metric)
    was = "" if before is None else format_value(before.base(key), metric)
    text = format_value(here.base(key), metric, full=True)
    return Told(metric.label, text, within, band.grade if band is not None else "", was)


def sentences(scenario: Scenario, here: Point, spread: Mapping[str, Band]) -> list[str]:
    """Return what the scenario comes to, in two to five sentences."""
    stopped = cause(scenario, here)
    told = []
    if stopped is not None:
        told.append(f"As it stands a limit is broken: {_lowered(stopped.text)}.")
        found = cures(scenario)
        if found:
            told.append(f"The cheapest single change that would clear it: {found[0].label}.")
    if not math.isfinite(here.base("cost_per_request")):
        return told
    return [*told, _served(scenario, here), _money(here, spread), _waiting(scenario, here)]


def _lowered(text: str) -> str:
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _named(scenario: Scenario, group: str) -> str:
    part = catalog.part_of(scenario, group)
    return part.label if part is not None else str(scenario.get(f"{group}.part"))


def _served(scenario: Scenario, here: Point) -> str:
    rate = format_value(here.base("request_rate"), METRICS["request_rate"], full=True)
    model = _named(scenario, "model")
    if scenario.routed:
        mode = "in a cascade" if scenario.get("routing.mode") == "cascade" else "behind a router"
        model = f"A service of {scenario.flows.used} tiers {mode}, {model} the first,"
    if scenario.get("finance.supply") == "api":
        return f"{model} answers {rate} on average, with tokens bought from others."
    many = format_value(here.base("accelerators"), METRICS["accelerators"])
    use = format_value(here.base("utilization"), METRICS["utilization"])
    chip = _named(scenario, "accelerator")
    return f"{model} answers {rate} on average from {many} accelerators ({chip}), busy {use} of the time."


def _money(here: Point, spread: Mapping[str, Band]) -> str:
    cost, margin = METRICS["cost_per_output_token"], METRICS["gross_margin"]
    said = f"A million output tokens cost {format_value(here.base(cost.key), cost)}"
    band = spread.get(cost.key)
    if band is not None and band.grade != EXACT:
        within = format_range(band.low, band.high, cost)
        said += f" (four measurements in five would say {within})" if within else ""
    earned = here.base(margin.key)
    even = format_value(here.base("breakeven_price"), METRICS["breakeven_price"])
    if not math.isfinite(earned):
        return f"{said}; nothing is charged for them."
    verb = "is kept" if earned >= 0.0 else "is lost"
    share = format_value(abs(earned), margin).lstrip("+")
    return (
        f"{said}. Of each dollar charged {share} {verb}; the price that breaks even is {even} per M output."
    )


def _waiting(scenario: Scenario, here: Point) -> str:
    first, each = (
        format_value(here.base(f"{name}_p95"), METRICS[f"{name}_p95"]) for name in ("ttft", "tpot")
    )
    if NOTHING in {first, each}:
        return "Latency is the seller's."
    said = f"Of twenty users nineteen see the first token within {first} and then one every {each}"
    limits = [f"{spec_of(key).show(scenario.get(key))}" for key in ("limits.ttft", "limits.tpot")]
    return f"{said}; promised are {limits[0]} and {limits[1]} at {scenario.get('limits.percentile')}."


def differences(scenario: Scenario, other: Scenario) -> list[Difference]:
    """Return the inputs whose value differs from `other`'s."""
    made = []
    for key in scenario.differing(other):
        spec = spec_of(key)
        was, now = (format_value(s.get(key), spec, full=True) for s in (other, scenario))
        made.append(Difference(key, spec.label, spec.role, was, now))
    return made


def worth_knowing(scenario: Scenario, here: Point) -> list[str]:
    """Return what to weigh beside the figures: what would clear a limit, doubtful forms, odd inputs."""
    told = []
    if cause(scenario, here) is not None:
        told += [f"Would clear the limit: {cure.label}." for cure in cures(scenario)[:3]]
    expected = trust(scenario, here)
    if expected is not None and expected.text:
        told.append(f"{expected.text}.".replace("..", "."))
    told += [f"{text}." for _, text in scenario.warnings()]
    return told
