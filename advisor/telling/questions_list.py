"""All questions of a plan as one list: what is said to each, which are not asked and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from advisor.interview.draft import InterviewDraft
from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.field_words import FieldWords
from advisor.models.ids import QuestionId, SectionId
from advisor.models.pack import Pack
from advisor.models.plan import OpenAnswer
from advisor.models.questionnaire import Question, Questionnaire
from advisor.telling.disagreement import seen_differently
from advisor.telling.grammar import joined
from advisor.telling.how_far import HowFar, tell_quick_start, told_how_far
from advisor.telling.opening import MOST_FIRST_QUESTIONS, FirstQuestion, open_questions
from advisor.telling.places import plain
from advisor.telling.spoken import in_one_run
from advisor.telling.unfinished import unfinished
from advisor.telling.why import why_not_asked
from advisor.telling.words import WordTable, answer_words

NOT_ASKED = SectionId("")
"""Stands for the questions that are not asked, whatever section they are of."""


class Those(StrEnum):
    """Which questions a person wants to see."""

    ALL = "all"
    NOT_ANSWERED = "not_answered"
    NOTED = "noted"
    DIFFERENT = "different"
    NOT_ASKED = "not_asked"


THOSE_WORDS = WordTable(
    {
        Those.ALL: N_("All"),
        Those.NOT_ANSWERED: N_("Not answered"),
        Those.NOTED: N_("With a note"),
        Those.DIFFERENT: N_("Seen differently"),
        Those.NOT_ASKED: N_("Not asked here, and why"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedQuestion:
    """One question as a row. ``label`` is short, ``asked`` the whole question.

    ``opens`` is the question that the row leads to: of one that is not asked, the one whose
    answer decides that. ``unfinished`` says what is written in its fields and not saved.
    """

    question: QuestionId
    opens: QuestionId
    label: str
    asked: str
    answered: str
    note: str
    otherwise: tuple[str, ...]
    unfinished: tuple[str, ...]
    is_open: bool
    verb: str
    kinds: frozenset[Those]

    @property
    def name(self) -> str:
        """What can be done, with the question and what is said to it by now."""
        now = self.answered if self.is_open else _("Now: {answer}").format(answer=self.answered)
        about = _("{verb}: {question}").format(verb=self.verb, question=self.label)
        return in_one_run((about, now))

    @property
    def spoken(self) -> str:
        """The whole question with what belongs to its answer, for who has come to it."""
        return in_one_run((self.asked, *self.unfinished, self.note, *self.otherwise))

    def is_found(self, those: "Those", words: str) -> bool:
        """Whether it is of one kind and says some words."""
        is_meant = those in self.kinds or (those is Those.ALL and Those.NOT_ASKED in self.kinds)
        return is_meant and self.says(words)

    def says(self, words: str) -> bool:
        """Whether all the words stand somewhere in it."""
        if not words:
            return True
        marked = (*self.unfinished, self.note, *self.otherwise)
        text = plain(" ".join((self.label, self.asked, self.answered, *marked)))
        return all(word in text for word in plain(words).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSection:
    """The questions of one section that are asked, or all that are not.

    ``begin`` are the words that lead to the first page with something left to say; else empty.
    """

    section: SectionId
    title: str
    progress: str
    begin: str
    questions: tuple[ListedQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsList:
    """All of it. ``first`` are the open questions that matter most, after ``lead``.

    ``left`` says what is not answered, or before the first answer how to begin.
    ``go_on`` is what is written on the way to ``waiting``, the first section with something
    left to say; where nothing is left, both are empty.
    """

    sentence: str
    left: str
    lead: str
    first: tuple[FirstQuestion, ...]
    sections: tuple[ListedSection, ...]
    go_on: str
    waiting: SectionId | None

    def counts(self) -> Mapping[Those, int]:
        """Return how many questions there are of each kind."""
        kinds = [line.kinds for section in self.sections for line in section.questions]
        return {those: sum(those in each for each in kinds) for those in Those}

    def count(self, those: Those, words: str) -> int:
        """Return how many questions of one kind say some words, also of sections not shown yet."""
        lines = (line for section in self.sections for line in section.questions)
        return sum(line.is_found(those, words) for line in lines)


def told_questions(
    pack: Pack,
    draft: InterviewDraft,
    advice: Advice | None,
    fields: Iterable[FieldWords] = (),
) -> QuestionsList:
    """Tell all questions of a plan as the draft has it; without advice none matters most.

    ``fields`` are what is written in the plan's fields and not saved.
    """
    how_far, waiting = told_how_far(draft), unfinished(draft.plan, fields)
    is_begun = bool(how_far.progress.attended)
    first = _first(pack, draft, advice) if is_begun and advice is not None else ()
    return QuestionsList(
        sentence=_("{how_far}.").format(how_far=how_far.words),
        left=how_far.left if is_begun else _how_to_begin(pack.questionnaire),
        lead=_lead(len(first)),
        first=first,
        sections=(*_sections(draft, how_far, waiting), *_unasked(draft)),
        go_on=_go_on(draft, how_far.waiting),
        waiting=how_far.waiting,
    )


def _first(pack: Pack, draft: InterviewDraft, advice: Advice) -> tuple[FirstQuestion, ...]:
    """Return the open questions that matter most.

    Older advice may name what was answered since, or is not asked any more.
    """
    open_now = (
        each
        for each in open_questions(pack, advice)
        if draft.is_relevant(each.question) and draft.answer(each.question).is_open
    )
    return tuple(open_now)[:MOST_FIRST_QUESTIONS]


def _how_to_begin(questionnaire: Questionnaire) -> str:
    rest = _(
        "It already gives useful advice. Do the rest in any order."
        " You can stop at any time; nothing is lost."
    )
    return in_one_run((tell_quick_start(questionnaire), rest))


def _lead(number: int) -> str:
    words = ngettext(
        "This open question matters most:", "These {n} open questions matter most:", number
    )
    return words.format(n=number) if number else ""


def _go_on(draft: InterviewDraft, waiting: SectionId | None) -> str:
    if waiting is None:
        return ""
    if not draft.progress().attended:
        return _("&Start answering")
    section = draft.questionnaire.section(waiting)
    title = section.short_title.replace("&", "&&")
    return _("&Continue with {section}").format(section=title)


def _sections(
    draft: InterviewDraft, how_far: HowFar, waiting: Mapping[QuestionId, tuple[str, ...]]
) -> Iterator[ListedSection]:
    for section, state in zip(draft.questionnaire.sections, how_far.sections, strict=True):
        so_far = draft.progress(section.id)
        asked = tuple(
            _line(draft, question, waiting.get(question.id, ()))
            for question in draft.questionnaire.in_section(section.id)
            if draft.is_relevant(question.id)
        )
        if asked:
            yield ListedSection(
                section=section.id,
                title=section.title,
                progress=state.words,
                begin=_begin(so_far.attended) if so_far.attended < so_far.asked else "",
                questions=asked,
            )


def _begin(attended: int) -> str:
    return _("Start at the first open one") if attended else _("Start this section")


def _unasked(draft: InterviewDraft) -> Iterator[ListedSection]:
    lines = tuple(
        _unasked_line(draft, question)
        for question in draft.questionnaire.questions
        if not draft.is_relevant(question.id)
    )
    if lines:
        yield ListedSection(
            section=NOT_ASKED,
            title=_("Not asked here, and why"),
            progress=_("An answer that was given before is kept, and left out of the advice."),
            begin="",
            questions=lines,
        )


def _line(draft: InterviewDraft, question: Question, waiting: tuple[str, ...]) -> ListedQuestion:
    answer = draft.answer(question.id)
    otherwise = seen_differently(draft.plan, question.id)
    kinds = {Those.ALL}
    kinds |= {Those.NOT_ANSWERED} if answer.is_open else set()
    kinds |= {Those.NOTED} if answer.note else set()
    kinds |= {Those.DIFFERENT} if otherwise else set()
    is_silent = answer.value is OpenAnswer.NOT_ANSWERED
    return ListedQuestion(
        question=question.id,
        opens=question.id,
        label=question.short or question.text,
        asked=question.text,
        answered=answer_words(question, answer),
        note=_noted(answer.note),
        otherwise=otherwise,
        unfinished=waiting,
        is_open=answer.is_open,
        verb=_("Answer") if is_silent else _("Change"),
        kinds=frozenset(kinds),
    )


def _unasked_line(draft: InterviewDraft, question: Question) -> ListedQuestion:
    answer, questionnaire = draft.answer(question.id), draft.questionnaire
    reasons = why_not_asked(question, questionnaire, draft.plan)
    said = [
        _("for “{question}” you said: {answer}").format(
            question=questionnaire[reason.question].short or reason.asked, answer=reason.answered
        )
        for reason in reasons
    ]
    kept = _("Kept: {answer}").format(answer=answer_words(question, answer))
    return ListedQuestion(
        question=question.id,
        opens=reasons[0].question if reasons else question.id,
        label=question.short or question.text,
        asked=question.text,
        answered=_("Not asked, because {reasons}").format(reasons=joined(said)),
        note=in_one_run(("" if answer.is_open else kept, _noted(answer.note))),
        otherwise=seen_differently(draft.plan, question.id),
        unfinished=(),
        is_open=True,
        verb=_("See why"),
        kinds=frozenset({Those.NOT_ASKED}),
    )


def _noted(note: str) -> str:
    return _("Note: {note}").format(note=note) if note else ""
