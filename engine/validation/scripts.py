"""How benchmarks cut runs over accelerators where their first tables told the number of them alone.

InferenceX (SemiAnalysis, Apache-2.0) ran DeepSeek and gpt-oss from lists of layouts by lengths and
concurrency, `.github/configs/master.yaml` of 2025-10; its tables before December 2025 tell `tp` alone.
"""

import dataclasses
import re
from typing import Final

from engine.validation.layout import Layout
from engine.validation.points import Point

#: Until then tables told no more than `tp`.
_FIRST_LABELLED: Final = "2025-11-15"
_RELEASE: Final = re.compile(r"(\d+)\.(\d+)")
#: Engine, as tables write it -> its first release of 2026.
_OF_2026: Final = {"trtllm": (1, 2), "sglang": (0, 5, 7)}
#: Most clients that DeepSeek in FP8 was run with on releases to 1.1 of TensorRT-LLM, on eight accelerators.
_MOST_FP8: Final = 64.0


def _inferencex(point: Point) -> bool:
    return point.source == "inferencex_mq" or "InferenceX run" in point.notes


def _deepseek(point: Point) -> bool:
    return "deepseek" in (point.model_canon or point.model).lower()


def _four_bits(point: Point) -> bool:
    return "fp4" in point.weight_precision.lower()


def era(point: Point) -> str:
    """Return the day an engine's form is told by: that of the release where it is named, else the row's.

    Of rows without either, those that the lists of 2025 do not hold are of the next year.
    """
    first = _OF_2026.get(point.engine.lower())
    found = [int(part) for part in re.findall(r"\d+", point.engine_version)]
    if first and _RELEASE.match(point.engine_version) and point.date[:4] not in {"2023", "2024"}:
        return "2026" if tuple(found[: len(first)]) >= first else "2025"
    return "2026" if _unlisted(point) else point.date


def _unlisted(point: Point) -> bool:
    if point.source != "inferencex_mq" or point.engine.lower() != "trtllm" or not _deepseek(point):
        return False
    told, clients = _number(point.dp) > 1, point.concurrency_or_batch or 0.0
    if _four_bits(point):
        return told and clients < _grouped_from(point)
    return "b200" in point.hardware.lower() and (point.n_devices != 8.0 or clients > _MOST_FP8)


def first_deepseek(point: Point) -> bool:
    """Return whether `point` is DeepSeek by InferenceX on a release to 1.1 of TensorRT-LLM."""
    known = _inferencex(point) and point.engine.lower() == "trtllm" and not point.disagg
    return known and _deepseek(point) and era(point).startswith("2025")


def _grouped_from(point: Point) -> float:
    """Return from how many clients DeepSeek ran data-parallel attention."""
    hopper = "h200" in point.hardware.lower()
    if point.isl == 8192.0:
        return 64.0 if hopper or _four_bits(point) else 128.0
    if _four_bits(point):
        return 256.0
    return 128.0 if hopper or point.osl == 8192.0 else 64.0


def scripted(point: Point, cut: Layout) -> Layout:
    """Return `cut` with the ranks of experts and of attention that the benchmark's list gives its run."""
    unlabelled = point.source == "inferencex_mq" or (
        not point.engine_version and point.date[:10] < _FIRST_LABELLED
    )
    if not unlabelled or not first_deepseek(point) or cut.data > 1:
        return cut
    ranks, clients = cut.tensor, point.concurrency_or_batch or 0.0
    if clients >= _grouped_from(point):
        return dataclasses.replace(cut, tensor=1, expert=ranks, data=ranks)
    return dataclasses.replace(cut, expert=ranks if clients >= _spread_from(point, ranks) else cut.expert)


def _spread_from(point: Point, ranks: int) -> float:
    """Return from how many clients DeepSeek's experts were spread over `ranks`, attention cut by tensor."""
    if not _four_bits(point):
        return 0.0
    if ranks == 4:
        return 0.0 if point.isl == 8192.0 else 64.0
    if point.isl == 8192.0:
        return 64.0
    return 16.0 if point.osl == 1024.0 else 32.0


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0
