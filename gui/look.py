"""How the window looks, chosen in the View menu: theme, scale, language."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from gui import fonts, language, theme
from gui.language import said, tr

if TYPE_CHECKING:
    from gui.main_window import MainWindow

SCALES: Final = (1.0, 1.25, 1.5, 1.75, 2.0)

_Offer = tuple[str, bool, Callable[[], None]]


def add_looks(menu: QMenu, window: "MainWindow") -> dict[str, QAction]:
    """Add the menus of theme, scale and language to `menu`; return what they hold, by text."""
    habits, settings = window.habits, window.settings
    menu.addSeparator()
    made: dict[str, QAction] = {}
    themes: list[_Offer] = [
        (tr(label), choice == settings.theme, partial(habits.take_theme, choice))
        for choice, label in theme.CHOICES.items()
    ]
    scales: list[_Offer] = [
        (
            said("Scale {percent} %", percent=round(scale * 100)),
            scale == fonts.scale(),
            partial(habits.take_scale, scale),
        )
        for scale in SCALES
    ]
    # Each language by its own name: who cannot read the present one finds it.
    languages: list[_Offer] = [
        (name, code == language.current(), partial(habits.take_language, code))
        for code, name in language.LANGUAGES.items()
    ]
    for title, offers in ((tr("&Theme"), themes), (tr("Sca&le"), scales), (tr("Langua&ge"), languages)):
        made |= _submenu(menu, title, offers)
    return made


def _submenu(menu: QMenu, title: str, offers: Iterable[_Offer]) -> dict[str, QAction]:
    under = QMenu(title, menu)
    menu.addMenu(under)
    group = QActionGroup(under)
    made: dict[str, QAction] = {}
    for text, on, run in offers:
        action = under.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        group.addAction(action)
        action.triggered.connect(partial(_run, run))
        made[text] = action
    return made


def _run(run: Callable[[], None], _checked: bool = False) -> None:
    run()
