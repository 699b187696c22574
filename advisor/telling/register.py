"""The risk register: each risk that applies with what is in place, to do and left of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from advisor.language import N_, _, ngettext
from advisor.models.evidence import Effect
from advisor.models.findings import RiskState
from advisor.telling.action import ActionRow
from advisor.telling.advice import AdvicePart, AdviceStory
from advisor.telling.cards import CardStory
from advisor.telling.grammar import beside, day
from advisor.telling.naming import OwnRiskLine

LEAD = N_(
    "Open risks come first, and among them those that matter more here. A risk does not go away"
    " when something is done about it: its state changes. Likelihood and impact are blank, for"
    " your own scale: before what is in place, and now. “What is left” is what a mother, or a"
    " peer, may still meet. The annex has the rest."
)

LEAD_OF_OWN = N_(
    "These are the risks that you added. No rule judges them, so they have no state. Likelihood"
    " and impact are blank, for your own scale: before what is in place, and now."
)


class Scale(NamedTuple):
    """What the charity judges by its own scale: its name, and the two parts of it for a head."""

    name: str
    what: str
    when: str


SCALES = (
    Scale(N_("Likelihood before"), N_("Likelihood"), N_("before")),
    Scale(N_("Likelihood now"), N_("Likelihood"), N_("now")),
    Scale(N_("Impact before"), N_("Impact"), N_("before")),
    Scale(N_("Impact now"), N_("Impact"), N_("now")),
)

NOTHING_IN_PLACE = N_("Nothing you told us of.")
NOTHING_TO_DO = N_("Nothing more that we know of. Keep it so.")
YOU_WROTE = N_("You wrote:")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAction:
    """An action that answers a risk and is not in place, or was declined."""

    row: ActionRow

    @property
    def sentence(self) -> str:
        """What to do, with who does it by when or why it is not for us."""
        row, decision = self.row, self.row.decision
        if row.is_declined:
            beside_it = row.state
        else:
            due = day(decision.due) if decision.due else ""
            beside_it = beside(decision.owner, due)
        if not beside_it:
            return row.text
        return _("{action} ({state})").format(action=row.text, state=beside_it)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRisk:
    """One risk that applies.

    ``term`` is the field's own word, ``extra`` says that it is not from the review. ``why_here``
    are the ways in which it comes about here, certain ones first. ``left`` is what may still
    happen, ``signs`` are how one would notice.
    """

    number: int
    title: str
    term: str
    extra: str
    matters_more: bool
    state: RiskState
    why_here: tuple[str, ...]
    in_place: tuple[str, ...]
    to_do: tuple[RegisterAction, ...]
    left: str
    signs: tuple[str, ...]

    @property
    def besides(self) -> str:
        """The field's own word, and that it is not from the review."""
        return beside(self.term, self.extra)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedOwnRisk:
    """A risk that the provider added; it has no state, since no rule judges it."""

    number: int
    risk: OwnRiskLine


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterStory:
    """The register: the risks that apply, worst first, then those that the provider added.

    ``may_apply`` names risks that depend on open answers; ``when_empty`` says what it means that
    none stands here from the evidence.
    """

    risks: tuple[RegisterRisk, ...]
    own: tuple[NumberedOwnRisk, ...]
    may_apply: tuple[str, ...]
    when_empty: str

    @property
    def lead(self) -> str:
        """How to read it."""
        return _(LEAD if self.risks else LEAD_OF_OWN) if self.risks or self.own else ""

    @property
    def more(self) -> str:
        """Which risks depend on open answers; empty where none does."""
        if not self.may_apply:
            return ""
        return ngettext(
            "{n} more risk depends on answers you have not given: {titles}.",
            "{n} more risks depend on answers you have not given: {titles}.",
            len(self.may_apply),
        ).format(n=len(self.may_apply), titles="; ".join(self.may_apply))


def tell_register(told: AdviceStory) -> RegisterStory:
    """Tell the register from the advice on a plan."""
    risks = tuple(
        _risk(number, card) for number, card in enumerate(told.of(AdvicePart.RISKS), start=1)
    )
    block = next((each for each in told.blocks if each.id is AdvicePart.RISKS), None)
    return RegisterStory(
        risks=risks,
        own=tuple(
            NumberedOwnRisk(number=number, risk=risk)
            for number, risk in enumerate(told.own_risks, start=len(risks) + 1)
        ),
        may_apply=tuple(
            card.title for card in told.of(AdvicePart.MAY_APPLY) if card.effect is Effect.HARMS
        ),
        when_empty="" if risks else block.when_empty if block else told.headline.sentence,
    )


def _risk(number: int, card: CardStory) -> RegisterRisk:
    return RegisterRisk(
        number=number,
        title=card.title,
        term=card.term,
        extra=card.extra,
        matters_more=card.matters_more,
        state=card.state or RiskState.OPEN,
        why_here=tuple(branch.told for branch in (*card.certain, *card.possible)),
        in_place=(*card.weaker, *(row.text for row in card.actions if row.in_place)),
        to_do=tuple(_to_do(card)),
        left=card.outcome,
        signs=_once(branch.sign for branch in card.certain),
    )


def _to_do(card: CardStory) -> Iterator[RegisterAction]:
    """Yield what answers its certain ways and is not in place, what was declined last."""
    answers = {row.id: row for branch in card.certain for row in branch.answers}
    left = (row for row in answers.values() if not row.in_place)
    for row in sorted(left, key=lambda row: row.is_declined):
        yield RegisterAction(row=row)


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
