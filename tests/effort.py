"""How much work the calling thread did: a busy machine takes longer over the same work, but does no more.
The suite bounds the processor time of one thread, never the time on the wall."""

import time


class Effort:
    """`with Effort() as spent: ...` leaves the processor time of this thread in `spent.seconds`."""

    seconds = 0.0

    def __enter__(self):
        self._begun = time.thread_time()
        return self

    def __exit__(self, *error):
        self.seconds = time.thread_time() - self._begun
