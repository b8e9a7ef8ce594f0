"""Which tensors a quantisation list names: exact names, parts of names, globs and simple expressions."""

import re
from collections.abc import Iterable
from fnmatch import translate
from typing import Final

#: Parts of a checkpoint that are not counted, so that lists about them say nothing here.
_ELSEWHERE: Final = ("mtp", "vision", "visual", "audio", "multi_modal", "mm_projector", "eagle")
_WORDS: Final = (
    ("block_sparse_moe.", "mlp."),
    ("feed_forward.", "mlp."),
    (".ffn.", ".mlp."),
    (".attn.", ".self_attn."),
    ("shared_expert.", "shared_experts."),
)
_FUSED: Final = {
    "q_proj": "qkv_proj",
    "k_proj": "qkv_proj",
    "v_proj": "qkv_proj",
    "gate_proj": "gate_up_proj",
    "up_proj": "gate_up_proj",
    "in_proj_qkv": "in_proj_qkvz",
    "in_proj_z": "in_proj_qkvz",
}
#: More patterns with wildcards than any published list has; the rest are left out with a warning.
_GLOB_LIMIT: Final = 300
_TEXT_LIMIT: Final = 300


class Scope:
    """A set of tensors, given as in ignore lists and targets.

    Parameters
    ----------
    patterns : iterable of str
        Names (`lm_head`), parts of names (`mlp.gate`), globs (`model.layers.*.self_attn`) and
        expressions (`re:.*self_attn.*`).

    Attributes
    ----------
    unread : list of str
        Patterns that could not be read.
    """

    def __init__(self, patterns: Iterable[object]) -> None:
        self.names: set[str] = set()
        self.linear = False
        self.unread: list[str] = []
        globs: dict[str, None] = {}
        for pattern in patterns:
            if isinstance(pattern, str):
                self._add(pattern.strip(), globs)
        self._glob = _compiled(list(globs)[:_GLOB_LIMIT])
        if len(globs) > _GLOB_LIMIT:
            self.unread += list(globs)[_GLOB_LIMIT:]

    def _add(self, pattern: str, globs: dict[str, None]) -> None:
        if pattern == "Linear":
            self.linear = True
            return
        if not pattern or len(pattern) > _TEXT_LIMIT or any(word in pattern.lower() for word in _ELSEWHERE):
            return
        if pattern.startswith("re:"):
            alternatives = _globs_of(pattern[3:])
            if alternatives is None:
                self.unread.append(pattern)
                return
            globs.update(dict.fromkeys(_canonical(glob) for glob in alternatives))
            return
        name = _canonical(pattern)
        stem = name.rstrip("*").rstrip(".")
        if "*" in stem or "?" in stem:
            globs[name] = None
        elif stem:
            self.names.add(stem)

    def __contains__(self, name: str) -> bool:
        """Return whether the tensor `name` (`layers.0.mlp.up_proj`) is named, by itself or a part of it."""
        for variant in _variants(name):
            segments = variant.split(".")
            for start in range(len(segments)):
                joined = ""
                for segment in segments[start:]:
                    joined = f"{joined}.{segment}" if joined else segment
                    if joined in self.names:
                        return True
            if self._glob is not None and (self._glob.match(variant) or self._glob.match(f"model.{variant}")):
                return True
        return False


def canonical_name(name: str) -> str:
    """Return a tensor name of any checkpoint as it is written here."""
    return _canonical(name)


def elsewhere(name: str) -> bool:
    """Return whether `name` belongs to a part that is not counted (vision, drafting)."""
    return any(word in name.lower() for word in _ELSEWHERE)


def variants(name: str) -> list[str]:
    """Return the names under which the tensor `name` may be listed."""
    return _variants(name)


def _variants(name: str) -> list[str]:
    found = [name]
    head, _, last = name.rpartition(".")
    if last in _FUSED:
        found.append(f"{head}.{_FUSED[last]}")
    found += [other.replace(".experts.0.", ".experts.") for other in found if ".experts.0." in other]
    return found


def _canonical(pattern: str) -> str:
    place = pattern.find("layers.")
    text = pattern[place:] if place >= 0 else pattern.removeprefix("model.")
    for old, new in _WORDS:
        text = text.replace(old, new)
    return text


def _compiled(globs: list[str]) -> re.Pattern[str] | None:
    if not globs:
        return None
    # A glob also names everything below it.
    both = [translate(glob) for glob in globs] + [translate(f"{glob}.*") for glob in globs]
    return re.compile("|".join(f"(?:{text})" for text in both))


def _globs_of(expression: str) -> list[str] | None:
    """Return globs for a regular expression of the simple kind that lists use, or None.

    Expressions of a file are never run: a hostile one could take for ever.
    """
    ends = expression.endswith("$")
    text = expression.removeprefix("^").removesuffix("$")
    for old, new in ((r"\.", "."), (r"\d+", "*"), ("[0-9]+", "*"), (".*", "*"), (".+", "*"), ("[^.]*", "*")):
        text = text.replace(old, new)
    found = [text]
    while any("(" in item for item in found):
        expanded: list[str] = []
        for item in found:
            match = re.search(r"\((?:\?:)?([^()]*)\)", item)
            if match is None:
                return None
            before, after = item[: match.start()], item[match.end() :]
            expanded += [before + choice + after for choice in match.group(1).split("|")]
        found = expanded
        if len(found) > 64:
            return None
    if any(character in item for item in found for character in "()[]{}+?|\\^$"):
        return None
    return [item if ends or item.endswith("*") else f"{item}*" for item in found]
