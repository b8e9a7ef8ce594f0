"""Round figures for an axis: enough of them that it tells a scale, however near one comes."""

import math
from collections.abc import Callable, Sequence
from typing import Final

#: Fewer figures on an axis tell no scale.
FEW: Final = 3
#: Most figures that `log_ticks` returns.
_MOST: Final = 6
_FINE: Final = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
#: Digits that `told_apart` adds at most.
_DIGITS: Final = 10


def nice_step(raw: float) -> float:
    """Return the smallest of 1, 2, 5 times a power of ten that is not below `raw`."""
    power = 10.0 ** math.floor(math.log10(raw))
    return next(m * power for m in (1.0, 2.0, 5.0, 10.0) if m * power >= raw * (1 - 1e-9))


def log_marks(low: float, high: float, marks: Sequence[float]) -> tuple[float, ...]:
    """Return every multiple of a power of ten from `low` to `high` whose factor is among `marks`."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    every = [m * 10.0**e for e in range(first, last + 1) for m in marks]
    return tuple(float(f"{v:.6g}") for v in every if low * (1 - 1e-9) <= v <= high * (1 + 1e-9))


def linear_ticks(low: float, high: float, about: int = 5) -> tuple[float, ...]:
    """Return round figures at one step from `low` to `high`: some `about`, and three at least."""
    found: tuple[float, ...] = ()
    for wanted in (about, about + 2, 2 * about, 4 * about):
        step = nice_step((high - low) / wanted)
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        found = tuple(float(f"{i * step:.10g}") for i in range(first, last + 1))
        if len(found) >= FEW:
            break
    return found


def log_ticks(low: float, high: float) -> tuple[float, ...]:
    """Return at most six round figures from `low` to `high`, a log axis; three at least."""
    found = log_levels(low, high)
    return found if len(found) >= FEW else _close(low, high)


def log_levels(low: float, high: float) -> tuple[float, ...]:
    """Return at most six round figures from `low` to `high`, a log axis; none where none is round."""
    found: tuple[float, ...] = ()
    for marks in ((1, 1.2, 1.5, 2, 3, 5, 8), (1, 1.5, 2, 3, 5, 8), (1, 2, 5), (1, 3), (1,)):
        found = log_marks(low, high, marks)
        if len(found) <= _MOST:
            break
    return found


def scale_ticks(low: float, high: float) -> tuple[float, ...]:
    """Return the round figures of a log scale of a figure: few a decade where it has many."""
    decades = math.log10(high / low)
    marks = (1, 2, 5) if decades > 1.05 else (1, 2, 3, 5)
    found = log_marks(low, high, marks if decades < 3.5 else (1,))
    return found if len(found) >= FEW else _close(low, high)


def axis_ticks(low: float, high: float, *, log: bool) -> tuple[float, ...]:
    """Return the round figures of an input's axis: powers of two where both ends are such."""
    if not log:
        return linear_ticks(low, high)
    twos = math.log2(high / low)
    if all(math.log2(v).is_integer() for v in (low, high)) and FEW - 1 <= twos <= 10:
        return tuple(2.0**e for e in range(round(math.log2(low)), round(math.log2(high)) + 1))
    found = log_marks(low, high, (1, 2, 5) if twos < 14 else (1,))
    return found if len(found) >= FEW else _close(low, high)


def finer(low: float, high: float, *, log: bool) -> tuple[float, ...]:
    """Return round figures closer together, for a place where few of the usual ones can stand."""
    found = log_marks(low, high, _FINE) if log else ()
    return found if len(found) >= FEW else linear_ticks(low, high, 10)


def _close(low: float, high: float) -> tuple[float, ...]:
    """Return figures of a log axis that shows less than a decade."""
    found = log_marks(low, high, _FINE)
    return found if len(found) >= FEW else linear_ticks(low, high, 4)


def told_apart(values: Sequence[float], say: Callable[[float, int], str]) -> list[str]:
    """Return the words of `values`: `say(value, more)` with as many digits more as tell them apart."""
    said: list[str] = []
    for more in range(_DIGITS):
        said = [say(value, more) for value in values]
        if len(set(said)) == len(set(values)):
            break
    return said


def thinned(values: Sequence[float], most: int) -> list[float]:
    """Return `values` evenly thinned to some `most`, two at least; nought stays where it is among them."""
    for step in range(max(1, math.ceil(len(values) / most)), 0, -1):
        start = values.index(0.0) % step if 0.0 in values else 0
        found = list(values[start::step])
        if len(found) > 1:
            return found
    return list(values)
