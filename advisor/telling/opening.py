"""What to find out or decide first, and where the evidence stops."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice, AdvisedScopeNote, OpenQuestion
from advisor.models.evidence import ScopeNote
from advisor.models.findings import Verdict
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import OpenAnswer
from advisor.models.questionnaire import Nature
from advisor.telling.gates import in_place_words
from advisor.telling.grammar import MOST_NAMED, few, named
from advisor.telling.words import OPEN_ANSWER

MOST_FIRST_QUESTIONS = 3
OUTSIDE = N_("Outside the evidence")
TAKE_CARE = N_("Take special care")
_CARE = "take_care"
FIRST = N_("Find out or decide first")


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstQuestion:
    """An open question, with what to do about it and what its answer tells.

    The ``label`` says what it is about where its options do not stand beside it.
    """

    question: QuestionId
    label: str
    text: str
    verb: str
    state: str
    effect: str

    @property
    def asked(self) -> str:
        """What to do about it, and the question."""
        return _("{verb}: {question}").format(verb=self.verb, question=self.text)

    @property
    def sentence(self) -> str:
        """The question with what its answer tells, in one line."""
        return _("{question} ({state}.) {effect}").format(
            question=self.text, state=self.state, effect=self.effect
        )


def open_questions(pack: Pack, advice: Advice) -> tuple[FirstQuestion, ...]:
    """Return the open questions on which advice depends: gates first, then risks, then the rest."""
    return tuple(_open_question(pack, each) for each in advice.open_questions)


def _open_question(pack: Pack, open_question: OpenQuestion) -> FirstQuestion:
    question = pack.questionnaire[open_question.question]
    finds_out = open_question.open is OpenAnswer.NOT_SURE or (
        open_question.open is OpenAnswer.NOT_ANSWERED and question.nature is Nature.CONTEXT
    )
    return FirstQuestion(
        question=question.id,
        label=question.short,
        text=question.text,
        verb=_("Find out") if finds_out else _("Decide"),
        state=OPEN_ANSWER[open_question.open],
        effect=" ".join(_effect(pack, open_question)),
    )


def _effect(pack: Pack, open_question: OpenQuestion) -> Iterator[str]:
    """Say what the answer tells: what is in place, which risks are there, or how much else."""
    gates = in_place_words(pack, open_question.gates)
    if gates:
        words = ngettext(
            "The answer tells whether this is so: {things}",
            "The answer tells whether these are so: {things}",
            len(gates),
        )
        yield words.format(things=" ".join(_few(gates)))
    risks = [pack.rule_by_id[rule][0].title for rule in open_question.risks]
    if risks:
        words = ngettext(
            "The risk {risks} depends on it.", "The risks {risks} depend on it.", len(risks)
        )
        yield words.format(risks=named(risks))
    others = open_question.touches - len(risks)
    if others and not gates and not risks:
        words = ngettext(
            "{n} benefit or statement about who comes depends on it.",
            "{n} benefits or statements about who comes depend on it.",
            others,
        )
        yield words.format(n=others)


def _few(sentences: Sequence[str]) -> Iterator[str]:
    """Yield a few sentences, the last one saying how many were left out."""
    shown, left = few(MOST_NAMED, sentences)
    yield from shown
    if left:
        yield ngettext("And {n} more.", "And {n} more.", left).format(n=left)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteStory:
    """Something that the evidence does not cover, or that takes special care.

    ``short`` is what a note comes to where there is little room. ``is_care``: it is practice to
    take care with, and no limit of the evidence.
    """

    title: str
    text: str
    short: str
    may_only: bool
    is_care: bool
    citations: tuple[str, ...]


def notes(pack: Pack, advice: Advice) -> tuple[NoteStory, ...]:
    """Return the notes that apply or may apply, in the order of the advice.

    Of a plan that the evidence does not speak about only those are said that hold.
    """
    by_id = {note.id: note for note in pack.scope_notes}
    return tuple(
        _note(pack, by_id[advised.id], advised)
        for advised in advice.scope_notes
        if advice.covered or advised.verdict is Verdict.APPLIES
    )


def _note(pack: Pack, note: ScopeNote, advised: AdvisedScopeNote) -> NoteStory:
    may_only = advised.verdict is Verdict.MAY_APPLY
    depends = _("This depends on answers that are still open. If so: {text}")
    return NoteStory(
        title=note.title,
        text=depends.format(text=advised.text) if may_only else advised.text,
        short=f"{note.title}. {advised.text}",
        may_only=may_only,
        is_care=note.kind == _CARE,
        citations=tuple(pack.source_by_id[source].citation for source in note.sources),
    )
