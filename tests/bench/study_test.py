"""A study at scale: 10^8 evaluations, two workers, one killed in the middle; `make study-test`.

Then how much two workers do more than one, and what a chunk costs beside its evaluations. The figures go to
`tests/bench/results/study.json`, the closing line is printed.
"""

import argparse
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

import numpy as np
import psutil
import pyarrow.parquet as pq

from engine.drivers import point
from engine.files import load_builtin
from engine.metrics import METRICS
from engine.study.worker import journal
from engine.units import UNITS

ROOT: Final = Path(__file__).resolve().parents[2]
RESULT: Final = ROOT / "tests" / "bench" / "results" / "study.json"
METRIC: Final = "cost_per_output_token"
STUDY: Final = """
[study]
scenarios = ["enterprise-assistant"]
metrics = ["cost_per_output_token", "gross_margin", "ttft_p95"]
rows_per_chunk = {rows}
[sweep.axes]
correction.decode = "0.8:1.25:{x}"
workload.cached_share = "0.05:0.9:{y}"
price.output = "0.5:2:{z}"
"""


def _begin(
    folder: Path, name: str, sizes: tuple[int, int, int], rows: int, workers: int
) -> subprocess.Popen[str]:
    path, out = folder / f"{name}.toml", folder / name
    path.write_text(STUDY.format(rows=rows, x=sizes[0], y=sizes[1], z=sizes[2]), "utf-8")
    command = [
        sys.executable,
        "-m",
        "gui",
        "study",
        str(path),
        "--out",
        str(out),
        "--workers",
        str(workers),
        "--json",
    ]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _told(client: subprocess.Popen[str]) -> dict[str, Any]:
    text, _ = client.communicate()
    if client.returncode:
        raise SystemExit(f"the study ended with {client.returncode}")
    told: dict[str, Any] = json.loads(text)
    return told


def _memory(client: psutil.Process) -> tuple[int, int]:
    """Return resident bytes of the client, and of its largest worker."""
    try:
        workers = [child.memory_info().rss for child in client.children(recursive=True)]
        return client.memory_info().rss, max(workers, default=0)
    except psutil.NoSuchProcess:
        return 0, 0


def _killed(folder: Path, sizes: tuple[int, int, int], rows: int) -> dict[str, Any]:
    """Run the study and kill a worker when half of it is done; return what came of it."""
    out = folder / "large"
    total = -(-int(np.prod(sizes)) // rows)
    client = _begin(folder, "large", sizes, rows, 2)
    process, most, killed = psutil.Process(client.pid), (0, 0), 0
    while client.poll() is None:
        now = _memory(process)
        most = (max(most[0], now[0]), max(most[1], now[1]))
        made = sum(1 for _ in out.glob("points/case=0/part-*.parquet")) if out.is_dir() else 0
        if not killed and made >= total // 2:
            killed = max(int(line["worker"].rpartition("-")[2]) for line in journal(out)[-50:])
            os.kill(killed, signal.SIGKILL)
            at = made
        time.sleep(1.0)
    told = _told(client)
    lines = journal(out)
    twice = sum(times - 1 for times in Counter(line["chunk"] for line in lines).values())
    return told | _checked(out, total, int(np.prod(sizes))) | {
        "killed_after_chunks": at,
        "chunks_made_twice": twice,
        "workers_seen": len({line["worker"] for line in lines}),
        "client_peak_bytes": most[0],
        "worker_peak_bytes": most[1],
        "seconds_a_chunk": float(np.median([line["seconds"] for line in lines])),
        "seconds_writing_a_chunk": float(np.median([line["seconds"] - line["computed"] for line in lines])),
    }  # fmt: skip


def _checked(out: Path, chunks: int, rows: int) -> dict[str, Any]:
    """Return what lies there, after every row is known to be there once and some to be right."""
    paths = sorted(out.glob("points/case=0/part-*.parquet"))
    assert len(paths) == chunks, f"{len(paths)} files of {chunks}"
    next_row = 0
    for path in paths:
        points = pq.read_table(path, columns=["point"], partitioning=None)["point"].to_numpy()
        assert np.array_equal(points, np.arange(next_row, next_row + points.size)), path
        next_row += points.size
    assert next_row == rows, f"{next_row} rows of {rows}"
    scenario = load_builtin("enterprise-assistant").scenario
    for path in paths[:: max(1, chunks // 20)]:
        row = pq.read_table(path, partitioning=None).slice(17, 1).to_pylist()[0]
        here = point(scenario.with_values({k: v for k, v in row.items() if "." in k}))
        expected = here.base(METRIC) / UNITS[METRICS[METRIC].unit].factor
        assert abs(row[METRIC] / expected - 1.0) < 1e-12, path
    return {"rows_found": next_row, "files": len(paths), "bytes_found": sum(p.stat().st_size for p in paths)}


def _sizes(text: str) -> tuple[int, int, int]:
    x, y, z = (int(size) for size in text.split(","))
    return x, y, z


def closing(made: dict[str, Any]) -> str:
    """Return the closing line."""
    large = made["large"]
    killed = f"one killed after {large['killed_after_chunks']:,} of {large['files']:,} chunks"
    return (
        f"study-test: {large['rows_found']:,} evaluations in {large['seconds']:.0f} s through two workers, "
        f"{killed}; 0 rows lost, {large['chunks_made_twice']} chunks made twice; two workers do "
        f"{made['scaling']:.2f} times what one does"
    )


def main() -> int:
    """Run all of it; exit 1 where a row is lost or wrong."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--sizes", type=_sizes, default=(500, 500, 400), help="values of each of the three axes")
    ask.add_argument("--rows", type=int, default=200_000)
    ask.add_argument("--folder", help="where to work; a temporary folder without")
    ask.add_argument(
        "--small", type=_sizes, default=(200, 200, 100), help="the same, of the runs that are compared"
    )
    asked = ask.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="isocost-study-", dir=asked.folder))
    try:
        large = _killed(folder, asked.sizes, asked.rows)
        shutil.rmtree(folder / "large")
        small = [_told(_begin(folder, f"w{n}", asked.small, 50_000, n)) for n in (1, 2)]
        tiny = _told(_begin(folder, "tiny", (100, 100, 2), 20, 2))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    paces = [told["evaluations"] / told["seconds"] for told in small]
    made = {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "machine": {"processors": os.cpu_count(), "system": platform.system(), "load": os.getloadavg()},
        "large": large,
        "evaluations_a_second": {"one worker": paces[0], "two workers": paces[1]},
        "scaling": paces[1] / paces[0],
        "tasks_a_second_of_20_rows": tiny["chunks"] / tiny["seconds"],
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    print(closing(made))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
