"""What a measurement becomes: a part of the user's own, and a table beside the catalogue's constants."""

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from engine import library
from engine.errors import CatalogError
from engine.parameters import SPECS
from engine.parts import Figure, Part, shipped
from engine.probe.backends import Backend, Draw, Measurement, Timing
from engine.probe.constants import EIGHT, Estimate, Peaks, constants, measured_peaks
from engine.probe.operations import Operation, loads, plan
from engine.units import UNITS

KIND: Final = "accelerator"
#: Repeats of each timing; their quartiles are the spread.
REPEATS: Final = 9
#: Share of the time that goes to timings; the rest to the board's power.
_TIMING_SHARE: Final = 0.6
_LEAST_DRAW: Final = 3.0
_DIGITS: Final = 4
#: Units in which facts are easier to read than in base units.
_SHOWN: Final = {"s": "µs"}


def measure(
    backend: Backend, seconds: float, progress: Callable[[str], None] = lambda _: None
) -> Measurement:
    """Time all operations and read the board's power on `backend`, in about `seconds`.

    `progress` is told what is being measured.
    """
    device, before = backend.device(), backend.clock()
    known = backend.precisions()
    operations = plan(device.memory, known, device.count)
    budget = _TIMING_SHARE * seconds / len(operations)
    # Power first with nothing done yet: a board cools down slowly.
    draws = [backend.draw(None, _LEAST_DRAW)]
    timings = []
    for operation in operations:
        progress(operation.text)
        timings.append(Timing(operation, backend.time(operation, REPEATS, budget)))
    if draws[0].watts:
        loaded = loads(device.memory, known)
        each = max((1.0 - _TIMING_SHARE) * seconds / len(loaded), _LEAST_DRAW)
        draws += [_told(backend, operation, each, progress) for operation in loaded]
    return Measurement(device, tuple(timings), tuple(draws), (before, backend.clock()))


def _told(backend: Backend, operation: Operation, each: float, progress: Callable[[str], None]) -> Draw:
    progress(f"power, {operation.text}")
    return backend.draw(operation, each)


def known_part(name: str) -> Part | None:
    """Return the part of the catalogue that ships under the driver's `name`, None where there is none."""
    wanted = re.sub(r"\s+", " ", name).strip().lower()
    for one in shipped(KIND).values():
        if wanted in one.aliases or wanted in {one.label.lower(), one.id}:
            return one
    return None


def data_sheet(part: Part) -> Peaks:
    """Return the peaks of a part of the catalogue, in base units."""
    return Peaks(
        {precision: _base(part, f"accelerator.{precision}") for precision in ("bf16", *EIGHT)},
        _base(part, "accelerator.bandwidth"),
        _base(part, "accelerator.scaleup_bandwidth"),
    )


def nearest(peaks: Peaks, name: str = "") -> Part:
    """Return the part of the catalogue whose BF16 peak and bandwidth are nearest, as ratios.

    Of the maker that `name` begins with, if the catalogue knows it.
    """
    maker = name.split(" ", maxsplit=1)[0].lower()
    parts = shipped(KIND).values()
    candidates = [one for one in parts if one.vendor.lower() == maker] or list(parts)

    def distance(one: Part) -> float:
        theirs = data_sheet(one)
        return sum(
            math.log(max(ours, 1.0) / other) ** 2
            for ours, other in (
                (peaks.flops.get("bf16", 0.0), theirs.flops["bf16"]),
                (peaks.bandwidth, theirs.bandwidth),
            )
        )

    return min(candidates, key=distance)


@dataclass(frozen=True, slots=True)
class Result:
    """A measurement, worked out.

    Attributes
    ----------
    part : Part
        Ready for the library.
    base : Part
        The part of the catalogue it is set beside; where `known` is False only the nearest one.
    found : mapping of key to Estimate
        The constants measured, in base units; facts have a name without a group.
    """

    part: Part
    base: Part
    known: bool
    found: Mapping[str, Estimate]


def work_out(measurement: Measurement, today: dt.date | None = None) -> Result:
    """Return the part that `measurement` makes, and what it is made of."""
    device = measurement.device
    base = known_part(device.name)
    known = base is not None
    own = measured_peaks(measurement)
    if base is None:
        base = nearest(own, device.name)
        found = {**_machine(measurement, own), **constants(measurement, replace(own, link=0.0))}
    else:
        found = {**_machine(measurement, None), **constants(measurement, data_sheet(base))}
    date = (today or dt.datetime.now(dt.UTC).date()).isoformat()
    source = f"isocost probe on {device.name}, {device.software}{_clocks(measurement)}"
    values = dict(base.values)
    if not known:
        values = {key: _borrowed(figure, base) for key, figure in values.items()}
    facts: dict[str, Figure | str] = {"probed_device": device.name, "probed_software": device.software}
    for key, one in found.items():
        if key in values:
            values[key] = _figure(key, one, source, date)
        else:
            facts[f"probed_{key.split('.')[-1]}"] = _fact(one, source, date)
    stem = base.id if known else device.name
    part = Part(
        KIND,
        library.free_id(KIND, f"my-{stem}"),
        f"{base.label if known else device.name} (measured here)",
        base.vendor if known else "",
        (),
        values,
        facts,
        f"Measured by isocost probe on {date}; what it cannot measure is from {base.label}.",
        "library",
    )
    return Result(part, base, known, found)


