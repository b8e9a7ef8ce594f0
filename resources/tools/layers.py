"""Who sells each layer of the chain: shares of the market, each with its source and grade."""

from typing import Final

from resources.tools.figures import Entry, figure

_MEMORY: Final = "from memory: order of magnitude only"
_HBM: Final = "introl.com: HBM shipments 2025-Q2, SK hynix 62 %, Micron 21 %, Samsung 17 %"
_IDC: Final = (
    "IDC Q3 2025 server market: makers selling direct 59.4 %, Dell 8.3 %, Supermicro 4.0 %; split of makers "
    "from memory"
)
_SSD: Final = "TrendForce via biz.chosun.com: enterprise SSD sales of 2025-Q3"
_CPU: Final = (
    "Mercury Research 2025-Q4: AMD 41.3 % of x86 server revenue; Arm 9 % of revenue (Bank of America)"
)
_BACKEND: Final = (
    "Dell'Oro 2025, AI back-end: Ethernet over two thirds, NVIDIA and Celestica half of it, Arista third; "
    "InfiniBand NVIDIA; split inside from memory"
)
_CREDO: Final = "imdsolution.com 2025-10: Credo 88 % of active electrical cables; passive copper from memory"
_OPTICS: Final = (
    "public sector note: InnoLight and Eoptolink about 60 % of NVIDIA's 800G modules; split from memory"
)
_ASIC: Final = (
    "Counterpoint 2026-01: Broadcom 60 %, Marvell 8 % of custom AI parts by 2027; others from memory"
)
_FOUNDRY: Final = (
    "Counterpoint 2026-01: TSMC 99 % of wafers of custom AI parts; merchant parts at the leading edge alike"
)

