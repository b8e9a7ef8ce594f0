"""What a declaration of an output is."""

from dataclasses import dataclass
from typing import Final

from engine.units import UNITS

#: What stops a point: code -> (id, label). Kernels write the code into `binding`.
BINDING: Final[dict[int, tuple[str, str]]] = {
    0: ("none", "nothing"),
    1: ("memory", "memory"),
    2: ("ttft", "TTFT limit"),
    3: ("tpot", "TPOT limit"),
    4: ("capacity", "capacity"),
    5: ("layout", "parallel layout"),
    6: ("quality", "quality floor"),
}

#: Ways of `Metric.across`.
ACROSS: Final = (
    "sum", "worst", "most", "requests", "outputs", "answers", "replicas", "accelerators", "visits", "cost",
    "demand", "mixture", "formula", "service",
)  # fmt: skip

#: What a decode step waits for: code -> (id, label). Kernels write the code into `bound`.
BOUND: Final[dict[int, tuple[str, str]]] = {
    0: ("memory", "memory bandwidth"),
    1: ("compute", "arithmetic"),
    2: ("interconnect", "interconnect"),
    3: ("overhead", "host and launch overhead"),
}


@dataclass(frozen=True, slots=True)
class Metric:
    """One output.

    Attributes
    ----------
    key, label, doc : str
    unit : str
        Unit it is shown and exported in; the record holds base units.
    better : int
        +1 if more is better, -1 if less is, 0 if neither.
    scale : "linear" or "log"
        How a surface colours it.
    formula, method : str
        See the module.
    percent : bool
        Shown as per cent.
    codes : mapping or None
        Names of a coded metric's values.
    rests : str
        The predicted quantity that its error follows: "tpot", "1/tpot", "ttft", "e2e" or "energy" move
        it in proportion; "throughput" means that the whole evaluation is repeated with a slower and a
        faster machine. Empty: exact arithmetic on inputs.
    across : str
        How the figures of several tiers make the service's:

        - "sum"; "worst" (largest where less is better, least where more is); "most" (that of the tier with
          most accelerators)
        - a mean weighted by "requests" (those a tier works on), "outputs" (their output tokens), "answers"
          (requests whose answer is the tier's), "replicas" or "accelerators"
        - "visits": so much for each time a tier works on a request, so that an escalated one counts twice;
          "cost" the same, with the cost of router and judge spread over it
        - "demand": the figures belong to the requests of the service, and tiers have their shares of it
        - "mixture": a quantile over all answers, one of three metrics that end in _p50, _p95 and _p99
        - "formula": `formula` computed again from the service's own figures and the inputs all tiers share
        - "service": told by a kernel of its own, `engine.kernels.tiers`
    """

    key: str
    label: str
    unit: str
    better: int
    doc: str
    scale: str = "log"
    formula: str = ""
    method: str = ""
    percent: bool = False
    codes: dict[int, tuple[str, str]] | None = None
    rests: str = ""
    across: str = "requests"

    @property
    def display_unit(self) -> str:
        """Return the unit beside the figure."""
        return "%" if self.percent else self.unit

    def shown(self, base: float) -> float:
        """Return the record's figure `base` in the display unit."""
        return base * 100.0 if self.percent else base / UNITS[self.unit].factor
