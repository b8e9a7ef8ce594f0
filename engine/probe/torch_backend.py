"""Timing by PyTorch: CUDA and ROCm devices, and the CPU for trying the probe out.

Operands are kept in as many copies as overflow the caches, and calls run from a captured graph, so
that what is timed is the kernel and not Python.
"""

import itertools
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from typing import Any, Final

from engine.probe.backends import Device, Draw, NoAcceleratorError
from engine.probe.operations import Operation
from engine.system import machine

#: Copies of the operands fill this much memory [B]: caches are smaller.
_SPILL: Final = 768e6
#: Calls of one graph, at most, and seconds they should take together.
_MOST_CALLS: Final = 64
_GRAPH_SECONDS: Final = 0.02
#: A board's reading is a mean over the last second, so the first ones are left out [s].
_SETTLE: Final = 1.5
_READING: Final = 0.1
_HOST: Final = "cpu"


def available() -> "TorchBackend":
    """Return a backend for the first accelerator; raise `NoAcceleratorError` with the cure."""
    try:
        import torch
    except ImportError:
        raise NoAcceleratorError(
            "nothing measured: PyTorch is not installed; install it with `pip install 'isocost[gpu]'`"
        ) from None
    if not torch.cuda.is_available():
        raise NoAcceleratorError("nothing measured: PyTorch sees no accelerator on this machine")
    return TorchBackend("cuda")


