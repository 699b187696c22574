"""The words for values: one word for one thing, wherever it is shown.

Tables hold sentences that are marked for translation; ``WordTable`` translates one when it is
read, so that no word is fixed while a module loads.
"""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from advisor.language import N_, _
from advisor.models import conditions
from advisor.models.evidence import Confidence, Domain, Effect, ReadDepth, Service
from advisor.models.findings import Finding, RiskState, Verdict
from advisor.models.gates import Level
from advisor.models.ids import OptionId
from advisor.models.marks import Mark
from advisor.models.plan import Answer, Choice, OpenAnswer
from advisor.models.questionnaire import Question
from advisor.telling.grammar import either, quoted

K = TypeVar("K")


class WordTable(Mapping[K, str]):
    """What each value is called, in the language that is spoken when the word is read."""

    def __init__(self, words: Mapping[K, str]) -> None:
        self._words = words

    def __getitem__(self, key: K) -> str:
        return _(self._words[key])

    def __iter__(self) -> Iterator[K]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


_MARK = {
    Mark.APPLIES: N_("Applies"),
    Mark.MAY_APPLY: N_("May apply"),
    Mark.DOES_NOT_APPLY: N_("Does not apply"),
    Mark.NOT_COVERED: N_("Not covered by our evidence"),
    Mark.OPEN: N_("Open"),
    Mark.PARTLY_ADDRESSED: N_("Partly in hand"),
    Mark.ADDRESSED: N_("In hand"),
    Mark.RISK: N_("Risk"),
    Mark.BENEFIT: N_("Benefit"),
    Mark.HELPS: N_("Helps"),
    Mark.HINDERS: N_("Keeps mothers away"),
    Mark.NOT_STARTED: N_("Not started"),
    Mark.IN_PROGRESS: N_("In progress"),
    Mark.COMPLETED: N_("Completed"),
    Mark.KEY: N_("Key"),
    Mark.SAFETY: N_("Safety"),
    Mark.IN_PLACE: N_("Already in place"),
    Mark.SHOWN_IN_PLACE: N_("In place, as your answers show"),
    Mark.DECLINED: N_("Not for us"),
    Mark.DEPENDS: N_("Depends on open answers"),
    Mark.ADDED_BY_YOU: N_("Added by you"),
    Mark.MISSING: N_("Missing"),
    Mark.NOT_SAID: N_("Not said yet"),
    Mark.MATTERS_MORE: N_("Matters more here"),
    Mark.LOST: N_("Lost"),
}
MARK = WordTable(_MARK)
VERDICT = WordTable({each: _MARK[Mark(each.value)] for each in Verdict})
RISK_STATE = WordTable({each: _MARK[Mark(each.value)] for each in RiskState})
_STATUS_OF_RISK = WordTable(
    {
        RiskState.OPEN: N_("Applies, open"),
        RiskState.PARTLY_ADDRESSED: N_("Applies, partly in hand"),
        RiskState.ADDRESSED: N_("Applies, in hand"),
    }
)
_STATUS_OF_TAKE_UP = WordTable(
    {
        Effect.ENCOURAGES: N_("Applies, helps"),
        Effect.DISCOURAGES: N_("Applies, keeps mothers away"),
    }
)
LEVEL = WordTable({Level.STOP: N_("Stop first"), Level.BEFORE_OPENING: N_("Before you open")})
OPEN_ANSWER = WordTable(
    {
        OpenAnswer.NOT_ANSWERED: N_("Not answered"),
        OpenAnswer.NOT_SURE: N_("Not sure yet"),
        OpenAnswer.NOT_DECIDED: N_("Not decided yet"),
    }
)
YES_NO = WordTable({True: N_("Yes"), False: N_("No")})
CHOICE = WordTable(
    {
        Choice.WE_WILL: N_("We will do this"),
        Choice.IN_PLACE: N_("Already in place"),
        Choice.NOT_FOR_US: N_("Not for us"),
        Choice.DECIDE_LATER: N_("Decide later"),
    }
)
DOMAIN = WordTable(
    {Domain.TAKE_UP: N_("Take-up"), Domain.BENEFIT: N_("Benefit"), Domain.RISK: N_("Risk")}
)
EFFECT = WordTable(
    {
        Effect.ENCOURAGES: N_("Helps"),
        Effect.DISCOURAGES: N_("Keeps mothers away"),
        Effect.BENEFITS: N_("Benefit"),
        Effect.HARMS: N_("Risk"),
    }
)
KIND_IN_A_LINE = WordTable(
    {
        Effect.ENCOURAGES: N_("helps mothers say yes"),
        Effect.DISCOURAGES: N_("keeps mothers away"),
        Effect.BENEFITS: N_("benefit"),
        Effect.HARMS: N_("risk"),
    }
)
STRONGER = WordTable(
    {
        Effect.ENCOURAGES: N_("Why it matters more here"),
        Effect.DISCOURAGES: N_("Why it matters more here"),
        Effect.BENEFITS: N_("What adds to it here"),
        Effect.HARMS: N_("What adds to it here"),
    }
)
"""What stands over the reasons for which a statement weighs more; on who comes, both ways."""
WEAKER = WordTable(
    {
        Effect.ENCOURAGES: N_("Why it matters less here"),
        Effect.DISCOURAGES: N_("Why it matters less here"),
        Effect.BENEFITS: N_("What takes from it here"),
        Effect.HARMS: N_("What eases it here"),
    }
)
VERDICT_IN_A_LINE = WordTable(
    {
        Verdict.MAY_APPLY: N_("may apply"),
        Verdict.DOES_NOT_APPLY: N_("does not apply"),
        Verdict.NOT_COVERED: N_("not covered by our evidence"),
    }
)
STATE_IN_A_LINE = WordTable(
    {
        RiskState.OPEN: N_("open"),
        RiskState.PARTLY_ADDRESSED: N_("partly in hand"),
        RiskState.ADDRESSED: N_("in hand"),
    }
)
EFFECT_HEADING = WordTable(
    {
        Effect.ENCOURAGES: N_("What may help mothers say yes"),
        Effect.DISCOURAGES: N_("What may keep mothers away"),
        Effect.BENEFITS: N_("What mothers may gain"),
        Effect.HARMS: N_("What may harm mothers"),
    }
)
SERVICE = WordTable(
    {
        Service.PREVENTS: N_("Helps to prevent"),
        Service.LESSENS: N_("Lessens"),
        Service.DETECTS: N_("Helps to notice"),
        Service.REPAIRS: N_("Helps to repair"),
        Service.STRENGTHENS: N_("Strengthens"),
    }
)
READ_DEPTH = WordTable(
    {
        ReadDepth.FULL: N_("Read in full"),
        ReadDepth.PART: N_("Read in part"),
        ReadDepth.ABSTRACT: N_("Abstract read"),
        ReadDepth.TITLE_ONLY: N_("Only the title read"),
    }
)
SPLIT_CONFIDENCE = WordTable(
    {
        Confidence.HIGH: N_("The review's summary names this theme clearly"),
        Confidence.MEDIUM: N_(
            "The review's summary suggests this theme; where it ends is our view"
        ),
        Confidence.LOW: N_(
            "We inferred this theme; the review's summary does not name it on its own"
        ),
    }
)
_EFFECT_MARK = {
    Effect.BENEFITS: Mark.BENEFIT,
    Effect.HARMS: Mark.RISK,
    Effect.ENCOURAGES: Mark.HELPS,
    Effect.DISCOURAGES: Mark.HINDERS,
}

