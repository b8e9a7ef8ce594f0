"""Inputs made from others by chance: bytes flipped, texts spliced, values of JSON replaced."""

import copy
import json
from collections.abc import Callable
from random import Random
from typing import Any, Final

from tests.fuzz import seeds

#: Values that a field may be given instead of its own.
_NASTY: Final[tuple[Any, ...]] = (
    None, True, False, 0, -1, 1, 2**31, -(2**63), 2**64, 10**308, 1e308, -1e308, 5e-324, 0.1, -0.0,
    float("nan"),
    float("inf"), "", "x", "0", "nan", "\0", "\ud800", "../../etc/passwd", "é" * 50, "9" * 5000, [], {}, [[]],
    [None], {"": ""}, {"value": {}}, [1, "2", None], {"value": 1, "unit": "$/h"},
)  # fmt: skip
_MOST = 60_000


def mutated(data: bytes, sort: str, rng: Random) -> bytes:
    """Return `data` changed at one to four places, as inputs of `sort` best are."""
    made = data
    for _ in range(rng.choice((1, 1, 2, 2, 3, 4))):
        made = rng.choice(_WAYS[sort])(made, rng)
    return made[:_MOST]


def _flip(data: bytes, rng: Random) -> bytes:
    if not data:
        return rng.randbytes(4)
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        made[rng.randrange(len(made))] = rng.choice((0, 9, 10, 34, 44, 127, 255, rng.randrange(256)))
    return bytes(made)


def _cut(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _drop(data: bytes, rng: Random) -> bytes:
    a, b = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return data[:a] + data[min(b, a + rng.choice((1, 2, 8, 64))) :]


def _double(data: bytes, rng: Random) -> bytes:
    a, b = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return data[:b] + data[a:b] * rng.choice((1, 1, 2, 30)) + data[b:]


def _insert(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.randbytes(rng.choice((1, 2, 4, 16))) + data[at:]


def _word(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    word = rng.choice(seeds.words()).encode("utf-8", "surrogatepass")
    return data[:at] + word + data[at + rng.choice((0, 0, 1, 4)) :]


def _cell(data: bytes, rng: Random) -> bytes:
    """Put a word in the place of one cell or token."""
    for mark in rng.sample((b",", b"\n", b" ", b"=", b":"), 5):
        cells = data.split(mark)
        if len(cells) > 1:
            cells[rng.randrange(len(cells))] = rng.choice(seeds.words()).encode("utf-8", "surrogatepass")
            return mark.join(cells)
    return _word(data, rng)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Return every (holder, key) in `value`."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        pairs = (
            list(one.items())
            if isinstance(one, dict)
            else list(enumerate(one))
            if isinstance(one, list)
            else []
        )
        found += [(one, key) for key, _ in pairs]
        waiting += [inner for _, inner in pairs]
    return found


def _value(data: bytes, rng: Random) -> bytes:
    """Change one value of JSON: another, a nasty one, another's, none, one more, or far too deep."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return _flip(data, rng)
    places = _places(document)
    if not places:
        return _word(data, rng)
    holder, key = rng.choice(places)
    other_holder, other_key = rng.choice(places)
    way = rng.randrange(7)
    if way < 3:
        holder[key] = copy.deepcopy(rng.choice(_NASTY))
    elif way == 3:
        holder[key] = copy.deepcopy(other_holder[other_key])
    elif way == 4:
        del holder[key]
    elif way == 5 and isinstance(holder, dict):
        holder[rng.choice((*seeds.words(), str(key) + "x"))] = copy.deepcopy(holder[key])
    else:
        deep: Any = holder[key]
        for _ in range(rng.choice((1, 3, 70, 210))):
            deep = {"parent": deep} if rng.random() < 0.5 else [deep]
        holder[key] = deep
    try:
        return json.dumps(document, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return data


def _entry(data: bytes, rng: Random) -> bytes:
    """Give a setting another value, a group another name, or put one more line in."""
    lines = data.split(b"\n")
    at = rng.randrange(len(lines))
    name, mark, _ = lines[at].partition(b"=")
    made = rng.choice(seeds.SETTING_VALUES).encode("utf-8", "surrogatepass")
    if mark and rng.random() < 0.7:
        lines[at] = name + b"=" + made
    else:
        names = (*seeds.SETTING_NAMES, "[General]", "[x]", "a.b", "%41", "")
        lines.insert(at + 1, rng.choice(names).encode() + b"=" + made)
    return b"\n".join(lines)


_BYTES: Final = (_flip, _flip, _cut, _drop, _double, _insert)
_WAYS: Final[dict[str, tuple[Callable[[bytes, Random], bytes], ...]]] = {
    "json": (_value, _value, _value, _value, _flip, _cut, _drop, _word, _double),
    "text": (_word, _word, _cell, _cell, *_BYTES),
    "ini": (_entry, _entry, _entry, _cell, _word, *_BYTES),
    "binary": (*_BYTES, _word),
}
