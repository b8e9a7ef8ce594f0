"""The commands of `isocost` that need no window; those of other subjects stand in files of their own.

Exit status: 0 done, 1 the answer is no (infeasible, scenarios differ), 2 bad input and one line on standard
error. Each command imports what it needs, so that help and the catalogue start without the compiler.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, NoReturn

from engine import compare_cli, doubt_cli, files_cli, parts_cli, study_cli
from engine.errors import IsocostError
from engine.system import streams

if TYPE_CHECKING:
    from engine.files import Project
    from engine.scenario import Scenario

DONE: Final = 0
NO: Final = 1
BAD_INPUT: Final = 2
INTERRUPTED: Final = 130


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise IsocostError(f"{message}; see `{self.prog} --help`")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all engine commands; parsed arguments hold the function under `run`."""
    parser = _Parser(prog="isocost", description="The economics of AI inference.", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    _add_evaluate(commands)
    _add_simulate(commands)
    _add_sweep(commands)
    _add_solve(commands)
    _add_search(commands)
    _add_outlook(commands)
    doubt_cli.add(commands, _command, _add_scenario_arguments)
    compare_cli.add(commands, _command)
    files_cli.add(commands, _command)
    study_cli.add(commands, _command)
    parts_cli.add(commands, _command)
    return parser


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], text: str, example: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=text,
        description=f"{text[0].upper()}{text[1:]}.",
        epilog=f"example: {example}",
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    return parser


def _add_scenario_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="a .isocost file or a built-in scenario (enterprise-assistant)",
    )
    parser.add_argument("--scenario", metavar="NAME", help="which scenario of a file with several")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="set an input, in its own unit or with one: accelerator.rent='1900 $/month', "
        "workload.cached_share=0.4 or =40%%, precision.kv=fp8, accelerator.part=h200-sxm, "
        "tier2.model.part=llama-3.1-8b",
    )
    parser.add_argument(
        "--tier", type=int, metavar="N", help="one tier by itself, with the requests that reach it"
    )


def _add_evaluate(commands: Any) -> None:
    parser = _command(
        commands,
        "evaluate",
        _evaluate,
        "evaluate a scenario: cost, margin, latency, energy",
        "isocost evaluate --set workload.output_tokens=1k --json",
    )
    _add_scenario_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--out", metavar="F", help="write inputs and metrics to F.csv or F.xlsx")


def _add_simulate(commands: Any) -> None:
    parser = _command(
        commands,
        "simulate",
        _simulate,
        "serve requests of a scenario one by one and tell what they saw",
        "isocost simulate --trace requests.csv --speed rate --replicas 4 --json",
    )
    _add_scenario_arguments(parser)
    add = parser.add_argument
    add("--trace", metavar="F", help="replay a CSV of arrival, input and output tokens")
    add("--speed", metavar="X", help="run the trace's clock X times as fast; rate: at the scenario's rate")
    add("--requests", type=int, metavar="N", help="how many (200,000; all of a trace)")
    add("--seed", type=int, default=0, metavar="N", help="same seed, same result (0)")
    add("--replicas", type=int, metavar="N", help="replicas that share the requests (1)")
    add("--dispatch", default="least", metavar="D", help="random, round-robin, least (outstanding) or prefix")
    add("--groups", metavar="N:TOKENS", help="simulate the prefix cache: N system prompts of TOKENS tokens")
    add("--turns", type=float, metavar="N", help="the same: mean turns of a session")
    add("--sessions", type=int, metavar="N", help="the same: sessions open at a time (1000)")
    add("--json", action="store_true", help="print one JSON object")


def _add_sweep(commands: Any) -> None:
    parser = _command(
        commands,
        "sweep",
        _sweep,
        "evaluate a scenario over one to three inputs and write a table",
        "isocost sweep --x deployment.concurrency=1:256:50:log --y accelerator.rent=1:4:30 --out cost.csv",
    )
    _add_scenario_arguments(parser)
    axis = "KEY=LOW:HIGH:N[:log|:linear]"
    parser.add_argument(
        "--x", required=True, metavar=axis, help="first input; KEY alone takes its whole range"
    )
    parser.add_argument("--y", metavar=axis, help="second input")
    parser.add_argument("--z", metavar=axis, help="third input")
    parser.add_argument(
        "--mode",
        choices=["product", "linked", "single"],
        default="product",
        help="all combinations (product), the first values of all inputs, then the second (linked), or one "
        "input after the other (single)",
    )
    parser.add_argument(
        "--metric", action="append", default=[], metavar="M", help="keep this metric (repeat); all without"
    )
    parser.add_argument(
        "--out", required=True, metavar="F", help="F.csv, .npz, .parquet or .json; - prints CSV"
    )


def _add_solve(commands: Any) -> None:
    parser = _command(
        commands,
        "solve",
        _solve,
        "tell what would have to be true: the value of an input at which a metric meets a target",
        "isocost solve --metric gross_margin --target 30% --for accelerator.rent",
    )
    _add_scenario_arguments(parser)
    add = parser.add_argument
    add("--metric", default="gross_margin", metavar="M", help="what is to meet the target (gross_margin)")
    add("--target", metavar="X", help="in the metric's unit, fractions 0-1 or with %% (0)")
    add(
        "--for", action="append", default=[], dest="keys", metavar="KEY", help="solve for this input (repeat)"
    )
    add("--json", action="store_true", help="print one JSON object")


