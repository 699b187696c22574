"""What makes one version of the tables into the next, each step under the version it leads to.

A step is never changed once it was released, and never made from the tables of today, which the
next version changes.
"""

import unicodedata
from collections.abc import Callable, Mapping
from typing import TypeAlias

from sqlalchemy import Connection, text

from advisor.storage import canonical

Step: TypeAlias = Callable[[Connection], None]


def _history_tells_who(connection: Connection) -> None:
    connection.exec_driver_sql(
        "ALTER TABLE history ADD COLUMN who TEXT DEFAULT '' NOT NULL"
        ' CONSTRAINT ck_history_who_length CHECK (length("who") BETWEEN 0 AND 120)'
    )


def _answers_tell_their_edition(connection: Connection) -> None:
    connection.exec_driver_sql(
        "ALTER TABLE answer ADD COLUMN edition TEXT DEFAULT '' NOT NULL"
        ' CONSTRAINT ck_answer_edition_length CHECK (length("edition") BETWEEN 0 AND 300)'
    )
    connection.exec_driver_sql(
        "UPDATE answer SET edition = COALESCE((SELECT progress.pack_version FROM progress"
        ' WHERE progress."plan" = answer."plan"), \'\')'
    )


def _lists_tell_what_is_missing(connection: Connection) -> None:
    connection.exec_driver_sql(
        "ALTER TABLE progress ADD COLUMN gates_missing INTEGER"
        ' CONSTRAINT ck_progress_gates_missing_range CHECK ("gates_missing" BETWEEN 0 AND'
        " 1000000000)"
    )


def _evidence_has_gates_and_materials(connection: Connection) -> None:
    is_server = connection.dialect.name == "postgresql"
    for table, own in (("gate", "level TEXT NOT NULL, "), ("material", "")):
        connection.exec_driver_sql(
            f"CREATE TABLE {table} (pack INTEGER NOT NULL, id TEXT NOT NULL, {own}"
            "position INTEGER NOT NULL, content TEXT NOT NULL, digest TEXT NOT NULL, "
            f"CONSTRAINT pk_{table} PRIMARY KEY (pack, id), "
            f"CONSTRAINT fk_{table}_pack FOREIGN KEY(pack) REFERENCES pack (number))"
            + ("" if is_server else " STRICT")
        )
        for what in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER keep_{table}_{what.lower()} BEFORE {what} ON {table} "
                + (
                    "FOR EACH ROW EXECUTE FUNCTION keep_as_stored()"
                    if is_server
                    else "BEGIN SELECT "
                    "RAISE(ABORT, 'this row is never changed once it is stored'); END"
                )
            )


def _to_second_version(connection: Connection) -> None:
    _history_tells_who(connection)
    _answers_tell_their_edition(connection)
    _lists_tell_what_is_missing(connection)
    _evidence_has_gates_and_materials(connection)


