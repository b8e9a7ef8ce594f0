"""Outputs: the fabric's bill of materials, and every dollar by layer."""

from typing import Final

from engine.metrics.metric import Metric

#: Layer -> (label, what its dollars buy), in the order of the chain; together they are the cost of the fleet.
LAYERS: Final[dict[str, tuple[str, str]]] = {
    "logic": ("Logic foundry", "dies of the accelerators"),
    "memory": ("Memory on package", "HBM, or the memory of a card"),
    "packaging": ("Packaging and test", "packaging, substrate, test and yield"),
    "partner": ("Design partner", "margin of the partner who delivers a part its user designed"),
    "vendor": ("Accelerator vendor", "what the vendor of the accelerator keeps over materials and partner"),
    "cpu": ("Host processors", "processors of the servers"),
    "server": ("Server", "boards, memory, power supplies, chassis, assembly"),
    "scaleup": ("Scale-up fabric", "switches, boards and cables of the links inside a domain"),
    "switches": ("Switches", "switches between servers"),
    "nics": ("Adapters", "network adapters"),
    "copper": ("Copper and active cables", "passive, linear and retimed copper between servers"),
    "optics": ("Optics", "modules, optical cables and fibre between servers"),
    "storage": ("Storage", "storage beside the accelerators, memory and disks for prefixes"),
    "power": ("Power equipment", "generators, transformers, UPS, switchgear"),
    "cooling": ("Cooling", "chillers, distribution of liquid, cold plates of the hall"),
    "building": ("Building", "ground, shell, labour"),
    "electricity": ("Electricity", "energy at the meter"),
    "operations": ("Operations", "staff, maintenance and spares"),
    "software": ("Software", "licences, support, levers, router and judge"),
    "capital": ("Interest and return", "what lenders, owners and the landlord ask beyond writing off"),
    "provider": ("Provider's margin", "rent beyond what the machines cost their owner"),
}

_HARDWARE: Final = {
    "logic", "memory", "packaging", "partner", "vendor", "cpu", "server", "scaleup", "switches", "nics",
    "copper", "optics", "storage",
}  # fmt: skip


_FORMULAS: Final = {
    "software": "software_rate * accelerators + response_rate + compression_rate + distilled_rate"
}


def _layer(key: str, label: str, what: str) -> Metric:
    how = "by straight line" if key in _HARDWARE else "as paid"
    return Metric(
        f"layer_{key}",
        f"{label}, layer",
        "$/month",
        -1,
        f"Part of the fleet's cost that pays for {what}, {how}.",
        method="kernels.chain",
        formula=_FORMULAS.get(key, ""),
        rests="throughput",
        across="sum",
    )


