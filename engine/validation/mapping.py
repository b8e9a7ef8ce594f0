"""A row of measured points -> the scenario that the ordinary engine evaluates, or why there is none.

A `Case` opens in the window like any scenario and evaluates there to the same numbers. Nothing is
tuned by row: part, model and serving engine come from the catalogue, everything else is what the row
says; what it leaves open is declared here once for all rows, and told under `assumed`.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from engine import catalog
from engine.errors import ParameterError
from engine.parameters import SPECS
from engine.parts import Part
from engine.scenario import DEFAULT, Scenario, Value
from engine.validation import loads, names, scripts
from engine.validation.drafts import drafts
from engine.validation.layout import Layout, Pools, layout
from engine.validation.lengths import Lengths, lengths
from engine.validation.measures import Measure, measures
from engine.validation.points import Point
from engine.validation.recipes import engine_form, recipe


@dataclass(frozen=True)
class Case:
    """A measured point with the scenario that predicts it.

    Attributes
    ----------
    regime : str
        One of `loads.REGIMES`.
    replicas : float
        Copies of the scenario's replica the run had; its throughput is theirs together.
    measured : mapping of measure to Measure
        SI, see `measures`.
    labels : mapping of dimension to label
        What reports group by: accelerator, vendor, family, model, model_class, precision, engine,
        regime, lengths (told or assumed), split, source.
    assumed : tuple of str
        What the row leaves open and was declared instead.
    """

    point: Point
    scenario: Scenario
    regime: str
    replicas: float
    measured: Mapping[str, Measure]
    labels: Mapping[str, str]
    assumed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A row without a scenario; `kind` groups reasons, `reason` tells this row's."""

    point: Point
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Parts:
    accelerator: Part
    model: Part
    stack: Part | None


def cases(points: Iterable[Point]) -> tuple[list[Case], list[Unmapped]]:
    """Return the cases and the rows that could not be mapped; together they are all of `points`."""
    made = [case(point) for point in points]
    return [one for one in made if isinstance(one, Case)], [one for one in made if isinstance(one, Unmapped)]


def case(point: Point) -> Case | Unmapped:
    """Return the case of `point`, or why it has none."""
    if point.problems:
        return Unmapped(point, "unreadable row", "; ".join(point.problems))
    parts = _parts(point)
    if isinstance(parts, Unmapped):
        return parts
    kind = loads.regime(point)
    if isinstance(kind, str):
        return Unmapped(point, "load", kind)
    long = lengths(point)
    if isinstance(long, str):
        return Unmapped(point, "lengths", long)
    cut = layout(point, _number(parts.model, "model.expert_parameters") > 0.0)
    if isinstance(cut, str):
        return Unmapped(point, "layout", cut)
    if isinstance(cut, Layout):
        cut = scripts.scripted(point, cut)
    return _made(point, parts, kind, long, cut)


def _made(
    point: Point, parts: _Parts, kind: tuple[str, str], long: Lengths, cut: Layout | Pools
) -> Case | Unmapped:
    regime, guessed = kind
    held = _settings(point, parts, cut)
    if isinstance(held, str):
        return Unmapped(point, "precision", held)
    load = loads.load(point, regime, cut)
    if isinstance(load, str):
        return Unmapped(point, "load", load)
    measured = measures(point, regime, (long.prompt, long.output))
    if not measured:
        return Unmapped(point, "nothing measured", "no metric of the row is one we predict")
    ahead, drafted = drafts(point)
    values: dict[str, Value] = {**held, **_workload(long), **_deployment(cut), **load, **ahead}
    made = _base(parts.accelerator.id, parts.model.id, parts.stack.id if parts.stack else "")
    try:
        scenario = made.with_values(values)
    except ParameterError as error:
        return Unmapped(point, "out of range", str(error))
    generic = "" if parts.stack else f"engine {point.engine!r} is generic"
    assumed = tuple(filter(None, (long.assumed, guessed, drafted, generic)))
    labels = _labels(point, parts, regime, str(held["precision.experts"]))
    labels["lengths"] = "assumed" if long.assumed else "told"
    return Case(point, scenario, regime, float(cut.replicas), measured, labels, assumed)


def told(point: Point, dimension: str) -> str:
    """Return the label that the row itself gives in `dimension`, "split" or "source"."""
    return str(getattr(point, dimension)) or "none"


def named(one: Case) -> Scenario:
    """Return the case's scenario under a name that tells which point it is, for a window."""
    name = f"{one.labels['accelerator']} {one.labels['model']} {one.point.point_id}"
    note = "; ".join((f"{one.point.source}: {one.point.source_repo}", *one.assumed))
    return dataclasses.replace(one.scenario, name=name, note=note)


