"""Asks whether faults are known in anything that is locked, and fails when it cannot be told.

Run as a program: ``python -m tests.supply.audit``. The tool that asks passes over what its
database does not know and ends well all the same; here that is no pass.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.supply.locked import Locked, locked_in

LOCKS = ("run", "team", "test", "bench", "fuzz", "audit", "bundle")
MOST_NAMES = 8
ASK = (
    *("-m", "pip_audit", "--require-hashes", "--disable-pip"),
    *("--format", "json", "--progress-spinner", "off"),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Lines to read, and whether everything is in order."""

    lines: tuple[str, ...]
    holds: bool


def everything() -> list[Locked]:
    """Return each package of all locks once, in each of its versions."""
    return sorted({each for lock in LOCKS for each in locked_in(lock)}, key=lambda it: it.name)


def verdict(locked: list[Locked], answers: Iterable[str]) -> Verdict:
    """Read what the tool answered; it holds only if every package was looked up."""
    try:
        told = [each for answer in answers for each in json.loads(answer)["dependencies"]]
    except (json.JSONDecodeError, KeyError, TypeError):
        # What the tool says of it names addresses and shows its own code.
        line = "NOT AUDITED: the database of known faults could not be asked."
        return Verdict((line,), holds=False)
    looked_up = {(each["name"], each.get("version")) for each in told if "vulns" in each}
    lines = [
        f"{each['name']} {each['version']}: {fault['id']}, {_mended(fault)}"
        for each in told
        for fault in each.get("vulns", [])
    ]
    missing = [each.name for each in locked if (each.name, each.version) not in looked_up]
    if missing:
        some = ", ".join(missing[:MOST_NAMES]) + (", …" if len(missing) > MOST_NAMES else "")
        lines.append(
            f"NOT AUDITED: the database does not know {len(missing)}"
            f" of {len(locked)} packages: {some}."
        )
    return Verdict(tuple(lines) or (f"No known fault in {len(locked)} packages.",), not lines)


def _mended(fault: dict[str, Any]) -> str:
    versions = fault.get("fix_versions") or []
    return f"mended in {' and '.join(versions)}" if versions else "not mended yet"


def written_out(locked: list[Locked]) -> list[str]:
    """Return files for the tool that hold all packages, each file a package in one version.

    Without the marks that say for which systems a package is: what others install counts too.
    """
    files: list[dict[str, str]] = []
    for each in locked:
        line = " ".join(
            [f"{each.name}=={each.version}", *(f"--hash=sha256:{one}" for one in each.hashes)]
        )
        free = next((file for file in files if each.name not in file), None)
        if free is None:
            files.append(free := {})
        free[each.name] = line
    return ["\n".join(file.values()) + "\n" for file in files]


def ask(text: str) -> str:
    """Return what the tool answers about a file; nothing where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        file, answer = Path(folder) / "locked.txt", Path(folder) / "answer.json"
        file.write_text(text, encoding="utf-8")
        subprocess.run(
            [sys.executable, *ASK, "--requirement", str(file), "--output", str(answer)],
            check=False,
            capture_output=True,
        )
        return answer.read_text(encoding="utf-8") if answer.exists() else ""


def main() -> None:
    locked = everything()
    found = verdict(locked, map(ask, written_out(locked)))
    for line in found.lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write("The audit passed.\n" if found.holds else "The audit did NOT pass.\n")
    raise SystemExit(0 if found.holds else 1)


if __name__ == "__main__":
    main()
