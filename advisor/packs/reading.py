"""Evidence packs: a folder of YAML files read whole, or refused with all their faults."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import cast

from advisor.checks.pack_checks import problems_in
from advisor.checks.problems import Problem
from advisor.checks.unused import warnings_in
from advisor.errors import Fault, PackRefused, did_you_mean
from advisor.language import _, ngettext
from advisor.models.pack import Pack
from advisor.models.texts import harmless, shown
from advisor.packs.building import build_pack
from advisor.packs.first_shape import FIRST_FILES, brought_up, is_of_first_shape
from advisor.packs.folders import read_file
from advisor.packs.places import Placed
from advisor.packs.record_checks import record_faults
from advisor.packs.records import FILES, PackRecords
from advisor.packs.schema import MOST_FAULTS, ShapeFault, shape_faults
from advisor.packs.sound import SoundRecords, sound_records
from advisor.packs.stored import Read, digest_of, load_records

_RISKS = "configurations_risks"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSource:
    """A sound pack with the records that it was built from, in the shape of its files.

    ``digest`` is the SHA-256 (64 hex digits) of the records as canonical JSON: two folders with
    the same digest say the same, whatever their layout and comments. ``warnings``: what an
    author should look at, and what keeps nobody from using the pack.
    """

    records: dict[str, object]
    pack: Pack
    digest: str
    warnings: tuple[Fault, ...] = ()


def read_for_good(folder: Path) -> Read:
    """Return what is stored of a folder; raise PackRefused as ``read_pack`` does."""
    source = read_pack(folder)
    return source.pack.version, source.digest, source.records


def read_pack(folder: Path) -> PackSource:
    """Return the evidence pack in a folder, of the present shape or of the first.

    Raises PackRefused with all faults of all files at once. Faults that lie in what records say
    together are looked for among the records that are sound themselves, and only when pack.yaml
    and the shape of every file allow it.
    """
    _refuse_another_place(folder)
    first_shape = is_of_first_shape(folder)
    known = FIRST_FILES if first_shape else FILES
    faults = list(_unknown_files(folder, known))
    files: dict[str, Placed] = {}
    for file in known:
        read = read_file(folder / f"{file}.yaml")
        if isinstance(read, Placed):
            files[file] = read
        else:
            faults += read
    faults += _faults_in(files, first_shape=first_shape)
    if faults:
        raise _refusal(folder, faults)
    records = {file: placed.value for file, placed in files.items()}
    pack = load_records(records)
    warnings = () if first_shape else tuple(_placed(files, _led_back(files, warnings_in(pack))))
    return PackSource(records=records, pack=pack, digest=digest_of(records), warnings=warnings)


def _refuse_another_place(folder: Path) -> None:
    if not _is_folder(folder):
        wrong = _(
            "There is no folder {folder}. Name the folder that holds pack.yaml and its files."
        )
    elif not any((folder / f"{file}.yaml").exists() for file in FILES):
        wrong = _(
            "There is no evidence pack in {folder}. "
            "Name the folder that holds pack.yaml and its files."
        )
    else:
        return
    raise PackRefused(wrong.format(folder=shown(str(folder), 200)))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # A name too long for any folder.
        return False


def _unknown_files(folder: Path, files: Iterable[str]) -> Iterator[Fault]:
    known = [f"{file}.yaml" for file in files]
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in {".yaml", ".yml"} and path.name not in known:
            guess = did_you_mean(path.name, known)
            message = _("This file does not belong to a pack.") + guess
            yield Fault(place=harmless(path.name), message=message)


def _faults_in(files: Mapping[str, Placed], *, first_shape: bool) -> Iterator[Fault]:
    values = {file: placed.value for file, placed in files.items()}
    shapes = shape_faults(values, first_shape=first_shape)
    others = tuple(islice(record_faults(values, first_shape=first_shape), MOST_FAULTS))
    own = (*shapes, *others)
    # Where not every fault was looked for, a record without one need not be sound.
    are_all = max(len(shapes), len(others)) < MOST_FAULTS
    sound = sound_records(values, own, first_shape=first_shape) if are_all else None
    among = () if sound is None else _problems_among(sound, first_shape=first_shape)
    yield from _placed(files, (*own, *_led_back(files, islice(among, MOST_FAULTS))))


def _problems_among(sound: SoundRecords, *, first_shape: bool) -> Iterator[Problem]:
    """Yield what makes no sense among the records that have no fault of their own."""
    records = sound.records
    pack = build_pack(brought_up(records) if first_shape else cast("PackRecords", records))
    for problem in problems_in(pack, first_shape=first_shape):
        # What is there but faulty is not missing.
        if problem.missing not in sound.left_out and sound.incomplete.isdisjoint(problem.whole):
            yield problem


def _led_back(files: Mapping[str, Placed], problems: Iterable[Problem]) -> Iterator[ShapeFault]:
    """Lead problems of a pack back to their files: its statements stand in two of them."""
    for problem in problems:
        file = problem.file
        if file == "configurations" and _holds(files.get(_RISKS), problem.trail[0]):
            file = _RISKS
        path = files[file].path_of(problem.trail)
        yield ShapeFault(file=file, path=path, message=problem.message)


def _holds(placed: Placed | None, identifier: str | int) -> bool:
    items = placed.value if placed else None
    return isinstance(items, list) and any(
        isinstance(item, dict) and item.get("id") == identifier for item in items
    )


def _placed(files: Mapping[str, Placed], faults: Iterable[ShapeFault]) -> Iterator[Fault]:
    order = {file: number for number, file in enumerate(files)}
    by_line = sorted(
        faults, key=lambda fault: (order[fault.file], files[fault.file].line_of(fault.path))
    )
    for fault in by_line:
        yield Fault(place=files[fault.file].place_of(fault.path), message=fault.message)


def _refusal(folder: Path, faults: list[Fault]) -> PackRefused:
    sentence = ngettext(
        "The evidence pack in {folder} cannot be used: it has a fault. It is in {fault}",
        "The evidence pack in {folder} cannot be used: it has {n} faults. The first is in {fault}",
        len(faults),
    )
    message = sentence.format(folder=shown(folder.name), n=len(faults), fault=faults[0])
    return PackRefused(message, faults=tuple(faults))