def _parts(point: Point) -> _Parts | Unmapped:
    if "hosted api" in point.hardware.lower() or "endpoint" in point.batch_kind:
        return Unmapped(point, "hosted API", "an endpoint shared with others, its machines unknown")
    accelerator = names.accelerator(point.hardware) if point.hardware else None
    if accelerator is None:
        return Unmapped(point, "accelerator", f"accelerator {point.hardware!r} is not in the catalogue")
    model = names.model(point.model, point.model_canon)
    if model is None:
        return Unmapped(point, "model", f"model {point.model or point.model_canon!r} is not in the catalogue")
    forms = filter(None, (engine_form(point), point.engine))
    family = str(accelerator.facts.get("family", ""))
    stacks = (names.stack(form, scripts.era(point), accelerator.vendor, family) for form in forms)
    return _Parts(accelerator, model, next(filter(None, stacks), None))


def _number(part: Part, key: str) -> float:
    figure = part.values.get(key)
    return 0.0 if figure is None or isinstance(figure.value, str) else figure.value


@cache
def _base(accelerator: str, model: str, stack: str) -> Scenario:
    made = catalog.apply(catalog.apply(DEFAULT, "accelerator", accelerator), "model", model)
    made = catalog.apply(made, "stack", stack) if stack else made
    return made.with_values(
        {
            "workload.cached_share": 0.0,
            "workload.peak_to_mean": 1.0,
            "fleet.spare_share": 0.0,
            "fleet.waste_share": 0.0,
            "limits.percentile": "mean",
            # Whatever was measured was admissible to those who ran it.
            "limits.tpot": SPECS["limits.tpot"].high,
            "limits.ttft": SPECS["limits.ttft"].high,
        }
    )


def _settings(point: Point, parts: _Parts, cut: Layout | Pools) -> dict[str, Value] | str:
    """Return precisions of `point` and what its scripts set; weights and cache without a label are BF16."""
    label = point.weight_precision or "bf16"
    experts = names.precision(label)
    if experts is None:
        return f"precision {label!r} is not in the catalogue"
    engine = parts.stack.id if parts.stack else ""
    known = recipe(point, parts.accelerator.id, parts.model.id, engine, experts, cut)
    kv = names.precision(point.kv_precision or known.kv or "bf16")
    if kv is None:
        return f"precision {point.kv_precision!r} is not in the catalogue"
    held: dict[str, Value] = {
        "precision.weights": published(parts.model.id, experts),
        "precision.experts": experts,
        "precision.compute": _arithmetic(parts, experts),
        # What the cache model knows of eight bits is their number.
        "precision.kv": "fp8" if kv == "int8" else kv,
    }
    told = {"token_budget": known.budget, "polling_interval": known.polling}
    told |= {"gathering_steps": known.gathering, "delivery_steps": known.delivery}
    held.update({f"deployment.{name}": value for name, value in told.items() if value is not None})
    return held


def _arithmetic(parts: _Parts, experts: str) -> str:
    if experts == "fp4" and parts.model.id.startswith("gpt-oss"):
        # MXFP4 is for weights: activations are MXFP8 where there is FP4 arithmetic, BF16 elsewhere.
        return "fp8" if _number(parts.accelerator, "accelerator.fp4") else "bf16"
    return {"int4": "bf16"}.get(experts, experts)


def published(model: str, experts: str) -> str:
    """Return the precision of attention and dense weights in a checkpoint whose experts are in `experts`.

    Four-bit checkpoints of these families keep attention wide: gpt-oss in BF16; DeepSeek's output
    projection is narrow and the rest BF16, eight bits in the mean with the shared experts.
    """
    if experts != "fp4":
        return experts
    if model.startswith("gpt-oss"):
        return "bf16"
    return "fp8" if model.startswith("deepseek") else experts


def _workload(long: Lengths) -> dict[str, Value]:
    return {
        "workload.input_tokens": long.prompt,
        "workload.output_tokens": long.output,
        "workload.input_variation": long.prompt_variation,
        "workload.output_variation": long.output_variation,
    }


def _deployment(cut: Layout | Pools) -> dict[str, Value]:
    if isinstance(cut, Pools):
        front = cut.prefill
        return {
            **_deployment(cut.decode),
            "deployment.disaggregated": "yes",
            "deployment.prefill_workers": float(front.replicas),
            "deployment.decode_workers": float(cut.decode.replicas),
            "deployment.prefill_tensor_parallel": float(front.tensor),
            "deployment.prefill_pipeline_parallel": float(front.pipeline),
            "deployment.prefill_expert_parallel": float(front.expert),
            "deployment.prefill_data_parallel": float(front.data),
        }
    return {
        "deployment.tensor_parallel": float(cut.tensor),
        "deployment.pipeline_parallel": float(cut.pipeline),
        "deployment.expert_parallel": float(cut.expert),
        "deployment.data_parallel": float(cut.data),
    }


def _labels(point: Point, parts: _Parts, regime: str, precision: str) -> dict[str, str]:
    return {
        "accelerator": parts.accelerator.id,
        "vendor": parts.accelerator.vendor.lower() or "unknown",
        "model": parts.model.id,
        "model_class": "moe" if _number(parts.model, "model.expert_parameters") > 0.0 else "dense",
        "precision": precision,
        "engine": parts.stack.id if parts.stack else "other",
        "regime": regime,
        "split": told(point, "split"),
        "source": told(point, "source"),
    }
