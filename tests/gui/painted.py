"""What a widget paints in words, and where: to find words on each other, cut off, or missing."""

import itertools

import pytest
import shiboken6
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath


def painted(view):
    """Return every text that `view` paints, with where it stands on which device; None within a path."""
    found = []
    plain, outline = QPainter.drawText, QPainterPath.addText

    def draw(painter, *given):
        text = next(one for one in given if isinstance(one, str))
        metrics = QFontMetricsF(painter.font())
        if isinstance(given[0], QRect | QRectF):
            place = metrics.boundingRect(QRectF(given[0]), int(getattr(given[1], "value", given[1])), text)
        else:
            place = metrics.boundingRect(text).translated(given[0])
        # What letters cover of their line: words may stand closer than lines do.
        core = place.adjusted(1, place.height() * 0.25, -1, place.height() * -0.25)
        device = shiboken6.getCppPointer(painter.device())[0]
        found.append((text, device, painter.deviceTransform().mapRect(core)))
        return plain(painter, *given)

    def trace(path, *given):
        found.append((next(one for one in given if isinstance(one, str)), 0, QRectF()))
        return outline(path, *given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", draw)
        patch.setattr(QPainterPath, "addText", trace)
        view.grab()
    return found


def overlapping(found):
    """Return the pairs of texts that lie on each other."""
    pairs = itertools.combinations([one for one in found if one[0].strip() and one[2].isValid()], 2)
    return [
        (one[0], other[0])
        for one, other in pairs
        if one[1] == other[1] and one[0] != other[0] and one[2].intersects(other[2])
    ]
