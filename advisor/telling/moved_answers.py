"""What was said under an earlier edition, told with what it may become now."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.language import _
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
    """Everything of a plan that waits for a person to look at it again."""

    heading: str
    lead: str
    moves: tuple[ToldMove, ...]


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
            "You said this under an earlier edition of the evidence. Nothing of it is lost, and"
            " nothing is changed until you say so."
        ),
        moves=moves,
    )


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
    lines = [_("You decided before: {decision}").format(decision=_decided(moved.decided))]
    lines += [
        _("{action} You have decided on this already: {decision}").format(
            action=pack.action_by_id[action].text, decision=_decided(plan.decision(action))
        )
        for action in moved.taken
    ]
    return ToldMove(
        about=" ".join(pack.action_by_id[action].text for action in moved.into),
        lines=(*lines, moved.why),
        accept=_("Use this decision"),
        accepting=moving.accepted_decision(moved),
        leave=_("Leave it out"),
        leaving=moving.dismissed_decision(moved),
    )


def _decided(decision: Decision) -> str:
    return "; ".join(said(told_decision(decision)))
