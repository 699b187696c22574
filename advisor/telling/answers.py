"""All answers as lines to be checked, section by section. Knows no window."""

from dataclasses import dataclass

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Progress
from advisor.models.ids import QuestionId, SectionId
from advisor.models.plan import OpenAnswer
from advisor.models.questionnaire import Question
from advisor.telling.words import answer_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question with what was said to it."""

    question: QuestionId
    asked: str
    answered: str
    note: str
    is_open: bool
    is_silent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The relevant questions of one section."""

    section: SectionId
    title: str
    progress: Progress
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Everything that was answered. ``inactive``: kept, not used at the moment."""

    groups: tuple[Group, ...]
    inactive: tuple[Line, ...]


def listing(draft: InterviewDraft) -> Listing:
    """Return every relevant question with its answer, and the inactive answers apart."""
    return Listing(
        groups=tuple(
            Group(
                section=section.id,
                title=section.title,
                progress=draft.progress(section.id),
                lines=tuple(
                    _line(draft, question)
                    for question in draft.questionnaire.in_section(section.id)
                    if draft.is_relevant(question.id)
                ),
            )
            for section in draft.questionnaire.sections
        ),
        inactive=tuple(
            _line(draft, question)
            for question in draft.questionnaire.questions
            if question.id in draft.inactive_answers
            and draft.answer(question.id).value is not OpenAnswer.NOT_ANSWERED
        ),
    )


def _line(draft: InterviewDraft, question: Question) -> Line:
    answer = draft.answer(question.id)
    return Line(
        question=question.id,
        asked=question.text,
        answered=answer_words(question, answer),
        note=answer.note,
        is_open=answer.is_open,
        is_silent=answer.value is OpenAnswer.NOT_ANSWERED,
    )
