"""The user's own parts: one file each, in a folder of the user's, beside the catalogue that ships.

The folder is `ISOCOST_LIBRARY` if set, else the user's data folder. A part is the file
`<kind>/<id>.json` or `<kind>/<id>.toml`; a file someone wrote by hand counts like one made in the
application.
"""

import dataclasses
import json
import os
import re
import tempfile
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from engine.errors import CatalogError
from engine.kinds import KINDS, kind_of
from engine.parts import Figure, Part, read_part, shipped

FORMAT: Final = 1
#: Endings of the files a part can be in; new ones get the first.
SUFFIXES: Final = (".json", ".toml")
_IDENT: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_MOST_BYTES: Final = 4_000_000
_SEEN: dict[Path, tuple[tuple[int, int], Part | CatalogError]] = {}


def folder() -> Path:
    """Return the folder of the user's parts; it need not exist."""
    chosen = os.environ.get("ISOCOST_LIBRARY", "")
    if chosen:
        return Path(chosen).expanduser()
    return _default_folder()


@cache
def _default_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("isocost", appauthor=False)) / "library"


def path_of(kind: str, ident: str) -> Path:
    """Return the file of a part; the one it would get where there is none."""
    stem = folder() / kind_of(kind).id / ident
    places = [stem.with_name(ident + suffix) for suffix in SUFFIXES]
    return next((place for place in places if place.exists()), places[0])


def parts(kind: str) -> Mapping[str, Part]:
    """Return the user's parts of `kind` by id; files that cannot be read are left to `problems`."""
    found = {path.stem: _read(kind, path) for path in reversed(_paths(kind))}
    return MappingProxyType({ident: part for ident, part in found.items() if isinstance(part, Part)})


def problems() -> dict[Path, str]:
    """Return why each unreadable file of the library cannot be read."""
    found = {path: _read(kind, path) for kind in KINDS for path in _paths(kind)}
    told = {path: str(error) for path, error in found.items() if isinstance(error, CatalogError)}
    for path in found:
        first = path.with_suffix(SUFFIXES[0])
        if path != first and first in found:
            told[path] = f"{path}: {first.name} holds a part of this name and is used; rename or remove one"
    return told


def add(part: Part) -> Part:
    """Write a new part; raise `CatalogError` if its id is taken or malformed."""
    if taken(part.kind, part.id):
        free = free_id(part.kind, part.id)
        raise CatalogError(
            f"{kind_of(part.kind).label} {part.id} already exists; use another id, such as {free}"
        )
    return _write(part)


def edit(kind: str, ident: str, values: Mapping[str, object], **fields: Any) -> Part:
    """Change a part of the library and return it.

    Parameters
    ----------
    values : mapping of parameter key to Figure or number
        New values, a bare number in the unit the parameter declares; it is noted as the user's.
    fields
        `label`, `vendor`, `note`, `aliases`, `facts`.
    """
    old = _own(kind, ident)
    entry = {**old.to_dict(), **fields}
    entry["values"] = {**entry["values"], **{key: _plain(key, value) for key, value in values.items()}}
    return _write(read_part(kind, ident, entry, "library"))


def duplicate(part: Part, ident: str = "", label: str = "") -> Part:
    """Copy a part, from wherever it is, into the library under a new id and return the copy."""
    new = ident or free_id(part.kind, f"my-{part.id}")
    entry = {**part.to_dict(), "label": label or f"{part.label} (copy)", "aliases": []}
    return add(read_part(part.kind, new, entry, "library"))


def remove(kind: str, ident: str) -> None:
    """Delete a part of the library; parts that ship stay."""
    _own(kind, ident)
    path_of(kind, ident).unlink()


def import_file(path: str | Path) -> Part:
    """Read a part from a file, add it to the library and return it.

    A file whose id is taken by a different part is added under a free id; one that is already there
    unchanged is returned as it is.
    """
    source = Path(path)
    part = _parse(source, "")
    if taken(part.kind, part.id):
        known = parts(part.kind).get(part.id) or shipped(part.kind).get(part.id)
        if known is not None and known.to_dict() == part.to_dict():
            return known
        part = renamed(part, free_id(part.kind, part.id))
    return add(part)


def renamed(part: Part, ident: str) -> Part:
    """Return `part` under another id."""
    return dataclasses.replace(part, id=ident, origin="library")


def taken(kind: str, ident: str) -> bool:
    """Return whether `ident` names a part of the catalogue or of the library."""
    return ident in shipped(kind) or path_of(kind, ident).exists()


def free_id(kind: str, wanted: str) -> str:
    """Return `wanted` or the first of `wanted-2`, `wanted-3`, ... that is free."""
    stem = re.sub(r"[^a-z0-9._-]+", "-", wanted.lower()).strip("-._")[:70] or "part"
    if not taken(kind, stem):
        return stem
    turn = 2
    while taken(kind, f"{stem}-{turn}"):
        turn += 1
    return f"{stem}-{turn}"


