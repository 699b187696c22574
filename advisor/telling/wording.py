"""The words for verdicts, states, choices and answers: one word for one thing everywhere.

Screens, paper and terminal all take their words from here.
"""

from advisor.models.advice import Finding, RiskState, Summary, Verdict
from advisor.models.conditions import (
    AtLeast,
    AtMost,
    Includes,
    IncludesAnyOf,
    IncludesNoneOf,
    Is,
    IsAnyOf,
    Test,
)
from advisor.models.evidence import Confidence, Domain, Effect, ReadDepth, Service
from advisor.models.ids import OptionId
from advisor.models.plan import Answer, Choice, OpenAnswer
from advisor.models.questionnaire import Question

VERDICT = {
    Verdict.APPLIES: "Applies",
    Verdict.MAY_APPLY: "May apply",
    Verdict.DOES_NOT_APPLY: "Does not apply",
    Verdict.NOT_COVERED: "Not covered by our evidence",
}

RISK_STATE = {
    RiskState.OPEN: "Open",
    RiskState.PARTLY_ADDRESSED: "Partly addressed",
    RiskState.ADDRESSED: "Addressed",
}

OPEN_ANSWER = {
    OpenAnswer.NOT_ANSWERED: "Not answered",
    OpenAnswer.NOT_SURE: "Not sure yet",
    OpenAnswer.NOT_DECIDED: "Not decided yet",
}

CHOICE = {
    Choice.WE_WILL: "We will do this",
    Choice.IN_PLACE: "Already in place",
    Choice.NOT_FOR_US: "Not for us",
    Choice.DECIDE_LATER: "Decide later",
}

DOMAIN = {
    Domain.TAKE_UP: "Take-up",
    Domain.BENEFIT: "Benefit",
    Domain.RISK: "Risk",
}

EFFECT = {
    Effect.ENCOURAGES: "May help take-up",
    Effect.DISCOURAGES: "May hinder take-up",
    Effect.BENEFITS: "Likely benefit",
    Effect.HARMS: "Risk",
}

SERVICE = {
    Service.PREVENTS: "helps to prevent",
    Service.LESSENS: "lessens",
    Service.DETECTS: "helps to notice",
    Service.REPAIRS: "helps to repair",
    Service.STRENGTHENS: "strengthens",
}

READ_DEPTH = {
    ReadDepth.FULL: "Read in full",
    ReadDepth.PART: "Read in part",
    ReadDepth.ABSTRACT: "Abstract read",
    ReadDepth.TITLE_ONLY: "Only the title read",
}

SPLIT_CONFIDENCE = {
    Confidence.HIGH: "The review's summary names this theme clearly",
    Confidence.MEDIUM: "The review's summary suggests this theme; where it ends is our view",
    Confidence.LOW: "We inferred this theme; the review's summary does not name it on its own",
}

RECONSTRUCTION = (
    "The review names the themes. The wording, the conditions and the actions are this pack's "
    "own reconstruction."
)

YES, NO = "Yes", "No"


def so_far(summary: Summary) -> str:
    """Return *so far*, with a space before it, while more may apply; nothing promises more."""
    return " so far" if summary.may_apply else ""


def status_words(finding: Finding) -> str:
    """Return the verdict, and the state of a risk: ``Applies, open``."""
    verdict = VERDICT[finding.verdict]
    if finding.state is None:
        return verdict
    return f"{verdict}, {RISK_STATE[finding.state].lower()}"


def answer_words(question: Question, answer: Answer) -> str:
    """Return an answer as a person reads it; options in the order of the questionnaire."""
    value = answer.value
    match value:
        case OpenAnswer():
            return OPEN_ANSWER[value]
        case bool():
            return YES if value else NO
        case int():
            return f"{value} {question.unit}".strip()
        case frozenset():
            return "; ".join(option.label for option in question.options if option.id in value)
        case _:
            return question.option(value).label


_REQUIREMENT = {
    Is: "is",
    IsAnyOf: "is any of",
    Includes: "includes",
    IncludesAnyOf: "includes any of",
    IncludesNoneOf: "includes none of",
    AtLeast: "is at least",
    AtMost: "is at most",
}


def requirement_words(question: Question, test: Test) -> str:
    """Return what a test asks of an answer: ``includes any of: In a group; Online``."""
    verb = _REQUIREMENT[type(test)]
    match test:
        case AtLeast() | AtMost():
            return f"{verb} {test.number} {question.unit}".strip()
        case Is(_, bool() as wanted):
            return f"{verb}: {YES if wanted else NO}"
        case Is(_, option):
            return f"{verb}: {_labels(question, (OptionId(str(option)),))}"
        case Includes():
            return f"{verb}: {_labels(question, (test.option,))}"
        case _:
            return f"{verb}: {_labels(question, test.options)}"


def _labels(question: Question, options: tuple[OptionId, ...]) -> str:
    return "; ".join(question.option(option).label for option in options)
