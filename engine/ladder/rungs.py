"""The rungs of the ladder, declared once: what each lever does to a scenario, and when it cannot.

A rung changes inputs of the scenario and nothing else, so a step is an ordinary scenario that the engine
evaluates. To add one, write a function and put it into `RUNGS`.
"""

from collections.abc import Mapping
from typing import Final

from engine import catalog
from engine.drivers import point
from engine.ladder.models import easy_share, smaller_model, two_tiers, with_model
from engine.ladder.rung import Level, NotHere, Pulled, Rung
from engine.parts import Part
from engine.scenario import Scenario, Value

Changes = Mapping[str, Value]

#: A model of at most these shares of active and of all parameters takes easy requests, on so many ranks.
_SMALL: Final = (0.65, 0.35)
_RANKS: Final = (1.0, 2.0, 4.0, 8.0)


def _percent(value: float) -> str:
    return f"{value * 100:.3g} %"


def _one(scenario: Scenario, changes: Changes, words: str) -> tuple[tuple[Scenario, str], ...]:
    return ((scenario.with_values(changes), words),)


def _response(scenario: Scenario, level: str) -> Pulled:
    share = scenario.number("levers.response_share") if level == "set" else float(level)
    if scenario.get("levers.response") == "on" and share <= scenario.number("levers.response_share"):
        raise NotHere("the scenario has a response cache already")
    changes: dict[str, Value] = {"levers.response": "on", "levers.response_share": share}
    return Pulled(_one(scenario, changes, f"{_percent(share)} of requests answered from a store"))


def _prefix(scenario: Scenario, level: str) -> Pulled:
    host = scenario.number("levers.prefix_host") if level == "set" else float(level)
    made = scenario.with_values({"levers.prefix": "sized", "levers.prefix_host": host})
    before, after = (point(one).base("served_cached_share") for one in (scenario, made))
    disk = scenario.number("levers.prefix_disk")
    size = f"{host:.4g} GB of memory and {disk:.4g} GB of disk an accelerator"
    if not after > before:
        most = f"no more than the {_percent(before)} today"
        raise NotHere(f"it would find {_percent(after)} of input, {most}, with {size}")
    return Pulled(((made, f"{_percent(after)} found, with {size}"),))


def _route(scenario: Scenario, level: str) -> Pulled:
    if scenario.routed:
        raise NotHere("requests are shared among tiers already")
    small = smaller_model(scenario, *_SMALL)
    if small is None:
        raise NotHere("the catalogue has no smaller model of a like kind")
    floor = point(scenario).base("quality") * (1.0 - float(level))
    ways = []
    for ranks in _RANKS:
        made = two_tiers(scenario, small, ranks)
        share = easy_share(made, floor)
        if share > 0.0:
            told = f"{_percent(share)} to {small.label} at TP {ranks:.0f}, the rest as today"
            ways.append((made.with_value("routing.share1", share), told))
    if not ways:
        raise NotHere(f"{small.label} cannot take a share at {_percent(floor)} of good answers")
    return Pulled(tuple(ways), only_if_cheaper=True)


def _compression(scenario: Scenario, level: str) -> Pulled:
    kept = scenario.number("levers.compression_kept") if level == "set" else float(level)
    if scenario.get("levers.compression") == "on" and kept >= scenario.number("levers.compression_kept"):
        raise NotHere("prompts are compressed already")
    changes: dict[str, Value] = {"levers.compression": "on", "levers.compression_kept": kept}
    return Pulled(_one(scenario, changes, f"{_percent(kept)} of the prompt kept"))


#: Fewer output tokens hold no reasoning worth cutting; chat answers 300, reasoning 5,000 (theory 7).
_REASONS: Final = 1500.0