def _machine(measurement: Measurement, own: Peaks | None) -> dict[str, Estimate]:
    """Return what the device tells of itself, and its peaks where no data sheet is known."""
    device = measurement.device

    def told(value: float, unit: str, what: str) -> Estimate:
        return Estimate(value, value, value, unit, 1, what)

    found = {"accelerator.memory": told(device.memory, "B", "memory that the driver offers")}
    if device.power_limit > 0.0:
        found["accelerator.tdp"] = told(device.power_limit, "W", "power limit of the board")
    if own is not None:
        for precision in ("bf16", *EIGHT):
            what = f"fastest {precision.upper()} product, for want of a data sheet"
            found[f"accelerator.{precision}"] = told(own.flops[precision], "FLOP/s", what)
        what = "fastest copy, for want of a data sheet"
        found["accelerator.bandwidth"] = told(own.bandwidth, "B/s", what)
    return found


def _base(part: Part, key: str) -> float:
    figure = part.values[key]
    return float(figure.value) * UNITS[figure.unit].factor


def _figure(key: str, one: Estimate, source: str, date: str) -> Figure:
    spec = SPECS[key]
    factor = UNITS[spec.unit].factor

    def shown(base: float) -> float:
        return _rounded(min(max(base / factor, spec.low), spec.high))

    note = f"{one.what}; median and quartiles of {one.count}" if one.count > 1 else one.what
    low, high = (shown(one.low), shown(one.high)) if one.count > 1 else (None, None)
    return Figure(shown(one.value), spec.unit, source, "measured", date, low, high, note)


def _fact(one: Estimate, source: str, date: str) -> Figure:
    unit = _SHOWN.get(one.unit, one.unit)
    factor = UNITS[one.unit].factor / UNITS[unit].factor if unit in UNITS else 1.0
    value, low, high = (_rounded(number * factor) for number in (one.value, one.low, one.high))
    if one.count == 1:
        return Figure(value, unit, source, "measured", date, note=one.what)
    return Figure(value, unit, source, "measured", date, low, high, one.what)


def _borrowed(figure: Figure, base: Part) -> Figure:
    note = f"from {base.label}, the nearest part of the catalogue"
    return replace(figure, grade="transferred", note=f"{note}; {figure.note}" if figure.note else note)


def _rounded(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")


def _clocks(measurement: Measurement) -> str:
    before, after = (f"{clock / 1e6:.0f}" for clock in measurement.clocks)
    return f", clock {before} MHz before and {after} MHz after" if any(measurement.clocks) else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One constant, measured and as the catalogue has it, in the declared unit; None where it has none."""

    key: str
    label: str
    unit: str
    value: float
    low: float | None
    high: float | None
    ours: float | None
    grade: str

    @property
    def ratio(self) -> float | None:
        """Return measured over the catalogue's."""
        return self.value / self.ours if self.ours else None


def compare(part: Part, base: Part) -> tuple[Row, ...]:
    """Return each figure of `part` that a probe measured beside that of `base`."""
    rows = []
    for key, figure in part.values.items():
        if not figure.source.startswith("isocost probe") or isinstance(figure.value, str):
            continue
        other = base.values.get(key)
        ours = float(other.value) if other is not None else None
        grade = other.grade if other is not None else ""
        label = SPECS[key].label
        rows.append(Row(key, label, figure.unit, figure.value, figure.low, figure.high, ours, grade))
    for name, fact in part.facts.items():
        if isinstance(fact, Figure) and name.startswith("probed_") and not isinstance(fact.value, str):
            label = name.removeprefix("probed_").replace("_", " ")
            rows.append(Row(name, label, fact.unit, fact.value, fact.low, fact.high, None, ""))
    return tuple(rows)


def base_of(part: Part) -> Part:
    """Return the part of the catalogue that a probed `part` stands beside; `CatalogError` if not probed."""
    name = part.facts.get("probed_device")
    if not isinstance(name, str):
        raise CatalogError(f"{part.id} was not measured by isocost probe; give the file that --out wrote")
    return known_part(name) or nearest(data_sheet(part), name)
