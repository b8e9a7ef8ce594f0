"""What English looks like where another language should be spoken."""

import re

#: Words of English sentences that are no German ones.
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|to|with|from|by|not|each|than|what|which|would|this|that|where|or|has|have|above"
    r"|below|between|hours|years|months?|more|less|without|other|only|nothing|when|while|can|cannot|per"
    r"|points|at|for|as|no|it|its|much|like|under|over|replicas|accelerators|years|most|least|requests|tokens|inputs?|limits?|load|share|guess|worth|reaches|times|price|cost|on|tiers?|baseline"
    r"|both|now|here|then|every|they|them|their|these|those|were|will|been|any|all|an?d|yet|who|how|why)\b"
)
_TAG = re.compile(r"<[^>]*>")


def found(text):
    """Return the first English word of `text`, "" where there is none."""
    word = ENGLISH.search(_TAG.sub(" ", text))
    return word[0] if word else ""
