"""What was said under an earlier edition, told with what it may become now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.moved import MovedAnswer, MovedDecision
from advisor.models.pack import Pack
from advisor.models.plan import Answer, Decision, Entry, EntryKey, Plan
from advisor.rules import moving
from advisor.telling.entries import said, told_decision
from advisor.telling.words import answer_words

Changes = Mapping[EntryKey, Entry | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMove:
    """One thing that was said before, with what a person can do about it.

    ``about`` is the question or the action of today and ``lines`` what there is to know.
    ``accept`` and ``leave`` are the words to press and ``accepting`` and ``leaving`` what
    changes then; where the answer stays there is nothing to leave out.
    """

    about: str
    lines: tuple[str, ...]
    accept: str
    accepting: Changes
    leave: str = ""
    leaving: Changes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMoves:
    """Everything of a plan that waits for a person to look at it again.

    ``notice`` says on other pages that it waits, on the way to it.
    """

    heading: str
    lead: str
    notice: str
    moves: tuple[ToldMove, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCopies:
    """Decisions that are copied to other actions, and what to say beside the offer to undo it."""

    words: str
    changes: Mapping[EntryKey, Entry]


def tell_moved(pack: Pack, plan: Plan) -> ToldMoves | None:
    """Tell what is asked differently now; None where nothing is."""
    moves = (
        *(_answer(pack, plan, moved) for moved in moving.moved_answers(pack, plan)),
        *(_decision(pack, plan, moved) for moved in moving.moved_decisions(pack, plan)),
    )
    if not moves:
        return None
    return ToldMoves(
        heading=_("Asked differently now"),
        lead=_(
            "You said this under an earlier edition of the evidence. Nothing of it is lost. An"
            " answer is changed only when you say so. A decision is copied to the action that took"
            " its own in, where that was not decided."
        ),
        notice=ngettext(
            "Look at {n} answer or decision of an earlier edition",
            "Look at {n} answers and decisions of an earlier edition",
            len(moves),
        ).format(n=len(moves)),
        moves=moves,
    )


def tell_copies(pack: Pack, plan: Plan) -> ToldCopies | None:
    """Tell which decisions are copied without asking; None where none is."""
    copies = moving.copied_decisions(pack, plan)
    if not copies:
        return None
    words = ngettext(
        "{n} decision of an earlier edition was copied to the action that took its own in.",
        "{n} decisions of an earlier edition were copied to the actions that took theirs in.",
        len(copies),
    )
    return ToldCopies(words=words.format(n=len(copies)), changes=copies)


def _answer(pack: Pack, plan: Plan, moved: MovedAnswer) -> ToldMove:
    question = pack.questionnaire[moved.now]
    if moved.proposed is None:
        words = answer_words(question, moved.said)
        return ToldMove(
            about=question.text,
            lines=(_("You said: {answer}").format(answer=words), *moved.why),
            accept=_("Still right"),
            accepting=moving.accepted(moved),
        )
    proposed = answer_words(question, moved.proposed)
    lines = [_("From what you said before: {answer}").format(answer=proposed)]
    there = plan.answer(moved.now)
    if there != Answer():
        now = answer_words(question, there)
        lines.append(_("It would take the place of: {answer}").format(answer=now))
    return ToldMove(
        about=question.text,
        lines=(*lines, *moved.why),
        accept=_("Use this answer"),
        accepting=moving.accepted(moved),
        leave=_("Leave it out"),
        leaving=moving.dismissed(moved),
    )


def _decision(pack: Pack, plan: Plan, moved: MovedDecision) -> ToldMove:
    about = " ".join(pack.action_by_id[action].text for action in moved.into)
    lines = (*_decision_lines(pack, plan, moved), moved.why)
    if moved.taken or moved.waiting:
        return ToldMove(
            about=about,
            lines=lines,
            accept=_("Use the earlier decision") if moved.taken else _("Use this decision"),
            accepting=moving.used_decision(plan, moved),
            leave=_("Keep what is decided now") if moved.taken else _("Leave it out"),
            leaving=moving.dismissed_decision(moved),
        )
    return ToldMove(
        about=about,
        lines=lines,
        accept=_("I have seen it"),
        accepting=moving.dismissed_decision(moved),
        leave=_("Take it back"),
        leaving=moving.uncopied_decision(plan, moved),
    )


def _decision_lines(pack: Pack, plan: Plan, moved: MovedDecision) -> Iterator[str]:
    yield _("You decided before: {decision}").format(decision=_decided(moved.decided))
    for action in moved.copied:
        words = _("This was copied to: {action}")
        yield words.format(action=pack.action_by_id[action].text)
    for action in moved.taken:
        words = _("{action} You have decided on this already: {decision}")
        yield words.format(
            action=pack.action_by_id[action].text, decision=_decided(plan.decision(action))
        )


def _decided(decision: Decision) -> str:
    return "; ".join(said(told_decision(decision)))
