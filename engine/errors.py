"""Every error a user can cause, with a message the user can act on."""

from typing import Final

#: Characters of the longest message, and of what is quoted of an input.
LONGEST: Final = 400
_QUOTED: Final = 60
#: What of a message that is too long stays at its end, where the cure is.
_END: Final = 130


def quoted(text: object, marks: bool = True) -> str:
    """Return an input as an error tells it, in quotation `marks`: of a long one its beginning and length."""
    try:
        whole = text if isinstance(text, str) else repr(text)
    except ValueError:  # a whole number of thousands of digits
        return "a number of thousands of digits"
    begin = whole[:_QUOTED]
    told = repr(begin) if marks and isinstance(text, str) else begin
    return told if len(whole) <= _QUOTED else f"{told}\u2026 ({len(whole):,} characters)"


def _kept(message: str) -> str:
    """Return a message of at most `LONGEST` characters: beginning and end, and how much is left out."""
    if len(message) <= LONGEST:
        return message
    gap = f" \u2026 {len(message):,} characters in all \u2026 "
    return message[: LONGEST - _END - len(gap)] + gap + message[-_END:]


class IsocostError(Exception):
    """Base of all errors whose text is meant for a user: one line, naming the cure, no long input whole."""

    def __init__(self, message: str = "") -> None:
        super().__init__(_kept(message))


class ParameterError(IsocostError):
    """A value that a parameter does not allow.

    Attributes
    ----------
    key : str
        The parameter, `group.name`.
    """

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


class UnitError(IsocostError):
    """Text that is no quantity, or a unit that does not fit."""


class ScenarioFileError(IsocostError):
    """A scenario file that cannot be read or written.

    Attributes
    ----------
    problems : tuple of str
        Everything that is wrong with the file, one line each; the message tells the first.
    """

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(map(_kept, problems or (message,)))


class CatalogError(IsocostError):
    """A catalogue or library entry that is missing or malformed."""


class ModelConfigError(IsocostError):
    """A model's config.json that cannot be read."""


class TraceError(IsocostError):
    """A trace of requests that cannot be read or replayed."""
