"""The language of the window: one function through which every text reaches the screen.

Texts stand in the code in English and are their own keys; `resources/translations` holds the others. What
has no translation, such as the entry of a menu added yesterday, is shown as it stands.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QWidget

from engine import wording
from gui.engine_words import FORMS
from gui.marks import mark

__all__ = [
    "CONTEXT", "LANGUAGES", "SENTENCES", "current", "inner", "mark", "said", "say", "sentence", "tr", "use",
]  # fmt: skip

#: Languages there are, each named in itself.
LANGUAGES: Final[dict[str, str]] = {"en": "English", "de": "Deutsch"}
#: Where all texts of ours stand in a file of translations.
CONTEXT: Final = "isocost"

_state: dict[str, str] = {"code": "en"}
_installed: list[QTranslator] = []
_listeners: list[QObject] = []


def tr(text: str) -> str:
    """Return `text` in the language of the window, or as it is where it has no translation."""
    if not text or not _installed:
        return text
    return QCoreApplication.translate(CONTEXT, text)


def said(text: str, /, **values: object) -> str:
    """Return `text` in the language of the window, with `values` in place of the names in braces."""
    return tr(text).format(**values)


def say(text: str, /, **values: object) -> str:
    """Return `said` of them, with what the engine or a table says among `values` in that language too."""
    return said(
        text, **{name: sentence(one) if isinstance(one, str) else one for name, one in values.items()}
    )


def inner(text: str) -> str:
    """Return a name as it is written within a sentence: small in English, as it is where nouns are not."""
    return text.lower() if current() == "en" else text


def current() -> str:
    """Return the code of the language in use."""
    return _state["code"]


def use(code: str) -> None:
    """Speak language `code` from now on, English where there is none such.

    Names of declared things change at once; who shows texts of its own has to be made anew.
    """
    app = QCoreApplication.instance()
    assert app is not None
    if code == _state["code"]:
        return
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    _state["code"] = code if code in LANGUAGES else "en"
    if _listeners:
        app.removeEventFilter(_listeners.pop())
    if _state["code"] == "en":
        wording.speak(None)
        return
    # Qt's own first: of two that know a text the one installed last answers.
    theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(files("resources") / "translations")
    for name, folder in ((f"qtbase_{code}", theirs), (f"isocost_{code}", ours)):
        translator = QTranslator()
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)
    wording.speak(tr, sentence)
    _listeners.append(_Listener())
    app.installEventFilter(_listeners[0])


# widgets that say their text themselves -----------------------------------------------------------


class _Listener(QObject):
    """Translates menus, labels and buttons when they come up, whoever made them.

    So that a widget of Qt's made anywhere speaks the language too; there only while that is not English.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Translate what is about to be seen."""
        if event.type() == QEvent.Type.Polish or event.type() == QEvent.Type.Show:
            if isinstance(watched, QMenu):
                for action in watched.actions():
                    _exchange(action.text, action.setText)
            elif isinstance(watched, (QLabel, QAbstractButton)):
                _exchange(watched.text, watched.setText)
            elif isinstance(watched, QLineEdit):
                _exchange(watched.placeholderText, watched.setPlaceholderText)
            if isinstance(watched, QWidget):
                _exchange(watched.toolTip, watched.setToolTip)
                _exchange(watched.accessibleName, watched.setAccessibleName)
        return False


def _exchange(read: Callable[[], str], write: Callable[[str], object]) -> None:
    text = read()
    if text and (told := tr(text)) != text:
        write(told)


# sentences of the engine --------------------------------------------------------------------------

#: What the engine says to a person, with what varies in braces. It knows no language; here its sentences are
#: known again by their form.
SENTENCES: Final = (
    mark("{label} must be between {low} and {high}, not {value}"),
    mark("{label} must be at least {low}, not {value}"),
    mark("{label} must be a whole number, not {value}"),
    mark("Type a number. {examples}"),
    mark("Examples: {list}"),
    mark("'{text}' is not a number. {examples}. Put = in front to calculate: {sum}"),
    mark("'{text}' is not a number. {examples}"),
    mark("'{text}' is not a unit of {dimension}; use {units}"),
    mark("'{text}' is not a unit of {dimension}; leave the unit out"),
    mark("{text} does not measure {dimension}; use {units}"),
    mark("{text} does not measure {dimension}; leave the unit out"),
    mark("'{text}' divides by zero"),
    mark("'{text}' is too large a number"),
    mark("'{text}' is too small a number"),
    mark("'{text}' cannot be calculated. Example: {sum}"),
    mark("The low number comes first: {low} to {high}"),
    mark("No effect while \u201c{choice}\u201d is \u201c{now}\u201d; it counts with {wanted}"),
    mark("No effect while tier {tier} is not in use"),
    mark("No effect while tier {tier} is the last in use and takes the rest"),
    mark("{label} {stated} is above what sources show ({range})"),
    mark("{label} {stated} is below what sources show ({range})"),
    mark("{label} is above what sources show ({range})"),
    mark("{label} is below what sources show ({range})"),
    mark("Weights alone take {need} GB of the {usable} GB an accelerator offers"),
    mark("Weights and KV cache need {need} GB on an accelerator, it has {usable} GB"),
    mark("{limit} is above its limit of {most} however few requests come"),
    mark("{limit} is {value}, the limit {most}"),
    mark("{asked} sequences are asked for, a replica runs at most {most}"),
    mark("Requests arrive faster than a replica can serve them with {most} sequences at once"),
    mark("{share} of the answers are good, the floor is {floor}"),
    mark("Tier {tier}: {text}"),
    *FORMS,
)


def sentence(text: str) -> str:
    """Return a sentence of the engine in the language of the window, as it is where its form is not known."""
    return _told(text, current()) if text and _installed else text


#: What stands for a name in braces where it is less than any words.
_FILLS: Final = {"error": r"\S+", "stated": r"[^A-Za-z ]\S*(?: \S+)*"}
#: A figure with its unit, which may be of words.
_FIGURE: Final = re.compile(r"([-+\u2212]?[0-9][0-9.,]*(?:e[-+\u2212]?[0-9]+)?) (\S.*)")


@lru_cache(maxsize=4096)
def _told(text: str, _code: str) -> str:
    whole = tr(text)
    if whole != text:
        return whole
    # All forms are of words.
    for form, pattern in _forms() if " " in text else ():
        found = pattern.fullmatch(text)
        if found is not None and tr(form) != form:
            return said(form, **{name: sentence(part) for name, part in found.groupdict().items()})
    ends = [_FIGURE.fullmatch(end) for end in text.split(" to ")]
    if len(ends) > 2 or not all(ends):
        return text
    return tr(" to ").join(f"{end[1]} {tr(end[2])}" for end in ends if end is not None)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    made = []
    for form in SENTENCES:
        pieces = re.split(r"\{(\w+)\}", form)
        each = (
            re.escape(p) if i % 2 == 0 else f"(?P<{p}>{_FILLS.get(p, '.+?')})" for i, p in enumerate(pieces)
        )
        pattern = "".join(each)
        made.append((form, re.compile(pattern, re.DOTALL)))
    return tuple(made)
