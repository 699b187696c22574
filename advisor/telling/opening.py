"""What stands before all else: the counts, what is missing before launch, where evidence stops."""

from collections.abc import Iterable, Iterator

from advisor.models.advice import (
    Advice,
    AdvisedScopeNote,
    Summary,
    TestExplained,
    Verdict,
)
from advisor.models.conditions import Includes, IncludesAnyOf, IncludesNoneOf
from advisor.models.evidence import LAUNCH_GATE, ScopeNote
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.telling.grammar import counted, unique
from advisor.telling.why import why
from advisor.telling.words import NOT_COMPLETE, NOT_SAFE, answer_words, requirement_words, so_far

BEFORE_YOU_OPEN = "Before you open"
NOT_YET = (
    "Do not open until they are in place. If you are already open, put them right first, and do "
    "not leave mothers without support meanwhile."
)
OUTSIDE = "Outside the evidence"


def summary_sentence(summary: Summary) -> str:
    """Return the advice in one sentence with counts, and that the list is not complete."""
    if not (summary.risks or summary.benefits or summary.helps_take_up or summary.hinders_take_up):
        return f"{_nothing_applies(summary)} {NOT_COMPLETE}"
    states = [
        f"{count} {words}"
        for count, words in (
            (summary.risks_open, "open"),
            (summary.risks_partly_addressed, "partly addressed"),
            (summary.risks_addressed, "addressed"),
        )
        if count
    ]
    risks = counted(summary.risks, "risk applies", "risks apply")
    risks += f" ({', '.join(states)})" if states else ""
    benefits = counted(summary.benefits, "benefit is likely", "benefits are likely")
    take_up = (
        f"{counted(summary.helps_take_up, 'point', 'points')} may help mothers take up the offer "
        f"and {summary.hinders_take_up or 'none'} may hinder it"
    )
    return f"For this plan{so_far(summary)} {risks}, {benefits}, and {take_up}. {NOT_COMPLETE}"


def _nothing_applies(summary: Summary) -> str:
    if summary.may_apply:
        return "Nothing is settled for this plan yet: too much is still open."
    if summary.not_covered:
        return (
            "Our evidence does not speak about the formats in this plan, so it names no risk and "
            f"no benefit. {NOT_SAFE}"
        )
    return "Nothing that we know of applies to this plan."


def answered_sentence(summary: Summary) -> str:
    """Return how far the questions are answered and what that leaves unsaid."""
    unsaid = [
        words
        for count, words in (
            (
                summary.may_apply,
                counted(summary.may_apply, "point depends", "points depend")
                + " on what is still open",
            ),
            (
                summary.not_covered,
                counted(summary.not_covered, "point is", "points are")
                + " not covered by our evidence",
            ),
        )
        if count
    ]
    answered = f"{summary.answered} of {summary.asked} questions are answered"
    return f"{'; '.join([answered, *unsaid])}."


def before_opening(pack: Pack, advice: Advice) -> tuple[str, ...]:
    """Return what must be in place before the programme opens and is not, or is not known to be.

    Nothing when the answers show all of it.
    """
    return tuple(
        sentence
        for advised, note in _notes(pack, advice)
        if note.id == LAUNCH_GATE
        for sentence in _gate_sentences(pack, advised, note)
    )


def _gate_sentences(pack: Pack, advised: AdvisedScopeNote, note: ScopeNote) -> Iterator[str]:
    behind = why(advised.because)
    if advised.verdict is Verdict.APPLIES:
        yield f"{note.title}. {NOT_YET}"
        yield from _gaps(pack, behind)
    else:
        yield f"It is still open whether all safety basics are in place. {NOT_YET}"
        yield from unique(pack.questionnaire[test.test.question].text for test in behind)


def _gaps(pack: Pack, behind: Iterable[TestExplained]) -> Iterator[str]:
    """Return for each question what the plan says, or leaves out, that holds the gate shut."""
    said: dict[QuestionId, list[str]] = {}
    left_out: dict[QuestionId, list[str]] = {}
    for explained in behind:
        question = pack.questionnaire[explained.test.question]
        told = said.setdefault(question.id, [])
        wanted = requirement_words(question, explained.test).partition(": ")[2]
        match explained.test:
            case IncludesNoneOf():
                left_out.setdefault(question.id, []).append(wanted)
            case Includes() | IncludesAnyOf():
                told.append(wanted)
            case _:
                told.append(answer_words(question, explained.answer))
    for question_id, answers in said.items():
        missing = "; ".join(unique(left_out.get(question_id, ())))
        words = unique((*answers, f"missing: {missing}") if missing else answers)
        yield f"{pack.questionnaire[question_id].text} – {'; '.join(words)}"


def outside_the_evidence(pack: Pack, advice: Advice) -> tuple[ScopeNote, ...]:
    """Return the scope notes that apply, but for the gate before launch."""
    return tuple(
        note
        for advised, note in _notes(pack, advice)
        if note.id != LAUNCH_GATE and advised.verdict is Verdict.APPLIES
    )


def _notes(pack: Pack, advice: Advice) -> Iterator[tuple[AdvisedScopeNote, ScopeNote]]:
    notes = {note.id: note for note in pack.scope_notes}
    for advised in advice.scope_notes:
        yield advised, notes[advised.id]
