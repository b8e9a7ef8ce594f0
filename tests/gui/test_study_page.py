"""An opened study in the table view: rows, order, condition, chart, a scenario of a row."""

import json
import tomllib
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QUrl

pytest.importorskip("pyarrow", reason="results of studies are Parquet: pip install 'isocost[parquet]'")

import pyarrow.dataset as ds

from engine.drivers import point
from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.scenario import DEFAULT
from engine.study import dataset
from engine.study.dataset import Result
from engine.study.declared import study_of
from engine.study.place import is_study
from engine.study.run import opened
from engine.study.worker import make_chunk
from gui.app import _trouble_with
from gui.dropping import files_in
from gui.launch import open_window
from gui.plotting.study_job import first_settings
from gui.plotting.tables import table_of
from gui.share_actions import ShareActions
from gui.views.table import TableView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

STUDY = """
[study]
scenarios = ["enterprise-assistant"]
metrics = ["cost_per_output_token", "gross_margin"]
rows_per_chunk = 40
[variants]
accelerator.part = ["h100-sxm", "h200-sxm"]
[sweep.axes]
workload.output_tokens = "200:1000:10"
price.output = "0.5:2:10"
[montecarlo]
samples = 16
keep = "summary"
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("study")
    found = opened(study_of(tomllib.loads(STUDY)), out)
    for number in range(found.layout.count):
        assert make_chunk(str(out), found.digest, number)["trouble"] == ""
    return out


@pytest.fixture(scope="module")
def result(folder):
    return Result(folder)


@pytest.fixture(scope="module")
def one_view(qapp):
    made = TableView()
    made.resize(1000, 600)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def view(styled, one_view, result):
    one_view.open_study(result)
    one_view.study.choose_table("points")
    show(one_view)
    return one_view


def show(view):
    job = view.job()
    for _ in range(2):
        view.show_result(job.run(DEFAULT, DEFAULT, False, lambda: False))


def column(view, name):
    field = next(f for f in view.study.model.fields if f.name == name)
    return [view.study.model.cell(place, field) for place in range(view.study.model.rowCount())]


# reading


def _all(folder, table="points"):
    return ds.dataset(folder / table, partitioning="hive").to_table().to_pylist()


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("most", [7, 60, 1000])
def test_rows_in_order_are_those_of_all_rows_sorted_however_few_are_kept(
    folder, result, most, descending, monkeypatch
):
    monkeypatch.setattr(dataset, "BATCH", 16)
    every = [row["gross_margin"] for row in _all(folder)]
    known = sorted((v for v in every if v is not None), reverse=descending)
    found = result.rows("points", "gross_margin", descending, most=most)
    shown = [v for v in found.table["gross_margin"].to_pylist() if v is not None]
    assert shown == known[: len(shown)]
    assert found.table.num_rows == min(most, 200)
    assert (found.matching, found.total) == (200, 200)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("feasible", lambda r: r["feasible"]),
        ("gross margin > 20%", lambda r: r["gross_margin"] is not None and r["gross_margin"] > 0.2),
        ("gross margin > 20 and case = 1", lambda r: (r["gross_margin"] or -1) > 0.2 and r["case"] == 1),
        ("price.output <= 1", lambda r: r["price.output"] <= 1.0),
        ("accelerator.part = h200-sxm", lambda r: r["accelerator.part"] == "h200-sxm"),
    ],
)
def test_a_condition_keeps_the_rows_that_meet_it(folder, result, text, holds):
    expected = sum(1 for row in _all(folder) if holds(row))
    assert result.rows("points", wanted=text).matching == expected
    assert expected > 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("margin", "write a column"),
        ("colour > 3", "no column is called 'colour'"),
        ("price.output > many", "Price per M output"),
        ("accelerator.part > 3", "ask for = or !="),
    ],
)
def test_what_is_no_condition_is_told(result, text, named):
    with pytest.raises(IsocostError, match=named):
        result.rows("points", wanted=text)


def test_a_chart_tells_mean_and_span_of_each_node_of_each_case(folder, result):
    chart = result.chart("points", "price.output", "gross_margin")
    assert chart.nodes == pytest.approx(np.geomspace(0.5, 2.0, 10))
    for case, curve in enumerate(chart.curves):
        for place, node in enumerate(chart.nodes):
            values = [
                row["gross_margin"]
                for row in _all(folder)
                if row["case"] == case
                and abs(row["price.output"] - node) < 1e-9
                and row["gross_margin"] is not None
            ]
            assert curve.mean[place] == pytest.approx(np.mean(values))
            assert (curve.low[place], curve.high[place]) == (min(values), max(values))


def test_a_scenario_of_a_row_has_the_row_s_figures(folder, result):
    for row in _all(folder)[::37]:
        scenario = result.scenario(row)
        assert scenario.get("accelerator.part") == row["accelerator.part"]
        if row["gross_margin"] is not None:
            assert point(scenario).base("gross_margin") == pytest.approx(row["gross_margin"], rel=1e-12)


def test_a_folder_without_a_study_is_told(tmp_path):
    with pytest.raises(IsocostError, match="holds no study"):
        Result(tmp_path)


# the page


def test_an_opened_study_takes_the_place_of_the_sweep_until_it_is_closed(view):
    assert view.study.isVisible()
    assert not view.tools.isVisible()
    assert view.study.model.rowCount() == 200
    assert "200 rows" in view.study.told.text()
    view.study.close_button.click()
    assert view.tools.isVisible()
    assert not view.study.isVisible()
    assert view.job().settings.axes


def test_a_click_on_a_head_sorts_then_turns_then_lets_go(view):
    place = [f.name for f in view.study.model.fields].index("cost_per_output_token")
    before = column(view, "cost_per_output_token")
    for expected in (sorted(before), sorted(before, reverse=True), before):
        view.study.head.sectionClicked.emit(place)
        show(view)
        assert column(view, "cost_per_output_token") == expected


def test_a_condition_is_typed_and_a_wrong_one_is_told_and_keeps_the_rows(view):
    view.study.change(wanted="price.output < 1")
    show(view)
    count = view.study.model.rowCount()
    assert 0 < count < 200
    assert max(column(view, "price.output")) < 1.0
    view.study.change(wanted="nonsense")
    show(view)
    assert "is no condition" in view.study.told.text()
    assert view.study.model.rowCount() == count


def test_cells_are_in_the_units_of_the_window(view):
    fields = {f.name: f for f in view.study.model.fields}
    assert fields["gross_margin"].unit == "%"
    assert fields["cost_per_output_token"].unit == METRICS["cost_per_output_token"].unit
    place = [f.name for f in view.study.model.fields].index("gross_margin")
    said = view.study.model.data(view.study.model.index(3, place))
    value = column(view, "gross_margin")[3]
    assert float(said.replace("\u2212", "-")) == pytest.approx(100.0 * value, rel=1e-3)


def test_the_chart_is_painted_in_both_themes(view):
    from gui import theme

    for name in ("light", "dark"):
        view.apply_theme(theme.theme(name))
        picture = view.study.canvas.grab().toImage()
        seen = {
            picture.pixelColor(x, y).name()
            for x in range(0, picture.width(), 3)
            for y in range(0, picture.height(), 3)
        }
        assert view.study.canvas.hue(0).name() in seen or view.study.canvas.hue(1).name() in seen


def test_a_row_becomes_a_scenario(view, qtbot):
    with qtbot.waitSignal(view.scenario_offered) as told:
        view.study.make_scenario(5)
    row = view.study.model.row(5)
    assert told.args[0].number("price.output") == pytest.approx(row["price.output"])
    assert "point 5" in told.args[0].name


def test_what_is_shown_leaves_as_a_table(view, result):
    shown = view.job().run(DEFAULT, DEFAULT, False, lambda: False)
    table = table_of(shown, point(DEFAULT), "Study")
    labels = [made.label for made in table.columns]
    assert "Gross margin" in labels
    assert len(table.columns[0].values) == 200
    margin = table.columns[labels.index("Gross margin")]
    assert margin.percent
    assert margin.values[3] == pytest.approx(column(view, "gross_margin")[3])


def test_sliders_read_nothing_again(view, monkeypatch):
    monkeypatch.setattr(Result, "rows", lambda *_: pytest.fail("read again"))
    job = view.job()
    assert job.run(DEFAULT.with_value("price.output", 9.0), DEFAULT, True, lambda: False) is not None


def test_percentiles_come_first_and_every_table_has_a_chart(result):
    assert first_settings(result, "percentiles").y == "cost_per_output_token.p50"
    for table in result.tables:
        settings = first_settings(result, table)
        assert result.chart(table, settings.x, settings.y).curves


def test_the_folder_of_a_study_opens_from_the_command_line(styled, folder, tmp_path):
    assert _trouble_with(str(folder)) is None
    assert _trouble_with(str(tmp_path)) is not None
    window = open_window(str(folder), looks_only=True)
    try:
        view = window.view()
        assert isinstance(view, TableView)
        assert view.study.isVisibleTo(view)
    finally:
        window.live.stop()
        window.deleteLater()


@pytest.mark.parametrize("name", ["a" * 300, "a\0b"])
def test_a_name_that_no_file_can_have_is_told_in_one_line(name):
    assert not is_study(Path(name))
    said = _trouble_with(name)
    assert said is not None
    assert "there is no file or scenario" in said
    assert len(said) <= 400


def test_a_folder_let_go_over_the_window_is_a_study(folder, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    assert [is_study(path) for path in files_in(data)] == [True]
    assert is_study(folder / "manifest.json")
    assert not is_study(tmp_path)
    (tmp_path / "config.json").write_text(json.dumps({}))
    assert not is_study(tmp_path / "config.json")
    opened_ones = []
    window = type(
        "Window", (), {"files": type("Files", (), {"open_study": staticmethod(opened_ones.append)})()}
    )()
    actions = object.__new__(ShareActions)
    actions._window = window
    actions._take(folder)
    assert opened_ones == [folder]
