"""`isocost bench`: how fast the engine, the surfaces, the slider and the start are on this machine."""

import argparse
import itertools
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.system.machine import load, processor_name

if TYPE_CHECKING:
    from engine.scenario import Scenario

_STARTED = "ISOCOST_STARTED"
_SIZE = (1440, 900)
#: What differs between the points that are evaluated.
_SPREAD = ("deployment.concurrency", "workload.output_tokens")


def main(argv: list[str]) -> int:
    """Run every measurement and print it; return 0."""
    made = argparse.ArgumentParser(prog="isocost bench", description="Measure speed on this machine.")
    made.add_argument("--json", action="store_true", help="print one JSON object")
    made.add_argument("--start-report", action="store_true", help=argparse.SUPPRESS)
    arguments = made.parse_args(argv)
    if arguments.start_report:
        print(json.dumps(_report_start()))
        return 0
    figures = measure()
    print(json.dumps(figures, indent=2) if arguments.json else _table(figures))
    return 0


def measure() -> dict[str, Any]:
    """Return all figures, times in milliseconds."""
    figures: dict[str, Any] = {
        "evaluations_per_second": round(evaluations_per_second()),
        "evaluations_per_second_one_core": round(evaluations_per_second(workers=1)),
        "four_tier_evaluations_per_second": round(evaluations_per_second(four_tiers())),
        "surface_128_ms": round(surface_ms(128), 2),
        "surface_96_ms": round(surface_ms(96), 2),
    }
    figures |= doubt_figures()
    figures["simulator"] = simulator_figures()
    from gui.bench_drag import drag_figures

    figures |= drag_figures(_SIZE)
    figures["start_ms"] = start_figures()
    figures["machine"] = machine()
    return figures


