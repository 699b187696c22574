"""What to find out or decide first: open questions, the most useful first."""

from collections.abc import Sequence

from advisor.models.advice import OpenQuestion
from advisor.models.evidence import Domain
from advisor.models.plan import OpenAnswer
from advisor.models.questionnaire import Question
from advisor.rules.completions import JudgedRule, Situation

RISK_WEIGHT = 2
"""A risk that could be settled counts as much as two other findings."""


def relevant_questions(situation: Situation) -> tuple[Question, ...]:
    """Return the questions that are not certainly hidden, in order."""
    return tuple(
        question
        for question in situation.questionnaire.questions
        if question.id not in situation.hidden
    )


def open_questions(situation: Situation, judged: Sequence[JudgedRule]) -> tuple[OpenQuestion, ...]:
    """Return the open questions on which a finding depends, most useful first.

    First what could settle the most (risks count double), then what touches the most, then
    core questions, then the order of the questionnaire.
    """
    undecided = [one for one in judged if one.outcome.depends_on]
    ranked = []
    for place, question in enumerate(relevant_questions(situation)):
        touched = [one for one in undecided if question.id in one.outcome.depends_on]
        settled = [one for one in touched if question.id in one.outcome.settled_by]
        answer = situation.plan.answer(question.id).value
        if touched and isinstance(answer, OpenAnswer):
            entry = OpenQuestion(
                question=question.id,
                open=answer,
                could_settle=len(settled),
                touches=len(touched),
            )
            rank = (-_weight(settled), -len(touched), not question.core, place)
            ranked.append((rank, entry))
    return tuple(entry for _rank, entry in sorted(ranked, key=lambda pair: pair[0]))


def _weight(judged: Sequence[JudgedRule]) -> int:
    return sum(RISK_WEIGHT if one.configuration.domain is Domain.RISK else 1 for one in judged)
