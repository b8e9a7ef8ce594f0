"""Every input of the model, declared once: a file a topic, put together here.

Order is the order of the panel: along the chain from demand to price. A value is kept in the unit
declared here; `RECORD` is the row a kernel reads, one nested field per group, in base units.
Sources: see each entry; "theory" is the economics and performance reference of the project's library.
"""

from math import inf
from typing import Final

import numpy as np

from engine.parameters.accelerator import Accelerator
from engine.parameters.bill import Api, Task, Usage
from engine.parameters.chain import Chain, Silicon
from engine.parameters.demand import Demand
from engine.parameters.deployment import Deployment
from engine.parameters.efficiency import Efficiency
from engine.parameters.fabric import Fabric, HostLink, Nic, Switch, TrunkLink
from engine.parameters.facility import Facility
from engine.parameters.finance import Finance
from engine.parameters.fleet import Fleet
from engine.parameters.industry import Industry
from engine.parameters.levers import Levers
from engine.parameters.model import Model, Precision
from engine.parameters.network import Network
from engine.parameters.outlook import Outlook
from engine.parameters.partner import Partner
from engine.parameters.price import Price
from engine.parameters.profile import PROFILE
from engine.parameters.reliability import Reliability
from engine.parameters.routing import Routing
from engine.parameters.stack import Correction, Stack
from engine.parameters.thesis import Thesis
from engine.parameters.training import Training
from engine.parameters.value import Value
from engine.parameters.workload import Limits, Workload
from engine.specs import Group, Spec, group

#: Every group, in the order of the panel.
GROUPS: Final[tuple[Group, ...]] = (
    group("workload", "Workload", Workload),
    group("demand", "Demand over the week", Demand),
    group("limits", "Service limits", Limits),
    group("routing", "Tiers & routing", Routing),
    group("model", "Model", Model, per_tier=True),
    group("precision", "Precision", Precision, per_tier=True),
    group("accelerator", "Accelerator", Accelerator, per_tier=True),
    group("deployment", "Deployment", Deployment, per_tier=True),
    group("levers", "Levers", Levers, per_tier=True),
    group("efficiency", "Achieved efficiency", Efficiency, per_tier=True),
    group("stack", "Serving stack", Stack, per_tier=True),
    group("correction", "Own benchmark", Correction, per_tier=True),
    group("fleet", "Fleet & availability", Fleet),
    group("reliability", "Failures & redundancy", Reliability),
    group("network", "Network & optics", Network, per_tier=True),
    group("fabric", "Fabric", Fabric, per_tier=True),
    group("switch", "Switches", Switch, per_tier=True),
    group("nic", "Network adapters", Nic, per_tier=True),
    group("host_link", "Links to hosts", HostLink, per_tier=True),
    group("trunk_link", "Links between switches", TrunkLink, per_tier=True),
    group("facility", "Power & facility", Facility, per_tier=True),
    group("finance", "Supply & finance", Finance, per_tier=True),
    group("silicon", "Inside the machine", Silicon, per_tier=True),
    group("partner", "Design partner", Partner, per_tier=True),
    group("chain", "Inside the building", Chain),
    group("api", "Bought tokens", Api),
    group("price", "Price", Price),
    group("value", "Value of the decision", Value),
    group("outlook", "Years ahead", Outlook),
    group("industry", "Suppliers ahead", Industry),
    group("training", "Training", Training),
    group("thesis", "Counter-thesis", Thesis),
    group("usage", "Users", Usage),
    group("task", "Task", Task),
)

#: Most tiers of a scenario.
TIERS: Final = 4

#: Groups of which each tier has its own; the others are those of the whole service.
PER_TIER: Final = frozenset(entry.key for entry in GROUPS if entry.per_tier)

#: Every parameter by key.
SPECS: Final[dict[str, Spec]] = {spec.key: spec for entry in GROUPS for spec in entry.specs}

#: The row a kernel reads: one nested struct per group, all fields float64 in base units, and last what
#: `Scenario.to_record` makes of the week of demand.
RECORD: Final = np.dtype(
    [
        *(
            (entry.key, np.dtype([(s.name, np.float64) for s in entry.specs if s.numeric]))
            for entry in GROUPS
        ),
        ("profile", PROFILE),
    ]
)

#: Figures in a record viewed as a flat float64 vector.
WIDTH: Final = RECORD.itemsize // 8

#: Position of a numeric parameter in a record viewed as a flat float64 vector.
POSITIONS: Final[dict[str, int]] = {
    key: i for i, key in enumerate(s.key for g in GROUPS for s in g.specs if s.numeric)
}

assert RECORD.itemsize == 8 * len(POSITIONS) + PROFILE.itemsize
assert all(spec.low <= spec.high < inf or spec.high == inf for spec in SPECS.values())

__all__ = ["GROUPS", "PER_TIER", "POSITIONS", "RECORD", "SPECS", "TIERS", "WIDTH"]
