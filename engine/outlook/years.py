"""An evaluation a year: cost moves price, price moves use, use moves orders, orders move the layers."""

import math
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from engine.drivers import Point
from engine.outlook.evaluation import Factors, Unit, first_point, machine_cost, year_point
from engine.outlook.layers import LAYERS, Dollars, Prices, dollars, mix, prices
from engine.outlook.paths import Floats, age_at_start, ages, cumulative_at_start, order
from engine.outlook.result import Outlook, Steps
from engine.outlook.toggles import moved
from engine.scenario import Scenario
from engine.units import YEAR

#: The least that a price comes down to, of today's.
_LEAST: Final = 1e-6


@dataclass(slots=True)
class _Path:
    """A path under way, a figure a year in each list."""

    s: Scenario
    begin: float
    count: int
    base: Dollars
    points: list[Point] = field(default_factory=list)
    factors: list[Factors] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    prices: list[Prices] = field(default_factory=list)
    price_factor: list[float] = field(default_factory=list)
    volume: list[float] = field(default_factory=list)
    need: list[float] = field(default_factory=list)
    installed: list[float] = field(default_factory=list)
    ordered: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)
    gain: list[float] = field(default_factory=list)
    made: float = 1.0

    def part(self, t: int) -> float:
        return t / (self.count - 1)

    def work(self, t: int) -> float:
        """Return machine time per request over that of the first year."""
        kept = (1.0 - self.s.number("outlook.software_gain")) * (1.0 - self.s.number("outlook.model_gain"))
        return float(kept**t)

    def trend(self, t: int) -> float:
        """Return the price of machines for the same work over that of the first year."""
        return float((1.0 - self.s.number("outlook.hardware_decline")) ** t)

    def power(self, t: int) -> float:
        """Return power for the same work over that of the first year."""
        return float((1.0 - self.s.number("outlook.power_decline")) ** t)

    def site_price(self, t: int) -> float:
        """Return the price of power and building over that of the first year."""
        return float((1.0 + self.s.number("outlook.site_price_growth")) ** t)


def outlook(scenario: Scenario, elasticity: float | None = None) -> Outlook:
    """Return the years ahead of `scenario`, with `elasticity` in place of its own if given.

    Raises
    ------
    IsocostError
        Where the scenario cannot be served, or has no price.
    """
    effective = moved(scenario)
    if elasticity is not None:
        effective = effective.with_value("outlook.elasticity", elasticity)
    s = effective
    first = first_point(s)
    count = int(s.number("outlook.years")) + 1
    path = _Path(s, s.number("outlook.start_year"), count, dollars(s, first))
    for t in range(path.count):
        _order_price(path, t)
        _step(path, t, first)
        _buy(path, t)
    return _told(scenario, path)


def _order_price(path: _Path, t: int) -> None:
    s = path.s
    made = mix(s, path.begin + t, path.part(t))
    path.own.append(made.own)
    site = path.power(t) / path.trend(t)
    path.prices.append(prices(s, path.base, made, t, path.part(t), path.made, site))


def _factors(path: _Path, t: int, volume: float, price: float) -> Factors:
    s, now = path.s, path.prices[t]
    work, trend = path.work(t), path.trend(t)
    rent = (1.0 + s.number("outlook.rent_change")) ** t
    rent *= 1.0 + s.number("outlook.rent_capital_share") * (now.merchant / path.prices[0].merchant - 1.0)
    first = path.prices[0]
    return Factors(
        volume=volume,
        price=price,
        accelerator=work * trend * now.accelerator / first.accelerator,
        server=work * trend * now.server / first.server,
        network=work * trend * now.network / first.network,
        switches=work * trend * now.switches / first.switches,
        links=work * trend * now.links / first.links,
        nic=work * trend * now.nic / first.nic,
        machine=work * trend,
        rent=work * rent,
        site=work * path.power(t) * path.site_price(t),
        tokens=work * trend * now.market / first.market,
        fee=s.number("outlook.platform_fee") * path.part(t),
    )


