"""What the simulator keeps in memory: a record a request, a record a replica, a record for the whole run.

Compiled code passes a record as one pointer; an array costs two counts of its references in every
call.
"""

from typing import Final

import numpy as np

NOBODY: Final = -1
#: Tokens of one block of the prefix cache.
BLOCK: Final = 16

RANDOM, ROUND_ROBIN, LEAST, PREFIX = 0, 1, 2, 3

_INT = np.int64
_FLOAT = np.float64

#: A request. `arrive`, `first`, `last`: times of arrival, first and last token [s], NaN until known.
#: `tokens_in`, `tokens_out`: lengths. `hit`: input tokens not computed again. `made`: output tokens so
#: far, as of the last hand-over or preemption. `left`: tokens still to prefill. `link`: the next in the
#: list it is in. `older`, `newer`: neighbours in order of admission. `end`: step of its replica after
#: which it is done. `draw`: random number for the dispatcher. `system`, `history`: tokens it has in
#: common with its group, and with its session's last turn after those. `group`, `session`: their entries
#: in the prefix cache. `shared`: tokens it reads from the group's blocks, -1 where it holds none.
REQUEST: Final = np.dtype(
    [(name, _FLOAT) for name in ("arrive", "first", "last")]
    + [
        (name, _INT)
        for name in (
            "tokens_in", "tokens_out", "hit", "made", "left", "link", "older", "newer", "end", "draw",
            "system", "history", "group", "session", "shared",
        )
    ]
)  # fmt: skip

#: A replica. `stop`, `start`: end and begin of the run of steps in progress, infinite when idle. `pace`,
#: `slope`: first step of that run and what each next one takes more. `context`: tokens that the decoding
#: sequences attend to in the next step, all together. `used`: bytes of the sequences in service. `busy`:
#: time with a step in progress. `area`: requests in service times time. `steps`: done; `run`: in the run
#: in progress. `decoding`, `running`, `waiting`: sequences that decode, are in service, are in the
#: queue. `queue`, `first_prompt`, `oldest` and their ends: the queue, prompts in prefill, order of
#: admission. `filled`: prompts that the step in progress completes. `node`: last place in the table of
#: steps. `cached`, `pinned`: tokens in the prefix cache, and those that running sequences read. `cold`,
#: `warm`: its ends by last use. `index`: row of its own.
REPLICA: Final = np.dtype(
    [(name, _FLOAT) for name in ("stop", "start", "pace", "slope", "context", "used", "busy", "area")]
    + [
        (name, _INT)
        for name in (
            "steps", "run", "decoding", "running", "waiting", "queue", "queue_end", "first_prompt",
            "last_prompt",
            "oldest", "newest", "filled", "node", "preempted", "cached", "pinned", "cold", "warm", "tokens",
            "index",
        )
    ]
)  # fmt: skip

#: The run as a whole. `front`, `replicas`: replicas that requests arrive at, the first ones, and all of
#: them. `policy`: of dispatch. `loop`: requests a closed loop keeps in flight, 0 for arrivals at given
#: times. `next`: next arrival. `released`: let in by a closed loop. `done`: ended or refused. `turn`,
#: `back_turn`: of round robin. `handed`: caches on their way between pools. `refused`: requests that fit
#: no replica.
RUN: Final = np.dtype(
    [("away", _FLOAT)]
    + [
        (name, _INT)
        for name in (
            "front", "replicas", "policy", "loop", "next", "released", "done", "turn", "back_turn", "handed",
            "refused", "between", "entrance",
        )
    ]
)  # fmt: skip

#: How every replica of one pool works. `affine`: 1 where a step lasts `a` + `b` * decoding + `c` *
#: prefill tokens [s], 0 where the plan says. `groups`: attention data-parallel groups; a prompt is
#: prefilled by one. `budget`: tokens of a step. `slots`: most sequences in service. `memory`: bytes for
#: the cache, all groups. `token`, `state`: bytes of one more token of a sequence, and of a sequence of
#: any length. `window_token`, `window`: bytes of a token in layers that keep only the last `window`.
#: `gain`: tokens that a decode step brings a sequence; lengths of output are counted in steps.
#: `guesses`: tokens verified beside the last one. `prefills`, `decodes`: 1 where the pool does it.
#: `transfer`: seconds to hand on the cache of an input token. `bend`, `second_bend`: contexts at which
#: the decode step bends.
POOL: Final = np.dtype(
    [
        (name, _FLOAT)
        for name in (
            "affine", "a", "b", "c", "groups", "budget", "slots", "memory", "token", "state", "window_token",
            "window", "gain", "guesses", "prefills", "decodes", "transfer", "bend", "second_bend",
        )
    ]
)  # fmt: skip

#: A cache on its way to the decode pool: when it arrives, and whose it is.
HANDED: Final = np.dtype([("time", _FLOAT), ("request", _INT)])

#: An entry of a prefix cache: tokens it holds, neighbours by last use, running sequences that read it.
ENTRY: Final = np.dtype([(name, _INT) for name in ("held", "colder", "warmer", "users")])
