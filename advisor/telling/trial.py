"""Other answers that are tried on a plan, in words: what they would change, and what stays."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.interview.trial import Trial
from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.conditions import questions_in
from advisor.models.evidence import Effect
from advisor.models.findings import Finding, RiskState, Verdict
from advisor.models.ids import QuestionId, RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.questionnaire import Nature
from advisor.rules.comparing import between
from advisor.telling.cards import CardStory, CardTeller
from advisor.telling.chain import Chain, chain_to
from advisor.telling.changed_answer import ToldChange, told_change
from advisor.telling.cut_ways import how_many_cut, is_new, ways_to
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
    ways = tuple(ways_to(pack, changed, was, now, before, after))
    actions = tuple(_actions(now, before, after)) if now.effect.is_adverse else ()
    return TriedStatement(
        rule=rule,
        title=card.title,
        mark=_mark(card, was, now),
        chain=chain_to(card, ways),
        cut=how_many_cut(ways, now.effect) if changed else "",
        actions_title=_("What answers it, if you keep these answers") if actions else "",
        actions=actions,
        questions=_questions(pack, was, now),
    )


def _mark(card: CardStory, was: Finding, now: Finding) -> Mark:
    if now.state is not None:
        return Mark(now.state.value)
    is_gone = was.is_live and now.verdict is Verdict.DOES_NOT_APPLY
    return Mark.LOST if is_gone and not now.effect.is_adverse else card.marks[0]


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
            is_new=is_there and is_new(action.id, before),
        )
