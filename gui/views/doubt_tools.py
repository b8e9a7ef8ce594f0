"""What the rows of tools of the views of doubt share."""

from PySide6.QtWidgets import QWidget

from gui.language import tr
from gui.shown_units import METRICS
from gui.widgets.progress import Progress


def is_figure(key: str) -> bool:
    """Return whether `key` is a metric with percentiles."""
    return key in METRICS and METRICS[key].codes is None and key != "feasible"


class SamplesProgress(Progress):
    """How many samples are drawn, and a click that stops it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Stop drawing samples"), tr("Stop: keep the first thousand samples"), parent)
        self.setObjectName("doubt-progress")
