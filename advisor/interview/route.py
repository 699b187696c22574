"""The way through the questionnaire: pages of a few related questions, and what is relevant.

Everything here is computed from the questionnaire and the answers; nothing is remembered.
What the person did, and how to take it back, lives in ``advisor.interview.draft``.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import product

from advisor.models.conditions import Condition, questions_in
from advisor.models.explanation import Truth
from advisor.models.ids import QuestionId, SectionId
from advisor.models.plan import UNANSWERED, Answer, OpenAnswer
from advisor.models.questionnaire import Question, Questionnaire
from advisor.rules.judging import AnswersOf, relevance

MOST_QUESTIONS = 4
MOST_LINES = 17
"""About as many options as a person can weigh on one page without losing the thread."""
TALLEST = 22
"""So many where a question would stand alone otherwise."""


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


def pages(
    questionnaire: Questionnaire, section: SectionId, answers_of: AnswersOf
) -> tuple[Page, ...]:
    """Return the pages of a section, the same whatever is answered in it.

    A question never shares a page with one that decides whether it is asked: nothing may
    come or go under a person's hands. What answers in other sections rule out takes no room.
    As few questions as can be stand alone.
    """
    asked = _asked_by_others(questionnaire, section, answers_of)
    first_of = {group[0].question for group in _set_together(asked)[1:]}
    groups: list[list[QuestionId]] = [[]]
    for question in questionnaire.in_section(section):
        if question.id in first_of:
            groups.append([])
        groups[-1].append(question.id)
    return tuple(
        Page(section=section, number=number, questions=tuple(group))
        for number, group in enumerate(groups)
    )


def deciding_elsewhere(questionnaire: Questionnaire, section: SectionId) -> frozenset[QuestionId]:
    """Return the questions of other sections by whose answers the pages of one are cut."""
    questions = questionnaire.in_section(section)
    asked_when = (each.ask_when for each in questions if each.ask_when is not None)
    deciding = frozenset[QuestionId]().union(*map(questions_in, asked_when))
    return deciding - {question.id for question in questions}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that may be asked: how high it is, and on what in its section that depends."""

    question: QuestionId
    lines: int
    depends_on: frozenset[QuestionId]
    condition: Condition | None


def _asked_by_others(
    questionnaire: Questionnaire, section: SectionId, answers_of: AnswersOf
) -> tuple[_Asked, ...]:
    """Return the questions of a section that answers in the other sections do not rule out."""
    questions = questionnaire.in_section(section)
    here = frozenset(question.id for question in questions)

    def elsewhere(question: QuestionId) -> Answer:
        return UNANSWERED if question in here else answers_of(question)

    asked = []
    for question in questions:
        truth = relevance(question.id, elsewhere, questionnaire)
        if truth is not Truth.FAILS:
            when = question.ask_when
            depends_on = (questions_in(when) & here) if when is not None else frozenset()
            is_open = bool(depends_on) and truth is not Truth.HOLDS
            condition = when if is_open else None
            asked.append(_Asked(question.id, _lines(question), depends_on, condition))
    return tuple(asked)


@lru_cache(maxsize=256)
def _set_together(asked: tuple[_Asked, ...]) -> tuple[tuple[_Asked, ...], ...]:
    """Return the questions in pages: few alone, none too tall, few pages, the first ones full."""
    best: dict[int, tuple[Fraction, int, int, tuple[tuple[_Asked, ...], ...]]]
    best = {len(asked): (Fraction(), 0, 0, ())}
    for start in reversed(range(len(asked))):
        ways = []
        for end in range(min(len(asked), start + MOST_QUESTIONS), start, -1):
            group = tuple(asked[start:end])
            if _can_be_a_page(group):
                alone, too_tall, number, others = best[end]
                too_tall += max(0, _height(group) - MOST_LINES)
                ways.append((_alone(group) + alone, too_tall, number + 1, (group, *others)))
        # Of those that are as good, the one with the fullest first page.
        best[start] = min(ways, key=lambda way: way[:3])
    return best[0][3]


def _can_be_a_page(group: Sequence[_Asked]) -> bool:
    together = {each.question for each in group}
    is_settled = all(each.depends_on.isdisjoint(together) for each in group)
    return len(group) == 1 or (is_settled and _height(group) <= TALLEST)


def _alone(group: Sequence[_Asked]) -> Fraction:
    """In what part of the cases only one question of a page is asked, all cases counted alike."""
    always = sum(each.condition is None for each in group)
    sometimes = Counter(each.condition for each in group if each.condition is not None)
    cases = list(product(*((0, number) for number in sometimes.values())))
    return Fraction(sum(always + sum(case) == 1 for case in cases), len(cases))


def _height(group: Sequence[_Asked]) -> int:
    return sum(each.lines for each in group)


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
    found = pages(questionnaire, questionnaire[question].section, answers_of)
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
