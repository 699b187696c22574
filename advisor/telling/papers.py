"""What a filled-in checklist would change, and what of it cannot be taken."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from advisor.language import N_, _, ngettext
from advisor.models.conditions import questions_in
from advisor.models.filled import FilledChecklist, FilledField, FilledItem, Unread
from advisor.models.ids import GateId
from advisor.models.pack import Pack
from advisor.models.plan import Decision, Entry, EntryKey, EntryKind, OwnAction, Plan
from advisor.telling.entries import changed, title_of, told_decision
from advisor.telling.grammar import day

_EXAMPLE = datetime.date(2027, 3, 5)
_CANNOT_BE_TAKEN = {
    FilledField.OWNER: N_("The name beside “{action}” cannot be taken. {fault}"),
    FilledField.NOTE: N_("The note on “{action}” cannot be taken. {fault}"),
    FilledField.REASON: N_("The reason against “{action}” cannot be taken. {fault}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One action that a filled-in copy decides otherwise than the plan."""

    key: EntryKey
    title: str
    lines: tuple[str, ...]
    before: Decision
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """An entry that is not taken, as it was typed; ``proposed`` is the day that it may mean."""

    key: EntryKey
    field: FilledField
    typed: str
    why: str
    proposed: datetime.date | None

    @property
    def offer(self) -> str:
        """The proposed day, to be confirmed; nothing where there is none."""
        if self.proposed is None:
            return ""
        return _("Take {day} for “{typed}”").format(day=day(self.proposed), typed=self.typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledStory:
    """All differences, what is not taken, and how many lines the plan has no action for."""

    differences: tuple[Difference, ...]
    unknown: int
    is_other_plan: bool
    not_taken: tuple[NotTaken, ...] = ()
    warnings: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    """What was ticked as being in place and is to be said in an answer, each as a sentence."""
    asks: str = ""
    """A question to be answered with yes before anything is taken."""

    @property
    def summary(self) -> str:
        """What would change, in a sentence or two."""
        if self.is_other_plan:
            return _(
                "This checklist was made for another plan, so nothing is taken from it. Open that"
                " plan and read the checklist there."
            )
        return " ".join(self._counts())

    @property
    def taken(self) -> str:
        """What has changed, once the differences are in the plan."""
        return taken_over(len(self.differences)) if self.differences else self.summary

    @property
    def proposals(self) -> tuple[NotTaken, ...]:
        """What would be taken if a person confirmed it."""
        return tuple(each for each in self.not_taken if each.proposed is not None)

    def _counts(self) -> Iterator[str]:
        if n := len(self.differences):
            yield ngettext(
                "One action would change. Nothing is changed yet.",
                "{n} actions would change. Nothing is changed yet.",
                n,
            ).format(n=n)
        elif not self.warnings and not self.not_taken and not self.ticked:
            yield _("Nothing differs from your plan.")
        else:
            yield _("Nothing that could be read differs from your plan.")
        if n := len(self.not_taken):
            yield ngettext(
                "One entry is not taken as it stands.",
                "{n} entries are not taken as they stand.",
                n,
            ).format(n=n)
        yield from self.left_out

    @property
    def left_out(self) -> tuple[str, ...]:
        """How many lines the plan has no action for, as a sentence; empty where there is none."""
        if not self.unknown:
            return ()
        sentence = ngettext(
            "One line speaks of an action that this plan does not have; it is left out.",
            "{n} lines speak of actions that this plan does not have; they are left out.",
            self.unknown,
        )
        return (sentence.format(n=self.unknown),)

    def entries(self, plan: Plan, confirmed: Collection[NotTaken] = ()) -> dict[EntryKey, Entry]:
        """Return what changes in a plan, whose own actions may say something else by now.

        The days of ``confirmed`` proposals are taken with the rest.
        """
        decided = {each.key: each.decision for each in self.differences}
        for offer in confirmed:
            before = decided.get(offer.key) or _decision_in(plan, offer.key)
            if before is not None:
                item = FilledItem(action=offer.key.id, due=offer.proposed)
                decided[offer.key] = item.applied_to(before)
        found: dict[EntryKey, Entry] = {}
        for key, decision in decided.items():
            there = plan.entry(key)
            if isinstance(there, OwnAction):
                found[key] = replace(there, decision=decision)
            elif there is not None:
                found[key] = decision
        return found


def taken_over(actions: int) -> str:
    """Say how many actions were changed by a filled-in checklist."""
    return ngettext(
        "{n} action was taken over from the checklist.",
        "{n} actions were taken over from the checklist.",
        actions,
    ).format(n=actions)


def filled_story(pack: Pack, plan: Plan, filled: FilledChecklist) -> FilledStory:
    """Lay a filled-in checklist beside the plan; one of another plan is not taken."""
    unknown: set[str] = set()
    decided: dict[EntryKey, Decision] = {}
    for change in filled.items:
        key = _key_of(pack, change.action)
        before = decided.get(key) or _decision_in(plan, key)
        if before is None:
            unknown.add(change.action)
            continue
        decided[key] = change.applied_to(before)
    not_taken: list[NotTaken] = []
    for unread in filled.unread:
        key = _key_of(pack, unread.action)
        if _decision_in(plan, key) is None:
            unknown.add(unread.action)
        else:
            not_taken.append(_not_taken(pack, plan, key, unread))
    return FilledStory(
        differences=tuple(_differences(pack, plan, decided)),
        unknown=len(unknown),
        is_other_plan=bool(filled.plan) and filled.plan != plan.id,
        not_taken=tuple(not_taken),
        warnings=tuple(_warnings(filled)),
        ticked=tuple(_ticked(pack, plan, filled.gates)),
        asks=""
        if filled.plan
        else _(
            "This copy does not say which plan it was made for. Was it made for “{plan}”?"
        ).format(plan=plan.title),
    )


def _ticked(pack: Pack, plan: Plan, gates: Iterable[GateId]) -> Iterator[str]:
    """Yield what was ticked as being in place, with the question whose answer says so.

    The advice goes by the answers alone, so a tick is no answer; nor is it lost.
    """
    for gate in (pack.gate_by_id[each] for each in gates if each in pack.gate_by_id):
        asked = questions_in(gate.when)
        open_ones = (
            question
            for question in pack.questionnaire.questions
            if question.id in asked and plan.answer(question.id).is_open
        )
        if question := next(open_ones, None):
            yield _("You ticked “{words}” Say so in your answer to “{question}”").format(
                words=gate.in_place, question=question.text
            )


def _key_of(pack: Pack, action: str) -> EntryKey:
    is_own = action not in pack.action_by_id
    return EntryKey(EntryKind.OWN_ACTION if is_own else EntryKind.DECISION, action)


def _decision_in(plan: Plan, key: EntryKey) -> Decision | None:
    match plan.entry(key):
        case Decision() as decision:
            return decision
        case OwnAction() as own:
            return own.decision
        case _:
            return None


def _differences(pack: Pack, plan: Plan, decided: dict[EntryKey, Decision]) -> Iterator[Difference]:
    for key, after in decided.items():
        entry, before = plan.entry(key), _decision_in(plan, key)
        if entry is not None and before is not None and after != before:
            fields = changed(told_decision(before), told_decision(after))
            yield Difference(
                key=key,
                title=title_of(pack, key, entry),
                lines=tuple(each.sentence for each in fields),
                before=before,
                decision=after,
            )


def _not_taken(pack: Pack, plan: Plan, key: EntryKey, unread: Unread) -> NotTaken:
    entry = plan.entry(key)
    title = key.id if entry is None else title_of(pack, key, entry)
    return NotTaken(
        key=key,
        field=unread.field,
        typed=unread.typed,
        why=_why(title, unread),
        proposed=unread.proposed,
    )


def _why(title: str, unread: Unread) -> str:
    if unread.several:
        return _(
            "“{action}” has one field with several entries, and it is not clear which is meant:"
            " {typed}."
        ).format(action=title, typed=unread.typed)
    if unread.proposed is not None:
        return _(
            "“{typed}” beside “{action}” may mean {day}. It is not taken until that is confirmed."
        ).format(typed=unread.typed, action=title, day=day(unread.proposed))
    match unread.field:
        case FilledField.OWNER | FilledField.NOTE | FilledField.REASON:
            return _(_CANNOT_BE_TAKEN[unread.field]).format(action=title, fault=unread.fault)
        case FilledField.DUE:
            return _("“{typed}” beside “{action}” is not a date. Write it as {example}.").format(
                typed=unread.typed, action=title, example=day(_EXAMPLE)
            )
        case FilledField.TICK:
            return _(
                "The box beside “{action}” holds “{typed}”, which says neither ticked nor empty."
            ).format(action=title, typed=unread.typed)


def _warnings(filled: FilledChecklist) -> Iterator[str]:
    if filled.read < filled.fields:
        yield ngettext(
            "{read} of {n} field could be read.",
            "{read} of {n} fields could be read.",
            filled.fields,
        ).format(read=filled.read, n=filled.fields)
    if not filled.knows_printed:
        yield _(
            "This copy no longer says what was printed in it, so all that stands in it is compared"
            " with your plan. Look for decisions that you changed after it was made."
        )
