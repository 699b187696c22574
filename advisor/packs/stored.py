"""Evidence that is stored already: what was checked when it came is not checked again.

A start needs no more than this; what checks a folder loads when an edition is new.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from advisor.errors import Fault, FileRefused, PackRefused
from advisor.files import read_bytes
from advisor.language import _
from advisor.models.pack import Pack, PackVersion
from advisor.packs.building import build_pack
from advisor.packs.first_shape import FIRST_FILES, brought_up, is_first_shape, is_of_first_shape
from advisor.packs.places import Placed, line_in
from advisor.packs.records import FILES, PackRecords
from advisor.packs.yaml_reading import LARGEST, read_yaml

Read = tuple[PackVersion, str, dict[str, object]]
"""An edition as it is stored: its version, digest and records."""


def edition_in(folder: Path) -> PackVersion | None:
    """Return which edition a folder says it holds, or None when it does not say so plainly.

    Reads pack.yaml only, so that a start needs no look at evidence that is stored already.
    """
    read = read_file(folder / f"{FILES[0]}.yaml")
    head = read.value if isinstance(read, Placed) else None
    if not isinstance(head, dict):
        return None
    match head:
        case {"id": str(pack_id), "version": str(version)}:
            return PackVersion(id=pack_id, version=version)
        case _:
            return None


def digest_in(folder: Path) -> str | None:
    """Return the digest of what a folder holds, sound or not; None where it cannot be read.

    Nothing is checked, which takes half the time of ``read_pack``.
    """
    known = FIRST_FILES if is_of_first_shape(folder) else FILES
    texts = list[str]()
    # One file at a time: all of them as values take 4 MB, which Python then keeps.
    for file in sorted(known):
        read = read_file(folder / f"{file}.yaml")
        if not isinstance(read, Placed):
            return None
        texts.append(_canonical({file: read.value})[1:-1])
    return _sha256(f"{{{','.join(texts)}}}")


def digest_of(records: Mapping[str, object]) -> str:
    """Return the SHA-256 of the records as JSON with sorted keys and no spaces, in hex."""
    return _sha256(_canonical(records))


def _canonical(records: Mapping[str, object]) -> str:
    return json.dumps(records, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def load_records(records: Mapping[str, object]) -> Pack:
    """Return the pack of records that were stored after they had been read by ``read_pack``.

    They are trusted to be sound (their keeper compares the digest), so that this is quick.
    Raises PackRefused when they have lost their shape all the same.
    """
    first_shape = is_first_shape(records)
    try:
        if records.keys() != set(FIRST_FILES if first_shape else FILES):
            raise KeyError(*records)
        return build_pack(brought_up(records) if first_shape else cast("PackRecords", records))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise PackRefused(
            _(
                "The stored evidence pack is damaged and cannot be read. "
                "Restore a backup, or load the pack again."
            ),
            details={"error": type(error).__name__},
        ) from error


def read_file(path: Path) -> Placed | tuple[Fault, ...]:
    """Return what a file holds, or all that is wrong with how it is written."""
    try:
        document = read_yaml(read_bytes(path, most=LARGEST))
    except FileRefused as refusal:
        return (Fault(place=path.name, message=refusal.message),)
    if document.faults:
        return tuple(
            Fault(
                place=line_in(path.name, fault.line) if fault.line else path.name,
                message=fault.message,
            )
            for fault in document.faults
        )
    return Placed(name=path.name, value=document.value, lines=document.lines)
