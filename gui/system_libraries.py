"""Which system libraries Qt needs, which are missing, and the packages that hold them.

The wheels of Qt bring everything but a few libraries of the system. Without them Python shows a
traceback, or Qt aborts the process, and neither tells what to install. Imports no Qt.
"""

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

#: Library name without version -> package on Debian and Ubuntu, Fedora, Arch.
PACKAGES: Final[dict[str, tuple[str, str, str]]] = {
    "libEGL": ("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL": ("libgl1", "libglvnd-glx", "libglvnd"),
    "libGLX": ("libglx0", "libglvnd-glx", "libglvnd"),
    "libOpenGL": ("libopengl0", "libglvnd-opengl", "libglvnd"),
    "libGLdispatch": ("libglvnd0", "libglvnd", "libglvnd"),
    "libxkbcommon": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libxkbcommon-x11": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libdbus-1": ("libdbus-1-3", "dbus-libs", "dbus"),
    "libfontconfig": ("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype": ("libfreetype6", "freetype", "freetype2"),
    "libglib-2.0": ("libglib2.0-0", "glib2", "glib2"),
    "libgthread-2.0": ("libglib2.0-0", "glib2", "glib2"),
    "libz": ("zlib1g", "zlib", "zlib"),
    "libzstd": ("libzstd1", "libzstd", "zstd"),
    "libstdc++": ("libstdc++6", "libstdc++", "gcc-libs"),
    "libX11": ("libx11-6", "libX11", "libx11"),
    "libX11-xcb": ("libx11-xcb1", "libX11-xcb", "libx11"),
    "libSM": ("libsm6", "libSM", "libsm"),
    "libICE": ("libice6", "libICE", "libice"),
    "libxcb": ("libxcb1", "libxcb", "libxcb"),
    "libxcb-cursor": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-icccm": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image": ("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-render-util": ("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    "libxcb-util": ("libxcb-util1", "xcb-util", "xcb-util"),
    **{
        f"libxcb-{part}": (f"libxcb-{part}0", "libxcb", "libxcb")
        for part in ("glx", "randr", "render", "shape", "shm", "xfixes", "xinerama", "xinput")
    },
    "libxcb-sync": ("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-xkb": ("libxcb-xkb1", "libxcb", "libxcb"),
    "libwayland-client": ("libwayland-client0", "libwayland-client", "wayland"),
    "libwayland-cursor": ("libwayland-cursor0", "libwayland-cursor", "wayland"),
    "libwayland-egl": ("libwayland-egl1", "libwayland-egl", "wayland"),
}

_INSTALL: Final = (
    ("Debian, Ubuntu", "sudo apt-get install"),
    ("Fedora", "sudo dnf install"),
    ("Arch", "sudo pacman -S"),
)

#: Platform names whose plugin file is called otherwise.
_PLUGIN_FILES: Final = {"wayland-egl": "wayland"}

_SHARED_OBJECT: Final = re.compile(r"\b(lib[\w.+-]+\.so(?:\.\d+)*)")


def linux() -> bool:
    """Whether this system resolves shared libraries as told here."""
    return sys.platform.startswith("linux")


def package_of(library: str) -> tuple[str, str, str] | None:
    """Return the packages that hold `library`, such as `libEGL.so.1`; None where unknown."""
    return PACKAGES.get(library.split(".so", maxsplit=1)[0])


def install_text(libraries: Iterable[str]) -> str:
    """Return what to install for `libraries`, one line per distribution."""
    known = [packages for packages in map(package_of, libraries) if packages]
    lines = []
    for column, (system, command) in enumerate(_INSTALL):
        names = sorted({packages[column] for packages in known})
        if names:
            lines.append(f"  {system + ':':<16}{command} {' '.join(names)}")
    unknown = sorted(library for library in libraries if package_of(library) is None)
    if unknown:
        lines.append(f"  Anywhere:       find the package that holds {', '.join(unknown)}")
    return "\n".join(lines)


def qt_folder() -> Path | None:
    """Return the folder of the installed PySide6, None where there is none."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent


def module_files() -> list[Path]:
    """Return the binary modules of Qt that the window imports."""
    folder = qt_folder()
    if folder is None:
        return []
    names = ("QtCore", "QtGui", "QtWidgets", "QtSvg")
    return [path for name in names for path in sorted(folder.glob(f"{name}.*so"))]


def platform_plugins() -> dict[str, Path]:
    """Return the platform plugins that came with Qt, by name."""
    folder = qt_folder()
    if folder is None:
        return {}
    files = sorted((folder / "Qt" / "plugins" / "platforms").glob("libq*.so"))
    return {path.stem.removeprefix("libq"): path for path in files}


def missing_libraries(files: Iterable[Path]) -> list[str]:
    """Return the libraries that `files` need and the system has not, sorted.

    Asks `ldd`, which finds all of them; where there is none, loading finds the first of each file.
    """
    if not linux():
        return []
    import shutil
    import subprocess

    paths = [str(path) for path in files]
    if paths and shutil.which("ldd"):
        answer = subprocess.run(["ldd", *paths], capture_output=True, text=True, check=False, timeout=30)
        return sorted(set(re.findall(r"^\s*(\S+) => not found", answer.stdout, re.MULTILINE)))
    return sorted({name for path in paths for name in _first_missing(path)})


def _first_missing(path: str) -> list[str]:
    try:
        ctypes.CDLL(path)
    except OSError as error:
        return _SHARED_OBJECT.findall(str(error))[:1]
    return []


def missing_text(libraries: list[str], use: str) -> str:
    """Return the message for missing `libraries` that `use` cannot do without."""
    verb = "a system library is" if len(libraries) == 1 else "system libraries are"
    return f"{use}: {verb} missing: {', '.join(libraries)}. Install:\n{install_text(libraries)}"


def explain_import_error(error: ImportError) -> str:
    """Return what stopped Qt from being imported, and the cure."""
    if isinstance(error, ModuleNotFoundError):
        return f"{error.name} is not installed: install Isocost with its dependencies, `pip install isocost`"
    libraries = missing_libraries(module_files()) or _SHARED_OBJECT.findall(str(error))[:1]
    if libraries:
        return missing_text(libraries, "Qt cannot start")
    return f"Qt cannot be loaded: {error}; `isocost doctor` tells more"


def wanted_platforms(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the platform plugins Qt will try for a window, first choice first; empty: no display."""
    asked = environment.get("QT_QPA_PLATFORM", "")
    if asked:
        return tuple(name.split(":")[0] for name in asked.split(";"))
    if environment.get("WAYLAND_DISPLAY"):
        return ("wayland", "xcb") if environment.get("DISPLAY") else ("wayland",)
    return ("xcb",) if environment.get("DISPLAY") else ()


def plugin_file(platform: str) -> Path | None:
    """Return the plugin that draws on `platform`, None where Qt brought none."""
    return platform_plugins().get(_PLUGIN_FILES.get(platform, platform))


def _x_server_answers(display: str) -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Not ours to judge: the plugin's own libraries were looked at before.
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode() or None, None))
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_socket_exists(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    return (Path(environment.get("XDG_RUNTIME_DIR", "")) / name).exists()


def platform_trouble(name: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """Return why Qt cannot open a window on platform `name`, None where it can."""
    path = plugin_file(name)
    if path is None:
        return f"Qt has no platform {name}; it has {', '.join(platform_plugins())}"
    if _first_missing(str(path)):
        return missing_text(missing_libraries([path]), f"Qt cannot open a window on {name}")
    if name == "xcb" and not _x_server_answers(environment.get("DISPLAY", "")):
        return (
            f"the X display {environment.get('DISPLAY') or '(DISPLAY is not set)'} does not answer; "
            "check DISPLAY, or that the session lets you in (xhost, ssh -X)"
        )
    if name.startswith("wayland") and not _wayland_socket_exists(environment):
        return f"there is no Wayland display {environment.get('WAYLAND_DISPLAY', '')} in XDG_RUNTIME_DIR"
    return None


def display_trouble(environment: Mapping[str, str] = os.environ) -> str | None:
    """Return why Qt would abort for want of a display or a plugin, None where it can start."""
    if not linux():
        return None
    troubles = []
    for name in wanted_platforms(environment):
        trouble = platform_trouble(name, environment)
        if trouble is None:
            return None
        troubles.append(trouble)
    return "\n".join(troubles) or (
        "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); start it in a desktop "
        "session, or use `isocost screenshot --out shot.png`, which needs none"
    )
