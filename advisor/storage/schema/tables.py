"""The tables of plans: what people typed, who may overwrite it, and what it was before.

Every row that people edit counts its saves in ``version``. Such a row is changed and removed by
``advisor.storage.rows`` alone, which refuses to save over a version that was not read.
"""

from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

from advisor.models.plan import Choice, OpenAnswer
from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH
from advisor.storage.schema.columns import (
    DATE_LENGTH,
    DIGEST_LENGTH,
    METADATA,
    MOMENT_LENGTH,
    UUID_LENGTH,
    Day,
    Moment,
    at_most,
    key,
    maybe_words,
    moment,
    number,
    plan_key,
    table,
    within,
    words,
)

ID_LENGTH = 120
VALUE_LENGTH = 20_000
MOST = 1_000_000_000


def _one_of(column: str, known: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{word.value}'" for word in known)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def edited() -> tuple[SchemaItem, ...]:
    """Return what every row has that people edit, after what it says.

    ``digest`` tells whether the disk has changed their words.
    """
    return (
        moment("changed"),
        words("digest"),
        number("version"),
        at_most("changed", MOMENT_LENGTH, MOMENT_LENGTH),
        at_most("digest", DIGEST_LENGTH, DIGEST_LENGTH),
        within("version", 1, MOST),
    )


def _decided() -> tuple[SchemaItem, ...]:
    return (
        words("choice"),
        words("owner"),
        Column("due", Day),
        words("note"),
        words("reason"),
        _one_of("choice", Choice),
        at_most("owner", TITLE_LENGTH),
        at_most("due", DATE_LENGTH, DATE_LENGTH),
        at_most("note", NOTE_LENGTH),
        at_most("reason", NOTE_LENGTH),
    )


def _later(name: str, longest: int) -> Column[str]:
    """Return a column of text that older tables did not have."""
    return Column(name, Text, at_most(name, longest), nullable=False, server_default="")


PLAN = table(
    "plan",
    key("id"),
    words("title"),
    words("description"),
    moment("created"),
    Column("deleted", Moment),
    at_most("id", UUID_LENGTH, UUID_LENGTH),
    at_most("title", TITLE_LENGTH, 1),
    at_most("description", NOTE_LENGTH),
    at_most("deleted", MOMENT_LENGTH, MOMENT_LENGTH),
    *edited(),
)
"""A plan's own words. ``deleted`` is set while the plan is put away."""

PROGRESS = table(
    "progress",
    plan_key(),
    moment("changed"),
    number("answered"),
    number("asked"),
    Column("open_risks", Integer),
    maybe_words("pack_id"),
    maybe_words("pack_version"),
    words("sought"),
    Column("gates_missing", Integer, within("gates_missing", 0, MOST)),
    maybe_words("judged"),
    Column("judged_at", Moment, at_most("judged_at", MOMENT_LENGTH, MOMENT_LENGTH)),
    _later("said_digest", DIGEST_LENGTH),
    _later("past_digest", DIGEST_LENGTH),
    at_most("changed", MOMENT_LENGTH, MOMENT_LENGTH),
    within("answered", 0, MOST),
    within("asked", 0, MOST),
    within("open_risks", 0, MOST),
    Index("ix_progress_changed", "changed", "plan"),
)
"""What a list of plans shows. Written by the program alone, with every save.

``sought`` is title and description for a search that asks for no capitals and no accents:
SQLite knows those of English only. ``judged`` is what the stored advice comes to, as JSON,
and ``judged_at`` the ``changed`` of the plan that it was made for. ``said_digest`` and
``past_digest`` combine the digests of all entries and of all changes, so that one is missed.
"""

ANSWER = table(
    "answer",
    plan_key(),
    key("question"),
    maybe_words("value"),
    maybe_words("open"),
    words("note"),
    at_most("question", ID_LENGTH, 1),
    at_most("value", VALUE_LENGTH, 1),
    _one_of("open", OpenAnswer),
    CheckConstraint("(value IS NULL) <> (open IS NULL)", name="given_or_open"),
    at_most("note", NOTE_LENGTH),
    *edited(),
    _later("edition", TITLE_LENGTH),
)
"""One answer: ``value`` as JSON, or ``open`` with the reason why there is none.

``edition`` is that of the evidence whose question was answered; empty where it was not kept.
"""

DECISION = table(
    "decision",
    plan_key(),
    key("action"),
    at_most("action", ID_LENGTH, 1),
    *_decided(),
    *edited(),
)
"""A decision about one action of the evidence pack."""

OWN_ACTION = table(
    "own_action",
    plan_key(),
    key("id"),
    number("position"),
    words("text"),
    words("stage"),
    at_most("id", UUID_LENGTH, UUID_LENGTH),
    at_most("text", NOTE_LENGTH, 1),
    at_most("stage", ID_LENGTH),
    within("position", 0, MOST),
    *_decided(),
    *edited(),
)
"""An action that the provider added, with what was decided about it."""

OWN_RISK = table(
    "own_risk",
    plan_key(),
    key("id"),
    number("position"),
    words("text"),
    words("mitigation"),
    at_most("id", UUID_LENGTH, UUID_LENGTH),
    at_most("text", NOTE_LENGTH, 1),
    at_most("mitigation", NOTE_LENGTH),
    within("position", 0, MOST),
    *edited(),
)
"""A risk that the provider added."""

COMMENT = table(
    "comment",
    plan_key(),
    key("id"),
    number("position"),
    words("question"),
    words("who"),
    words("text"),
    at_most("id", UUID_LENGTH, UUID_LENGTH),
    at_most("question", ID_LENGTH, 1),
    at_most("who", TITLE_LENGTH),
    at_most("text", NOTE_LENGTH, 1),
    within("position", 0, MOST),
    *edited(),
)
"""That somebody sees a question otherwise than it is answered."""

GATE_TICK = table(
    "gate_tick",
    plan_key(),
    key("gate"),
    Column("day", Day, nullable=False),
    at_most("gate", ID_LENGTH, 1),
    at_most("day", DATE_LENGTH, DATE_LENGTH),
    *edited(),
)
"""That somebody ticked what must be there first as being so, on a day; the rules never read it."""

STORED_ADVICE = table(
    "stored_advice",
    plan_key(),
    words("pack_id"),
    words("pack_version"),
    words("advice"),
    number("open_risks"),
    moment("made"),
    within("open_risks", 0, MOST),
)
"""The advice that a plan last had. Written by the program alone."""

HISTORY = table(
    "history",
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("plan", Text, ForeignKey("plan.id", ondelete="CASCADE"), nullable=False),
    moment("made"),
    words("what"),
    words("which"),
    maybe_words("old"),
    maybe_words("new"),
    _later("who", ID_LENGTH),
    _later("digest", DIGEST_LENGTH),
    at_most("id", UUID_LENGTH, UUID_LENGTH),
    at_most("made", MOMENT_LENGTH, MOMENT_LENGTH),
    at_most("what", ID_LENGTH, 1),
    at_most("which", ID_LENGTH, 1),
    Index("ix_history_plan", "plan", "number"),
)
"""One change by a person: what was there and what is there now, as JSON. Only ever added.

``who`` is the login name at the computer; empty where it was not kept or not known.
"""

REVISION = Table(
    "alembic_version",
    METADATA,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""The version of the tables, under the name that the first version of the program looks for: it
calls a newer database newer by it, and not another program's."""
