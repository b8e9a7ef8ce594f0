"""`isocost install-desktop`: menu entry, icon and file type for the user who asks, as freedesktop.org has it.

Everything goes into folders of the user (`XDG_DATA_HOME`): no rights are needed, nobody else is concerned.
Imports no Qt.
"""

import argparse
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Final, NoReturn
from xml.sax.saxutils import escape

from engine.errors import IsocostError
from engine.files.atomic import reason, write_atomically

NAME: Final = "isocost"
MIME: Final = "application/x-isocost"
_PATIENCE: Final = 60

#: Characters that make the specification of desktop entries ask for quotes around an argument.
_RESERVED: Final = frozenset(" \t\n\"'\\><~|&;$*?#()`")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise IsocostError(f"install-desktop: {message}")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command."""
    made = _Parser(
        prog="isocost install-desktop",
        description="Put Isocost into the menu of your desktop and let .isocost files open with it.",
    )
    made.add_argument("--remove", action="store_true", help="take all of it away again")
    return made


def main(argv: list[str]) -> int:
    """Install or remove; tell what was done; return 0."""
    arguments = parser().parse_args(argv)
    if sys.platform in {"win32", "darwin"}:
        raise IsocostError(
            "install-desktop is for desktops that follow freedesktop.org; on this system choose Isocost once "
            "under 'Open with' for a .isocost file"
        )
    for line in remove(data_home()) if arguments.remove else install(data_home(), command()):
        print(line)
    return 0


def data_home() -> Path:
    """Return the folder of the user's data, `XDG_DATA_HOME` where it is set."""
    import platformdirs

    return platformdirs.user_data_path()


def command() -> list[str]:
    """Return what starts this Isocost from anywhere, each argument by itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    script = Path(sys.executable).with_name(NAME)
    # The link of an environment is kept: what it points to knows nothing of the environment.
    return [str(script)] if script.is_file() else [sys.executable, "-m", "gui"]


def quoted(arguments: list[str]) -> str:
    """Return `arguments` as the value of `Exec` in a desktop entry."""
    made = []
    for argument in arguments:
        text = argument.replace("%", "%%")
        if _RESERVED & set(text):
            for character in '\\"`$':
                text = text.replace(character, f"\\{character}")
            text = f'"{text}"'
        made.append(text.replace("\\", "\\\\"))
    return " ".join(made)


def entry(arguments: list[str]) -> str:
    """Return the desktop entry that starts `arguments`."""
    root = "" if len(arguments) == 1 else f"Path={Path(__file__).resolve().parent.parent}\n"
    return f"""[Desktop Entry]
Type=Application
Version=1.1
Name=Isocost
GenericName=Economics of AI inference
GenericName[de]=Wirtschaftlichkeit von KI-Inferenz
Comment=What a token costs, how long the user waits, and whether the call earns its keep
Comment[de]=Was ein Token kostet, wie lange man wartet und ob sich der Aufruf lohnt
Exec={quoted(arguments)} %f
{root}Icon={NAME}
Terminal=false
Categories=Office;Finance;
Keywords=inference;token;cost;margin;latency;GPU;LLM;
MimeType={MIME};
StartupWMClass={NAME}
StartupNotify=true
"""


def mime_package() -> str:
    """Return the description of the file type for the shared MIME database."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{escape(MIME)}">
    <comment>Isocost scenario</comment>
    <comment xml:lang="de">Isocost-Szenario</comment>
    <sub-class-of type="application/json"/>
    <glob pattern="*.isocost"/>
  </mime-type>
</mime-info>
"""


def contents(arguments: list[str]) -> dict[str, bytes]:
    """Return what is installed: path below the folder of data -> content."""
    picture = files("resources").joinpath("icons", f"{NAME}.svg").read_bytes()
    return {
        f"applications/{NAME}.desktop": entry(arguments).encode(),
        f"mime/packages/{NAME}.xml": mime_package().encode(),
        f"icons/hicolor/scalable/apps/{NAME}.svg": picture,
        f"icons/hicolor/scalable/mimetypes/{MIME.replace('/', '-')}.svg": picture,
    }


def install(home: Path, arguments: list[str]) -> list[str]:
    """Write all files below `home` that are not there as they should be; return what to tell.

    Raises
    ------
    IsocostError
        A file cannot be written.
    """
    told = []
    for name, content in contents(arguments).items():
        path = home / name
        try:
            if path.is_file() and path.read_bytes() == content:
                told.append(f"as it was: {path}")
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, content)
        except OSError as error:
            raise IsocostError(f"install-desktop cannot write {path}: {reason(error)}") from error
        told.append(f"written: {path}")
    return told + _renew(home)


def remove(home: Path) -> list[str]:
    """Take away what `install` wrote below `home`; return what to tell."""
    told = []
    for name in contents([NAME]):
        path = home / name
        try:
            if path.is_file():
                path.unlink()
                told.append(f"removed: {path}")
        except OSError as error:
            raise IsocostError(f"install-desktop cannot remove {path}: {reason(error)}") from error
    return told + _renew(home) if told else [f"nothing of Isocost is in {home}"]


def _renew(home: Path) -> list[str]:
    """Let the desktop read what changed; return what could not be done."""
    told = []
    for program, folder in (
        ("update-mime-database", home / "mime"),
        ("update-desktop-database", home / "applications"),
        ("gtk-update-icon-cache", home / "icons" / "hicolor"),
    ):
        found = shutil.which(program)
        if found is None or not folder.is_dir():
            continue
        options = ["--force", "--ignore-theme-index", "--quiet"] if "icon" in program else []
        try:
            done = subprocess.run(
                [found, *options, str(folder)], capture_output=True, text=True, check=False, timeout=_PATIENCE
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            told.append(f"{program} did not run ({error}); the desktop may show the change at the next login")
            continue
        if done.returncode:
            told.append(f"{program}: {done.stderr.strip().splitlines()[-1:] or done.returncode}")
    return told
