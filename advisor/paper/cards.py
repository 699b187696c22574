"""A told finding laid out as a card of a paper."""

from collections.abc import Iterator

from advisor.language import _, ngettext
from advisor.models.blocks import Card, Chain, Link, Part, Tone
from advisor.models.findings import Verdict
from advisor.models.marks import Mark
from advisor.telling.action import ActionRow
from advisor.telling.branches import NOT_COUNTED, Branch, SourceLine
from advisor.telling.cards import CardStory
from advisor.telling.grammar import beside
from advisor.telling.naming import short_citation
from advisor.telling.words import MARK, RISK_STATE

TONE = {
    Mark.RISK: Tone.RISK,
    Mark.OPEN: Tone.RISK,
    Mark.PARTLY_ADDRESSED: Tone.CAUTION,
    Mark.ADDRESSED: Tone.GOOD,
    Mark.BENEFIT: Tone.GOOD,
    Mark.HELPS: Tone.GOOD,
    Mark.HINDERS: Tone.CAUTION,
    Mark.MAY_APPLY: Tone.QUIET,
    Mark.MISSING: Tone.RISK,
    Mark.NOT_SAID: Tone.CAUTION,
    Mark.IN_PLACE: Tone.GOOD,
}


def card_of(card: CardStory, level: int) -> Card:
    """Return a finding with all that the evidence and the plan say about it."""
    is_open = Mark.MAY_APPLY in card.marks
    is_one = len(card.certain) == 1
    return Card(
        level=level,
        title=card.term_title,
        code=card.configuration,
        badge=beside(*(MARK[mark] for mark in card.marks), card.extra),
        tone=Tone.QUIET if is_open else TONE.get(card.marks[1], Tone.QUIET),
        lead=card.certain[0].sentence if is_one else card.summary,
        parts=(*_ways(card), *_needs(card)) if is_open else tuple(_parts(card)),
    )


def _parts(card: CardStory) -> Iterator[Part | Chain]:
    yield from _ways(card)
    yield from _needs(card)
    yield Chain(
        links=(
            Link(label=_("In this context"), text=card.context),
            Link(label=_("this may happen"), text=f"{card.resource} {card.reasoning}"),
            Link(label=_("leading to"), text=card.outcome),
        )
    )
    if card.verdict is not Verdict.NOT_COVERED:
        yield _how_sure(card)
    if card.caution:
        yield Part(label=_("Take care"), text=card.caution)
    if card.actions:
        yield Part(label=_("You could"), items=tuple(_you_could(card)))


def _needs(card: CardStory) -> Iterator[Part]:
    if card.needs:
        yield Part(label=card.needs_title, items=tuple(need.sentence for need in card.needs))


def _ways(card: CardStory) -> Iterator[Part]:
    """Return each way in which it comes about, then what may be and what others say."""
    is_one = len(card.certain) == 1
    for branch in card.certain:
        if not is_one:
            state = RISK_STATE[branch.state] if branch.state is not None else ""
            yield Part(label=beside(_("Here"), state), text=branch.sentence)
        if branch.noticed:
            yield Part(label=_("How you would notice"), text=branch.sign)
        yield _why(branch)
    if card.possible:
        yield Part(
            label=_("This may apply too"), items=tuple(branch.sentence for branch in card.possible)
        )
    if card.stronger:
        yield Part(label=card.stronger_title, items=card.stronger)
    if card.weaker:
        yield Part(label=card.weaker_title, items=card.weaker)
    for branch in card.elsewhere:
        yield _from_elsewhere(branch)
        if branch.answers:
            yield Part(label=_("You could"), items=tuple(map(_with_state, branch.answers)))


def _why(branch: Branch) -> Part:
    return Part(
        label=branch.why_title,
        text=" ".join(branch.why),
        items=tuple(reason.sentence for reason in branch.reasons),
    )


def _from_elsewhere(branch: Branch) -> Part:
    return Part(
        label=_("From other sources"),
        text=" ".join(
            filter(None, (branch.sentence, branch.noticed, f"{branch.step}.", _(NOT_COUNTED)))
        ),
        items=tuple(map(_source, branch.sources)),
        background=True,
    )


def _how_sure(card: CardStory) -> Part:
    return Part(
        label=_("How sure"),
        text=f"{card.evidence}. {card.confidence}".strip(),
        items=tuple(map(_source, card.sources)),
        background=True,
    )


def _source(source: SourceLine) -> str:
    return _("{source}: {says} ({read}.)").format(
        source=short_citation(source.citation), says=source.says, read=source.read
    )


def _you_could(card: CardStory) -> Iterator[str]:
    key = [action for action in card.actions if action.key]
    yield from map(_with_state, key)
    more = len(card.actions) - len(key)
    if more:
        yield ngettext(
            "{n} more action for “{title}” stands in the list of actions.",
            "{n} more actions for “{title}” stand in the list of actions.",
            more,
        ).format(n=more, title=card.title)


def _with_state(action: ActionRow) -> str:
    return _("{action} ({state})").format(action=action.text, state=action.state)
