"""A poster, and a table of one action to tick off, as small as they can be."""

from advisor.models.fields import FormField
from advisor.models.posters import Poster
from advisor.models.sheets import Column, Row, Ruled, Tick, Words, Writing

POSTER = Poster(
    line="",
    boxes=(),
    tasks_title="Do first",
    tasks=(),
    without_tasks="Nothing.",
    notice_title="",
    notice="",
    signs_title="",
    signs=(),
    more="",
    danger_title="In danger",
    danger="Ring:",
    lines=(),
    notes_title="Notes",
)


def one_task(text: str = "Do it", owner: str = "", *, key: str = "a", times: int = 1) -> Ruled:
    """Return a table with a box, the words and a line for a name, in as many rows."""
    row = Row(
        cells=(
            Tick(field=FormField(name=f"done:{key}", tooltip="Done", value=False)),
            Words(text=text, small=owner),
            Writing(
                hint=owner,
                value=owner,
                field=FormField(name=f"owner:{key}", tooltip="Who", value=owner),
            ),
        )
    )
    columns = (
        Column(head="Done", width=11, share=False),
        Column(head="What", width=1),
        Column(head="Who", width=40, share=False),
    )
    return Ruled(columns=columns, rows=(row,) * times, summary="x", title="Tasks", level=1)
