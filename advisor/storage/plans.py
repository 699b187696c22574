"""Whole plans in the database: stored, read, erased, and the advice that is kept with them.

Each function is part of a transaction that the caller opened, as are those of
``advisor.storage.edits``, which change a plan, and of ``advisor.storage.plan_lists``.
"""

import contextlib
import datetime
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from advisor.errors import NotFound, StorageError
from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.judged import Judged, PlanSummary
from advisor.models.pack import PackVersion
from advisor.models.plan import EntryKey, Plan, PlanName
from advisor.models.said import Said, said_of
from advisor.storage import canonical, edits, past, rows, wording
from advisor.storage.rows import Edited
from advisor.storage.schema.tables import PLAN, PROGRESS, STORED_ADVICE

_OF_PLAN = tuple(table for table in wording.TABLES.values() if table is not PLAN)


def add_plan(connection: Connection, plan: Plan, asked: int) -> Plan:
    """Store a plan that is not there yet; return it as stored.

    ``asked`` is how many questions matter to it. The same plan once more is no
    fault; another one under its id raises StorageError ``already-there``.
    """
    wording.checked_uuid(plan.id)
    row = rows.read(connection, PLAN, plan.id)
    if row is None:
        return _add(connection, plan, asked)
    there = _read(connection, row)
    # Versions and packs apart.
    if _said(there) == _said(plan):
        return there
    raise StorageError(
        _("Another plan is stored under this id. Store this one under a new id."),
        code="already-there",
        details={"plan": plan.id},
    )


def add_judged(connection: Connection, plan: Plan, judged: Judged) -> Plan:
    """Store a plan as ``add_plan`` does, with what the advice on it comes to."""
    there = add_plan(connection, plan, judged.summary.asked)
    save_judged(connection, there.id, judged)
    return there


def plan(connection: Connection, plan_id: PlanId, *, damaged_too: bool = False) -> Plan:
    """Return a plan.

    Raises NotFound when it does not exist or was put away, and StorageError ``plan-damaged``
    with the entries that the disk has changed; ``damaged_too`` returns it all the same.
    """
    row = rows.read(connection, PLAN, plan_id)
    if row is None or edits.is_away(row):
        raise NotFound(_("There is no such plan. It may have been deleted."))
    return _read(connection, row, damaged_too=damaged_too)


def many(connection: Connection, plan_ids: Sequence[PlanId]) -> Mapping[PlanId, Plan]:
    """Return plans by their ids, read together: a hundredth of the questions to the database.

    Left out are those that do not exist, were put away, or say what the disk has changed.
    """
    there = rows.read_all(connection, PLAN, plan_ids, PLAN.c.deleted.is_(None))
    of_plans: dict[str, list[Edited]] = {row.plan: [row] for row in there}
    for table in _OF_PLAN:
        for row in rows.read_all(connection, table, of_plans):
            of_plans[row.plan].append(row)
    packs = _packs(connection, of_plans)
    return {
        PlanId(plan): _plan_of(of_plan, packs[plan])
        for plan, of_plan in of_plans.items()
        if not _damaged(of_plan)
    }


def purge_plan(connection: Connection, plan_id: PlanId) -> None:
    """Erase a plan and all it ever said, from the bytes of the file too.

    Copies keep it until they age out. A plan that is gone already is as wished.
    """
    with contextlib.suppress(NotFound):
        rows.remove(connection, edits.opened(connection, plan_id, put_away_too=True))


def save_advice(
    connection: Connection,
    plan_id: PlanId,
    advice: str,
    judged: Judged,
) -> None:
    """Keep the advice of a plan as JSON text, in place of the one before, and what it comes to."""
    save_judged(connection, plan_id, judged)
    pack = {"pack_id": judged.pack.id, "pack_version": judged.pack.version}
    comes_to = {"open_risks": judged.summary.risks_open, "made": past.now()}
    rows.keep(connection, STORED_ADVICE, plan_id, {**pack, **comes_to, "advice": advice})
    rows.keep(connection, PROGRESS, plan_id, pack)


