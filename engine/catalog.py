"""The catalogue: parts that ship, the user's own, and how a part enters a scenario.

A part fills the group of parameters of its kind. A scenario carries the user's parts it uses, so that
it opens the same where the library lacks them; what it carries wins over a library entry of that name.
"""

import dataclasses
import difflib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from engine import library
from engine.errors import CatalogError
from engine.kinds import KIND_OF_GROUP, KINDS, Kind, kind_of
from engine.parameters import SPECS
from engine.parts import GRADES, Figure, Part, read_part, shipped
from engine.scenario import Scenario, Value, spec_of
from engine.tier_keys import join, split

__all__ = [
    "GRADES",
    "KINDS",
    "PRECISION_ALIASES",
    "Figure",
    "Kind",
    "Part",
    "adopt",
    "apply",
    "carried",
    "clashes",
    "figure",
    "kind_of",
    "library_value",
    "load",
    "lookup",
    "market",
    "own_key",
    "part",
    "part_of",
]

#: Names under which benchmarks list the precisions of `precision.*`, in lower case.
PRECISION_ALIASES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("fp16/bf16", "bfloat16", "float16", "fp16", "bf16", "fp16/auto"), "bf16"),
        **dict.fromkeys(("bf16/fp16", "half", "f16", "w16a16", "auto", "none"), "bf16"),
        **dict.fromkeys(("fp8", "fp8_block", "fp8_static", "float8", "mxfp8", "fp8_e4m3"), "fp8"),
        **dict.fromkeys(("fp8-dynamic", "fp8_dynamic", "fp8-static", "fp8_ptpc", "w8a8_fp8", "e4m3"), "fp8"),
        **dict.fromkeys(("nvfp4", "mxfp4", "fp4", "w4a16_mxfp4", "w4a8_mxfp4_mxfp8"), "fp4"),
        **dict.fromkeys(
            ("int8", "int8_wo", "sq", "w8a8", "w8a8_int8", "w8a16", "q8_0", "smoothquant"), "int8"
        ),
        **dict.fromkeys(("int4", "int4_wo", "q4_k_m (4.85 bpw)", "q4_k_m", "q4_0", "w4a16"), "int4"),
        **dict.fromkeys(("awq", "gptq", "int4_awq", "int4-awq", "w4a16_awq", "w4a16_gptq"), "int4"),
    }
)


def load(kind: str, scenario: Scenario | None = None) -> Mapping[str, Part]:
    """Return every part of `kind` by id: those that ship, the user's, those `scenario` carries.

    Of equal ids the later in this order wins.
    """
    own = dict(library.parts(kind))
    if scenario is not None:
        own.update({ident: one for (sort, ident), one in carried(scenario).items() if sort == kind})
    return MappingProxyType({**shipped(kind), **own}) if own else shipped(kind)


def part(kind: str, ident: str, scenario: Scenario | None = None) -> Part:
    """Return the part named `ident`, `scenario`'s own included; raise `CatalogError` with near names."""
    parts = load(kind, scenario)
    found = parts.get(ident)
    if found is None:
        raise CatalogError(_unknown(kind, ident, parts))
    return found


def lookup(kind: str, name: str, scenario: Scenario | None = None) -> Part:
    """Return the part whose id, alias or label is `name`, in any case; else raise `CatalogError`."""
    wanted = name.strip().lower()
    parts = load(kind, scenario)
    if wanted in parts:
        return parts[wanted]
    for one in parts.values():
        if wanted in one.aliases or wanted == one.label.lower():
            return one
    raise CatalogError(_unknown(kind, name, parts))


def apply(scenario: Scenario, kind: str, ident: str, tier: int = 1) -> Scenario:
    """Return `scenario` with the part `ident` chosen for `tier`: its name and all its values, nothing else.

    A part of the user's own travels in the scenario from then on; choosing it again takes over what has
    changed in the library since.
    """
    name = kind_of(kind).part_key
    if not name:
        raise CatalogError(f"a {kind_of(kind).label.lower()} fills no inputs; it is there to be read")
    chosen = load(kind).get(ident) or part(kind, ident, scenario)
    given = {name: ident, **{key: figure.value for key, figure in chosen.values.items()}}
    changed = scenario.with_values({own_key(tier, key): value for key, value in given.items()})
    kept = {entry: data for entry, data in changed.parts.items() if _used(changed, entry)}
    if chosen.origin != "catalogue":
        kept[f"{kind}/{ident}"] = chosen.to_dict()
    if kept == dict(changed.parts):
        return changed
    return dataclasses.replace(changed, parts=MappingProxyType(kept))


def own_key(tier: int, key: str) -> str:
    """Return the key of input `key` in `tier`; raise `ParameterError` where all tiers share it."""
    return key if tier == 1 else spec_of(f"tier{tier}.{key}").key


def part_of(scenario: Scenario, group: str) -> Part | None:
    """Return the part that fills `group`, `tier2.model` for one of tier 2; None where there is none."""
    tier, plain = split(group)
    kind = KIND_OF_GROUP.get(plain)
    if kind is None:
        return None
    ident = str(scenario.get(own_key(tier, kind.part_key)))
    return carried(scenario).get((kind.id, ident)) or load(kind.id).get(ident)


