"""Rebuilds the disk as a power cut may leave it, from a record of what a program did to it.

A disk keeps what was synced. Of what was not, each sector of 512 bytes is kept, lost or garbage;
a truncation or a removal of a file happened or did not. This is worse than most disks.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a program did to a file of the folder."""

    what: str
    path: Path
    offset: int
    data: bytes


def acts(log: Path) -> list[Act]:
    """Read what ``recorder.c`` wrote."""
    return list(_acts(log.read_bytes()))


def _acts(raw: bytes) -> Iterator[Act]:
    at = 0
    while at < len(raw):
        what, named = struct.unpack_from("=cI", raw, at)
        at += 5
        path = raw[at : at + named].decode()
        at += named
        offset, length = struct.unpack_from("=QI", raw, at)
        at += 12
        yield Act(what.decode(), Path(path), offset, raw[at : at + length])
        at += length


@dataclass
class File:
    """A file: what is certainly on the disk, and what was done to it since."""

    safe: bytes = b""
    since: list[Act] = field(default_factory=list)

    def sync(self) -> None:
        for act in self.since:
            self.safe = done(self.safe, act)
        self.since.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        content = self.safe
        for act in self.since:
            for piece in _pieces(act):
                fate = chance.random()
                if fate < 0.5:
                    content = done(content, piece)
                elif fate > 0.9 and piece.what == "W":
                    garbage = chance.randbytes(len(piece.data))
                    content = done(content, Act("W", piece.path, piece.offset, garbage))
        return content


def _pieces(act: Act) -> Iterator[Act]:
    if act.what != "W":
        yield act
        return
    for at in range(0, len(act.data), SECTOR):
        yield Act("W", act.path, act.offset + at, act.data[at : at + SECTOR])


def done(content: bytes, act: Act) -> bytes:
    """Return a file's content after an act."""
    if act.what == "T":
        return content[: act.offset].ljust(act.offset, b"\0")
    end = act.offset + len(act.data)
    return content[: act.offset].ljust(act.offset, b"\0") + act.data + content[end:]


class Disk:
    """The files of one folder, act by act."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {path: File(path.read_bytes()) for path in folder.iterdir()}
        self._removed: dict[Path, File] = {}

    def follow(self, act: Act) -> None:
        """Let the disk go through one act."""
        if act.what == "S" and act.path == self._folder:
            self._removed.clear()
        elif act.what == "S" and act.path in self._files:
            self._files[act.path].sync()
        elif act.what == "U" and act.path in self._files:
            self._removed[act.path] = self._files.pop(act.path)
        elif act.what in "WT":
            self._files.setdefault(act.path, File()).since.append(act)

    def cut(self, chance: random.Random, folder: Path) -> None:
        """Write what a power cut now would leave into another folder."""
        folder.mkdir(exist_ok=True)
        for path, file in self._files.items():
            (folder / path.name).write_bytes(file.after_a_cut(chance))
        for path, file in self._removed.items():
            if path not in self._files and chance.random() < 0.5:
                (folder / path.name).write_bytes(file.after_a_cut(chance))
