"""What every decision has that an answer changes: how often, how wrong, what it takes beside the model."""

from dataclasses import dataclass

from engine.specs import choice, number, part

DECISIONS = (
    ("text", 0, "generic text"),
    ("fraud", 1, "fraud alert"),
    ("collections", 2, "collection"),
    ("maintenance", 3, "maintenance"),
    ("logistics", 4, "logistics"),
    ("support", 5, "support contact"),
    ("free", 6, "as stated"),
)


@dataclass(frozen=True)
class Answer:
    """What the answer changes whatever the decision, and what errors and review cost."""

    part: str = part(
        "generic-text",
        "Decision",
        "decision",
        doc="Case of use whose figures fill this group.",
        role="assumption",
    )
    kind: str = choice(
        "text",
        "Kind of decision",
        DECISIONS,
        role="assumption",
        doc="By which formula a decision's benefit is worked out.",
    )
    basis: str = choice(
        "cost",
        "Tokens paid at",
        (("cost", 0, "own cost"), ("price", 1, "list price")),
        role="decision",
        doc="Whether whoever decides runs the service himself or buys it at this scenario's list price.",
    )
    calls: float = number(
        1.0,
        "Calls per decision",
        "×",
        hard=(0.001, 1e06),
        soft=(1, 30),
        scale="log",
        role="assumption",
        doc="Requests to the model that one decision takes: retries, tool use and second looks included.",
        source="an agent or a retry loop takes several; the cases of the theory 1.3",
    )
    adoption: float = number(
        0.5,
        "Realised share",
        "1",
        hard=(0, 1),
        soft=(0.3, 0.7),
        percent=True,
        role="assumption",
        doc="Share of the benefit that reaches the books: how often the answer is used, and used well.",
        source="theory: realisation 0.3-0.7",
    )
    attribution: float = number(
        1.0,
        "Share owed to the model",
        "1",
        hard=(0, 1),
        soft=(0.2, 1),
        percent=True,
        role="assumption",
        doc="Share of the benefit that the rule or model in place before would not have brought anyway.",
        source="theory: only the uplift over the baseline counts",
    )
    errors: str = choice(
        "stated",
        "Wrong decisions",
        (("stated", 0, "as stated"), ("quality", 1, "from the quality of answers")),
        role="assumption",
        doc="Whether errors are stated, or follow from the quality of model, levers and routing.",
    )
    uncaught: float = number(
        0.2,
        "Wrong answers nobody catches",
        "1",
        hard=(0, 1),
        soft=(0.01, 1),
        percent=True,
        when=(("value.errors", ("quality",)),),
        role="assumption",
        doc="Share of the answers that do not serve their purpose and are acted upon all the same.",
        source="guess; measure it on cases of your own",
    )
    error_share: float = number(
        0.02,
        "Wrong decisions, stated",
        "1",
        hard=(0, 1),
        soft=(0, 0.2),
        percent=True,
        when=(("value.errors", ("stated",)),),
        role="assumption",
        doc="Share of decisions that are wrong and reach operations.",
        source="guess; measure it on cases of your own",
    )
    error_cost: float = number(
        0.0,
        "Cost of a wrong decision",
        "$",
        hard=(0, 1e9),
        soft=(0, 10000),
        role="assumption",
        doc="What a wrong decision costs until it is put right.",
        source="guess; of the case",
    )
    review_before: float = number(
        0.0,
        "Reviewed by people, before",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="assumption",
        doc="Share of cases that people looked at before.",
        source="of the case",
    )
    review_after: float = number(
        0.0,
        "Reviewed by people, now",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="decision",
        doc="Share of cases that people still look at.",
        source="of the case; human review usually costs a hundred times the tokens",
    )
    review_cost: float = number(
        8.0,
        "Cost of a review",
        "$",
        hard=(0, 1e06),
        soft=(1, 100),
        scale="log",
        role="assumption",
        doc="What one look by a person costs.",
        source="$5-20 a case (paymentsandrisk.com); within it set to the total of theory section 5",
    )
    other_cost: float = number(
        0.0,
        "Other cost per decision",
        "$",
        hard=(0, 1e06),
        soft=(0, 5),
        role="assumption",
        doc="Integration, data work and what a platform between model and operations takes, per decision.",
        source="of the case",
    )
    benefit: float = number(
        1.0,
        "Benefit per decision",
        "$",
        hard=(0, 1e9),
        soft=(0.001, 10000),
        scale="log",
        when=(("value.kind", ("free",)),),
        role="assumption",
        doc="What a right decision is worth, stated outright.",
        source="of the user",
    )
