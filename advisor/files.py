"""The only hands on files: bounded reading, and writing whole or not at all.

What is written goes to a new file in the same folder, reaches the disk, and only then takes the
name. Whatever happens before that, a file that had the name keeps its old content, and the new
one is removed. A file that is replaced keeps the rights it had.

``write_whole`` serves people, who may name any file: it replaces a file only by one of the same
kind, and never one of the program's own. ``replacing`` serves the program's own files.
"""

import contextlib
import errno
import os
import re
import stat
import tempfile
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import BinaryIO

from advisor import locations
from advisor.errors import ExportError, FileRefused
from advisor.language import N_, _

_REASONS = {
    errno.ENOSPC: N_("the disk is full. Free some space or choose another folder"),
    errno.EDQUOT: N_("your share of the disk is used up. Free some space or choose another folder"),
    errno.EFBIG: N_("the disk takes no file of this size. Choose another folder"),
    errno.EROFS: N_("the disk is read-only. Choose another folder"),
    errno.EACCES: N_("you may not write there. Choose another folder"),
    errno.EPERM: N_("you may not write there. Choose another folder"),
    errno.ENAMETOOLONG: N_("the name is too long. Choose a shorter one"),
    errno.EBUSY: N_("another program holds the file. Close it there and try again"),
    errno.ENOENT: N_("the folder is gone. Choose another folder"),
    errno.EEXIST: N_("a file has this name. Choose another name for the folder"),
    errno.ENOTDIR: N_("a part of the name is a file and no folder. Choose another folder"),
}

_UNREADABLE = {
    0: N_("the name is not valid"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("it is a link that leads back to itself"),
    errno.ENOTDIR: N_("a part of the name is a file and no folder"),
    errno.EIO: N_("the disk reported an error. Check the disk or the connection to it"),
}

_NO_ORDINARY_FILE = N_("this is not an ordinary file. Choose another name")
_LEADS_NOWHERE = N_("this is a link that leads to no file. Choose another name")
_OWN = N_("the program keeps its own work there. Choose another place")

_KIND_BYTES = 1 << 20
"""How much of a file is looked at to see what it is: a plan file is smaller."""

_DATABASE = N_("a database is there. Choose another name")
_KINDS = (
    (re.compile(rb"SQLite format 3\x00"), _DATABASE),
    (re.compile(rb"%PDF-"), N_("a PDF is there. Choose another name")),
    (re.compile(rb"\x89PNG"), N_("a picture is there. Choose another name")),
    (re.compile(rb"(?s)PK\x03\x04.*word/"), N_("a text document is there. Choose another name")),
    (re.compile(rb"PK\x03\x04"), N_("a workbook is there. Choose another name")),
    (re.compile(rb"(?s)\s*(?:<\?xml.{0,200})?<svg"), N_("a drawing is there. Choose another name")),
    (
        re.compile(rb"(?s)(?:.*[{,\s\xbf])?[\"']?plan_version[\"']?\s*:"),
        N_("a plan file is there. Choose another name"),
    ),
    (re.compile(rb""), N_("a file of another kind is there. Choose another name")),
)
"""What the beginning of each kind of file looks like, and what is said where it would be lost."""


def read_bytes(path: Path, *, most: int) -> bytes:
    """Return at most ``most + 1`` bytes of a regular file, so that the caller sees an excess.

    Raises FileRefused for whatever is not a readable regular file: opening a pipe would wait for
    ever, and reading a device would never end.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise FileRefused(_("This is a folder and not a file."))
        if not stat.S_ISREG(kind):
            raise FileRefused(_("This is not an ordinary file."))
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except FileNotFoundError:
        raise FileRefused(_("There is no such file.")) from None
    except PermissionError:
        raise FileRefused(_("You are not allowed to read this file.")) from None
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        reason = _(_UNREADABLE.get(number or 0, N_("the system refused it")))
        raise FileRefused(_("The file cannot be read: {reason}.").format(reason=reason)) from None


def text_of(content: bytes, *, or_utf16: bool = False) -> str | None:
    """Return the text of UTF-8 bytes without a byte order mark, or None when it is not UTF-8.

    With ``or_utf16`` also of UTF-16 with a mark, as some programs of Windows save every text.
    """
    is_utf16 = or_utf16 and content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    coding = "utf-16" if is_utf16 else "utf-8-sig"
    try:
        return content.decode(coding)
    except UnicodeDecodeError:
        return None


def write_whole(path: Path, content: bytes, *, any_kind: bool = False) -> None:
    """Write a file that a person has named; raise ExportError and leave no trace.

    The content is on the disk when this returns. A file that is there is replaced by one of the
    same kind only, or of ``any_kind`` where that is wanted; a database and the program's own
    files never. A link is followed to an ordinary file, but not into the folder where the
    program keeps a person's work.
    """
    try:
        target = _target(path)
        _refuse_another_kind(path, target, content, any_kind=any_kind)
        with replacing(target) as file:
            file.write(content)
    # A chain of links without an end is a RuntimeError.
    except (OSError, ValueError, RuntimeError) as error:
        raise _refusal(path, error) from error


def make_folder(folder: Path) -> None:
    """Make a folder that a person has named, unless it is there; raise ExportError.

    The folders above it must be there.
    """
    try:
        folder.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        raise _refusal(folder, error) from error


@contextmanager
def replacing(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """Give a new file that takes this name at the end, on the disk, or vanishes with an error.

    It has the rights of the file that it replaces; ``private`` lets nobody but its owner read it.
    Raises OSError.
    """
    rights = _rights_of(path)
    part = path.with_name(f".{os.urandom(8).hex()}.part")
    try:
        # One that somebody else put there is refused.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        is_open_to_all = rights is None and not private
        with os.fdopen(os.open(part, flags, 0o666 if is_open_to_all else 0o600), "wb") as file:
            if rights is not None and not private:
                part.chmod(rights)
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def make_empty(path: Path) -> None:
    """Make a file that is not there yet, for its owner only. Raises OSError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def private_folder(folder: Path) -> None:
    """Make a folder, and those above it, that only their owner may enter. Raises OSError.

    A folder that is there already keeps its rights.
    """
    for missing in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)


