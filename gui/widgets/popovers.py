"""Small windows beside a row: what they share, and the one of its source and note."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.citations import cited
from engine.scenario import Annotation
from engine.specs import Spec
from gui import fonts
from gui.language import said, say, tr


class Popover(QFrame):
    """A framed window that closes when something else is clicked."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(fonts.px(14), fonts.px(12), fonts.px(14), fonts.px(12))
        self.box.setSpacing(8)
        head = QLabel(title, self)
        head.setFont(fonts.px_font(12, fonts.SEMIBOLD))
        head.setProperty("tone", "title")
        self.box.addWidget(head)

    def show_below(self, widget: QWidget) -> None:
        """Open under `widget`, inside the screen."""
        self.setFixedWidth(fonts.px(300))
        # Asked of the layout: a widget of its own accord takes wrapped lines for a few only.
        self.resize(self.width(), self.box.totalHeightForWidth(self.width()))
        screen = QApplication.primaryScreen().availableGeometry()
        at = widget.mapToGlobal(QPoint(fonts.px(12), widget.height()))
        x = min(at.x(), screen.right() - self.width())
        y = min(at.y(), screen.bottom() - self.height())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()

    def buttons(self, *made: QPushButton) -> None:
        """Add a row of buttons at the right."""
        row = QHBoxLayout()
        row.addStretch(1)
        for button in made:
            row.addWidget(button)
        self.box.addLayout(row)


class SourcePopover(Popover):
    """What an input means, where its value comes from, and a note.

    Signals
    -------
    accepted(str, str) : source and note.
    """

    accepted = Signal(str, str)

    def __init__(self, spec: Spec, annotation: Annotation, parent: QWidget) -> None:
        super().__init__(spec.label, parent)
        for text, tone in (
            (spec.doc, ""),
            (said("Library: {source}", source=cited(spec.source)) if spec.source else "", "muted"),
        ):
            if text:
                label = QLabel(text, self)
                label.setWordWrap(True)
                label.setProperty("tone", tone)
                self.box.addWidget(label)
        self.source = QLineEdit(annotation.source, self)
        self.source.setPlaceholderText(tr("Source: title, link or date"))
        self.source.setAccessibleName(say("Source of {label}", label=spec.label))
        self.source.setFixedHeight(fonts.px(26))
        self.note = QPlainTextEdit(annotation.note, self)
        self.note.setPlaceholderText(tr("Note"))
        self.note.setAccessibleName(say("Note on {label}", label=spec.label))
        self.note.setFixedHeight(fonts.px(72))
        self.note.setTabChangesFocus(True)
        self.box.addWidget(self.source)
        self.box.addWidget(self.note)
        self.keep = QPushButton(tr("Set"), self)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._accept)
        self.buttons(self.keep)

    def _accept(self) -> None:
        self.accepted.emit(self.source.text().strip(), self.note.toPlainText().strip())
        self.close()
