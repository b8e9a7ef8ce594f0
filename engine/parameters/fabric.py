"""The bill of materials of the network between servers: topology, switches, adapters, media."""

from dataclasses import dataclass
from typing import Final

from engine.specs import choice, number, part

#: Choices under which the network is put together from parts instead of taken as priced.
BUILT: Final = (("fabric.topology", ("auto", "leaf", "tree2", "tree3")),)
#: The other way round.
PRICED: Final = (("fabric.topology", ("priced",)),)


@dataclass(frozen=True)
class Fabric:
    """What the scale-out network is made of, if it is not taken as priced."""

    topology: str = choice(
        "priced",
        "Topology",
        (
            ("priced", 0, "as priced"),
            ("auto", 1, "fat tree, fewest tiers that reach"),
            ("leaf", 2, "one tier of leaves"),
            ("tree2", 3, "fat tree, two tiers"),
            ("tree3", 4, "fat tree, three tiers"),
        ),
        role="decision",
        doc=(
            "As priced: price and power per accelerator are those of the network part. Otherwise they follow "
            "from switches, adapters and media, counted by the rule of a folded Clos network."
        ),
    )
    accelerators: float = number(
        1024,
        "Accelerators on one fabric",
        "accelerators",
        hard=(1, 1e7),
        soft=(8, 131072),
        scale="log",
        role="assumption",
        doc="Size of the cluster the network joins, which other services may share.",
        when=BUILT,
    )
    planes: float = number(
        1,
        "Rails or planes",
        "1",
        hard=(1, 64),
        soft=(1, 8),
        whole=True,
        role="decision",
        doc=(
            "Fabrics side by side: one for each accelerator of a server (rail-optimised), or for each port "
            "of an adapter (planes). Each joins fewer endpoints, so fewer tiers reach."
        ),
        source="eight rails of an eight-accelerator server; MI455X: eight planes",
        when=BUILT,
    )
    oversubscription: float = number(
        1,
        "Oversubscription",
        "×",
        hard=(1, 64),
        soft=(1, 8),
        role="decision",
        doc="Bandwidth of a leaf's ports down over those up; 1 is non-blocking.",
        when=BUILT,
    )
    host_length: float = number(
        3,
        "Reach to the leaf",
        "m",
        hard=(0, 1e5),
        soft=(1, 50),
        role="assumption",
        doc="Longest link from an adapter to its leaf switch.",
        source="2-3 m inside a rack, 20-50 m to the end of a row or across rails",
        advanced=True,
        when=BUILT,
    )
    trunk_length: float = number(
        50,
        "Reach between switches",
        "m",
        hard=(0, 1e5),
        soft=(5, 500),
        role="assumption",
        doc="Longest link between two switches.",
        source="a hall of a few thousand accelerators",
        advanced=True,
        when=BUILT,
    )


@dataclass(frozen=True)
class Switch:
    """One switch of the scale-out network, without its modules."""

    part: str = part(
        "quantum-2-64x400", "Switch", "switch", doc="Catalogue entry the figures were taken from."
    )
    ports: float = number(
        64,
        "Ports",
        "1",
        hard=(2, 4096),
        soft=(32, 512),
        whole=True,
        role="assumption",
        doc="Ports at the speed they are used at.",
        source="64 x 400G of 32 twin-port cages",
        when=BUILT,
    )
    port_speed: float = number(
        400,
        "Speed of a port",
        "Gbit/s",
        hard=(1, 1e5),
        soft=(100, 1600),
        scale="log",
        role="assumption",
        doc="Rate of one port as used, per direction.",
        source="NDR",
        when=BUILT,
    )
    price: float = number(
        36000,
        "Switch price",
        "$",
        hard=(0, 1e7),
        soft=(5000, 250000),
        role="price",
        doc="Purchase price of one switch without modules.",
        source="cluster price sheet of 2024-08: 36,000 $; about 50,000 $ from NVIDIA",
        when=BUILT,
    )
    power: float = number(
        725,
        "Switch power",
        "W",
        hard=(0, 1e6),
        soft=(300, 5000),
        role="assumption",
        doc="Draw of one switch without modules.",
        source="700 and 750 W in public pages; 1,720 W with modules at the most",
        when=BUILT,
    )
    failure_rate: float = number(
        0.02,
        "Switch failures",
        "/year",
        hard=(0, 100),
        soft=(0, 0.2),
        role="assumption",
        doc="Failures of one switch in a year.",
        source="guess: two of a hundred a year",
        advanced=True,
        when=BUILT,
    )


