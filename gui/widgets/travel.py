"""How far along its track a value lies, and which round values a slider stops at. No Qt."""

import math
from dataclasses import dataclass
from typing import Final

from engine.specs import Spec

#: A key press moves a logarithmic slider by about this share of its value.
RATIO: Final = 0.02
#: A key press moves a linear slider by about this share of its range.
SHARE: Final = 0.005
#: Decimal places that no input needs more of.
DIGITS: Final = 12


def nice(step: float) -> float:
    """Return the largest of 1, 2, 5 times a power of ten that is not above `step` (> 0)."""
    power = 10.0 ** math.floor(math.log10(step) + 1e-9)
    lead = step / power * (1 + 1e-9)
    return power * (5.0 if lead >= 5 else 2.0 if lead >= 2 else 1.0)


@dataclass(frozen=True, slots=True)
class Travel:
    """The track of one slider.

    Attributes
    ----------
    low, high : float
        Ends of the track, in the parameter's unit.
    log : bool
        Whether equal lengths are equal ratios.
    floor, ceiling : float
        Hard range.
    whole : bool
        Only whole numbers.
    """

    low: float
    high: float
    log: bool
    floor: float
    ceiling: float
    whole: bool = False

    @classmethod
    def of(cls, spec: Spec, *shown: float) -> "Travel":
        """Return the track of `spec`: its soft range, widened to hold every value of `shown`."""
        low = min((spec.soft_low, *shown))
        high = max((spec.soft_high, *shown))
        log = spec.scale == "log" and low > 0
        if high <= low:
            high = low + max(1.0, abs(low))
        return cls(low, high, log, spec.low, spec.high, spec.whole)

    def fraction(self, value: float) -> float:
        """Return where `value` lies, 0 at the low and 1 at the high end."""
        if self.log:
            if value <= 0:
                return 0.0
            part = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            part = (value - self.low) / (self.high - self.low)
        return min(1.0, max(0.0, part))

    def value(self, fraction: float) -> float:
        """Return the value at `fraction` of the track, not rounded."""
        part = min(1.0, max(0.0, fraction))
        if self.log:
            return self.low * math.exp(part * math.log(self.high / self.low))
        return self.low + part * (self.high - self.low)

    def clamp(self, value: float) -> float:
        """Return `value` inside the hard range, whole where it must be, free of rounding dust."""
        kept = min(self.ceiling, max(self.floor, value))
        if self.whole:
            kept = min(math.floor(self.ceiling), max(math.ceil(self.floor), round(kept)))
            return float(kept)
        return float(f"{kept:.{DIGITS}g}")

    def unit_step(self, value: float) -> float:
        """Return what one key press adds at `value`: 1, 2 or 5 times a power of ten."""
        if self.log and value > 0:
            step = nice(value * RATIO)
        else:
            step = nice((self.high - self.low) * SHARE)
        return max(1.0, step) if self.whole else step

    def step(self, value: float, count: int, scale: float = 1.0) -> float:
        """Return `value` moved by `count` steps of `scale` times the unit step, on round values."""
        size = self.unit_step(value) * scale
        if self.whole:
            size = max(1.0, size)
        grid = value / size
        aligned = math.floor(grid + 1e-6) if count > 0 else math.ceil(grid - 1e-6)
        return self.clamp((aligned + count) * size)

    def at(self, fraction: float, pixels: int) -> float:
        """Return the roundest value within a pixel of `fraction` on a track `pixels` long."""
        part = min(1.0, max(0.0, fraction))
        if part in {0.0, 1.0}:
            return self.clamp(self.value(part))
        value = self.value(part)
        width = abs(self.value(part + 0.5 / pixels) - self.value(part - 0.5 / pixels))
        if width <= 0:
            return self.clamp(value)
        step = nice(width)
        return self.clamp(round(value / step) * step)
