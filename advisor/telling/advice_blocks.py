"""The parts of the advice page that hold cards, in their order. Knows no window."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.models.ids import RuleId
from advisor.telling.advice_page import AdviceStory
from advisor.telling.cards import CardStory
from advisor.telling.filters import Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A titled group of cards. ``is_closed``: it opens on demand only."""

    id: str
    title: str
    short: str
    intro: str
    cards: tuple[CardStory, ...]
    when_empty: str = ""
    is_closed: bool = False

    @property
    def rules(self) -> frozenset[RuleId]:
        """The rules of its cards."""
        return frozenset(card.rule for card in self.cards)

    @property
    def heading(self) -> str:
        """The title with how many cards there are."""
        return f"{self.title} ({len(self.cards)})" if self.cards else self.title

    def shown(self, wanted: Filter) -> tuple[CardStory, ...]:
        """Return the cards that a filter lets in."""
        return wanted.kept(self.cards)


def blocks_of(story: AdviceStory) -> tuple[Block, ...]:
    """Return the blocks of a page; those that may be left out when empty are."""
    return tuple(block for block in _all_blocks(story) if block.cards or block.when_empty)


def _all_blocks(story: AdviceStory) -> tuple[Block, ...]:
    return (*_main(story), *_take_up(story), *_unsettled(story))


def _main(story: AdviceStory) -> tuple[Block, ...]:
    return (
        Block(
            id="risks",
            title="What may harm mothers",
            short="Risks",
            intro="A risk stays listed when it is addressed. Open ones come first; extra"
            " statements, which this pack adds to those of the review, come last.",
            cards=story.risks,
            when_empty="No risk that we know of applies so far. This is not a complete list.",
        ),
        Block(
            id="benefits",
            title="What mothers may gain",
            short="Benefits",
            intro="Many mothers report these. They are not certain for any one mother.",
            cards=story.benefits,
            when_empty="No benefit that we know of is likely so far.",
        ),
    )


def _take_up(story: AdviceStory) -> tuple[Block, ...]:
    both = "Some of these both help some mothers and hinder others: both are shown."
    return (
        Block(
            id="helps",
            title="What may help mothers say yes",
            short="Helps take-up",
            intro=both if story.both_ways else "",
            cards=story.helps,
        ),
        Block(
            id="hinders",
            title="What may keep mothers away",
            short="Hinders take-up",
            intro="",
            cards=story.hinders,
        ),
    )


def _unsettled(story: AdviceStory) -> tuple[Block, ...]:
    return (
        Block(
            id="may_apply",
            title="May apply",
            short="May apply",
            intro="These depend on questions that are still open.",
            cards=story.may_apply,
        ),
        Block(
            id="not_covered",
            title="Not covered by our evidence",
            short="Not covered",
            intro=(
                "The evidence does not speak about these for the kinds of support you chose."
                " They may still happen."
            ),
            cards=story.not_covered,
            is_closed=True,
        ),
        Block(
            id="does_not_apply",
            title="Does not apply, and why",
            short="Does not apply",
            intro="",
            cards=story.does_not_apply,
            is_closed=True,
        ),
    )


def same_shape(before: Iterable[Block], after: Iterable[Block]) -> bool:
    """Whether the same cards are in the same blocks, in whatever order."""
    return {block.id: block.rules for block in before} == {block.id: block.rules for block in after}
