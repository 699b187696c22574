"""What a person fills in on a copy with form fields, and how those fields are named."""

from dataclasses import dataclass

from advisor.models.texts import TITLE_LENGTH

DONE, OWNER, DUE, NOTE, REASON = "done", "owner", "due", "note", "reason"
"""What a field of an action is about; a colon and the id of the action follow in its name."""
GATE = "gate"
"""What a field is about that says that nothing is missing; the id of the gate follows."""
SHORT = 60
"""How many characters can be typed where a day or a number to ring is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A place to type or tick in a copy with form fields.

    ``value`` is the text that stands there, or whether the box is ticked. The same ``name``
    on several places of a paper is one field that shows in all of them. So many characters as
    ``longest`` can be typed, and there is room for them.
    """

    name: str
    tooltip: str
    value: str | bool
    longest: int = TITLE_LENGTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What somebody wrote about something: printed as a ``sentence``.

    In a copy with form fields the ``value`` stands in the ``field`` if it has one, below its
    ``label``.
    """

    sentence: str
    label: str = ""
    value: str = ""
    field: FormField | None = None
