"""The action checklist: for the wall and the trustees, what matters first.

What is missing and the few things to do stand at the top, then each risk that is not in hand
with the key actions that answer it. Then, by stage, every other key or safety action and all
that the provider decided to do. Of the rest only the few that help most are named; the full
report has them all.
"""

from collections.abc import Iterator

from advisor.language import _, ngettext
from advisor.models.advice import Advice, Summary
from advisor.models.blocks import Bullets, Checklist, Heading, Paragraph, Role
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.paper.cards import TONE
from advisor.paper.items import first_blocks, gate_blocks, items_of, opening_blocks, tallies
from advisor.telling import actions
from advisor.telling.advice import tell
from advisor.telling.grammar import beside, joined
from advisor.telling.sorting import RiskToAddress, Sorted, sorted_out
from advisor.telling.words import NO_ACTION_TESTED


def compose(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the checklist of a plan, top to bottom."""
    told = tell(pack, plan, advice)
    places = sorted_out(told, actions.tell(pack, plan, advice))
    yield from tallies(advice)
    yield from gate_blocks(told, all_of_them=False)
    yield from first_blocks(told)
    yield Paragraph(text=" ".join(filter(None, (told.headline, told.caveat))))
    yield from opening_blocks(told)
    if advice.covered and advice.can_judge:
        yield Heading(level=1, text=_("Risks still to take in hand"))
        if not places.by_risk:
            yield Paragraph(text=_no_risks(advice.summary))
    for place in places.by_risk:
        yield from _risk(place)
    if told.own_risks:
        yield Heading(level=2, text=_("Risks added by you"))
        yield Bullets(items=tuple(risk.sentence for risk in told.own_risks))
    if places.stages:
        yield Heading(level=1, text=_("Then, stage by stage"))
    for stage in places.stages:
        yield Checklist(level=2, title=stage.title, items=items_of(stage.all_rows))
    for title, rows, brief in (
        (_("Also worth doing"), places.also, False),
        (_("Already in place"), places.in_place, True),
        (_("Not for us"), places.declined, False),
    ):
        if rows:
            items = items_of(rows, brief=brief)
            yield Checklist(level=1, title=title, items=items, compact=True)
    yield Paragraph(text=" ".join(_closing(places)), role=Role.SMALL)


def _risk(place: RiskToAddress) -> Iterator[Block]:
    risk = place.risk
    badge = beside(risk.kind, risk.extra)
    if place.actions:
        yield Checklist(
            level=2,
            title=risk.term_title,
            items=items_of(place.actions, besides=risk.configuration),
            badge=badge,
            tone=TONE[risk.marks[1]],
            lead=risk.note,
        )
    else:
        yield Heading(level=2, text=risk.term_title)
        yield Paragraph(text=f"{badge}. {risk.note}")
        yield Paragraph(text=place.instead, role=Role.SMALL)


def _no_risks(summary: Summary) -> str:
    unsaid = []
    if summary.may_apply:
        unsaid.append(_("what is still open could change that"))
    if summary.not_covered:
        unsaid.append(_("our evidence does not cover all of your formats"))
    if unsaid:
        return _(
            "No risk that applies to this plan is open or partly in hand, but {unsaid}."
        ).format(unsaid=joined(unsaid))
    return _("No risk that applies to this plan is open or partly in hand.")


def _closing(places: Sorted) -> Iterator[str]:
    if places.more_in_place:
        yield ngettext(
            "{n} action not listed is already in place.",
            "{n} actions not listed are already in place.",
            places.more_in_place,
        ).format(n=places.more_in_place)
    if places.more_to_do:
        yield ngettext(
            "The annex has {n} more action for this plan.",
            "The annex has {n} more actions for this plan.",
            places.more_to_do,
        ).format(n=places.more_to_do)
    yield _(NO_ACTION_TESTED)
    yield _("The annex gives the reasons and the sources.")
