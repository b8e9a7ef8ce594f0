"""What the table shows at first, and how the file keeps what it shows."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any, Final

from PySide6.QtCore import QLocale

from engine.sweep_plan import MODES, MOST_AXES
from engine.tier_keys import known
from gui.plotting.table_job import TableSettings
from gui.shown_units import METRICS

MOST_COLUMNS: Final = 12
FIRST: Final = TableSettings(
    (("deployment.concurrency", "8:256:6:log"), ("workload.input_tokens", "1000:16000:5:log")),
    "product",
    ("cost_per_output_token", "ttft_p95", "tpot_p95", "gross_margin", "accelerators", "binding"),
)


def sweepable(key: object) -> bool:
    """Return whether `key` is an input that rows can run over."""
    spec = known(key) if isinstance(key, str) else None
    return spec is not None and spec.numeric


def decimal() -> str:
    """Return the decimal mark of the user."""
    return "," if QLocale().decimalPoint() == "," else "."


def kept(now: TableSettings) -> dict[str, Any]:
    """Return what the file keeps of `now`: inputs with their values, mode, columns, order and condition."""
    made = asdict(now)
    made.pop("moving")
    made.pop("decimal")
    made["x"], made["y"] = (*(key for key, _ in now.axes), "")[:2]
    made["axes"] = [list(axis) for axis in now.axes]
    made["metrics"] = list(now.metrics)
    return made


def restored(now: TableSettings, settings: Mapping[str, Any]) -> TableSettings:
    """Return `now` with what `kept` gave; what does not fit stays as it is."""
    made: dict[str, Any] = {}
    axes = settings.get("axes")
    if isinstance(axes, list) and 1 <= len(axes) <= MOST_AXES and all(map(_axis_pair, axes)):
        found = tuple((str(key), str(text)) for key, text in axes)
        made |= {"axes": found} if len({key for key, _ in found}) == len(found) else {}
    metrics = settings.get("metrics")
    if isinstance(metrics, list) and metrics and all(key in METRICS for key in metrics):
        made["metrics"] = tuple(dict.fromkeys(metrics))[:MOST_COLUMNS]
    if settings.get("mode") in MODES:
        made["mode"] = settings["mode"]
    for name, kind in (("order", str), ("descending", bool), ("wanted", str)):
        if isinstance(settings.get(name), kind):
            made[name] = settings[name]
    return replace(now, **made, decimal=decimal())


def _axis_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and sweepable(pair[0]) and isinstance(pair[1], str)
