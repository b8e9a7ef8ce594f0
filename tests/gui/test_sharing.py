"""What leaves the window and comes back: pictures, drawings, tables, and files let go over it."""

import contextlib
import csv
import io
import json
import math
import re
import shlex
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from engine import files, share
from engine.cli import build_parser
from engine.drivers import point
from engine.files import carriers
from engine.metrics import METRICS
from engine.scenario import DEFAULT
from engine.units import UNITS
from gui import figures
from gui.dropping import file_name
from gui.launch import open_window
from gui.main_window import MainWindow
from gui.screenshot import settle
from gui.views.base import SHARE

SVG = "{http://www.w3.org/2000/svg}"


def forget(window):
    window.document._mark_saved()
    window.live.stop()


@pytest.fixture
def window(qtbot, styled, monkeypatch, tmp_path):
    monkeypatch.setenv("ISOCOST_LIBRARY", str(tmp_path / "library"))
    made = open_window(None)
    made.resize(1120, 660)
    qtbot.addWidget(made, before_close_func=forget)
    made.show()
    settle(made)
    return made


def export(qtbot, window, what="Export view…"):
    """Choose to export and wait until that ended."""
    window.menus.actions[what].trigger()
    qtbot.waitUntil(lambda: not window.share.writer.busy, timeout=60_000)


