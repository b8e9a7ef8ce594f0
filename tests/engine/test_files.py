import dataclasses
import errno
import json
import locale
import math
import os
import random
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from engine import files
from engine.errors import ScenarioFileError
from engine.files import Project, from_bytes, load, save, to_bytes
from engine.files.migrations import MIGRATIONS, SCHEMA, migrate
from engine.files.project import SUFFIX
from engine.parameters import SPECS
from engine.quantities import parse
from engine.scenario import DEFAULT, Annotation, Scenario, Uncertainty, Value
from engine.specs import Spec

FOLDER = Path(__file__).parents[1] / "files"
TEXTS = [
    "",
    "plain",
    "€ ü 漢字 😀",
    'quote " and \\ backslash',
    "two\nlines\ttab",
    "\u2028\u0000",
    "\ud800 lone",
]


def random_value(random_: random.Random, spec: Spec) -> Value:
    if spec.kind == "choice":
        return random_.choice(spec.options).id
    if spec.kind == "part":
        return random_.choice(["h100-sxm", "mine", "ü"])
    high = min(spec.high, 1e12)
    low = max(spec.low, -1e12)
    if spec.whole:
        return float(random_.randint(math.ceil(low), math.floor(high)))
    return random_.choice(
        [random_.uniform(low, high), low, high, min(max(10 ** random_.uniform(-9, 12), low), high)]
    )


def random_json(random_: random.Random, depth: int = 0) -> Any:
    kinds: list[Callable[[], Any]] = [
        lambda: random_.choice(TEXTS),
        lambda: random_.uniform(-1e9, 1e9),
        lambda: random_.randint(-(10**20), 10**20),
        lambda: random_.choice([None, True, False]),
        lambda: [random_json(random_, depth + 1) for _ in range(random_.randint(0, 3))],
        lambda: {
            random_.choice(TEXTS) + str(i): random_json(random_, depth + 1)
            for i in range(random_.randint(0, 3))
        },
    ]
    return random_.choice(kinds[: 4 if depth > 2 else 6])()


def random_scenario(random_: random.Random, generations: int) -> Scenario:
    scenario = (
        random_scenario(random_, generations - 1).child(f"child {generations}") if generations else Scenario()
    )
    keys = random_.sample(sorted(SPECS), random_.randint(0, 40))
    scenario = scenario.with_values({key: random_value(random_, SPECS[key]) for key in keys})
    for key in random_.sample(sorted(SPECS), random_.randint(0, 12)):
        changes: dict[str, Any] = {
            "source": random_.choice(TEXTS),
            "note": random_.choice(TEXTS),
            "locked": random_.random() < 0.5,
        }
        if SPECS[key].kind == "number":
            low = random_.uniform(-5, 5)
            spread = Uncertainty(
                low, low + random_.random() * 9, random_.choice(["range", "pert", "uniform"])
            )
            changes["uncertainty"] = random_.choice([None, spread])
        scenario = scenario.annotate(
            key, **dict(random_.sample(sorted(changes.items()), random_.randint(1, len(changes))))
        )
    unknown: dict[str, Any] = {f"later_{i}": random_json(random_) for i in range(random_.randint(0, 3))}
    foreign: dict[str, Any] = {
        key: {"later": random_json(random_)} for key in random_.sample(sorted(SPECS), random_.randint(0, 3))
    }
    if random_.random() < 0.5:
        foreign["later.input"] = {"value": random_json(random_), "unit": "parsec"}
    if foreign:
        unknown["values"] = foreign
    parts = {
        f"accelerator/mine-{i}": {"label": random_.choice(TEXTS), "memory": random_.random()}
        for i in range(random_.randint(0, 2))
    }
    return dataclasses.replace(
        scenario,
        name=random_.choice(TEXTS),
        note=random_.choice(TEXTS),
        parts=MappingProxyType(parts),
        unknown=MappingProxyType(unknown),
    )


