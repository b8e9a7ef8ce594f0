"""Files made to hurt: each is refused in one clear line, in bounded memory and time, and nothing of it runs.

All of them are read in one process of their own under a limit of memory and of processor time, so that
what breaks a bound fails here and not on somebody's machine.
"""

import json
import subprocess
import sys
from typing import Any

import pytest

from engine.errors import ScenarioFileError
from engine.files import from_bytes
from engine.files.text import MAX_PROBLEMS

#: Memory beyond what the program has anyway [MB], and processor time of one file [s].
MEMORY = 400
SECONDS = 10.0

_READ_THEM = r"""
import base64, gzip, io, json, resource, struct, sys, time, tempfile, zipfile, zlib
from pathlib import Path
from engine.errors import IsocostError
from engine.files import Project, carriers, load, to_bytes
from engine.scenario import DEFAULT
from engine.validation.points import read as read_points

M = 2**20
HEAD = b'{"schema": 1,\n "scenarios": [{}],\n "x": '
MANY = b'{"schema": 1, "scenarios": ['
VALUES = MANY + b'{"values": {'

def chunk(sort, body=b""):
    return struct.pack(">I", len(body)) + sort + body + struct.pack(">I", zlib.crc32(sort + body))

def sheet(name, data, method=zipfile.ZIP_DEFLATED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.writestr(name, data)
    return held.getvalue()

def armoured(text):
    cuts = range(0, len(text), 30_000)
    lines = (text[at : at + 30_000] for at in cuts)
    return b"".join(b"isocost-scenario:%d/%d:%s;" % (i, len(cuts), line) for i, line in enumerate(lines, 1))

def badly_named():
    data = sheet("xl/worksheets/sheet1.xml", b"x").replace(b"sheet1", b"shee\xff1")
    flags = b"PK\1\2\x14\3\x14\0\0"
    return data.replace(flags + b"\0", flags + b"\x08")

def directory(count):
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 0, 20, *[0] * 8, 1, *[0] * 6) + b"a"
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 65535, 65535, len(entry) * count, 30, 0)
    return b"PK\3\4" + b"\0" * 26 + entry * count + end

def lzma_asking_for_4_gigabytes():
    data = bytearray(sheet("xl/worksheets/sheet1.xml", b"x" * 999, zipfile.ZIP_LZMA))
    at = data.index(b"\x5d\0\0", 30)
    data[at + 1 : at + 5] = b"\xff" * 4
    return bytes(data)

PNG = b"\x89PNG\r\n\x1a\n"
PDF = b"%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n"
BOMB = zlib.compress(b'{"active": 0,' + bytes(70 * M), 1)
CASES = {
    "deep.isocost": lambda: HEAD + b"[" * 400_000,
    "deep objects.isocost": lambda: HEAD + b'{"a":\n' * 100_000 + b"1" + b"}" * 100_000 + b"}",
    "deep parents.isocost": lambda: MANY + b'{"parent":' * 300 + b"{}" + b"}" * 300 + b"]}",
    "lists.isocost": lambda: HEAD + b"[[]" + b",[]" * (5 * M) + b"]}",
    "numbers.isocost": lambda: HEAD + b"[1" + b",1" * (7 * M) + b",NaN]}",
    "just few enough.isocost": lambda: HEAD + b"[\n1" + b",\n1" * 499_990 + b",NaN]}",
    "mistakes.isocost": lambda: VALUES + b'"a": 1'
    + b"".join(b',\n"k%d": 1' % i for i in range(100_000)) + b"}}]}",
    "unknown.isocost": lambda: VALUES + b'"a": {}'
    + b"".join(b',\n"k%d": {}' % i for i in range(100_000)) + b"}}, 1]}",
    "a huge tier.isocost": lambda: VALUES + b'"tier' + b"9" * 9000 + b'.a.b": 1}}]}',
    "a wrong unit.isocost": lambda: VALUES + b'"accelerator.rent": {"unit": "' + b"k" * (9 * M) + b'"}}}]}',
    "twice.isocost": lambda: b'{"schema": 1, "scenarios": [{}], "x": 1' + b',\n"x": 1' * 100_000 + b"}",
    "scenarios.isocost": lambda: b'{"schema": 1, "scenarios": [{}' + b",{}" * 20_000 + b"]}",
    "a long number.isocost": lambda: HEAD + b"9" * (15 * M) + b"}",
    "a long fraction.isocost": lambda: b'{"schema": 1, "scenarios": [{"name": 0.' + b"123456789" * M + b"}]}",
    "a long text.isocost": lambda: b'{"schema": 1, "scenarios": [3], "x": "' + b"a\\n" * (5 * M) + b'"}',
    "a long key.isocost": lambda: VALUES + b'"' + b"k" * (15 * M) + b'": 1}}]}',
    "100 MB.isocost": lambda: b'{"schema": 1,' + bytes(100 * M),
    "zeros.isocost": lambda: bytes(15 * M),
    "utf-16.isocost": lambda: to_bytes(Project((DEFAULT,))).decode().encode("utf-16"),
    "noise.isocost": lambda: b"{" + bytes(range(128, 256)) * 1000,
    "chunks.png": lambda: PNG + chunk(b"iTXt") * (4 * M),
    "chunk.png": lambda: PNG + struct.pack(">I", 2**32 - 1) + b"iTXt" + b"isocost\0\1\0",
    "bomb.png": lambda: PNG + chunk(b"iTXt", b"isocost\0\1\0\0\0" + BOMB) + chunk(b"IEND"),
    "bomb.pdf": lambda: PDF + BOMB + b"\nendstream",
    "streams.pdf": lambda: b"%PDF-1.7\n" + b"1 0 obj\n<</FlateDecode>>\nstream\nx\x9c\n" * M,
    "marks.svg": lambda: b"<svg>isocost-scenario:1/1:" + (b"A" * 39_000 + b";isocost-scenario:9/9:") * 1600,
    "bomb.svg": lambda: b"<svg>" + armoured(base64.b64encode(BOMB)),
    "bomb.xlsx": lambda: sheet("xl/worksheets/sheet1.xml", bytes(70 * M)),
    "members.xlsx": lambda: directory(1_300_000),
    "memory.xlsx": lzma_asking_for_4_gigabytes,
    "name.xlsx": badly_named,
    "bomb.csv.gz": lambda: gzip.compress(bytes(64 * M), 1) * 5,
    "broken.csv.gz": lambda: gzip.compress(b"x" * 99)[:-9] + b"\xff" * 40,
}
folder = Path(sys.argv[1])
for name, make in CASES.items():
    (folder / name).write_bytes(make())
BOMB = b""
used = int(next(line for line in open("/proc/self/status") if line.startswith("VmSize")).split()[1]) * 1024
resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv[2]) * M,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
for name in CASES:
    started = time.process_time()
    try:
        (read_points if name.endswith(".gz") else load)(folder / name)
        told = None
    except IsocostError as error:
        told = str(error)
    except BaseException as error:
        told = f"!{error!r}"
    print(json.dumps([name, told, time.process_time() - started]))
"""