def to_file(part: Part) -> dict[str, Any]:
    """Return what the file of `part` holds."""
    return {"format": FORMAT, "kind": part.kind, "id": part.id, **part.to_dict()}


def read_file(path: str | Path) -> Part:
    """Return the part in a file from anywhere; raise `CatalogError` where it is none."""
    return _parse(Path(path), "")


def write_file(part: Part, path: str | Path) -> None:
    """Write `part` to a file, TOML where its name ends in .toml and JSON otherwise, all or nothing."""
    place = Path(path)
    name = ""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(_text(part, place.suffix))
        Path(name).replace(place)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise CatalogError(f"{place}: cannot be written ({error.strerror}); choose another place") from None


def _text(part: Part, suffix: str) -> str:
    if suffix == ".toml":
        import tomli_w

        return tomli_w.dumps(to_file(part))
    return json.dumps(to_file(part), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _plain(key: str, value: object) -> dict[str, Any]:
    from engine.scenario import spec_of

    if isinstance(value, Figure):
        return value.to_dict()
    return {"value": value, "unit": spec_of(key).unit, "source": "user", "grade": "user"}


def _own(kind: str, ident: str) -> Part:
    part = parts(kind).get(ident)
    if part is None:
        ships = ident in shipped(kind)
        cure = (
            "it ships with the application: duplicate it and change the copy" if ships else "it is not there"
        )
        raise CatalogError(f"{kind_of(kind).label} {ident} is not in your library: {cure}")
    return part


def _paths(kind: str) -> list[Path]:
    place = folder() / kind
    if not place.is_dir():
        return []
    return sorted(path for path in place.iterdir() if path.suffix in SUFFIXES and path.is_file())


def _read(kind: str, path: Path) -> Part | CatalogError:
    """Return the part in `path`, or the error; read again only when the file has changed."""
    status = path.stat()
    stamp = (status.st_mtime_ns, status.st_size)
    seen = _SEEN.get(path)
    if seen is not None and seen[0] == stamp:
        return seen[1]
    try:
        result: Part | CatalogError = _parse(path, kind)
    except CatalogError as error:
        result = error
    _SEEN[path] = (stamp, result)
    return result


def _parse(path: Path, kind: str) -> Part:
    """Return the part in a file; `kind` is what its folder says, empty for a file from elsewhere."""
    data = _load(path)
    stated = data.pop("kind", kind)
    ident = data.pop("id", path.stem)
    version = data.pop("format", FORMAT)
    if not isinstance(version, int) or version > FORMAT:
        raise CatalogError(f"{path}: format {version!r} is newer than {FORMAT}; update Isocost to read it")
    if not isinstance(stated, str) or stated not in KINDS:
        raise CatalogError(f"{path}: 'kind' must be one of {', '.join(KINDS)}, not {stated!r}")
    if kind and (stated != kind or ident != path.stem):
        raise CatalogError(f"{path}: says {stated} {ident}; move it to {stated}/{ident}{path.suffix}")
    if not isinstance(ident, str) or not _IDENT.fullmatch(ident):
        raise CatalogError(f"{path}: id {ident!r} must be of small letters, digits, dot, dash and underscore")
    base = None
    if "base" in data:
        base = _base(stated, data["base"], path)
    return read_part(stated, ident, data, str(path), base)


def _base(kind: str, ident: object, path: Path) -> Part:
    found = shipped(kind).get(ident) if isinstance(ident, str) else None
    if found is None:
        raise CatalogError(f"{path}: base {ident!r} is no {kind_of(kind).label.lower()} of the catalogue")
    return found


def _load(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise CatalogError(
                f"{path}: larger than {_MOST_BYTES // 1_000_000} MB, so not the file of one part"
            )
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    except OSError as error:
        raise CatalogError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise CatalogError(f"{path}: is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise CatalogError(f"{path}: line {error.lineno} is not JSON ({error.msg})") from None
    except tomllib.TOMLDecodeError as error:
        raise CatalogError(f"{path}: is not TOML ({error})") from None
    except RecursionError:
        raise CatalogError(f"{path}: is nested too deeply") from None
    if not isinstance(data, dict):
        raise CatalogError(f"{path}: must hold one table with kind, id and values")
    return data


def _write(part: Part) -> Part:
    if not _IDENT.fullmatch(part.id):
        raise CatalogError(f"id {part.id!r} must be of small letters, digits, dot, dash and underscore")
    path = path_of(part.kind, part.id)
    try:
        write_file(part, path)
    except CatalogError as error:
        reason = str(error).removesuffix("; choose another place")
        raise CatalogError(f"{reason}; set ISOCOST_LIBRARY elsewhere") from None
    return renamed(part, part.id)
