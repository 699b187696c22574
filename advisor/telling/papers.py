"""What a filled-in checklist would change, and what of it cannot be taken."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from advisor.language import _, ngettext
from advisor.models.conditions import questions_in
from advisor.models.filled import FilledChecklist, FilledItem, FilledTick
from advisor.models.gates import Gate
from advisor.models.pack import Pack
from advisor.models.plan import Decision, Entry, EntryKey, EntryKind, GateTick, OwnAction, Plan
from advisor.rules.facts import Facts
from advisor.telling.entries import changed, title_of, told_decision
from advisor.telling.grammar import day
from advisor.telling.not_taken import NotTaken, not_taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An action that a filled-in copy decides otherwise than the plan, or a tick on a gate.

    ``before`` and ``after`` are None where a tick was not, or is taken away.
    """

    key: EntryKey
    title: str
    lines: tuple[str, ...]
    before: Decision | GateTick | None
    after: Decision | GateTick | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledStory:
    """All differences, what is not taken, and how many lines the plan has no action for."""

    differences: tuple[Difference, ...]
    unknown: int
    is_other_plan: bool
    not_taken: tuple[NotTaken, ...] = ()
    warnings: tuple[str, ...] = ()
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
                "One entry would change. Nothing is changed yet.",
                "{n} entries would change. Nothing is changed yet.",
                n,
            ).format(n=n)
        elif not self.warnings and not self.not_taken:
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

    def entries(
        self, plan: Plan, confirmed: Collection[NotTaken] = ()
    ) -> dict[EntryKey, Entry | None]:
        """Return what changes in a plan, whose own actions may say something else by now.

        The days of ``confirmed`` proposals are taken with the rest. A tick that is taken away is
        None.
        """
        found: dict[EntryKey, Entry | None] = {}
        decided: dict[EntryKey, Decision] = {}
        for each in self.differences:
            if isinstance(each.after, Decision):
                decided[each.key] = each.after
            else:
                found[each.key] = each.after
        for offer in confirmed:
            before = decided.get(offer.key) or _decision_in(plan, offer.key)
            if before is not None:
                item = FilledItem(action=offer.key.id, due=offer.proposed)
                decided[offer.key] = item.applied_to(before)
        for key, decision in decided.items():
            there = plan.entry(key)
            if isinstance(there, OwnAction):
                found[key] = replace(there, decision=decision)
            elif there is not None:
                found[key] = decision
        return found


def taken_over(entries: int) -> str:
    """Say how many entries were changed by a filled-in checklist."""
    return ngettext(
        "{n} entry was taken over from the checklist.",
        "{n} entries were taken over from the checklist.",
        entries,
    ).format(n=entries)


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
    left: list[NotTaken] = []
    unknown.update(tick.gate for tick in filled.ticks if tick.gate not in pack.gate_by_id)
    for unread in filled.unread:
        key = _key_of(pack, unread.about)
        if key.kind is not EntryKind.GATE_TICK and _decision_in(plan, key) is None:
            unknown.add(unread.about)
        else:
            left.append(not_taken(pack, plan, key, unread))
    return FilledStory(
        differences=(
            *_differences(pack, plan, decided),
            *_ticks(pack, plan, filled.ticks, filled.read_on),
        ),
        unknown=len(unknown),
        is_other_plan=bool(filled.plan) and filled.plan != plan.id,
        not_taken=tuple(left),
        warnings=tuple(_warnings(filled)),
        asks=""
        if filled.plan
        else _(
            "This copy does not say which plan it was made for. Was it made for “{plan}”?"
        ).format(plan=plan.title),
    )


def _ticks(
    pack: Pack, plan: Plan, ticks: Iterable[FilledTick], today: datetime.date
) -> Iterator[Difference]:
    """Yield what was ticked as being so and is not in the plan, and what was taken away there."""
    for each in ticks:
        gate, before = pack.gate_by_id.get(each.gate), plan.gate_ticks.get(each.gate)
        if gate is not None and each.ticked is (before is None):
            after = GateTick(day=today) if each.ticked else None
            yield Difference(
                key=EntryKey.of_tick(gate.id),
                title=gate.in_place,
                lines=tuple(_tick_lines(pack, plan, gate, after)),
                before=before,
                after=after,
            )


def _tick_lines(pack: Pack, plan: Plan, gate: Gate, tick: GateTick | None) -> Iterator[str]:
    """Say what becomes of a tick, and which answer would say the same: a tick is no answer."""
    if tick is None:
        yield _("The tick is taken away.")
        return
    yield _("Ticked by you on {day}.").format(day=day(tick.day))
    asked = questions_in(gate.when)
    for question in pack.questionnaire.questions:
        if question.id in asked and plan.answer(question.id).is_open:
            words = _("The advice goes by your answers. Say it there too: “{question}”")
            yield words.format(question=question.text)
            return


def _key_of(pack: Pack, about: str) -> EntryKey:
    if about in pack.gate_by_id:
        return EntryKey(EntryKind.GATE_TICK, about)
    is_own = about not in pack.action_by_id
    return EntryKey(EntryKind.OWN_ACTION if is_own else EntryKind.DECISION, about)


def _decision_in(plan: Plan, key: EntryKey) -> Decision | None:
    match plan.entry(key):
        case Decision() as decision:
            return decision
        case OwnAction() as own:
            return own.decision
        case _:
            return None


def _differences(pack: Pack, plan: Plan, decided: dict[EntryKey, Decision]) -> Iterator[Difference]:
    facts = Facts(pack, plan)
    for key, after in decided.items():
        entry, before = plan.entry(key), _decision_in(plan, key)
        if entry is not None and before is not None and after != before:
            fields = changed(told_decision(before), told_decision(after))
            yield Difference(
                key=key,
                title=title_of(pack, key, entry, facts),
                lines=tuple(each.sentence for each in fields),
                before=before,
                after=after,
            )


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
