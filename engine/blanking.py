"""A record whose every number is NaN, at once.

Compiled code cannot loop over the fields of a record, and 250 assignments one by one take a tenth of an
evaluation: here they are a few wide stores. Numba's own arrays of a record's memory would need its address.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic, overload

_WIDE = 4
_SIZE = 8


def leave_blank(m: np.void) -> None:
    """Make every field of `m`, a record of float64, NaN; callable from kernels."""
    for name in m.dtype.names or ():
        m[name] = math.nan


@intrinsic
def _blanked(typing: Any, record: Any) -> tuple[Any, Callable[..., ir.Value]]:
    """Store NaN over the whole record."""

    def generate(context: Any, builder: ir.IRBuilder, _signature: Any, given: Any) -> ir.Value:
        number = ir.DoubleType()
        wide = ir.VectorType(number, _WIDE)
        count = record.size // _SIZE
        place = builder.bitcast(given[0], number.as_pointer())
        blank, blanks = ir.Constant(number, math.nan), ir.Constant(wide, [math.nan] * _WIDE)
        for first in range(0, count - count % _WIDE, _WIDE):
            there = builder.gep(place, [ir.Constant(ir.IntType(32), first)])
            builder.store(blanks, builder.bitcast(there, wide.as_pointer()), align=_SIZE)
        for one in range(count - count % _WIDE, count):
            builder.store(blank, builder.gep(place, [ir.Constant(ir.IntType(32), one)]))
        return context.get_dummy_value()

    return types.void(record), generate


@overload(leave_blank)
def _leave_blank(m: Any) -> Callable[[Any], None] | None:
    if not isinstance(m, types.Record) or any(kind != types.float64 for _, kind in m.members):
        return None

    def blank(m: Any) -> None:
        _blanked(m)  # type: ignore[call-arg]

    return blank
