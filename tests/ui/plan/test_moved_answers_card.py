"""What was said under the edition before, on the page where answers are checked."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from advisor.interview.draft import InterviewDraft
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import Answer
from advisor.telling.moved_answers import tell_moved
from advisor.telling.questions_list import told_questions
from tests.support.examples import plan_with
from tests.support.shipped import shipped_pack
from tests.ui import spoken
from ui.plan.list_page import QuestionsListPage
from ui.plan.moved_answers_card import MovedAnswersCard
from ui.theme.theme import Theme

LANGUAGES = QuestionId("languages")


def a_draft() -> InterviewDraft:
    plan = plan_with(languages=OptionId("not_covered"))
    answers = {name: replace(said, edition="2026.11") for name, said in plan.answers.items()}
    return InterviewDraft(shipped_pack().questionnaire, replace(plan, answers=answers))


def test_an_answer_is_used_or_left_out_by_a_press(
    theme: Theme, show: Callable[[QWidget], None]
) -> None:
    draft = a_draft()
    page = QuestionsListPage(theme)
    page.moved_taken.connect(draft.change_all)
    show(page)
    told = told_questions(shipped_pack(), draft, None)
    page.show_plan(told, moved=tell_moved(shipped_pack(), draft.plan))
    page.slices.finish_now()
    (card,) = page.findChildren(MovedAnswersCard)
    use, leave = card.buttons

    assert spoken.name(use).startswith("Use this answer: How do you cover the languages")
    use.click()
    assert draft.answer(QuestionId("language_help")).value == frozenset({OptionId("gap")})
    assert draft.answer(LANGUAGES) == Answer()
    draft.undo()
    assert draft.answer(LANGUAGES).value == "not_covered"
    leave.click()
    assert draft.answer(QuestionId("language_help")) == Answer()
    assert tell_moved(shipped_pack(), draft.plan) is None
