"""Which deployments a search looks at: accelerators, precisions, layouts, loads and supplies."""

import itertools
from dataclasses import dataclass
from typing import Final

from engine import catalog
from engine.errors import IsocostError
from engine.parts import Part
from engine.scenario import Scenario, Value, spec_of

#: Least scale-up link of a part that is searched without being named [GB/s]: it serves models too large for
#: one of them.
LINKED: Final = 100.0
#: Sequences at once that are tried; the most that holds the limits is found between them.
LOADS: Final = tuple(float(2**n) for n in range(13))
_TENSOR: Final = (1.0, 2.0, 4.0, 8.0, 16.0)
_PIPELINE: Final = (1.0, 2.0, 4.0)
_EXPERT: Final = (8.0, 16.0, 32.0, 64.0)
#: What is moved, in the order of a row.
KEYS: Final = (
    "precision.weights", "precision.experts", "precision.kv", "deployment.tensor_parallel",
    "deployment.data_parallel", "deployment.pipeline_parallel", "deployment.expert_parallel",
    "finance.supply",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Space:
    """The deployments to look at: every combination of these.

    Attributes
    ----------
    accelerators : tuple of str
        Parts of the catalogue.
    weights, kv : tuple of str
        Precisions of weights (experts alike) and of the cache.
    layouts : tuple of (tensor, data, pipeline, expert)
        Parallel degrees.
    supplies : tuple of str
        Of `finance.supply`.
    load : str
        Input that is varied over `loads`: the concurrency, or the batch cap where something else sets it.
    loads : tuple of float
    """

    accelerators: tuple[str, ...]
    weights: tuple[str, ...]
    kv: tuple[str, ...]
    layouts: tuple[tuple[float, float, float, float], ...]
    supplies: tuple[str, ...]
    load: str
    loads: tuple[float, ...] = LOADS

    @property
    def size(self) -> int:
        """Return the number of deployments."""
        return len(self.accelerators) * self.each

    @property
    def each(self) -> int:
        """Return the number of deployments of one accelerator."""
        return len(self.weights) * len(self.kv) * len(self.layouts) * len(self.supplies) * len(self.loads)

    def rows(self) -> list[tuple[Value, ...]]:
        """Return the values of `KEYS` of every deployment of one accelerator, the load apart."""
        return [
            (weights, weights, kv, *layout, supply)
            for weights, kv, layout, supply in itertools.product(
                self.weights, self.kv, self.layouts, self.supplies
            )
        ]


def space(scenario: Scenario, accelerators: tuple[str, ...] = ()) -> Space:
    """Return what to search for `scenario`: all linked accelerators unless some are named, its own too.

    Raises
    ------
    IsocostError
        An accelerator is unknown, or another company's machines serve: they cannot be deployed.
    """
    if scenario.get("finance.supply") == "api":
        raise IsocostError(
            "finance.supply: tokens that are bought have no deployment to search; choose own, rent or mixed"
        )
    named = tuple(catalog.lookup("accelerator", name, scenario).id for name in accelerators)
    weights = _with(("bf16", "fp8", "fp4"), scenario.get("precision.weights"))
    kv = _with(("bf16", "fp8"), scenario.get("precision.kv"))
    supply = str(scenario.get("finance.supply"))
    by_load = scenario.get("deployment.load") in {"concurrency", "closed", "static"}
    return Space(
        named or linked(scenario),
        weights,
        kv,
        layouts(scenario),
        ("own", "rent") if supply in {"own", "rent"} else (supply,),
        "deployment.concurrency" if by_load else "deployment.batch_cap",
    )


def linked(scenario: Scenario) -> tuple[str, ...]:
    """Return the accelerators of the catalogue that work together over a fast link, and the present one."""
    parts = catalog.load("accelerator", scenario)
    able = [ident for ident, one in parts.items() if _link(one) >= LINKED]
    own = str(scenario.get("accelerator.part"))
    return tuple(able) if own in able or own not in parts else (own, *able)


def layouts(scenario: Scenario) -> tuple[tuple[float, float, float, float], ...]:
    """Return the parallel degrees to try: tensor by pipeline, and experts over more ranks if there are."""
    made = [(t, 1.0, p, 1.0) for t in _TENSOR for p in _PIPELINE]
    if scenario.number("model.experts") > 1.0:
        made += [(t, 1.0, p, t) for t in _TENSOR[1:] for p in _PIPELINE]
        # Attention by groups of their own, experts over all ranks.
        made += [(1.0, n, 1.0, n) for n in _EXPERT]
    names = ("tensor", "data", "pipeline", "expert")
    own = tuple(scenario.number(f"deployment.{name}_parallel") for name in names)
    return tuple(dict.fromkeys([*made, (own[0], own[1], own[2], own[3])]))


def fitted(scenario: Scenario, accelerator: str, changes: dict[str, Value]) -> Scenario:
    """Return `scenario` on `accelerator` with `changes`; raise `CatalogError` where it is unknown."""
    if scenario.get("accelerator.part") != accelerator:
        scenario = catalog.apply(scenario, "accelerator", accelerator)
    return scenario.with_values(changes)


def encoded(key: str, value: Value) -> float:
    """Return `value` of input `key` as records hold it."""
    return spec_of(key).encode(value)


def _with(options: tuple[str, ...], own: Value) -> tuple[str, ...]:
    return options if own in options else (*options, str(own))


def _link(part: Part) -> float:
    figure = part.values.get("accelerator.scaleup_bandwidth")
    return float(figure.value) if figure is not None else 0.0
