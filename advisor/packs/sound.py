"""The records of a pack that are sound themselves, so that the rest can still be checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.packs.first_shape import FIRST_FILES
from advisor.packs.records import FILES
from advisor.packs.schema import ShapeFault

MATERIALS = ("evaluation", "training", "templates", "paper_words", "moves")
"""The files that are one document each. Nothing refers to them, so a pack is whole without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundRecords:
    """Records without a fault, the ids of those that were left out, and the files they are in."""

    records: Mapping[str, object]
    left_out: frozenset[str]
    incomplete: frozenset[str]


def sound_records(
    values: Mapping[str, object], faults: Iterable[ShapeFault], *, first_shape: bool = False
) -> SoundRecords | None:
    """Return the sound records of a pack.

    None when a file is missing or has no list to leave something out of, or when pack.yaml has
    a fault: then nearly every reference would seem to dangle.
    """
    files = FIRST_FILES if first_shape else FILES
    paths: dict[str, list[tuple[str | int, ...]]] = {file: [] for file in files}
    for fault in faults:
        paths[fault.file].append(fault.path)
    records: dict[str, object] = {}
    left_out: set[str] = set()
    for file, own in paths.items():
        kept = _sound(file, values.get(file), own)
        if kept is not None:
            records[file], without = kept
            left_out |= without
        elif file not in MATERIALS:
            return None
    return SoundRecords(
        records=records,
        left_out=frozenset(left_out - {""}),
        incomplete=frozenset(file for file in files if paths[file] or file not in records),
    )


def _sound(
    file: str, value: object, faults: list[tuple[str | int, ...]]
) -> tuple[object, set[str]] | None:
    """Return what is sound of a file with the ids that are left out; None: nothing to use."""
    if not faults:
        return None if value is None else (value, set())
    if file == "pack" or () in faults:
        return None
    match value:
        case list() as items:
            return _without(items, {path[0] for path in faults})
        case dict() as entries if file == "glossary":
            own = {path[0] for path in faults}
            return {key: text for key, text in entries.items() if key not in own}, set()
        case dict() as document:
            return _sound_document(document, faults)
        case _:
            return None


def _sound_document(
    document: Mapping[str, object], faults: list[tuple[str | int, ...]]
) -> tuple[object, set[str]] | None:
    """Leave items out of the lists of a document; None where something else is at fault."""
    places: dict[str | int, set[str | int]] = {}
    for key, *rest in faults:
        if not rest or not isinstance(rest[0], int):
            return None
        places.setdefault(key, set()).add(rest[0])
    kept, left_out = dict(document), set[str]()
    for key, own in places.items():
        items = kept.get(str(key))
        if not isinstance(items, list):
            return None
        kept[str(key)], without = _without(items, own)
        left_out |= without
    return kept, left_out


def _without(items: list[object], own: set[str | int]) -> tuple[list[object], set[str]]:
    sound = [item for number, item in enumerate(items) if number not in own]
    return sound, {_id_of(items[number]) for number in own if isinstance(number, int)}


def _id_of(item: object) -> str:
    match item:
        case {"id": str(identifier)}:
            return identifier
        case _:
            return ""
