"""The poster laid out: told once for the wall and for the first result in the window."""

from advisor.models.fields import SHORT, FormField
from advisor.models.posters import Poster, PosterBox, PosterItem, PosterSign, PosterTask
from advisor.models.sheets import Writing
from advisor.paper.cards import TONE
from advisor.paper.tasks import due_of, tick_of, tick_of_gate, who_of
from advisor.telling.first_box import BoxPart
from advisor.telling.poster import PosterStory, PosterThing

RING = "ring"
"""What a field for a number to ring is about."""


def poster_of(story: PosterStory) -> Poster:
    """Return the first page of the checklist."""
    return Poster(
        line=story.line,
        boxes=tuple(map(_box, story.box)),
        tasks_title=story.things_title,
        tasks=tuple(_task(number, thing) for number, thing in enumerate(story.things, 1)),
        without_tasks=story.without_things,
        notice_title=story.not_judged_title,
        notice=story.not_judged,
        signs_title=story.watch_title,
        signs=tuple(PosterSign(title=each.title, text=each.sign) for each in story.watch),
        more=story.more,
        danger_title=story.danger_title,
        danger=story.danger,
        lines=tuple(_line(number, hint) for number, hint in enumerate(story.danger_lines, 1)),
        notes_title=story.notes_title,
    )


def _box(part: BoxPart) -> PosterBox:
    return PosterBox(
        tone=TONE[part.mark],
        title=part.title,
        lead=part.lead,
        items=tuple(
            PosterItem(
                text=" ".join(filter(None, (item.text, item.ticked))),
                tick=tick_of_gate(item.gate, item.text) if part.has_ticks else None,
            )
            for item in part.left
        ),
        more=" ".join(filter(None, (part.more, part.ticked_elsewhere))),
    )


def _task(number: int, thing: PosterThing) -> PosterTask:
    row = thing.action
    return PosterTask(
        tick=tick_of(row),
        text=f"{number}. {row.text}",
        why=thing.why,
        is_said_above=thing.is_in_box,
        who=who_of(row, row.role),
        due=due_of(row),
    )


def _line(number: int, hint: str) -> Writing:
    field = FormField(name=f"{RING}:{number}", tooltip=hint, value="", longest=SHORT)
    return Writing(hint=hint, field=field, tall=True)
