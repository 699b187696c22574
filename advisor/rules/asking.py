"""What to find out or decide first: open questions, the most useful first."""

from collections.abc import Iterable, Sequence

from advisor.models.advice import OpenQuestion
from advisor.models.evidence import Domain
from advisor.models.findings import GateFinding, GateState
from advisor.models.ids import QuestionId
from advisor.models.plan import OpenAnswer
from advisor.models.questionnaire import Question
from advisor.rules.completions import Situation
from advisor.rules.prepared import JudgedRule


def relevant_questions(situation: Situation) -> tuple[Question, ...]:
    """Return the questions that are not certainly hidden, in order."""
    return tuple(
        question
        for question in situation.questionnaire.questions
        if question.id not in situation.hidden
    )


def open_questions(
    situation: Situation, judged: Sequence[JudgedRule], gates: Iterable[GateFinding]
) -> tuple[OpenQuestion, ...]:
    """Return the open questions on which a gate or a finding depends, most useful first.

    First those on which a gate depends that is not said yet, then those on which a risk does,
    then the rest. Within each: what could settle the most alone, then what touches the most,
    then core questions, then the order of the questionnaire.
    """
    touching: dict[QuestionId, list[JudgedRule]] = {}
    for one in judged:
        for name in one.outcome.depends_on:
            touching.setdefault(name, []).append(one)
    unsaid = [gate for gate in gates if gate.state is GateState.NOT_SAID]
    ranked = []
    for place, question in enumerate(relevant_questions(situation)):
        touched = touching.get(question.id, [])
        settled = [one for one in touched if question.id in one.outcome.settled_by]
        answer = situation.plan.answer(question.id).value
        waiting = tuple(gate.id for gate in unsaid if question.id in gate.depends_on)
        if (touched or waiting) and isinstance(answer, OpenAnswer):
            entry = OpenQuestion(
                question=question.id,
                open=answer,
                gates=waiting,
                risks=tuple(one.rule.id for one in touched if _is_risk(one)),
                could_settle=len(settled),
                touches=len(touched),
            )
            kind = 0 if waiting else 1 if entry.risks else 2
            rank = (kind, -len(settled), -len(touched), not question.core, place)
            ranked.append((rank, entry))
    return tuple(entry for _rank, entry in sorted(ranked, key=lambda pair: pair[0]))


def _is_risk(judged: JudgedRule) -> bool:
    return judged.configuration.domain is Domain.RISK
