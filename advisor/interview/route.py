"""The way through the questionnaire: pages of a few related questions, and what is relevant.

Everything here is computed from the questionnaire and the answers; nothing is remembered.
What the person did, and how to take it back, lives in ``advisor.interview.draft``.
"""

from dataclasses import dataclass
from enum import StrEnum

from advisor.models.conditions import questions_in
from advisor.models.explanation import Truth
from advisor.models.ids import QuestionId, SectionId
from advisor.models.plan import OpenAnswer
from advisor.models.questionnaire import Question, Questionnaire
from advisor.rules.judging import AnswersOf, relevance

MOST_QUESTIONS = 4
MOST_LINES = 17
"""About as many options as a person can weigh on one page without losing the thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Questions that are shown together, in order. ``number`` counts from 0 in its section."""

    section: SectionId
    number: int
    questions: tuple[QuestionId, ...]


class Standing(StrEnum):
    """How far a section is. ``COMPLETED``: every relevant question was attended to."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many relevant questions were answered, left open on purpose, and asked."""

    answered: int
    left_open: int
    asked: int

    @property
    def attended(self) -> int:
        """Questions to which something was said, *not sure yet* included."""
        return self.answered + self.left_open

    @property
    def standing(self) -> Standing:
        """How far this is; where nothing is asked, nothing is left to do."""
        if self.attended == self.asked:
            return Standing.COMPLETED
        return Standing.IN_PROGRESS if self.attended else Standing.NOT_STARTED


def pages(questionnaire: Questionnaire, section: SectionId) -> tuple[Page, ...]:
    """Return the pages of a section, the same whatever the answers are.

    A question never shares a page with one that decides whether it is asked: nothing may
    come or go under a person's hands.
    """
    groups: list[list[Question]] = []
    for question in questionnaire.in_section(section):
        if groups and _belongs(question, groups[-1]):
            groups[-1].append(question)
        else:
            groups.append([question])
    return tuple(
        Page(section=section, number=number, questions=tuple(question.id for question in group))
        for number, group in enumerate(groups)
    )


def _belongs(question: Question, group: list[Question]) -> bool:
    depends_on = questions_in(question.ask_when) if question.ask_when else frozenset()
    return (
        len(group) < MOST_QUESTIONS
        and sum(map(_lines, group)) + _lines(question) <= MOST_LINES
        and depends_on.isdisjoint(earlier.id for earlier in group)
    )


def _lines(question: Question) -> int:
    """How many lines a question takes, roughly: its options and its heading."""
    return len(question.options) + 1 if question.options else 3


def is_relevant(questionnaire: Questionnaire, question: QuestionId, answers_of: AnswersOf) -> bool:
    """Whether a question is asked of this plan.

    It is, unless the answers rule it out: where they leave that open, asking is safer.
    """
    return relevance(question, answers_of, questionnaire) is not Truth.FAILS


def relevant_on(
    questionnaire: Questionnaire, page: Page, answers_of: AnswersOf
) -> tuple[Question, ...]:
    """Return the questions of a page that are asked of this plan, in order."""
    asked = (questionnaire[question] for question in page.questions)
    return tuple(
        question for question in asked if is_relevant(questionnaire, question.id, answers_of)
    )


def waiting(questionnaire: Questionnaire, answers_of: AnswersOf) -> QuestionId | None:
    """Return the first question that is asked of this plan and to which nothing was said."""
    silent = (
        question.id
        for question in questionnaire.questions
        if answers_of(question.id).value is OpenAnswer.NOT_ANSWERED
    )
    return next((each for each in silent if is_relevant(questionnaire, each, answers_of)), None)


def pages_to(
    questionnaire: Questionnaire, question: QuestionId, answers_of: AnswersOf
) -> tuple[int, int]:
    """Return the number of the page on which a question stands, from 1, and of how many.

    Only pages of its section count that have something to ask.
    """
    found = pages(questionnaire, questionnaire[question].section)
    opened = [page for page in found if relevant_on(questionnaire, page, answers_of)]
    [number] = (at for at, page in enumerate(opened, start=1) if question in page.questions)
    return number, len(opened)


def progress(
    questionnaire: Questionnaire, questions: tuple[Question, ...], answers_of: AnswersOf
) -> Progress:
    """Return how far these questions are answered, of those that are relevant."""
    said = [
        answers_of(question.id).value
        for question in questions
        if is_relevant(questionnaire, question.id, answers_of)
    ]
    silent = sum(value is OpenAnswer.NOT_ANSWERED for value in said)
    left_open = sum(isinstance(value, OpenAnswer) for value in said) - silent
    return Progress(answered=len(said) - silent - left_open, left_open=left_open, asked=len(said))
