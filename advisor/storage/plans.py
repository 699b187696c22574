"""Plans in the database. Each function is part of a transaction that the caller opened.

Every entry carries the version it was read with; a change or a removal from an older one is
refused with the newer text, never laid over it.
"""

from sqlalchemy.orm import Session

from advisor.errors import NotFound, StorageError
from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.pack import PackVersion
from advisor.models.plan import Entry, EntryKey, Plan, PlanSummary
from advisor.models.stored import PlanEdit, StoredAdvice
from advisor.storage import edits, plan_lists, whole_plans, wording
from advisor.storage.schema.tables import AdviceRow, PlanRow, ProgressRow


def exists(session: Session, plan_id: PlanId) -> bool:
    """Return whether a plan has this id, one that was put away included."""
    return session.get(PlanRow, plan_id) is not None


def add_plan(session: Session, plan: Plan, asked: int) -> Plan:
    """Store a plan that is not there yet; return it as stored.

    ``asked`` is how many questions matter to it. The same plan once more is no
    fault; another one under its id raises StorageError ``already-there``.
    """
    wording.checked_uuid(plan.id)
    if not exists(session, plan.id):
        return whole_plans.add(session, plan, asked)
    there = whole_plans.read(session, plan.id)
    if whole_plans.says_the_same(there, plan):
        return there
    raise StorageError(
        _("Another plan is stored under this id. Store this one under a new id."),
        code="already-there",
        details={"plan": plan.id},
    )


def plan(session: Session, plan_id: PlanId, *, damaged_too: bool = False) -> Plan:
    """Return a plan.

    Raises NotFound when it does not exist or was put away, and StorageError ``plan-damaged``
    with the entries that the disk has changed; ``damaged_too`` returns it all the same.
    """
    row = session.get(PlanRow, plan_id)
    if row is None or row.deleted is not None:
        raise NotFound(_("There is no such plan. It may have been deleted."))
    return whole_plans.read(session, plan_id, damaged_too=damaged_too)


def summaries(
    session: Session,
    *,
    search: str = "",
    offset: int = 0,
    limit: int | None = None,
    put_away: bool = False,
) -> tuple[PlanSummary, ...]:
    """Return plans whose title or description contains the text, newest change first.

    ``put_away`` lists the deleted ones instead.
    """
    return plan_lists.summaries(session, search, offset, limit, put_away=put_away)


def count(session: Session, *, search: str = "", put_away: bool = False) -> int:
    """Return how many plans ``summaries`` would give without a limit."""
    return plan_lists.count(session, search, put_away=put_away)


def delete_plan(session: Session, plan_id: PlanId) -> None:
    """Put a plan away; ``restore_plan`` brings it back. A second time changes nothing."""
    edits.put_away(session, plan_id, away=True)


def restore_plan(session: Session, plan_id: PlanId) -> None:
    """Bring back a plan that was put away; one that is there stays as it is."""
    edits.put_away(session, plan_id, away=False)


def purge_plan(session: Session, plan_id: PlanId) -> None:
    """Erase a plan and all it ever said, from the bytes of the file too.

    Copies keep it until they age out. A plan that is gone already is as wished.
    """
    if exists(session, plan_id):
        session.delete(edits.opened(session, plan_id, put_away_too=True))
        session.flush()


def save_entry(session: Session, plan_id: PlanId, key: EntryKey, entry: Entry) -> Entry:
    """Save what was said under a key; return it with its new version.

    Raises StorageError ``changed-elsewhere`` with what is there now (``theirs``, JSON, and its
    ``version``) when ``entry.version`` is not the newest, and ``removed-elsewhere`` when it is
    there no more; version 0 adds it again.
    """
    return edits.save(session, plan_id, key, entry)


def remove_entry(session: Session, plan_id: PlanId, key: EntryKey, version: int) -> None:
    """Remove an entry unless someone has changed it since this version.

    What is gone already is as wished. Raises ``changed-elsewhere`` as ``save_entry`` does.
    """
    edits.remove(session, plan_id, key, version)


def save_advice(
    session: Session,
    plan_id: PlanId,
    pack: PackVersion,
    advice: str,
    *,
    open_risks: int | None,
    gates_missing: int | None = None,
    asked: int | None = None,
    answered: int | None = None,
) -> None:
    """Keep the advice of a plan as JSON text, in place of the one before.

    ``open_risks`` is None where nothing can be judged. ``asked`` and ``answered`` count the
    questions that matter to this plan, for the list.
    """
    progress = session.get(ProgressRow, plan_id, with_for_update=True, populate_existing=True)
    if progress is None:
        raise NotFound(_("There is no such plan. It may have been erased."))
    row = session.get(AdviceRow, plan_id) or AdviceRow(plan=plan_id)
    row.pack_id, row.pack_version = pack.id, pack.version
    row.advice, row.open_risks, row.made = advice, open_risks or 0, edits.now()
    session.add(row)
    progress.pack_id, progress.pack_version = pack.id, pack.version
    progress.open_risks, progress.gates_missing = open_risks, gates_missing
    progress.asked = progress.asked if asked is None else asked
    progress.answered = progress.answered if answered is None else answered
    session.flush()


def stored_advice(session: Session, plan_id: PlanId) -> StoredAdvice | None:
    """Return the advice that a plan last had; None before the first."""
    row = session.get(AdviceRow, plan_id)
    if row is None:
        return None
    return StoredAdvice(
        pack=PackVersion(id=row.pack_id, version=row.pack_version), advice=row.advice
    )


def plan_history(
    session: Session, plan_id: PlanId, limit: int | None = None
) -> tuple[PlanEdit, ...]:
    """Return what was changed in a plan, the newest first."""
    return plan_lists.history(session, plan_id, limit)
