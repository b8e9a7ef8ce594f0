"""What a layer is made of: parts counted and priced, each taken down to the input that gives it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from engine import catalog
from engine.chain_identities import partner_margin
from engine.drivers.point import Point
from engine.metrics import METRICS
from engine.metrics.chain import LAYERS
from engine.parameters import SPECS
from engine.scenario import Scenario
from engine.units import YEAR, to_base
from engine.wording import format_value, told, word


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a layer's bill of materials.

    Attributes
    ----------
    label : str
    rate : float
        Its part of the layer [$/s]; items of a layer sum to it.
    told : str
        How it is counted, as "1.5 x $1,240 an accelerator".
    key : str
        The metric or input that explains it.
    source, grade : str
        Of the price behind it.
    """

    label: str
    rate: float
    told: str
    key: str
    source: str = ""
    grade: str = ""


#: (label, weight, told, key): the layer is shared out in proportion to the weights.
_Part = tuple[str, float, str, str]


def items(scenario: Scenario, here: Point, layer: str) -> tuple[Item, ...]:
    """Return the lines `layer` of `scenario`, evaluated as `here`, is made of, largest first."""
    rate = here.base(f"layer_{layer}")
    made = _PARTS[layer](scenario, here) if layer in _PARTS else [_plain(scenario, layer)]
    made = [entry for entry in made if entry[1] > 0.0]
    whole = sum(entry[1] for entry in made)
    if not whole > 0.0:
        made, whole = [(_capital_letter(word(LAYERS[layer][1])), 1.0, "", f"layer_{layer}")], 1.0
    found = [
        Item(word(label), rate * weight / whole, said, key, *_provenance(scenario, key))
        for label, weight, said, key in made
    ]
    return tuple(sorted(found, key=lambda item: -item.rate))


def _provenance(scenario: Scenario, key: str) -> tuple[str, str]:
    """Return source and grade of input `key`; nothing for a metric."""
    if key not in SPECS:
        return "", ""
    noted = scenario.annotation(key).source
    if noted:
        return noted, ""
    known = catalog.figure(scenario, key)
    return (known.source, known.grade) if known is not None else (SPECS[key].source, "")


def _input(scenario: Scenario, key: str) -> str:
    return format_value(scenario.values[key], SPECS[key])


def _plain(scenario: Scenario, layer: str) -> _Part:
    label, what = LAYERS[layer]
    key, form = _SIMPLE[layer]
    if layer == "partner":
        key = partner_margin(scenario)
    return _capital_letter(word(what)) or label, 1.0, told(form, value=_input(scenario, key)), key


def _capital_letter(text: str) -> str:
    return text[:1].upper() + text[1:]


_EACH: Final = "{value} an accelerator"
_YEARLY: Final = "{value} of capital a year"
_SIMPLE: Final[Mapping[str, tuple[str, str]]] = {
    "logic": ("silicon.logic", _EACH),
    "memory": ("silicon.memory", _EACH),
    "packaging": ("silicon.packaging", _EACH),
    "partner": ("silicon.partner_margin", "{value} of what it delivers"),
    "vendor": ("accelerator.price", "what is left of {value} an accelerator"),
    "cpu": ("silicon.cpu_share", "{value} of the server's price"),
    "server": ("accelerator.server_price", "what is left of {value} an accelerator"),
    "scaleup": ("silicon.scaleup_share", "{value} of the server's price"),
}


def _unit(scenario: Scenario, here: Point, label: str, count: str, group: str) -> _Part:
    each = here.base(count)
    price = scenario.number(f"{group}.price")
    watts = scenario.number(f"{group}.power")
    form = "{each:.3g} \u00d7 {price} an accelerator, {watts:.3g} W each"
    said = told(form, each=each, price=_input(scenario, f"{group}.price"), watts=watts)
    return label, each * price, said, f"{group}.price"


def _built(scenario: Scenario) -> bool:
    return scenario.get("fabric.topology") != "priced"


def _priced(scenario: Scenario, here: Point, label: str, metric: str) -> list[_Part]:
    price = format_value(here.base(metric), METRICS[metric])
    said = told("{price} an accelerator, as priced", price=price)
    return [(label, here.base(metric), said, "network.price")]


def _switches(scenario: Scenario, here: Point) -> list[_Part]:
    if not _built(scenario):
        return _priced(scenario, here, "Switches", "fabric_switch_price")
    return [_unit(scenario, here, _label(scenario, "switch"), "fabric_switches", "switch")]


def _nics(scenario: Scenario, here: Point) -> list[_Part]:
    if not _built(scenario):
        price = told(_EACH, value=_input(scenario, "network.nic_price"))
        return [("Adapters", 1.0, price, "network.nic_price")]
    return [_unit(scenario, here, _label(scenario, "nic"), "fabric_nics", "nic")]


