import json
import shutil
from pathlib import Path

import pytest

from engine.errors import ScenarioFileError
from engine.files import Project, from_bytes, load, save, to_bytes
from engine.files.migrations import MIGRATIONS, SCHEMA, migrate
from engine.parameters import SPECS
from engine.scenario import DEFAULT, Annotation, Scenario, Uncertainty
from tests.scenario_files import edited, random_project

FOLDER = Path(__file__).parents[1] / "files"


@pytest.mark.parametrize("seed", range(200))
def test_random_projects_come_back_equal_and_their_bytes_stand_still(seed: int) -> None:
    project = random_project(seed)
    data = to_bytes(project)
    again = from_bytes(data)
    assert again == project
    assert to_bytes(again) == data
    assert [s.to_record().tobytes() for s in again.scenarios] == [
        s.to_record().tobytes() for s in project.scenarios
    ]


def test_a_saved_file_comes_back_equal_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "case.isocost"
    save(path, random_project(7))
    first = path.read_bytes()
    assert load(path) == random_project(7)
    save(path, load(path))
    assert path.read_bytes() == first
    assert [entry.name for entry in tmp_path.iterdir()] == ["case.isocost"]


def test_a_file_is_sorted_text_with_one_input_a_line() -> None:
    text = to_bytes(Project((Scenario(name="Case"),))).decode()
    assert text.endswith("}\n")
    assert "\r" not in text
    rows = [
        line.strip()
        for line in text.splitlines()
        if line.strip().startswith(tuple(f'"{key}"' for key in SPECS))
    ]
    assert [row.split('"')[1] for row in rows] == sorted(SPECS)
    assert '"accelerator.rent": {"unit": "$/h", "value": 2.6},' in rows
    document = json.loads(text)
    assert document["schema"] == SCHEMA
    assert list(document) == sorted(document)


def test_one_changed_input_changes_one_line() -> None:
    before = to_bytes(Project((Scenario(),))).splitlines()
    after = to_bytes(Project((Scenario().with_value("accelerator.rent", 3.1),))).splitlines()
    assert len(before) == len(after)
    assert [row for row in after if row not in before] == [
        b'        "accelerator.rent": {"unit": "$/h", "value": 3.1},'
    ]


def test_a_root_holds_every_value_so_that_defaults_may_change() -> None:
    values = json.loads(to_bytes(Project((Scenario(),))))["scenarios"][0]["values"]
    assert values.keys() == SPECS.keys()


def test_a_child_holds_its_parent_and_its_overrides_alone() -> None:
    parent = (
        Scenario(name="Parent")
        .with_value("accelerator.rent", 3.0)
        .annotate("accelerator.rent", source="index")
    )
    child = (
        parent.child("Child")
        .with_value("accelerator.memory", 141.0)
        .annotate("accelerator.rent", source="", locked=True)
    )
    raw = json.loads(to_bytes(Project((child,))))["scenarios"][0]
    assert raw["overrides"] == {
        "accelerator.memory": {"unit": "GB", "value": 141},
        "accelerator.rent": {"locked": True, "source": ""},
    }
    assert raw["parent"]["name"] == "Parent"
    assert "values" not in raw
    again = from_bytes(to_bytes(Project((child,)))).scenario
    assert again.overrides() == {"accelerator.memory": 141.0}
    assert again.annotation("accelerator.rent") == Annotation(locked=True)


def test_resetting_an_override_takes_it_out_of_the_file() -> None:
    child = Scenario().child("Child").with_value("accelerator.rent", 3.0).with_value("accelerator.rent", 2.6)
    assert json.loads(to_bytes(Project((child,))))["scenarios"][0]["overrides"] == {}


def test_very_long_descent_is_cut_but_no_value_is_lost() -> None:
    scenario = Scenario()
    for i in range(150):
        scenario = scenario.child(f"g{i}").with_value("accelerator.rent", 1.0 + i / 100)
    again = from_bytes(to_bytes(Project((scenario,)))).scenario
    assert again.values == scenario.values
    assert again.parent is not None
    assert scenario.parent is not None
    assert again.parent.values == scenario.parent.values


