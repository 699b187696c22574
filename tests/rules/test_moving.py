"""Plans of edition 2026.11 under edition 2026.12: nothing is lost."""

import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.interview.draft import InterviewDraft
from advisor.models.filled import FilledChecklist, FilledItem
from advisor.models.ids import ActionId, OptionId, QuestionId
from advisor.models.moved import MovedAnswer, MovedDecision
from advisor.models.plan import UNDECIDED, Answer, Choice, Decision, EntryKey, OpenAnswer, Plan
from advisor.plan_files.reading import plan_from_data, read_plan
from advisor.plan_files.writing import write_plan
from advisor.rules.engine import advise
from advisor.rules.moving import (
    Changes,
    accepted,
    dismissed,
    dismissed_decision,
    moved_answers,
    moved_decisions,
    moved_items,
    uncopied_decision,
    used_decision,
    with_copies,
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


OURS = Decision(choice=Choice.WE_WILL, owner="Rosa")
NOT_OURS = Decision(choice=Choice.NOT_FOR_US)


def deciding(plan: Plan, **decisions: Decision) -> Plan:
    for name, decision in decisions.items():
        action = ActionId(name.replace("_", "-"))
        plan = plan.with_entry(EntryKey.of_decision(action), decision)
    return plan


def decided(plan: Plan, *actions: str) -> list[Decision]:
    return [plan.decision(ActionId(action)) for action in actions]


def test_a_decision_is_copied_to_what_took_its_action_in_where_that_is_undecided() -> None:
    pack = shipped_pack()
    plan = with_copies(pack, deciding(earlier(), review_10=OURS, end_11=NOT_OURS))

    assert decided(plan, "review-06", "end-11", "review-10") == [OURS, NOT_OURS, OURS]
    (moved,) = moved_decisions(pack, plan)
    assert (moved.copied, moved.taken, moved.waiting) == (("review-06",), ("end-11",), ())
    assert with_copies(pack, plan) == plan


def test_of_two_decisions_for_one_action_the_first_is_copied_and_the_other_is_offered() -> None:
    pack = shipped_pack()
    plan = with_copies(pack, deciding(earlier(), review_05=OURS, review_10=NOT_OURS))

    assert decided(plan, "review-06", "end-11") == [OURS, NOT_OURS]
    first, second = moved_decisions(pack, plan)
    assert (first.copied, second.taken) == (("review-06",), ("review-06",))


def test_a_copied_decision_that_was_taken_back_is_not_copied_again() -> None:
    pack = shipped_pack()
    plan = deciding(earlier(), end_04=OURS, end_02=replace(UNDECIDED, version=2))

    assert with_copies(pack, plan) == plan
    (moved,) = moved_decisions(pack, plan)
    assert moved.waiting == ("end-02",)
    # A file knows no versions.
    from_file = plan_from_data(json.loads(write_plan(plan, pack)), pack)
    assert with_copies(pack, from_file).decision(ActionId("end-02")) == UNDECIDED


def test_a_person_has_seen_a_copy_takes_it_back_or_puts_it_in_the_place_of_another() -> None:
    pack = shipped_pack()
    copied = with_copies(pack, deciding(earlier(), end_04=OURS))
    taken = deciding(earlier(), end_04=OURS, end_02=NOT_OURS)

    def after(plan: Plan, change: Callable[[Plan, MovedDecision], Changes]) -> list[Decision]:
        draft = InterviewDraft(pack.questionnaire, plan)
        (moved,) = moved_decisions(pack, plan)
        assert draft.change_all(change(plan, moved))
        assert moved_decisions(pack, draft.plan) == ()
        return decided(draft.plan, "end-02", "end-04")

    def seen(_plan: Plan, moved: MovedDecision) -> Changes:
        return dismissed_decision(moved)

    assert after(copied, seen) == [OURS, UNDECIDED]
    assert after(copied, uncopied_decision) == [UNDECIDED, UNDECIDED]
    assert after(taken, seen) == [NOT_OURS, UNDECIDED]
    assert after(taken, used_decision) == [OURS, UNDECIDED]


def test_a_form_of_the_edition_before_is_read_under_the_actions_of_today() -> None:
    form = FilledChecklist(
        read_on=datetime.date(2027, 3, 5),
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
