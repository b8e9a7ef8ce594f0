"""The inputs panel, generated from the declarations: groups along the chain, a row for each input."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.doubt import GRADE_WORDS, by_source, grade_of
from engine.parameters import GROUPS, PER_TIER, SPECS
from engine.scenario import Scenario, Uncertainty, Value, spec_of
from engine.tier_edits import count
from engine.tier_keys import join, split
from gui import fonts, theme
from gui.language import say, tr
from gui.panels.summaries import groups_of, rows_of, summary
from gui.widgets.filters import FilterRow
from gui.widgets.group_section import GroupSection
from gui.widgets.input_row import InputRow
from gui.widgets.row_hub import RowHub, RowState
from gui.widgets.scroll import OverlayScrollArea
from gui.widgets.tier_switch import TierSwitch

WIDTH: Final = 300
#: Groups that stand open in a new window.
OPEN: Final = ("workload", "limits", "deployment", "price")

#: Inputs that stand for their group; the others wait behind "more". Groups not named here show all
#: that are not advanced.
FIRST: Final = frozenset(
    {
        "workload.input_tokens", "workload.output_tokens", "workload.cached_share",
        "limits.tpot", "limits.ttft",
        "accelerator.rent", "accelerator.memory", "accelerator.bandwidth",
        "deployment.tensor_parallel", "deployment.concurrency",
        "price.output", "price.input",
    }
)  # fmt: skip

Parts = Callable[[str], list[tuple[str, str]]]


class InputsPanel(QWidget):
    """All inputs of the scenario in front.

    It shows what `show_scenario` gives and tells edits by signals; rows come into being when their
    group is first opened.

    Signals
    -------
    edited(key, value, gesture)
        Edits of one gesture carry one number and make one undo step.
    gesture_started(), gesture_finished()
    part_chosen(group_key, part_id)
    reset_requested(key, target)
        To "parent", "saved", "library" or "opened".
    lock_toggled(key, locked), uncertainty_edited(key, Uncertainty or None), source_edited(key, source, note)
    axis_requested(key, "x" or "y"), explain_requested(key)
    row_error(key, text)
        Text that could not be used; empty once mended.
    asked(key, what)
        "sweep" it, "solve" for it, set it "everywhere", or show where it is "used".
    groups_changed(keys)
        Tuple of the groups that now stand open.
    tier_edited(action, tier)
        "add", "duplicate", "inherit" or "remove".

    Keys in signals are those of the tier shown, `tier2.model.part`; rows know only `model.part`.
    """

    edited = Signal(str, object, int)
    gesture_started = Signal()
    gesture_finished = Signal()
    part_chosen = Signal(str, str)
    reset_requested = Signal(str, str)
    lock_toggled = Signal(str, bool)
    uncertainty_edited = Signal(str, object)
    source_edited = Signal(str, str, str)
    axis_requested = Signal(str, str)
    explain_requested = Signal(str)
    row_error = Signal(str, str)
    asked = Signal(str, str)
    groups_changed = Signal(tuple)
    tier_edited = Signal(str, int)

    def __init__(
        self, parts: Parts | None = None, open_groups: Iterable[str] = OPEN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel:inputs")
        self.hub = RowHub(self)
        self.hub.reset_value = self._reset_value
        self.hub.spreads, self.hub.own = self._spreads, self._own
        self._scenario: Scenario | None = None
        self._baseline: Scenario | None = None
        self._axes = ("", "")
        self._library: Callable[[str], Value | None] = lambda _key: None
        self._other_resets: Callable[[str, str], Value | None] | None = None
        self._part_labels: dict[str, dict[str, str]] = {}
        self._changed: set[str] = set()
        self._tier = 1
        self._adding = False
        self._settling = False
        self._sections: dict[str, GroupSection] = {}
        self._forward()
        self._build(set(open_groups))
        if parts is not None:
            self.set_parts(parts)

    def _forward(self) -> None:
        hub = self.hub
        hub.gesture_started.connect(self.gesture_started)
        hub.gesture_finished.connect(self.gesture_finished)
        for ours, theirs in (
            (self.reset_requested, hub.reset_requested), (self.lock_toggled, hub.lock_toggled),
            (self.uncertainty_edited, hub.uncertainty_edited), (self.axis_requested, hub.axis_requested),
            (self.row_error, hub.row_error), (self.asked, hub.asked),
        ):  # fmt: skip
            theirs.connect(lambda key, what, to=ours: to.emit(self._own(key), what))
        for ours, theirs in ((self.edited, hub.edited), (self.source_edited, hub.source_edited)):
            theirs.connect(lambda key, one, two, to=ours: to.emit(self._own(key), one, two))
        hub.explain_requested.connect(lambda key: self.explain_requested.emit(self._own(key)))

    def _build(self, opened: set[str]) -> None:
        self.setMinimumWidth(fonts.px(280))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        bar = self._bar = FilterRow(self)
        bar.changed.connect(self._narrow)
        self.filter, self.roles, self.changed_link = bar.filter, bar.roles, bar.changed_link
        outer.addLayout(bar)
        self.tiers = TierSwitch(self)
        self.tiers.selected.connect(self.show_tier)
        self.tiers.add_wanted.connect(lambda: self._edit_tier("add", self._tier))
        self.tiers.action_wanted.connect(self._edit_tier)
        outer.addWidget(self.tiers)
        self.area = OverlayScrollArea(self)
        self.area.setObjectName("scroll:inputs")
        content = QWidget()
        content.setObjectName("inputs")
        self._box = QVBoxLayout(content)
        self._box.setContentsMargins(0, 0, 0, fonts.px(8))
        self._box.setSpacing(0)
        for group in GROUPS:
            section = GroupSection(group, self.hub, FIRST, content)
            section.row_made.connect(self._show_row)
            section.part_chosen.connect(
                lambda group, part: self.part_chosen.emit(join(self._tier, group), part)
            )
            section.toggled.connect(self._tell_groups)
            section.arranged.connect(self._settle)
            section.set_open(group.key in opened)
            self._sections[group.key] = section
            self._box.addWidget(section)
        self._box.addStretch(1)
        self.area.setWidget(content)
        self.hub.row_error.connect(self._settle)
        outer.addWidget(self.area, 1)

    def sizeHint(self) -> QSize:
        """Return the designed width."""
        return QSize(fonts.px(WIDTH), fonts.px(700))

    # -- told from outside -------------------------------------------------------------------

    def set_library(self, values: Callable[[str], Value | None]) -> None:
        """Set what "to the library's value" gives for a key."""
        self._library = values

    def set_reset_values(self, values: Callable[[str, str], Value | None]) -> None:
        """Set what every reset gives, by key and target; else the panel knows parent and library only."""
        self._other_resets = values

    def set_parts(self, parts: Parts) -> None:
        """Set the catalogue parts of each kind, as `(id, label)`; the group's chooser lists them."""
        for group in GROUPS:
            if group.catalog:
                entries = parts(group.catalog)
                self._part_labels[group.key] = dict(entries)
                self._sections[group.key].set_parts((("", entries),))
        if self._scenario is not None:
            self._show_headers()

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Show the values of `scenario` and their difference from `baseline`."""
        old, old_baseline = self._scenario, self._baseline
        if scenario is old and baseline is old_baseline:
            return
        self._scenario, self._baseline = scenario, baseline
        self._changed, tier = set(scenario.differing(baseline)), self._tier
        if self._adding and old is not None and scenario.flows.used > old.flows.used:
            self._tier = scenario.flows.used
        elif self._tier > count(scenario):
            self._tier = 1
        self._adding = False
        self._show_tiers()
        same = old is not None and baseline is old_baseline and self._tier == tier
        moved = scenario.differing(old) if same and old is not None else None
        plain = rows_of(moved, scenario, old) if moved is not None and old is not None else None
        for section in self._sections.values():
            for row in section.rows():
                if plain is None or row.spec.key in plain:
                    self._show_row(row)
        self._show_headers(groups_of(moved) if moved is not None else None)
        if self.changed_link.isChecked():
            self._narrow()

    def show_resets(self) -> None:
        """Learn that what one can go back to is another, as after a save."""
        for section in self._sections.values():
            for row in section.rows():
                row.show_resets()

    def tier(self) -> int:
        """Return the tier shown."""
        return self._tier

    def show_tier(self, tier: int) -> None:
        """Show the inputs of `tier`; those that tiers share stay as they are."""
        self._tier = tier
        self._show_tiers()
        for section in self._sections.values():
            for row in section.rows():
                row.show_message("")
                self._show_row(row)
        self._show_headers()
        if self.changed_link.isChecked():
            self._narrow()

    def _edit_tier(self, action: str, tier: int) -> None:
        # A new tier is shown once it is there.
        self._adding = action in {"add", "duplicate"}
        self.tier_edited.emit(action, tier)

    def _show_tiers(self) -> None:
        scenario = self._scenario
        if scenario is None:
            return
        flows, told = scenario.flows, []
        for tier in range(1, count(scenario) + 1):
            model = str(scenario.get(join(tier, "model.part")))
            model = self._part_labels.get("model", {}).get(model, model)
            share = f"{flows.answers[tier - 1] * 100:.3g} %" if tier <= flows.used else tr("not in use")
            told.append(f"{share}, {model}")
        self.tiers.show_tiers(self._tier, flows.used, told)

    def _own(self, key: str) -> str:
        """Return the key that row `key` has in the tier shown."""
        return join(self._tier, key)

    def show_units(self) -> None:
        """Show every row in the unit chosen for its quantity."""
        for section in self._sections.values():
            for row in section.rows():
                row.show_unit()
        self._show_headers()

    def show_axes(self, x_key: str, y_key: str) -> None:
        """Tag the inputs that are the axes of the view in front."""
        self._axes = (x_key, y_key)
        for section in self._sections.values():
            for row in section.rows():
                self._show_row(row)

    def row(self, key: str) -> InputRow | None:
        """Return the row of `key`, whatever tier it names, if it exists yet."""
        key = split(key)[1]
        spec = SPECS.get(key)
        section = self._sections.get(spec.group) if spec is not None else None
        return next((row for row in section.rows() if row.spec.key == key), None) if section else None

    def section(self, key: str) -> GroupSection:
        """Return the section of group `key`."""
        return self._sections[key]

    def open_groups(self) -> tuple[str, ...]:
        """Return the groups that stand open."""
        return tuple(key for key, section in self._sections.items() if section.is_open())

    def focus_key(self, key: str) -> None:
        """Bring the row of `key` into view and put the focus on its field."""
        spec = spec_of(key)
        tier, key = split(key)
        if tier != self._tier and spec.group in PER_TIER:
            self.show_tier(tier)
        self.clear_filters()
        row = self._sections[spec.group].reveal(key)
        if row is None:
            header = self._sections[spec.group].header
            self.area.bring(header)
            header.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._settle()
        self.area.bring(row)
        row.stops()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_filter(self) -> None:
        """Put the focus into the filter field."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def clear_filters(self) -> None:
        """Show everything again."""
        self._bar.clear()

    # -- inside ------------------------------------------------------------------------------

    def _reset_value(self, key: str, target: str) -> Value | None:
        key = self._own(key)
        if self._other_resets is not None:
            return self._other_resets(key, target)
        if target == "library":
            return self._library(key)
        if self._scenario is None or target == "saved":
            return None
        base = self._scenario.reference() if target == "parent" else self._baseline
        return base.get(key) if base is not None else None

    def _spreads(self, key: str) -> list[tuple[str, Uncertainty]]:
        key = self._own(key)
        spec = spec_of(key)
        if self._scenario is None or spec.kind != "number":
            return []
        grade = grade_of(self._scenario, key)
        found = by_source(self._scenario, spec, grade)
        offers = (
            [(say("By its source: {grade}", grade=GRADE_WORDS[grade]), found)] if found is not None else []
        )
        return [*offers, (tr("Range seen"), Uncertainty(spec.soft_low, spec.soft_high))]

    def _axis_of(self, key: str) -> str:
        return {self._axes[0]: "X", self._axes[1]: "Y"}.get(key, "")

    def _show_row(self, row: InputRow) -> None:
        if self._scenario is not None and self._baseline is not None:
            key = self._own(row.spec.key)
            row.show_state(
                RowState(
                    self._scenario.get(key),
                    self._baseline.get(key),
                    self._scenario.annotation(key),
                    self._axis_of(key),
                    self._scenario.inert(key),
                    self._scenario.own(key) if key != row.spec.key else None,
                )
            )

    def _show_headers(self, moved: set[str] | None = None) -> None:
        """Show what each group holds; of the groups `moved` alone if they are known."""
        scenario = self._scenario
        if scenario is None:
            return
        shown = scenario.tier(self._tier) if self._tier > 1 else scenario
        for group in GROUPS if moved is None else [group for group in GROUPS if group.key in moved]:
            own = [self._own(spec.key) for spec in group.specs]
            part = next(
                (str(scenario.get(k)) for k, s in zip(own, group.specs, strict=True) if s.catalog), ""
            )
            label = self._part_labels.get(group.key, {}).get(part, part)
            own_tier = self._tier > 1 and group.per_tier
            changed = any(scenario.own(key) if own_tier else key in self._changed for key in own)
            text = summary(group.key, shown if group.per_tier else scenario, label)
            self._sections[group.key].show_summary(text, part, changed=changed)
        self._bar.show_count(len(self._changed))

    def _narrow(self) -> None:
        self.changed_link.setEnabled(self.changed_link.isChecked() or bool(self._changed))
        titles = {key: section.group.label for key, section in self._sections.items()}
        wanted = self._bar.wanted(titles, lambda key: self._own(key) in self._changed)
        self._settling = True
        for section in self._sections.values():
            section.narrow(wanted)
        self._settling = False
        self._settle()

    def _settle(self) -> None:
        """Lay out at once: Qt alone takes three rounds of events, which would flicker."""
        content = self.area.widget()
        if self._settling or content is None or not self.isVisible():
            return
        for section in self._sections.values():
            section.settle()
        self._box.invalidate()
        self._box.activate()
        view = self.area.viewport()
        content.resize(view.width(), max(view.height(), self._box.minimumSize().height()))

    def _tell_groups(self) -> None:
        self.groups_changed.emit(self.open_groups())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill with the window's colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().window)
        painter.end()
