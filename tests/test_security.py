"""Nothing is sent, nothing of a file is run, and nothing private leaves unasked."""

import ast
import base64
import io
import os
import platform
import re
import signal
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import files
from engine.files import Project, from_bytes, load
from engine.scenario import DEFAULT
from engine.share import payload, public, shareable

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [path for name in ("engine", "gui", "resources") for path in sorted((ROOT / name).rglob("*.py"))]

# what sources may not do -------------------------------------------------------------------------------

#: Modules that turn data into code, or reach another machine.
FORBIDDEN = {
    "pickle", "cPickle", "_pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "yaml", "dbm",
    "codeop", "runpy", "socket", "_socket", "ssl", "http", "urllib.request", "urllib.error", "ftplib",
    "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "socketserver", "asyncio", "webbrowser",
    "requests", "httpx", "aiohttp", "urllib3", "websockets", "PySide6.QtNetwork",
    "PySide6.QtWebEngineWidgets", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets", "PySide6.QtQml",
}  # fmt: skip
#: Calls that run text, by their last name; a bare `compile` is Python's, `re.compile` is not.
RUNNING = {"eval", "exec", "compile", "__import__"}
RUNNING_OF = {
    ("os", "system"), ("os", "popen"), ("os", "startfile"), ("numpy", "fromregex"), ("np", "fromregex"),
    ("builtins", "eval"), ("builtins", "exec"), ("subprocess", "getoutput"),
    ("subprocess", "getstatusoutput"),
}  # fmt: skip


#: Words without one of which a source need not be looked at closely.
_WORDS = re.compile(
    rf"\b(?:{'|'.join({name.split('.')[-1] for name in FORBIDDEN} | {call for _, call in RUNNING_OF})})\b"
    rf"|(?<![.\w])(?:{'|'.join(RUNNING)})\(|shell=|allow_pickle"
)


def offences(text: str) -> Iterator[str]:
    """Yield what in a source turns data into code or reaches another machine."""
    if _WORDS.search(text) is None:
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = getattr(node, "module", None) or ""
            names = {alias.name for alias in node.names}
            whole = {*names, module, *(f"{module}.{name}" for name in names)}
            reached = {".".join(name.split(".")[:n]) for name in whole for n in (1, 2)}
            yield from (f"line {node.lineno}: import of {name}" for name in sorted(reached & FORBIDDEN))
        elif isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name) and called.id in RUNNING:
                yield f"line {node.lineno}: {called.id}()"
            if isinstance(called, ast.Attribute) and (ast.unparse(called.value), called.attr) in RUNNING_OF:
                yield f"line {node.lineno}: {ast.unparse(called)}()"
            for keyword in node.keywords:
                on = not (isinstance(keyword.value, ast.Constant) and not keyword.value.value)
                if keyword.arg in {"shell", "allow_pickle"} and on:
                    yield f"line {node.lineno}: {keyword.arg}="


#: numba keeps machine code in this form; it is read from the user's own cache, behind a seal that is checked.
KEPT_CODE = "engine/kept_code.py"


def test_no_source_runs_data_or_reaches_another_machine() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): told
        for path in SOURCES
        if (told := list(offences(path.read_text("utf-8"))))
    }
    assert [line.partition(": ")[2] for line in found.pop(KEPT_CODE)] == ["import of pickle"]
    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "import pickle", "from urllib.request import urlopen", "import urllib.request", "import http.client",
        "from PySide6.QtNetwork import QTcpSocket", "from PySide6 import QtNetwork", "eval('1')", "exec(x)",
        "os.system(x)", "subprocess.run(x, shell=True)", "np.load(f, allow_pickle=True)",
        "compile(x, '', 'exec')",
    ],
)  # fmt: skip
def test_each_of_them_would_be_found(text: str) -> None:
    assert list(offences(text))


@pytest.mark.parametrize("text", ["re.compile(x)", "dialog.exec()", "np.load(f, allow_pickle=False)"])
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert not list(offences(text))


# the program at work -----------------------------------------------------------------------------------

#: Ends the process, and whatever it starts, at the first socket of the internet: in Python, Qt or anywhere.
_FILTER = r"""
import ctypes, platform, struct, sys
ARCH, SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}[platform.machine()]
LOAD, EQUAL, RETURN, ALLOW, KILL = 0x20, 0x15, 0x06, 0x7FFF0000, 0x80000000
steps = [
    (LOAD, 0, 0, 4), (EQUAL, 1, 0, ARCH), (RETURN, 0, 0, ALLOW),
    (LOAD, 0, 0, 0), (EQUAL, 1, 0, SOCKET), (RETURN, 0, 0, ALLOW),
    (LOAD, 0, 0, 16), (EQUAL, 2, 0, 2), (EQUAL, 1, 0, 10), (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, KILL),
]
code = ctypes.create_string_buffer(b"".join(struct.pack("<HBBI", *step) for step in steps))
class Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("code", ctypes.c_void_p)]
libc = ctypes.CDLL(None)
program = Filter(len(steps), ctypes.addressof(code))
if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.byref(program), 0, 0):
    sys.exit(77)
"""