@pytest.mark.parametrize(
    "value", [0.1, 1 / 3, 2.0**-40, 1e22, 123456789012345.6, 5e-324, 1e300, 2.6, 1e15, 999999999999999.0]
)
def test_numbers_come_back_exactly(value: float) -> None:
    scenario = Scenario().annotate("accelerator.rent", uncertainty=Uncertainty(-value, value))
    assert from_bytes(to_bytes(Project((scenario,)))).scenario.annotation(
        "accelerator.rent"
    ).uncertainty == Uncertainty(-value, value)


# schemas ----------------------------------------------------------------------------------------------


def test_a_newer_schema_is_refused_with_the_cure(tmp_path: Path) -> None:
    path = tmp_path / "new.isocost"
    path.write_bytes(edited(lambda d: d.update(schema=SCHEMA + 1, app="Isocost 9.9")))
    with pytest.raises(ScenarioFileError, match=r"newer Isocost \(Isocost 9\.9, schema 2; .* update Isocost"):
        load(path)


def test_a_newer_file_can_be_looked_at_but_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "new.isocost"
    path.write_bytes(edited(lambda d: d.update(schema=SCHEMA + 1, hologram=1)))
    before = path.read_bytes()
    project = load(path, allow_newer=True)
    assert project.read_only
    assert project.unknown == {"hologram": 1}
    with pytest.raises(ScenarioFileError, match=r"was not saved: .* newer Isocost"):
        save(path, project)
    assert path.read_bytes() == before


def test_every_schema_has_a_way_up_and_a_file_kept() -> None:
    assert sorted(MIGRATIONS) == list(range(SCHEMA))
    assert {path.name for path in FOLDER.glob("v*.isocost")} == {f"v{n}.isocost" for n in range(SCHEMA + 1)}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("v*.isocost")), ids=lambda path: path.name)
def test_files_of_every_schema_open_and_keep_their_original(path: Path, tmp_path: Path) -> None:
    schema = json.loads(path.read_bytes())["schema"]
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    project = load(copy)
    assert project.schema == schema
    save(copy, project)
    again = load(copy)
    assert again == project
    backup = tmp_path / (path.name + ".bak")
    if schema < SCHEMA:
        assert any(line.startswith(f"schema {schema} to {schema + 1}: ") for line in project.report)
        assert backup.read_bytes() == path.read_bytes()
    else:
        assert not backup.exists()


def test_the_draft_schema_is_read_as_it_was_meant() -> None:
    project = load(FOLDER / "v0.isocost")
    scenario = project.scenario
    assert (scenario.name, scenario.note) == ("Draft case", "Saved before the first release.")
    assert scenario.number("finance.cost_of_capital") == 0.12
    assert scenario.number("workload.input_tokens") == 4500
    assert scenario.number("accelerator.rent") == 2.45
    assert project.unknown == {"palette": "viridis"}
    assert "finance.wacc is now finance.cost_of_capital" in " ".join(project.report)
    assert "workload.mood" in " ".join(project.report)


def test_a_kept_file_of_this_schema_is_read_as_it_was_meant() -> None:
    project = load(FOLDER / "v1.isocost")
    assert [scenario.name for scenario in project.scenarios] == ["Kept parent", "Kept child"]
    child = project.scenario
    assert child.name == "Kept child"
    assert child.parent == project.scenarios[0]
    assert child.overrides() == {"accelerator.rent": 3.25, "precision.kv": "bf16"}
    assert child.annotation("accelerator.rent") == Annotation(
        "quote of May", "", True, Uncertainty(2.5, 4.0, "pert")
    )
    assert child.unknown["mood"] == ["kept"]
    assert project.views["surface"]["x"] == "deployment.concurrency"
    assert "accelerator/mine" in project.scenarios[0].parts


def test_migrations_leave_what_they_are_given_alone() -> None:
    document = json.loads((FOLDER / "v0.isocost").read_bytes())
    before = json.dumps(document)
    migrate(document, 0)
    assert json.dumps(document) == before


def test_a_second_backup_does_not_replace_the_first(tmp_path: Path) -> None:
    path = tmp_path / "case.isocost"
    for content in (b"first", b"second"):
        path.write_bytes(content)
        save(path, Project((DEFAULT,)))
    assert (tmp_path / "case.isocost.bak").read_bytes() == b"first"
    assert (tmp_path / "case.isocost.bak1").read_bytes() == b"second"
