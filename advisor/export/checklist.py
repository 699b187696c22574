"""The action checklist: for the wall and the trustees, what matters first.

Open risks come first, each with the key actions that would address it. Then, by stage,
every other key or safety action and all that the provider decided to do. Of the rest only
the few that help most are named; the full report has them all.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.export import phrases
from advisor.export.document import (
    Block,
    Bullets,
    CheckItem,
    Checklist,
    Document,
    Heading,
    Mark,
    Notice,
    Paragraph,
    Role,
    Tallies,
    Tally,
    Tone,
)
from advisor.models.advice import Advice, AdvisedAction, Finding, RiskState, Truth, Verdict
from advisor.models.evidence import Domain
from advisor.models.ids import ActionId, ConfigurationId
from advisor.models.pack import Pack
from advisor.models.plan import Choice, OwnAction, Plan

MOST_ON_THE_WALL = 50
"""About as many actions as four pages hold. What must be seen is seen, however much it is."""

MOST_ALSO = 10
MOST_IN_PLACE = 10
MOST_TITLES = 2
MOST_OPEN_QUESTIONS = 3


def compose(pack: Pack, plan: Plan, advice: Advice, made_on: datetime.date) -> Document:
    """Return the checklist of a plan. The same arguments give the same document."""
    return Document(
        title=phrases.title_of(plan),
        kind="Action checklist",
        language=pack.language,
        provenance=phrases.provenance(pack, made_on),
        blocks=tuple(_blocks(pack, plan, _sorted_out(plan, advice))),
        subject=plan.id,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sorted:
    """Every advised action in exactly one place, in the order of the advice."""

    advice: Advice
    by_risk: tuple[tuple[Finding, tuple[AdvisedAction, ...]], ...]
    to_do: tuple[AdvisedAction, ...]
    also: tuple[AdvisedAction, ...]
    in_place: tuple[AdvisedAction, ...]
    declined: tuple[AdvisedAction, ...]

    @property
    def room(self) -> int:
        """How many more actions the wall takes beside those that must be seen."""
        seen = len(self.to_do) + sum(len(actions) for _, actions in self.by_risk)
        return max(0, MOST_ON_THE_WALL - seen)


def _sorted_out(plan: Plan, advice: Advice) -> _Sorted:
    declined = [a for a in advice.actions if a.decision.choice is Choice.NOT_FOR_US]
    in_place = [a for a in advice.actions if a.in_place is True and a not in declined]
    left = [a for a in advice.actions if a not in declined and a not in in_place]
    by_risk, taken = _by_risk(advice, left)
    left = [action for action in left if action.id not in taken]
    to_do = [action for action in left if _must_be_seen(plan, action)]
    also = [action for action in left if action not in to_do]
    return _Sorted(
        advice=advice,
        by_risk=by_risk,
        to_do=tuple(to_do),
        also=tuple(also),
        in_place=tuple(in_place),
        declined=tuple(declined),
    )


def _by_risk(
    advice: Advice, left: Iterable[AdvisedAction]
) -> tuple[tuple[tuple[Finding, tuple[AdvisedAction, ...]], ...], frozenset[ActionId]]:
    """Return the risks that are not addressed with their key actions, each action once."""
    taken: set[ActionId] = set()
    groups: list[tuple[Finding, tuple[AdvisedAction, ...]]] = []
    unaddressed = phrases.risks(advice, RiskState.OPEN, RiskState.PARTLY_ADDRESSED)
    for risk in phrases.worst_first(unaddressed):
        own = tuple(
            action
            for action in left
            if action.key and action.id in risk.actions and action.id not in taken
        )
        taken.update(action.id for action in own)
        groups.append((risk, own))
    return tuple(groups), frozenset(taken)


def _must_be_seen(plan: Plan, action: AdvisedAction) -> bool:
    """Whether an action is key, about safety, or something that the provider took on."""
    decided = action.id in plan.decisions and (
        action.decision.choice is Choice.WE_WILL
        or bool(action.decision.owner or action.decision.due or action.decision.note)
    )
    return action.key or action.safety or decided


def _blocks(pack: Pack, plan: Plan, sorted_out: _Sorted) -> Iterator[Block]:
    advice = sorted_out.advice
    yield tallies(advice)
    yield Paragraph(text=phrases.summary_sentence(advice.summary))
    yield from _gate(pack, advice)
    yield from _first(pack, sorted_out)
    yield from _own_risks(plan)
    yield from _by_stage(pack, plan, sorted_out.to_do)
    yield from _also(pack, sorted_out)
    yield from _in_place(pack, sorted_out)
    yield from _declined(pack, sorted_out.declined)
    yield from _closing()


def tallies(advice: Advice) -> Tallies:
    """Return the counts that stand at the top of a document."""
    summary = advice.summary
    counts = (
        (summary.risks_open, "open risk", "open risks", Tone.RISK),
        (
            summary.risks_partly_addressed,
            "risk partly addressed",
            "risks partly addressed",
            Tone.CAUTION,
        ),
        (summary.risks_addressed, "risk addressed", "risks addressed", Tone.GOOD),
        (summary.may_apply, "point that may apply", "points that may apply", Tone.QUIET),
    )
    return Tallies(
        items=tuple(
            Tally(count=count, words=one if count == 1 else many, tone=tone)
            for count, one, many, tone in counts
        )
    )


def _gate(pack: Pack, advice: Advice) -> Iterator[Block]:
    """What to settle before anything else: notes on the scope, and open questions."""
    notes = {note.id: note for note in pack.scope_notes}
    applying = [each for each in advice.scope_notes if each.verdict is Verdict.APPLIES]
    if applying:
        yield Notice(
            tone=Tone.CAUTION,
            title="Outside the evidence, or missing before you open",
            paragraphs=tuple(
                f"{notes[each.id].title}. {phrases.first_sentence(notes[each.id].text)}"
                for each in applying
            ),
        )
    if advice.open_questions:
        yield Notice(
            tone=Tone.CALM,
            title="Find out or decide first",
            paragraphs=tuple(
                phrases.open_question_words(pack.questionnaire[each.question], each.open)
                for each in advice.open_questions[:MOST_OPEN_QUESTIONS]
            ),
        )


def _first(pack: Pack, sorted_out: _Sorted) -> Iterator[Block]:
    yield Heading(level=1, text="First: the risks that are open")
    if not sorted_out.by_risk:
        yield Paragraph(text="No risk that applies to this plan is open or partly addressed.")
    for risk, actions in sorted_out.by_risk:
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
                items=_items(pack, actions, besides=risk.configuration),
                badge=badge,
                tone=tone,
                lead=configuration.summary,
            )
        else:
            yield Heading(level=2, text=configuration.title)
            yield Paragraph(text=f"{badge}. {configuration.summary}")
            yield Paragraph(text=_why_no_actions(risk, sorted_out), role=Role.SMALL)


def _why_no_actions(risk: Finding, sorted_out: _Sorted) -> str:
    elsewhere = {action.id for _, actions in sorted_out.by_risk for action in actions if action.key}
    if elsewhere & set(risk.actions):
        return "Its key actions stand under the risks above, which they serve as well."
    if any(action.id in risk.actions and action.key for action in sorted_out.declined):
        return "You decided against its key actions; the reasons stand at the end."
    return "What helps here stands in the lists below."


def _own_risks(plan: Plan) -> Iterator[Block]:
    if plan.own_risks:
        yield Heading(level=2, text="Risks added by you")
        yield Bullets(
            items=tuple(
                f"{own.text} – {own.mitigation}" if own.mitigation else own.text
                for own in plan.own_risks
            )
        )


def _by_stage(pack: Pack, plan: Plan, to_do: tuple[AdvisedAction, ...]) -> Iterator[Block]:
    stages = [
        (
            stage,
            (
                *_items(pack, (action for action in to_do if action.stage == stage.id)),
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


def _also(pack: Pack, sorted_out: _Sorted) -> Iterator[Block]:
    best = _most_helpful(sorted_out, min(MOST_ALSO, sorted_out.room))
    if best:
        yield Checklist(level=1, title="Also worth doing", items=_items(pack, best), compact=True)
    rest = len(sorted_out.also) - len(best)
    if rest:
        more = phrases.counted(rest, "more action", "more actions")
        yield Paragraph(text=f"The full report has {more} for this plan.", role=Role.SMALL)


def _most_helpful(sorted_out: _Sorted, most: int) -> tuple[AdvisedAction, ...]:
    """Return the few that serve most risks and findings, in the order of the advice."""
    risks = {
        finding.configuration
        for finding in sorted_out.advice.with_verdict(Verdict.APPLIES)
        if finding.domain is Domain.RISK
    }
    ranked = sorted(
        sorted_out.also,
        key=lambda action: (-len(risks & set(action.serves)), -len(action.serves)),
    )
    chosen = {action.id for action in ranked[:most]}
    return tuple(action for action in sorted_out.also if action.id in chosen)


def _in_place(pack: Pack, sorted_out: _Sorted) -> Iterator[Block]:
    room = min(MOST_IN_PLACE, max(0, sorted_out.room - MOST_ALSO))
    in_place = sorted_out.in_place
    weighty = [action for action in in_place if action.key or action.safety][:room]
    if weighty:
        items = _items(pack, weighty, brief=True)
        yield Checklist(level=1, title="Already in place", items=items, compact=True)
    rest = len(in_place) - len(weighty)
    if rest:
        more = "more " if weighty else ""
        actions = phrases.counted(rest, f"{more}action is", f"{more}actions are")
        yield Paragraph(text=f"{actions.capitalize()} already in place.", role=Role.SMALL)


def _declined(pack: Pack, declined: tuple[AdvisedAction, ...]) -> Iterator[Block]:
    if declined:
        items = _items(pack, declined)
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


def _items(
    pack: Pack,
    actions: Iterable[AdvisedAction],
    *,
    besides: ConfigurationId | None = None,
    brief: bool = False,
) -> tuple[CheckItem, ...]:
    return tuple(item_of(pack, action, besides=besides, brief=brief) for action in actions)


def item_of(
    pack: Pack,
    advised: AdvisedAction,
    *,
    besides: ConfigurationId | None = None,
    brief: bool = False,
) -> CheckItem:
    """Return an action to tick off; ``besides`` is the finding it is listed under."""
    served = [each for each in advised.serves if each != besides]
    ordered = sorted(
        served, key=lambda each: pack.configuration_by_id[each].domain is not Domain.RISK
    )
    decision = advised.decision
    return CheckItem(
        key=advised.id,
        text=pack.action_by_id[advised.id].text,
        owner=decision.owner,
        role=pack.label_of("owner", advised.owner),
        due=decision.due,
        serves=() if brief else phrases.listed(phrases.titles(pack, ordered), MOST_TITLES),
        marks=() if brief else tuple(_marks(advised)),
        note=decision.note,
        reason=decision.reason if decision.choice is Choice.NOT_FOR_US else "",
        ticked=advised.in_place is True,
    )


def own_item(own: OwnAction) -> CheckItem:
    """Return an action that the provider added."""
    return CheckItem(
        key=own.id,
        text=own.text.strip() or "Action without words",
        owner=own.decision.owner,
        due=own.decision.due,
        marks=(Mark.OWN,),
        note=own.decision.note,
        reason=own.decision.reason if own.decision.choice is Choice.NOT_FOR_US else "",
        ticked=own.decision.choice is Choice.IN_PLACE,
    )


def _marks(advised: AdvisedAction) -> Iterator[Mark]:
    if advised.key:
        yield Mark.KEY
    if advised.safety:
        yield Mark.SAFETY
    if advised.in_place is True:
        yield Mark.IN_PLACE
    if advised.decision.choice is Choice.NOT_FOR_US:
        yield Mark.DECLINED
    if advised.applies is Truth.OPEN:
        yield Mark.DEPENDS
