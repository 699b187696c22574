"""What would have to change, to read in a terminal or as data."""

from collections.abc import Iterable

from advisor.export.json_reasons import answer_data
from advisor.export.terminal import TerminalPage
from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.changes import Change, PossibleChanges, Together, Way
from advisor.models.comparison import GateChange
from advisor.models.json_values import JsonObject, json_text
from advisor.models.pack import Pack
from advisor.models.plan import Answer, Plan
from advisor.rules.weighing import changes_in, weight
from advisor.telling.advice import tell
from advisor.telling.changes import ChangesStory, changes_story, together_story

CHANGES_VERSION = 2


def changes_text(pack: Pack, plan: Plan, advice: Advice, found: Iterable[PossibleChanges]) -> str:
    """Return for some statements why, or why not, and what would have to change."""
    page = TerminalPage()
    page.title(plan.title)
    cards = {card.rule: card for card in tell(pack, plan, advice).cards}
    for possible in found:
        card = cards[possible.rule]
        page.heading(card.coded_title)
        page.paragraph(card.row_name, 2)
        for branch in card.branches:
            page.paragraph("")
            page.paragraph(_("{title}:").format(title=branch.why_title), 2)
            for line in (*branch.why, *(reason.sentence for reason in branch.reasons)):
                page.point(line)
        if card.can_change:
            _story(page, changes_story(pack, advice, possible))
    return page.text()


def together_text(pack: Pack, plan: Plan, advice: Advice, together: Together) -> str:
    """Return what would put all open risks of a plan more in hand at once."""
    page = TerminalPage()
    page.title(plan.title)
    _story(page, together_story(pack, advice, together))
    return page.text()


def changes_json(pack: Pack, found: Iterable[PossibleChanges]) -> str:
    """Return the ways for some statements as JSON."""
    data: JsonObject = {
        "changes_version": CHANGES_VERSION,
        "statements": [
            {
                "rule": possible.rule,
                "aim": possible.aim.value,
                "complete": possible.complete,
                "ways": [_way(pack, way) for way in possible.ways],
                "lessening": list(possible.lessening),
            }
            for possible in found
        ],
    }
    return json_text(data)


def together_json(pack: Pack, together: Together) -> str:
    """Return what would put all open risks more in hand, as JSON."""
    data: JsonObject = {
        "changes_version": CHANGES_VERSION,
        "ways": [_way(pack, way) for way in together.ways],
        "complete": together.complete,
        "eased": list(together.eased),
        "left": list(together.left),
        "lessening": list(together.lessening),
    }
    return json_text(data)


def _story(page: TerminalPage, story: ChangesStory) -> None:
    page.paragraph("")
    page.paragraph(story.intro, 2)
    for number, way in enumerate(story.ways, start=1):
        page.paragraph("")
        page.point(way.title, f"{number}.")
        for line in way.lines:
            page.point(line, indent=5)
    if story.lessening:
        page.paragraph("")
        page.paragraph(_("{title}:").format(title=story.lessening_title), 2)
        for action in story.lessening:
            page.point(action)


def _way(pack: Pack, way: Way) -> JsonObject:
    return {
        "aim": way.aim.value,
        "changes": [_change(change) for change in way.changes],
        "instead": [_change(change) for change in way.instead],
        "branches": list(way.branches),
        "differences": [
            {
                **(
                    {"gate": change.gate}
                    if isinstance(change, GateChange)
                    else {"rule": change.rule}
                ),
                "before": None if change.before is None else change.before.value,
                "after": None if change.after is None else change.after.value,
                "worse": weight(pack, change) > 0,
            }
            for change in changes_in(way.moved)
        ],
    }


def _change(change: Change) -> JsonObject:
    return {
        "question": change.question,
        "before": answer_data(Answer(value=change.before)),
        "after": answer_data(Answer(value=change.after)),
    }
