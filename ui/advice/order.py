"""The parts of the advice in their order, and the way to those that have something in them."""

from collections.abc import Iterator

from advisor.language import _
from advisor.telling.advice import AdvicePart, AdviceStory
from ui.advice.jumps import Jump

QUESTIONS, BOTH_SIDES, NOTES = "questions", "both_sides", "notes"
ORDER: tuple[str, ...] = (
    *(AdvicePart.RISKS, AdvicePart.HINDERS, AdvicePart.HELPS, AdvicePart.BENEFITS),
    *(AdvicePart.NOT_SET_UP, QUESTIONS, AdvicePart.MAY_APPLY, BOTH_SIDES),
    *(AdvicePart.ELSEWHERE, NOTES, AdvicePart.NOT_COVERED, AdvicePart.DOES_NOT_APPLY),
)
"""Safety comes before all of these; after them what a person added."""

LESS = (AdvicePart.NOT_SET_UP, AdvicePart.NOT_COVERED, AdvicePart.DOES_NOT_APPLY)
"""Parts that say least of what to do."""


def jumps_to(story: AdviceStory) -> Iterator[Jump]:
    """Yield the parts that have something in them."""
    blocks = {str(block.id): block for block in story.blocks}
    for key in ORDER:
        if key == BOTH_SIDES and story.tensions:
            yield Jump(key, _("Both sides"), len(story.tensions))
        elif key in blocks and blocks[key].cards:
            yield Jump(key, blocks[key].short, len(blocks[key].cards))
