"""The `catalog` command: what parts there are, as text and as data."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from engine import catalog, library
from engine.kinds import KINDS, Kind, kind_of
from engine.parts import Figure, Part
from engine.parts import shipped as shipped_parts

#: What the text table of a kind shows beside id and name: title, parameter or fact.
_COLUMNS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "accelerator": (
        ("memory GB", "accelerator.memory"),
        ("TB/s", "accelerator.bandwidth"),
        ("BF16 TF", "accelerator.bf16"),
        ("FP8 TF", "accelerator.fp8"),
        ("W", "accelerator.system_power"),
        ("$", "accelerator.price"),
        ("$/h", "accelerator.rent"),
    ),
    "model": (
        ("total", "params_total"),
        ("active", "params_active"),
        ("layers", "model.layers"),
        ("KV el/token", "model.kv_elements"),
        ("context", "context"),
    ),
    "workload": (
        ("input", "workload.input_tokens"),
        ("output", "workload.output_tokens"),
        ("cached", "workload.cached_share"),
        ("peak/mean", "workload.peak_to_mean"),
    ),
    "shape": (("peak/mean", "peak_to_mean"), ("trough/mean", "trough_to_mean")),
    "stack": (
        ("step ms", "stack.step_time"),
        ("request us", "stack.request_time"),
        ("layer us", "stack.layer_time"),
        ("collective us", "stack.collective_extra"),
    ),
    "network": (("$", "network.price"), ("NIC $", "network.nic_price"), ("W", "network.power")),
    "switch": (("ports", "switch.ports"), ("Gbit/s", "switch.port_speed"), ("$", "switch.price")),
    "nic": (("Gbit/s", "nic.speed"), ("$", "nic.price"), ("W", "nic.power")),
    "host-medium": (("Gbit/s", "host_link.speed"), ("$", "host_link.price"), ("reach m", "host_link.reach")),
    "trunk-medium": (
        ("Gbit/s", "trunk_link.speed"),
        ("$", "trunk_link.price"),
        ("reach m", "trunk_link.reach"),
    ),
    "layer": (("sold by", "sold by"),),
    "design-partner": (("margin", "partner.margin"), ("of custom parts", "share of custom parts")),
    "facility": (
        ("PUE", "facility.pue"),
        ("$/kWh", "facility.power_price"),
        ("$/kW-month", "facility.colocation"),
    ),
    "price": (("input", "price.input"), ("cached", "price.cached"), ("output", "price.output")),
    "decision": (("kind", "value.kind"), ("calls", "value.calls"), ("review $", "value.review_cost")),
    "drafter": (("first", "acceptance"), ("decay", "decay"), ("of 3", "accepted_3")),
    "rental": (("$/h", "rent"), ("term", "term"), ("class", "provider_class")),
    "component": (("category", "category"), ("$ from", "price_usd_low"), ("$ to", "price_usd_high")),
    "site-figure": (("value", "value"), ("scope", "scope")),
}


def catalog_text(kind: str | None = None) -> str:
    """Return a table of the kinds there are, or of the parts of `kind`, for a terminal."""
    if kind is None:
        rows = [
            (sort.id, str(len(catalog.load(sort.id))), _own(sort), sort.plural) for sort in KINDS.values()
        ]
        return _table(("kind", "parts", "your own", ""), rows) + _problems()
    columns = _COLUMNS[kind_of(kind).id]
    table = [
        (part.id, *(_cell(part, name) for _, name in columns), _label(part))
        for part in catalog.load(kind).values()
    ]
    return _table((kind, *(title for title, _ in columns), ""), table) + _problems()


def catalog_json(kind: str | None = None) -> dict[str, Any]:
    """Return the kinds there are, or every part of `kind` with the provenance of each figure."""
    if kind is None:
        return {"kinds": {sort.id: _summary(sort) for sort in KINDS.values()}, "unreadable": _unreadable()}
    sort = kind_of(kind)
    parts = {part.id: {**part.to_dict(), "origin": part.origin} for part in catalog.load(kind).values()}
    return {"kind": sort.id, "fills": list(sort.groups), "parts": parts}


def _summary(sort: Kind) -> dict[str, Any]:
    parts = catalog.load(sort.id).values()
    grades = Counter(figure.grade for part in parts for figure in part.values.values())
    return {
        "label": sort.plural,
        "fills": list(sort.groups),
        "parts": len(parts),
        "yours": len(library.parts(sort.id)),
        "grades": dict(sorted(grades.items())),
    }


def _own(sort: Kind) -> str:
    count = len(library.parts(sort.id))
    return str(count) if count else ""


def _label(part: Part) -> str:
    own = part.id not in shipped_parts(part.kind)
    return f"{part.label} (yours)" if own else part.label


def _cell(part: Part, name: str) -> str:
    known = part.values.get(name) or part.facts.get(name)
    if not isinstance(known, Figure):
        return known or ""
    if isinstance(known.value, str):
        return known.value
    mark = "?" if known.grade == "guess" else ""
    return mark + _number(known.value)


def _number(value: float) -> str:
    for least, unit, suffix in ((1e12, 1e12, " T"), (1e9, 1e9, " G"), (1e7, 1e6, " M")):
        if abs(value) >= least:
            return f"{value / unit:.4g}{suffix}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    lines = []
    for row in [head, *rows]:
        cells = [
            cell.ljust(width) if i in {0, len(row) - 1} else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _unreadable() -> dict[str, str]:
    return {str(path): text for path, text in library.problems().items()}


def _problems() -> str:
    lines = [f"\nleft out: {text}" for text in _unreadable().values()]
    return "".join(lines)
