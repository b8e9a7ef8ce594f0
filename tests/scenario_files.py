"""Projects drawn at random, the same for the same seed, and files changed by hand."""

import dataclasses
import json
import math
import random
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from engine.files import Project, to_bytes
from engine.parameters import PER_TIER, SPECS
from engine.parts import shipped
from engine.scenario import DEFAULT, Scenario, Uncertainty, Value, spec_of
from engine.specs import Spec

_PER_TIER = sorted(key for key, spec in SPECS.items() if spec.group in PER_TIER)
TEXTS = [
    "",
    "plain",
    "€ ü 漢字 😀",
    'quote " and \\ backslash',
    "two\nlines\ttab",
    "\u2028\u0000",
    "\ud800 lone",
]


def random_value(random_: random.Random, spec: Spec) -> Value:
    if spec.kind == "choice":
        return random_.choice(spec.options).id
    if spec.catalog == "shape":
        return random_.choice(list(shipped("shape")))
    if spec.kind == "part":
        return random_.choice(["h100-sxm", "mine", "ü"])
    high = min(spec.high, 1e12)
    low = max(spec.low, -1e12)
    if spec.whole:
        return float(random_.randint(math.ceil(low), math.floor(high)))
    return random_.choice(
        [random_.uniform(low, high), low, high, min(max(10 ** random_.uniform(-9, 12), low), high)]
    )


def random_json(random_: random.Random, depth: int = 0) -> Any:
    kinds: list[Callable[[], Any]] = [
        lambda: random_.choice(TEXTS),
        lambda: random_.uniform(-1e9, 1e9),
        lambda: random_.randint(-(10**20), 10**20),
        lambda: random_.choice([None, True, False]),
        lambda: [random_json(random_, depth + 1) for _ in range(random_.randint(0, 3))],
        lambda: {
            random_.choice(TEXTS) + str(i): random_json(random_, depth + 1)
            for i in range(random_.randint(0, 3))
        },
    ]
    return random_.choice(kinds[: 4 if depth > 2 else 6])()


def _stated(scenario: Scenario) -> list[str]:
    return [key for key in scenario.stated() if key not in SPECS]


def random_scenario(random_: random.Random, generations: int) -> Scenario:
    scenario = (
        random_scenario(random_, generations - 1).child(f"child {generations}") if generations else Scenario()
    )
    keys = random_.sample(sorted(SPECS), random_.randint(0, 40))
    scenario = scenario.with_values({key: random_value(random_, SPECS[key]) for key in keys})
    own = [f"tier{random_.randint(2, 4)}.{key}" for key in random_.sample(_PER_TIER, random_.randint(0, 9))]
    scenario = scenario.with_values({key: random_value(random_, spec_of(key)) for key in own})
    if scenario.tiers:
        scenario = scenario.inheriting(*random_.sample(_stated(scenario), 1))
    for key in random_.sample([*sorted(SPECS), *own], random_.randint(0, 12)):
        changes: dict[str, Any] = {
            "source": random_.choice(TEXTS),
            "note": random_.choice(TEXTS),
            "locked": random_.random() < 0.5,
        }
        if spec_of(key).kind == "number":
            low = random_.uniform(-5, 5)
            spread = Uncertainty(
                low, low + random_.random() * 9, random_.choice(["range", "pert", "uniform"])
            )
            changes["uncertainty"] = random_.choice([None, spread])
        scenario = scenario.annotate(
            key, **dict(random_.sample(sorted(changes.items()), random_.randint(1, len(changes))))
        )
    unknown: dict[str, Any] = {f"later_{i}": random_json(random_) for i in range(random_.randint(0, 3))}
    foreign: dict[str, Any] = {
        key: {"later": random_json(random_)} for key in random_.sample(sorted(SPECS), random_.randint(0, 3))
    }
    if random_.random() < 0.5:
        foreign["later.input"] = {"value": random_json(random_), "unit": "parsec"}
    if foreign:
        unknown["values"] = foreign
    parts = {
        f"accelerator/mine-{i}": {"label": random_.choice(TEXTS), "memory": random_.random()}
        for i in range(random_.randint(0, 2))
    }
    return dataclasses.replace(
        scenario,
        name=random_.choice(TEXTS),
        note=random_.choice(TEXTS),
        parts=MappingProxyType(parts),
        unknown=MappingProxyType(unknown),
    )


def random_project(seed: int) -> Project:
    random_ = random.Random(seed)
    scenarios = tuple(random_scenario(random_, random_.randint(0, 3)) for _ in range(random_.randint(1, 3)))
    views = random_.choice(
        [{}, {"surface": {"x": "deployment.concurrency", "freeze": True, "zoom": [0.5, 1]}}]
    )
    unknown = random_.choice([{}, {"journal": [1, 2, {"three": 3.5}]}])
    return Project(
        scenarios, random_.randrange(len(scenarios)), MappingProxyType(views), MappingProxyType(unknown)
    )


def edited(change: Callable[[dict[str, Any]], object], scenario: Scenario = DEFAULT) -> bytes:
    document = json.loads(to_bytes(Project((scenario,))))
    change(document)
    return json.dumps(document, indent=1).encode()


def values_of(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["scenarios"][0]["values"]
    return found
