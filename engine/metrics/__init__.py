"""Every output of the model, declared once: a file a topic, put together here.

`RECORD` is the row a kernel fills, float64 in base units. `formula` is the metric as an expression
over other metrics and parameters (`group.name`), in base units; an empty formula means a kernel of
its own, told in `method`. Tests recompute every formula; the explain panel shows it.
"""

from typing import Final

import numpy as np

from engine.metrics.bill import BILL
from engine.metrics.chain import CHAIN
from engine.metrics.demand import DEMAND
from engine.metrics.energy import ENERGY
from engine.metrics.fleet import FLEET
from engine.metrics.investment import INVESTMENT
from engine.metrics.levers import LEVERS
from engine.metrics.limits import LIMITS
from engine.metrics.memory import MEMORY
from engine.metrics.metric import BINDING, BOUND, Metric
from engine.metrics.money import MONEY
from engine.metrics.outlook import OUTLOOK
from engine.metrics.reliability import RELIABILITY
from engine.metrics.routing import ROUTING
from engine.metrics.serving import SERVING
from engine.metrics.step import ONE_STEP
from engine.metrics.value import VALUE

_ALL: Final = (
    *DEMAND,
    *MEMORY,
    *ONE_STEP,
    *SERVING,
    *FLEET,
    *RELIABILITY,
    *MONEY,
    *BILL,
    *INVESTMENT,
    *ENERGY,
    *ROUTING,
    *CHAIN,
    *LEVERS,
    *VALUE,
    *OUTLOOK,
    *LIMITS,
)

#: Every metric by key.
METRICS: Final[dict[str, Metric]] = {metric.key: metric for metric in _ALL}

#: The row a kernel fills.
RECORD: Final = np.dtype([(metric.key, np.float64) for metric in _ALL])

#: Metrics that are told even where a point has no service to speak of.
DIAGNOSTICS: Final = frozenset(
    {
        "request_rate",
        "peak_over_mean",
        "model_rate",
        "served_input_tokens",
        "served_output_tokens",
        "served_cached_share",
        "base_quality",
        "quality_kept",
        "quality",
        "error_share",
        "capacity_over_mean",
        "peak_rate",
        "accelerators_per_replica",
        "weight_bytes",
        "weights_per_accelerator",
        "kv_bytes_per_token",
        "kv_bytes_per_sequence",
        "kv_memory",
        "batch_limit",
        "memory_use",
        "feasible",
        "binding",
        "binding_tier",
        "calls_per_request",
        "error_cost_per_request",
        *(f"tier{n}_{what}" for n in (1, 2, 3, 4) for what in ("share", "answers", "quality")),
    }
)

#: Metrics that only some services have: a return needs own machines, a losing user a flat fee, and a fleet
#: may never beat bought tokens.
SITUATIONAL: Final = frozenset({"irr", "payback", "losing_users", "api_breakeven"})

#: Metrics that weigh another supply than the chosen one: its inputs move them, and nothing else.
COMPARISONS: Final = frozenset(
    {"own_hour", "rent_hour", "own_breakeven", "bought_per_request", "api_breakeven"}
)

__all__ = ["BINDING", "BOUND", "COMPARISONS", "DIAGNOSTICS", "METRICS", "RECORD", "SITUATIONAL", "Metric"]
