"""`isocost doctor`: looks for what stops Isocost on this machine, and says the cure of each finding.

Imports no Qt and no numba: what may crash is tried in a process of its own (`gui.probe`).
"""

import argparse
import importlib.metadata
import itertools
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from engine.system import machine
from engine.system.folders import shared_with_others
from gui import system_libraries as system
from gui.guards import pyside_refusal, sibling_trouble

Status = Literal["ok", "warn", "fail"]
OLDEST_PYTHON = (3, 11)
PROBE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Check:
    """One finding.

    Attributes
    ----------
    name, text : str
        What was looked at, and what was found.
    status : "ok", "warn" or "fail"
        A warning leaves something unavailable; a failure stops the program.
    cure : str
        What to do; empty where nothing is wrong.
    """

    name: str
    status: Status
    text: str
    cure: str = ""


def check_python() -> Check:
    """Look at the version of Python and at where it lives."""
    text = f"{platform.python_implementation()} {platform.python_version()} at {sys.executable}"
    if sys.version_info[:2] < OLDEST_PYTHON:
        return Check("Python", "fail", text, "install Python 3.11 or newer")
    if sys.maxsize < 2**32:
        return Check("Python", "fail", f"{text}, 32 bit", "install a 64-bit Python: numba and Qt need it")
    return Check("Python", "ok", text)


def check_siblings() -> Check:
    """Look whether engine, gui and resources are of one installation."""
    trouble = sibling_trouble()
    if trouble:
        return Check("Installation", "fail", trouble, "install Isocost into an environment of its own")
    return Check("Installation", "ok", str(Path(__file__).resolve().parent.parent))


def check_data() -> Check:
    """Look whether the catalogue and the built-in scenarios came along."""
    from importlib.resources import files

    counts = {
        folder: sum(1 for entry in files("resources").joinpath(folder).iterdir() if entry.is_file())
        for folder in ("catalog", "scenarios")
        if files("resources").joinpath(folder).is_dir()
    }
    text = f"{counts.get('catalog', 0)} catalogue files, {counts.get('scenarios', 0)} built-in scenarios"
    if counts.get("catalog") and counts.get("scenarios"):
        return Check("Built-in data", "ok", text)
    return Check("Built-in data", "fail", text, "the installation is incomplete: install Isocost again")


def _release(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text)[:3])


def check_packages() -> Iterator[Check]:
    """Compare each package that Isocost requires with what is installed."""
    try:
        required = importlib.metadata.requires("isocost") or []
    except importlib.metadata.PackageNotFoundError:
        yield Check("Packages", "warn", "Isocost runs from a bare folder", "`make run` or `pip install -e .`")
        return
    for line in required:
        if "extra ==" in line or line.lower().startswith("pyside6"):
            continue  # PySide6 has a check of its own
        yield _package_check(line)


def _package_check(requirement: str) -> Check:
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    cure = f"run `pip install '{requirement}'`"
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Check(name, "fail", "not installed", cure)
    for operator, bound in re.findall(r"(>=|<)\s*([\d.]+)", requirement):
        low_enough = _release(version) < _release(bound)
        if low_enough == (operator == ">="):
            return Check(name, "fail", f"{version}, but {operator}{bound} is needed", cure)
    return Check(name, "ok", version)


def check_qt_libraries() -> Check:
    """Look for system libraries without which Qt cannot be imported."""
    missing = system.missing_libraries(system.module_files())
    if missing:
        return Check("Qt's libraries", "fail", f"missing: {', '.join(missing)}", system.install_text(missing))
    return Check("Qt's libraries", "ok", "all found")


def check_platforms() -> Iterator[Check]:
    """Look for each platform plugin Isocost may draw on and the libraries it misses."""
    if not system.linux():
        yield Check("Platform plugin", "ok", f"the one of {platform.system()}")
        return
    wanted = system.wanted_platforms()
    needed = {"offscreen", *(wanted if wanted and system.display_trouble() else ())}
    for name in dict.fromkeys((*wanted, "xcb", "wayland", "offscreen")):
        yield _platform_check(name, "fail" if name in needed else "warn")
    for variable in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"):
        value = os.environ.get(variable, "")
        # A bundle names its own.
        if value and not value.startswith(str(Path(__file__).resolve().parent.parent)):
            cure = f"unset {variable} if the window does not start: it may point at another Qt"
            yield Check(variable, "warn", value, cure)


