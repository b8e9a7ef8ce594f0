"""Which of many things fit what was typed: words in any order, their beginnings, synonyms, slips."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from typing import Final

from gui.panels.synonyms import WORDS

_APART: Final = re.compile(r"[^\w%$.+/-]+")
#: Words that say nothing where others do.
_EMPTY: Final = frozenset(
    {"a", "an", "the", "of", "is", "my", "per", "to", "in", "for", "and", "what", "how"}
)
#: A letter group shared by this share of a word's is a slip of the hand.
_ALIKE: Final = 0.5
_RECENT: Final = 1.5
#: Lengths of a word whose letters may lie apart; of a longer one too many would fit by chance.
_SHORTEST: Final = 3
_LONGEST: Final = 8
_MISS: Final = 99.0


@dataclass(frozen=True, slots=True)
class Text:
    """What is looked at of one thing, in lower case with a space at either end.

    Attributes
    ----------
    label, names, place : str
        What it is called; what else it is called; where it belongs, with its key.
    initials, whole : str
        First letters of the words of the label; all three together.
    weight : float
        What stands behind others that fit as well.
    """

    label: str
    names: str
    place: str
    initials: str
    whole: str
    weight: float


def plain(text: str) -> str:
    """Return `text` in lower case, its words apart by single spaces."""
    return " ".join(_APART.split(text.casefold().replace("-", " "))).strip()


def text_of(label: str, names: str, place: str, weight: float) -> Text:
    """Return what is looked at of a thing."""
    told = plain(label)
    initials = "".join(word[0] for word in told.split())
    parts = f" {told} ", f" {plain(names)} ", f" {plain(place)} "
    return Text(*parts, initials, "".join(parts), weight)


class Matcher:
    """Finds among `texts`; everything that can be worked out beforehand is."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = list(texts)
        self._grams: list[frozenset[str]] | None = None

    def find(self, query: str, recent: Mapping[int, int], most: int = 40) -> list[int]:
        """Return the places of what fits `query`, the best first.

        Parameters
        ----------
        query : str
        recent : mapping of place to how long ago it was chosen, 0 for the last
            Stands before what fits as well; of an empty query it comes first.
        """
        words = plain(query).split()
        if not words:
            rest = sorted((t.weight, i) for i, t in enumerate(self._texts) if i not in recent)
            return [*sorted(recent, key=recent.__getitem__), *(i for _, i in rest)][:most]
        scored = self._scored(words, recent)
        if not scored:
            scored = self._alike(words)
        return [i for _, i in sorted(scored)[:most]]

    def score(self, words: Sequence[str], place: int) -> float:
        """Return how ill `words` fit the thing at `place`: 0 for the very name, 99 for not at all."""
        found = self._scored(list(words), {}, [place])
        return found[0][0] if found else _MISS

    def _scored(
        self, words: list[str], recent: Mapping[int, int], among: Sequence[int] | None = None
    ) -> list[tuple[float, int]]:
        said = [word for word in words if word not in _EMPTY] or words
        tokens = [_Token(word) for word in said]
        whole = f" {' '.join(words)}"
        made = []
        for i in range(len(self._texts)) if among is None else among:
            text, total = self._texts[i], 0.0
            for token in tokens:
                got = token.rank(text)
                if got >= _MISS:
                    break
                total += got
            else:
                if text.label.startswith(whole):
                    total -= 2.0 if text.label == f"{whole} " else 0.4
                total += text.weight + len(text.label) * 0.01 - (_RECENT if i in recent else 0.0)
                made.append((total, i))
        return made

    def _alike(self, words: list[str]) -> list[tuple[float, int]]:
        """Return what shares most letter groups with `words`: slips such as "utilistaion"."""
        if self._grams is None:
            self._grams = [_grams(text.label) for text in self._texts]
        wanted = _grams(" ".join(words))
        if len(wanted) < 4:
            return []
        made = []
        for i, grams in enumerate(self._grams):
            share = len(wanted & grams) / len(wanted)
            if share >= _ALIKE:
                made.append((-share, i))
        return sorted(made)[:12]


class _Token:
    """One word typed, with what it may stand for."""

    def __init__(self, word: str) -> None:
        self._forms = [_Form(word, 0.0), *(_Form(other, 1.0) for other in WORDS.get(word, ()))]

    def rank(self, text: Text) -> float:
        return min(form.rank(text) for form in self._forms)


class _Form:
    def __init__(self, word: str, behind: float) -> None:
        self.word, self.behind = word, behind
        self.begin, self.full = f" {word}", f" {word} "
        letters = [re.escape(letter) for letter in word]
        # Letters in order and near, the first at the beginning of a word: "cncseq", "outpt".
        able = _SHORTEST <= len(word) <= _LONGEST
        self.scattered = re.compile(" " + ".{0,4}?".join(letters)) if able else None

    def rank(self, text: Text) -> float:
        return self._rank(text) + self.behind

    def _rank(self, text: Text) -> float:
        if self.word not in text.whole:
            if len(self.word) > 1 and text.initials.startswith(self.word):
                return 2.0
            return 8.0 if self.scattered is not None and self.scattered.search(text.label) else _MISS
        label, names = text.label, text.names
        if self.begin in label:
            return 0.0 if self.full in label else 1.0
        if self.begin in names:
            return 0.5 if self.full in names else 2.0
        if text.initials.startswith(self.word) and len(self.word) > 1:
            return 2.0
        if self.word in label:
            return 3.0
        if self.begin in text.place:
            return 3.5 if self.full in text.place else 4.0
        return 5.0


@lru_cache(maxsize=4096)
def _grams(text: str) -> frozenset[str]:
    return frozenset(map(add, text, text[1:]))
