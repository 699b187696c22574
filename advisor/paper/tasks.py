"""Actions to tick off, with room for a name and a date, and their form fields."""

from advisor.language import _
from advisor.models.sheets import DONE, DUE, OWNER, SHORT, FormField, Row, Tick, Words, Writing
from advisor.telling.action import ActionRow
from advisor.telling.grammar import short_day
from advisor.telling.who_does_what import Task


def tick_of(row: ActionRow) -> Tick:
    """Return the box to tick off an action."""
    ticked = row.in_place is True
    return Tick(
        ticked=ticked,
        field=FormField(
            name=f"{DONE}:{row.id}",
            tooltip=_("Done: {action}").format(action=_one_line(row.text)),
            value=ticked,
        ),
    )


def who_of(row: ActionRow, hint: str = "") -> Writing:
    """Return the line for who does an action."""
    action = _one_line(row.text)
    words = (
        _("Who (we suggest: {role}): {action}").format(role=row.role, action=action)
        if row.role
        else _("Who: {action}").format(action=action)
    )
    owner = row.decision.owner
    return Writing(
        hint=hint,
        value=owner,
        field=FormField(name=f"{OWNER}:{row.id}", tooltip=words, value=owner),
    )


def due_of(row: ActionRow) -> Writing:
    """Return the line for the day by which an action is done."""
    due = short_day(row.decision.due) if row.decision.due else ""
    words = _("By when, as in 5 March 2027: {action}").format(action=_one_line(row.text))
    field = FormField(name=f"{DUE}:{row.id}", tooltip=words, value=due, longest=SHORT)
    return Writing(value=due, field=field)


def task_row(task: Task) -> Row:
    """Return an action with a box, its words, and lines for who and by when."""
    row = task.action
    return Row(cells=(tick_of(row), task_words(task), who_of(row), due_of(row)))


def task_words(task: Task) -> Words:
    """Return what to do and what was decided and noted about it."""
    return Words(
        start=_("First:") if task.is_first else "",
        text=task.action.text,
        small=" · ".join(task.remarks),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
