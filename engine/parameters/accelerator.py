"""The accelerator and its server."""

from dataclasses import dataclass

from engine.parameters.choices import RENTED
from engine.specs import number, part


@dataclass(frozen=True)
class Accelerator:
    """One accelerator and its share of the server. Dense peaks; links per direction."""

    part: str = part(
        "h100-sxm", "Accelerator", "accelerator", doc="Catalogue entry the figures were taken from."
    )
    rent: float = number(
        2.6,
        "Rent",
        "$/h",
        hard=(0, 1000),
        soft=(0.5, 15),
        scale="linear",
        role="price",
        doc="Price of one rented accelerator with its share of the server, per hour.",
        source="H100 index mid-2026 2.60 $/h",
        when=RENTED,
    )
    price: float = number(
        27500,
        "Accelerator price",
        "$",
        hard=(0, 1e7),
        soft=(1000, 100000),
        scale="linear",
        role="price",
        doc="Purchase price of one accelerator.",
        source="H100 25-30 k$ (2026-05)",
    )
    server_price: float = number(
        6375,
        "Server per accelerator",
        "$",
        hard=(0, 1e7),
        soft=(0, 40000),
        role="price",
        doc=(
            "Purchase price of the rest of the server (host, memory, board, switches inside), network "
            "adapter apart, per accelerator."
        ),
        source="server price over accelerators, less accelerator and network adapter",
    )
    server_size: float = number(
        8,
        "Accelerators per server",
        "accelerators",
        hard=(1, 1024),
        soft=(1, 72),
        whole=True,
        role="assumption",
        advanced=True,
        doc="Accelerators in one server or tray.",
        when=(("fleet.rounding", ("servers",)),),
    )
    memory: float = number(
        80,
        "Memory",
        "GB",
        hard=(0.01, 1e5),
        soft=(16, 512),
        role="assumption",
        doc="Usable memory of one accelerator.",
    )
    bandwidth: float = number(
        3.35,
        "Memory bandwidth",
        "TB/s",
        hard=(0.001, 1e5),
        soft=(0.3, 25),
        scale="log",
        role="assumption",
        doc="Peak memory bandwidth of one accelerator.",
    )
    bf16: float = number(
        989,
        "BF16 peak",
        "TFLOP/s",
        hard=(0.1, 1e6),
        soft=(50, 5000),
        scale="log",
        role="assumption",
        doc="Dense BF16 peak.",
    )
    fp8: float = number(
        1979,
        "FP8 peak",
        "TFLOP/s",
        hard=(0, 1e6),
        soft=(0, 20000),
        role="assumption",
        advanced=True,
        doc="Dense FP8 peak; 0 where the part has none.",
    )
    int8: float = number(
        1979,
        "INT8 peak",
        "TFLOP/s",
        hard=(0, 1e6),
        soft=(0, 20000),
        role="assumption",
        advanced=True,
        doc="Dense INT8 peak; 0 where the part has none.",
    )
    fp4: float = number(
        0,
        "FP4 peak",
        "TFLOP/s",
        hard=(0, 1e6),
        soft=(0, 40000),
        role="assumption",
        advanced=True,
        doc="Dense FP4 peak; 0 where the part has none.",
    )
    scaleup_bandwidth: float = number(
        450,
        "Scale-up link",
        "GB/s",
        hard=(0.01, 1e5),
        soft=(10, 2000),
        scale="log",
        role="assumption",
        doc="Bandwidth of the scale-up link per accelerator and direction.",
    )
    scaleup_domain: float = number(
        8,
        "Scale-up domain",
        "accelerators",
        hard=(1, 100000),
        soft=(1, 9216),
        scale="log",
        whole=True,
        role="assumption",
        doc="Accelerators joined by the scale-up link.",
    )
    scaleout_bandwidth: float = number(
        400,
        "Scale-out link",
        "Gbit/s",
        hard=(0.01, 1e5),
        soft=(10, 1600),
        scale="log",
        role="assumption",
        doc="Network bandwidth per accelerator and direction.",
    )
    tdp: float = number(
        700,
        "Board power limit",
        "W",
        hard=(0.1, 1e6),
        soft=(70, 2500),
        role="assumption",
        doc="Thermal design power of the accelerator alone.",
    )
    system_power: float = number(
        1370,
        "All-in power",
        "W",
        hard=(0.1, 1e6),
        soft=(100, 4000),
        role="assumption",
        doc="Nameplate power of accelerator, host share and network share, before PUE.",
        source="InferenceX: H100 1,370 W per GPU",
    )
