"""The job of an opened study: rows in order and one chart, read from its files in the worker thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.errors import IsocostError
from engine.scenario import Scenario
from engine.study.dataset import Chart, Result, Rows
from engine.study.fields import Field

#: Metric that the chart begins with where it is there.
FIRST: Final = ("cost_per_output_token", "cost_per_output_token.p50")


@dataclass(frozen=True)
class StudySettings:
    """What of a study is shown.

    Attributes
    ----------
    table : str
    order : str
        Name of the column rows are sorted by; "" for the order of the study.
    descending : bool
    wanted : str
        Condition on rows, of the chart too.
    x, y : str
        Axis and metric of the chart; "" for none.
    """

    table: str
    order: str = ""
    descending: bool = False
    wanted: str = ""
    x: str = ""
    y: str = ""


@dataclass(frozen=True)
class StudyResult:
    """What there is to see of a study.

    Attributes
    ----------
    settings : StudySettings
    fields : tuple of Field
    rows : Rows or None
        None where `trouble` says why.
    chart : Chart or None
    trouble : str
    """

    settings: StudySettings
    fields: tuple[Field, ...]
    rows: Rows | None
    chart: Chart | None
    trouble: str = ""


class StudyJob:
    """Computes `StudyResult`; see `gui.views.base.Job`. What was read last is kept: sliders move nothing."""

    def __init__(
        self, result: Result, settings: StudySettings, kept: dict[StudySettings, StudyResult]
    ) -> None:
        self._result, self.settings, self._kept = result, settings, kept

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> StudyResult | None:
        """Return rows and chart, None when `cancelled` turned true or a coarse answer would save nothing."""
        del scenario, baseline
        s = self.settings
        if s in self._kept:
            return self._kept[s]
        if coarse:
            return None
        fields = self._result.fields(s.table)
        try:
            rows = self._result.rows(s.table, s.order, s.descending, s.wanted, cancelled)
            chart = self._result.chart(s.table, s.x, s.y, s.wanted, cancelled) if s.x and s.y else None
        except (IsocostError, OSError) as error:
            return StudyResult(s, fields, None, None, str(error))
        if rows is None or cancelled():
            return None
        self._kept.clear()
        self._kept[s] = StudyResult(s, fields, rows, chart)
        return self._kept[s]


def first_settings(result: Result, table: str) -> StudySettings:
    """Return what is shown of a table at first."""
    axes = result.axes(table)
    metrics = charted(result.fields(table))
    y = next((name for name in FIRST if name in metrics), metrics[0] if metrics else "")
    return StudySettings(table, x=axes[0] if axes else "", y=y)


def charted(fields: tuple[Field, ...]) -> list[str]:
    """Return the columns that a chart can show: figures, not what numbers or sets a row."""
    from engine.tier_keys import known

    numbered = {"case", "point", "sample", "rank", "seed"}
    return [f.name for f in fields if f.numeric and f.name not in numbered and known(f.name) is None]
