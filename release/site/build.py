"""Builds the site: `python -m release.site.build [OUT]`."""

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

from engine.version import version
from release.site.links import broken
from release.site.reference import Page, generated, residuals, slug

ROOT: Final = Path(__file__).resolve().parents[2]
HERE: Final = Path(__file__).parent
DOCS: Final = ROOT / "docs"
OUT: Final = ROOT / "build" / "docs"

#: Written pages: file below docs/ -> section of the contents, in order.
WRITTEN: Final[dict[str, str]] = {
    "index": "Start", "tutorial": "Start", "concepts": "Start", "notebook": "Start",
    "study": "Start", "extend": "Start", "validation": "How wrong it is", "operators": "How wrong it is",
}  # fmt: skip
SECTIONS: Final = (
    "Start", "The window", "Inputs", "Figures and formulas", "Reference", "Catalogue", "How wrong it is",
)  # fmt: skip
THEMES: Final = ("light", "dark")
_SIZE: Final = "1280x720"
#: A picture of a written page is named `shots/SCENARIO--VIEW.png`; the application draws it.
_SHOT: Final = re.compile(r"<img src=\"shots/([\w-]+)--([\w-]+)\.png\" alt=\"([^\"]*)\"[^>]*>")

Draw = Callable[[str, str, str, Path], None]


def draw(scenario: str, view: str, theme: str, out: Path) -> None:
    """Let the application draw `view` of `scenario`."""
    from gui import screenshot

    screenshot.main([scenario, "--view", view, "--theme", theme, "--size", _SIZE, "--out", str(out)])


def written() -> list[Page]:
    """Return the pages that people wrote, from Markdown; the residuals stand under the validation report."""
    markdown = (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .use(anchors_plugin, max_level=3, slug_func=slug)
    )
    made = []
    for name, section in WRITTEN.items():
        body = markdown.render((DOCS / f"{name}.md").read_text("utf-8"))
        body = re.sub(r'href="([\w-]+)\.md(#[\w-]*)?"', r'href="\1.html\2"', body)
        title = re.search(r"<h1[^>]*>(.*?)</h1>", body)
        body = body.replace("<table>", "<div class='wide'><table>").replace("</table>", "</table></div>")
        if name == "validation":
            body += f"<h2 id='residuals'>Residuals today</h2>{residuals()}"
        made.append(Page(name, title[1] if title else name, section, body))
    return made


def with_pictures(page: Page, out: Path, how: Draw) -> Page:
    """Draw the pictures that a page names, light and dark, and let the reader's theme choose."""

    def one(found: re.Match[str]) -> str:
        stem = f"{found[1]}--{found[2]}"
        for theme in THEMES:
            path = out / f"{stem}-{theme}.png"
            if not path.exists():
                how(found[1], found[2], theme, path)
        return (
            f'<picture><source srcset="{stem}-dark.png" media="(prefers-color-scheme: dark)">'
            f'<img src="{stem}-light.png" alt="{found[3]}" loading="lazy" width="1280" height="720">'
            "</picture>"
        )

    return Page(page.name, page.title, page.section, _SHOT.sub(one, page.body))


def build(out: Path = OUT, how: Draw = draw) -> list[str]:
    """Build the site into `out`, anew; return its broken links.

    Parameters
    ----------
    how : callable
        Draws a picture: (scenario, view, theme, file).
    """
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    pages = [with_pictures(page, out, how) for page in written()] + generated()
    contents = [(name, [page for page in pages if page.section == name]) for name in SECTIONS]
    assert sum(len(group) for _, group in contents) == len(pages), "a page stands in no section"
    template = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    ).get_template("page.html")
    for page in pages:
        text = template.render(page=page, contents=contents, version=version())
        (out / f"{page.name}.html").write_text(text, "utf-8")
    shutil.copyfile(HERE / "style.css", out / "style.css")
    shutil.copyfile(ROOT / "resources" / "icons" / "isocost.svg", out / "isocost.svg")
    return broken(out)


def main(argv: list[str]) -> int:
    """Build the site, tell what it holds; return 1 where a link leads nowhere."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(argv[0]) if argv else OUT
    wrong = build(out)
    for line in wrong:
        print(f"leads nowhere: {line}", file=sys.stderr)
    files = [path for path in out.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    pages = sum(path.suffix == ".html" for path in files)
    print(f"{out}: {pages} pages, {size:.1f} MB, {len(wrong)} broken links")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
