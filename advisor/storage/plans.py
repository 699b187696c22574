"""Whole plans in the database: stored, read, erased, and the advice that is kept with them.

Each function is part of a transaction that the caller opened, as are those of
``advisor.storage.edits``, which change a plan, and of ``advisor.storage.plan_lists``.
"""

import contextlib
import datetime
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from advisor.errors import NotFound, StorageError
from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.judged import Judged, PlanSummary
from advisor.models.pack import PackVersion
from advisor.models.plan import EntryKey, EntryKind, Plan, PlanName
from advisor.models.said import Said, said_of
from advisor.storage import canonical, edits, past, wording
from advisor.storage.schema.tables import AdviceRow, Edited, OfPlan, PlanRow, ProgressRow


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
        return _add(session, plan, asked)
    there = _read(session, plan.id)
    # Versions and packs apart.
    if _said(there) == _said(plan):
        return there
    raise StorageError(
        _("Another plan is stored under this id. Store this one under a new id."),
        code="already-there",
        details={"plan": plan.id},
    )


def add_judged(session: Session, plan: Plan, judged: Judged) -> Plan:
    """Store a plan as ``add_plan`` does, with what the advice on it comes to."""
    there = add_plan(session, plan, judged.summary.asked)
    save_judged(session, there.id, judged)
    return there


def plan(session: Session, plan_id: PlanId, *, damaged_too: bool = False) -> Plan:
    """Return a plan.

    Raises NotFound when it does not exist or was put away, and StorageError ``plan-damaged``
    with the entries that the disk has changed; ``damaged_too`` returns it all the same.
    """
    row = session.get(PlanRow, plan_id)
    if row is None or row.deleted is not None:
        raise NotFound(_("There is no such plan. It may have been deleted."))
    return _read(session, plan_id, damaged_too=damaged_too)


def many(session: Session, plan_ids: Sequence[PlanId]) -> Mapping[PlanId, Plan]:
    """Return plans by their ids, read together: a hundredth of the questions to the database.

    Left out are those that do not exist, were put away, or say what the disk has changed.
    """
    names = session.scalars(
        select(PlanRow).where(PlanRow.id.in_(plan_ids), PlanRow.deleted.is_(None))
    )
    rows: dict[str, list[Edited]] = {name.id: [name] for name in names}
    for table in (table for kind, table in wording.ROWS.items() if kind is not EntryKind.PLAN):
        for row in _rows(session, table, *rows):
            rows[row.plan].append(row)
    packs = {
        progress.plan: _pack_of(progress)
        for progress in session.scalars(select(ProgressRow).where(ProgressRow.plan.in_(rows)))
    }
    return {
        PlanId(plan): _plan_of(of_plan, packs[plan])
        for plan, of_plan in rows.items()
        if not _damaged(of_plan)
    }


def purge_plan(session: Session, plan_id: PlanId) -> None:
    """Erase a plan and all it ever said, from the bytes of the file too.

    Copies keep it until they age out. A plan that is gone already is as wished.
    """
    if exists(session, plan_id):
        session.delete(edits.opened(session, plan_id, put_away_too=True))
        session.flush()


def save_advice(
    session: Session,
    plan_id: PlanId,
    advice: str,
    judged: Judged,
) -> None:
    """Keep the advice of a plan as JSON text, in place of the one before, and what it comes to."""
    row = session.get(AdviceRow, plan_id) or AdviceRow(plan=plan_id)
    save_judged(session, plan_id, judged)
    pack, open_risks = judged.pack, judged.summary.risks_open
    row.pack_id, row.pack_version = pack.id, pack.version
    row.advice, row.open_risks, row.made = advice, open_risks, past.now()
    session.add(row)
    progress = session.get_one(ProgressRow, plan_id)
    progress.pack_id, progress.pack_version = pack.id, pack.version
    session.flush()


def save_judged(
    session: Session, plan_id: PlanId, judged: Judged, at: datetime.datetime | None = None
) -> None:
    """Keep what the advice on a plan comes to, for lists of plans.

    ``at`` is the moment of the last change that the advice knows; of all of them without it.
    """
    progress = session.get(ProgressRow, plan_id, with_for_update=True, populate_existing=True)
    if progress is None:
        raise NotFound(_("There is no such plan. It may have been erased."))
    summary = judged.summary
    progress.judged, progress.judged_at = judged.text(), at or progress.changed
    progress.open_risks = summary.risks_open if judged.is_about_this else None
    progress.gates_missing = summary.gates_missing
    progress.asked, progress.answered = summary.asked, summary.answered
    session.flush()


