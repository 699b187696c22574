"""Other answers that are tried on a plan, in words: what they would change, and what stays."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.interview.trial import Trial
from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.conditions import AllOf, questions_in
from advisor.models.evidence import Effect
from advisor.models.findings import BranchFinding, Finding, RiskState, Verdict
from advisor.models.ids import ActionId, QuestionId, RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.questionnaire import Nature
from advisor.rules.comparing import between
from advisor.telling.cards import CardTeller
from advisor.telling.chain import Chain, Cut, Leading, chain_to
from advisor.telling.changed_answer import ToldChange, told_change
from advisor.telling.shifts import Shift, shifts, summed_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Newly:
    """A key action of a statement: in place or planned.

    ``is_new``: only the answers that are tried put it in place.
    """

    text: str
    is_in_place: bool
    is_planned: bool
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedStatement:
    """One statement under the answers that are tried.

    ``chain`` has the ways that lead to it as they were before, those that are cut among them;
    ``cut`` says in words which are. ``mark`` is how it would stand. ``questions`` are those
    whose answers are behind it or behind its actions.
    """

    rule: RuleId
    title: str
    mark: Mark
    chain: Chain
    cut: str
    actions_title: str
    actions: tuple[Newly, ...]
    questions: tuple[QuestionId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialStory:
    """All of a trial: what is tried, what would be different, and what stays as it is."""

    title: str
    is_empty: bool
    changed: tuple[ToldChange, ...]
    summary: str
    shifts: tuple[Shift, ...]
    stays: tuple[str, ...]
    statement: TriedStatement | None


def tell_trial(
    pack: Pack, plan: Plan, trial: Trial, before: Advice, after: Advice, at: RuleId | None
) -> TrialStory:
    """Tell a trial on a plan; ``before`` is the advice on the plan, ``after`` that with it.

    ``at`` is the statement to look at, else the first that would be different.
    """
    entries = trial.entries(plan)
    moved = between(before, after)
    found = shifts(pack, moved)
    first = next((shift.rule for shift in found if shift.rule is not None), None)
    looked_at = at or first
    changed = tuple(
        told_change(pack.questionnaire[question], plan.answer(question).value, answer.value)
        for question, answer in ((QuestionId(key.id), said) for key, said in entries.items())
    )
    return TrialStory(
        title=_title(len(changed)),
        is_empty=not changed,
        changed=changed,
        summary=summed_up(pack, moved) if changed else "",
        shifts=found,
        stays=tuple(_stays(before, after)) if changed else (),
        statement=None
        if looked_at is None
        else _statement(pack, trial.on(plan), changed, before, after, looked_at),
    )


def kept(n: int) -> str:
    """Say how many answers of a trial were taken into the plan."""
    return ngettext("{n} answer kept.", "{n} answers kept.", n).format(n=n)


def _title(n: int) -> str:
    if not n:
        return _("Try another answer")
    return ngettext(
        "You are trying one other answer", "You are trying {n} other answers", n
    ).format(n=n)


def _stays(before: Advice, after: Advice) -> Iterator[str]:
    """Say how much stays as it was, by what it is."""
    same = [
        now
        for now in after.findings
        if (was := before.finding_by_rule[now.rule]).verdict is now.verdict
        and was.state is now.state
        and now.verdict is Verdict.APPLIES
    ]

    def count(effect: Effect, state: RiskState | None = None) -> int:
        return sum(each.effect is effect and each.state is state for each in same)

    if n := count(Effect.HARMS, RiskState.OPEN):
        yield ngettext("{n} risk stays open.", "{n} risks stay open.", n).format(n=n)
    if n := count(Effect.HARMS, RiskState.PARTLY_ADDRESSED):
        words = ngettext("{n} risk stays partly in hand.", "{n} risks stay partly in hand.", n)
        yield words.format(n=n)
    if n := count(Effect.HARMS, RiskState.ADDRESSED):
        yield ngettext("{n} risk stays in hand.", "{n} risks stay in hand.", n).format(n=n)
    if n := count(Effect.DISCOURAGES):
        yield ngettext(
            "{n} thing may still keep mothers away.", "{n} things may still keep mothers away.", n
        ).format(n=n)
    if n := count(Effect.BENEFITS):
        yield ngettext("{n} benefit stays likely.", "{n} benefits stay likely.", n).format(n=n)


def _statement(
    pack: Pack,
    tried: Plan,
    changed: tuple[ToldChange, ...],
    before: Advice,
    after: Advice,
    rule: RuleId,
) -> TriedStatement:
    was, now = before.finding_by_rule[rule], after.finding_by_rule[rule]
    card = CardTeller(pack, tried, after).card(now)
    ways = tuple(_ways(pack, changed, was, now, before, after))
    actions = tuple(_actions(now, before, after)) if now.effect.is_adverse else ()
    return TriedStatement(
        rule=rule,
        title=card.title,
        mark=card.marks[0] if now.state is None else Mark(now.state.value),
        chain=chain_to(card, ways),
        cut=_cut(ways) if now.effect is Effect.HARMS and changed else "",
        actions_title=_("What answers it, if you keep these answers") if actions else "",
        actions=actions,
        questions=_questions(pack, was, now),
    )


def _questions(pack: Pack, *findings: Finding) -> tuple[QuestionId, ...]:
    """Return the provider's own questions that matter here, in the order of the questionnaire."""
    mentioned: set[QuestionId] = set()
    for finding in findings:
        _configuration, rule = pack.rule_by_id[finding.rule]
        for branch in rule.counting:
            mentioned |= questions_in(branch.when)
        for shown in finding.counting:
            for action in (pack.action_by_id[each] for each in shown.answered_by):
                if action.in_place_when is not None:
                    mentioned |= questions_in(action.in_place_when)
    return tuple(
        question.id
        for question in pack.questionnaire.questions
        if question.id in mentioned and question.nature is Nature.DESIGN
    )


