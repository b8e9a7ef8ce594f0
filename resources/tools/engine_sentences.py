"""Find what errors, warnings and remarks of engine and window say to a person: their forms, by the source.

A form is the sentence with what varies in braces, named after what stands there. Helpers that make a part of
a sentence are followed, and each way they may end makes a form of its own; where there would be too many, the
part stays in braces and is known by forms of its own, as sentences within sentences are.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
#: What is told to a person besides the errors derived from the first, and which argument is the message.
_ERRORS: Final = {"IsocostError": 0, "NotHere": 0, "Problem": 1}
#: Methods that note or make a message: which argument it is, and how many there are at least.
_TOLD_BY: Final = {
    "fail": (1, 2), "wrong": (1, 2), "error": (2, 3), "missing": (1, 2), "warn": (0, 1), "_complain": (0, 1),
}  # fmt: skip
#: Lists whose entries are told.
_LISTS: Final = frozenset({"report", "warnings"})
#: Signals that bring a sentence to the window.
_SIGNALS: Final = frozenset({"failed", "status", "trouble"})
#: Most ways of a part that are written out into a sentence, and calls that are followed.
_MOST: Final = 2
_DEPTH: Final = 3
#: Functions that give a value, as an input quoted.
_VALUES: Final = frozenset({"quoted", "repr", "str"})
#: Modules that only talk to a command line.
_COMMAND: Final = re.compile(r"(^|[._])(cli|command)$")
_OUTSIDE: Final = frozenset({"gui.app", "gui.desktop", "gui.screenshot"})
_IMPORT: Final = re.compile(
    r"^ *(?:from|import) ((?:engine|gui)[\w.]*)(?: import (\([^)]*\)|[^\n]*))?", re.MULTILINE
)
#: What a module holds that says anything.
_SAYS: Final = re.compile(
    r"(?:Error|NotHere|Problem|(?:report|warnings)\.append|(?:failed|status|trouble)\.emit"
    r"|\.(?:fail|wrong|error|missing|warn|_complain))\("
)
_NAME: Final = re.compile(r"\{\w+")
#: What varies, and names of tables, which are no words of a sentence.
_BARE: Final = re.compile(r"\{\w+[^{}]*\}|\[[^\]]*\]|\w+ = ")

_Function = ast.FunctionDef | ast.AsyncFunctionDef
#: A sentence as its parts: texts, and expressions of what varies.
_Parts = tuple["str | ast.expr", ...]


@dataclass
class _Module:
    """A file of the engine with what its names mean."""

    tree: ast.Module
    functions: dict[str, _Function] = field(default_factory=dict)
    constants: dict[str, ast.expr] = field(default_factory=dict)
    imported: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node in self.tree.body:
            if isinstance(node, _Function):
                self.functions[node.name] = node
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
                self.constants[node.target.id] = node.value
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self.constants[node.targets[0].id] = node.value
        for one in ast.walk(self.tree):
            if isinstance(one, ast.ImportFrom) and one.module and one.module.startswith("engine"):
                self.imported |= {a.asname or a.name: (one.module, a.name) for a in one.names}


@cache
def paths() -> dict[str, Path]:
    """Return the file of every module of window and engine by its dotted name."""
    found = {}
    for folder in ("gui", "engine"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            found[name.removesuffix(".__init__")] = path
    return found


@cache
def _source(name: str) -> str:
    return paths()[name].read_text("utf-8")


@cache
def tree(name: str) -> ast.Module:
    """Return the source of module `name`, taken apart."""
    return ast.parse(_source(name))


@cache
def _module(name: str) -> _Module:
    return _Module(tree(name))


# which modules ------------------------------------------------------------------------------------


@cache
def _window() -> tuple[str, ...]:
    """Return the modules of the window, without those that only start it or talk to a command line."""
    found = (name for name in paths() if name.startswith("gui") and not _COMMAND.search(name))
    return tuple(name for name in found if name not in _OUTSIDE)


@cache
def reached() -> tuple[str, ...]:
    """Return the modules of the engine that the window comes to by imports, though not beyond commands."""
    waiting = set(_window())
    seen: set[str] = set()
    while waiting:
        seen |= waiting
        told = {name for name in waiting if not (name.startswith("engine") and _COMMAND.search(name))}
        waiting = {need for name in told for need in _needs(name) if need in paths()} - seen
    return tuple(sorted(name for name in seen if name.startswith("engine")))


def _needs(name: str) -> Iterator[str]:
    """Yield what may be a module among that which `name` imports; as text, for that is ten times as fast."""
    for module, listed in _IMPORT.findall(_source(name)):
        yield module
        yield from (f"{module}.{one}" for one in re.findall(r"\w+", listed))


def _says(name: str) -> bool:
    """Return whether module `name` may say anything, so that it is worth taking apart."""
    return _SAYS.search(_source(name)) is not None


@cache
def _methods() -> dict[str, list[tuple[str, _Function]]]:
    """Return the methods of all classes by name, each with its module."""
    found: dict[str, list[tuple[str, _Function]]] = {}
    for name in (*reached(), *filter(_says, _window())):
        for node in tree(name).body:
            for one in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(one, _Function):
                    found.setdefault(one.name, []).append((name, one))
    return found


@cache
def _classes() -> dict[str, int]:
    """Return every exception told to a person, and which of its arguments is the message."""
    bodies = [tree(name).body for name in paths() if name.startswith("engine")]
    defined = [node for body in bodies for node in body if isinstance(node, ast.ClassDef)]
    found = dict(_ERRORS)
    while more := [n for n in defined if n.name not in found and any(_last(b) in found for b in n.bases)]:
        for node in more:
            made = next((one for one in node.body if getattr(one, "name", "") == "__init__"), None)
            names = (
                [arg.arg for arg in made.args.args] if isinstance(made, _Function) else ["self", "message"]
            )
            found[node.name] = names.index("message") - 1
    return found


def _last(node: ast.expr) -> str:
    """Return the last name of `a.b.c`, "" where it is none."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


