"""What the years ahead of one scenario come to."""

import math
from dataclasses import dataclass

from engine.drivers import Point
from engine.outlook.evaluation import Factors, Unit, year_scenario
from engine.outlook.layers import Prices
from engine.outlook.paths import Floats, crossing, repaid
from engine.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Steps:
    """How the years came about; a figure a year in each.

    Attributes
    ----------
    price_factor : tuple of float
        Price over that of the first year.
    asked, gain : tuple of float
        Cost of a request before its price is known, at last year's use [$], and what the market's cost
        gained on the scenario's own; NaN in the first year.
    prices : tuple of Prices
    units : tuple of Unit
        A request on machines of that year.
    fleet : tuple of tuple of float
        Capacity in service by year of purchase, in units of the first year's need.
    """

    price_factor: tuple[float, ...]
    asked: tuple[float, ...]
    gain: tuple[float, ...]
    prices: tuple[Prices, ...]
    units: tuple[Unit, ...]
    fleet: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """One path of the years ahead; arrays have shape (n,), a figure a year, base units unless told.

    Attributes
    ----------
    scenario : Scenario
        As given; `effective` has the inputs that lines of the counter-thesis move.
    years : ndarray
        Calendar years; the first is the scenario's own evaluation.
    points : tuple of Point
        The evaluation of each year on new machines.
    factors : tuple of Factors
        What moved the first year's inputs to those of each year after it.
    price, cost_new, cost : ndarray
        Of a request [$]: sold for, made for on new machines, made for by the fleet with its age.
    margin : ndarray
        Gross margin of the fleet, 1 - cost / price.
    output_tokens : float
        Per request, to tell prices and costs by the token.
    volume : ndarray
        Requests [1/s]. revenue, spend: what users pay and what serving costs [$/year].
    need, installed, ordered : ndarray
        Capacity in machines of the first year's kind: needed, in service, bought that year.
    age : ndarray
        Mean age of the fleet [years].
    orders_spend : ndarray
        What the orders cost, all in, at the market's mix of suppliers [$/year].
    layers : mapping of layer to ndarray
        Revenue of each layer from orders, `platform` from its share of revenue [$/year].
    own_share : ndarray
        Share of capacity on hyperscalers' own silicon.
    old_cost, old_revenue : ndarray
        Of a machine bought in the first year [$/s, per machine of need 1]: cash cost of running it (its
        rent, if rented), and what its work then earns.
    inference, training : ndarray
        Bills of serving and of training [$/year].
    training_due : float
        Bill of the first model [$].
    jevons : float
        Elasticity above which efficiency grows spend on machines.
    steps : Steps
        What the figures were made of, for their explanation.
    """

    scenario: Scenario
    effective: Scenario
    years: Floats
    points: tuple[Point, ...]
    factors: tuple[Factors, ...]
    price: Floats
    cost_new: Floats
    cost: Floats
    margin: Floats
    output_tokens: float
    volume: Floats
    revenue: Floats
    spend: Floats
    need: Floats
    installed: Floats
    ordered: Floats
    age: Floats
    orders_spend: Floats
    layers: dict[str, Floats]
    own_share: Floats
    old_cost: Floats
    old_revenue: Floats
    inference: Floats
    training: Floats
    training_due: float
    jevons: float
    steps: "Steps"

    @property
    def profit(self) -> Floats:
        """Return revenue less cost [$/year]."""
        return self.revenue - self.spend

    def scenario_of(self, t: int) -> Scenario:
        """Return the scenario of the year `t` after the first, on new machines; the first is as given."""
        if t == 0:
            return self.scenario
        return year_scenario(self.effective, self.factors[t - 1], float(self.years[t]))

    @property
    def stranded_year(self) -> float:
        """Return the first year in which running a first-year machine costs more than it earns, or NaN."""
        for year, cost, earned in zip(self.years, self.old_cost, self.old_revenue, strict=True):
            if cost > earned:
                return float(year)
        return math.nan

    @property
    def inference_share(self) -> Floats:
        """Return inference over inference and training, 0-1."""
        return self.inference / (self.inference + self.training)

    @property
    def crossover(self) -> float:
        """Return when the bill of inference overtakes that of training, as a fraction of a year, or NaN."""
        return crossing(self.years, self.inference, self.training)

    @property
    def training_overtakes(self) -> float:
        """Return when the bill of training overtakes that of inference, as a fraction of a year, or NaN."""
        return crossing(self.years, self.training, self.inference)

    @property
    def training_repaid(self) -> float:
        """Return when inference from the first year on has cost as much as the first model, or NaN."""
        return repaid(self.years, self.inference, self.training_due)

    @property
    def supplier_revenue(self) -> float:
        """Return what all layers earn over all years, platform included [$]."""
        return float(sum(values.sum() for values in self.layers.values()))
