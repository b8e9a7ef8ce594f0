"""The report: what stands in it, that nothing is cut off or private, and how it is written."""

import getpass
import re
from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QFontMetricsF, QPdfWriter
from PySide6.QtWidgets import QFileDialog

from engine import files, share
from engine.drivers import point
from engine.errors import IsocostError
from engine.evidence import bands
from engine.formatting import format_value
from engine.metrics import METRICS
from engine.scenario import DEFAULT, spec_of
from engine.share.summary import differences, sentences, told_figures
from gui import fonts
from gui.launch import open_window
from gui.report import document
from gui.report.command import content_of, main, parser
from gui.report.document import Content, Report
from gui.report.figures import SHOWN, named
from gui.report.pages import BOTTOM, SIDE, TOP, Pages
from gui.screenshot import settle

BROKEN = DEFAULT.with_values({"accelerator.memory": 10.0, "deployment.tensor_parallel": 1})


class Heard(Pages):
    """Pages that remember what they wrote, and where."""

    said: list

    def _words(self, box, said, size, color, align):
        self.said.append((self.number, QRectF(box), said, size, fonts.REGULAR, False))
        super()._words(box, said, size, color, align)

    def _wrapped(self, box, said, size, weight, color, *, right=False):
        self.said.append((self.number, QRectF(box), said, size, weight, True))
        super()._wrapped(box, said, size, weight, color, right=right)

    def heading(self, said, **how):
        super().heading(said, **how)
        self.said.append((self.number, QRectF(SIDE, self.y - 32, self.width, 21), said, 15, 600, False))


def heard(monkeypatch, scenario, other=None, keys=(), *, formulas=False):
    """Write a report; return what was said, page by page, its pages and its bytes."""
    made = []

    def remember(*arguments):
        pages = Heard(*arguments)
        pages.said = []
        made.append(pages)
        return pages

    monkeypatch.setattr(document, "Pages", remember)
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    content = Content(scenario, other, tuple(named(list(keys))[0]), formulas=formulas)
    count = Report(content, date(2026, 11, 23)).write(QPdfWriter(buffer))
    return made[0].said, count, bytes(held.data())


def words(said):
    return [text for _, _, text, *_ in said]


@pytest.mark.parametrize("name", ["enterprise-assistant", "two-tier-service", "small-model-api"])
def test_report_holds_figures_bill_chain_and_every_input_that_counts(styled, monkeypatch, name):
    scenario = files.load_builtin(name).scenario
    said, pages, data = heard(monkeypatch, scenario)
    texts = words(said)
    assert data.startswith(b"%PDF")
    assert pages >= 8
    assert any(text.startswith("23 November 2026") for text in texts)
    assert " ".join(sentences(scenario, point(scenario), bands(scenario, point(scenario)))) in texts
    for title in ("The bill", "Who earns it: the chain", "Figures and their bands"):
        assert title in texts
    here = point(scenario)
    assert (
        format_value(here.base("cost_per_output_token"), METRICS["cost_per_output_token"], full=True) in texts
    )
    for key in scenario.stated():
        if not scenario.inert(key):
            assert spec_of(key).label in texts, key
    assert scenario.note.split("\n")[0].strip() in texts


@pytest.mark.parametrize(
    "case",
    [DEFAULT, BROKEN, files.load_builtin("reasoning-rack").scenario],
    ids=["defaults", "broken", "rack"],
)
def test_nothing_is_cut_off_and_nothing_runs_over_the_margins(styled, monkeypatch, case):
    said, _, _ = heard(monkeypatch, case, DEFAULT, formulas=True)
    high, wide = 1123, 794
    for number, box, text, size, weight, wraps in said:
        metrics = QFontMetricsF(fonts.px_font(size, weight))
        assert box.left() >= SIDE - 1, text
        assert box.right() <= wide - SIDE + 12, text
        if wraps:
            needs = metrics.boundingRect(QRectF(0, 0, box.width(), 1e6), 0x1000, text).height()
            assert box.height() >= needs - 1, text
            assert box.top() >= TOP - 1, (number, text)
            assert box.top() + needs <= high - BOTTOM + 1, (number, text)


def test_table_that_runs_on_repeats_its_heading_at_the_top_of_the_page(styled, monkeypatch):
    said, pages, _ = heard(monkeypatch, DEFAULT)
    starts = {number for number, _, text, *_ in said if text == "Inputs, with where they come from"}
    first = min(starts)
    for number in range(first + 1, pages + 1):
        top = min((box.top(), text) for n, box, text, *_ in said if n == number and box.top() > 40)
        headed = [text for n, box, text, *_ in said if n == number and box.top() < TOP + 60]
        assert "Source" in headed, (number, top)


