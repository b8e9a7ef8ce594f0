"""JSON as scenario files use it: strict on reading, one input a line on writing, and lines for errors."""

import json
import math
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from engine.errors import ScenarioFileError

#: Keys and indices from the top of a file to a value.
Place = tuple[str | int, ...]

MAX_BYTES: Final = 16 * 2**20
MAX_DEPTH: Final = 200
#: Most values in one file: those of a file of `MAX_BYTES` as this version writes them.
MAX_VALUES: Final = 500_000
#: Most mistakes that are told of one file.
MAX_PROBLEMS: Final = 200
# Possessive: a text of many megabytes must leave nothing to come back to.
_TOKEN: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:]|[^\s{}\[\],:"]+')
_MARKS: Final = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a file: where, and what would be right."""

    place: Place
    text: str
    line: int | None = None

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line is not None else ""
        path = place_text(self.place)
        return f"{where}{path}: {self.text}" if path else f"{where}{self.text}"


def place_text(place: Place) -> str:
    """Return a place for reading, `scenarios[0].values.accelerator.rent`."""
    parts = [f"[{key}]" if isinstance(key, int) else f".{_key_text(key)}" for key in place]
    text = "".join(parts).removeprefix(".")
    return text if len(text) <= 300 else f"{text[:149]}…{text[-150:]}"


def _key_text(key: str) -> str:
    short = key if len(key) <= 60 else f"{key[:59]}…"
    return short if short.isprintable() else json.dumps(short)


def parse(data: bytes) -> tuple[dict[str, Any], str, list[Problem]]:
    """Return the object a file holds, its text, and keys that stand twice or numbers not finite.

    Raises
    ------
    ScenarioFileError
        If it is too large, no UTF-8, no JSON, cut off or too deep. Messages name lines, not the file.
    """
    if len(data) > MAX_BYTES:
        raise ScenarioFileError(f"the file is larger than {MAX_BYTES // 2**20} MB and no scenario")
    text = _text(data)
    if sum(map(data.count, (b",", b"[", b"{"))) > MAX_VALUES:
        raise ScenarioFileError(f"the file holds more than {MAX_VALUES:,} values and was not read")
    doubts: list[str] = []
    try:
        value = _decoder(doubts).decode(text)
    except json.JSONDecodeError as error:
        raise _syntax_error(text, error) from None
    except RecursionError:
        raise _too_deep(text) from None
    if not isinstance(value, dict):
        raise ScenarioFileError("line 1: a scenario file holds one JSON object, { ... }")
    if _depth_exceeds(value, MAX_DEPTH):
        raise _too_deep(text)
    return value, text, _strict(text) if doubts else []


def _text(data: bytes) -> str:
    """Return `data` as text; raise `ScenarioFileError` with the line where it is none."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise ScenarioFileError(f"line 1: the text is {name}; save the file as UTF-8")
    zero = data.find(b"\0")
    if zero >= 0:
        line = data.count(b"\n", 0, zero) + 1
        raise ScenarioFileError(f"line {line}: the file is binary and no scenario, which is text in UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ScenarioFileError(f"line {line}: the text is not UTF-8; save the file as UTF-8") from None


def _too_deep(text: str) -> ScenarioFileError:
    """Return the error for a text nested too deep, with the line where it is."""
    depth = 0
    for match in _TOKEN.finditer(text):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(match[0], 0)
        if depth > MAX_DEPTH:
            line = text.count("\n", 0, match.start()) + 1
            return ScenarioFileError(f"line {line}: the file is nested deeper than {MAX_DEPTH} levels")
    return ScenarioFileError(f"the file is nested deeper than {MAX_DEPTH} levels")


def _decoder(doubts: list[str]) -> json.JSONDecoder:
    """Return a decoder that notes in `doubts` what strict JSON forbids."""

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(items)
        if len(made) != len(items) and not doubts:
            doubts.append("a key stands twice in one object")
        return made

    def number(text: str) -> Any:
        value = int(text) if re.fullmatch(r"-?[0-9]{1,300}", text) else float(text)
        if not math.isfinite(value) and not doubts:
            doubts.append(f"{text[:40]} is not a finite number")
        return value

    return json.JSONDecoder(
        object_pairs_hook=pairs, parse_constant=number, parse_float=number, parse_int=number
    )


def _syntax_error(text: str, error: json.JSONDecodeError) -> ScenarioFileError:
    end = len(text.rstrip())
    if end == 0:
        return ScenarioFileError("the file is empty")
    if error.pos >= end or error.msg.startswith("Unterminated string"):
        last = text.count("\n", 0, end) + 1
        return ScenarioFileError(f"line {last}: the file is cut off here")
    return ScenarioFileError(
        f"line {error.lineno}, column {error.colno}: no valid JSON ({error.msg.lower()})"
    )


def _depth_exceeds(value: Any, most: int) -> bool:
    level = [value]
    for _ in range(most):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return False
    return True


@dataclass(slots=True)
class _Level:
    """An object or a list that a walk through a text is in: its keys so far, or None for a list."""

    keys: set[str] | None
    key_next: bool


def _walk(text: str) -> Iterator[tuple[list[str | int], int, str, bool]]:
    """Yield for each key, list item and value of valid JSON `text`: place, line, token, whether it is new.

    The place is one list that goes on changing. The token of a list item is empty. A key is new where
    it stands in its object for the first time. Only what is open is remembered, however long the text.
    """
    place: list[str | int] = []
    levels = [_Level(set(), key_next=False)]
    line, seen = 1, 0
    for match in _TOKEN.finditer(text):
        token, level = match[0], levels[-1]
        line += text.count("\n", seen, match.start())
        seen = match.start()
        if token in "{[":
            place.append("" if token == "{" else 0)
            levels.append(_Level(set() if token == "{" else None, key_next=token == "{"))
            if token == "[":
                yield place, line, "", True
        elif token in "}]":
            place.pop()
            levels.pop()
        elif token == ",":
            last = place[-1]
            if isinstance(last, int):
                place[-1] = last + 1
                yield place, line, "", True
            level.key_next = level.keys is not None
        elif token == ":":
            level.key_next = False
        elif level.key_next and level.keys is not None:
            key = str(json.loads(token))
            place[-1] = key
            new = key not in level.keys
            level.keys.add(key)
            yield place, line, token, new
        else:
            yield place, line, token, True


def _strict(text: str) -> list[Problem]:
    """Return what strict JSON forbids in `text`: keys that stand twice, numbers that are not finite."""
    found: list[Problem] = []
    for place, line, token, new in _walk(text):
        if not new:
            found.append(Problem(tuple(place), "the key stands twice", line))
        elif token and token[0] not in '"tfn' and not math.isfinite(float(token)):
            found.append(Problem(tuple(place), f"{token[:40]} is not a finite number", line))
        if len(found) >= MAX_PROBLEMS:
            break
    return found


def _lines(text: str, wanted: Collection[Place]) -> dict[Place, int]:
    """Return the line where each of the places `wanted` begins; the last one where a key stands twice."""
    deepest = max(map(len, wanted), default=0)
    found: dict[Place, int] = {(): 1}
    last: list[str | int] = []
    for place, line, token, _ in _walk(text):
        if len(place) > deepest or (token and place == last):
            continue
        last = list(place)
        if (at := tuple(place)) in wanted:
            found[at] = line
    return found


def with_lines(problems: list[Problem], text: str) -> list[Problem]:
    """Return `problems` with the line of each, or of the nearest thing around it."""
    asked = [problem.place for problem in problems if problem.line is None]
    lines = _lines(text, {place[:n] for place in asked for n in range(len(place) + 1)})
    placed: list[Problem] = []
    for problem in problems:
        if problem.line is not None:
            placed.append(problem)
            continue
        place = problem.place
        while place not in lines:
            place = place[:-1]
        placed.append(Problem(problem.place, problem.text, lines[place]))
    return sorted(placed, key=lambda problem: problem.line or 0)


def collected(problems: tuple[str, ...]) -> ScenarioFileError:
    """Return one error for `problems`; its message tells the first and counts the rest."""
    more = len(problems) - 1
    rest = f" (and {more} more problem{'s' if more > 1 else ''})" if more else ""
    return ScenarioFileError(problems[0] + rest, problems)


@dataclass(frozen=True, slots=True)
class OneLine:
    """A value to be written on a single line."""

    value: Any


def dump(value: Any) -> bytes:
    """Return `value` as the text of a file: sorted keys, `OneLine` values on one line, UTF-8, LF.

    Raises
    ------
    ScenarioFileError
        If it holds anything that JSON cannot.
    """
    return (_write(value, "") + "\n").encode()


def _write(value: Any, indent: str) -> str:
    inner = indent + "  "
    if isinstance(value, Mapping) and value:
        rows = [f"{inner}{_scalar(str(key))}: {_write(value[key], inner)}" for key in sorted(value)]
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    if isinstance(value, (list, tuple)) and any(
        isinstance(v, (Mapping, list, tuple, OneLine)) for v in value
    ):
        return "[\n" + ",\n".join(inner + _write(v, inner) for v in value) + f"\n{indent}]"
    return _inline(value.value if isinstance(value, OneLine) else value)


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(str(key))}: {_inline(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_inline(v) for v in value) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        # A lone surrogate is valid JSON as an escape but cannot be encoded.
        return json.dumps(value, ensure_ascii=_SURROGATE.search(value) is not None)
    if value is None or isinstance(value, (bool, int, float)):
        try:
            return json.dumps(value, allow_nan=False)
        except ValueError:
            raise ScenarioFileError(f"{value} cannot be written: it is not a finite number") from None
    raise ScenarioFileError(f"{value!r} cannot be written: it is neither text, number, list nor mapping")


def number(value: float) -> float | int:
    """Return `value` for writing: whole numbers without a decimal point."""
    negative_zero = value == 0 and math.copysign(1.0, value) < 0
    return int(value) if abs(value) < 1e15 and value == round(value) and not negative_zero else float(value)
