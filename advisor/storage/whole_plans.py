"""Whole plans: stored at once and read at once."""

from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from advisor.errors import StorageError
from advisor.language import _
from advisor.models.ids import ActionId, PlanId, QuestionId
from advisor.models.pack import PackVersion
from advisor.models.plan import Answer, Decision, EntryKey, OwnAction, OwnRisk, Plan, PlanName
from advisor.models.said import Said
from advisor.storage import canonical, edits, wording
from advisor.storage.plan_lists import sought
from advisor.storage.schema.tables import (
    AnswerRow,
    DecisionRow,
    Edited,
    OfPlan,
    OwnActionRow,
    OwnRiskRow,
    PlanRow,
    ProgressRow,
)

Row = TypeVar("Row", bound=OfPlan)


def add(session: Session, plan: Plan, asked: int) -> Plan:
    """Store a plan under an id that is free."""
    name = PlanName(title=plan.title, description=plan.description)
    said = wording.checked(wording.said_of(name))
    moment = edits.now()
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
            sought=sought(plan.title, plan.description),
        )
    )
    session.flush()
    edits.remember(session, row, None, canonical.spelled(said))
    edits.put_all(session, plan)
    return read(session, plan.id)


def read(session: Session, plan_id: PlanId, *, damaged_too: bool = False) -> Plan:
    """Return a plan that is there; raise StorageError ``plan-damaged`` as ``plans.plan`` does."""
    name = session.get_one(PlanRow, plan_id)
    progress = session.get_one(ProgressRow, plan_id)
    rows: list[Edited] = [
        *_rows(session, AnswerRow, plan_id),
        *_rows(session, DecisionRow, plan_id),
        *sorted(_rows(session, OwnActionRow, plan_id), key=_place),
        *sorted(_rows(session, OwnRiskRow, plan_id), key=_place),
    ]
    if not damaged_too:
        _refuse_damage([name, *rows])
    found = [(wording.key_in(row).id, edits.entry_in(row)) for row in rows]
    return Plan(
        id=plan_id,
        title=name.title,
        description=name.description,
        answers=MappingProxyType(
            {QuestionId(each): said for each, said in found if isinstance(said, Answer)}
        ),
        decisions=MappingProxyType(
            {ActionId(each): said for each, said in found if isinstance(said, Decision)}
        ),
        own_actions=tuple(own for _, own in found if isinstance(own, OwnAction)),
        own_risks=tuple(own for _, own in found if isinstance(own, OwnRisk)),
        pack=_pack_of(progress),
        version=name.version,
    )


def says_the_same(one: Plan, other: Plan) -> bool:
    """Return whether two plans say the same, versions and packs apart."""
    return _said(one) == _said(other)


def _said(plan: Plan) -> dict[EntryKey, Said]:
    return {key: wording.checked(wording.said_of(entry)) for key, entry in plan.entries()}


def _place(row: OwnActionRow | OwnRiskRow) -> tuple[int, str]:
    # Two people may each have added a last one; the order of the two must not change.
    return row.position, row.id


def _rows(session: Session, table: type[Row], plan_id: PlanId) -> list[Row]:
    return list(session.scalars(select(table).where(table.plan == plan_id)))


def _pack_of(progress: ProgressRow) -> PackVersion | None:
    if progress.pack_id is None or progress.pack_version is None:
        return None
    return PackVersion(id=progress.pack_id, version=progress.pack_version)


def _refuse_damage(rows: list[Edited]) -> None:
    damaged = [
        f"{edits.name_of(type(row))} {getattr(row, wording.key_of(type(row))[-1])}"
        for row in rows
        if row.digest != wording.seal_of(row)
    ]
    if damaged:
        raise StorageError(
            _(
                "The disk has changed what this plan says: {rows}. "
                "Restore a backup, or open the plan as it is and correct it."
            ).format(rows=", ".join(damaged)),
            code="plan-damaged",
            details={"rows": ", ".join(damaged)},
        )
