"""Audit what `make` installs: known weaknesses by pip-audit, and the locks themselves.

    python -m resources.tools.audit            exit 1 where something is found

pip-audit asks a public database and passes packages over in silence where it cannot reach one, so what it
really looked at is counted. The locks are reviewed in either case: every package pinned to one version
with hashes, from the index alone, and named with its licence in THIRD_PARTY.md if it is needed to run.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
_PINNED: Final = re.compile(r"([A-Za-z0-9][\w.-]*)==([^\s;]+)(?:\s*;[^\\]*)?")
_HASH: Final = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")
#: Of the build alone: never in what runs.
BUILDING: Final = frozenset(
    {"editables", "hatchling", "packaging", "pathspec", "pluggy", "tomlkit", "trove-classifiers"}
)


def entries(text: str) -> Iterator[str]:
    """Yield each requirement or option of a lock, its continued lines as one."""
    joined = re.sub(r"\\\n", " ", text)
    for line in joined.splitlines():
        entry = re.sub(r"(^|\s)#.*", "", line).strip()
        if entry:
            yield entry


def names(text: str) -> list[str]:
    """Return the packages of a lock, each once."""
    found = (_PINNED.match(entry) for entry in entries(text))
    return list(dict.fromkeys(match[1].lower() for match in found if match))


def problems(text: str) -> list[str]:
    """Return what lets a lock install something else than it says."""
    found: list[str] = []
    for entry in entries(text):
        pinned = _PINNED.match(entry)
        if pinned is None:
            found.append(f"no package pinned to one version: {entry[:60]}")
        elif not _HASH.search(entry):
            found.append(f"{pinned[1]}: no hash, so any file of that name would do")
    return found


def unnamed(text: str, third_party: str) -> list[str]:
    """Return the packages of a lock that run with the program and that `third_party` does not name."""
    said = set(re.findall(r"[\w.-]*\w", third_party.lower()))
    return [name for name in names(text) if name not in BUILDING and name not in said]


def verdict(answer: dict[str, Any]) -> tuple[int, list[str]]:
    """Return how many packages pip-audit looked at, and what it found, from its JSON."""
    looked_at = [entry for entry in answer.get("dependencies", []) if "skip_reason" not in entry]
    found = [
        f"{entry['name']} {entry['version']}: {flaw['id']}, mended in {_any(flaw.get('fix_versions', []))}"
        for entry in looked_at
        for flaw in entry.get("vulns", [])
    ]
    return len(looked_at), found


def _any(versions: list[str]) -> str:
    return ", ".join(versions) or "no version yet"


def ask(lock: Path) -> dict[str, Any] | None:
    """Return what pip-audit says of a lock; None where it is not installed or reaches no database."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--require-hashes"]
    options = ["--disable-pip", "--progress-spinner", "off", "--format", "json", "--timeout", "20"]
    try:
        done = subprocess.run([*command, *options], capture_output=True, text=True, timeout=300, check=False)
        answer = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return answer if isinstance(answer, dict) else None


def audit(lock: Path) -> bool:
    """Audit one lock and tell what was found; return whether nothing was."""
    text = lock.read_text("utf-8")
    found = problems(text)
    if lock.name == "run.txt":
        missing = unnamed(text, (ROOT / "THIRD_PARTY.md").read_text("utf-8"))
        found += [f"{name}: THIRD_PARTY.md does not name it" for name in missing]
    every = names(text)
    looked_at, flaws = verdict(ask(lock) or {})
    if looked_at < len(every):
        asked = f"{looked_at} of {len(every)} looked up, no database has the rest: only the lock was reviewed"
    else:
        asked = f"{len(every)} packages looked up"
    for line in (*found, *flaws):
        print(f"{lock.name}: {line}")
    print(f"{lock.name}: {asked}; {len(flaws)} known weaknesses, {len(found)} faults of the lock")
    return not found and not flaws


def main(arguments: Sequence[str] | None = None) -> int:
    """Audit the locks named, all without; return 1 where something was found."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    locks = [Path(name) for name in given] or sorted((ROOT / "locks").glob("*.txt"))
    clean = [audit(lock) for lock in locks]
    return 0 if all(clean) else 1


if __name__ == "__main__":
    raise SystemExit(main())
