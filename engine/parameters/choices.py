"""Options that several inputs share, and the choices under which some inputs count."""

from typing import Final

PRECISIONS: Final = (
    ("bf16", 16, "BF16"),
    ("fp8", 8, "FP8"),
    ("int8", 9, "INT8"),
    ("fp4", 4, "FP4"),
    ("int4", 5, "INT4"),
    ("published", 0, "as published"),
)
#: Choices without which some inputs have no effect.
OWNED: Final = (("finance.supply", ("own", "mixed")),)
RENTED: Final = (("finance.supply", ("rent", "mixed")),)
HOUSED: Final = (("facility.housing", ("own",)),)
RUN: Final = (("finance.supply", ("own", "rent", "mixed")),)
BOUGHT: Final = (("finance.supply", ("api",)),)
MIXED: Final = (("finance.supply", ("mixed",)),)
ARRIVALS: Final = (("deployment.load", ("concurrency", "share", "goodput", "replicas")),)
GIVEN: Final = (("demand.timing", ("given",)),)
PROFILE: Final = (("demand.timing", ("profile",)),)
#: A mixed fleet has its own base for what always stands, and rents for what follows demand.
WHOLE: Final = (("finance.supply", ("own", "rent")),)
ELASTIC: Final = (*WHOLE, ("fleet.scaling", ("elastic",)))
AUTOSCALED: Final = (*PROFILE, *ELASTIC)
MINUTES: Final = (("demand.staffing", ("minute",)),)
#: Loads under which the size of the fleet follows demand.
SIZED: Final = (("deployment.load", ("concurrency", "share", "goodput", "closed", "static", "offline")),)
BY_SHARE: Final = (("reliability.redundancy", ("share",)),)
FROM_COUNT: Final = (("reliability.redundancy", ("count",)),)
FAILOVER: Final = (("reliability.regions", ("two", "provider")),)
ON_CALL: Final = (("reliability.regions", ("provider",)),)
KV_PRECISIONS: Final = (("bf16", 16, "BF16"), ("fp8", 8, "FP8"), ("fp4", 4, "FP4"))
