"""The workshop sheet told: what was answered, what is open, what to talk about."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.interview.route import is_relevant
from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.evidence import Tension
from advisor.models.findings import Verdict
from advisor.models.pack import Pack
from advisor.models.plan import OpenAnswer, Plan
from advisor.models.questionnaire import KnownBy, Question, QuestionKind
from advisor.telling.description import DescribedAnswer, described_answer
from advisor.telling.disagreement import seen_differently
from advisor.telling.first import told_first
from advisor.telling.plan_in_a_line import plan_in_a_line
from advisor.telling.words import OPEN_ANSWER, YES_NO

MOST_TO_SETTLE = 3
_FEW_LINES, _MANY_LINES = 2, 4

_NO_NAMES = N_("Do not write down names or stories of people whom you support.")
_TABLES = {
    KnownBy.MOTHERS: (
        N_("The mothers' table"),
        N_(
            "For mothers who have used support like this, or might. Someone reads the questions "
            "aloud. Nobody has to tell her own story."
        ),
    ),
    KnownBy.PEERS: (
        N_("The peers' table"),
        N_("For those who give the support, or will. Speak of what you do, and of no mother."),
    ),
    KnownBy.COORDINATOR: (
        N_("The coordinator's table"),
        N_("For whoever runs the programme day to day."),
    ),
    KnownBy.PARTNER: (
        N_("The partners' table"),
        N_("For NHS, council and other services that know the area and send mothers to you."),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetableLine:
    """A part of the meeting: how long, what happens, and what is needed for it."""

    minutes: int
    what: str
    you_need: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenToAsk:
    """An open question with its options; ``unit`` is what to write where it is a number.

    ``how`` says how many options are ticked.
    """

    text: str
    how: str
    several: bool
    options: tuple[str, ...]
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSettle:
    """An open question for the whole room, with what it is about: its options are elsewhere."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkStory:
    """A choice with two sides, as a question to talk about, with so many lines to write on."""

    title: str
    question: str
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreed:
    """A question that somebody sees differently, and what they said."""

    asked: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopTable:
    """What one table in the room looks at: those who are most likely to know.

    ``otherwise`` is what was noted by those who see a question differently.
    """

    title: str
    who: str
    said: tuple[DescribedAnswer, ...]
    still_open: tuple[OpenToAsk, ...]
    otherwise: tuple[Disagreed, ...]
    talk: tuple[TalkStory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsStory:
    """What the people in the room put dots on; ``below`` says what the lines are."""

    title: str
    below: str
    head: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopStory:
    """The whole sheet; ``dots`` is missing where there is nothing to put dots on."""

    line: str
    lead: str
    timetable: tuple[TimetableLine, ...]
    to_settle: tuple[ToSettle, ...]
    dots: DotsStory | None
    tables: tuple[WorkshopTable, ...]


def tell_workshop(pack: Pack, plan: Plan, advice: Advice) -> WorkshopStory:
    """Tell a sheet that knows the plan, a table for each group of people who may know."""
    talks = _talks(pack, plan, advice)
    tables = tuple(_table(pack, plan, known_by, talks[known_by]) for known_by in _TABLES)
    dots = _dots(pack, plan, advice)
    there = {"": True, "dots": dots is not None, "choices": any(talks.values())}
    timetable = tuple(
        TimetableLine(minutes=row.minutes, what=row.what, you_need=row.you_need)
        for row in pack.paper_words.workshop_timetable
        if there[row.only_with]
    )
    open_ones = sum(len(table.still_open) for table in tables)
    return WorkshopStory(
        line=plan_in_a_line(pack, plan),
        lead=" ".join(
            filter(None, (_meeting(timetable), _said(tables), _open(open_ones), _(_NO_NAMES)))
        ),
        timetable=timetable,
        to_settle=tuple(
            ToSettle(label=question.short, text=question.text)
            for each in advice.open_questions[:MOST_TO_SETTLE]
            for question in (pack.questionnaire[each.question],)
        ),
        dots=dots,
        tables=tuple(table for table in tables if table.said or table.still_open),
    )


def _dots(pack: Pack, plan: Plan, advice: Advice) -> DotsStory | None:
    """Tell what might be said of the risks of this plan; without one, what to do first."""
    voices = (
        pack.configuration_by_id[each.configuration].voice
        for each in advice.with_verdict(Verdict.APPLIES)
    )
    if lines := tuple(dict.fromkeys(filter(None, voices))):
        return DotsStory(
            title=_("Which of these could happen here?"),
            below=_("What a mother or a peer might say afterwards, in our words: no quotations."),
            head=_("What might be said"),
            lines=lines,
        )
    if things := told_first(pack, plan, advice).things:
        return DotsStory(
            title=_("Which of these should come first?"),
            below="",
            head=_("What to do"),
            lines=tuple(each.action.text for each in things),
        )
    return None


def _meeting(timetable: tuple[TimetableLine, ...]) -> str:
    minutes = sum(row.minutes for row in timetable)
    return _("For a meeting of {n} minutes.").format(n=minutes) if minutes else ""


def _said(tables: tuple[WorkshopTable, ...]) -> str:
    number = sum(len(table.said) for table in tables)
    return ngettext(
        "{n} answer of your plan is printed to be checked.",
        "{n} answers of your plan are printed to be checked.",
        number,
    ).format(n=number)


def _open(number: int) -> str:
    if not number:
        return _("No question is open.")
    words = ngettext(
        "{n} question is still open; “one” beside it means tick one, “any” as many as fit.",
        "{n} questions are still open; “one” beside them means tick one, “any” as many as fit.",
        number,
    )
    return words.format(n=number)


def _table(pack: Pack, plan: Plan, known_by: KnownBy, tensions: list[Tension]) -> WorkshopTable:
    questions = [
        each
        for each in pack.questionnaire.questions
        if (each.known_by or KnownBy.COORDINATOR) is known_by
        and is_relevant(pack.questionnaire, each.id, plan.answer)
    ]
    title, who = _TABLES[known_by]
    still_open = [each for each in questions if plan.answer(each.id).is_open]
    lines = _FEW_LINES if still_open or len(tensions) > 1 else _MANY_LINES
    return WorkshopTable(
        title=_(title),
        who=_(who),
        said=tuple(
            # All of it: nobody can say of an answer that is cut short whether it is still right.
            described_answer(each, plan, max(1, len(each.options)))
            for each in questions
            if each not in still_open
        ),
        still_open=tuple(map(_asked, still_open)),
        otherwise=tuple(
            Disagreed(asked=each.text, words=words)
            for each in questions
            if (words := seen_differently(plan, each.id))
        ),
        talk=tuple(
            TalkStory(title=each.title, question=each.discuss, lines=lines) for each in tensions
        ),
    )


def _asked(question: Question) -> OpenToAsk:
    several = question.kind is QuestionKind.MULTIPLE
    how = _("(any)") if several else _("(one)")
    return OpenToAsk(
        text=question.text,
        how="" if question.kind is QuestionKind.NUMBER else how,
        several=several,
        options=(*_options(question), OPEN_ANSWER[OpenAnswer.on_purpose(question.nature)]),
        unit=_("How many ({unit})").format(unit=question.unit)
        if question.kind is QuestionKind.NUMBER
        else "",
    )


def _options(question: Question) -> Iterator[str]:
    if question.kind is QuestionKind.YES_NO:
        yield from (YES_NO[True], YES_NO[False])
    yield from (option.label for option in question.options)


def _talks(pack: Pack, plan: Plan, advice: Advice) -> dict[KnownBy, list[Tension]]:
    """Return what each table talks about: one choice, and two where nothing is open for it."""
    by_id = {each.id: each for each in pack.tensions}
    left = [by_id[each.id] for each in advice.tensions if by_id[each.id].discuss]
    found: dict[KnownBy, list[Tension]] = {known_by: [] for known_by in _TABLES}
    for known_by, mine in found.items():
        fitting = [each for each in left if pack.questionnaire[each.question].known_by is known_by]
        mine.extend(fitting[:1])
        left = [each for each in left if each not in mine]
    for mine in found.values():
        if not mine and left:
            mine.append(left.pop(0))
    for known_by, mine in found.items():
        if left and mine and not _has_open(pack, plan, known_by):
            mine.append(left.pop(0))
    return found


def _has_open(pack: Pack, plan: Plan, known_by: KnownBy) -> bool:
    return any(
        each.known_by is known_by
        and plan.answer(each.id).is_open
        and is_relevant(pack.questionnaire, each.id, plan.answer)
        for each in pack.questionnaire.questions
    )
