"""Pictures, documents and sheets that carry a scenario file, and how it is taken out of them again.

The content of a `.isocost` file travels

- in a PNG as a compressed text chunk named `isocost`,
- in a PDF as an attached file, which any reader of PDFs shows and saves,
- in an SVG's metadata and in a hidden sheet of an XLSX as lines of `armour`: marked base64 of the
  compressed bytes, so that it survives programs that write such files anew.

What comes back is text that the ordinary reader of scenarios judges; nothing in a carrier is ever run.
Every size is bounded before memory is asked for: of the file, of each member, of what is unpacked.
"""

import base64
import binascii
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from engine.errors import ScenarioFileError
from engine.files.text import MAX_BYTES

#: Largest carrier that is read [B].
MAX_CARRIER: Final = 64 * 2**20
#: Name of the attachment of a PDF, and of the file it is saved as.
ATTACHED: Final = "scenario.isocost"
_KEYWORD: Final = b"isocost"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MARK: Final = "isocost-scenario"
_LINE: Final = 30_000
_MAX_MEMBERS: Final = 2_000
_MEMBER: Final = b"PK\x01\x02"
# What zipfile is known to raise on damaged bytes; a bad name is a ValueError, a bad field a struct.error.
_BROKEN_ARCHIVE: Final = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, OverflowError,
    struct.error, zlib.error,
)  # fmt: skip
_MAX_STREAMS: Final = 20_000
_MAX_CHUNKS: Final = 100_000
#: Longest dictionary of a stream that is looked at [B].
_DICTIONARY: Final = 2048
_ARMOURED: Final = re.compile(rb"isocost-scenario:(\d{1,5})/(\d{1,5}):([A-Za-z0-9+/=]{1,40000});")


def kind_of(head: bytes) -> str:
    """Return what a file that begins with `head` is: "PNG", "PDF", "XLSX", "SVG", or "" for none of them."""
    if head.startswith(_PNG):
        return "PNG"
    if head.startswith(b"%PDF-"):
        return "PDF"
    if head.startswith(b"PK\x03\x04"):
        return "XLSX"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return "SVG" if text.startswith((b"<?xml", b"<svg", b"<!--", b"<!DOCTYPE svg")) else ""


def carried(data: bytes, kind: str) -> bytes:
    """Return the scenario file that `data`, a whole file of `kind`, carries.

    Raises
    ------
    ScenarioFileError
        If it carries none, is damaged, or would unpack to more than a scenario may have.
    """
    if len(data) > MAX_CARRIER:
        raise ScenarioFileError(f"the file is larger than {MAX_CARRIER // 2**20} MB and was not read")
    found = _READERS[kind](data)
    if found is None:
        raise ScenarioFileError(
            f"this {kind} file carries no scenario; those that Isocost exports do, unless a program that "
            "drops such data has written them anew"
        )
    return found


def unpacked(data: bytes, most: int = MAX_BYTES) -> bytes:
    """Return `data` decompressed; raise `ScenarioFileError` where it is damaged or gives more than `most`."""
    worker = zlib.decompressobj()
    try:
        made = worker.decompress(data, most + 1)
    except zlib.error:
        raise ScenarioFileError("the scenario inside is damaged: its bytes do not unpack") from None
    if len(made) > most:
        raise ScenarioFileError(f"what lies inside unpacks to more than {most // 2**20} MB and was not read")
    if not worker.eof:
        raise ScenarioFileError("the scenario inside is damaged: it is cut off")
    return made


# -- armour ----------------------------------------------------------------------------------------


def armour(payload: bytes) -> list[str]:
    """Return `payload` as marked lines of text, each short enough for a cell of a sheet."""
    text = base64.b64encode(zlib.compress(payload, 9)).decode()
    lines = [text[at : at + _LINE] for at in range(0, len(text), _LINE)]
    return [f"{_MARK}:{i}/{len(lines)}:{line};" for i, line in enumerate(lines, 1)]


def unarmoured(texts: Iterator[bytes]) -> bytes | None:
    """Return what the marked lines anywhere in `texts` hold, None where there are none."""
    parts: dict[int, bytes] = {}
    count = size = 0
    for text in texts:
        for match in _ARMOURED.finditer(text):
            parts[int(match[1])], count = match[3], int(match[2])
            size += len(match[3])
            if size > 2 * MAX_BYTES:
                raise ScenarioFileError("what lies inside is larger than any scenario and was not read")
        if parts and sorted(parts) == list(range(1, count + 1)):
            break
    if not parts:
        return None
    if sorted(parts) != list(range(1, count + 1)):
        raise ScenarioFileError("the scenario inside is damaged: parts of it are missing")
    try:
        packed = base64.b64decode(b"".join(parts[i] for i in range(1, count + 1)), validate=True)
    except binascii.Error:
        raise ScenarioFileError("the scenario inside is damaged: its text was changed") from None
    return unpacked(packed)


# -- PNG -------------------------------------------------------------------------------------------


def into_png(picture: bytes, payload: bytes, notes: dict[str, str]) -> bytes:
    """Return the PNG `picture` with `payload` and `notes`, short Latin texts by keyword, before its end."""
    end = picture.rindex(b"IEND") - 4
    made = [_text_chunk(name.encode("latin-1"), value.encode("latin-1")) for name, value in notes.items()]
    packed = _KEYWORD + b"\0\1\0\0\0" + zlib.compress(payload, 9)
    return b"".join((picture[:end], *made, _chunk(b"iTXt", packed), picture[end:]))


