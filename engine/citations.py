"""Where figures come from, in another language: the words around names, titles and addresses.

A source is a note such as "guess: idle over nameplate (2026-06)". Its names stay as they are in any language;
of what stands between its marks, the words that have a translation are exchanged.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from engine.kinds import KINDS
from engine.parts import Figure, shipped
from engine.wording import Translate, spoken

#: Words with what varies in braces; the more special before the more general.
FORMS: Final = (
    "config of {name}",
    "median of the {count} hosts that list one",
    "median of {count} hosts",
    "{share} of input",
    "fitted on {rows} calibrate rows of {curves} curves",
    "fit of {count} acceptance lengths",
    "middle of {count} engines and caches",
    "best of {count}",
    "not timed on {part}",
    "taken from {part}",
    "{count} experts",
    "{count} blocks",
    "{share} of all requests reach tier {tier}",
    "{what} from memory",
)
_MARKS: Final = re.compile(r"(; |: |, | ?[(\[]|[)\]] ?)")


def cited(source: str) -> str:
    """Return `source` in the language spoken, as far as its words have a translation."""
    translate = spoken()
    return source if translate is None or not source else _cited(source, translate)


@lru_cache(maxsize=4096)
def _cited(source: str, translate: Translate) -> str:
    whole = translate(source)
    if whole != source:
        return whole
    return "".join(
        part if i % 2 else part.replace(part.strip(), _piece(part.strip(), translate))
        for i, part in enumerate(_MARKS.split(source))
        if part
    )


def _piece(text: str, translate: Translate) -> str:
    told = translate(text)
    if told != text or " " not in text:
        return told
    for form, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return translate(form).format(**{k: translate(v) for k, v in found.groupdict().items()})
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    made = []
    for form in FORMS:
        pieces = re.split(r"\{(\w+)\}", form)
        text = "".join(re.escape(p) if i % 2 == 0 else f"(?P<{p}>.+)" for i, p in enumerate(pieces))
        made.append((form, re.compile(text)))
    return tuple(made)


def cataloged() -> Iterator[str]:
    """Yield every source and note of parts and figures in the catalogue that ships."""
    for kind in KINDS:
        for part in shipped(kind).values():
            if part.note:
                yield part.note
            for figure in (*part.values.values(), *part.facts.values()):
                if isinstance(figure, Figure):
                    yield from (text for text in (figure.source, figure.note) if text)


def pieces() -> frozenset[str]:
    """Return these as a whole, what stands between their marks, and what varies in it."""
    whole = set(cataloged())
    made = whole | {part.strip() for text in whole for part in _MARKS.split(text)[::2]}
    varying = {v for text in made for _, p in _patterns() if (f := p.fullmatch(text)) for v in f.groups()}
    return frozenset(made | varying)
