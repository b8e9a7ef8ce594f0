"""What sorts of parts there are, which file holds each, and which parameters its parts fill."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from engine.errors import CatalogError
from engine.parameters import GROUPS


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of parts.

    Attributes
    ----------
    id, label, plural : str
    file : str
        File under `resources/catalog`.
    groups : tuple of str
        Groups of parameters its parts fill; the first holds the parameter that names the part.
    optional : frozenset of str
        Parameters of those groups that an entry may leave as they are.
    """

    id: str
    label: str
    plural: str
    file: str
    groups: tuple[str, ...] = ()
    optional: frozenset[str] = frozenset()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the parameters an entry may give."""
        specs = (spec for group in GROUPS if group.key in self.groups for spec in group.specs)
        return tuple(spec.key for spec in specs if spec.kind != "part")

    @property
    def required(self) -> tuple[str, ...]:
        """Return the parameters an entry must give."""
        return tuple(key for key in self.keys if key not in self.optional)

    @property
    def part_key(self) -> str:
        """Return the parameter that names the part, empty for a reference kind."""
        return f"{self.groups[0]}.part" if self.groups else ""


def _keys_of(ident: str) -> frozenset[str]:
    return frozenset(spec.key for group in GROUPS if group.key == ident for spec in group.specs)


_PRICE_KEYS: Final = _keys_of("price")
_DEMAND_KEYS: Final = _keys_of("demand")
_VALUE_KEYS: Final = _keys_of("value")
#: A part of the user's own may leave open what its price is made of.
_SILICON_KEYS: Final = _keys_of("silicon")

_OWN_BUILDING: Final = frozenset(f"facility.{name}" for name in ("housing", "land_price", "upkeep"))

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        kind.id: kind
        for kind in (
            Kind("workload", "Workload", "Workloads", "workloads.json", ("workload",)),
            Kind("model", "Model", "Models", "models.json", ("model",), frozenset({"model.quality"})),
            Kind(
                "accelerator",
                "Accelerator",
                "Accelerators",
                "accelerators.json",
                ("accelerator", "efficiency", "silicon"),
                _SILICON_KEYS,
            ),
            Kind("stack", "Serving engine", "Serving engines", "stacks.json", ("stack",)),
            Kind(
                "network",
                "Network",
                "Networks",
                "networks.json",
                ("network",),
                frozenset({"network.switch_share", "network.copper_share"}),
            ),
            Kind("switch", "Switch", "Switches", "switches.json", ("switch",)),
            Kind("nic", "Network adapter", "Network adapters", "nics.json", ("nic",)),
            Kind("host-medium", "Medium at hosts", "Media at hosts", "host-media.json", ("host_link",)),
            Kind(
                "trunk-medium",
                "Medium at switches",
                "Media at switches",
                "trunk-media.json",
                ("trunk_link",),
            ),
            Kind("design-partner", "Design partner", "Design partners", "design-partners.json", ("partner",)),
            Kind("facility", "Site", "Sites", "facilities.json", ("facility",), _OWN_BUILDING),
            Kind("price", "Price list", "Price lists", "prices.json", ("price",), _PRICE_KEYS),
            Kind("decision", "Decision", "Decisions", "decisions.json", ("value",), _VALUE_KEYS),
            Kind("shape", "Shape of demand", "Shapes of demand", "shapes.json", ("demand",), _DEMAND_KEYS),
            Kind("drafter", "Drafter", "Drafters", "drafters.json"),
            Kind("rental", "Rental price", "Rental prices", "rentals.json"),
            Kind("layer", "Layer of the chain", "Layers of the chain", "layers.json"),
            Kind("component", "Network component", "Network components", "components.json"),
            Kind("site-figure", "Site figure", "Site figures", "site-figures.json"),
        )
    }
)

#: The kind that fills each group.
KIND_OF_GROUP: Final[Mapping[str, Kind]] = MappingProxyType(
    {group: kind for kind in KINDS.values() for group in kind.groups}
)


def kind_of(ident: str) -> Kind:
    """Return the kind named `ident`; raise `CatalogError` with the admissible ones."""
    try:
        return KINDS[ident]
    except KeyError:
        raise CatalogError(f"{ident!r} is no kind of part; there are {', '.join(KINDS)}") from None
