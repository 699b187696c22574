"""The only hands on files: bounded reading, and writing whole or not at all.

What is written goes to a new file in the same folder, reaches the disk, and only then takes the
name. Whatever happens before that, a file that had the name keeps its old content, and the new
one is removed.
"""

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

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
}


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
        reason = getattr(error, "strerror", None) or _("the name is not valid")
        raise FileRefused(_("The file cannot be read: {reason}.").format(reason=reason)) from None


def text_of(content: bytes) -> str | None:
    """Return the text of UTF-8 bytes without a byte order mark, or None when it is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, replacing one that has the name; raise ExportError and leave no trace.

    The content is on the disk when this returns. A link is followed; something that is not
    an ordinary file is never replaced.
    """
    target = _ordinary_target(path)
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        try:
            _write_to_disk(part, content)
            part.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        _settle_folder(target.parent)
    except OSError as error:
        raise _refusal(path, error) from error


def _ordinary_target(path: Path) -> Path:
    try:
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
            raise _refused(
                path, _("this is not an ordinary file. Choose another name"), "not-a-file"
            )
        if target.exists() and not os.access(target, os.W_OK):
            raise _refused(
                path, _("the file there is read-only. Choose another name"), "read-only-file"
            )
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from error
    return target


def _write_to_disk(part: Path, content: bytes) -> None:
    # A new file with the ordinary permissions; one that somebody else put there is refused.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(part, flags, 0o666), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle_folder(folder: Path) -> None:
    """Bring the new name to the disk too, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(path: Path, error: OSError | ValueError) -> ExportError:
    number = error.errno if isinstance(error, OSError) else None
    reason = _REASONS.get(number or 0, N_("the system refused it. Choose another folder or name"))
    return _refused(path, _(reason), errno.errorcode.get(number or 0, "bad-name").lower())


def _refused(path: Path, reason: str, code: str) -> ExportError:
    shown = str(path).encode("utf-8", "replace").decode()
    return ExportError(
        _("Cannot write {path}: {reason}. Nothing was changed.").format(path=shown, reason=reason),
        details={"path": shown, "reason": code},
    )
