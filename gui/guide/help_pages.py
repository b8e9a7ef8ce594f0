"""Pages of the help: words, and a reference of every input and figure made from their declarations."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Final

from engine.citations import cited
from engine.explain import worded
from engine.identities import depends, identity
from engine.kinds import KINDS
from engine.metrics import METRICS, Metric
from engine.parameters import GROUPS, SPECS
from engine.scenario import DEFAULT
from engine.specs import Spec
from gui.guide.help_texts import GLOSSARY, KEYS, READING, VIEW_TEXTS
from gui.language import current, inner, mark, said, say, tr
from gui.panels.synonyms import NAMES
from gui.reading import format_value
from gui.views import VIEWS
from gui.views.tools import METRIC_GROUPS

ROLES: Final = {"decision": mark("Decision"), "assumption": mark("Assumption"), "price": mark("Price")}
_BETTER: Final = {1: mark("more is better"), -1: mark("less is better"), 0: ""}

Keys = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the help knows: where it stands ("page#anchor"), its name, kind, and what else finds it."""

    target: str
    title: str
    kind: str
    names: str
    text: str


def _links(*pairs: tuple[str, str]) -> str:
    return " &nbsp; ".join(f"<a href='{target}'>{escape(words)}</a>" for target, words in pairs)


# inputs --------------------------------------------------------------------------------------------


def input_target(key: str) -> str:
    """Return where input `key` stands."""
    return f"inputs/{SPECS[key].group}#{key}"


def _number(value: float, spec: Spec) -> str:
    return format_value(value, spec, full=True)


def input_entry(spec: Spec) -> str:
    """Return everything declared of an input."""
    facts = [f"<code>{spec.key}</code>", tr(ROLES[spec.role])]
    if spec.kind == "number":
        facts.append(said("default {value}", value=_number(float(spec.default), spec)))
        low, high = _number(spec.low, spec), _number(spec.high, spec)
        facts.append(said("allowed {low} to {high}", low=low, high=high))
        low, high = _number(spec.soft_low, spec), _number(spec.soft_high, spec)
        facts.append(said("seen {low} to {high}", low=low, high=high))
        facts.append(_unit(spec.display_unit))
    elif spec.kind == "choice":
        facts.append(said("default {value}", value=spec.show(spec.default)))
        options = ", ".join(f"{option.label} ({option.id})" for option in spec.options)
        facts.append(said("one of {options}", options=options))
    else:
        facts.append(said("default {value}", value=spec.default))
        facts.append(said("a part of the catalogue, kind {kind}", kind=inner(tr(KINDS[spec.catalog].label))))
    lines = [escape(spec.doc)]
    if spec.when:
        either = f" {tr('or')} "
        told = f" {tr('and')} ".join(
            f"{SPECS[key].label}: {either.join(SPECS[key].show(one) for one in options)}"
            for key, options in spec.when
        )
        lines.append(said("Counts where {conditions}.", conditions=escape(told)))
    if spec.source:
        lines.append(said("Source: {source}", source=escape(cited(spec.source))))
    facts = [facts[0], *(escape(fact) for fact in facts[1:])]
    link = _links((f"go:input/{spec.key}", tr("Go to the input")))
    head = _head(spec.key, spec.label, facts)
    return f"{head}<p>{'<br>'.join(line for line in lines if line)}</p><p>{link}</p>"


def _head(anchor: str, title: str, facts: Sequence[str]) -> str:
    told = " &middot; ".join(facts)
    return f"<h3><a name='{anchor}'></a>{escape(title)}</h3><p class='facts'>{told}</p>"


def _group_page(key: str) -> str:
    group = next(group for group in GROUPS if group.key == key)
    body = "".join(input_entry(spec) for spec in group.specs)
    return f"<h1>{escape(group.label)}</h1><p>{escape(group.doc)}</p>{body}"


# figures -------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _sections() -> dict[str, tuple[Metric, ...]]:
    """Return every figure by the section it stands in."""
    starts, now = dict(METRIC_GROUPS), ""
    made: dict[str, list[Metric]] = {}
    for metric in METRICS.values():
        now = starts.get(metric.key, now)
        made.setdefault(now, []).append(metric)
    return {title: tuple(metrics) for title, metrics in made.items()}


def metric_target(key: str) -> str:
    """Return where figure `key` stands."""
    section = next(title for title, metrics in _sections().items() if METRICS[key] in metrics)
    return f"figures/{section}#{key}"


def formula_of(metric: Metric) -> str:
    """Return the formula of a figure in words, or what it is worked out from."""
    expression = metric.formula or identity(metric.key, DEFAULT)
    if expression:
        return f"= {worded(expression)}"
    names = [worded(name) for name in depends(metric.key)]
    method = (
        say("Worked out by the model ({method})", method=metric.method)
        if metric.method
        else "Worked out by the model"
    )
    return say("{method} from {names}", method=method, names=", ".join(names)) if names else method


