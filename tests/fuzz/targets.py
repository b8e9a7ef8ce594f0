"""What is fuzzed: each target takes bytes as strangers may write them and may raise declared errors only.

A target runs the reader a user reaches, then what follows at once from what was read: it is written and
read again, evaluated, drawn from. Anything but `IsocostError` is a fault, and so is what takes too long.
"""

import atexit
import functools
import gzip
import itertools
import json
import math
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import engine.files
from engine import files, library, quantities, row_filter, sweep_plan
from engine.command_inputs import entered, with_setting
from engine.doubt.entry import parse_entry
from engine.drivers import point
from engine.errors import LONGEST, IsocostError
from engine.evidence.own import read_own
from engine.files import carriers, recovery
from engine.files.project import Project
from engine.model_config import container, count
from engine.model_config.shape import summary
from engine.parameters import SPECS
from engine.scenario import DEFAULT, Scenario
from engine.simulator.trace import read_trace
from engine.specs import Spec
from engine.validation import points
from tests.fuzz import remembered, seeds

#: Most seconds one input may take.
PATIENCE = 10.0
_counter = itertools.count()


@dataclass(frozen=True, slots=True)
class Target:
    """Something that reads what strangers write.

    Attributes
    ----------
    run : callable
        Takes bytes; raises nothing where all is well, whatever they are.
    seeds : callable
        Returns inputs that are valid or nearly so.
    sort : "json", "text", "ini" or "binary"
        How inputs are best changed.
    share : float
        Part of all inputs of a long run.
    """

    name: str
    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    sort: str
    share: float


def declared(run: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Return `run` with the errors let go that a user is told, if they are told in one line."""

    @functools.wraps(run)
    def checked(data: bytes) -> None:
        try:
            run(data)
        except IsocostError as error:
            text = str(error)
            assert text, "an error without a word"
            assert len(text) <= LONGEST, f"an error of {len(text)} characters"

    return checked


def _evaluate(scenario: Scenario) -> None:
    point(scenario)


@functools.cache
def _folder() -> Path:
    # In memory where the system has such a place: a disk would be the slowest part by far.
    memory = Path("/dev/shm")
    folder = Path(
        tempfile.mkdtemp(prefix="isocost-fuzz-", dir=memory if os.access(memory, os.W_OK) else None)
    )
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _file(name: str, data: bytes) -> Path:
    path = _folder() / name
    path.write_bytes(data)
    return path


def _again(project: Project) -> None:
    made = files.from_bytes(files.to_bytes(project))
    assert made.scenarios == project.scenarios, "what was read is not what is read again"


@declared
def read_project(data: bytes) -> None:
    """Read a scenario file, write it, read it again, evaluate it."""
    project = engine.files.from_bytes(data, allow_newer=True)
    _again(project)
    _evaluate(project.scenario)


@declared
def read_carried(data: bytes) -> None:
    """Take the scenario out of whatever picture, document or sheet this is, and read it."""
    kind = carriers.kind_of(data[:256])
    if kind:
        files.from_bytes(carriers.carried(data, kind))


@declared
def read_recovery(data: bytes) -> None:
    """Read kept work whose checksum fits, and tell what it changes."""
    import hashlib

    head = {"bytes": len(data), "recovery": 1, "sha256": hashlib.sha256(data).hexdigest()}
    path = _file("work.recovery", json.dumps(head).encode() + b"\n" + data)
    work = recovery.read(path)
    work.differences()
    work.file_moved_on()


@declared
def read_config(data: bytes) -> None:
    """Read a model's configuration and count it."""
    given = container.parse("config.json", data)
    summary(count.read_source(container.from_objects("config.json", given, {})))


@declared
def read_points(data: bytes) -> None:
    """Read a benchmark of the user's own, packed or not, and judge it."""
    read_own(_file("points.csv", data))


@declared
def read_table(data: bytes) -> None:
    """Read measured points alone."""
    points.parse(data.decode("utf-8", "replace"))


@declared
def read_arrivals(data: bytes) -> None:
    """Read a trace, plain or packed, and change its pace."""
    packed = data[:1] == b"z"
    trace = read_trace(_file("trace.csv.gz" if packed else "trace.csv", data[1:]))
    assert (trace.tokens_in > 0).all()
    assert math.isfinite(float(trace.arrive[-1]))
    trace.at_rate(3.0)


@declared
def read_part(data: bytes) -> None:
    """Read a part of the library."""
    library.read_file(_file("part.toml", data))


@functools.cache
def _numbers() -> tuple[Spec, ...]:
    return tuple(spec for spec in SPECS.values() if spec.kind == "number")


def _typed(data: bytes) -> tuple[Spec, str, str]:
    chosen = int.from_bytes(data[:2], "big") if len(data) > 1 else 0
    found = _numbers()
    return found[chosen % len(found)], data[2:].decode("utf-8", "surrogateescape"), ",."[chosen >> 15]


@declared
def read_quantity(data: bytes) -> None:
    """Read what is typed into a field."""
    spec, text, decimal = _typed(data)
    value = quantities.parse(text, spec, decimal)
    ends = (value.low, value.high) if isinstance(value, quantities.Range) else (value,)
    assert all(math.isfinite(end) for end in ends), "a quantity that is not finite"


@declared
def read_distribution(data: bytes) -> None:
    """Read what is typed as a distribution, and put it into a scenario."""
    spec, text, decimal = _typed(data)
    value = parse_entry(text, spec, decimal)
    made = entered(DEFAULT, spec, value)
    _again(Project((made,)))


@declared
def read_setting(data: bytes) -> None:
    """Set an input as the command line does, and evaluate."""
    _evaluate(with_setting(DEFAULT, data.decode("utf-8", "surrogateescape")))


@declared
def read_axis(data: bytes) -> None:
    """Read the axis of a sweep."""
    key, _, text = data.decode("utf-8", "surrogateescape").partition("=")
    sweep_plan.axis_of(key, text)


@declared
def read_filter(data: bytes) -> None:
    """Read what rows are kept by."""
    row_filter.conditions(data.decode("utf-8", "surrogateescape"), (*SPECS, "cost_per_request", "feasible"))


def read_remembered(data: bytes) -> None:
    """Start with settings from a file of the user; nothing in it is an error."""
    # A name of its own for each: Qt looks at the date of a file, which is too coarse for this.
    remembered.read(_folder() / f"settings-{next(_counter)}.ini", data)


def _packed() -> list[bytes]:
    return [*seeds.points(), gzip.compress(seeds.points()[0], mtime=0)]


#: Everything fuzzed, by name; shares add up to one.
TARGETS = {
    target.name: target
    for target in (
        Target("carried", read_carried, seeds.carried, "binary", 0.12),
        Target("recovery", read_recovery, seeds.recoveries, "json", 0.01),
        Target("config", read_config, seeds.configs, "json", 0.10),
        Target("points", read_points, _packed, "text", 0.02),
        Target("table", read_table, seeds.points, "text", 0.14),
        Target("arrivals", read_arrivals, seeds.traces, "text", 0.08),
        Target("part", read_part, seeds.parts, "text", 0.03),
        Target("quantity", read_quantity, seeds.quantities, "text", 0.22),
        Target("distribution", read_distribution, seeds.distributions, "text", 0.09),
        Target("setting", read_setting, seeds.settings, "text", 0.06),
        Target("project", read_project, seeds.projects, "json", 0.06),
        Target("axis", read_axis, seeds.axes, "text", 0.02),
        Target("filter", read_filter, seeds.filters, "text", 0.03),
        Target("settings", read_remembered, seeds.remembered, "ini", 0.02),
    )
}
