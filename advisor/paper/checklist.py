"""The action checklist: for the wall and the trustees, what matters first.

Open risks come first, each with the key actions that would address it. Then, by stage,
every other key or safety action and all that the provider decided to do. Of the rest only
the few that help most are named; the full report has them all.
"""

import datetime
from collections.abc import Iterator

from advisor.models.advice import Advice, AdvisedAction, Finding, RiskState, Summary
from advisor.models.blocks import (
    Block,
    Bullets,
    Checklist,
    Heading,
    Paragraph,
    Role,
    Tone,
)
from advisor.models.document import Document
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.paper.items import items_of, opening_blocks, own_item, tallies
from advisor.telling.grammar import counted
from advisor.telling.naming import EXTRA, own_risk_words, provenance, title_of
from advisor.telling.opening import summary_sentence
from advisor.telling.sorting import Sorted, most_helpful, sorted_out
from advisor.telling.words import NO_ACTION_TESTED

MOST_ALSO = 10
MOST_IN_PLACE = 10


def compose(pack: Pack, plan: Plan, advice: Advice, made_on: datetime.date) -> Document:
    """Return the checklist of a plan. The same arguments give the same document."""
    return Document(
        title=title_of(plan),
        kind="Action checklist",
        language=pack.language,
        provenance=provenance(pack, made_on),
        blocks=tuple(_blocks(pack, plan, sorted_out(plan, advice))),
        subject=plan.id,
    )


def _blocks(pack: Pack, plan: Plan, places: Sorted) -> Iterator[Block]:
    advice = places.advice
    yield tallies(advice)
    yield Paragraph(text=summary_sentence(advice.summary))
    yield from opening_blocks(pack, advice, whole_notes=True)
    yield from _first(pack, places)
    yield from _own_risks(plan)
    yield from _by_stage(pack, plan, places.to_do)
    best = most_helpful(places, min(MOST_ALSO, places.room))
    weighty = _weighty_in_place(places)
    yield from _also(pack, best)
    yield from _in_place(pack, weighty)
    yield from _declined(pack, places.declined)
    yield from _closing(len(places.also) - len(best), len(places.in_place) - len(weighty))


def _first(pack: Pack, places: Sorted) -> Iterator[Block]:
    yield Heading(level=1, text="First: risks still to address")
    if not places.by_risk:
        yield Paragraph(text=_no_risks(places.advice.summary))
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
                badge=f"{badge} · {EXTRA}" if risk.supplementary else badge,
                tone=tone,
                lead=configuration.summary,
            )
        else:
            yield Heading(level=2, text=configuration.title)
            yield Paragraph(text=f"{badge}. {configuration.summary}")
            yield Paragraph(text=_why_no_actions(risk, places), role=Role.SMALL)


def _no_risks(summary: Summary) -> str:
    unsaid = [
        words
        for count, words in (
            (summary.may_apply, "what is still open could change that"),
            (summary.not_covered, "our evidence does not cover all of your formats"),
        )
        if count
    ]
    known = "No risk that applies to this plan is open or partly addressed"
    return f"{known}, but {' and '.join(unsaid)}." if unsaid else f"{known}."


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
        yield Bullets(items=own_risk_words(plan))


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


def _also(pack: Pack, best: tuple[AdvisedAction, ...]) -> Iterator[Block]:
    if best:
        yield Checklist(level=1, title="Also worth doing", items=items_of(pack, best), compact=True)


def _in_place(pack: Pack, weighty: tuple[AdvisedAction, ...]) -> Iterator[Block]:
    if weighty:
        items = items_of(pack, weighty, brief=True)
        yield Checklist(level=1, title="Already in place", items=items, compact=True)


def _weighty_in_place(places: Sorted) -> tuple[AdvisedAction, ...]:
    """Return every safety action that is in place, and key ones as far as there is room."""
    room = min(MOST_IN_PLACE, max(0, places.room - MOST_ALSO))
    safety = sum(action.safety for action in places.in_place)
    key = [action for action in places.in_place if action.key and not action.safety]
    left_out = key[max(0, room - safety) :]
    return tuple(
        action
        for action in places.in_place
        if (action.key or action.safety) and action not in left_out
    )


def _declined(pack: Pack, declined: tuple[AdvisedAction, ...]) -> Iterator[Block]:
    if declined:
        items = items_of(pack, declined)
        yield Checklist(level=1, title="Not for us", items=items, compact=True)


def _closing(more: int, more_in_place: int) -> Iterator[Block]:
    sentences = []
    if more_in_place:
        count = counted(more_in_place, "action not listed is", "actions not listed are")
        sentences.append(f"{count.capitalize()} already in place.")
    if more:
        count = counted(more, "more action", "more actions")
        sentences.append(f"The full report has {count} for this plan.")
    sentences += [NO_ACTION_TESTED, "The full report gives the reasons and the sources."]
    yield Paragraph(text=" ".join(sentences), role=Role.SMALL)
