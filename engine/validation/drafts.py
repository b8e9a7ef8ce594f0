"""Speculative decoding as a row labels it: how many tokens are guessed ahead, and how well."""

import re
from typing import Final

from engine.scenario import Value
from engine.validation.points import Point

_OFF: Final = frozenset({"", "off", "no", "none", "false", "0", "disabled", "disable"})
_COUNTS: Final = (
    re.compile(r"\b(?:k|n|steps|tokens)\s*[=:]\s*(\d+)"),
    re.compile(r"\bmtp[-_ ]?(\d+)"),
    re.compile(r"\beagle3?[-_ ](\d+)\b"),
)
#: Tokens guessed where a label tells the method alone: what InferenceX runs at small concurrency.
_UNTOLD: Final = 3.0
#: First guess right, and time of a guess over that of a step: method -> shares, with their ground.
_METHODS: Final = (
    ("mtp", 0.85, 0.03, "trained with the model; golden acceptance lengths of InferenceX"),
    ("nextn", 0.85, 0.03, "trained with the model; golden acceptance lengths of InferenceX"),
    ("eagle", 0.75, 0.03, "one layer trained on the model's states"),
    ("medusa", 0.65, 0.02, "heads trained on the model's states"),
    ("ngram", 0.4, 0.0, "guesses copied from the prompt"),
)
_MODEL: Final = (0.6, 0.05, "a separate small model")


def drafts(point: Point) -> tuple[dict[str, Value], str]:
    """Return the parameters of speculative decoding of `point`, and what of it was assumed."""
    label = point.spec_decode.lower().strip()
    if label in _OFF:
        return {}, ""
    told = next(filter(None, (count.search(label) for count in _COUNTS)), None)
    right, share, ground = next(
        ((right, share, why) for word, right, share, why in _METHODS if word in label), _MODEL
    )
    tokens = float(told[1]) if told else _UNTOLD
    text = f"drafts of {tokens:g} tokens, the first right in {right:.0%}: {ground}"
    return {
        "deployment.draft_tokens": tokens,
        "deployment.draft_acceptance": right,
        "deployment.draft_share": share,
    }, text
