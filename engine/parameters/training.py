"""The other bill: training, against which the bill of inference is set."""

from dataclasses import dataclass
from typing import Final

from engine.specs import choice, number

SHARED: Final = (("training.basis", ("share",)),)
BILLED: Final = (("training.basis", ("bill",)),)


@dataclass(frozen=True)
class Training:
    """What the models served cost to make, beside what it costs to serve them."""

    basis: str = choice(
        "share",
        "Training is known by",
        (("share", 0, "inference's share of compute"), ("bill", 1, "the bill of one model")),
        role="decision",
        doc="Training in proportion to this service's bill, as in the industry, or a sum of its own.",
    )
    inference_share: float = number(
        2 / 3,
        "Inference's share of compute",
        "1",
        hard=(0.01, 0.999),
        soft=(0.33, 0.8),
        percent=True,
        role="assumption",
        doc="Spend on inference over inference and training, in the first year.",
        source="Deloitte: 1/3 in 2023, 1/2 in 2025, 2/3 in 2026",
        when=SHARED,
    )
    bill: float = number(
        1e7,
        "Bill of one model",
        "$",
        hard=(0, 1e12),
        soft=(1e5, 1e9),
        scale="log",
        role="assumption",
        doc="What training the model served costs, in the first year.",
        source="from memory: millions for a 70B model, 100 million for GPT-4; OpenAI R&D 5 billion in 2024",
        when=BILLED,
    )
    life: float = number(
        1.0,
        "Life of a model",
        "years",
        hard=(0.05, 20),
        soft=(0.5, 3),
        role="assumption",
        doc="Years after which a model is replaced by the next, and the bill comes again.",
        source="from memory: flagship models are replaced within 6-18 months",
    )
    growth: float = number(
        0.3,
        "Growth of the training bill",
        "1",
        hard=(-0.9, 10),
        soft=(-0.5, 1.5),
        percent=True,
        role="assumption",
        doc="Yearly growth of what training costs.",
        source="from memory: frontier runs grew 2.4 times a year, most models by far less",
    )
    tokens: float = number(
        15e12,
        "Training tokens",
        "tokens",
        hard=(1e6, 1e18),
        soft=(1e12, 5e13),
        scale="log",
        role="assumption",
        doc="Tokens the model was trained on.",
        source="theory 6.3: 15 T",
    )
    utilization: float = number(
        0.4,
        "Arithmetic used in training",
        "1",
        hard=(0.01, 1),
        soft=(0.3, 0.55),
        percent=True,
        role="assumption",
        doc="Share of the machine's arithmetic that training uses.",
        source="theory 6.3: 40 %",
        advanced=True,
    )
    inference_utilization: float = number(
        0.1,
        "Arithmetic used in inference",
        "1",
        hard=(0.001, 1),
        soft=(0.05, 0.4),
        percent=True,
        role="assumption",
        doc="Share of the machine's arithmetic that serving uses.",
        source="theory 6.3: 10 %",
        advanced=True,
    )
