"""What can go wrong with a study, in words for a user."""

from engine.errors import IsocostError


class StudyError(IsocostError):
    """A study that cannot be read, run or opened: one line that names the cure."""
