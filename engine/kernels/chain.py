"""The chain: every dollar of the bill by layer, from the foundry to the seller.

Hardware is charged by straight line at its purchase price; what capital asks beyond that is a layer of
its own, interest and return, and so is what a landlord asks beyond writing off the building. Where
machines are rented the same is done with what they would cost to own: the rent beyond that is the provider's
margin; a rent below it eats first into interest and return, then into all layers alike.
"""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel, part
from engine.kernels.cost import Rates
from engine.kernels.fabric import Network, failure_rate, parts
from engine.kernels.power import all_in_power
from engine.units import YEAR


class Silicon(NamedTuple):
    """The accelerator's price by who gets it [$]."""

    logic: float
    memory: float
    packaging: float
    partner: float
    vendor: float


class Shell(NamedTuple):
    """What building, power and cooling of one accelerator cost by layer [$/s].

    `upkeep` is running an own building; `landlord` what is asked beyond it and beyond writing off.
    """

    power: float
    cooling: float
    building: float
    upkeep: float
    landlord: float


class Passed(NamedTuple):
    """How a price passes down to what the machine costs its owner.

    `scale` of every layer is covered, `interest` [$/s] is left for capital, `margin` [$/s] for the seller.
    """

    scale: float
    interest: float
    margin: float


@kernel
def silicon(p: np.void) -> Silicon:
    """Return the accelerator's price by layer; materials beyond the price are cut down to it."""
    s, price = p.silicon, p.accelerator.price
    materials = s.logic + s.memory + s.packaging
    k = 1.0
    if materials > price:
        k = price / materials
    left = max(price - k * materials, 0.0)
    margin = p.partner.margin if p.partner.who == 1.0 else s.partner_margin
    partner = min(k * materials * margin / (1.0 - margin), left)
    return Silicon(k * s.logic, k * s.memory, k * s.packaging, partner, left - partner)


@kernel
def shell(p: np.void, rent: float, watts: float) -> Shell:
    """Return the `rent` [$/s] of `watts` of IT power by layer; construction beyond it is cut down."""
    c, s = p.chain, p.facility
    built = min(c.construction * watts / c.construction_life, rent)
    power = built * c.power_share
    cooling = (built - power) * c.cooling_share / max(1.0 - c.power_share, c.cooling_share, 1e-12)
    upkeep = 0.0
    if s.housing == 1.0:
        upkeep = min(s.upkeep * c.construction * watts / YEAR, rent - built)
    return Shell(power, cooling, built - power - cooling, upkeep, rent - built - upkeep)


@kernel
def passed(paid: float, own: float, interest: float) -> Passed:
    """Return how `paid` covers the cost `own` of an owner who asks `interest` in it, all [$/s]."""
    if abs(paid - own) <= 1e-13 * own:
        return Passed(1.0, interest, 0.0)
    if paid > own:
        return Passed(1.0, interest, paid - own)
    kept = max(interest - (own - paid), 0.0)
    rest = own - interest
    return Passed((paid - kept) / rest if rest > 0.0 else 0.0, kept, 0.0)


@part
def fill_chain(p: np.void, own: Rates, m: np.void) -> None:
    """Fill the layers of metric record `m`, whose cost is filled already; `own` at the fleet's mean draw."""
    f = p.finance
    nameplate = max(p.accelerator.system_power, p.accelerator.tdp) + m.fabric_power
    walls = shell(p, own.facility, nameplate)
    written = (1.0 - f.residual) / f.life
    interest = max(own.capital - own.capex * written, 0.0) + walls.landlord
    cost = own.capital + own.facility + own.energy + own.operations
    paid = m.accelerator_hour - m.software_rate
    share = passed(paid, cost, interest)
    fleet = share.scale * m.accelerators
    m.chain_own_rate = cost
    m.chain_scale = share.scale
    m.layer_provider, m.layer_api = share.margin * m.accelerators + m.standby_rate, m.bought_rate
    m.layer_capital = share.interest * m.accelerators
    _fill_machine(p, m, fleet * written)
    m.layer_power = walls.power * fleet
    m.layer_cooling = walls.cooling * fleet
    m.layer_building = walls.building * fleet
    m.layer_electricity = own.energy * fleet
    m.layer_operations = (own.operations + walls.upkeep) * fleet + m.team_rate
    # What levers need beside the fleet is bought at cost: memory and disks for prefixes, services.
    m.layer_storage += m.prefix_rate + m.storage_rate
    m.layer_software = m.software_rate * m.accelerators + (m.levers_rate - m.prefix_rate)
    _fill_idle(p, m)
    _fill_worth(p, m, own, nameplate)


