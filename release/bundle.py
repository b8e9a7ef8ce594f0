"""`make bundle`: Isocost in one folder that needs no Python, made by PyInstaller, started and tried."""

import compileall
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

from release.notices import notices, of_lock
from release.trial import TrialError, try_isocost

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "bundle"
FOLDER = OUT / "isocost"
OURS = ("engine", "gui", "resources")


def build() -> Path:
    """Make the folder; return the program in it."""
    command = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", str(OUT),
        "--workpath", str(ROOT / "build" / "pyinstaller"), str(ROOT / "release" / "isocost.spec"),
    ]  # fmt: skip
    subprocess.run(command, cwd=ROOT, check=True)
    inside = FOLDER / "_internal"
    for name in OURS:
        # The folder may be read-only where it is used; what is compiled here counts whatever its date.
        compileall.compile_dir(
            inside / name, quiet=1, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            stripdir=str(inside), workers=1,
        )  # fmt: skip
    names = of_lock(ROOT / "locks" / "run.txt") | {"xlsxwriter"}
    (FOLDER / "NOTICES.txt").write_text(f"{notices(names)}\n{system_libraries()}", "utf-8")
    for paper in ("LICENSE", "THIRD_PARTY.md"):
        shutil.copyfile(ROOT / paper, FOLDER / paper)
    return FOLDER / ("isocost.exe" if sys.platform == "win32" else "isocost")


def system_libraries() -> str:
    """Return the list of libraries of the building system that went into the folder, with their packages."""
    told = (ROOT / "build" / "system-libraries.txt").read_text("utf-8").splitlines()
    if not told:
        return "No library of the system is in it.\n"
    rows = [f"{Path(line).name}: {_owner(Path(line))}" for line in sorted(told)]
    head = "Libraries of the system it was made on, unmodified; their packages tell their licences:"
    return "\n".join((head, *rows)) + "\n"


def _owner(path: Path) -> str:
    dpkg = shutil.which("dpkg-query")
    for one in (path, path.resolve()) if dpkg else ():
        done = subprocess.run([str(dpkg), "-S", str(one)], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            package = done.stdout.split(": ", 1)[0].split(",")[0]
            form = "-f=${source:Package} ${source:Version}"
            told = subprocess.run(
                [str(dpkg), "-W", form, package], capture_output=True, text=True, check=False
            )
            return told.stdout or package
    return "package unknown"


def size(folder: Path) -> int:
    """Return the bytes of all files in `folder`, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main() -> int:
    """Build and try; return the exit status."""
    try:
        program = build()
        try_isocost([str(program)], keep=OUT / "screenshot.png")
    except (TrialError, subprocess.CalledProcessError) as error:
        print(f"make bundle: {error}", file=sys.stderr)
        return 1
    print(f"{FOLDER.relative_to(ROOT)}: {size(FOLDER) / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
