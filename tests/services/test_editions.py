"""Which edition of the evidence an answer was given to, kept with every save."""

from dataclasses import replace

from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import Answer, EntryKey
from advisor.plan_files.writing import write_plan
from advisor.rules.moving import accepted, moved_answers
from advisor.services.advisor import Advisor
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
