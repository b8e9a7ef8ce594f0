"""The language of the window: one function through which every text reaches the screen.

Texts stand in the code in English and are their own keys; `resources/translations` holds the others. What
has no translation, such as the entry of a menu added yesterday, is shown as it stands.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QWidget

from engine import wording
from gui import sentences
from gui.marks import mark

__all__ = [
    "CONTEXT", "LANGUAGES", "current", "inner", "mark", "said", "say", "sentence", "template", "tr", "use",
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


def template(name: str) -> str:
    """Return the name of a template that ships; a scenario of the same name says what its file says."""
    key = f"template: {name}"
    told = tr(key)
    return name if told == key else told


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


def sentence(text: str) -> str:
    """Return a sentence of the engine in the language of the window, as it is where its form is not known."""
    return _told(text, current())[0] if text and _installed else text


#: Longest sentence that is known again: to look for what varies takes a power of the length, and each place
#: in front of a sentence one more call.
LONGEST: Final = 600
#: A figure with its unit, which may be of words.
_FIGURE: Final = re.compile(r"([-+\u2212]?[0-9][0-9.,]*(?:e[-+\u2212]?[0-9]+)?) (\S.*)")


@lru_cache(maxsize=4096)
def _told(text: str, _code: str) -> tuple[str, int]:
    """Return a text in the language of the window, and how many letters of it were known.

    Of several forms that fit the one is taken by which most is known, sentences within it included.
    """
    whole = tr(text)
    if whole != text:
        return whole, len(text)
    if len(text) > LONGEST:
        return text, 0
    best = _behind_place(text) or _ends(text) or (text, 0)
    # All forms are of words.
    for form, known, values in sentences.matches(text) if " " in text else ():
        told = {name: _part(name, value) for name, value in values.items()}
        found = known + sum(part[1] for part in told.values())
        if found > best[1] and tr(form) != form:
            best = said(form, **{name: part[0] for name, part in told.items()}), found
    return best


def _ends(text: str) -> tuple[str, int] | None:
    """Return a figure with its unit, or two of them as a range."""
    ends = [_FIGURE.fullmatch(end) for end in text.split(" to ")]
    if len(ends) > 2 or not all(ends):
        return None
    return tr(" to ").join(f"{end[1]} {tr(end[2])}" for end in ends if end is not None), 1


def _behind_place(text: str) -> tuple[str, int] | None:
    """Return a sentence behind its place, as in `line 3: ...` or `[table] ...`, if it is known."""
    place, between, rest = text.partition("] " if text.startswith("[") else ": ")
    told, known = _told(rest, current()) if rest else ("", 0)
    if not known:
        return None
    where, more = _told(place, current())
    return f"{where}{between}{told}", known + more


def _part(name: str, text: str) -> tuple[str, int]:
    """Return what stands in a sentence under `name`: what a person wrote stays as it is."""
    quoted = sentences.quoted(text)
    if quoted is not None:
        told = said("'{text}'", text=quoted[0])
        return say("{text}\u2026 ({count} characters)", text=told, count=quoted[1]) if quoted[1] else told, 1
    if name == "near":
        return tr(" or ").join(text.split(" or ")), 1
    told, known = (text, 0) if sentences.own(name) else _told(text, current())
    if known or not text or sentences.own(name):
        return told, known
    # Names of declared things, and what others say, are written small within English sentences.
    large, known = _told(text[:1].upper() + text[1:], current())
    return (large, known) if known else (text, 0)
