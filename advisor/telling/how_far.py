"""How far a plan is, and each of its sections: what is answered, what is left, and where."""

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
from advisor.telling.grammar import beside, joined

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
class HowFar:
    """How far a plan is. ``waiting`` is the first section not completed; None when all are.

    ``left`` says how many questions are not answered, and in which sections; empty when all are.
    """

    progress: Progress
    words: str
    left: str
    sections: tuple[SectionState, ...]
    waiting: SectionId | None


def told_how_far(draft: InterviewDraft) -> HowFar:
    """Tell how far the plan is as the draft has it now."""
    so_far = draft.progress()
    differing = tuple(
        question.id
        for question in draft.questionnaire.questions
        if comments_on(draft.plan, question.id) and draft.is_relevant(question.id)
    )
    sections = tuple(_section(draft, each.id, differing) for each in draft.questionnaire.sections)
    left = (each.section for each in sections if each.mark is not Mark.COMPLETED)
    return HowFar(
        progress=so_far,
        words=_how_far(so_far),
        left=_left(draft, so_far.asked - so_far.answered),
        sections=sections,
        waiting=next(left, None),
    )


def left_in_section(draft: InterviewDraft, section: SectionId) -> str:
    """Say how many questions of a section are not answered, and on which pages; empty: none."""
    on_pages = [
        sum(draft.answer(question.id).is_open for question in draft.questions_on(page))
        for page in draft.open_pages(section)
    ]
    pages = [str(number) for number, left in enumerate(on_pages, start=1) if left]
    if not pages:
        return ""
    words = ngettext(
        "{n} question of this section is not answered, on {pages}.",
        "{n} questions of this section are not answered, on {pages}.",
        sum(on_pages),
    )
    where = ngettext("page {pages}", "pages {pages}", len(pages)).format(pages=joined(pages))
    return words.format(n=sum(on_pages), pages=where)


def tell_quick_start(questionnaire: Questionnaire) -> str:
    """Say how many questions a new plan begins with at most, and about how long they take.

    They are those of the section that has the core; an answer may make one needless.
    """
    first = questionnaire.in_section(questionnaire.core[0].section)
    asked = progress(questionnaire, first, lambda _question: UNANSWERED).asked
    minutes = math.ceil(asked * _SECONDS_A_QUESTION / 60)
    return _("Quick start: {questions} at most, about {minutes}").format(
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


def _left(draft: InterviewDraft, number: int) -> str:
    """Say how many questions of a plan are not answered, and in which sections; empty: none."""
    if not number:
        return ""
    in_sections = []
    for section in draft.questionnaire.sections:
        so_far = draft.progress(section.id)
        if left := so_far.asked - so_far.answered:
            words = _("{n} in “{section}”")
            in_sections.append(words.format(n=left, section=section.short_title))
    words = ngettext(
        "{n} question is not answered: {where}.", "{n} questions are not answered: {where}.", number
    )
    return words.format(n=number, where=joined(in_sections))


def _how_far(progress: Progress) -> str:
    words = _("{answered} of {asked} answered").format(
        answered=progress.answered, asked=progress.asked
    )
    if not progress.left_open:
        return words
    left = _("{number} left open").format(number=progress.left_open)
    return f"{words}, {left}"
