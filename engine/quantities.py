"""Text a person types into a value field, read as a number in the parameter's unit.

`parse` takes `48`, `5e3`, `1.2M`, `12%`, `$2.60`, `1900 $/month`, `=2*1.3` and `3 to 6`. It is the only
reader of typed numbers: fields of the window and the command line share it. Files do not pass here;
they hold plain JSON numbers. Bounds are not checked here but by `Spec.check`.
"""

import ast
import math
import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Final, Literal

from engine.errors import UnitError, quoted
from engine.specs import Spec
from engine.units import UNITS, compatible

Bare = Literal["display", "declared"]

_EXACT: Final = Context(prec=60)
_MAX_LENGTH: Final = 200
_MAX_POWER: Final = 400
_EXAMPLES: Final = "Examples: 1.2, 3k, 12%"
_SUFFIXES: Final = {"k": 3, "K": 3, "M": 6, "G": 9, "B": 9, "bn": 9, "T": 12}
_ALIASES: Final = {
    "day": "days", "d": "days", "month": "months", "year": "years", "yr": "years", "hour": "h", "hours": "h",
    "hr": "h",
    "minute": "min", "minutes": "min", "sec": "s", "second": "s", "seconds": "s", "x": "×", "x times": "×",
    "usd": "$", "us$": "$", "token": "tokens", "user": "users", "layer": "layers", "head": "heads",
    "bit": "bits",
    "expert": "experts", "element": "elements", "accelerator": "accelerators", "replica": "replicas",
    "request": "requests", "seq": "seqs", "gbps": "Gbit/s", "gb/s": "GB/s", "tb/s": "TB/s",
    "tflops": "TFLOP/s", "pflops": "PFLOP/s", "tok/s": "tokens/s", "points": "pt",
    "$/hour": "$/h", "$/hr": "$/h", "$/mo": "$/month", "$/yr": "$/year", "$/d": "$/day",
    "$/m tok": "$/M tokens", "$/mtok": "$/M tokens", "$/1m tokens": "$/M tokens", "$/m": "$/M tokens",
    "$/kw/month": "$/kW-month", "$/kwmonth": "$/kW-month", "/hour": "/h", "/sec": "/s", "/yr": "/year",
}  # fmt: skip

