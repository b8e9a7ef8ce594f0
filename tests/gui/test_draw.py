"""Small drawings that plots share."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gui import theme
from gui.plotting import draw
from gui.plotting.inks import Inks


def _painted(paint):
    image = QImage(90, 1300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#d0e0f0"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


@pytest.mark.parametrize("antialiased", [False, True])
@pytest.mark.parametrize("box", [(10, 5, 3, 300), (10.3, 0, 40.5, 110), (4, 7.5, 3, 64), (1, 1, 5, 1200)])
def test_what_is_filled_piece_by_piece_looks_as_if_filled_at_once(qapp, antialiased, box):
    inks = Inks(theme.apply(qapp, "light"))
    for brush in (QColor(255, 255, 255, 70), inks.hatch("slow")):

        def both(painter, fill, brush=brush):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, antialiased)
            fill(painter, QRectF(*box), brush)

        whole = _painted(lambda painter: both(painter, QPainter.fillRect))
        assert _painted(lambda painter: both(painter, draw.fill_tall)) == whole
