"""What was said before: every change of a plan written down, sealed, and missed when it is gone.

A change has a digest of its own, like every entry. With each plan the digests of all its entries,
and of all its changes, are kept combined: so a row that is lost is found as well as one that the
disk has changed.
"""

import datetime
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, Text, func, inspect, select, type_coerce
from sqlalchemy.orm import Session

from advisor import locations
from advisor.models.ids import PlanId
from advisor.models.stored import PlanTrouble
from advisor.models.texts import tidied, without_accents
from advisor.storage import canonical, wording
from advisor.storage.schema.tables import (
    AnswerRow,
    Edited,
    HistoryRow,
    OfPlan,
    PlanRow,
    ProgressRow,
)

_AT_ONCE = 1000
_COMBINED = (ProgressRow.said_digest, ProgressRow.past_digest)
_SEALED = ("id", "plan", "made", "what", "which", "old", "new", "who")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a row said and says, as JSON, with its digests; None where nothing was or is."""

    old: str | None
    new: str | None
    digests: tuple[str, ...] = ()


def now() -> datetime.datetime:
    """Return the moment in UTC."""
    return datetime.datetime.now(datetime.UTC)


def sought(title: str, description: str = "") -> str:
    """Return texts as they are searched: without capitals of any script, without accents."""
    return without_accents(tidied(f"{title}\n{description}".strip().casefold()))


def remember(session: Session, row: Edited, change: Change, *, moves_up: bool = True) -> None:
    """Add a change of a row to the history; with ``moves_up`` its plan was changed then."""
    plan_id = row.plan if isinstance(row, OfPlan) else wording.key_in(row).id
    history = written(row, plan_id, change)
    session.add(history)
    progress = session.get_one(ProgressRow, plan_id)
    if moves_up:
        progress.changed = history.made
    progress.said_digest = canonical.combined([progress.said_digest, *change.digests])
    progress.past_digest = canonical.combined([progress.past_digest, history.digest])
    if isinstance(row, AnswerRow):
        progress.answered = _answered(session, plan_id)
    if isinstance(row, PlanRow):
        progress.sought = sought(row.title, row.description)
    session.flush()


def remember_all(session: Session, plan_id: PlanId, rows: Iterable[Edited]) -> None:
    """Add to the history that all these rows are new; the list is not touched."""
    progress = session.get_one(ProgressRow, plan_id)
    said, past = [progress.said_digest], [progress.past_digest]
    for row in rows:
        words = canonical.spelled(wording.said_in(row))
        history = written(row, plan_id, Change(old=None, new=words))
        session.add(history)
        said.append(row.digest)
        past.append(history.digest)
    session.flush()
    progress.said_digest, progress.past_digest = canonical.combined(said), canonical.combined(past)
    progress.answered = _answered(session, plan_id)
    session.flush()


def written(row: Edited, plan_id: str, change: Change) -> HistoryRow:
    """Return the row of the history that tells a change."""
    key = wording.key_in(row)
    made = HistoryRow(
        id=str(uuid.uuid4()),
        plan=plan_id,
        made=now(),
        what=key.kind.value,
        which=key.id,
        old=change.old,
        new=change.new,
        who=locations.login_name(),
    )
    made.digest = seal([getattr(made, name) for name in _SEALED])
    return made


def seal(values: Iterable[object]) -> str:
    """Return the digest of what the columns of a change say, in the order of the table."""
    said = [_spelled(value) for value in values]
    return canonical.digest(canonical.spelled([HistoryRow.__tablename__, *said]))


def troubles(session: Session, plan_id: PlanId | None = None) -> Iterator[PlanTrouble]:
    """Yield what the disk has changed in the history of one plan, or of all, or what is missing.

    Nothing where the tables are of a version that sealed no changes.
    """
    there = inspect(session.connection()).get_columns(ProgressRow.__tablename__)
    if "past_digest" not in {each["name"] for each in there}:
        return
    said, changed, past = _said(session, plan_id), Counter[str](), dict[str, str]()
    for _number, digest, *values in session.execute(changes(plan_id)):
        plan = values[_SEALED.index("plan")]
        past[plan] = canonical.combined([past.get(plan, ""), digest])
        changed[plan] += digest != seal(values)
    kept = select(ProgressRow.plan, PlanRow.title, *_COMBINED).join(PlanRow)
    kept = kept if plan_id is None else kept.where(ProgressRow.plan == plan_id)
    for plan, title, said_digest, past_digest in session.execute(kept):
        trouble = PlanTrouble(
            plan=PlanId(plan),
            title=title,
            changes=changed[plan],
            misses_changes=not changed[plan] and past_digest != past.get(plan),
            misses_words=said_digest != said[plan],
        )
        if trouble.changes or trouble.misses_changes or trouble.misses_words:
            yield trouble


def changes(plan_id: PlanId | None) -> Select[Any]:
    """Return the question for number, digest and what is sealed of the changes of one plan, or all.

    All as text but the number: a disk may have made a moment unreadable.
    """
    columns = HistoryRow.__table__.columns
    texts = (type_coerce(columns[name], Text) for name in ("digest", *_SEALED))
    chosen = select(columns.number, *texts).execution_options(yield_per=_AT_ONCE)
    return chosen if plan_id is None else chosen.where(columns.plan == plan_id)


def _said(session: Session, plan_id: PlanId | None) -> dict[str, str]:
    """Return the digests of all entries of each plan, combined."""
    said: dict[str, str] = {}
    for table in wording.ROWS.values():
        columns = table.__table__.columns
        whose = columns.id if table is PlanRow else columns.plan
        chosen = select(whose, columns.digest)
        chosen = chosen if plan_id is None else chosen.where(whose == plan_id)
        for plan, digest in session.execute(chosen.execution_options(yield_per=_AT_ONCE)):
            said[plan] = canonical.combined([said.get(plan, ""), digest])
    return said


def _answered(session: Session, plan_id: str) -> int:
    given = select(func.count()).where(AnswerRow.plan == plan_id, AnswerRow.value.is_not(None))
    return session.scalar(given) or 0


def _spelled(value: object) -> object:
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    return value