#: Notes whatever asks Python for the network, on any system.
_WATCH = r"""
import sys
seen = []
WATCHED = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")
def watch(event, arguments):
    if event.startswith("socket.__new__") and arguments[1] == 1:
        return
    if event.startswith(WATCHED):
        seen.append(event)
sys.addaudithook(watch)
"""

_AT_WORK = r"""
import contextlib, io, json, os
from pathlib import Path
case, out = Path(sys.argv[1]), Path(sys.argv[2])
os.chdir(out)
from engine.cli import main
for name, line in json.loads(sys.argv[3]).items():
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        status = main([part.format(case=case) for part in line])
    assert status in (0, 1), name
    (out / f"{name}.said").write_text(told.getvalue(), "utf-8")
from gui.launch import make_app, open_window
from gui.report.command import main as report
from gui.screenshot import settle
app = make_app("light")
window = open_window(str(case))
window.resize(1120, 660)
window.show()
window.open_view("bill")
settle(window)
share = window.share
def written():
    while share.writer.busy:
        app.processEvents()
for form in (".png", ".svg", ".pdf", ".csv", ".xlsx"):
    assert share.write(out / f"view{form}", share._view), form
    written()
for form in (".csv", ".xlsx"):
    assert share.write(out / f"scenario{form}", share._scenario), form
    written()
share.copy_command()
(out / "command.said").write_text(app.clipboard().text(), "utf-8")
share.copy_python()
(out / "python.said").write_text(app.clipboard().text(), "utf-8")
assert window.files.save()
window.close()
assert report([str(case), "--out", str(out / "report.pdf"), "--view", "bill"]) == 0
print(json.dumps(seen))
"""

_COMMANDS = (
    '{"evaluate": ["evaluate", "{case}", "--json"], '
    '"sweep": ["sweep", "{case}", "--x", "accelerator.rent=1:4:3", "--metric", "gross_margin", '
    '"--out", "sweep.json"], '
    '"montecarlo": ["montecarlo", "{case}", "--samples", "64", "--metric", "gross_margin", '
    '"--out", "samples.parquet"], '
    '"compare": ["compare", "{case}", "enterprise-assistant", "--json"], '
    '"table": ["evaluate", "{case}", "--out", "table.xlsx"]}'
)

USER, HOME, SECRET = "zz-user-73f1", "zz-home-73f1", "zz-secret-73f1"
CAN_FILTER = sys.platform == "linux" and platform.machine() in {"x86_64", "aarch64"}
needs_filter = pytest.mark.skipif(not CAN_FILTER, reason="a filter of system calls as Linux has it")


def _run(script: str, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, **environment}, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    if done.returncode == 77:
        pytest.skip("this machine lets nobody filter system calls")
    return done


@needs_filter
@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_a_socket_would_end_the_process_even_below_python(family: str) -> None:
    opened = f"import socket; ctypes.CDLL(None).socket(int(socket.{family}), 1, 0); print('opened')"
    done = _run(_FILTER + opened)
    assert done.returncode == -signal.SIGSYS
    assert "opened" not in done.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of everything that leaves the program, made at work without internet."""
    home = tmp_path_factory.mktemp("machine") / HOME
    out = home / "exports"
    (out / "state").mkdir(parents=True)
    case = home / "my own folder" / "case.isocost"
    case.parent.mkdir()
    noted = DEFAULT.child("Case").annotate(
        "accelerator.rent", source=f"{case.parent}/offer.pdf", note=f"private: {SECRET}\nseen in May"
    )
    noted = type(noted)(**{
        **{name: getattr(noted, name) for name in noted.__dataclass_fields__ if name != "note"},
        "note": f"From {case.parent}/mail.txt\nPrivate: {SECRET} pays\nfor the board",
    })  # fmt: skip
    files.save(case, Project((noted,), views={"later": {"path": "kept"}}))
    guards = _FILTER + _WATCH if CAN_FILTER else _WATCH
    done = _run(
        guards + _AT_WORK, str(case), str(out), _COMMANDS,
        HOME=str(home), USER=USER, LOGNAME=USER, USERNAME=USER, QT_QPA_PLATFORM="offscreen",
        ISOCOST_STATE=str(out / "state"), XDG_CONFIG_HOME=str(home / "config"),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.splitlines()[-1] == "[]", "Python asked for the network"
    return out


@needs_filter
def test_window_commands_exports_and_report_open_no_socket(made: Path) -> None:
    assert {path.name for path in made.iterdir()} >= {"report.pdf", "view.png", "table.xlsx", "sweep.json"}


def expanded(data: bytes) -> Iterator[bytes]:
    """Yield all that a file holds: its bytes, members, streams, armour, glyphs."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from expanded(archive.read(name))
        return
    for match in re.finditer(rb"isocost-scenario:\d+/\d+:([^;]+);", data):
        yield zlib.decompress(base64.b64decode(match[1]))
    starts = [match.start() for match in re.finditer(rb"x[\x01\x5e\x9c\xda]", data)]
    streams = [inner for start in starts if (inner := _inflated(data[start:]))]
    yield from streams
    yield from _drawn(streams)


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, 2**24)
    except zlib.error:
        return b""


