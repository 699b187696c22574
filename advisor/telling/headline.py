"""The first sentence of the advice page and the questions to settle first. Knows no window."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.models.advice import OpenQuestion, Summary
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import OpenAnswer
from advisor.models.questionnaire import Nature
from advisor.telling.grammar import counted, joined
from advisor.telling.words import so_far

MOST_FIRST_QUESTIONS = 3
CAVEAT = (
    "This is not a complete list, and nothing here is certain for any one mother."
    " It is not a clinical judgement."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstQuestion:
    """A question to settle first, with what settling it would do."""

    question: QuestionId
    text: str
    verb: str
    effect: str


def headline(summary: Summary) -> str:
    """Say the counts in one or two sentences, risks first, and what stays unknown."""
    return " ".join(
        filter(None, (_applying_words(summary), _may_words(summary), _uncovered_words(summary)))
    )


def _applying_words(summary: Summary) -> str:
    sofar = so_far(summary)
    parts = [
        words
        for number, words in (
            (summary.risks, _risk_words(summary)),
            (summary.benefits, counted(summary.benefits, "likely benefit")),
            (
                summary.helps_take_up,
                f"{counted(summary.helps_take_up, 'thing')} that may help mothers say yes",
            ),
            (
                summary.hinders_take_up,
                f"{counted(summary.hinders_take_up, 'thing')} that may keep mothers away",
            ),
        )
        if number
    ]
    if not parts:
        return f"Nothing that we know of applies to your plan{sofar}."
    no_risk = "" if summary.risks else f" No risk that we know of applies{sofar}."
    return f"Your plan{sofar} has {joined(parts)}.{no_risk}"


def _may_words(summary: Summary) -> str:
    if not summary.may_apply:
        return ""
    return f"Another {summary.may_apply} may apply, depending on answers that are still open."


def _uncovered_words(summary: Summary) -> str:
    if not summary.not_covered:
        return ""
    return (
        f"For {counted(summary.not_covered, 'statement')} our evidence does not speak about the"
        " kinds of support that you chose. That does not mean that there is no risk."
    )


def _risk_words(summary: Summary) -> str:
    words = counted(summary.risks, "risk")
    states = [
        (number, state)
        for number, state in (
            (summary.risks_open, "open"),
            (summary.risks_partly_addressed, "partly addressed"),
            (summary.risks_addressed, "addressed"),
        )
        if number
    ]
    if not states:
        return words
    if len(states) == 1:
        every = "" if summary.risks == 1 else "all "
        return f"{words} ({every}{states[0][1]})"
    return f"{words} ({joined([f'{number} {state}' for number, state in states])})"


def first_questions(pack: Pack, questions: Iterable[OpenQuestion]) -> tuple[FirstQuestion, ...]:
    """Return the few open questions that would settle most."""
    useful = [question for question in questions if question.touches]
    return tuple(_first_question(pack, each) for each in useful[:MOST_FIRST_QUESTIONS])


def _first_question(pack: Pack, open_question: OpenQuestion) -> FirstQuestion:
    question = pack.questionnaire[open_question.question]
    finds_out = open_question.open is OpenAnswer.NOT_SURE or (
        open_question.open is OpenAnswer.NOT_ANSWERED and question.nature is Nature.CONTEXT
    )
    if open_question.could_settle:
        effect = f"Could settle {counted(open_question.could_settle, 'finding')}."
    else:
        effect = (
            f"Together with others, helps to settle {counted(open_question.touches, 'finding')}."
        )
    return FirstQuestion(
        question=question.id,
        text=question.text,
        verb="Find out" if finds_out else "Decide",
        effect=effect,
    )
