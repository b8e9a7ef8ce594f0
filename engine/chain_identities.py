"""Relations of the chain and the fabric beyond each metric's own formula; see `engine.identities`."""

from collections.abc import Mapping
from typing import Final

from engine.scenario import Scenario
from engine.units import YEAR, to_base

_FLEET: Final = "chain_scale * accelerators"
#: What a dollar of purchase price costs the fleet.
_WRITTEN: Final = f"(1 - finance.residual) / finance.life * {_FLEET}"
_MATERIALS: Final = "(silicon.logic + silicon.memory + silicon.packaging)"
_WATTS: Final = "(accelerator.system_power + fabric_power)"
#: Stands for the key of the margin that counts.
_MARGIN: Final = "MARGIN"
_RATIO: Final = f"{_MARGIN} / (1 - {_MARGIN})"
_UPKEEP: Final = f"facility.upkeep * chain.construction * {_WATTS} / SECONDS_PER_YEAR"
BOUGHT: Final = (
    "(accelerator.price + accelerator.server_price + fabric_price + fabric_nic_price + finance.storage)"
)


def identity(key: str, scenario: Scenario) -> str:
    """Return an expression equal to metric `key` under the choices of `scenario`; empty if there is none."""
    if scenario.get("finance.supply") == "api":
        return ""
    if key.startswith("fabric_"):
        return _fabric(scenario).get(key, "")
    if key == "layer_capital":
        return _interest(scenario)
    if key == "layer_operations":
        return _operations(scenario)
    if key in _PLAIN:
        return _PLAIN[key]
    if key in _SILICON and _fits(scenario):
        return _SILICON[key].replace(_MARGIN, partner_margin(scenario))
    if key in _SERVER:
        shares = [scenario.number(f"silicon.{name}_share") for name in ("cpu", "scaleup")]
        return _SERVER[key] if sum(shares) <= 1.0 else ""
    if key in _SHELL or key == "buildout_per_watt":
        return _walls(key, scenario)
    return ""


def partner_margin(scenario: Scenario) -> str:
    """Return the input that is the design partner's margin."""
    return "partner.margin" if scenario.get("partner.who") == "chosen" else "silicon.partner_margin"


def _fits(scenario: Scenario) -> bool:
    """Return whether the accelerator's price covers its materials and the partner."""
    materials = sum(scenario.number(f"silicon.{name}") for name in ("logic", "memory", "packaging"))
    whole = materials / (1.0 - scenario.number(partner_margin(scenario)))
    return whole <= scenario.number("accelerator.price") and scenario.number("accelerator.price") > 0.0


_PLAIN: Final[Mapping[str, str]] = {
    "layer_electricity": f"power_per_accelerator * facility.power_price * facility.pue * {_FLEET}",
    "layer_storage": f"finance.storage * {_WRITTEN} + prefix_rate + storage_rate",
    "layer_switches": f"fabric_switch_price * {_WRITTEN}",
    "layer_nics": f"fabric_nic_price * {_WRITTEN}",
    "layer_copper": f"fabric_copper_price * {_WRITTEN}",
    "layer_optics": f"fabric_optics_price * {_WRITTEN}",
}
_SILICON: Final[Mapping[str, str]] = {
    "layer_logic": f"silicon.logic * {_WRITTEN}",
    "layer_memory": f"silicon.memory * {_WRITTEN}",
    "layer_packaging": f"silicon.packaging * {_WRITTEN}",
    "layer_partner": f"{_MATERIALS} * {_RATIO} * {_WRITTEN}",
    "layer_vendor": f"(accelerator.price - {_MATERIALS} * (1 + {_RATIO})) * {_WRITTEN}",
    "vendor_gross_margin": f"1 - {_MATERIALS} * (1 + {_RATIO}) / accelerator.price",
}
_SERVER: Final[Mapping[str, str]] = {
    "layer_cpu": f"accelerator.server_price * silicon.cpu_share * {_WRITTEN}",
    "layer_scaleup": f"accelerator.server_price * silicon.scaleup_share * {_WRITTEN}",
    "layer_server": (
        f"accelerator.server_price * (1 - silicon.cpu_share - silicon.scaleup_share) * {_WRITTEN}"
    ),
}
_SHELL: Final[Mapping[str, str]] = {
    "layer_power": "chain.power_share",
    "layer_cooling": "chain.cooling_share",
    "layer_building": "(1 - chain.power_share - chain.cooling_share)",
}


