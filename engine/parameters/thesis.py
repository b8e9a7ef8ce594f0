"""The counter-thesis: each line of it a switch that moves inputs of the years ahead."""

from dataclasses import dataclass
from typing import Any

from engine.specs import choice


def _line(label: str, doc: str, source: str) -> Any:
    options = (("no", 0, "no"), ("yes", 1, "yes"))
    return choice("no", label, options, role="assumption", doc=doc, source=source)


@dataclass(frozen=True)
class Thesis:
    """What could go against inference as a business; each line moves inputs of the years ahead."""

    commodity: str = _line(
        "Inference becomes a commodity",
        "Prices fall faster than cost: pass-through at least 1.05.",
        "constant quality fell 10 times a year (a16z), hardware and software together 3-4 times",
    )
    smaller_models: str = _line(
        "Smaller models need less hardware",
        "Models shrink faster at the same quality: gain by models at least 65 % a year.",
        "theory 6.2: cost after a year 0.1-0.6 of before; Epoch 40 times a year at GPT-4's level",
    )
    efficiency: str = _line(
        "Efficiency compresses suppliers",
        "Use does not follow the price: elasticity at most 0.8, gain by software at least 50 % a year.",
        "theory 6.2: efficiency shrinks suppliers where elasticity is below 1 / pass-through; low end 0.6",
    )
    own_silicon: str = _line(
        "Hyperscalers internalise silicon",
        "Own silicon reaches at least half of capacity in 2030.",
        "TrendForce 2026: 27.8 % of shipments, growing 44.6 % against 16.1 %: 48 % in 2030",
    )
    design: str = _line(
        "Buyers capture the design",
        "Broadcom and Marvell keep at most 40 % of the margin on own silicon.",
        "from memory: customer-owned tooling leaves the partner layout and packaging",
    )
    cycle: str = _line(
        "Networking meets a spending cycle",
        "Buyers add no capacity for at least a year: orders of switches fall with all others.",
        "theory 6.2: growth of need from 60 % to 0 takes 75 % off the orders",
    )
    media: str = _line(
        "Cables and optics are volatile",
        "At least 15 % of copper links turn optical each year, and an optical link costs a third less.",
        "800G LPO 700-900 $ against DSP 1,000-1,400 $; CPO 9 W a port against 30 W; pace from memory",
    )
    alternatives: str = _line(
        "AMD remains behind",
        "Alternatives keep at most 6 % of merchant accelerators.",
        "from memory: AMD about 5 of 120 billion dollars of data-centre accelerators",
    )
    platform: str = _line(
        "The platform is expensive",
        "A Palantir-like platform takes at least 10 % of revenue more by the last year.",
        "from memory: marketplaces 3-20 %",
    )
    margin: str = _line(
        "Nvidia's margin is questioned",
        "The merchant vendor's margin falls to at most 50 % by the last year.",
        "theory 6.1: custom silicon at 50 %, price 0.6 of the merchant's",
    )
