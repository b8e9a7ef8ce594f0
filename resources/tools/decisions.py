"""Decisions: the cases of use by which answers earn their tokens, as group `value`."""

from typing import Final

from engine.parameters import SPECS
from resources.tools.figures import Entry, value_of

_Cell = tuple[float, str, str]
_GUESS: Final = "guess"

#: id -> label, kind, description, and (value, source, grade) per parameter that differs from its default.
_CASES: Final[dict[str, tuple[str, str, str, dict[str, _Cell]]]] = {
    "fraud-alert": (
        "Fraud alert",
        "fraud",
        "Suspicious payments get a second look before they clear.",
        {
            "calls": (1.3, "a third of the alerts is asked twice, theory section 5", _GUESS),
            "review_before": (1.0, "every alert went to a person", "derived"),
            "review_after": (0.7, "theory section 5", "press"),
            "error_share": (0.0, "missed events are in the detection already", "derived"),
        },
    ),
    "collections": (
        "Collections",
        "collections",
        "Invoices are chased in the right order with the right words, so that cash comes days earlier.",
        {
            "calls": (1.3, "theory section 5", _GUESS),
            "minutes_saved": (1.0, "guess, set to the total of theory section 5", _GUESS),
        },
    ),
    "maintenance": (
        "Maintenance",
        "maintenance",
        "Each machine is looked at once a day; the ones about to stop are taken out in time.",
        {
            "detection_gain": (0.2, "guess, set to the total of theory section 5", _GUESS),
            "calls": (1.3, _GUESS, _GUESS),
        },
    ),
    "logistics": (
        "Logistics",
        "logistics",
        "Routes and exceptions of deliveries are planned again through the day.",
        {"calls": (1.3, "theory section 5", _GUESS)},
    ),
    "support-contact": (
        "Support contact",
        "support",
        "Some contacts are solved without a person, the rest with help.",
        {
            "calls": (6.0, "a contact of several turns; Klarna 2.3M chats a month", "derived"),
            "error_share": (0.02, _GUESS, _GUESS),
            "error_cost": (6.0, "a second contact", "derived"),
        },
    ),
    "generic-text": (
        "Generic text",
        "text",
        "Drafts, summaries, answers that save somebody a moment and change nothing else.",
        {
            "minutes_saved": (0.05, "guess, set to the $0.02 a draft of theory section 5", _GUESS),
        },
    ),
    "office-answer": (
        "Office answer",
        "text",
        "A worker finds in a minute what took five: time saved at the cost of working time, if used.",
        {
            "minutes_saved": (4.0, "guess; 14 % more issues an hour in support (NBER 31161)", _GUESS),
            "use_share": (0.5, _GUESS, _GUESS),
            "error_share": (0.05, _GUESS, _GUESS),
            "error_cost": (5.0, "some minutes to find and mend", _GUESS),
        },
    ),
    "code-step": (
        "Code step",
        "text",
        "One step of an agent that writes and tests code; many make a change somebody would have made.",
        {
            "minutes_saved": (0.5, "guess; some 60 steps for half an hour of a developer", _GUESS),
            "wage": (90.0, "guess; developer with overheads", _GUESS),
            "use_share": (0.5, "guess; half of the changes are thrown away", _GUESS),
            "error_share": (0.01, _GUESS, _GUESS),
            "error_cost": (10.0, "guess; a defect found in review", _GUESS),
        },
    ),
    "document-field": (
        "Document read",
        "text",
        "Contracts and invoices are read, filed and checked instead of typed in.",
        {
            "minutes_saved": (3.0, "guess; typing and filing of one document", _GUESS),
            "wage": (30.0, "guess; clerical work with overheads", _GUESS),
            "use_share": (0.9, _GUESS, _GUESS),
            "error_share": (0.03, _GUESS, _GUESS),
            "error_cost": (6.0, "guess; to find and mend an entry", _GUESS),
        },
    ),
    "research-answer": (
        "Research answer",
        "text",
        "A question that takes a specialist a quarter of an hour, answered with its reasons.",
        {
            "minutes_saved": (15.0, _GUESS, _GUESS),
            "wage": (80.0, "guess; specialist with overheads", _GUESS),
            "use_share": (0.2, "guess; most questions would not have been worth asking", _GUESS),
            "error_share": (0.08, _GUESS, _GUESS),
            "error_cost": (10.0, _GUESS, _GUESS),
        },
    ),
    "free-form": ("As stated", "free", "A benefit per decision that you know yourself.", {}),
}


def build() -> dict[str, Entry]:
    """Return catalogue entries of kind `decision`."""
    found: dict[str, Entry] = {}
    for ident, (label, kind, note, cells) in _CASES.items():
        values = {"value.kind": value_of("value.kind", kind, "the case", "derived")}
        for key in _counting(kind):
            value, source, grade = cells.get(key, (SPECS[f"value.{key}"].default, "", _GUESS))
            text = source or SPECS[f"value.{key}"].source
            values[f"value.{key}"] = value_of(f"value.{key}", value, text, _grade(key, grade, source))
        found[ident] = {
            "label": label,
            "vendor": "",
            "aliases": [],
            "note": note,
            "values": values,
            "facts": {},
        }
    return found


def _counting(kind: str) -> list[str]:
    """Return the numbers of the group that count for `kind`, in their order."""
    specs = [spec for spec in SPECS.values() if spec.group == "value" and spec.kind == "number"]
    chosen = {"value.kind": kind, "value.errors": "stated"}
    return [spec.name for spec in specs if all(chosen[key] in idents for key, idents in spec.when)]


def _grade(key: str, grade: str, source: str) -> str:
    given = source or SPECS[f"value.{key}"].source
    solved = "set to the total" in given or given.startswith(("guess", "of the"))
    return grade if source or solved else "press"