def _media(copper: bool) -> Callable[[Scenario, Point], list[_Part]]:
    def made(scenario: Scenario, here: Point) -> list[_Part]:
        if not _built(scenario):
            side = "copper" if copper else "optics"
            return _priced(scenario, here, LAYERS[side][0], f"fabric_{side}_price")
        return [
            _unit(scenario, here, f"{_label(scenario, group)}, {word(where)}", count, group)
            for group, count, where in (
                ("host_link", "fabric_host_units", "at hosts"),
                ("trunk_link", "fabric_trunk_units", "at switches"),
            )
            if (scenario.get(f"{group}.form") == "copper") == copper
        ]

    return made


def _label(scenario: Scenario, group: str) -> str:
    part = catalog.part_of(scenario, group)
    return word(part.label) if part is not None else str(scenario.get(f"{group}.part"))


def _walls(share: str, label: str) -> Callable[[Scenario, Point], list[_Part]]:
    def made(scenario: Scenario, _here: Point) -> list[_Part]:
        price, life = (_input(scenario, f"chain.construction{end}") for end in ("", "_life"))
        said = told("its part of {price} a watt of IT power over {life}", price=price, life=life)
        return [(label, 1.0, said, share)]

    return made


def _electricity(scenario: Scenario, here: Point) -> list[_Part]:
    """Return electricity by who draws it; the site's own part is what PUE adds."""
    pue, whole = scenario.number("facility.pue"), here.base("power_per_accelerator")
    idle = min(scenario.number("efficiency.idle_power"), scenario.number("accelerator.tdp"))
    idle *= scenario.number("correction.power")
    board = idle + (here.base("board_power") - idle) * here.base("duty")
    rest = max(whole - board, 0.0)
    nameplate = max(scenario.number("accelerator.system_power"), scenario.number("accelerator.tdp"))
    around = nameplate - scenario.number("accelerator.tdp") + here.base("fabric_power")
    net = rest * here.base("fabric_power") / around if around > 0.0 else 0.0
    parts = (
        ("Accelerators", board, "board_power"),
        ("Host, fans, adapters", rest - net, "power_per_accelerator"),
        ("Network", net, "fabric_power"),
        ("Cooling and losses of the site", whole * (pue - 1.0), "facility.pue"),
    )
    form = "{watts:.3g} W an accelerator in the mean"
    return [(label, watts, told(form, watts=watts), key) for label, watts, key in parts]


def _operations(scenario: Scenario, here: Point) -> list[_Part]:
    """Return staff and maintenance; of the latter, replacing what fails in the network."""
    staff, upkeep = (scenario.number(f"finance.{name}") for name in ("staff", "maintenance"))
    bought = sum(
        scenario.number(key) for key in ("accelerator.price", "accelerator.server_price", "finance.storage")
    )
    bought += here.base("fabric_price") + here.base("fabric_nic_price")
    replaced = min(_replaced(scenario, here), upkeep * bought)
    made = [
        ("Staff", staff * bought, told(_YEARLY, value=_input(scenario, "finance.staff")), "finance.staff"),
        (
            "Maintenance and spares", upkeep * bought - replaced,
            told(_YEARLY, value=_input(scenario, "finance.maintenance")), "finance.maintenance",
        ),
    ]  # fmt: skip
    made += _upkeep(scenario, here)
    if replaced > 0.0:
        failures = here.shown("fabric_failures")
        said = told("{failures:.3g} failures an accelerator and year, bought again", failures=failures)
        made.append(("Network parts that fail", replaced, said, "fabric_failures"))
    return made


def _upkeep(scenario: Scenario, here: Point) -> list[_Part]:
    """Return upkeep of an own building and the service's own team, per accelerator and year [$]."""
    made: list[_Part] = []
    if scenario.get("facility.housing") == "own":
        nameplate = max(scenario.number("accelerator.system_power"), scenario.number("accelerator.tdp"))
        built = scenario.number("chain.construction") * (nameplate + here.base("fabric_power"))
        said = told("{value} of construction a year", value=_input(scenario, "facility.upkeep"))
        cost = scenario.number("facility.upkeep") * built
        made.append(("Upkeep of the building", cost, said, "facility.upkeep"))
    fleet, scale = here.base("accelerators"), here.base("chain_scale")
    if here.base("team_rate") > 0.0 and fleet * scale > 0.0:
        each = here.base("team_rate") * YEAR / (fleet * scale)
        made.append(("The service's own team", each, _input(scenario, "finance.team"), "finance.team"))
    return made


