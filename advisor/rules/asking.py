"""What to find out or decide first: open questions, the most useful first."""

from collections.abc import Sequence

from advisor.models.advice import OpenQuestion
from advisor.models.evidence import Domain
from advisor.models.plan import OpenAnswer
from advisor.models.questionnaire import Question
from advisor.rules.completions import Outcome, Situation

RISK_WEIGHT = 2
"""A risk that could be settled counts as much as two other findings."""


def relevant_questions(situation: Situation) -> tuple[Question, ...]:
    """Return the questions that are not certainly hidden, in order."""
    return tuple(
        question
        for question in situation.questionnaire.questions
        if question.id not in situation.hidden
    )


def open_questions(
    situation: Situation, outcomes: Sequence[tuple[Domain, Outcome]]
) -> tuple[OpenQuestion, ...]:
    """Return the open questions on which a finding depends, most useful first.

    First what could settle the most (risks count double), then what touches the most, then
    core questions, then the order of the questionnaire. ``outcomes`` has every rule's.
    """
    ranked = []
    for place, question in enumerate(relevant_questions(situation)):
        touched = [(d, o) for d, o in outcomes if question.id in o.depends_on]
        settled = [d for d, o in touched if question.id in o.settled_by]
        weight = sum(RISK_WEIGHT if domain is Domain.RISK else 1 for domain in settled)
        answer = situation.plan.answer(question.id).value
        if touched and isinstance(answer, OpenAnswer):
            entry = OpenQuestion(
                question=question.id,
                open=answer,
                could_settle=len(settled),
                touches=len(touched),
            )
            ranked.append(((-weight, -len(touched), not question.core, place), entry))
    return tuple(entry for _rank, entry in sorted(ranked, key=lambda pair: pair[0]))
