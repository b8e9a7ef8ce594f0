"""What the value view says: its scale, its verdict, and what lies under the pointer."""

import math
from typing import Final

from engine.market import Quote
from gui.language import say
from gui.plotting import text
from gui.plotting.scales import Range
from gui.plotting.value_job import ValueResult, Worth
from gui.shown_units import priced, ratio

_WAY_WORDS: Final = {
    "standard": "",
    "batch": ", batch",
    "flex": ", flex",
    "fast": ", fast",
    "priority": ", priority",
}

_WORTH: Final = "value_density"


def span(r: ValueResult) -> Range:
    """Return the scale that holds everything of `r`, with room at both ends."""
    values = [use.density for use in r.uses] + [r.cost, r.listed] + [q.per_token * 1e6 for q in r.quotes]
    held = [value for value in values if math.isfinite(value) and value > 0.0] or [1.0]
    low, high = min(held), max(held)
    return Range(low / 1.5, max(high * 1.3, low * 10.0), "log")


def verdict(r: ValueResult) -> str:
    """Return in a sentence what becomes of the scenario's own decision."""
    own = next(use for use in r.uses if use.own)
    if not math.isfinite(own.density):
        return "Nothing can be served here: a decision has no cost to be weighed against."
    named = say("{label}: a token dollar brings {ratio}", label=own.label, ratio=times(own.ratio))
    if own.density <= 0.0:
        return say("{label}: errors and other cost take more than the answer brings.", label=own.label)
    if own.density <= r.listed:
        return say("{named}. Worth less than the list price: crushed by competition.", named=named)
    return say(
        "{named}, and its tokens are worth {density} their list price.",
        named=named,
        density=times(own.density / r.listed),
    )


def use_lines(use: Worth | None) -> list[str]:
    """Return what is told of a use under the pointer."""
    assert use is not None
    told = [
        use.label,
        priced(say("worth {density} per M tokens", density=money(use.density))),
        say("{ratio} what its tokens cost", ratio=times(use.ratio)),
    ]
    return told if use.own else [*told, "click to weigh it"]


def quote_lines(quote: Quote | None) -> list[str]:
    """Return what is told of a listing under the pointer."""
    assert quote is not None
    o = quote.offer
    cached = "" if o.cached is None else say(", cached {base}", base=money(o.cached.base))
    lines = [
        f"{o.host}: {o.model}{_WAY_WORDS[o.way]}",
        priced(
            say(
                "input {base}{cached}, output {base2} per M",
                base=money(o.input.base),
                cached=cached,
                base2=money(o.output.base),
            )
        ),
        priced(
            say(
                "{per_token} per M tokens of this mix, ${per_request:.3g} a request",
                per_token=money(quote.per_token * 1e6),
                per_request=quote.per_request,
            )
        ),
    ]
    if math.isfinite(quote.margin):
        lines.append(
            say(
                "margin at your cost {margin}",
                margin=f"{text.MINUS if quote.margin < 0 else '+'}{abs(quote.margin):.0%}",
            )
        )
    return lines


def money(value: float) -> str:
    """Return $ per M tokens as read; a dash if there is none."""
    return "\u2014" if not math.isfinite(value) else text.reading(_WORTH, value * ratio(_WORTH))


def times(value: float) -> str:
    """Return a ratio as read; a dash if there is none."""
    return "\u2014" if not math.isfinite(value) else f"{text.number(value)}\u00d7"
