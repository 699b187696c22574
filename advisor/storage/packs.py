"""Editions of the evidence in the database: stored once, never changed, read back checked."""

import datetime
import json
import logging
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Row, Table, func, insert, select

from advisor.errors import NotFound, StorageError
from advisor.language import _
from advisor.models.pack import PackVersion
from advisor.storage import canonical
from advisor.storage.record_rows import (
    RecordRow,
    Rows,
    column_names,
    put_together,
    tables_of,
    taken_apart,
)
from advisor.storage.schema.evidence_tables import EVIDENCE, PACK

log = logging.getLogger(__name__)

# Two computers may bring the same edition at the same moment.
_STORING = 5_050_534_102
_NAMED_AT_MOST = 10


def store_pack(
    connection: Connection, version: PackVersion, digest: str, records: Mapping[str, object]
) -> bool:
    """Store an edition beside those that are there; False when this very one is there.

    ``records`` are JSON-ready values in the shape of the pack's files and ``digest`` is the
    SHA-256 of their canonical form. Raises StorageError ``other-edition`` when the database
    holds other evidence under the same version: an edition is never changed.
    """
    _wait_for_others(connection)
    there = _pack(connection, version)
    if there is not None:
        if there.digest != digest:
            raise _other_edition(version)
        return False
    head, rows = taken_apart(records)
    number = (connection.scalar(select(func.max(PACK.c.number))) or 0) + 1
    connection.execute(insert(PACK), _pack_row(number, version, digest, head, rows))
    for table, of_table in rows.items():
        if of_table:
            connection.execute(insert(table), [row.values(number) for row in of_table])
    log.info("stored evidence %s: %d rows", version, sum(map(len, rows.values())))
    return True


def stored_packs(connection: Connection) -> dict[PackVersion, str]:
    """Return the digest of each edition that is stored, in the order in which they came."""
    columns = (PACK.c.id, PACK.c.version, PACK.c.digest)
    found = connection.execute(select(*columns).order_by(PACK.c.number))
    return {PackVersion(id=row.id, version=row.version): row.digest for row in found}


def pack_records(connection: Connection, version: PackVersion) -> dict[str, object]:
    """Return the records of an edition in the shape of the pack's files.

    Raises NotFound, and StorageError ``evidence-damaged`` that names the rows which are not as
    they were stored.
    """
    pack = _pack(connection, version)
    if pack is None:
        raise NotFound(_("The database holds no evidence {version}.").format(version=version))
    head = _head(pack.content, version)
    rows: Rows = {}
    digests: list[str] = []
    damaged: list[str] = []
    for table in tables_of(head):
        rows[table] = []
        for digest, row in _stored_rows(connection, table, pack.number):
            rows[table].append(row)
            digests.append(digest)
            if row.digest != digest:
                damaged.append(f"{table.name} {row.id}")
    if damaged or _digest_over(pack.content, digests) != pack.rows_digest:
        raise _damaged(version, damaged)
    return put_together(head, rows)


def _head(content: str, version: PackVersion) -> dict[str, object]:
    try:
        head = json.loads(content)
    except ValueError:
        raise _damaged(version, []) from None
    return dict(head)


def _pack(connection: Connection, version: PackVersion) -> Row[int, str, str, str] | None:
    return connection.execute(
        select(PACK.c.number, PACK.c.digest, PACK.c.rows_digest, PACK.c.content).where(
            PACK.c.id == version.id, PACK.c.version == version.version
        )
    ).one_or_none()


def _pack_row(
    number: int, version: PackVersion, digest: str, head: Mapping[str, object], rows: Rows
) -> dict[str, object]:
    content = canonical.spelled(head)
    digests = (row.digest for table in EVIDENCE for row in rows[table])
    return {
        "number": number,
        "id": version.id,
        "version": version.version,
        "title": str(head.get("title", "")),
        "digest": digest,
        "rows_digest": _digest_over(content, digests),
        "stored": datetime.datetime.now(datetime.UTC),
        "content": content,
    }


def _stored_rows(connection: Connection, table: Table, pack: int) -> list[tuple[str, RecordRow]]:
    """Read a table's rows with their digests."""
    columns = table.columns
    names = ["digest", "id", "position", "content", *column_names(table)]
    found = connection.execute(
        select(*(columns[name] for name in names))
        .where(columns["pack"] == pack)
        .order_by(columns["position"], *(columns[name] for name in column_names(table)[:1]))
    )
    return [
        (digest, RecordRow(table, row_id, position, tuple(own), content))
        for digest, row_id, position, content, *own in found
    ]


def _digest_over(head: str, digests: Iterable[str]) -> str:
    """Cover the head and every row, in any order: databases sort texts differently."""
    return canonical.digest("\n".join([head, *sorted(digests)]))


def _wait_for_others(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_STORING)))


def _other_edition(version: PackVersion) -> StorageError:
    return StorageError(
        _(
            "The database already holds other evidence under {version}. An edition is never "
            "changed: give the new one another version."
        ).format(version=version),
        code="other-edition",
        details={"pack": version.id, "version": version.version},
    )


def _damaged(version: PackVersion, rows: list[str]) -> StorageError:
    named = ", ".join(rows[:_NAMED_AT_MOST]) or _("rows are missing or were added")
    if len(rows) > _NAMED_AT_MOST:
        named = _("{rows} and {number} more").format(rows=named, number=len(rows) - _NAMED_AT_MOST)
    return StorageError(
        _(
            "The stored evidence {version} is not as it was stored: {rows}. Restore a backup."
        ).format(version=version, rows=named),
        code="evidence-damaged",
        details={"pack": version.id, "version": version.version, "rows": ", ".join(rows)},
    )
