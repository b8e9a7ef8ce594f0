"""Distributions of inputs, and what a scenario says of doubt as a whole, as JSON and back."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from engine.errors import ParameterError
from engine.files.text import OneLine, Place, number
from engine.parameters import SPECS
from engine.specs import Spec
from engine.tier_keys import known, split
from engine.uncertainty import BOUNDED, KINDS, PEAKED, SPREADS, Doubt, Uncertainty, discrete

if TYPE_CHECKING:
    from engine.files.codec import Reader

_RANGE_KEYS: Final = {"kind", "low", "high", "mode", "ends"}
_DOUBT_KEYS: Final = frozenset({"spread", "model", "seed", "correlations"})


def declared(key: str) -> Spec | None:
    """Return the declaration of `key`, None where there is none: without looking for near names.

    Looking takes milliseconds, which a file may ask for half a million times.
    """
    plain = SPECS.get(key)
    if plain is not None or len(key) > 200 or split(key)[1] not in SPECS:
        return plain
    return known(key)


def uncertainty_json(spread: Uncertainty) -> dict[str, Any]:
    """Return a distribution as a file holds it."""
    if spread.kind == "discrete":
        pairs = [[v if isinstance(v, str) else number(v), number(w)] for v, w in spread.outcomes]
        return {"kind": "discrete", "outcomes": pairs}
    made: dict[str, Any] = {"kind": spread.kind, "low": number(spread.low), "high": number(spread.high)}
    if spread.mode is not None:
        made["mode"] = number(spread.mode)
    if spread.bounds:
        made["ends"] = "bounds"
    return made


def read_uncertainty(reader: "Reader", spec: Spec, raw: Any, unit: str, place: Place) -> Uncertainty | None:
    """Return the distribution `raw` describes; None, and noted, where it describes none."""
    if isinstance(raw, dict) and raw.get("kind") == "discrete" and spec.numeric:
        return _discrete(reader, spec, raw, unit, place)
    if spec.kind != "number":
        choice = ', or of a choice {"kind": "discrete", "outcomes": [["fp8", 0.8], ["bf16", 0.2]]}'
        what = f"only a number can be uncertain{choice if spec.kind == 'choice' else ''}"
        reader.fail(place, what)
        return None
    if not isinstance(raw, dict) or not {"low", "high"} <= raw.keys() <= _RANGE_KEYS:
        reader.fail(place, f'must be {{"kind": "range", "low": 1, "high": 2}}, not {_shown(raw)}')
        return None
    kind = raw.get("kind", "range")
    if kind not in KINDS:
        reader.fail((*place, "kind"), f"{_shown(kind)} is none of {', '.join(KINDS)}")
        return None
    bounds = raw.get("ends", "quantiles")
    if bounds not in {"quantiles", "bounds"} or (bounds == "bounds" and kind not in BOUNDED):
        allowed = "quantiles or bounds" if kind in BOUNDED else "quantiles"
        reader.fail((*place, "ends"), f"{_shown(bounds)} must be {allowed} for {kind}")
        return None
    return _ranged(reader, spec, raw, unit, place)


def _ranged(
    reader: "Reader", spec: Spec, raw: Mapping[str, Any], unit: str, place: Place
) -> Uncertainty | None:
    kind, bounds = str(raw.get("kind", "range")), raw.get("ends") == "bounds"
    low = reader.figure(raw["low"], spec, unit, (*place, "low"))
    high = reader.figure(raw["high"], spec, unit, (*place, "high"))
    mode = None
    if "mode" in raw:
        if not (bounds and kind in PEAKED):
            reader.fail(
                (*place, "mode"), 'only a triangular or PERT with "ends": "bounds" has a most likely value'
            )
            return None
        mode = reader.figure(raw["mode"], spec, unit, (*place, "mode"))
    if low is None or high is None:
        return None
    if low > high:
        reader.fail(place, f"low comes first: {low:g} is above {high:g}")
        return None
    if mode is not None and not low <= mode <= high:
        reader.fail((*place, "mode"), f"{mode:g} must lie between {low:g} and {high:g}")
        return None
    return Uncertainty(low, high, kind, mode, bounds)


def _discrete(
    reader: "Reader", spec: Spec, raw: Mapping[str, Any], unit: str, place: Place
) -> Uncertainty | None:
    pairs = raw.get("outcomes")
    at = (*place, "outcomes")
    if not isinstance(pairs, list) or not pairs or set(raw) != {"kind", "outcomes"}:
        reader.fail(place, 'must be {"kind": "discrete", "outcomes": [[value, weight], ...]}')
        return None
    made: list[tuple[float | str, float]] = []
    for pair in pairs:
        if not isinstance(pair, list) or len(pair) != 2 or not _is_weight(pair[1]):
            reader.fail(at, f"each outcome must be [value, weight above 0], not {_shown(pair)}")
            return None
        value = pair[0]
        figure = reader.figure(value, spec, unit, at) if spec.kind == "number" else value
        if figure is None:
            return None
        try:
            made.append((spec.check(figure), float(pair[1])))
        except ParameterError as error:
            reader.fail(at, str(error).removeprefix(f"{spec.key}: "))
            return None
    return discrete(made)


def _is_weight(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < math.inf


def doubt_json(own: Doubt, base: Doubt) -> dict[str, Any]:
    """Return what a file says of `own` where `base` is what it would inherit; empty for nothing."""
    made: dict[str, Any] = {
        name: getattr(own, name)
        for name in ("spread", "model", "seed")
        if getattr(own, name) != getattr(base, name)
    }
    if own.correlations != base.correlations:
        made["correlations"] = [OneLine([a, b, number(rank)]) for a, b, rank in own.correlations]
    return made


def read_doubt(reader: "Reader", raw: Mapping[str, Any], base: Doubt, place: Place) -> Doubt:
    """Return what `raw` says of doubt, what it leaves unsaid as in `base`; mistakes are noted."""
    strange = sorted(raw.keys() - _DOUBT_KEYS)
    if strange:
        reader.fail((*place, strange[0]), f"is none of {', '.join(sorted(_DOUBT_KEYS))}")
    spread = reader.typed(raw, "spread", str, base.spread, place)
    if spread not in SPREADS:
        reader.fail((*place, "spread"), f"{_shown(spread)} is none of {', '.join(SPREADS)}")
    seed = reader.typed(raw, "seed", int, base.seed, place)
    if not 0 <= seed < 2**32:
        reader.fail((*place, "seed"), f"{seed} must be between 0 and {2**32 - 1}")
    made = Doubt(spread, reader.typed(raw, "model", bool, base.model, place), seed, base.correlations)
    if "correlations" not in raw:
        return made
    made = Doubt(made.spread, made.model, made.seed)
    for index, pair in enumerate(reader.typed(raw, "correlations", list, [], place)):
        problem = _wrong_pair(pair)
        if problem:
            reader.fail((*place, "correlations", index), problem)
        else:
            made = made.correlated(pair[0], pair[1], float(pair[2]))
    return made


def _wrong_pair(pair: Any) -> str:
    if not isinstance(pair, list) or len(pair) != 3 or not all(isinstance(key, str) for key in pair[:2]):
        return f'must be ["accelerator.rent", "price.output", 0.5], not {_shown(pair)}'
    for key in pair[:2]:
        spec = declared(key)
        if spec is None or spec.kind != "number":
            return f"{key[:60]} is no number that could be correlated"
    if pair[0] == pair[1]:
        return f"{pair[0]} stands twice; two inputs can be correlated"
    rank = pair[2]
    if isinstance(rank, bool) or not isinstance(rank, (int, float)) or not -1.0 <= rank <= 1.0:
        return f"the rank correlation must be between -1 and 1, not {_shown(rank)}"
    return ""


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "an object"
    text = repr(value)
    return text if len(text) <= 40 else text[:39] + "…"
