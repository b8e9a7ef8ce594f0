"""JSON as scenario files use it: strict on reading, one input a line on writing, and lines for errors."""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from engine.errors import ScenarioFileError

#: Keys and indices from the top of a file to a value.
Place = tuple[str | int, ...]

MAX_BYTES: Final = 16 * 2**20
MAX_DEPTH: Final = 200
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
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
    keys = (key if isinstance(key, int) or key.isprintable() else json.dumps(key) for key in place)
    parts = [f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys]
    return "".join(parts).removeprefix(".")


@dataclass(frozen=True, slots=True)
class _Scan:
    lines: dict[Place, int]
    problems: list[Problem]


def parse(data: bytes) -> tuple[dict[str, Any], str, list[Problem]]:
    """Return the object a file holds, its text, and keys that stand twice or numbers not finite.

    Raises
    ------
    ScenarioFileError
        If it is too large, no UTF-8, no JSON, cut off or too deep. Messages name lines, not the file.
    """
    if len(data) > MAX_BYTES:
        raise ScenarioFileError(f"the file is larger than {MAX_BYTES // 2**20} MB and no scenario")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ScenarioFileError(f"line {line}: the text is not UTF-8; save the file as UTF-8") from None
    doubts: list[str] = []
    try:
        value = _decoder(doubts).decode(text)
    except json.JSONDecodeError as error:
        raise _syntax_error(text, error) from None
    except RecursionError:
        raise ScenarioFileError(f"the file is nested deeper than {MAX_DEPTH} levels") from None
    if not isinstance(value, dict):
        raise ScenarioFileError("line 1: a scenario file holds one JSON object, { ... }")
    if _depth_exceeds(value, MAX_DEPTH):
        raise ScenarioFileError(f"the file is nested deeper than {MAX_DEPTH} levels")
    return value, text, _scan(text).problems if doubts else []


def _decoder(doubts: list[str]) -> json.JSONDecoder:
    """Return a decoder that notes in `doubts` what strict JSON forbids."""

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(items)
        if len(made) != len(items):
            doubts.append("a key stands twice in one object")
        return made

    def number(text: str) -> Any:
        value = int(text) if re.fullmatch(r"-?[0-9]{1,300}", text) else float(text)
        if not math.isfinite(value):
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


def _scan(text: str) -> _Scan:
    """Return the line of every value of valid JSON `text`, and what strict JSON forbids in it."""
    scan = _Scan({(): 1}, [])
    place: list[str | int] = []
    key_next = [False]
    line, seen = 1, 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        line += text.count("\n", seen, match.start())
        seen = match.start()
        if token in "{[":
            place.append("" if token == "{" else 0)
            key_next.append(token == "{")
            if token == "[":
                scan.lines[tuple(place)] = line
        elif token in "}]":
            place.pop()
            key_next.pop()
        elif token == ",":
            last = place[-1]
            if isinstance(last, int):
                place[-1] = last + 1
                scan.lines[tuple(place)] = line
            else:
                key_next[-1] = True
        elif token == ":":
            key_next[-1] = False
        elif key_next[-1]:
            place[-1] = str(json.loads(token))
            if tuple(place) in scan.lines:
                scan.problems.append(Problem(tuple(place), "the key stands twice", line))
            scan.lines[tuple(place)] = line
        elif token[0] != '"' and token not in {"true", "false", "null"} and not math.isfinite(float(token)):
            scan.problems.append(Problem(tuple(place), f"{token[:40]} is not a finite number", line))
    return scan


def with_lines(problems: list[Problem], text: str) -> list[Problem]:
    """Return `problems` with the line of each, or of the nearest thing around it."""
    lines = _scan(text).lines
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
