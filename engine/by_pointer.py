"""How compiled functions hand named tuples on: a pointer to them, instead of each field by itself.

A plan has fifty numbers. numba would make each an argument of its own and store and load all of them
in every call, which took a third of an evaluation. Tuples cannot change, so what a function was given it
gives to others as it is, and a field is read where it is needed.
"""

from typing import Any

from llvmlite import ir
from numba.core import cgutils, types
from numba.core.datamodel import models
from numba.core.datamodel.registry import register_default
from numba.core.imputils import impl_ret_borrowed, lower_getattr_generic


class _ByPointer:
    """The part of numba's data model that says what is passed, and how."""

    def get_argument_type(self) -> ir.Type:
        return self.get_value_type().as_pointer()  # type: ignore[attr-defined]

    def as_argument(self, builder: ir.IRBuilder, value: ir.Value) -> ir.Value:
        place = _given(builder, value) or _loaded_from(builder, value)
        if place is None:
            place = cgutils.alloca_once(builder, value.type)  # type: ignore[no-untyped-call]
            builder.store(value, place)
        return place

    def from_argument(self, builder: ir.IRBuilder, value: ir.Value) -> ir.Value:
        return builder.load(value)


@register_default(types.NamedTuple)
class _Mixed(_ByPointer, models.TupleModel):
    """Named tuples of several types."""


@register_default(types.NamedUniTuple)
class _Alike(_ByPointer, models.UniTupleModel):
    """Named tuples of one type."""


@lower_getattr_generic(types.NamedTuple)  # type: ignore[no-untyped-call,untyped-decorator]
@lower_getattr_generic(types.NamedUniTuple)  # type: ignore[no-untyped-call,untyped-decorator]
def _field(context: Any, builder: ir.IRBuilder, made: Any, value: ir.Value, name: str) -> ir.Value:
    """Return field `name`: read here if `value` was given, not with all others where the function begins."""
    index = made.fields.index(name)
    place = _given(builder, value)
    if place is None:
        found = builder.extract_value(value, index)
    else:
        found = builder.load(cgutils.gep_inbounds(builder, place, 0, index))  # type: ignore[no-untyped-call]
    return impl_ret_borrowed(context, builder, made[index], found)  # type: ignore[no-untyped-call]


def _given(builder: ir.IRBuilder, value: ir.Value) -> ir.Value | None:
    """Return where in an argument of the function `value` stands, None if it is no part of one."""
    place = value.operands[0] if isinstance(value, ir.LoadInstr) else None
    if isinstance(place, ir.AllocaInstr):
        for argument in builder.function.args:
            if argument.name == f"arg.{place.name}" and _only_took(builder, place, argument):
                return argument
    root = place
    while isinstance(root, ir.GEPInstr):
        root = root.operands[0]
    return place if isinstance(root, ir.Argument) else None


def _only_took(builder: ir.IRBuilder, place: ir.Value, argument: ir.Argument) -> bool:
    # numba names the variable of an argument after it, and stores a constant where the variable ends.
    for block in builder.function.blocks:
        for done in block.instructions:
            if isinstance(done, ir.StoreInstr) and done.operands[1] is place:
                took = done.operands[0]
                loaded = isinstance(took, ir.LoadInstr) and took.operands[0] is argument
                if not (loaded or isinstance(took, ir.Constant)):
                    return False
    return True


def _loaded_from(builder: ir.IRBuilder, value: ir.Value) -> ir.Value | None:
    """Return the variable that still holds `value`: loaded in this very block, nothing stored there since."""
    place = value.operands[0] if isinstance(value, ir.LoadInstr) else None
    if not isinstance(place, ir.AllocaInstr):
        return None
    for done in reversed(builder.block.instructions):
        if done is value:
            return place
        if isinstance(done, ir.StoreInstr) and done.operands[1] is place:
            return None
    return None
