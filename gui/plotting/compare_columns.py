"""Which scenarios stand beside each other: what there is to choose from, and what is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from engine import files
from engine.compare import Row
from engine.errors import IsocostError
from engine.scenario import DEFAULT, Scenario, spec_of
from gui import shown_units

MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Column:
    """A scenario that can be compared.

    Attributes
    ----------
    token : str
        "tab:NAME", "opened", "pinned", "parent" or "builtin:ID"; kept in files.
    name : str
        At the head of a column.
    current : bool
        Whether it is the one in front.
    """

    token: str
    name: str
    scenario: Scenario
    current: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """What is open.

    Attributes
    ----------
    cases : tuple of Scenario
    active : int
    opened, baseline : Scenario
        What the one in front was when opened, and what its deltas are against.
    """

    cases: tuple[Scenario, ...] = (DEFAULT,)
    active: int = 0
    opened: Scenario = DEFAULT
    baseline: Scenario = DEFAULT

    @property
    def scenario(self) -> Scenario:
        """Return the one in front."""
        return self.cases[self.active]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The columns of a comparison: `base` is what differences are against, `to` where the bridge goes."""

    columns: tuple[Column, ...]
    base: int = 0
    to: int = 0

    @property
    def current(self) -> int:
        """Return the column of the scenario in front."""
        return next(i for i, column in enumerate(self.columns) if column.current)

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """Return the scenarios."""
        return tuple(column.scenario for column in self.columns)


def offered(now: Open) -> tuple[Column, ...]:
    """Return what is open and can be compared, without the built-in scenarios."""
    made = []
    here = now.scenario
    if now.opened != here:
        made.append(Column("opened", "as opened", now.opened))
    if now.baseline not in (here, now.opened, *now.cases):
        made.append(Column("pinned", "as pinned", now.baseline))
    if here.parent is not None and here.parent not in (here, now.opened, now.baseline, *now.cases):
        made.append(Column("parent", f"parent {here.parent.name}", here.parent))
    seen: dict[str, int] = {}
    for index, scenario in enumerate(now.cases):
        seen[scenario.name] = seen.get(scenario.name, 0) + 1
        twice = f"#{seen[scenario.name]}" if seen[scenario.name] > 1 else ""
        made.append(Column(f"tab:{scenario.name}{twice}", scenario.name, scenario, index == now.active))
    return tuple(made)


@cache
def builtin(token: str) -> Column | None:
    """Return the built-in scenario of a token `builtin:ID`; None if there is none."""
    try:
        scenario = files.load_builtin(token.removeprefix("builtin:")).scenario
    except IsocostError:
        return None
    return Column(token, scenario.name, scenario)


def builtins() -> tuple[Column, ...]:
    """Return the built-in scenarios."""
    found = (builtin(f"builtin:{name}") for name in files.builtin_names())
    return tuple(column for column in found if column is not None)


def chosen(now: Open, wanted: Sequence[str], base: str, to: str) -> Chosen:
    """Return the columns `wanted` by their tokens, the one in front always among them.

    Where none is wanted: all that is open in tabs, or the one in front against what it was. `base` and
    `to` name columns; "" leaves the choice.
    """
    there = {column.token: column for column in offered(now)}
    if wanted:
        found = [there.get(t) or (builtin(t) if t.startswith("builtin:") else None) for t in wanted]
        columns = [column for column in found if column is not None and not column.current]
        columns = columns[: MOST - 1]
        at = next((i for i, column in enumerate(found) if column is not None and column.current), None)
        columns.insert(len(columns) if at is None else min(at, len(columns)), _front(there))
    else:
        columns = _usual(there)
    front = next(i for i, column in enumerate(columns) if column.current)
    return _ends(tuple(columns), front, now, base, to)


def _front(there: dict[str, Column]) -> Column:
    return next(column for column in there.values() if column.current)


def _usual(there: dict[str, Column]) -> list[Column]:
    tabs = [column for column in there.values() if column.token.startswith("tab:")]
    if len(tabs) > 1:
        others = [column for column in tabs if not column.current][: MOST - 1]
        return [column for column in tabs if column.current or column in others]
    past = there.get("pinned") or there.get("opened")
    return [past, *tabs] if past is not None else tabs


def _ends(columns: tuple[Column, ...], front: int, now: Open, base: str, to: str) -> Chosen:
    tokens = [column.token for column in columns]
    others = [i for i in range(len(columns)) if i != front]
    pinned = [i for i in others if columns[i].scenario == now.baseline]
    start = tokens.index(base) if base in tokens else (pinned or others or [front])[0]
    usual = front if front != start else next((i for i in others if i != start), front)
    end = tokens.index(to) if to in tokens and to != tokens[start] else usual
    return Chosen(columns, start, end)


def row_told(row: Row) -> Row:
    """Return `row` with its figures in the unit chosen for them."""
    spec = spec_of(row.key) if row.what == "value" else None
    if spec is None or spec.kind != "number" or shown_units.symbol(spec) == spec.display_unit:
        return row
    texts = (
        shown_units.text(value, spec) if isinstance(value, float) else text
        for value, text in zip(row.values, row.texts, strict=True)
    )
    return replace(row, texts=tuple(texts))
