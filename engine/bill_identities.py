"""Relations of the bill: what capital, building, power, bought tokens and the years ahead come from.

Beside `engine.identities`, for money. Rates of a fleet partly owned are means over all its
accelerators.
"""

from collections.abc import Mapping
from typing import Final

from engine.chain_identities import BOUGHT
from engine.scenario import Scenario

_BOUGHT: Final = BOUGHT
_LIFE: Final = "(finance.life / SECONDS_PER_YEAR)"
_RATE: Final = "finance.cost_of_capital"
_FRESH: Final = "served_input_tokens * (1 - served_cached_share)"
_HIT: Final = "served_input_tokens * served_cached_share"
_OWNERS: Final = frozenset({"own", "mixed"})
_GAIN: Final = "deployment_factor / price_trend"
_MONEY: Final = "deployment_factor"


def bill_identity(key: str, scenario: Scenario) -> str:
    """Return an expression equal to metric `key` under the choices of `scenario`; empty if there is none."""
    found = {
        "capex": _capex,
        "capital_rate": _capital_rate,
        "facility_rate": _facility_rate,
        "energy_rate": _energy_rate,
        "operations_rate": _operations_rate,
        "software_rate": _software_rate,
        "rent_rate": _rent_rate,
        "own_hour": _own_hour,
        "bought_rate": _bought_rate,
        "bought_per_request": _bought_per_request,
        "team_rate": _team_rate,
        "capital_charged": _capital_by_way,
        "capital_annuity": _capital_by_way,
        "capital_straight": _capital_by_way,
        "task_cached_tokens": _task_cached_tokens,
        "sold_years": _sold_years,
        "made_years": _made_years,
        "level_years": _level_years,
        "rent_years": _rent_years,
        "capital_share": _capital_share,
        "storage_rate": _storage_rate,
    }.get(key)
    return found(key, scenario) if found is not None else ""


def _supply(scenario: Scenario) -> str:
    return str(scenario.get("finance.supply"))


def _share(scenario: Scenario, part: str) -> str:
    """Return the factor by which a rate of the owned, or rented, part enters the mean."""
    return f"{part}_accelerators / accelerators * " if _supply(scenario) == "mixed" else ""


def _capex(_key: str, scenario: Scenario) -> str:
    return f"{_BOUGHT} * own_accelerators" if _supply(scenario) in _OWNERS else ""


def _charge(price: str, residual: str, years: str, scenario: Scenario, way: str) -> str:
    """Return the yearly charge on `price` as `engine.kernels.cost.capital_charge` makes it."""
    if way == "annuity":
        if scenario.number("finance.cost_of_capital") < 1e-6:
            return ""
        growth = f"(1 + {_RATE}) ** {years}"
        left = f"{price} * (1 - {residual} / {growth})" if residual != "0" else price
        return f"{left} * {_RATE} * {growth} / ({growth} - 1)"
    kept = f"{price} * (1 - {residual}) / {years}"
    return kept if way == "straight" else f"{kept} + 0.5 * {_RATE} * {price} * (1 + {residual})"


def _machine(scenario: Scenario, way: str) -> str:
    made = _charge(_BOUGHT, "finance.residual", _LIFE, scenario, way)
    return f"({made}) / SECONDS_PER_YEAR" if made else ""


def _capital_rate(_key: str, scenario: Scenario) -> str:
    if _supply(scenario) not in _OWNERS:
        return ""
    made = _machine(scenario, str(scenario.get("finance.depreciation")))
    return _share(scenario, "own") + made if made else ""


def _housing(scenario: Scenario, way: str) -> str:
    if scenario.number("accelerator.system_power") < scenario.number("accelerator.tdp"):
        return ""
    nameplate = "(accelerator.system_power + fabric_power)"
    if scenario.get("facility.housing") == "colocation":
        return f"facility.colocation * {nameplate}"
    years = "(chain.construction_life / SECONDS_PER_YEAR)"
    building = _charge("chain.construction", "0", years, scenario, way)
    if not building:
        return ""
    land = "" if way == "straight" else f" + {_RATE} * facility.land_price"
    upkeep = "facility.upkeep * chain.construction"
    return f"({building}{land} + {upkeep}) * {nameplate} / SECONDS_PER_YEAR"


