"""`isocost outlook`: the years ahead and the counter-thesis, for reading, as CSV or as JSON."""

import csv
import io
import json
import math
from pathlib import Path
from typing import Any, Final

from engine.errors import IsocostError
from engine.files import write_atomically
from engine.files.atomic import reason
from engine.formatting import MINUS, NOTHING, format_number
from engine.outlook import Effect, Outlook, effects, fan, outlook
from engine.outlook.layers import label_of, sellers_of
from engine.scenario import Scenario
from engine.version import version

#: Columns of the table: name, unit.
COLUMNS: Final = (
    ("price", "$/M tokens"), ("cost_new", "$/M tokens"), ("cost", "$/M tokens"), ("margin", "1"),
    ("volume", "requests/s"), ("revenue", "$/year"), ("spend", "$/year"), ("profit", "$/year"),
    ("need", "accelerators"), ("installed", "accelerators"), ("ordered", "accelerators"), ("age", "years"),
    ("orders_spend", "$/year"), ("own_share", "1"), ("inference", "$/year"), ("training", "$/year"),
    ("inference_share", "1"),
)  # fmt: skip
#: What may be stranded, by supply.
_OLD: Final = {
    "own": "Running a machine of the first year",
    "rent": "A contract at today's rent",
    "mixed": "Running the first year's machines and contracts",
    "api": "A contract at today's price of tokens",
}
_PER_TOKEN: Final = frozenset({"price", "cost_new", "cost"})


def columns(path: Outlook) -> dict[str, list[float]]:
    """Return the figures of `path` by column, `year` first, layers last as `layer.NAME`."""
    found = {"year": path.years.tolist()}
    for name, _ in COLUMNS:
        values = getattr(path, name)
        found[name] = (values * 1e6 / path.output_tokens if name in _PER_TOKEN else values).tolist()
    return found | {f"layer.{key}": values.tolist() for key, values in path.layers.items()}


def _unit(name: str) -> str:
    return dict(COLUMNS).get(name, "$/year" if name.startswith("layer.") else "1")


