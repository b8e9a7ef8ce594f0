"""`isocost simulate`: requests one by one, for reading beside the closed form or as JSON."""

import json
import math
from typing import Any, Final

from engine.drivers import Point, point
from engine.errors import IsocostError
from engine.formatting import MINUS, NOTHING, format_number
from engine.metrics import METRICS
from engine.scenario import Scenario
from engine.simulator import Prefixes, Simulation, Trace, read_trace, simulate
from engine.simulator.result import LATENCIES
from engine.simulator.setup import CONCURRENT, fleet_of
from engine.trace_bounds import check_bounds
from engine.units import UNITS
from engine.version import version

#: What `--speed` takes for the scenario's own rate of arrivals.
RATE: Final = "rate"
_NAMES: Final = {"ttft": "TTFT", "tpot": "TPOT", "e2e": "End to end"}
_COLUMNS: Final = ("mean", "p50", "p95", "p99")
_LABEL, _ROW, _WIDTH = 14, 14, 11
#: Names of the closed form's rows where it describes what is simulated.
_ALIKE: Final = ("closed form", "  is off by")


def one_tier(scenario: Scenario) -> Scenario:
    """Return `scenario`, which the simulator can serve; raise where it is a service of several tiers."""
    if scenario.routed:
        raise IsocostError(
            f"{scenario.name} is a service of {scenario.flows.used} tiers and the simulator serves one: add "
            f"--tier 1 to --tier {scenario.flows.used}, or --set routing.mode=none"
        )
    return scenario


def prefixes_of(groups: str | None, turns: float | None, sessions: int | None) -> Prefixes | None:
    """Return what `--groups N:TOKENS`, `--turns` and `--sessions` ask for, None where none was given."""
    if groups is None and turns is None and sessions is None:
        return None
    default = Prefixes()
    count, _, system = (groups or "1:0").partition(":")
    if not (count.isdecimal() and system.isdecimal()):
        raise IsocostError(
            f"--groups {groups}: write N:TOKENS, the number of system prompts and their length, "
            "for example --groups 20:1500"
        )
    return Prefixes(
        int(count),
        int(system),
        default.turns if turns is None else turns,
        default.sessions if sessions is None else sessions,
    )


def trace_of(scenario: Scenario, path: str | None, speed: str | None, replicas: int | None) -> Trace | None:
    """Return the trace of `--trace`, its clock set by `--speed`, None without one."""
    if path is None:
        if speed is not None:
            raise IsocostError("--speed sets the clock of a trace: give one by --trace")
        return None
    check_bounds(path)
    trace = read_trace(path)
    if speed is None:
        return trace
    if speed == RATE:
        rate = fleet_of(scenario, replicas, None).rate
        if rate <= 0.0:
            raise IsocostError(
                "--speed rate: the scenario has no rate of arrivals, for its load is a closed loop "
                "or batches; set deployment.load to share"
            )
        return trace.at_rate(rate)
    try:
        return trace.faster(float(speed))
    except ValueError:
        raise IsocostError(
            f"--speed {speed}: a number, 2 for twice as fast, or {RATE} for the scenario's own arrivals"
        ) from None


def simulate_json(scenario: Scenario, seen: Simulation, trace: Trace | None = None) -> str:
    """Return one JSON object: what was seen, and the closed form's figures under `closed_form`.

    `notes` say where those describe something else than was simulated.
    """
    found = point(scenario)
    form: dict[str, Any] = {}
    for name in LATENCIES:
        unit = METRICS[f"{name}_mean"].unit
        figures = {key: found.base(f"{name}_{key}") / UNITS[unit].factor for key in _COLUMNS}
        form[name] = {
            "unit": unit,
            **{key: value if math.isfinite(value) else None for key, value in figures.items()},
        }
    made = seen.to_json() | {"closed_form": form, "name": scenario.name, "version": version()}
    made["notes"] = [*seen.notes, *_apart(scenario, seen, trace)]
    return json.dumps(made, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False)


