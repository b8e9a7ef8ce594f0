"""`make wheel`: wheel and sdist, tried in an empty environment, with notices and bill of materials of it.

The environment holds what `locks/run.txt` names and the wheel, nothing else: what stands in the notices and
in the bill of materials (CycloneDX) is what an installation brings.
"""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

from engine.version import version
from release.trial import TrialError, try_isocost

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "dist"
WORK = ROOT / "build" / "trial"


def call(*command: str | Path, **variables: str) -> None:
    """Run a command at the root of the checkout; raise CalledProcessError where it fails."""
    subprocess.run([str(word) for word in command], cwd=ROOT, env={**os.environ, **variables}, check=True)


def pip(*arguments: str | Path) -> None:
    """Run the pip of this environment."""
    call(sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments)


def members(wheel: Path) -> dict[str, int]:
    """Return name -> checksum of everything in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {info.filename: info.CRC for info in archive.infolist()}


def build() -> Path:
    """Build sdist and wheel into `OUT`; return the wheel.

    Raises
    ------
    TrialError
        The sdist gives another wheel than the checkout does.
    """
    shutil.rmtree(OUT, ignore_errors=True)
    shutil.rmtree(WORK, ignore_errors=True)
    call(sys.executable, "-m", "hatchling", "build", "-d", OUT)
    wheel, sdist = next(OUT.glob("*.whl")), next(OUT.glob("*.tar.gz"))
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", WORK / "from-sdist", sdist)
    again = next((WORK / "from-sdist").glob("*.whl"))
    if members(again) != members(wheel):
        differing = {name for name, _ in members(again).items() ^ members(wheel).items()}
        raise TrialError(f"sdist and checkout give different wheels: {sorted(differing)[:10]}")
    return wheel


def install(wheel: Path) -> Path:
    """Make an environment that holds the locked packages and `wheel`; return its Python."""
    folder = WORK / "environment"
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip("--python", python, "install", "--require-hashes", "--requirement", ROOT / "locks" / "run.txt")
    # By name and version: an installation from a path would note the path.
    wanted = f"isocost=={version()}"
    pip("--python", python, "install", "--no-deps", "--no-index", "--find-links", wheel.parent, wanted)
    return python


def describe(python: Path) -> None:
    """Write the notices and the bill of materials of the environment of `python` into `OUT`."""
    call(python, "-m", "release.notices", OUT / "NOTICES.txt", PYTHONPATH=str(ROOT))
    bill = OUT / f"isocost-{version()}.cdx.json"
    call(
        sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible",  "--output-format",
        "JSON",
        "--pyproject", ROOT / "pyproject.toml", "--mc-type", "application", "--gather-license-texts",
        "--output-file", bill, python,
    )  # fmt: skip
    if str(ROOT) in bill.read_text("utf-8"):
        raise TrialError(f"{bill} names folders of this machine")


def main() -> int:
    """Build, install, try, describe; return the exit status."""
    try:
        python = install(build())
        try_isocost([str(python.with_name("isocost" + python.suffix))])
        describe(python)
    except (TrialError, subprocess.CalledProcessError) as error:
        print(f"make wheel: {error}", file=sys.stderr)
        return 1
    for path in sorted(OUT.iterdir()):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