def save_judged(
    connection: Connection, plan_id: PlanId, judged: Judged, at: datetime.datetime | None = None
) -> None:
    """Keep what the advice on a plan comes to, for lists of plans.

    ``at`` is the moment of the last change that the advice knows; of all of them without it.
    """
    of_plan = PROGRESS.c.plan == plan_id
    changed = connection.scalar(select(PROGRESS.c.changed).where(of_plan).with_for_update())
    if changed is None:
        raise NotFound(_("There is no such plan. It may have been erased."))
    summary = judged.summary
    progress = {
        "judged": judged.text(),
        "judged_at": at or changed,
        "open_risks": summary.risks_open if judged.is_about_this else None,
        "gates_missing": summary.gates_missing,
        "asked": summary.asked,
        "answered": summary.answered,
    }
    rows.keep(connection, PROGRESS, plan_id, progress)


def keep_judged(connection: Connection, plans: Iterable[PlanSummary]) -> None:
    """Keep what the advice comes to for plans as they were when listed; erased ones need none."""
    for plan in plans:
        if plan.judged is not None:
            with contextlib.suppress(NotFound):
                save_judged(connection, plan.id, plan.judged, plan.changed)


def stored_advice(connection: Connection, plan_id: PlanId) -> tuple[PackVersion, str] | None:
    """Return the advice that a plan last had, with its pack; None before the first."""
    chosen = select(STORED_ADVICE).where(STORED_ADVICE.c.plan == plan_id)
    row = connection.execute(chosen).one_or_none()
    if row is None:
        return None
    return PackVersion(id=row.pack_id, version=row.pack_version), row.advice


def _add(connection: Connection, plan: Plan, asked: int) -> Plan:
    name = PlanName(title=plan.title, description=plan.description)
    said = wording.checked(said_of(name))
    moment = past.now()
    words = wording.written(PLAN, [plan.id], said)
    own = {"id": plan.id, "created": moment, "deleted": None, "changed": moment, "version": 1}
    row = Edited(PLAN, {**own, **words})
    rows.add(connection, [row])
    progress = {
        "changed": moment,
        "answered": 0,
        "asked": asked,
        "pack_id": plan.pack.id if plan.pack else None,
        "pack_version": plan.pack.version if plan.pack else None,
        "sought": past.sought(plan.title, plan.description),
    }
    rows.keep(connection, PROGRESS, plan.id, progress)
    change = past.Change(old=None, new=canonical.spelled(said), digests=(row.digest,))
    past.remember(connection, row, change)
    edits.put_all(connection, plan)
    return _read(connection, row)


def _read(connection: Connection, own: Edited, *, damaged_too: bool = False) -> Plan:
    """Return the plan whose own row this is."""
    there = [
        own,
        *(row for table in _OF_PLAN for row in rows.read_all(connection, table, [own.plan])),
    ]
    if not damaged_too:
        _refuse_damage(there)
    return _plan_of(there, _packs(connection, [own.plan])[own.plan])


def _plan_of(there: Sequence[Edited], pack: PackVersion | None) -> Plan:
    """Return the plan that rows hold, the plan's own first, others in their order."""
    own, *others = there
    name = edits.entry_in(own)
    plan = Plan(id=own.plan, title="", pack=pack)
    plan = plan.with_entry(EntryKey.of_plan(plan.id), name)
    for row in others:
        plan = plan.with_entry(wording.key_in(row), edits.entry_in(row))
    return plan


def _said(plan: Plan) -> dict[EntryKey, Said]:
    return {key: wording.checked(said_of(entry)) for key, entry in plan.entries()}


def _packs(connection: Connection, plan_ids: Iterable[str]) -> dict[str, PackVersion | None]:
    """Return with which edition of the evidence each plan was advised last."""
    columns = PROGRESS.c.plan, PROGRESS.c.pack_id, PROGRESS.c.pack_version
    found = connection.execute(select(*columns).where(PROGRESS.c.plan.in_(plan_ids)))
    return {
        plan: None if None in (pack, version) else PackVersion(id=pack, version=version)
        for plan, pack, version in found
    }


def _damaged(there: Iterable[Edited]) -> list[str]:
    """Return the names of rows that the disk has changed."""
    return [rows.name_of(row.table, row.key) for row in there if row.digest != wording.seal_of(row)]


def _refuse_damage(there: Iterable[Edited]) -> None:
    if damaged := _damaged(there):
        raise StorageError(
            _(
                "The disk has changed what this plan says: {rows}. "
                "Put back a copy that was made before."
            ).format(rows=", ".join(damaged)),
            code="plan-damaged",
            details={"rows": ", ".join(damaged)},
        )
