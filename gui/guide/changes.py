"""Follows the document: what the last change affected, and the lead figure of every step."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from engine.affected import effects
from engine.drivers import Point, point
from engine.scenario import Scenario
from gui.document import Document
from gui.language import say, tr
from gui.panels.effects import UNDER_WAY, WAITING, Change
from gui.panels.history import Step

#: Points kept beyond those of every state there is, before those that are gone are looked for.
_KEPT: Final = 128


class Points:
    """Points of scenarios, each evaluated once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Scenario, Point]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def of(self, scenario: Scenario) -> Point:
        """Return every metric of `scenario`."""
        # By identity: a scenario is frozen and kept here, and comparing whole ones costs as much as a point.
        found = self._known.get(id(scenario))
        if found is None:
            # Of a copy: a scenario keeps the records made of it, ten times the size of its point.
            found = self._known[id(scenario)] = (scenario, point(replace(scenario)))
        return found[1]

    def keep_only(self, scenarios: Iterable[Scenario]) -> None:
        """Forget all scenarios but these."""
        wanted = {id(scenario) for scenario in scenarios}
        self._known = {ident: known for ident, known in self._known.items() if ident in wanted}


class Changes(QObject):
    """Tells after every gesture what it affected; forgets it as soon as the next one begins.

    Signals
    -------
    told(Change or None, text)
        The last change with its effects; None with what to say while there is none.
    """

    told = Signal(object, str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.points = Points()
        self.last: Change | None = None
        self._document = document
        self._moving = False
        self._case = document.session.case.ident
        self._before = document.scenario
        self._index = document.stack.index()
        document.changed.connect(self._look_at_case)
        # Not `changed`: while that is told the step has no name on the stack yet.
        document.file_changed.connect(self._changed)

    def gesture_started(self) -> None:
        """Forget the last change: its figures are about to be of the past."""
        if not self._moving:
            self._moving = True
            self._tell(None, UNDER_WAY)

    def gesture_finished(self) -> None:
        """Tell what the gesture affected."""
        if self._moving:
            self._moving = False
            self._tell(None, WAITING)
            self._changed()

    def steps(self) -> list[Step]:
        """Return the state as opened and after every step, with all its figures."""
        stack = self._document.stack
        texts = [tr("As opened"), *(stack.text(i) for i in range(stack.count()))]
        made = []
        for text, session in zip(texts, self._document.states(), strict=True):
            scenario = session.case.scenario
            made.append(Step(text, scenario, self.points.of(scenario)))
        return made

    def _look_at_case(self) -> None:
        case = self._document.session.case
        if case.ident != self._case:
            self._case, self._before = case.ident, case.scenario
            self._tell(None, WAITING)

    def _changed(self) -> None:
        now, index = self._document.scenario, self._document.stack.index()
        if self._moving:
            return
        before, self._before = self._before, now
        steps, self._index = index - self._index, index
        if now != before:
            found = effects(self.points.of(before), self.points.of(now))
            if len(self.points) > self._document.stack.count() + _KEPT:
                self.points.keep_only(session.case.scenario for session in self._document.states())
            self._tell(Change(self._words(steps), tuple(found)), "")

    def _words(self, steps: int) -> str:
        stack = self._document.stack
        if steps == -1:
            return say("Undo: {redotext}", redotext=stack.redoText())
        if steps in {0, 1}:
            return stack.undoText() or "Changed"
        return say("Return to: {value}", value=stack.undoText() or "as opened")

    def _tell(self, change: Change | None, text: str) -> None:
        self.last = change
        self.told.emit(change, text)
