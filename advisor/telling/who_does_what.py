"""Who does what: the key actions by whose part they are, and every decision, in place or not.

What safety asks for stands on the safety page; of it only what comes first is told here too.
"""

from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.filled import FilledField
from advisor.models.ids import ActionId
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision, OwnAction, Plan
from advisor.rules.facts import Facts
from advisor.telling.action import ActionRow, role_of, tell_action, tell_own, tell_undue
from advisor.telling.entries import Field, said, told_decision
from advisor.telling.first import told_first
from advisor.telling.naming import OwnRiskLine, own_risks
from advisor.telling.order import worst_first

MOST_LATER = 12
MOST_IN_PLACE = 12
ROOM, HEAD = 46, 2
"""Lines that two pages have for actions, and how many the head of a block takes."""

Written = tuple[tuple[FilledField, Field], ...]
"""What was written about an action: a note, a reason."""

ADDED_BY_YOU = N_("Added by you")
ALSO_DECIDED = N_("Also decided by you")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An action to do, with room for a name and a date.

    ``is_first``: it is one of the few first things. ``remarks`` are what was decided about it
    beside its name and its date.
    """

    action: ActionRow
    is_first: bool
    remarks: tuple[str, ...]

    @property
    def noted(self) -> Written:
        """What was written about it."""
        return noted(self.action.decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskBlock:
    """What is one part's to do."""

    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortList:
    """Actions without room for a name; ``more`` says how many there was no room for.

    Each is told with all that was decided about it. One that was ``declined`` is its row: its
    reason is told apart, as a person may think of a better one.
    """

    title: str
    intro: str
    items: tuple[str, ...] | tuple[ActionRow, ...]
    more: str = ""
    are_done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksStory:
    """Who does what, top to bottom; a block or list with nothing in it is left out."""

    title: str
    lead: str
    blocks: tuple[TaskBlock, ...]
    own_risks_title: str
    own_risks: tuple[OwnRiskLine, ...]
    lists: tuple[ShortList, ...]
    agreed_title: str


def told_tasks(pack: Pack, plan: Plan, advice: Advice) -> TasksStory:
    """Tell who does what."""
    rows = _Rows(pack, plan, advice)
    found = (
        *rows.by_part(),
        TaskBlock(title=_(ALSO_DECIDED), tasks=tuple(map(rows.task, rows.undue))),
        TaskBlock(title=_(ADDED_BY_YOU), tasks=tuple(map(_own, plan.own_actions))),
    )
    blocks = tuple(block for block in found if block.tasks)
    lists = (rows.later(has_blocks=bool(blocks)), rows.in_place(), rows.declined())
    lead = (
        _(
            "Write a name and a date on each line, cut along the dashes and hand the pieces out. "
            "Why each one matters is in the report."
        )
        if blocks
        else _("There is nothing to hand out but what the safety page asks for.")
    )
    return TasksStory(
        title=_("Who does what"),
        lead=lead,
        blocks=blocks,
        own_risks_title=_("Risks added by you"),
        own_risks=own_risks(plan),
        lists=tuple(each for each in lists if each.items),
        agreed_title=_("What else we agreed: what, who and by when"),
    )


def remarks(decision: Decision, *, with_name: bool = False) -> tuple[str, ...]:
    """Return what was decided as sentences; ``with_name`` who and by when as well.

    That nothing is decided yet is not said.
    """
    choice, owner, due, _note, _reason = told_decision(decision)
    named = (owner, due) if with_name else ()
    chosen = () if decision.choice is Choice.DECIDE_LATER else (choice,)
    return said((*chosen, *named))


def noted(decision: Decision) -> Written:
    """Return the note and the reason, where there is one, each with what it is."""
    *_decided, note, reason = told_decision(decision)
    told = ((FilledField.NOTE, note), (FilledField.REASON, reason))
    return tuple((kind, field) for kind, field in told if field.said)


