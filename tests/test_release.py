"""What leaves the checkout: the bundle's entry, the notices, the trial, and the workflow that runs them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from release.notices import licence_of, normal, notices, of_lock, packages, texts_of
from release.trial import TrialError, png_size, run

ROOT = Path(__file__).resolve().parents[1]


def started(*arguments):
    return subprocess.run(
        [sys.executable, str(ROOT / "release" / "entry.py"), *arguments],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_bundle_runs_code_and_modules_as_an_interpreter_does():
    # Workers that compile, the report and doctor's probes are started so.
    assert (
        started("-c", "import sys; print(sys.argv, __name__)", "a", "b").stdout
        == "['-c', 'a', 'b'] __main__\n"
    )
    assert started("-P", "-m", "json.tool", "--help").stdout.startswith("usage: ")


def test_the_bundle_is_isocost_otherwise():
    assert started("--version").stdout.startswith("isocost ")
    done = started("nonsense")
    assert done.returncode == 2
    assert "nonsense" in done.stderr


def test_notices_name_every_locked_package_and_print_its_licence():
    names = of_lock(ROOT / "locks" / "run.txt")
    here = packages(names)
    # What only another system needs is not here.
    assert {normal(one.metadata["Name"]) for one in here} >= names - {"colorama"}
    text = notices(names)
    for one in here:
        assert f"{one.metadata['Name']} {one.version}: {licence_of(one)}" in text
    silent = {one.metadata["Name"] for one in here if not texts_of(one)}
    assert silent <= {"fontpkg"}, "its wheel brings no licence file: add it to release/licences"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text


def test_third_party_paper_names_every_locked_package():
    paper = normal((ROOT / "THIRD_PARTY.md").read_text("utf-8"))
    assert [name for name in of_lock(ROOT / "locks" / "run.txt") if name not in paper] == []


def test_a_trial_fails_where_a_command_does(tmp_path):
    with pytest.raises(TrialError, match="ended with 3"):
        run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)
    told, seconds = run(
        [sys.executable, "-c", "import os; print(os.getcwd(), 'PYTHONPATH' in os.environ)"], tmp_path
    )
    assert told.split() == [str(tmp_path.resolve()), "False"]
    assert seconds > 0


def test_a_trial_looks_at_the_picture(tmp_path):
    picture = tmp_path / "shot.png"
    picture.write_bytes(b"no picture at all, only text")
    with pytest.raises(TrialError, match="no PNG"):
        png_size(picture)
    assert png_size(ROOT / "resources" / "help" / "screenshot.png")[0] > 1000


def test_the_workflow_runs_every_python_on_every_system():
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    systems = re.search(r"systems:\n.*?steps:", text, re.DOTALL)
    assert systems is not None
    for word in ("ubuntu-latest", "windows-latest", "macos-latest", *(f'"3.{n}"' for n in range(11, 15))):
        assert word in systems[0]
    for file in re.findall(r"locks/\w+\.txt|\.ci/\w+|release\.\w+", text):
        path = file if "/" in file else f"{file.replace('.', '/')}.py"
        assert (ROOT / path).is_file(), file
