"""Tables and workbooks that leave the program: figures equal the model's, and what is live recomputes."""

import csv
import io
import math
import re
import sys
import tempfile
import zipfile
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from engine import files, share
from engine.cli import main
from engine.drivers import point
from engine.errors import IsocostError
from engine.evidence import bands
from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.scenario import DEFAULT
from engine.share.formulas import figure, live, written
from engine.share.scenario_tables import metric_column, metric_value
from engine.share.tables import Cells
from engine.share.workbook import number_format, workbook
from engine.units import MONTH, UNITS

NAMES = files.builtin_names()


def rows_of(table):
    return list(csv.DictReader(io.StringIO(share.csv_text(table))))


# tables -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["enterprise-assistant", "two-tier-service", "small-model-api"])
def test_csv_of_a_scenario_holds_every_figure_in_full(name):
    scenario = files.load_builtin(name).scenario
    here = point(scenario)
    spread = bands(scenario, here)
    rows = {(row["Kind"], row["Key"]): row for row in rows_of(share.scenario_table(scenario))}
    for key, value in scenario.stated().items():
        if not isinstance(value, str):
            assert float(rows["input", key]["Value"]) == value
    for key, metric in METRICS.items():
        said, base = rows["metric", key]["Value"], here.base(key)
        if metric.codes is not None or key == "feasible":
            continue
        assert (said == "") == (not math.isfinite(base)), key
        if said:
            assert float(said) == base / UNITS[metric.unit].factor
        if said and key in spread and spread[key].grade != "exact" and math.isfinite(spread[key].low):
            assert float(rows["metric", key]["Low (P10)"]) == spread[key].low / UNITS[metric.unit].factor


def test_every_input_has_role_and_a_grade_of_its_source():
    table = share.inputs_table(files.load_builtin().scenario)
    named = {one.label: one.values for one in table.columns}
    assert set(named["Key"]) >= set(SPECS)
    assert set(named["Role"]) == {"decision", "assumption", "price"}
    assert sum(bool(source) for source in named["Source"]) > len(named["Source"]) / 2
    at = named["Key"].index("accelerator.tdp")
    assert named["Source"][at].startswith("http") or named["Source"][at]
    assert named["Grade"][at]


def test_source_of_the_users_own_is_told_without_its_folder():
    noted = DEFAULT.annotate("accelerator.rent", source="/home/jo/quotes/offer.pdf")
    said = share.csv_text(share.scenario_table(noted))
    assert "offer.pdf" in said
    assert "/home" not in said


def test_words_that_begin_like_a_formula_stay_words():
    table = share.Table("x", (share.Column("=a", ("=1+1", "-", "+49", "@x", "-3", "plain")),))
    said = [line for (line,) in csv.reader(io.StringIO(share.tsv_text(table)))]
    assert said[1:] == ["'=1+1", "-", "'+49", "'@x", "'-3", "plain"]


def test_columns_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="unequal"):
        share.Table("x", (share.Column("a", (1.0,)), share.Column("b", ())))


# formulas -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "formula"),
    [
        ("a + b * c", "A1+B1*C1"),
        ("(a + b) * c", "(A1+B1)*C1"),
        ("a - (b - c)", "A1-(B1-C1)"),
        ("a / (b * c)", "A1/(B1*C1)"),
        ("a ** b ** c", "A1^(B1^C1)"),
        ("(a ** b) ** c", "(A1^B1)^C1"),
        ("(1 - a) ** 2", "(1-A1)^2"),
        ("a.b * 0.5", "X9*0.5"),
    ],
)
def test_expression_is_written_as_a_sheet_reads_it(expression, formula):
    cells = {"a": "A1", "b": "B1", "c": "C1", "a.b": "X9"}
    assert written(expression, cells.__getitem__) == formula


@pytest.mark.parametrize("name", NAMES)
def test_headline_money_is_live_in_every_scenario_and_goes_in_no_circle(name):
    scenario = files.load_builtin(name).scenario
    here = point(scenario)
    found = live(scenario, here)
    assert {"gross_margin", "profit_rate", "revenue_rate"} <= set(found)
    assert len(found) >= (40 if scenario.routed else 130)
    done, order = set(), list(found)
    while order:
        rest = [key for key in order if set(re.findall(r"[a-z_0-9.]+", found[key])) & set(order)]
        assert len(rest) < len(order), "in circles"
        done |= set(order) - set(rest)
        order = rest
    assert done == set(found)


# workbooks ----------------------------------------------------------------------------------------

_NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


