"""What is worth knowing of a frame besides its figures: issues with their cures, and explanations."""

import dataclasses
import math
from typing import Final

from engine.absent import why_absent
from engine.drivers import Point, best_split, cause, cures
from engine.drivers.routing import saving
from engine.errors import IsocostError
from engine.explain import Explanation, Provenance, explain
from engine.outlook import PREFIX, outlook, reason
from engine.parameters import SPECS
from engine.scenario import Scenario, Value
from gui.language import inner, say
from gui.live_results import Frame
from gui.panels.issues import Issue
from gui.plotting.latency_answer import Answer, caution, doubt
from gui.reading import format_value
from gui.shown_text import explained
from gui.shown_units import METRICS
from gui.views.latency import LatencyView

#: Share of cost that a change must save to be offered.
_WORTH: Final = 0.01


def issues(frame: Frame, answer: Answer | None) -> list[Issue]:
    """Return what stops the point of `frame`, where its closed form is doubtful, and unusual inputs."""
    scenario = frame.wish.scenario
    found = []
    stopped = cause(scenario, frame.point)
    if stopped is not None:
        offered = tuple((cure.label, dict(cure.changes)) for cure in cures(scenario))
        found.append(Issue("error", "", stopped.text, offered))
    doubted = doubt(frame.trust, answer)
    if doubted:
        found.append(Issue("warning", "", doubted, (), "Latency by the closed form", LatencyView.key))
    found += missed_target(frame.point, scenario)
    found += _cheaper_split(frame)
    found += [Issue("warning", key, text, ()) for key, text in scenario.warnings()]
    return found


def missed_target(point: Point, scenario: Scenario) -> list[Issue]:
    """Return what to know where spares from a target do not reach it."""
    available = point.base("availability")
    if scenario.get("reliability.redundancy") != "target" or not available < _near(scenario):
        return []
    wanted, common = (
        SPECS[key].show(scenario.values[key]) for key in ("reliability.target", "reliability.common_cause")
    )
    text = say(
        "Availability {available} misses its target {wanted}: spares cannot make up for the common "
        "cause, {common} of the time",
        available=format_value(available, METRICS["availability"]),
        wanted=wanted,
        common=common,
    )
    offered: list[tuple[str, dict[str, Value]]] = []
    if scenario.get("reliability.regions") == "one":
        offered = [
            ("Serve from two regions", {"reliability.regions": "two"}),
            ("Have a second provider on call", {"reliability.regions": "provider"}),
        ]
    return [Issue("warning", "reliability.target", text, tuple(offered))]


def _near(scenario: Scenario) -> float:
    """Return the availability from which on the target counts as met: a hundredth of what it leaves below."""
    target = scenario.number("reliability.target")
    return target - 0.01 * (1.0 - target)


def _cheaper_split(frame: Frame) -> list[Issue]:
    """Return the split of requests among tiers that saves something worth a button."""
    scenario = frame.wish.scenario
    best = best_split(scenario) if frame.point.feasible else None
    saved = saving(scenario, frame.point, best) if best is not None and best.enough else 0.0
    if best is None or saved < _WORTH:
        return []
    shares = " / ".join(f"{share * 100:.3g} %" for share in best.answers)
    text = say(
        "Answers split {shares} would cost {saved:.2g} % less, bad answers included, with "
        "{quality:.3g} % of them good",
        shares=shares,
        saved=saved * 100,
        quality=best.quality * 100,
    )
    return [
        Issue(
            "warning",
            "",
            text,
            ((say("Split {shares}", shares=shares), dict(best.changes)),),
            "A cheaper split",
        )
    ]


def explanation(frame: Frame, key: str, provenance: Provenance, answer: Answer | None) -> Explanation:
    """Return how metric or input `key` of `frame` comes about, and what to know before it is used."""
    if key.startswith(PREFIX):
        try:
            return explained(reason(outlook(frame.wish.scenario), key, provenance))
        except IsocostError:
            # The years that are left, or what stops them, no longer hold it.
            key = "price_per_request"
    tree = explain(frame.point, frame.wish.scenario, key, provenance, frame.bands)
    said = _missing(frame, key) or caution(key, frame.trust, answer)
    return dataclasses.replace(explained(tree, frame.bands), caution=said)


def _missing(frame: Frame, key: str) -> str:
    """Return why metric `key` has no figure; "" where it has one."""
    here, scenario = frame.point, frame.wish.scenario
    if key not in METRICS or math.isfinite(here.base(key)):
        return ""
    stopped = cause(scenario, here) if math.isnan(here.base("cost_rate")) else None
    if stopped is not None:
        return say("No figure: {why}.", why=inner(stopped.text[:1]) + stopped.text[1:])
    said = why_absent(scenario, here, key)
    return say("No figure: {why}.", why=said) if said else ""
