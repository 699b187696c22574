"""The sections of the questionnaire as steps: which one is open, and how far each is."""

from dataclasses import dataclass

from advisor.interview.draft import InterviewDraft
from advisor.language import _
from advisor.models.ids import SectionId
from advisor.models.marks import Mark
from advisor.telling.how_far import SectionState, told_how_far


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStep:
    """One section. ``name`` and ``state`` are what a screen reader says; ``count`` is seen."""

    section: SectionId
    number: str
    title: str
    whole_title: str
    count: str
    name: str
    state: str
    is_done: bool
    is_current: bool


def told_steps(draft: InterviewDraft) -> tuple[ToldStep, ...]:
    """Tell the sections of a plan in their order."""
    states = told_how_far(draft).sections
    return tuple(_step(draft, at, state) for at, state in enumerate(states, start=1))


def _step(draft: InterviewDraft, at: int, state: SectionState) -> ToldStep:
    section, so_far = draft.questionnaire.section(state.section), draft.progress(state.section)
    is_current = draft.page.section == section.id
    current = _("{how_far}, current section").format(how_far=state.words)
    return ToldStep(
        section=section.id,
        number=str(at),
        title=section.short_title,
        whole_title=section.title,
        count=_("{answered}/{asked}").format(answered=so_far.answered, asked=so_far.asked),
        name=_("{number}. {section}").format(number=at, section=section.short_title),
        state=current if is_current else state.words,
        is_done=state.mark is Mark.COMPLETED,
        is_current=is_current,
    )
