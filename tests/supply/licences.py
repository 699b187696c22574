"""Under which licence each locked package stands, and which licences are allowed.

``licences.toml`` says it of every package of every lock, as an SPDX expression. What an
installed package says of itself must agree with it.
"""

import importlib.metadata
import re
import tomllib
from pathlib import Path

TABLE = Path(__file__).with_name("licences.toml")
ALLOWED = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CNRI-Python", "ISC", "MIT"),
        *("MIT-0", "MIT-CMU", "PSF-2.0", "Unlicense", "ZPL-2.1"),
        # Those that ask for changes to the package itself to be given on; we make none.
        *("LGPL-3.0-only", "LGPL-2.1-or-later", "MPL-2.0"),
        # What goes into a bundle of what makes it may be given on under any licence.
        "GPL-2.0-or-later WITH Bootloader-exception",
    }
)
MAKES_BUNDLES = frozenset({"pyinstaller-hooks-contrib"})
"""Runs while a bundle is made; of it only what is Apache-2.0 goes into one."""

_SAID = {
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd-3-clause, apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "bsd 2-clause license": "BSD-2-Clause",
    "bsd license": "BSD-3-Clause",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
}


def table() -> dict[str, str]:
    """Return the licence of each locked package by its name."""
    return dict(tomllib.loads(TABLE.read_text(encoding="utf-8")))


def is_allowed(expression: str) -> bool:
    """Return whether one of the licences that may be chosen is allowed in all its parts."""
    return any(
        all(part in ALLOWED for part in choice.split(" AND "))
        for choice in re.sub(r"[()]", "", expression).split(" OR ")
    )


def said_by(package: str) -> str:
    """Return what an installed package says of its licence, as SPDX where its words are known."""
    metadata = importlib.metadata.metadata(package)
    fields = ("License-Expression", "License")
    told = next((metadata[field] for field in fields if field in metadata), "")
    if not told or len(told) > 80:
        classified = [
            each.rpartition("::")[2].strip()
            for each in metadata.get_all("Classifier") or []
            if each.startswith("License ::")
        ]
        told = classified[-1] if classified else told[:80]
    return _SAID.get(told.lower(), told)
