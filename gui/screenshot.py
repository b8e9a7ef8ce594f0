"""`isocost screenshot`: the window as a PNG, without a display."""

import argparse
import re
import sys
import time
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QCoreApplication, QEventLoop

from engine.errors import IsocostError
from gui import fonts, language, theme
from gui.language import LANGUAGES
from gui.launch import make_app, open_window
from gui.main_window import MainWindow
from gui.panels.inspector import PAGES
from gui.theme import NAMES
from gui.views import VIEWS

_PATIENCE = 300.0
#: How long a view may take over what it adds by itself, such as simulated figures [s].
_EXTRA = 20.0


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise IsocostError(f"screenshot: {message}")


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1440x900")
    return int(match[1]), int(match[2])


def _scale(text: str) -> float:
    match = re.fullmatch(r"(\d{2,3}) ?%?", text)
    if not match or not 50 <= int(match[1]) <= 300:
        raise argparse.ArgumentTypeError(f"{text!r} is not a scale in per cent from 50 to 300")
    return int(match[1]) / 100.0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command."""
    made = _Parser(prog="isocost screenshot", description="Draw the window into a PNG; needs no display.")
    made.add_argument(
        "file", nargs="?", help="a .isocost file or a built-in scenario (default: enterprise-assistant)"
    )
    made.add_argument("--out", required=True, type=Path, help="the PNG to write")
    made.add_argument("--size", type=_size, default=(1440, 900), metavar="WxH", help="default 1440x900")
    made.add_argument("--view", choices=[view.key for view in VIEWS], default=VIEWS[0].key)
    made.add_argument("--theme", choices=NAMES, default="light")
    made.add_argument("--scale", type=_scale, metavar="PERCENT", help="size of type and lengths, 100 to 200")
    made.add_argument("--language", choices=list(LANGUAGES), help="language of the window")
    made.add_argument(
        "--inspector",
        choices=[page for page, _ in PAGES],
        help="open this page beside the view",
    )
    made.add_argument("--hints", action="store_true", help="with the sentence and the hint of a first start")
    return made


def settle(window: MainWindow, patience: float = _PATIENCE) -> None:
    """Process events until everything on screen is the answer to what is on screen."""
    deadline = time.monotonic() + patience
    while not window.live.settled or window.view().pending:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if time.monotonic() > deadline:
            raise IsocostError(f"the window was not ready after {patience:g} s")
        time.sleep(0.001)
    for _ in range(3):
        QCoreApplication.processEvents()


def settle_view(window: MainWindow) -> None:
    """Process events until the view in front adds nothing more by itself, or patience has run out."""
    deadline = time.monotonic() + _EXTRA
    while not window.view().settled and time.monotonic() < deadline:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.001)


def main(argv: list[str]) -> int:
    """Write the picture; return 0."""
    arguments = parser().parse_args(argv)
    app = make_app(arguments.theme)
    if arguments.scale:
        fonts.set_scale(arguments.scale)
    if arguments.language:
        language.use(arguments.language)
    theme.apply(app, arguments.theme)
    window = open_window(arguments.file, looks_only=True)
    window.apply_theme(arguments.theme)
    window.resize(*arguments.size)
    window.show_view([view.key for view in VIEWS].index(arguments.view))
    window.show()
    settle(window)
    if arguments.inspector:
        window.inspector.show_page(arguments.inspector)
        settle(window)
    if arguments.hints:
        with window.settings.untouched():
            window.guide.hints.again()
            settle(window)
    settle_view(window)
    try:
        saved = window.grab().save(str(arguments.out), "PNG")
    finally:
        window.live.stop()
    if not saved:
        raise IsocostError(
            f"{arguments.out} cannot be written; choose a folder that exists and may be written to"
        )
    print(
        f"{arguments.out}: {arguments.size[0]} x {arguments.size[1]}, {window.document.scenario.name}",
        file=sys.stderr,
    )
    return 0
