"""Machine code in the cache that is damaged is made anew with a remark; it is never run and ends nothing."""

import errno
import logging

import numba
import pytest

from engine import jit, kept_code


def triple(value: float) -> float:
    return 3.0 * value


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(kept_code, "_remarks", [])
    assert jit.entry(triple)(2.0) == 6.0
    return tmp_path


def started():
    """A kernel as a new process has it: nothing compiled yet. Return its answer and whether it was kept."""
    made = jit.entry(triple)
    return made(14.0), sum(made.stats.cache_hits.values())


def file(folder, ending):
    found = list(folder.rglob(f"*{ending}"))
    assert len(found) == 1
    return found[0]


HARM = {
    "cut": lambda data: data[: len(data) // 2],
    "empty": lambda _: b"",
    "flipped early": lambda data: data[:200] + bytes([data[200] ^ 4]) + data[201:],
    "flipped late": lambda data: data[:-200] + bytes([data[-200] ^ 4]) + data[-199:],
    "grown": lambda data: data + b"\0",
    "another's": lambda _: b"\x80\x05K\x01.",
}


@pytest.mark.parametrize("ending", [".nbi", ".nbc"])
@pytest.mark.parametrize("harm", HARM)
def test_damaged_code_is_made_anew_once_with_a_remark(folder, ending, harm, caplog):
    assert started() == (42.0, 1)
    path = file(folder, ending)
    whole = path.read_bytes()
    path.write_bytes(HARM[harm](whole))
    with caplog.at_level(logging.WARNING):
        assert started() == (42.0, 0)
    assert kept_code.remarks() == (kept_code.DAMAGED,)
    assert [record.getMessage() for record in caplog.records] == [kept_code.DAMAGED]
    assert started() == (42.0, 1)


def test_missing_code_is_made_anew_without_a_word(folder):
    file(folder, ".nbc").unlink()
    assert started() == (42.0, 0)
    assert kept_code.remarks() == ()


def test_code_that_cannot_be_kept_runs_all_the_same(folder, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    for path in folder.rglob("*.nb?"):
        path.unlink()
    monkeypatch.setattr(kept_code._Files, "_open_for_write", full)
    assert started() == (42.0, 0)
    assert kept_code.remarks() == (kept_code.NOT_KEPT.format(why="No space left on device"),)


def test_only_what_was_sealed_opens():
    data = kept_code.sealed(b"code")
    assert kept_code.opened(data) == b"code"
    assert [kept_code.opened(data[:n]) for n in range(len(data))] == [None] * len(data)
    assert kept_code.opened(b"code" * 100) is None
