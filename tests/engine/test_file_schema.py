"""The JSON Schema of scenario files, and the commands `schema` and `migrate`."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from engine import files
from engine.cli import main
from engine.errors import ScenarioFileError
from engine.files import Project, builtin_names, from_bytes, load, to_bytes
from engine.files.migrations import RENAMED, names_today
from engine.files.schema import json_schema, schema_text, shipped_schema
from engine.parameters import SPECS
from engine.scenario import DEFAULT, Scenario
from tests.engine.test_file_errors import random_place
from tests.scenario_files import edited, random_json, random_project, values_of

FOLDER = Path(__file__).parents[1] / "files"
KEPT = sorted((FOLDER / "kept").glob("*.isocost"))
kept_cases = pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    return jsonschema.Draft202012Validator(json.loads(shipped_schema()))


def test_schema_that_ships_is_the_one_the_declarations_make() -> None:
    stale = "renew it by python -m resources.tools.build_schema"
    assert shipped_schema() == schema_text(), stale


@pytest.mark.parametrize("name", builtin_names())
def test_every_built_in_scenario_validates(name: str, schema: jsonschema.Draft202012Validator) -> None:
    schema.validate(json.loads(to_bytes(files.load_builtin(name))))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_saved_validates(seed: int, schema: jsonschema.Draft202012Validator) -> None:
    schema.validate(json.loads(to_bytes(random_project(seed))))


@pytest.mark.parametrize("seed", range(40))
def test_whatever_the_reader_takes_validates(seed: int, schema: jsonschema.Draft202012Validator) -> None:
    random_ = random.Random(seed)
    document = json.loads(to_bytes(random_project(seed % 8)))
    holder, key = random_place(random_, document)
    holder[key] = random_json(random_)
    try:
        from_bytes(json.dumps(document).encode())
    except ScenarioFileError:
        return
    schema.validate(document)


WRONG: list[tuple[str, Any]] = [
    ("accelerator.rent", {"value": -5}),
    ("accelerator.rent", {"value": "2.6"}),
    ("accelerator.rent", {"value": True}),
    ("accelerator.rent", {"value": 2.6, "unit": "kg"}),
    ("accelerator.rent", 2.6),
    ("accelerator.rent", {"uncertainty": {"low": 1}}),
    ("accelerator.rent", {"uncertainty": {"kind": "gauss", "low": 1, "high": 2}}),
    ("accelerator.rent", {"uncertainty": {"kind": "discrete", "outcomes": []}}),
    ("accelerator.rent", {"locked": "yes"}),
    ("model.layers", {"value": 80.5}),
    ("precision.kv", {"value": "fp3"}),
    ("precision.kv", {"uncertainty": {"low": 1, "high": 2}}),
    ("accelerator.part", {"value": 7}),
    ("tier2.model.layers", {"value": 80.5}),
    ("later.input", 3),
]


@pytest.mark.parametrize(("key", "entry"), WRONG, ids=str)
def test_wrong_input_is_refused_by_the_schema_and_by_the_reader(
    key: str, entry: Any, schema: jsonschema.Draft202012Validator
) -> None:
    data = edited(lambda document: values_of(document).update({key: entry}))
    if key != "later.input":
        with pytest.raises(ScenarioFileError):
            from_bytes(data)
    assert not schema.is_valid(json.loads(data))


def test_bound_holds_in_the_declared_unit_alone(schema: jsonschema.Draft202012Validator) -> None:
    spec = SPECS["accelerator.rent"]
    for unit, allowed in ((spec.unit, False), ("$/month", True)):
        entry = {"value": spec.high * 1.5, "unit": unit}
        data = edited(lambda document, entry=entry: values_of(document).update({spec.key: entry}))
        assert schema.is_valid(json.loads(data)) is allowed


def test_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == shipped_schema()


# older files ------------------------------------------------------------------------------------------


@kept_cases
def test_file_of_every_stage_opens_and_says_what_changed(path: Path) -> None:
    project = load(path)
    document = json.loads(path.read_bytes())
    for raw, scenario in zip(document["scenarios"], project.scenarios, strict=True):
        told = [line for line in project.report if line.startswith(f"{scenario.name}: ")]
        gone = [key for key in raw["values"] if key in RENAMED]
        for key in gone:
            names, why = RENAMED[key]
            assert f"{scenario.name}: {key} is now {', '.join(names)}: {why}" in told
            assert {json.dumps(scenario.get(name)) for name in names} == {
                json.dumps(raw["values"][key]["value"])
            }
        assert not any("not understood" in line for line in told)
        same = [key for key in raw["values"] if key not in gone]
        assert {key: scenario.get(key) for key in same} == {key: raw["values"][key]["value"] for key in same}


@kept_cases
def test_migrated_file_is_of_today_and_its_original_is_kept(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], schema: jsonschema.Draft202012Validator
) -> None:
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    before = load(copy)
    old = main(["migrate", "--check", str(copy)])
    told = capsys.readouterr().out
    assert copy.read_bytes() == path.read_bytes()
    assert old == bool(before.report)
    assert all(line in told for line in before.report)
    assert main(["migrate", str(copy)]) == 0
    after = load(copy)
    assert after.report == ()
    assert after == before
    schema.validate(json.loads(copy.read_bytes()))
    backup = tmp_path / f"{path.name}.bak"
    assert backup.exists() is bool(old)
    if old:
        assert backup.read_bytes() == path.read_bytes()
    capsys.readouterr()
    assert main(["migrate", "--check", str(copy)]) == 0
    assert "nothing to change" in capsys.readouterr().out


def test_newer_name_that_a_file_has_already_holds_against_the_older_one() -> None:
    def change(document: dict[str, Any]) -> None:
        values = values_of(document)
        values["levers.base_quality"] = {"value": 0.5}
        values["model.quality"] = {"value": 0.9}

    project = from_bytes(edited(change))
    assert project.scenario.number("model.quality") == 0.9
    assert "kept but not understood: levers.base_quality" in " ".join(project.report)
    assert values_of(json.loads(to_bytes(project)))["levers.base_quality"] == {"value": 0.5}


def test_older_name_is_known_in_tiers_and_children_too() -> None:
    child = DEFAULT.child("Child")
    document = json.loads(to_bytes(Project((child,))))
    document["scenarios"][0]["overrides"] = {
        "tier2.efficiency.moe_memory": {"value": 0.4}, "levers.base_quality": {"value": 0.6},
    }  # fmt: skip
    project = from_bytes(json.dumps(document).encode())
    assert project.scenario.overrides()["model.quality"] == 0.6
    per_tier = names_today("tier2.efficiency.moe_memory", ())[0]
    assert all(project.scenario.get(key) == 0.4 for key in per_tier)


def test_mistake_under_an_older_name_is_told_with_its_line() -> None:
    data = edited(lambda document: values_of(document).update({"levers.base_quality": {"value": 7}}))
    values = json.loads(data)
    values_of(values).pop("model.quality")
    text = json.dumps(values, indent=1)
    line = text[: text.index('"levers.base_quality"')].count("\n") + 1
    with pytest.raises(ScenarioFileError, match=rf"line {line + 1}: .*levers\.base_quality"):
        from_bytes(text.encode())


def test_every_older_name_leads_to_inputs_of_today() -> None:
    for old, (names, why) in RENAMED.items():
        assert old not in SPECS
        assert why
        assert set(names) <= SPECS.keys()


def test_newer_file_is_refused_by_migrate_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.isocost"
    path.write_bytes(edited(lambda document: document.update(schema=99, app="Isocost 9.9")))
    before = path.read_bytes()
    assert main(["migrate", str(path)]) == 2
    assert "update Isocost to open it" in capsys.readouterr().err
    assert [entry.name for entry in tmp_path.iterdir()] == ["new.isocost"]
    assert path.read_bytes() == before


def test_two_files_do_not_go_into_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrate", "a.isocost", "b.isocost", "--out", "c.isocost"]) == 2
    assert "--out takes one FILE" in capsys.readouterr().err


def test_scenario_is_taken_out_of_a_picture_on_request_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine.files import carriers

    picture, out = tmp_path / "drawn.svg", tmp_path / "out.isocost"
    picture.write_bytes(carriers.into_svg(b"<svg></svg>", to_bytes(Project((Scenario(name="In it"),))), {}))
    assert main(["migrate", str(picture)]) == 2
    assert "only carries a scenario" in capsys.readouterr().err
    assert main(["migrate", str(picture), "--out", str(out)]) == 0
    assert load(out).scenario.name == "In it"


def test_every_command_says_what_an_older_file_was_taken_for(capsys: pytest.CaptureFixture[str]) -> None:
    path = FOLDER / "kept" / "4-tiers.isocost"
    asked = ["solve", str(path), "--for", "accelerator.rent"]
    assert main(asked) in {0, 1}
    told = capsys.readouterr().err.splitlines()
    assert told == [f"isocost: note: {line}" for line in load(path).report]
