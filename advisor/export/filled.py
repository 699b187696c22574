"""What a filled-in checklist changes in a plan: to read in a terminal, or as data."""

from collections.abc import Iterator, Mapping

from advisor.export.terminal import TerminalPage
from advisor.language import _
from advisor.models.json_values import JsonObject, json_text
from advisor.models.plan import Decision, GateTick, Plan
from advisor.telling.papers import Difference, FilledStory

_COMPARED = ("choice", "owner", "due", "note", "reason")


def filled_text(plan: Plan, story: FilledStory, *, taken: bool) -> str:
    """Return in words what would change, or has where it was ``taken``, and what is not taken."""
    page = TerminalPage()
    page.title(plan.title)
    page.paragraph(story.taken if taken else story.summary)
    for warning in story.warnings:
        page.paragraph(warning)
    for difference in story.differences:
        page.paragraph("")
        page.paragraph(difference.title)
        for line in difference.lines:
            page.paragraph(line, 2)
    if story.not_taken:
        page.paragraph("")
        page.paragraph(_("Not taken:"))
    for each in story.not_taken:
        page.paragraph(each.why, 2)
    if story.proposals:
        sentence = _(
            "Confirm such a day by reading the checklist in the window, or write it out in the"
            " checklist and read it again."
        )
        page.paragraph(sentence, 2)
    return page.text()


def filled_json(plan: Plan, story: FilledStory) -> str:
    """Return the same as JSON text; a day is written like 2027-03-31, and null is no day."""
    data: JsonObject = {
        "plan": plan.id,
        "changes": [change for each in story.differences for change in _changes(each)],
        "unread": [
            {"field": each.field.value, "typed": each.typed, "why": each.why}
            for each in story.not_taken
        ],
        "warnings": [*story.warnings, *story.left_out, *filter(None, (story.asks,))],
    }
    return json_text(data)


def _changes(difference: Difference) -> Iterator[JsonObject]:
    before, after = _fields(difference.before), _fields(difference.after)
    for field in (*_COMPARED, "tick"):
        was, now = before.get(field), after.get(field)
        if was != now:
            yield {"action": difference.key.id, "field": field, "before": was, "after": now}


def _fields(said: Decision | GateTick | None) -> Mapping[str, str | None]:
    match said:
        case Decision():
            values = {field: getattr(said, field) for field in _COMPARED}
            return {name: None if value is None else str(value) for name, value in values.items()}
        case GateTick():
            return {"tick": said.day.isoformat()}
        case None:
            return {}