def _lists_tell_what_the_advice_comes_to(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE progress ADD COLUMN judged TEXT")
    connection.exec_driver_sql(
        "ALTER TABLE progress ADD COLUMN judged_at TEXT"
        ' CONSTRAINT ck_progress_judged_at_length CHECK (length("judged_at") BETWEEN 32 AND 32)'
    )


def _search_asks_for_no_accents(connection: Connection) -> None:
    kept = connection.exec_driver_sql('SELECT "plan", sought FROM progress').all()
    for plan, sought in kept:
        apart = unicodedata.normalize("NFKD", sought)
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
        if plain != sought:
            changing = text('UPDATE progress SET sought = :plain WHERE "plan" = :plan')
            connection.execute(changing, {"plain": plain, "plan": plan})


def _to_third_version(connection: Connection) -> None:
    _lists_tell_what_the_advice_comes_to(connection)
    _search_asks_for_no_accents(connection)


def _disagreement_is_kept(connection: Connection) -> None:
    is_server = connection.dialect.name == "postgresql"
    lengths = {
        "id": (36, 36),
        "question": (1, 120),
        "who": (0, 300),
        "text": (1, 10000),
        "changed": (32, 32),
        "digest": (64, 64),
    }
    length = {
        name: f'CONSTRAINT ck_comment_{name}_length CHECK (length("{name}") BETWEEN {least} AND'
        f" {most}), "
        for name, (least, most) in lengths.items()
    }
    connection.exec_driver_sql(
        'CREATE TABLE comment ("plan" TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, '
        "question TEXT NOT NULL, who TEXT NOT NULL, text TEXT NOT NULL, changed TEXT NOT NULL, "
        "digest TEXT NOT NULL, version INTEGER NOT NULL, "
        'CONSTRAINT pk_comment PRIMARY KEY ("plan", id), '
        f"{length['id']}{length['question']}{length['who']}{length['text']}"
        'CONSTRAINT ck_comment_position_range CHECK ("position" BETWEEN 0 AND 1000000000), '
        f"{length['changed']}{length['digest']}"
        'CONSTRAINT ck_comment_version_range CHECK ("version" BETWEEN 1 AND 1000000000), '
        'CONSTRAINT fk_comment_plan FOREIGN KEY("plan") REFERENCES "plan" (id) ON DELETE CASCADE)'
        + ("" if is_server else " STRICT")
    )


def _a_tick_on_what_must_be_there_is_kept(connection: Connection) -> None:
    is_server = connection.dialect.name == "postgresql"
    lengths = {"gate": (1, 120), "day": (10, 10), "changed": (32, 32), "digest": (64, 64)}
    bounds = "".join(
        f'CONSTRAINT ck_gate_tick_{name}_length CHECK (length("{name}") BETWEEN {least} AND'
        f" {most}), "
        for name, (least, most) in lengths.items()
    )
    connection.exec_driver_sql(
        'CREATE TABLE gate_tick ("plan" TEXT NOT NULL, gate TEXT NOT NULL, day TEXT NOT NULL, '
        "changed TEXT NOT NULL, digest TEXT NOT NULL, version INTEGER NOT NULL, "
        f'CONSTRAINT pk_gate_tick PRIMARY KEY ("plan", gate), {bounds}'
        'CONSTRAINT ck_gate_tick_version_range CHECK ("version" BETWEEN 1 AND 1000000000), '
        'CONSTRAINT fk_gate_tick_plan FOREIGN KEY("plan") REFERENCES "plan" (id) ON DELETE CASCADE)'
        + ("" if is_server else " STRICT")
    )


_SAID = ("plan", "answer", "decision", "own_action", "own_risk", "comment", "gate_tick")


def _what_was_said_before_is_sealed(connection: Connection) -> None:
    is_server = connection.dialect.name == "postgresql"
    for table, column in (
        ("progress", "said_digest"),
        ("progress", "past_digest"),
        ("history", "digest"),
    ):
        connection.exec_driver_sql(
            f"ALTER TABLE {table} ADD COLUMN {column} TEXT DEFAULT '' NOT NULL"
            f" CONSTRAINT ck_{table}_{column}_length"
            f' CHECK (length("{column}") BETWEEN 0 AND 64)'
        )
    said: dict[str, str] = {}
    for table in _SAID:
        whose = "id" if table == "plan" else '"plan"'
        for plan, digest in connection.exec_driver_sql(f'SELECT {whose}, digest FROM "{table}"'):  # noqa: S608 - our own words
            said[plan] = canonical.combined([said.get(plan, ""), digest])
    past = _seal_changes(connection, is_server=is_server)
    kept = text('UPDATE progress SET said_digest = :said, past_digest = :past WHERE "plan" = :plan')
    for plan, digest in said.items():
        connection.execute(kept, {"plan": plan, "said": digest, "past": past.get(plan, "")})


def _seal_changes(connection: Connection, *, is_server: bool) -> dict[str, str]:
    """Give every change its digest; return those of each plan combined."""
    where = " ON history" if is_server else ""
    connection.exec_driver_sql(f"DROP TRIGGER keep_history_update{where}")
    changes = connection.exec_driver_sql(
        'SELECT number, id, "plan", made, what, which, old, new, who FROM history'
    ).all()
    past: dict[str, str] = {}
    sealing = text("UPDATE history SET digest = :digest WHERE number = :number")
    for number, *said in changes:
        plan = said[1]
        digest = canonical.digest(canonical.spelled(["history", *said]))
        past[plan] = canonical.combined([past.get(plan, ""), digest])
        connection.execute(sealing, {"digest": digest, "number": number})
    connection.exec_driver_sql(
        "CREATE TRIGGER keep_history_update BEFORE UPDATE ON history "
        + (
            "FOR EACH ROW EXECUTE FUNCTION keep_as_stored()"
            if is_server
            else "BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END"
        )
    )
    return past


STEPS: Mapping[int, Step] = {
    2: _to_second_version,
    3: _to_third_version,
    4: _disagreement_is_kept,
    5: _a_tick_on_what_must_be_there_is_kept,
    6: _what_was_said_before_is_sealed,
}
