"""The package for Debian, Ubuntu and what is made of them."""

import gzip
import os
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from advisor.locations import APPLICATION
from installers.tree import lay_out

_MAINTAINER = "The programme design advisor's authors <authors@peer-support-advisor.invalid>"
_NEWS = Path(__file__).parents[1] / "CHANGELOG.md"
_NEEDS = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0",
    "libgssapi-krb5-2",
    "libssl3",
    "libstdc++6",
    "libx11-6",
    "libx11-xcb1",
    "libxcb-glx0",
    "libxcb-randr0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb1",
    "libxkbcommon0",
)
_WANTS = ("libcups2", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1")
"""Printing, and windows on Wayland where there is no X11."""

_CONTROL = """\
Package: {name}
Version: {version}
Architecture: {machine}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: libc6 (>= {libc}), {needs}
Recommends: {wants}
Section: misc
Priority: optional
Description: programme design advisor for perinatal peer support
 For people who plan community-based perinatal mental health peer support. It
 asks how a programme will run and whom it is for, and says what is likely to
 help, what may harm, and what to do about it, with the evidence at hand.
 .
 It runs on this machine, offline and without an account.
"""


_CHANGES = """\
{name} ({version}) stable; urgency=medium

  * What is new stands in NEWS.gz beside this file.

 -- {maintainer}  {moment}
"""


def make_deb(folder: Path, into: Path, *, work: Path, version: str, date: str) -> Path:
    """Make the package of a folder that PyInstaller made, and return its file."""
    tree = work / "deb"
    lay_out(folder, tree, version=version, date=date)
    _document(tree / "usr/share", version, date)
    machine = _said("dpkg", "--print-architecture")
    control = tree / "DEBIAN/control"
    control.parent.mkdir()
    control.write_text(
        _CONTROL.format(
            name=APPLICATION,
            version=version,
            maintainer=_MAINTAINER,
            machine=machine,
            kilobytes=sum(each.lstat().st_size for each in tree.rglob("*")) // 1024,
            libc=(os.confstr("CS_GNU_LIBC_VERSION") or "").split()[-1],
            needs=", ".join(_NEEDS),
            wants=", ".join(_WANTS),
        ),
        "utf-8",
    )
    package = into / f"{APPLICATION}_{version}_{machine}.deb"
    _said("dpkg-deb", "--root-owner-group", "-Zxz", "-z2", "--build", str(tree), str(package))
    return package


def _document(share: Path, version: str, date: str) -> None:
    """Lay out manual and news as Debian wants them: compressed, and a changelog of its form."""
    manual = share / f"man/man1/{APPLICATION}.1"
    _compress(manual.read_bytes(), manual.with_name(f"{manual.name}.gz"))
    manual.unlink()
    documents = share / "doc" / APPLICATION
    _compress(_NEWS.read_bytes(), documents / "NEWS.gz")
    changes = _CHANGES.format(
        name=APPLICATION,
        version=version,
        maintainer=_MAINTAINER,
        moment=format_datetime(datetime.fromisoformat(date).replace(tzinfo=UTC)),
    )
    _compress(changes.encode(), documents / "changelog.gz")


def _compress(content: bytes, file: Path) -> None:
    file.write_bytes(gzip.compress(content, mtime=0))


def _said(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()
