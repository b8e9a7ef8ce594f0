"""Everything the finder offers: inputs, metrics, parts, scenarios, views, actions, questions."""

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from engine import catalog, files
from engine.metrics import Metric
from engine.parameters import GROUPS, SPECS
from engine.scenario import Scenario, spec_of
from engine.tier_keys import split
from engine.units import UNITS
from gui import shown_units
from gui.language import said, template, tr
from gui.panels.finder import Found
from gui.panels.synonyms import NAMES
from gui.reading import format_value
from gui.shown_text import part_name
from gui.shown_units import METRICS
from gui.views.surfaces import SurfacesView

if TYPE_CHECKING:
    from gui.main_window import MainWindow

#: What of equal fit comes first.
_WEIGHT: Final = {"question": 0.0, "view": 0.1, "action": 0.2, "input": 0.3, "metric": 0.6, "scenario": 0.8,
                  "show": 1.2, "part": 1.6}  # fmt: skip


def entries(window: "MainWindow") -> list[Found]:
    """Return everything that can be found in `window` now."""
    return [
        *_views_and_actions(window),
        *_questions(window),
        *_inputs(window),
        *_metrics(window),
        *_scenarios(window),
        *_parts(window),
    ]


def _views_and_actions(window: "MainWindow") -> Iterator[Found]:
    views = {tr(view.title): view.key for view in window.views}
    for text, action in window.menus.actions.items():
        if not action.isEnabled():
            continue
        keys = action.shortcut().toString()
        name = action.text().replace("&", "")
        if text in views:
            ident = f"view:{views[text]}"
            yield Found(name, tr("View"), action.trigger, keys, ident, NAMES.get(ident, ""), _WEIGHT["view"])
        else:
            yield Found(name, tr("Action"), action.trigger, keys, f"action:{text}", "", _WEIGHT["action"])


def _questions(window: "MainWindow") -> Iterator[Found]:
    for text, ask in window.guide.offered_questions():
        yield Found(text, tr("Question"), ask, "", f"question:{text}", "try ask", _WEIGHT["question"])


def _inputs(window: "MainWindow") -> Iterator[Found]:
    scenario = window.document.scenario
    own = [key for key in scenario.stated() if split(key)[0] > 1]
    labels = {group.key: group.label for group in GROUPS}
    for key in (*SPECS, *own):
        spec = spec_of(key)
        ident = f"input:{key}"
        told = shown_units.text(scenario.get(key), spec, full=True)
        if spec.kind == "part":
            known = catalog.part_of(scenario, key.rpartition(".")[0])
            told = tr(known.label) if known is not None else told
        yield Found(
            spec.label, labels[spec.group], partial(window.inputs.focus_key, key), told, ident,
            NAMES.get(ident, ""), _WEIGHT["input"],
        )  # fmt: skip


def _metrics(window: "MainWindow") -> Iterator[Found]:
    point = window.point()
    for key, metric in METRICS.items():
        told = format_value(point.base(key), metric, full=True) if point is not None else ""
        ident = f"metric:{key}"
        yield Found(
            metric.label, tr("Figure, explain"), partial(window.explain, key), told, ident,
            NAMES.get(ident, ""), _WEIGHT["metric"],
        )  # fmt: skip
        if metric.codes is None and key != "feasible":
            yield Found(
                metric.label, tr("Figure, show on the surfaces"), partial(show_on_surface, window, key), "",
                f"show:{key}", NAMES.get(ident, ""), _WEIGHT["show"],
            )  # fmt: skip


def column_of(metric: Metric) -> int:
    """Return which surface a metric goes to: cost, latency or margin, by what it is like."""
    if UNITS[metric.unit].dimension == "time":
        return 1
    return 2 if metric.better > 0 else 0


def show_on_surface(window: "MainWindow", key: str) -> None:
    """Show metric `key` on the surfaces, in the place of the one it is most like."""
    window.open_view(SurfacesView.key)
    view = window.view()
    if isinstance(view, SurfacesView) and key not in view.settings()["metrics"]:
        view.set_metric(column_of(METRICS[key]), key)


def _scenarios(window: "MainWindow") -> Iterator[Found]:
    document = window.document
    for i, case in enumerate(document.session.cases):
        if i != document.session.active:
            yield Found(
                case.scenario.name, tr("Open scenario"), partial(document.select, i), "", "", "tab case",
                _WEIGHT["scenario"],
            )  # fmt: skip
    for name, title in _builtin():
        yield Found(
            template(title), tr("Built-in scenario, open"),
            partial(window.attempt, window.files.new_from, name), "",
            f"builtin:{name}", f"{title} template example new", _WEIGHT["scenario"],
        )  # fmt: skip


@lru_cache(maxsize=1)
def _builtin() -> tuple[tuple[str, str], ...]:
    return tuple((name, files.load_builtin(name).scenario.name) for name in files.builtin_names())


def _parts(window: "MainWindow") -> Iterator[Found]:
    scenario: Scenario = window.document.scenario
    for group in GROUPS:
        if not group.catalog:
            continue
        now = scenario.get(f"{group.key}.part")
        for ident, part in catalog.load(group.catalog, scenario).items():
            choose = partial(window.attempt, window.document.choose_part, group.key, ident)
            told = tr("chosen") if ident == now else ""
            yield Found(
                part_name(part), said("{group}, choose", group=group.label), choose, told,
                f"part:{group.key}/{ident}", f"{part.label} {ident} {' '.join(part.aliases)}",
                _WEIGHT["part"],
            )  # fmt: skip
