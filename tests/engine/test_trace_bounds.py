"""A trace that would fill the memory is refused before it is read."""

import gzip
from pathlib import Path

import pytest

from engine import trace_bounds
from engine.cli import main
from engine.errors import TraceError
from engine.trace_bounds import check_bounds

HEAD = b"arrival,input,output\n"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trace_bounds, "MOST_BYTES", 8 * 2**20)
    monkeypatch.setattr(trace_bounds, "MOST_ROWS", 1000)


@pytest.mark.parametrize("ending", [".csv", ".csv.gz"])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (HEAD + b"1,2,3\n" * 1001, "more than 1,000 requests"),
        (HEAD + b"\n" + b"0" * (3 * 2**20), "line 3: longer than"),
        (b"".join(HEAD + b"0" * 1_000_000 for _ in range(9)), "more than 8 MB"),
    ],
)
def test_trace_beyond_a_bound_is_refused_by_name(
    content: bytes, told: str, ending: str, tmp_path: Path
) -> None:
    path = tmp_path / f"trace{ending}"
    path.write_bytes(gzip.compress(content, 1) if ending.endswith("gz") else content)
    with pytest.raises(TraceError, match=told) as caught:
        check_bounds(path)
    assert path.name in str(caught.value)


@pytest.mark.parametrize("content", [HEAD, HEAD + b"1,2,3\n" * 900, b"", b"\x1f\x8bno gzip"])
def test_trace_within_bounds_and_what_is_none_go_to_the_reader(content: bytes, tmp_path: Path) -> None:
    for name in ("trace.csv", "trace.csv.gz"):
        (tmp_path / name).write_bytes(content)
        check_bounds(tmp_path / name)
    check_bounds(tmp_path / "none.csv")


def test_bomb_ends_the_command_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bomb.csv.gz"
    path.write_bytes(gzip.compress(HEAD + bytes(64 * 2**20), 1))
    assert main(["simulate", "--trace", str(path)]) == 2
    told = capsys.readouterr().err
    assert "line 2: longer than" in told
    assert told.count("\n") == 1
