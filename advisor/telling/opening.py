"""What to settle first: open questions, the gate before launch, and where the evidence stops."""

from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import (
    Advice,
    AdvisedScopeNote,
    OpenQuestion,
    Verdict,
)
from advisor.models.evidence import LAUNCH_GATE, ScopeNote
from advisor.models.ids import QuestionId, ScopeNoteId
from advisor.models.pack import Pack
from advisor.models.plan import OpenAnswer
from advisor.models.questionnaire import Nature
from advisor.telling.why import Reason, reasons_in, why
from advisor.telling.words import OPEN_ANSWER

MOST_FIRST_QUESTIONS = 3
BEFORE_YOU_OPEN = N_("Before you open")
OUTSIDE = N_("Outside the evidence")
FIRST = N_("Find out or decide first")


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstQuestion:
    """An open question, with what to do about it and what settling it would do."""

    question: QuestionId
    text: str
    verb: str
    state: str
    effect: str

    @property
    def sentence(self) -> str:
        """What to do about it, in one line."""
        return _("{verb}: {question} ({state}.) {effect}").format(
            verb=self.verb, question=self.text, state=self.state, effect=self.effect
        )


def open_questions(pack: Pack, advice: Advice) -> tuple[FirstQuestion, ...]:
    """Return the open questions that findings depend on, those that would settle most first."""
    return tuple(_open_question(pack, each) for each in advice.open_questions if each.touches)


def _open_question(pack: Pack, open_question: OpenQuestion) -> FirstQuestion:
    question = pack.questionnaire[open_question.question]
    finds_out = open_question.open is OpenAnswer.NOT_SURE or (
        open_question.open is OpenAnswer.NOT_ANSWERED and question.nature is Nature.CONTEXT
    )
    settles, touches = open_question.could_settle, open_question.touches
    if settles:
        effect = ngettext("Could settle {n} finding.", "Could settle {n} findings.", settles)
    else:
        effect = ngettext(
            "Together with others, helps to settle {n} finding.",
            "Together with others, helps to settle {n} findings.",
            touches,
        )
    return FirstQuestion(
        question=question.id,
        text=question.text,
        verb=_("Find out") if finds_out else _("Decide"),
        state=OPEN_ANSWER[open_question.open],
        effect=effect.format(n=settles or touches),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteStory:
    """Something that the evidence does not cover, or that must be settled before launch.

    ``short`` is what a note comes to where there is little room. ``reasons`` are the answers
    behind a gate; a note on the evidence names none.
    """

    id: ScopeNoteId
    title: str
    text: str
    short: str
    may_only: bool
    citations: tuple[str, ...]
    reasons: tuple[Reason, ...]

    @property
    def is_gate(self) -> bool:
        """Whether the programme must not open before this is settled."""
        return self.id == LAUNCH_GATE


def notes(pack: Pack, advice: Advice) -> tuple[NoteStory, ...]:
    """Return the notes that apply or may apply, in the order of the advice."""
    by_id = {note.id: note for note in pack.scope_notes}
    return tuple(_note(pack, by_id[advised.id], advised) for advised in advice.scope_notes)


def _note(pack: Pack, note: ScopeNote, advised: AdvisedScopeNote) -> NoteStory:
    may_only = advised.verdict is Verdict.MAY_APPLY
    depends = _("This depends on answers that are still open. If so: {text}")
    is_gate = note.id == LAUNCH_GATE
    return NoteStory(
        id=note.id,
        title=note.title,
        text=depends.format(text=note.text) if may_only else note.text,
        short=_gate(note, may_only=may_only) if is_gate else f"{note.title}. {note.text}",
        may_only=may_only,
        citations=tuple(pack.source_by_id[source].citation for source in note.sources),
        reasons=reasons_in(why(advised.because), pack.questionnaire) if is_gate else (),
    )


def _gate(note: ScopeNote, *, may_only: bool) -> str:
    if may_only:
        said = _("It is still open whether all safety basics are in place. {not_yet}")
    else:
        said = _("{title}. {not_yet}")
    not_yet = _(
        "Do not open until they are in place. If you are already open, put them right first, and"
        " do not leave mothers without support meanwhile."
    )
    return said.format(title=note.title, not_yet=not_yet)
