"""A week of demand as few figures: what kernels read instead of 168 hours.

All tables are over the time zones of the users (rows, in the order of the codes of `demand.zones`).
Nothing here is an input; `Scenario.to_record` fills it from the shape.
"""

import math
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.errors import ParameterError

HOURS: Final = 168
#: Hours by which the users of each zone are behind the first, by the code of `demand.zones`.
OFFSETS: Final = ((0,), (0, 6), (0, 8), (0, 8, 16))
#: Lead times are tabulated by the hour up to this one.
LEADS: Final = 12
#: Equal steps of own capacity, from none to the peak.
STEPS: Final = 24

#: peak, day: busiest hour and busiest day over the mean. tracking: mean demand over mean capacity where
#: capacity covers the busiest hour of a lead time of 0, 1, ... h. served: mean of what a capacity of 0,
#: 1/`STEPS`, ... of the peak serves, in units of the peak: the load-duration curve added up.
PROFILE: Final = np.dtype(
    [
        ("peak", np.float64, (len(OFFSETS),)),
        ("day", np.float64, (len(OFFSETS),)),
        ("tracking", np.float64, (len(OFFSETS), LEADS + 1)),
        ("served", np.float64, (len(OFFSETS), STEPS + 1)),
    ]
)


def checked_week(given: object) -> tuple[float, ...]:
    """Return the hours of a shape as a week of 168; a day of 24 is repeated.

    Raises `ParameterError` for a wrong count, what is no number, negative hours, and none above zero.
    """
    if not isinstance(given, (list, tuple)) or len(given) not in {24, HOURS}:
        count = f"{len(given)} numbers" if isinstance(given, (list, tuple)) else repr(given)[:40]
        raise ParameterError(
            "demand.part", f"the shape of a week needs 24 or {HOURS} numbers, an hour each, not {count}"
        )
    for hour, value in enumerate(given):
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise ParameterError(
                "demand.part", f"hour {hour} of the shape is {value!r}; every hour must be a finite number"
            )
        if not 0.0 <= value <= 1e12:
            raise ParameterError(
                "demand.part", f"hour {hour} of the shape is {value:g}; it must lie between 0 and 1e12"
            )
    week = tuple(float(value) for value in given) * (HOURS // len(given))
    if not sum(week) > 0.0:
        raise ParameterError("demand.part", "every hour of the shape is 0; raise at least one of them")
    return week


def spread(week: Sequence[float], code: int) -> NDArray[np.float64]:
    """Return the hours of a week over their mean, users spread over the zones of `code`, shape (168,)."""
    own = np.asarray(week, dtype=np.float64)
    total = np.mean([np.roll(own, hours) for hours in OFFSETS[code]], axis=0)
    return np.asarray(total / total.mean())


def covering(hours: NDArray[np.float64], lead: int) -> NDArray[np.float64]:
    """Return the busiest of each hour and the `lead` ones after it, the week going round, shape (168,)."""
    return np.asarray(np.max([np.roll(hours, -ahead) for ahead in range(lead + 1)], axis=0))


@cache
def profile_of(week: tuple[float, ...]) -> NDArray[np.float64]:
    """Return `PROFILE` of a week as a flat vector."""
    made = np.zeros(1, PROFILE)
    for code in range(len(OFFSETS)):
        hours = spread(week, code)
        peak = hours.max()
        made["peak"][0, code] = peak
        made["day"][0, code] = hours.reshape(7, 24).mean(axis=1).max()
        for lead in range(LEADS + 1):
            made["tracking"][0, code, lead] = 1.0 / covering(hours, lead).mean()
        for step in range(STEPS + 1):
            made["served"][0, code, step] = np.minimum(hours / peak, step / STEPS).mean()
    flat = made.view(np.float64)
    flat.setflags(write=False)
    return flat