def _effort(scenario: Scenario, level: str) -> Pulled:
    times = float(level)
    if scenario.get("levers.effort") != "given":
        raise NotHere("the scenario sets its reasoning effort itself")
    tokens = scenario.number("workload.output_tokens")
    if tokens < _REASONS:
        raise NotHere(f"answers of {tokens:,.0f} tokens hold no reasoning to cut")
    changes: dict[str, Value] = {
        "levers.effort": "custom", "levers.effort_tokens": times, "levers.effort_variation": 1.0,
        # Half the thought adds a tenth to the errors: an assumption, told on the step.
        "levers.effort_gain": -0.2 * (1.0 - times),
    }  # fmt: skip
    words = f"{tokens * times:,.0f} tokens an answer; errors {0.2 * (1.0 - times) * 100:.3g} % up, assumed"
    return Pulled(_one(scenario, changes, words))


_BITS: Final[Mapping[str, float]] = {"bf16": 16.0, "fp8": 8.0, "int8": 8.0, "fp4": 4.5, "int4": 4.125}
_NAMES: Final[Mapping[str, str]] = {
    "bf16": "BF16", "fp8": "FP8", "int8": "INT8", "fp4": "FP4", "int4": "INT4", "published": "as published",
}  # fmt: skip


def _held(scenario: Scenario) -> tuple[str, float]:
    """Return the format of the weights that are most, and its bits."""
    routed = scenario.number("model.expert_parameters") > scenario.number("model.dense_parameters")
    held = str(scenario.get("precision.experts" if routed else "precision.weights"))
    return held, _BITS.get(held, scenario.number("model.native_bits"))


def _narrower(scenario: Scenario) -> str:
    """Return the next narrower format the accelerator computes in."""
    held, bits = _held(scenario)
    part = catalog.part_of(scenario, "accelerator")
    named = part.label if part is not None else str(scenario.get("accelerator.part"))
    if bits > 8.5:
        if scenario.number("accelerator.fp8") > 0.0:
            return "fp8"
        if scenario.number("accelerator.int8") > 0.0:
            return "int8"
        raise NotHere(f"{named} computes in nothing narrower than BF16")
    if bits <= 4.75:
        raise NotHere(f"weights are {_NAMES[held]} already, nothing narrower is served")
    if scenario.number("accelerator.fp4") > 0.0:
        return "fp4"
    raise NotHere(f"weights are {_NAMES[held]} and {named} has no FP4 arithmetic; try INT4 weights")


def _precision(scenario: Scenario, level: str) -> Pulled:
    chosen = _narrower(scenario) if level == "next" else level
    held, bits = _held(scenario)
    if _BITS[chosen] >= bits:
        raise NotHere(f"weights are {_NAMES[held]} already")
    changes: dict[str, Value] = {"precision.weights": chosen}
    if scenario.number("model.expert_parameters") > 0.0:
        changes["precision.experts"] = chosen
    if chosen != "int4":
        changes["precision.compute"] = chosen
    if scenario.get("precision.kv") == "bf16":
        changes["precision.kv"] = "fp8"
    return Pulled(_one(scenario, changes, f"weights in {_NAMES[chosen]}, were {_NAMES[held]}"))


#: Guesses a step that are tried; what a verification accepts is measured up to eight.
_GUESSES: Final = (1, 2, 3, 5, 7)


def _speculative(scenario: Scenario, level: str) -> Pulled:
    if scenario.number("deployment.draft_tokens") > 0.0:
        raise NotHere(f"{scenario.number('deployment.draft_tokens'):.0f} tokens are guessed ahead already")
    drafters = _drafters(scenario, level)
    ways = []
    for guesses in _GUESSES:
        changes: dict[str, Value] = {}
        for place, drafter in drafters.items():
            changes[f"{place}deployment.draft_tokens"] = float(guesses) if drafter is not None else 0.0
            if drafter is not None:
                for name in ("acceptance", "decay", "share"):
                    changes[f"{place}deployment.draft_{name}"] = _figure(drafter, name)
        named = next(drafter.label for drafter in drafters.values() if drafter is not None)
        ways.append((scenario.with_values(changes), f"{guesses} guessed ahead, as {named}"))
    return Pulled(tuple(ways), only_if_cheaper=True)