TOLD = {
    "deep.isocost": "line 3: the file is nested deeper than 200 levels",
    "deep objects.isocost": "line 202: the file is nested deeper than 200 levels",
    "deep parents.isocost": "line 1: the file is nested deeper than 200 levels",
    "lists.isocost": "more than 500,000 values",
    "numbers.isocost": "more than 500,000 values",
    "just few enough.isocost": "line 499994: x[499991]: NaN is not a finite number",
    "mistakes.isocost": f"line 1: scenarios[0].values.a: must be an object such as "
    f'{{"value": 1}}, not 1 (and {MAX_PROBLEMS - 1} more problems)',
    "unknown.isocost": "line 100001: scenarios[1]: must be a scenario",
    "a huge tier.isocost": "must be an object such as",
    "a wrong unit.isocost": "does not measure money/time; use",
    "twice.isocost": f"line 2: x: the key stands twice (and {MAX_PROBLEMS - 1} more problems)",
    "scenarios.isocost": "line 1: scenarios[5000]: the file holds more than 5,000 scenarios",
    "a long number.isocost": f"line 3: x: {'9' * 40} is not a finite number",
    "a long fraction.isocost": "line 1: scenarios[0].name: must be text in quotes, not 0.123",
    "a long text.isocost": "line 1: scenarios[0]: must be a scenario",
    "a long key.isocost": "line 1: scenarios[0].values.k",
    "100 MB.isocost": "larger than 16 MB",
    "zeros.isocost": "line 1: the file is binary and no scenario",
    "utf-16.isocost": "line 1: the text is UTF-16; save the file as UTF-8",
    "noise.isocost": "line 1: the text is not UTF-8",
    "chunks.png": "carries no scenario",
    "chunk.png": "the PNG file is cut off",
    "bomb.png": "unpacks to more than 16 MB",
    "bomb.pdf": "unpacks to more than 16 MB",
    "streams.pdf": "carries no scenario",
    "marks.svg": "larger than any scenario",
    "bomb.svg": "unpacks to more than 16 MB",
    "bomb.xlsx": "unpacks to more than 64 MB",
    "members.xlsx": "1,300,000 members",
    "memory.xlsx": "packed in a way that no sheet is",
    "name.xlsx": "damaged archive",
    "bomb.csv.gz": "holds more than 128 MB",
    "broken.csv.gz": "give a CSV file of measured points",
}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str | None, float]]:
    """What became of each file: what was told, and the processor time it took [s]."""
    folder = tmp_path_factory.mktemp("hostile")
    done = subprocess.run(
        [sys.executable, "-c", _READ_THEM, str(folder), str(MEMORY)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: list[list[Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    return {name: (told, seconds) for name, told, seconds in found}


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory as Linux keeps them")
@pytest.mark.parametrize("name", sorted(TOLD))
def test_hostile_file_is_refused_in_one_line_in_bounded_memory_and_time(
    name: str, read: dict[str, tuple[str | None, float]]
) -> None:
    told, seconds = read[name]
    assert told is not None, "it was read"
    assert TOLD[name] in told
    assert name in told
    assert "\n" not in told
    assert len(told) < 1000
    assert seconds < SECONDS


@pytest.mark.parametrize("key", ["__proto__", "__class__", "__reduce__", "!!python/object/apply:os.system"])
def test_words_that_mean_code_elsewhere_are_data_here(key: str) -> None:
    text = json.dumps({"schema": 1, "scenarios": [{key: ["id"]}], key: {"args": ["id"]}})
    project = from_bytes(text.encode())
    assert project.unknown == {key: {"args": ["id"]}}
    assert project.scenario.unknown == {key: ["id"]}


def test_number_that_fills_a_line_is_cut_in_the_message() -> None:
    with pytest.raises(ScenarioFileError) as caught:
        from_bytes(b'{"schema": 1, "scenarios": [{"name": ' + b"7" * 290 + b"}]}")
    assert len(str(caught.value)) < 200
