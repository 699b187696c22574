"""The first result: page one of the checklist, with what could not be looked at yet."""

from advisor.models.plan import Plan
from advisor.rules.engine import advise
from advisor.telling.advice import tell
from advisor.telling.first_result import FirstResult, told_first_result
from advisor.telling.poster import told_poster
from tests.support.examples import CLOSED, DROP_IN, ONLINE, SPARSE, example, pack


def result(plan: Plan) -> FirstResult:
    return told_first_result(pack(), plan, advise(pack(), plan))


def test_it_says_what_paper_and_the_advice_say() -> None:
    plan = example(SPARSE)
    advice = advise(pack(), plan)

    told = result(plan)

    assert told.poster == told_poster(pack(), plan, advice)
    assert told.headline == tell(pack(), plan, advice).headline
    assert told.questions == tell(pack(), plan, advice).first_questions
    assert told.questions_title == "What we could not look at yet"


def test_everything_to_stop_for_leads_to_the_question_behind_it() -> None:
    for place in (SPARSE, DROP_IN):
        items = [item for part in result(example(place)).poster.box for item in part.items]
        assert items
        for item in items:
            assert item.question is not None
            assert item.question in pack().questionnaire


def test_what_to_watch_for_leads_to_its_risk() -> None:
    told = result(example(DROP_IN))

    titles = {pack().rule_by_id[risk.rule][0].title: risk.title for risk in told.poster.watch}

    assert len(titles) == 3
    assert all(found == said for found, said in titles.items())


def test_with_everything_answered_nothing_is_left_to_look_at() -> None:
    assert result(example(CLOSED)).questions == ()


def test_what_cannot_be_judged_is_said_in_place_of_counts() -> None:
    told = result(example(ONLINE))

    assert told.poster.not_judged
    assert told.headline.lead.startswith("We cannot judge this form")
    assert told.headline.not_known == ""
