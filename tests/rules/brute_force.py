"""The rules judged the slow and obvious way: every completion of a plan, one at a time.

Written from the description of the rules and sharing no code with the engine.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping

from advisor.models.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    Includes,
    IncludesAnyOf,
    IncludesNoneOf,
    Is,
    IsAnyOf,
    Not,
    Test,
)
from advisor.models.evidence import Branch, Configuration, Coverage, Effect, Rule
from advisor.models.explanation import Truth
from advisor.models.findings import Verdict
from advisor.models.ids import QuestionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import GivenAnswer, Plan
from advisor.models.questionnaire import Questionnaire
from tests.support.packs import open_questions_of, possible_answers

Completion = Mapping[QuestionId, GivenAnswer]


def completions(pack: Pack, plan: Plan) -> Iterator[Completion]:
    """Yield every way in which the open answers can turn out."""
    known = {
        question.id: given
        for question in pack.questionnaire.questions
        if (given := plan.answer(question.id).given) is not None
    }
    still_open = open_questions_of(pack, plan)
    choices = [possible_answers(pack.questionnaire[question]) for question in still_open]
    for answers in itertools.product(*choices):
        yield {**known, **dict(zip(still_open, answers, strict=True))}


def is_shown(question: QuestionId, completion: Completion, questionnaire: Questionnaire) -> bool:
    ask_when = questionnaire[question].ask_when
    return ask_when is None or holds(ask_when, completion, questionnaire)


def holds(condition: Condition, completion: Completion, questionnaire: Questionnaire) -> bool:
    match condition:
        case AllOf(parts):
            return all(holds(part, completion, questionnaire) for part in parts)
        case AnyOf(parts):
            return any(holds(part, completion, questionnaire) for part in parts)
        case Not(part):
            return not holds(part, completion, questionnaire)
        case _:
            shown = is_shown(condition.question, completion, questionnaire)
            return shown and passes(condition, completion[condition.question])


def passes(test: Test, answer: GivenAnswer) -> bool:
    chosen = answer if isinstance(answer, frozenset) else frozenset()
    size = answer if isinstance(answer, int) else 0
    wanted = set(test.options) if isinstance(test, IncludesAnyOf | IncludesNoneOf) else set()
    match test:
        case Is():
            return answer == test.value
        case IsAnyOf():
            return any(answer == option for option in test.options)
        case Includes():
            return test.option in chosen
        case IncludesAnyOf():
            return len(wanted & chosen) > 0
        case IncludesNoneOf():
            return len(wanted & chosen) == 0
        case AtLeast():
            return size >= test.number
        case AtMost():
            return size <= test.number


def _ratings(
    configuration: Configuration, completion: Completion, questionnaire: Questionnaire
) -> set[Coverage]:
    formats = QuestionId("formats")
    chosen = completion[formats] if is_shown(formats, completion, questionnaire) else frozenset()
    assert isinstance(chosen, frozenset)
    return {configuration.coverage[option] for option in chosen if configuration.coverage}


def silence(
    configuration: Configuration, completion: Completion, questionnaire: Questionnaire
) -> Verdict | None:
    """Say what the evidence says whatever the branches are; None where they decide."""
    covered = configuration.covered_when
    if covered is not None and not holds(covered, completion, questionnaire):
        return Verdict.NOT_COVERED
    ratings = _ratings(configuration, completion, questionnaire)
    if not configuration.coverage or ratings & {Coverage.COVERED, Coverage.CONDITIONAL}:
        return None
    silent = ratings & {Coverage.NOT_COVERED, Coverage.ELSEWHERE}
    return Verdict.NOT_COVERED if silent else Verdict.DOES_NOT_APPLY


def status(
    configuration: Configuration, rule: Rule, completion: Completion, questionnaire: Questionnaire
) -> Verdict:
    """Say what a rule says when nothing is open."""
    applies = any(
        holds(branch.when, completion, questionnaire)
        for branch in rule.branches
        if not branch.elsewhere
    )
    told = silence(configuration, completion, questionnaire)
    return told or (Verdict.APPLIES if applies else Verdict.DOES_NOT_APPLY)


def branch_statuses(
    configuration: Configuration,
    branch: Branch,
    pack: Pack,
    tried: list[Completion],
) -> list[Verdict]:
    """Say what a branch says in each completion."""
    alone = Rule(id=RuleId("alone"), effect=Effect.HARMS, branches=(branch,))
    return statuses_of(configuration, alone, pack, tried)


def is_from_elsewhere(
    configuration: Configuration, branch: Branch, completion: Completion, pack: Pack
) -> bool:
    """Say whether other sources speak for a branch, and the review does not."""
    if not holds(branch.when, completion, pack.questionnaire):
        return False
    ratings = _ratings(configuration, completion, pack.questionnaire)
    if branch.elsewhere:
        return not configuration.coverage or bool(ratings - {Coverage.NOT_APPLICABLE})
    covered = configuration.covered_when
    spoken_of = covered is None or holds(covered, completion, pack.questionnaire)
    speaks = ratings & {Coverage.COVERED, Coverage.CONDITIONAL}
    return spoken_of and Coverage.ELSEWHERE in ratings and not speaks


def verdict(statuses: list[Verdict]) -> Verdict:
    """Say what holds over all completions: *may apply* only where it applies in one."""
    found = set(statuses)
    if Verdict.APPLIES in found:
        return Verdict.APPLIES if len(found) == 1 else Verdict.MAY_APPLY
    return Verdict.NOT_COVERED if found == {Verdict.NOT_COVERED} else Verdict.DOES_NOT_APPLY


def truth(condition: Condition, pack: Pack, plan: Plan) -> Truth:
    found = {holds(condition, one, pack.questionnaire) for one in completions(pack, plan)}
    if len(found) == 2:
        return Truth.OPEN
    return Truth.HOLDS if found == {True} else Truth.FAILS


def statuses_of(
    configuration: Configuration, rule: Rule, pack: Pack, tried: list[Completion]
) -> list[Verdict]:
    return [status(configuration, rule, one, pack.questionnaire) for one in tried]


def depends_on(
    pack: Pack, plan: Plan, tried: list[Completion], found: list[Verdict]
) -> tuple[QuestionId, ...]:
    """Find the open questions where some change of that answer alone makes the rule apply.

    Nothing depends on anything where the rule applies in all completions or in none.
    """

    def others(question: QuestionId) -> Callable[[Completion], object]:
        return lambda one: tuple(sorted((k, repr(v)) for k, v in one.items() if k != question))

    dependent = []
    for question in open_questions_of(pack, plan):
        by_rest: dict[object, set[bool]] = {}
        for one, there in zip(tried, found, strict=True):
            by_rest.setdefault(others(question)(one), set()).add(there is Verdict.APPLIES)
        if any(len(seen) > 1 for seen in by_rest.values()):
            dependent.append(question)
    return tuple(dependent)


def settled_by(
    pack: Pack, plan: Plan, tried: list[Completion], found: list[Verdict]
) -> set[QuestionId]:
    """Find the open questions of which some answer alone settles whether the rule applies."""
    settling = set()
    for question in open_questions_of(pack, plan):
        by_answer: dict[GivenAnswer, set[bool]] = {}
        for one, there in zip(tried, found, strict=True):
            by_answer.setdefault(one[question], set()).add(there is Verdict.APPLIES)
        if any(len(seen) == 1 for seen in by_answer.values()):
            settling.add(question)
    return settling
