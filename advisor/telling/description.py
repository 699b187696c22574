"""The programme described by the items of TIDieR (Hoffmann et al. 2014), from its answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.interview.route import is_relevant
from advisor.language import N_, _
from advisor.models.pack import Pack
from advisor.models.plan import Answer, Plan
from advisor.models.questionnaire import Question
from advisor.telling.grammar import at_most
from advisor.telling.words import answer_words

ITEMS = (
    "Why",
    "What: materials",
    "What: procedures",
    "Who provides",
    "How",
    "Where",
    "When and how much",
    "Tailoring",
    "How well: planned",
)
"""The items that a plan can speak to, as the evidence pack calls them, in the order of TIDieR."""

MOST_NAMED = (8, 6, 5, 4, 3)
ROOM = 3900
"""How many letters of answers one page holds; with more, fewer options of an answer are named."""

ROOM_FOR_LINES = 2400
"""Up to how many letters there is room for each answer on a line of its own."""

ABOUT = N_(
    "The items are those of TIDieR, a checklist for describing programmes (Hoffmann and others, "
    "2014). It asks for two things more: what was changed on the way, and how well all of it was "
    "done. Both can be written only once the programme has run."
)
CUT = N_("Where a line ends with how many more there are, the plan itself names all of them.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedAnswer:
    """What was answered, under the short label of its question."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedItem:
    """One item: what is answered, and the labels of what is not said yet."""

    title: str
    answers: tuple[DescribedAnswer, ...]
    not_said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionStory:
    """A programme, item by item; ``about`` says what the items are and what is left out.

    ``has_room``: each answer may have a line of its own.
    """

    items: tuple[DescribedItem, ...]
    about: str
    has_room: bool


def tell_description(pack: Pack, plan: Plan) -> DescriptionStory:
    """Tell what a plan says to each item, as much as there is room for on a page.

    Questions that describe no item, and those that are not asked of this plan, are left out.
    """
    asked = [
        question
        for question in pack.questionnaire.questions
        if question.tidier and is_relevant(pack.questionnaire, question.id, plan.answer)
    ]
    told = [
        tuple(_item(title, asked, plan, most) for title in _titles(asked)) for most in MOST_NAMED
    ]
    items = next((each for each in told if _letters(each) <= ROOM), told[-1])
    about = (_(ABOUT), _(CUT) if items != told[0] else "")
    return DescriptionStory(
        items=items,
        about=" ".join(filter(None, about)),
        has_room=_letters(items) <= ROOM_FOR_LINES,
    )


def _titles(asked: Sequence[Question]) -> list[str]:
    """Return the items that questions describe; what TIDieR does not know comes last."""
    found = dict.fromkeys(question.tidier for question in asked)
    return sorted(found, key=lambda item: ITEMS.index(item) if item in ITEMS else len(ITEMS))


def _item(title: str, asked: Sequence[Question], plan: Plan, most: int) -> DescribedItem:
    return described(title, (each for each in asked if each.tidier == title), plan, most)


def described(title: str, questions: Iterable[Question], plan: Plan, most: int) -> DescribedItem:
    """Tell under a title what is answered of some questions, and which are not said yet."""
    answers, not_said = [], []
    for question in questions:
        if plan.answer(question.id).is_open:
            not_said.append(question.short or question.text)
        else:
            answers.append(described_answer(question, plan, most))
    return DescribedItem(
        title=title,
        answers=tuple(answers),
        not_said=_("Not said yet: {labels}.").format(labels="; ".join(not_said))
        if not_said
        else "",
    )


def described_answer(question: Question, plan: Plan, most: int) -> DescribedAnswer:
    """Tell one answer under its short label; of several options as many as there is room for."""
    return DescribedAnswer(
        label=question.short or question.text,
        text=few_words(question, plan.answer(question.id), most),
    )


def few_words(question: Question, answer: Answer, most: int) -> str:
    """Return an answer as it is read; of several options as many as there is room for."""
    if isinstance(answer.value, frozenset):
        chosen = [each.short or each.label for each in question.options if each.id in answer.value]
        return "; ".join(at_most(most, chosen))
    return answer_words(question, answer)


def _letters(items: Sequence[DescribedItem]) -> int:
    said = (len(each.label) + len(each.text) for item in items for each in item.answers)
    return sum(said) + sum(len(item.not_said) for item in items)
