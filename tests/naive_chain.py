"""Fabric and layers once more in plain floats, by counting boxes and dollars, not from the kernels."""

from tests import naive_money

YEAR_HOURS = 8760.0
MONTH_HOURS = YEAR_HOURS / 12


def fat_tree(ports, endpoints, tiers, over=1.0):
    """Boxes of a whole folded Clos network of `endpoints` and its links between switches, tier by tier."""
    down = ports * over / (1 + over)
    if tiers == 1:
        return endpoints / ports, 0.0
    up_links = endpoints / over
    leaves = endpoints / down
    if tiers == 2:
        return leaves + up_links / ports, up_links
    return leaves + up_links / (ports / 2) + up_links / ports, 2 * up_links


def network(s):
    """Counts, $ and W of the network of one accelerator of scenario `s`."""
    n = s.number
    if s.get("fabric.topology") == "priced":
        switches = n("network.price") * n("network.switch_share")
        copper = (n("network.price") - switches) * n("network.copper_share")
        return {
            "switches": switches, "copper": copper, "optics": n("network.price") - switches - copper,
            "nics": n("network.nic_price"), "power": n("network.power"), "failures": 0.0,
        }  # fmt: skip
    fleet, ports_each = n("fabric.accelerators"), n("accelerator.scaleout_bandwidth") / n("switch.port_speed")
    per_plane = fleet * ports_each / n("fabric.planes")
    tiers = {"leaf": 1, "tree2": 2, "tree3": 3}.get(s.get("fabric.topology"))
    radix, over = n("switch.ports"), n("fabric.oversubscription")
    if tiers is None:
        half = radix * over / (1 + over)
        tiers = 1 if per_plane <= radix else 2 if per_plane <= radix * half else 3
    boxes, trunks = fat_tree(radix, per_plane, tiers, over)
    boxes, trunks = (x * n("fabric.planes") / fleet for x in (boxes, trunks))
    speed = n("switch.port_speed")
    host_modules, trunk_modules = s.get("host_link.form") == "module", s.get("trunk_link.form") == "module"
    host_ends = {"host": ports_each, "trunk": 0.0}
    if host_modules:
        host_ends["trunk" if trunk_modules else "host"] += ports_each
    trunk_ends = host_ends["trunk"] + trunks * (2 if trunk_modules else 1)
    units = {
        "host": host_ends["host"] * speed / n("host_link.speed"),
        "trunk": trunk_ends * speed / n("trunk_link.speed"),
    }
    money = {side: units[side] * n(f"{side}_link.price") for side in units}
    copper = sum(money[side] for side in money if s.get(f"{side}_link.form") == "copper")
    adapters = n("accelerator.scaleout_bandwidth") / n("nic.speed")
    return {
        "switches": boxes * n("switch.price"), "copper": copper, "optics": sum(money.values()) - copper,
        "nics": adapters * n("nic.price"),
        "power": boxes * n("switch.power") + sum(units[side] * n(f"{side}_link.power") for side in units),
        "failures": boxes * n("switch.failure_rate") + adapters * n("nic.failure_rate")
        + sum(units[side] * n(f"{side}_link.failure_rate") for side in units),
    }  # fmt: skip


def hour(s, watts, paid):
    """$/h of one accelerator by layer, software apart, where `paid` $/h buy what draws `watts` all in."""
    n, net = s.number, network(s)
    nameplate = (max(n("accelerator.system_power"), n("accelerator.tdp")) + net["power"]) / 1000
    price, materials = n("accelerator.price"), [n(f"silicon.{m}") for m in ("logic", "memory", "packaging")]
    if sum(materials) > price:
        materials = [m * price / sum(materials) for m in materials]
    margin = n("silicon.partner_margin")
    partner = min(sum(materials) / (1 - margin) - sum(materials), price - sum(materials))
    server = n("accelerator.server_price")
    cpu = server * n("silicon.cpu_share")
    scaleup = min(server * n("silicon.scaleup_share"), server - cpu)
    bought = {
        "logic": materials[0], "memory": materials[1], "packaging": materials[2], "partner": partner,
        "vendor": price - sum(materials) - partner,
        "cpu": cpu, "scaleup": scaleup, "server": server - cpu - scaleup,
        "switches": net["switches"], "copper": net["copper"], "optics": net["optics"], "nics": net["nics"],
        "storage": n("finance.storage"),
    }  # fmt: skip
    capex, life, residual = sum(bought.values()), n("finance.life"), n("finance.residual")
    made = {layer: cost * (1 - residual) / life / YEAR_HOURS for layer, cost in bought.items()}
    upkeep = 0.0
    rent = nameplate * n("facility.colocation") / MONTH_HOURS
    if s.get("facility.housing") == "own":
        r, price, years = (
            n("finance.cost_of_capital"),
            n("chain.construction") * 1000,
            n("chain.construction_life"),
        )
        straight = s.get("finance.depreciation") == "straight"
        upkeep = n("facility.upkeep") * price * nameplate / YEAR_HOURS
        yearly = (
            price / years if straight else price * naive_money.crf(r, years) + r * n("facility.land_price")
        )
        rent = yearly * nameplate / YEAR_HOURS + upkeep
    built = min(n("chain.construction") * 1000 * nameplate / n("chain.construction_life") / YEAR_HOURS, rent)
    made["power"] = built * n("chain.power_share")
    made["cooling"] = min(built * n("chain.cooling_share"), built - made["power"])
    made["building"] = built - made["power"] - made["cooling"]
    made["electricity"] = watts / 1000 * n("facility.pue") * n("facility.power_price")
    made["operations"] = (n("finance.staff") + n("finance.maintenance")) * capex / YEAR_HOURS + upkeep
    r = n("finance.cost_of_capital")
    if s.get("finance.depreciation") == "straight":
        capital = capex * (1 - residual) / life / YEAR_HOURS
    else:
        capital = (capex - capex * residual / (1 + r) ** life) * naive_money.crf(r, life) / YEAR_HOURS
    interest = capital - capex * (1 - residual) / life / YEAR_HOURS + rent - built - upkeep
    own = sum(made.values()) + interest
    if paid >= own:
        return {**made, "capital": interest, "provider": paid - own}
    short = own - paid
    kept = max(interest - short, 0.0)
    k = (paid - kept) / sum(made.values())
    return {**{layer: cost * k for layer, cost in made.items()}, "capital": kept, "provider": 0.0}