def test_what_differs_is_told_with_both_values_and_the_role(styled, monkeypatch):
    scenario = DEFAULT.with_values({"price.output": 2.5, "deployment.concurrency": 17})
    said, _, _ = heard(monkeypatch, scenario, DEFAULT)
    texts = words(said)
    assert "What differs from the baseline" in texts
    for one in differences(scenario, DEFAULT):
        at = texts.index(one.label)
        assert {one.was, one.now} <= set(texts[at : at + 4])
    assert {one.role for one in differences(scenario, DEFAULT)} == {"price", "decision"}


def test_infeasible_scenario_says_what_is_broken_and_what_would_clear_it(styled, monkeypatch):
    said, pages, _ = heard(monkeypatch, BROKEN, keys=["surfaces"])
    texts = words(said)
    assert any("a limit is broken" in text for text in texts)
    assert not any(re.search(r"\bnan\b|\binf\b", text) for text in texts)
    assert "The bill" not in texts
    assert pages >= 5


def test_figures_told_are_those_of_the_model_with_their_bands(styled):
    scenario = files.load_builtin("code-agent").scenario
    here = point(scenario)
    rows = {row.label: row for _, group in told_figures(here, bands(scenario, here), here) for row in group}
    cost = rows[METRICS["cost_rate"].label]
    assert cost.text == format_value(here.base("cost_rate"), METRICS["cost_rate"], full=True)
    assert cost.band
    assert cost.grade in {"measured", "calibrated", "transferred", "spec sheet", "spec"}
    assert cost.before == format_value(here.base("cost_rate"), METRICS["cost_rate"])


def test_no_folder_and_no_user_stands_in_a_report(styled, monkeypatch, tmp_path):
    noted = DEFAULT.annotate("price.output", source=str(tmp_path / "offer.pdf"), note=f"see {tmp_path}/a.txt")
    said, _, data = heard(monkeypatch, noted)
    assert any("offer.pdf" in text for text in words(said))
    for text in words(said):
        assert str(tmp_path) not in text
    assert str(tmp_path).encode() not in data
    assert b"/Author ()" in data or getpass.getuser().encode() not in data


def test_command_compares_with_the_scenario_before_its_settings(styled):
    content = content_of(parser().parse_args(["--out", "a.pdf", "--set", "price.output=2"]))
    assert content.other == files.load_builtin().scenario
    assert content.scenario.number("price.output") == 2.0
    assert [kind.key for kind in content.views] == list(SHOWN)
    plain = content_of(parser().parse_args(["reasoning-rack", "--out", "a.pdf", "--against", "code-agent"]))
    assert plain.other == files.load_builtin("code-agent").scenario


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--out", "a.txt"], "must end in .pdf"),
        (["--out", "a.pdf", "--view", "maps"], "there is no view maps; there are surfaces"),
        (["--out", "a.pdf", "nothing-such"], "there is no file or scenario nothing-such"),
        (["--colour", "red"], "report:"),
    ],
)
def test_command_that_cannot_be_done_says_why(styled, arguments, told):
    with pytest.raises(IsocostError, match=told):
        main(arguments)


def test_menu_writes_a_report_that_reopens_while_the_window_goes_on(qtbot, styled, monkeypatch, tmp_path):
    window = open_window(None)
    qtbot.addWidget(window, before_close_func=lambda w: (w.document._mark_saved(), w.live.stop()))
    window.show()
    settle(window)
    window.document.set_value("price.output", 0.95)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "told"), ""))
    window.menus.actions["Report…"].trigger()
    assert window.share.report.busy
    window.share.report.ask()
    assert "still being written" in window.notice._text.text()
    qtbot.waitUntil(lambda: not window.share.report.busy, timeout=60_000)
    assert "told.pdf is written" in window.notice._text.text()
    project = files.load(tmp_path / "told.pdf")
    assert project.scenario == window.document.scenario
    assert project.baseline == window.document.baseline
    assert set(project.views) >= set(SHOWN)
    window.share.report.write(tmp_path / "gone" / "told.pdf")
    qtbot.waitUntil(lambda: not window.share.report.busy, timeout=60_000)
    assert "was not written: " in window.notice._text.text()
    assert "folder" in window.notice._text.text()
    assert share.payload(project.scenario)
