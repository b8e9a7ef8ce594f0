"""The audit of what is installed: locks that could install something else, and weaknesses that are known."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from engine.system.folders import shared_with_others
from resources.tools import audit

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "locks").glob("*.txt"))
HASH = "--hash=sha256:" + "0" * 64
GOOD = f"""# made by a tool
numpy==2.4.6 ; python_full_version < '3.12' \\
    {HASH} \\
    {HASH}
    # via isocost
"""


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_lock_pins_each_package_with_hashes_and_nothing_else(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert audit.problems(text) == []
    assert len(audit.names(text)) > 5


def test_whatever_runs_is_named_with_its_licence() -> None:
    run = (ROOT / "locks" / "run.txt").read_text("utf-8")
    assert audit.unnamed(run, (ROOT / "THIRD_PARTY.md").read_text("utf-8")) == []
    assert "numpy" in audit.unnamed(run, "| package | licence |")


def test_good_lock_has_no_faults() -> None:
    assert audit.problems(GOOD) == []
    assert audit.names(GOOD) == ["numpy"]


@pytest.mark.parametrize(
    "line",
    [
        "numpy>=2",
        "numpy==2.4.6",
        f"numpy @ https://example.org/numpy.whl {HASH}",
        "--index-url https://example.org/simple",
        "--trusted-host example.org",
        "-e git+https://example.org/x.git#egg=x",
        "numpy==2.4.6 --hash=md5:0123",
    ],
)
def test_line_that_could_install_something_else_is_a_fault(line: str) -> None:
    assert len(audit.problems(GOOD + line + "\n")) == 1


ANSWER = {
    "dependencies": [
        {"name": "numpy", "version": "2.4.6", "vulns": []},
        {"name": "numba", "version": "0.1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["0.2"]}]},
        {"name": "scipy", "skip_reason": "not found"},
    ]
}


def run(monkeypatch: pytest.MonkeyPatch, stdout: str) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=stdout))


def test_known_weakness_is_told_and_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = tmp_path / "test.txt"
    lock.write_text(GOOD, "utf-8")
    run(monkeypatch, json.dumps(ANSWER))
    assert audit.main([str(lock)]) == 1
    assert "numba 0.1: PYSEC-1, mended in 0.2" in capsys.readouterr().out


@pytest.mark.parametrize(
    "stdout", ["", "no json", "[]", '{"dependencies": [{"name": "numpy", "skip_reason": "x"}]}']
)
def test_database_out_of_reach_is_said_and_not_taken_for_clean(
    stdout: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = tmp_path / "test.txt"
    lock.write_text(GOOD, "utf-8")
    run(monkeypatch, stdout)
    assert audit.main([str(lock)]) == 0
    assert "0 of 1 looked up, no database has the rest: only the lock was reviewed" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_folder_that_others_may_write_in_is_told_from_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir(mode=0o700)
    assert not shared_with_others(own)
    assert not shared_with_others(own / "to come")
    own.chmod(0o777)
    assert shared_with_others(own)
