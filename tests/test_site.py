"""The site: every declared thing has its place, every link leads somewhere, words are those of the help."""

import re
import tomllib
from html import unescape
from pathlib import Path

import pytest

from engine import library
from engine.kinds import KINDS
from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.parts import shipped
from gui.app import COMMANDS
from gui.guide import help_pages
from gui.views import VIEWS
from release.site import build as site
from release.site.links import broken, read
from release.site.reference import slug

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    drawn = []

    def draw(scenario, view, theme, out):
        drawn.append((scenario, view, theme))
        out.write_bytes(b"\x89PNG\r\n\x1a\n")

    return folder, site.build(folder, draw), drawn


@pytest.fixture(scope="module")
def anchors(built):
    return {path.name: set(read(path)[0]) for path in built[0].glob("*.html")}


def test_every_link_leads_to_a_file_and_an_anchor(built):
    assert built[1] == []


def test_every_input_and_figure_has_its_place(anchors):
    inputs = {key for name, found in anchors.items() if name.startswith("inputs-") for key in found}
    figures = {key for name, found in anchors.items() if name.startswith("figures-") for key in found}
    assert set(SPECS) - inputs == set()
    assert set(METRICS) - figures == set()


def test_every_view_command_and_part_has_its_place(anchors):
    assert {view.key for view in VIEWS} <= anchors["views.html"]
    assert set(COMMANDS) <= anchors["command-line.html"]
    for kind in KINDS:
        assert set(shipped(kind)) <= anchors[f"catalogue-{kind}.html"]


def test_formulas_and_sources_are_told_as_in_the_help(built):
    target = help_pages.metric_target("gross_margin").split("#")[0]
    text = unescape((built[0] / f"{slug(target)}.html").read_text("utf-8"))
    assert help_pages.formula_of(METRICS["gross_margin"]) in text
    spec = SPECS["accelerator.bandwidth"]
    text = unescape((built[0] / "inputs-accelerator.html").read_text("utf-8"))
    assert spec.doc in text
    assert spec.source in text


def test_nothing_leads_into_a_window(built):
    for path in built[0].glob("*.html"):
        assert "go:" not in [link[:3] for link in read(path)[1]], path.name


def test_commands_tell_their_arguments(built):
    text = unescape((built[0] / "command-line.html").read_text("utf-8"))
    for name in COMMANDS:
        assert f"usage: isocost {name}" in text, name


def test_validation_tells_the_residuals_that_ship(built):
    text = (built[0] / "validation.html").read_text("utf-8")
    rows = site.residuals()
    assert rows in text
    assert re.search(r"<td>all</td><td>[\d,]{4,}</td>", rows)


def test_pictures_are_of_views_that_exist_in_both_themes(built):
    drawn = built[2]
    assert len(drawn) == len(set(drawn)) >= 8
    assert {view for _, view, _ in drawn} <= {view.key for view in VIEWS}
    assert {theme for _, _, theme in drawn} == {"light", "dark"}


def test_the_search_finds_links_that_lead_nowhere(tmp_path):
    (tmp_path / "a.html").write_text(
        "<a href='b.html#x'></a><a href='c.html'></a><i id='y'></i><i id='y'></i>", "utf-8"
    )
    (tmp_path / "b.html").write_text(
        "<a href='a.html#y'></a><a href='https://example.org/'></a><img src='p.png'>", "utf-8"
    )
    assert broken(tmp_path) == ["a.html: #y twice", "a.html: b.html#x", "a.html: c.html", "b.html: p.png"]


def test_the_part_shown_as_an_example_is_one(tmp_path, monkeypatch):
    example = re.search(r"```toml\n(.*?)```", (ROOT / "docs" / "extend.md").read_text("utf-8"), re.DOTALL)
    assert example is not None
    monkeypatch.setenv("ISOCOST_LIBRARY", str(tmp_path))
    (tmp_path / "accelerator").mkdir()
    (tmp_path / "accelerator" / "my-card.toml").write_text(example[1], "utf-8")
    part = library.parts("accelerator")["my-card"]
    assert part.label == tomllib.loads(example[1])["label"]
    assert part.values["accelerator.memory"].value == 96


def test_written_pages_of_the_folder_are_all_in_the_site():
    assert {path.stem for path in (ROOT / "docs").glob("*.md")} == set(site.WRITTEN)
