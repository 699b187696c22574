"""One action, told once: what to do, for what, by whom, and what is known and decided about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.language import _
from advisor.models.advice import AdvisedAction
from advisor.models.evidence import Action, Domain
from advisor.models.explanation import Truth
from advisor.models.ids import ActionId, ConfigurationId, OptionId, QuestionId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision, OwnAction, Plan
from advisor.telling.grammar import beside, short_day
from advisor.telling.naming import cited_with_reading
from advisor.telling.words import CHOICE, NO_ACTION_TESTED

_TEAM = QuestionId("team")
_NOBODY_PAID = OptionId("no_paid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A finding that an action helps with, and that applies or may apply."""

    configuration: ConfigurationId
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One action: what to do, for what, by whom, and what is known and decided about it.

    ``serves`` names risks first. ``role`` is who could do it, as the evidence suggests. An
    action that the provider added has no findings and nothing from the evidence.
    """

    id: ActionId
    text: str
    stage: str
    serves: tuple[Served, ...]
    marks: tuple[Mark, ...]
    in_place: bool | None
    decision: Decision
    role: str
    deputy: str
    done_when: str
    caution: str
    support: str
    sources: tuple[str, ...]

    @property
    def key(self) -> bool:
        """Whether a finding counts as addressed only with this action in place."""
        return Mark.KEY in self.marks

    @property
    def safety(self) -> bool:
        """Whether every programme needs it."""
        return Mark.SAFETY in self.marks

    @property
    def depends(self) -> bool:
        """Whether it depends on open answers if the action fits."""
        return Mark.DEPENDS in self.marks

    @property
    def is_declined(self) -> bool:
        """Whether the provider decided against it."""
        return self.decision.choice is Choice.NOT_FOR_US

    @property
    def is_left(self) -> bool:
        """Whether it is neither in place nor decided against."""
        return not self.in_place and not self.is_declined

    @property
    def is_done_or_meant(self) -> bool:
        """Whether it is in place, or the provider will do it."""
        return bool(self.in_place) or self.decision.choice in (Choice.WE_WILL, Choice.IN_PLACE)

    @property
    def shown_by_answers(self) -> bool:
        """Whether the plan's own answers show that it is in place, without a decision."""
        return Mark.SHOWN_IN_PLACE in self.marks

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to decide."""
        return self.shown_by_answers or self.decision.choice is not Choice.DECIDE_LATER

    @property
    def needs_owner_or_date(self) -> bool:
        """Whether it will be done but nobody or no day is named."""
        meant = self.decision.choice is Choice.WE_WILL
        return meant and not (self.decision.owner and self.decision.due)

    @property
    def state(self) -> str:
        """How it stands: decided against, in place, meant, or not known to be in place."""
        if self.is_declined and self.decision.reason:
            return _("Not for us: {reason}").format(reason=self.decision.reason)
        if self.is_declined:
            return CHOICE[Choice.NOT_FOR_US]
        if self.in_place:
            return CHOICE[Choice.IN_PLACE]
        if self.decision.choice is Choice.WE_WILL:
            return CHOICE[Choice.WE_WILL]
        return _("Not yet shown to be in place")

    @property
    def who_and_when(self) -> str:
        """Who will do it and by when, as far as that is decided."""
        due = short_day(self.decision.due) if self.decision.due is not None else ""
        return beside(self.decision.owner, due)

    @property
    def purposes(self) -> tuple[str, ...]:
        """What it is for: titles of findings, or safety in every programme."""
        titles = tuple(each.title for each in self.serves)
        return titles or ((_("Basic safety, for every programme"),) if self.safety else ())

    def purposes_besides(self, here: ConfigurationId) -> tuple[str, ...]:
        """Return what else it is for than the finding under which it stands."""
        return tuple(each.title for each in self.serves if each.configuration != here)


def tell_action(pack: Pack, plan: Plan, advised: AdvisedAction) -> ActionRow:
    """Tell one advised action."""
    action = pack.action_by_id[advised.id]
    served = [pack.configuration_by_id[each] for each in advised.serves]
    evidence = pack.label_of("evidence", action.evidence)
    return ActionRow(
        id=advised.id,
        text=advised.text,
        stage=advised.stage,
        serves=tuple(
            Served(configuration=each.id, title=each.title)
            for each in sorted(served, key=lambda each: each.domain is not Domain.RISK)
        ),
        marks=tuple(_marks(advised)),
        in_place=advised.in_place,
        decision=advised.decision,
        role=role_of(pack, plan, action.owner),
        deputy=role_of(pack, plan, action.deputy) if action.deputy else "",
        done_when=action.done_when,
        caution=action.caution,
        support=f"{evidence}. {_(NO_ACTION_TESTED)}",
        sources=tuple(cited_with_reading(pack.source_by_id[each]) for each in action.sources),
    )


def tell_undue(pack: Pack, plan: Plan, action: Action, text: str) -> ActionRow:
    """Tell an action for which the answers do not ask, with what was decided about it."""
    decision = plan.decision(action.id)
    advised = AdvisedAction(
        id=action.id,
        text=text,
        stage=action.stage,
        owner=action.owner,
        serves=(),
        key=False,
        safety=action.safety,
        applies=Truth.FAILS,
        in_place=True if decision.choice is Choice.IN_PLACE else None,
        decision=decision,
    )
    return tell_action(pack, plan, advised)


def role_of(pack: Pack, plan: Plan, owner: str) -> str:
    """Return who could do something: a job, or in a group without paid staff whose part it is."""
    if has_no_paid_staff(plan):
        hats = (term.hat for term in pack.owners if term.id == owner)
        return next(filter(None, hats), pack.label_of("owner", owner))
    return pack.label_of("owner", owner)


def has_no_paid_staff(plan: Plan) -> bool:
    """Whether nobody is paid to run the programme."""
    return plan.answer(_TEAM).given == _NOBODY_PAID


def tell_own(own: OwnAction) -> ActionRow:
    """Tell an action that the provider added."""
    return ActionRow(
        id=ActionId(own.id),
        text=own.text.strip() or _("Action without words"),
        stage=own.stage,
        serves=(),
        marks=(Mark.ADDED_BY_YOU,),
        in_place=True if own.decision.choice is Choice.IN_PLACE else None,
        decision=own.decision,
        role="",
        deputy="",
        done_when="",
        caution="",
        support="",
        sources=(),
    )


def _marks(advised: AdvisedAction) -> Iterator[Mark]:
    choice = advised.decision.choice
    if advised.key:
        yield Mark.KEY
    if advised.safety:
        yield Mark.SAFETY
    if advised.in_place is True:
        yield Mark.IN_PLACE if choice is Choice.IN_PLACE else Mark.SHOWN_IN_PLACE
    if choice is Choice.NOT_FOR_US:
        yield Mark.DECLINED
    if advised.applies is Truth.OPEN:
        yield Mark.DEPENDS
