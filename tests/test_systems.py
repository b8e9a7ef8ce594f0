"""Windows and macOS: what some system lacks is called in one folder, and files name their encoding."""

import ast
import errno
import re
import sys
import types
from functools import cache
from pathlib import Path

import pytest

from engine.files import atomic, locks
from engine.system import folders, streams

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [
    path for name in ("engine", "gui", "resources", "release") for path in sorted((ROOT / name).rglob("*.py"))
]
HOME = ROOT / "engine" / "system"

#: Modules that Windows or POSIX lacks.
MODULES = {
    "fcntl", "grp", "msvcrt", "nis", "posix", "pty", "pwd", "readline", "resource", "spwd", "syslog",
    "termios", "tty",
    "winreg", "winsound", "_winapi", "curses",
}  # fmt: skip
#: Attributes of these modules that are on some systems only, by the library reference.
ATTRIBUTES = {
    "os": {
        "chown", "chroot", "ctermid", "fchdir", "fchmod", "fchown", "fork", "forkpty", "getegid",
        "geteuid", "getgid", "getgrouplist", "getgroups", "getloadavg", "getpgid", "getpgrp",
        "getpriority", "getresuid", "getsid", "getuid", "initgroups", "killpg", "lchown", "lockf",
        "major", "minor", "mkfifo", "mknod", "nice", "openpty", "pathconf", "pidfd_open",
        "posix_fadvise", "posix_fallocate", "posix_spawn", "pread", "preadv", "pwrite", "pwritev",
        "sched_getaffinity", "sched_setaffinity", "sched_setscheduler", "sendfile", "setegid",
        "seteuid", "setgid", "setpgid", "setpriority", "setsid", "setuid", "splice", "startfile",
        "statvfs", "sync", "sysconf", "sysconf_names", "tcgetpgrp", "uname", "wait", "wait3",
        "wait4", "waitid", "O_CLOEXEC", "O_DIRECTORY", "O_DSYNC", "O_NOFOLLOW", "O_SYNC",
        "O_TMPFILE", "WNOHANG",
    },
    "signal": {
        "alarm", "pause", "pthread_kill", "pthread_sigmask", "setitimer", "sigwait", "SIGALRM",
        "SIGCHLD", "SIGCONT", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGQUIT", "SIGSTOP", "SIGTSTP",
        "SIGUSR1", "SIGUSR2",
    },
    "subprocess": {
        "BELOW_NORMAL_PRIORITY_CLASS", "CREATE_NEW_PROCESS_GROUP", "CREATE_NO_WINDOW",
        "STARTUPINFO",
    },
    "time": {
        "clock_settime", "pthread_getcpuclockid", "tzset",
    },
}  # fmt: skip
#: Arguments that only POSIX takes.
ARGUMENTS = {"preexec_fn", "start_new_session", "pass_fds", "process_group"}
#: Paths that only some systems have.
PLACES = ("/proc/", "/sys/", "/etc/", "/usr/", "/var/", "/tmp", "/dev/", "/opt/")
#: They look at libraries of Linux, and do so behind `linux()`.
OF_LINUX = {"gui/system_libraries.py"}


_CALLS = "|".join(f"{module}[.](?:{'|'.join(names)})" for module, names in ATTRIBUTES.items())
#: Words without one of which a source need not be looked at closely.
WORDS = re.compile(
    rf"\b(?:{'|'.join(MODULES | ARGUMENTS)})\b|{'|'.join(PLACES)}"
    rf"|\bfrom (?:{'|'.join(ATTRIBUTES)}) import|\b(?:{_CALLS})\b"
)


@cache
def steps(text):
    """Return every node of `text`; the tests here share them."""
    return list(ast.walk(ast.parse(text)))


