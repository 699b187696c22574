"""The plan in tables: what was answered, and every action with what was decided about it."""

import datetime
from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice, AdvisedAction, Truth
from advisor.models.blocks import Block, Cell, Heading, Paragraph, Table
from advisor.models.pack import Pack
from advisor.models.plan import OwnAction, Plan
from advisor.paper import cards
from advisor.telling.answers import AnswerLine, told_answers
from advisor.telling.grammar import day
from advisor.telling.words import CHOICE, NO_ACTION_TESTED


def answer_blocks(pack: Pack, plan: Plan) -> Iterator[Block]:
    """Return every relevant question with its answer; a question that is hidden is left out."""
    yield Heading(level=1, text=_("Your answers"))
    for section in told_answers(pack.questionnaire, plan).sections:
        yield Heading(level=2, text=section.title)
        yield Table(
            header=(_("Question"), _("Your answer")),
            rows=tuple((line.asked, _answer(line)) for line in section.lines),
            summary=_("Your answers in the section {title}.").format(title=section.title),
            widths=(48, 52),
        )


def _answer(line: AnswerLine) -> str:
    note = _("Note: {note}").format(note=line.note)
    return f"{line.answered}\n{note}" if line.note else line.answered


def action_blocks(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Return every advised action and every own one, by stage, with what was decided."""
    yield Heading(level=1, text="Every action, by stage")
    yield Paragraph(text=_(NO_ACTION_TESTED))
    for stage in pack.stages:
        rows = [_action_row(pack, each) for each in advice.actions if each.stage == stage.id]
        rows += [_own_action_row(each) for each in plan.own_actions if each.stage == stage.id]
        if rows:
            yield Heading(level=2, text=stage.label)
            yield Table(
                header=("Action", "Who, by when", "State"),
                rows=tuple(rows),
                summary=f"Actions of the stage {stage.label}.",
                widths=(58, 20, 22),
            )


def _action_row(pack: Pack, advised: AdvisedAction) -> tuple[Cell, str, str]:
    action = pack.action_by_id[advised.id]
    marks = [
        words
        for words, is_so in (
            ("Key", advised.key),
            ("Safety", advised.safety),
            ("Depends on open answers", advised.applies is Truth.OPEN),
        )
        if is_so
    ]
    background = (
        ("Serves", ", ".join(advised.serves) or "every programme"),
        ("Done when", action.done_when),
        ("Take care", action.caution),
        ("Note", advised.decision.note),
    )
    return (
        Cell(
            text=f"{action.text} [{', '.join(marks)}]" if marks else action.text,
            background="\n".join(f"{label}: {text}" for label, text in background if text),
        ),
        _who_and_when(
            advised.decision.owner or pack.label_of("owner", advised.owner), advised.decision.due
        ),
        cards.state_of(advised).strip("()"),
    )


def _own_action_row(own: OwnAction) -> tuple[Cell, str, str]:
    note = f"Note: {own.decision.note}" if own.decision.note else ""
    reason = f": {own.decision.reason}" if own.decision.reason else ""
    return (
        Cell(text=f"{own.text} [Added by you]", background=note),
        _who_and_when(own.decision.owner, own.decision.due),
        f"{CHOICE[own.decision.choice]}{reason}",
    )


def _who_and_when(who: str, due: datetime.date | None) -> str:
    return "\n".join(part for part in (who, day(due) if due else "") if part)
