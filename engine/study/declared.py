"""What a study asks for: its TOML file, read and checked."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from engine.doubt.samples import SETS
from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.scenario import spec_of
from engine.simulator.run import DISPATCH, MOST_REPLICAS, MOST_REQUESTS
from engine.study.errors import StudyError
from engine.sweep_command import metric_of
from engine.sweep_plan import MODES
from engine.uncertainty import SPREADS

Pairs = tuple[tuple[str, tuple[str, ...]], ...]

#: Metrics kept where none are named.
METRICS_KEPT: Final = ("cost_per_output_token", "gross_margin", "ttft_p95", "tpot_p95")
#: Rows of a chunk: where none is said, and the most.
ROWS: Final = 200_000
MOST_ROWS: Final = 5_000_000
#: Samples of one point that are summed up: all of them are in memory at once.
MOST_SUMMED: Final = 262_144
MOST_BYTES: Final = 4_000_000
_SEED: Final = 2**32 - 1
_TABLES: Final = {
    "study": ("name", "scenarios", "metrics", "rows_per_chunk"),
    "variants": (),
    "sweep": ("mode", "axes"),
    "montecarlo": ("samples", "seed", "keep", "inputs", "doubt", "model_error"),
    "search": ("accelerators", "metric", "against", "top"),
    "simulate": ("requests", "seeds", "replicas", "dispatch"),
}


@dataclass(frozen=True, slots=True)
class MonteCarlo:
    """What is in doubt drawn at every point: `samples` in all; a row a sample, or one for all of them."""

    samples: int
    seed: int
    summed: bool
    inputs: tuple[str, ...]
    doubt: str | None
    model_error: bool


@dataclass(frozen=True, slots=True)
class Search:
    """Every deployment at every point; the `top` ones are kept."""

    accelerators: tuple[str, ...]
    metric: str
    against: str
    top: int


@dataclass(frozen=True, slots=True)
class Simulate:
    """Requests one by one at every point, once for each seed."""

    requests: int
    seeds: tuple[int, ...]
    replicas: int | None
    dispatch: str


@dataclass(frozen=True, slots=True)
class Study:
    """What a study asks for.

    Attributes
    ----------
    name : str
    scenarios : tuple of str
        Files (`FILE#NAME` for one of several scenarios) and names of built-in ones.
    variants, axes : tuple of (key, texts)
        Values of inputs, as `--set` and as `isocost sweep` take them; a case is a combination of variants.
    mode : str
        How the axes go together, one of `engine.sweep_plan.MODES`.
    metrics : tuple of str
    rows : int
        Of a chunk at most.
    document : mapping
        The file as it was read, plain values only.
    """

    name: str
    scenarios: tuple[str, ...]
    variants: Pairs
    axes: Pairs
    mode: str
    metrics: tuple[str, ...]
    rows: int
    montecarlo: MonteCarlo | None
    search: Search | None
    simulate: Simulate | None
    document: Mapping[str, Any] = field(compare=False, repr=False)


def load(path: str | Path) -> Study:
    """Return the study in the TOML file `path`; raise `StudyError` with table, key, value and cure."""
    path = Path(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        from engine.files.atomic import reason

        raise StudyError(f"{path} cannot be read: {reason(error)}") from None
    except ValueError:
        raise StudyError(f"{str(path)!r} is no file name") from None
    if len(data) > MOST_BYTES:
        raise StudyError(f"{path} is no study: it has more than {MOST_BYTES:,} bytes")
    try:
        document = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise StudyError(f"{path} is no TOML file: {error}") from None
    try:
        return study_of(document, path.stem)
    except StudyError as error:
        raise StudyError(f"{path.name}: {error}") from None


def study_of(document: Mapping[str, Any], name: str = "study") -> Study:
    """Return the study that `document` describes; `name` is taken where it tells none."""
    for table in document:
        if table not in _TABLES:
            raise StudyError(f"[{table}] is not known; a study has {', '.join(f'[{t}]' for t in _TABLES)}")
    tables = {table: Table(table, document.get(table, {})) for table in _TABLES}
    own, swept = tables["study"], tables["sweep"]
    variants = tuple(tables["variants"].pairs())
    axes = tuple(Table("sweep.axes", swept.values.get("axes", {})).pairs())
    twice = sorted({key for key, _ in axes} & {key for key, _ in variants})
    if twice:
        raise StudyError(f"[sweep.axes] {twice[0]} is in [variants] too; leave it in one of them")
    return Study(
        name=own.text("name", name),
        scenarios=own.texts("scenarios", needed='files or built-in names, as ["enterprise-assistant"]'),
        variants=variants,
        axes=axes,
        mode=swept.one_of("mode", tuple(MODES), "product"),
        metrics=tuple(_metric(own, "metrics", key) for key in own.texts("metrics", METRICS_KEPT)),
        rows=own.whole("rows_per_chunk", ROWS, 1, MOST_ROWS),
        montecarlo=_montecarlo(tables["montecarlo"]) if "montecarlo" in document else None,
        search=_search(tables["search"], axes) if "search" in document else None,
        simulate=_simulate(tables["simulate"]) if "simulate" in document else None,
        document=document,
    )


class Table:
    """One table of the file: values taken by key, each wrong one told with what is allowed."""

    def __init__(self, name: str, values: object) -> None:
        if not isinstance(values, dict):
            raise StudyError(f"{name} = {values!r}: must be a table, [{name}]")
        self.name, self.values = name, values
        known = _TABLES.get(name)
        for key in values if known else ():
            if known and key not in known:
                raise StudyError(f"[{name}] {key} is not known; there are {', '.join(known)}")

    def wrong(self, key: str, allowed: str) -> StudyError:
        """Return the error that what `key` has is not what is `allowed`."""
        told = f"{self.values[key]!r}"
        return StudyError(f"[{self.name}] {key} = {told[:60]}: must be {allowed}")

    def text(self, key: str, default: str) -> str:
        """Return a text that is not empty."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, "a text")
        return value

    def one_of(self, key: str, names: tuple[str, ...], default: str) -> str:
        """Return one of `names`."""
        value = self.values.get(key, default)
        if value not in names:
            raise self.wrong(key, f"one of {', '.join(names)}")
        return str(value)

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def whole(self, key: str, default: int, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`."""
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.wrong(key, f"a whole number from {least:,} to {most:,}")
        return value

    def texts(self, key: str, default: tuple[str, ...] = (), needed: str = "") -> tuple[str, ...]:
        """Return a list of texts, each once; where `needed` says of what, at least one."""
        value = self.values.get(key, list(default))
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            raise self.wrong(key, f"a list of texts{f': {needed}' if needed else ''}")
        if not value and (needed or key in self.values):
            allowed = needed or "at least one, or leave it out"
            raise StudyError(f"[{self.name}] {key} is empty or missing: give {allowed}")
        return tuple(dict.fromkeys(value))

    def pairs(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield every input of the table with its values as texts; keys need no quotes."""
        for key, value in _flat(self.values):
            try:
                spec_of(key)
            except IsocostError as error:
                raise StudyError(f"[{self.name}] {error}") from None
            listed = value if isinstance(value, list) else [value]
            if not listed or not all(_plain(one) for one in listed):
                told = f"{value!r}"[:60]
                raise StudyError(f"[{self.name}] {key} = {told}: must be a text, a number, or a list of them")
            yield key, tuple(dict.fromkeys(one if isinstance(one, str) else repr(one) for one in listed))


def _flat(values: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


def _plain(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _metric(table: Table, key: str, name: str, ranked: bool = False) -> str:
    try:
        metric = metric_of(name)
    except IsocostError as error:
        raise StudyError(f"[{table.name}] {key}: {error}") from None
    if ranked and metric.better == 0:
        ranks = ", ".join(k for k in METRICS_KEPT if METRICS[k].better)
        raise StudyError(
            f"[{table.name}] {key} = {name!r}: neither less nor more of it is better; {ranks} rank"
        )
    return name


def _montecarlo(table: Table) -> MonteCarlo:
    summed = table.one_of("keep", ("samples", "summary"), "samples") == "summary"
    most = MOST_SUMMED if summed else 10**12
    inputs = table.texts("inputs")
    for key in inputs:
        _known(table, "inputs", key, lambda spec: spec.numeric, "an input that is a number or a choice")
    spread = table.values.get("doubt")
    if spread is not None:
        table.one_of("doubt", SPREADS, "")
    return MonteCarlo(
        samples=table.whole("samples", min(65_536, most), SETS, most),
        seed=table.whole("seed", 1, 0, _SEED),
        summed=summed,
        inputs=inputs,
        doubt=spread,
        model_error=table.flag("model_error", True),
    )


def _known(table: Table, key: str, name: str, fit: Callable[[Any], bool], allowed: str) -> None:
    try:
        if fit(spec_of(name)):
            return
    except IsocostError as error:
        raise StudyError(f"[{table.name}] {key}: {error}") from None
    raise StudyError(f"[{table.name}] {key} = {name!r}: must be {allowed}")


def _search(table: Table, axes: Pairs) -> Search:
    from engine.solve.space import KEYS

    moved = (*KEYS, "deployment.concurrency", "deployment.batch_cap")
    for key, _ in axes:
        if key in moved:
            raise StudyError(f"[sweep.axes] {key} is what [search] looks for; take it out of one of them")
    return Search(
        accelerators=table.texts("accelerators"),
        metric=_metric(table, "metric", table.text("metric", "cost_per_output_token"), ranked=True),
        against=_metric(table, "against", table.text("against", "tpot_p95"), ranked=True),
        top=table.whole("top", 10, 1, 1000),
    )


def _simulate(table: Table) -> Simulate:
    seeds = table.values.get("seeds", [0])
    if isinstance(seeds, int) and not isinstance(seeds, bool):
        seeds = list(range(table.whole("seeds", 1, 1, 1_000_000)))
    fit = isinstance(seeds, list) and bool(seeds)
    if not fit or not all(isinstance(s, int) and not isinstance(s, bool) and 0 <= s <= _SEED for s in seeds):
        raise table.wrong("seeds", "how many, or a list of whole numbers, as [1, 2, 3]")
    return Simulate(
        requests=table.whole("requests", 20_000, 1, MOST_REQUESTS),
        seeds=tuple(dict.fromkeys(seeds)),
        replicas=table.whole("replicas", 1, 1, MOST_REPLICAS) if "replicas" in table.values else None,
        dispatch=table.one_of("dispatch", tuple(DISPATCH), "least"),
    )
