"""Colours that can be read and maps that do not jump."""

import itertools

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter

from gui import fonts, icons, theme
from tests.each import each

TEXTS = ("ink", "text", "muted", "accent", "warning", "good", "bad", "breakeven", "memory_limit")
GROUNDS = ("panel", "window", "field")


def luminance(color: QColor) -> float:
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@each("name, text, ground", itertools.product(theme.NAMES, TEXTS, GROUNDS))
def test_every_text_colour_stands_out_from_every_ground(name, text, ground):
    colors = theme.theme(name)
    assert contrast(colors.token(text), colors.token(ground)) >= 4.5


@pytest.mark.parametrize("name", theme.NAMES)
def test_chosen_text_stands_out_from_the_selection(name):
    colors = theme.theme(name)
    assert contrast(colors.panel, colors.accent) >= 4.5


def maps(name):
    colors = theme.theme(name)
    return {"cost": colors.cost_map, "latency": colors.latency_map, "margin": colors.margin_map}


@pytest.mark.parametrize(
    ("name", "which"), list(itertools.product(theme.NAMES, ("cost", "latency", "margin")))
)
def test_maps_are_opaque_lookup_tables_of_even_steps(name, which):
    table = maps(name)[which]
    assert table.shape == (256, 4)
    assert table.dtype == np.uint8
    assert (table[:, 3] == 255).all()
    lab = theme._to_oklab(table[:, :3].astype(float) / 255.0)
    # Steps of one 256th drown in 8-bit rounding; every eighth tells the path.
    steps = np.linalg.norm(np.diff(lab[::8], axis=0), axis=1)
    assert steps.std() / steps.mean() < 0.15


@pytest.mark.parametrize("name", theme.NAMES)
def test_dearer_and_slower_are_darker_in_both_themes(name):
    for which in ("cost", "latency"):
        light = theme._to_oklab(maps(name)[which][::16, :3].astype(float) / 255.0)[:, 0]
        assert (np.diff(light) < 0).all(), which


def test_margin_is_lightest_at_zero_in_light_and_darkest_in_dark():
    for name, sign in (("light", -1), ("dark", 1)):
        table = theme.theme(name).margin_map
        light = theme._to_oklab(table[:, :3].astype(float) / 255.0)[:, 0]
        assert (sign * np.diff(light[128:][::8]) > 0).all()
        assert (sign * np.diff(light[:128][::8]) < 0).all()
        assert QColor(*table[127, :3]) == QColor(theme._MARGIN[name][2])


def test_cost_map_is_viridis_from_its_bright_end():
    viridis = pg.colormap.get("viridis").map(np.linspace(0.94, 0.05, 64), mode="byte")[:, :3].astype(int)
    ours = theme.theme("light").cost_map[:, :3].astype(int)
    nearest = [np.abs(ours - color).max(axis=1).min() for color in viridis]
    assert max(nearest) <= 8


def test_three_weights_of_the_typeface_really_differ(styled):
    assert fonts.family() == "Inter"
    inked = [ink(fonts.px_font(40, weight)) for weight in (fonts.REGULAR, fonts.MEDIUM, fonts.SEMIBOLD)]
    assert inked[0] * 1.05 < inked[1] < inked[2] / 1.05


def ink(font) -> float:
    image = QImage(400, 80, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, "Cost per token")
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(80, image.bytesPerLine())[:, :400]
    return float((255 - pixels.astype(float)).sum())


def test_figures_are_of_one_width(styled):
    assert len({fonts.width(digit * 10, 12) for digit in "0123456789"}) == 1


def test_scale_enlarges_type_and_lengths(styled):
    fonts.set_scale(1.25)
    assert fonts.px_font(12).pixelSize() == 15
    assert fonts.px(40) == 50


def test_theme_reaches_palette_and_style_sheet(styled):
    theme.apply(styled, "dark")
    assert styled.palette().window().color() == QColor("#12161A")
    assert "#191e23" in styled.styleSheet()
    assert "$" not in styled.styleSheet()
    theme.apply(styled, "light")
    assert styled.palette().window().color() == QColor("#F3F5F7")


def test_style_sheet_stays_short():
    assert len(theme._template().template.splitlines()) <= 120


@pytest.mark.parametrize("name", sorted(icons.DRAWINGS))
def test_every_icon_leaves_ink_inside_its_grid(styled, name):
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint(painter, name, QRectF(8, 8, 32, 32), QColor("black"))
    painter.end()
    alpha = np.array([[image.pixelColor(x, y).alpha() for x in range(48)] for y in range(48)])
    assert (alpha > 0).sum() > 20
    assert alpha[:6].max() == alpha[42:].max() == alpha[:, :6].max() == alpha[:, 42:].max() == 0


def test_icon_follows_the_theme(styled):
    icon = icons.icon("lock")
    light = icon.pixmap(32, 32).toImage()
    theme.apply(styled, "dark")
    assert icon.pixmap(32, 32).toImage() != light


def test_fall_back_exists_among_the_families(styled):
    assert set(fonts.FALLBACKS) & set(QFontDatabase.families())
