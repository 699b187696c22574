"""What becomes of a plan that was answered under an earlier edition of the evidence.

An answer that is proposed becomes part of a plan only when a person accepts it. A decision is
copied without asking to an action that took its own in, where nothing was ever decided about
that. All of it is returned as changes, which can be undone as any other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from advisor.models.filled import FilledChecklist
from advisor.models.ids import ActionId, OptionId
from advisor.models.moved import MovedAnswer, MovedDecision
from advisor.models.moves import AnswerMove, Moves
from advisor.models.pack import Pack
from advisor.models.plan import (
    UNDECIDED,
    Answer,
    Decision,
    Entry,
    EntryKey,
    OpenAnswer,
    Plan,
)
from advisor.models.questionnaire import QuestionKind

Changes = Mapping[EntryKey, Entry | None]


def moved_answers(pack: Pack, plan: Plan) -> tuple[MovedAnswer, ...]:
    """Return the answers to what is asked differently now, in the order of the moves."""
    if pack.moves is None:
        return ()
    questions = dict.fromkeys(move.question for move in pack.moves.answers)
    found = (
        _moved(pack, plan, [move for move in pack.moves.answers if move.question == question])
        for question in questions
    )
    return tuple(each for each in found if each is not None)


def moved_decisions(pack: Pack, plan: Plan) -> tuple[MovedDecision, ...]:
    """Return the decisions on actions that others took in, in the order of the moves."""
    return tuple(_moved_decisions(pack.moves, plan)) if pack.moves else ()


def moved_items(pack: Pack, filled: FilledChecklist) -> FilledChecklist:
    """Return a form of the edition before with its lines under the actions of today.

    A line of its own about an action of today comes before one about what it took in.
    """
    moves = {move.action: move.into for move in pack.moves.actions} if pack.moves else {}
    said = {item.action for item in filled.items}
    items = tuple(
        each
        for item in filled.items
        for each in (
            [
                replace(item, action=into)
                for into in moves[ActionId(item.action)]
                if into not in said
            ]
            if item.action in moves
            else [item]
        )
    )
    unread = tuple(
        replace(each, about=moves[ActionId(each.about)][0])
        if moves.get(ActionId(each.about))
        else each
        for each in filled.unread
    )
    return replace(filled, items=items, unread=unread)


def accepted(moved: MovedAnswer) -> Changes:
    """Return what changes when a person uses the proposed answer, or says that theirs is right."""
    if moved.proposed is None:
        return {EntryKey.of_answer(moved.now): replace(moved.said, edition="")}
    return {EntryKey.of_answer(moved.now): moved.proposed, **dismissed(moved)}


def dismissed(moved: MovedAnswer) -> Changes:
    """Return what changes when a person leaves an answer out that has no question any more."""
    if moved.proposed is None:
        return accepted(moved)
    gone = Answer(version=moved.said.version)
    return {EntryKey.of_answer(moved.question): gone}


def copied_decisions(pack: Pack, plan: Plan) -> Mapping[EntryKey, Decision]:
    """Return the decisions that go to the actions that took theirs in, as they are copied.

    One that is decided stays as it is, and so does one where a person took a decision back: the
    plan says of that action that nothing is decided, in the database and in a file.
    """
    copies: dict[EntryKey, Decision] = {}
    for moved in moved_decisions(pack, plan):
        for action in moved.waiting:
            if action not in plan.decisions:
                copies.setdefault(EntryKey.of_decision(action), replace(moved.decided, version=0))
    return copies


def with_copies(pack: Pack, plan: Plan) -> Plan:
    """Return a plan with the decisions that go to other actions now."""
    for key, decision in copied_decisions(pack, plan).items():
        plan = plan.with_entry(key, decision)
    return plan


def used_decision(plan: Plan, moved: MovedDecision) -> Changes:
    """Return what changes when a person wants the earlier decision wherever its action went."""
    used = {
        EntryKey.of_decision(action): replace(moved.decided, version=plan.decision(action).version)
        for action in (*moved.taken, *moved.waiting)
    }
    return {**used, **dismissed_decision(moved)}


def uncopied_decision(plan: Plan, moved: MovedDecision) -> Changes:
    """Return what changes when a person takes a copied decision back."""
    undecided = {
        EntryKey.of_decision(action): replace(UNDECIDED, version=plan.decision(action).version)
        for action in moved.copied
    }
    return {**undecided, **dismissed_decision(moved)}


def dismissed_decision(moved: MovedDecision) -> Changes:
    """Return what changes when an earlier decision is done with: all others stay."""
    return {EntryKey.of_decision(moved.action): replace(UNDECIDED, version=moved.decided.version)}


def _moved(pack: Pack, plan: Plan, moves: list[AnswerMove]) -> MovedAnswer | None:
    question = moves[0].question
    said = plan.answer(question)
    if question in pack.questionnaire:
        fitting = [move for move in moves if _speaks_for(move, said)]
        before = pack.moves.before if pack.moves else ""
        if said.edition != before or said.is_open or not fitting:
            return None
        why = tuple(move.why for move in fitting)
        return MovedAnswer(
            question=question, said=said, now=question, proposed=None, taken=True, why=why
        )
    if said == Answer():
        return None
    return _proposed(pack, plan, moves, said)


def _proposed(pack: Pack, plan: Plan, moves: list[AnswerMove], said: Answer) -> MovedAnswer | None:
    fitting = [move for move in moves if said.is_open or _speaks_for(move, said)]
    targets = [move.becomes for move in fitting if move.becomes is not None]
    if not targets:
        return None
    now = targets[0][0]
    options = frozenset(option for question, some in targets if question == now for option in some)
    value: OptionId | frozenset[OptionId] | OpenAnswer = options
    if isinstance(said.value, OpenAnswer):
        value = said.value
    elif pack.questionnaire[now].kind is QuestionKind.SINGLE:
        value = targets[0][1][0]
    there = plan.answer(now)
    return MovedAnswer(
        question=moves[0].question,
        said=said,
        now=now,
        proposed=Answer(value=value, note=said.note, version=there.version),
        taken=there != Answer(),
        why=() if said.is_open else tuple(move.why for move in fitting),
    )


def _speaks_for(move: AnswerMove, said: Answer) -> bool:
    if move.option is None:
        return True
    given = said.given
    return move.option in given if isinstance(given, frozenset) else move.option == given


def _moved_decisions(moves: Moves, plan: Plan) -> Iterator[MovedDecision]:
    for move in moves.actions:
        decided = plan.decision(move.action)
        if decided != UNDECIDED:
            now = {action: plan.decision(action) for action in move.into}
            yield MovedDecision(
                action=move.action,
                decided=decided,
                into=move.into,
                copied=tuple(each for each, said in now.items() if said == decided),
                taken=tuple(each for each, said in now.items() if said not in (decided, UNDECIDED)),
                why=move.why,
            )
