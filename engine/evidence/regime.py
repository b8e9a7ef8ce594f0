"""The regime a scenario is in: which measured points speak for it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from engine import catalog
from engine.drivers import served
from engine.parts import Part, shipped
from engine.scenario import Scenario, Value

#: `deployment.load` -> how benchmarks load a server; all else is served as a closed loop is.
_MODES: Final = {"static": "static", "offline": "offline"}
#: Separate prefill and decode pools, however they are loaded.
POOLS: Final = "pools"
MODE_WORDS: Final = {
    "closed": "closed-loop", "static": "static-batch", "offline": "full-load", POOLS: "separate-pool",
}  # fmt: skip
MODE_NOUNS: Final = {
    "closed": "a closed loop", "static": "static batches", "offline": "full load", POOLS: "separate pools",
}  # fmt: skip
SORT_WORDS: Final = {"dense": "dense models", "moe": "MoE models", "mla": "MoE models with MLA"}
#: Groups whose values, once changed by hand, make a part another one than was measured.
_MEASURED_GROUPS: Final = ("accelerator.", "efficiency.")
#: Inputs of those groups that no time depends on.
_MONEY: Final = frozenset(
    {
        "accelerator.rent", "accelerator.price", "accelerator.server_price", "accelerator.system_power",
        "accelerator.part",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Regime:
    """What decides which residuals speak for a scenario.

    Attributes
    ----------
    part, family, vendor : str
        Accelerator: id, architecture (empty where it has no kin in the catalogue), maker.
    label : str
        The part's name on screen.
    known : bool
        Whether it is a part of the catalogue, its figures as they ship.
    own : bool
        Whether the part is the user's.
    sort : "dense", "moe" or "mla"
    precision : str
        Of the weights that are read most.
    engine, engine_label : str
    mode : "closed", "static", "offline" or "pools"
    context : float
        Input and output tokens of a request.
    devices : float
        Accelerators per replica.
    """

    part: str
    family: str
    vendor: str
    label: str
    known: bool
    own: bool
    sort: str
    precision: str
    engine: str
    engine_label: str
    mode: str
    context: float
    devices: float


def sort_of(scenario: Scenario) -> str:
    """Return the class of the model: "dense", "moe", or "mla" for experts with latent attention."""
    v = scenario.values
    if float(v["model.expert_parameters"]) <= 0.0:
        return "dense"
    return "mla" if v["model.attention_kind"] == "mla" else "moe"


def precision_of(scenario: Scenario) -> str:
    """Return the format of the weights that are read most: "bf16", "fp8", "fp4", "int8", "int4"."""
    v = scenario.values
    routed = float(v["model.expert_parameters"])
    dense = float(v["model.attention_parameters"]) + float(v["model.dense_parameters"])
    chosen = str(v["precision.experts" if routed > dense else "precision.weights"])
    if chosen != "published":
        return chosen
    bits = float(v["model.native_bits"])
    return "bf16" if bits > 12 else "fp8" if bits > 6 else "fp4"


def regime_of(scenario: Scenario) -> Regime:
    """Return the regime of `scenario`."""
    v = scenario.values
    part = _part(scenario, "accelerator", str(v["accelerator.part"]))
    engine = _part(scenario, "stack", str(v["stack.part"]))
    devices = 1.0
    for name in ("tensor_parallel", "data_parallel", "pipeline_parallel"):
        devices *= float(v[f"deployment.{name}"])
    family = "" if part is None else part.facts.get("family", "")
    return Regime(
        part.id if part is not None else str(v["accelerator.part"]),
        family if isinstance(family, str) else "",
        part.vendor if part is not None else "",
        part.label if part is not None else str(v["accelerator.part"]),
        part is not None and part.origin == "catalogue" and _as_shipped(scenario, part),
        part is not None and part.origin != "catalogue",
        sort_of(scenario),
        precision_of(scenario),
        str(v["stack.part"]),
        engine.label if engine is not None else str(v["stack.part"]),
        _mode(scenario),
        sum(served(scenario).number(f"workload.{name}_tokens") for name in ("input", "output")),
        devices,
    )


def _mode(scenario: Scenario) -> str:
    if scenario.values["deployment.disaggregated"] != "no":
        return POOLS
    return _MODES.get(str(scenario.values["deployment.load"]), "closed")


def _part(scenario: Scenario, kind: str, ident: str) -> Part | None:
    # A part that ships is found without a look into the user's folder, which every tick would pay for.
    if not scenario.parts and ident in shipped(kind):
        return shipped(kind)[ident]
    return catalog.part_of(scenario, kind)


def _as_shipped(scenario: Scenario, part: Part) -> bool:
    return all(scenario.values[key] == value for key, value in _figures(part))


@lru_cache(maxsize=64)
def _shipped_figures(ident: str) -> tuple[tuple[str, Value], ...]:
    return _read(catalog.part("accelerator", ident))


def _figures(part: Part) -> tuple[tuple[str, Value], ...]:
    return _shipped_figures(part.id) if part.origin == "catalogue" else _read(part)


def _read(part: Part) -> tuple[tuple[str, Value], ...]:
    return tuple(
        (key, part.values[key].value)
        for key in part.values
        if key.startswith(_MEASURED_GROUPS) and key not in _MONEY
    )
