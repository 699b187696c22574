"""Actions to tick off, with room for a name and a date, and their form fields."""

from advisor.language import _
from advisor.models.fields import DONE, DUE, GATE, OWNER, SHORT, FormField, Noted
from advisor.models.filled import FilledField
from advisor.models.ids import GateId
from advisor.models.sheets import Row, Tick, Words, Writing
from advisor.models.texts import TITLE_LENGTH
from advisor.telling.action import ActionRow
from advisor.telling.entries import Field
from advisor.telling.grammar import short_day
from advisor.telling.who_does_what import Task, Written, noted, remarks

MOST_TYPED, MOST_LINES = 1000, 30
"""The longest text that a field of the checklist holds, in letters and in lines: a longer one could
fill a page, and a field stands on one."""


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


def tick_of_gate(gate: GateId, words: str, *, ticked: bool = False) -> Tick:
    """Return the box to tick where what a gate asks for is so."""
    tooltip = _("This is so: {words}").format(words=words)
    field = FormField(name=f"{GATE}:{gate}", tooltip=tooltip, value=ticked)
    return Tick(ticked=ticked, field=field)


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
    """Return what to do and what was decided and written about it."""
    return Words(
        start=_("First:") if task.is_first else "",
        text=task.action.text,
        small=" · ".join(task.remarks),
        noted=noted_of(task.action, task.noted),
    )


def declined_words(row: ActionRow) -> Words:
    """Return an action that was decided against, with what was written about it."""
    decision = row.decision
    others = remarks(decision, with_name=True)[1:]
    return Words(text=row.text, small=" · ".join(others), noted=noted_of(row, noted(decision)))


def noted_of(row: ActionRow, written: Written) -> tuple[Noted, ...]:
    """Return what was written about an action; a very long text is printed and no field."""
    return tuple(
        Noted(
            sentence=told.sentence,
            label=told.label,
            value=told.said,
            field=_text_field(kind, told, row) if _can_be_typed(told.said) else None,
        )
        for kind, told in written
    )


def _can_be_typed(text: str) -> bool:
    return len(text) <= MOST_TYPED and text.count("\n") < MOST_LINES


def _text_field(kind: FilledField, told: Field, row: ActionRow) -> FormField:
    words = _("{field}: {words}").format(field=told.label, words=_one_line(row.text))
    longest = max(TITLE_LENGTH, len(told.said))
    return FormField(name=f"{kind}:{row.id}", tooltip=words, value=told.said, longest=longest)


def _one_line(text: str) -> str:
    return " ".join(text.split())
