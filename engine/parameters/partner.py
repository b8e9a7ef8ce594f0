"""Who turns a design of its user's into a chip that can be bought."""

from dataclasses import dataclass

from engine.specs import choice, number, part

_CHOSEN = (("partner.who", ("chosen",)),)


@dataclass(frozen=True)
class Partner:
    """The design partner of own silicon."""

    part: str = part(
        "as-supplied",
        "Design partner",
        "design-partner",
        doc="Who delivers a part that its user designed; as supplied, whoever the accelerator's entry names.",
    )
    who: str = choice(
        "part",
        "Partner",
        (("part", 0, "as the accelerator has it"), ("chosen", 1, "chosen here")),
        role="decision",
        doc=(
            "Chosen: the margin below in place of the accelerator's own. The price of the accelerator stays: "
            "what one partner asks less, its designer keeps."
        ),
        advanced=True,
    )
    margin: float = number(
        0,
        "Margin of the partner chosen",
        "1",
        hard=(0, 0.95),
        soft=(0, 0.6),
        percent=True,
        role="assumption",
        doc="Gross margin on what the partner delivers; its price is the materials over one less this.",
        source="Bernstein: 50 % for a custom part against 70 % of a merchant's; others guesses",
        when=_CHOSEN,
    )