def keep_judged(session: Session, plans: Iterable[PlanSummary]) -> None:
    """Keep what the advice comes to for plans as they were when listed; erased ones need none."""
    for plan in plans:
        if plan.judged is not None:
            with contextlib.suppress(NotFound):
                save_judged(session, plan.id, plan.judged, plan.changed)


def stored_advice(session: Session, plan_id: PlanId) -> tuple[PackVersion, str] | None:
    """Return the advice that a plan last had, with its pack; None before the first."""
    row = session.get(AdviceRow, plan_id)
    if row is None:
        return None
    return PackVersion(id=row.pack_id, version=row.pack_version), row.advice


def _add(session: Session, plan: Plan, asked: int) -> Plan:
    name = PlanName(title=plan.title, description=plan.description)
    said = wording.checked(said_of(name))
    moment = past.now()
    row = PlanRow(id=plan.id, created=moment, changed=moment)
    wording.write_into(row, said)
    session.add(row)
    session.flush()
    session.add(
        ProgressRow(
            plan=plan.id,
            changed=moment,
            answered=0,
            asked=asked,
            pack_id=plan.pack.id if plan.pack else None,
            pack_version=plan.pack.version if plan.pack else None,
            sought=past.sought(plan.title, plan.description),
        )
    )
    session.flush()
    change = past.Change(old=None, new=canonical.spelled(said), digests=(row.digest,))
    past.remember(session, row, change)
    edits.put_all(session, plan)
    return _read(session, plan.id)


def _read(session: Session, plan_id: PlanId, *, damaged_too: bool = False) -> Plan:
    rows: list[Edited] = [
        session.get_one(PlanRow, plan_id),
        *(
            row
            for kind, table in wording.ROWS.items()
            if kind is not EntryKind.PLAN
            for row in _rows(session, table, plan_id)
        ),
    ]
    if not damaged_too:
        _refuse_damage(rows)
    return _plan_of(rows, _pack_of(session.get_one(ProgressRow, plan_id)))


def _plan_of(rows: Sequence[Edited], pack: PackVersion | None) -> Plan:
    """Return the plan that rows hold, the plan's own first, others in their order."""
    own, *others = rows
    name = edits.entry_in(own)
    plan = Plan(id=PlanId(wording.key_in(own).id), title="", pack=pack)
    plan = plan.with_entry(EntryKey.of_plan(plan.id), name)
    for row in others:
        plan = plan.with_entry(wording.key_in(row), edits.entry_in(row))
    return plan


def _said(plan: Plan) -> dict[EntryKey, Said]:
    return {key: wording.checked(said_of(entry)) for key, entry in plan.entries()}


def _rows(session: Session, table: type[Edited], *plan_ids: str) -> Iterable[OfPlan]:
    columns = table.__table__.columns
    # Two people may each have added a last one; the order of the two must not change.
    order = [columns[name] for name in ("position", "id") if name in columns]
    return session.scalars(select(table).where(columns.plan.in_(plan_ids)).order_by(*order))


def _pack_of(progress: ProgressRow) -> PackVersion | None:
    if progress.pack_id is None or progress.pack_version is None:
        return None
    return PackVersion(id=progress.pack_id, version=progress.pack_version)


def _damaged(rows: Iterable[Edited]) -> list[str]:
    """Return the names of rows that the disk has changed."""
    return [
        f"{edits.name_of(type(row))} {getattr(row, wording.key_of(type(row))[-1])}"
        for row in rows
        if row.digest != wording.seal_of(row)
    ]


def _refuse_damage(rows: Iterable[Edited]) -> None:
    if damaged := _damaged(rows):
        raise StorageError(
            _(
                "The disk has changed what this plan says: {rows}. "
                "Put back a copy that was made before."
            ).format(rows=", ".join(damaged)),
            code="plan-damaged",
            details={"rows": ", ".join(damaged)},
        )
