"""Menu entry, icon and file type: what is written, again and again, and taken away."""

import configparser
import os
import shlex
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from engine.errors import IsocostError
from gui import app, desktop
from gui.launch import app_icon


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path / "data"


def everything(home):
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def read(text):
    made = configparser.ConfigParser(interpolation=None, delimiters="=")
    made.optionxform = str
    made.read_string(text)
    return dict(made["Desktop Entry"])


def test_installing_writes_entry_icon_and_file_type_below_the_users_folder(home, capsys):
    assert app.main(["install-desktop"]) == 0
    assert set(desktop.contents(["isocost"])) <= set(everything(home))
    assert capsys.readouterr().out.count("written: ") == 4
    found = read((home / "applications" / "isocost.desktop").read_text("utf-8"))
    assert found["MimeType"] == "application/x-isocost;"
    assert (home / f"icons/hicolor/scalable/apps/{found['Icon']}.svg").is_file()


def test_installing_again_changes_nothing(home, capsys):
    app.main(["install-desktop"])
    before = {path: path.stat().st_mtime_ns for path in home.rglob("isocost*")}
    capsys.readouterr()
    assert app.main(["install-desktop"]) == 0
    assert {path: path.stat().st_mtime_ns for path in home.rglob("isocost*")} == before
    assert capsys.readouterr().out.count("as it was: ") == 4


def test_removing_takes_away_what_was_written_and_nothing_else(home, capsys):
    other = home / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\n", "utf-8")
    app.main(["install-desktop"])
    assert app.main(["install-desktop", "--remove"]) == 0
    assert not [name for name in everything(home) if "isocost" in name and "cache" not in name]
    assert other.is_file()
    capsys.readouterr()
    assert app.main(["install-desktop", "--remove"]) == 0
    assert capsys.readouterr().out.startswith("nothing of Isocost is in ")


def test_the_command_of_the_entry_starts_isocost(home, tmp_path):
    app.main(["install-desktop"])
    found = read((home / "applications" / "isocost.desktop").read_text("utf-8"))
    words = [word for word in shlex.split(found["Exec"].replace("\\\\", "\\")) if word != "%f"]
    done = subprocess.run(
        [*words, "--version"], cwd=found.get("Path", tmp_path), capture_output=True, text=True, check=True,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )  # fmt: skip
    assert done.stdout.startswith("isocost ")


def test_a_path_with_reserved_characters_is_quoted_by_the_rules():
    assert desktop.quoted(["/opt/isocost"]) == "/opt/isocost"
    assert desktop.quoted(["/opt/a b/isocost", "x"]) == '"/opt/a b/isocost" x'
    assert desktop.quoted(["/opt/50%"]) == "/opt/50%%"
    # Twice: once for the argument, once for the value of a key.
    assert desktop.quoted(["/a $b"]) == '"/a \\\\$b"'


def test_the_file_type_is_a_kind_of_json_with_our_ending():
    root = ET.fromstring(desktop.mime_package().split("\n", 1)[1])
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    assert root.find("m:mime-type", space).get("type") == desktop.MIME
    assert root.find("m:mime-type/m:glob", space).get("pattern") == "*.isocost"
    assert root.find("m:mime-type/m:sub-class-of", space).get("type") == "application/json"


def test_a_folder_that_cannot_be_written_is_told_in_one_message(home):
    home.mkdir()
    (home / "applications").write_text("", "utf-8")
    with pytest.raises(IsocostError, match=r"cannot write .*isocost\.desktop"):
        desktop.install(home, ["isocost"])


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_are_told_what_to_do_instead(home, monkeypatch, capsys, system):
    monkeypatch.setattr(sys, "platform", system)
    assert app.main(["install-desktop"]) == 2
    assert "Open with" in capsys.readouterr().err
    assert not home.exists()


def test_the_icon_is_drawn(qapp):
    picture = app_icon().pixmap(64, 64).toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 64, 2) for y in range(0, 64, 2)}
    assert {"#ffffff", "#16324f"} <= colours
