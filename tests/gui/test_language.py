"""German and English: complete where names are declared, at once, without a trace in files and figures."""

import re
import string
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from engine import catalog, files, library, wording
from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.model_config import read_config
from engine.parameters import GROUPS, SPECS
from engine.scenario import DEFAULT, spec_of
from engine.solve import goal_seek, target_of
from gui import fonts, language, sentences, shown_units, theme
from gui.file_actions import FileActions
from gui.language import CONTEXT, sentence, template, tr
from gui.launch import open_window, remake
from gui.panels.foot import Notice
from gui.settings import Settings
from gui.shown_text import part_name
from gui.widgets.quantity_field import QuantityField
from resources.tools import engine_sentences, translations
from tests.effort import Effort
from tests.gui.english import found

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
OTHERS = [code for code in language.LANGUAGES if code != "en"]


@pytest.fixture(autouse=True)
def _english_again(styled):
    yield
    language.use("en")
    settings = Settings()
    settings.scale, settings.language = 1.0, "en"


@pytest.fixture
def desk(qtbot):
    windows = [open_window(None)]
    windows[0].resize(1440, 900)
    windows[0].show()
    settle(qtbot, windows[0])
    yield windows
    windows[0].document._mark_saved()
    windows[0].close()
    windows[0].deleteLater()


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.live.settled and window.frame is not None, timeout=60_000)
    for _ in range(3):
        QApplication.processEvents()


def spoken(qtbot, desk, code, scale=1.0, size=(1440, 900)):
    desk[0].settings.language, desk[0].settings.scale = code, scale
    desk[0] = remake(desk[0])
    desk[0].resize(*size)
    settle(qtbot, desk[0])
    return desk[0]


# the files of translations ------------------------------------------------------------------------


@pytest.mark.parametrize("code", OTHERS)
def test_every_declared_name_and_unit_has_its_translation(code):
    known = translations.read(translations.FOLDER / f"isocost_{code}.ts")
    without = [text for text in translations.declared() if text not in known]
    assert without == [], "run `python -m resources.tools.translations` and translate what is unfinished"


@pytest.mark.parametrize("code", OTHERS)
def test_names_in_braces_survive_translation(code):
    known = translations.read(translations.FOLDER / f"isocost_{code}.ts")
    for text, translation in known.items():
        fields = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        theirs = {name for _, name, _, _ in string.Formatter().parse(translation) if name}
        assert fields == theirs, text
        assert text.count("&") <= 1 or "&&" in text or "<" in text
        assert text.endswith("…") == translation.endswith("…"), text


@pytest.mark.parametrize("code", OTHERS)
def test_compiled_file_says_what_the_source_says(code):
    known = translations.read(translations.FOLDER / f"isocost_{code}.ts")
    translator = QTranslator()
    assert translator.load(f"isocost_{code}", str(translations.FOLDER))
    assert len(known) > 1000
    for text, translation in known.items():
        assert translator.translate(CONTEXT, text) == translation


def test_script_finds_texts_of_calls_tables_and_declarations_and_lists_the_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    path = tmp_path / "isocost_xx.ts"
    translations.write(path, "xx", ["Solve", "Gone by now"], {"Solve": "Lx", "Gone by now": "x"})
    left = translations.missing("xx")
    assert {"&File", "Rent", "Autosaved {time}", "unchanged", "days"} <= set(left)
    assert "Solve" not in left
    assert "Gone by now" not in translations.texts(translations.read(path))


# the window ---------------------------------------------------------------------------------------


def test_window_speaks_german_at_once_and_english_again(qtbot, desk):
    english = {key: spec.label for key, spec in SPECS.items()}
    window = spoken(qtbot, desk, "de")
    assert [title.text().replace("&", "") for title in window.menuBar().actions()][:2] == [
        "Datei",
        "Bearbeiten",
    ]
    tabs = window.view_tabs.tabs
    assert {"Flächen", "Lösen", "Kostenkette"} <= {tabs.tabText(i) for i in range(tabs.count())}
    window.inputs.focus_key("accelerator.rent")
    row = window.inputs.row("accelerator.rent")
    assert row.label_text() == "Miete"
    assert row.edit.accessibleName() == "Miete, $/h"
    assert window.kpis.tile("cost_per_output_token").name_text().startswith("Kosten je M")
    assert window.inputs.section("workload").header.title == "Arbeitslast"
    assert window.inputs.section("workload").header.part.label() == "Assistent im Unternehmen"
    window.document.set_value("accelerator.rent", 3.0)
    assert window.document.stack.undoText().startswith("Setze Miete ")
    assert METRICS["gross_margin"].label == "Bruttomarge"
    assert spec_of("tier2.accelerator.rent").label.startswith("Miete")
    window = spoken(qtbot, desk, "en")
    assert {key: spec.label for key, spec in SPECS.items()} == english
    assert METRICS["gross_margin"].label == "Gross margin"
    assert spec_of("tier2.accelerator.rent").label == "Rent, tier 2"
    assert window.menuBar().actions()[0].text() == "&File"