# the sentences ------------------------------------------------------------------------------------


@cache
def forms() -> tuple[str, ...]:
    """Return every form, in order of module and line; of those that differ in names only the first."""
    found: dict[str, str] = {}
    for name in filter(_says, (*reached(), *_window())):
        for within, told in _told(tree(name), None):
            reader = _Reader(name, within)
            for form in reader.forms(told):
                if _worded(form) and not form.startswith("--"):
                    found.setdefault(_NAME.sub("{", form), form)
    return tuple(found.values())


def _worded(form: str) -> bool:
    """Return whether words are left of a form without what varies."""
    return re.search("[A-Za-z]{2}", _BARE.sub("", form)) is not None


def _told(node: ast.AST, within: _Function | None) -> Iterator[tuple[_Function | None, ast.expr]]:
    """Yield every expression that is told, with the function it stands in."""
    if isinstance(node, _Function):
        within = node
    if isinstance(node, ast.Call):
        yield from ((within, told) for told in _message(node))
    for child in ast.iter_child_nodes(node):
        yield from _told(child, within)


def _message(call: ast.Call) -> Iterator[ast.expr]:
    name, count = _last(call.func), len(call.args)
    if name in _classes() and count > _classes()[name]:
        yield call.args[_classes()[name]]
    elif isinstance(call.func, ast.Attribute) and name in _TOLD_BY and count >= _TOLD_BY[name][1]:
        yield call.args[_TOLD_BY[name][0]]
    elif isinstance(call.func, ast.Attribute) and call.args:
        of = _last(call.func.value)
        if (name == "append" and of in _LISTS) or (name == "emit" and of in _SIGNALS):
            yield call.args[0]


