"""What workshop mode says of itself: where the room is, and which keys there are."""

from advisor.interview.one_by_one import OPEN_KEYS, OPTION_KEYS, OneByOne
from advisor.language import _
from advisor.models.plan import Answer, OpenAnswer
from advisor.models.questionnaire import Question, QuestionKind
from advisor.telling.spoken import in_one_run
from advisor.telling.words import OPEN_ANSWER, answer_words


def tell_place(going: OneByOne) -> str:
    """Say which question is open, of how many."""
    return _("Question {n} of {all}").format(n=going.number, all=len(going.asked))


def tell_question(going: OneByOne, question: Question, answer: Answer, keys: str) -> str:
    """Say what is heard with a question: which it is, its answer, what helps, and the keys."""
    said = answer_words(question, answer) if answer.value is not OpenAnswer.NOT_ANSWERED else ""
    now = _("Now: {answer}").format(answer=said) if said else ""
    return in_one_run((tell_place(going), now, question.hint, keys))


def tell_keys(question: Question, *, has_letters: bool) -> str:
    """Say which keys answer a question and lead on, as they are left on."""
    ways = _("Right arrow or Enter: next. Left arrow: back. Esc: leave.")
    if not has_letters:
        return " ".join((_("Tab and Space choose."), ways))
    return " ".join((_choosing(question), _aside(), ways))


def tell_writing_keys(*, is_number: bool) -> str:
    """Say what the keys do while something is being written."""
    if is_number:
        return _("Enter: next. Esc: leave the number.")
    return _("Enter: next field, then write it down. Esc: leave it for later.")


def _choosing(question: Question) -> str:
    left_open = OPEN_ANSWER[OpenAnswer.on_purpose(question.nature)]
    if question.kind is QuestionKind.NUMBER:
        words = _("Figures write the number, {key}: {left_open}.")
        return words.format(key=OPEN_KEYS[-1], left_open=left_open)
    many = 2 if question.kind is QuestionKind.YES_NO else len(question.options)
    keys = OPTION_KEYS[:many]
    words = _("{first} to {last} choose, {key}: {left_open}.")
    return words.format(first=keys[0], last=keys[-1], key=OPEN_KEYS[0], left_open=left_open)


def _aside() -> str:
    return _("W: why we ask. D: someone sees it differently.")
