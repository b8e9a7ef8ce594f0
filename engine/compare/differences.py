"""Which inputs differ between scenarios, and where each value comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine import catalog
from engine.compare.changes import shown
from engine.doubt.entry import entry_text
from engine.doubt.inputs import grade_of
from engine.formatting import NOTHING
from engine.kinds import KIND_OF_GROUP
from engine.parameters import GROUPS
from engine.scenario import Scenario, Value, spec_of
from engine.tier_keys import join, split

_LABELS: Final = {group.key: group.label for group in GROUPS}
_WEEK: Final = "demand.part"
_OF_DOUBT: Final = {
    "spread": "Doubt where none is stated",
    "model": "The model's own error",
    "seed": "Seed",
    "correlations": "Correlations",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One input of several scenarios.

    Attributes
    ----------
    key : str
        The input; "doubt.seed" and the like for what a scenario says of doubt as a whole.
    what : "value", "distribution", "lock" or "doubt"
    label, group : str
        The group's label.
    role : str
        "decision", "assumption" or "price"; "" for what is said of doubt as a whole.
    unit : str
        Of `values`.
    values : tuple
        By scenario: a number, an id, a text, a bool, or None for nothing stated.
    texts : tuple of str
        The same for reading.
    sources : tuple of (text, grade)
        Where each comes from, and its grade, one of `engine.doubt.inputs.GRADE_WORDS`.
    part : str
        Input that names the part with which these values come, where it is that part that differs.
    """

    key: str
    what: str
    label: str
    group: str
    role: str
    unit: str
    values: tuple[Value | bool | None, ...]
    texts: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    part: str = ""

    @property
    def differs(self) -> bool:
        """Return whether any scenario has another value, or the same name for another thing."""
        return len(set(self.values)) > 1 or len(set(self.texts)) > 1

    def apart(self, one: int, other: int) -> bool:
        """Return whether two of the scenarios differ in it."""
        return self.values[one] != self.values[other] or self.texts[one] != self.texts[other]


#: Rows of an input, and all that they were made from.
Known = dict[str, tuple[object, list[Row]]]


def rows(
    scenarios: Sequence[Scenario], *, every: bool = False, known: Known | None = None
) -> tuple[Row, ...]:
    """Return a row for each input that differs, in the order of the panel; for all inputs if `every`.

    `known` keeps rows from call to call: while a hand moves one input, hundreds of others stay.
    """
    known = {} if known is None else known
    made = []
    for key in _keys(scenarios, every):
        basis = _basis(scenarios, key)
        kept = known.get(key)
        if kept is None or kept[0] != basis:
            found = [_value(scenarios, key), _distribution(scenarios, key), _lock(scenarios, key)]
            kept = known[key] = (basis, [found[0], *(row for row in found[1:] if row.differs)])
        made += kept[1] if every or kept[1][0].differs else kept[1][1:]
    return (*made, *(row for row in _doubts(scenarios) if row.differs))


def _basis(scenarios: Sequence[Scenario], key: str) -> object:
    """Return all that the rows of input `key` follow."""
    tier, plain = split(key)
    kind = KIND_OF_GROUP.get(plain.partition(".")[0])
    name = join(tier, kind.part_key) if kind is not None else key
    return [(s.get(key), s.annotations.get(key), s.get(name), s.parts) for s in scenarios]


def _keys(scenarios: Sequence[Scenario], every: bool) -> list[str]:
    """Return the inputs that may make a row, each tier's after that of tier 1."""
    first = scenarios[0]
    wanted = {key for other in scenarios[1:] for key in first.differing(other)}
    wanted |= {key for scenario in scenarios for key in scenario.annotations if _differs(scenarios, key)}
    wanted |= {_WEEK}
    if every:
        wanted |= {key for scenario in scenarios for key in scenario.stated()}
    order = {key: place for place, key in enumerate(first.values)}
    return sorted(wanted, key=lambda key: (order[split(key)[1]], split(key)[0]))


def _differs(scenarios: Sequence[Scenario], key: str) -> bool:
    return len({(s.annotation(key).locked, s.annotation(key).uncertainty) for s in scenarios}) > 1


