"""Undo steps: the session before and after, two references each."""

import weakref
from collections.abc import Hashable
from typing import Protocol

from PySide6.QtGui import QUndoCommand, QUndoStack

from gui.session import Session


class Owner(Protocol):
    """What steps lead about in: the document."""

    @property
    def session(self) -> Session:
        """Return the session there is."""
        ...

    def show_session(self, session: Session) -> None:
        """Make `session` the current one."""
        ...

    def describe(self, old: Session, new: Session) -> str:
        """Return the name of the step from `old` to `new`."""
        ...


class Change(QUndoCommand):
    """One undo step, and of which gesture it is."""

    def __init__(self, owner: Owner, text: str, new: Session, gesture: Hashable | None) -> None:
        super().__init__(text)
        # Weakly: a circle of the document, its stack and its steps crashes where it is collected as garbage.
        self._owner = weakref.ref(owner)
        self.gesture = gesture
        self.old, self.new = owner.session, new

    def undo(self) -> None:
        """Show the session before."""
        self._show(self.old)

    def redo(self) -> None:
        """Show the session after."""
        self._show(self.new)

    def _show(self, session: Session) -> None:
        owner = self._owner()
        if owner is not None:
            owner.show_session(session)


def go_on(stack: QUndoStack, owner: Owner, text: str, session: Session, gesture: Hashable) -> bool:
    """Let the last step lead to `session` if it is of the same gesture; return whether it is.

    Not by `QUndoCommand.mergeWith`: PySide never frees a command that another took in, and with it a session
    for each move of a slider. A step back to where it began is none.
    """
    index = stack.index()
    last = stack.command(index - 1) if index else None
    if not isinstance(last, Change) or last.gesture != gesture or index < stack.count():
        return False
    if stack.cleanIndex() == index:
        return False
    last.new = session
    last.setText(owner.describe(last.old, session) or text)
    owner.show_session(session)
    if session == last.old:
        last.setObsolete(True)
        stack.undo()
    else:
        stack.undoTextChanged.emit(last.text())
        stack.indexChanged.emit(index)
    return True
