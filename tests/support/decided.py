"""Decisions as a real team leaves them: names in several scripts, long ones, reasons."""

import datetime
from dataclasses import replace

from advisor.models.ids import ActionId
from advisor.models.plan import Choice, Decision, EntryKey, OwnAction, OwnRisk, Plan

WILL, DECLINED, LONG, DONE = (
    ActionId(action) for action in ("plan-01", "plan-03", "plan-04", "plan-05")
)
OWNER = "Siân آمنہ بی بی"
LONG_OWNER = "a-very-long-address@some-organisation.example.org"
REASON = "No money for it before April <b>&amp;</b>"
NOTE = "Ask the trustees first #1 *now* $x$"
OWN_ACTION = "ہر ماں کو اردو میں خط لکھیں"
OWN_ACTION_ID = "7c7f9a50-0000-4000-8000-000000000001"
OWN_RISK = "Our lease ends in May"
DUE = datetime.date(2027, 3, 5)


def decided(plan: Plan) -> Plan:
    """Return the plan with decisions, an own action and an own risk."""
    plan = plan.with_entry(
        EntryKey.of_decision(WILL), Decision(choice=Choice.WE_WILL, owner=OWNER, due=DUE, note=NOTE)
    )
    plan = plan.with_entry(
        EntryKey.of_decision(DECLINED), Decision(choice=Choice.NOT_FOR_US, reason=REASON)
    )
    plan = plan.with_entry(
        EntryKey.of_decision(LONG), Decision(choice=Choice.WE_WILL, owner=LONG_OWNER, due=DUE)
    )
    plan = plan.with_entry(EntryKey.of_decision(DONE), Decision(choice=Choice.IN_PLACE))
    return replace(
        plan,
        own_actions=(OwnAction(id=OWN_ACTION_ID, text=OWN_ACTION, stage="plan"),),
        own_risks=(OwnRisk(id="r", text=OWN_RISK, mitigation="Ask the library"),),
    )
