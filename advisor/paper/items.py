"""Actions and counts as a checklist and a report show them."""

from collections.abc import Iterable, Iterator

from advisor.models.advice import Advice, AdvisedAction, Truth
from advisor.models.blocks import (
    Block,
    CheckItem,
    Mark,
    Notice,
    Tallies,
    Tally,
    Tone,
)
from advisor.models.evidence import Domain
from advisor.models.ids import ConfigurationId
from advisor.models.pack import Pack
from advisor.models.plan import Choice, OwnAction
from advisor.telling import opening
from advisor.telling.grammar import at_most
from advisor.telling.naming import titles
from advisor.telling.reasons import open_question_words

MOST_TITLES = 2
MOST_OPEN_QUESTIONS = 3
MOST_WHOLE_NOTES = 2


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


def opening_blocks(pack: Pack, advice: Advice, *, whole_notes: bool) -> Iterator[Block]:
    """Return what to settle before anything else: the launch gate, the scope, open questions.

    Without ``whole_notes``, or when they are many, the notes on the scope show their titles
    only; the report has them all.
    """
    missing = opening.before_opening(pack, advice)
    if missing:
        yield Notice(tone=Tone.RISK, title=opening.BEFORE_YOU_OPEN, paragraphs=missing)
    outside = opening.outside_the_evidence(pack, advice)
    if outside:
        whole = whole_notes and len(outside) <= MOST_WHOLE_NOTES
        yield Notice(
            tone=Tone.CAUTION,
            title=opening.OUTSIDE,
            paragraphs=tuple(f"{note.title}. {note.text}" for note in outside)
            if whole
            else (" ".join(f"{note.title}." for note in outside),),
        )
    if advice.open_questions:
        yield Notice(
            tone=Tone.CALM,
            title="Find out or decide first",
            paragraphs=tuple(
                open_question_words(pack.questionnaire[each.question], each.open)
                for each in advice.open_questions[:MOST_OPEN_QUESTIONS]
            ),
        )


def items_of(
    pack: Pack,
    actions: Iterable[AdvisedAction],
    *,
    besides: ConfigurationId | None = None,
    brief: bool = False,
) -> tuple[CheckItem, ...]:
    """Return actions to tick off; ``brief`` leaves out marks and what they serve."""
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
        serves=() if brief else at_most(MOST_TITLES, titles(pack, ordered)),
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
