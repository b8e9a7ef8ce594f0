"""Inputs set by a typed line: "tp 8", "rent = 1900 $/month", "kv bf16", "price per token 0.7 to 1.1"."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from engine.command_inputs import entered
from engine.doubt.entry import parse_entry
from engine.errors import IsocostError
from engine.parameters import SPECS
from engine.quantities import Range
from engine.scenario import Uncertainty, Value, spec_of
from engine.specs import Spec
from gui import shown_units
from gui.language import said, say, sentence
from gui.panels.finder import Found
from gui.panels.matching import Matcher, plain, text_of
from gui.panels.synonyms import NAMES

if TYPE_CHECKING:
    from gui.main_window import MainWindow

#: Fits worse than this name an input by chance.
_NEAR: Final = 3.2
_MOST: Final = 4
_NUMBER: Final = re.compile(
    r"[-+\u2212$=]?\s*[.,]?\d|(?:uniform|triangular|pert|normal|lognormal)\b", re.IGNORECASE
)

Meant = float | Range | Uncertainty | str


class Assignments:
    """Reads lines that set an input of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._keys = [spec.key for spec in SPECS.values() if spec.kind != "part"]
        self._matcher = Matcher(
            [text_of(SPECS[key].label, NAMES.get(f"input:{key}", ""), key, 0.0) for key in self._keys]
        )

    def offered(self, text: str) -> Sequence[Found]:
        """Return what `text` may set, the likeliest first; nothing where it sets none."""
        for name, value in _splits(text):
            made = [found for key in self._named(name) if (found := self._offer(key, value)) is not None]
            if made:
                return made[:_MOST]
        return ()

    def _named(self, name: str) -> list[str]:
        key = name.strip()
        if key in SPECS and SPECS[key].kind != "part":
            return [key]
        words = plain(name).split()
        found = self._matcher.find(name, {}, 8) if words else []
        return [self._keys[i] for i in found if self._matcher.score(words, i) <= _NEAR * len(words)]

    def _offer(self, key: str, text: str) -> Found | None:
        scenario, spec = self._window.document.scenario, spec_of(key)
        try:
            meant = read(text, spec)
        except IsocostError as error:
            if spec.kind == "choice" or not _NUMBER.match(text):
                return None
            return self._refused(spec, text, str(error))
        if meant is None:
            return None
        needed: dict[str, Value] = {
            other: options[0] for other, options in spec.when if str(scenario.get(other)) not in options
        }
        label = said("Set {input} to {value}", input=spec.label, value=told(meant, spec))
        others = [(spec_of(other), value) for other, value in needed.items()]
        place = ", ".join(said("and {input} to {value}", input=s.label, value=s.show(v)) for s, v in others)
        run = partial(self._set, key, meant, needed, label)
        return Found(
            label, place, run, said("now {value}", value=told(scenario.get(key), spec)), f"input:{key}"
        )

    def _refused(self, spec: Spec, text: str, why: str) -> Found:
        focus: Callable[[], object] = partial(self._window.inputs.focus_key, spec.key)
        return Found(
            said("{input} cannot be {value}", input=spec.label, value=text.strip()), "", focus, sentence(why)
        )

    def _set(self, key: str, meant: Meant, needed: dict[str, Value], label: str) -> None:
        document = self._window.document
        if isinstance(meant, (Range, Uncertainty)):
            made = entered(document.scenario.with_values(needed), spec_of(key), meant)
            self._window.attempt(document.take, made, label)
        elif needed:
            self._window.attempt(document.set_values, {**needed, key: meant}, label)
        else:
            self._window.attempt(document.set_value, key, meant)
        self._window.inputs.focus_key(key)


def _splits(text: str) -> list[tuple[str, str]]:
    """Return the ways to read `text` as a name and a value: at the sign, else the longest value first."""
    name, equals, value = text.partition("=")
    if equals and name.strip():
        return [(name, value)] if value.strip() else []
    words = text.split()
    return [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]


def read(text: str, spec: Spec) -> Meant | None:
    """Return what `text` means for the input declared by `spec`; None where it is no value of its kind.

    A bare number of an input in per cent is a share up to 1 and per cent above.

    Raises
    ------
    IsocostError
        It is a number, but not one that the input allows.
    """
    if spec.kind == "choice":
        wanted = plain(text)
        for option in spec.options:
            if wanted and (option.id == wanted or plain(option.label).startswith(wanted)):
                return option.id
        return None
    if not _NUMBER.match(text.strip()):
        return None
    decimal = "," if QLocale().decimalPoint() == "," else "."
    if not spec.percent:
        meant = shown_units.read(text, spec, decimal)
        if isinstance(meant, float):
            spec.check(meant)
        return meant
    meant = parse_entry(text, spec, decimal, bare="display")
    if isinstance(meant, float) and "%" not in text:
        share = parse_entry(text, spec, decimal, bare="declared")
        meant = share if isinstance(share, float) and abs(share) <= 1.0 else meant
    if isinstance(meant, float):
        spec.check(meant)
    return meant


def told(meant: Meant, spec: Spec) -> str:
    """Return a value as it is read on screen."""
    if isinstance(meant, (Range, Uncertainty)):
        said = say(
            "{low} to {high}",
            low=shown_units.text(meant.low, spec),
            high=shown_units.text(meant.high, spec, full=True),
        )
        return said if isinstance(meant, Range) else f"{said}, {meant.kind}"
    return shown_units.text(meant, spec, full=True)