def random_project(seed: int) -> Project:
    random_ = random.Random(seed)
    scenarios = tuple(random_scenario(random_, random_.randint(0, 3)) for _ in range(random_.randint(1, 3)))
    views = random_.choice(
        [{}, {"surface": {"x": "deployment.concurrency", "freeze": True, "zoom": [0.5, 1]}}]
    )
    unknown = random_.choice([{}, {"journal": [1, 2, {"three": 3.5}]}])
    return Project(
        scenarios, random_.randrange(len(scenarios)), MappingProxyType(views), MappingProxyType(unknown)
    )


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
    assert again.parent.values == scenario.parent.values  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "value", [0.1, 1 / 3, 2.0**-40, 1e22, 123456789012345.6, 5e-324, 1e300, 2.6, 1e15, 999999999999999.0]
)
def test_numbers_come_back_exactly(value: float) -> None:
    scenario = Scenario().annotate("accelerator.rent", uncertainty=Uncertainty(-value, value))
    assert from_bytes(to_bytes(Project((scenario,)))).scenario.annotation(
        "accelerator.rent"
    ).uncertainty == Uncertainty(-value, value)


# other people's files ---------------------------------------------------------------------------------


def edited(change: Callable[[dict[str, Any]], object], scenario: Scenario = DEFAULT) -> bytes:
    document = json.loads(to_bytes(Project((scenario,))))
    change(document)
    return json.dumps(document, indent=1).encode()


def values_of(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["scenarios"][0]["values"]
    return found


def test_a_unit_that_fits_is_converted_and_reported() -> None:
    data = edited(lambda d: values_of(d).update({"accelerator.rent": {"unit": "$/month", "value": 1898}}))
    project = from_bytes(data)
    assert project.scenario.number("accelerator.rent") == pytest.approx(2.6)
    assert any("accelerator.rent 1898 $/month is 2.6 $/h" in line for line in project.report)


def test_a_spread_is_converted_with_its_value() -> None:
    spread = {"low": 730, "high": 1460}
    entry = {"unit": "$/month", "value": 1095, "uncertainty": spread}
    project = from_bytes(edited(lambda d: values_of(d).update({"accelerator.rent": entry})))
    found = project.scenario.annotation("accelerator.rent").uncertainty
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(1.0), pytest.approx(2.0))


def test_a_share_may_be_written_in_per_cent() -> None:
    data = edited(lambda d: values_of(d).update({"workload.cached_share": {"unit": "%", "value": 25}}))
    assert from_bytes(data).scenario.number("workload.cached_share") == 0.25


def test_inputs_a_file_lacks_take_defaults_and_are_reported() -> None:
    project = from_bytes(edited(lambda d: values_of(d).pop("accelerator.rent")))
    assert project.scenario == dataclasses.replace(DEFAULT)
    assert project.report == ("Defaults: not in the file, takes its default: accelerator.rent",)


def test_unknown_keys_everywhere_are_kept_and_reported() -> None:
    def change(document: dict[str, Any]) -> None:
        document["pins"] = [1]
        document["scenarios"][0]["mood"] = {"deep": [None]}
        values_of(document)["accelerator.rent"]["grade"] = "vendor"
        values_of(document)["optics.reach"] = {"value": 3, "unit": "km"}

    project = from_bytes(edited(change))
    again = json.loads(to_bytes(project))
    assert again["pins"] == [1]
    assert again["scenarios"][0]["mood"] == {"deep": [None]}
    assert values_of(again)["accelerator.rent"] == {"grade": "vendor", "unit": "$/h", "value": 2.6}
    assert values_of(again)["optics.reach"] == {"unit": "km", "value": 3}
    told = " ".join(project.report)
    assert all(word in told for word in ("pins", "mood", "accelerator.rent", "optics.reach"))


def test_an_edit_keeps_what_was_not_understood() -> None:
    project = from_bytes(edited(lambda d: values_of(d)["accelerator.rent"].update(grade="vendor")))
    scenario = project.scenario.with_value("accelerator.rent", 9.0)
    raw = json.loads(to_bytes(dataclasses.replace(project, scenarios=(scenario,))))
    assert values_of(raw)["accelerator.rent"] == {"grade": "vendor", "unit": "$/h", "value": 9}


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert from_bytes(b"\xef\xbb\xbf" + to_bytes(Project((DEFAULT,)))).scenario == DEFAULT


