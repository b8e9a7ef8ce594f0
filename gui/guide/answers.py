"""Answers in one sentence, each computed for the scenario it is asked of."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine import catalog
from engine.drivers import Point, cause, point
from engine.errors import IsocostError, ParameterError
from engine.formatting import NOTHING, format_number
from engine.scenario import Scenario, spec_of
from engine.solve import Root
from engine.solve.winners import tiers
from engine.units import UNITS
from gui import shown_units
from gui.language import inner, said, sentence, tr
from gui.plotting.doubt_job import DoubtResult
from gui.plotting.doubt_words import little, share
from gui.plotting.outlook_job import OutlookResult
from gui.plotting.solve_job import SolveResult
from gui.plotting.tornado_job import TornadoResult
from gui.reading import format_value
from gui.shown_units import METRICS

MARGIN: Final = "gross_margin"
_TOKEN_PRICES: Final = ("price.output", "price.input", "price.cached")
#: Nearest inputs told of what would have to be true.
_NEAREST: Final = 3
_PARAMETERS: Final = (
    "model.embedding_parameters", "model.attention_parameters", "model.dense_parameters",
    "model.expert_parameters",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence, and the scenario that shows it; None where the one in front does."""

    text: str
    scenario: Scenario | None = None


def figure(key: str, value: float) -> str:
    """Return metric `key` for reading, its unit named."""
    return format_value(value, METRICS[key], full=True)


def entry(key: str, value: float) -> str:
    """Return input `key` for reading, its unit named."""
    return shown_units.text(value, spec_of(key), full=True)


def _standing(scenario: Scenario, here: Point) -> None:
    """Raise where nothing can be said because the point is not served."""
    stopped = cause(scenario, here)
    if stopped is not None and not math.isfinite(here.base(MARGIN)):
        why = sentence(stopped.text)
        raise IsocostError(said("Nothing to say while the point cannot be served: {why}.", why=why))


# price ---------------------------------------------------------------------------------------------


def price(scenario: Scenario) -> Answer:
    """Return the price at which the margin is zero, as the scenario sells; it is set there."""
    here = point(scenario)
    _standing(scenario, here)
    subscribed = scenario.get("price.scheme") == "subscription"
    metric, key = ("breakeven_subscription", "price.subscription") if subscribed else (
        "breakeven_price", "price.output")  # fmt: skip
    now, found = scenario.number(key), here.base(metric)
    value = found / UNITS[spec_of(key).unit].factor
    if not (math.isfinite(value) and value > 0.0 and now > 0.0):
        label = inner(spec_of(key).label)
        return Answer(said("No {input} makes the margin zero here.", input=label))
    moved = (key,) if subscribed else _TOKEN_PRICES
    try:
        made = scenario.with_values({one: scenario.number(one) * (value / now) for one in moved})
    except ParameterError as error:
        why = sentence(str(error))
        text = "The margin would be zero at {value}, which cannot be set: {why}."
        return Answer(said(text, value=entry(key, value), why=why))
    away = value / now - 1.0
    forms = {
        (True, True): "At <b>{value}</b> a month the margin is zero: {share} above today\u2019s {now}.",
        (True, False): "At <b>{value}</b> a month the margin is zero: {share} below today\u2019s {now}.",
        (False, True): (
            "At <b>{value}</b> of output the margin is zero: {share} above today\u2019s {now}, input and "
            "cached input moved alike."
        ),
        (False, False): (
            "At <b>{value}</b> of output the margin is zero: {share} below today\u2019s {now}, input and "
            "cached input moved alike."
        ),
    }
    told = said(
        forms[subscribed, away > 0],
        value=entry(key, value), share=share(abs(away), 1), now=entry(key, now),
    )  # fmt: skip
    return Answer(f"{told} {tr('The point now lies on the red line.')}", made)


# what matters --------------------------------------------------------------------------------------


