"""What the last change affected: headline figures first, then what moved most, then what did not move."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.affected import Effect
from engine.formatting import MINUS, NOTHING, format_delta
from gui import fonts
from gui.language import mark, said, tr
from gui.panels.kpi_strip import KPIS
from gui.reading import format_value
from gui.shown_units import METRICS
from gui.widgets.effect_list import EffectList, Line
from gui.widgets.scroll import OverlayScrollArea

#: Figures beside the headline ones that are told before the rest is asked for.
FIRST: Final = 12
WAITING: Final = mark("Move an input: what that affects, and what it leaves alone, is listed here.")
UNDER_WAY: Final = mark("Let go, and the effects of this change are listed here.")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the scenario in front: its name, and what became of every metric, most moved first."""

    text: str
    effects: tuple[Effect, ...]


def told(effect: Effect) -> Line:
    """Return the line of one metric."""
    metric = METRICS[effect.key]
    if not effect.moved:
        now = format_value(effect.after, metric)
        return Line("still", metric.label, effect.key, tr("no figure" if now == NOTHING else "unchanged"))
    before, after = (format_value(value, metric) for value in (effect.before, effect.after))
    delta, direction = format_delta(effect.after, effect.before, metric)
    if metric.codes is not None or metric.key == "feasible":
        shown, direction = "", direction if metric.key == "feasible" else 0
    elif NOTHING in (before, after):
        shown = tr("now none" if after == NOTHING else "now there")
    else:
        shown = f"{'+' if direction > 0 else MINUS}{delta}"
    return Line(
        "moved", metric.label, effect.key, shown, f"{before}  \u2192  {after}", direction * metric.better
    )


def lines(change: Change, everything: bool) -> list[Line]:
    """Return the lines of `change`; the rest of what moved and the names of what did not if `everything`."""
    by_key = {effect.key: effect for effect in change.effects}
    rest = [effect for effect in change.effects if effect.key not in KPIS]
    moved = [effect for effect in rest if effect.moved]
    still = [effect for effect in rest if not effect.moved]
    made = [Line("title", change.text), Line("head", tr("Headline figures"))]
    made += [told(by_key[key]) for key in KPIS]
    if moved:
        made.append(Line("head", said("Moved most, of {count} more", count=len(moved))))
        made += [told(effect) for effect in (moved if everything else moved[:FIRST])]
    made.append(Line("head", said("{count} figures did not move", count=len(still))))
    if everything:
        made += [told(effect) for effect in still]
    else:
        names = ", ".join(METRICS[effect.key].label for effect in still[:6])
        others = said("{names} and others.", names=names) if len(still) > 6 else f"{names}."
        made.append(Line("note", others if names else tr("None.")))
        made.append(Line("more", tr("Show every figure")))
    return made


class EffectsPanel(QWidget):
    """The page of the last change.

    Signals
    -------
    explain_requested(metric)
    """

    explain_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel:effects")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.hint = QLabel(tr(WAITING), self)
        self.hint.setWordWrap(True)
        self.hint.setProperty("tone", "muted")
        self.hint.setFont(fonts.px_font(12))
        self.hint.setContentsMargins(fonts.px(14), fonts.px(12), fonts.px(14), 0)
        self.list = EffectList()
        self.list.explain_requested.connect(self.explain_requested)
        self.list.more_wanted.connect(self._show_all)
        self._scroll = OverlayScrollArea(self)
        self._scroll.setWidget(self.list)
        self._scroll.hide()
        box.addWidget(self.hint)
        box.addWidget(self._scroll, 1)
        box.addStretch(0)
        self.change: Change | None = None

    def show_change(self, change: Change | None, waiting: str = WAITING) -> None:
        """Show the effects of `change`; `waiting` where there is none to show."""
        self.change = change
        self.hint.setText(tr(waiting))
        self.hint.setVisible(change is None)
        self._scroll.setVisible(change is not None)
        self._show(lines(change, False) if change is not None else [])
        self._scroll.verticalScrollBar().setValue(0)

    def _show_all(self) -> None:
        if self.change is not None:
            self._show(lines(self.change, True))

    def _show(self, made: Sequence[Line]) -> None:
        self.list.show_lines(made)
