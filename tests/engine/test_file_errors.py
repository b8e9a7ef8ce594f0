import dataclasses
import json
import random
from pathlib import Path
from typing import Any

import pytest

from engine.errors import ScenarioFileError
from engine.files import Project, from_bytes, load, to_bytes
from engine.scenario import DEFAULT
from tests.scenario_files import edited, random_json, random_project, values_of

# other people's files ---------------------------------------------------------------------------------


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
    assert "Rent must be between 0 $/h and 1,000 $/h, not -5 $/h" in told
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
