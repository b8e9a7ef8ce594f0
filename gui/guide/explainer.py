"""Opens explanations of figures in the inspector and keeps them true to the frame on screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engine import catalog
from engine.metrics import METRICS
from gui import remarks

if TYPE_CHECKING:
    from gui.live_results import Frame
    from gui.main_window import MainWindow

#: What is explained where nothing was asked for yet.
LEAD = "cost_per_output_token"


class Explainer(QObject):
    """The explanations of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.key = ""
        window.inspector.opened.connect(self._opened)

    def explain(self, key: str) -> None:
        """Open the explanation of metric `key`, or of what an input does."""
        self.key = key
        self._window.inspector.show_page("explain")
        if self._window.frame is not None:
            self.refresh(self._window.frame)

    def figure(self) -> str:
        """Return the metric last explained that has a course of its own, else the lead one."""
        metric = METRICS.get(self.key)
        return self.key if metric is not None and metric.codes is None and self.key != "feasible" else LEAD

    def refresh(self, frame: "Frame") -> None:
        """Explain the figure of `frame`, while the page is in front."""
        window = self._window
        if self.key and window.inspector.is_open("explain"):
            answer = window.answered(frame.wish.scenario)
            window.inspector.show_explanation(remarks.explanation(frame, self.key, self.provenance, answer))

    def provenance(self, key: str) -> tuple[str, str]:
        """Return source and grade of input `key`; what the user noted comes before the catalogue."""
        scenario = self._window.document.scenario
        noted = scenario.annotation(key).source
        known = catalog.figure(scenario, key)
        if noted:
            return noted, "user"
        return (known.source, known.grade) if known else ("", "")

    def _opened(self, page: str) -> None:
        if page == "explain":
            self.key = self.key or LEAD
        if self._window.frame is not None:
            self.refresh(self._window.frame)