def _ways(
    pack: Pack,
    changed: tuple[ToldChange, ...],
    was: Finding,
    now: Finding,
    before: Advice,
    after: Advice,
) -> Iterator[Leading]:
    """Yield the ways that led to a finding, then those that only would."""
    then = {branch.id: branch for branch in now.at_work or now.counting}
    for branch in was.at_work or was.counting:
        left = then.pop(branch.id, None)
        yield Leading(
            text=branch.text,
            answered=_answered(pack, changed, left, before, after),
            cut=_how_far(left),
        )
    for branch in then.values():
        yield Leading(
            text=branch.text,
            answered=_("Only with these answers") if was.is_live else "",
            cut=Cut.WHOLE,
        )


def _how_far(now: BranchFinding | None) -> Cut:
    """Return how far a way is cut: wholly where it is gone, or in hand and was not."""
    if now is None:
        return Cut.CUT
    return {RiskState.ADDRESSED: Cut.CUT, RiskState.PARTLY_ADDRESSED: Cut.PARTLY}.get(
        now.state or RiskState.OPEN, Cut.WHOLE
    )


def _answered(
    pack: Pack,
    changed: tuple[ToldChange, ...],
    now: BranchFinding | None,
    before: Advice,
    after: Advice,
) -> str:
    """Say what cuts a way: the answers tried that put an action for it in place."""
    if now is None:
        return _("Not with these answers")
    asked = {
        question
        for action in now.answered_by
        if after.action_by_id[action].in_place is True and _is_new(action, before)
        for question in questions_in(pack.action_by_id[action].in_place_when or AllOf(()))
    }
    new = [change.new for change in changed if change.question in asked]
    return _("Now: {answers}").format(answers="; ".join(new)) if new else ""


def _is_new(action: ActionId, before: Advice) -> bool:
    was = before.action_by_id.get(action)
    return was is None or was.in_place is not True


def _actions(now: Finding, before: Advice, after: Advice) -> Iterator[Newly]:
    named = dict.fromkeys(
        action for branch in now.at_work or now.counting for action in branch.answered_by
    )
    for action in (after.action_by_id[each] for each in named):
        is_there = action.in_place is True
        yield Newly(
            text=action.text,
            is_in_place=is_there,
            is_planned=action.is_planned,
            is_new=is_there and _is_new(action.id, before),
        )


def _cut(ways: tuple[Leading, ...]) -> str:
    """Say how many ways to a risk are cut, and which are not."""
    cut, partly = (sum(way.cut is how for way in ways) for how in (Cut.CUT, Cut.PARTLY))
    still = [way.text for way in ways if way.cut is Cut.WHOLE]
    said = []
    if cut:
        words = ngettext(
            "The only way to this risk is cut.",
            "Cut: {n} of {all} ways to this risk.",
            len(ways),
        )
        said.append(words.format(n=cut, all=len(ways)))
    if partly:
        words = ngettext(
            "The only way to this risk is partly cut.",
            "Partly cut: {n} of {all} ways to this risk.",
            len(ways),
        )
        said.append(words.format(n=partly, all=len(ways)))
    if still:
        said.append(_("Still open: {ways}").format(ways=" ".join(still)))
    return " ".join(said)
