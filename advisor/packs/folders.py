"""A folder of evidence as it is written: its files, its edition and its digest.

Nothing is checked here but that it is YAML. What reads that takes 1.5 MB, and a start does without.
"""

from pathlib import Path

from advisor.errors import Fault, FileRefused
from advisor.files import read_bytes
from advisor.models.pack import PackVersion
from advisor.packs.first_shape import FIRST_FILES, is_of_first_shape
from advisor.packs.places import Placed, line_in
from advisor.packs.records import FILES, LARGEST
from advisor.packs.stored import canonical, sha256
from advisor.packs.yaml_reading import read_yaml


def edition_read_in(folder: Path) -> PackVersion | None:
    """Return what ``edition_in`` does, however it is written."""
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
        texts.append(canonical({file: read.value})[1:-1])
    return sha256(f"{{{','.join(texts)}}}")


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
