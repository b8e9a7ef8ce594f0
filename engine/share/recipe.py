"""A scenario told as a built-in one with inputs set: what a command line or a script makes it from."""

import math
from dataclasses import dataclass
from typing import Final

from engine import catalog
from engine.command_inputs import with_setting
from engine.errors import IsocostError
from engine.files import builtin_names, load_builtin
from engine.scenario import Doubt, Scenario, Uncertainty, Value, spec_of
from engine.tier_keys import split

_CLOSE: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to make a scenario.

    Attributes
    ----------
    base : str
        Name of a built-in scenario.
    spreads : tuple of (key, text)
        Distributions to state, before `values`.
    values : tuple of (key, value)
        Inputs to set, in this order: a part brings its group.
    doubt : Doubt or None
        What is said of doubt as a whole where it is not what the base says.
    left_out : tuple of str
        What cannot be told so, one sentence each; figures are the same all the same.
    """

    base: str
    spreads: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, Value], ...]
    doubt: Doubt | None
    left_out: tuple[str, ...]


def recipe(scenario: Scenario) -> Recipe:
    """Return the shortest way from a built-in scenario to `scenario`."""
    made = [_from(name, scenario) for name in _fitting(scenario)]
    return min(made, key=lambda one: (len(one.left_out), len(one.values) + len(one.spreads)))


def _fitting(scenario: Scenario) -> list[str]:
    """Return the two built-in scenarios that differ least and override nothing that `scenario` does not."""
    stated = scenario.stated()
    fit = []
    for name in builtin_names():
        base = load_builtin(name).scenario
        if set(base.stated()) <= set(stated):
            fit.append((len(scenario.differing(base)), name))
    return [name for _, name in sorted(fit)[:2]]


def _from(name: str, scenario: Scenario) -> Recipe:
    base = now = load_builtin(name).scenario
    spreads: list[tuple[str, str]] = []
    values: list[tuple[str, Value]] = []
    left: list[str] = []
    for key in scenario.differing(base):
        if spec_of(key).kind != "part":
            continue
        part = str(scenario.get(key))
        try:
            chosen = with_setting(now, f"{key}={part}")
        except IsocostError:
            left.append(f"{spec_of(key).label} {part} is a part of your own: its figures are set one by one")
            continue
        if (spec_of(key).catalog, part) in catalog.carried(scenario) and catalog.part_of(
            chosen, _group(key)
        ) is None:
            continue
        values.append((key, part))
        now = chosen
    for key, note in scenario.annotations.items():
        spread = note.uncertainty
        if spread is None or spread == base.annotation(key).uncertainty:
            continue
        text = spread_text(spread)
        try:
            stated = with_setting(now, f"{key}={text}")
        except IsocostError:
            stated = now
        if not _alike(stated.annotation(key).uncertainty, spread):
            left.append(f"the distribution of {spec_of(key).label}")
            continue
        spreads.append((key, text))
        now = stated
    rest = [key for key in scenario.differing(now) if spec_of(key).kind != "part"]
    values += [(key, scenario.get(key)) for key in rest]
    doubt = scenario.doubt if scenario.doubt != base.doubt else None
    return Recipe(name, tuple(spreads), tuple(values), doubt, tuple(left))


def _group(key: str) -> str:
    tier, plain = split(key)
    group = plain.partition(".")[0]
    return f"tier{tier}.{group}" if tier > 1 else group


def spread_text(spread: Uncertainty) -> str:
    """Return `spread` as `--set` reads it, numbers in full and in the declared unit."""
    if spread.kind == "discrete":
        return ", ".join(f"{w!r}: {v if isinstance(v, str) else repr(v)}" for v, w in spread.outcomes)
    if spread.kind == "range":
        return f"{spread.low!r} to {spread.high!r}"
    mode = f" {spread.mode!r}" if spread.mode is not None else ""
    return f"{spread.kind} {spread.low!r}{mode} {spread.high!r}"


def _alike(found: Uncertainty | None, wanted: Uncertainty) -> bool:
    if found is None or (found.kind, found.bounds) != (wanted.kind, wanted.bounds):
        return False
    if len(found.outcomes) != len(wanted.outcomes) or (found.mode is None) != (wanted.mode is None):
        return False
    pairs = [(found.low, wanted.low), (found.high, wanted.high), (found.mode or 0.0, wanted.mode or 0.0)]
    for (a, one), (b, other) in zip(found.outcomes, wanted.outcomes, strict=True):
        pairs.append((one, other))
        if isinstance(a, str) or isinstance(b, str):
            if a != b:
                return False
        else:
            pairs.append((a, b))
    return all(math.isclose(a, b, rel_tol=_CLOSE) for a, b in pairs)
