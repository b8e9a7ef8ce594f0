"""What a folded group says of itself, in a few words made from its inputs."""

from collections.abc import Iterable
from typing import Final

from engine.parameters import SPECS
from engine.scenario import Scenario, spec_of
from engine.tier_keys import split
from gui import shown_units
from gui.language import current, say, tr

#: Group -> inputs told, each as text around "{}".
TOLD: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "limits": (("tpot", "TPOT {}"), ("ttft", "TTFT {}")),
    "routing": (("mode", "{}"),),
    "precision": (("weights", "{}"), ("kv", "KV {}")),
    "deployment": (("tensor_parallel", "TP {}"), ("concurrency", "{} sequences")),
    "efficiency": (("gemm_memory_fp8", "streaming {}"),),
    "stack": (("step_time", "{} a step"),),
    "correction": (("decode", "decode × {}"), ("prefill", "prefill × {}")),
    "fleet": (("spare_share", "{} spare"), ("waste_share", "{} wasted")),
    "reliability": (("regions", "{}"),),
    "fabric": (("topology", "{}"),),
    "silicon": (("logic", "logic {}"),),
    "chain": (("construction", "{} of IT power"),),
    "facility": (("pue", "PUE {}"), ("power_price", "{}")),
    "finance": (("supply", "{}"), ("cost_of_capital", "{} capital")),
    "price": (("output", "{} per M output"),),
    "api": (("output", "{} per M output"),),
    "usage": (("top_share", "heaviest {}"), ("spread", "spread {}")),
    "task": (("calls", "{} calls"),),
    "outlook": (("demand_growth", "demand {}"), ("elasticity", "e {}")),
    "industry": (("own_silicon_end", "own silicon {}"),),
    "training": (("inference_share", "inference {}"),),
}
#: Precision names with a remark behind them, cut to the name.
_REMARK: Final = " ("


def groups_of(keys: Iterable[str]) -> set[str]:
    """Return the groups of inputs `keys`, of whatever tier: what a summary is made of."""
    return {split(key)[1].partition(".")[0] for key in keys}


def summary(group_key: str, scenario: Scenario, part_label: str) -> str:
    """Return what group `group_key` holds in `scenario`; the part's name where nothing better is told."""
    if group_key == "thesis":
        on = sum(value == "yes" for key, value in scenario.values.items() if key.startswith("thesis."))
        return say("{on} lines on", on=on) if on > 1 else tr("one line on" if on else "no line on")
    if group_key == "levers":
        return _pulled(scenario)
    told = TOLD.get(group_key)
    if told is None:
        return part_label
    if group_key == "correction" and all(
        value == SPECS[key].default for key, value in scenario.values.items() if key.startswith("correction.")
    ):
        return tr("none")
    return ", ".join(tr(form).format(_short(f"{group_key}.{name}", scenario)) for name, form in told)


def _pulled(scenario: Scenario) -> str:
    """Return the names of the levers that are on."""
    switches = [spec for spec in SPECS.values() if spec.group == "levers" and spec.kind == "choice"]
    on = [spec.label for spec in switches if not spec.when and scenario.values[spec.key] != spec.default]
    return _capital(", ".join(on)) or tr("none")


def _capital(text: str) -> str:
    """Return names in a row: in English only the first is capital."""
    return text.capitalize() if current() == "en" else text


def _short(key: str, scenario: Scenario) -> str:
    spec = SPECS[key]
    value = scenario.values[key]
    text = shown_units.text(value, spec, full=spec.unit == "$/kWh")
    return text.removesuffix(" ×").partition(_REMARK)[0]


def rows_of(moved: list[str], now: Scenario, before: Scenario) -> set[str] | None:
    """Return which rows tell of inputs `moved`, whatever the tier; None where others may tell of them too.

    What a number is set to puts no other input out of action; choices, notes and tiers may.
    """
    numbers = all(spec_of(key).kind == "number" for key in moved)
    same = now.annotations is before.annotations and now.flows.used == before.flows.used
    return {split(key)[1] for key in moved} if numbers and same else None
