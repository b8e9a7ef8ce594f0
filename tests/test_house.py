"""The house rules that no tool checks: directions at run time, sizes, docstrings, papers that stay true."""

import ast
import functools
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from gui.app import COMMANDS
from tests.each import each

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("engine", "gui", "resources")
SOURCES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
#: Tables of declarations: one entry after the other, meant to be read from top to bottom.
TABLES = ("engine/parameters/", "engine/metrics/")
#: The same within a function: one line for each metric, one entry for each part.
TABLE_FUNCTIONS = {"resources/tools/networks.py:build"}
#: What of numba may be named beside the file that configures it: nothing that compiles.
NUMBA_NAMES = {"__version__", "config", "types", "from_dtype"}
NUMBA_FILES = {"jit.py", "blanking.py", "by_pointer.py", "kept_code.py"}
FILE_LINES = 400
#: Still longer, none beyond 450: each goes once it is cut by what it is about.
LONG_FILES = {"engine/kernels/tiers.py"}
FUNCTION_LINES = 60

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

source_cases = each("path", SOURCES)


@functools.cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def _text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


# sources


@source_cases
def test_kernels_are_compiled_by_the_one_file_that_configures_numba(path):
    configures = path.parent == ROOT / "engine" and path.name in NUMBA_FILES
    if configures or "numba" not in path.read_text("utf-8"):
        return
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "numba":
            assert node.module == "numba", "compile with engine.jit.kernel"
            assert {alias.name for alias in node.names} <= NUMBA_NAMES, "compile with engine.jit.kernel"
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "numba":
            assert node.attr in NUMBA_NAMES, "compile with engine.jit.kernel"
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "numba.config":
            assert isinstance(node.ctx, ast.Load), "configure numba in engine.jit"


@source_cases
def test_engine_and_resources_name_no_window(path):
    names = {"gui", "PySide6", "pyqtgraph"}
    if path.relative_to(ROOT).parts[0] != "gui" and re.search("|".join(names), path.read_text("utf-8")):
        assert not _imported(_tree(path)) & names


@source_cases
def test_public_names_and_modules_have_docstrings(path):
    tree = _tree(path)
    bare = [] if ast.get_docstring(tree) else ["the module"]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            bare += [] if ast.get_docstring(node) else [node.name]
    assert bare == []


@source_cases
def test_files_and_functions_stay_readable_at_one_go(path):
    text, name = path.read_text("utf-8"), path.relative_to(ROOT).as_posix()
    if not name.startswith(TABLES):
        assert text.count("\n") <= (450 if name in LONG_FILES else FILE_LINES)
    sizes = {
        f"{name}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef)
    }
    long = {function for function, size in sizes.items() if size > FUNCTION_LINES}
    assert long - TABLE_FUNCTIONS == set()


@source_cases
def test_nothing_is_left_for_later(path):
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", path.read_text("utf-8"))


def test_the_suite_bounds_work_and_never_the_time_on_the_wall():
    """A busy machine must not turn a check red; the clock left takes both sides of a ratio."""
    clocks = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if re.search(r"\btime\.(perf_counter|process_time|time_ns)\(", path.read_text("utf-8"))
    }
    assert clocks <= {"tests/gui/test_acceptance.py", "tests/engine/test_hostile_files.py"}


