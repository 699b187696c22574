"""The interview as it stands: the plan so far, the page that is open, and what can be undone.

``InterviewDraft`` is the one object of the program that changes. The window shows what it
says, tells it what was answered, and saves what it hands back; it knows neither window nor
database. Answers to questions that are not relevant at the moment stay in the plan,
untouched, and count again as soon as they are relevant again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from advisor.interview.route import (
    Page,
    Progress,
    is_relevant,
    pages,
    progress,
    relevant_on,
)
from advisor.models.ids import OptionId, QuestionId, SectionId
from advisor.models.plan import UNANSWERED, Answer, EntryKey, GivenAnswer, OpenAnswer, Plan
from advisor.models.questionnaire import Question, Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One answer that became another."""

    question: QuestionId
    before: Answer
    after: Answer

    @property
    def reversed(self) -> "Change":
        """The change that takes this one back."""
        return Change(question=self.question, before=self.after, after=self.before)


class InterviewDraft:
    """The answers of one plan while they are being given.

    Every method that changes an answer returns the ``Change`` to be saved, or None when
    nothing changed.
    """

    def __init__(self, questionnaire: Questionnaire, plan: Plan) -> None:
        self.questionnaire = questionnaire
        self._plan = plan
        self._undoable: list[Change] = []
        self._redoable: list[Change] = []
        self._page = self.pages(questionnaire.sections[0].id)[0]

    # What is there

    @property
    def plan(self) -> Plan:
        """The plan with everything that was said so far, saved or not."""
        return self._plan

    def answer(self, question: QuestionId) -> Answer:
        """Return what was said to a question, relevant or not."""
        return self._plan.answer(question)

    def is_relevant(self, question: QuestionId) -> bool:
        """Whether the question is asked of this plan; if not, its answer is inactive."""
        return is_relevant(self.questionnaire, question, self.answer)

    def progress(self, section: SectionId | None = None) -> Progress:
        """Return how far a section is, or the whole questionnaire."""
        questions = (
            self.questionnaire.questions
            if section is None
            else self.questionnaire.in_section(section)
        )
        return progress(self.questionnaire, questions, self.answer)

    # Where we are

    @cached_property
    def _pages(self) -> Mapping[SectionId, tuple[Page, ...]]:
        return {
            section.id: pages(self.questionnaire, section.id)
            for section in self.questionnaire.sections
        }

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self._page

    def pages(self, section: SectionId) -> tuple[Page, ...]:
        """Return all pages of a section, those without a relevant question included."""
        return self._pages[section]

    def questions_on(self, page: Page) -> tuple[Question, ...]:
        """Return the relevant questions of a page; an empty page is passed over."""
        return relevant_on(self.questionnaire, page, self.answer)

    def open_pages(self, section: SectionId) -> tuple[Page, ...]:
        """Return the pages of a section that have something to ask."""
        return tuple(page for page in self.pages(section) if self.questions_on(page))

    def following(self, page: Page) -> Page | None:
        """Return the next page of the section that has something to ask, or None at its end."""
        later = self.open_pages(page.section)
        return next((other for other in later if other.number > page.number), None)

    def previous(self, page: Page) -> Page | None:
        """Return the page before, in the section, that has something to ask, or None."""
        earlier = reversed(self.open_pages(page.section))
        return next((other for other in earlier if other.number < page.number), None)

    def page_of(self, question: QuestionId) -> Page:
        """Return the page on which a question stands."""
        section = self.questionnaire[question].section
        return next(page for page in self.pages(section) if question in page.questions)

    def go_to(self, page: Page) -> None:
        """Open a page."""
        self._page = page

    def resume(self, section: SectionId) -> Page:
        """Open the first page of a section on which something was not attended to yet.

        A section that is completed opens at its first page.
        """
        open_pages = self.open_pages(section) or self.pages(section)
        waiting = (page for page in open_pages if self._waits(page))
        self._page = next(waiting, open_pages[0])
        return self._page

    def _waits(self, page: Page) -> bool:
        return any(
            self.answer(question.id).value is OpenAnswer.NOT_ANSWERED
            for question in self.questions_on(page)
        )

    # What changes

    def say(self, question: QuestionId, value: GivenAnswer | OpenAnswer) -> Change | None:
        """Answer a question, or leave it open for one of the three reasons."""
        return self._change(question, replace(self.answer(question), value=value))

    def select(self, question: QuestionId, chosen: Iterable[OptionId]) -> Change | None:
        """Answer a multiple choice with these options.

        An exclusive option that is new drops all others, and any other that is new drops the
        exclusive one. Without any option the question counts as not answered.
        """
        return self.say(question, self._agreeing(question, frozenset(chosen)) or UNANSWERED.value)

    def _agreeing(self, question: QuestionId, chosen: frozenset[OptionId]) -> frozenset[OptionId]:
        asked = self.questionnaire[question]
        exclusive = frozenset(option for option in chosen if asked.option(option).exclusive)
        if not exclusive or len(chosen) == 1:
            return chosen
        given = self.answer(question).given
        before = given if isinstance(given, frozenset) else frozenset()
        new = sorted(exclusive - before)
        return frozenset(new[:1]) if new else chosen - exclusive

    def note(self, question: QuestionId, text: str) -> Change | None:
        """Write a note beside an answer."""
        return self._change(question, replace(self.answer(question), note=text))

    def _change(self, question: QuestionId, after: Answer) -> Change | None:
        before = self.answer(question)
        if after == before:
            return None
        change = Change(question=question, before=before, after=after)
        self._undoable.append(change)
        self._redoable.clear()
        self._apply(change)
        return change

    def _apply(self, change: Change) -> None:
        # The version belongs to the database, not to the person: taking an answer back is
        # one more save of it, never a return to an older version.
        after = replace(change.after, version=self.answer(change.question).version)
        self._plan = self._plan.with_entry(EntryKey.of_answer(change.question), after)

    # What is taken back

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer to take back."""
        return bool(self._undoable)

    @property
    def can_redo(self) -> bool:
        """Whether there is an answer to give again."""
        return bool(self._redoable)

    def undo(self) -> Change | None:
        """Take the last change back and open the page it stands on."""
        return self._step(self._undoable, self._redoable)

    def redo(self) -> Change | None:
        """Make the change that was taken back last once more, and open its page."""
        return self._step(self._redoable, self._undoable)

    def _step(self, source: list[Change], target: list[Change]) -> Change | None:
        if not source:
            return None
        step = source.pop().reversed
        target.append(step)
        self._apply(step)
        self._page = self.page_of(step.question)
        return step

    # What comes from elsewhere

    def mark_saved(self, question: QuestionId, saved: Answer) -> None:
        """Take over the version under which an answer was saved; what was said stays."""
        current = replace(self.answer(question), version=saved.version)
        self._plan = self._plan.with_entry(EntryKey.of_answer(question), current)

    def adopt_answer(self, question: QuestionId, theirs: Answer) -> None:
        """Take an answer that was saved elsewhere. It cannot be undone, for it is not ours."""
        self._undoable = [change for change in self._undoable if change.question != question]
        self._redoable = [change for change in self._redoable if change.question != question]
        self._plan = self._plan.with_entry(EntryKey.of_answer(question), theirs)

    def adopt(self, plan: Plan) -> None:
        """Take everything but the answers from a newer state of the same plan."""
        self._plan = replace(plan, answers=self._plan.answers)
