"""Make a release: all that people install, proved, listed and with a checksum each."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

from advisor.locations import APPLICATION
from advisor.version import VERSION

_PROJECT = Path(__file__).parents[1]
_SUMS = "SHA256SUMS"


def main() -> None:
    """Build into a folder, unless this is nothing to release.

    The Python that is named beside it lists what the program is made of.
    """
    into, lister = Path(sys.argv[1]).absolute(), sys.argv[2]
    changes = (_PROJECT / "CHANGELOG.md").read_text("utf-8")
    if refusal := refusal_of(_said("git", "status", "--porcelain"), changes):
        sys.exit(refusal)
    _run(sys.executable, "-m", "installers", str(into))
    for words in trials(into):
        _run(*words)
    _run(lister, "-m", "tests.supply.sbom", sys.executable, str(into / "sbom.json"))
    (into / _SUMS).write_text(checksums(into), "utf-8")
    print(f"{VERSION} is in {into}; its checksums are in {_SUMS}.")


def refusal_of(uncommitted: str, changes: str, version: str = VERSION) -> str:
    """Return why this version cannot be released, or "" where it can.

    ``uncommitted`` is what git says of files that differ, ``changes`` the text of the changelog.
    """
    if uncommitted:
        return f"There is work that is not committed:\n{uncommitted}"
    entry = re.search(rf"^## {re.escape(version)}(?![.\d])(.*)$", changes, re.MULTILINE)
    if entry is None:
        return f"CHANGELOG.md has no entry of {version}."
    if not re.fullmatch(r" \(\d{4}-\d\d-\d\d\)", entry[1]):
        return f"CHANGELOG.md does not say on which day {version} is released."
    return ""


def trials(folder: Path) -> list[list[str]]:
    """Return the commands that ask what was made into a folder whether it works."""
    # Not every machine that makes a release can mount an AppImage, so it is unpacked first.
    images = [
        [str(each), "--appimage-extract-and-run", "selftest"]
        for each in sorted(folder.glob("*.AppImage"))
    ]
    return [[str(folder / APPLICATION / APPLICATION), "selftest"], *images]


def checksums(folder: Path) -> str:
    """Return a line for each file in a folder, as ``sha256sum --check`` reads it."""
    files = sorted(each for each in folder.iterdir() if each.is_file() and each.name != _SUMS)
    return "".join(
        f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.name}\n" for each in files
    )


def _said(*words: str) -> str:
    ran = subprocess.run(words, cwd=_PROJECT, check=True, capture_output=True, text=True)
    return ran.stdout.strip()


def _run(*words: str) -> None:
    if subprocess.run(words, cwd=_PROJECT, check=False).returncode:
        sys.exit(f"This failed: {' '.join(words)}")


if __name__ == "__main__":
    main()
