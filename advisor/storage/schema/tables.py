"""The tables of plans: what people typed, who may overwrite it, and what it was before.

Every row that people edit counts its saves in ``version``; SQLAlchemy refuses to save over a
version it did not read. Never change these tables by bulk ``update()`` or ``delete()``: that
goes past the count, and one person's words vanish without a sign.
"""

import datetime

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
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from advisor.models.plan import Choice, OpenAnswer
from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH
from advisor.storage.schema.columns import (
    DATE_LENGTH,
    DIGEST_LENGTH,
    MOMENT_LENGTH,
    STRICT,
    UUID_LENGTH,
    Base,
    MaybeDay,
    MaybeTime,
    MaybeWords,
    Moment,
    Number,
    Time,
    Words,
    at_most,
    within,
)

ID_LENGTH = 120
VALUE_LENGTH = 20_000
MOST = 1_000_000_000


def _one_of(column: str, words: "type[Choice | OpenAnswer]") -> CheckConstraint:
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def edited() -> tuple[CheckConstraint, ...]:
    """Return what holds of every row that people edit."""
    return (
        at_most("changed", MOMENT_LENGTH, MOMENT_LENGTH),
        at_most("digest", DIGEST_LENGTH, DIGEST_LENGTH),
        within("version", 1, MOST),
    )


def _decided() -> tuple[CheckConstraint, ...]:
    return (
        _one_of("choice", Choice),
        at_most("owner", TITLE_LENGTH),
        at_most("due", DATE_LENGTH, DATE_LENGTH),
        at_most("note", NOTE_LENGTH),
        at_most("reason", NOTE_LENGTH),
    )


def later_digest(column: str) -> MappedColumn[str]:
    """Return a digest that older tables did not have."""
    return mapped_column(Text, at_most(column, DIGEST_LENGTH), server_default="", default="")


