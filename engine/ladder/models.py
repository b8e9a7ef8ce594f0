"""Which smaller model of the catalogue may stand in for a model."""

from engine import catalog
from engine.parts import Part
from engine.scenario import Scenario


def smaller_model(scenario: Scenario, most: float) -> Part | None:
    """Return the largest model with at most `most` of the active parameters; None where there is none.

    One of the same vendor goes before others; released in the same year or later, as far as known.
    """
    own = catalog.part_of(scenario, "model")
    size = _active(own) if own is not None else None
    if own is None or size is None:
        return None
    since = _release(own)[:4]
    fits = [
        one
        for one in catalog.load("model", scenario).values()
        if (active := _active(one)) is not None and active <= most * size and _release(one)[:4] >= since
    ]
    alike = [one for one in fits if one.vendor == own.vendor] or fits
    return max(alike, key=lambda one: (_active(one) or 0.0, one.id), default=None)


def _active(part: Part) -> float | None:
    told = part.facts.get("params_active")
    return None if told is None or isinstance(told, str) else float(told.value)


def _release(part: Part) -> str:
    told = part.facts.get("release", "")
    return told if isinstance(told, str) else str(told.value)
