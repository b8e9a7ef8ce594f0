import dataclasses
import errno
import io
import locale
import math
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import files
from engine.errors import ScenarioFileError
from engine.files import Project, from_bytes, load, save, to_bytes
from engine.files.atomic import write_pieces
from engine.files.migrations import SCHEMA
from engine.files.project import SUFFIX
from engine.parameters import SPECS
from engine.quantities import parse
from engine.scenario import DEFAULT, Scenario
from tests.scenario_files import random_project

# saving -----------------------------------------------------------------------------------------------


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    """A saved file that the test tries to replace; afterwards it must be as it was, and alone."""
    path = tmp_path / "case.isocost"
    save(path, Project((DEFAULT,)))
    before = path.read_bytes()
    yield path
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["case.isocost"]


OTHER = Project((Scenario(name="Other"),))


@pytest.mark.parametrize(("code", "text"), [(errno.ENOSPC, "the disk is full"), (errno.EIO, "")])
@pytest.mark.parametrize("call", ["open", "write", "fsync", "chmod", "replace"])
def test_a_save_that_fails_leaves_the_old_file(
    kept: Path, monkeypatch: pytest.MonkeyPatch, code: int, text: str, call: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    def half(content: io.BytesIO, stream: io.BufferedWriter, _: int) -> None:
        stream.write(content.read(100))
        stream.flush()
        fail()

    places = {"write": (shutil, "copyfileobj"), "chmod": (Path, "chmod"), "replace": (Path, "replace")}
    monkeypatch.setattr(*places.get(call, (os, call)), half if call == "write" else fail)
    with pytest.raises(ScenarioFileError, match=f"was not saved: {text}"):
        save(kept, OTHER)


def test_a_content_that_fails_while_it_is_made_leaves_the_old_file(kept: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise ValueError("no more of it")

    with pytest.raises(ValueError, match="no more"):
        write_pieces(kept, pieces())


def test_pieces_are_written_one_behind_the_other(tmp_path: Path) -> None:
    write_pieces(tmp_path / "made", (bytes([65 + i]) * 3 for i in range(3)))
    assert (tmp_path / "made").read_bytes() == b"AAABBBCCC"


_NO_ROOM = """
import resource, sys
from engine.errors import ScenarioFileError
from engine.files import Project, save
from engine.scenario import Scenario
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
try:
    save(sys.argv[1], Project((Scenario(name="Other"),)))
except ScenarioFileError as error:
    print(error)
"""


@pytest.mark.skipif(os.name != "posix", reason="a limit of the size of files")
def test_a_disk_that_takes_half_of_a_file_leaves_the_old_one(kept: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _NO_ROOM, str(kept)], capture_output=True, text=True, timeout=60, check=True
    )
    assert "was not saved: the file is larger than the disk or your quota takes" in done.stdout


def test_a_folder_that_can_only_be_read_is_refused_by_name(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever runs the tests may be root, whom no permission stops.
    def fail(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(ScenarioFileError, match=r"case\.isocost was not saved: the disk can only be read"):
        save(kept, OTHER)


def test_a_large_file_that_is_no_scenario_is_kept_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.isocost"
    with path.open("wb") as stream:
        stream.truncate(20 * 2**20)
        stream.seek(0, 2)
        stream.write(b"the end")
    save(path, OTHER)
    backup = tmp_path / "large.isocost.bak"
    assert backup.stat().st_size == 20 * 2**20 + 7
    assert backup.read_bytes().endswith(b"the end")
    assert load(path) == OTHER


def test_a_file_is_the_one_that_was_read_until_somebody_changes_it(tmp_path: Path) -> None:
    path = tmp_path / "case.isocost"
    digest = save(path, OTHER)
    assert load(path).digest == digest
    assert files.changed_since(path, digest) == ""
    path.touch()
    assert files.changed_since(path, digest) == ""
    path.write_bytes(path.read_bytes() + b" ")
    assert files.changed_since(path, digest) == "changed"
    path.unlink()
    assert files.changed_since(path, digest) == "gone"
    path.mkdir()
    assert files.changed_since(path, digest) == "changed"


def test_a_read_only_file_is_refused(kept: Path) -> None:
    kept.chmod(0o444)
    with pytest.raises(ScenarioFileError, match="was not saved: the file is read-only"):
        save(kept, OTHER)


def test_what_json_cannot_hold_is_refused_before_anything_is_written(kept: Path) -> None:
    for bad in ({"x": math.nan}, {"x": object()}, {"x": {1, 2}}):
        with pytest.raises(ScenarioFileError, match="cannot be written"):
            save(kept, dataclasses.replace(OTHER, views=bad))


#: Windows knows such a name for none, or for one of a folder that is not there.
TOO_LONG = (
    "the name is too long" if os.name == "posix" else "too long|can have that name|folder does not exist"
)


def test_places_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    for path, text in [
        (tmp_path / "no" / "case.isocost", "the folder does not exist"),
        (tmp_path, "it is a folder"),
        (tmp_path / ("x" * 300), TOO_LONG),
        (tmp_path / "a\0b", "is no file name"),
    ]:
        with pytest.raises(ScenarioFileError, match=text):
            save(path, OTHER)


def test_places_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    for path, text in [
        (tmp_path / "none.isocost", "there is no file"),
        (tmp_path, "is a folder"),
        (tmp_path / "a\0b", "is no file name"),
        (tmp_path / ("x" * 300), f"cannot be read: {TOO_LONG}|there is no file"),
    ]:
        with pytest.raises(ScenarioFileError, match=text):
            load(path)


@pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "case.isocost", tmp_path / "link.isocost"
    save(path, Project((DEFAULT,)))
    path.chmod(0o640)
    link.symlink_to(path)
    save(link, OTHER)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert load(path) == OTHER


# locale -----------------------------------------------------------------------------------------------

_SAVE = r"""
import locale, sys
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
from engine.files import Project, save
from engine.quantities import parse
from engine.parameters import SPECS
from engine.scenario import Scenario
spec = SPECS["accelerator.rent"]
rent = parse(sys.argv[2], spec, sys.argv[3])
scenario = Scenario(name="\u00d1and\u00fa \u00fc").with_value("accelerator.rent", rent)
save(sys.argv[1], Project((scenario,)))
"""


@pytest.mark.parametrize(
    ("name", "typed", "decimal"),
    [
        ("C", "1234.5 $/month", "."),
        ("de_DE.UTF-8", "1.234,5 $/month", ","),
        ("es_CO.ISO-8859-1", "1234,5 $/month", ","),
    ],
)
def test_the_locale_of_the_process_changes_no_byte(
    tmp_path: Path, name: str, typed: str, decimal: str
) -> None:
    path = tmp_path / "case.isocost"
    environment = {
        **os.environ,
        "LC_ALL": name,
        "LANG": name,
        "PYTHONIOENCODING": "latin-1",
        "PYTHONUTF8": "0",
    }
    subprocess.run(
        [sys.executable, "-c", _SAVE, str(path), typed, decimal], env=environment, check=True, timeout=60
    )
    rent = parse("1234.5 $/month", SPECS["accelerator.rent"])
    expected = Project((Scenario(name="Ñandú ü").with_value("accelerator.rent", rent),))
    assert path.read_bytes() == to_bytes(expected)
    assert load(path) == expected


@pytest.mark.parametrize("name", ["es_CO", "de_DE"])
def test_the_locale_of_the_window_changes_no_byte(name: str) -> None:
    core = pytest.importorskip("PySide6.QtCore")
    project, before = random_project(11), core.QLocale()
    plain = to_bytes(project)
    core.QLocale.setDefault(core.QLocale(name))
    try:
        assert core.QLocale().decimalPoint() == ","
        assert to_bytes(project) == plain
        assert from_bytes(plain) == project
    finally:
        core.QLocale.setDefault(before)


def test_the_locale_of_the_c_library_changes_no_byte() -> None:
    plain = to_bytes(random_project(12))
    before = locale.setlocale(locale.LC_ALL)
    tried = 0
    try:
        for name in ("de_DE.UTF-8", "es_CO.UTF-8", "es_ES.UTF-8", "fr_FR.UTF-8"):
            try:
                locale.setlocale(locale.LC_ALL, name)
            except locale.Error:
                continue
            tried += 1
            assert to_bytes(random_project(12)) == plain
            assert from_bytes(plain) == random_project(12)
    finally:
        locale.setlocale(locale.LC_ALL, before)
    if not tried:
        pytest.skip("this machine has no locale with a decimal comma")


# built-in scenarios -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", files.builtin_names())
def test_shipped_scenarios_are_complete_and_of_this_version(name: str) -> None:
    project = files.load_builtin(name)
    assert project.report == ()
    assert project.schema == SCHEMA


def test_the_default_scenario_comes_first_and_opens_for_none() -> None:
    assert files.builtin_names()[0] == files.DEFAULT_NAME
    assert files.resolve(None) == files.load_builtin(files.DEFAULT_NAME)


def test_a_file_argument_is_a_path_or_a_shipped_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    save("own.isocost", OTHER)
    assert files.resolve("own.isocost") == OTHER
    assert files.resolve(tmp_path / "own.isocost") == OTHER
    default = files.load_builtin()
    for name in ("enterprise-assistant", "Enterprise assistant", "enterprise-assistant" + SUFFIX):
        assert files.resolve(name) == default
    Path("enterprise-assistant").mkdir()
    assert files.resolve("enterprise-assistant") == default


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("enterprise-asistant", "did you mean enterprise-assistant"),
        ("onw.isocost", "did you mean own.isocost"),
        ("qqq", "built in are enterprise-assistant"),
        ("a\0b", "there is no file"),
        ("x" * 300, "there is no file"),
    ],
)
def test_a_wrong_name_is_answered_with_near_ones(
    name: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save("own.isocost", OTHER)
    with pytest.raises(ScenarioFileError, match=hint):
        files.resolve(name)
