"""One cell of many plans beside each other, explained."""

from dataclasses import dataclass

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.ids import RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.cards import CardStory, CardTeller
from advisor.telling.headline import headline
from advisor.telling.naming import title_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CellStory:
    """One cell explained: how a rule stands to one plan, why, and how far its actions are.

    ``title`` names the plan and the risk, ``risk`` the risk alone.
    """

    title: str
    risk: str
    mark: Mark
    sentence: str


def told_cell(pack: Pack, plan: Plan, advice: Advice, rule: RuleId) -> CellStory:
    """Tell why a rule stands to a plan as it does."""
    finding = advice.finding_by_rule[rule]
    card = CardTeller(pack, plan, advice).card(finding)
    title = _("{plan}: {risk}").format(plan=title_of(plan), risk=card.title)
    if not (advice.covered and advice.can_judge):
        return CellStory(
            title=title,
            risk=card.title,
            mark=Mark.NOT_COVERED,
            sentence=headline(pack, advice).sentence,
        )
    sentences = (f"{card.status}.", card.note, _how_far(card), card.depends_on)
    return CellStory(
        title=title,
        risk=card.title,
        mark=Mark((finding.state or finding.verdict).value),
        sentence=" ".join(filter(None, sentences)),
    )


def _how_far(card: CardStory) -> str:
    """Say how many key actions for a risk that applies are planned or in place."""
    words = card.key_actions.words
    return f"{words[:1].upper()}{words[1:]}." if words else ""
