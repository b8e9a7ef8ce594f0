"""Questions put backwards: what would have to be true, which deployment is best, who wins where."""

from engine.solve.roots import Root, break_evens, free_inputs, goal_seek, plausible_range, target_of

__all__ = ["Root", "break_evens", "free_inputs", "goal_seek", "plausible_range", "target_of"]
