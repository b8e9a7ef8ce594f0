"""What measures: the protocol of a backend, and the readings it hands over."""

from dataclasses import dataclass
from typing import Protocol

from engine.errors import IsocostError
from engine.probe.operations import Operation


class NoAcceleratorError(IsocostError):
    """There is no accelerator here, or nothing that could measure it; the message says which."""


@dataclass(frozen=True, slots=True)
class Device:
    """The accelerator measured.

    Attributes
    ----------
    name : str
        As the driver calls it.
    memory : float
        Of one device [B].
    count : int
        Devices of this kind in the machine.
    software : str
        Driver and library versions, for the source of each figure.
    power_limit : float
        Of the board [W]; 0 where it is not told.
    """

    name: str
    memory: float
    count: int
    software: str
    power_limit: float = 0.0


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of one call of `operation`, a figure for each repeat."""

    operation: Operation
    seconds: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Draw:
    """Readings of board power [W] while `operation` ran without pause, or with nothing running.

    `seconds` is the time of one call meanwhile, for a board at its power limit slows down.
    """

    operation: Operation | None
    watts: tuple[float, ...]
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Measurement:
    """All that was measured of a device; clocks in Hz before and after, 0 where they are not told."""

    device: Device
    timings: tuple[Timing, ...]
    draws: tuple[Draw, ...]
    clocks: tuple[float, float] = (0.0, 0.0)


class Backend(Protocol):
    """Whatever can run operations on an accelerator and time them."""

    def device(self) -> Device:
        """Return what is measured."""
        ...

    def precisions(self) -> tuple[str, ...]:
        """Return the precisions in which products run here."""
        ...

    def clock(self) -> float:
        """Return the present clock [Hz], 0 where it is not told."""
        ...

    def time(self, operation: Operation, repeats: int, budget: float) -> tuple[float, ...]:
        """Return the seconds of one call, warmed up, for each of `repeats`; in about `budget` seconds.

        Empty where the operation cannot run here.
        """
        ...

    def draw(self, operation: Operation | None, duration: float) -> Draw:
        """Return readings of board power over about `duration` seconds; none where it is not told."""
        ...
