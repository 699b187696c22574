"""The records of a pack that are sound themselves, so that the rest can still be checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from advisor.packs.records import PackRecords
from advisor.packs.schema import FILES, ShapeFault


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundRecords:
    """Records without a fault, and the ids of those that were left out."""

    records: PackRecords
    left_out: frozenset[str]


def sound_records(
    values: Mapping[str, object], faults: Iterable[ShapeFault]
) -> SoundRecords | None:
    """Return the sound records of a pack.

    None when a file is missing or has no list to leave something out of, or when pack.yaml has
    a fault: then nearly every reference would seem to dangle.
    """
    faulty: dict[str, set[str | int | None]] = {file: set() for file in FILES}
    for fault in faults:
        faulty[fault.file].add(fault.path[0] if fault.path else None)
    if values.keys() != set(FILES) or faulty["pack"] or any(None in own for own in faulty.values()):
        return None
    left_out: set[str] = set()
    records: dict[str, object] = {"pack": values["pack"]}
    for file, own in faulty.items():
        match values[file]:
            case list() as items:
                records[file] = [item for n, item in enumerate(items) if n not in own]
                left_out |= {_id_of(items[n]) for n in own if isinstance(n, int)}
            case dict() as entries if file != "pack":
                records[file] = {key: text for key, text in entries.items() if key not in own}
            case _:  # the head stays as it is
                pass
    return SoundRecords(records=cast("PackRecords", records), left_out=frozenset(left_out - {""}))


def _id_of(item: object) -> str:
    match item:
        case {"id": str(identifier)}:
            return identifier
        case _:
            return ""