def _figure(drafter: Part, name: str) -> float:
    told = drafter.facts[name]
    return 0.0 if isinstance(told, str) else float(told.value)


def _drafters(scenario: Scenario, level: str) -> dict[str, Part | None]:
    """Return who guesses, by the place of each tier in keys; None for tiers whose model ships none."""
    if level != "own":
        return {"": catalog.part("drafter", level)}
    if not scenario.routed:
        return {"": catalog.part("drafter", _own_drafter(scenario))}
    made: dict[str, Part | None] = {}
    why = ""
    for tier in range(1, scenario.flows.used + 1):
        place = "" if tier == 1 else f"tier{tier}."
        try:
            made[place] = catalog.part("drafter", _own_drafter(scenario.tier(tier)))
        except NotHere as reason:
            made[place], why = None, str(reason)
    if not any(made.values()):
        raise NotHere(why)
    return made


def _own_drafter(scenario: Scenario) -> str:
    """Return the drafter that stands for the multi-token prediction the model ships."""
    model = catalog.part_of(scenario, "model")
    if model is None:
        raise NotHere("nothing is known of multi-token prediction in this model; choose a drafter")
    shipped = model.facts.get("params_mtp")
    if shipped is None or isinstance(shipped, str) or not float(shipped.value) > 0.0:
        raise NotHere(
            f"{model.label} ships no weights for multi-token prediction; choose a head trained apart"
        )
    own = {"DeepSeek": "deepseek-v4-pro-mtp", "Alibaba": "qwen3.5-mtp"}
    return own.get(model.vendor, "glm-5.2-mtp")


_BUDGETS: Final = (512.0, 1024.0, 2048.0, 4096.0, 8192.0, 16384.0)


def _chunking(scenario: Scenario, level: str) -> Pulled:
    now = scenario.number("deployment.token_budget")
    if scenario.get("deployment.disaggregated") == "yes":
        raise NotHere("prompts have a pool of their own")
    tried = _BUDGETS if level == "best" else (float(level),)
    ways = tuple(
        (scenario.with_value("deployment.token_budget", size), f"{size:,.0f} tokens a step, were {now:,.0f}")
        for size in tried
        if size != now
    )
    if not ways:
        raise NotHere(f"a step has {now:,.0f} tokens already")
    return Pulled(ways, only_if_cheaper=True)


def _disaggregation(scenario: Scenario, level: str) -> Pulled:
    del level
    if scenario.get("deployment.disaggregated") == "yes":
        raise NotHere("prefill and decode have pools of their own already")
    if scenario.get("deployment.load") == "static":
        raise NotHere("a static batch prefills first and decodes then")
    changes = {"deployment.disaggregated": "yes"}
    return Pulled(_one(scenario, changes, "a pool of its own for prefill"), only_if_cheaper=True)


def _schedule(scenario: Scenario, level: str) -> Pulled:
    load = str(scenario.get("deployment.load"))
    if load in {"goodput", "closed", "static", "offline", "replicas"}:
        said = {"goodput": "replicas run as hard as the limits allow already"}
        raise NotHere(said.get(load, "its load is set otherwise than by arrivals"))
    del level
    changes = {"deployment.load": "goodput"}
    return Pulled(_one(scenario, changes, "each replica as full as the limits allow"), only_if_cheaper=True)


def _elastic(scenario: Scenario, level: str) -> Pulled:
    del level
    if scenario.get("fleet.scaling") == "elastic":
        raise NotHere("the fleet follows demand already")
    if scenario.get("deployment.load") == "replicas":
        raise NotHere("the number of replicas is fixed")
    changes = {"fleet.scaling": "elastic"}
    return Pulled(_one(scenario, changes, "machines only while they are needed"), only_if_cheaper=True)