_NUMBER: Final = re.compile(
    r"(?P<mantissa>[0-9.,](?:[0-9.,]|[ '_](?=[0-9]{3}(?![0-9])))*)(?P<exponent>[eE][+-]?[0-9]+)?"
)
_LEAD: Final = re.compile(r"(?P<outer>[-+]?) ?(?P<money>\$?) ?(?P<inner>[-+]?) ?")
_RANGE: Final = re.compile(r"\s+to\s+|\s*–\s*|\s+\.\.\.\s+|\s*…\s*", re.IGNORECASE)
_SPACES: Final = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_TOKEN: Final = re.compile(r"\s*(?:(?P<operator>\*\*|[-+*/^()])|(?=[0-9.,])(?P<number>))")
_EXPRESSION_SUFFIX: Final = re.compile(r"(?:%|k|K|M|G|bn|B|T)(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Range:
    """Two figures with eight cases of ten between them, in the parameter's unit.

    Attributes
    ----------
    low, high : float
        10th and 90th percentile.
    """

    low: float
    high: float

    @property
    def median(self) -> float:
        """Return the value in the middle: geometric where both ends are positive, else arithmetic."""
        if self.low > 0.0:
            return math.sqrt(self.low) * math.sqrt(self.high)
        return 0.5 * self.low + 0.5 * self.high


@dataclass(frozen=True, slots=True)
class _Reading:
    """A number with the unit written behind it; `unit` is empty where none was."""

    number: Decimal
    unit: str


def parse(text: str, spec: Spec, decimal: str = ".", *, bare: Bare = "display") -> float | Range:
    """Return what `text` means for the parameter declared by `spec`, in its declared unit.

    Parameters
    ----------
    text : str
        A number with or without unit, `=` and arithmetic, or two numbers joined by `to`.
    spec : Spec
        A number; fractions are 0-1 in the result.
    decimal : "." or ","
        Decimal mark of the user's locale. The other mark is understood too; this decides only what
        `6.000` or `6,000` means.
    bare : "display" or "declared"
        Unit of a figure without unit where the two differ: 55 for a share is 55 % in a field, which
        shows per cent, and 5,500 % on the command line, which takes fractions.

    Raises
    ------
    UnitError
        If the text is no quantity or its unit does not fit.
    """
    plain = _normal(text)
    if not plain:
        raise UnitError(f"Type a number. {_EXAMPLES}")
    if len(plain) > _MAX_LENGTH:
        raise UnitError(f"The text is too long to be a number ({len(plain)} characters). {_EXAMPLES}")
    if plain.startswith("="):
        number, unit, per_cent = _expression(plain, decimal)
        symbol = unit_symbol(unit, spec) if unit else "1" if per_cent else ""
        return _settle(_Reading(number, symbol), spec, bare, plain)
    ends = _RANGE.split(plain)
    if len(ends) == 2 and all(ends):
        return _range(ends[0], ends[1], spec, decimal, bare)
    return _settle(_quantity(plain, spec, decimal), spec, bare, plain)


def unit_symbol(text: str, spec: Spec) -> str:
    """Return the unit that `text` names; raise `UnitError` unless it measures what `spec` does."""
    wanted = _written(text)
    fitting = compatible(spec.unit)
    if wanted in fitting:
        return wanted
    alias = _ALIASES.get(wanted.lower())
    if alias in fitting:
        return alias
    same = [symbol for symbol in fitting if symbol.lower() == wanted.lower()]
    first = [symbol for symbol in fitting if symbol.split(" ")[0] == wanted and " " in symbol]
    if len(same) == 1 or len(first) == 1:
        return (same or first)[0]
    if wanted == "$" and spec.unit.startswith("$"):
        return spec.unit
    raise _unit_error(text.strip(), UNITS.get(wanted) is not None or alias is not None, spec)


def _unit_error(text: str, known: bool, spec: Spec) -> UnitError:
    dimension = UNITS[spec.unit].dimension
    others = [
        symbol for symbol in compatible(spec.unit) if symbol not in {"1", "pt", spec.unit, spec.display_unit}
    ]
    shown = [spec.display_unit, *others] if spec.display_unit != "1" else others
    cure = f"use {', '.join(shown[:6])}" if shown else "leave the unit out"
    what = "a plain number" if dimension == "number" else dimension
    said = (
        f"{quoted(text, marks=False)} does not measure {what}"
        if known
        else f"{quoted(text)} is not a unit of {what}"
    )
    return UnitError(f"{said}; {cure}")


def _normal(text: str) -> str:
    text = text.replace("−", "-").replace("\u2010", "-").replace("\u2011", "-").replace("μ", "µ")
    return _SPACES.sub(" ", text.replace("’", "'")).strip()


def _written(text: str) -> str:
    """Return a unit as the table writes it: no spaces about the slash, `per` as slash."""
    text = re.sub(r"(?:^|\s)per\s", "/", text.strip())
    text = re.sub(r"\s*/\s*", "/", text)
    return re.sub(r"^(?:usd|us\$)(?=$|/)", "$", text, flags=re.IGNORECASE)


def _not_a_number(text: str) -> UnitError:
    shown = text if len(text) <= 40 else text[:39] + "…"
    hint = f". Put = in front to calculate: ={shown}" if re.search(r"[0-9)]\s*[-+*/^]\s*[(0-9]", text) else ""
    return UnitError(f"'{shown}' is not a number. {_EXAMPLES}{hint}")


def _mantissa(text: str, decimal: str, whole: str) -> str:
    """Return digits with `.` as the decimal mark and no groups, or raise for text `whole`."""
    other = "," if decimal == "." else "."
    marks = [c for c in text if c in ".,"]
    if len(set(marks)) == 2:
        point = marks[-1]
    elif len(marks) > 1 or (
        marks == [other] and re.fullmatch(rf"[1-9][0-9]{{0,2}}{re.escape(other)}[0-9]{{3}}", text)
    ):
        point = ""
    else:
        point = marks[0] if marks else ""
    head, _, tail = text.rpartition(point) if point else (text, "", "")
    separators = {c for c in head if not c.isdigit()}
    if len(separators) > 1 or not (head + tail) or (tail and not tail.isdigit()):
        raise _not_a_number(whole)
    if separators:
        mark = re.escape(separators.pop())
        if not re.fullmatch(rf"[0-9]{{1,3}}(?:{mark}[0-9]{{3}})+", head):
            raise _not_a_number(whole)
    digits = "".join(c for c in head if c.isdigit())
    return f"{digits or '0'}.{tail or '0'}"


def _decimal(match: re.Match[str], decimal: str, whole: str) -> Decimal:
    digits = _mantissa(match["mantissa"], decimal, whole)
    power = int((match["exponent"] or "e0")[1:])
    if abs(power) > _MAX_POWER:
        raise UnitError(f"{quoted(whole)} is too {'large' if power > 0 else 'small'} a number")
    return _EXACT.scaleb(Decimal(digits), power)


def _quantity(text: str, spec: Spec, decimal: str) -> _Reading:
    """Return the number and unit that `text`, a single quantity, states."""
    lead = _LEAD.match(text)
    assert lead is not None
    match = _NUMBER.match(text, lead.end())
    if match is None or (lead["outer"] and lead["inner"]):
        raise _not_a_number(text)
    number = _decimal(match, decimal, text)
    if "-" in lead[0]:
        number = -number
    scale, unit = _suffix(text[match.end() :].strip(), spec, text, money=bool(lead["money"]))
    return _Reading(_EXACT.scaleb(number, scale), unit)


def _suffix(rest: str, spec: Spec, whole: str, *, money: bool) -> tuple[int, str]:
    """Return the power of ten and the unit written after a number."""
    if money and rest and not rest.startswith(("$", "/", "per ")):
        head, _, tail = rest.partition("/")
        if head.strip() in _SUFFIXES:
            return _SUFFIXES[head.strip()], unit_symbol(f"$/{tail}" if tail else "$", spec)
    if money:
        rest = "$" + rest.removeprefix("$") if not rest.startswith("per ") else f"$ {rest}"
    if not rest:
        return 0, ""
    try:
        return 0, unit_symbol(rest, spec)
    except UnitError:
        match = re.match(r"(bn|[kKMGBT])(?:\s+|$|(?=[^A-Za-z0-9]))", rest)
        if match is None:
            if re.match(r"[-+*^0-9.,(=]|/\s*[0-9(]", rest):
                raise _not_a_number(whole) from None
            raise
        unit = rest[match.end() :].strip()
        return _SUFFIXES[match[1]], unit_symbol(unit, spec) if unit else ""


def _range(first: str, second: str, spec: Spec, decimal: str, bare: Bare) -> Range:
    low, high = _quantity(first, spec, decimal), _quantity(second, spec, decimal)
    if not low.unit:
        low = _Reading(low.number, high.unit)
    ends = _settle(low, spec, bare, first), _settle(high, spec, bare, second)
    if not ends[0] < ends[1]:
        raise UnitError(
            f"The low number comes first: {quoted(second, marks=False)} to {quoted(first, marks=False)}"
        )
    return Range(*ends)


def _settle(reading: _Reading, spec: Spec, bare: Bare, text: str) -> float:
    """Return the reading in the unit of `spec`; exact where the units differ by a power of ten."""
    unit = reading.unit or (spec.display_unit if bare == "display" else spec.unit)
    number = reading.number
    if unit != spec.unit and unit in {"%", "pt"}:
        number, unit = _EXACT.scaleb(number, -2), "1"
    value = float(number)
    if UNITS[unit].factor != UNITS[spec.unit].factor:
        value = value * UNITS[unit].factor / UNITS[spec.unit].factor
    if not math.isfinite(value):
        raise UnitError(f"{quoted(text)} is too large a number")
    return value + 0.0


def _expression(text: str, decimal: str) -> tuple[Decimal, str, bool]:
    """Return value, unit text and whether per cent occurred, of arithmetic after the `=`."""
    pieces: list[str] = []
    position, per_cent = 1, False
    while (token := _TOKEN.match(text, position)) is not None:
        if token["operator"] is not None:
            if token["operator"] == "/" and re.match(r"\s*[A-Za-z$]", text[token.end() :]):
                break
            pieces.append("**" if token["operator"] == "^" else token["operator"])
            position = token.end()
            continue
        match = _NUMBER.match(text, token.end())
        assert match is not None
        number, position = _decimal(match, decimal, text), match.end()
        suffix = _EXPRESSION_SUFFIX.match(text, position)
        if suffix is not None:
            per_cent |= suffix[0] == "%"
            number = _EXACT.scaleb(number, _SUFFIXES.get(suffix[0], -2))
            position = suffix.end()
        if not math.isfinite(float(number)):
            raise UnitError(f"{quoted(text)} is too large a number")
        pieces.append(repr(float(number)))
    return _calculate(" ".join(pieces), text), text[position:].strip(), per_cent


_BINARY: Final[dict[type[ast.operator], Callable[[float, float], object]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def _calculate(code: str, text: str) -> Decimal:
    try:
        value = _value_of(ast.parse(code, mode="eval").body)
    except ZeroDivisionError:
        raise UnitError(f"{quoted(text)} divides by zero") from None
    except OverflowError:
        raise UnitError(f"{quoted(text)} is too large a number") from None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise UnitError(f"{quoted(text)} cannot be calculated. Example: =2*(1.3+0.2)") from None
    if not math.isfinite(value):
        raise UnitError(f"{quoted(text)} is too large a number")
    return Decimal(repr(value))


def _value_of(node: ast.expr) -> float:
    """Return the value of arithmetic over floats; nothing else is admitted."""
    match node:
        case ast.Constant(value=float(number)):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value_of(operand)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _value_of(operand)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            result = _BINARY[type(op)](_value_of(left), _value_of(right))
            if isinstance(result, float):
                return result
    raise ValueError
