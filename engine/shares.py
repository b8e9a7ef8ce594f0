"""Inputs that share out one whole: what one gains the others lose.

Declared here once, apart from the inputs themselves, for no kernel needs to know. In each group the shares
of its members and what is left over, which belongs to a part without an input of its own, are 100 %.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.parameters import TIERS
from engine.scenario import Scenario, spec_of
from engine.tier_keys import join, split


def _routed(scenario: Scenario) -> int:
    return scenario.flows.used - 1 if scenario.get("routing.mode") == "router" else 0


@dataclass(frozen=True, slots=True)
class ShareGroup:
    """Shares of one whole.

    Attributes
    ----------
    label : str
        What is shared out.
    keys : tuple of str
        The shares, of tier 1 where each tier has its own.
    rest : callable
        Names who has what they leave, in a scenario.
    count : callable
        How many of the keys count in a scenario; the later ones have no part in it.
    """

    label: str
    keys: tuple[str, ...]
    rest: Callable[[Scenario], str]
    count: Callable[[Scenario], int]

    def members(self, scenario: Scenario) -> tuple[str, ...]:
        """Return the shares that count in `scenario`."""
        return self.keys[: self.count(scenario)]


def _group(label: str, rest: str, *keys: str) -> ShareGroup:
    return ShareGroup(label, keys, lambda _scenario: rest, lambda _scenario: len(keys))


#: Every group of shares.
SHARE_GROUPS: Final = (
    ShareGroup(
        "Requests by tier",
        tuple(f"routing.share{tier}" for tier in range(1, TIERS)),
        lambda scenario: f"Share of tier {scenario.flows.used}",
        _routed,
    ),
    _group("Construction of the building", "Building", "chain.power_share", "chain.cooling_share"),
    _group("Price of the server", "Rest of the server", "silicon.cpu_share", "silicon.scaleup_share"),
)
#: What each share is a share of.
WHOLES: Final[dict[str, str]] = {key: group.label for group in SHARE_GROUPS for key in group.keys}


@dataclass(frozen=True, slots=True)
class Balance:
    """What one share's new value does to its group.

    Attributes
    ----------
    changes : dict of key to float
        The share itself, possibly stopped by locked ones, and those that made room.
    told : str
        Who moved and who stayed, in one line.
    """

    changes: dict[str, float]
    told: str


def group_of(scenario: Scenario, key: str) -> ShareGroup | None:
    """Return the group in which `key` counts in `scenario`, if any with more than one part."""
    plain = split(key)[1]
    return next((group for group in SHARE_GROUPS if plain in group.members(scenario)), None)


def balanced(scenario: Scenario, key: str, value: float, start: Scenario | None = None) -> Balance | None:
    """Return what follows when `key` is moved to `value`; None where it shares nothing with others.

    The unlocked others, and who has the rest, give and take in proportion to what they have in `start`, the
    scenario when the hand took hold: so a share pushed to zero comes back as the hand does. Locked ones
    stay, and stop the one that moves where they leave no more.

    Parameters
    ----------
    scenario : Scenario
    key : str
    value : float
        A share, 0-1; the caller checks that the input allows it.
    start : Scenario, optional
        `scenario` itself where it is left out.
    """
    group = group_of(scenario, key)
    if group is None:
        return None
    tier, plain = split(key)
    base = start if start is not None else scenario
    others = [join(tier, other) for other in group.members(scenario) if other != plain]
    held = [other for other in others if scenario.annotation(other).locked]
    free = [other for other in others if other not in held]
    room = max(0.0, 1.0 - sum(scenario.number(other) for other in held))
    taken = min(value, room)
    weights = {other: base.number(other) for other in free}
    rest = max(0.0, 1.0 - sum(base.number(one) for one in (key, *others)))
    whole = sum(weights.values()) + rest
    left = room - taken
    changes = {key: taken}
    # Of shares that have nothing none grows: all goes to the rest.
    changes |= {other: round(left * w / whole, 9) if whole > 0.0 else 0.0 for other, w in weights.items()}
    after = max(0.0, left - sum(changes[other] for other in free))
    return Balance(changes, _told(scenario, group, changes, key, held, after, stopped=taken < value))


def _told(
    scenario: Scenario,
    group: ShareGroup,
    changes: dict[str, float],
    key: str,
    held: list[str],
    rest: float,
    *,
    stopped: bool,
) -> str:
    def name(one: str) -> str:
        return spec_of(one).label

    members = (key, *(one for one in changes if one != key), *held)
    before = max(0.0, 1.0 - sum(scenario.number(one) for one in members))
    moved = [
        f"{name(one)} {_percent(scenario.number(one))} → {_percent(share)}"
        for one, share in changes.items()
        if one != key and _percent(scenario.number(one)) != _percent(share)
    ]
    if _percent(before) != _percent(rest):
        moved.append(f"{group.rest(scenario)} {_percent(before)} → {_percent(rest)}")
    said = [f"{group.label}, 100 % in all: {', '.join(moved)}"] if moved else []
    kept = ", ".join(f"{name(one)} {_percent(scenario.number(one))}" for one in held)
    if stopped:
        said.append(f"{name(key)} stops at {_percent(changes[key])}: locked is {kept}")
    elif held and moved:
        said.append(f"locked stays {kept}")
    return "; ".join(said)


def _percent(share: float) -> str:
    return f"{share * 100:.3g} %"