class TorchBackend:
    """Runs operations on device `place`, "cuda" (ROCm calls itself so too) or "cpu"."""

    def __init__(self, place: str) -> None:
        import torch

        self._torch: Any = torch
        self._place = place
        self._gpu = place != _HOST
        self._watts = self._meter()

    def device(self) -> Device:
        """Return what is measured."""
        torch = self._torch
        if not self._gpu:
            return Device("CPU", machine.memory() or 0.0, 1, f"PyTorch {torch.__version__}")
        properties = torch.cuda.get_device_properties(0)
        names = [torch.cuda.get_device_name(index) for index in range(torch.cuda.device_count())]
        platform = f"CUDA {torch.version.cuda}" if torch.version.cuda else f"ROCm {torch.version.hip}"
        software = f"PyTorch {torch.__version__}, {platform}"
        if driver := self._query("driver_version"):
            software += f", driver {driver}"
        limit = _number(self._query("power.limit"))
        return Device(names[0], float(properties.total_memory), names.count(names[0]), software, limit)

    def precisions(self) -> tuple[str, ...]:
        """Return the precisions in which a small product runs here."""
        found = []
        for precision in ("bf16", "fp8", "int8"):
            try:
                self._product(Operation("product", precision, (64, 64, 64)))()
                self._wait()
            except (RuntimeError, NotImplementedError, AttributeError, ValueError):
                continue
            found.append(precision)
        return tuple(found)

    def clock(self) -> float:
        """Return the present clock [Hz], 0 where it is not told."""
        return _number(self._query("clocks.sm")) * 1e6

    def time(self, operation: Operation, repeats: int, budget: float) -> tuple[float, ...]:
        """Return the seconds of one call, warmed up, for each repeat; empty where it cannot run."""
        try:
            call, single = self._prepared(operation)
        except (RuntimeError, NotImplementedError, AttributeError):
            self._release()
            return ()
        wanted = budget / max(repeats, 1)
        rounds = max(int(wanted / max(single * call.calls, 1e-7)), 1)
        found = tuple(self._elapsed(call.run, rounds) / call.calls for _ in range(repeats))
        del call
        self._release()
        return found

    def draw(self, operation: Operation | None, duration: float) -> Draw:
        """Return readings of board power while `operation` runs without pause."""
        if self._watts is None:
            return Draw(operation, ())
        if operation is None:
            time.sleep(_SETTLE)
            return Draw(None, self._readings(max(duration - _SETTLE, 3 * _READING)))
        try:
            call, single = self._prepared(operation)
        except (RuntimeError, NotImplementedError, AttributeError):
            self._release()
            return Draw(operation, ())
        rounds = max(int(_READING / max(single * call.calls, 1e-7)), 1)
        taken: list[float] = []
        stop = threading.Event()
        reader = threading.Thread(target=self._read_until, args=(stop, taken), daemon=True)
        end = time.monotonic() + duration
        reader.start()
        seconds: list[float] = []
        while time.monotonic() < end or len(seconds) < 2:
            seconds.append(self._elapsed(call.run, rounds) / call.calls)
        stop.set()
        reader.join()
        del call
        self._release()
        late = seconds[len(seconds) // 2 :]
        return Draw(operation, tuple(taken), sorted(late)[len(late) // 2])

    # -- operations --------------------------------------------------------------------------

    def _prepared(self, operation: Operation) -> "tuple[_Call, float]":
        """Return what runs `operation`, and about how long one call takes."""
        if operation.kind == "all-reduce":
            call = _Call(self._all_reduce(operation), 1)
            self._elapsed(call.run, 2)
            return call, self._elapsed(call.run, 3)
        one = self._made(operation)
        self._elapsed(one, 3)
        single = self._elapsed(one, 3)
        if not self._gpu or operation.kind == "launch-eager":
            return _Call(one, 1), single
        calls = min(max(int(_GRAPH_SECONDS / max(single, 1e-7)), 1), _MOST_CALLS)
        if operation.kind == "launch-graph":
            calls = 1
        # The graph reads the operands of `one`, which must outlive it.
        call = _Call(self._captured(one, calls), calls, one)
        self._elapsed(call.run, 1)
        return call, self._elapsed(call.run, 1) / calls

    def _made(self, operation: Operation) -> Callable[[], object]:
        kinds: dict[str, Callable[[Operation], Callable[[], object]]] = {
            "product": self._product,
            "stream": self._product,
            "decode": self._decode,
            "prefill": self._prefill,
            "copy": self._copy,
            "launch-eager": self._launches,
            "launch-graph": self._launches,
        }
        return kinds[operation.kind](operation)

    def _copies(self, operation: Operation) -> int:
        return min(max(int(_SPILL / max(operation.footprint, 1.0)), 1), _MOST_CALLS)

    def _random(self, *shape: int, dtype: Any = None) -> Any:
        torch = self._torch
        return torch.randn(*shape, device=self._place, dtype=dtype or torch.bfloat16)

    def _product(self, operation: Operation) -> Callable[[], object]:
        torch = self._torch
        rows, columns, inner = operation.shape
        sets = range(self._copies(operation))
        left = self._random(rows, inner)
        right = [self._random(columns, inner) for _ in sets]
        if operation.precision == "int8":
            whole = [(one * 20.0).to(torch.int8).t() for one in right]
            small = (left * 20.0).to(torch.int8)
            turn = itertools.cycle(whole)
            return lambda: torch._int_mm(small, next(turn))
        if operation.precision == "fp8":
            # AMD's first FP8 parts know only the other encoding of zero.
            kind = torch.float8_e4m3fn
            if torch.version.hip and "gfx94" in torch.cuda.get_device_properties(0).gcnArchName:
                kind = torch.float8_e4m3fnuz
            scale = torch.ones((), device=self._place)
            narrow, short = [one.to(kind).t() for one in right], left.to(kind)
            turn = itertools.cycle(narrow)
            return lambda: torch._scaled_mm(
                short, next(turn), scale_a=scale, scale_b=scale, out_dtype=torch.bfloat16
            )
        turn = itertools.cycle([one.t() for one in right])
        return lambda: torch.mm(left, next(turn))

    def _decode(self, operation: Operation) -> Callable[[], object]:
        """Return attention of one new token a sequence, its query heads grouped by KV head."""
        attend = self._torch.nn.functional.scaled_dot_product_attention
        sequences, context, heads, kv_heads, size = operation.shape
        query = self._random(sequences, kv_heads, heads // kv_heads, size)
        key = self._random(sequences, kv_heads, context, size)
        value = self._random(sequences, kv_heads, context, size)
        return lambda: attend(query, key, value)

    def _prefill(self, operation: Operation) -> Callable[[], object]:
        attend = self._torch.nn.functional.scaled_dot_product_attention
        tokens, heads, size = operation.shape
        query, key, value = (self._random(1, heads, tokens, size) for _ in range(3))
        return lambda: attend(query, key, value, is_causal=True)

    def _copy(self, operation: Operation) -> Callable[[], object]:
        torch = self._torch
        source = torch.zeros(operation.shape[0], device=self._place, dtype=torch.uint8)
        target = torch.empty_like(source)
        return lambda: target.copy_(source)

    def _launches(self, operation: Operation) -> Callable[[], object]:
        little = self._torch.zeros(32, device=self._place)

        def run() -> None:
            for _ in range(operation.shape[0]):
                little.add_(1.0)

        return run

    def _all_reduce(self, operation: Operation) -> Callable[[], object]:
        torch = self._torch
        size, devices = operation.shape
        buffers = [
            torch.zeros(size // 2, device=f"cuda:{index}", dtype=torch.bfloat16) for index in range(devices)
        ]
        return lambda: torch.cuda.nccl.all_reduce(buffers)

    # -- time --------------------------------------------------------------------------------

    def _captured(self, one: Callable[[], object], calls: int) -> Callable[[], object]:
        graph = self._torch.cuda.CUDAGraph()
        with self._torch.cuda.graph(graph):
            for _ in range(calls):
                one()
        replay: Callable[[], object] = graph.replay
        return replay

    def _elapsed(self, run: Callable[[], object], rounds: int) -> float:
        """Return the seconds of one of `rounds` runs."""
        if not self._gpu:
            start = time.perf_counter()
            for _ in range(rounds):
                run()
            return (time.perf_counter() - start) / rounds
        event = self._torch.cuda.Event
        begin, end = event(enable_timing=True), event(enable_timing=True)
        self._wait()
        begin.record()
        for _ in range(rounds):
            run()
        end.record()
        self._wait()
        return float(begin.elapsed_time(end)) * 1e-3 / rounds

    def _wait(self) -> None:
        if self._gpu:
            for index in range(self._torch.cuda.device_count()):
                self._torch.cuda.synchronize(index)

    def _release(self) -> None:
        if self._gpu:
            self._torch.cuda.empty_cache()

    # -- power -------------------------------------------------------------------------------

    def _meter(self) -> Callable[[], float] | None:
        """Return what reads the board's power [W], None where nothing does."""
        if not self._gpu:
            return None
        for read in (self._library_watts, self._tool_watts):
            try:
                if read() > 0.0:
                    return read
            except (RuntimeError, ModuleNotFoundError, AttributeError):
                continue
        return None

    def _library_watts(self) -> float:
        return float(self._torch.cuda.power_draw(0)) * 1e-3

    def _tool_watts(self) -> float:
        return _number(self._query("power.draw"))

    def _readings(self, duration: float) -> tuple[float, ...]:
        assert self._watts is not None
        taken = []
        for _ in range(max(int(duration / _READING), 1)):
            taken.append(self._watts())
            time.sleep(_READING)
        return tuple(taken)

    def _read_until(self, stop: threading.Event, taken: list[float]) -> None:
        assert self._watts is not None
        if stop.wait(_SETTLE):
            taken.append(self._watts())
            return
        while not stop.wait(_READING):
            taken.append(self._watts())

    def _query(self, field: str) -> str:
        """Return what the vendor's own tool says of device 0, empty where there is none."""
        tool = shutil.which("nvidia-smi")
        if tool is None or not self._gpu:
            return ""
        command = [tool, f"--query-gpu={field}", "--format=csv,noheader,nounits", "--id=0"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout.strip() if done.returncode == 0 else ""


class _Call:
    """What runs an operation, and how many calls of it one run makes."""

    def __init__(self, run: Callable[[], object], calls: int, kept: object = None) -> None:
        self.run = run
        self.calls = calls
        self.kept = kept


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