def _value(scenarios: Sequence[Scenario], key: str) -> Row:
    spec = spec_of(key)
    texts = tuple(shown(s, key) + _hours(scenarios[0], s, key) for s in scenarios)
    values = tuple(s.get(key) for s in scenarios)
    sources = tuple(source_of(s, key) for s in scenarios)
    return Row(
        key, "value", spec.label, _LABELS[spec.group], spec.role, spec.unit, values, texts, sources,
        _brought(scenarios, key),
    )  # fmt: skip


def _brought(scenarios: Sequence[Scenario], key: str) -> str:
    """Return the input that names the parts, not all the same, that give each scenario its value; or ""."""
    tier, plain = split(key)
    kind = KIND_OF_GROUP.get(spec_of(key).group)
    if kind is None or plain == kind.part_key:
        return ""
    name = join(tier, kind.part_key)
    if len({s.get(name) for s in scenarios}) == 1:
        return ""
    return name if all(catalog.library_value(s, key) == s.get(key) for s in scenarios) else ""


def _hours(first: Scenario, scenario: Scenario, key: str) -> str:
    """Return what tells apart two weeks of one name that are not the same."""
    if key != _WEEK or scenario is first or scenario.get(key) != first.get(key):
        return ""
    name = f"shape/{scenario.get(key)}"
    return "" if scenario.parts.get(name) == first.parts.get(name) else ", other hours"


def _distribution(scenarios: Sequence[Scenario], key: str) -> Row:
    spec = spec_of(key)
    stated = [s.annotation(key).uncertainty for s in scenarios]
    texts = tuple(NOTHING if one is None else entry_text(one, spec) for one in stated)
    values = tuple(None if one is None else text for one, text in zip(stated, texts, strict=True))
    sources = tuple(_noted(s, key) for s in scenarios)
    label = f"{spec.label}: in doubt"
    return Row(key, "distribution", label, _LABELS[spec.group], spec.role, "", values, texts, sources)


def _lock(scenarios: Sequence[Scenario], key: str) -> Row:
    spec = spec_of(key)
    values = tuple(s.annotation(key).locked for s in scenarios)
    texts = tuple("locked" if locked else "free" for locked in values)
    sources = tuple(_noted(s, key) for s in scenarios)
    label = f"{spec.label}: lock"
    return Row(key, "lock", label, _LABELS[spec.group], spec.role, "", values, texts, sources)


def _doubts(scenarios: Sequence[Scenario]) -> list[Row]:
    nowhere = (("", "none"),) * len(scenarios)
    made = []
    for name, label in _OF_DOUBT.items():
        stated = [getattr(s.doubt, name) for s in scenarios]
        if name == "correlations":
            values = tuple("; ".join(f"{a} with {b} {rank:+g}" for a, b, rank in pairs) for pairs in stated)
            texts = tuple(text or NOTHING for text in values)
        elif name == "model":
            values, texts = tuple(stated), tuple("counted" if on else "left out" for on in stated)
        else:
            values, texts = tuple(stated), tuple(str(one) for one in stated)
        made.append(Row(f"doubt.{name}", "doubt", label, "Doubt", "", "", values, texts, nowhere))
    return made


def _noted(scenario: Scenario, key: str) -> tuple[str, str]:
    source = scenario.annotation(key).source
    return (source, "user") if source else ("", "none")


def source_of(scenario: Scenario, key: str) -> tuple[str, str]:
    """Return where the value of input `key` comes from, and the grade of that; ("", "none") for nowhere."""
    grade = grade_of(scenario, key)
    noted = scenario.annotation(key).source
    if noted:
        return noted, grade
    known = catalog.figure(scenario, key)
    if known is not None:
        return known.source, grade
    spec = spec_of(key)
    if spec.kind == "part" and (part := catalog.part_of(scenario, _filled(key))) is not None:
        return f"{part.origin}: {part.label}", "none"
    return ("", grade) if grade == "none" else (spec.source, grade)


def _filled(key: str) -> str:
    """Return the group that a part fills, as `catalog.part_of` takes it."""
    return join(split(key)[0], spec_of(key).group)
