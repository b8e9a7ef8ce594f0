"""What a built wheel holds: every file that the packages have, none of which a rule leaves out."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("engine", "gui", "resources")
#: Read while the program runs, by the package of each.
NEEDED = (
    "engine/catalog.py", "gui/app.py", "resources/catalog/stacks.json", "resources/evidence/residuals.json",
    "resources/evidence/closed_form.json", "resources/measured/points.csv.gz", "resources/themes/window.qss",
    "resources/scenarios/enterprise-assistant.isocost", "resources/model_defaults.json",
)  # fmt: skip


def held():
    wheel = pytest.importorskip("hatchling.builders.wheel")
    return {str(one.distribution_path) for one in wheel.WheelBuilder(str(ROOT)).recurse_included_files()}


def test_the_wheel_holds_every_file_of_the_packages():
    here = {
        path.relative_to(ROOT).as_posix()
        for name in PACKAGES
        for path in (ROOT / name).rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".nbi", ".nbc"}
    }
    inside = held()
    assert here - inside == set()
    assert set(NEEDED) <= inside


def test_the_wheel_holds_nothing_else():
    assert {name.split("/")[0] for name in held()} == set(PACKAGES)


def built(folder, root):
    """The bytes of the wheel and the sdist made of the checkout `root`."""
    sdist, wheel = (
        pytest.importorskip("hatchling.builders.sdist"),
        pytest.importorskip("hatchling.builders.wheel"),
    )
    for builder in (wheel.WheelBuilder, sdist.SdistBuilder):
        list(builder(str(root)).build(directory=str(folder), versions=["standard"]))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_wheel_and_sdist_are_the_same_bytes_wherever_and_whenever_they_are_made(tmp_path, monkeypatch):
    root, other = tmp_path / "a", tmp_path / "elsewhere" / "b"
    for name in ("engine", "gui/views", "resources/themes"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, root / name)
    shutil.copytree(root, other)
    for path in other.rglob("*"):
        os.utime(path, (2e9, 2e9))
        path.chmod(0o700 if path.is_dir() else 0o600)
    made = built(tmp_path / "first", root)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert built(tmp_path / "second", other) == made
    assert len(made) == 2
