"""What a file says views show, held against what they do show: of another kind, and it is left out.

Files come from anywhere. A view looks up names and ends in what it is given and ignores what it does not
know; what has another shape altogether - a list where a name belongs, a number that is none - never gets
there.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

#: The most a number may be, and the most letters and entries a text and a list may have.
_MOST: Final = 1e30
_LONGEST: Final = 10_000
_ENTRIES: Final = 1_000


def fitted(found: Mapping[str, Any], usual: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the settings of all views in `found` that fit, and what did not.

    Parameters
    ----------
    found : mapping of view to settings
        As read from a file: JSON values of any kind.
    usual : mapping of view to settings
        What the views show now; takes the place of what does not fit.

    Returns
    -------
    settings : dict
        A view or an entry this version does not know stays: a newer one will.
    left_out : list of str
        As "view" or "view.entry".
    """
    made: dict[str, Any] = {}
    left_out: list[str] = []
    for view, settings in found.items():
        known = usual.get(view)
        if not isinstance(known, Mapping):
            made[view] = settings
        elif not isinstance(settings, Mapping):
            left_out.append(view)
        else:
            unfit = [key for key, value in settings.items() if key in known and not _fits(value, known[key])]
            made[view] = {**settings, **{key: known[key] for key in unfit}}
            left_out += [f"{view}.{key}" for key in unfit]
    return made, left_out


def plain(views: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings of all views as a file keeps them, each a dict of its own."""
    return {key: dict(value) if isinstance(value, Mapping) else value for key, value in views.items()}


def _fits(value: object, usual: object) -> bool:
    """Return whether `value` is of the kind of `usual`, and no monster of it."""
    if usual is None:
        return True
    if isinstance(usual, bool) or isinstance(value, bool):
        return isinstance(usual, bool) and isinstance(value, bool)
    if isinstance(usual, (int, float)):
        # Not a number is neither above nor below anything; whole numbers may be beyond any float.
        return isinstance(value, (int, float)) and -_MOST <= value <= _MOST
    if isinstance(usual, str):
        return isinstance(value, str) and len(value) <= _LONGEST
    if isinstance(usual, Mapping):
        return isinstance(value, Mapping)
    return isinstance(usual, Sequence) and isinstance(value, list) and _fits_list(value, usual)


def _fits_list(value: list[Any], usual: Sequence[Any]) -> bool:
    if len(value) > _ENTRIES:
        return False
    return not usual or all(any(_fits(one, like) for like in usual) for one in value)
