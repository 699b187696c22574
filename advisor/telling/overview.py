"""A plan at a glance: how far it is and each of its sections, and where to go on."""

import math
from dataclasses import dataclass

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Progress, Standing, progress
from advisor.language import _, ngettext
from advisor.models.ids import QuestionId, SectionId
from advisor.models.marks import Mark
from advisor.models.plan import UNANSWERED
from advisor.models.questionnaire import Questionnaire
from advisor.telling.disagreement import comments_on, how_many_differ
from advisor.telling.grammar import beside

_MARKS = {
    Standing.NOT_STARTED: Mark.NOT_STARTED,
    Standing.IN_PROGRESS: Mark.IN_PROGRESS,
    Standing.COMPLETED: Mark.COMPLETED,
}

_SECONDS_A_QUESTION = 20
"""About how long it takes to read a question and to choose: our own estimate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionState:
    """How far one section is, as a mark and in words."""

    section: SectionId
    mark: Mark
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How far a plan is. ``waiting`` is the first section not completed; None when all are.

    ``differing`` are the questions that somebody sees differently.
    """

    progress: Progress
    words: str
    sections: tuple[SectionState, ...]
    waiting: SectionId | None
    differing: tuple[QuestionId, ...]


def tell_overview(draft: InterviewDraft) -> Overview:
    """Tell how far the plan is as the draft has it now."""
    so_far = draft.progress()
    differing = tuple(
        question.id
        for question in draft.questionnaire.questions
        if comments_on(draft.plan, question.id) and draft.is_relevant(question.id)
    )
    sections = tuple(_section(draft, each.id, differing) for each in draft.questionnaire.sections)
    left = (each.section for each in sections if each.mark is not Mark.COMPLETED)
    return Overview(
        progress=so_far,
        words=_how_far(so_far),
        sections=sections,
        waiting=next(left, None),
        differing=differing,
    )


def tell_quick_start(questionnaire: Questionnaire) -> str:
    """Say how many questions a new plan begins with, and about how long they take."""
    asked = progress(questionnaire, questionnaire.core, lambda _question: UNANSWERED).asked
    minutes = math.ceil(asked * _SECONDS_A_QUESTION / 60)
    return _("Quick start: {questions}, about {minutes}").format(
        questions=ngettext("{n} question", "{n} questions", asked).format(n=asked),
        minutes=ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes),
    )


def _section(
    draft: InterviewDraft, section: SectionId, differing: tuple[QuestionId, ...]
) -> SectionState:
    so_far = draft.progress(section)
    number = sum(draft.questionnaire[question].section == section for question in differing)
    words = beside(_how_far(so_far), how_many_differ(number))
    return SectionState(section=section, mark=_MARKS[so_far.standing], words=words)


def _how_far(progress: Progress) -> str:
    words = _("{answered} of {asked} answered").format(
        answered=progress.answered, asked=progress.asked
    )
    if not progress.left_open:
        return words
    left = _("{number} left open").format(number=progress.left_open)
    return f"{words}, {left}"
