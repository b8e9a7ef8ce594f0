"""A scenario as a workbook: inputs, metrics that recompute, the chain, the bill, and what a view shows."""

import io
import math
import tempfile
from collections.abc import Callable, Mapping
from typing import Any, Final

from engine.chain import account
from engine.digest import library_digest
from engine.drivers import Point, point
from engine.errors import IsocostError
from engine.explain import names
from engine.files.carriers import armour
from engine.identities import CONSTANTS
from engine.metrics import METRICS
from engine.scenario import Scenario, spec_of
from engine.share.formulas import live, written
from engine.share.scenario_tables import inputs_table, metrics_table
from engine.share.tables import Cell, Table
from engine.units import MONTH, UNITS
from engine.version import version

#: Rows of headings above a table.
_TOP: Final = 1
#: Share of the work that the rows of a long table are; the rest is packing the sheets.
_ROWS: Final = 0.9
_HEADLINE: Final = (
    "cost_per_output_token", "gross_margin", "margin_per_request", "breakeven_price", "ttft_p95", "tpot_p95",
    "utilization", "accelerators", "energy_per_response", "cost_rate", "profit_rate",
)  # fmt: skip
_WIDTHS: Final[Mapping[str, int]] = {
    "Group": 22, "Key": 32, "Input": 34, "Metric": 34, "Value": 16, "Unit": 14, "Role": 11, "Source": 70,
    "Grade": 12, "Basis": 70, "Low (P10)": 14, "High (P90)": 14,
}  # fmt: skip


def _nothing(_share: float) -> None:
    """Tell nobody."""


def workbook(
    scenario: Scenario, table: Table | None, payload: bytes, told: Callable[[float], object] = _nothing
) -> bytes:
    """Return an XLSX of `scenario`, of `table` too if there is one; `payload` is the scenario it carries.

    `told` hears the share that is done, between blocks of rows; what it raises ends the work.

    Raises
    ------
    IsocostError
        Where xlsxwriter is not installed.
    OSError
        Where the folder for temporary files takes no more.
    """
    try:
        import xlsxwriter
        from xlsxwriter.exceptions import FileCreateError
    except ImportError:
        raise IsocostError("a workbook needs xlsxwriter: pip install 'isocost[xlsx]'") from None
    held = io.BytesIO()
    with tempfile.TemporaryDirectory(prefix="isocost-workbook-") as folder:
        # Row by row to a file: a million cells kept as objects stop every thread when they are collected.
        options = {"constant_memory": True, "tmpdir": folder}
        book = xlsxwriter.Workbook(held, {**options, "strings_to_formulas": False, "strings_to_urls": False})
        book.set_properties(
            {"title": scenario.name, "comments": f"Isocost {version()}, catalogue {library_digest()}"}
        )
        try:
            _Book(book, scenario, point(scenario), told).write(table, payload)
            book.close()
        except FileCreateError as error:
            raise error.args[0] from None
        finally:
            for sheet in book.worksheets():
                sheet.row_data_fh.close()
    return held.getvalue()


