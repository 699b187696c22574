"""Sentences that paper and terminal share: reasons, dates, provenance.

What stands before all else is in ``advisor.telling.opening``.
"""

import datetime
from collections.abc import Iterable, Sequence

from advisor.models.advice import (
    Advice,
    Finding,
    RiskState,
    TestExplained,
    Truth,
    Verdict,
)
from advisor.models.conditions import Includes, IncludesAnyOf
from advisor.models.evidence import Configuration, Domain, Effect, Source
from advisor.models.ids import ConfigurationId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import OpenAnswer, Plan
from advisor.models.questionnaire import Nature, Question
from advisor.telling.why import deciding_tests
from advisor.telling.wording import EFFECT, OPEN_ANSWER, answer_words, requirement_words

NOT_COMPLETE = "This is not a complete list."
NOT_SAFE = "That is not the same as safe, or as without effect."
EXTRA = "extra, not from the review"
NO_PROOF = (
    "Nothing here is proven to work for you. It says what many mothers report and what may "
    "happen, with the reasons, so that you can decide."
)
NO_ACTION_TESTED = "No source tested any single action."

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WORST_FIRST = {
    RiskState.OPEN: 0,
    RiskState.PARTLY_ADDRESSED: 1,
    RiskState.ADDRESSED: 2,
    None: 3,
}


def day(date: datetime.date) -> str:
    """Return a date as it is said, the same on every machine: ``5 March 2027``."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def short_day(date: datetime.date) -> str:
    """Return a date in few letters: ``5 Mar 2027``."""
    return f"{date.day} {_MONTHS[date.month - 1][:3]} {date.year}"


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun: ``1 risk``, ``no risks``."""
    return f"{count or 'no'} {one if count == 1 else many}"


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with open risks first; otherwise in the order given."""
    return tuple(sorted(findings, key=lambda finding: _WORST_FIRST[finding.state]))


def risks(advice: Advice, *states: RiskState) -> tuple[Finding, ...]:
    """Return the risks that apply and have one of these states."""
    return tuple(
        finding
        for finding in advice.findings
        if finding.domain is Domain.RISK
        and finding.verdict is Verdict.APPLIES
        and finding.state in states
    )


def applying(advice: Advice, effect: Effect) -> tuple[Finding, ...]:
    """Return the findings of one effect that apply."""
    return tuple(
        finding for finding in advice.with_verdict(Verdict.APPLIES) if finding.effect is effect
    )


def titles(pack: Pack, configurations: Iterable[ConfigurationId]) -> tuple[str, ...]:
    """Return the titles of configurations."""
    return tuple(pack.configuration_by_id[each].title for each in configurations)


def marked_title(configuration: Configuration) -> str:
    """Return the title of a configuration, marked when it is not from the review."""
    extra = f" ({EXTRA})" if configuration.supplementary else ""
    return f"{configuration.title}{extra}"


def coded_title(configuration: Configuration) -> str:
    """Return the id and title of a configuration, marked when it is not from the review."""
    return f"{configuration.id} {marked_title(configuration)}"


def pointing(finding: Finding) -> str:
    """Return which way a finding points: risk, benefit, help or hindrance."""
    return EFFECT[finding.effect].lower()


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Return texts without repeats, in order."""
    return tuple(dict.fromkeys(texts))


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


def short_citation(source: Source) -> str:
    """Return who wrote a source and when: a citation up to its year."""
    head, bracket, _ = source.citation.partition(")")
    return head + bracket if bracket else head.rstrip(".")


def own_risk_words(plan: Plan) -> tuple[str, ...]:
    """Return the risks that the provider added, each with what she does about it."""
    return tuple(
        f"{own.text.strip() or 'Risk without words'}"
        f"{f' – {own.mitigation}' if own.mitigation else ''}"
        for own in plan.own_risks
    )


def link_of(source: Source) -> str:
    """Return where a source can be found, or an empty text."""
    return f"https://doi.org/{source.doi}" if source.doi else source.url


def provenance(pack: Pack, made_on: datetime.date) -> str:
    """Return the line that stands at the foot of every page."""
    return (
        f"Evidence pack {pack.version.id}, edition {pack.version.version}. Made on {day(made_on)}."
    )


def title_of(plan: Plan) -> str:
    """Return the title of a plan; plain words for one that has none."""
    return plan.title.strip() or "Plan without a title"


def listed(texts: Sequence[str], most: int) -> tuple[str, ...]:
    """Return at most so many texts, the last one saying how many were left out."""
    if len(texts) <= most:
        return tuple(texts)
    return (*texts[: most - 1], f"and {len(texts) - most + 1} more")
