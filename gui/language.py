"""The language of the window: one function through which every text reaches the screen.

Texts stand in the code in English and are their own keys; `resources/translations` holds the others. What
has no translation, such as the entry of a menu added yesterday, is shown as it stands.
"""

from importlib.resources import files
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

#: Languages there are, each named in itself.
LANGUAGES: Final[dict[str, str]] = {"en": "English"}
#: Where all texts of ours stand in a file of translations.
CONTEXT: Final = "isocost"

_state: dict[str, str] = {"code": "en"}
_installed: list[QTranslator] = []


def tr(text: str) -> str:
    """Return `text` in the language of the window, or as it is where it has no translation."""
    return QCoreApplication.translate(CONTEXT, text) if text else text


def current() -> str:
    """Return the code of the language in use."""
    return _state["code"]


def use(code: str) -> None:
    """Speak language `code` from now on, English where there is none such; what is drawn is drawn anew."""
    app = QCoreApplication.instance()
    assert app is not None
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    _state["code"] = code if code in LANGUAGES else "en"
    if _state["code"] == "en":
        return
    # Qt's own first: of two that know a text the one installed last answers.
    theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(files("resources") / "translations")
    for name, folder in ((f"qtbase_{code}", theirs), (f"isocost_{code}", ours)):
        translator = QTranslator()
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)
