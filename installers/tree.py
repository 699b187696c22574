"""The program as it lies in a system: ``usr/lib``, ``usr/bin`` and ``usr/share``."""

import shutil
from pathlib import Path

from advisor.locations import APPLICATION
from installers.share import write_share

_PROJECT = Path(__file__).parents[1]
LICENCES = tuple(
    _PROJECT / name for name in ("LICENSE", "LICENSE-evidence", "resources/LICENCES.md")
)


def lay_out(folder: Path, tree: Path, *, version: str, date: str) -> None:
    """Lay the folder that PyInstaller made, and what stands beside a program, into a new tree.

    What was in the tree before is gone.
    """
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / "usr/lib" / APPLICATION, symlinks=True)
    write_share(tree / "usr/share", version=version, date=date)
    documents = tree / "usr/share/doc" / APPLICATION
    documents.mkdir(parents=True)
    texts = (f"{each.relative_to(_PROJECT)}\n\n{each.read_text('utf-8')}" for each in LICENCES)
    (documents / "copyright").write_text("\n\n".join(texts), "utf-8")
    program = tree / "usr/bin" / APPLICATION
    program.parent.mkdir()
    program.symlink_to(f"../lib/{APPLICATION}/{APPLICATION}")
