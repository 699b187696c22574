"""The plan in tables: what was answered, and every action with what was decided about it."""

from collections.abc import Iterable, Iterator

from advisor.language import _
from advisor.models.blocks import Cell, Heading, Paragraph, Role, Table
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import ActionRow
from advisor.telling.actions import StageGroup
from advisor.telling.answers import AnswerLine, told_answers
from advisor.telling.grammar import day
from advisor.telling.words import MARK, NO_ACTION_TESTED


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
    note = _("Note: {note}").format(note=line.note) if line.note else ""
    return "\n".join(filter(None, (line.answered, note, *line.otherwise)))


def action_blocks(stages: Iterable[StageGroup]) -> Iterator[Block]:
    """Return every advised action and every own one, by stage, with what was decided."""
    yield Heading(level=1, text=_("Every action, by stage"))
    yield Paragraph(text=_(NO_ACTION_TESTED), role=Role.INTRO)
    for stage in stages:
        yield Heading(level=2, text=stage.title)
        yield Table(
            header=(_("Action"), _("Who, by when"), _("State")),
            rows=tuple(map(_action, stage.rows)),
            summary=_("Actions of the stage {title}.").format(title=stage.title),
            widths=(58, 20, 22),
        )


def _action(row: ActionRow) -> tuple[Cell, str, str]:
    decision = row.decision
    purposes = "; ".join(row.purposes)
    marks = ", ".join(MARK[mark] for mark in row.marks)
    due = day(decision.due) if decision.due else ""
    background = (
        purposes and _("Meant for: {findings}").format(findings=purposes),
        row.done_when and _("Done when: {sign}").format(sign=row.done_when),
        row.caution and _("Take care: {words}").format(words=row.caution),
        decision.note and _("Note: {note}").format(note=decision.note),
    )
    return (
        Cell(
            text=f"{row.text} [{marks}]" if marks else row.text,
            background="\n".join(filter(None, background)),
        ),
        "\n".join(filter(None, (decision.owner or row.role, due))),
        row.state,
    )