@kernel
def fill_bought_chain(m: np.void) -> None:
    """Fill the layers of tokens bought elsewhere: all of it is the seller's, its machines are not known."""
    m.layer_logic, m.layer_memory, m.layer_packaging, m.layer_partner = 0.0, 0.0, 0.0, 0.0
    m.layer_vendor, m.layer_cpu, m.layer_server, m.layer_scaleup = 0.0, 0.0, 0.0, 0.0
    m.layer_switches, m.layer_nics, m.layer_copper, m.layer_optics = 0.0, 0.0, 0.0, 0.0
    m.layer_power, m.layer_cooling, m.layer_building, m.layer_electricity = 0.0, 0.0, 0.0, 0.0
    m.layer_operations, m.layer_capital, m.layer_provider = 0.0, 0.0, 0.0
    m.layer_software = m.levers_rate - m.prefix_rate
    m.layer_storage, m.layer_api = m.storage_rate + m.prefix_rate, m.bought_rate
    m.idle_rate, m.idle_share = 0.0, 0.0


@part
def _fill_machine(p: np.void, m: np.void, k: float) -> None:
    # `k`: what a dollar of purchase price costs the fleet [1/s].
    s, price = silicon(p), p.accelerator.server_price
    m.layer_logic = s.logic * k
    m.layer_memory = s.memory * k
    m.layer_packaging = s.packaging * k
    m.layer_partner = s.partner * k
    m.layer_vendor = s.vendor * k
    cpu = price * p.silicon.cpu_share
    scaleup = min(price * p.silicon.scaleup_share, price - cpu)
    m.layer_cpu = cpu * k
    m.layer_scaleup = scaleup * k
    m.layer_server = (price - cpu - scaleup) * k
    m.layer_switches = m.fabric_switch_price * k
    m.layer_nics = m.fabric_nic_price * k
    m.layer_copper = m.fabric_copper_price * k
    m.layer_optics = m.fabric_optics_price * k
    m.layer_storage = p.finance.storage * k


@part
def _fill_idle(p: np.void, m: np.void) -> None:
    # Of electricity idle is what machines draw with nothing to do; of all else, time without useful work.
    resting = all_in_power(p, m.fabric_power, m.board_power, 0.0) * (1.0 - m.duty)
    current = m.layer_electricity * min(resting / m.power_per_accelerator, 1.0)
    unused = 1.0 - min(m.utilization, 1.0)
    m.idle_rate = (m.accelerator_hour * m.accelerators - m.layer_electricity) * unused + current
    m.idle_share = m.idle_rate / m.cost_rate


@part
def _fill_worth(p: np.void, m: np.void, own: Rates, nameplate: float) -> None:
    s = silicon(p)
    price = p.accelerator.price
    m.vendor_gross_margin = s.vendor / price if price > 0.0 else 0.0
    built = own.capex + p.chain.construction * nameplate
    m.buildout_per_watt = built / (nameplate * p.facility.pue)


@part
def fill_fabric(p: np.void, net: Network, m: np.void) -> None:
    """Fill what the network `net` of record `p` costs, draws and consists of."""
    count = parts(p)
    m.fabric_price = net.price
    m.fabric_switch_price = net.switches
    m.fabric_copper_price = net.copper
    m.fabric_optics_price = net.optics
    m.fabric_nic_price = net.nics
    m.fabric_power = net.power
    m.fabric_switches = count.switches
    m.fabric_nics = count.nics
    m.fabric_host_units = count.host_units
    m.fabric_trunk_units = count.trunk_units
    m.fabric_use = count.use
    m.fabric_nic_power = count.nics * p.nic.power
    m.fabric_host_reach_use, m.fabric_trunk_reach_use = 0.0, 0.0
    if p.fabric.topology != 0.0:
        m.fabric_host_reach_use = p.fabric.host_length / p.host_link.reach
        if count.trunk_units > 0.0:
            m.fabric_trunk_reach_use = p.fabric.trunk_length / p.trunk_link.reach
    m.fabric_failures = failure_rate(p, count)
