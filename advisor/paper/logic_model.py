"""The logic model for a funder: one page on its side, and the same as a picture."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.document import Block
from advisor.models.logic import Border, LogicChain, LogicList, LogicModel, LogicRisk
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.sheets import State
from advisor.paper.cards import TONE
from advisor.telling.advice import AdvicePart, AdviceStory, tell
from advisor.telling.headline import no_known_risk
from advisor.telling.logic_model import LEAD, NO_GAIN, LogicStory, ToldBenefit, tell_logic_model
from advisor.telling.plan_in_a_line import plan_in_a_line
from advisor.telling.words import RISK_STATE

_BORDER = {
    AdvicePart.BENEFITS: Border.SOLID,
    AdvicePart.MAY_APPLY: Border.DASHED,
    AdvicePart.NOT_SET_UP: Border.DOTTED,
}


def compose(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the logic model as a paper of its own."""
    line = plan_in_a_line(pack, plan)
    return logic_blocks(pack, plan, advice, tell(pack, plan, advice), level=1, line=line)


def logic_blocks(
    pack: Pack, plan: Plan, advice: Advice, advised: AdviceStory, *, level: int, line: str = ""
) -> Iterator[Block]:
    """Yield the logic model for a page on its side; its heads are headings of the level.

    ``line`` is the plan in a line, where no page before has said it.
    """
    told = tell_logic_model(pack, plan, advice, advised)
    flow, coming, outputs, unknown = _flow(told), _coming(told), _outputs(told), _unknown(told)
    no_risks = "" if told.risks else no_known_risk(advice.summary)
    yield LogicModel(
        level=level,
        lead=" ".join(filter(None, (line, _(LEAD)))),
        flow=flow,
        coming=coming,
        happens=_("What happens for mothers"),
        gain=_("What they may gain"),
        gain_term=_("outcomes"),
        chains=tuple(map(_chain, told.benefits)),
        chains_left=told.more_benefits,
        no_chains="" if told.benefits else _(NO_GAIN),
        outputs=outputs,
        risks_title=_("What could go wrong"),
        risks=tuple(
            LogicRisk(
                title=risk.title,
                state=None
                if risk.state is None
                else State(tone=TONE[Mark(risk.state.value)], word=RISK_STATE[risk.state]),
            )
            for risk in told.risks
        ),
        no_risks=no_risks,
        unknown=unknown,
        described=(
            *(_sentence(part) for part in (*flow, coming)),
            *(benefit.sentence for benefit in told.benefits),
            _sentence(outputs),
            *(risk.sentence for risk in told.risks),
            *filter(None, (no_risks,)),
            _sentence(unknown),
        ),
    )


def _flow(told: LogicStory) -> tuple[LogicList, ...]:
    return (
        LogicList(title=_("Who and where"), term=_("need"), items=told.need),
        LogicList(title=_("What we have"), term=_("inputs"), items=told.inputs),
        LogicList(title=_("What we do"), term=_("activities"), items=told.activities),
    )


def _coming(told: LogicStory) -> LogicList:
    return LogicList(title=_("Coming at all"), term=_("reach"), items=told.coming)


def _outputs(told: LogicStory) -> LogicList:
    return LogicList(title=_("What we count"), term=_("outputs"), items=told.outputs)


def _unknown(told: LogicStory) -> LogicList:
    return LogicList(title=_("We do not know yet"), term=_("assumptions"), items=told.unknown)


def _chain(benefit: ToldBenefit) -> LogicChain:
    is_set_up = not benefit.instead
    return LogicChain(
        title=benefit.title,
        likely=benefit.likely,
        border=_BORDER[benefit.part],
        happens=benefit.happens if is_set_up else "",
        gain=benefit.gain if is_set_up else "",
        instead=benefit.instead,
    )


def _sentence(part: LogicList) -> str:
    return _("{title} ({term}): {items}.").format(
        title=part.title, term=part.term, items="; ".join(item.rstrip(".") for item in part.items)
    )
