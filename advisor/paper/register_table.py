"""The risk register as a table to sort, to filter and to keep up to date: a row an action."""

from collections.abc import Iterator

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.findings import RiskState
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Plan
from advisor.models.tables import DataCell, DataColumn, DataTable
from advisor.telling.advice import tell
from advisor.telling.grammar import few
from advisor.telling.naming import title_of
from advisor.telling.register import (
    NOTHING_IN_PLACE,
    NOTHING_TO_DO,
    SCALES,
    NumberedOwnRisk,
    RegisterAction,
    RegisterRisk,
    RegisterStory,
    tell_register,
)
from advisor.telling.words import CHOICE, MARK, NOT_COMPLETE, RISK_STATE, YES_NO

_MOST_IN_PLACE = 8
"""So many lines a cell shows in full: no row of a spreadsheet is higher than a page."""

_BLANK: tuple[DataCell, ...] = (None,) * (len(SCALES) + 1)
"""The scales and the next look, which nobody but the charity can fill in."""


def register_table(pack: Pack, plan: Plan, advice: Advice) -> DataTable:
    """Return the register of a plan."""
    told = tell_register(tell(pack, plan, advice))
    return DataTable(
        title=title_of(plan),
        kind=_("Risk register"),
        columns=(*_of_the_risk(), *_of_the_action(), *_to_judge()),
        rows=tuple(_rows(told)),
        how_to_use=tuple(_how_to_use(pack, told)),
        kept=2,
    )


def _of_the_risk() -> Iterator[DataColumn]:
    yield DataColumn(head=_("Number"), width=9)
    yield DataColumn(head=_("Risk"), width=28)
    yield DataColumn(head=_("Field's term"), width=18)
    yield DataColumn(
        head=_("State"), width=15, choices=tuple(RISK_STATE[each] for each in RiskState)
    )
    yield DataColumn(head=MARK[Mark.MATTERS_MORE], width=12, choices=(YES_NO[True], YES_NO[False]))
    yield DataColumn(head=_("Why it can happen here"), width=40)
    yield DataColumn(head=_("In place"), width=52)


def _of_the_action() -> Iterator[DataColumn]:
    yield DataColumn(head=_("Still to do"), width=46)
    yield DataColumn(head=_("Decision"), width=17, choices=tuple(CHOICE[each] for each in Choice))
    yield DataColumn(head=_("Owner"), width=18)
    yield DataColumn(head=_("By when"), width=14, is_day=True)
    yield DataColumn(head=_("Note"), width=26)


def _to_judge() -> Iterator[DataColumn]:
    yield DataColumn(head=_("What is left"), width=32)
    yield DataColumn(head=_("How we would notice"), width=36)
    for scale in SCALES:
        yield DataColumn(head=_(scale.name), width=12, hint=_("Use your charity's own scale."))
    yield DataColumn(head=_("Next look"), width=14, is_day=True)


def _rows(told: RegisterStory) -> Iterator[tuple[DataCell, ...]]:
    """Yield a row for each action that is left; a risk without one has a row too."""
    for risk in told.risks:
        for action in risk.to_do or (None,):
            yield _row(risk, action)
    yield from map(_own, told.own)


def _row(risk: RegisterRisk, action: RegisterAction | None) -> tuple[DataCell, ...]:
    return (
        risk.number,
        risk.title,
        risk.besides,
        RISK_STATE[risk.state],
        YES_NO[risk.matters_more],
        "\n".join(risk.why_here),
        "\n".join(_in_place(risk)),
        *_action(action),
        risk.left,
        "\n".join(risk.signs),
        *_BLANK,
    )


def _in_place(risk: RegisterRisk) -> Iterator[str]:
    """Yield what is in place, as much as a cell shows, and where the rest stands."""
    shown, left = few(_MOST_IN_PLACE, risk.in_place or (_(NOTHING_IN_PLACE),))
    yield from shown
    if left:
        words = ngettext("And {n} more in the annex.", "And {n} more in the annex.", left)
        yield words.format(n=left)


def _action(action: RegisterAction | None) -> tuple[DataCell, ...]:
    if action is None:
        return (_(NOTHING_TO_DO), None, None, None, None)
    row, decision = action.row, action.row.decision
    reason = decision.reason if row.is_declined else ""
    return (
        row.text,
        CHOICE[decision.choice],
        decision.owner,
        decision.due,
        "\n".join(filter(None, (reason, decision.note))),
    )


def _own(own: NumberedOwnRisk) -> tuple[DataCell, ...]:
    """Return the row of an own risk: no rule says its state, why, or what is left."""
    of_the_risk = (own.number, own.risk.text, None, None, None, None, None)
    of_the_action = (own.risk.mitigation, None, None, None, MARK[Mark.ADDED_BY_YOU])
    return (*of_the_risk, *of_the_action, None, None, *_BLANK)


def _how_to_use(pack: Pack, told: RegisterStory) -> Iterator[str]:
    yield from filter(None, (told.when_empty, told.lead, told.more))
    yield _(
        "There is one row for each action that is still to do, so a risk may stand in several rows."
        " Filter by the number or the state to see one risk, by the owner to see one person's work."
    )
    yield _(
        "State and decision offer a list to choose from. By when and Next look take a date."
        " Likelihood and impact take what your charity's own scale has: a number or a word."
    )
    yield _(
        "What you change here stays in this file. The plan in the program does not learn of it;"
        " a new copy starts from the plan."
    )
    yield _("Do not write down names or stories of people whom you support.")
    yield (
        _("Evidence pack {pack}, edition {edition}.").format(
            pack=pack.version.id, edition=pack.version.version
        )
        + " "
        + _(NOT_COMPLETE)
    )
