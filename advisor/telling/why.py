"""Why a condition holds, and the nearest reason why it does not, as answers of the plan.

An explanation says for every test of a rule whether it held. A person wants only the answers
that made the difference, each question once, in the order of the rule.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.language import _
from advisor.models.conditions import IncludesAnyOf, options_of, questions_in
from advisor.models.evidence import Configuration, Coverage
from advisor.models.explanation import Explanation, GroupExplained, Operator, TestExplained, Truth
from advisor.models.findings import Finding, Verdict
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import Plan
from advisor.models.questionnaire import Question, Questionnaire
from advisor.models.tips import Tip
from advisor.rules.judging import Explainer
from advisor.telling.grammar import either, quoted
from advisor.telling.tips import tip_lines
from advisor.telling.words import answer_words, requirement_words

FORMATS = QuestionId("formats")

Tests = tuple[TestExplained, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One answer that made a difference.

    ``needed`` says which answer the rule looks for, and is empty where the answer that was
    given is itself the reason. ``tips`` say, while the question is open, which way each answer
    would tip the statement.
    """

    question: QuestionId
    asked: str
    answered: str
    needed: str = ""
    is_hidden: bool = False
    tips: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The reason as one line that can be read aloud."""
        said = self.answered if self.is_hidden else f"{self.answered}."
        return " ".join(filter(None, (self.asked, said, self.needed, *self.tips)))


def reasons_for(
    finding: Finding,
    configuration: Configuration,
    questionnaire: Questionnaire,
    plan: Plan,
    tips: Sequence[Tip] = (),
) -> tuple[Reason, ...]:
    """Return the answers behind a verdict, each question once.

    ``tips`` are those of a statement that may apply.
    """
    if finding.by_coverage:
        if is_for_others(finding, configuration, plan) and configuration.covered_when is not None:
            wanted = questions_in(configuration.covered_when)
            asked = tuple(each.id for each in questionnaire.questions if each.id in wanted)
            return tuple(_answer_to(each, questionnaire, plan) for each in asked)
        return (_formats(configuration, questionnaire, plan),)
    if finding.verdict is Verdict.MAY_APPLY:
        return tuple(_tipping(each, questionnaire, plan, tips) for each in finding.depends_on)
    if finding.verdict is Verdict.APPLIES:
        return reasons_in(why(finding.because), questionnaire)
    tests = tuple(_asked(why_not(finding.because), questionnaire, plan))
    return reasons_in(tests, questionnaire, say_what_is_needed=True)


def why_not_asked(
    question: Question, questionnaire: Questionnaire, plan: Plan
) -> tuple[Reason, ...]:
    """Return the answers by which a question is not asked of a plan."""
    if question.ask_when is None:
        return ()
    hiding = why_not(Explainer(plan.answer, questionnaire).explain(question.ask_when))
    tests = tuple(_asked(hiding, questionnaire, plan))
    return reasons_in(tests, questionnaire, say_what_is_needed=True)


def _asked(tests: Tests, questionnaire: Questionnaire, plan: Plan) -> Iterator[TestExplained]:
    """Yield tests, and for one on a question that is not asked those by which it is not."""
    for test in tests:
        ask_when = questionnaire[test.test.question].ask_when if test.hidden else None
        if ask_when is None:
            yield test
        else:
            hiding = why_not(Explainer(plan.answer, questionnaire).explain(ask_when))
            yield from _asked(hiding, questionnaire, plan)


def is_for_others(finding: Finding, configuration: Configuration, plan: Plan) -> bool:
    """Whether something is not covered for whom the plan is for, and not for its formats."""
    if finding.verdict is not Verdict.NOT_COVERED or configuration.covered_when is None:
        return False
    chosen = plan.answer(FORMATS).given
    silent = (Coverage.NOT_COVERED, Coverage.NOT_APPLICABLE, Coverage.ELSEWHERE)
    return not isinstance(chosen, frozenset) or any(
        configuration.coverage.get(option) not in silent for option in chosen
    )


def reasons_in(
    tests: Iterable[TestExplained],
    questionnaire: Questionnaire,
    *,
    say_what_is_needed: bool = False,
) -> tuple[Reason, ...]:
    """Return the answers that tests looked at, each question once."""
    by_question: dict[QuestionId, list[TestExplained]] = {}
    for explained in tests:
        by_question.setdefault(explained.test.question, []).append(explained)
    return tuple(
        _reason(questionnaire[question], explained, say_what_is_needed=say_what_is_needed)
        for question, explained in by_question.items()
    )


def _answer_to(question_id: QuestionId, questionnaire: Questionnaire, plan: Plan) -> Reason:
    question = questionnaire[question_id]
    answered = answer_words(question, plan.answer(question_id))
    return Reason(question=question_id, asked=question.text, answered=answered)


def _formats(configuration: Configuration, questionnaire: Questionnaire, plan: Plan) -> Reason:
    """Tell the formats that were chosen, and which ones the evidence speaks of instead."""
    speaks = (Coverage.COVERED, Coverage.CONDITIONAL)
    question = questionnaire[FORMATS]
    spoken_of = quoted(
        option.label
        for option in question.options
        if configuration.coverage.get(option.id) in speaks
    )
    needed = _("The evidence speaks of it where support is given as {formats}.")
    return replace(
        _answer_to(FORMATS, questionnaire, plan),
        needed=needed.format(formats=either(spoken_of)) if spoken_of else "",
    )


def _tipping(
    question_id: QuestionId, questionnaire: Questionnaire, plan: Plan, tips: Iterable[Tip]
) -> Reason:
    said = tip_lines(
        questionnaire[question_id], (tip for tip in tips if tip.question == question_id)
    )
    return replace(_answer_to(question_id, questionnaire, plan), tips=said)


def _reason(
    question: Question, explained: list[TestExplained], *, say_what_is_needed: bool
) -> Reason:
    first = explained[0]
    if first.hidden:
        answered, needed = _("This is not asked for your plan."), ""
    elif say_what_is_needed:
        wanted = dict.fromkeys(requirement_words(question, each.test) for each in explained)
        answered = answer_words(question, first.answer)
        needed = _("It would need an answer that {wanted}.").format(wanted=either(list(wanted)))
    else:
        answered, needed = _telling_part(question, explained), ""
    return Reason(
        question=question.id,
        asked=question.text,
        answered=answered,
        needed=needed,
        is_hidden=first.hidden,
    )


def _telling_part(question: Question, explained: list[TestExplained]) -> str:
    """Say which of many chosen options told, and which told by not being chosen."""
    answer = explained[0].answer
    given = answer.given
    if not isinstance(given, frozenset):
        return answer_words(question, answer)
    told = {option for each in explained for option in options_of(each.test)}
    chosen = "; ".join(each.label for each in question.options if each.id in told & given)
    missing = "; ".join(
        option.label
        for option in question.options
        if option.id in told - given and not _may_be_any(option.id, explained)
    )
    if not missing:
        return chosen or answer_words(question, answer)
    if not chosen:
        return _("Not chosen: {options}").format(options=missing)
    return _("{chosen}. Not chosen: {options}").format(chosen=chosen, options=missing)


def why(because: Explanation) -> Tests:
    """Return the tests by which a condition holds, or while it is open may come to hold."""
    if isinstance(because, TestExplained):
        return (because,)
    if because.operator is Operator.NOT:
        return why_not(because.parts[0])
    if because.truth is Truth.HOLDS:
        return _joined(why(part) for part in because.parts if part.truth is Truth.HOLDS)
    return _joined(why(part) for part in because.parts if part.truth is not Truth.FAILS)


def why_not(because: Explanation) -> Tests:
    """Return the fewest tests that would have to come out otherwise for a condition to hold.

    Tests that are open are named only where none fails.
    """
    if isinstance(because, TestExplained):
        return (because,)
    if because.operator is Operator.NOT:
        return why(because.parts[0])
    if because.operator is Operator.ANY:
        return min((why_not(part) for part in because.parts), key=len, default=())
    return _joined(why_not(part) for part in _in_the_way(because))


def _in_the_way(group: GroupExplained) -> tuple[Explanation, ...]:
    failing = tuple(part for part in group.parts if part.truth is Truth.FAILS)
    return failing or tuple(part for part in group.parts if part.truth is Truth.OPEN)


def _joined(parts: Iterable[Tests]) -> Tests:
    return tuple(test for part in parts for test in part)


def _may_be_any(option: OptionId, explained: list[TestExplained]) -> bool:
    """Whether an option that is missing was only one of several that would have done."""
    return any(
        option in options_of(each.test)
        for each in explained
        if isinstance(each.test, IncludesAnyOf) and each.truth is Truth.HOLDS
    )
