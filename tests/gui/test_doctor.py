"""Doctor finds what is wrong, tells the cure, and survives what it looks for."""

import json
import os

import pytest

from gui import doctor, system_libraries
from gui.doctor import Check

only_linux = pytest.mark.skipif(not system_libraries.linux(), reason="only Linux resolves libraries so")


@pytest.fixture
def checks(monkeypatch):
    """Replace doctor's checks by the given findings."""

    def replace(*findings: Check) -> None:
        monkeypatch.setattr(doctor, "CHECKS", tuple((lambda found=found: found) for found in findings))

    return replace


def test_this_machine_can_run_isocost(capsys):
    status = doctor.main(["--json"])
    report = json.loads(capsys.readouterr().out)
    failed = [check for check in report["checks"] if check["status"] == "fail"]
    assert failed == []
    assert report["ok"] is True
    assert status == 0
    found = {check["name"]: check for check in report["checks"]}
    assert found["Fonts"]["status"] == "ok"
    assert found["Qt starts"]["text"].startswith("on offscreen")
    assert found["Compiled kernels"]["status"] == "ok"
    assert all(check["cure"] for check in report["checks"] if check["status"] != "ok")


def test_one_failure_makes_the_exit_status_1_and_shows_the_cure(capsys, checks):
    checks(Check("Moon", "ok", "full"), Check("Sun", "fail", "is missing", "switch it on"))
    assert doctor.main([]) == 1
    said = capsys.readouterr().out
    assert "-> switch it on" in said
    assert "1 failed, 0 warnings, 2 checks" in said


def test_warning_alone_keeps_the_exit_status_0(checks):
    checks(Check("Moon", "warn", "half", "wait a week"))
    assert doctor.main(["--json"]) == 0


def test_check_that_cannot_run_is_a_finding(monkeypatch):
    def broken() -> Check:
        raise OSError("disk on fire")

    monkeypatch.setattr(doctor, "CHECKS", (broken,))
    (found,) = doctor.run_checks()
    assert found.status == "fail"
    assert "disk on fire" in found.text


def test_crash_of_a_probe_is_told_not_suffered():
    said = doctor.run_probe("qt", QT_QPA_PLATFORM="teletype")
    assert isinstance(said, str)
    assert said


def test_missing_library_of_qt_is_a_failure_with_the_package(monkeypatch):
    monkeypatch.setattr(system_libraries, "missing_libraries", lambda files: ["libxkbcommon.so.0"])
    found = doctor.check_qt_libraries()
    assert found.status == "fail"
    assert "libxkbcommon0" in found.cure


def test_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    found = doctor._folder_check("Settings", tmp_path / "file" / "isocost")
    assert found.status == "warn"
    assert str(tmp_path) in found.cure


@pytest.mark.parametrize(
    ("requirement", "status"),
    [("numpy>=2.1", "ok"), ("numpy>=99", "fail"), ("numpy<1,>=0.5", "fail"), ("no-such-thing>=1", "fail")],
)
def test_package_outside_the_required_versions_is_a_failure(requirement, status):
    found = doctor._package_check(requirement)
    assert found.status == status
    assert (requirement in found.cure) == (status == "fail")


def test_switched_off_compilation_is_a_warning(monkeypatch):
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")
    found = doctor.check_kernels()
    assert found.status == "warn"
    assert "NUMBA_DISABLE_JIT" in found.cure


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_machine_code_that_others_may_change_is_a_warning(monkeypatch, tmp_path):
    said = {"right": True, "disabled": False, "hits": 1, "seconds": 1.0, "folder": str(tmp_path)}
    monkeypatch.setattr(doctor, "run_probe", lambda _: said)
    tmp_path.chmod(0o700)
    assert doctor.check_kernels().status == "ok"
    tmp_path.chmod(0o777)
    found = doctor.check_kernels()
    assert found.status == "warn"
    assert "chmod go-w" in found.cure


@pytest.mark.parametrize(
    ("environment", "platforms"),
    [
        ({}, ()),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ("wayland",)),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "xcb:x;wayland"}, ("xcb", "wayland")),
    ],
)
def test_platforms_are_tried_in_the_order_qt_tries_them(environment, platforms):
    assert system_libraries.wanted_platforms(environment) == platforms


@only_linux
def test_plugin_without_its_libraries_is_refused_before_qt_aborts(monkeypatch):
    monkeypatch.setattr(system_libraries, "_first_missing", lambda path: ["libxcb-cursor.so.0"])
    monkeypatch.setattr(system_libraries, "missing_libraries", lambda files: ["libxcb-cursor.so.0"])
    said = system_libraries.display_trouble({"DISPLAY": ":0"})
    assert said is not None
    assert "apt-get install libxcb-cursor0" in said
    assert "dnf install xcb-util-cursor" in said


@only_linux
def test_display_that_does_not_answer_is_refused_before_qt_aborts(monkeypatch):
    monkeypatch.setattr(system_libraries, "_first_missing", lambda path: [])
    monkeypatch.setattr(system_libraries, "_x_server_answers", lambda display: display == ":1")
    refused = system_libraries.display_trouble({"DISPLAY": ":99"})
    assert refused is not None
    assert "display :99 does not answer" in refused
    assert system_libraries.display_trouble({"DISPLAY": ":1"}) is None
    both = {"WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": "/nowhere", "DISPLAY": ":1"}
    assert system_libraries.display_trouble(both) is None
    no_wayland = system_libraries.display_trouble({**both, "DISPLAY": ":99"})
    assert no_wayland is not None
    assert "no Wayland display gone" in no_wayland


def test_library_of_no_known_package_is_named_all_the_same():
    said = system_libraries.install_text(["libEGL.so.1", "libunheard.so.7"])
    assert "libegl1" in said
    assert "libunheard.so.7" in said