class _Rows:
    """The actions of a plan that are no safety actions, each in its one place."""

    def __init__(self, pack: Pack, plan: Plan, advice: Advice) -> None:
        self._pack = pack
        self._plan = plan
        self._first = told_first(pack, plan, advice).actions
        told = [tell_action(pack, plan, action) for action in advice.actions]
        self._rows = [row for row in told if not row.safety or row.id in self._first]
        self._against_risks = tuple(_against_risks(advice))
        open_ones = [row for row in self._rows if row.is_left]
        self.undue = tuple(_undue(pack, plan, advice))
        others: tuple[Sized, ...] = (self.undue, plan.own_actions, plan.own_risks)
        taken = sum(len(rows) + HEAD for rows in others if len(rows))
        taken += _lines(self.in_place()) + 2 * _lines(self.declined())
        room = ROOM - taken - MOST_LATER // 2 - 1
        by_id = {row.id: row for row in open_ones}
        ranked = (by_id[action] for action in self._against_risks if action in by_id)
        self._chosen = _chosen(open_ones, ranked, self._first, room)

    def task(self, row: ActionRow) -> Task:
        return Task(action=row, is_first=row.id in self._first, remarks=remarks(row.decision))

    def by_part(self) -> Iterator[TaskBlock]:
        """Yield what is whose to do, parts in the order of the pack."""
        chosen = [row for row in self._rows if row.id in self._chosen]
        chosen.sort(key=lambda row: row.id not in self._first)
        parts = dict.fromkeys(
            role_of(self._pack, self._plan, each.id) for each in self._pack.owners
        )
        for part in parts:
            tasks = tuple(self.task(row) for row in chosen if row.role == part)
            yield TaskBlock(title=part, tasks=tasks)

    def later(self, *, has_blocks: bool) -> ShortList:
        """Return the key actions that can wait, those against risks first."""
        waiting = [
            row for row in self._rows if row.key and row.id not in self._chosen and row.is_left
        ]
        waiting.sort(key=lambda row: row.id not in self._against_risks)
        shown = _with_a_last_one(waiting, MOST_LATER)
        return ShortList(
            title=_("When the first things are done") if has_blocks else _("When you have room"),
            intro=_("These can wait until what stands above has names.") if has_blocks else "",
            items=tuple(row.text for row in shown),
            more=_left_out(len(waiting) - len(shown)),
        )

    def in_place(self) -> ShortList:
        """Return what is in place: all that was decided, then key actions."""
        there = [row for row in self._rows if row.in_place]
        decided = [row for row in there if _is_decided(row)]
        others = [row for row in there if row.key and row not in decided]
        shown = _with_a_last_one(others, max(0, MOST_IN_PLACE - len(decided)))
        return ShortList(
            title=_("Already in place"),
            intro="",
            items=tuple(map(_with_remarks, (*decided, *shown))),
            more=_left_out(len(there) - len(decided) - len(shown)),
            are_done=True,
        )

    def declined(self) -> ShortList:
        """Return what the provider decided against, with the reasons."""
        rows = tuple(row for row in self._rows if row.is_declined and not row.in_place)
        return ShortList(title=_("Not for us"), intro="", items=rows)


def _chosen(
    rows: Iterable[ActionRow], ranked: Iterable[ActionRow], first: frozenset[ActionId], room: int
) -> frozenset[ActionId]:
    """Return what gets a line: what comes first or was decided, then as much as there is room."""
    chosen = {row.id: row.role for row in rows if row.id in first or _is_decided(row)}
    for row in ranked:
        more = {**chosen, row.id: row.role}
        if len(more) + HEAD * len(set(more.values())) <= room:
            chosen = more
    return frozenset(chosen)


def _with_a_last_one(rows: Sequence[ActionRow], most: int) -> Sequence[ActionRow]:
    """Return at most so many, and one more where only that one would be left out."""
    return rows if len(rows) <= most + 1 else rows[:most]


def _lines(listed: ShortList) -> int:
    """Return how many lines a list in two columns takes, with its title."""
    return (len(listed.items) + 1) // 2 + 1 if listed.items else 0


def _against_risks(advice: Advice) -> Iterator[ActionId]:
    """Yield the actions that answer what is at work in a risk, the worst risk first."""
    harms = (each for each in advice.findings if each.effect is Effect.HARMS)
    for finding in worst_first(harms):
        for branch in finding.at_work:
            yield from branch.answered_by


def _is_decided(row: ActionRow) -> bool:
    """Whether the provider said anything about an action that papers have to keep."""
    return says_something(row.decision)


def says_something(decision: Decision) -> bool:
    """Whether a decision holds anything that somebody decided or wrote."""
    written = (decision.owner, decision.due, decision.note, decision.reason)
    return decision.choice is not Choice.DECIDE_LATER or any(written)


def _undue(pack: Pack, plan: Plan, advice: Advice) -> Iterator[ActionRow]:
    """Yield what was decided about actions for which the answers do not ask, or no longer."""
    asked = advice.action_by_id
    left = {key for key, decision in plan.decisions.items() if says_something(decision)}
    facts = Facts(pack, plan)
    for action in pack.actions:
        if action.id in left and action.id not in asked:
            text = facts.wording(action.text, action.variants)
            yield tell_undue(pack, plan, action, text)


def _own(own: OwnAction) -> Task:
    row = tell_own(own)
    return Task(action=row, is_first=False, remarks=remarks(own.decision))


def _with_remarks(row: ActionRow) -> str:
    """Return an action with all that was decided about it; that it is in place says the title."""
    written = tuple(field.sentence for _kind, field in noted(row.decision))
    words = (*remarks(row.decision, with_name=True), *written)
    rest = words[1:] if row.decision.choice is not Choice.DECIDE_LATER else words
    if not rest:
        return row.text
    return _("{action} ({remarks})").format(action=row.text, remarks="; ".join(rest))


def _left_out(number: int) -> str:
    if number <= 0:
        return ""
    return ngettext("The annex names {n} more.", "The annex names {n} more.", number).format(
        n=number
    )