def _add_search(commands: Any) -> None:
    parser = _command(
        commands,
        "search",
        _search,
        "evaluate every deployment and tell the best that hold the limits",
        "isocost search --accelerator h200-sxm --accelerator mi355x --top 5",
    )
    _add_scenario_arguments(parser)
    add = parser.add_argument
    add("--accelerator", action="append", default=[], metavar="PART", help="search this part (repeat)")
    add("--metric", default="cost_per_output_token", metavar="M", help="what the best is best by")
    add("--against", default="tpot_p95", metavar="M", help="the other merit of the front (tpot_p95)")
    add("--top", type=int, default=10, metavar="N", help="how many to tell (10)")
    add("--out", metavar="F.csv", help="write every deployment that holds the limits")
    add("--json", action="store_true", help="print one JSON object")


def _add_outlook(commands: Any) -> None:
    parser = _command(
        commands,
        "outlook",
        _outlook,
        "look years ahead: price, cost, margin, fleet, suppliers' revenue, the counter-thesis",
        "isocost outlook --set outlook.elasticity=0.9 --set thesis.own_silicon=yes --out years.csv",
    )
    _add_scenario_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--out", metavar="F.csv", help="write a row a year")


def _opened(arguments: argparse.Namespace) -> "tuple[Scenario, Project]":
    """Return the scenario meant, or its tier, and the project it comes from."""
    from engine.command_inputs import open_scenario

    scenario, project = open_scenario(arguments.file, arguments.scenario, arguments.set)
    if arguments.command != "evaluate":
        # What an older file was taken for; evaluate says it among its notes.
        sys.stderr.writelines(f"isocost: note: {line}\n" for line in project.report)
    return scenario if arguments.tier is None else scenario.tier(arguments.tier), project


def _evaluate(arguments: argparse.Namespace) -> int:
    scenario, project = _opened(arguments)
    from engine import evaluate_command as command

    if arguments.out:
        from engine.share.export_command import write

        print(write(scenario, arguments.out))
    else:
        show = command.evaluate_json if arguments.json else command.evaluate_text
        print(show(scenario, project.report))
    return DONE if command.feasible(scenario) else NO


def _simulate(arguments: argparse.Namespace) -> int:
    scenario, _ = _opened(arguments)
    from engine import simulate_command as command

    scenario = command.one_tier(scenario)
    trace = command.trace_of(scenario, arguments.trace, arguments.speed, arguments.replicas)
    seen = command.run(
        scenario,
        trace=trace,
        prefixes=command.prefixes_of(arguments.groups, arguments.turns, arguments.sessions),
        requests=arguments.requests,
        seed=arguments.seed,
        replicas=arguments.replicas,
        dispatch=arguments.dispatch,
    )
    if arguments.json:
        print(command.simulate_json(scenario, seen, trace))
    else:
        print(command.simulate_text(scenario, seen, trace))
    return DONE


def _sweep(arguments: argparse.Namespace) -> int:
    scenario, _ = _opened(arguments)
    from engine import sweep_command as command
    from engine.sweep_plan import swept

    table = swept(scenario, (arguments.x, arguments.y, arguments.z), arguments.mode, arguments.metric)
    if arguments.out == "-":
        print(command.csv_bytes(table).decode(), end="")
    else:
        command.write(table, arguments.out)
        print(f"{arguments.out}: {table.points:,} points, {table.feasible:,} of them feasible")
    return DONE if table.feasible else NO


def _solve(arguments: argparse.Namespace) -> int:
    scenario, _ = _opened(arguments)
    from engine import solve_command as command
    from engine.solve import target_of

    target = target_of(arguments.metric, arguments.target)
    found = command.solve(scenario, arguments.metric, target, arguments.keys)
    show = command.solve_json if arguments.json else command.solve_text
    print(show(scenario, arguments.metric, target, found))
    return DONE if any(root.found for root in found) else NO


def _search(arguments: argparse.Namespace) -> int:
    scenario, _ = _opened(arguments)
    from engine import solve_command as command

    found = command.deployments(
        scenario, arguments.accelerator, arguments.metric, arguments.against, arguments.top
    )
    if arguments.out:
        command.write(scenario, found, arguments.out)
    print((command.search_json if arguments.json else command.search_text)(scenario, found))
    return DONE if found.best else NO


def _outlook(arguments: argparse.Namespace) -> int:
    from engine.command_inputs import open_scenario

    scenario, _ = open_scenario(arguments.file, arguments.scenario, arguments.set)
    from engine import outlook_command as command

    if arguments.out:
        command.write(scenario, arguments.out)
    print((command.outlook_json if arguments.json else command.outlook_text)(scenario))
    return DONE


def _one_line(error: Exception) -> str:
    return "; ".join(line.strip() for line in str(error).splitlines() if line.strip())


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` begins with, or the command line's; return the exit status."""
    streams.speak_anyhow()
    try:
        arguments = build_parser().parse_args(argv)
        status: int = arguments.run(arguments)
        streams.flush()
    except IsocostError as error:
        print(f"isocost: {_one_line(error)}", file=sys.stderr)
        return BAD_INPUT
    except OSError as error:
        if not streams.reader_gone(error):
            raise
        streams.speak_to_nobody()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as leaving:
        # argparse leaves after --help.
        return leaving.code if isinstance(leaving.code, int) else DONE
    return status


if __name__ == "__main__":
    raise SystemExit(main())