def library_value(scenario: Scenario, key: str) -> Value | None:
    """Return what the part that fills the group of `key` gives for it; None if it gives nothing."""
    known = _given(scenario, key)
    return None if known is None else known.value


def figure(scenario: Scenario, key: str) -> Figure | None:
    """Return the provenance of `key` while its value is still the part's; None once it was changed."""
    known = _given(scenario, key)
    return known if known is not None and known.value == scenario.get(key) else None


@cache
def market() -> Mapping[str, Any]:
    """Return the newest snapshot of token prices that ships, as plain data.

    `providers` -> `models` -> rows of `prices` ($ per million tokens), each with `from` (in force since),
    `hours` (UTC) or `when` (tier of service) where it is conditional; `date` and `source` of it all.
    """
    newest = max(
        (file for file in files("resources").joinpath("prices").iterdir() if file.name.startswith("market-")),
        key=lambda file: file.name,
    )
    data: Mapping[str, Any] = json.loads(newest.read_bytes())
    return MappingProxyType(data)


def carried(scenario: Scenario) -> Mapping[tuple[str, str], Part]:
    """Return the user's parts that travel in `scenario` by kind and id; `CatalogError` if malformed."""
    global _LAST  # noqa: PLW0603
    if not scenario.parts:
        return _NONE
    entries, found = _LAST
    if entries is not scenario.parts:
        found = {(one.kind, one.id): one for one in _carried(scenario)}
        _LAST = (scenario.parts, found)
    return found


def clashes(scenario: Scenario) -> tuple[Part, ...]:
    """Return the parts `scenario` carries whose name means something else here."""
    here = ((one, load(one.kind).get(one.id)) for one in _carried(scenario))
    return tuple(one for one, known in here if known is not None and known.to_dict() != one.to_dict())


def adopt(scenario: Scenario) -> tuple[Scenario, tuple[Part, ...]]:
    """Add the parts `scenario` carries to the user's library.

    A part that is there already, unchanged, is left; one whose name means something else here is added
    under a free id, and the scenario returned names it so.
    """
    added: list[Part] = []
    values: dict[str, object] = {}
    entries: dict[str, Any] = {}
    for one in _carried(scenario):
        known = load(one.kind).get(one.id)
        new = one
        if known is None or known.to_dict() != one.to_dict():
            new = library.add(library.renamed(one, library.free_id(one.kind, one.id)))
            added.append(new)
        for key in _in_tiers(scenario, kind_of(one.kind).part_key):
            if scenario.get(key) == one.id:
                values[key] = new.id
        entries[f"{new.kind}/{new.id}"] = new.to_dict()
    renamed = scenario.with_values(values)
    return dataclasses.replace(renamed, parts=MappingProxyType(entries)), tuple(added)


_NONE: Final[Mapping[tuple[str, str], Part]] = MappingProxyType({})
#: The parts read last: a window asks for every input of one scenario in a row.
_LAST: tuple[Mapping[str, Any], Mapping[tuple[str, str], Part]] = (MappingProxyType({}), _NONE)


def _carried(scenario: Scenario) -> Iterator[Part]:
    for name, entry in scenario.parts.items():
        kind, _, ident = name.partition("/")
        if kind not in KINDS or not ident:
            raise CatalogError(
                f"{scenario.name}: part {name!r} must be named kind/id, kind one of {', '.join(KINDS)}"
            )
        yield dataclasses.replace(read_part(kind, ident, entry, scenario.name), origin="scenario")


def _used(scenario: Scenario, entry: str) -> bool:
    kind, _, ident = entry.partition("/")
    name = KINDS[kind].part_key if kind in KINDS else ""
    return name != "" and any(scenario.get(key) == ident for key in _in_tiers(scenario, name))


def _in_tiers(scenario: Scenario, key: str) -> list[str]:
    """Return `key` in every tier that has a value of its own for it."""
    own = (f"tier{tier}.{key}" for tier in range(2, len(scenario.tiers) + 2))
    return [key, *(name for name in own if scenario.own(name))]


def _given(scenario: Scenario, key: str) -> Figure | None:
    tier, plain = split(key)
    found = part_of(scenario, join(tier, spec_of(key).group))
    return None if found is None else found.values.get(plain)


def _unknown(kind: str, ident: str, parts: Mapping[str, Part]) -> str:
    names = {name: one.id for one in parts.values() for name in (one.id, one.label.lower(), *one.aliases)}
    near = dict.fromkeys(names[name] for name in difflib.get_close_matches(ident.lower(), names, 4, 0.5))
    label = kind_of(kind).label.lower()
    if near:
        return f"there is no {label} {ident!r}; did you mean {' or '.join(list(near)[:3])}?"
    some = ", ".join(list(parts)[:5])
    return f"there is no {label} {ident!r}; there are {len(parts)}, among them {some}"


assert all(key in SPECS for kind in KINDS.values() for key in kind.required)
