"""A scenario in a few sentences and short tables: what a report says of it before any picture."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from engine import catalog
from engine.drivers import Point, cause, cures
from engine.evidence import EXACT, Band
from engine.evidence.closed_form import trust
from engine.formatting import NOTHING, format_delta, format_range, unit_text
from engine.metrics import METRICS, Metric
from engine.scenario import Scenario, spec_of
from engine.wording import format_value, sentence, spoken, told, word

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
        within = "" if band.grade == EXACT else _within(band, metric)
    delta = ""
    if before is not None:
        moved, way = format_delta(base, before.base(key), metric)
        delta = told("up {moved}" if way > 0 else "down {moved}", moved=moved) if way else word(moved)
    unit = "" if text == NOTHING else word(unit_text(metric))
    return Kpi(word(label), text, unit, within, word(grade), delta)


def _within(band: Band, metric: Metric) -> str:
    return format_range(band.low, band.high, metric).replace(" to ", word(" to "))


def told_figures(
    here: Point, spread: Mapping[str, Band], before: Point | None
) -> list[tuple[str, list[Told]]]:
    """Return `FIGURES` that have a value, each with its band."""
    made = []
    for title, keys in FIGURES:
        rows = [_told(key, here, spread.get(key), before) for key in keys if math.isfinite(here.base(key))]
        if rows:
            made.append((word(title), rows))
    return made


def _told(key: str, here: Point, band: Band | None, before: Point | None) -> Told:
    metric = METRICS[key]
    within = "" if band is None or band.grade == EXACT else _within(band, metric)
    was = "" if before is None else format_value(before.base(key), metric)
    text = format_value(here.base(key), metric, full=True)
    return Told(metric.label, text, within, word(band.grade) if band is not None else "", was)


def sentences(scenario: Scenario, here: Point, spread: Mapping[str, Band]) -> list[str]:
    """Return what the scenario comes to, in two to five sentences."""
    stopped = cause(scenario, here)
    made = []
    if stopped is not None:
        made.append(told("As it stands a limit is broken: {limit}.", limit=_within_sentence(stopped.text)))
        found = cures(scenario)
        if found:
            cure = sentence(found[0].label)
            made.append(told("The cheapest single change that would clear it: {cure}.", cure=cure))
    if not math.isfinite(here.base("cost_per_request")):
        return made
    return [*made, _served(scenario, here), _money(here, spread), _waiting(scenario, here)]


def _within_sentence(text: str) -> str:
    """Return a sentence as it goes on in another: small at its beginning where that is English."""
    if spoken() is not None:
        return sentence(text)
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _named(scenario: Scenario, group: str) -> str:
    part = catalog.part_of(scenario, group)
    return part.label if part is not None else str(scenario.get(f"{group}.part"))


def _served(scenario: Scenario, here: Point) -> str:
    rate = format_value(here.base("request_rate"), METRICS["request_rate"], full=True)
    model = _named(scenario, "model")
    if scenario.routed:
        mode = word("in a cascade" if scenario.get("routing.mode") == "cascade" else "behind a router")
        form = "A service of {count} tiers {mode}, {model} the first,"
        model = told(form, count=scenario.flows.used, mode=mode, model=model)
    if scenario.get("finance.supply") == "api":
        return told(
            "{model} answers {rate} on average, with tokens bought from others.", model=model, rate=rate
        )
    many = format_value(here.base("accelerators"), METRICS["accelerators"])
    use = format_value(here.base("utilization"), METRICS["utilization"])
    chip = _named(scenario, "accelerator")
    return told(
        "{model} answers {rate} on average from {many} accelerators ({chip}), busy {use} of the time.",
        model=model, rate=rate, many=many, chip=chip, use=use,
    )  # fmt: skip


_KEPT: Final = (
    "{said}. Of each dollar charged {share} is kept; the price that breaks even is {even} per M output."
)
_LOST: Final = (
    "{said}. Of each dollar charged {share} is lost; the price that breaks even is {even} per M output."
)


def _money(here: Point, spread: Mapping[str, Band]) -> str:
    cost, margin = METRICS["cost_per_output_token"], METRICS["gross_margin"]
    said = told("A million output tokens cost {cost}", cost=format_value(here.base(cost.key), cost))
    band = spread.get(cost.key)
    if band is not None and band.grade != EXACT:
        within = _within(band, cost)
        said += told(" (four measurements in five would say {within})", within=within) if within else ""
    earned = here.base(margin.key)
    even = format_value(here.base("breakeven_price"), METRICS["breakeven_price"])
    if not math.isfinite(earned):
        return told("{said}; nothing is charged for them.", said=said)
    share = format_value(abs(earned), margin).lstrip("+")
    form = _KEPT if earned >= 0.0 else _LOST
    return told(form, said=said, share=share, even=even)


def _waiting(scenario: Scenario, here: Point) -> str:
    first, each = (
        format_value(here.base(f"{name}_p95"), METRICS[f"{name}_p95"]) for name in ("ttft", "tpot")
    )
    if NOTHING in {first, each}:
        return word("Latency is the seller's.")
    ttft, tpot = (spec_of(key).show(scenario.get(key)) for key in ("limits.ttft", "limits.tpot"))
    return told(
        "Of twenty users nineteen see the first token within {first} and then one every {each}; promised are "
        "{ttft} and {tpot} at {percentile}.",
        first=first, each=each, ttft=ttft, tpot=tpot, percentile=scenario.get("limits.percentile"),
    )  # fmt: skip


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
    made = []
    if cause(scenario, here) is not None:
        form = "Would clear the limit: {cure}."
        made += [told(form, cure=sentence(cure.label)) for cure in cures(scenario)[:3]]
    expected = trust(scenario, here)
    if expected is not None and expected.text:
        made.append(f"{sentence(expected.text)}.".replace("..", "."))
    made += [f"{sentence(text)}." for _, text in scenario.warnings()]
    return made