NOT_COMPLETE = N_("This is not a complete list.")
NO_ACTION_TESTED = N_("No source tested any single action.")
NO_PROOF = N_(
    "Nothing here is proven to work for you. It says what many mothers report and what may "
    "happen, with the reasons, so that you can decide."
)
RECONSTRUCTION = N_(
    "The review names the themes. The wording, the conditions and the actions are this pack's "
    "own reconstruction."
)


def mark_of(effect: Effect) -> Mark:
    """Return the mark for the way in which a rule points."""
    return _EFFECT_MARK[effect]


def marks_of(finding: Finding) -> tuple[Mark, ...]:
    """Return the marks of a finding, verdict first.

    A risk that applies shows how far it is in hand, and whether it matters more here;
    everything else which way it points.
    """
    second = Mark(finding.state.value) if finding.state is not None else mark_of(finding.effect)
    more = (Mark.MATTERS_MORE,) if finding.matters_more else ()
    return (Mark(finding.verdict.value), second, *more)


def status_words(finding: Finding) -> str:
    """Say the verdict with the state of a risk or the direction of a take-up finding."""
    if finding.state is not None:
        return _STATUS_OF_RISK[finding.state]
    if finding.verdict is Verdict.APPLIES and finding.effect in _STATUS_OF_TAKE_UP:
        return _STATUS_OF_TAKE_UP[finding.effect]
    return VERDICT[finding.verdict]


def answer_words(question: Question, answer: Answer) -> str:
    """Return an answer as a person reads it; options in the order of the questionnaire."""
    value = answer.value
    match value:
        case OpenAnswer():
            return OPEN_ANSWER[value]
        case bool():
            return YES_NO[value]
        case int():
            return f"{value} {question.unit}".strip()
        case frozenset():
            return "; ".join(option.label for option in question.options if option.id in value)
        case _:
            return question.option(value).label


_REQUIREMENT: Mapping[type[conditions.Test], str] = {
    conditions.Is: N_("is {wanted}"),
    conditions.IsAnyOf: N_("is any of {wanted}"),
    conditions.Includes: N_("includes {wanted}"),
    conditions.IncludesAnyOf: N_("includes any of {wanted}"),
    conditions.IncludesNoneOf: N_("includes none of {wanted}"),
    conditions.AtLeast: N_("is at least {wanted}"),
    conditions.AtMost: N_("is at most {wanted}"),
}


def requirement_words(question: Question, test: conditions.Test) -> str:
    """Return what a test asks of an answer: ``includes any of “In a group” or “Online”``."""
    return _(_REQUIREMENT[type(test)]).format(wanted=wanted_words(question, test))


def wanted_words(question: Question, test: conditions.Test) -> str:
    """Return the options or the number that a test names."""
    match test:
        case conditions.AtLeast() | conditions.AtMost():
            return f"{test.number} {question.unit}".strip()
        case conditions.Is(_question, bool() as wanted):
            return quoted([YES_NO[wanted]])[0]
        case conditions.Is(_question, option):
            return _labels(question, (OptionId(str(option)),))
        case conditions.Includes():
            return _labels(question, (test.option,))
        case _:
            return _labels(question, test.options)


def _labels(question: Question, options: tuple[OptionId, ...]) -> str:
    return either(quoted(question.option(option).label for option in options))