def test_menu_entry_without_a_translation_is_shown_as_it_stands(qtbot, desk):
    window = spoken(qtbot, desk, "de")
    action = window.menus._add(window.menus._menus["&File"], "&Entry added yesterday", "", lambda: None)
    assert isinstance(action, QAction)
    assert action.text() == "&Entry added yesterday"
    assert window.menus.actions["Save"].text() == "&Speichern"


def test_file_saved_in_german_is_byte_for_byte_that_of_the_english_window(qapp, tmp_path):
    scenario = DEFAULT.with_values({"accelerator.rent": 3.25, "deployment.load": "share"}).child("Kind")
    project = files.Project((scenario,))
    english = files.to_bytes(project)
    language.use("de")
    assert files.to_bytes(project) == english
    assert files.from_bytes(english).scenario == scenario


@pytest.mark.parametrize("code", OTHERS)
def test_every_name_differs_only_on_screen(qapp, code):
    keys = [
        (group.key, [(s.key, s.unit, [o.id for o in s.options]) for s in group.specs]) for group in GROUPS
    ]
    before = list(wording.declared())
    language.use(code)
    after = [
        (group.key, [(s.key, s.unit, [o.id for o in s.options]) for s in group.specs]) for group in GROUPS
    ]
    assert after == keys
    assert list(wording.declared()) == before
    assert sum(tr(name) != name for name in before) > 700


def test_errors_of_entry_are_told_in_german(qtbot, qapp):
    language.use("de")
    field = QuantityField(SPECS["accelerator.rent"])
    qtbot.addWidget(field)
    told = []
    field.failed.connect(told.append)

    def enter(text):
        field.setText(text)
        field.setModified(True)
        field.commit()
        return sentence(told[-1])

    assert enter("abc") == "„abc“ ist keine Zahl. Beispiele: 1.2, 3k, 12%"
    assert enter("3 GB").startswith("GB misst nicht")
    assert enter("-2").startswith("Miete muss ")
    assert enter("=1/0") == "„=1/0“ teilt durch null"


def test_forms_of_the_window_are_those_that_the_source_says():
    assert translations.FORMS.read_text("utf-8").splitlines() == list(engine_sentences.forms()), (
        "run `python -m resources.tools.translations` and translate what is unfinished"
    )
    assert len(engine_sentences.forms()) > 350


def test_every_sentence_of_the_engine_is_known_by_its_form(qapp):
    language.use("de")
    wrong = []
    for form in sentences.all_forms():
        fields = [(name, spec) for _, name, spec, _ in string.Formatter().parse(form) if name]
        values = {name: "7" if spec else f"<{name}>" for name, spec in fields}
        filled = re.sub(r"(?<!\{)(\{\w+):[^{}]*", r"\1", form).format(**values)
        if sentence(filled) != tr(form).format(**values) or (fields and tr(form) == form):
            wrong.append((form, sentence(filled)))
    assert wrong == []


def test_what_the_engine_really_says_is_among_them(qapp):
    from engine.quantities import parse

    language.use("de")
    said = []
    for text in ("abc", "", "3 GB", "2 xyz", "=1/0", "5 to 3", "1" * 400):
        with pytest.raises(IsocostError) as caught:
            parse(text, SPECS["accelerator.rent"])
        said.append(str(caught.value))
    for key, value in (("accelerator.rent", -1.0), ("routing.share1", 2.0), ("routing.tiers", 2.5)):
        with pytest.raises(IsocostError) as caught:
            SPECS[key].check(value)
        said.append(str(caught.value))
    said.append(DEFAULT.inert("routing.share1"))
    known = [text for text in said if sentence(text) != text]
    assert len(known) >= len(said) - 1, [text for text in said if text not in known]


#: What an error keeps of a file or a person: quotations, paths and keys.
KEPT = re.compile(r"\u201e[^\u201c]*\u201c|\S*[/.]\S*|[a-z]+_[a-z_]+")


