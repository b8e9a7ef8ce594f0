"""The names of declared things in another language.

A name is declared once, in English, beside what it names, and read wherever it is told: in rows, titles, the
finder, explanations, names of undo steps, messages. So it is exchanged here, at its one place, and not at
the two hundred that read it. Keys, ids, codes and figures know no language.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

from engine import presentation
from engine.metrics import METRICS
from engine.parameters import GROUPS
from engine.shares import SHARE_GROUPS
from engine.tier_keys import spec_of

Codes = dict[int, tuple[str, str]]

#: What was declared, by the identity of what it names, once another language has been spoken.
_DECLARED: Final[dict[int, str]] = {}
_CODES: Final[dict[int, Codes]] = {}


def declared() -> Iterator[str]:
    """Yield every declared name in English, each once."""
    named = [_DECLARED.get(id(one), one.label) for one in _things()]
    coded = [label for codes in _coded() for _, label in _CODES.get(id(codes), codes).values()]
    yield from dict.fromkeys([*named, *coded])


def speak(translate: Callable[[str], str] | None) -> None:
    """Name everything as `translate` says; None brings the declared names back."""
    for thing in _things():
        english = _DECLARED.setdefault(id(thing), thing.label)
        # Declarations are frozen for everybody but the one who speaks for them.
        object.__setattr__(thing, "label", translate(english) if translate else english)
    for codes in _coded():
        kept = _CODES.setdefault(id(codes), dict(codes))
        codes.update({c: (i, translate(said) if translate else said) for c, (i, said) in kept.items()})
    spec_of.cache_clear()
    presentation.forget()


def _things() -> Iterator[Any]:
    for group in GROUPS:
        yield group
        for spec in group.specs:
            yield spec
            yield from spec.options
    yield from METRICS.values()
    yield from SHARE_GROUPS


def _coded() -> Iterator[Codes]:
    seen: set[int] = set()
    for metric in METRICS.values():
        if metric.codes is not None and id(metric.codes) not in seen:
            seen.add(id(metric.codes))
            yield metric.codes
