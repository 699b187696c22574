"""A plan at a glance: how far it is and each of its sections, and where to go on."""

from dataclasses import dataclass

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Progress, Standing
from advisor.language import _
from advisor.models.ids import SectionId
from advisor.models.marks import Mark

_MARKS = {
    Standing.NOT_STARTED: Mark.NOT_STARTED,
    Standing.IN_PROGRESS: Mark.IN_PROGRESS,
    Standing.COMPLETED: Mark.COMPLETED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionState:
    """How far one section is, as a mark and in words."""

    section: SectionId
    mark: Mark
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How far a plan is. ``waiting`` is the first section not completed; None when all are."""

    progress: Progress
    words: str
    sections: tuple[SectionState, ...]
    waiting: SectionId | None


def tell_overview(draft: InterviewDraft) -> Overview:
    """Tell how far the plan is as the draft has it now."""
    so_far = draft.progress()
    sections = tuple(
        _section(section.id, draft.progress(section.id)) for section in draft.questionnaire.sections
    )
    left = (each.section for each in sections if each.mark is not Mark.COMPLETED)
    return Overview(
        progress=so_far, words=_how_far(so_far), sections=sections, waiting=next(left, None)
    )


def _section(section: SectionId, progress: Progress) -> SectionState:
    return SectionState(section=section, mark=_MARKS[progress.standing], words=_how_far(progress))


def _how_far(progress: Progress) -> str:
    words = _("{answered} of {asked} answered").format(
        answered=progress.answered, asked=progress.asked
    )
    if not progress.left_open:
        return words
    left = _("{number} left open").format(number=progress.left_open)
    return f"{words}, {left}"
