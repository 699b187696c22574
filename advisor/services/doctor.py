"""Whether all is well with where the person's plans are kept: one look, nothing changed."""

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from advisor import locations
from advisor.errors import AdvisorError
from advisor.language import _, ngettext
from advisor.logs import FILE
from advisor.models.checkup import Checked, Health
from advisor.services.copies import all_copies
from advisor.storage import faults, files
from advisor.storage.keeping import load_keeping
from advisor.storage.safety.drafts import Drafts
from advisor.storage.safety.seals import damage_in_file, troubles_in_file
from advisor.storage.synced import service_of
from advisor.telling.copies import copy_line
from advisor.telling.troubles import trouble_words

LEAST_FREE = 50_000_000
"""Bytes below which a disk is nearly full."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def checkup() -> tuple[Checked, ...]:
    """Look at the file, its copies, its folder and the disk; change nothing and never raise."""
    looks: tuple[Callable[[], Iterator[Checked]], ...] = (
        _file,
        _copies,
        _second_folder,
        _unsaved,
        _folder,
        _disk,
        _log,
    )
    return tuple(checked for look in looks for checked in _looked(look))


def _looked(look: Callable[[], Iterator[Checked]]) -> Iterator[Checked]:
    try:
        yield from look()
    except AdvisorError as error:
        yield Checked(health=Health.BAD, words=error.message, code=error.code)
    except OSError as error:
        words = _("{place} cannot be read.").format(place=error.filename or _("A file"))
        yield Checked(health=Health.BAD, words=words)


def _file() -> Iterator[Checked]:
    path = locations.database_path()
    version = files.version_of(path)
    if version is None:
        there = any(each.is_good for each in all_copies())
        words = (
            _("There is no file of plans at {path}, but there are copies of one.")
            if there
            else _("There are no plans yet. They will be at {path}.")
        )
        health = Health.BAD if there else Health.WELL
        code = faults.FILE_MISSING.code if there else ""
        yield Checked(health=health, words=words.format(path=path), code=code)
        return
    with faults.translated(str(path), reading=True):
        files.look_over(path, version)
        damaged, troubles = damage_in_file(path), troubles_in_file(path)
    if damaged:
        sentence = ngettext(
            "The disk has changed {n} row: {rows}.",
            "The disk has changed {n} rows: {rows}.",
            len(damaged),
        )
        words = sentence.format(n=len(damaged), rows=", ".join(damaged[:5]))
        yield Checked(health=Health.BAD, words=words)
    for each in troubles:
        yield Checked(health=Health.BAD, words=trouble_words(each))
    if not (damaged or troubles):
        words = _("The file of your plans is sound: {path}.").format(path=path)
        yield Checked(health=Health.WELL, words=words)


def _copies() -> Iterator[Checked]:
    there = all_copies()
    good = [each for each in there if each.is_good]
    if not there:
        words = _("There are no copies yet. One is made when something was changed.")
        yield Checked(health=Health.WELL, words=words)
        return
    words = ngettext("{n} copy is good.", "{n} copies are good.", len(good)).format(n=len(good))
    if good:
        newest = _("The newest is of {when}.").format(when=copy_line(good[0]).when)
        words = f"{words} {newest}"
    yield Checked(health=Health.WELL if good else Health.BAD, words=words)
    for each in there:
        if not each.is_good:
            words = (
                _("The copy {number} was made by a newer version of the program.")
                if each.is_newer
                else _("The copy {number} is damaged.")
            )
            yield Checked(health=Health.WARNING, words=words.format(number=each.copy.number))


def _second_folder() -> Iterator[Checked]:
    folder = load_keeping().second_folder
    if folder is None:
        return
    if not folder.is_dir():
        words = _("The second folder for copies is not there: {folder}.").format(folder=folder)
        yield Checked(health=Health.WARNING, words=words)
        return
    good = sum(each.is_good for each in all_copies(folder))
    words = ngettext(
        "{n} copy is good in the second folder, {folder}.",
        "{n} copies are good in the second folder, {folder}.",
        good,
    )
    health = Health.WELL if good else Health.WARNING
    yield Checked(health=health, words=words.format(n=good, folder=folder))


def _unsaved() -> Iterator[Checked]:
    n = len(Drafts(locations.drafts_path()).waiting())
    if n:
        words = ngettext(
            "{n} thing that was typed is not saved yet. The program offers it at its next start.",
            "{n} things that were typed are not saved yet."
            " The program offers them at its next start.",
            n,
        ).format(n=n)
        yield Checked(health=Health.WARNING, words=words)


def _folder() -> Iterator[Checked]:
    folder = locations.data_folder()
    if not folder.exists():
        return
    if sys.platform != "win32":
        for path in (folder, *locations.own_files(), *locations.own_folders()):
            if path.exists() and path.stat().st_mode & _OTHERS:
                words = _("Others who use this computer may look into {path}.").format(path=path)
                yield Checked(health=Health.WARNING, words=words)
    if not os.access(folder, os.W_OK):
        words = _("Nothing can be saved in {folder}: it can only be read.").format(folder=folder)
        yield Checked(health=Health.BAD, words=words)
    service = service_of(folder)
    if service:
        words = _(
            "Your plans lie in a folder that {service} copies elsewhere: {folder}."
            " Two computers may then write over each other. Keep them in a folder of this computer."
        ).format(service=service, folder=folder)
        yield Checked(health=Health.WARNING, words=words)


def _disk() -> Iterator[Checked]:
    folder = _nearest(locations.data_folder())
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE:
        words = _("The disk is nearly full: {free} MB are free.").format(free=free // 1_000_000)
        yield Checked(health=Health.WARNING, words=words)


def _nearest(folder: Path) -> Path:
    return next(each for each in (folder, *folder.parents) if each.exists())


def _log() -> Iterator[Checked]:
    folder = locations.logs_folder()
    path = folder / FILE
    is_in_the_way = folder.exists() and not folder.is_dir()
    if is_in_the_way or (path.exists() and not os.access(path, os.W_OK)):
        words = _("The log cannot be written: {path}.").format(path=path)
        yield Checked(health=Health.WARNING, words=words)