class _Book:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, scenario: Scenario, here: Point, told: Callable[[float], object]) -> None:
        self._book, self._scenario, self._here, self._told = book, scenario, here, told
        self._formats: dict[tuple[str, bool, bool], Any] = {}
        self._inputs, self._metrics = inputs_table(scenario), metrics_table(scenario, here)
        self._expressions = live(scenario, here)
        keys = self._inputs.columns[1].values
        self._rows = {str(key): row for row, key in enumerate(keys, _TOP + 1)}
        self._places = {key: row for row, key in enumerate(METRICS, _TOP + 1)}

    def write(self, table: Table | None, payload: bytes) -> None:
        summary, sheets = self._book.add_worksheet("Summary"), self._book.add_worksheet
        self._write_inputs(sheets("Inputs"))
        self._write_metrics(sheets("Metrics"))
        self._write_chain(sheets("Chain"))
        self._write_bill(sheets("Bill"))
        if table is not None:
            self._write_table(sheets(f"View {table.title}"[:31]), table)
        self._write_summary(summary)
        hidden = sheets("isocost")
        for row, line in enumerate(armour(payload)):
            hidden.write_string(row, 0, line)
        hidden.very_hidden()

    # formats ------------------------------------------------------------------------------------

    def _format(self, code: str = "General", *, bold: bool = False, wrap: bool = False) -> Any:
        made = self._formats.get((code, bold, wrap))
        if made is None:
            looks = {
                "num_format": code,
                "bold": bold,
                "text_wrap": wrap,
                "font_name": "Arial",
                "font_size": 10,
            }
            made = self._formats[code, bold, wrap] = self._book.add_format({**looks, "valign": "top"})
        return made

    def _put(
        self, sheet: Any, row: int, at: int, value: Cell, unit: str = "", *, percent: bool = False
    ) -> None:
        if value is None:
            sheet.write_blank(row, at, None, self._format())
        elif isinstance(value, bool):
            sheet.write_boolean(row, at, value, self._format())
        elif isinstance(value, str):
            sheet.write_string(row, at, value, self._format())
        else:
            sheet.write_number(row, at, value, self._format(number_format(value, unit, percent=percent)))

    def _heads(self, sheet: Any, titles: list[str]) -> None:
        for at, title in enumerate(titles):
            sheet.write_string(0, at, title, self._format(bold=True))
            sheet.set_column(at, at, _WIDTHS.get(title, 18))
        sheet.freeze_panes(1, 0)

    # sheets -------------------------------------------------------------------------------------

    def _write_inputs(self, sheet: Any) -> None:
        table = self._inputs
        self._heads(sheet, [*(one.label for one in table.columns), "In base units"])
        for row in range(table.rows):
            cells = [one.values[row] for one in table.columns]
            key, value = str(cells[1]), cells[3]
            spec = spec_of(key)
            for at, cell in enumerate(cells):
                self._put(sheet, _TOP + row, at, cell, spec.unit if at == 3 else "", percent=spec.percent)
            if isinstance(value, float):
                code = f"=D{_TOP + row + 1}*{UNITS[spec.unit].factor!r}"
                sheet.write_formula(_TOP + row, 8, code, self._format(), spec.encode(value))
        sheet.autofilter(0, 0, table.rows, 8)

    def _write_metrics(self, sheet: Any) -> None:
        table = self._metrics
        self._heads(sheet, [*(one.label for one in table.columns), "How", "In base units", "Formula"])
        for row, key in enumerate(METRICS):
            for at, column in enumerate(table.columns):
                unit = METRICS[key].unit if at in {2, 4, 5} else ""
                self._put(sheet, _TOP + row, at, column.values[row], unit, percent=METRICS[key].percent)
            self._write_figure(sheet, _TOP + row, key)
        sheet.autofilter(0, 0, table.rows, 10)

    def _write_figure(self, sheet: Any, row: int, key: str) -> None:
        """Write how the figure of `key` comes about: live from other cells, or as the model computed it."""
        metric, base = METRICS[key], self._here.base(key)
        if not math.isfinite(base) or metric.codes is not None or key == "feasible":
            return
        factor, expression = UNITS[metric.unit].factor, self._expressions.get(key, "")
        shown = base / factor
        looks = self._format(number_format(shown, metric.unit, percent=metric.percent))
        sheet.write_string(row, 8, "live" if expression else "computed by Isocost", self._format())
        if not expression:
            sheet.write_formula(row, 9, f"=C{row + 1}*{factor!r}", self._format(), base)
            return
        sheet.write_formula(row, 9, "=" + written(expression, self._cell), self._format(), base)
        sheet.write_formula(row, 2, f"=J{row + 1}/{factor!r}", looks, shown)
        sheet.write_string(row, 10, expression, self._format())

    def _cell(self, name: str) -> str:
        if name in CONSTANTS:
            return repr(CONSTANTS[name][0])
        if name in METRICS:
            return f"Metrics!$J${self._places[name]}"
        return f"Inputs!$I${self._rows[name]}"

    def _write_chain(self, sheet: Any) -> None:
        paid = account(self._scenario, self._here)
        self._heads(sheet, ["Layer", "Cost [$/month]", "Share", "What its dollars buy"])
        sheet.set_column(3, 3, 60)
        if not paid.layers:
            sheet.write_string(1, 0, "Nothing can be served, so nothing is paid for.", self._format())
            return
        last = len(paid.layers)
        for row, layer in enumerate(paid.layers, 1):
            self._put(sheet, row, 0, layer.label)
            cost = f"=Metrics!$J${self._places[layer.metric]}*{MONTH!r}"
            shown = layer.rate * MONTH
            sheet.write_formula(row, 1, cost, self._format(number_format(shown, "$")), shown)
            sheet.write_formula(row, 2, f"=B{row + 1}/B{last + 2}", self._format("0.0%"), layer.share)
            self._put(sheet, row, 3, layer.what)
        self._total(sheet, last + 1, f"=SUM(B2:B{last + 1})", math.fsum(x.rate for x in paid.layers) * MONTH)

    def _write_bill(self, sheet: Any) -> None:
        self._heads(sheet, ["Part of the bill", "Cost [$/month]", "Share"])
        parts = [key for key in _causes(self._here) if self._here.base(key) != 0.0]
        if not parts:
            sheet.write_string(1, 0, "Nothing can be served, so nothing is paid for.", self._format())
            return
        whole = self._here.base("cost_rate")
        for row, key in enumerate(parts, 1):
            shown = self._fleet(key) * MONTH
            self._put(sheet, row, 0, METRICS[key].label)
            sheet.write_formula(
                row, 1, self._fleet_formula(key), self._format(number_format(shown, "$")), shown
            )
            sheet.write_formula(
                row, 2, f"=B{row + 1}/B{len(parts) + 2}", self._format("0.0%"), self._fleet(key) / whole
            )
        total = math.fsum(self._fleet(key) for key in parts) * MONTH
        self._total(sheet, len(parts) + 1, f"=SUM(B2:B{len(parts) + 1})", total)

    def _fleet(self, key: str) -> float:
        many = self._here.base("accelerators") if key == "accelerator_hour" else 1.0
        return self._here.base(key) * many

    def _fleet_formula(self, key: str) -> str:
        cell = self._cell(key)
        many = f"*{self._cell('accelerators')}" if key == "accelerator_hour" else ""
        return f"={cell}{many}*{MONTH!r}"

    def _total(self, sheet: Any, row: int, formula: str, value: float) -> None:
        sheet.write_string(row, 0, "Total", self._format(bold=True))
        sheet.write_formula(row, 1, formula, self._format(number_format(value, "$"), bold=True), value)

    def _write_table(self, sheet: Any, table: Table) -> None:
        self._heads(sheet, [one.title for one in table.columns])
        looks = [(at, column.unit, column.percent) for at, column in enumerate(table.columns)]
        row = _TOP
        for block in table.blocks():
            self._told(_ROWS * (row - _TOP) / table.rows)
            for cells in block:
                for (at, unit, percent), value in zip(looks, cells, strict=True):
                    self._put(sheet, row, at, value, unit, percent=percent)
                row += 1
        self._told(_ROWS)

    def _write_summary(self, sheet: Any) -> None:
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 4, 16)
        sheet.set_column(5, 5, 14)
        sheet.write_string(0, 0, self._scenario.name, self._book.add_format({"bold": True, "font_size": 16}))
        sheet.write_string(1, 0, f"Isocost {version()}, catalogue {library_digest()}", self._format())
        for at, title in enumerate(("Figure", "Value", "Unit", "Low (P10)", "High (P90)", "Grade")):
            sheet.write_string(3, at, title, self._format(bold=True))
        for row, key in enumerate(_HEADLINE, 4):
            place, metric = self._places[key], METRICS[key]
            self._put(sheet, row, 0, metric.label)
            self._put(sheet, row, 2, metric.unit)
            for at, column, letter in ((1, 2, "C"), (3, 4, "E"), (4, 5, "F"), (5, 6, "G")):
                value = self._metrics.columns[column].values[place - _TOP - 1]
                if value is None or value == "":
                    continue
                code = (
                    number_format(value, metric.unit, percent=metric.percent)
                    if isinstance(value, float)
                    else ""
                )
                sheet.write_formula(
                    row, at, f"=Metrics!{letter}{place}", self._format(code or "General"), value
                )
        told = (
            f"{len(self._expressions)} of {len(METRICS)} metrics are live: they recompute when a cell they "
            "rest on changes. The rest - step times, queues, fleets, bands - is what the model computed for "
            "exactly these inputs; to change those, open this file in Isocost: it carries its scenario."
        )
        sheet.merge_range(len(_HEADLINE) + 6, 0, len(_HEADLINE) + 9, 5, told, self._format(wrap=True))


def _causes(here: Point) -> tuple[str, ...]:
    """Return the metrics that add up to the fleet's cost, `accelerator_hour` times the fleet."""
    found = tuple(key for key in names(METRICS["cost_rate"].formula) if key != "accelerators")
    # What shares requests among tiers is beyond the formula of each of them.
    found = (*found, "routing_rate") if here.base("routing_rate") > 0.0 else found
    return found if math.isfinite(here.base("cost_rate")) else ()


def number_format(value: float | int, unit: str, *, percent: bool = False) -> str:
    """Return the format of a number in a sheet: as many decimals as its size leaves to say."""
    if percent:
        return "0.0%" if abs(value) >= 0.001 or value == 0 else "0.00%"
    size = abs(value)
    if isinstance(value, int) or (size >= 1000.0 and not unit.startswith("$")):
        digits = "#,##0"
    elif size == 0.0 or 1.0 <= size < 1e9:
        digits = "#,##0.00" if size < 1000.0 or unit.startswith("$") else "#,##0"
    elif 1e-6 <= size < 1.0:
        digits = "0." + "0" * min(9, 2 - math.floor(math.log10(size)))
    else:
        digits = "0.00E+00"
    return f'"$"{digits}' if unit.startswith("$") else digits
