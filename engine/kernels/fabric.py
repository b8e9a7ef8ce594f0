"""The network between servers: what one accelerator's share of it costs, draws and is made of.

Either as priced, or counted as a folded Clos network (fat tree) of switches of R ports whose leaves
have o times as much bandwidth down as up: per endpoint

    (1 + o) / (o R) leaves, 1 / (o R) switches on top, 2 / (o R) in a middle tier,

which without oversubscription is 3/R in two tiers and 5/R in three, for at most R^2 o / (1 + o) and half
of R^3 o / (1 + o) endpoints. Checked against a published cluster sheet: 1,024 endpoints of 64-port
switches take 48, 131,072 take 10,240.
"""

from typing import NamedTuple

import numpy as np

from engine.jit import kernel


class Network(NamedTuple):
    """The network of one accelerator: prices [$], draws [W], and its price in all without adapters [$]."""

    price: float
    switches: float
    copper: float
    optics: float
    nics: float
    power: float


class Parts(NamedTuple):
    """How many parts of the network one accelerator needs.

    `host_units` and `trunk_units` are modules, or cables with both ends; `use` the endpoints over those
    that the topology reaches.
    """

    switches: float
    nics: float
    host_units: float
    trunk_units: float
    use: float


@kernel
def reach(ports: float, over: float, tiers: float) -> float:
    """Return the endpoints that `tiers` tiers of switches of `ports` ports reach."""
    if tiers == 1.0:
        return ports
    down = ports * over / (1.0 + over)
    return ports * down if tiers == 2.0 else 0.5 * ports * ports * down


@kernel
def tiers_of(p: np.void, endpoints: float) -> float:
    """Return the tiers of the fabric, 1-3: as chosen, or the fewest that reach `endpoints`."""
    f = p.fabric
    if f.topology >= 2.0:
        return f.topology - 1.0
    if endpoints <= reach(p.switch.ports, f.oversubscription, 1.0):
        return 1.0
    return 2.0 if endpoints <= reach(p.switch.ports, f.oversubscription, 2.0) else 3.0


@kernel
def parts(p: np.void) -> Parts:
    """Return the parts of record `p`'s fabric per accelerator; none where the network is as priced."""
    f, s, host, trunk = p.fabric, p.switch, p.host_link, p.trunk_link
    if f.topology == 0.0:
        return Parts(0.0, 0.0, 0.0, 0.0, 0.0)
    rate = p.accelerator.scaleout_bandwidth
    each = rate / s.port_speed
    endpoints = f.accelerators * each / f.planes
    tiers = tiers_of(p, endpoints)
    over = f.oversubscription
    boxes = 1.0 / s.ports
    if tiers > 1.0:
        boxes = (1.0 + over + 1.0 + 2.0 * (tiers - 2.0)) / (over * s.ports)
    between = rate * (tiers - 1.0) / over / trunk.speed
    if trunk.form == 0.0:
        between *= 2.0
    near = rate / host.speed
    if host.form == 0.0:
        # The switch's end of a host's link is a module of the switches' kind, if they have modules.
        if trunk.form == 0.0:
            between += rate / trunk.speed
        else:
            near *= 2.0
    use = endpoints / reach(s.ports, over, tiers)
    return Parts(each * boxes, rate / p.nic.speed, near, between, use)


@kernel
def network(p: np.void) -> Network:
    """Return price and power of the network of one accelerator of record `p`."""
    n = p.network
    if p.fabric.topology == 0.0:
        links = n.price * (1.0 - n.switch_share)
        return Network(
            n.price,
            n.price * n.switch_share,
            links * n.copper_share,
            links * (1.0 - n.copper_share),
            n.nic_price,
            n.power,
        )
    count = parts(p)
    host, trunk = p.host_link, p.trunk_link
    near, between = count.host_units * host.price, count.trunk_units * trunk.price
    copper = 0.0
    if host.form == 1.0:
        copper += near
    if trunk.form == 1.0:
        copper += between
    switches = count.switches * p.switch.price
    power = count.switches * p.switch.power + count.host_units * host.power + count.trunk_units * trunk.power
    return Network(
        switches + near + between,
        switches,
        copper,
        near + between - copper,
        count.nics * p.nic.price,
        power,
    )


@kernel
def failure_rate(p: np.void, count: Parts) -> float:
    """Return the failures of one accelerator's share of the fabric [1/s]."""
    rate = count.switches * p.switch.failure_rate + count.nics * p.nic.failure_rate
    rate += count.host_units * p.host_link.failure_rate
    return rate + count.trunk_units * p.trunk_link.failure_rate
