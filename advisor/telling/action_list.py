"""The actions as one list to share out the work: where to begin first, the rest by stage."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.findings import RiskState, Verdict
from advisor.models.ids import ActionId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision, Entry, EntryKey, OwnAction, OwnRisk, Plan
from advisor.telling.action import ActionRow, has_no_paid_staff, tell_action, tell_own
from advisor.telling.first import MOST
from advisor.telling.grammar import first_and_more
from advisor.telling.order import worst_first
from advisor.telling.places import plain
from advisor.telling.words import CHOICE, MARK, WordTable


class Show(StrEnum):
    """Which actions a person wants to see."""

    KEY = "key"
    UNDECIDED = "undecided"
    OURS = "ours"
    UNOWNED = "unowned"
    IN_PLACE = "in_place"
    ALL = "all"


SHOW_WORDS = WordTable(
    {
        Show.KEY: N_("Key actions"),
        Show.UNDECIDED: N_("Still to decide"),
        Show.OURS: N_("We will do this"),
        Show.UNOWNED: N_("No name or date"),
        Show.IN_PLACE: N_("In place"),
        Show.ALL: N_("All"),
    }
)


class GroupKind(StrEnum):
    """Why actions stand together."""

    FIRST = "first"
    SAFETY = "safety"
    OPEN_RISKS = "open_risks"
    OWN = "own"
    OWN_RISKS = "own_risks"
    STAGE = "stage"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAction:
    """One line of the list: an action, or something that the provider added.

    ``row`` is None for a risk of the provider's own, about which nothing is decided.
    """

    key: EntryKey
    text: str
    row: ActionRow | None
    own: OwnAction | OwnRisk | None = None
    first: bool = False

    @property
    def decision(self) -> Decision | None:
        """What was decided; None where there is nothing to decide."""
        return self.row.decision if self.row is not None else None

    @property
    def state(self) -> str:
        """What was decided, in words; what the answers show needs no decision."""
        if self.row is None:
            return MARK[Mark.RISK]
        if self.row.shown_by_answers and self.row.decision.choice is Choice.DECIDE_LATER:
            return MARK[Mark.SHOWN_IN_PLACE]
        return CHOICE[self.row.decision.choice]

    @property
    def role(self) -> str:
        """Who could do it, as the evidence suggests."""
        return self.row.role if self.row is not None else ""

    @property
    def purpose(self) -> str:
        """What it helps with, in few words."""
        purposes = self.row.purposes if self.row is not None else ()
        if not purposes:
            return MARK[Mark.ADDED_BY_YOU] if self.own is not None else ""
        return first_and_more(purposes)

    def decided(self, decision: Decision) -> Decision | OwnAction:
        """Return its entry in the plan once this is decided about it."""
        if isinstance(self.own, OwnAction):
            return replace(self.own, decision=decision)
        return decision

    def with_entry(self, entry: Entry) -> "ListedAction":
        """Return the line with what its entry in the plan says now, the rest as it was told."""
        if self.row is None or not isinstance(entry, Decision | OwnAction):
            return self
        own, now = (entry, entry.decision) if isinstance(entry, OwnAction) else (self.own, entry)
        return replace(self, row=replace(self.row, decision=now), own=own)

    def is_for(self, show: Show) -> bool:
        """Whether a person who asked for these wants to see it."""
        row = self.row
        if row is None:
            return show in (Show.KEY, Show.ALL)
        match show:
            case Show.KEY:
                is_key = self.first or row.key or row.safety or self.own is not None
                return is_key and not row.shown_by_answers
            case Show.UNDECIDED:
                return not row.is_settled
            case Show.OURS:
                return row.decision.choice is Choice.WE_WILL
            case Show.UNOWNED:
                return row.needs_owner_or_date
            case Show.IN_PLACE:
                return bool(row.in_place)
            case Show.ALL:
                return True

    def has(self, words: str) -> bool:
        """Whether it says all these words, in its text, who does it or what it helps with."""
        owner = self.row.decision.owner if self.row is not None else ""
        purposes = self.row.purposes if self.row is not None else ()
        said = plain(" ".join((self.text, owner, self.role, *purposes)))
        return all(word in said for word in plain(words).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionGroup:
    """Actions that stand together. ``folded``: they can wait until somebody asks for them."""

    id: str
    kind: GroupKind
    title: str
    aside: str
    lines: tuple[ListedAction, ...]
    folded: bool = False

    @property
    def progress(self) -> str:
        """How many of its actions are decided; empty where nothing is to decide."""
        rows = [line.row for line in self.lines if line.row is not None]
        settled = sum(row.is_settled for row in rows)
        # Where the first are in place others come first: with none decided it would go backwards.
        if not rows or (not settled and self.kind is GroupKind.FIRST):
            return ""
        return _("{settled} of {all} decided").format(settled=settled, all=len(rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionList:
    """The whole list. ``owners`` are names to suggest: those used in the plan, then roles."""

    groups: tuple[ActionGroup, ...]
    owners: tuple[str, ...]

    @property
    def lines(self) -> tuple[ListedAction, ...]:
        """Every line, in the order of the groups."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def sentence(self) -> str:
        """How far along the decisions are, and how much comes first or can wait.

        What was decided is counted among all key actions: others come first once it is in place.
        """
        told = [line for line in self.lines if line.row is not None]
        keys = [line for line in told if line.is_for(Show.KEY)]
        settled = sum(not line.is_for(Show.UNDECIDED) for line in keys)
        words = _("{settled} of {all} key actions are decided.")
        parts = [words.format(settled=settled, all=len(keys))]
        if first := sum(line.first for line in told):
            words = ngettext("{n} comes first now.", "{n} come first now.", first)
            parts.append(words.format(n=first))
        if rest := sum(line.is_for(Show.UNDECIDED) and line not in keys for line in told):
            words = ngettext("{n} other can wait.", "{n} others can wait.", rest)
            parts.append(words.format(n=rest))
        return " ".join(parts)

    def counts(self) -> Mapping[Show, int]:
        """Return how many actions each choice would show."""
        told = [line for line in self.lines if line.row is not None]
        return {show: sum(line.is_for(show) for line in told) for show in Show}