def _walls(key: str, scenario: Scenario) -> str:
    number = scenario.number
    if number("accelerator.system_power") < number("accelerator.tdp"):
        return ""
    if key == "buildout_per_watt":
        return f"({BOUGHT} + chain.construction * {_WATTS}) / ({_WATTS} * facility.pue)"
    if number("chain.power_share") + number("chain.cooling_share") > 1.0:
        return ""
    each = "chain.construction / chain.construction_life" if _lets(scenario) else "facility.colocation"
    return f"{each} * {_WATTS} * {_SHELL[key]} * {_FLEET}"


def _lets(scenario: Scenario) -> bool:
    """Return whether the rent of the walls pays for more than writing them off."""
    if scenario.get("facility.housing") == "own":
        return True
    written = scenario.number("chain.construction") / scenario.number("chain.construction_life") / YEAR
    return written <= to_base(scenario.number("facility.colocation"), "$/kW-month")


def _interest(scenario: Scenario) -> str:
    if scenario.get("finance.supply") != "own" or not _lets(scenario):
        return ""
    if scenario.number("accelerator.system_power") < scenario.number("accelerator.tdp"):
        return ""
    if scenario.get("finance.depreciation") == "straight" and scenario.get("facility.housing") == "own":
        return ""
    hardware = f"capital_rate - {BOUGHT} * (1 - finance.residual) / finance.life"
    walls = f"facility_rate - chain.construction / chain.construction_life * {_WATTS}"
    if scenario.get("facility.housing") == "own":
        walls += f" - {_UPKEEP}"
    return f"({hardware} + {walls}) * accelerators"


def _operations(scenario: Scenario) -> str:
    staff = f"(finance.staff + finance.maintenance) * {BOUGHT} / SECONDS_PER_YEAR"
    if scenario.get("facility.housing") != "own":
        return f"{staff} * {_FLEET} + team_rate"
    if scenario.number("accelerator.system_power") < scenario.number("accelerator.tdp"):
        return ""
    return f"({staff} + {_UPKEEP}) * {_FLEET} + team_rate"


def _fabric(scenario: Scenario) -> Mapping[str, str]:
    if scenario.get("fabric.topology") == "priced":
        links = "network.price * (1 - network.switch_share)"
        return {
            "fabric_switch_price": "network.price * network.switch_share",
            "fabric_copper_price": f"{links} * network.copper_share",
            "fabric_optics_price": f"{links} * (1 - network.copper_share)",
            "fabric_nic_price": "network.nic_price",
            "fabric_power": "network.power",
        }
    parts = ("switches * switch", "host_units * host_link", "trunk_units * trunk_link")
    every = (*parts, "nics * nic")
    sides = {
        side: " + ".join(
            f"fabric_{unit} * {link}.price"
            for unit, link in (("host_units", "host_link"), ("trunk_units", "trunk_link"))
            if (scenario.get(f"{link}.form") == "copper") == (side == "copper")
        )
        for side in ("copper", "optics")
    }
    return {
        "fabric_switch_price": "fabric_switches * switch.price",
        "fabric_nic_price": "fabric_nics * nic.price",
        "fabric_nic_power": "fabric_nics * nic.power",
        "fabric_nics": "accelerator.scaleout_bandwidth / nic.speed",
        "fabric_power": " + ".join(f"fabric_{part}.power" for part in parts),
        "fabric_failures": " + ".join(f"fabric_{part}.failure_rate" for part in every),
        **{f"fabric_{side}_price": text for side, text in sides.items() if text},
    }


