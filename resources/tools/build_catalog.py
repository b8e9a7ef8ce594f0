"""Build `resources/catalog` from the project's reference tables.

    python -m resources.tools.build_catalog REFERENCE

REFERENCE is the folder of the reference library, which holds `facts/`. Output is deterministic: sorted,
one figure a line. Entries marked `"kept": true` in a catalogue file were added by hand and stay.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from resources.tools import (
    accelerators,
    decisions,
    drafters,
    fabric_parts,
    facilities,
    figures,
    layers,
    models,
    networks,
    partners,
    shapes,
    workloads,
)

CATALOG: Final = Path(__file__).resolve().parents[1] / "catalog"

_FILES: Final[dict[str, tuple[str, Callable[[Path], dict[str, figures.Entry]]]]] = {
    "accelerators": ("accelerator", accelerators.build),
    "models": ("model", models.build),
    "workloads": ("workload", workloads.build),
    "shapes": ("shape", shapes.build),
    "drafters": ("drafter", drafters.build),
    "networks": ("network", networks.build),
    "switches": ("switch", fabric_parts.switches),
    "nics": ("nic", fabric_parts.nics),
    "host-media": ("host-medium", fabric_parts.host_media),
    "trunk-media": ("trunk-medium", fabric_parts.trunk_media),
    "layers": ("layer", lambda _facts: layers.build()),
    "design-partners": ("design-partner", lambda _facts: partners.build()),
    "facilities": ("facility", facilities.build),
    "rentals": ("rental", facilities.rentals),
    "components": ("component", networks.components),
    "decisions": ("decision", lambda _facts: decisions.build()),
    "site-figures": ("site-figure", facilities.figures),
}


def build(reference: Path, target: Path = CATALOG) -> dict[str, int]:
    """Write every catalogue file under `target`; return entries per file."""
    counts = {}
    for stem, (kind, make) in _FILES.items():
        counts[stem] = figures.write(target / f"{stem}.json", kind, make(reference / "facts"))
    return counts


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("reference", type=Path, help="folder of the reference library")
    for stem, count in build(parser.parse_args(arguments).reference).items():
        print(f"{stem}: {count}")


if __name__ == "__main__":
    main()
