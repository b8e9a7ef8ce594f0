"""Every error a user can cause, with a message the user can act on."""


class IsocostError(Exception):
    """Base of all errors whose text is meant for a user: one line, naming the cure."""


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
        self.problems = problems or (message,)


class CatalogError(IsocostError):
    """A catalogue or library entry that is missing or malformed."""


class ModelConfigError(IsocostError):
    """A model's config.json that cannot be read."""


class TraceError(IsocostError):
    """A trace of requests that cannot be read or replayed."""
