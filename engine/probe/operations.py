"""What a probe times: operations with their arithmetic and traffic, and which of them to take.

Kinds follow the constants of the model: large products for the share of peak arithmetic, products of
few rows for weight streaming and the fixed time of a kernel, attention with a cache of gigabytes,
causal attention over long prompts, copies, launches, all-reduces.
"""

from dataclasses import dataclass
from typing import Final

#: Bytes of one element by precision.
WIDTH: Final = {"bf16": 2.0, "fp8": 1.0, "int8": 1.0}
_HEADS, _KV_HEADS, _HEAD_SIZE = 32, 8, 128


@dataclass(frozen=True, slots=True)
class Operation:
    """One call on the accelerator.

    Attributes
    ----------
    kind : str
        "product", "stream" (product of few rows), "decode", "prefill", "copy", "launch-eager",
        "launch-graph" or "all-reduce".
    precision : str
        A key of `WIDTH`.
    shape : tuple of int
        Product: rows, columns, inner. Decode: sequences, context, query heads, KV heads, head size.
        Prefill: tokens, heads, head size. Copy: bytes. Launch: calls. All-reduce: bytes, devices.
    """

    kind: str
    precision: str
    shape: tuple[int, ...]

    @property
    def flop(self) -> float:
        """Return the useful arithmetic of one call [FLOP]; causal attention counts its lower half."""
        if self.kind in {"product", "stream"}:
            rows, columns, inner = self.shape
            return 2.0 * rows * columns * inner
        if self.kind == "prefill":
            tokens, heads, size = self.shape
            return 2.0 * tokens * tokens * heads * size
        if self.kind == "decode":
            sequences, context, heads, _, size = self.shape
            return 4.0 * sequences * context * heads * size
        return 0.0

    @property
    def moved(self) -> float:
        """Return the bytes that one call must read and write in memory, or an all-reduce's buffer [B]."""
        width = WIDTH[self.precision]
        if self.kind in {"product", "stream"}:
            rows, columns, inner = self.shape
            return width * (rows + columns) * inner + 2.0 * rows * columns
        if self.kind == "decode":
            sequences, context, _, heads, size = self.shape
            return 2.0 * width * sequences * context * heads * size
        if self.kind == "copy":
            return 2.0 * self.shape[0]
        return float(self.shape[0]) if self.kind == "all-reduce" else 0.0

    @property
    def footprint(self) -> float:
        """Return the memory that the operands of one call take [B]."""
        if self.kind == "prefill":
            tokens, heads, size = self.shape
            return 4.0 * WIDTH[self.precision] * tokens * heads * size
        if self.kind == "all-reduce":
            return float(self.shape[0])
        return self.moved

    @property
    def text(self) -> str:
        """Return the operation as a line of a report."""
        return f"{self.kind} {self.precision} {'x'.join(map(str, self.shape))}"


#: Columns and inner side of products as models have them.
_LARGE: Final = ((4096, 4096, 4096), (8192, 8192, 8192), (8192, 28672, 8192), (16384, 8192, 8192))
_FEW_ROWS: Final = ((4096, 4096), (14336, 4096), (8192, 8192), (28672, 8192), (16384, 16384))
_ROWS: Final = (16, 32)
_CACHES: Final = ((32, 256), (64, 512), (64, 2048), (64, 8192), (128, 8192), (128, 16384))
_PROMPTS: Final = (1024, 2048, 4096, 8192, 16384)
_LAUNCHES: Final = 200
_KIB: Final = 2**10
#: Share of memory that one operation may take, copies that keep it out of the cache included.
ROOM: Final = 0.4


def plan(memory: float, precisions: tuple[str, ...], devices: int = 1) -> tuple[Operation, ...]:
    """Return the operations to time on an accelerator with `memory` [B] that knows `precisions`.

    INT8 products need more than 16 rows on common libraries, so few rows are 32 there.
    """
    found = [
        *(Operation("product", one, shape) for one in precisions for shape in _LARGE),
        *(
            Operation("stream", one, (_ROWS[one == "int8"], columns, inner))
            for one in precisions
            for columns, inner in _FEW_ROWS
        ),
        *(
            Operation("decode", "bf16", (sequences, context, _HEADS, _KV_HEADS, _HEAD_SIZE))
            for sequences, context in _CACHES
        ),
        *(Operation("prefill", "bf16", (tokens, _HEADS, _HEAD_SIZE)) for tokens in _PROMPTS),
        *(Operation("copy", "bf16", (2**power,)) for power in (28, 30)),
        Operation("launch-eager", "bf16", (_LAUNCHES,)),
        Operation("launch-graph", "bf16", (_LAUNCHES,)),
    ]
    if devices > 1:
        found += [Operation("all-reduce", "bf16", (size, devices)) for size in (8 * _KIB, 16 * _KIB, 2**30)]
    return tuple(one for one in found if one.footprint <= ROOM * memory)


def loads(memory: float, precisions: tuple[str, ...]) -> tuple[Operation, ...]:
    """Return the operations under which the board's power is read: arithmetic, and traffic without it."""
    found = [Operation("product", one, (8192, 8192, 8192)) for one in precisions]
    found.append(Operation("copy", "bf16", (2**30,)))
    # Little work a call: clocks are up, but neither arithmetic nor memory is busy.
    found.append(Operation("launch-graph", "bf16", (_LAUNCHES,)))
    return tuple(one for one in found if one.footprint <= ROOM * memory)
