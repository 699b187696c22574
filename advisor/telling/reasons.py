"""Why a rule applies, may apply or does not: its explanation as a few short lines.

The explanation tree says for every test whether it held. A person wants only the answers
that made the difference, each question once, in the order of the rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.models.advice import Finding, TestExplained, Truth, Verdict
from advisor.models.conditions import Includes, IncludesAnyOf, options_of
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import OpenAnswer, Plan
from advisor.models.questionnaire import Nature, Question, Questionnaire
from advisor.telling.grammar import either
from advisor.telling.why import deciding_tests
from advisor.telling.words import OPEN_ANSWER, answer_words, requirement_words

FORMATS = QuestionId("formats")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One answer that made a difference.

    ``needed`` says which answers the rule looks for, and is empty where the answer that
    was given is itself the reason.
    """

    question: QuestionId
    asked: str
    answered: str
    needed: str = ""
    is_hidden: bool = False

    @property
    def sentence(self) -> str:
        """The reason as one line that can be read aloud."""
        if self.is_hidden:
            return f"{self.asked} This is not asked for your plan."
        said = f"{self.asked} {self.answered}."
        return f"{said} The rule asks that it {self.needed}." if self.needed else said


def reasons_for(finding: Finding, questionnaire: Questionnaire, plan: Plan) -> tuple[Reason, ...]:
    """Return the answers behind a verdict, each question once."""
    if finding.by_coverage:
        return (_coverage_reason(questionnaire, plan),)
    if finding.verdict is Verdict.MAY_APPLY:
        return _open_reasons(finding, questionnaire, plan)
    applies = finding.verdict is Verdict.APPLIES
    return _one_per_question(deciding_tests(finding), questionnaire, needs_words=not applies)


def _coverage_reason(questionnaire: Questionnaire, plan: Plan) -> Reason:
    question = questionnaire[FORMATS]
    return Reason(
        question=FORMATS,
        asked=question.text,
        answered=answer_words(question, plan.answer(FORMATS)),
    )


def _open_reasons(finding: Finding, questionnaire: Questionnaire, plan: Plan) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            question=question_id,
            asked=questionnaire[question_id].text,
            answered=answer_words(questionnaire[question_id], plan.answer(question_id)),
        )
        for question_id in finding.depends_on
    )


def _one_per_question(
    tests: Iterable[TestExplained], questionnaire: Questionnaire, *, needs_words: bool
) -> tuple[Reason, ...]:
    by_question: dict[QuestionId, list[TestExplained]] = {}
    for explained in tests:
        by_question.setdefault(explained.test.question, []).append(explained)
    return tuple(
        _reason(explained, questionnaire, needs_words=needs_words)
        for explained in by_question.values()
    )


def _reason(
    explained: list[TestExplained], questionnaire: Questionnaire, *, needs_words: bool
) -> Reason:
    first = explained[0]
    question = questionnaire[first.test.question]
    needed = dict.fromkeys(requirement_words(question, each.test) for each in explained)
    whole = answer_words(question, first.answer)
    return Reason(
        question=question.id,
        asked=question.text,
        answered=whole if needs_words else _telling_part(question, explained) or whole,
        needed=either(list(needed)) if needs_words else "",
        is_hidden=first.hidden,
    )


def _telling_part(question: Question, explained: list[TestExplained]) -> str:
    """Say which of many chosen options told, and which told by not being chosen."""
    given = explained[0].answer.given
    if not isinstance(given, frozenset):
        return ""
    told = {option for each in explained for option in options_of(each.test)}
    chosen = [option.label for option in question.options if option.id in told & given]
    missing = [
        option.label
        for option in question.options
        if option.id in told - given and not _may_be_any(option.id, explained)
    ]
    parts = ["; ".join(chosen)] if chosen else []
    if missing:
        parts.append(f"Not chosen: {'; '.join(missing)}")
    return ". ".join(parts)


def _may_be_any(option: OptionId, explained: list[TestExplained]) -> bool:
    """Whether an option that is missing was only one of several that would have done."""
    return any(
        option in options_of(each.test)
        for each in explained
        if isinstance(each.test, IncludesAnyOf) and each.truth is Truth.HOLDS
    )


def open_question_words(question: Question, kind: OpenAnswer) -> str:
    """Return what to do about an open question: find out, or decide."""
    todo = "Find out" if question.nature is Nature.CONTEXT else "Decide"
    return f"{todo}: {question.text} ({OPEN_ANSWER[kind].lower()})"


def deciding_answers(pack: Pack, finding: Finding) -> tuple[str, ...]:
    """Return the answers that made a rule apply, or the nearest reason why it does not.

    Each reads as the question with the answer that was given.
    """
    seen: dict[QuestionId, str] = {}
    for test in deciding_tests(finding):
        question = pack.questionnaire[test.test.question]
        seen.setdefault(question.id, _answer_sentence(question, test, finding.verdict))
    return tuple(seen.values())


def _answer_sentence(question: Question, explained: TestExplained, verdict: Verdict) -> str:
    if explained.hidden:
        return f"{question.text} – not relevant to this plan"
    sentence = f"{question.text} – {answer_words(question, explained.answer)}"
    if explained.truth is not Truth.FAILS:
        return sentence
    needed = requirement_words(question, explained.test)
    if verdict is Verdict.DOES_NOT_APPLY:
        return f"{sentence} (it would need an answer that {needed})"
    if isinstance(explained.test, Includes | IncludesAnyOf):
        return f"{sentence} (without: {needed.partition(': ')[2]})"
    return sentence