def csv_bytes(path: Outlook) -> bytes:
    """Return `path` as CSV, a row a year, units in the heading."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    table = columns(path)
    rows.writerow([name if _unit(name) == "1" else f"{name} [{_unit(name)}]" for name in table])
    rows.writerows(zip(*([v if math.isfinite(v) else "" for v in c] for c in table.values()), strict=True))
    return text.getvalue().encode()


def write(scenario: Scenario, out: str) -> None:
    """Write the years ahead of `scenario` as CSV; raise `IsocostError` where it cannot be written."""
    if Path(out).suffix.lower() != ".csv":
        raise IsocostError(f"--out {out}: the name must end in .csv")
    try:
        write_atomically(Path(out), csv_bytes(outlook(scenario)))
    except ValueError:
        raise IsocostError(f"{out!r} is no file name") from None
    except OSError as error:
        raise IsocostError(f"{out} was not written: {reason(error)}") from None


def outlook_json(scenario: Scenario) -> str:
    """Return the years ahead, the fan over elasticity and the counter-thesis as one JSON object."""
    path = outlook(scenario)
    spread = fan(scenario)
    told: dict[str, Any] = {
        "isocost": version(),
        "scenario": scenario.name,
        "years": {name: [_or_none(v) for v in values] for name, values in columns(path).items()},
        "units": {name: _unit(name) for name in columns(path)},
        "stranded_year": _or_none(path.stranded_year),
        "inference_overtakes_training": _or_none(path.crossover),
        "training_repaid": _or_none(path.training_repaid),
        "jevons_threshold": _or_none(path.jevons),
        "fan": [
            {"elasticity": e, "revenue": p.revenue.tolist(), "cost": p.spend.tolist(),
             "margin": p.margin.tolist(), "orders": p.orders_spend.tolist()}
            for e, p in zip(spread.elasticities, spread.paths, strict=True)
        ],
        "counter_thesis": [_effect_json(effect) for effect in effects(scenario, path)],
    }  # fmt: skip
    return json.dumps(told, indent=2, allow_nan=False)


def _or_none(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _effect_json(effect: Effect) -> dict[str, Any]:
    return {
        "line": effect.line.key.removeprefix("thesis."),
        "words": effect.line.words,
        "moves": effect.line.sentence,
        "source": effect.line.source,
        "on": effect.on,
        "margin_last_year": effect.margin,
        "supplier_revenue": effect.suppliers,
        "layers": effect.layers,
    }


def outlook_text(scenario: Scenario) -> str:
    """Return the years ahead for reading."""
    path = outlook(scenario)
    lines = [f"{scenario.name}, {path.years[0]:.0f} to {path.years[-1]:.0f}", "", *_years(path), ""]
    lines += verdicts(path)
    lines += ["", "Revenue of layers, first and last year", *_layers(path)]
    lines += ["", "Counter-thesis, one line at a time: margin of the last year, suppliers over all years"]
    return "\n".join(lines + [_effect_text(effect) for effect in effects(scenario, path)])


def _years(path: Outlook) -> list[str]:
    heads = ("year", "price", "cost", "margin", "requests/s", "revenue/y", "cost/y", "orders/y", "age")
    rows = [f"{heads[0]:<6}" + "".join(f"{head:>12}" for head in heads[1:])]
    for t, year in enumerate(path.years):
        each = 1e6 / path.output_tokens
        cells = [
            "$" + format_number(path.price[t] * each, money=True),
            "$" + format_number(path.cost[t] * each, money=True),
            _percent(path.margin[t]),
            format_number(path.volume[t]),
            *("$" + format_number(v[t], money=True) for v in (path.revenue, path.spend, path.orders_spend)),
            f"{path.age[t]:.1f} y",
        ]
        rows.append(f"{year:<6.0f}" + "".join(f"{cell:>12}" for cell in cells))
    return [*rows, "price and cost of a million output tokens, all in; cost of the fleet with its age"]


def verdicts(path: Outlook) -> list[str]:
    """Return what the path comes to, a sentence a line."""
    first, last = path.years[0], path.years[-1]
    stranded = path.stranded_year
    what = _OLD[str(path.scenario.get("finance.supply"))]
    said = [
        f"{what} costs more than it earns from {stranded:.0f} on."
        if math.isfinite(stranded)
        else f"{what} still earns more than it costs in {last:.0f}."
    ]
    e = path.effective.number("outlook.elasticity")
    if math.isfinite(path.jevons):
        grows = "grows" if e > path.jevons else "shrinks" if e < path.jevons else "keeps"
        said.append(
            f"Elasticity {e:.3g} against a threshold of {path.jevons:.3g}: "
            f"efficiency {grows} spend on machines."
        )
    return [*said, training_words(path, first)]


def training_words(path: Outlook, first: float) -> str:
    """Return when the bill of inference overtakes that of training, in a sentence."""
    at = path.crossover
    if math.isfinite(at) and at >= first:
        return f"The bill of inference overtakes that of training in {at:.1f}."
    if path.inference[-1] > path.training[-1] and path.inference[0] > path.training[0]:
        return f"Inference costs more than training in every year from {first:.0f} on."
    back = path.training_overtakes
    if math.isfinite(back) and back >= first:
        return f"The bill of training overtakes that of inference in {back:.1f}."
    return f"The bill of inference stays below that of training until {path.years[-1]:.0f}."


def _layers(path: Outlook) -> list[str]:
    rows = []
    for key, values in path.layers.items():
        ends = "".join(f"{'$' + format_number(values[t], money=True):>12}" for t in (0, -1))
        rows.append(f"  {label_of(key):<26}{ends}   {sellers_of(key)}")
    return rows


def _percent(share: float) -> str:
    return f"{format_number(share * 100.0)} %" if math.isfinite(share) else NOTHING


def _effect_text(effect: Effect) -> str:
    mark = "x" if effect.on else " "
    points, moved = f"{signed(effect.margin * 100.0, 1)} pt", f"{signed(effect.suppliers * 100.0, 0)} %"
    return f"  [{mark}] {effect.line.label:<36}{points:>10}{moved:>9}"


def signed(value: float, digits: int) -> str:
    """Return `value` with its sign, none where it rounds to 0."""
    size = f"{abs(value):.{digits}f}"
    sign = "" if float(size) == 0.0 else MINUS if value < 0.0 else "+"
    return sign + size
