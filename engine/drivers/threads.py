"""Threads that help the one that asks: kernels release the GIL, pieces of a question run side by side."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Final

#: Threads beside the one that asks, and the least evaluations worth waking them for.
HELPERS: Final = max(0, min(3, (os.cpu_count() or 1) - 1))
WORTH_HELP: Final = 1024


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=max(1, HELPERS), thread_name_prefix="engine")


def shared(
    work: Callable[[int], None], count: int, helpers: int, cancelled: Callable[[], bool] = lambda: False
) -> bool:
    """Do `work(0)` to `work(count - 1)` with `helpers` threads beside this one; False if `cancelled`.

    Each thread draws its next piece from one counter: handing every piece over singly cost more than
    computing it, for waking a thread and giving it the GIL takes milliseconds beside a busy window.
    """
    pieces = iter(range(count))

    def go() -> None:
        for piece in pieces:
            if cancelled():
                return
            work(piece)

    helping = [_pool().submit(go) for _ in range(helpers)]
    go()
    for helper in helping:
        helper.result()
    return not cancelled()
