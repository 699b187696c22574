"""Evidence that is stored already: what was checked when it came is not checked again.

A start needs no more than this; what checks a folder loads when an edition is new.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import cast

from advisor.errors import PackRefused
from advisor.language import _
from advisor.models.pack import Pack, PackVersion
from advisor.packs.building import build_pack
from advisor.packs.first_shape import FIRST_FILES, brought_up, is_first_shape
from advisor.packs.records import FILES, PackRecords

Read = tuple[PackVersion, str, dict[str, object]]
"""An edition as it is stored: its version, digest and records."""


def digest_of(records: Mapping[str, object]) -> str:
    """Return the SHA-256 of the records as JSON with sorted keys and no spaces, in hex."""
    return sha256(canonical(records))


def canonical(records: Mapping[str, object]) -> str:
    """Return records as the text that the digest is of."""
    return json.dumps(records, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sha256(text: str) -> str:
    """Return the SHA-256 of a text, in hex."""
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