def test_all_problems_are_told_each_with_its_line() -> None:
    def change(document: dict[str, Any]) -> None:
        values = values_of(document)
        values["accelerator.rent"] = {"value": -5}
        values["accelerator.memory"] = {"value": "big"}
        values["precision.kv"] = {"value": "fp3"}
        values["facility.pue"] = {"value": 1.2, "unit": "kg"}
        values["finance.life"] = 5
        values["model.layers"] = {"value": 80.5}
        values["finance.residual"] = {"uncertainty": {"low": 3, "high": 1}}
        values["finance.staff"] = {"value": True}
        values["price.input"] = {"locked": "yes", "value": 1, "note": 5}
        values["price.output"] = {"value": 10**400}
        document["scenarios"][0]["name"] = 7
        document["scenarios"][0]["parts"] = {"accelerator": 3}
        document["active"] = 4

    data = edited(change)
    with pytest.raises(ScenarioFileError) as caught:
        from_bytes(data)
    problems = caught.value.problems
    assert len(problems) == 14
    lines = data.decode().splitlines()
    for problem in problems:
        number, _, rest = problem.removeprefix("line ").partition(": ")
        key = rest.split(":")[0].replace(".value", "").split(".")[-1].split(" ")[0]
        assert key in lines[int(number) - 1] or key in lines[int(number) - 2], problem
    told = "\n".join(problems)
    assert "Rent must be at least" in told or "Rent must be between 0 $/h and 1000 $/h, not -5 $/h" in told
    assert "'fp3' is not one of bf16, fp8, fp4" in told
    assert "low comes first: 3 is above 1" in told
    assert "'kg' does not measure number; use ×" in told
    assert "(and 13 more problems)" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "the file is empty"),
        (b"[]", "one JSON object"),
        (b"3", "one JSON object"),
        (b"{}", "no scenario"),
        (b'{"schema": "1"}', "no scenario"),
        (b'{"schema": true}', "no scenario"),
        (b'{"schema": 1}', "scenarios: must list at least one"),
        (b'{"schema": 1, "scenarios": []}', "scenarios: must list at least one"),
        (b'{"schema": 1, "scenarios": {}}', "scenarios: must be a list"),
        (b'{"schema": 1, "scenarios": [3]}', r"scenarios\[0\]: must be a scenario"),
        (b'{"schema": 1,\n "schema": 1, "scenarios": [{}]}', "line 2: schema: the key stands twice"),
        (b'{"schema": 1, "scenarios": [{}],\n\n "x": [NaN]}', r"line 3: x\[0\]: NaN is not a finite number"),
        (
            b'{"schema": 1, "scenarios": [{}],\n "x": -Infinity}',
            "line 2: x: -Infinity is not a finite number",
        ),
        (b'{"schema": 1, "scenarios": [{}],\n "x": 1e999}', "line 2: x: 1e999 is not a finite number"),
        (
            b'{"schema": 1, "scenarios": [{}], "x": ' + b"9" * 5000 + b"}",
            "line 1: x: 9+ is not a finite number",
        ),
        (b'{"schema": 1,\n"scenarios": [{"name": "\xff"}]}', "line 2: the text is not UTF-8"),
        (b'{"schema": 1,\n oops}', "line 2, column 2: no valid JSON"),
        (b'{"schema": 1} {}', "line 1, column 15: no valid JSON"),
        (b"[" * 100_000, "nested deeper than|cut off"),
        (b'{"schema": 1, "x": ' + b"[" * 300 + b"]" * 300 + b"}", "nested deeper than 200"),
        (b" " * (16 * 2**20 + 1), "larger than 16 MB"),
    ],
)
def test_broken_files_are_told_clearly(data: bytes, text: str) -> None:
    with pytest.raises(ScenarioFileError, match=text) as caught:
        from_bytes(data)
    assert "\n" not in str(caught.value)


def test_a_file_cut_off_anywhere_names_its_last_line(tmp_path: Path) -> None:
    data = to_bytes(random_project(3)).rstrip()
    path = tmp_path / "case.isocost"
    for length in range(1, len(data), 997):
        path.write_bytes(data[:length])
        with pytest.raises(ScenarioFileError, match=r"case\.isocost: line \d+") as caught:
            load(path)
        if "not UTF-8" not in str(caught.value):
            last = data[:length].rstrip().count(b"\n") + 1
            assert f"line {last}" in str(caught.value)


