"""The evidence view: dots that are measured points, a benchmark of one's own, a correction to be undone."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from engine import catalog, files
from engine.drivers import point
from engine.evidence import EXACT, bands
from engine.evidence.own import correct, corrections, read_own, uncorrect, with_corrections
from engine.evidence.sources import sources
from engine.scenario import DEFAULT
from engine.validation import points
from engine.validation.mapping import cases
from engine.validation.predict import predict
from gui.launch import open_window
from gui.plotting.evidence_job import SCOPES, SHOWN, EvidenceJob, EvidenceSettings
from gui.plotting.evidence_store import DIMENSIONS, shipped_rows
from gui.plotting.evidence_words import hover_lines, label, scope_words
from gui.views import VIEWS
from gui.views.evidence_canvas import shared_range
from tests.gui.rig import hover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

HEAD = (
    "point_id,hardware,n_devices,model,weight_precision,engine,tp,isl,osl,concurrency_or_batch,batch_kind,"
    "tpot_ms_median,ttft_ms_median"
)
ROW = "{id},{part},4,Llama-3.1-70B,fp8,vllm,4,1024,1024,{batch},max_concurrency,{tpot},{ttft}"


def own_file(folder, slow=1.0, part="H100-SXM-80GB", name="mine.csv"):
    """A benchmark on which the model is wrong by a known factor on both times."""
    lines = [HEAD]
    for i, batch in enumerate((1, 4, 16, 48)):
        made = points.parse(
            "\n".join([HEAD, ROW.format(id="x", part="H100-SXM-80GB", batch=batch, tpot=1, ttft=1)])
        )
        said = predict(cases(made)[0])[0]
        lines.append(
            ROW.format(
                id=f"own-{i}",
                part=part,
                batch=batch,
                tpot=1e3 * slow * said["tpot"],
                ttft=1e3 * slow * said["ttft"],
            )
        )
    path = folder / name
    path.write_text("\n".join(lines), "utf-8")
    return path


# --- what is shown --------------------------------------------------------------------------------


def frame(scenario=DEFAULT, **settings):
    made = EvidenceJob(EvidenceSettings(**settings), shipped_rows(), None)
    return made.run(scenario, scenario, False, lambda: False)


def test_nearest_points_are_of_the_same_part_class_and_precision():
    found = frame()
    assert found.scope == "near"
    assert found.index.size > 20
    for i in found.index[:: max(1, found.index.size // 20)]:
        case = found.rows.verdict.batch.cases[int(i)]
        assert case.scenario.get("accelerator.part") == "h100-sxm"
        assert case.scenario.get("precision.weights") == "fp8"
        assert case.scenario.number("model.expert_parameters") == 0


def test_wider_scopes_hold_the_narrower_ones():
    sets = [set(frame(scope=scope).index) for scope in ("near", "part", "family", "all")]
    for near, far in itertools.pairwise(sets):
        assert near < far


def test_a_part_never_measured_gets_the_next_wider_points():
    tpu = catalog.apply(DEFAULT, "accelerator", "tpu-v7")
    found = frame(tpu)
    assert found.scope == "all"
    assert found.judgement.grade == "spec sheet"
    blackwell = frame(catalog.apply(DEFAULT, "accelerator", "b300-sxm"))
    assert blackwell.scope == "family"
    assert scope_words(blackwell) == "Blackwell parts"


@pytest.mark.parametrize("quantity", SHOWN)
def test_figures_are_those_of_the_verdict_in_the_unit_shown(quantity):
    found = frame(quantity=quantity, scope="all")
    factor = {"tpot": 1e3}.get(quantity, 1.0)
    verdict = found.rows.verdict
    assert np.allclose(found.measured, verdict.batch.measured[quantity][found.index] * factor)
    assert np.allclose(found.predicted, verdict.predicted[quantity][found.index] * factor)
    kept = ~found.suspect
    if kept.any():
        errors = np.abs(found.predicted[kept] / found.measured[kept] - 1)
        assert found.error == pytest.approx(np.median(errors))


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_bars_tell_each_group_and_count_no_suspect_row(dimension):
    found = frame(scope="family", group=dimension, colour=dimension)
    assert found.bars
    assert sum(bar.count for bar in found.bars) <= (~found.suspect).sum()
    for bar in found.bars:
        assert bar.low <= bar.middle <= bar.high
        assert label(bar.label, dimension)
    assert found.hue.max() < 6
    assert found.hue.min() >= -1


def test_every_source_shown_has_an_owner_and_a_licence():
    names = set(shipped_rows().fields["source"])
    assert names <= set(sources())
    assert all(owed.licence in {"Apache-2.0", "BSD-3-Clause"} for owed in sources().values())


def test_row_under_the_pointer_tells_run_figures_and_source():
    found = frame()
    lines = hover_lines(found, 0, sources())
    case = found.rows.verdict.batch.cases[int(found.index[0])]
    assert lines[0].startswith("NVIDIA H100")
    assert f"{case.scenario.number('deployment.concurrency'):,.0f} at once" in lines[1]
    assert "measured" in lines[2]
    assert any("Apache-2.0" in line for line in lines)
    suspect = frame(scope="all")
    row = int(np.flatnonzero(suspect.suspect)[0])
    assert any(line.startswith("suspect: ") for line in hover_lines(suspect, row, sources()))


# --- the user's own benchmark ---------------------------------------------------------------------


def test_factors_bring_the_medians_to_one(tmp_path):
    own = read_own(own_file(tmp_path, 1.3))
    assert own.rows == 4
    assert own.factors["correction.decode"] == pytest.approx(1.3, rel=0.05)
    assert own.factors["correction.prefill"] > 1.1
    mended = with_corrections(own.verdict, own.factors)
    for name in ("tpot", "ttft"):
        before = own.verdict.batch.measured[name] / own.verdict.predicted[name]
        after = own.verdict.batch.measured[name] / mended.predicted[name]
        assert np.median(before) == pytest.approx(1.3, rel=1e-6)
        assert np.median(after) == pytest.approx(1.0, abs=0.01), name
    straight = read_own(own_file(tmp_path, 1.0))
    assert straight.factors["correction.decode"] == pytest.approx(1.0, abs=0.01)


def test_correction_travels_with_its_source_and_goes_again(tmp_path):
    own = read_own(own_file(tmp_path, 1.3))
    corrected = correct(DEFAULT, own)
    assert corrections(corrected) == pytest.approx(own.factors)
    assert corrected.annotation("correction.decode").source == "own benchmark mine.csv, 4 rows"
    path = tmp_path / "kept.isocost"
    files.save(path, files.Project(scenarios=(corrected,)))
    opened = files.load(path).scenario
    assert corrections(opened) == pytest.approx(own.factors)
    assert opened.annotation("correction.decode").source == "own benchmark mine.csv, 4 rows"
    assert uncorrect(opened).values == DEFAULT.values
    assert not uncorrect(opened).annotations


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("a,b\n1,2\n", "has no column hardware"),
        (HEAD + "\n", "no rows"),
        (HEAD + "\n" + ROW.format(id="z", part="H900", batch=1, tpot=1, ttft=1), "H900"),
        (HEAD + "\n" + ROW.format(id="z", part="H100-SXM-80GB", batch="many", tpot=1, ttft=1), "many"),
    ],
)
def test_a_file_that_cannot_be_judged_says_why_in_one_line(tmp_path, text, says):
    path = tmp_path / "bad.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(points.PointsError, match=says) as caught:
        read_own(path)
    assert "\n" not in str(caught.value)


# --- in the window --------------------------------------------------------------------------------


def forget(window):
    window.document._mark_saved()
    window.live.stop()


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and not window.view().pending, timeout=60_000)
    QApplication.processEvents()


@pytest.fixture
def window(qtbot):
    made = open_window(None)
    made.resize(1440, 900)
    made.show()
    qtbot.addWidget(made, before_close_func=forget)
    made.show_view([view.key for view in VIEWS].index("evidence"))
    settle(qtbot, made)
    return made


def drop(view, path):
    """Let a file go over the view as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QDragEnterEvent(QPoint(300, 300), copy, data, button, keys))
    event = QDropEvent(QPointF(300, 300), copy, data, button, keys)
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def test_a_click_on_a_dot_opens_that_benchmark_as_a_scenario(qtbot, window):
    canvas = window.view().canvas
    result = canvas.result
    row = canvas.nearest(canvas.place(result.index.size // 2))
    case = result.rows.verdict.batch.cases[int(result.index[row])]
    before = len(window.document.session.cases)
    hover(canvas, canvas.place(row).toPoint())
    assert canvas.hover == row
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.place(row).toPoint())
    settle(qtbot, window)
    assert len(window.document.session.cases) == before + 1
    opened = window.document.scenario
    assert opened.values == case.scenario.values
    said = point(opened).base("tpot_p50" if case.measured["tpot"].statistic == "p50" else "tpot_mean")
    assert 1e3 * said == pytest.approx(float(result.predicted[row]), rel=1e-9)
    window.document.stack.undo()
    assert len(window.document.session.cases) == before


def test_keys_walk_the_dots_and_enter_opens(qtbot, window):
    canvas = window.view().canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    first = canvas.hover
    assert canvas.result.measured[first] == canvas.result.measured.min()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.result.measured[canvas.hover] >= canvas.result.measured[first]
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert len(window.document.session.cases) == 2


def test_dropped_benchmark_is_judged_and_corrects_the_scenario_until_undone(qtbot, window, tmp_path):
    view = window.view()
    path = own_file(tmp_path, 1.3)
    assert drop(view, path)
    qtbot.waitUntil(lambda: view.store.own is not None and not view.pending, timeout=30_000)
    settle(qtbot, window)
    assert view.canvas.result.scope == "own"
    assert view.canvas.result.index.size == 4
    assert "4 of 4 rows judged" in view.panel.own.told.text()
    before = window.frame.point.base("cost_per_output_token")
    wrong = view.canvas.result.error
    QTest.mouseClick(view.panel.own.correct, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.document.scenario.number("correction.decode") == pytest.approx(1.3, rel=0.02)
    assert window.frame.point.base("cost_per_output_token") > 1.2 * before
    assert window.kpis.tile("cost_per_output_token").headline().direction == 1
    assert view.canvas.result.error < 0.02 < wrong
    assert "corrected" in view.panel.own.correction.text()
    window.document.stack.undo()
    settle(qtbot, window)
    assert window.document.scenario.number("correction.decode") == 1.0
    window.document.stack.redo()
    QTest.mouseClick(view.panel.own.uncorrect, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.document.scenario.number("correction.decode") == 1.0
    QTest.mouseClick(view.panel.own.close_own, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert view.canvas.result.scope != "own"


def test_a_bad_file_is_told_and_the_window_stays(qtbot, window, tmp_path):
    view = window.view()
    before = view.canvas.result.index.size
    path = tmp_path / "bad.csv"
    path.write_text("speed\n12\n", "utf-8")
    drop(view, path)
    qtbot.waitUntil(window.notice.isVisible, timeout=60_000)
    settle(qtbot, window)
    assert "hardware" in window.notice._text.text()
    assert view.canvas.result.index.size == before
    assert view.panel.own.choose.isEnabled()
    picture = QMimeData()
    picture.setText("not a file")
    event = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.CopyAction,
        picture,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)
    assert view.store.own is None


def test_the_menu_asks_for_a_file_and_shows_the_view(qtbot, window, tmp_path, monkeypatch):
    path = own_file(tmp_path, 1.1)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.show_view(0)
    window.menus.actions["Judge my benchmark\u2026"].trigger()
    assert window.view().key == "evidence"
    view = window.view()
    qtbot.waitUntil(lambda: view.store.own is not None and not view.pending, timeout=30_000)
    settle(qtbot, window)
    assert view.store.own.name == "mine.csv"


def test_settings_are_kept_by_undo_and_unfit_ones_ignored(qtbot, window):
    view = window.view()
    view._take({"quantity": "throughput", "scope": "family"}, "x")
    settle(qtbot, window)
    assert view.canvas.result.settings.quantity == "throughput"
    window.document.stack.undo()
    settle(qtbot, window)
    assert view.settings()["quantity"] == "tpot"
    view.restore({"quantity": "beauty", "scope": 7, "colour": "model"})
    assert view.settings() == {"quantity": "tpot", "scope": "near", "colour": "model", "group": "concurrency"}
    assert set(SCOPES) >= {"near", "all"}


@pytest.mark.parametrize(("size", "name"), [((1440, 900), "light"), ((1280, 720), "dark")])
def test_words_fit_and_dots_lie_in_the_plot(qtbot, window, size, name):
    window.apply_theme(name)
    window.resize(*size)
    view = window.view()
    view._take({"scope": "all"}, "x")
    settle(qtbot, window)
    canvas, box = view.canvas, view.canvas.plot()
    for row in range(0, canvas.result.index.size, 37):
        assert box.adjusted(-1, -1, 1, 1).contains(canvas.place(row).toPoint())
    assert view.panel.geometry().right() <= view.width()
    assert view.panel.bars.width() <= view.panel.width()
    window.apply_theme("light")


def test_bought_tokens_are_not_said_to_be_measured():
    bought = DEFAULT.with_value("finance.supply", "api")
    r = frame(bought)
    assert r.bought
    assert not np.isfinite(r.value)
    here = point(bought)
    for metric in ("ttft_p95", "tpot_p95", "cost_per_request"):
        assert bands(bought, here)[metric].grade == EXACT
    assert bands(DEFAULT, point(DEFAULT))["ttft_p95"].grade != EXACT


def test_the_whole_band_lies_in_the_plot():
    r = frame(files.resolve("document-batch").scenarios[0])
    scale = shared_range(r)
    assert scale.low < r.value * r.judgement.low
    assert scale.high > r.value * r.judgement.high


def test_a_click_on_the_words_of_a_figure_explains_it(qtbot, window):
    QTest.mouseClick(window.view().panel.grounds, Qt.MouseButton.LeftButton)
    assert window.inspector.is_open("explain")
    assert window.inspector.explain_panel.tree.root().key == "tpot_mean"
