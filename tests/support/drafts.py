"""Interview drafts over the shipped questionnaire."""

from advisor.interview.draft import InterviewDraft
from advisor.models.ids import OptionId, PlanId, QuestionId
from advisor.models.plan import Plan
from advisor.models.questionnaire import Question
from tests.support.fake_advisor import shipped_pack

PLAN = PlanId("11111111-1111-4111-8111-111111111111")
FORMATS = QuestionId("formats")
GROUP_TYPE = QuestionId("group_type")
SETTING = QuestionId("setting")
SIZE = QuestionId("group_size")
EASY_CHANGE = QuestionId("easy_change")
FUNDING = QuestionId("funding_months")
GROUP = OptionId("group")
PHONE = OptionId("telephone")
CHARITY = OptionId("charity_or_community")


def a_plan() -> Plan:
    """An empty plan."""
    return Plan(id=PLAN, title="Lowmere listeners")


def a_draft(plan: Plan | None = None) -> InterviewDraft:
    """An interview over the shipped questionnaire."""
    return InterviewDraft(shipped_pack().questionnaire, plan or a_plan())


def question(question_id: QuestionId) -> Question:
    """A question of the shipped questionnaire."""
    return shipped_pack().questionnaire[question_id]
