"""How metrics of tiers make those of the service, as tables that a kernel walks through.

Made once from the declarations: for each linear way a row of weights. Records cannot be looped over in
compiled code, but the same memory as numbers can. What a formula makes is in `formulas`.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.metrics import METRICS

#: Rows of weights, by way of `Metric.across`.
SUM, REQUESTS, ANSWERS, REPLICAS, ACCELERATORS, VISITS, DEMAND = range(7)
ROWS: Final = 7
_ROW: Final = {
    "sum": SUM, "requests": REQUESTS, "outputs": REQUESTS, "answers": ANSWERS, "replicas": REPLICAS,
    "accelerators": ACCELERATORS, "visits": VISITS, "cost": VISITS, "demand": DEMAND,
}  # fmt: skip

_PLACE: Final = {key: place for place, key in enumerate(METRICS)}
_STATISTICS: Final = ("p50", "p95", "p99")


def _places(*ways: str) -> NDArray[np.int64]:
    found = [_PLACE[key] for key, metric in METRICS.items() if metric.across in ways]
    return np.array(found, np.int64)


def _families() -> NDArray[np.int64]:
    """Return the places of p50, p95 and p99 of every latency, shape (n, 3)."""
    mixed = [key for key, metric in METRICS.items() if metric.across == "mixture"]
    stems = [key.removesuffix("_p50") for key in mixed if key.endswith("_p50")]
    return np.array([[_PLACE[f"{stem}_{which}"] for which in _STATISTICS] for stem in stems], np.int64)


_WEIGHT_OF: Final = np.array([_ROW.get(metric.across, SUM) for metric in METRICS.values()], np.int64)
#: Places of the metrics of each row of weights, row after row, and where each row's begin; metrics of no
#: linear way take the first, and are set afterwards.
PLACES: Final = np.argsort(_WEIGHT_OF, kind="stable")
BOUNDS: Final = np.searchsorted(_WEIGHT_OF[PLACES], np.arange(ROWS + 1))
#: Places of metrics whose tiers do not add up, by way.
LARGEST: Final = np.array([p for p in _places("worst") if list(METRICS.values())[p].better <= 0], np.int64)
LEAST: Final = np.array([p for p in _places("worst") if list(METRICS.values())[p].better > 0], np.int64)
MOST: Final = _places("most")
COSTS: Final = _places("cost")
FAMILIES: Final = _families()
