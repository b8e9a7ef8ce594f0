"""Who has a file open: told by name, gone with its process, never in the way of the living."""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.files import locks
from engine.files.locks import Held, Lock, Owner, acquire, me

_HOLD = """
import os, sys
from engine.files.locks import acquire
from pathlib import Path
print(type(acquire(Path(sys.argv[1]))).__name__, os.getpid(), flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ISOCOST_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "open" / "case.isocost"
    path.parent.mkdir()
    path.write_text("{}", "utf-8")
    return path


@pytest.fixture
def other(case: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that has the file open."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(case)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline().split() == ["Lock", str(process.pid)]
    yield process
    process.kill()
    process.communicate()


def lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def held(path: Path) -> Lock:
    found = acquire(path)
    assert isinstance(found, Lock)
    return found


def left_behind(path: Path, **changes: object) -> None:
    owner = {"user": "anna", "host": "far-away", "pid": 7, "since": time.time() - 3600} | changes
    lock_of(path).write_text(json.dumps(owner), "utf-8")


def test_owner_at_work_is_told_by_name_and_keeps_the_file(case: Path, other: "subprocess.Popen[str]") -> None:
    for take_over in (False, True):
        found = acquire(case, take_over=take_over)
        assert isinstance(found, Held)
        assert found.alive
        assert found.owner is not None
        assert (found.owner.user, found.owner.host) == (me().user, platform.node())
        assert found.owner.pid == other.pid
        assert abs(found.owner.since - time.time()) < 120
        assert f"{me().user} on {platform.node()} (process {other.pid}) since 20" in str(found.owner)


def test_owner_that_was_killed_blocks_nobody(case: Path, other: "subprocess.Popen[str]") -> None:
    other.kill()
    other.wait()
    assert lock_of(case).exists()
    lock = held(case)
    assert json.loads(lock_of(case).read_text("utf-8"))["pid"] == os.getpid()
    lock.release()


def test_owner_that_ends_in_peace_leaves_nothing_behind(case: Path, other: "subprocess.Popen[str]") -> None:
    other.communicate("")
    assert [entry.name for entry in case.parent.iterdir()] == ["case.isocost"]


def test_lock_let_go_leaves_nothing_behind_and_can_be_taken_again(case: Path) -> None:
    first = held(case)
    assert isinstance(acquire(case), Held)
    first.release()
    assert [entry.name for entry in case.parent.iterdir()] == ["case.isocost"]
    second = held(case)
    first.release()
    assert lock_of(case).exists()
    second.release()


def test_lock_of_another_machine_is_asked_about_and_taken_over_on_request(case: Path) -> None:
    left_behind(case)
    found = acquire(case)
    assert found == Held(Owner("anna", "far-away", 7, found.owner.since), alive=False)  # type: ignore[union-attr]
    assert json.loads(lock_of(case).read_text("utf-8"))["user"] == "anna"
    lock = acquire(case, take_over=True)
    assert isinstance(lock, Lock)
    lock.release()


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"\xff\xfe", b'{"user": 1}', b'{"pid": "x"}', b"[" * 4096, b"x" * 10**6]
)
def test_lock_that_names_nobody_holds_nothing(case: Path, text: bytes) -> None:
    lock_of(case).write_bytes(text)
    held(case).release()


def test_words_of_others_are_cut_to_what_can_stand_in_a_sentence(case: Path) -> None:
    left_behind(case, user="a\u202enna\n<b>" + "x" * 900, since=1e300)
    held(case).release()
    left_behind(case, user="a\u202enna\n<b>" + "x" * 900)
    found = acquire(case)
    assert isinstance(found, Held)
    assert found.owner is not None
    assert found.owner.user == ("anna<b>" + "x" * 900)[:60]


def test_links_to_one_file_have_one_lock(case: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.isocost"
    link.symlink_to(case)
    lock = held(link)
    assert lock.place == lock_of(case)
    assert isinstance(acquire(case), Held)
    lock.release()


def test_link_in_place_of_a_lock_is_not_written_through(case: Path, tmp_path: Path, state: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious", "utf-8")
    lock_of(case).symlink_to(victim)
    lock = held(case)
    assert lock.place.parent == state
    assert victim.read_text("utf-8") == "precious"
    lock.release()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name")
def test_pipe_in_place_of_a_lock_makes_nobody_wait(case: Path, state: Path) -> None:
    os.mkfifo(lock_of(case))
    lock = held(case)
    assert lock.place.parent == state
    lock.release()


@pytest.mark.parametrize("trouble", ["folder", "name", "locks"])
def test_where_no_lock_can_lie_beside_the_file_the_own_folder_takes_it(
    trouble: str, case: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = case
    if trouble == "folder":
        path = case.parent / "none" / "case.isocost"
    elif trouble == "name":
        path = case.with_name("n" * 250)
    else:
        real = locks.take

        def none_here(handle: int) -> bool:
            beside = lock_of(case)
            if beside.exists() and os.path.samestat(os.fstat(handle), beside.stat()):
                raise OSError(95, "not supported")
            return real(handle)

        monkeypatch.setattr(locks, "take", none_here)
    lock = held(path)
    assert lock.place.parent == state
    assert isinstance(acquire(path), Held)
    lock.release()


def test_without_any_folder_there_is_no_lock_and_no_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("", "utf-8")
    monkeypatch.setenv("ISOCOST_STATE", str(blocked / "state"))
    assert acquire(tmp_path / "none" / "case.isocost") is None
