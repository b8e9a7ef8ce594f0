"""Tokens guessed ahead and verified in one step: multi-token prediction and draft models."""

import numpy as np

from engine.jit import kernel


@kernel
def accepted(p: np.void) -> float:
    r"""Return the mean tokens that a step of record `p` brings a sequence, 1 without guesses.

    .. math:: 1 + \sum_{j=1}^k \prod_{i=0}^{j-1} \min(1, a d^i)

    A guess counts only if all before it were right; source: theory/performance.md 5.
    """
    d = p.deployment
    if d.draft_tokens == 0.0:
        return 1.0
    taken = chain = 1.0
    right = d.draft_acceptance
    for _ in range(int(d.draft_tokens)):
        chain *= min(right, 1.0)
        taken += chain
        right *= d.draft_decay
    return taken
