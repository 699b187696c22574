"""Evidence is stored whole, once, beside older editions, and read back checked."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
import yaml
from sqlalchemy import Connection, delete, select, update

from advisor import locations
from advisor.errors import NotFound, StorageError
from advisor.models.pack import PackVersion
from advisor.storage import packs
from advisor.storage.database import Database
from advisor.storage.schema.evidence_tables import ACTION, EVIDENCE, GATE, PACK, RULE
from tests.packs.authoring import EDITION_2026_11
from tests.storage import things
from tests.storage.things import DIGEST, EDITION
from tests.support.shipped import shipped_pack

Records = dict[str, object]


def store(
    database: Database,
    version: PackVersion = EDITION,
    digest: str = DIGEST,
    records: Callable[[], Records] = things.records,
) -> bool:
    return database.write(
        lambda connection: packs.store_pack(connection, version, digest, records())
    )


def read(database: Database, version: PackVersion = EDITION) -> Records:
    with database.reading() as connection:
        return packs.pack_records(connection, version)


def of_files(folder: Path) -> Records:
    files = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8"))
             for file in folder.glob("*.yaml")}  # fmt: skip
    # Through JSON, for YAML knows dates.
    return cast("Records", json.loads(json.dumps(files, default=str)))


@pytest.mark.parametrize("records", [things.records, things.later_records])
def test_records_come_back_as_they_were_stored(
    either: Database, records: Callable[[], Records]
) -> None:
    assert store(either, records=records)

    assert read(either) == records()


def test_editions_of_both_shapes_stand_side_by_side(either: Database) -> None:
    newer = PackVersion(id=EDITION.id, version="2")
    store(either)
    store(either, newer, "e" * 64, things.later_records)

    assert read(either) == things.records()
    assert read(either, newer) == things.later_records()


@pytest.mark.parametrize("folder", [locations.evidence_folder(), EDITION_2026_11])
def test_an_edition_comes_back_as_it_is_in_its_files(database: Database, folder: Path) -> None:
    records = of_files(folder)
    store(database, records=lambda: records)

    assert read(database) == records
    assert list(cast("Records", read(database)["glossary"])) == list(
        cast("Records", records["glossary"])
    )


def test_texts_of_papers_keep_their_order(database: Database) -> None:
    texts = {"b": "first", "a": "second"}
    part = {"id": "p", "question": "formats", "texts": texts, "last": " and "}
    words = {"plan_in_a_line": [{"id": "s", "opening": [part], "then": []}]}
    store(database, records=lambda: {**things.later_records(), "paper_words": words})

    assert json.dumps(read(database)["paper_words"]) == json.dumps(words)


def test_every_record_of_the_shipped_evidence_has_its_row(database: Database) -> None:
    records = of_files(locations.evidence_folder())
    store(database, records=lambda: records)

    with database.reading() as connection:
        rows = {table.name: len(connection.execute(select(table.c.id)).all()) for table in EVIDENCE}
    pack = shipped_pack()
    assert rows["question"] == len(pack.questionnaire.questions)
    assert rows["configuration"] == len(pack.configurations)
    assert rows["rule"] == len(pack.rule_by_id)
    assert rows["action"] == len(pack.actions)
    assert rows["source"] == len(pack.sources)
    assert rows["gate"] == len(pack.gates)
    assert rows["material"] == 5


def test_the_same_edition_twice_is_stored_once(either: Database) -> None:
    assert store(either)
    assert not store(either)

    with either.reading() as connection:
        assert packs.stored_packs(connection) == {EDITION: DIGEST}


def test_other_evidence_under_the_same_version_is_refused(either: Database) -> None:
    store(either)

    with pytest.raises(StorageError, match="never changed: give the new one another version"):
        store(either, digest="e" * 64)
    assert read(either) == things.records()


def test_a_newer_edition_is_added_beside_the_older(either: Database) -> None:
    newer = PackVersion(id=EDITION.id, version="2")
    store(either)
    store(either, newer, "e" * 64)

    with either.reading() as connection:
        assert list(packs.stored_packs(connection)) == [EDITION, newer]
    assert read(either) == read(either, newer) == things.records()


def test_an_edition_that_is_not_there_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound, match="no evidence small 1"):
        read(database)


def test_evidence_can_be_asked_for_in_sql(either: Database) -> None:
    store(either)

    with either.reading() as connection:
        keys = connection.scalars(select(ACTION.c.id).where(ACTION.c.key, ACTION.c.stage == "plan"))
        assert list(keys) == ["plan-01"]


def test_gates_can_be_asked_for_by_their_level(either: Database) -> None:
    store(either, records=things.later_records)

    with either.reading() as connection:
        stops = connection.scalars(select(GATE.c.id).where(GATE.c.level == "stop"))
        assert list(stops) == ["gate-b"]


def rename(connection: Connection) -> None:
    connection.execute(update(PACK).values(title="Another"))


def remove(connection: Connection) -> None:
    connection.execute(delete(RULE).where(RULE.c.id == "T01-a"))


@pytest.mark.parametrize("change", [rename, remove])
def test_whoever_would_change_stored_evidence_is_told_that_nobody_does(
    either: Database, change: Callable[[Connection], None]
) -> None:
    store(either)

    with pytest.raises(StorageError, match="Store a new edition") as refused:
        either.write(change)
    assert refused.value.code == "never-changed"
    assert read(either) == things.records()


@pytest.mark.parametrize("change", ["UPDATE {} SET content = ''", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_stored_evidence(
    database: Database, change: str
) -> None:
    store(database, records=things.later_records)

    for table in ("pack", *(table.name for table in EVIDENCE)):
        with pytest.raises(StorageError) as refused, database.writing() as connection:
            connection.exec_driver_sql(change.format(table))
        assert refused.value.code == "never-changed"
    assert read(database) == things.later_records()


@pytest.mark.postgres
def test_a_server_refuses_to_change_stored_evidence_too(server: Database) -> None:
    store(server)

    for change in ("UPDATE rule SET content = ''", "DELETE FROM action"):
        with pytest.raises(StorageError), server.writing() as connection:
            connection.exec_driver_sql(change)
    assert read(server) == things.records()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE rule SET content = replace(content, 'group', 'grouq') WHERE id = 'T01-a'",
         "rule T01-a"),
        ("UPDATE question SET nature = 'context' WHERE id = 'formats'", "question formats"),
        ("UPDATE source SET digest = replace(digest, substr(digest, 1, 1), 'x')", "source s-2020"),
        ("UPDATE option SET position = 9 WHERE id = 'telephone'", "option telephone"),
        ("UPDATE gate SET level = 'stop' WHERE id = 'gate-a'", "gate gate-a"),
        ("UPDATE material SET content = replace(content, 'Short', 'Long') WHERE id = 'training'",
         "material training"),
    ],
)  # fmt: skip
def test_a_row_that_the_disk_has_changed_is_named(
    database: Database, change: str, named: str
) -> None:
    store(database, records=things.later_records)
    spoil(database, change)

    with pytest.raises(StorageError) as refused:
        read(database)

    assert refused.value.code == "evidence-damaged"
    assert refused.value.details["rows"] == named
    assert named in refused.value.message


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM glossary_term WHERE id = 'zeal'",
        "DELETE FROM rule WHERE id = 'T01-a'",
        "UPDATE pack SET content = replace(content, 'A small', 'A big')",
        "UPDATE pack SET content = substr(content, 2)",
        "DELETE FROM gate WHERE id = 'gate-a'",
        "DELETE FROM material WHERE id = 'moves'",
    ],
)
def test_evidence_with_rows_missing_is_refused(database: Database, change: str) -> None:
    store(database, records=things.later_records)
    spoil(database, change)

    with pytest.raises(StorageError, match="rows are missing"):
        read(database)


def spoil(database: Database, change: str) -> None:
    """Do what only a disk or a stranger's tool can do."""
    with database.raw() as raw:
        names = [
            name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ]
        for name in names:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("PRAGMA foreign_keys = OFF")
        assert raw.execute(change).rowcount > 0