class Sheets:
    """Reads a workbook and works its formulas out again, as a spreadsheet would."""

    def __init__(self, data):
        archive = zipfile.ZipFile(io.BytesIO(data))
        book = ET.fromstring(archive.read("xl/workbook.xml"))
        self.names = [sheet.get("name") for sheet in book.iter(f"{{{_NS['m']}}}sheet")]
        self.states = {s.get("name"): s.get("state") for s in book.iter(f"{{{_NS['m']}}}sheet")}
        self.values, self.formulas = {}, {}
        for i, name in enumerate(self.names, 1):
            root = ET.fromstring(archive.read(f"xl/worksheets/sheet{i}.xml"))
            for cell in root.iter(f"{{{_NS['m']}}}c"):
                # Words stand in their cell, not in a list for all sheets: rows are written as they come.
                inline = cell.get("t") == "inlineStr"
                at, value = (name, cell.get("r")), cell.find("m:is/m:t" if inline else "m:v", _NS)
                formula = cell.find("m:f", _NS)
                if formula is not None:
                    self.formulas[at] = formula.text
                if value is not None:
                    kept = inline or cell.get("t") in {"str", "e"}
                    self.values[at] = (value.text or "") if kept else float(value.text)
        self.kept = dict(self.values)

    def column(self, sheet, letter, rows):
        return [self.values.get((sheet, f"{letter}{row}")) for row in rows]

    def row(self, sheet, letter, said):
        return next(int(at[1][len(letter):]) for at, v in self.values.items() if at[0] == sheet and v == said
                    and re.fullmatch(rf"{letter}\d+", at[1]))  # fmt: skip

    def work_out(self, sheet, cell, seen=()):
        """Return the value of a cell, its formula worked out afresh."""
        at = (sheet, cell.replace("$", ""))
        if at not in self.formulas:
            return self.values[at]
        assert at not in seen, "in circles"

        def one(match):
            inside = (match[1] or sheet).strip("!'")
            return repr(self.work_out(inside, match[2], (*seen, at)))

        text = self.formulas[at]
        if total := re.fullmatch(r"SUM\(([A-Z])(\d+):[A-Z](\d+)\)", text):
            cells = [f"{total[1]}{row}" for row in range(int(total[2]), int(total[3]) + 1)]
            return math.fsum(self.work_out(sheet, cell, (*seen, at)) for cell in cells)
        spelled = re.sub(r"([A-Za-z]+!)?(\$?[A-Z]\$?\d+)(?![\d.(])", one, text)
        assert re.fullmatch(r"[-+*/^()\d.e']+", spelled) or "'" in spelled, spelled
        return eval(spelled.replace("^", "**"))


@pytest.fixture(scope="module", params=["enterprise-assistant", "own-silicon", "two-tier-service"])
def made(request):
    scenario = files.load_builtin(request.param).scenario
    pytest.importorskip("xlsxwriter")
    table = share.Table(
        "Frontier", (share.column("Cost", [1.5, math.nan], "$"), share.column("Name", ["a", "b"]))
    )
    return scenario, Sheets(workbook(scenario, table, share.payload(scenario)))


def test_workbook_has_its_sheets_and_hides_what_it_carries(made):
    _, sheets = made
    assert sheets.names == ["Summary", "Inputs", "Metrics", "Chain", "Bill", "View Frontier", "isocost"]
    assert sheets.states["isocost"] == "veryHidden"
    assert sheets.values["View Frontier", "A1"] == "Cost [$]"
    assert sheets.values["View Frontier", "A2"] == 1.5
    assert ("View Frontier", "A3") not in sheets.values


def test_every_formula_of_a_workbook_gives_the_figure_of_the_model(made):
    scenario, sheets = made
    here = point(scenario)
    assert len(sheets.formulas) > 700
    for sheet, cell in sheets.formulas:
        kept = sheets.kept[sheet, cell]
        if isinstance(kept, float):
            assert sheets.work_out(sheet, cell) == pytest.approx(kept, rel=1e-9, abs=1e-9), (sheet, cell)
    for row, key in enumerate(METRICS, 2):
        base, metric = here.base(key), METRICS[key]
        if math.isfinite(base) and metric.codes is None and key != "feasible":
            assert sheets.values["Metrics", f"C{row}"] == pytest.approx(
                base / UNITS[metric.unit].factor, rel=1e-12
            )


def test_total_of_chain_and_bill_is_the_bill_and_follows_its_parts(made):
    scenario, sheets = made
    whole = point(scenario).base("cost_rate") * MONTH
    for sheet in ("Chain", "Bill"):
        last = sheets.row(sheet, "A", "Total")
        assert sheets.work_out(sheet, f"B{last}") == pytest.approx(whole, rel=1e-9)
        at = (sheet, "B2")
        before = sheets.work_out(*at)
        text = sheets.formulas.pop(at)
        sheets.values[at] = before + 1000.0
        assert sheets.work_out(sheet, f"B{last}") == pytest.approx(whole + 1000.0, rel=1e-9)
        sheets.formulas[at] = text


def test_changed_price_of_a_sheet_changes_revenue_and_margin_as_the_model_does():
    pytest.importorskip("xlsxwriter")
    scenario = files.load_builtin().scenario
    sheets = Sheets(workbook(scenario, None, share.payload(scenario)))
    dearer = scenario.with_value("price.output", scenario.number("price.output") * 1.25)
    row = sheets.row("Inputs", "B", "price.output")
    sheets.values["Inputs", f"D{row}"] = dearer.number("price.output")
    for key in ("price_per_request", "revenue_rate", "gross_margin", "margin_per_request", "profit_rate"):
        at = sheets.row("Metrics", "A", key)
        assert sheets.values["Metrics", f"I{at}"] == "live"
        expected = point(dearer).base(key)
        assert sheets.work_out("Metrics", f"J{at}") == pytest.approx(expected, rel=1e-9), key


