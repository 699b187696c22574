"""A told finding laid out as a card of a paper."""

from collections.abc import Iterator

from advisor.language import _, ngettext
from advisor.models.blocks import Card, Chain, Link, Part, Tone
from advisor.models.marks import Mark
from advisor.telling.action import ActionRow
from advisor.telling.cards import CardStory
from advisor.telling.grammar import beside
from advisor.telling.naming import short_citation
from advisor.telling.words import MARK

TONE = {
    Mark.RISK: Tone.RISK,
    Mark.OPEN: Tone.RISK,
    Mark.PARTLY_ADDRESSED: Tone.CAUTION,
    Mark.ADDRESSED: Tone.GOOD,
    Mark.BENEFIT: Tone.GOOD,
    Mark.HELPS: Tone.GOOD,
    Mark.HINDERS: Tone.CAUTION,
    Mark.MAY_APPLY: Tone.QUIET,
}


def card_of(card: CardStory, level: int) -> Card:
    """Return a finding with all that the evidence and the plan say about it."""
    is_open = Mark.MAY_APPLY in card.marks
    return Card(
        level=level,
        title=card.title,
        code=card.configuration,
        badge=beside(*(MARK[mark] for mark in card.marks), card.extra),
        tone=Tone.QUIET if is_open else TONE[card.marks[-1]],
        lead=card.note,
        parts=tuple(_why(card)) if is_open else tuple(_parts(card)),
    )


def _parts(card: CardStory) -> Iterator[Part | Chain]:
    yield from _why(card)
    yield Chain(
        links=(
            Link(label=_("In this context"), text=card.context),
            Link(label=_("this may happen"), text=f"{card.resource} {card.reasoning}"),
            Link(label=_("leading to"), text=card.outcome),
        )
    )
    yield _how_sure(card)
    if card.caution:
        yield Part(label=_("Take care"), text=card.caution)
    if card.actions:
        yield Part(label=_("You could"), items=tuple(_you_could(card)))


def _why(card: CardStory) -> Iterator[Part]:
    for branch in card.branches:
        yield Part(
            label=branch.why_title,
            text=" ".join(branch.why),
            items=tuple(reason.sentence for reason in branch.reasons),
        )
        if branch.stronger:
            yield Part(label=_("It matters more here"), items=branch.stronger)
        if branch.weaker:
            yield Part(label=_("It matters less here"), items=branch.weaker)


def _how_sure(card: CardStory) -> Part:
    return Part(
        label=_("How sure"),
        text=f"{card.evidence}. {card.confidence}".strip(),
        items=tuple(
            _("{source}: {says} ({read}.)").format(
                source=short_citation(source.citation), says=source.says, read=source.read
            )
            for source in card.sources
        ),
        background=True,
    )


def _you_could(card: CardStory) -> Iterator[str]:
    key = [action for action in card.actions if action.key]
    yield from map(_with_state, key)
    more = len(card.actions) - len(key)
    if more:
        yield ngettext(
            "{n} more action serves this; see the list of actions ({code}).",
            "{n} more actions serve this; see the list of actions ({code}).",
            more,
        ).format(n=more, code=card.configuration)


def _with_state(action: ActionRow) -> str:
    return _("{action} ({state})").format(action=action.text, state=action.state)
