"""Scenarios carried by pictures, documents and sheets come back whole, or a clear word comes instead."""

import contextlib
import io
import json
import struct
import zipfile
import zlib

import pytest

from engine import files, share
from engine.cli import main
from engine.digest import library_digest
from engine.errors import ScenarioFileError
from engine.files import carriers
from engine.scenario import DEFAULT
from engine.share.private import without_paths
from engine.share.workbook import workbook

CASE = DEFAULT.child("Ñandú & <co>").with_value("accelerator.rent", 3.21)
PAYLOAD = share.payload(CASE, DEFAULT, {"frontier": {"x": "ttft_p95", "y": "gross_margin"}}, "frontier")


def chunk(sort, body):
    return struct.pack(">I", len(body)) + sort + body + struct.pack(">I", zlib.crc32(sort + body))


PIXEL = b"".join((
    b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
    chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b""),
))  # fmt: skip
DRAWING = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'


def png(payload=PAYLOAD):
    return carriers.into_png(PIXEL, payload, {"Software": "Isocost"})


def svg(payload=PAYLOAD):
    return carriers.into_svg(DRAWING, payload, {"Software": 'Iso"cost'})


def pdf(payload=PAYLOAD, *, squeezed=True):
    body = zlib.compress(payload) if squeezed else payload
    squeeze = b"/Filter/FlateDecode" if squeezed else b""
    other = zlib.compress(b"q 1 0 0 1 0 0 cm Q" * 99)
    return b"".join((
        b"%PDF-1.7\n1 0 obj\n<</Length 9/Filter/FlateDecode>>\nstream\n", other, b"\nendstream\nendobj\n",
        b"2 0 obj\n<<", squeeze, b"/Length 7 0 R>>\nstream\r\n", body, b"\nendstream\nendobj\n%%EOF",
    ))  # fmt: skip


def xlsx(payload=PAYLOAD, lines=None):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        rows = "".join(f"<si><t>{line}</t></si>" for line in lines or carriers.armour(payload))
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/sharedStrings.xml", f"<sst>{rows}</sst>")
    return held.getvalue()


MAKERS = {".png": png, ".svg": svg, ".pdf": pdf, ".xlsx": xlsx}
carrier_cases = pytest.mark.parametrize("form", MAKERS)


@carrier_cases
def test_scenario_view_and_baseline_come_back_out_of_every_carrier(form, tmp_path):
    path = tmp_path / f"picture{form}"
    path.write_bytes(MAKERS[form]())
    project = files.load(path)
    assert project.scenario == CASE
    assert project.baseline == DEFAULT
    assert project.front == "frontier"
    assert project.views["frontier"]["y"] == "gross_margin"
    assert project.library == library_digest()
    assert project.carrier == form[1:].upper()


def test_attachment_that_is_not_compressed_is_read_too(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf(squeezed=False))
    assert files.load(tmp_path / "a.pdf").scenario == CASE


@carrier_cases
def test_command_line_evaluates_a_carrier_as_the_file_itself(form, tmp_path, capsys):
    told = []
    for name, data in ((f"p{form}", MAKERS[form]()), ("p.isocost", PAYLOAD)):
        (tmp_path / name).write_bytes(data)
        assert main(["evaluate", str(tmp_path / name), "--json"]) in {0, 1}
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]


@carrier_cases
def test_file_that_carries_nothing_is_told_by_name(form, tmp_path):
    bare = {".png": PIXEL, ".svg": DRAWING, ".pdf": b"%PDF-1.7\n%%EOF", ".xlsx": xlsx(lines=["hello"])}[form]
    (tmp_path / f"bare{form}").write_bytes(bare)
    with pytest.raises(ScenarioFileError, match=rf"bare\{form}.*carries no scenario"):
        files.load(tmp_path / f"bare{form}")


@carrier_cases
def test_what_unpacks_to_more_than_a_scenario_may_have_is_not_unpacked(form, tmp_path):
    huge = b'{ "active": 0, "schema": 1,' + b" " * (carriers.MAX_BYTES + 9)
    data = MAKERS[form](huge)
    assert len(data) < 300_000
    (tmp_path / f"bomb{form}").write_bytes(data)
    with pytest.raises(ScenarioFileError, match=rf"bomb\{form}.*unpacks to more than 16 MB"):
        files.load(tmp_path / f"bomb{form}")


def test_archive_that_unpacks_without_end_is_not_read(tmp_path):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for i in range(3):
            archive.writestr(f"xl/worksheets/sheet{i}.xml", bytes(30 * 2**20))
    (tmp_path / "bomb.xlsx").write_bytes(held.getvalue())
    with pytest.raises(ScenarioFileError, match="more than 64 MB"):
        files.load(tmp_path / "bomb.xlsx")


