"""What to find out or decide first."""

from collections.abc import Iterable
from dataclasses import replace

from advisor.models.advice import (
    OpenQuestion,
)
from advisor.models.conditions import AllOf, Includes, Is
from advisor.models.evidence import Domain, Effect
from advisor.models.ids import GateId, OptionId, QuestionId, RuleId
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


def waiting(
    question: QuestionId,
    kind: OpenAnswer = OpenAnswer.NOT_ANSWERED,
    *,
    gates: Iterable[str] = (),
    risks: Iterable[str] = (),
    touches: int = 1,
) -> OpenQuestion:
    return OpenQuestion(
        question=question,
        open=kind,
        gates=tuple(map(GateId, gates)),
        risks=tuple(map(RuleId, risks)),
        could_settle=touches,
        touches=touches,
    )


def test_what_a_gate_waits_for_comes_before_risks_and_risks_before_the_rest() -> None:
    pack = replace(
        pack_of_open_questions(),
        gates=(building.gate("safe", Is(QuestionId("unused"), False)),),
    )

    assert advise(pack, building.plan(agreed=True)).open_questions == (
        waiting(QuestionId("unused"), gates=["safe"], touches=0),
        waiting(LED, risks=["risk-1"]),
        waiting(TOPICS),
    )


def test_open_questions_come_by_what_they_settle_then_core_then_order() -> None:
    advice = advise(pack_of_open_questions(), building.plan(agreed=OpenAnswer.NOT_SURE))

    assert advice.open_questions == (
        waiting(LED, risks=("risk-1",)),
        waiting(AGREED, OpenAnswer.NOT_SURE, risks=("risk-1",)),
        waiting(TOPICS),
    )


def test_a_question_that_is_answered_or_settles_nothing_is_not_asked() -> None:
    plan = building.plan(agreed=False, topics={"sharing"})

    assert advise(pack_of_open_questions(), plan).open_questions == ()