def test_a_backup_beside_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "case.isocost"
    path.write_bytes(b'{"schema": 1,')
    (tmp_path / "case.isocost.bak").write_bytes(b"{}")
    with pytest.raises(ScenarioFileError, match=r"cut off here; an earlier state is in case\.isocost\.bak"):
        load(path)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_never_does_more_than_be_refused(seed: int) -> None:
    random_ = random.Random(seed)
    data = bytearray(to_bytes(random_project(seed)))
    for _ in range(random_.randint(1, 4)):
        position = random_.randrange(len(data))
        data[position : position + random_.randint(0, 3)] = random_.choice(
            [b"", b"{", b"}", b'"', b"9", b"null", b"\xff", b","]
        )
    try:
        project = from_bytes(bytes(data))
    except ScenarioFileError:
        return
    assert to_bytes(project)


def random_place(random_: random.Random, value: Any) -> tuple[Any, Any]:
    """A random inner holder of `value` and one of its keys."""
    holder, key = value, None
    while True:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = random_.choice(keys)
        inner = holder[key]
        if not (isinstance(inner, (dict, list)) and inner) or random_.random() < 0.2:
            return holder, key
        holder = inner


@pytest.mark.parametrize("seed", range(150))
def test_a_file_of_wrong_types_never_does_more_than_be_refused(seed: int) -> None:
    random_ = random.Random(seed)
    document = json.loads(to_bytes(random_project(seed)))
    for _ in range(random_.randint(1, 3)):
        holder, key = random_place(random_, document)
        holder[key] = random_json(random_)
    try:
        project = from_bytes(json.dumps(document).encode())
    except ScenarioFileError as error:
        problems = error.problems
    else:
        assert from_bytes(to_bytes(project)) == project
        return
    assert problems
    assert all(problem.count("\n") == 0 for problem in problems)


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


# saving -----------------------------------------------------------------------------------------------


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    """A saved file that the test tries to replace; afterwards it must be as it was, and alone."""
    path = tmp_path / "case.isocost"
    save(path, Project((DEFAULT,)))
    before = path.read_bytes()
    yield path
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["case.isocost"]


OTHER = Project((Scenario(name="Other"),))