def _facility_rate(_key: str, scenario: Scenario) -> str:
    way = str(scenario.get("finance.depreciation"))
    made = _housing(scenario, way) if _supply(scenario) in _OWNERS else ""
    return _share(scenario, "own") + made if made else ""


_POWERED: Final = "power_per_accelerator * facility.power_price * facility.pue"


def _energy_rate(_key: str, scenario: Scenario) -> str:
    return _POWERED if _supply(scenario) == "own" else ""


_UPKEEP: Final = f"(finance.staff + finance.maintenance) * {_BOUGHT} / SECONDS_PER_YEAR"


def _operations_rate(_key: str, scenario: Scenario) -> str:
    return _share(scenario, "own") + _UPKEEP if _supply(scenario) in _OWNERS else ""


def _software_rate(_key: str, scenario: Scenario) -> str:
    return "finance.software" if _supply(scenario) != "api" else ""


def _rent_rate(_key: str, scenario: Scenario) -> str:
    if _supply(scenario) not in {"rent", "mixed"}:
        return ""
    return _share(scenario, "rented") + "accelerator.rent * (1 + finance.rent_uplift)"


def _own_hour(_key: str, scenario: Scenario) -> str:
    if _supply(scenario) not in {"own", "rent"}:
        return ""
    way = str(scenario.get("finance.depreciation"))
    capital, housing = _machine(scenario, way), _housing(scenario, way)
    if not (capital and housing):
        return ""
    return f"{capital} + {housing} + {_POWERED} + {_UPKEEP} + finance.software"


def _bought_rate(_key: str, scenario: Scenario) -> str:
    return "bought_per_request * model_rate" if _supply(scenario) == "api" else ""


def _bought_per_request(_key: str, _scenario: Scenario) -> str:
    listed = f"(api.input * {_FRESH} + api.cached * {_HIT} + api.output * served_output_tokens)"
    return f"{listed} * (1 + api.surcharge) / (1 - fleet.waste_share)"


def _team_rate(_key: str, scenario: Scenario) -> str:
    return "finance.team" + _shared(scenario) if _supply(scenario) != "api" else ""


def _capital_by_way(key: str, scenario: Scenario) -> str:
    if _supply(scenario) not in _OWNERS:
        return ""
    ways = {"capital_annuity": "annuity", "capital_straight": "straight"}
    way = ways.get(key, str(scenario.get("finance.depreciation")))
    machine, housing = _machine(scenario, way), _housing(scenario, way)
    return f"({machine} + {housing}) * own_accelerators" if machine and housing else ""


def _task_cached_tokens(_key: str, scenario: Scenario) -> str:
    if scenario.number("task.calls") < 2.0 and scenario.number("task.calls") != 1.0:
        return ""
    first = f"{_HIT} + task.cached_share * (task.calls - 1) * served_input_tokens"
    return f"{first} + task.cached_share * 0.5 * task.context_growth * (task.calls - 1) * (task.calls - 2)"


def _discounted(growth: str, factor: float) -> str:
    """Return the present value of a dollar in the first year that changes by `growth` a year."""
    if abs(factor - 1.0) < 1e-5:
        return ""
    ratio = f"({growth} / (1 + {_RATE}))" if growth else f"(1 / (1 + {_RATE}))"
    return f"(1 - {ratio} ** {_LIFE}) / (1 - {ratio}) / (1 + {_RATE})"


def _factors(scenario: Scenario) -> tuple[float, float, float]:
    """Return by what money, tokens and a fixed dollar of a year are worth those of the year before."""
    n = scenario.number
    keep = 1.0 / (1.0 + n("finance.cost_of_capital"))
    rented = _supply(scenario) == "rent"
    machine = 1.0 + n("outlook.rent_change") if rented else 1.0 - n("outlook.hardware_decline")
    work = (1.0 - n("outlook.software_gain")) * (1.0 - n("outlook.model_gain"))
    price = (work * machine) ** n("outlook.pass_through")
    if scenario.get("outlook.price_path") != "cost":
        price = n("outlook.price_factor")
    return price / work * keep, keep / work, keep


