"""Text with emphasis in our typeface: a document whose bold is the font's own, and a label made of one."""

from typing import Final

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import fonts, theme

_BOLD: Final = 600


def embolden(document: QTextDocument) -> None:
    """Give what is bold in `document` the heavier cut of the typeface, which Qt would only smear."""
    found = []
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().fontWeight() >= _BOLD:
                found.append((piece.position(), piece.length(), piece.charFormat()))
            pieces += 1
        block = block.next()
    cursor = QTextCursor(document)
    for at, length, how in found:
        font = QFont(how.font())
        font.setWeight(QFont.Weight(_BOLD))
        font.setVariableAxis(QFont.Tag("wght"), _BOLD)
        how.setFont(font)
        cursor.setPosition(at)
        cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(how)


class RichLabel(QWidget):
    """A few lines of text with <b> in them, as high as its width asks for."""

    def __init__(self, pixels: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QTextDocument(self)
        self._document.setDefaultFont(fonts.px_font(pixels))
        self._document.setDocumentMargin(0)
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_text(self, text: str) -> None:
        """Show `text`."""
        self._text = text
        self._document.setHtml(text)
        embolden(self._document)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return what is shown, without emphasis."""
        return self._document.toPlainText()

    def hasHeightForWidth(self) -> bool:
        """Return that it has."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text at `width`."""
        self._document.setTextWidth(max(1, width))
        return int(self._document.size().height() + 0.999)

    def sizeHint(self) -> QSize:
        """Return the size of the text in one line."""
        self._document.setTextWidth(-1)
        size: QSizeF = self._document.size()
        return QSize(int(size.width()) + 1, int(size.height() + 0.999))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text in the middle of the height."""
        self._document.setTextWidth(self.width())
        painter = QPainter(self)
        painter.translate(0, max(0.0, (self.height() - self._document.size().height()) / 2))
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, theme.current().ink)
        context.palette = palette
        self._document.documentLayout().draw(painter, context)
        painter.end()