@pytest.mark.parametrize(("code", "text"), [(errno.ENOSPC, "the disk is full"), (errno.EIO, "")])
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_save_that_fails_leaves_the_old_file(
    kept: Path, monkeypatch: pytest.MonkeyPatch, code: int, text: str, call: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(*((os, "fsync") if call == "fsync" else (Path, "replace")), fail)
    with pytest.raises(ScenarioFileError, match=f"was not saved: {text}"):
        save(kept, OTHER)


def test_a_read_only_file_is_refused(kept: Path) -> None:
    kept.chmod(0o444)
    with pytest.raises(ScenarioFileError, match="was not saved: the file is read-only"):
        save(kept, OTHER)


def test_what_json_cannot_hold_is_refused_before_anything_is_written(kept: Path) -> None:
    for bad in ({"x": math.nan}, {"x": object()}, {"x": {1, 2}}):
        with pytest.raises(ScenarioFileError, match="cannot be written"):
            save(kept, dataclasses.replace(OTHER, views=bad))


def test_places_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    for path, text in [
        (tmp_path / "no" / "case.isocost", "the folder does not exist"),
        (tmp_path, "it is a folder"),
        (tmp_path / ("x" * 300), "the name is too long"),
        (tmp_path / "a\0b", "is no file name"),
    ]:
        with pytest.raises(ScenarioFileError, match=text):
            save(path, OTHER)


def test_places_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    for path, text in [
        (tmp_path / "none.isocost", "there is no file"),
        (tmp_path, "is a folder"),
        (tmp_path / "a\0b", "is no file name"),
        (tmp_path / ("x" * 300), "cannot be read: the name is too long"),
    ]:
        with pytest.raises(ScenarioFileError, match=text):
            load(path)


@pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "case.isocost", tmp_path / "link.isocost"
    save(path, Project((DEFAULT,)))
    path.chmod(0o640)
    link.symlink_to(path)
    save(link, OTHER)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert load(path) == OTHER


# locale -----------------------------------------------------------------------------------------------

_SAVE = r"""
import locale, sys
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
from engine.files import Project, save
from engine.quantities import parse
from engine.parameters import SPECS
from engine.scenario import Scenario
spec = SPECS["accelerator.rent"]
rent = parse(sys.argv[2], spec, sys.argv[3])
scenario = Scenario(name="\u00d1and\u00fa \u00fc").with_value("accelerator.rent", rent)
save(sys.argv[1], Project((scenario,)))
"""


@pytest.mark.parametrize(
    ("name", "typed", "decimal"),
    [
        ("C", "1234.5 $/month", "."),
        ("de_DE.UTF-8", "1.234,5 $/month", ","),
        ("es_CO.ISO-8859-1", "1234,5 $/month", ","),
    ],
)
def test_the_locale_of_the_process_changes_no_byte(
    tmp_path: Path, name: str, typed: str, decimal: str
) -> None:
    path = tmp_path / "case.isocost"
    environment = {
        **os.environ,
        "LC_ALL": name,
        "LANG": name,
        "PYTHONIOENCODING": "latin-1",
        "PYTHONUTF8": "0",
    }
    subprocess.run(
        [sys.executable, "-c", _SAVE, str(path), typed, decimal], env=environment, check=True, timeout=60
    )
    rent = parse("1234.5 $/month", SPECS["accelerator.rent"])
    expected = Project((Scenario(name="Ñandú ü").with_value("accelerator.rent", rent),))
    assert path.read_bytes() == to_bytes(expected)
    assert load(path) == expected


@pytest.mark.parametrize("name", ["es_CO", "de_DE"])
def test_the_locale_of_the_window_changes_no_byte(name: str) -> None:
    core = pytest.importorskip("PySide6.QtCore")
    project, before = random_project(11), core.QLocale()
    plain = to_bytes(project)
    core.QLocale.setDefault(core.QLocale(name))
    try:
        assert core.QLocale().decimalPoint() == ","
        assert to_bytes(project) == plain
        assert from_bytes(plain) == project
    finally:
        core.QLocale.setDefault(before)


def test_the_locale_of_the_c_library_changes_no_byte() -> None:
    plain = to_bytes(random_project(12))
    before = locale.setlocale(locale.LC_ALL)
    tried = 0
    try:
        for name in ("de_DE.UTF-8", "es_CO.UTF-8", "es_ES.UTF-8", "fr_FR.UTF-8"):
            try:
                locale.setlocale(locale.LC_ALL, name)
            except locale.Error:
                continue
            tried += 1
            assert to_bytes(random_project(12)) == plain
            assert from_bytes(plain) == random_project(12)
    finally:
        locale.setlocale(locale.LC_ALL, before)
    if not tried:
        pytest.skip("this machine has no locale with a decimal comma")


# built-in scenarios -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", files.builtin_names())
def test_shipped_scenarios_are_complete_and_of_this_version(name: str) -> None:
    project = files.load_builtin(name)
    assert project.report == ()
    assert project.schema == SCHEMA


def test_the_default_scenario_comes_first_and_opens_for_none() -> None:
    assert files.builtin_names()[0] == files.DEFAULT_NAME
    assert files.resolve(None) == files.load_builtin(files.DEFAULT_NAME)


def test_a_file_argument_is_a_path_or_a_shipped_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    save("own.isocost", OTHER)
    assert files.resolve("own.isocost") == OTHER
    assert files.resolve(tmp_path / "own.isocost") == OTHER
    default = files.load_builtin()
    for name in ("enterprise-assistant", "Enterprise assistant", "enterprise-assistant" + SUFFIX):
        assert files.resolve(name) == default
    Path("enterprise-assistant").mkdir()
    assert files.resolve("enterprise-assistant") == default


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("enterprise-asistant", "did you mean enterprise-assistant"),
        ("onw.isocost", "did you mean own.isocost"),
        ("qqq", "built in are enterprise-assistant"),
        ("a\0b", "there is no file"),
        ("x" * 300, "there is no file"),
    ],
)
def test_a_wrong_name_is_answered_with_near_ones(
    name: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save("own.isocost", OTHER)
    with pytest.raises(ScenarioFileError, match=hint):
        files.resolve(name)