def test_what_goes_wrong_is_german_in_questions_and_notices(qtbot, qapp, tmp_path, monkeypatch):
    language.use("de")
    path, asked = tmp_path / "mine.isocost", []
    path.write_text('{"schema": 1, "scenarios": [{"values": {"accelerator.rent": {"value": "dear"}}}]}')
    (tmp_path / "mine.isocost.bak").write_text("{}")
    monkeypatch.setattr("gui.file_actions.QMessageBox.question", lambda *told: asked.append(told[2]))
    window = SimpleNamespace(document=SimpleNamespace(is_dirty=False), settings=Settings())
    assert not FileActions(window).open(path)
    assert (
        "Zeile 1: scenarios[0].values.accelerator.rent.value: muss eine Zahl sein, nicht „dear“" in asked[0]
    )
    assert "ein früherer Stand liegt in mine.isocost.bak" in asked[0]
    config = tmp_path / "config.json"
    config.write_text('{"model_type": "llama", "hidden_size": "wide"}')
    torn = tmp_path / "part.json"
    torn.write_text('{"kind": ')
    parent = QWidget()
    qtbot.addWidget(parent)
    notice = Notice(parent)
    for wrong in (
        lambda: DEFAULT.with_value("accelerator.rent", -1.0),
        lambda: target_of("gross_margin", "1 to x"),
        lambda: goal_seek(DEFAULT, "gross_margin", 0.0, "workload.part"),
        lambda: catalog.part("stack", "vlm"),
        lambda: read_config(config),
        lambda: library.import_file(torn),
        lambda: files.load(tmp_path / "none.isocost"),
    ):
        with pytest.raises(IsocostError) as caught:
            wrong()
        notice.tell(f"{caught.value}\n{caught.value}")
        told = notice._text.text()
        assert found(KEPT.sub("", told)) == "", told
        assert str(caught.value) not in told


def test_templates_have_german_names_and_scenarios_those_of_their_files(qapp):
    language.use("de")
    assert part_name(catalog.part("workload", "code-agent")) == "Code-Agent"
    assert template(files.load_builtin("fraud-triage").scenario.name) == "Betrugsprüfung"
    assert template("Mine") == "Mine"
    assert tr("Fraud triage") == "Fraud triage"


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("finance.life", "6 Monate", 0.5),
        ("value.days_gained", "4 Tage", 4.0),
        ("finance.life", "2 Jahre", 2.0),
    ],
)
def test_units_may_be_typed_as_they_are_shown(qapp, key, typed, value):
    language.use("de")
    assert shown_units.read(typed, SPECS[key], ".") == pytest.approx(value)


# check 1 in German and with a 15 px font ----------------------------------------------------------


@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (1440, 900)), (1.0, (1280, 720)), (1.25, (1440, 900)), (1.25, (1280, 720))]
)
def test_german_and_larger_type_fit_both_sizes(qtbot, desk, scale, size):
    window = spoken(qtbot, desk, "de", scale, size)
    hint = window.minimumSizeHint()
    assert hint.width() <= size[0]
    assert hint.height() <= size[1]
    assert (window.width(), window.height()) == size
    viewport = window.inputs.area.viewport().width()
    rows = [w for w in window.findChildren(QWidget) if w.objectName().startswith("param:") and w.isVisible()]
    assert len(rows) > 5
    assert all(w.width() <= viewport for w in rows)
    for tile in window.kpis._tiles.values():
        room = tile.room()
        assert fonts.width(tile.name_text(), 11) <= room, tile.name_text()
        assert tile.lower_width() <= room


def test_no_german_name_of_an_input_is_cut(qtbot, desk):
    window = spoken(qtbot, desk, "de")
    cut = []
    for key in window.inputs._sections:
        section = window.inputs.section(key)
        section._advanced = True
        section.set_open(True)
        section.arrange()
    settle(qtbot, window)
    for spec in SPECS.values():
        row = window.inputs.row(spec.key)
        if row is not None and fonts.width(spec.label, 12, fonts.SEMIBOLD) > row.label_width():
            cut.append(spec.label)
        if row is not None and hasattr(row, "unit_text"):
            assert fonts.width(row.unit_text(), 11) <= fonts.px(50), row.unit_text()
    assert cut == []


def test_qt_s_own_buttons_speak_german_too(qapp):
    language.use("de")
    assert QCoreApplication.translate("QPlatformTheme", "Discard") == "Verwerfen"
    theme.apply(qapp, "light")


@pytest.mark.parametrize("times", [30, 2_000])
def test_a_message_that_repeats_a_long_input_costs_little(times):
    language.use("de")
    text = f"{'a: b, c; ' * times} is not a finite number {'d or e ' * times}"
    with Effort() as spent:
        assert isinstance(language.sentence(text), str)
    assert spent.seconds < 2.0
