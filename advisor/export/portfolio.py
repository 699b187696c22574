"""Many plans beside each other, to read in a terminal or as data."""

from advisor.export.terminal import TerminalPage
from advisor.language import _
from advisor.models.json_values import JsonObject, json_text
from advisor.models.judged import PlanSummary
from advisor.models.pack import Pack
from advisor.telling.grammar import beside
from advisor.telling.portfolio import CELL, LEAD, ON_PAPER, PortfolioStory

PORTFOLIO_VERSION = 1


def portfolio_text(told: PortfolioStory) -> str:
    """Return the plans as plain text, one after the other with its risks by their state."""
    page = TerminalPage()
    page.title(_(ON_PAPER))
    page.paragraph(told.opening)
    page.paragraph(_(LEAD))
    for row in told.rows:
        page.heading(row.told.title)
        page.paragraph(beside(row.told.answered, row.told.safety.words), 2)
        if row.not_judged:
            page.paragraph(row.not_judged, 2)
            continue
        for mark, word in CELL.items():
            titles = [risk.title for risk in told.risks if row.mark(risk.rule) is mark]
            if titles:
                page.point(_("{word}: {titles}").format(word=word, titles="; ".join(titles)))
    for title, shared in told.shared:
        page.heading(title)
        for each in shared:
            page.point(each.sentence)
    return page.text()


def portfolio_json(pack: Pack, plans: tuple[PlanSummary, ...]) -> str:
    """Return the plans as JSON, in their order.

    Each has its ``summary``, its ``gates`` and for every rule how it ``stands``: the state of a
    risk that applies, else the verdict. Where the evidence does not speak about a plan,
    ``covered`` or ``can_judge`` is false and there is nothing under ``stands``.
    """
    data = {
        "portfolio_version": PORTFOLIO_VERSION,
        "pack": {"id": pack.version.id, "version": pack.version.version},
        "plans": [_plan(plan) for plan in plans],
    }
    return json_text(data)


def _plan(plan: PlanSummary) -> JsonObject:
    named: JsonObject = {"id": plan.id, "title": plan.title}
    judged = plan.judged
    if judged is None:
        return {**named, "covered": None, "can_judge": None}
    stands = judged.standings.items() if judged.is_about_this else ()
    return {
        **named,
        "covered": judged.covered,
        "can_judge": judged.can_judge,
        "summary": {**judged.counts()},
        "gates": {gate: state.value for gate, state in judged.gates.items()},
        "stands": {rule: standing.value for rule, standing in stands},
    }