def _step(path: _Path, t: int, first: Point) -> None:
    """Evaluate year `t`: cost on new machines, from it the price, from that use."""
    if t == 0:
        path.points.append(first)
        path.price_factor.append(1.0)
        path.volume.append(1.0)
        path.asked.append(math.nan)
        path.gain.append(math.nan)
    else:
        before = year_point(path.s, _factors(path, t, path.volume[-1], path.price_factor[-1]))
        price = _price_factor(path, t, before, first)
        volume = _volume(path, t, price)
        path.price_factor.append(price)
        path.volume.append(volume)
        path.factors.append(_factors(path, t, volume, price))
        path.points.append(year_point(path.s, path.factors[-1]))
    path.units.append(Unit.of(path.points[t]))
    path.need.append(path.volume[t] * path.work(t))


def _price_factor(path: _Path, t: int, found: Point, first: Point) -> float:
    s = path.s
    path.asked.append(found.base("cost_per_request"))
    path.gain.append(_market_over_own(path, t, found))
    if s.get("outlook.price_path") == "set":
        return float(s.number("outlook.price_factor") ** t)
    cost = path.asked[t] / first.base("cost_per_request") * path.gain[t]
    # Where a market gains more than all of a cost there is no power of it, and no price below nothing.
    return float(max(cost, _LEAST) ** s.number("outlook.pass_through"))


def _market_over_own(path: _Path, t: int, found: Point) -> float:
    """Return what the market's cost gained on this scenario's own since the first year.

    The market runs in part on own silicon and on alternatives, whose machines are cheaper; only capital
    goes with the price of machines.
    """
    now, first = path.prices[t], path.prices[0]
    rent = machine_cost(found, "rent_rate") * path.s.number("outlook.rent_capital_share")
    share = (machine_cost(found, "capital_rate") + rent) / found.base("cost_per_request")
    return 1.0 + share * (now.market / now.merchant / (first.market / first.merchant) - 1.0)


def _volume(path: _Path, t: int, price: float) -> float:
    s = path.s
    pause = s.number("outlook.pause_year")
    if pause <= path.begin + t < pause + s.number("outlook.pause_years"):
        return path.volume[-1] * path.work(t - 1) / path.work(t)
    cheaper = price / path.price_factor[-1]
    grown = (1.0 + s.number("outlook.demand_growth")) * cheaper ** -s.number("outlook.elasticity")
    return float(path.volume[-1] * grown)


def _buy(path: _Path, t: int) -> None:
    """Order by the accelerator principle; count machines made, as prices learn by them."""
    s = path.s
    retirement, past = s.number("outlook.retirement"), s.number("outlook.past_growth")
    before = path.installed[-1] if t else path.need[0] / (1.0 + past)
    bought = order(path.need[t], before, retirement)
    path.ordered.append(bought)
    path.installed.append(before * (1.0 - retirement) + bought)
    if t:
        path.made += bought * path.trend(t) / cumulative_at_start(past, retirement)


def _fleet_cost(path: _Path) -> Floats:
    """Return the cost of a request [$] with machines as old as they are, shape (n,)."""
    new = np.array([found.base("cost_per_request") for found in path.points])
    if not path.units[0].capital > 0.0:
        return new
    life = path.s.number("finance.life")
    cost = new.copy()
    for t, fleet in enumerate(_vintages(path)):
        if t:
            aged = sum(
                capacity * _running(path, v, t, capital=t - v < life) for v, capacity in enumerate(fleet)
            )
            cost[t] = path.units[t].current + aged * path.work(t) / path.need[t]
    return cost


def _vintages(path: _Path) -> tuple[tuple[float, ...], ...]:
    """Return for each year the capacity in service by year of purchase."""
    kept = 1.0 - path.s.number("outlook.retirement")
    made: list[tuple[float, ...]] = [(path.installed[0],)]
    for t in range(1, path.count):
        made.append((*(capacity * kept for capacity in made[-1]), path.ordered[t]))
    return tuple(made)


