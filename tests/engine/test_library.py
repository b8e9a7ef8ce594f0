import dataclasses
import json
from types import MappingProxyType

import pytest

from engine import catalog, files, library
from engine.catalog_command import catalog_json, catalog_text
from engine.errors import CatalogError
from engine.parts import shipped
from engine.scenario import DEFAULT


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    place = tmp_path / "library"
    monkeypatch.setenv("ISOCOST_LIBRARY", str(place))
    return place


@pytest.fixture
def chip():
    """Return a duplicate of an accelerator that ships, in the library."""
    return library.duplicate(catalog.part("accelerator", "h100-sxm"), "my-chip", "My chip")


def _write(place, name, data):
    path = place / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def _entry(**changes):
    entry = library.to_file(catalog.part("network", "fat-tree-2-400g"))
    return {**entry, "id": "mine", **changes}


def _with(key, **changes):
    """Return a network file with the fields of one figure changed."""
    entry = _entry()
    entry["values"] = {**entry["values"], key: {**entry["values"].get(key, {}), **changes}}
    return entry


# round trips


def test_duplicate_is_a_part_of_its_own(chip):
    found = catalog.part("accelerator", "my-chip")
    assert found.origin == "library"
    assert found.label == "My chip"
    assert dict(found.values) == dict(catalog.part("accelerator", "h100-sxm").values)
    assert "my-chip" not in shipped("accelerator")


def test_edit_keeps_the_rest_and_notes_the_user(chip):
    library.edit("accelerator", "my-chip", {"accelerator.memory": 96}, label="Better chip")
    found = catalog.part("accelerator", "my-chip")
    assert found.label == "Better chip"
    assert found.values["accelerator.memory"].value == 96.0
    assert found.values["accelerator.memory"].grade == "user"
    assert found.values["accelerator.bandwidth"] == chip.values["accelerator.bandwidth"]


def test_file_on_disk_is_one_readable_part(chip, folder):
    path = folder / "accelerator" / "my-chip.json"
    data = json.loads(path.read_text("utf-8"))
    assert (data["kind"], data["id"], data["format"]) == ("accelerator", "my-chip", 1)
    assert list(path.parent.iterdir()) == [path]
    path.unlink()
    assert "my-chip" not in catalog.load("accelerator")
    _write(folder, "elsewhere.json", data)
    back = library.import_file(folder / "elsewhere.json")
    assert back.to_dict() == chip.to_dict()


def test_removed_part_is_gone(chip):
    library.remove("accelerator", "my-chip")
    assert "my-chip" not in catalog.load("accelerator")
    with pytest.raises(CatalogError, match="is not in your library: it is not there"):
        library.remove("accelerator", "my-chip")


@pytest.mark.parametrize("change", [library.remove, lambda kind, ident: library.edit(kind, ident, {})])
def test_parts_that_ship_stay(change):
    with pytest.raises(CatalogError, match="ships with the application: duplicate it"):
        change("accelerator", "h100-sxm")


def test_taken_name_is_refused_with_a_free_one(chip):
    with pytest.raises(
        CatalogError, match="Accelerator my-chip already exists; use another id, such as my-chip-2"
    ):
        library.add(chip)
    assert library.duplicate(catalog.part("accelerator", "h100-sxm")).id == "my-h100-sxm"
    assert library.duplicate(catalog.part("accelerator", "h100-sxm")).id == "my-h100-sxm-2"


def test_import_of_a_taken_name_takes_a_free_one(chip, tmp_path):
    same = _write(tmp_path, "same.json", library.to_file(chip))
    assert library.import_file(same).id == "my-chip"
    other = _write(tmp_path, "other.json", {**library.to_file(chip), "label": "Another"})
    assert library.import_file(other).id == "my-chip-2"
    assert catalog.part("accelerator", "my-chip").label == "My chip"


def test_file_written_by_hand_counts_and_may_lean_on_a_base(folder):
    memory = {"value": 0.5, "unit": "TB", "source": "brochure", "grade": "vendor"}
    _write(
        folder,
        "accelerator/next.json",
        {"label": "Next", "base": "b200-sxm", "values": {"accelerator.memory": memory}},
    )
    found = catalog.part("accelerator", "next")
    assert found.values["accelerator.memory"].value == pytest.approx(500.0)
    assert found.values["accelerator.memory"].unit == "GB"
    assert found.values["accelerator.fp4"].value == 9000.0


def test_change_of_a_file_is_seen(folder):
    path = _write(folder, "network/mine.json", _with("network.price", value=1.0))
    assert catalog.part("network", "mine").values["network.price"].value == 1.0
    _write(folder, "network/mine.json", _with("network.price", value=22.0))
    assert path.exists()
    assert catalog.part("network", "mine").values["network.price"].value == 22.0


