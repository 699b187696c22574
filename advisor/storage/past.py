"""What was said before: every change of a plan written down, sealed, and missed when it is gone.

A change has a digest of its own, like every entry. With each plan the digests of all its entries,
and of all its changes, are kept combined: so a row that is lost is found as well as one that the
disk has changed.
"""

import datetime
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Text, func, insert, inspect, select, type_coerce

from advisor import locations
from advisor.models.ids import PlanId
from advisor.models.stored import PlanTrouble
from advisor.models.texts import tidied, without_accents
from advisor.storage import canonical, rows, wording
from advisor.storage.rows import Edited
from advisor.storage.schema.tables import ANSWER, HISTORY, PLAN, PROGRESS

_AT_ONCE = 1000
_COMBINED = (PROGRESS.c.said_digest, PROGRESS.c.past_digest)
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


def remember(connection: Connection, row: Edited, change: Change, *, moves_up: bool = True) -> None:
    """Add a change of a row to the history; with ``moves_up`` its plan was changed then."""
    told = _told(row, change)
    connection.execute(insert(HISTORY), told)
    said, past = _combined(connection, row.plan)
    progress: dict[str, object] = {
        "said_digest": canonical.combined([said, *change.digests]),
        "past_digest": canonical.combined([past, str(told["digest"])]),
    }
    if moves_up:
        progress["changed"] = told["made"]
    if row.table is ANSWER:
        progress["answered"] = _answered(connection, row.plan)
    if row.table is PLAN:
        progress["sought"] = sought(row.values["title"], row.values["description"])
    rows.keep(connection, PROGRESS, row.plan, progress)


def remember_all(connection: Connection, plan_id: PlanId, new: Sequence[Edited]) -> None:
    """Add to the history that all these rows of a plan are new; the list is not touched."""
    if not new:
        return
    told = [
        _told(row, Change(old=None, new=canonical.spelled(wording.said_in(row)))) for row in new
    ]
    connection.execute(insert(HISTORY), told)
    said, past = _combined(connection, plan_id)
    progress = {
        "said_digest": canonical.combined([said, *(row.digest for row in new)]),
        "past_digest": canonical.combined([past, *(str(each["digest"]) for each in told)]),
        "answered": _answered(connection, plan_id),
    }
    rows.keep(connection, PROGRESS, plan_id, progress)


def _told(row: Edited, change: Change) -> dict[str, object]:
    """Return the row of the history that tells a change."""
    key = wording.key_in(row)
    told: dict[str, object] = {
        "id": str(uuid.uuid4()),
        "plan": row.plan,
        "made": now(),
        "what": key.kind.value,
        "which": key.id,
        "old": change.old,
        "new": change.new,
        "who": locations.login_name(),
    }
    return {**told, "digest": seal(told[name] for name in _SEALED)}


def _combined(connection: Connection, plan_id: PlanId) -> tuple[str, str]:
    """Return the digests that are kept with a plan, of all its entries and of all its changes."""
    found = connection.execute(select(*_COMBINED).where(PROGRESS.c.plan == plan_id)).one()
    return found.said_digest, found.past_digest


def seal(values: Iterable[object]) -> str:
    """Return the digest of what the columns of a change say, in the order of the table."""
    said = [_spelled(value) for value in values]
    return canonical.digest(canonical.spelled([HISTORY.name, *said]))


def troubles(connection: Connection, plan_id: PlanId | None = None) -> Iterator[PlanTrouble]:
    """Yield what the disk has changed in the history of one plan, or of all, or what is missing.

    Nothing where the tables are of a version that sealed no changes.
    """
    there = inspect(connection).get_columns(PROGRESS.name)
    if "past_digest" not in {each["name"] for each in there}:
        return
    said, changed, past = _said(connection, plan_id), Counter[str](), dict[str, str]()
    for _number, digest, *values in connection.execute(changes(plan_id)):
        plan = values[_SEALED.index("plan")]
        past[plan] = canonical.combined([past.get(plan, ""), digest])
        changed[plan] += digest != seal(values)
    kept = select(PROGRESS.c.plan, PLAN.c.title, *_COMBINED).join_from(PROGRESS, PLAN)
    kept = kept if plan_id is None else kept.where(PROGRESS.c.plan == plan_id)
    for plan, title, said_digest, past_digest in connection.execute(kept):
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
    columns = HISTORY.columns
    texts = (type_coerce(columns[name], Text) for name in ("digest", *_SEALED))
    chosen = select(columns.number, *texts).execution_options(yield_per=_AT_ONCE)
    return chosen if plan_id is None else chosen.where(columns.plan == plan_id)


def _said(connection: Connection, plan_id: PlanId | None) -> dict[str, str]:
    """Return the digests of all entries of each plan, combined."""
    said: dict[str, str] = {}
    for table in wording.TABLES.values():
        whose = rows.plan_of(table)
        chosen = select(whose, table.columns.digest)
        chosen = chosen if plan_id is None else chosen.where(whose == plan_id)
        for plan, digest in connection.execute(chosen.execution_options(yield_per=_AT_ONCE)):
            said[plan] = canonical.combined([said.get(plan, ""), digest])
    return said


def _answered(connection: Connection, plan_id: str) -> int:
    given = select(func.count()).where(ANSWER.c.plan == plan_id, ANSWER.c.value.is_not(None))
    return connection.scalar(given) or 0


def _spelled(value: object) -> object:
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    return value
