"""What to find out or decide first."""

from advisor.models.advice import (
    OpenQuestion,
)
from advisor.models.conditions import AllOf, Includes, Is
from advisor.models.evidence import Domain, Effect
from advisor.models.ids import (
    OptionId,
    QuestionId,
)
from advisor.models.pack import Pack
from advisor.models.plan import OpenAnswer
from advisor.models.questionnaire import Nature
from advisor.rules.engine import advise
from tests.support import building

AGREED, LED = QuestionId("agreed"), QuestionId("led")
TOPICS = QuestionId("topics")


def pack_of_open_questions() -> Pack:
    both = AllOf((Is(AGREED, True), Is(LED, True)))
    return building.pack(
        [
            building.multiple("topics", "sharing", "advice"),
            building.yes_no("led", core=True),
            building.yes_no("agreed", nature=Nature.CONTEXT),
            building.yes_no("unused"),
        ],
        [
            building.configuration("risk", both),
            building.configuration(
                "help",
                Includes(TOPICS, OptionId("sharing")),
                domain=Domain.TAKE_UP,
                effect=Effect.ENCOURAGES,
            ),
        ],
    )


def test_open_questions_come_by_what_they_settle_then_core_then_order() -> None:
    advice = advise(pack_of_open_questions(), building.plan(agreed=OpenAnswer.NOT_SURE))

    assert advice.open_questions == (
        OpenQuestion(question=LED, open=OpenAnswer.NOT_ANSWERED, could_settle=1, touches=1),
        OpenQuestion(question=AGREED, open=OpenAnswer.NOT_SURE, could_settle=1, touches=1),
        OpenQuestion(question=TOPICS, open=OpenAnswer.NOT_ANSWERED, could_settle=1, touches=1),
    )


def test_a_question_that_is_answered_or_settles_nothing_is_not_asked() -> None:
    plan = building.plan(agreed=False, topics={"sharing"})

    assert advise(pack_of_open_questions(), plan).open_questions == ()