# bad files


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("{", "line 1 is not JSON"),
        ("[1]", "must hold one table with kind, id and values"),
        (_entry(kind="gpu"), "'kind' must be one of workload, model, accelerator"),
        (_entry(id="Mine!"), "id 'Mine!' must be of small letters"),
        (_entry(format=9), "format 9 is newer than 1; update Isocost"),
        (_entry(colour="red"), "unknown field 'colour'; allowed: aliases, base"),
        (_entry(values=[1]), "values must be a table, not"),
        (
            _entry(values={}),
            "lacks network.price, network.nic_price, network.power; give them or name a part",
        ),
        (_entry(label=7), "label must be text, not 7"),
        (_entry(aliases="x"), "aliases must be a list of names"),
        (_entry(base="nothing"), "base 'nothing' is no network of the catalogue"),
        (
            _with("network.prise", value=1),
            "network.prise is not a value of this kind; did you mean network.price",
        ),
        (_with("accelerator.memory", value=1), "accelerator.memory is not a value of this kind"),
        (
            _with("network.price", value=-1),
            "Network price must be between 0 \\$ and 1,000,000 \\$, not -1 \\$",
        ),
        (_with("network.price", value="dear"), "'dear' is not a number"),
        (_with("network.price", value=True), "value True is not a finite number"),
        (_with("network.price", value=[1]), "neither a number nor a name"),
        (_with("network.price", low="little"), "low 'little' is not a number"),
        (_with("network.price", unit="W"), "unit 'W' does not fit; use \\$"),
        (_with("network.price", source=" "), "the source is empty; say where the figure comes from"),
        (_with("network.price", grade="sure"), "grade 'sure' is not one of measured, vendor"),
        (_with("network.price", colour="red"), "unknown field 'colour'; allowed: value, unit"),
    ],
)
def test_bad_file_is_refused_in_one_line(tmp_path, data, message):
    path = _write(tmp_path, "bad.json", data)
    with pytest.raises(CatalogError, match=message) as caught:
        library.import_file(path)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    assert not (tmp_path / "library").exists()


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_no_figure_is_infinite(tmp_path, number):
    text = json.dumps(_with("network.price", value=12345)).replace("12345", number)
    with pytest.raises(CatalogError, match="is not a finite number"):
        library.import_file(_write(tmp_path, "bad.json", text))


def test_figure_without_a_source_is_refused(tmp_path):
    entry = _entry()
    entry["values"]["network.price"] = {"value": 1, "unit": "$", "grade": "guess"}
    with pytest.raises(CatalogError, match="has no source; every figure needs value, unit, source and grade"):
        library.import_file(_write(tmp_path, "bad.json", entry))


def test_missing_file_and_text_of_another_coding_are_refused(tmp_path):
    with pytest.raises(CatalogError, match="cannot be read"):
        library.import_file(tmp_path / "nowhere.json")
    (tmp_path / "latin.json").write_bytes(b'{"label": "\xe4"}')
    with pytest.raises(CatalogError, match="not UTF-8"):
        library.import_file(tmp_path / "latin.json")


def test_broken_file_in_the_library_hides_no_other(chip, folder):
    path = _write(folder, "accelerator/broken.json", "{")
    assert "my-chip" in catalog.load("accelerator")
    assert "broken" not in catalog.load("accelerator")
    assert list(library.problems()) == [path]
    assert "broken.json: line 1 is not JSON" in catalog_text("accelerator")
    assert str(path) in catalog_json()["unreadable"]


def test_file_in_the_wrong_place_says_where_it_belongs(folder):
    _write(folder, "network/other.json", _entry())
    assert "move it to network/mine.json" in next(iter(library.problems().values()))