_COUNTED: Final = (
    "fabric.topology", "fabric.accelerators", "fabric.planes", "fabric.oversubscription", "switch.ports",
    "switch.port_speed", "accelerator.scaleout_bandwidth",
)  # fmt: skip
_BELOW: Final = ("chain_scale", "accelerators", "finance.residual", "finance.life")
_BUILT: Final = (
    "chain.construction",
    "chain.construction_life",
    "facility.colocation",
    "fabric_power",
    *_BELOW[:2],
)

#: What a kernel's figure hangs on most, in the order worth reading.
DEPENDS: Final[Mapping[str, tuple[str, ...]]] = {
    "fabric_switches": _COUNTED, "fabric_use": _COUNTED,
    "fabric_nics": ("fabric.topology", "accelerator.scaleout_bandwidth", "nic.speed"),
    "fabric_host_units": (
        "fabric.topology", "accelerator.scaleout_bandwidth", "host_link.speed", "host_link.form",
    ),
    "fabric_trunk_units": (*_COUNTED, "trunk_link.speed", "trunk_link.form", "host_link.form"),
    "fabric_switch_price": ("fabric_switches", "switch.price"),
    "fabric_copper_price": ("host_link.form", "trunk_link.form"),
    "fabric_optics_price": ("host_link.form", "trunk_link.form"),
    "fabric_nic_price": ("fabric_nics", "nic.price"),
    "fabric_power": ("fabric_switches", "fabric_host_units", "fabric_trunk_units"),
    "fabric_failures": ("fabric.topology", "fabric_switches", "fabric_host_units", "fabric_trunk_units"),
    "fabric_host_reach_use": ("fabric.topology", "fabric.host_length", "host_link.reach"),
    "fabric_trunk_reach_use": ("fabric.topology", "fabric.trunk_length", "trunk_link.reach"),
    "fabric_nic_power": ("fabric_nics", "nic.power"),
    "chain_own_rate": (
        "accelerator.price", "accelerator.server_price", "fabric_price", "finance.life",
        "finance.cost_of_capital", "facility.colocation", "power_per_accelerator",
    ),
    "chain_scale": ("accelerator_hour", "software_rate", "chain_own_rate"),
    "layer_logic": ("silicon.logic", "accelerator.price", *_BELOW),
    "layer_memory": ("silicon.memory", "accelerator.price", *_BELOW),
    "layer_packaging": ("silicon.packaging", "accelerator.price", *_BELOW),
    "layer_partner": (
        "partner.who", "partner.margin", "silicon.partner_margin", "accelerator.price", *_BELOW,
    ),
    "layer_vendor": ("accelerator.price", "silicon.logic", "silicon.memory", "silicon.packaging", *_BELOW),
    "layer_cpu": ("accelerator.server_price", "silicon.cpu_share", *_BELOW),
    "layer_server": ("accelerator.server_price", "silicon.cpu_share", "silicon.scaleup_share", *_BELOW),
    "layer_scaleup": ("accelerator.server_price", "silicon.scaleup_share", *_BELOW),
    "layer_power": ("chain.power_share", *_BUILT),
    "layer_cooling": ("chain.cooling_share", *_BUILT),
    "layer_building": ("chain.power_share", "chain.cooling_share", *_BUILT),
    "layer_capital": (
        "accelerator_hour", "chain_own_rate", "finance.cost_of_capital", "facility.colocation",
    ),
    "layer_api": ("bought_rate",),
    "layer_operations": ("finance.staff", "finance.maintenance", "facility.upkeep", "finance.team"),
    "layer_provider": ("accelerator_hour", "software_rate", "chain_own_rate", "accelerators"),
    "idle_rate": ("cost_rate", "utilization", "layer_electricity", "duty", "power_per_accelerator"),
    "vendor_gross_margin": ("accelerator.price", "silicon.logic", "silicon.memory", "silicon.packaging"),
    "buildout_per_watt": (
        "accelerator.price", "accelerator.system_power", "chain.construction", "facility.pue",
    ),
}  # fmt: skip
