"""The one typeface of the window and its sizes.

Inter comes from the package `fontpkg-inter`, so every machine draws the same pixels. Sizes are given
as designed at 100 %; `set_scale` enlarges type and every length that goes with it.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from gui.language import tr

#: Used where Inter cannot be read.
FALLBACKS: Final = ("DejaVu Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "sans-serif")
REGULAR: Final = 400
MEDIUM: Final = 500
SEMIBOLD: Final = 600

_state: dict[str, float] = {"scale": 1.0}


def file() -> Path | None:
    """Return the variable font file of the package, or None where the package is missing."""
    try:
        import fontpkg_inter
    except ImportError:
        return None
    found = Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf"
    return found if found.is_file() else None


@cache
def family() -> str:
    """Return the family in use, loading Inter at the first call (needs a QGuiApplication)."""
    path = file()
    if path is not None:
        number = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        if families:
            return str(families[0])
    known = set(QFontDatabase.families())
    return next((name for name in FALLBACKS if name in known), FALLBACKS[-1])


@lru_cache(maxsize=64)
def _font(pixels: int, weight: int, spacing: int) -> QFont:
    font = QFont([family(), *FALLBACKS])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    # A variable font registers as one style; only its axis makes it heavier.
    font.setVariableAxis(QFont.Tag("wght"), weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setFeature(QFont.Tag("tnum"), 1)
    if spacing != 100:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    return font


def px_font(pixels: int, weight: int = REGULAR, spacing: int = 100) -> QFont:
    """Return Inter at `pixels` (as designed at 100 %) and `weight`; do not change the object returned.

    `spacing` is the letter spacing in per cent.
    """
    return _font(px(pixels), weight, spacing)


@lru_cache(maxsize=64)
def _metrics(pixels: int, weight: int, spacing: int) -> QFontMetrics:
    return QFontMetrics(_font(pixels, weight, spacing))


def metrics(pixels: int, weight: int = REGULAR, spacing: int = 100) -> QFontMetrics:
    """Return the metrics of `px_font` with the same arguments."""
    return _metrics(px(pixels), weight, spacing)


@lru_cache(maxsize=4096)
def _width(text: str, pixels: int, weight: int, spacing: int) -> int:
    return _metrics(pixels, weight, spacing).horizontalAdvance(text)


def width(text: str, pixels: int, weight: int = REGULAR, spacing: int = 100) -> int:
    """Return the width of `text`, as it is written here, in device-independent pixels; remembered."""
    return _width(tr(text), px(pixels), weight, spacing)


def whole_parts(said: str, room: float, size: int, weight: int = REGULAR) -> str:
    """Return `said`, or what of it fits in `room` px up to a comma or bracket; cut only where none does."""
    if width(said, size, weight) <= room:
        return said
    ends = [i for i, letter in enumerate(said) if letter in ",;(" and i > 0]
    elided = metrics(size, weight).elidedText(said, Qt.TextElideMode.ElideRight, int(room))
    fitting = (said[:i].rstrip() for i in reversed(ends) if width(said[:i].rstrip(), size, weight) <= room)
    return next(fitting, elided)


def scale() -> float:
    """Return the scale of type and lengths, 1.0 as designed."""
    return _state["scale"]


def set_scale(value: float) -> None:
    """Set the scale of type and lengths; the caller applies the theme anew and lays out."""
    _state["scale"] = min(3.0, max(0.5, value))


def px(length: float) -> int:
    """Return a designed length at the present scale, in whole pixels."""
    return round(length * _state["scale"])