def test_infeasible_scenario_has_a_workbook_without_errors():
    pytest.importorskip("xlsxwriter")
    broken = DEFAULT.with_values({"accelerator.memory": 10.0, "deployment.tensor_parallel": 1})
    sheets = Sheets(workbook(broken, None, share.payload(broken)))
    assert not any(str(value).startswith("#") for value in sheets.values.values())
    assert "Nothing can be served" in sheets.values["Chain", "A2"]
    for sheet, cell in sheets.formulas:
        if isinstance(sheets.kept.get((sheet, cell)), float):
            sheets.work_out(sheet, cell)


class Enough(Exception):
    pass


def test_a_long_workbook_tells_how_far_it_is_and_leaves_nothing_where_it_is_given_up(monkeypatch, tmp_path):
    pytest.importorskip("xlsxwriter")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    table = share.Table("Long", (share.column("Cost", [i / 7 for i in range(4_500)], "$"),))
    shares, folders = [], []

    def told(done):
        shares.append(done)
        folders.extend(tmp_path.iterdir())

    sheets = Sheets(workbook(DEFAULT, table, b"{}", told))
    assert shares == sorted(shares)
    assert len(shares) == 6
    assert folders
    assert sheets.values["View Long", "A4501"] == pytest.approx(4_499 / 7)

    def stop(done):
        if done > 0.4:
            raise Enough

    with pytest.raises(Enough):
        workbook(DEFAULT, table, b"{}", stop)
    assert list(tmp_path.iterdir()) == []


def test_cells_of_a_long_column_are_read_where_they_are_asked_for_in_any_order():
    held = np.arange(2_500) / 3.0
    at = np.arange(2_499, -1, -1)
    asked = []

    def read(begin, end):
        asked.append((begin, end))
        return (held[begin:end]).tolist()

    cells = Cells(2_500, read)
    assert len(cells) == 2_500
    assert (cells[7], cells[-1], cells[-3:]) == (held[7], held[-1], held[-3:].tolist())
    assert asked == [(7, 8), (2_499, 2_500), (2_497, 2_500)]
    assert list(cells) == list(cells[0:2_500]) == held.tolist()
    assert list(cells[2:0:-1]) == [held[2], held[1]]
    assert cells.mapped(lambda cell: cell * 2.0)[4] == held[4] * 2.0
    with pytest.raises(IndexError):
        cells[2_500]
    for key in ("cost_per_output_token", "ttft_p95", "binding", "feasible", "gross_margin"):
        base = np.where(held > 600.0, np.nan, held % 2.0 if key in {"binding", "feasible"} else held)
        one_by_one = [metric_value(METRICS[key], value) for value in base[at]]
        assert list(metric_column(key, base, at=at).values) == one_by_one, key


def test_workbook_without_its_library_names_the_command_that_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(IsocostError, match=r"pip install 'isocost\[xlsx\]'"):
        workbook(DEFAULT, None, b"")


@pytest.mark.parametrize(
    ("value", "unit", "percent", "code"),
    [
        (0.25, "1", True, "0.0%"),
        (3.96, "$/M tokens", False, '"$"#,##0.00'),
        (0.000123, "$", False, '"$"0.000000'),
        (45123.0, "tokens/s", False, "#,##0"),
        (0.0456, "s", False, "0.0000"),
        (7, "", False, "#,##0"),
    ],
)
def test_numbers_of_a_sheet_show_what_their_size_leaves_to_say(value, unit, percent, code):
    assert number_format(value, unit, percent=percent) == code


def test_figure_of_a_part_or_a_choice_has_no_place_in_a_formula():
    assert math.isnan(figure("model.part", DEFAULT, point(DEFAULT)))
    assert math.isnan(figure("no.such", DEFAULT, point(DEFAULT)))


@pytest.mark.parametrize("form", [".csv", ".xlsx"])
def test_command_writes_what_it_evaluates(form, tmp_path, capsys):
    if form == ".xlsx":
        pytest.importorskip("xlsxwriter")
    out = tmp_path / f"figures{form}"
    assert main(["evaluate", "--set", "price.output=9", "--out", str(out)]) == 0
    assert "figures" in capsys.readouterr().out
    if form == ".xlsx":
        assert files.load(out).scenario.number("price.output") == 9.0
    else:
        assert "input,Price,price.output" in out.read_text("utf-8")


def test_command_refuses_another_ending(tmp_path, capsys):
    assert main(["evaluate", "--out", str(tmp_path / "a.ods")]) == 2
    assert "must end in .csv or .xlsx" in capsys.readouterr().err