def _running(path: _Path, v: int, t: int, *, capital: bool) -> float:
    """Return what a unit of year `v`'s capacity costs in year `t`, with or without its capital."""
    unit = path.units[v]
    site = unit.site * path.site_price(t) / path.site_price(v)
    return ((unit.capital if capital else 0.0) + unit.running + site) / path.work(v)


def _old_machine(path: _Path) -> tuple[Floats, Floats]:
    """Return cash cost and revenue of a first-year machine by year [$/request of the first year]."""
    # Rent and bought tokens as of a contract that holds the first year's price.
    fixed = path.units[0].current
    cost = [_running(path, 0, t, capital=False) + fixed for t in range(path.count)]
    earned = [found.base("price_per_request") / path.work(t) for t, found in enumerate(path.points)]
    return np.array(cost), np.array(earned)


def _layers(path: _Path, first: Point, revenue: Floats) -> dict[str, Floats]:
    trend = [path.trend(t) for t in range(path.count)]
    ordered = np.array(path.ordered) * trend * _machines(first)
    found = {layer.key: ordered * [now.layers[layer.key] for now in path.prices] for layer in LAYERS}
    fees = np.array([
        path.s.number("price.fees") + path.s.number("outlook.platform_fee") * path.part(t)
        for t in range(path.count)
    ])  # fmt: skip
    found["platform"] = revenue * fees / (1.0 - np.minimum(fees, 0.999))
    return found


def _machines(first: Point) -> float:
    """Return the accelerators of the first year; 0 where tokens are bought."""
    found = first.base("accelerators")
    return found if math.isfinite(found) else 0.0


def _training(s: Scenario, inference: Floats) -> tuple[Floats, float]:
    """Return the bill of training by year [$/year] and that of the first model [$]."""
    life = s.number("training.life")
    if s.get("training.basis") == "bill":
        due = s.number("training.bill")
    else:
        share = s.number("training.inference_share")
        due = float(inference[0]) * (1.0 - share) / share * life
    growth = np.power(1.0 + s.number("training.growth"), np.arange(inference.size, dtype=np.float64))
    return np.asarray(due / life * growth, dtype=np.float64), due


def _told(scenario: Scenario, path: _Path) -> Outlook:
    s, first = path.s, path.points[0]
    cost, price = _fleet_cost(path), np.array([found.base("price_per_request") for found in path.points])
    volume = np.array([found.base("request_rate") for found in path.points])
    installed, ordered = np.array(path.installed), np.array(path.ordered)
    revenue = price * volume * YEAR
    spend = cost * volume * YEAR
    layers = _layers(path, first, revenue)
    training, due = _training(s, spend)
    old_cost, old_revenue = _old_machine(path)
    machines = _machines(first)
    past, retirement = s.number("outlook.past_growth"), s.number("outlook.retirement")
    through = s.number("outlook.pass_through") if s.get("outlook.price_path") == "cost" else 0.0
    return Outlook(
        scenario=scenario,
        effective=s,
        years=path.begin + np.arange(path.count, dtype=float),
        points=tuple(path.points),
        factors=tuple(path.factors),
        price=price,
        cost_new=np.array([found.base("cost_per_request") for found in path.points]),
        cost=cost,
        margin=1.0 - cost / price,
        output_tokens=first.base("cost_per_request") / first.base("cost_per_token_all_in"),
        volume=volume,
        revenue=revenue,
        spend=spend,
        need=np.array(path.need) * machines,
        installed=installed * machines,
        ordered=ordered * machines,
        age=ages(installed, ordered, age_at_start(past, retirement)),
        orders_spend=sum((layers[layer.key] for layer in LAYERS), np.zeros(path.count)),
        layers=layers,
        own_share=np.array(path.own),
        old_cost=old_cost,
        old_revenue=old_revenue,
        inference=spend,
        training=training,
        training_due=due,
        jevons=1.0 / through if through > 0.0 else math.nan,
        steps=Steps(
            tuple(path.price_factor),
            tuple(path.asked),
            tuple(path.gain),
            tuple(path.prices),
            tuple(path.units),
            _vintages(path),
        ),
    )
