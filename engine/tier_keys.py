"""Keys of inputs by tier: `model.part` is tier 1's, `tier2.model.part` that of tier 2.

Tier 1 is the scenario as it stands. A key that names a tier is one of a group that each tier has of its
own; the inputs of all other groups are those of the whole service.
"""

import dataclasses
import difflib
import re
from functools import lru_cache
from typing import Final

from engine import parameters as inputs
from engine.errors import ParameterError, quoted
from engine.parameters import PER_TIER, TIERS
from engine.specs import Spec

_KEY: Final = re.compile(r"tier([1-9][0-9]{0,2})\.(.+)", re.DOTALL)
#: Longest text that is taken for a misspelt key.
_LONGEST: Final = 100


@lru_cache(maxsize=4096)
def split(key: str) -> tuple[int, str]:
    """Return the tier that `key` names, 1 where it names none, and the key without it."""
    if not key.startswith("tier"):
        return 1, key
    found = _KEY.fullmatch(key)
    return (int(found[1]), found[2]) if found else (1, key)


def join(tier: int, key: str) -> str:
    """Return the key of input `key`, or of group `key`, in `tier`; as it is where tiers share it."""
    return f"tier{tier}.{key}" if tier > 1 and key.partition(".")[0] in PER_TIER else key


@lru_cache(maxsize=4096)
def spec_of(key: str) -> Spec:
    """Return the declaration of input `key`; raise `ParameterError` with near names.

    That of a tier's input has the tier in its key and its label.
    """
    spec = inputs.SPECS.get(key)
    if spec is not None:
        return spec
    tier, plain = split(key)
    if plain == key:
        raise ParameterError(key, f"{quoted(key, marks=False)} is not a parameter{_near(key)}")
    spec = inputs.SPECS.get(plain)
    if spec is None:
        raise ParameterError(
            key, f"{quoted(key, marks=False)}: {quoted(plain, marks=False)} is not a parameter{_near(plain)}"
        )
    if tier == 1:
        raise ParameterError(key, f"{key}: tier 1 is the scenario itself; write {plain}")
    if not 2 <= tier <= TIERS:
        raise ParameterError(key, f"{key}: there are tiers 2 to {TIERS} beside the scenario itself")
    if spec.group not in PER_TIER:
        raise ParameterError(key, f"{key}: all tiers share {spec.group}; write {plain}")
    when = tuple((join(tier, other), idents) for other, idents in spec.when)
    return dataclasses.replace(spec, key=key, label=f"{spec.label}, tier {tier}", when=when)


def known(key: str) -> Spec | None:
    """Return the declaration of `key`, or None where this version has none."""
    # Near names are for a person's error: looking for them takes a file of many strange keys for ever.
    tier, plain = split(key)
    spec = inputs.SPECS.get(key)
    if spec is None and 2 <= tier <= TIERS and plain in inputs.SPECS and plain.partition(".")[0] in PER_TIER:
        spec = spec_of(key)
    return spec


def _near(key: str) -> str:
    if len(key) > _LONGEST:
        return ""
    near = difflib.get_close_matches(key, inputs.SPECS, 3) or [
        k for k in inputs.SPECS if k.endswith("." + key)
    ]
    return f"; did you mean {' or '.join(near)}?" if near else ""
