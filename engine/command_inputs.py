"""What commands share: which scenario is meant, and inputs set on the command line."""

from collections.abc import Sequence

from engine import files
from engine.doubt.entry import middle, parse_entry
from engine.errors import IsocostError, ParameterError, quoted
from engine.files import Project
from engine.quantities import Range, parse
from engine.scenario import Scenario, Uncertainty, spec_of
from engine.specs import Spec
from engine.tier_keys import split


def open_scenario(name: str | None, which: str | None, settings: Sequence[str]) -> tuple[Scenario, Project]:
    """Return the scenario a command works on, and the project it comes from.

    Parameters
    ----------
    name : str or None
        A file, a built-in scenario, or None for the default.
    which : str or None
        Name or number (from 1) of a scenario in the file; None for the one in front.
    settings : sequence of str
        `KEY=VALUE`, applied in order.
    """
    project = files.resolve(name)
    scenario = project.scenario if which is None else _chosen(project, which)
    for setting in settings:
        scenario = with_setting(scenario, setting)
    return scenario, project


def _chosen(project: Project, which: str) -> Scenario:
    names = [scenario.name for scenario in project.scenarios]
    if which in names:
        return project.scenarios[names.index(which)]
    if which.isascii() and which.isdigit() and 1 <= int(which) <= len(names):
        return project.scenarios[int(which) - 1]
    raise IsocostError(f"the file has no scenario {quoted(which, marks=False)}; it has {', '.join(names)}")


def with_setting(scenario: Scenario, setting: str) -> Scenario:
    """Return `scenario` with `setting`, a text `KEY=VALUE`, applied.

    A part fills its whole group from the catalogue. A number may carry a unit; without one it is in the
    declared unit, fractions 0-1. A distribution (`3 to 6`, `pert 2 3 6`, `0.7: fp8, 0.3: bf16`) is noted, and
    its middle is set.
    """
    key, equals, text = setting.partition("=")
    key, text = key.strip(), text.strip()
    if not (key and equals and text):
        raise IsocostError(
            f"--set {quoted(setting, marks=False)}: write KEY=VALUE, "
            "for example --set accelerator.rent='1900 $/month'"
        )
    spec = spec_of(key)
    if spec.kind == "part":
        return _with_part(scenario, spec.catalog, text, split(key)[0])
    if spec.kind == "choice" and ":" not in text:
        return scenario.with_value(key, text)
    try:
        value = parse_entry(text, spec, bare="declared")
    except IsocostError as error:
        raise _named(key, error) from None
    return entered(scenario, spec, value)


def entered(scenario: Scenario, spec: Spec, value: float | Range | Uncertainty) -> Scenario:
    """Return `scenario` with what was typed for `spec`: a number, or a distribution and its middle."""
    key = spec.key
    if isinstance(value, Range):
        spread = Uncertainty(value.low, value.high)
        return scenario.with_value(key, value.median).annotate(key, uncertainty=spread)
    if isinstance(value, Uncertainty):
        return scenario.with_value(key, middle(value, spec)).annotate(key, uncertainty=value)
    return scenario.with_value(key, value)


def _with_part(scenario: Scenario, kind: str, name: str, tier: int) -> Scenario:
    """Return `scenario` with the part of that id, alias or label; a part it carries comes first."""
    from engine import catalog

    carried = (kind, name) in catalog.carried(scenario)
    return catalog.apply(scenario, kind, name if carried else catalog.lookup(kind, name).id, tier)


def number(key: str, text: str) -> float | Range:
    """Return the number or range `text` gives for parameter `key`; the message of an error names the key."""
    try:
        return parse(text, spec_of(key), bare="declared")
    except IsocostError as error:
        raise _named(key, error) from None


def _named(key: str, error: IsocostError) -> ParameterError:
    return ParameterError(key, str(error) if str(error).startswith(key) else f"{key}: {error}")
