"""Whole plans: stored at once, read at once, replaced by another."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from advisor.errors import StorageError
from advisor.language import _
from advisor.models.ids import ActionId, PlanId, QuestionId
from advisor.models.pack import PackVersion
from advisor.models.plan import UNANSWERED, Decision, Plan
from advisor.storage import canonical, edits, wording
from advisor.storage.edits import Entry
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
    said = wording.checked(wording.plan_said(plan.title, plan.description))
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
    edits.remember(session, row, plan.id, None, canonical.spelled(said))
    edits.put_all(session, plan.id, _entries(plan))
    return read(session, plan.id)


def read(session: Session, plan_id: PlanId, *, damaged_too: bool = False) -> Plan:
    """Return a plan that is there; raise StorageError ``plan-damaged`` as ``plans.plan`` does."""
    row = session.get_one(PlanRow, plan_id)
    progress = session.get_one(ProgressRow, plan_id)
    answers = _rows(session, AnswerRow, plan_id)
    decisions = _rows(session, DecisionRow, plan_id)
    own_actions = sorted(_rows(session, OwnActionRow, plan_id), key=lambda own: own.position)
    own_risks = sorted(_rows(session, OwnRiskRow, plan_id), key=lambda own: own.position)
    if not damaged_too:
        _refuse_damage([row, *answers, *decisions, *own_actions, *own_risks])
    return Plan(
        id=plan_id,
        title=row.title,
        description=row.description,
        answers=MappingProxyType(
            {
                QuestionId(each.question): wording.answer_of(wording.said_in(each), each.version)
                for each in answers
            }
        ),
        decisions=MappingProxyType(
            {
                ActionId(each.action): wording.decision_of(wording.said_in(each), each.version)
                for each in decisions
            }
        ),
        own_actions=tuple(
            wording.own_action_of(each.id, wording.said_in(each), each.version)
            for each in own_actions
        ),
        own_risks=tuple(
            wording.own_risk_of(each.id, wording.said_in(each), each.version) for each in own_risks
        ),
        pack=_pack_of(progress),
        version=row.version,
    )


def replace(session: Session, plan: Plan, asked: int) -> Plan:
    """Let a stored plan say what another one says."""
    there = read(session, plan.id)
    said = wording.checked(wording.plan_said(plan.title, plan.description))
    edits.save_plan_words(session, plan.id, said, None)
    for table, key, entry in _entries(_widened(plan, there)):
        edits.save(session, table, plan.id, key, entry, None)
    for own_action in {own.id for own in there.own_actions} - {own.id for own in plan.own_actions}:
        edits.remove(session, OwnActionRow, plan.id, own_action, None)
    for own_risk in {own.id for own in there.own_risks} - {own.id for own in plan.own_risks}:
        edits.remove(session, OwnRiskRow, plan.id, own_risk, None)
    progress = session.get_one(ProgressRow, plan.id)
    progress.asked = asked
    session.flush()
    return read(session, plan.id)


def says_the_same(one: Plan, other: Plan) -> bool:
    """Return whether two plans say the same, versions and packs apart."""
    return (one.title, one.description, _said(one)) == (
        *wording.checked(wording.plan_said(other.title, other.description)).values(),
        _said(other),
    )


def _said(plan: Plan) -> dict[tuple[type[OfPlan], str], wording.Said]:
    return {(table, key): wording.checked(said) for table, key, said in _entries(plan)}


def _widened(plan: Plan, there: Plan) -> Plan:
    """Return the plan with an open entry for everything that only the stored one mentions."""
    for question in there.answers.keys() - plan.answers.keys():
        plan = plan.with_answer(question, UNANSWERED)
    for action in there.decisions.keys() - plan.decisions.keys():
        plan = plan.with_decision(action, Decision())
    return plan


def _entries(plan: Plan) -> Iterator[Entry]:
    for question, answer in plan.answers.items():
        yield AnswerRow, question, wording.answer_said(answer)
    for action, decision in plan.decisions.items():
        yield DecisionRow, action, wording.decision_said(decision)
    for own_action in plan.own_actions:
        key = wording.checked_uuid(own_action.id)
        yield OwnActionRow, key, wording.own_action_said(own_action)
    for own_risk in plan.own_risks:
        yield OwnRiskRow, wording.checked_uuid(own_risk.id), wording.own_risk_said(own_risk)


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
