"""The prefix cache of a replica: blocks of what requests had in common, least recently used out first.

An entry is what a group shares (its system prompt) or what a session left behind, in whole blocks. The
tail of the coldest entry goes first, as blocks freed in reverse order do. A group's entry stays while a
running sequence reads it; a session's becomes its next turn's own.

`blocks`, shape (replicas, entries), dtype `layout.ENTRY`: groups first, then sessions. With no entries there
is no cache, and the hits of a request are given.
"""

import numpy as np
from numpy.typing import NDArray

from engine.jit import inlined, kernel
from engine.simulator.layout import BLOCK, NOBODY


@kernel
def whole_blocks(tokens: int) -> int:
    """Return the tokens of the whole blocks within `tokens`."""
    return tokens // BLOCK * BLOCK


@inlined
def hit_tokens(s: np.void, q: np.void, blocks: NDArray[np.void]) -> int:
    """Return the input tokens of request `q` that replica `s` holds; at least one is left to compute."""
    if blocks.shape[1] == 0:
        return q.hit
    system = whole_blocks(q.system)
    shared = min(blocks[s.index, q.group].held, system)
    if shared < system:
        return shared
    past = min(blocks[s.index, q.session].held, q.history)
    return min(shared + whole_blocks(past), q.tokens_in - 1)


@kernel
def _unlink(s: np.void, blocks: NDArray[np.void], e: int) -> None:
    colder, warmer = blocks[s.index, e].colder, blocks[s.index, e].warmer
    if colder == NOBODY:
        s.cold = warmer
    else:
        blocks[s.index, colder].warmer = warmer
    if warmer == NOBODY:
        s.warm = colder
    else:
        blocks[s.index, warmer].colder = colder


@kernel
def _warm(s: np.void, blocks: NDArray[np.void], e: int) -> None:
    last = s.warm
    blocks[s.index, e].colder = last
    blocks[s.index, e].warmer = NOBODY
    if last == NOBODY:
        s.cold = e
    else:
        blocks[s.index, last].warmer = e
    s.warm = e


@kernel
def _pin(s: np.void, blocks: NDArray[np.void], e: int) -> None:
    if blocks[s.index, e].users == 0:
        if blocks[s.index, e].held > 0:
            _unlink(s, blocks, e)
        s.pinned += blocks[s.index, e].held
    blocks[s.index, e].users += 1


@kernel
def _unpin(s: np.void, blocks: NDArray[np.void], e: int) -> None:
    blocks[s.index, e].users -= 1
    if blocks[s.index, e].users == 0:
        s.pinned -= blocks[s.index, e].held
        _warm(s, blocks, e)


@kernel
def _forget(s: np.void, blocks: NDArray[np.void], e: int) -> None:
    if blocks[s.index, e].held > 0:
        _unlink(s, blocks, e)
        s.cached -= blocks[s.index, e].held
        blocks[s.index, e].held = 0


@inlined
def make_room(pool: np.void, s: np.void, blocks: NDArray[np.void], need: float) -> bool:
    """Evict until `need` more bytes fit; return False, and evict nothing, where they cannot."""
    used = s.used + need
    if used + s.pinned * pool.token > pool.memory:
        return False
    while used + s.cached * pool.token > pool.memory and s.cold != NOBODY:
        e = s.cold
        over = used + s.cached * pool.token - pool.memory
        held = blocks[s.index, e].held
        gone = min(held, whole_blocks(int(over / pool.token)) + BLOCK)
        blocks[s.index, e].held = held - gone
        s.cached -= gone
        if gone == held:
            _unlink(s, blocks, e)
    return True


@inlined
def claim(s: np.void, q: np.void, blocks: NDArray[np.void]) -> None:
    """Give request `q` what replica `s` holds of its input, before it is admitted there."""
    if blocks.shape[1] == 0:
        return
    q.hit = hit_tokens(s, q, blocks)
    shared = min(blocks[s.index, q.group].held, whole_blocks(q.system))
    q.shared = shared
    if shared > 0:
        _pin(s, blocks, q.group)
    if q.hit > shared:
        _forget(s, blocks, q.session)


@inlined
def publish(pool: np.void, s: np.void, q: np.void, blocks: NDArray[np.void]) -> None:
    """Let others read the system prompt that request `q` has computed on replica `s`."""
    if blocks.shape[1] == 0:
        return
    system, shared = whole_blocks(q.system), max(q.shared, 0)
    if shared >= system:
        return
    if shared == 0:
        _pin(s, blocks, q.group)
    grown = system - blocks[s.index, q.group].held
    if grown > 0:
        blocks[s.index, q.group].held = system
        s.cached += grown
        s.pinned += grown
    s.used -= (system - shared) * pool.token
    q.shared = system


@inlined
def release(s: np.void, q: np.void, blocks: NDArray[np.void], tokens: int) -> None:
    """Keep the blocks of request `q`, which leaves with `tokens` computed, for the next turn."""
    if blocks.shape[1] == 0:
        return
    shared = max(q.shared, 0)
    private = whole_blocks(tokens - shared)
    if shared == whole_blocks(q.system) and private > 0:
        _forget(s, blocks, q.session)
        blocks[s.index, q.session].held = private
        s.cached += private
        _warm(s, blocks, q.session)
    if shared > 0:
        _unpin(s, blocks, q.group)
    q.shared = NOBODY
