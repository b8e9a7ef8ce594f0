"""Which share of the requests reaches each tier, and which share each answers.

The plain twin of `engine.kernels.tiers.flows`: scenarios and panels ask without compiled code, and a test
holds both to the same figures.
"""

from collections.abc import Mapping
from typing import NamedTuple

from engine.parameters import TIERS


class Flows(NamedTuple):
    """Shares of all requests by tier, from tier 1 on; 0 for a tier not in use.

    Attributes
    ----------
    used : int
        Tiers in use.
    reach : tuple of float
        Requests that a tier works on; of a cascade they add up to more than 1.
    answers : tuple of float
        Requests whose answer is that of the tier; they add up to 1.
    """

    used: int
    reach: tuple[float, ...]
    answers: tuple[float, ...]


def flows(values: Mapping[str, float | str]) -> Flows:
    """Return the flows that the inputs `values` of routing make."""
    mode = values["routing.mode"]
    used = int(float(values["routing.tiers"])) if mode != "none" else 1
    reach, answers, left = [0.0] * TIERS, [0.0] * TIERS, 1.0
    for at in range(used):
        last = at == used - 1
        share = 1.0
        if not last and mode == "router":
            share = float(values[f"routing.share{at + 1}"])
        elif not last:
            share = 1.0 - float(values[f"routing.escalated{at + 1}"])
        taken = left if last else min(share, left) if mode == "router" else left * share
        reach[at] = taken if mode == "router" else left
        answers[at] = taken
        left -= taken
    return Flows(used, tuple(reach), tuple(answers))
