"""How long the requests of a row were: mean tokens in and out, and how much they vary."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from engine.validation.points import Point

#: Lengths drawn uniformly from 0.8 to 1.0 of the nominal: mean and coefficient of variation.
DRAWN_MEAN: Final = 0.9
DRAWN_VARIATION: Final = 0.2 / math.sqrt(12.0) / DRAWN_MEAN
_DRAWN: Final = re.compile(r"uniform(?: in)? \[?0\.8[,-]\s?1\.0")

#: Mean input tokens by task of the tables that do not tell them: an assumption, with its ground.
ASSUMED_INPUT: Final[Mapping[str, tuple[float, str]]] = {
    "llm-chat": (220.0, "single turns of shared chats, median near 200 tokens"),
    "llm-code": (180.0, "EvalPlus problems, a signature and its docstring"),
    "mllm-chat": (640.0, "an image of 576 tokens and a question of some 60"),
    "lm-arena-chat": (
        1200.0,
        "a turn of an arena conversation comes with all before it: some two of 500 tokens, and its own",
    ),
    "gpqa": (330.0, "a graduate question with four choices"),
    "image-chat": (1200.0, "an image of about a thousand tokens and a question"),
    "video-chat": (6000.0, "sampled frames at some hundred tokens each"),
    "sourcegraph-fim": (1500.0, "the rest of a source file, before and after the gap"),
}


@dataclass(frozen=True, slots=True)
class Lengths:
    """Mean tokens of a request and their coefficients of variation; `assumed` tells what was not told."""

    prompt: float
    output: float
    prompt_variation: float = 0.0
    output_variation: float = 0.0
    assumed: str = ""


def lengths(point: Point) -> Lengths | str:
    """Return the lengths of `point`, or why they are unknown."""
    if point.osl is None:
        return "output length is not told"
    task = point.scenario.rpartition(":")[2]
    if point.isl is None:
        if task not in ASSUMED_INPUT:
            return "input length is not told, nor a task whose inputs are known"
        tokens, ground = ASSUMED_INPUT[task]
        text = f"input of {tokens:g} tokens assumed for {task}: {ground}"
        # Answers of a task are measured as a mean over prompts of all sorts.
        return Lengths(tokens, max(point.osl, 1.0), 1.0, 0.6, text)
    if _DRAWN.search(point.notes):
        share = DRAWN_MEAN
        return Lengths(
            max(point.isl * share, 1.0), max(point.osl * share, 1.0), DRAWN_VARIATION, DRAWN_VARIATION
        )
    return Lengths(max(point.isl, 1.0), max(_output(point), 1.0))


def _output(point: Point) -> float:
    # A pair of runs tells TTFT by one output token and TPOT by a longer answer.
    longer = re.search(r"\bL=(\d+)", point.notes)
    if point.osl == 1.0 and longer is not None and point.tpot_ms_mean is not None:
        return float(longer[1])
    return point.osl or 1.0
