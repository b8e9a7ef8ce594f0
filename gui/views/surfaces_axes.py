"""Which inputs may be axes of the surfaces, and which give way to others that have an effect."""

from collections.abc import Sequence

from engine.parameters import SPECS
from engine.scenario import Scenario, spec_of
from engine.tier_keys import known
from gui.language import inner, say

#: What sets the load of a replica -> the input that then matters; the other ones change nothing.
LOADED_BY = {
    "concurrency": "deployment.concurrency",
    "closed": "deployment.concurrency",
    "static": "deployment.concurrency",
    "offline": "deployment.batch_cap",
    "share": "deployment.load_share",
    "goodput": "limits.tpot",
    "replicas": "deployment.replicas",
}
#: Who buys tokens has no replica to load: what matters in its place.
BOUGHT_BY = "api.output"
LOAD_INPUTS = frozenset({"deployment.concurrency", "deployment.load_share", "deployment.replicas"})


def is_axis(key: object) -> bool:
    """Return whether `key` names an input that can be an axis."""
    spec = known(key) if isinstance(key, str) else None
    return spec is not None and spec.numeric


def effective(scenario: Scenario, axes: Sequence[str]) -> tuple[str, str]:
    """Return the inputs along x and y.

    An input of the load that has no effect, because another one sets it, gives way to that one.
    """
    wanted = LOADED_BY.get(str(scenario.get("deployment.load")), "")
    if scenario.get("finance.supply") == "api":
        wanted = BOUGHT_BY
    x, y = (wanted if wanted and key in LOAD_INPUTS else key for key in axes)
    return (x, y) if x != y else (axes[0], axes[1])


def no_effect(scenario: Scenario, key: str) -> str:
    """Return in a sentence that input `key` moves nothing because another one sets the load; "" else."""
    load = SPECS["deployment.load"]
    now = scenario.get(load.key)
    if key not in LOAD_INPUTS or key == LOADED_BY.get(str(now)):
        return ""
    form = "{label} has no effect while {load} is {now}"
    return say(form, label=spec_of(key).label, load=inner(load.label), now=load.show(now))
