"""Fleet, money and energy once more in plain floats, written from the formulas, not from the kernels."""

import math

YEAR_HOURS = 8760.0
MONTH_HOURS = YEAR_HOURS / 12


def crf(rate, years):
    if rate == 0:
        return 1 / years
    return rate * (1 + rate) ** years / ((1 + rate) ** years - 1)


def all_in(s, board, duty):
    """W of one accelerator with host and network, before PUE, when its board draws `board` on duty."""
    n = s.number
    limit = n("accelerator.tdp")
    resting = min(n("efficiency.idle_power"), limit) * n("correction.power")
    host = max(n("accelerator.system_power"), limit) + n("network.power") - limit
    idle, busy = n("facility.idle_power"), max(n("facility.busy_power"), n("facility.idle_power"))
    return duty * (board + busy * host) + (1 - duty) * (resting + idle * host)


def hourly_cost(s, watts):
    """$/h of one accelerator of scenario `s` by cause, when it draws `watts` all in."""
    n = s.number
    nameplate = max(n("accelerator.system_power"), n("accelerator.tdp")) + n("network.power")
    software = n("finance.software")
    if s.get("finance.supply") == "rent":
        rent = n("accelerator.rent") * (1 + n("finance.rent_uplift"))
        return {
            "capital": 0, "facility": 0, "energy": 0, "operations": 0, "software": software, "rent": rent,
            "capex": 0,
        }  # fmt: skip
    capex = (
        n("accelerator.price")
        + n("accelerator.server_price")
        + n("network.price")
        + n("network.nic_price")
        + n("finance.storage")
    )
    r, way = n("finance.cost_of_capital"), s.get("finance.depreciation")
    housing = nameplate / 1000 * n("facility.colocation") / MONTH_HOURS
    if s.get("facility.housing") == "own":
        building = n("chain.construction") * 1000
        yearly = charge(building, 0, r, n("chain.construction_life"), way) + n("facility.upkeep") * building
        yearly += 0 if way == "straight" else r * n("facility.land_price")
        housing = nameplate / 1000 * yearly / YEAR_HOURS
    return {
        "capital": charge(capex, n("finance.residual"), r, n("finance.life"), way) / YEAR_HOURS,
        "facility": housing,
        "energy": watts / 1000 * n("facility.pue") * n("facility.power_price"),
        "operations": (n("finance.staff") + n("finance.maintenance")) * capex / YEAR_HOURS,
        "software": software,
        "rent": 0,
        "capex": capex,
    }


def charge(price, residual, r, years, way):
    """$ a year on `price`."""
    if way == "annuity":
        return (price - price * residual / (1 + r) ** years) * crf(r, years)
    return price * (1 - residual) / years + (r * price * (1 + residual) / 2 if way == "interest" else 0)


def requests_per_second(s):
    return (
        s.number("workload.users")
        * s.number("workload.requests_per_user")
        * s.number("workload.active_days")
        / (365 / 12)
        / 86400
    )


def replicas(s, replica_rate):
    mean = requests_per_second(s)
    peak = mean * s.number("workload.peak_to_mean") / (1 - s.number("fleet.waste_share"))
    spare = s.number("fleet.spare_share")
    if s.get("deployment.load") == "replicas":
        needed = s.number("deployment.replicas") / (1 + spare)
    else:
        needed = peak / replica_rate
    if s.get("fleet.scaling") == "elastic":
        needed *= min(1, mean / (1 - s.number("fleet.waste_share")) / peak / s.number("fleet.tracking"))
    count = needed * (1 + spare)
    if s.get("fleet.rounding") != "fractional" and s.get("deployment.load") != "replicas":
        count = math.ceil(needed) + math.ceil(needed * spare)
    if s.get("fleet.rounding") == "servers":
        size = math.prod(s.number(f"deployment.{way}_parallel") for way in ("tensor", "data", "pipeline"))
        server = s.number("accelerator.server_size")
        count = math.ceil(count * size / server - 1e-9) * server / size
    return count


def revenue_per_request(s):
    n = s.number
    keep = n("price.paying_share") * (1 - n("price.discount")) * (1 - n("price.fees"))
    if s.get("price.scheme") == "subscription":
        requests_a_month = n("workload.requests_per_user") * n("workload.active_days")
        return n("price.subscription") / requests_a_month * keep
    hit = n("workload.cached_share")
    tokens_in = n("workload.input_tokens")
    dollars = (
        n("price.input") * tokens_in * (1 - hit)
        + n("price.cached") * tokens_in * hit
        + n("price.output") * n("workload.output_tokens")
    )
    return dollars / 1e6 * keep
