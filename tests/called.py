"""Kernels that only compiled code calls, called from Python by the tests.

The app gives them no wrapper for Python, which is a third of all compilation, and the tests run the same
machine code. A kernel that a test calls gets a small compiled function that hands its arguments on.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import numba
from numba.core.registry import CPUDispatcher

from engine import jit

_Function = TypeVar("_Function", bound=Callable[..., Any])


class _Called(CPUDispatcher):  # type: ignore[misc]
    """A kernel that Python can call."""

    def __call__(self, *values: object) -> Any:
        through = self.__dict__.get("through")
        if through is None:
            through = self.__dict__["through"] = _through(self)
        return through(*values)


def _through(target: CPUDispatcher) -> Callable[..., Any]:
    code = target.py_func.__code__
    names = ", ".join(code.co_varnames[: code.co_argcount])
    space: dict[str, Any] = {"target": target}
    exec(f"def through({names}):\n    return target({names})\n", space)
    made: Callable[..., Any] = numba.njit(nogil=True, error_model="numpy")(space["through"])
    return made


def _callable(make: Callable[[_Function], _Function]) -> Callable[[_Function], _Function]:
    def made(function: _Function) -> _Function:
        kernel = make(function)
        if isinstance(kernel, CPUDispatcher):
            kernel.__class__ = _Called
        return kernel

    return made


def make_kernels_callable() -> None:
    """Let Python call every kernel that is declared from now on."""
    jit.kernel = _callable(jit.kernel)
    jit.part = _callable(jit.part)