@dataclass(frozen=True)
class Nic:
    """One network adapter."""

    part: str = part(
        "connectx-7", "Network adapter", "nic", doc="Catalogue entry the figures were taken from."
    )
    speed: float = number(
        400,
        "Speed of an adapter",
        "Gbit/s",
        hard=(1, 1e5),
        soft=(100, 1600),
        scale="log",
        role="assumption",
        doc="Rate of one adapter per direction; the accelerator's network link tells how many are bought.",
        source="ConnectX-7",
        when=BUILT,
    )
    price: float = number(
        1750,
        "Adapter price",
        "$",
        hard=(0, 1e6),
        soft=(0, 5000),
        role="price",
        doc="Purchase price of one adapter.",
        source="1,500-2,000 $, from memory",
        when=BUILT,
    )
    power: float = number(
        25,
        "Adapter power",
        "W",
        hard=(0, 1e5),
        soft=(0, 100),
        role="assumption",
        doc="Draw of one adapter; the all-in power of the accelerator holds it already.",
        source="20-26 W",
        advanced=True,
        when=BUILT,
    )
    failure_rate: float = number(
        0.0029,
        "Adapter failures",
        "/year",
        hard=(0, 100),
        soft=(0, 0.05),
        role="assumption",
        doc="Failures of one adapter in a year.",
        source="Llama 3 training: 7 events in 21.2 million GPU-hours",
        advanced=True,
        when=BUILT,
    )


@dataclass(frozen=True)
class HostLink:
    """What joins an adapter to its leaf switch."""

    part: str = part(
        "pluggable-400g",
        "Medium at the host",
        "host-medium",
        doc="Catalogue entry the figures were taken from.",
    )
    form: str = choice(
        "module",
        "Kind at the host",
        (
            ("module", 0, "pluggable module at each end"),
            ("copper", 1, "copper cable"),
            ("aoc", 2, "optical cable"),
        ),
        role="decision",
        doc="A cable is bought with both ends; a module at the host meets one of the switches' kind.",
        when=BUILT,
    )
    speed: float = number(
        400,
        "Speed at the host",
        "Gbit/s",
        hard=(1, 1e5),
        soft=(100, 1600),
        scale="log",
        role="assumption",
        doc="Rate one cable or module carries; one of a higher rate serves several ports.",
        when=BUILT,
    )
    price: float = number(
        700,
        "Price at the host",
        "$",
        hard=(0, 1e5),
        soft=(50, 2500),
        role="price",
        doc="Price of one module with its share of fibre, or of one cable.",
        source="400G module 600-800 $; cluster price sheet of 2024-08 taken apart: 700 $",
        when=BUILT,
    )
    power: float = number(
        10,
        "Power at the host",
        "W",
        hard=(0, 1e4),
        soft=(0, 30),
        role="assumption",
        doc="Draw of one module, or of both ends of one cable.",
        source="8-12 W",
        when=BUILT,
    )
    failure_rate: float = number(
        0.015,
        "Failures at the host",
        "/year",
        hard=(0, 100),
        soft=(0, 0.2),
        role="assumption",
        doc="Failures of one module or cable in a year.",
        source="vendors' FIT sums 0.5-2 % a year; with flapping links up to 20 %",
        advanced=True,
        when=BUILT,
    )
    reach: float = number(
        500,
        "Reach at the host",
        "m",
        hard=(0.1, 1e6),
        soft=(1, 2000),
        role="assumption",
        doc="Longest link it carries.",
        source="DR4",
        advanced=True,
        when=BUILT,
    )


@dataclass(frozen=True)
class TrunkLink:
    """What joins switches to each other, and ends at the switch a host's module."""

    part: str = part(
        "pluggable-800g-sheet",
        "Medium at the switches",
        "trunk-medium",
        doc="Catalogue entry the figures were taken from.",
    )
    form: str = choice(
        "module",
        "Kind at the switches",
        (("module", 0, "module at each end"), ("copper", 1, "copper cable"), ("aoc", 2, "optical cable")),
        role="decision",
        doc="Pluggable, linear and co-packaged optics count as modules, one at each end; a cable has both.",
        when=BUILT,
    )
    speed: float = number(
        800,
        "Speed at the switches",
        "Gbit/s",
        hard=(1, 1e5),
        soft=(100, 1600),
        scale="log",
        role="assumption",
        doc="Rate one cable or module carries; a twin-port module serves two ports.",
        source="800G twin-port modules in NDR switches",
        when=BUILT,
    )
    price: float = number(
        1240,
        "Price at the switches",
        "$",
        hard=(0, 1e5),
        soft=(100, 3000),
        role="price",
        doc="Price of one module with its share of fibre, or of one cable.",
        source="cluster price sheet of 2024-08: 2,560 $ of links at two tiers, 3,800 $ at three",
        when=BUILT,
    )
    power: float = number(
        16,
        "Power at the switches",
        "W",
        hard=(0, 1e4),
        soft=(0, 40),
        role="assumption",
        doc="Draw of one module, or of both ends of one cable.",
        source="800G DR8 14-18 W",
        when=BUILT,
    )
    failure_rate: float = number(
        0.015,
        "Failures at the switches",
        "/year",
        hard=(0, 100),
        soft=(0, 0.2),
        role="assumption",
        doc="Failures of one module or cable in a year.",
        source="vendors' FIT sums 0.5-2 % a year; with flapping links up to 20 %",
        advanced=True,
        when=BUILT,
    )
    reach: float = number(
        500,
        "Reach at the switches",
        "m",
        hard=(0.1, 1e6),
        soft=(10, 2000),
        role="assumption",
        doc="Longest link it carries.",
        source="DR8",
        advanced=True,
        when=BUILT,
    )
