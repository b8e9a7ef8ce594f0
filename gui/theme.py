"""Colours: tokens of the light, the dark and the high-contrast theme, colour maps, palette and style sheet.

Nothing here draws. Painted widgets ask `current()` while they paint, so a change of theme needs no
restyling of theirs.
"""

import re
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gui import fonts
from gui.language import mark

Name = Literal["light", "dark", "contrast"]
#: What a user may ask for: a theme, or that of the system.
Choice = Literal["light", "dark", "contrast", "system"]
Map = NDArray[np.uint8]
NAMES: Final[tuple[Name, ...]] = ("light", "dark", "contrast")
CHOICES: Final[dict[Choice, str]] = {
    "light": mark("Light theme"),
    "dark": mark("Dark theme"),
    "contrast": mark("High contrast theme"),
    "system": mark("Theme of the system"),
}
STEPS: Final = 256

#: token -> (light, dark, high contrast)
TOKENS: Final[dict[str, tuple[str, str, str]]] = {
    "window": ("#F3F5F7", "#12161A", "#000000"),
    "panel": ("#FFFFFF", "#191E23", "#000000"),
    "hairline": ("#DCE1E6", "#2A3138", "#7A7A7A"),
    "border": ("#C3CAD1", "#3F4851", "#C4C4C4"),
    "field": ("#EEF1F4", "#232A31", "#1C1C1C"),
    "ink": ("#12181F", "#F0F4F7", "#FFFFFF"),
    "text": ("#2B343D", "#D3DAE1", "#FFFFFF"),
    "muted": ("#5E6873", "#95A0AB", "#D6D6D6"),
    "accent": ("#1B62B5", "#6FB1FF", "#7CC7FF"),
    "warning": ("#8A5600", "#E5B15A", "#FFD24D"),
    "good": ("#0B7540", "#5CCB90", "#6BF2A4"),
    "bad": ("#B3202C", "#FF8585", "#FF9E9E"),
    "breakeven": ("#D6003C", "#FF5A80", "#FF93B5"),
    "latency_limit": ("#12181F", "#F0F4F7", "#FFFFFF"),
    "memory_limit": ("#7A1FA2", "#E3A0FF", "#EDB8FF"),
}