def simulate_text(scenario: Scenario, seen: Simulation, trace: Trace | None) -> str:
    """Return what was seen as a table for reading, beside the closed form where it describes the same."""
    # A trace has arrivals of its own.
    found = point(scenario) if trace is None else None
    alone = _apart(scenario, seen, trace) if trace is None else []
    source = f"{trace.name}, " if trace is not None else ""
    several = f"{seen.replicas} replicas, dispatch {seen.dispatch}" if seen.replicas > 1 else "1 replica"
    pace = seen.requests / max(seen.wall_seconds, 1e-9)
    lines = [
        scenario.name,
        f"{source}{seen.requests:,} requests on {several}, seed {seen.seed}; {format_number(pace)} a second",
        "",
        " " * (2 + _LABEL + _ROW) + "".join(f"{name:>{_WIDTH}}" for name in _COLUMNS),
    ]
    for name in LATENCIES:
        lines += _latency_rows(name, seen, found, ("one alone", "  differs by") if alone else _ALIKE)
    lines += [
        "",
        _row("Requests", f"{format_number(seen.rate)} /s", "ended, all replicas"),
        _row("Output", f"{format_number(seen.throughput)} tokens/s", "all replicas"),
        _row("Output", f"{format_number(seen.throughput_per_accelerator)} tokens/s", "per accelerator"),
        _row("Busy", _percent(seen.utilization), "of the time a step runs"),
        _row("In service", format_number(seen.batch), "requests a replica"),
        _row("Preemptions", f"{seen.preemptions:,}"),
        _row("Cache hits", _percent(seen.cache_hit_fraction), "of input tokens"),
    ]
    notes = [*seen.notes, *alone]
    if notes:
        lines += ["", "NOTES", *(f"  {note}" for note in notes)]
    return "\n".join(lines)


def _apart(scenario: Scenario, seen: Simulation, trace: Trace | None) -> list[str]:
    """Return a note where the closed form describes something else than was simulated.

    Dispatch at random leaves random arrivals random: each of several replicas then is as one alone.
    """
    if trace is not None:
        return ["The closed form is of the scenario's own arrivals and lengths, not of those replayed."]
    split = scenario.values["deployment.disaggregated"] != "no"
    random = seen.dispatch == "random" and scenario.number("workload.burstiness") == 1.0
    arriving = scenario.values["deployment.load"] not in CONCURRENT
    if seen.replicas == 1 or split or (random and arriving):
        return []
    told = f"The closed form is of one replica by itself with 1/{seen.replicas} of the arrivals"
    return [f"{told}; of {seen.replicas} with dispatch {seen.dispatch} it knows nothing."]


def _row(label: str, value: str, remark: str = "") -> str:
    return f"  {label:<{_LABEL}}{value:>{_ROW + _WIDTH}}  {remark}".rstrip()


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"


def _latency_rows(name: str, seen: Simulation, found: Point | None, heads: tuple[str, str]) -> list[str]:
    unit = METRICS[f"{name}_mean"].unit
    factor = UNITS[unit].factor
    here = [seen.figure(f"{name}_{column}") for column in _COLUMNS]
    label = f"{_NAMES[name]} [{unit}]"
    rows = [_figures(label, "simulated", [format_number(value / factor) for value in here])]
    if found is None:
        return rows
    form = [found.base(f"{name}_{column}") for column in _COLUMNS]
    off = [there / value - 1.0 for value, there in zip(here, form, strict=True)]
    rows.append(_figures("", heads[0], [format_number(value / factor) for value in form]))
    rows.append(_figures("", heads[1], [_signed(value) for value in off]))
    return rows


def _figures(label: str, what: str, texts: list[str]) -> str:
    return f"  {label:<{_LABEL}}  {what:<{_ROW - 2}}" + "".join(f"{text:>{_WIDTH}}" for text in texts)


def _signed(share: float) -> str:
    if not math.isfinite(share):
        return NOTHING
    number = round(share * 100.0)
    return f"{MINUS if number < 0 else '+'}{abs(number)} %"


def run(
    scenario: Scenario,
    *,
    trace: Trace | None,
    prefixes: Prefixes | None,
    requests: int | None,
    seed: int,
    replicas: int | None,
    dispatch: str,
) -> Simulation:
    """Simulate `scenario` as the command line asks; all of a trace where no count is given."""
    if trace is not None and prefixes is not None:
        raise IsocostError(
            "a trace tells nothing of what requests share: leave out --groups, --turns, --sessions"
        )
    count = requests if requests is not None else (trace.arrive.size if trace is not None else 200_000)
    return simulate(
        scenario,
        requests=count,
        seed=seed,
        trace=trace,
        replicas=replicas,
        dispatch=dispatch,
        prefixes=prefixes,
    )
