"""Coming nearer to a part of the surfaces: a narrower range of each axis, evaluated anew at full fineness."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QPointF, QTimer

from gui.plotting.scales import AxisScale, Span

if TYPE_CHECKING:
    from gui.views.surfaces import SurfacesView

#: How much nearer a notch of the wheel comes, and "Sweep finer here".
NOTCH: Final = 1.25
FINER: Final = 4.0
#: No axis shows less than this share of its whole range.
LEAST: Final = 1e-3
#: A turn of the wheel that rests so long [ms] is one step of undo.
REST: Final = 300


def narrowed(shown: AxisScale, whole: AxisScale, at: float, times: float) -> Span | None:
    """Return the range `times` nearer about `at`, 0-1 along `shown`; None for the `whole` one.

    What stays in place is what lies at `at`. Columns, as of options, have no range to narrow.
    """
    if shown.columns or whole.columns:
        return None
    start, end = (whole.place_number(shown.number(edge)) for edge in (0.0, 1.0))
    middle = start + at * (end - start)
    wide = max((end - start) / times, LEAST)
    low = max(0.0, middle - at * wide)
    high = min(1.0, middle + (1.0 - at) * wide)
    if high - low > 1.0 - LEAST:
        return None
    return whole.number(low), whole.number(high)


class Zoom(QObject):
    """The ranges that a surfaces view shows of its axes, where those are not whole."""

    def __init__(self, view: "SurfacesView") -> None:
        super().__init__(view)
        self._view = view
        self.spans: dict[str, Span] = {}
        self._told = QTimer(self, interval=REST, singleShot=True)
        self._told.timeout.connect(lambda: view.settings_changed.emit("Zoom the axes"))
        view.canvas.zoom_wanted.connect(lambda spot, notches: self.come(spot, NOTCH**notches))

    def come(self, spot: QPointF, times: float) -> None:
        """Come `times` nearer to `spot`, 0-1 along the axes shown."""
        result = self._view.canvas.scene_now.result
        if result is None:
            return
        made = dict(self.spans)
        for shown, at in ((result.x, spot.x()), (result.y, spot.y())):
            whole = AxisScale.of(shown.key, 2, self._view.scenario.get(shown.key))
            span = narrowed(shown, whole, at, times)
            made.pop(shown.key, None)
            if span is not None:
                made[shown.key] = span
        self._take(made)

    def show_all(self) -> None:
        """Show the whole of both axes again."""
        self._take({})

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take the ranges that the view's settings hold; what is no range is left out."""
        self._told.stop()
        kept = settings.get("spans", {})
        pairs = kept.items() if isinstance(kept, dict) else ()
        self.spans = {key: (float(span[0]), float(span[1])) for key, span in pairs if _is_span(span)}

    def plain(self) -> dict[str, list[float]]:
        """Return the ranges as plain values."""
        return {key: list(span) for key, span in sorted(self.spans.items())}

    def _take(self, spans: dict[str, Span]) -> None:
        if spans != self.spans:
            self.spans = spans
            self._view.job_changed.emit()
            self._told.start()


def _is_span(found: object) -> bool:
    numbers = isinstance(found, list) and len(found) == 2 and all(isinstance(v, int | float) for v in found)
    return numbers and bool(found[0] < found[1])  # type: ignore[index]
