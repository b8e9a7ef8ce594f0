"""The command `compare`: its arguments, and what runs it."""

import argparse
from collections.abc import Callable
from typing import Any

Make = Callable[..., argparse.ArgumentParser]


def add(commands: Any, make: Make) -> None:
    """Add the command to `commands`, made by `make`."""
    parser = make(
        commands,
        "compare",
        _compare,
        "set scenarios beside each other: figures, inputs that differ, and what each change adds to a "
        "difference; exit 1 where they differ",
        "isocost compare enterprise-assistant own-silicon --metric gross_margin",
    )
    add_argument = parser.add_argument
    add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="2 to 6 scenarios, the base first: .isocost files, FILE#NAME for one of several, or built-in "
        "ones; one file alone: all that it holds",
    )
    add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="compare one scenario with itself, so set (repeat)",
    )
    add_argument(
        "--metric", default="cost_per_output_token", metavar="M",
        help="what the bridge is of (cost_per_output_token)",
    )  # fmt: skip
    add_argument(
        "--all",
        action="store_true",
        dest="every",
        help="tell figures that come with parts, and inputs that do not differ",
    )
    add_argument("--factors", action="store_true", help="steps that multiply instead of adding up")
    add_argument("--apart", action="store_true", help="a step for each input instead of each group and role")
    add_argument("--json", action="store_true", help="print one JSON object")


def _compare(arguments: argparse.Namespace) -> int:
    from engine import compare_command as command

    metric = command.checked_metric(arguments.metric)
    scenarios = command.opened(arguments.files, arguments.set)
    ways = {"every": arguments.every, "apart": arguments.apart, "factors": arguments.factors}
    answer = command.Answer(scenarios, metric, **ways)
    print(answer.to_json() if arguments.json else answer.to_text())
    return 1 if answer.differs else 0