def _replaced(scenario: Scenario, here: Point) -> float:
    """Return the price of the network's parts that fail in a year, per accelerator [$]."""
    counts = (
        ("fabric_switches", "switch"),
        ("fabric_nics", "nic"),
        ("fabric_host_units", "host_link"),
        ("fabric_trunk_units", "trunk_link"),
    )
    return sum(
        here.base(count) * scenario.number(f"{group}.price") * scenario.number(f"{group}.failure_rate")
        for count, group in counts
    )


def _capital(scenario: Scenario, here: Point) -> list[_Part]:
    """Return interest on machines and what the landlord asks beyond writing off the building."""
    nameplate = max(scenario.number("accelerator.system_power"), scenario.number("accelerator.tdp"))
    watts = nameplate + here.base("fabric_power")
    built = scenario.number("chain.construction") * watts
    written = built / (scenario.number("chain.construction_life") * YEAR)
    whole = here.base("layer_capital") / max(here.base("accelerators"), 1e-300)
    capital = told("{value} a year", value=_input(scenario, "finance.cost_of_capital"))
    if scenario.get("facility.housing") == "own":
        upkeep = scenario.number("facility.upkeep") * built / YEAR
        walls = max(here.base("facility_rate") - written - upkeep, 0.0)
        label, said, key = "Interest on building and land", capital, "facility_rate"
    else:
        walls = max(to_base(scenario.number("facility.colocation"), "$/kW-month") * watts - written, 0.0)
        label, key = "The landlord's return and running of the building", "facility.colocation"
        said = told("{value} a kW and month beyond construction", value=_input(scenario, key))
    walls = min(walls, whole)
    machines = told("{capital} over {life}", capital=capital, life=_input(scenario, "finance.life"))
    return [
        ("Interest on machines", whole - walls, machines, "finance.cost_of_capital"),
        (label, walls, said, key),
    ]


def _storage(scenario: Scenario, here: Point) -> list[_Part]:
    """Return storage beside the machines, and what holds prefixes for reuse."""
    prefixes = here.base("prefix_rate")
    machines = max(here.base("layer_storage") - prefixes - here.base("storage_rate"), 0.0)
    beside = told(_EACH, value=_input(scenario, "finance.storage"))
    more, rented = word("beyond what the machines have"), word("rented by the month")
    return [
        ("Storage beside the accelerators", machines, beside, "finance.storage"),
        ("Memory and disks that hold prefixes", prefixes, more, "prefix_rate"),
        ("Working storage", here.base("storage_rate"), rented, "storage_rate"),
    ]


def _software(scenario: Scenario, here: Point) -> list[_Part]:
    """Return licences, and the services that make requests cheaper."""
    hourly = told("{value} an accelerator and hour", value=_input(scenario, "finance.software"))
    licences = here.base("software_rate") * here.base("accelerators")
    levers = ("response_rate", "compression_rate", "distilled_rate")
    return [
        ("Licences and support", licences, hourly, "finance.software"),
        *((METRICS[name].label, here.base(name), METRICS[name].doc.rstrip("."), name) for name in levers),
    ]


def _provider(scenario: Scenario, here: Point) -> list[_Part]:
    """Return rent beyond the cost of owning, and what a second provider gets."""
    ready = here.base("standby_rate")
    beyond = max(here.base("layer_provider") - ready, 0.0)
    own = format_value(here.base("chain_own_rate"), METRICS["chain_own_rate"], full=True)
    rent, standby = (_input(scenario, key) for key in ("accelerator.rent", "reliability.standby_price"))
    against = told("rent {rent} an hour and uplift against {own} to own", rent=rent, own=own)
    priced = told("{value} what an own accelerator costs an hour", value=standby)
    return [
        ("Rent beyond the cost of owning", beyond, against, "chain_own_rate"),
        ("Capacity on call at a second provider", ready, priced, "standby_rate"),
    ]


def _api(_scenario: Scenario, _here: Point) -> list[_Part]:
    inside = word("what is inside is not known")
    return [("Tokens at the seller's price list", 1.0, inside, "bought_rate")]


_PARTS: Final[Mapping[str, Callable[[Scenario, Point], list[_Part]]]] = {
    "switches": _switches,
    "nics": _nics,
    "copper": _media(copper=True),
    "optics": _media(copper=False),
    "power": _walls("chain.power_share", "Generators, transformers, UPS, switchgear"),
    "cooling": _walls("chain.cooling_share", "Chillers, distribution, cold plates of the hall"),
    "building": _walls("chain.construction", "Ground, shell, labour"),
    "electricity": _electricity,
    "operations": _operations,
    "capital": _capital,
    "provider": _provider,
    "api": _api,
    "storage": _storage,
    "software": _software,
}