def test_folder_that_cannot_be_written_is_told(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("ISOCOST_LIBRARY", str(blocked))
    with pytest.raises(CatalogError, match=r"cannot be written .*; set ISOCOST_LIBRARY elsewhere"):
        library.duplicate(catalog.part("network", "none"), "mine")


def test_own_parts_are_listed_as_such(chip):
    assert "My chip (yours)" in catalog_text("accelerator")
    assert catalog_json("accelerator")["parts"]["my-chip"]["origin"] == "library"
    assert catalog_json()["kinds"]["accelerator"]["yours"] == 1


# parts that travel


def test_own_part_travels_in_the_scenario_that_uses_it(chip):
    library.edit("accelerator", "my-chip", {"accelerator.memory": 96})
    used = catalog.apply(DEFAULT, "accelerator", "my-chip")
    library.remove("accelerator", "my-chip")
    assert catalog.load("accelerator", used)["my-chip"].label == "My chip"
    assert catalog.part("accelerator", "my-chip", used).origin == "scenario"
    assert catalog.library_value(used.with_value("accelerator.memory", 10), "accelerator.memory") == 96.0
    known = catalog.figure(used, "accelerator.memory")
    assert known is not None
    assert known.grade == "user"
    again = catalog.apply(used.with_value("accelerator.memory", 10), "accelerator", "my-chip")
    assert again.number("accelerator.memory") == 96.0


def test_own_part_survives_a_file(chip):
    used = catalog.apply(DEFAULT, "accelerator", "my-chip")
    library.remove("accelerator", "my-chip")
    (back,) = files.from_bytes(files.to_bytes(files.Project((used,)))).scenarios
    assert catalog.part("accelerator", "my-chip", back).to_dict() == chip.to_dict()


def test_part_leaves_the_scenario_that_no_longer_uses_it(chip):
    used = catalog.apply(DEFAULT, "accelerator", "my-chip")
    assert list(used.parts) == ["accelerator/my-chip"]
    assert catalog.apply(used, "accelerator", "h200-sxm").parts == {}
    assert list(catalog.apply(used, "model", "qwen3-8b").parts) == ["accelerator/my-chip"]


def test_what_travels_wins_over_what_is_here(chip):
    used = catalog.apply(DEFAULT, "accelerator", "my-chip")
    library.edit("accelerator", "my-chip", {"accelerator.memory": 96})
    assert catalog.library_value(used, "accelerator.memory") == 80.0
    assert [part.id for part in catalog.clashes(used)] == ["my-chip"]
    assert catalog.apply(used, "accelerator", "my-chip").number("accelerator.memory") == 96.0


def test_adopting_adds_what_is_missing_and_renames_what_clashes(chip):
    used = catalog.apply(DEFAULT, "accelerator", "my-chip")
    library.remove("accelerator", "my-chip")
    same, added = catalog.adopt(used)
    assert [part.id for part in added] == ["my-chip"]
    assert same.values == used.values
    assert catalog.adopt(same)[1] == ()
    library.edit("accelerator", "my-chip", {"accelerator.memory": 96})
    renamed, added = catalog.adopt(used)
    assert [part.id for part in added] == ["my-chip-2"]
    assert renamed.get("accelerator.part") == "my-chip-2"
    assert list(renamed.parts) == ["accelerator/my-chip-2"]
    assert catalog.library_value(renamed, "accelerator.memory") == 80.0


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"chip": {}}, "part 'chip' must be named kind/id"),
        ({"gpu/x": {}}, "part 'gpu/x' must be named kind/id"),
        ({"network/x": []}, "must be a table"),
        ({"network/x": {"label": "x"}}, "lacks network.price"),
    ],
)
def test_malformed_part_in_a_scenario_is_told(parts, message):
    broken = dataclasses.replace(DEFAULT, name="Case", parts=MappingProxyType(parts))
    with pytest.raises(CatalogError, match=f"Case: .*{message}"):
        catalog.carried(broken)


def test_library_folder_follows_the_environment(monkeypatch, tmp_path):
    assert library.folder() == tmp_path / "library"
    monkeypatch.setenv("ISOCOST_LIBRARY", "")
    assert library.folder().parts[-2:] == ("isocost", "library")


# TOML


def _toml(folder, text, name="network/mine.toml"):
    return _write(folder, name, text)


def test_part_written_by_hand_in_toml_counts_like_any_other(folder):
    _toml(
        folder,
        """
label = "Hand-made"
base = "fat-tree-2-400g"
[values."network.price"]
value = 1234
unit = "$"
source = "an offer"
grade = "user"
date = 2026-11-22
""",
    )
    found = catalog.part("network", "mine")
    assert found.values["network.price"].value == 1234.0
    assert found.values["network.price"].date == "2026-11-22"
    assert library.problems() == {}


def test_part_in_toml_stays_toml_when_it_is_changed_and_goes_when_removed(folder):
    library.write_file(
        library.renamed(catalog.part("network", "fat-tree-2-400g"), "mine"), folder / "network" / "mine.toml"
    )
    library.edit("network", "mine", {"network.power": 99})
    assert [path.name for path in (folder / "network").iterdir()] == ["mine.toml"]
    assert catalog.part("network", "mine").values["network.power"].value == 99.0
    library.remove("network", "mine")
    assert library.parts("network") == {}


def test_malformed_toml_is_told_in_one_line_with_its_place(folder):
    path = _toml(folder, "label = oops")
    assert "is not TOML" in library.problems()[path]
    assert "line 1" in library.problems()[path]
    assert "\n" not in library.problems()[path]


def test_two_files_of_one_name_are_told(folder):
    _write(folder, "network/mine.json", _entry(label="The first"))
    path = folder / "network" / "mine.toml"
    library.write_file(library.renamed(catalog.part("network", "fat-tree-2-400g"), "mine"), path)
    assert catalog.part("network", "mine").label == "The first"
    assert "mine.json holds a part of this name" in library.problems()[path]