def passing_folder() -> Path:
    """Return a folder for files that are only looked at: its owner's alone, gone with the program.

    Raises ExportError when there is no place for one.
    """
    return Path(_passing().name)


@cache
def _passing() -> "tempfile.TemporaryDirectory[str]":
    where = Path(tempfile.gettempdir())
    try:
        return tempfile.TemporaryDirectory(prefix="papers-", ignore_cleanup_errors=True)
    except OSError as error:
        raise _refusal(where, error) from error


def sync(path: Path) -> None:
    """Have a file's bytes on the disk, not only on their way."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder survive a power cut, where folders can be synced."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _rights_of(path: Path) -> int | None:
    try:
        return stat.S_IMODE(path.stat().st_mode) & 0o777
    except FileNotFoundError:
        return None


def _target(path: Path) -> Path:
    """Return the file that a name leads to, if one may be written there."""
    if path.is_symlink() and not path.exists():
        raise _refused(path, _(_LEADS_NOWHERE), "leads-nowhere")
    target = path.resolve()
    if target.is_dir():
        raise _refused(path, _("this is a folder. Add a file name to it"), "is-a-folder")
    if not target.parent.is_dir():
        raise _refused(
            path,
            _("there is no folder {folder}. Make the folder or choose another one").format(
                folder=target.parent
            ),
            "no-folder",
        )
    if target.exists() and not target.is_file():
        raise _refused(path, _(_NO_ORDINARY_FILE), "not-a-file")
    if _is_own(target) or _leads_into_own_folder(path, target):
        raise _refused(path, _(_OWN), "own-file")
    if target.exists() and not os.access(target, os.W_OK):
        raise _refused(
            path, _("the file there is read-only. Choose another name"), "read-only-file"
        )
    return target


def _is_own(target: Path) -> bool:
    """Say whether a file is one that the program keeps for itself, or would be."""
    if any(target.is_relative_to(each.resolve()) for each in locations.own_folders()):
        return True
    files = [each.resolve() for each in locations.own_files()]
    # SQLite's journal and the reserve lie beside the database, under longer names.
    return any(target.parent == file.parent and target.name.startswith(file.name) for file in files)


def _leads_into_own_folder(path: Path, target: Path) -> bool:
    own = locations.data_folder()
    named = path.absolute()
    inside = target.is_relative_to(own.resolve())
    return inside and not any(
        named.is_relative_to(each) for each in (own.absolute(), own.resolve())
    )


def _refuse_another_kind(path: Path, target: Path, content: bytes, *, any_kind: bool) -> None:
    if not target.exists():
        return
    with target.open("rb") as file:
        there = file.read(_KIND_BYTES)
    is_other = there and (kind := _kind(there)) != _kind(content[:_KIND_BYTES])
    if is_other and (not any_kind or kind == _DATABASE):
        raise _refused(path, _(kind), "another-kind")


def _kind(beginning: bytes) -> str:
    return next(says for pattern, says in _KINDS if pattern.match(beginning))


def _refusal(path: Path, error: OSError | ValueError | RuntimeError) -> ExportError:
    number = error.errno if isinstance(error, OSError) else None
    reason = _REASONS.get(number or 0, N_("the system refused it. Choose another folder or name"))
    return _refused(path, _(reason), errno.errorcode.get(number or 0, "bad-name").lower())


def named(path: Path) -> str:
    """Return a path as it may be shown: nothing in it acts on a screen or turns its order."""
    text = str(path).encode("utf-8", "replace").decode()
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def _refused(path: Path, reason: str, code: str) -> ExportError:
    shown = named(path)
    return ExportError(
        _("Cannot write {path}: {reason}. Nothing was changed.").format(path=shown, reason=reason),
        details={"path": shown, "reason": code},
    )
