"""The entry point `isocost`: one command line for the window and for the engine.

Starts without Qt, so that the engine's commands run on a machine that has none, and so that what
Qt lacks is told in one message before Python or Qt gives up.
"""

import importlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gui import guards

USAGE_ERROR: Final = 2
INTERRUPTED: Final = 130


@dataclass(frozen=True, slots=True)
class Command:
    """One command of `isocost`.

    Attributes
    ----------
    name, summary : str
        The word on the command line, and one line of help.
    module : str
        Where its `main(argv) -> int` is.
    draws : bool
        Whether it needs Qt; it then draws off screen unless QT_QPA_PLATFORM says otherwise.
    takes_name : bool
        Whether `main` reads the command's name as its first argument.
    """

    name: str
    summary: str
    module: str
    draws: bool = False
    takes_name: bool = False


_ENGINE: Final = (
    ("evaluate", "cost, latency and margin of a scenario"),
    ("simulate", "requests one by one: the same server without closed forms, traces too"),
    ("sweep", "metrics over one or two inputs, as CSV, Parquet or JSON"),
    ("solve", "what would have to be true: the value of each input at which a metric meets a target"),
    ("search", "every deployment evaluated, the best that hold the limits, and the front"),
    ("outlook", "years ahead: price, margin, fleet, suppliers' revenue, the counter-thesis"),
    ("montecarlo", "what is in doubt drawn at random: P10, P50, P90, chances, samples as a file"),
    ("tornado", "what drives a metric, and how much of it rests on guesses"),
    ("compare", "scenarios side by side: figures, inputs that differ, what each change adds"),
    ("study", "sweeps, Monte Carlo, search and simulation over many scenarios, on many machines"),
    ("catalog", "the parts: accelerators, models, workloads, networks, facilities, prices"),
    ("schema", "the JSON Schema of scenario files, for editors and other programs"),
    ("migrate", "bring older scenario files up to this version, and tell what changed and why"),
    ("import-model", "read a model's Hugging Face config.json"),
    ("validate", "predict measured benchmark points and tell how wrong the model is"),
    ("probe", "measure this machine's accelerator and write it as a part"),
)

#: Every command, in the order of the help.
COMMANDS: Final[dict[str, Command]] = {
    command.name: command
    for command in (
        *(Command(name, summary, "engine.cli", takes_name=True) for name, summary in _ENGINE),
        Command("screenshot", "draw the window into a PNG; needs no display", "gui.screenshot", draws=True),
        Command(
            "report", "write a scenario as a PDF document with its sources", "gui.report.command", draws=True
        ),
        Command("bench", "measure speed: engine, surfaces, slider to pixels, start", "gui.bench", draws=True),
        Command("install-desktop", "menu entry, icon and file type for this user; --remove", "gui.desktop"),
        Command("doctor", "check this machine and tell the cure of each finding", "gui.doctor"),
    )
}


def help_text() -> str:
    """Return what `isocost --help` prints."""
    from engine.files import builtin_names

    rows = "\n".join(f"  {command.name:<14} {command.summary}" for command in COMMANDS.values())
    return (
        "usage: isocost [FILE]\n"
        "       isocost COMMAND [ARGUMENTS]\n\n"
        "Opens the window, on FILE if given: a .isocost file, the folder of a study or a built-in scenario.\n"
        f"Built-in scenarios: {', '.join(builtin_names())}\n\n"
        f"Commands:\n{rows}\n\n"
        "  -h, --help     show this\n"
        "  --version      show the version\n\n"
        "`isocost COMMAND --help` tells the arguments of a command."
    )


def _complain(text: str) -> int:
    print(f"isocost: {text}", file=sys.stderr)
    return USAGE_ERROR


def _qt_trouble() -> str | None:
    """Return why Qt cannot be used here, None where it can."""
    from gui import system_libraries

    try:
        import PySide6

        refusal = guards.pyside_refusal(PySide6.__version_info__[:3], sys.version_info[:2])
        if refusal:
            return refusal
        from PySide6 import QtGui, QtWidgets
    except ImportError as error:
        return system_libraries.explain_import_error(error)
    del QtGui, QtWidgets
    return system_libraries.display_trouble()


#: What drawing calls of compiled code.
DRAWN: Final = ("gui.plotting.placement:guide", "gui.plotting.placement:place")


def _begin_compiling() -> None:
    # On a first start kernels compile while Qt is loaded and the window is built.
    from engine.drivers import precompile

    precompile.start(*DRAWN)


def _run_main(command: Command, arguments: list[str]) -> int:
    if command.draws:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _begin_compiling()
        trouble = _qt_trouble()
        if trouble:
            return _complain(trouble)
    main_of_command: Callable[[list[str]], int] = importlib.import_module(command.module).main
    return main_of_command([command.name, *arguments] if command.takes_name else arguments)


def _run_window(path: str | None) -> int:
    _begin_compiling()
    trouble = _qt_trouble()
    if trouble:
        return _complain(trouble)
    from gui.launch import run

    return run(path)


def _trouble_with(word: str) -> str | None:
    """Return why `word` can be neither run nor opened, None where it is a scenario or a study."""
    if word.startswith("-"):
        return f"there is no option {word}; `isocost --help` lists what there is"
    from engine.study.place import is_study

    if is_study(Path(word)):
        return None
    try:
        if Path(word).is_file():
            return None
    except (OSError, ValueError):
        pass  # No file can have that name; what it may have meant is told below.
    from engine.errors import ScenarioFileError
    from engine.files import resolve

    try:
        resolve(word)
    except ScenarioFileError as error:
        import difflib

        near = difflib.get_close_matches(word, COMMANDS, 2)
        return f"there is no command {word}; did you mean {' or '.join(near)}?" if near else str(error)
    return None


def _dispatch(arguments: list[str]) -> int:
    if not arguments:
        return _run_window(None)
    word, *rest = arguments
    if word in {"-h", "--help", "help"}:
        print(help_text())
        return 0
    if word == "--version":
        from engine.version import version

        print(f"isocost {version()}")
        return 0
    homeless = guards.home_trouble()
    if homeless:
        return _complain(homeless)
    if word in COMMANDS:
        return _run_main(COMMANDS[word], rest)
    trouble = _trouble_with(word)
    if trouble:
        return _complain(trouble)
    if rest:
        return _complain(f"one file at a time, please: {word} is followed by {' '.join(rest)}")
    return _run_window(word)


def main(argv: list[str] | None = None) -> int:
    """Run `isocost` with `argv`, or with the command line; return the exit status.

    0: done; 1: the answer is no (a failed check, an infeasible case); 2: it cannot be done as asked,
    and one message on standard error says why; 130: interrupted.
    """
    trouble = guards.sibling_trouble()
    if trouble:
        return _complain(trouble)
    from engine.errors import IsocostError
    from engine.system import streams

    streams.speak_anyhow()
    try:
        status = _dispatch(list(sys.argv[1:] if argv is None else argv))
        streams.flush()
    except IsocostError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        # The reader went away, as `| head` does.
        if not streams.reader_gone(error):
            raise
        streams.speak_to_nobody()
        return 0
    return status


if __name__ == "__main__":
    raise SystemExit(main())