def test_entities_of_a_drawing_are_never_expanded(tmp_path):
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    text = f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY l0 "ha">{laughs}]><svg><desc>&l11;</desc></svg>'
    (tmp_path / "laughs.svg").write_text(text, "utf-8")
    with pytest.raises(ScenarioFileError, match="carries no scenario"):
        files.load(tmp_path / "laughs.svg")


def damaged():
    whole = png()
    at = whole.index(b"iTXt") + 60
    lines = carriers.armour(bytes(range(256)) * 400 + PAYLOAD)
    yield "checksum.png", whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], "checksum"
    yield "short.png", whole[: whole.index(b"iTXt") + 40], "cut off"
    yield "no-archive.xlsx", b"PK\x03\x04" + b"nothing" * 9, "damaged archive"
    yield (
        "half.svg",
        svg().replace(b"isocost-scenario:1/", b"isocost-scenario:1/9"),
        "parts of it are missing",
    )
    yield "bytes.xlsx", xlsx(lines=[lines[0].replace("eN", "eX", 1)]), "damaged"
    yield "secret.pdf", pdf() + b"<</Encrypt 4 0 R>>", "encrypted"
    yield "cut.pdf", pdf(squeezed=False).replace(b"endstream", b"")[:4000], "cut off"
    yield "json.png", png(b'{"active": 0, "schema": 1, '), "json.png"


@pytest.mark.parametrize(
    ("name", "data", "told"), list(damaged()), ids=lambda v: v if isinstance(v, str) else ""
)
def test_damaged_carrier_is_told_by_name_and_cause(name, data, told, tmp_path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ScenarioFileError, match=told) as refusal:
        files.load(tmp_path / name)
    assert str(refusal.value).startswith(name)


@pytest.mark.parametrize("cut", range(0, 4000, 131))
def test_no_cut_of_a_picture_raises_anything_else(cut, tmp_path):
    for form, make in MAKERS.items():
        path = tmp_path / f"cut{form}"
        path.write_bytes(make()[: 30 + cut])
        with contextlib.suppress(ScenarioFileError):
            files.load(path)


def test_file_that_is_too_large_is_not_read_into_memory(tmp_path):
    path = tmp_path / "large.png"
    with path.open("wb") as stream:
        stream.write(PIXEL)
        stream.truncate(carriers.MAX_CARRIER * 40)
    with pytest.raises(ScenarioFileError, match="larger than 64 MB"):
        files.load(path)


def test_two_files_of_one_scenario_are_equal_and_one_of_another_is_not():
    assert share.payload(CASE) == share.payload(CASE)
    assert share.payload(CASE) != share.payload(DEFAULT)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("/home/jo doe/models/config.json", "config.json"),
        (r"C:\Users\jo\bench.csv", "bench.csv"),
        ("~/private/config.json", "config.json"),
        ("measured on 2 nodes, see /home/jo/lab/run.csv, twice", "measured on 2 nodes, see run.csv, twice"),
        ("https://example.org/a/b.pdf", "https://example.org/a/b.pdf"),
        ("1/4 and 3/4 of requests/s, TP/PP/EP", "1/4 and 3/4 of requests/s, TP/PP/EP"),
        ("$/kW and $/M tokens", "$/kW and $/M tokens"),
    ],
)
def test_paths_of_the_machine_become_names_of_files(text, left):
    assert without_paths(text) == left


def test_carried_scenario_names_no_folder_of_its_author():
    entry = {"label": "Own", "note": "from /home/jo/x/part.toml", "values": {}}
    noted = CASE.annotate(
        "accelerator.rent", source="/home/jo/quotes/offer 7.pdf", note="see /home/jo/a/b.txt"
    )
    parts = {"accelerator/own": entry}
    said = share.payload(share.public(noted)), share.payload(noted)
    assert said[0] == said[1]
    assert b"/home" not in said[0]
    assert b"offer 7.pdf" in said[0]
    cleaned = share.public(type(noted)(name="x", parts=parts)).parts["accelerator/own"]
    assert cleaned == {"label": "Own", "note": "from part.toml", "values": {}}


def test_a_scenario_beside_a_table_larger_than_is_ever_unpacked_is_found(monkeypatch):
    pytest.importorskip("xlsxwriter")
    rows = share.Table("Long", (share.column("Cost", [i / 7 for i in range(30_000)], "$"),))
    made = workbook(CASE, rows, PAYLOAD)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        largest = max(member.file_size for member in archive.infolist())
    monkeypatch.setattr(carriers, "MAX_CARRIER", largest - 1)
    assert carriers.carried(made, "XLSX") == PAYLOAD
