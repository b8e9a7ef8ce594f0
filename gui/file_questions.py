"""What is asked of the user before a file that others use, or have changed, is opened or written over."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from engine.files.locks import Held
from gui.holding import who_has
from gui.language import said, tr

COPY: Final = "copy"
TAKE_OVER: Final = "take over"
OVERWRITE: Final = "overwrite"
SAVE_AS: Final = "save as"

_ROLES: Final = {
    COPY: QMessageBox.ButtonRole.AcceptRole,
    SAVE_AS: QMessageBox.ButtonRole.AcceptRole,
    TAKE_OVER: QMessageBox.ButtonRole.DestructiveRole,
    OVERWRITE: QMessageBox.ButtonRole.DestructiveRole,
}


def in_use(parent: QWidget, path: Path, held: Held) -> str:
    """Return COPY or TAKE_OVER, which is offered where nobody is known to be at work, or "" for neither."""
    text = said("{name} is open elsewhere: {who}.", name=path.name, who=who_has(held))
    answers = {COPY: tr("Open a copy")}
    if not held.alive:
        text += " " + tr("That may be left over: this machine cannot tell whether it is still at work.")
        answers[TAKE_OVER] = tr("Take over")
    return ask(parent, tr("The file is in use"), text, answers)


def changed(parent: QWidget, path: Path) -> str:
    """Return OVERWRITE, SAVE_AS, or "" for neither: `path` is not what it was when opened or saved here."""
    text = said(
        "{name} was changed by another program since it was opened or saved here. If you overwrite it, what "
        "it holds now stays beside it as .bak.",
        name=path.name,
    )
    answers = {SAVE_AS: tr("Save under another name"), OVERWRITE: tr("Overwrite")}
    return ask(parent, tr("The file has changed"), text, answers)


def ask(parent: QWidget, title: str, text: str, answers: dict[str, str]) -> str:
    """Return the key of the answer chosen, "" for none; the first is the default."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, text, QMessageBox.StandardButton.Cancel, parent)
    # Names of files, users and machines are other people's words: nothing in them is markup.
    box.setTextFormat(Qt.TextFormat.PlainText)
    buttons = {key: box.addButton(label, _ROLES[key]) for key, label in answers.items()}
    box.setDefaultButton(next(iter(buttons.values())))
    box.exec()
    return next((key for key, button in buttons.items() if button is box.clickedButton()), "")