_FABRIC: Final = (
    Metric(
        "fabric_price",
        "Network per accelerator",
        "$",
        -1,
        "Switches, cables and optics per accelerator, adapter apart.",
        method="kernels.fabric",
        formula="fabric_switch_price + fabric_copper_price + fabric_optics_price",
        across="accelerators",
    ),
    Metric(
        "fabric_switch_price",
        "Switches per accelerator",
        "$",
        -1,
        "Purchase price of switches per accelerator.",
        method="kernels.fabric",
        across="accelerators",
    ),
    Metric(
        "fabric_copper_price",
        "Copper per accelerator",
        "$",
        -1,
        "Purchase price of copper and active cables per accelerator.",
        method="kernels.fabric",
        across="accelerators",
    ),
    Metric(
        "fabric_optics_price",
        "Optics per accelerator",
        "$",
        -1,
        "Purchase price of modules, optical cables and fibre per accelerator.",
        method="kernels.fabric",
        across="accelerators",
    ),
    Metric(
        "fabric_nic_price",
        "Adapters per accelerator",
        "$",
        -1,
        "Purchase price of network adapters per accelerator.",
        method="kernels.fabric",
        across="accelerators",
    ),
    Metric(
        "fabric_power",
        "Network power per accelerator",
        "W",
        -1,
        "Draw of switches and media per accelerator, adapter apart.",
        method="kernels.fabric",
        across="accelerators",
    ),
    Metric(
        "fabric_nic_power",
        "Adapter power per accelerator",
        "W",
        -1,
        "Draw of adapters per accelerator, which its all-in power holds; 0 where the network is as priced.",
        method="kernels.fabric",
        across="accelerators",
    ),
    Metric(
        "fabric_switches",
        "Switch count per accelerator",
        "1",
        0,
        "Switches per accelerator; 0 where the network is taken as priced.",
        method="kernels.fabric",
        across="accelerators",
    ),
    Metric(
        "fabric_nics",
        "Adapter count per accelerator",
        "1",
        0,
        "Adapters per accelerator; 0 where the network is taken as priced.",
        method="kernels.fabric",
        across="accelerators",
    ),
    Metric(
        "fabric_host_units",
        "Media at the host per accelerator",
        "1",
        0,
        "Modules or cables at the host per accelerator; 0 where the network is taken as priced.",
        method="kernels.fabric",
        across="accelerators",
    ),
    Metric(
        "fabric_trunk_units",
        "Media at the switches per accelerator",
        "1",
        0,
        "Modules or cables at switches per accelerator; 0 where the network is taken as priced.",
        method="kernels.fabric",
        across="accelerators",
    ),
    Metric(
        "fabric_use",
        "Endpoints over reach",
        "1",
        -1,
        "Endpoints over those the topology reaches; above 100 % it takes another tier or larger switches.",
        method="kernels.fabric",
        percent=True,
        across="worst",
    ),
    Metric(
        "fabric_host_reach_use",
        "Host link over reach",
        "1",
        -1,
        "Longest link to a host over the reach of its medium; above 100 % it takes another.",
        method="kernels.fabric",
        percent=True,
        across="worst",
    ),
    Metric(
        "fabric_trunk_reach_use",
        "Switch link over reach",
        "1",
        -1,
        "Longest link between switches over the reach of its medium; above 100 % it takes another.",
        method="kernels.fabric",
        percent=True,
        across="worst",
    ),
    Metric(
        "fabric_failures",
        "Network failures per accelerator",
        "/year",
        -1,
        "Failures of switches, adapters and media per accelerator; 0 where the network is taken as priced.",
        method="kernels.fabric",
        across="accelerators",
    ),
)

_WORTH: Final = (
    Metric(
        "chain_own_rate",
        "Cost to own per hour",
        "$/h",
        -1,
        "What one accelerator costs who owns it, software apart: capital, building, energy, staff.",
        method="kernels.chain",
        rests="energy",
        across="accelerators",
    ),
    Metric(
        "chain_scale",
        "Own cost covered",
        "1",
        1,
        "Share of what the machines cost their owner, interest apart, that the price paid covers.",
        method="kernels.chain",
        percent=True,
        rests="throughput",
        across="accelerators",
    ),
    Metric(
        "idle_rate",
        "Idle capacity",
        "$/month",
        -1,
        "Part of the fleet's cost, in all layers, that paid for time without useful work.",
        method="kernels.chain",
        rests="throughput",
        across="sum",
    ),
    Metric(
        "idle_share",
        "Idle share of cost",
        "1",
        -1,
        "Idle capacity over the cost of the fleet.",
        formula="idle_rate / cost_rate",
        percent=True,
        scale="linear",
        rests="throughput",
        across="formula",
    ),
    Metric(
        "vendor_gross_margin",
        "Accelerator vendor's gross margin",
        "1",
        0,
        "What the accelerator's vendor keeps over its price.",
        method="kernels.chain",
        percent=True,
        scale="linear",
        across="accelerators",
    ),
    Metric(
        "buildout_per_watt",
        "Build-out per watt",
        "$/W",
        -1,
        "Machines, network, storage and building per watt the facility draws at the most.",
        method="kernels.chain",
        across="accelerators",
    ),
)

CHAIN: Final = (
    *_FABRIC,
    *(_layer(key, label, what) for key, (label, what) in LAYERS.items()),
    *_WORTH,
)
