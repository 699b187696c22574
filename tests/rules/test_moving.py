"""Plans of edition 2026.11 under edition 2026.12: nothing is lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from advisor.interview.draft import InterviewDraft
from advisor.models.filled import FilledChecklist, FilledItem
from advisor.models.ids import ActionId, OptionId, QuestionId
from advisor.models.moved import MovedAnswer
from advisor.models.plan import UNDECIDED, Answer, Choice, Decision, EntryKey, OpenAnswer, Plan
from advisor.plan_files.reading import read_plan
from advisor.plan_files.writing import write_plan
from advisor.rules.engine import advise
from advisor.rules.moving import (
    accepted,
    accepted_decision,
    dismissed,
    moved_answers,
    moved_decisions,
    moved_items,
)
from tests.support.examples import plan_with
from tests.support.shipped import shipped_pack

EARLIER = sorted((Path(__file__).parents[1] / "plans_2026_11").glob("*.json"))
LANGUAGES, HELP = QuestionId("languages"), QuestionId("language_help")
CONFIDENCE = QuestionId("low_confidence")


def earlier(**answers: object) -> Plan:
    plan = plan_with(**answers)  # type: ignore[arg-type]
    return replace(
        plan,
        answers={name: replace(said, edition="2026.11") for name, said in plan.answers.items()},
    )


def only(plan: Plan) -> MovedAnswer:
    (moved,) = moved_answers(shipped_pack(), plan)
    return moved


@pytest.mark.parametrize("file", EARLIER, ids=lambda file: file.stem)
def test_a_plan_file_of_the_edition_before_keeps_every_word(file: Path) -> None:
    plan = read_plan(file, shipped_pack())

    assert {answer.edition for answer in plan.answers.values()} == {"2026.11"}
    again = read_plan(write_plan(plan, shipped_pack()).encode(), shipped_pack())
    assert again == plan
    assert {answer.edition for answer in again.answers.values()} == {"2026.11"}


@pytest.mark.parametrize("file", EARLIER, ids=lambda file: file.stem)
def test_what_is_accepted_is_asked_no_more_and_counts(file: Path) -> None:
    pack = shipped_pack()
    draft = InterviewDraft(pack.questionnaire, read_plan(file, pack))
    before = draft.plan
    proposals = moved_answers(pack, before)

    for moved in proposals:
        assert draft.change_all(accepted(moved))

    assert bool(proposals) is not file.stem.startswith("02")
    assert moved_answers(pack, draft.plan) == ()
    for moved in proposals:
        if moved.proposed is not None:
            assert draft.plan.answer(moved.now) == moved.proposed
            assert draft.plan.answer(moved.question) == Answer()
    for _ in proposals:
        assert draft.undo()
    assert {e: a for e, a in draft.plan.answers.items() if a != Answer()} == before.answers
    assert moved_answers(pack, draft.plan) == proposals


def test_an_answer_without_a_question_is_kept_outside_the_rules() -> None:
    pack = shipped_pack()
    plan = earlier(formats=frozenset({"telephone"}), languages="not_covered")
    without = plan.without(EntryKey.of_answer(LANGUAGES))

    assert advise(pack, plan).findings == advise(pack, without).findings
    moved = only(plan)
    assert (moved.now, moved.taken) == (HELP, False)
    assert moved.proposed == Answer(value=frozenset({OptionId("gap")}))
    assert len(moved.why) == 1


def test_an_open_answer_is_proposed_as_an_open_answer() -> None:
    moved = only(earlier(languages=OpenAnswer.NOT_SURE))

    assert moved.proposed == Answer(value=OpenAnswer.NOT_SURE)


def test_what_is_left_out_is_gone_and_the_question_of_today_stays_as_it_was() -> None:
    plan = earlier(languages="interpreters", language_help=frozenset({"gap"}))
    draft = InterviewDraft(shipped_pack().questionnaire, plan)
    moved = only(plan)

    draft.change_all(dismissed(moved))

    assert moved.taken
    assert draft.plan.answer(HELP).value == frozenset({OptionId("gap")})
    assert moved_answers(shipped_pack(), draft.plan) == ()


def test_an_answer_that_is_asked_again_stays_and_counts() -> None:
    plan = earlier(low_confidence="many")
    moved = only(plan)
    draft = InterviewDraft(shipped_pack().questionnaire, plan)

    assert (moved.question, moved.now, moved.proposed) == (CONFIDENCE, CONFIDENCE, None)
    assert draft.change_all(accepted(moved))
    assert draft.plan.answer(CONFIDENCE) == plan.answer(CONFIDENCE)
    assert moved_answers(shipped_pack(), draft.plan) == ()


def test_answering_anew_or_under_this_edition_asks_nothing_again() -> None:
    draft = InterviewDraft(shipped_pack().questionnaire, earlier(low_confidence="many"))
    draft.say(CONFIDENCE, shipped_pack().questionnaire[CONFIDENCE].options[0].id)

    assert moved_answers(shipped_pack(), draft.plan) == ()
    assert moved_answers(shipped_pack(), plan_with(low_confidence=OptionId("many"))) == ()


def test_a_decision_goes_to_what_took_its_action_in_unless_that_is_decided() -> None:
    pack = shipped_pack()
    plan = earlier()
    ours = Decision(choice=Choice.WE_WILL, owner="Rosa")
    for action in ("review-10", "end-11"):
        plan = plan.with_entry(
            EntryKey.of_decision(ActionId(action)),
            ours if action == "review-10" else Decision(choice=Choice.NOT_FOR_US),
        )
    (moved,) = moved_decisions(pack, plan)
    draft = InterviewDraft(pack.questionnaire, plan)

    draft.change_all(accepted_decision(moved))

    assert (moved.into, moved.taken) == (("end-11", "review-06"), ("end-11",))
    assert draft.plan.decision(ActionId("review-06")) == ours
    assert draft.plan.decision(ActionId("end-11")).choice is Choice.NOT_FOR_US
    assert draft.plan.decision(ActionId("review-10")) == UNDECIDED
    assert moved_decisions(pack, draft.plan) == ()


def test_a_form_of_the_edition_before_is_read_under_the_actions_of_today() -> None:
    form = FilledChecklist(
        plan=earlier().id,
        items=(
            FilledItem(action="review-10", done=True),
            FilledItem(action="end-11", owner="Mair"),
            FilledItem(action="plan-01", done=True),
        ),
    )

    assert moved_items(shipped_pack(), form).items == (
        FilledItem(action="review-06", done=True),
        FilledItem(action="end-11", owner="Mair"),
        FilledItem(action="plan-01", done=True),
    )
