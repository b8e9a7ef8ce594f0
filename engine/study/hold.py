"""One client at a time on a folder: a file that names who is at work, and goes stale with its process."""

import contextlib
import json
import os
import platform
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from engine.files.atomic import reason
from engine.study.errors import StudyError

NAME: Final = "_running.json"
#: Seconds without a sign of life after which a client on another machine is taken for gone.
STALE: Final = 120.0


class Hold:
    """The folder, held as long as this is entered."""

    def __init__(self, out: Path) -> None:
        self._path = out / NAME
        self._renewed = 0.0

    def __enter__(self) -> "Hold":
        """Take the folder; raise `StudyError` where another client is at work in it."""
        other = self._other()
        if other is not None:
            raise StudyError(
                f"{self._path.parent} is worked on by process {other['process']} on {other['machine']}; "
                f"wait for it or stop it (if it is long gone, remove {NAME} there)"
            )
        self.renew()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the folder go."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def renew(self) -> None:
        """Give a sign of life, now and then."""
        now = time.monotonic()
        if self._renewed and now - self._renewed < STALE / 8:
            return
        self._renewed = now
        told = {"machine": platform.node(), "process": os.getpid()}
        try:
            self._path.write_text(json.dumps(told), "utf-8")
        except OSError as error:
            raise StudyError(f"{self._path.parent} cannot be written: {reason(error)}") from None

    def _other(self) -> dict[str, Any] | None:
        try:
            told: dict[str, Any] = json.loads(self._path.read_text("utf-8"))
            age = time.time() - self._path.stat().st_mtime
            machine, process = told["machine"], int(told["process"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if machine == platform.node():
            import psutil

            alive = psutil.pid_exists(process) and process != os.getpid()
            return told if alive else None
        return told if age < STALE else None
