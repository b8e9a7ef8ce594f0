"""`isocost report`: a scenario as a PDF document, without a display."""

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QBuffer, QByteArray, QIODevice

from engine import files, share
from engine.command_inputs import open_scenario
from engine.errors import IsocostError
from engine.files.atomic import reason
from gui import figures, fonts, language
from gui.language import LANGUAGES, tr
from gui.launch import make_app
from gui.report.document import Content, Report
from gui.report.figures import SHOWN, named
from gui.theme import NAMES
from gui.views import VIEWS


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise IsocostError(f"report: {message}")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command."""
    made = _Parser(
        prog="isocost report",
        description="Write a scenario as a document of A4 pages: figures with bands, what differs, the bill, "
        "the chain, views, every input with its source. It carries the scenario.",
        epilog="example: isocost report reasoning-rack --set price.output=3 --out report.pdf",
        allow_abbrev=False,
    )
    made.add_argument("file", nargs="?", metavar="FILE", help="a .isocost file or a built-in scenario")
    made.add_argument("--out", required=True, metavar="F.pdf", help="the PDF to write")
    made.add_argument("--scenario", metavar="NAME", help="which scenario of a file with several")
    made.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="set an input (repeat)")
    made.add_argument(
        "--against",
        metavar="FILE",
        help="what it is compared with; its baseline or parent where there is one",
    )
    made.add_argument(
        "--view",
        action="append",
        default=[],
        metavar="V",
        help=f"a view to show (repeat); {', '.join(SHOWN)}",
    )
    made.add_argument("--formulas", action="store_true", help="with an appendix of formulas")
    made.add_argument("--progress", action="store_true", help="name each part on standard error")
    made.add_argument("--theme", choices=NAMES, default="light")
    made.add_argument(
        "--language", choices=list(LANGUAGES), default="en", help="language of the document, en unless given"
    )
    return made


def content_of(arguments: argparse.Namespace) -> Content:
    """Return what the report is made of; raise `IsocostError` for a view or file there is not."""
    views, unknown = named(arguments.view or list(SHOWN))
    if unknown:
        known = ", ".join(kind.key for kind in VIEWS)
        raise IsocostError(f"report: there is no view {unknown[0]}; there are {known}")
    scenario, project = open_scenario(arguments.file, arguments.scenario, arguments.set)
    original = open_scenario(arguments.file, arguments.scenario, [])[0]
    other = project.baseline or scenario.parent
    if arguments.against:
        other = files.resolve(arguments.against).scenario
    elif arguments.set and other is None:
        other = original
    return Content(scenario, other, tuple(views), project.views, arguments.formulas)


def report_bytes(content: Content, told: Callable[[str], None]) -> tuple[bytes, int]:
    """Return the PDF of `content`, and how many pages it has; `told` hears which part is under way."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shown = {key: dict(value) for key, value in content.settings.items()}
    payload = share.payload(content.scenario, content.other, shown)
    writer = figures.writer_on(buffer, content.scenario.name, payload)
    today = datetime.now().astimezone().date()
    pages = Report(content, today).write(writer, told)
    return bytes(held.data()), pages


def _say(part: str) -> None:
    print(tr(part), file=sys.stderr, flush=True)


def _nothing(_part: str) -> None:
    """Tell nobody."""


def main(argv: list[str]) -> int:
    """Write the report; return 0."""
    arguments = parser().parse_args(argv)
    path = Path(arguments.out)
    if path.suffix.lower() != ".pdf":
        raise IsocostError(f"report: --out {arguments.out}: the name must end in .pdf")
    # Told before the work, not after it.
    if not path.parent.is_dir():
        raise IsocostError(f"{arguments.out} was not written: the folder does not exist")
    make_app(arguments.theme)
    language.use(arguments.language)
    fonts.set_scale(1.0)
    told = _say if arguments.progress else _nothing
    data, pages = report_bytes(content_of(arguments), told)
    try:
        files.write_atomically(path, data)
    except ValueError:
        raise IsocostError(f"{arguments.out!r} is no file name") from None
    except OSError as error:
        raise IsocostError(f"{arguments.out} was not written: {reason(error)}") from None
    print(f"{arguments.out}: {pages} pages")
    return 0