def _text_chunk(keyword: bytes, text: bytes) -> bytes:
    return _chunk(b"tEXt", keyword + b"\0" + text)


def _chunk(sort: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + sort + body + struct.pack(">I", zlib.crc32(sort + body))


def _from_png(data: bytes) -> bytes | None:
    at = len(_PNG)
    for _ in range(_MAX_CHUNKS):
        if at + 12 > len(data):
            break
        (size,) = struct.unpack_from(">I", data, at)
        sort = data[at + 4 : at + 8]
        if at + 12 + size > len(data):
            raise ScenarioFileError("the PNG file is cut off")
        if sort == b"iTXt" and data.startswith(_KEYWORD + b"\0", at + 8):
            body = data[at + 8 : at + 8 + size]
            if zlib.crc32(sort + body) != struct.unpack_from(">I", data, at + 8 + size)[0]:
                raise ScenarioFileError("the scenario inside is damaged: its checksum does not fit")
            packed, method = body[len(_KEYWORD) + 1], body[len(_KEYWORD) + 2]
            text = body[len(_KEYWORD) + 3 :].split(b"\0", 2)
            if len(text) != 3 or method != 0:
                raise ScenarioFileError(
                    "the scenario inside is damaged: its chunk is none that Isocost writes"
                )
            return unpacked(text[2]) if packed else text[2]
        at += 12 + size
    return None


# -- SVG -------------------------------------------------------------------------------------------


def into_svg(picture: bytes, payload: bytes, notes: dict[str, str]) -> bytes:
    """Return the SVG `picture` with `payload` and `notes` in its metadata."""
    from xml.sax.saxutils import escape, quoteattr

    head = picture.index(b"<svg")
    start = picture.index(b">", head) + 1
    said = "".join(f" {name.lower()}={quoteattr(value)}" for name, value in notes.items())
    lines = "\n".join(escape(line) for line in armour(payload))
    block = f'\n<metadata><isocost xmlns="urn:isocost:scenario"{said}>\n{lines}\n</isocost></metadata>'
    return picture[:start] + block.encode() + picture[start:]


def _from_svg(data: bytes) -> bytes | None:
    # Read as bytes: an XML parser would have to be kept from entities, and is not needed.
    return unarmoured(iter((data,)))


# -- PDF -------------------------------------------------------------------------------------------


def _from_pdf(data: bytes) -> bytes | None:
    if b"/Encrypt" in data[-4096:]:
        raise ScenarioFileError("the PDF is encrypted, so what it carries cannot be read")
    at = 0
    # Attached files are streams like all others, wherever a program has put the table that names them.
    for _ in range(_MAX_STREAMS):
        at = data.find(b"stream", at)
        if at < 0:
            break
        start, at = at, at + len(b"stream")
        if data[start - 3 : start] == b"end" or data[at : at + 1] not in {b"\r", b"\n"}:
            continue
        body = at + (2 if data[at : at + 2] == b"\r\n" else 1)
        said = data[max(0, start - _DICTIONARY) : start].rpartition(b" obj")[2]
        found = _stream(data, said, body)
        if found is not None:
            return found
    return None


def _stream(data: bytes, said: bytes, body: int) -> bytes | None:
    """Return the stream at `body`, of which a dictionary says `said`, if it is a scenario file."""
    if b"/FlateDecode" in said:
        try:
            head = zlib.decompressobj().decompress(data[body : body + 1024], 1024)
        except zlib.error:
            return None
        return unpacked(data[body : body + MAX_BYTES]) if _begins(head) else None
    if b"/Filter" in said or not _begins(data[body : body + 1024]):
        return None
    end = data.find(b"endstream", body)
    if end < 0:
        raise ScenarioFileError("the PDF file is cut off")
    return data[body:end].rstrip(b"\r\n")


def _begins(text: bytes) -> bool:
    """Return whether `text` may be the beginning of a scenario file."""
    return text.lstrip().startswith(b"{") and b'"active"' in text


# -- XLSX ------------------------------------------------------------------------------------------


def _from_xlsx(data: bytes) -> bytes | None:
    # Counted before the archive is opened: zipfile makes an object of half a kilobyte for each at once.
    members = data.count(_MEMBER)
    if members > _MAX_MEMBERS:
        raise ScenarioFileError(f"the archive has {members:,} members and was not read")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return unarmoured(_sheets(archive))
    except _BROKEN_ARCHIVE:
        raise ScenarioFileError("the file is a damaged archive, or an encrypted one") from None


def _sheets(archive: zipfile.ZipFile) -> Iterator[bytes]:
    left = MAX_CARRIER
    # The scenario is short: it is found before a table of a million rows would be unpacked.
    for member in sorted(archive.infolist(), key=lambda member: member.file_size):
        if not re.fullmatch(r"xl/(sharedStrings|worksheets/[^/]+)\.xml", member.filename):
            continue
        if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            # Others may ask for gigabytes in a header of a few bytes.
            raise ScenarioFileError("the archive is packed in a way that no sheet is, and was not read")
        with archive.open(member) as stream:
            text = stream.read(left + 1)
        left -= len(text)
        if left < 0:
            raise ScenarioFileError(
                f"what lies inside unpacks to more than {MAX_CARRIER // 2**20} MB and was not read"
            )
        yield text


_READERS: Final[dict[str, Callable[[bytes], bytes | None]]] = {
    "PNG": _from_png,
    "SVG": _from_svg,
    "PDF": _from_pdf,
    "XLSX": _from_xlsx,
}
