"""The command line finds its command, or says in one message why it cannot."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui import app
from gui.guards import pyside_refusal

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, first: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start `isocost` in a process of its own; packages in folder `first` hide the real ones."""
    paths = [str(path) for path in (first, ROOT) if path]
    script = f"import sys; sys.path[:0] = {paths}; from gui.app import main; sys.exit(main())"
    variables = {**os.environ, "PYTHONPATH": "", **environment}
    return subprocess.run(
        [sys.executable, "-P", "-c", script, *arguments],
        env=variables, cwd="/", capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def one_message(done: subprocess.CompletedProcess[str]) -> str:
    """Return the message of a refused start; fail on a traceback or another exit status."""
    assert done.returncode == app.USAGE_ERROR, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("isocost: ")
    return done.stderr


def fake_qt(folder: Path, init: str, **modules: str) -> Path:
    """Write a package that stands in for PySide6."""
    package = folder / "PySide6"
    package.mkdir()
    (package / "__init__.py").write_text(init, "utf-8")
    for name, text in modules.items():
        (package / f"{name}.py").write_text(text, "utf-8")
    return folder


def test_help_lists_every_command_with_a_line_of_its_own(capsys):
    assert app.main(["--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for command in app.COMMANDS.values():
        assert f"  {command.name:<14} {command.summary}" in lines


def test_version_is_the_project_s(capsys):
    assert app.main(["--version"]) == 0
    name, version = capsys.readouterr().out.split()
    assert name == "isocost"
    assert f'version = "{version}"' in (ROOT / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["doctr"], "did you mean doctor?"),
        (["evalute"], "did you mean evaluate"),
        (["--ful"], "there is no option --ful"),
        (["no-such.isocost"], "there is no file or scenario no-such.isocost"),
        (["enterprise-asistant"], "did you mean enterprise-assistant?"),
        (["enterprise-assistant", "more"], "one file at a time"),
    ],
)
def test_word_that_is_nothing_known_is_told_in_one_line(capsys, arguments, words):
    assert app.main(arguments) == app.USAGE_ERROR
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("name", app.COMMANDS)
def test_every_command_tells_its_arguments(name):
    done = run(name, "--help")
    assert done.returncode == 0, done.stderr
    assert "usage: isocost " + name in done.stdout


def test_every_command_of_the_engine_is_on_the_command_line():
    from engine.cli import build_parser

    groups = build_parser()._subparsers
    assert groups is not None
    known = {name for action in groups._group_actions for name in action.choices or ()}
    assert known == {name for name, command in app.COMMANDS.items() if command.module == "engine.cli"}


def test_missing_system_library_is_told_with_the_packages_to_install(tmp_path):
    error = "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')"
    first = fake_qt(tmp_path, "__version_info__ = (6, 11, 3)\n", QtGui=error)
    said = one_message(run("screenshot", "--out", str(tmp_path / "shot.png"), first=first))
    assert "libEGL.so.1" in said
    for line in ("apt-get install libegl1", "dnf install libglvnd-egl", "pacman -S libglvnd"):
        assert line in said


def test_missing_qt_is_told_with_the_way_to_install_it(tmp_path):
    first = fake_qt(tmp_path, "raise ModuleNotFoundError('No module named PySide6', name='PySide6')\n")
    assert "PySide6 is not installed" in one_message(run(first=first))


def test_release_of_qt_that_would_abort_is_refused_at_the_start(tmp_path):
    first = fake_qt(tmp_path, "__version_info__ = (6, 12, 0)\n", QtGui="", QtWidgets="")
    if sys.version_info[:2] >= (3, 12):
        pytest.skip("this Python keeps None alive")
    assert "use Python 3.12 or newer" in one_message(run(first=first))


@pytest.mark.parametrize(
    ("pyside", "python", "refused"),
    [((6, 12, 0), (3, 11), True), ((6, 13, 1), (3, 11), True), ((6, 11, 3), (3, 11), False),
     ((6, 12, 0), (3, 12), False), ((6, 12, 0), (3, 13), False)],
)  # fmt: skip
def test_only_the_pair_that_loses_references_is_refused(pyside, python, refused):
    assert (pyside_refusal(pyside, python) is not None) == refused


def test_window_without_a_display_is_refused_with_the_way_out():
    if not sys.platform.startswith("linux"):
        pytest.skip("only there does a display come from the environment")
    said = one_message(run(QT_QPA_PLATFORM=""))
    assert "there is no display" in said
    assert "isocost screenshot" in said


def test_unknown_platform_is_refused_with_those_there_are():
    if not sys.platform.startswith("linux"):
        pytest.skip("only there are plugins looked for")
    said = one_message(run("bench", QT_QPA_PLATFORM="teletype"))
    assert "no platform teletype" in said
    assert "offscreen" in said


def test_foreign_package_of_the_same_name_is_refused(tmp_path):
    (tmp_path / "engine").mkdir()
    (tmp_path / "engine" / "__init__.py").write_text('"""Somebody else\'s."""\n', "utf-8")
    said = one_message(run("--version", first=tmp_path))
    assert str(tmp_path / "engine") in said
    assert "pipx install isocost" in said


def test_reader_that_goes_away_is_no_error():
    script = "from gui.app import main; import sys; sys.stdin.read(); sys.exit(main(['--help']))"
    command = [sys.executable, "-c", script]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, cwd=ROOT, **pipes) as running:
        running.stdout.close()
        running.stdin.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 0


def test_user_without_a_home_is_told_what_to_set(monkeypatch, capsys):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert app.main(["evaluate"]) == app.USAGE_ERROR
    assert capsys.readouterr().err.startswith("isocost: this user has no home folder: set the variable ")
    assert app.main(["--version"]) == 0


def test_help_is_told_where_signs_are_missing():
    done = run("--help", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")


def test_qt_keeps_its_references_to_none():
    from PySide6.QtGui import QPainterPath

    path = QPainterPath()
    before = sys.getrefcount(None)
    for _ in range(500):
        path.moveTo(1.0, 2.0)
    assert sys.getrefcount(None) > before - 100


def test_quitting_while_kernels_compile_says_nothing(tmp_path):
    done = run("screenshot", "--help", NUMBA_CACHE_DIR=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