def _sold_years(_key: str, scenario: Scenario) -> str:
    made = _discounted(_MONEY, _factors(scenario)[0])
    return f"{made} * SECONDS_PER_YEAR" if made else ""


def _made_years(_key: str, scenario: Scenario) -> str:
    made = _discounted(_GAIN, _factors(scenario)[1])
    return f"{made} * SECONDS_PER_YEAR" if made else ""


def _level_years(_key: str, scenario: Scenario) -> str:
    made = _discounted("", _factors(scenario)[2])
    return f"{made} * SECONDS_PER_YEAR" if made else ""


def _rent_years(_key: str, scenario: Scenario) -> str:
    if scenario.get("finance.rent_path") == "fixed" or _supply(scenario) not in {"rent", "mixed"}:
        return "level_years"
    moves = 1.0 + scenario.number("outlook.rent_change")
    made = _discounted("(1 + outlook.rent_change)", moves * _factors(scenario)[2])
    return f"{made} * SECONDS_PER_YEAR" if made else ""


def _capital_share(_key: str, _scenario: Scenario) -> str:
    left = f"1 - finance.residual / (1 + {_RATE}) ** {_LIFE}"
    saved = "finance.tax_rate * (1 - finance.residual) / finance.life * level_years"
    return f"({left} - {saved}) / (1 - finance.tax_rate)"


def _storage_rate(_key: str, scenario: Scenario) -> str:
    return "finance.working_storage * finance.storage_price" + _shared(scenario)


def _shared(scenario: Scenario) -> str:
    """Return by what a tier's part divides what the service has once."""
    return " / routing.tiers" if scenario.get("routing.mode") != "none" else ""


_YEARS: Final = (
    "revenue_rate", "bought_rate", "running_rate", "rent_rate", "finance.rent_path", "capex",
    "deployment_factor", "finance.life",
)  # fmt: skip

_AHEAD: Final = ("deployment_factor", "finance.cost_of_capital", "finance.life")

#: What a figure of a kernel hangs on most, in the order worth reading.
BILL_DEPENDS: Final[Mapping[str, tuple[str, ...]]] = {
    "capex": ("finance.supply",),
    "capital_rate": ("finance.supply",),
    "facility_rate": ("finance.supply", "facility.housing"),
    "energy_rate": ("finance.supply", "facility.power_price", "facility.pue", "power_per_accelerator"),
    "operations_rate": ("finance.supply",),
    "software_rate": ("finance.supply",),
    "rent_rate": ("finance.supply",),
    "own_accelerators": ("finance.supply", "accelerators", "own_base"),
    "own_base": ("finance.supply", "finance.base_size", "own_breakeven", "peak_over_mean"),
    "own_served": ("own_base", "peak_over_mean"),
    "own_hour": ("finance.supply", "accelerator.price", "finance.life", "facility.power_price"),
    "bought_rate": ("finance.supply",),
    "team_rate": ("finance.supply",),
    "capital_charged": ("finance.supply", "own_accelerators"),
    "capital_annuity": ("finance.supply", "own_accelerators"),
    "capital_straight": ("finance.supply", "own_accelerators"),
    "api_breakeven": (
        "bought_per_request", "accelerator_hour", "accelerators_per_replica", "replica_rate", "team_rate",
        "peak_over_mean",
    ),
    "task_cached_tokens": ("task.calls", "task.context_growth", "task.cached_share"),
    "heavy_usage": ("usage.spread", "usage.top_share"),
    "capped_usage": ("usage.spread", "usage.cap"),
    "losing_users": ("price.subscription", "cost_per_user_month", "usage.spread"),
    "sold_years": _AHEAD,
    "made_years": _AHEAD,
    "level_years": _AHEAD[1:],
    "rent_years": ("finance.rent_path", "outlook.rent_change", *_AHEAD[1:]),
    "irr": (*_YEARS, "finance.residual", "finance.tax_rate"),
    "payback": _YEARS,
    "economic_life": ("revenue_rate", "running_rate", "finance.rent_path", "deployment_factor"),
}  # fmt: skip
