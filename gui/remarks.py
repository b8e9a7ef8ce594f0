"""What is worth knowing of a frame besides its figures: issues with their cures, and explanations."""

import dataclasses

from engine.drivers import cause, cures
from engine.explain import Explanation, Provenance, explain
from gui.live_results import Frame
from gui.panels.issues import Issue
from gui.plotting.latency_answer import Answer, caution, doubt
from gui.views.latency import LatencyView


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
    found += [Issue("warning", key, text, ()) for key, text in scenario.warnings()]
    return found


def explanation(frame: Frame, key: str, provenance: Provenance, answer: Answer | None) -> Explanation:
    """Return how metric or input `key` of `frame` comes about, and what to know before it is used."""
    tree = explain(frame.point, frame.wish.scenario, key, provenance, frame.bands)
    return dataclasses.replace(tree, caution=caution(key, frame.trust, answer))