def save_as(monkeypatch, path, kind=""):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def drop(window, *paths):
    """Let files go over the window as a file manager does; return whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 300), copy, data, button, keys))
    event = QDropEvent(QPointF(300, 300), copy, data, button, keys)
    QApplication.sendEvent(window, event)
    QApplication.processEvents()
    return event.isAccepted()


def show(window, key):
    window.open_view(key)
    settle(window)


def drawing(window):
    """The view in front as SVG, parsed."""
    figure, payload = window.share.figure(), window.share.payload()
    return ET.fromstring(figures.svg_bytes(figure, payload))


# every view ---------------------------------------------------------------------------------------


def test_every_view_leaves_as_picture_drawing_page_and_table(window, tmp_path):
    window.document.set_value("accelerator.rent", 3.0)  # So that there is something to compare with.
    for view in window.views:
        show(window, view.key)
        figure, payload = window.share.figure(), window.share.payload()
        pixels = figures.png_bytes(figure, payload)
        picture = QImage.fromData(pixels, "PNG")
        assert picture.size() == figure.size * 2, view.key
        root = ET.fromstring(figures.svg_bytes(figure, payload))
        assert root.get("viewBox") == f"0 0 {figure.size.width()} {figure.size.height()}"
        said = [text.text for text in root.iter(f"{SVG}text")]
        assert window.document.scenario.name in said
        assert view.title in said
        assert len(said) > 12, view.key
        page = figures.pdf_bytes(figure, payload)
        assert page.startswith(b"%PDF")
        # Lines and words, not one picture of them.
        assert b"/Font" in page
        table = window.share.table()
        assert table.rows > 0, view.key
        assert table.title == view.title
        for name, data in (("a.png", pixels), ("a.pdf", page)):
            (tmp_path / name).write_bytes(data)
            assert files.load(tmp_path / name).front == view.key


# Menus of the offscreen platform say what they miss of a screen.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_view_offers_to_share_where_the_right_button_is_pressed(window, monkeypatch):
    asked = []
    save_as(monkeypatch, "")
    for view in window.views:
        show(window, view.key)
        view.share_requested.connect(asked.append)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, QPoint(400, 300), view.mapToGlobal(QPoint(400, 300))
        )
        QApplication.sendEvent(view, event)
        menus = [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
        assert len(menus) == 1, view.key
        words = [action.text() for action in menus[0].actions()]
        assert words[-len(SHARE) :] == [said for _, said in SHARE]
        menus[0].actions()[-1].trigger()
        assert asked[-1] == SHARE[-1][0]
        menus[0].close()


@pytest.mark.parametrize("name", ["two-tier-service", "small-model-api"])
def test_tables_are_there_for_services_of_several_tiers_and_bought_tokens(qtbot, styled, name):
    made = open_window(name)
    qtbot.addWidget(made, before_close_func=forget)
    made.show()
    for view in made.views:
        show(made, view.key)
        assert made.share.table().rows > 0, view.key


# figures equal the model's ------------------------------------------------------------------------


def test_table_of_the_surfaces_is_the_surface_to_the_last_digit(window):
    show(window, "surfaces")
    surface = window.frame.result.surface
    rows = list(csv.DictReader(io.StringIO(share.csv_text(window.share.table()))))
    ny, nx = surface.metrics.shape
    assert len(rows) == nx * ny
    unit = UNITS[METRICS["cost_per_output_token"].unit].factor
    for row, (j, i) in ((0, (0, 0)), (nx - 1, (0, nx - 1)), (5 * nx + 7, (5, 7))):
        base = float(surface.metrics["cost_per_output_token"][j, i])
        said = rows[row]["Cost per output token [$/M tokens]"]
        assert (said == "") if math.isnan(base) else float(said) == base / unit
        assert float(rows[row]["Concurrent sequences [seqs]"]) == surface.x.values[i]


def test_table_of_the_frontier_is_what_the_model_says_at_its_points(window):
    show(window, "frontier")
    rows = list(csv.DictReader(io.StringIO(share.csv_text(window.share.table()))))
    for row in rows[:60:20]:
        if row["Curve"] not in {"now", ""}:
            continue
        along = float(row["Concurrent sequences [seqs]"])
        there = point(window.document.scenario.with_value("deployment.concurrency", along))
        assert float(row["TPOT p95 [ms]"]) == pytest.approx(there.base("tpot_p95") * 1e3, rel=1e-9)


def test_copied_table_pastes_to_the_values_of_the_chain(window):
    show(window, "chain")
    window.menus.actions["Copy table"].trigger()
    rows = list(csv.reader(io.StringIO(QApplication.clipboard().text()), delimiter="\t"))
    steps = window.frame.result.steps
    assert [row[0] for row in rows[1:]] == [step.label for step in steps]
    assert [float(row[1]) for row in rows[1:]] == [step.value for step in steps]


def test_copied_picture_is_the_view_at_twice_its_pixels(window):
    window.menus.actions["Copy picture"].trigger()
    size = window.share.figure().size
    picture = QApplication.clipboard().image()
    assert (picture.width(), picture.height()) == (2 * size.width(), 2 * size.height())


def test_table_of_a_view_still_computed_is_not_given(window):
    window.frame = None
    window.menus.actions["Copy table"].trigger()
    assert "still being computed" in window.notice._text.text()


# drawings -----------------------------------------------------------------------------------------


def boxes_of(root):
    """Bounds of every painted path, clipped as it is on screen: (left, top, right, bottom)."""
    clips = {}
    for clip in root.iter(f"{SVG}clipPath"):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", clip[0].get("d"))] if len(clip) else []
        if numbers:
            clips[clip.get("id")] = (
                min(numbers[::2]),
                min(numbers[1::2]),
                max(numbers[::2]),
                max(numbers[1::2]),
            )

    def walk(node, clip, found):
        named = re.fullmatch(r"url\(#(.+)\)", node.get("clip-path") or "")
        clip = clips.get(named[1], clip) if named else clip
        if node.tag == f"{SVG}path" and node.get("d") and clip is not None:
            found.append(clip)
        for each in node:
            if each.tag not in {f"{SVG}defs", f"{SVG}metadata"}:
                walk(each, clip, found)
        return found

    return walk(root, None, [])


def test_drawing_holds_its_axis_titles_and_curves_within_the_plot_on_a_logarithmic_axis(window):
    show(window, "frontier")
    view = window.view()
    result = view.canvas.result
    assert result.x_scale.kind == "log"
    assert result.y_scale.kind == "log"
    root = drawing(window)
    said = [text.text for text in root.iter(f"{SVG}text")]
    assert "TPOT p95, ms / token" in said
    assert "Cost per output token, $ / M tokens" in said
    area, top = figures.area_of(view), figures.fonts.px(44)
    plot = view.canvas.plot().translated(0, top)
    now = result.curves[0]
    drawn = view.canvas.pixels(now.x[now.able], now.y[now.able]) + np.array([0.0, top])
    inside = [p for p in drawn if plot.contains(QPointF(*p).toPoint())]
    assert len(inside) > 20
    coordinates = []
    for path in root.iter(f"{SVG}path"):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+(?:e-?\d+)?", path.get("d"))]
        coordinates += list(zip(numbers[::2], numbers[1::2], strict=False))
    cloud = np.array(coordinates)
    # Painted where the scale puts them: no shift of a logarithm.
    moved = [float(np.min(np.hypot(*(cloud - p).T))) for p in inside]
    shift = [float(np.min(np.hypot(*(cloud - p + np.array([0, top])).T))) for p in inside]
    assert min(max(moved), max(shift)) < 1.0
    for left, up, right, down in boxes_of(root):
        assert left >= -1
        assert up >= -1
        assert right <= area.width() + 1
        assert down <= root_height(root) + 1


def root_height(root):
    return float(root.get("viewBox").split()[3])


def test_words_of_a_drawing_keep_their_width_where_the_typeface_is_missing(window):
    show(window, "bill")
    texts = [text for text in drawing(window).iter(f"{SVG}text") if len(text.text or "") > 1]
    assert all(float(text.get("textLength")) > 0 for text in texts)


def test_drawing_of_surfaces_has_lines_as_lines(window):
    show(window, "surfaces")
    root = drawing(window)
    images = list(root.iter(f"{SVG}image"))
    # Three heat maps and the tiles of hatches; nothing else is made of pixels.
    large = [i for i in images if float(i.get("width")) > 20]
    assert len(large) == 3
    strokes = [path for path in root.iter(f"{SVG}path") if len(path.get("d") or "") > 400]
    assert len(strokes) > 10


# files --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [".png", ".svg", ".pdf", ".xlsx"])
def test_exported_file_let_go_over_the_window_brings_scenario_baseline_and_view_back(
    qtbot, window, monkeypatch, tmp_path, form
):
    if form == ".xlsx":
        pytest.importorskip("xlsxwriter")
    document = window.document
    document.set_value("price.output", 0.9)
    show(window, "frontier")
    window.view().set_metric("x", "ttft_p95")
    settle(window)
    here, was = document.scenario, document.baseline
    save_as(monkeypatch, tmp_path / f"shared{form}")
    export(qtbot, window)
    window.files.new_from("reasoning-rack")
    window.open_view("bill")
    window.views[[v.key for v in window.views].index("frontier")].restore({"x": "tpot_p95"})
    assert drop(window, tmp_path / f"shared{form}")
    settle(window)
    assert document.scenario == here
    assert document.baseline == was
    assert window.view().key == "frontier"
    assert window.view().settings()["x"] == "ttft_p95"
    assert document.path is None
    document.stack.undo()
    assert document.scenario.name != here.name


def test_carrier_opened_from_the_command_line_shows_its_view_and_is_never_saved_over(qtbot, window, tmp_path):
    show(window, "latency")
    picture = tmp_path / "chart.png"
    picture.write_bytes(figures.png_bytes(window.share.figure(), window.share.payload()))
    other = open_window(str(picture))
    qtbot.addWidget(other, before_close_func=forget)
    assert isinstance(other, MainWindow)
    assert other.view().key == "latency"
    assert other.document.scenario == window.document.scenario
    assert other.document.path is None
    assert other.windowTitle().startswith("Isocost")


def test_picture_of_another_catalogue_is_told_of(window, tmp_path):
    old = files.from_bytes(share.payload(DEFAULT))
    path = tmp_path / "old.svg"
    data = files.to_bytes(type(old)(old.scenarios, library="0123456789ab"))
    path.write_bytes(carriers.into_svg(b"<svg><g/></svg>", data, {}))
    assert drop(window, path)
    assert "another version" in window.notice._text.text()


def test_what_carries_nothing_and_what_does_not_belong_is_told_by_name(window, tmp_path):
    (tmp_path / "cat.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    (tmp_path / "notes.txt").write_text("hello", "utf-8")
    before = window.document.session
    for name, said in (("cat.png", "carries no scenario"), ("notes.txt", "cannot be opened here")):
        assert drop(window, tmp_path / name)
        assert name in window.notice._text.text()
        assert said in window.notice._text.text()
    assert window.document.session == before


def test_scenario_model_and_points_go_where_they_belong(qtbot, window, tmp_path):
    path = tmp_path / "case.isocost"
    files.save(path, files.Project((DEFAULT.with_value("accelerator.rent", 4.4),)))
    assert drop(window, path)
    assert window.document.path == path
    config = {"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 20, "num_attention_heads": 32,
              "num_key_value_heads": 4, "intermediate_size": 14336, "vocab_size": 128256}  # fmt: skip
    (tmp_path / "config.json").write_text(json.dumps(config), "utf-8")
    assert drop(window, tmp_path / "config.json")
    assert window.document.scenario.number("model.layers") == 20
    told = share.scenario_table(window.document.scenario)
    assert str(tmp_path) not in share.csv_text(told)
    assert str(tmp_path).encode() not in window.share.payload()
    (tmp_path / "points.csv").write_text("speed\n12\n", "utf-8")
    assert drop(window, tmp_path / "points.csv")
    qtbot.waitUntil(lambda: "hardware" in window.notice._text.text(), timeout=60_000)
    assert window.view().key == "evidence"


def test_ending_that_is_missing_is_taken_from_the_chosen_kind(qtbot, window, monkeypatch, tmp_path):
    save_as(monkeypatch, tmp_path / "v1.2 view", "SVG drawing (*.svg)")
    export(qtbot, window)
    assert (tmp_path / "v1.2 view.svg").read_bytes().startswith(b"<?xml")
    save_as(monkeypatch, tmp_path / "inputs")
    export(qtbot, window, "Export scenario…")
    assert (tmp_path / "inputs.csv").read_text("utf-8").startswith("Kind,Group,Key,Label,Value,Unit")
    assert window.status_bar._message.text() == "inputs.csv written"


@pytest.mark.parametrize("form", [".png", ".csv"])
def test_export_that_cannot_be_written_is_told(qtbot, window, monkeypatch, tmp_path, form):
    save_as(monkeypatch, tmp_path / "gone" / f"view{form}")
    export(qtbot, window)
    assert window.notice.isVisible()
    said = window.notice._text.text()
    assert f"view{form} was not written: the folder does not exist. Choose another folder" in said


def test_names_of_files_leave_out_what_systems_refuse():
    assert file_name('A/B: "c"? <d>|') == "A-B- -c-- -d--"
    assert file_name("...") == "scenario"
    assert file_name("a\rb\x1bc\0") == "a-b-c-"
    assert file_name("half \ud800") == "half"
    assert [file_name(name) for name in ("con", "Aux.2027", "COM1", "console")] == [
        "-con", "-Aux.2027", "-COM1", "console"
    ]  # fmt: skip
    assert len(file_name("\u4e2d" * 300).encode()) <= 200
    assert file_name("a" * 119 + " b") == "a" * 119


# questions ----------------------------------------------------------------------------------------


def test_every_view_is_told_as_a_script_that_runs_and_as_a_command(window):
    for view in window.views:
        show(window, view.key)
        window.menus.actions["Copy as Python"].trigger()
        text = QApplication.clipboard().text()
        names = {}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(text, view.key, "exec"), names)
        assert names["case"].values == window.document.scenario.values, view.key
        window.menus.actions["Copy as command line"].trigger()
        words = shlex.split(QApplication.clipboard().text())
        assert words[:2] == ["isocost", {"surfaces": "sweep", "frontier": "sweep", "table": "sweep",
                                         "solve": "solve", "tornado": "tornado", "montecarlo": "montecarlo",
                                         "outlook": "outlook"}.get(view.key, "evaluate")]  # fmt: skip
        build_parser().parse_args(words[1:])


def test_copied_script_gives_the_surfaces_and_the_frontier_on_screen_to_the_last_digit(window):
    window.document.set_value("price.output", 0.8765)
    for key in ("surfaces", "frontier"):
        show(window, key)
        window.menus.actions["Copy as Python"].trigger()
        names = {}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(QApplication.clipboard().text(), key, "exec"), names)
        table, result = names["table"], window.frame.result
        if key == "surfaces":
            wanted = {plot.metric: result.surface.metrics[plot.metric] for plot in result.plots}
        else:
            curve, s = result.curves[0], result.settings
            wanted = {m: v / METRICS[m].shown(1.0) for m, v in ((s.x, curve.x), (s.y, curve.y))}
        for metric, base in wanted.items():
            found = table.metrics[metric] * UNITS[METRICS[metric].unit].factor
            assert np.allclose(found, base, rtol=1e-12, atol=0.0, equal_nan=True), (key, metric)
