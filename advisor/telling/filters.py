"""Which cards a person wants to see."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.models.evidence import Domain
from advisor.models.findings import RiskState, Verdict
from advisor.telling.cards import CardStory


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a card must be; None and the empty text leave every card in."""

    domain: Domain | None = None
    verdict: Verdict | None = None
    state: RiskState | None = None
    principle: str = ""
    section: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filtered."""
        return self == Filter()

    def lets_in(self, card: CardStory) -> bool:
        """Whether a card passes."""
        return (
            self.domain in (None, card.domain)
            and self.verdict in (None, card.verdict)
            and self.state in (None, card.state)
            and (not self.principle or self.principle in card.principles)
            and (not self.section or self.section in card.sections)
        )

    def kept(self, cards: Iterable[CardStory]) -> tuple[CardStory, ...]:
        """Return the cards that pass, in their order."""
        return tuple(filter(self.lets_in, cards))