def drivers(found: TornadoResult | None) -> str:
    """Return which input moves the margin most, and how much of the spread rests on guesses."""
    if found is None or found.settings.live:
        return ""
    if found.tornado is None or not found.tornado.bars:
        return sentence(found.trouble) or tr("Nothing is in doubt, so that no input moves the margin.")
    key = found.tornado.metric
    name = inner(METRICS[key].label)
    bars = [bar for bar in found.tornado.bars if math.isfinite(bar.swing)]
    if not bars:
        return said("No input has a {figure} at both ends of its range: limits stop it first.", figure=name)
    first = bars[0]
    ends = [figure(key, value) for value in (first.low, first.high)]
    low, high = (_value(first.doubted.key, value) for value in (first.low_value, first.high_value))
    rest = said("; {input} comes next", input=tr(bars[1].doubted.label)) if len(bars) > 1 else ""
    moves = said(
        "<b>{input}</b>, which alone takes {figure} from <b>{start} to {end}</b> as it goes from {low} to "
        "{high}",
        input=tr(first.doubted.label), figure=name, start=ends[0], end=ends[1], low=low, high=high,
    )  # fmt: skip
    guessed = said("{share} of all the spread rests on guesses.", share=little(found.guessed))
    return f"{moves}{rest}. {guessed}"


def _value(key: str, value: float) -> str:
    try:
        spec = spec_of(key)
    except IsocostError:
        return f"{value:.3g}"
    return shown_units.text(value, spec, full=True) if spec.kind == "number" else f"{value:.3g}"


# a smaller model -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rival:
    """A model in the place of the present one: cost of a request [$] and share of good answers."""

    label: str
    scenario: Scenario
    cost: float
    quality: float

    def worth(self, other: "Rival") -> float:
        """Return what a bad answer may cost until `other` is cheaper, bad answers included [$]."""
        better = other.quality - self.quality
        if self.cost >= other.cost:
            return 0.0
        return (other.cost - self.cost) / better if better > 0.0 else math.inf


def parameters(scenario: Scenario) -> float:
    """Return the parameters of the model of `scenario`, in billions."""
    return sum(scenario.number(key) for key in _PARAMETERS)


def rivals(scenario: Scenario) -> list[Rival]:
    """Return every model of the catalogue with at most half the parameters, deployed as the present one."""
    made = []
    most = 0.5 * parameters(scenario)
    for ident, part in catalog.load("model", scenario).items():
        other = catalog.apply(scenario, "model", ident)
        if parameters(other) > most:
            continue
        here = point(other)
        if here.feasible:
            made.append(_rival(part.label, other, here))
    return made


def _rival(label: str, scenario: Scenario, here: Point) -> Rival:
    return Rival(label, scenario, here.base("cost_per_request"), here.base("quality"))


def smaller(scenario: Scenario) -> Answer:
    """Return below which cost of a bad answer a smaller model wins, and the one that wins first."""
    here = point(scenario)
    _standing(scenario, here)
    if scenario.routed:
        ways = [(way.label, way.scenario) for way in tiers(scenario) if not way.scenario.routed]
        found = [_rival(label, one, point(one)) for label, one in ways]
        found = [one for one in found if math.isfinite(one.cost)]
        present = max(found, key=lambda one: one.quality)
        offered = [one for one in found if one is not present]
    else:
        known = catalog.part_of(scenario, "model")
        present = _rival(known.label if known else tr("the present model"), scenario, here)
        offered = rivals(scenario)
    best = max(offered, key=lambda one: (one.worth(present), one.quality), default=None)
    if best is None or best.worth(present) <= 0.0:
        none = "None does: no smaller model that keeps the limits costs less than {model} here."
        return Answer(said(none, model=present.label))
    one, other = (figure("cost_per_request", each.cost) for each in (best, present))
    costs = said("{one} a request instead of {other}", one=one, other=other)
    one, other = (share(each.quality, 1) for each in (best, present))
    goods = said("{one} good answers instead of {other}", one=one, other=other)
    worth = best.worth(present)
    if math.isinf(worth):
        told = said(
            "<b>{model}</b> wins always: {costs}, and {goods}.", model=best.label, costs=costs, goods=goods
        )
    else:
        told = said(
            "<b>{model}</b> wins while a bad answer costs less than <b>{limit}</b>: {costs}, {goods}.",
            model=best.label, limit=figure("cost_per_request", worth), costs=costs, goods=goods,
        )  # fmt: skip
    return Answer(told, None if scenario.routed else best.scenario)


# years ahead ---------------------------------------------------------------------------------------


