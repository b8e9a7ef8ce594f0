"""Looks whether every link of a built site leads somewhere: file and anchor."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Reader(HTMLParser):
    """Collects the anchors and the links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.append(value)
            elif name in {"href", "src"} and value:
                self.links.append(value)
            elif name == "srcset" and value:
                self.links += [part.split()[0] for part in value.split(",")]


def read(path: Path) -> tuple[list[str], list[str]]:
    """Return the anchors and the links of a page."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader.anchors, reader.links


def broken(folder: Path) -> list[str]:
    """Return what is wrong with links and anchors in `folder`: "page: link", each once, sorted."""
    pages = {path.name: read(path) for path in sorted(folder.glob("*.html"))}
    found = set()
    for name, (anchors, links) in pages.items():
        found |= {f"{name}: #{anchor} twice" for anchor in anchors if anchors.count(anchor) > 1}
        for link in links:
            parts = urlsplit(link)
            if parts.scheme in {"http", "https", "mailto"}:
                continue
            target, anchor = unquote(parts.path) or name, unquote(parts.fragment)
            if parts.scheme or not (folder / target).is_file() or (anchor and anchor not in pages[target][0]):
                found.add(f"{name}: {link}")
    return sorted(found)
