"""What is open: scenarios, their baselines and the views' settings, with undo over all of it.

The session is immutable, so an undo step is two references. This is the only mutable state of the
window; panels and views are told what it holds and ask it for changes.
"""

import dataclasses
import itertools
import time
from collections.abc import Hashable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QMetaMethod, QObject, Signal
from PySide6.QtGui import QUndoStack

from engine import catalog, files, shares
from engine.files.recovery import Recovery
from engine.scenario import Scenario, Uncertainty, Value, spec_of
from engine.tier_keys import split
from gui import steps, undo
from gui.language import said, tr
from gui.session import NO_VIEWS, Case, Session
from gui.undo import Change
from gui.view_settings import fitted, plain

#: Undo steps kept. Each holds a scenario of some 15 kB, so that days of work stay below 15 MB.
MOST_STEPS = 1000


class Document(QObject):
    """The open session with its history, its file and whether it differs from it.

    Signals
    -------
    changed()
        The session is another one; read `session`.
    file_changed()
        Path or dirty flag may have changed.
    remarked(text)
        What an edit did beside what was asked.
    saved()
        All that is open was saved.
    """

    changed = Signal()
    file_changed = Signal()
    remarked = Signal(str)
    saved = Signal()

    def __init__(self, scenarios: tuple[Scenario, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._idents = itertools.count(1)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(MOST_STEPS)
        self.path: Path | None = None
        #: Settings of views in what was opened last that did not fit.
        self.left_out: list[str] = []
        self._unknown: Mapping[str, Any] = NO_VIEWS
        self._digest = self._front = ""
        self._compared = False
        self._session = Session(tuple(self._case(s) for s in scenarios))
        self._saved: dict[int, Scenario] = {}
        self._held: tuple[Hashable | None, Scenario] | None = None
        self._mark_saved()
        self.stack.indexChanged.connect(self._announce_file)

    # what is there ------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """Return the session."""
        return self._session

    @property
    def scenario(self) -> Scenario:
        """Return the scenario in front."""
        return self._session.case.scenario

    @property
    def baseline(self) -> Scenario:
        """Return what deltas of the scenario in front are against."""
        return self._session.case.baseline

    @property
    def is_dirty(self) -> bool:
        """Whether the open scenarios differ from what is saved."""
        now = {case.ident: case.scenario for case in self._session.cases}
        return now != self._saved

    def states(self) -> list[Session]:
        """Return the session as opened and after every step, undone ones included."""
        steps = [self.stack.command(i) for i in range(self.stack.count())]
        changes = [step for step in steps if isinstance(step, Change)]
        return [changes[0].old if changes else self._session, *(change.new for change in changes)]

    # edits --------------------------------------------------------------------------------------

    def set_value(self, key: str, value: object, gesture: Hashable | None = None) -> None:
        """Set parameter `key` of the scenario in front; raise `ParameterError` and change nothing if refused.

        Edits that follow each other with the same `gesture` make one undo step.
        """
        self._edit(self.scenario.with_value(key, value), gesture)

    def turn(self, key: str, value: object, gesture: Hashable | None = None) -> None:
        """Set parameter `key` as a hand at its own editor does: shares of one whole make room for it."""
        asked = self.scenario.with_value(key, value)
        if gesture is None or self._held is None or self._held[0] != gesture:
            self._held = (gesture, self.scenario)
        share = asked.get(key)
        found = None if isinstance(share, str) else shares.balanced(self.scenario, key, share, self._held[1])
        if found is None:
            self._edit(asked, gesture)
            return
        self._edit(self.scenario.with_values(found.changes), gesture)
        if found.told:
            self.remarked.emit(found.told)

    def set_values(
        self, changes: Mapping[str, object], text: str = "", gesture: Hashable | None = None
    ) -> None:
        """Set several parameters in one step."""
        self._edit(self.scenario.with_values(changes), gesture, text)

    def choose_part(self, group_key: str, part_id: str) -> None:
        """Take all values of catalogue part `part_id` into its group, `tier2.model` for one of tier 2."""
        chosen, text = steps.with_part(self.scenario, group_key, part_id)
        self._edit(chosen, None, text)

    def edit_tier(self, action: str, tier: int) -> None:
        """Add a tier ("add"), or "duplicate", "remove" or let "inherit" everything tier `tier`."""
        made, text = steps.with_tier(self.scenario, action, tier)
        self._edit(made, None, text)

    def reset(self, key: str, target: str) -> None:
        """Put parameter `key` back to its "parent", "saved", "library" or "opened" value, if there is one.

        "inherited" lets a tier have again what tier 1 has.
        """
        if target == "inherited":
            self._edit(self.scenario.inheriting(key), None, said("Inherit {label}", label=spec_of(key).label))
            return
        value = self.reset_value(key, target)
        if value is not None:
            self._edit(
                self.scenario.with_value(key, value),
                None,
                said("Reset {label}", label=spec_of(key).label),
            )

    def reset_value(self, key: str, target: str) -> Value | None:
        """Return what `reset` would set, or None where there is nothing to go back to."""
        case = self._session.case
        if target == "inherited":
            return case.scenario.get(split(key)[1]) if case.scenario.own(key) else None
        if target == "library":
            return catalog.library_value(case.scenario, key)
        bases = {
            "parent": case.scenario.reference(),
            "saved": self._saved.get(case.ident, case.opened),
            "opened": case.opened,
        }
        return bases[target].get(key)

    def lock(self, key: str, locked: bool) -> None:
        """Keep solver and optimiser from moving `key`, or let them."""
        self._edit(
            self.scenario.annotate(key, locked=locked),
            None,
            said("Lock {label}" if locked else "Unlock {label}", label=spec_of(key).label),
        )

    def set_uncertainty(self, key: str, uncertainty: Uncertainty | None) -> None:
        """Note how uncertain `key` is."""
        text = said("Set uncertainty of {label}", label=spec_of(key).label)
        self._edit(self.scenario.annotate(key, uncertainty=uncertainty), None, text)

    def set_source(self, key: str, source: str, note: str) -> None:
        """Note where the value of `key` comes from."""
        self._edit(
            self.scenario.annotate(key, source=source, note=note),
            None,
            said("Note source of {label}", label=spec_of(key).label),
        )

    def set_note(self, note: str) -> None:
        """Set the note on the scenario in front."""
        self._edit(dataclasses.replace(self.scenario, note=note), None, tr("Edit note"))

    def set_scenarios(self, scenarios: tuple[Scenario, ...], text: str) -> int:
        """Replace the scenarios of all cases in one step, if any differs; return how many do."""
        pairs = zip(self._session.cases, scenarios, strict=True)
        cases = tuple(dataclasses.replace(case, scenario=made) for case, made in pairs)
        changed = sum(a != b for a, b in zip(cases, self._session.cases, strict=True))
        if changed:
            self._push(dataclasses.replace(self._session, cases=cases), text)
        return changed

    def rename(self, name: str) -> None:
        """Rename the scenario in front."""
        self._edit(dataclasses.replace(self.scenario, name=name), None, said("Rename to {name}", name=name))

    def take(self, scenario: Scenario, text: str) -> None:
        """Put `scenario`, made from the one in front, in its place; the step is called `text`."""
        self._edit(scenario, None, text)

    def reset_all(self) -> None:
        """Put the scenario in front back to what it was when opened."""
        self._edit(self._session.case.opened, None, tr("Reset all"))

    def pin(self) -> None:
        """Make the scenario in front, as it is, the baseline of its deltas."""
        self._push(self._session.with_case(baseline=self.scenario), tr("Pin baseline"))

    def set_baseline(self, baseline: Scenario, text: str = "Choose baseline") -> None:
        """Take deltas against `baseline`."""
        self._push(self._session.with_case(baseline=baseline), text)

    def add(self, scenario: Scenario, text: str = "", baseline: Scenario | None = None) -> None:
        """Open `scenario` in a new case in front."""
        session = self._session
        case = self._case(scenario, baseline)
        new = dataclasses.replace(session, cases=(*session.cases, case), active=len(session.cases))
        self._push(new, text or said("Add {name}", name=scenario.name))

    def add_project(self, project: files.Project, text: str) -> None:
        """Open the scenarios of `project`, its views and its baseline beside what is open, in one step."""
        cases = tuple(self._case(one, project.baseline) for one in project.scenarios)
        views = self._shown(project.views)
        active = len(self._session.cases) + project.active
        self._push(Session((*self._session.cases, *cases), active, views), text)

    def remove(self, index: int) -> None:
        """Close case `index`; the last one stays."""
        session = self._session
        if len(session.cases) > 1:
            cases = session.cases[:index] + session.cases[index + 1 :]
            active = min(
                session.active if session.active < index else max(session.active - 1, 0), len(cases) - 1
            )
            name = session.cases[index].scenario.name
            self._push(
                dataclasses.replace(session, cases=cases, active=active), said("Close {name}", name=name)
            )

    def select(self, index: int) -> None:
        """Bring case `index` to the front; no undo step."""
        if index != self._session.active:
            self.show_session(dataclasses.replace(self._session, active=index))

    def set_view(self, key: str, settings: Mapping[str, Any], text: str = "Change view") -> None:
        """Remember the settings of view `key`."""
        if self._session.views.get(key) != settings:
            views = MappingProxyType({**self._session.views, key: dict(settings)})
            self._push(dataclasses.replace(self._session, views=views), text)

    def stage(
        self, text: str, scenario: Scenario | None = None, view: tuple[str, Mapping[str, Any]] | None = None
    ) -> None:
        """Set a scene in one step called `text`; nothing where all is so already.

        Parameters
        ----------
        scenario : Scenario, optional
            Takes the place of the one in front, which becomes the baseline.
        view : (key, settings), optional
            What a view shows.
        """
        made = self._session
        if scenario is not None and scenario != self.scenario:
            made = made.with_case(scenario=scenario, baseline=self.scenario)
        if view is not None and made.views.get(view[0]) != view[1]:
            views = MappingProxyType({**made.views, view[0]: dict(view[1])})
            made = dataclasses.replace(made, views=views)
        if made is not self._session:
            self._push(made, text)

    def adopt_view(self, key: str, settings: Mapping[str, Any]) -> None:
        """Take what view `key` shows at the start as given, without an undo step."""
        views = MappingProxyType({**self._session.views, key: dict(settings)})
        self._session = dataclasses.replace(self._session, views=views)

    # files --------------------------------------------------------------------------------------

    def open(self, project: files.Project, path: Path | None) -> None:
        """Replace everything by what a file held; history starts anew."""
        self.stack.clear()
        self.path = path
        self._unknown, self._digest = project.unknown, project.digest
        self._front, self._compared = project.front, project.baseline is not None
        shown = self._shown(project.views)
        cases = tuple(self._case(s, project.baseline) for s in project.scenarios)
        self._session = Session(cases, project.active, shown)
        self._mark_saved()
        self.changed.emit()
        self.file_changed.emit()

    def save(self, path: Path, *, keep: bool = False) -> None:
        """Write all open scenarios to `path`; raise `ScenarioFileError` and stay dirty if that fails.

        With `keep` what the file holds now goes to a `.bak` beside it.
        """
        self._digest = files.save(path, self.project(), keep=keep)
        self.path = path
        self._mark_saved()
        self.stack.setClean()
        self.saved.emit()
        self.file_changed.emit()

    def file_moved_on(self) -> str:
        """Return "" if the file is as it was opened or saved here, "gone" or "changed" otherwise."""
        return files.changed_since(self.path, self._digest) if self.path is not None else ""

    def project(self) -> files.Project:
        """Return what a file of the open scenarios holds."""
        session = self._session
        return files.Project(
            scenarios=tuple(case.scenario for case in session.cases),
            active=session.active,
            views=plain(session.views),
            unknown=self._unknown,
            front=self._front,
            baseline=self.baseline if self._compared and self.baseline != self.scenario else None,
        )

    def unsaved(self) -> Recovery:
        """Return the open scenarios beside what was last saved of them."""
        places = {ident: i for i, ident in enumerate(self._saved)}
        pairs = tuple(places.get(case.ident) for case in self._session.cases)
        saved = files.Project(tuple(self._saved.values()), unknown=self._unknown)
        return Recovery(saved, self.project(), pairs, self.path, time.time())

    def recover(self, kept: Recovery, path: Path | None, text: str) -> None:
        """Open what was saved, and put what was not in one undo step `text` on top of it."""
        self.open(kept.saved, path)
        was = self._session.cases
        made = tuple(
            self._case(one) if pair is None else dataclasses.replace(was[pair], scenario=one)
            for one, pair in zip(kept.now.scenarios, kept.pairs, strict=True)
        )
        shown = self._shown(kept.now.views)
        self._push(Session(made, kept.now.active, shown), text)

    def let_go(self) -> None:
        """Forget everybody who listens: another window takes this document over, history and all."""
        for signal in (self.changed, self.file_changed, self.remarked, self.saved):
            if self.isSignalConnected(QMetaMethod.fromSignal(signal)):
                signal.disconnect()
        self.stack.indexChanged.disconnect()
        self.stack.indexChanged.connect(self._announce_file)

    # inside -------------------------------------------------------------------------------------

    def show_session(self, session: Session) -> None:
        """Make `session` the current one; only undo steps and selection call this."""
        if session is not self._session:
            self._session = session
            self.changed.emit()

    def describe(self, old: Session, new: Session) -> str:
        """Return the name of the step from `old` to `new`: "Set <label> a → b" for one input."""
        return steps.named(old.case.scenario, new.case.scenario)

    def _edit(self, scenario: Scenario, gesture: Hashable | None, text: str = "") -> None:
        if scenario is not self.scenario and scenario != self.scenario:
            new = self._session.with_case(scenario=scenario)
            self._push(new, text or self.describe(self._session, new), gesture)

    def _push(self, session: Session, text: str, gesture: Hashable | None = None) -> None:
        if gesture is None or not undo.go_on(self.stack, self, text, session, gesture):
            self.stack.push(Change(self, text, session, gesture))

    def _case(self, scenario: Scenario, baseline: Scenario | None = None) -> Case:
        return Case(next(self._idents), scenario, baseline or scenario, scenario)

    def _mark_saved(self) -> None:
        self._saved = {case.ident: case.scenario for case in self._session.cases}

    def _shown(self, views: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what the views show now, and over it what fits of `views`."""
        fitting, self.left_out = fitted(views, self._session.views)
        return MappingProxyType({**self._session.views, **fitting})

    def _announce_file(self, _index: int) -> None:
        self.file_changed.emit()