def machine() -> dict[str, Any]:
    """Return what this machine is and which versions run on it."""
    import numba
    import PySide6

    return {
        "processor": processor_name(),
        "cores": os.cpu_count(),
        "load": load(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "numba": numba.__version__,
        "qt": PySide6.__version__,
    }


def _median_seconds(run: Callable[[], object], times: int) -> float:
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def evaluations_per_second(
    scenario: "Scenario | None" = None, workers: int | None = None, side: int = 192
) -> float:
    """Return full evaluations a second, every metric, at the nodes of a grid around `scenario`.

    Concurrency and answers run from half to one and a half of what they are. Every node is evaluated in full:
    nothing is shared between them. All tiers move along.
    """
    from engine.drivers.fill import fill_rows
    from engine.drivers.grid import Axis
    from engine.metrics import RECORD
    from engine.scenario import DEFAULT

    whole = scenario or DEFAULT
    middle = [whole.number(key) for key in _SPREAD]
    axes = [Axis.over(key, 0.5 * x, 1.5 * x, side) for key, x in zip(_SPREAD, middle, strict=True)]
    places = (axes[0].positions(whole), axes[1].positions(whole))
    records, out = whole.to_records(), np.zeros((side, side), RECORD)
    threads = workers or max(1, min(4, os.cpu_count() or 1))
    edges = np.linspace(0, side, threads * 8 + 1).astype(int).tolist()
    with ThreadPoolExecutor(threads) as pool:

        def fill(band: tuple[int, int]) -> None:
            fill_rows(records, places, axes[0].base, axes[1].base, out, band)

        return out.size / _median_seconds(lambda: list(pool.map(fill, itertools.pairwise(edges))), 15)


def four_tiers() -> "Scenario":
    """Return the default scenario as four tiers, each on machines of another speed."""
    from engine.scenario import DEFAULT

    shares = {"routing.share1": 0.4, "routing.share2": 0.3, "routing.share3": 0.2}
    speed = DEFAULT.number("accelerator.bandwidth")
    speeds = {f"tier{n}.accelerator.bandwidth": speed * times for n, times in ((2, 0.7), (3, 1.4), (4, 2.0))}
    return DEFAULT.with_values({"routing.mode": "router", "routing.tiers": 4, **shares, **speeds})


def doubt_figures() -> dict[str, float]:
    """Return the time of 1,024 and of 65,536 samples of a case in doubt about all that moves its margin.

    Finding what that is, drawing, evaluating and percentiles are part of it.
    """
    from engine.doubt import FULL, LIVE, sample, summary
    from engine.files import resolve

    scenario = resolve("enterprise-assistant").scenario

    def run(count: int) -> None:
        samples = sample(scenario, count, ("gross_margin",))
        assert samples is not None
        summary(samples, "gross_margin")

    made = {count: _median_seconds(partial(run, count), 5) * 1e3 for count in (LIVE, FULL)}
    return {f"samples_{count}_ms": round(took, 2) for count, took in made.items()}


def simulator_figures(requests: int = 200_000) -> dict[str, int]:
    """Return requests and output tokens simulated a second on one core, answers of 16 and of 600 tokens.

    Drawing the requests and reading the percentiles is part of it.
    """
    from engine.scenario import DEFAULT
    from engine.simulator import simulate

    load = {"deployment.load": "share", "deployment.load_share": 0.8, "workload.cached_share": 0.0}
    short = {"workload.input_tokens": 256, "workload.output_tokens": 16}
    few, many = DEFAULT.with_values({**load, **short}), DEFAULT.with_values(load)
    quick = _median_seconds(lambda: simulate(few, requests=requests), 5)
    seen = simulate(many, requests=requests)
    slow = _median_seconds(lambda: simulate(many, requests=requests), 3)
    return {
        "requests_per_second": round(requests / quick),
        "tokens_per_second": round(requests * seen.throughput / seen.rate / slow),
    }


def surface_ms(nodes: int) -> float:
    """Return the median time of one surface of every metric, `nodes` x `nodes`, over the default axes."""
    from engine.drivers import Axis, surface
    from engine.files import resolve

    scenario = resolve(None).scenario
    x, y = Axis.soft("deployment.concurrency", nodes), Axis.soft("workload.input_tokens", nodes)
    return _median_seconds(lambda: surface(scenario, x, y), 30) * 1e3


def start_figures(repeats: int = 3) -> dict[str, float]:
    """Return times from process start to window and to first surface, kernels cached and not."""
    with tempfile.TemporaryDirectory() as folder:
        cold = _start_once({"NUMBA_CACHE_DIR": folder})
        warm = [_start_once({"NUMBA_CACHE_DIR": folder}) for _ in range(repeats)]
    return {
        "window_warm": round(statistics.median(w["window"] for w in warm), 1),
        "surface_warm": round(statistics.median(w["surface"] for w in warm), 1),
        "window_cold": round(cold["window"], 1),
        "surface_cold": round(cold["surface"], 1),
    }


def _start_once(extra: dict[str, str]) -> dict[str, float]:
    environment = {**os.environ, **extra, "QT_QPA_PLATFORM": "offscreen", _STARTED: repr(time.time())}
    done = subprocess.run(
        [sys.executable, "-m", "gui", "bench", "--start-report"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _report_start() -> dict[str, float]:
    from gui.launch import make_app, open_window
    from gui.screenshot import settle

    began = float(os.environ[_STARTED])
    app = make_app("light")
    window = open_window(None)
    window.resize(*_SIZE)
    window.show()
    app.processEvents()
    shown = time.time()
    settle(window)
    surface = time.time()
    window.live.stop()
    return {"window": (shown - began) * 1e3, "surface": (surface - began) * 1e3}


def _table(figures: dict[str, Any]) -> str:
    start, drag, m = figures["start_ms"], figures["slider_to_pixels_ms"], figures["machine"]
    frame, spent = figures["frame_ms"], figures["frame_processor_ms"]
    return "\n".join(
        (
            f"full evaluations            {figures['evaluations_per_second']:>12,} per second",
            f"  on one core               {figures['evaluations_per_second_one_core']:>12,} per second",
            f"  of four tiers             {figures['four_tier_evaluations_per_second']:>12,} per second",
            f"simulated requests          {figures['simulator']['requests_per_second']:>12,} per second",
            f"  output tokens             {figures['simulator']['tokens_per_second']:>12,} per second",
            f"surface 128 x 128           {figures['surface_128_ms']:>12.1f} ms",
            f"surface 96 x 96             {figures['surface_96_ms']:>12.1f} ms",
            f"1,024 samples of doubt      {figures['samples_1024_ms']:>12.1f} ms",
            f"65,536 samples of doubt     {figures['samples_65536_ms']:>12.1f} ms",
            f"slider to pixels, median    {drag['median']:>12.1f} ms",
            f"slider to pixels, p95       {drag['p95']:>12.1f} ms",
            f"frame of a drag, median     {frame['median']:>12.1f} ms",
            f"frame of a drag, p95        {frame['p95']:>12.1f} ms",
            f"  processor time, window    {spent['window']:>12.1f} ms",
            f"  processor time, all       {spent['all']:>12.1f} ms",
            f"longest block of the window {figures['gui_block_ms_max']:>12.1f} ms",
            f"  while samples are drawn   {figures['gui_block_sampling_ms_max']:>12.1f} ms",
            f"start to window, warm       {start['window_warm']:>12.0f} ms",
            f"start to surface, warm      {start['surface_warm']:>12.0f} ms",
            f"start to surface, cold      {start['surface_cold']:>12.0f} ms",
            f"on {m['processor']}, {m['cores']} cores, load {m['load']}; {m['system']}",
            f"Python {m['python']}, numpy {m['numpy']}, numba {m['numba']}, Qt {m['qt']}",
        )
    )
