"""The commands `montecarlo` and `tornado`: their arguments, and what runs them."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from engine.scenario import Scenario

Make = Callable[..., argparse.ArgumentParser]

_SAMPLES: Final = 65536


def add(commands: Any, make: Make, scenario_arguments: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add both commands to `commands`, made by `make`; each says which scenario as all commands do."""
    drawn = make(
        commands,
        "montecarlo",
        _montecarlo,
        "draw what is in doubt at random and tell P10, P50, P90 and chances",
        "isocost montecarlo --set accelerator.rent='pert 2 2.6 4' --metric gross_margin --json",
    )
    scenario_arguments(drawn)
    _add_doubt(drawn)
    drawn.add_argument(
        "--metric", action="append", default=[], metavar="M", help="tell this metric (repeat); all: every one"
    )
    drawn.add_argument("--out", metavar="F", help="write every sample: F.csv, .npz or .parquet")
    drawn.add_argument("--json", action="store_true", help="print one JSON object")
    driven = make(
        commands,
        "tornado",
        _tornado,
        "what drives a metric: P10 to P90 of each input, shares of the variance, how much rests on guesses",
        "isocost tornado --metric gross_margin --json",
    )
    scenario_arguments(driven)
    _add_doubt(driven)
    driven.add_argument("--metric", required=True, metavar="M", help="the metric that is driven")
    driven.add_argument("--json", action="store_true", help="print one JSON object")


def _add_doubt(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--samples", type=int, default=_SAMPLES, metavar="N", help="how many (65,536)")
    parser.add_argument("--seed", type=int, metavar="S", help="same seed, same samples (the scenario's; 1)")
    parser.add_argument(
        "--doubt",
        metavar="FROM",
        help="inputs of which no doubt is stated: grade (by their source), soft (the range seen in sources) "
        "or stated (taken as certain)",
    )
    parser.add_argument("--no-model-error", action="store_true", help="leave the model's own error out")
    parser.add_argument(
        "--correlate", action="append", default=[], metavar="KEY,KEY=R", help="rank correlation of two inputs"
    )


def _doubted(arguments: argparse.Namespace) -> "Scenario":
    from engine.command_inputs import open_scenario
    from engine.doubt_command import with_doubt

    scenario, _ = open_scenario(arguments.file, arguments.scenario, arguments.set)
    if arguments.tier is not None:
        scenario = scenario.tier(arguments.tier)
    return with_doubt(
        scenario, arguments.doubt, not arguments.no_model_error, arguments.seed, arguments.correlate
    )


def _montecarlo(arguments: argparse.Namespace) -> int:
    scenario = _doubted(arguments)
    from engine import doubt_command as command
    from engine.doubt import table

    metrics = command.metrics_of(arguments.metric)
    if arguments.out:
        table.checked(arguments.out)
    samples = command.drawn(scenario, arguments.samples, metrics)
    if arguments.out:
        table.write(samples, arguments.out)
    show = command.montecarlo_json if arguments.json else command.montecarlo_text
    print(show(samples, metrics))
    if arguments.out and not arguments.json:
        print(f"\n{arguments.out}: {samples.count:,} samples")
    return 0 if bool(samples.able.any()) else 1


def _tornado(arguments: argparse.Namespace) -> int:
    scenario = _doubted(arguments)
    from engine import doubt_command as command

    found = command.drivers(scenario, arguments.metric, arguments.samples)
    print((command.tornado_json if arguments.json else command.tornado_text)(found))
    return 0 if bool(found.samples.able.any()) else 1