#: Layer -> label, note, suppliers with (share, source, grade); a layer named by a part has none.
_LAYERS: Final[dict[str, tuple[str, str, dict[str, tuple[float, str, str]]]]] = {
    "logic": (
        "Logic foundry",
        "Dies of accelerators.",
        {"TSMC": (0.99, _FOUNDRY, "press"), "Samsung": (0.01, _FOUNDRY, "guess")},
    ),
    "memory": (
        "Memory on package",
        "High-bandwidth memory.",
        {
            "SK hynix": (0.62, _HBM, "press"),
            "Micron": (0.21, _HBM, "press"),
            "Samsung": (0.17, _HBM, "press"),
        },
    ),
    "packaging": (
        "Packaging and test",
        "Interposer and assembly, substrate, test.",
        {
            "TSMC": (0.55, _MEMORY, "guess"),
            "ASE and SPIL": (0.17, _MEMORY, "guess"),
            "Ibiden, Unimicron (substrate)": (0.12, _MEMORY, "guess"),
            "King Yuan (test)": (0.08, _MEMORY, "guess"),
            "Amkor": (0.08, _MEMORY, "guess"),
        },
    ),
    "partner": (
        "Design partner",
        "Used where the part names no partner.",
        {
            "Broadcom": (0.60, _ASIC, "press"),
            "Marvell": (0.08, _ASIC, "press"),
            "MediaTek": (0.12, _ASIC, "guess"),
            "Alchip": (0.12, _ASIC, "guess"),
            "GUC": (0.08, _ASIC, "guess"),
        },
    ),
    "vendor": ("Accelerator vendor", "The vendor of the part chosen.", {}),
    "cpu": (
        "Host processors",
        "x86 and Arm.",
        {
            "Intel": (0.534, _CPU, "derived"),
            "AMD": (0.376, _CPU, "derived"),
            "NVIDIA and other Arm": (0.09, _CPU, "press"),
        },
    ),
    "server": (
        "Server",
        "Boards, memory, power supplies, chassis, assembly.",
        {
            "Foxconn": (0.24, _IDC, "guess"),
            "Quanta": (0.15, _IDC, "guess"),
            "Wistron and Wiwynn": (0.15, _IDC, "guess"),
            "other makers selling direct": (0.054, _IDC, "derived"),
            "Dell": (0.083, _IDC, "press"),
            "Supermicro": (0.04, _IDC, "press"),
            "other brands": (0.283, _IDC, "derived"),
        },
    ),
    "scaleup": (
        "Scale-up fabric",
        "Used where the part's vendor does not sell the links itself.",
        {
            "Broadcom": (0.35, _MEMORY, "guess"),
            "Amphenol": (0.30, _MEMORY, "guess"),
            "Astera Labs": (0.15, _MEMORY, "guess"),
            "Lumentum, Coherent": (0.20, _MEMORY, "guess"),
        },
    ),
    "switches": (
        "Switches",
        "Used where the network names no switch.",
        {
            "NVIDIA": (0.49, _BACKEND, "derived"),
            "Celestica": (0.17, _BACKEND, "derived"),
            "Arista": (0.14, _BACKEND, "guess"),
            "Cisco": (0.06, _BACKEND, "guess"),
            "Accton": (0.08, _BACKEND, "guess"),
            "HPE Juniper and others": (0.06, _BACKEND, "guess"),
        },
    ),
    "nics": (
        "Network adapters",
        "Used where the network names no adapter.",
        {
            "NVIDIA": (0.65, _MEMORY, "guess"),
            "Broadcom": (0.15, _MEMORY, "guess"),
            "AMD": (0.08, _MEMORY, "guess"),
            "Intel": (0.05, _MEMORY, "guess"),
            "in-house": (0.07, _MEMORY, "guess"),
        },
    ),
    "copper": (
        "Copper and active cables",
        "Passive, linear and retimed.",
        {
            "Credo": (0.53, _CREDO + "; 60 % of the layer taken as retimed", "derived"),
            "Amphenol": (0.25, _CREDO, "guess"),
            "Molex, TE and others": (0.15, _CREDO, "guess"),
            "Astera Labs, Marvell": (0.07, _CREDO, "guess"),
        },
    ),
    "optics": (
        "Optics",
        "Modules; makers of their lasers and signal processors are inside.",
        {
            "InnoLight": (0.35, _OPTICS, "guess"),
            "Eoptolink": (0.22, _OPTICS, "guess"),
            "Coherent": (0.18, _MEMORY, "guess"),
            "NVIDIA (own brand)": (0.05, _MEMORY, "guess"),
            "Fabrinet, AAOI, Lumentum and others": (0.20, _MEMORY, "guess"),
        },
    ),
    "storage": (
        "Storage",
        "Flash; the systems around it are inside.",
        {
            "Samsung": (0.351, _SSD, "press"),
            "SK hynix": (0.268, _SSD, "press"),
            "Micron": (0.143, _SSD, "derived"),
            "Kioxia": (0.141, _SSD, "derived"),
            "SanDisk": (0.039, _SSD, "derived"),
            "others": (0.058, _SSD, "derived"),
        },
    ),
    "power": (
        "Power equipment",
        "Generators, transformers, UPS, switchgear.",
        {
            "Schneider Electric": (0.20, _MEMORY, "guess"),
            "Eaton": (0.16, _MEMORY, "guess"),
            "Vertiv": (0.16, _MEMORY, "guess"),
            "ABB": (0.10, _MEMORY, "guess"),
            "Siemens": (0.10, _MEMORY, "guess"),
            "Caterpillar": (0.10, _MEMORY, "guess"),
            "Cummins": (0.08, _MEMORY, "guess"),
            "others": (0.10, _MEMORY, "guess"),
        },
    ),
    "cooling": (
        "Cooling",
        "Chillers, distribution, cold plates of the hall.",
        {
            "Vertiv": (0.22, _MEMORY, "guess"),
            "Schneider Electric": (0.14, _MEMORY, "guess"),
            "Johnson Controls": (0.12, _MEMORY, "guess"),
            "Carrier, Trane": (0.14, _MEMORY, "guess"),
            "Stulz": (0.08, _MEMORY, "guess"),
            "Asian cold-plate makers": (0.15, _MEMORY, "guess"),
            "others": (0.15, _MEMORY, "guess"),
        },
    ),
    "building": (
        "Building",
        "Ground, shell, labour.",
        {"builders and trades": (0.8, _MEMORY, "guess"), "land and grid connection": (0.2, _MEMORY, "guess")},
    ),
    "electricity": (
        "Electricity",
        "Energy at the meter.",
        {"electric utility": (1.0, "whoever serves the site", "derived")},
    ),
    "operations": (
        "Operations",
        "Staff, maintenance and spares.",
        {"own staff": (0.35, _MEMORY, "guess"), "maintenance and spares": (0.65, _MEMORY, "guess")},
    ),
    "software": (
        "Software",
        "Serving software, platforms that bring models into operations, support.",
        {
            "NVIDIA": (0.25, _MEMORY, "guess"),
            "Palantir and like platforms": (0.20, _MEMORY, "guess"),
            "Databricks, Snowflake": (0.15, _MEMORY, "guess"),
            "Red Hat": (0.10, _MEMORY, "guess"),
            "open source with own support": (0.30, _MEMORY, "guess"),
        },
    ),
    "api": (
        "API seller",
        "Tokens bought at the price list of another company.",
        {"API seller": (1.0, "whoever sells the tokens", "derived")},
    ),
    "capital": (
        "Interest and return",
        "What lenders, owners and the landlord ask beyond writing off.",
        {"lenders and owners": (1.0, "whoever finances machines and building", "derived")},
    ),
    "provider": (
        "Provider's margin",
        "Rent beyond what the machines cost their owner.",
        {"cloud provider": (1.0, "whoever rents the machines out", "derived")},
    ),
}


def build() -> dict[str, Entry]:
    """Return one entry for each layer; shares of a layer sum to one."""
    found: dict[str, Entry] = {}
    for ident, (label, note, suppliers) in _LAYERS.items():
        facts: dict[str, Entry | str] = {"sold by": note}
        for name, (share, source, grade) in suppliers.items():
            facts[name] = figure(share, "1", source, grade)
        found[ident] = {
            "label": label,
            "vendor": "",
            "aliases": [],
            "note": note,
            "values": {},
            "facts": facts,
        }
    return found
