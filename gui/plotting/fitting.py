"""Words cut or broken to the room there is, and how wide they will be."""

from functools import cache
from typing import Final

from PySide6.QtCore import Qt

from gui import fonts
from gui.plotting.labels import Ruler

#: Characters of figures and of the words beside them.
_RULED: Final = "0123456789.,$%kMG+ \u2212\u2014" + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/-()"


def fit(said: str, room: float, size: int, weight: int = fonts.REGULAR) -> str:
    """Return `said`, cut with an ellipsis where it is wider than `room` px."""
    return fonts.metrics(size, weight).elidedText(said, Qt.TextElideMode.ElideRight, int(room))


def wrapped(said: str, room: float, size: int, most: int) -> list[str]:
    """Return `said` in lines of at most `room` px, at most `most` of them; the last one is cut."""
    # What a no-break space joins stays in one line.
    words, lines = [word for word in said.split(" ") if word], [""]
    for place, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or fonts.width(longer, size) <= room:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = fit(" ".join([lines[-1], *words[place:]]), room, size)
            break
    return [line for line in lines if line]


def ruler(weight: int) -> Ruler:
    """Return the widths of characters at the size of labels, for use in other threads."""
    return _ruler(fonts.px(11), weight)


@cache
def _ruler(_pixels: int, weight: int) -> Ruler:
    return Ruler({c: float(fonts.width(c, 11, weight)) for c in _RULED})