def found_in(text):
    """Return what `text` uses that some system lacks."""
    if WORDS.search(text) is None:
        return set()
    nodes = steps(text)
    prose = {
        id(node.body[0].value) for node in nodes
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node)
    }  # fmt: skip
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= MODULES & {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = {alias.name for alias in node.names}
            found |= MODULES & {(node.module or "").split(".")[0]}
            found |= ATTRIBUTES.get(node.module or "", set()) & names
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found |= ATTRIBUTES.get(node.value.id, set()) & {node.attr}
        elif isinstance(node, ast.keyword):
            found |= ARGUMENTS & {node.arg}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            found |= {node.value} if node.value.startswith(PLACES) else set()
    return found


def test_what_some_system_lacks_is_called_in_one_folder():
    elsewhere = {
        name: found
        for path in SOURCES
        if HOME not in path.parents and (name := path.relative_to(ROOT).as_posix()) not in OF_LINUX
        and (found := found_in(path.read_text("utf-8")))
    }  # fmt: skip
    assert elsewhere == {}, "call it in engine/system"


def test_text_files_name_their_encoding():
    # Windows would take another one.
    silent = []
    for path in SOURCES:
        text = path.read_text("utf-8")
        for node in steps(text) if "_text(" in text else ():
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            needed = {"read_text": 1, "write_text": 2}.get(node.func.attr, 0)
            if len(node.args) < needed and "encoding" not in {keyword.arg for keyword in node.keywords}:
                silent.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert silent == []


def test_the_search_knows_what_it_looks_for():
    assert found_in("import os\nos.nice(1)") == {"nice"}
    assert found_in("from fcntl import flock") == {"fcntl"}
    assert found_in("from signal import SIGKILL, SIGTERM") == {"SIGKILL"}
    assert found_in("run(x, preexec_fn=None)") == {"preexec_fn"}
    assert found_in("'''/proc/ is spoken of'''\nopen('/proc/cpuinfo')") == {"/proc/cpuinfo"}
    assert "nice" in found_in((HOME / "processes.py").read_text("utf-8"))


# the tests themselves ---------------------------------------------------------------------------------

TESTS = [path for path in sorted((ROOT / "tests").rglob("*.py")) if "bench" not in path.parts]


def read(one):
    """Return whether `one` is more than a place that a test names and does not look at."""
    return not one.startswith("/") or one.startswith(("/proc/", "/sys/"))


def unguarded(text):
    """Return what tests in `text` call that some system lacks, where they do not skip there."""
    if WORDS.search(text) is None:
        return set()
    tree = ast.parse(text)
    marks = {
        node.targets[0].id for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        and "skipif" in ast.unparse(node.value)
    }  # fmt: skip
    if "pytestmark" in marks:
        return set()
    found = {one for node in tree.body if not isinstance(node, ast.FunctionDef | ast.ClassDef)
             for one in found_in(ast.unparse(node)) if read(one)}  # fmt: skip
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        told = " ".join(map(ast.unparse, node.decorator_list))
        whole = ast.unparse(node)
        if (
            "skipif" in told
            or any(mark in told for mark in marks)
            or "pytest.skip(" in whole
            or "except OSError" in whole
        ):
            continue
        found |= {one for one in found_in(whole) if read(one)}
    return found


def test_tests_skip_with_a_reason_what_some_system_lacks():
    elsewhere = {
        path.relative_to(ROOT).as_posix(): found
        for path in TESTS
        if path != Path(__file__).resolve() and (found := unguarded(path.read_text("utf-8")))
    }
    assert elsewhere == {}


def test_a_test_that_would_fail_elsewhere_is_found():
    called = "def test_x():\n    os.kill(1, signal.SIGKILL)\n"
    assert unguarded(called) == {"SIGKILL"}
    assert unguarded("import fcntl\n") == {"fcntl"}
    assert unguarded("def test_x():\n    Path('/proc/self/statm').read_text()\n") == {"/proc/self/statm"}
    assert unguarded(f"@pytest.mark.skipif(x, reason='r')\n{called}") == set()
    assert unguarded(f"of_posix = pytest.mark.skipif(x, reason='r')\n@of_posix\n{called}") == set()


def test_files_are_checked_out_as_they_are_kept():
    # Scenarios, golden lists and pictures are compared byte by byte, and shells read no carriage return.
    assert "* -text" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()


# what Windows does otherwise, as far as it can be had here ----------------------------------------------


def test_a_file_that_a_scanner_has_open_is_replaced_when_it_lets_go(tmp_path, monkeypatch):
    made, target = tmp_path / "made", tmp_path / "target"
    made.write_text("new", "utf-8")
    target.write_text("old", "utf-8")
    real, refused = Path.replace, []

    def busy(path, other):
        if len(refused) < 2:
            refused.append(other)
            raise PermissionError(13, "Access is denied")
        return real(path, other)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(folders, "_PAUSE", 0.0)
    monkeypatch.setattr(folders, "_TRIES", 2)
    with pytest.raises(PermissionError):
        folders.put_in_place(made, target)
    assert target.read_text("utf-8") == "old"
    refused.clear()
    monkeypatch.setattr(folders, "_TRIES", 3)
    folders.put_in_place(made, target)
    assert target.read_text("utf-8") == "new"


def test_why_windows_refuses_a_file_is_told():
    error = PermissionError(13, "Access is denied")
    assert atomic.reason(error) == "you may not write there"
    error.winerror = 32
    assert atomic.reason(error) == "another program has it open"


def test_a_reader_that_went_away_is_known_by_the_error_of_either_system(monkeypatch):
    gone = OSError(errno.EINVAL, "Invalid argument")
    assert streams.reader_gone(BrokenPipeError())
    assert not streams.reader_gone(gone)
    monkeypatch.setattr(streams, "os", types.SimpleNamespace(name="nt"))
    assert streams.reader_gone(gone)


def test_a_window_without_a_console_prints_to_nobody(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    streams.speak_anyhow()
    streams.flush()


def test_a_process_whose_user_nothing_names_has_a_lock_of_somebody(monkeypatch):
    def nobody():
        raise ModuleNotFoundError("No module named 'pwd'")

    monkeypatch.setattr(locks.getpass, "getuser", nobody)
    assert locks.me().user == "somebody"