def _distilled(scenario: Scenario, level: str) -> Pulled:
    if scenario.routed:
        raise NotHere("a small tier takes the easy requests already")
    if scenario.get("levers.distilled") == "on":
        raise NotHere("the model is one's own making already")
    found = smaller_model(scenario, float(level), float(level))
    if found is None:
        raise NotHere("the catalogue has no smaller model of a like kind")
    cost = scenario.number("levers.distilled_cost")
    ways = tuple(
        (
            with_model(scenario, found, ranks).with_value("levers.distilled", "on"),
            f"{found.label} trained for the task, ${cost:,.0f} once, at TP {ranks:.0f}",
        )
        for ranks in _RANKS
    )
    return Pulled(ways, one_off=cost)


def _levels(*shares: float, first: str = "as set") -> tuple[Level, ...]:
    return (Level("set", first), *(Level(f"{share:g}", _percent(share)) for share in shares))


_HEADS: Final = tuple(
    Level(ident, label)
    for ident, label in (
        ("minimax-m3-eagle3-plain", "EAGLE-3 head"),
        ("kimi-k3-dspark", "DSpark head"),
        ("qwen3.5-mtp", "as MTP of Qwen3.5"),
    )
)

#: Every rung in the order they are pulled: cache, route, compress, think, precision, guess, schedule.
RUNGS: Final[tuple[Rung, ...]] = (
    Rung(
        "response", "Response cache", "Answers to questions asked before come from a store.",
        _levels(0.05, 0.1, 0.2, 0.3, 0.5), _response, strength="levers.response_share",
    ),
    Rung(
        "prefix", "Prefix cache", "Memory and disks hold what prompts have in common.",
        (Level("set", "as set"), *(Level(f"{size}", f"{size} GB") for size in (32, 64, 256, 512, 1024))),
        _prefix, strength="levers.prefix_host", machines=True,
    ),
    Rung(
        "route", "Small tier", "A router sends easy requests to a smaller model.",
        tuple(Level(f"{t:g}", f"{_percent(t)} of quality") for t in (0.02, 0.05, 0.1, 0.2)), _route,
    ),
    Rung(
        "compression", "Prompt compression", "A small model drops what adds little to the prompt.",
        _levels(0.9, 0.8, 0.6, 0.4, 0.2), _compression, strength="levers.compression_kept",
    ),
    Rung(
        "effort", "Less reasoning", "Shorter thought before the answer.",
        tuple(Level(f"{t:g}", f"× {t:g}") for t in (0.5, 0.8, 0.7, 0.3)), _effort, on=False,
    ),
    Rung(
        "distilled", "Smaller model", "A smaller model distilled for the task.",
        tuple(Level(f"{t:g}", f"up to {_percent(t)}") for t in (0.5, 0.25, 0.1)), _distilled, on=False,
    ),
    Rung(
        "precision", "Precision", "Fewer bits for weights and arithmetic.",
        (Level("next", "next narrower"), *(Level(k, _NAMES[k]) for k in ("fp8", "int8", "fp4", "int4"))),
        _precision, machines=True,
    ),
    Rung(
        "speculative", "Speculative decoding", "Tokens guessed ahead and checked in one step.",
        (Level("own", "MTP it ships"), *_HEADS), _speculative, machines=True,
    ),
    Rung(
        "chunking", "Token budget", "How much prefill a step takes beside decoding.",
        (Level("best", "cheapest"), *(Level(f"{size:.0f}", f"{size:,.0f}") for size in _BUDGETS)), _chunking,
        machines=True,
    ),
    Rung(
        "disaggregation", "Disaggregation", "Prefill and decode on machines of their own.",
        (Level("both", "as work asks"),), _disaggregation, machines=True,
    ),
    Rung(
        "schedule", "Fill to the limits", "Replicas as full as the service limits allow.",
        (Level("limits", "to the limits"),), _schedule, machines=True,
    ),
    Rung(
        "elastic", "Elastic fleet", "Machines follow demand over the week.",
        (Level("follow", "as demand"),), _elastic, machines=True,
    ),
)  # fmt: skip