class Edited(Base):
    """A row that people edit. ``digest`` tells whether the disk has changed their words."""

    __abstract__ = True

    changed: Mapped[Time]
    digest: Mapped[Words]
    version: Mapped[int] = mapped_column(Integer, nullable=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name


class OfPlan(Edited):
    """A row that people edit and that goes when its plan is erased."""

    __abstract__ = True

    plan: Mapped[str] = mapped_column(
        Text, ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True, sort_order=-1
    )


class PlanRow(Edited):
    """A plan's own words. ``deleted`` is set while the plan is put away."""

    __tablename__ = "plan"
    __table_args__ = (
        at_most("id", UUID_LENGTH, UUID_LENGTH),
        at_most("title", TITLE_LENGTH, 1),
        at_most("description", NOTE_LENGTH),
        at_most("deleted", MOMENT_LENGTH, MOMENT_LENGTH),
        *edited(),
        STRICT,
    )

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    title: Mapped[Words]
    description: Mapped[Words]
    created: Mapped[Time]
    deleted: Mapped[MaybeTime]


class ProgressRow(Base):
    """What a list of plans shows. Written by the program alone, with every save.

    ``sought`` is title and description for a search that asks for no capitals and no accents:
    SQLite knows those of English only. ``judged`` is what the stored advice comes to, as JSON,
    and ``judged_at`` the ``changed`` of the plan that it was made for. ``said_digest`` and
    ``past_digest`` combine the digests of all entries and of all changes, so that one is missed.
    """

    __tablename__ = "progress"
    __table_args__ = (
        at_most("changed", MOMENT_LENGTH, MOMENT_LENGTH),
        within("answered", 0, MOST),
        within("asked", 0, MOST),
        within("open_risks", 0, MOST),
        Index("ix_progress_changed", "changed", "plan"),
        STRICT,
    )

    plan: Mapped[str] = mapped_column(
        Text, ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True
    )
    changed: Mapped[Time]
    answered: Mapped[Number]
    asked: Mapped[Number]
    open_risks: Mapped[int | None] = mapped_column(Integer)
    pack_id: Mapped[MaybeWords]
    pack_version: Mapped[MaybeWords]
    sought: Mapped[Words]
    gates_missing: Mapped[int | None] = mapped_column(Integer, within("gates_missing", 0, MOST))
    judged: Mapped[MaybeWords]
    judged_at: Mapped[datetime.datetime | None] = mapped_column(
        Moment, at_most("judged_at", MOMENT_LENGTH, MOMENT_LENGTH)
    )
    said_digest: Mapped[str] = later_digest("said_digest")
    past_digest: Mapped[str] = later_digest("past_digest")


class AnswerRow(OfPlan):
    """One answer: ``value`` as JSON, or ``open`` with the reason why there is none.

    ``edition`` is that of the evidence whose question was answered; empty where it was not kept.
    """

    __tablename__ = "answer"
    __table_args__ = (
        at_most("question", ID_LENGTH, 1),
        at_most("value", VALUE_LENGTH, 1),
        _one_of("open", OpenAnswer),
        CheckConstraint("(value IS NULL) <> (open IS NULL)", name="given_or_open"),
        at_most("note", NOTE_LENGTH),
        *edited(),
        STRICT,
    )

    question: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[MaybeWords]
    open: Mapped[MaybeWords]
    note: Mapped[Words]
    edition: Mapped[str] = mapped_column(
        Text, at_most("edition", TITLE_LENGTH), server_default="", default="", sort_order=1
    )


class Decided(OfPlan):
    """The columns of a decision."""

    __abstract__ = True

    choice: Mapped[Words]
    owner: Mapped[Words]
    due: Mapped[MaybeDay]
    note: Mapped[Words]
    reason: Mapped[Words]


class DecisionRow(Decided):
    """A decision about one action of the evidence pack."""

    __tablename__ = "decision"
    __table_args__ = (at_most("action", ID_LENGTH, 1), *_decided(), *edited(), STRICT)

    action: Mapped[str] = mapped_column(Text, primary_key=True)


class OwnActionRow(Decided):
    """An action that the provider added, with what was decided about it."""

    __tablename__ = "own_action"
    __table_args__ = (
        at_most("id", UUID_LENGTH, UUID_LENGTH),
        at_most("text", NOTE_LENGTH, 1),
        at_most("stage", ID_LENGTH),
        within("position", 0, MOST),
        *_decided(),
        *edited(),
        STRICT,
    )

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    position: Mapped[Number]
    text: Mapped[Words]
    stage: Mapped[Words]


class OwnRiskRow(OfPlan):
    """A risk that the provider added."""

    __tablename__ = "own_risk"
    __table_args__ = (
        at_most("id", UUID_LENGTH, UUID_LENGTH),
        at_most("text", NOTE_LENGTH, 1),
        at_most("mitigation", NOTE_LENGTH),
        within("position", 0, MOST),
        *edited(),
        STRICT,
    )

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    position: Mapped[Number]
    text: Mapped[Words]
    mitigation: Mapped[Words]


class AdviceRow(Base):
    """The advice that a plan last had. Written by the program alone."""

    __tablename__ = "stored_advice"
    __table_args__ = (within("open_risks", 0, MOST), STRICT)

    plan: Mapped[str] = mapped_column(
        Text, ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True
    )
    pack_id: Mapped[Words]
    pack_version: Mapped[Words]
    advice: Mapped[Words]
    open_risks: Mapped[Number]
    made: Mapped[Time]


class HistoryRow(Base):
    """One change by a person: what was there and what is there now, as JSON. Only ever added.

    ``who`` is the login name at the computer; empty where it was not kept or not known.
    """

    __tablename__ = "history"
    __table_args__ = (
        at_most("id", UUID_LENGTH, UUID_LENGTH),
        at_most("made", MOMENT_LENGTH, MOMENT_LENGTH),
        at_most("what", ID_LENGTH, 1),
        at_most("which", ID_LENGTH, 1),
        Index("ix_history_plan", "plan", "number"),
        STRICT,
    )

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[str] = mapped_column(Text, unique=True)
    plan: Mapped[str] = mapped_column(Text, ForeignKey("plan.id", ondelete="CASCADE"))
    made: Mapped[Time]
    what: Mapped[Words]
    which: Mapped[Words]
    old: Mapped[MaybeWords]
    new: Mapped[MaybeWords]
    who: Mapped[str] = mapped_column(Text, at_most("who", ID_LENGTH), server_default="")
    digest: Mapped[str] = later_digest("digest")


REVISION = Table(
    "alembic_version",
    Base.metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""The version of the tables, under the name that the first version of the program looks for: it
calls a newer database newer by it, and not another program's."""
