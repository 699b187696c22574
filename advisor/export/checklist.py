"""The action checklist: for the wall and the trustees, what matters first.

Open risks come first, each with the key actions that would address it. Then, by stage,
every other key or safety action and all that the provider decided to do. Of the rest only
the few that help most are named; the full report has them all.
"""

import datetime
from collections.abc import Iterator

from advisor.export import phrases
from advisor.export.blocks import (
    Block,
    Bullets,
    Checklist,
    Heading,
    Notice,
    Paragraph,
    Role,
    Tone,
)
from advisor.export.document import Document
from advisor.export.items import gate, items_of, own_item, tallies
from advisor.export.sorting import Sorted, most_helpful, sorted_out
from advisor.models.advice import Advice, AdvisedAction, Finding, RiskState
from advisor.models.pack import Pack
from advisor.models.plan import Plan

MOST_ALSO = 10
MOST_IN_PLACE = 10


def compose(pack: Pack, plan: Plan, advice: Advice, made_on: datetime.date) -> Document:
    """Return the checklist of a plan. The same arguments give the same document."""
    return Document(
        title=phrases.title_of(plan),
        kind="Action checklist",
        language=pack.language,
        provenance=phrases.provenance(pack, made_on),
        blocks=tuple(_blocks(pack, plan, sorted_out(plan, advice))),
        subject=plan.id,
    )


def _blocks(pack: Pack, plan: Plan, places: Sorted) -> Iterator[Block]:
    advice = places.advice
    yield tallies(advice)
    yield Paragraph(text=phrases.summary_sentence(advice.summary))
    yield from gate(pack, advice)
    yield from _first(pack, places)
    yield from _own_risks(plan)
    yield from _by_stage(pack, plan, places.to_do)
    yield from _also(pack, places)
    yield from _in_place(pack, places)
    yield from _declined(pack, places.declined)
    yield from _closing()


def _first(pack: Pack, places: Sorted) -> Iterator[Block]:
    yield Heading(level=1, text="First: risks still to address")
    if not places.by_risk:
        yield Paragraph(text="No risk that applies to this plan is open or partly addressed.")
    for risk, actions in places.by_risk:
        configuration = pack.configuration_by_id[risk.configuration]
        badge, tone = (
            ("Open", Tone.RISK)
            if risk.state is RiskState.OPEN
            else ("Partly addressed", Tone.CAUTION)
        )
        if actions:
            yield Checklist(
                level=2,
                title=configuration.title,
                items=items_of(pack, actions, besides=risk.configuration),
                badge=badge,
                tone=tone,
                lead=configuration.summary,
            )
        else:
            yield Heading(level=2, text=configuration.title)
            yield Paragraph(text=f"{badge}. {configuration.summary}")
            yield Paragraph(text=_why_no_actions(risk, places), role=Role.SMALL)


def _why_no_actions(risk: Finding, places: Sorted) -> str:
    elsewhere = {action.id for _, actions in places.by_risk for action in actions if action.key}
    if elsewhere & set(risk.actions):
        return "Its key actions stand under the risks above, which they serve as well."
    if any(action.id in risk.actions and action.key for action in places.declined):
        return "You decided against its key actions; the reasons stand at the end."
    return "What helps here stands in the lists below."


def _own_risks(plan: Plan) -> Iterator[Block]:
    if plan.own_risks:
        yield Heading(level=2, text="Risks added by you")
        yield Bullets(items=phrases.own_risk_words(plan))


def _by_stage(pack: Pack, plan: Plan, to_do: tuple[AdvisedAction, ...]) -> Iterator[Block]:
    stages = [
        (
            stage,
            (
                *items_of(pack, (action for action in to_do if action.stage == stage.id)),
                *(own_item(own) for own in plan.own_actions if own.stage == stage.id),
            ),
        )
        for stage in pack.stages
    ]
    if not any(items for _, items in stages):
        return
    yield Heading(level=1, text="Then, stage by stage")
    for stage, items in stages:
        if items:
            yield Checklist(level=2, title=stage.label, items=items)


def _also(pack: Pack, places: Sorted) -> Iterator[Block]:
    best = most_helpful(places, min(MOST_ALSO, places.room))
    if best:
        yield Checklist(level=1, title="Also worth doing", items=items_of(pack, best), compact=True)
    rest = len(places.also) - len(best)
    if rest:
        more = phrases.counted(rest, "more action", "more actions")
        yield Paragraph(text=f"The full report has {more} for this plan.", role=Role.SMALL)


def _in_place(pack: Pack, places: Sorted) -> Iterator[Block]:
    room = min(MOST_IN_PLACE, max(0, places.room - MOST_ALSO))
    in_place = places.in_place
    weighty = [action for action in in_place if action.key or action.safety][:room]
    if weighty:
        items = items_of(pack, weighty, brief=True)
        yield Checklist(level=1, title="Already in place", items=items, compact=True)
    rest = len(in_place) - len(weighty)
    if rest:
        more = "more " if weighty else ""
        actions = phrases.counted(rest, f"{more}action is", f"{more}actions are")
        yield Paragraph(text=f"{actions.capitalize()} already in place.", role=Role.SMALL)


def _declined(pack: Pack, declined: tuple[AdvisedAction, ...]) -> Iterator[Block]:
    if declined:
        items = items_of(pack, declined)
        yield Checklist(level=1, title="Not for us", items=items, compact=True)


def _closing() -> Iterator[Block]:
    yield Notice(
        tone=Tone.QUIET,
        title="About this list",
        paragraphs=(
            f"{phrases.NOT_COMPLETE} {phrases.NO_ACTION_TESTED} The full report gives the "
            "reasons, the sources and every action.",
        ),
    )
