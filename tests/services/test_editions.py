"""Which edition of the evidence an answer was given to, kept with every save."""

from dataclasses import replace
from pathlib import Path

from advisor.models.ids import ActionId, OptionId, QuestionId
from advisor.models.plan import UNDECIDED, Answer, Choice, Decision, EntryKey
from advisor.plan_files.writing import write_plan
from advisor.rules.moving import accepted, moved_answers
from advisor.services.advisor import Advisor
from advisor.services.plans import new_plan_id
from tests.rules.test_moving import earlier

CONFIDENCE = QuestionId("low_confidence")
KEY = EntryKey.of_answer(CONFIDENCE)


def test_an_answer_is_one_to_the_questions_of_the_day_it_is_saved(advisor: Advisor) -> None:
    plan = advisor.plans.create("Ours")

    saved = advisor.plans.save(plan.id, KEY, Answer(value=OptionId("many")))

    assert isinstance(saved, Answer)
    assert saved.edition == advisor.evidence.pack.version.version
    assert advisor.plans.plan(plan.id).answer(CONFIDENCE).edition == saved.edition


def test_a_plan_of_the_edition_before_stays_so_until_a_person_says_that_it_is_right(
    advisor: Advisor,
) -> None:
    pack = advisor.evidence.pack
    plan = advisor.plans.add(earlier(low_confidence="many", languages="not_covered"))
    before = plan.answer(CONFIDENCE)
    assert before.edition == "2026.11"
    language, confidence = moved_answers(pack, plan)

    (changed,) = accepted(confidence).values()
    assert isinstance(changed, Answer)
    saved = advisor.plans.save(plan.id, KEY, changed)

    assert saved == before
    assert saved.version == before.version + 1
    assert moved_answers(pack, advisor.plans.plan(plan.id)) == (language,)
    # Taken back, it is as it was: the answer goes home with the edition it came from.
    advisor.plans.save(plan.id, KEY, replace(before, version=saved.version))
    assert len(moved_answers(pack, advisor.plans.plan(plan.id))) == 2


def test_an_exported_plan_tells_the_edition_of_answers_that_are_older_than_it(
    advisor: Advisor,
) -> None:
    plan = advisor.plans.add(earlier(low_confidence="many"))

    assert '"edition": "2026.11"' in write_plan(plan, advisor.evidence.pack)


def test_a_decision_of_the_edition_before_is_copied_in_a_file_and_shown_so_in_a_stored_plan(
    advisor: Advisor, tmp_path: Path
) -> None:
    before, now = ActionId("end-04"), ActionId("end-02")
    ours = Decision(choice=Choice.WE_WILL, owner="Rosa")
    plan = advisor.plans.add(earlier().with_entry(EntryKey.of_decision(before), ours))
    file = tmp_path / "plan.json"
    advisor.plans.write_file(plan, file)

    assert advisor.plans.plan(plan.id).decision(now) == UNDECIDED
    assert advisor.plans.plan_today(plan.id).decision(now) == ours
    assert advisor.plans.read_file(file).decision(now) == ours
    # Taken back, it stays so: it is kept that nothing is decided.
    saved = advisor.plans.save(plan.id, EntryKey.of_decision(now), ours)
    advisor.plans.save(
        plan.id, EntryKey.of_decision(now), replace(UNDECIDED, version=saved.version)
    )
    assert advisor.plans.plan_today(plan.id).decision(now) == UNDECIDED
    # Nor does it come back with a file of the plan, or with a copy.
    advisor.plans.write_file(advisor.plans.plan(plan.id), file)
    read = advisor.plans.read_file(file)
    imported = advisor.plans.add(replace(read, id=new_plan_id()))
    copy = advisor.plans.duplicate(plan.id, "Another")
    assert read.decision(before) == ours
    for other in (imported, copy):
        assert advisor.plans.plan_today(other.id).decision(before) == ours
        assert advisor.plans.plan_today(other.id).decision(now) == UNDECIDED
