"""The plan as it stands: what was said so far, the page that is open, and what can be undone.

``InterviewDraft`` is the one object of the program that changes. The window shows what it
says, tells it what was answered, and saves what it hands back; it knows neither window nor
database. Answers to questions that are not relevant at the moment stay in the plan,
untouched, and count again as soon as they are relevant again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from advisor.interview import route
from advisor.interview.steps import Change, Step, Steps
from advisor.models.ids import OptionId, QuestionId, SectionId
from advisor.models.plan import (
    UNANSWERED,
    Answer,
    Entry,
    EntryKey,
    EntryKind,
    GivenAnswer,
    OpenAnswer,
    Plan,
)
from advisor.models.questionnaire import Question, Questionnaire


class InterviewDraft:
    """One plan while it is worked on: its answers, decisions and own entries.

    Every method that changes the plan returns the ``Step`` to be saved.
    """

    def __init__(
        self, questionnaire: Questionnaire, plan: Plan, steps: Steps | None = None
    ) -> None:
        self.questionnaire, self.steps = questionnaire, steps or Steps()
        self._plan = plan
        self._cut: dict[SectionId, tuple[object, tuple[route.Page, ...]]] = {}
        self._page = self.pages(questionnaire.sections[0].id)[0]
        self._is_begun = False  # Whether somebody opened a page.

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
        return route.is_relevant(self.questionnaire, question, self.answer)

    def progress(self, section: SectionId | None = None) -> route.Progress:
        """Return how far a section is, or the whole questionnaire."""
        questions = (
            self.questionnaire.questions
            if section is None
            else self.questionnaire.in_section(section)
        )
        return route.progress(self.questionnaire, questions, self.answer)

    # Where we are

    @cached_property
    def _deciding(self) -> Mapping[SectionId, tuple[QuestionId, ...]]:
        return {
            section.id: tuple(route.deciding_elsewhere(self.questionnaire, section.id))
            for section in self.questionnaire.sections
        }

    @property
    def page(self) -> route.Page:
        """The page that is open; where pages were cut anew, the one with its first question."""
        if self._page not in self.pages(self._page.section):
            self._page = self.page_of(self._page.questions[0])
        return self._page

    def pages(self, section: SectionId) -> tuple[route.Page, ...]:
        """Return all pages of a section, those without a relevant question included.

        They are cut anew only by answers in other sections.
        """
        answers = tuple(self.answer(each).value for each in self._deciding[section])
        known = self._cut.get(section)
        if known is None or known[0] != answers:
            known = answers, route.pages(self.questionnaire, section, self.answer)
            self._cut[section] = known
        return known[1]

    def questions_on(self, page: route.Page) -> tuple[Question, ...]:
        """Return the relevant questions of a page; an empty page is passed over."""
        return route.relevant_on(self.questionnaire, page, self.answer)

    def open_pages(self, section: SectionId) -> tuple[route.Page, ...]:
        """Return the pages of a section that have something to ask."""
        return tuple(page for page in self.pages(section) if self.questions_on(page))

    def following(self, page: route.Page) -> route.Page | None:
        """Return the next page of the section that has something to ask, or None at its end."""
        later = self.open_pages(page.section)
        return next((other for other in later if other.number > page.number), None)

    def page_of(self, question: QuestionId) -> route.Page:
        """Return the page on which a question stands."""
        section = self.questionnaire[question].section
        return next(page for page in self.pages(section) if question in page.questions)

    def go_to(self, page: route.Page) -> None:
        """Open a page."""
        self._page, self._is_begun = page, True

    def resume(self, section: SectionId) -> route.Page:
        """Open the first page of a section on which something was not attended to yet.

        A section that is completed opens at its first page.
        """
        open_pages = self.open_pages(section) or self.pages(section)
        waiting = (page for page in open_pages if self._waits(page))
        self.go_to(next(waiting, open_pages[0]))
        return self._page

    def waiting(self) -> QuestionId | None:
        """Return the first question that is asked and to which nothing was said."""
        return route.waiting(self.questionnaire, self.answer)

    def left_at(self) -> QuestionId | None:
        """Return the first question that waits on the page that was opened last, if one does."""
        return next(self._silent_on(self.page), None) if self._is_begun else None

    def _waits(self, page: route.Page) -> bool:
        return any(self._silent_on(page))

    def _silent_on(self, page: route.Page) -> Iterator[QuestionId]:
        for question in self.questions_on(page):
            if self.answer(question.id).value is OpenAnswer.NOT_ANSWERED:
                yield question.id

    # What changes

    def say(self, question: QuestionId, value: GivenAnswer | OpenAnswer) -> Step:
        """Answer a question, or leave it open for one of the three reasons."""
        answer = replace(self.answer(question), value=value, edition="")
        return self.change(EntryKey.of_answer(question), answer)

    def select(self, question: QuestionId, chosen: Iterable[OptionId]) -> Step:
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

    def note(self, question: QuestionId, text: str) -> Step:
        """Write a note beside an answer."""
        answer = replace(self.answer(question), note=text)
        return self.change(EntryKey.of_answer(question), answer)

    def change(self, key: EntryKey, entry: Entry | None) -> Step:
        """Add an entry, change it, or with None remove an own one."""
        return self.change_all({key: entry})

    def change_all(self, entries: Mapping[EntryKey, Entry | None]) -> Step:
        """Change several entries in one step."""
        step = tuple(
            Change(key=key, before=before, after=entry)
            for key, entry in entries.items()
            if _differ(before := self._plan.entry(key), entry)
        )
        if step:
            self.steps.remember(step)
            self._apply(step)
        return step

    def _apply(self, step: Step) -> None:
        for change in step:
            if change.after is None:
                self._plan = self._plan.without(change.key)
            else:
                self._plan = self._plan.with_entry(change.key, change.after)

    def undo(self) -> Step:
        """Take the last step back and open the page of an answer in it.

        To the database that is one more change, never a return to an older version.
        """
        return self._go(self.steps.undo())

    def redo(self) -> Step:
        """Take the step that was taken back last once more, and open its page."""
        return self._go(self.steps.redo())

    def _go(self, step: Step) -> Step:
        self._apply(step)
        answered = (QuestionId(e.key.id) for e in step if e.key.kind is EntryKind.ANSWER)
        asked = next((question for question in answered if question in self.questionnaire), None)
        if asked is not None:
            self._page = self.page_of(asked)
        return step

    def adopt(self, key: EntryKey, theirs: Entry | None) -> None:
        """Take an entry that was saved elsewhere. It cannot be undone, for it is not ours."""
        self.steps.forget(key)
        self._apply((Change(key=key, before=self._plan.entry(key), after=theirs),))


def _differ(before: Entry | None, after: Entry | None) -> bool:
    """Whether an entry says something else, or the same to the questions of another edition."""
    if isinstance(before, Answer) and isinstance(after, Answer) and before == after:
        return bool(before.edition) and before.edition != after.edition and not before.is_open
    return before != after
