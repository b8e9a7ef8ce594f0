"""What a built wheel holds: every file that the packages have, none of which a rule leaves out."""

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
