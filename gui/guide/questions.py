"""Questions to try: each sets view, pin and inputs in one undo step and ends with one computed sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from engine.errors import IsocostError
from engine.scenario import Scenario
from gui.guide import answers
from gui.language import mark, said, sentence, tr
from gui.live_results import Frame

if TYPE_CHECKING:
    from gui.main_window import MainWindow

WAITING: Final = mark("Working it out\u2026")


@dataclass(frozen=True, slots=True)
class Plan:
    """What asking a question does.

    Attributes
    ----------
    view : str
        Key of the view that shows the answer.
    settings : mapping
        Settings of that view; the others stay.
    scenario : Scenario or None
        What takes the place of the scenario in front, which is pinned as baseline; None to leave it.
    answer : callable
        Frame of the view -> the sentence; "" while the frame does not hold it yet.
    """

    view: str
    answer: Callable[[Frame], str]
    settings: Mapping[str, Any] = field(default_factory=dict)
    scenario: Scenario | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its words, and the plan for a scenario and the figure last explained."""

    text: str
    plan: Callable[[Scenario, str], Plan]


def _price(scenario: Scenario, _figure: str) -> Plan:
    found = answers.price(scenario)
    return Plan("surfaces", lambda _frame: found.text, scenario=found.scenario)


def _drivers(_scenario: Scenario, _figure: str) -> Plan:
    settings = {"metric": "gross_margin", "order": "swing"}
    return Plan("tornado", lambda frame: answers.drivers(frame.result), settings)


def _smaller(scenario: Scenario, _figure: str) -> Plan:
    found = answers.smaller(scenario)
    if scenario.routed:
        return Plan("solve", lambda _frame: found.text, {"mode": "winners", "ways": "tiers"})
    return Plan("surfaces", lambda _frame: found.text, scenario=found.scenario)


def _deflation(scenario: Scenario, _figure: str) -> Plan:
    falling = scenario.with_values({"outlook.price_path": "set", "outlook.price_factor": 0.4})
    return Plan("outlook", lambda frame: answers.deflation(frame.result), scenario=falling)


def _hold(_scenario: Scenario, _figure: str) -> Plan:
    settings = {"mode": "inputs", "metric": "gross_margin", "target": 0.0}
    return Plan("solve", lambda frame: answers.hold(frame.result), settings)


def _sure(_scenario: Scenario, figure: str) -> Plan:
    settings = {"metric": figure, "look": "spread", "input": ""}
    return Plan("montecarlo", lambda frame: answers.sure(frame.result), settings)


QUESTIONS: Final = (
    Question(mark("What price breaks even?"), _price),
    Question(mark("Which input matters most?"), _drivers),
    Question(mark("When does a smaller model win?"), _smaller),
    Question(mark("What if tokens fall 60 % a year?"), _deflation),
    Question(mark("What would have to be true for the margin to hold?"), _hold),
    Question(mark("How sure is this figure?"), _sure),
)


class Asking(QObject):
    """Asks questions of one window and keeps the answer while it is true."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._plan: Plan | None = None
        self._asked: Scenario | None = None
        self._step = -1
        self.bar = window.answer_bar
        self.bar.undo_wanted.connect(self._undo)
        self.bar.dismissed.connect(self._forget)
        self.bar.another_wanted.connect(self.offer)
        window.live.ready.connect(self._take)
        window.document.changed.connect(self._check)
        window.view_tabs.selected.connect(lambda _index: self._check_view())

    def offer(self, at: QPoint) -> None:
        """Open the list of questions at a place of the screen."""
        menu = QMenu(self._window)
        menu.setObjectName("questions")
        for question in QUESTIONS:
            menu.addAction(tr(question.text)).triggered.connect(lambda _=False, q=question: self.ask(q))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def ask(self, question: Question) -> None:
        """Set everything as `question` wants it, in one undo step, and wait for its answer."""
        window, document = self._window, self._window.document
        scenario = document.scenario
        self._plan = self._asked = None
        try:
            plan = question.plan(scenario, window.explainer.figure())
        except IsocostError as error:
            self.bar.tell(f"<b>{tr(question.text)}</b> {sentence(str(error))}", answer=True)
            return
        view = next(view for view in window.views if view.key == plan.view)
        before = document.stack.index()
        changed = plan.scenario if plan.scenario is not None and plan.scenario != scenario else None
        document.stage(
            said("Ask: {question}", question=tr(question.text)),
            changed,
            (view.key, {**view.settings(), **plan.settings}),
        )
        self._step = document.stack.index() if document.stack.index() != before else -1
        self._plan, self._asked, self._question = plan, document.scenario, question
        self.bar.tell(f"<b>{tr(question.text)}</b> {tr(WAITING)}", answer=True)
        window.open_view(plan.view)

    def _take(self, frame: Frame) -> None:
        plan = self._plan
        if plan is None or not frame.final or frame.wish.view != plan.view:
            return
        if frame.wish.scenario != self._asked:
            return
        text = plan.answer(frame)
        if text:
            self._plan = None
            self.bar.tell(f"<b>{tr(self._question.text)}</b> {text}", answer=True, undo=self._step >= 0)

    def _check(self) -> None:
        # An answer is of the inputs it was given for, and of no others.
        if self._asked is not None and self._window.document.scenario != self._asked:
            self._forget()
            self.bar.hide()

    def _check_view(self) -> None:
        if self._plan is not None and self._window.view().key != self._plan.view:
            self._forget()
            self.bar.hide()

    def _forget(self) -> None:
        self._plan = self._asked = None

    def _undo(self) -> None:
        stack = self._window.document.stack
        if stack.index() >= self._step > 0:
            stack.setIndex(self._step - 1)
        self._forget()
        self.bar.hide()