class _Reader:
    """Reads expressions of one function of one module."""

    def __init__(self, name: str, within: _Function | None, deep: int = 0) -> None:
        self._name, self._module, self._within, self._deep = name, _module(name), within, deep
        #: Sentences that stand within another and have too many ways to be written out there.
        self.apart: list[_Parts] = []

    def forms(self, node: ast.expr) -> list[str]:
        """Return the forms of what `node` says; those of parts of their own come behind."""
        made = self.ways(node)
        return [_form(parts) for parts in (*(made or ()), *self.apart)]

    def ways(self, node: ast.expr) -> list[_Parts] | None:
        """Return every way that the text of `node` may be put together; None if it is no text of ours."""
        match node:
            case ast.Constant(value=str(text)):
                return [(text,)] if text else [()]
            case ast.JoinedStr(values=values):
                return self._joined(values)
            case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
                made = self.ways(value)
                return made if made is None or isinstance(value, ast.IfExp) else self._short(made)
            case ast.IfExp(body=body, orelse=orelse):
                return self._either([body, orelse])
            case ast.BoolOp(op=ast.Or(), values=values):
                return self._either(values)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return _words(self._joined([left, right]))
            case ast.Name(id=name):
                return self._named(name)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get"), args=[_, *rest]):
                return self._either([*table, *rest]) if (table := self._table(name)) else None
            case ast.Call(func=ast.Name(id=name)):
                return self._called(name)
            case ast.Call(func=ast.Attribute(attr=name)) if len(_methods().get(name, ())) == 1:
                return self._ends(*_methods()[name][0])
        return None

    def _joined(self, values: list[ast.expr]) -> list[_Parts]:
        each = [self.ways(one) or [(one,)] for one in values]
        return [tuple(part for way in ways for part in way) for ways in product(*each)]

    def _either(self, nodes: list[ast.expr]) -> list[_Parts] | None:
        """Return the ways of each of `nodes`; what is no text of ours varies. None if all vary."""
        each = [(node, self.ways(node)) for node in nodes]
        if all(ways is None for _, ways in each):
            return None
        made = [way for node, ways in each for way in (ways if ways is not None else [(node,)])]
        return list(dict.fromkeys(made))

    def _short(self, ways: list[_Parts]) -> list[_Parts] | None:
        """Return `ways` if they are few and all of words; else they go apart, and that part varies."""
        if len(ways) <= _MOST and all(not way or any(_letters(part) for part in way) for way in ways):
            return ways
        self.apart += ways
        return None

    def _table(self, name: str) -> list[ast.expr]:
        """Return the texts of the mapping called `name`."""
        given = [*(_assigned(self._within, name) if self._within else ()), self._module.constants.get(name)]
        return [value for one in given if isinstance(one, ast.Dict) for value in one.values]

    def _named(self, name: str) -> list[_Parts] | None:
        if self._within is not None:
            if name in {arg.arg for arg in (*self._within.args.args, *self._within.args.kwonlyargs)}:
                return None
            given = list(_assigned(self._within, name))
            if given:
                return _words(self._either(given))
        if name in self._module.constants:
            return _words(self.ways(self._module.constants[name]))
        module, own = self._module.imported.get(name, ("", ""))
        if module in paths() and own in _module(module).constants and self._deep < _DEPTH:
            return _words(_Reader(module, None, self._deep + 1).ways(_module(module).constants[own]))
        return None

    def _called(self, name: str) -> list[_Parts] | None:
        module, own = self._name, name
        if name in _VALUES:
            return None
        if name not in self._module.functions:
            module, own = self._module.imported.get(name, ("", ""))
        function = _module(module).functions.get(own) if module in paths() else None
        return self._ends(module, function) if function is not None else None

    def _ends(self, module: str, function: _Function) -> list[_Parts] | None:
        """Return the ways of what a function returns."""
        if self._deep >= _DEPTH or _last(function.returns or ast.Constant(0)) != "str":
            return None
        reader = _Reader(module, function, self._deep + 1)
        ends = [n.value for n in ast.walk(function) if isinstance(n, ast.Return) and n.value is not None]
        made = _words(reader._either(ends))
        self.apart += reader.apart
        return made


def _words(ways: list[_Parts] | None) -> list[_Parts] | None:
    """Return `ways` if they are of words: some text with spaces, or single words only; else it is a value."""
    texts = [part for way in ways or () for part in way if isinstance(part, str)]
    single = all(len(way) == 1 and isinstance(way[0], str) and way[0].isalpha() for way in ways or () if way)
    worded = any(_letters(text) and (" " in text or single) for text in texts)
    return ways if worded else None


def _letters(part: "str | ast.expr") -> bool:
    return isinstance(part, str) and re.search("[A-Za-z]{2}", part) is not None


def _assigned(within: _Function, name: str) -> Iterator[ast.expr]:
    """Yield what is given to `name` in a function; of a loop or a pair something that is no text."""
    for node in ast.walk(within):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.NamedExpr):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name) and target.id == name and node.value is not None:
                    yield node.value
                elif isinstance(target, ast.Tuple) and any(_last(one) == name for one in target.elts):
                    yield target
        elif isinstance(node, ast.For | ast.comprehension) and any(
            _last(one) == name for one in ast.walk(node.target) if isinstance(one, ast.Name)
        ):
            yield node.iter
        elif isinstance(node, ast.ExceptHandler) and node.name == name and node.type is not None:
            yield node.type


# names of what varies -----------------------------------------------------------------------------


def _form(parts: _Parts) -> str:
    """Return a sentence with what varies in braces, each under a name of its own."""
    made, names = "", list[str]()
    for part in parts:
        if isinstance(part, str):
            made += part.replace("{", "{{").replace("}", "}}")
            continue
        name = plain = _called_after(part) or "value"
        while name in names:
            name = f"{plain}{int(name.removeprefix(plain) or 1) + 1}"
        names.append(name)
        made += f"{{{name}{_written(part)}}}"
    return made


def _written(node: ast.expr) -> str:
    """Return how a form says that a number stands there."""
    match node:
        case ast.FormattedValue(format_spec=ast.JoinedStr(values=[ast.Constant(value=str(spec))])):
            return f":{spec}"
    return ""


def _called_after(node: ast.expr) -> str:
    """Return a name for what `node` gives, after what it is made of."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.strip("_").lower()
        case ast.Call(func=ast.Attribute(value=one, attr="lower" | "upper" | "strip" | "removeprefix")):
            return _called_after(one)
        case ast.Call(func=func, args=[one, *_]):
            return _called_after(one) or _called_after(func)
        case ast.FormattedValue(value=one) | ast.Call(func=one) | ast.Subscript(value=one):
            return _called_after(one)
        case ast.IfExp(body=one) | ast.BinOp(left=one):
            return _called_after(one)
        case ast.GeneratorExp(generators=[one, *_]):
            return _called_after(one.iter)
    return ""
