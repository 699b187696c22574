"""Make what people install, out of this project: python -m installers FOLDER."""

import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

from advisor.locations import APPLICATION
from advisor.version import VERSION
from installers import appimage
from installers.deb import make_deb
from installers.share import write_share
from installers.tree import LICENCES

_PROJECT = Path(__file__).parents[1]
_MOST_BYTES = 200_000_000


def main() -> None:
    """Make everything that can be made on this system, and say how large it is."""
    into = Path(sys.argv[1]).absolute()
    try:
        runtime = appimage.runtime(os.environ)
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        for made in _all(into, _PROJECT / "build", runtime):
            print(f"{_size(made) / 1e6:6.1f} MB  {made.relative_to(into.parent)}")
    except ValueError as refusal:
        sys.exit(str(refusal))


def _all(into: Path, work: Path, runtime: Path | None) -> Iterator[Path]:
    folder = _freeze(into, work)
    if _size(folder) > _MOST_BYTES:
        sys.exit(f"{folder} is larger than {_MOST_BYTES // 1_000_000} MB.")
    yield folder
    if sys.platform != "linux":
        return
    day = _said("git", "log", "-1", "--format=%cs")
    if shutil.which("dpkg-deb"):
        yield make_deb(folder, into, work=work, version=VERSION, date=day)
    without = appimage.missing(runtime)
    if runtime is None or without:
        print(f"No AppImage was made: {without}.")
    else:
        tree = appimage.lay_out_app(folder, work, version=VERSION, date=day)
        made = appimage.make_appimage(tree, into, runtime, version=VERSION, moment=_moment())
        appimage.prove(made, tree)
        yield made
    yield _pack(folder, into, day)


def _freeze(into: Path, work: Path) -> Path:
    """Have PyInstaller gather the program with all that it needs, the same every time."""
    words = (
        "--noconfirm",
        "--log-level",
        "ERROR",
        "--distpath",
        str(into),
        "--workpath",
        str(work),
    )
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", *words, "installers/advisor.spec"],
        cwd=_PROJECT,
        env={**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": _moment()},
        check=True,
    )
    return into / APPLICATION


def _pack(folder: Path, into: Path, day: str) -> Path:
    """Pack the folder, with what a desktop wants beside it, so that it can be unpacked anywhere."""
    write_share(folder / "share", version=VERSION, date=day)
    for licence in LICENCES:
        shutil.copy(licence, folder)
    name = f"{APPLICATION}-{VERSION}"
    packed = into / f"{name}-linux-{platform.machine()}.tar.xz"
    with tarfile.open(packed, "w:xz", preset=2) as archive:
        archive.add(folder, name)
    return packed


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(each.stat().st_size for each in files if each.is_file() and not each.is_symlink())


def _moment() -> str:
    """Return when the last commit was made, in seconds since 1970."""
    return _said("git", "log", "-1", "--format=%ct")


def _said(*words: str) -> str:
    ran = subprocess.run(words, cwd=_PROJECT, check=True, capture_output=True, text=True)
    return ran.stdout.strip()


if __name__ == "__main__":
    main()
