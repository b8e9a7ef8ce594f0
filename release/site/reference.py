"""Pages made from declarations: inputs, figures, catalogue, scenario files, command line, residuals.

Inputs, figures, views, keys and glossary are the help's own pages (`gui.guide.help_pages`), so that window
and site cannot tell different things.
"""

import contextlib
import io
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import Any, Final

from engine import parts
from engine.evidence.table import Node, shipped
from engine.formatting import format_value
from engine.kinds import KINDS
from engine.parameters import SPECS
from engine.parts import Figure, Part
from gui import app
from gui.guide import help_pages

#: Columns of what commands print.
_WIDTH: Final = "96"
_INTO_THE_WINDOW: Final = re.compile(r"<p>\s*<a href='go:[^']*'>[^<]*</a>\s*</p>")
_PLACE: Final = re.compile(r"<a name='([^']*)'></a>")
_MEASURED: Final = {
    "tpot": "TPOT", "ttft": "TTFT", "throughput": "Output tokens per second", "e2e": "End-to-end latency",
    "energy": "Energy per token",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    Attributes
    ----------
    name : str
        File without its ending.
    title, section : str
        What it is called, and under which heading of the contents it stands.
    body : str
        HTML, from `<h1>` on.
    """

    name: str
    title: str
    section: str
    body: str


def slug(text: str) -> str:
    """Return `text` as part of an address."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _cells(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _table(heads: str | Sequence[str], rows: Sequence[str]) -> str:
    names = heads.split() if isinstance(heads, str) else heads
    first = "<tr>" + "".join(f"<th>{name}</th>" for name in names) + "</tr>"
    return f"<div class='wide'><table>{first}{''.join(rows)}</table></div>"


def from_help() -> Iterator[Page]:
    """Return the pages of the help."""
    section = "The window"
    for name, title in help_pages.contents():
        if not name:
            section = title
            continue
        # Shortcuts of menus are known to a window only; the table of the other keys stands here.
        body = _INTO_THE_WINDOW.sub("", help_pages.page(name, ()))
        body = _PLACE.sub(lambda found: f"<a id='{found[1]}'></a>", body)
        where = "The window" if name == "glossary" else section
        yield Page(slug(name), title.strip(), where, body)


# catalogue -----------------------------------------------------------------------------------------


def catalogue() -> Iterator[Page]:
    """Return a page for each kind of part, every figure with its source."""
    for kind in KINDS.values():
        found = parts.shipped(kind.id)
        listed = "".join(_part(part) for part in found.values())
        told = (
            f"{len(found)} in the catalogue. A click on a part shows its figures, each with source and grade."
        )
        body = f"<h1>{escape(kind.plural)}</h1><p>{told}</p>{listed}"
        yield Page(f"catalogue-{kind.id}", kind.plural, "Catalogue", body)


def _part(part: Part) -> str:
    rows = [_row(SPECS[key].label, figure, key) for key, figure in part.values.items()]
    rows += [
        _row(name, fact) if isinstance(fact, Figure) else _cells(escape(name), escape(fact), "", "")
        for name, fact in part.facts.items()
    ]
    note = f"<p>{escape(part.note)}</p>" if part.note else ""
    vendor = f" &middot; {escape(part.vendor)}" if part.vendor else ""
    names = f"<span class='facts'><code>{escape(part.id)}</code>{vendor}</span>"
    head = f"<summary id='{escape(part.id)}'>{escape(part.label)} {names}</summary>"
    return f"<details>{head}{note}{_table('figure value grade source', rows)}</details>"


def _row(name: str, figure: Figure, key: str = "") -> str:
    unit = "" if figure.unit in {"", "1"} else f" {figure.unit}"
    value = f"{figure.value:,.6g}" if isinstance(figure.value, int | float) else figure.value
    label = escape(name)
    if key:
        label = f"<a href='inputs-{slug(SPECS[key].group)}.html#{key}'>{label}</a>"
    return _cells(label, escape(f"{value}{unit}"), escape(figure.grade), escape(figure.source))


# scenario files ------------------------------------------------------------------------------------


def scenario_files() -> Page:
    """Return the page on `.isocost` files, from the schema that ships."""
    folder = files("resources") / "schema"
    name = max(entry.name for entry in folder.iterdir() if entry.name.endswith(".json"))
    schema = json.loads(folder.joinpath(name).read_text("utf-8"))
    rows = [_property(schema, key, value) for key, value in schema["properties"].items()]
    inputs = [
        _cells(
            f"<a href='inputs-{slug(spec.group)}.html#{spec.key}'><code>{spec.key}</code></a>",
            escape(spec.label), escape(_default(spec.key)),
        )
        for spec in SPECS.values()
    ]  # fmt: skip
    command = "<code>isocost schema</code> prints it, for editors and other programs"
    body = (
        f"<h1>Scenario files</h1><p>{escape(schema.get('description', ''))}</p>"
        f"<p>The schema is <code>{escape(name)}</code>; {command}.</p>"
        f"<h2>Top level</h2>{_table('field type meaning', rows)}"
        f"<h2>Inputs</h2>{_table('key input default', inputs)}"
    )
    return Page("scenario-files", "Scenario files", "Reference", body)


def _default(key: str) -> str:
    spec = SPECS[key]
    return (
        format_value(float(spec.default), spec, full=True)
        if spec.kind == "number"
        else str(spec.show(spec.default))
    )


def _property(schema: Mapping[str, Any], key: str, value: Mapping[str, Any]) -> str:
    told, seen = dict(value), 0
    while "$ref" in told and seen < 5:
        told, seen = (
            {
                **schema["$defs"][told["$ref"].rsplit("/", 1)[-1]],
                **{k: v for k, v in told.items() if k != "$ref"},
            },
            seen + 1,
        )
    kind = told.get("type", "one of several")
    kind = " or ".join(kind) if isinstance(kind, list) else kind
    needed = " (required)" if key in schema.get("required", ()) else ""
    words = told.get("description") or told.get("title", "")
    return (
        f"<tr><td><code>{escape(key)}</code></td><td>{escape(kind)}{needed}</td><td>{escape(words)}</td></tr>"
    )


# command line --------------------------------------------------------------------------------------


def printed(name: str) -> str:
    """Return what `isocost NAME --help` prints."""
    out = io.StringIO()
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = _WIDTH
    try:
        with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
            app.main([name, "--help"])
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return out.getvalue()


def command_line() -> Page:
    """Return the page of every command."""
    rows = "".join(
        f"<tr><td><a href='#{name}'><code>{name}</code></a></td><td>{escape(command.summary)}</td></tr>"
        for name, command in app.COMMANDS.items()
    )
    told = "".join(
        f"<h2 id='{name}'>{name}</h2><pre>{escape(printed(name).strip())}</pre>" for name in app.COMMANDS
    )
    status = (
        "Exit status: 0 done, 1 the answer is no, 2 it cannot be done as asked, and one message says why."
    )
    body = f"<h1>Command line</h1><p>{status}</p><table>{rows}</table>{told}"
    return Page("command-line", "Command line", "Reference", body)


# residuals -----------------------------------------------------------------------------------------


def residuals() -> str:
    """Return tables of how wrong predictions are, by quantity and by group, from the table that ships."""
    data = json.loads((files("resources") / "evidence" / "residuals.json").read_text("utf-8"))
    heads = ("group", "points", "curves", "median error", "measured / predicted, P10 to P90")
    made = [f"<p>{data['rows']:,} measured points, as the shipped table of residuals has them.</p>"]
    for key, label in _MEASURED.items():
        table, told = shipped()[key], data["metrics"][key]
        inside = told["coverage"]
        shares = f"{inside['calibrate']:.0%} of points fitted on, {inside['validate']:.0%} of points held out"
        rows = [
            _node(name.replace("=", " ") or "all", node)
            for name, node in table.nodes.items()
            if name.count("=") < 2
        ]
        made.append(f"<h2 id='{key}'>{label}</h2><p>Inside the band: {shares}.</p>{_table(heads, rows)}")
    return "".join(made)


def _node(name: str, node: Node) -> str:
    band = f"{node.low:.2f} to {node.high:.2f}"
    return _cells(escape(name), f"{node.rows:,}", f"{node.curves:,}", f"{node.error:.1%}", band)


def generated() -> list[Page]:
    """Return every page made from declarations and data."""
    return [*from_help(), *catalogue(), scenario_files(), command_line()]