def metric_entry(metric: Metric) -> str:
    """Return everything declared of a figure."""
    unit = metric.display_unit
    facts = [
        f"<code>{metric.key}</code>",
        escape(_unit(unit)),
        tr(_BETTER[metric.better]),
    ]
    exact = tr("follows measured error" if metric.rests else "exact in its inputs")
    head = _head(metric.key, metric.label, [fact for fact in (*facts, exact) if fact])
    link = _links((f"go:metric/{metric.key}", tr("Explain it here and now")))
    formula = escape(formula_of(metric))
    return f"{head}<p>{escape(metric.doc)}</p><p class='formula'>{formula}</p><p>{link}</p>"


def _section_page(title: str) -> str:
    return f"<h1>{escape(tr(title))}</h1>" + "".join(metric_entry(metric) for metric in _sections()[title])


# other pages ---------------------------------------------------------------------------------------


def _reading_page() -> str:
    return "".join(f"<{tag}>{tr(words)}</{tag}>" for tag, words in READING)


def _unit(unit: str) -> str:
    return said("unit {unit}", unit=tr(unit)) if unit != "1" else tr("no unit")


def _views_page() -> str:
    parts = []
    for view in VIEWS:
        text = VIEW_TEXTS.get(view.key) or (view.__doc__ or "").strip()
        link = _links((f"go:view/{view.key}", tr("Open it")))
        head = f"<h3><a name='{view.key}'></a>{escape(tr(view.title))}</h3>"
        parts.append(f"{head}<p>{escape(tr(text))}</p><p>{link}</p>")
    return f"<h1>{tr('The views')}</h1>{''.join(parts)}"


def _keys_page(keys: Keys) -> str:
    rows = "".join(
        f"<tr><td style='padding:3px 28px 3px 0'>{escape(tr(text))}</td>"
        f"<td><code>{escape(tr(key))}</code></td></tr>"
        for text, key in (*keys, *KEYS)
    )
    return f"<h1>{tr('Shortcuts')}</h1><table>{rows}</table>"


def _glossary_page() -> str:
    rows = "".join(
        f"<p><a name='{escape(term)}'></a><b>{escape(tr(term))}</b><br>{escape(tr(text))}</p>"
        for term, text in GLOSSARY
    )
    return f"<h1>{tr('Glossary')}</h1>{rows}"


def contents() -> list[tuple[str, str]]:
    """Return (page, title) of every page in order; a title without a page heads those that follow."""
    made = [("reading", tr("How to read the window")), ("views", tr("The views")), ("keys", tr("Shortcuts"))]
    made.append(("", tr("Inputs")))
    made += [(f"inputs/{group.key}", f"   {group.label}") for group in GROUPS]
    made.append(("", tr("Figures and formulas")))
    made += [(f"figures/{title}", f"   {tr(title)}") for title in _sections()]
    return [*made, ("glossary", tr("Glossary"))]


def page(name: str, keys: Keys) -> str:
    """Return page `name`; the first one where there is none of that name. `keys` are the menus' shortcuts."""
    kind, _, rest = name.partition("/")
    if kind == "inputs" and any(group.key == rest for group in GROUPS):
        return _group_page(rest)
    if kind == "figures" and rest in _sections():
        return _section_page(rest)
    if kind == "keys":
        return _keys_page(keys)
    return {"views": _views_page, "glossary": _glossary_page}.get(kind, _reading_page)()


def index() -> tuple[Entry, ...]:
    """Return everything that can be searched for."""
    return _index(current())


@lru_cache(maxsize=2)
def _index(_language: str) -> tuple[Entry, ...]:
    made = [Entry("reading", tr("How to read the window"), "Help", "start tour map point", "")]
    made += [
        Entry(
            f"views#{v.key}",
            tr(v.title),
            "View",
            NAMES.get(f"view:{v.key}", ""),
            tr(VIEW_TEXTS.get(v.key, "")),
        )
        for v in VIEWS
    ]
    made.append(Entry("keys", tr("Shortcuts"), "Help", "keyboard keys", ""))
    made += [
        Entry(input_target(s.key), s.label, "Input", f"{s.key} {NAMES.get(f'input:{s.key}', '')}", s.doc)
        for s in SPECS.values()
    ]
    made += [
        Entry(metric_target(m.key), m.label, "Figure", f"{m.key} {NAMES.get(f'metric:{m.key}', '')}", m.doc)
        for m in METRICS.values()
    ]
    made += [Entry(f"glossary#{term}", tr(term), "Glossary", "", tr(text)) for term, text in GLOSSARY]
    return tuple(made)


def results(query: str, found: Sequence[Entry]) -> str:
    """Return the page of what was found."""
    if not found:
        told = said("Nothing of the name {name}. Try another word, or part of one.", name=escape(query))
        return f"<h1>{tr('Nothing found')}</h1><p>{told}</p>"
    rows = "".join(
        f"<p><a href='{escape(one.target)}'>{escape(one.title)}</a> "
        f"&nbsp;<span class='facts'>{tr(one.kind)}</span><br>{escape(one.text)}</p>"
        for one in found
    )
    return f"<h1>{tr('Found')}</h1>{rows}"
