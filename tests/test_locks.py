"""The locks: what `make` installs is pinned with hashes, and pins are of what pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
TABLE = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
#: Lock -> extras in it; all but the one that builds hold what the program needs.
LOCKS = {
    "run": (),
    "build": (),
    "test": ("test",),
    "check": ("check",),
    "bundle": ("bundle", "xlsx"),
    "docs": ("docs",),
    "audit": ("audit",),
    "fuzz": ("fuzz", "test"),
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = ("linux", "darwin", "win32")

lock_cases = pytest.mark.parametrize("name", LOCKS)


def wanted(name):
    lines = list(TABLE["dependency-groups"]["build"] if name == "build" else TABLE["project"]["dependencies"])
    for extra in LOCKS[name]:
        lines += TABLE["project"]["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


def locked(name):
    """Return (requirement, number of its hashes) of every pin."""
    text = (ROOT / "locks" / f"{name}.txt").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return [(Requirement(line.split("--hash", 1)[0]), line.count("--hash=sha256:")) for line in lines]


def holds(requirement, python, system):
    """Return whether `requirement` is one where `python` runs on `system`."""
    place = {
        "python_version": python, "python_full_version": f"{python}.0", "sys_platform": system,
        "platform_machine": "arm64" if system == "darwin" else "x86_64",
        "platform_python_implementation": "CPython", "implementation_name": "cpython",
    }  # fmt: skip
    return requirement.marker is None or Marker(str(requirement.marker)).evaluate(place)


def pins(name, python, system):
    """Return package -> version where `python` runs on `system`."""
    made = {}
    for pin, _ in locked(name):
        if holds(pin, python, system):
            key = canonicalize_name(pin.name)
            assert key not in made, f"{key} is pinned twice"
            made[key] = next(iter(pin.specifier)).version
    return made


@lock_cases
def test_every_pin_is_exact_and_has_hashes(name):
    found = locked(name)
    assert len(found) >= len(wanted(name))
    assert [str(pin) for pin, hashes in found if not hashes] == []
    assert {next(iter(pin.specifier)).operator for pin, _ in found} == {"=="}


@lock_cases
@pytest.mark.parametrize("python", PYTHONS)
def test_a_lock_gives_every_python_what_the_project_asks_for(name, python):
    for system in SYSTEMS:
        found = pins(name, python, system)
        for requirement in wanted(name):
            if not holds(requirement, python, system):
                continue
            version = found[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), f"{requirement} has {version}: run `make lock`"


@pytest.mark.parametrize("python", PYTHONS)
def test_locks_agree_on_what_they_share(python):
    known = {}
    for name in LOCKS:
        found = pins(name, python, "linux")
        assert {key: found[key] for key in known.keys() & found.keys()} == {
            key: known[key] for key in known.keys() & found.keys()
        }
        known |= found
    assert len(known) > 40


def test_make_installs_nothing_that_is_not_locked():
    text = (ROOT / "Makefile").read_text("utf-8")
    installs = [line for line in text.splitlines() if "$(PIP)" in line]
    assert len(installs) >= 3
    free = [line for line in installs if not re.search(r"--require-hashes|--no-deps", line)]
    # What writes the locks cannot come by them.
    assert free == ["\t@$(PIP) 'uv>=0.8'"]
    names = re.search(r"^LOCKS\s*:=(.*)$", text, re.MULTILINE)
    assert names is not None
    assert names[1].split() == list(LOCKS)
