"""What leads through the window, and Compare, speak the language of the window."""

import pytest

from engine import files
from gui import language
from gui.guide import answers, help_pages, help_texts, hints, questions
from gui.language import tr
from gui.panels import effects
from gui.plotting import compare_job, compare_words

#: Words that are the same in both.
_SAME = {"EP, TP, PP, DP", "MLA, GQA", "P10, P50, P90", "Arrows, Enter"}
_SHORT = {
    "Batch", "Decode", "Break-even", "Goodput", "KV cache", "MoE", "PUE", "Prefill", "TPOT", "TTFT", "Token",
    "Baseline", "Tier", "Regret", "Replica", "Accelerator",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _german(styled):
    language.use("de")
    yield
    language.use("en")


def told():
    """Return every sentence of the help and the guide that no declaration holds."""
    yield from (words for _, words in help_texts.READING)
    yield from help_texts.VIEW_TEXTS.values()
    yield from (words for words, _ in help_texts.KEYS)
    yield from (words for pair in help_texts.GLOSSARY for words in pair)
    yield from (question.text for question in questions.QUESTIONS)
    yield from (hints.DONE, questions.WAITING, effects.WAITING, effects.UNDER_WAY)
    yield from (*compare_job.SHOWS.values(), *compare_job.ROWS.values(), *compare_words.WHOSE.values())


def test_every_sentence_of_help_guide_and_compare_has_a_german_one():
    english = [words for words in told() if words not in _SAME | _SHORT and tr(words) == words]
    assert english == []


def test_emphasis_and_names_survive_translation():
    for words in told():
        for mark in ("<b>", "</b>", "Ctrl"):
            if mark == "Ctrl":
                assert words.count(mark) == tr(words).count("Strg"), words
            else:
                assert words.count(mark) == tr(words).count(mark), words


def test_help_is_in_german_and_its_targets_are_not():
    pages = dict(help_pages.contents())
    assert pages["reading"] == "Wie das Fenster zu lesen ist"
    kinds = {name.partition("/")[0] for name in pages}
    assert kinds == {"reading", "views", "keys", "inputs", "figures", "", "glossary"}
    assert "Ein Szenario ist ein Weg" in help_pages.page("reading", ())
    assert "Beschleuniger" in help_pages.page("glossary", ())
    assert "Vorgabe" in help_pages.page("inputs/limits", ())
    found = next(entry for entry in help_pages.index() if entry.target == "views#compare")
    assert found.title == "Vergleich"
    language.use("en")
    assert "A scenario is one way" in help_pages.page("reading", ())
    found = next(entry for entry in help_pages.index() if entry.target == "views#compare")
    assert found.title == "Compare"


def test_answers_are_whole_german_sentences_with_the_same_figures():
    scenario = files.load_builtin("enterprise-assistant").scenario
    german = answers.price(scenario)
    assert german.text.startswith("Bei <b>")
    assert "die Marge null" in german.text
    assert answers.smaller(scenario).text.count("statt") == 2
    language.use("en")
    english = answers.price(scenario)
    assert english.text.startswith("At <b>")
    assert english.scenario == german.scenario
    figures = [
        [word.strip(":,.") for word in text.split() if any(map(str.isdigit, word))]
        for text in (english.text, german.text)
    ]
    assert figures[0] == figures[1]
