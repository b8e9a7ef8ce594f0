"""Names and meanings of declared things in another language, and the few sentences the engine makes of them.

A name is declared once, in English, beside what it names, and read wherever it is told: in rows, titles, the
finder, explanations, names of undo steps, messages. So is what it means, in tips, the help and explanations.
Both are exchanged here, at their one place, and not at the two hundred that read them. Keys, ids, codes and
figures know no language.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

from engine import formatting, presentation
from engine.metrics import METRICS, Metric
from engine.parameters import GROUPS, PER_TIER, SPECS, TIERS
from engine.shares import SHARE_GROUPS
from engine.specs import Spec
from engine.tier_keys import join, spec_of

Codes = dict[int, tuple[str, str]]
Translate = Callable[[str], str]

#: What of a declaration is told to a person.
_TOLD: Final = ("label", "doc")
#: How a name says which tier it is of.
_OF_TIER: Final = "{label}, tier {tier}"
#: What was declared, by the identity of what it names, once another language has been spoken.
_DECLARED: Final[dict[tuple[int, str], str]] = {}
_CODES: Final[dict[int, Codes]] = {}
#: What translates a text, and what a whole sentence known by its form; empty while English is spoken.
_speaking: Final[list[tuple[Translate, Translate]]] = []


def declared() -> Iterator[str]:
    """Yield in English every declared name, what it means and where its default comes from, each once."""
    named = [_DECLARED.get((id(one), name), text) for one, name, text in _things()]
    coded = [label for codes in _coded() for _, label in _CODES.get(id(codes), codes).values()]
    sources = [spec.source for spec in SPECS.values() if spec.source]
    yield from dict.fromkeys([*named, *coded, *sources, _OF_TIER])


def speak(translate: Translate | None, retell: Translate | None = None) -> None:
    """Name everything as `translate` says; None brings the declared names back.

    `retell` translates sentences that hold figures; where there is none, `translate` does.
    """
    _speaking[:] = [] if translate is None else [(translate, retell or translate)]
    for thing, name, text in _things():
        english = _DECLARED.setdefault((id(thing), name), text)
        # Declarations are frozen for everybody but the one who speaks for them.
        object.__setattr__(thing, name, word(english))
    for codes in _coded():
        kept = _CODES.setdefault(id(codes), dict(codes))
        codes.update({c: (i, word(said)) for c, (i, said) in kept.items()})
    spec_of.cache_clear()
    presentation.forget()
    if translate is not None:
        _name_tiers()


def _name_tiers() -> None:
    """Name the inputs of further tiers, whose declarations `spec_of` makes in English and remembers."""
    for key, spec in SPECS.items():
        for tier in range(2, TIERS + 1) if spec.group in PER_TIER else ():
            object.__setattr__(spec_of(join(tier, key)), "label", of_tier(spec.label, tier))


def _things() -> Iterator[tuple[Any, str, str]]:
    """Yield what is declared, by attributes that are told."""
    for thing in _declarations():
        for name in _TOLD:
            text = getattr(thing, name, "")
            if text:
                yield thing, name, text


def _declarations() -> Iterator[Any]:
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


# sentences ----------------------------------------------------------------------------------------


def word(text: str) -> str:
    """Return `text` in the language spoken, as it is where it has no translation."""
    return _speaking[0][0](text) if _speaking and text else text


def spoken() -> Translate | None:
    """Return what translates into the language spoken; None where it is English."""
    return _speaking[0][0] if _speaking else None


def sentence(text: str) -> str:
    """Return a sentence that holds figures in the language spoken, as it is where its form is not known."""
    return _speaking[0][1](text) if _speaking and text else text


def told(text: str, /, **values: object) -> str:
    """Return `text` in the language spoken, with `values` in place of the names in braces."""
    return word(text).format(**values)


def of_tier(label: str, tier: int) -> str:
    """Return the name of what belongs to `tier` alone."""
    return told(_OF_TIER, label=label, tier=tier)


def format_value(value: float | str, of: Spec | Metric, *, full: bool = False, decimal: str = ".") -> str:
    """Return `value` for reading, as `engine.formatting.format_value` in the language spoken."""
    return in_words(formatting.format_value(value, of, full=full, decimal=decimal), of.display_unit)


def in_words(text: str, unit: str) -> str:
    """Return a figure in `unit` with that in the language spoken."""
    if not _speaking:
        return text
    # Of money the sign stands before the figure, and what it is paid per behind.
    behind, said = (unit[1:], word(unit)[1:]) if unit.startswith("$") else (unit, word(unit))
    return text.removesuffix(behind) + said if behind and text.endswith(behind) else text