def told_list(pack: Pack, plan: Plan, advice: Advice) -> ActionList:
    """Put the advised actions in the order in which they deserve attention, each once."""
    first = [each.action for each in advice.priorities]
    listed = {
        advised.id: ListedAction(
            key=EntryKey.of_decision(advised.id),
            text=advised.text,
            row=tell_action(pack, plan, advised),
            first=advised.id in first,
        )
        for advised in advice.actions
    }
    groups = tuple(_groups(pack, plan, advice, listed))
    used = [line.row.decision.owner for group in groups for line in group.lines if line.row]
    roles = [line.role for group in groups for line in group.lines]
    owners = dict.fromkeys(filter(None, (*sorted(set(used)), *sorted(set(roles)))))
    return ActionList(groups=tuple(group for group in groups if group.lines), owners=tuple(owners))


def _groups(
    pack: Pack, plan: Plan, advice: Advice, listed: Mapping[ActionId, ListedAction]
) -> Iterator[ActionGroup]:
    left = dict(listed)

    def taken(actions: Iterable[ActionId]) -> tuple[ListedAction, ...]:
        return tuple([left.pop(action) for action in actions if action in left])

    first = taken(each.action for each in advice.priorities)
    five = len(first) == MOST
    # Where nobody is paid, everything waits behind the few first things.
    waits = bool(first) and has_no_paid_staff(plan)
    yield ActionGroup(
        id=GroupKind.FIRST,
        kind=GroupKind.FIRST,
        title=_("Start with these five") if five else _("Start with these"),
        aside=_("safety first, then open risks"),
        lines=first,
    )
    safety = [line.row.id for line in left.values() if line.row is not None and line.row.safety]
    yield ActionGroup(
        id=GroupKind.SAFETY,
        kind=GroupKind.SAFETY,
        title=_("Safety"),
        aside=_("on a page of its own, with two signatures"),
        lines=taken(safety),
        folded=waits,
    )
    yield ActionGroup(
        id=GroupKind.OPEN_RISKS,
        kind=GroupKind.OPEN_RISKS,
        title=_("Open risks"),
        aside=_("key actions, for the gravest risk first"),
        lines=taken(_for_open_risks(advice)),
        folded=waits,
    )
    yield from _own_groups(plan)
    for stage in pack.stages:
        yield _of_stage(stage.id, stage.label, tuple(left.values()))


def _of_stage(stage: str, title: str, left: Iterable[ListedAction]) -> ActionGroup:
    lines = [line for line in left if line.row is not None and line.row.stage == stage]
    lines.sort(key=lambda line: line.row is None or not line.row.key)
    return ActionGroup(
        id=stage, kind=GroupKind.STAGE, title=title, aside="", lines=tuple(lines), folded=True
    )


def _own_groups(plan: Plan) -> Iterator[ActionGroup]:
    """Yield what the provider added: actions to decide on like the others, and risks."""
    yield ActionGroup(
        id=GroupKind.OWN,
        kind=GroupKind.OWN,
        title=_("Added by you"),
        aside="",
        lines=tuple(
            ListedAction(key=own.key, text=row.text, row=row, own=own)
            for own in plan.own_actions
            for row in (tell_own(own),)
        ),
    )
    yield ActionGroup(
        id=GroupKind.OWN_RISKS,
        kind=GroupKind.OWN_RISKS,
        title=_("Risks that you added"),
        aside="",
        lines=tuple(
            ListedAction(key=own.key, text=own.text, row=None, own=own) for own in plan.own_risks
        ),
    )


def _for_open_risks(advice: Advice) -> Iterator[ActionId]:
    """Yield the key actions that answer a risk that is not in hand, of the gravest risk first."""
    for finding in worst_first(advice.with_verdict(Verdict.APPLIES)):
        is_risk = finding.effect is Effect.HARMS
        if is_risk and finding.state in (RiskState.OPEN, RiskState.PARTLY_ADDRESSED):
            for action in finding.actions:
                advised = advice.action_by_id.get(action)
                if advised is not None and advised.key and not advised.in_place:
                    yield action