def deflation(found: OutlookResult | None) -> str:
    """Return when the margin is gone with prices falling as set, and where it ends."""
    if found is None:
        return ""
    path = found.path
    if path is None:
        return f"{sentence(found.trouble)}."
    years, margin = [int(year) for year in path.years], path.margin
    first, last = figure(MARGIN, float(margin[0])), figure(MARGIN, float(margin[-1]))
    below = [year for year, one in zip(years, margin, strict=True) if one < 0.0]
    if not below:
        turn = said("stays above zero to {year}, where it is <b>{last}</b>", year=years[-1], last=last)
    elif len(below) == len(years):
        turn = said("stays below zero to {year}, where it is <b>{last}</b>", year=years[-1], last=last)
    elif below[-1] == years[-1]:
        form = "turns negative in <b>{turn}</b> and is {last} in {year}"
        turn = said(form, turn=below[0], last=last, year=years[-1])
    else:
        form = "rises above zero in <b>{turn}</b> and is {last} in {year}"
        turn = said(form, turn=below[-1] + 1, last=last, year=years[-1])
    cost, price_ = (_fold(float(values[0] / values[-1])) for values in (path.cost, path.price))
    return said(
        "Gross margin, {first} in {year}, {turn}. A request then costs {cost} and sells for {price}.",
        first=first, year=years[0], turn=turn, cost=cost, price=price_,
    )  # fmt: skip


def _fold(times: float) -> str:
    """Return by how much a figure fell or rose, for reading."""
    if not (math.isfinite(times) and times > 0.0):
        return NOTHING
    fold = format_number(max(times, 1.0 / times))
    return said("{fold} times less" if times >= 1.0 else "{fold} times more", fold=fold)


# what would have to be true ------------------------------------------------------------------------


def hold(found: SolveResult | None) -> str:
    """Return which inputs are nearest to making the margin zero, and where."""
    if found is None:
        return ""
    if found.trouble:
        return f"{sentence(found.trouble)}."
    margin = found.point.base(MARGIN)
    able = [root for root in found.roots if root.found and root.plausible and root.feasible]
    if not able:
        now = figure(MARGIN, margin)
        return said("No single input, within what sources show, takes the margin of {now} to zero.", now=now)
    nearest = _listed([_condition(root, margin > 0.0) for root in able[:_NEAREST]], margin > 0.0)
    several = "the nearest of {count}, each by itself"
    count = said(several, count=len(able)) if len(able) > 1 else tr("the only one")
    form = (
        "The margin of {now} stays above zero with {inputs}: {count}."
        if margin > 0.0
        else "The margin is {now}; it would be zero with {inputs}: {count}."
    )
    return said(form, now=figure(MARGIN, margin), inputs=nearest, count=count)


def _condition(root: Root, holds: bool) -> str:
    name, word = spec_of(root.key).label, "at"
    if holds:
        word = "below" if root.value > root.now else "above"
    form = {
        "at": "{input} at <b>{value}</b> (now {now})",
        "below": "{input} below <b>{value}</b> (now {now})",
        "above": "{input} above <b>{value}</b> (now {now})",
    }[word]
    return said(form, input=name, value=entry(root.key, root.value), now=entry(root.key, root.now))


def _listed(parts: Sequence[str], all_of_them: bool) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {tr('and') if all_of_them else tr('or')} {parts[-1]}"


# how sure ------------------------------------------------------------------------------------------


def sure(found: DoubtResult | None) -> str:
    """Return the band of the figure over all that is in doubt, and what goes with it most."""
    if found is None or found.live or found.settings.live:
        return ""
    spread = found.spread
    if spread is None:
        return f"{sentence(found.trouble)}."
    key, told = spread.metric, spread.summary
    now = found.here / METRICS[key].shown(1.0)
    whole = said(
        "{figure} is {now}; in four of five cases it lies between <b>{low} and {high}</b>, and the service "
        "earns in {share} of {count} draws.",
        figure=METRICS[key].label, now=figure(key, now), low=figure(key, told.p10.value),
        high=figure(key, told.p90.value), share=share(spread.earns.value), count=f"{spread.samples.count:,}",
    )  # fmt: skip
    labels = {each.key: each.label for each in spread.samples.plan.doubted}
    top = labels[spread.ranks[0][0]] if spread.ranks else ""
    return f"{whole} {said('{input} goes with it most.', input=tr(top))}" if top else whole