def _platform_check(name: str, severity: Status) -> Check:
    title, path = f"Platform {name}", system.plugin_file(name)
    if path is None:
        known = ", ".join(system.platform_plugins()) or "none"
        return Check(title, severity, f"no such plugin; there are: {known}", "unset QT_QPA_PLATFORM")
    missing = system.missing_libraries([path])
    if missing:
        return Check(title, severity, f"misses {', '.join(missing)}", system.install_text(missing))
    return Check(title, "ok", "loads")


def check_display() -> Check:
    """Look whether there is a display for a window."""
    wanted = system.wanted_platforms()
    if not system.linux():
        return Check("Display", "ok", "the desktop's")
    if not wanted:
        cure = "start the window in a desktop session; screenshot, bench and the engine's commands need none"
        return Check("Display", "warn", "neither DISPLAY nor WAYLAND_DISPLAY is set", cure)
    trouble = system.display_trouble()
    if trouble:
        return Check(
            "Display", "fail", trouble.splitlines()[0], "see the platforms above, or log in to a desktop"
        )
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    text = ", ".join(f"{name}={os.environ[name]}" for name in names if os.environ.get(name))
    return Check("Display", "ok", f"{text}; tried in this order: {', '.join(wanted)}")


def run_probe(name: str, **environment: str) -> dict[str, Any] | str:
    """Return what probe `name` found, or the last line it said before it failed."""
    root = str(Path(__file__).resolve().parent.parent)
    paths = [root, os.environ.get("PYTHONPATH", "")]
    variables = {**os.environ, **environment, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    command = [sys.executable, "-P", "-m", "gui.probe", name]
    try:
        done = subprocess.run(
            command, env=variables, capture_output=True, text=True, check=False, timeout=PROBE_SECONDS
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {PROBE_SECONDS} s"
    if done.returncode == 0:
        answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
        return answer
    said = done.stderr.strip().splitlines() or ["nothing said"]
    signal = f" (killed by signal {-done.returncode})" if done.returncode < 0 else ""
    return f"{said[-1]}{signal}"


def check_qt_start() -> Iterator[Check]:
    """Start Qt in another process: platform, screen, fonts and the reference count of None."""
    chosen = {} if system.wanted_platforms() or not system.linux() else {"QT_QPA_PLATFORM": "offscreen"}
    found = run_probe("qt", **chosen)
    if isinstance(found, str):
        cure = "see the lines above; QT_DEBUG_PLUGINS=1 makes Qt say more"
        yield Check("Qt starts", "fail", found, cure)
        return
    width, height = found["screen"]
    yield Check("Qt starts", "ok", f"on {found['platform']}, screen {width} × {height}")
    widths = list(found["widths"].values())
    if found["family"] == "Inter" and all(a < b for a, b in itertools.pairwise(widths)):
        yield Check("Fonts", "ok", f"Inter in weights {', '.join(found['widths'])}")
    else:
        text = f"{found['family']} is drawn with weights {found['widths']} wide; Inter's three should differ"
        yield Check("Fonts", "warn", text, "run `pip install --force-reinstall fontpkg-inter`")
    lost = run_probe("refcount", **chosen)
    if isinstance(lost, str) or lost["lost"] > 100:
        cure = "run `pip install 'PySide6-Essentials>=6.10.1,<6.12'`"
        yield Check("Qt's reference counts", "fail", f"Qt loses references to None: {lost}", cure)


def check_pyside() -> Check:
    """Look at the version of PySide6, and at the pair with Python that aborts."""
    try:
        version = importlib.metadata.version("PySide6-Essentials")
    except importlib.metadata.PackageNotFoundError:
        cure = "run `pip install 'PySide6-Essentials>=6.10.1,<6.12'`"
        return Check("PySide6", "fail", "not installed", cure)
    refusal = pyside_refusal(_release(version), sys.version_info[:2])
    if refusal:
        return Check("PySide6", "fail", version, refusal)
    python = ".".join(map(str, sys.version_info[:2]))
    return Check("PySide6", "ok", f"{version}, and fit for Python {python}")


def check_folders() -> Iterator[Check]:
    """Look whether the folders Isocost writes to can be written."""
    import platformdirs

    folders = {
        "Settings": platformdirs.user_config_path("isocost", appauthor=False),
        "Library of own parts": platformdirs.user_data_path("isocost", appauthor=False),
    }
    for name, folder in folders.items():
        yield _folder_check(name, folder)


def _folder_check(name: str, folder: Path) -> Check:
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=existing):
            return Check(name, "ok", str(folder))
    except OSError as error:
        cure = f"make {existing} writable for you, or set HOME to a folder that is"
        return Check(name, "warn", f"{folder} cannot be written: {error.strerror}; nothing is kept", cure)


def check_kernels() -> Check:
    """Compile a kernel twice, in two processes: the second must find it in the cache."""
    first = run_probe("kernel")
    again = run_probe("kernel") if isinstance(first, dict) and not first["hits"] else first
    if isinstance(again, str):
        return Check("Compiled kernels", "fail", again, "run `pip install --force-reinstall numba llvmlite`")
    if not again["right"]:
        return Check("Compiled kernels", "fail", "a kernel computed a wrong result", "reinstall numba")
    if again["disabled"]:
        cure = "unset NUMBA_DISABLE_JIT: without compilation everything is hundreds of times slower"
        return Check("Compiled kernels", "warn", "compilation is switched off", cure)
    if shared_with_others(Path(again["folder"])):
        # Machine code is loaded from there, and what numba keeps beside it is read by pickle.
        cure = f"take it from others: chmod go-w {again['folder']}; whoever writes there runs code as you"
        return Check("Compiled kernels", "warn", f"others may write in {again['folder']}", cure)
    if not again["hits"]:
        cure = f"make {again['folder']} writable; until then each start compiles anew, some seconds"
        return Check("Compiled kernels", "warn", "compiled, but not kept", cure)
    return Check("Compiled kernels", "ok", f"ready in {again['seconds']:.1f} s, kept in {again['folder']}")


def check_extras() -> Check:
    """Look for the optional packages."""
    try:
        return Check("Parquet (optional)", "ok", f"pyarrow {importlib.metadata.version('pyarrow')}")
    except importlib.metadata.PackageNotFoundError:
        return Check("Parquet (optional)", "ok", "not installed; `pip install 'isocost[parquet]'` adds it")


def check_machine() -> Check:
    """Tell cores and memory."""
    text = f"{machine.processors()} cores, {platform.machine()}, {platform.platform(terse=True)}"
    memory = machine.memory()
    if memory is not None:
        text = f"{text}, {memory / 2**30:.0f} GiB memory"
        if memory < 2.0 * 2**30:
            return Check("Machine", "warn", text, "2 GiB of memory are wanted")
    return Check("Machine", "ok", text)


CHECKS: tuple[Callable[[], Check | Iterator[Check]], ...] = (
    check_python,
    check_siblings,
    check_data,
    check_packages,
    check_pyside,
    check_qt_libraries,
    check_platforms,
    check_display,
    check_qt_start,
    check_folders,
    check_kernels,
    check_extras,
    check_machine,
)


def run_checks() -> Iterator[Check]:
    """Yield every finding as it is made; a check that fails to run is a finding of its own."""
    for check in CHECKS:
        try:
            found = check()
            yield from [found] if isinstance(found, Check) else found
        except (OSError, ImportError, ValueError, subprocess.SubprocessError) as error:
            name = check.__name__.removeprefix("check_").replace("_", " ")
            yield Check(name, "fail", f"{type(error).__name__}: {error}", "see the other findings")


def _print(check: Check) -> None:
    print(f"{check.status:<5} {check.name + ':':<24} {check.text}")
    for line in check.cure.splitlines():
        print(f"{'':<30} {line.strip() if check.status == 'ok' else '-> ' + line.strip()}")


def main(argv: list[str] | None = None) -> int:
    """Run `isocost doctor`; return 0 if nothing fails, else 1."""
    parser = argparse.ArgumentParser(
        "isocost doctor", description="Check this machine for what Isocost needs."
    )
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    options = parser.parse_args(argv)
    checks = []
    for check in run_checks():
        checks.append(check)
        if not options.json:
            _print(check)
    failed = [check for check in checks if check.status == "fail"]
    warned = [check for check in checks if check.status == "warn"]
    if options.json:
        print(json.dumps({"ok": not failed, "checks": [asdict(check) for check in checks]}, indent=2))
    else:
        verdict = "Isocost cannot run here yet" if failed else "Isocost can run here"
        print(f"\n{verdict}: {len(failed)} failed, {len(warned)} warnings, {len(checks)} checks.")
    return 1 if failed else 0