def test_every_module_of_the_engine_imports_without_qt():
    script = """
import importlib, pkgutil, sys
for name in ("PySide6", "shiboken6", "pyqtgraph", "gui"):
    sys.modules[name] = None
for package in ("engine", "resources"):
    found = importlib.import_module(package)
    for module in pkgutil.walk_packages(found.__path__, package + "."):
        importlib.import_module(module.name)
        print(module.name)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "engine.kernels.cost" in done.stdout


def test_entry_point_imports_neither_qt_nor_numba():
    script = (
        "import gui.app, sys; print(sorted({'PySide6', 'numba', 'numpy', 'pyqtgraph'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


# build files

of_posix = pytest.mark.skipif(os.name != "posix", reason="scripts of a POSIX shell")


def test_makefile_has_the_promised_targets_and_ci_runs_them():
    makefile, ci = _text("Makefile"), _text(".ci/run")
    for target in ("run", "test", "check", "bench", "clean"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for tool in ("ruff check", "ruff format --check", "mypy", "lint-imports"):
        assert tool in makefile
    assert "make check" in ci
    assert "make test" in ci


@of_posix
def test_ci_scripts_are_executable_and_parse():
    for name, shell in ((".ci/run", "bash"), (".ci/environment", "sh")):
        assert os.access(ROOT / name, os.X_OK), name
        subprocess.run([shell, "-n", name], cwd=ROOT, check=True, timeout=10)


def _make_environment(folder: Path, python: str) -> subprocess.CompletedProcess[str]:
    """Run the script where the only Python is the shell script `python`."""
    (folder / "cat").symlink_to(shutil.which("cat") or "/bin/cat")
    if python:
        fake = folder / "python3"
        fake.write_text(f"#!/bin/sh\n{python}\n", "utf-8")
        fake.chmod(0o755)
    return subprocess.run(
        ["/bin/sh", str(ROOT / ".ci" / "environment"), str(folder / "venv")],
        env={"PATH": str(folder)}, capture_output=True, text=True, check=False, timeout=10,
    )  # fmt: skip


@of_posix
@pytest.mark.parametrize("python", ["", "exit 1"], ids=["missing", "too old"])
def test_environment_script_tells_what_to_install_where_no_python_fits(tmp_path, python):
    done = _make_environment(tmp_path, python)
    assert done.returncode == 1
    assert "Isocost needs Python 3.11" in done.stderr
    assert "apt-get install python3 python3-venv" in done.stderr


@of_posix
def test_environment_script_names_the_package_that_holds_ensurepip(tmp_path):
    done = _make_environment(tmp_path, 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.12;; esac')
    assert done.returncode == 1
    assert "apt-get install python3.12-venv" in done.stderr


@of_posix
def test_environment_script_makes_the_folder_with_the_python_found(tmp_path):
    (tmp_path / "rm").symlink_to(shutil.which("rm") or "/bin/rm")
    done = _make_environment(tmp_path, 'case "$2" in venv) echo "made $3";; esac')
    assert done.returncode == 0, done.stderr
    assert f"made {tmp_path / 'venv'}" in done.stdout


# papers


def test_licence_is_the_apache_licence_that_pyproject_names():
    assert PROJECT["license"] == "Apache-2.0"
    text = _text("LICENSE")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_changelog_tells_of_the_present_version():
    assert re.search(rf"^## \[{re.escape(PROJECT['version'])}\]", _text("CHANGELOG.md"), re.MULTILINE)


def test_readme_tells_every_command_and_shows_a_picture_that_exists():
    readme = _text("README.md")
    for name in COMMANDS:
        assert f"isocost {name}" in readme, name
    for target in ("make run", "make test", "make check", "pipx install", "uv tool install"):
        assert target in readme
    for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme):
        assert (ROOT / picture).is_file(), picture


def test_every_dependency_is_named_with_its_licence():
    third_party = _text("THIRD_PARTY.md").lower()
    for requirement in PROJECT["dependencies"]:
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()
        assert f"| {name} |" in third_party, name


def test_paths_that_architecture_names_exist():
    text = _text("ARCHITECTURE.md")
    tree = text.split("```")[1]
    paths = [line.split()[0] for line in tree.splitlines() if line.strip()]
    assert len(paths) > 20
    missing = [path for path in paths if not (ROOT / path).exists()]
    assert missing == []


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "THIRD_PARTY.md"])
def test_links_between_papers_lead_somewhere(name):
    links = re.findall(r"(?<!!)\[[^\]]+\]\((?!https?:)([^)#]+)", _text(name))
    assert [link for link in links if not (ROOT / link).exists()] == []
