"""The AppImage: one file that runs on any Linux, with nothing to install.

Its beginning is a small program that the AppImage project releases (a *runtime* of type 2).
What follows is a compressed folder, the AppDir, which the runtime shows as a file system and
starts: https://github.com/AppImage/AppImageSpec.
"""

import os
import platform
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from advisor.locations import APPLICATION
from installers.icons import draw
from installers.tree import lay_out

RUNTIME = "APPIMAGE_RUNTIME"
"""The variable of the environment that names the runtime's file."""

_TOOL = "mksquashfs"
_ELF = b"\x7fELF"
_TYPE_2 = b"AI\x02"
_TYPE_AT = 8
_ICON = f"usr/share/icons/hicolor/scalable/apps/{APPLICATION}.svg"
_SEEN = ".DirIcon"
_LINKS = {
    "AppRun": f"usr/lib/{APPLICATION}/{APPLICATION}",
    f"{APPLICATION}.desktop": f"usr/share/applications/{APPLICATION}.desktop",
    f"{APPLICATION}.svg": _ICON,
}


def runtime(surroundings: Mapping[str, str]) -> Path | None:
    """Return the runtime that the environment names, or None where it names none.

    Raises ``ValueError``, in words, for a file that is no runtime of type 2.
    """
    if not (named := surroundings.get(RUNTIME)):
        return None
    file = Path(named).absolute()
    try:
        with file.open("rb") as opened:
            head = opened.read(_TYPE_AT + len(_TYPE_2))
    except OSError as fault:
        raise ValueError(f"{RUNTIME}: {file} cannot be read: {fault.strerror}.") from fault
    if not (head.startswith(_ELF) and head[_TYPE_AT:] == _TYPE_2):
        raise ValueError(f"{RUNTIME}: {file} is not a runtime of the AppImage project (type 2).")
    return file


def missing(chosen: Path | None) -> str:
    """Return what an AppImage cannot be made without and is not here, or "" where all is."""
    if chosen is None:
        return f"{RUNTIME} names no file: the runtime that the AppImage project releases is needed"
    if shutil.which(_TOOL) is None:
        return f"{_TOOL} is needed (Debian's package squashfs-tools)"
    return ""


def lay_out_app(folder: Path, work: Path, *, version: str, date: str) -> Path:
    """Lay out the AppDir of a folder that PyInstaller made, and return it."""
    tree = work / "AppDir"
    lay_out(folder, tree, version=version, date=date)
    for name, target in _LINKS.items():
        (tree / name).symlink_to(target)
    # File managers show this one, and few of them draw SVG files.
    draw(tree / _ICON, work / "icon.png").replace(tree / _SEEN)
    return tree


def make_appimage(tree: Path, into: Path, beginning: Path, *, version: str, moment: str) -> Path:
    """Make the AppImage of an AppDir behind a runtime, and return its file.

    ``moment``, in seconds since 1970, is the time of every file in it, so that the same AppDir
    gives the same bytes.
    """
    packed = tree.with_suffix(".squashfs")
    _pack(tree, packed, moment)
    made = into / f"{APPLICATION}-{version}-{platform.machine()}.AppImage"
    with made.open("wb") as written:
        for part in (beginning, packed):
            with part.open("rb") as read:
                shutil.copyfileobj(read, written)
    made.chmod(0o755)
    return made


def prove(made: Path, tree: Path) -> None:
    """Have the runtime take one file out of its AppImage.

    Raises ``ValueError``, in words, where it cannot: runtimes from before 2022 know no zstd.
    """
    with TemporaryDirectory() as work:
        words = [str(made), "--appimage-extract", _SEEN]
        ran = subprocess.run(words, cwd=work, capture_output=True, check=False)
        out = Path(work, "squashfs-root", _SEEN)
        if ran.returncode or not out.is_file() or out.read_bytes() != (tree / _SEEN).read_bytes():
            raise ValueError(f"{RUNTIME} names a runtime that cannot read what stands behind it.")


def _pack(tree: Path, packed: Path, moment: str) -> None:
    """Compress a folder so that it is quickly read: with gzip a start takes half a second more."""
    words = [_TOOL, str(tree), str(packed), "-noappend", "-comp", "zstd", "-quiet", "-no-progress"]
    words += ["-root-owned", "-no-xattrs", "-mkfs-time", moment, "-all-time", moment]
    surroundings = {**os.environ}
    surroundings.pop("SOURCE_DATE_EPOCH", None)  # the tool takes the time in one way only
    subprocess.run(words, env=surroundings, stdout=subprocess.DEVNULL, check=True)