def _drawn(streams: list[bytes]) -> Iterator[bytes]:
    """Yield the words that pages of a PDF draw: glyphs through the tables of their fonts."""
    maps = []
    for text in streams:
        if b"beginbfrange" in text or b"beginbfchar" in text:
            table: dict[str, str] = {}
            for low, high, to in re.findall(rb"<(\w{4})>\s*<(\w{4})>\s*<(\w{4})>", text):
                for step in range(int(high, 16) - int(low, 16) + 1):
                    table[f"{int(low, 16) + step:04x}"] = chr(int(to, 16) + step)
            for low, high, many in re.findall(rb"<(\w{4})>\s*<(\w{4})>\s*\[([^\]]+)\]", text):
                for step, to in enumerate(re.findall(rb"<(\w{4})", many)):
                    table[f"{int(low, 16) + step:04x}"] = chr(int(to, 16))
                assert int(high, 16) >= int(low, 16)
            maps.append(table)
    for text in streams:
        if b"Tj" in text or b"TJ" in text:
            shown = [group.decode().lower() for group in re.findall(rb"<([0-9a-fA-F]+)>", text)]
            glyphs = [group[i : i + 4] for group in shown for i in range(0, len(group), 4)]
            yield from ("".join(table.get(glyph, "") for glyph in glyphs).encode() for table in maps)


def test_words_of_a_page_can_be_found(made: Path) -> None:
    whole = b"\n".join(expanded((made / "report.pdf").read_bytes()))
    assert b"fortheboard" in whole.replace(b" ", b"")
    assert b"for the board" in b"\n".join(expanded((made / "view.png").read_bytes()))
    assert b"for the board" in b"\n".join(expanded((made / "scenario.xlsx").read_bytes()))
    assert b"for the board" in b"\n".join(expanded((made / "view.svg").read_bytes()))


def test_nothing_that_leaves_names_home_user_machine_or_what_is_private(made: Path) -> None:
    private = [USER, HOME, SECRET, str(made.parent.parent), "my own folder", "mail.txt", "offer.pdf"]
    allowed = {"mail.txt", "offer.pdf"}
    if len(platform.node()) > 4:
        private.append(platform.node())
    for path in sorted(made.iterdir()):
        if path.is_dir():
            continue
        found = {
            word
            for part in expanded(path.read_bytes())
            for word in private
            for form in (word.encode(), word.encode("utf-16-be"), word.encode("utf-16-le"))
            if form in part
        }
        assert found <= allowed, path.name


def test_own_file_keeps_what_is_private_through_opening_and_saving(made: Path) -> None:
    project = load(made.parent / "my own folder" / "case.isocost")
    assert SECRET in project.scenario.note
    assert SECRET in project.scenario.annotation("accelerator.rent").note
    assert project.views["later"] == {"path": "kept"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("private: all of it", ""),
        ("seen\nprivate: pays 7\nin May", "seen\nin May"),
        ("  PRIVATE:x\nkept", "kept"),
        ("a private: matter", "a private: matter"),
        ("kept\n\nlines\n", "kept\n\nlines\n"),
    ],
)
def test_private_lines_stay_behind(text: str, left: str) -> None:
    assert shareable(text) == left


def test_parents_and_unread_parts_are_cleaned_too() -> None:
    parent = DEFAULT.annotate("accelerator.rent", note="private: secret")
    child = type(parent)(name="Child", parent=parent, unknown={"log": ["/home/jo/x/run.csv"]})
    text = payload(child)
    assert b"secret" not in text
    assert b"/home/jo" not in text
    assert public(from_bytes(text).scenario) == from_bytes(text).scenario


_OWN_CLUSTER = r"""
import contextlib, os
from pathlib import Path
from engine.study import crowd
crowd.prepare = lambda simulated: None
listening = {}
with contextlib.ExitStack() as stack:
    client = crowd._started(crowd.library(), 1, False, False, stack)
    for table in ("tcp", "tcp6"):
        for line in Path("/proc/net", table).read_text().splitlines()[1:]:
            words = line.split()
            if words[3] == "0A":
                listening[words[9]] = words[1].split(":")[0]
    own = [str(entry.readlink()) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()]
    print(sorted({listening[name[8:-1]] for name in own if name[8:-1] in listening}))
    client.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="tables of sockets as Linux has them")
def test_a_study_of_ones_own_listens_to_this_machine_alone() -> None:
    pytest.importorskip("distributed")
    done = _run(_OWN_CLUSTER)
    assert done.returncode == 0, done.stderr[-2000:]
    # 127.0.0.1, as the table writes it.
    assert done.stdout.splitlines()[-1] in {"[]", "['0100007F']"}
