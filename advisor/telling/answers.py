"""A plan's answers told, section by section: for paper, terminal and what is found."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.interview.route import is_relevant
from advisor.models.ids import QuestionId
from advisor.models.plan import OpenAnswer, Plan
from advisor.models.questionnaire import Question, Questionnaire
from advisor.telling.disagreement import seen_differently
from advisor.telling.words import answer_words


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One question with what was said to it. ``is_silent``: nothing was said at all.

    ``otherwise`` says who sees it differently.
    """

    question: QuestionId
    asked: str
    answered: str
    note: str
    is_silent: bool
    otherwise: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSection:
    """The relevant questions of one section; there is at least one."""

    title: str
    lines: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAnswers:
    """Every question that is asked of a plan. ``inactive``: kept, not used at the moment."""

    sections: tuple[AnswerSection, ...]
    inactive: tuple[AnswerLine, ...]


def told_answers(questionnaire: Questionnaire, plan: Plan) -> ToldAnswers:
    """Tell every relevant question with its answer, and the inactive answers apart."""
    relevant = {
        question.id
        for question in questionnaire.questions
        if is_relevant(questionnaire, question.id, plan.answer)
    }
    inactive = (
        _line(question, plan) for question in questionnaire.questions if question.id not in relevant
    )
    return ToldAnswers(
        sections=_filled(
            AnswerSection(
                title=section.title,
                lines=tuple(
                    _line(question, plan)
                    for question in questionnaire.in_section(section.id)
                    if question.id in relevant
                ),
            )
            for section in questionnaire.sections
        ),
        inactive=tuple(line for line in inactive if not line.is_silent),
    )


def _filled(sections: Iterable[AnswerSection]) -> tuple[AnswerSection, ...]:
    return tuple(section for section in sections if section.lines)


def _line(question: Question, plan: Plan) -> AnswerLine:
    answer = plan.answer(question.id)
    return AnswerLine(
        question=question.id,
        asked=question.text,
        answered=answer_words(question, answer),
        note=answer.note,
        is_silent=answer.value is OpenAnswer.NOT_ANSWERED,
        otherwise=seen_differently(plan, question.id),
    )
