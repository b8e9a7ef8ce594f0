"""What is tried of everything that leaves: an Isocost somewhere on the disk, away from the checkout."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

#: Longest wait for one command [s]: the first compiles all kernels.
PATIENCE = 900
#: Variables a user's shell has and a trial may see; nothing of the checkout's environment.
KEPT = ("PATH", "LANG", "SystemRoot", "TEMP", "TMP", "PATHEXT", "COMSPEC")
SIZE = (1440, 900)


class TrialError(Exception):
    """Something that leaves does not do what it should."""


def run(command: list[str], home: Path, **variables: str) -> tuple[str, float]:
    """Return what `command` printed and the seconds it took, in empty folders below `home`.

    Raises
    ------
    TrialError
        It failed.
    """
    environment = {name: os.environ[name] for name in KEPT if name in os.environ} | variables
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        environment[name] = str(home)
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=home, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    if done.returncode:
        raise TrialError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout, time.perf_counter() - start


def png_size(path: Path) -> tuple[int, int]:
    """Return width and height of a PNG from its header; raise TrialError where it is none."""
    head = path.read_bytes()[:24]
    if head[:8] != b"\x89PNG\r\n\x1a\n":
        raise TrialError(f"{path} is no PNG")
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def try_isocost(isocost: list[str], tell: Callable[[str], None] = print, keep: Path | None = None) -> None:
    """Evaluate, draw and check with the command `isocost` in folders of its own; tell how long each took.

    Parameters
    ----------
    isocost : list of str
        What starts it.
    keep : Path, optional
        Where the picture goes.

    Raises
    ------
    TrialError
        An answer is wrong or missing.
    """
    with tempfile.TemporaryDirectory(prefix="isocost-trial-") as folder:
        home = Path(folder)
        for name in ("first", "again"):
            told, seconds = run([*isocost, "evaluate", "--json"], home)
            figures = json.loads(told)
            if not all(figures[key]["value"] > 0 for key in ("cost_per_output_token", "tpot_p50")):
                raise TrialError(f"evaluate told {told[:2000]}")
            tell(f"evaluate {name}: {seconds:.1f} s")
        picture = home / "shot.png"
        _, seconds = run(
            [*isocost, "screenshot", "--out", str(picture), "--size", f"{SIZE[0]}x{SIZE[1]}"], home
        )
        if png_size(picture) != SIZE or picture.stat().st_size < 50_000:
            raise TrialError(f"the picture is {png_size(picture)}, {picture.stat().st_size} bytes")
        tell(f"screenshot: {seconds:.1f} s")
        if keep is not None:
            picture.replace(keep)
        told, seconds = run([*isocost, "doctor", "--json"], home)
        failed = [check["name"] for check in json.loads(told)["checks"] if check["status"] == "fail"]
        if failed:
            raise TrialError(f"doctor found {failed}")
        tell(f"doctor: {seconds:.1f} s")


if __name__ == "__main__":
    try_isocost(sys.argv[1:])
