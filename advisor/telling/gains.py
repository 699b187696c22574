"""What mothers may gain, what each benefit depends on, and what is not set up yet."""

from dataclasses import dataclass

from advisor.language import N_, _
from advisor.models.evidence import Effect
from advisor.models.explanation import Truth
from advisor.telling.advice import AdvicePart, AdviceStory
from advisor.telling.cards import CardStory

MOST_WITH_SIGNS = 9
LEAD = N_(
    "Many mothers report these. A benefit is called likely only where the plan has what makes it"
    " happen. It is never certain for any one mother."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """A benefit with what it depends on, told apart by whether it is there.

    ``where``: why it is not likely yet.
    """

    title: str
    term: str
    depends_on: tuple[str, ...]
    sign: str
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GainsStory:
    """The benefits: those that are likely, then the others with what each would take.

    ``with_signs``: there are few enough to say of each how one would notice.
    """

    lead: str
    without_likely: str
    likely: tuple[Gain, ...]
    others: tuple[Gain, ...]
    without_others: str
    with_signs: bool


def told_gains(told: AdviceStory) -> GainsStory:
    """Tell the benefits."""
    likely = told.of(AdvicePart.BENEFITS)
    waiting = [card for card in told.of(AdvicePart.MAY_APPLY) if card.effect is Effect.BENEFITS]
    not_yet = told.of(AdvicePart.NOT_SET_UP)
    empty = next((each for each in told.blocks if each.id is AdvicePart.BENEFITS), None)
    return GainsStory(
        lead=_(LEAD),
        without_likely=empty.when_empty if empty is not None and not likely else "",
        likely=tuple(_gain(card, "") for card in likely),
        others=(
            *(_gain(card, _("Depends on open answers")) for card in waiting),
            *(_gain(card, _("Not set up yet")) for card in not_yet),
        ),
        with_signs=len(likely) <= MOST_WITH_SIGNS,
        without_others=""
        if waiting or not_yet
        else _("There is no benefit that we know of for which something is still missing."),
    )


def _gain(card: CardStory, where: str) -> Gain:
    """Tell a benefit; of one that is not likely yet only what it would still take, if known."""
    told = _needs(card)
    if where and not told.keys().isdisjoint(_STILL_TO_COME):
        told = {met: words for met, words in told.items() if met in _STILL_TO_COME}
    return Gain(
        title=card.title,
        term=card.term,
        depends_on=tuple(told.values()),
        sign=card.sign,
        where=where,
    )


_STILL_TO_COME: tuple[Truth | None, ...] = (Truth.FAILS, Truth.OPEN)
_NEEDS: dict[Truth | None, str] = {
    Truth.HOLDS: N_("In place: {things}."),
    Truth.FAILS: N_("Missing: {things}."),
    Truth.OPEN: N_("Not said yet: {things}."),
    None: N_("No answer can tell: {things}."),
}


def _needs(card: CardStory) -> dict[Truth | None, str]:
    """Return what it depends on, each kind in a sentence."""
    told: dict[Truth | None, str] = {}
    for met, words in _NEEDS.items():
        things = [need.text.rstrip(".") for need in card.needs if need.met is met]
        if things:
            told[met] = _(words).format(things="; ".join(things))
    return told