#: Viridis from its bright end, at twentieths; the map runs from 94 % to 5 %.
_VIRIDIS: Final = (
    "#FDE725", "#DDE318", "#BBDE27", "#9AD83C", "#7AD151", "#5CC862", "#43BE70",
    "#2EB37C", "#22A884", "#1E9C89", "#21908C", "#25838E", "#2A778E", "#2E6C8E",
    "#345F8D", "#3B518B", "#414387", "#453480", "#482475", "#471366", "#440154",
)  # fmt: skip
_BLUES: Final[dict[Name, tuple[str, ...]]] = {
    "light": ("#E6F0F9", "#A9CBEA", "#5E9BD3", "#2A66AB", "#1B4380"),
    "dark": ("#D3E3F2", "#A9CBEA", "#5E9BD3", "#2A66AB", "#173A70"),
    "contrast": ("#FFFFFF", "#BBD9F5", "#5E9BD3", "#1F5FA8", "#0A2C60"),
}
_MARGIN: Final[dict[Name, tuple[str, ...]]] = {
    "light": ("#8A2B12", "#D07A4C", "#F7F4EF", "#4FA39A", "#07564F"),
    "dark": ("#D98455", "#9A4A28", "#23282D", "#2A8076", "#57B1A3"),
    "contrast": ("#FFA878", "#B25426", "#000000", "#1F8A7D", "#7FE6D6"),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme.

    Attributes
    ----------
    name : "light", "dark" or "contrast"
    window ... memory_limit : QColor
        The tokens, see `TOKENS`. Do not change these objects.
    cost_map, latency_map, margin_map : uint8 array, shape (256, 4)
        RGBA from the low to the high end of the metric. Dark is worse for cost and latency in both
        themes; margin diverges about its middle.
    """

    name: Name
    window: QColor
    panel: QColor
    hairline: QColor
    border: QColor
    field: QColor
    ink: QColor
    text: QColor
    muted: QColor
    accent: QColor
    warning: QColor
    good: QColor
    bad: QColor
    breakeven: QColor
    latency_limit: QColor
    memory_limit: QColor
    cost_map: Map
    latency_map: Map
    margin_map: Map

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.name != "light"

    @property
    def high(self) -> bool:
        """Whether this is the theme of high contrast."""
        return self.name == "contrast"

    def role(self, role: str) -> QColor:
        """Return the colour of an input's role letter."""
        return {"decision": self.accent, "price": self.warning}.get(role, self.muted)

    def token(self, name: str, alpha: int = 255) -> QColor:
        """Return a new colour: token `name` at `alpha` of 255."""
        color = QColor(getattr(self, name))
        color.setAlpha(alpha)
        return color


def _to_oklab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return OKLab of sRGB in 0-1, shape (n, 3). Source: B. Ottosson, "A perceptual color space", 2020."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    cones = np.cbrt(linear @ _RGB_TO_LMS.T)
    return np.asarray(cones @ _LMS_TO_LAB.T)


def _from_oklab(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return sRGB in 0-1 of OKLab, shape (n, 3), cut to the gamut."""
    cones = (lab @ np.linalg.inv(_LMS_TO_LAB).T) ** 3
    linear = np.clip(cones @ np.linalg.inv(_RGB_TO_LMS).T, 0.0, 1.0)
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


_RGB_TO_LMS: Final = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_LMS_TO_LAB: Final = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def _anchors(colors: tuple[str, ...]) -> NDArray[np.float64]:
    rgb = [[int(color[i : i + 2], 16) / 255.0 for i in (1, 3, 5)] for color in colors]
    return _to_oklab(np.array(rgb))


def _along(anchors: NDArray[np.float64], positions: NDArray[np.float64]) -> NDArray[np.float64]:
    grid = np.linspace(0.0, 1.0, len(anchors))
    return np.stack([np.interp(positions, grid, anchors[:, i]) for i in range(3)], axis=1)


def equal_steps(colors: tuple[str, ...], count: int, low: float = 0.0, high: float = 1.0) -> Map:
    """Return `count` RGBA colours through `colors` at equal OKLab distances, uint8, shape (count, 4).

    Only the stretch of the path from `low` to `high`, as shares of the anchors, is used.
    """
    fine = _along(_anchors(colors), np.linspace(low, high, 2048))
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(fine, axis=0), axis=1))])
    wanted = np.linspace(0.0, length[-1], count)
    lab = np.stack([np.interp(wanted, length, fine[:, i]) for i in range(3)], axis=1)
    rgba = np.full((count, 4), 255, np.uint8)
    rgba[:, :3] = np.round(_from_oklab(lab) * 255.0)
    return rgba


def _diverging(colors: tuple[str, ...]) -> Map:
    """Return two arms built alike that meet at the middle colour."""
    half = STEPS // 2
    return np.concatenate([equal_steps(colors[:3], half), equal_steps(colors[2:], half)])


@cache
def theme(name: Name) -> Theme:
    """Return the theme called `name`."""
    side = NAMES.index(name)
    colors = {token: QColor(shades[side]) for token, shades in TOKENS.items()}
    return Theme(
        name=name,
        **colors,
        cost_map=equal_steps(_VIRIDIS, STEPS, 0.06, 0.95),
        latency_map=equal_steps(_BLUES[name], STEPS),
        margin_map=_diverging(_MARGIN[name]),
    )


_state: dict[str, Name] = {"name": "light"}


def current() -> Theme:
    """Return the theme in use."""
    return theme(_state["name"])


def resolved(choice: Choice) -> Name:
    """Return the theme that `choice` comes to now; the light one where the system says nothing."""
    if choice != "system":
        return choice
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def apply(app: QApplication, name: Name) -> Theme:
    """Make `name` the theme of `app`: style, palette, style sheet and font; return it.

    Widgets that keep pixels or pens of their own learn of it by `QEvent.Type.PaletteChange`.
    """
    _state["name"] = name
    chosen = theme(name)
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setFont(fonts.px_font(12))
    app.setPalette(palette(chosen))
    sheet = style_sheet(chosen)
    if sheet != app.styleSheet():
        app.setStyleSheet(sheet)
    return chosen


def palette(chosen: Theme) -> QPalette:
    """Return the palette of a theme."""
    role = QPalette.ColorRole
    made = QPalette()
    pairs = {
        role.Window: chosen.window, role.WindowText: chosen.text, role.Base: chosen.panel,
        role.AlternateBase: chosen.window, role.Text: chosen.ink, role.PlaceholderText: chosen.muted,
        role.Button: chosen.panel, role.ButtonText: chosen.ink, role.BrightText: chosen.bad,
        role.Highlight: chosen.accent, role.HighlightedText: chosen.panel, role.Accent: chosen.accent,
        role.ToolTipBase: chosen.panel, role.ToolTipText: chosen.text, role.Link: chosen.accent,
        role.LinkVisited: chosen.accent, role.Light: chosen.panel, role.Midlight: chosen.hairline,
        role.Mid: chosen.border, role.Dark: chosen.border, role.Shadow: chosen.ink,
    }  # fmt: skip
    for which, color in pairs.items():
        made.setColor(which, color)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, chosen.muted)
    return made


_LENGTH: Final = re.compile(r"(?<![\w#])([2-9]|\d{2,})px")


@cache
def _template() -> Template:
    return Template((files("resources") / "themes" / "window.qss").read_text("utf-8"))


def style_sheet(chosen: Theme) -> str:
    """Return the style sheet of a theme."""
    colors = {f.name: getattr(chosen, f.name) for f in fields(chosen)}
    names = {key: value.name() for key, value in colors.items() if isinstance(value, QColor)}
    icons = Path(str(files("resources") / "icons")).as_posix()
    sheet = _template().substitute(names, name=chosen.name, icons=icons)
    # Lines stay a pixel thin; paddings and boxes grow with the type.
    return _LENGTH.sub(lambda found: f"{fonts.px(int(found[1]))}px", sheet)
