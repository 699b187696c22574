"""The answers of a plan file, held against the questions that are asked."""

from collections.abc import Mapping

from advisor.errors import did_you_mean
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, GivenAnswer, OpenAnswer
from advisor.models.questionnaire import Question, QuestionKind
from advisor.models.texts import shown
from advisor.plan_files.values import Group, Spot, group, kind_of

_LONG_FORM = ("value", "open", "note")
_OPEN = tuple(OpenAnswer)


def read_answers(
    spot: Spot, value: object, pack: Pack, written_for: str
) -> dict[QuestionId, Answer]:
    """Return the answers in the order of the questionnaire; what is wrong is noted at the spot.

    ``null`` and an empty list say that there is no answer; an answer to a question that is not
    relevant is kept. ``written_for`` is the version of the pack that the file names, or empty.
    """
    if value is None:
        spot.refuse('"answers" is missing. Without any answers write {}.')
        return {}
    if not isinstance(value, dict):
        spot.refuse(f"A group of questions and answers is expected here, not {kind_of(value)}.")
        return {}
    _refuse_unknown(spot, value, pack, written_for)
    answers: dict[QuestionId, Answer] = {}
    for question in pack.questionnaire.questions:
        if question.id in value:
            answer = _answer(spot.at(question.id), value[question.id], question)
            if answer != Answer():
                answers[question.id] = answer
    return answers


def _refuse_unknown(
    spot: Spot, answers: Mapping[str, object], pack: Pack, written_for: str
) -> None:
    known = [question.id for question in pack.questionnaire.questions]
    since = f" The plan was written for {written_for}." if written_for else ""
    for name in answers:
        if name not in known and not spot.is_past_reading:
            spot.refuse(
                f"There is no question {shown(name)} in the evidence {pack.version}."
                f"{did_you_mean(name, known)}{since}"
            )


def _answer(spot: Spot, value: object, question: Question) -> Answer:
    if not isinstance(value, dict):
        return Answer(value=_value(spot, value, question))
    long = group(spot, value, _LONG_FORM)
    if "value" in long.values and "open" in long.values:
        spot.refuse('An answer is either given ("value") or open ("open"), and not both.')
    if "open" in long.values:
        said: GivenAnswer | OpenAnswer = _open(long)
    else:
        said = _value(spot.at("value"), long.values.get("value"), question)
    return Answer(value=said, note=long.text("note"))


def _open(long: Group) -> OpenAnswer:
    written = long.values["open"]
    if isinstance(written, str) and written in _OPEN:
        return OpenAnswer(written)
    guess = did_you_mean(written, _OPEN) if isinstance(written, str) else ""
    long.spot.at("open").refuse(
        f'An open answer is "not_sure", "not_decided" or "not_answered", and not '
        f"{kind_of(written)}.{guess}"
    )
    return OpenAnswer.NOT_ANSWERED


def _value(spot: Spot, value: object, question: Question) -> GivenAnswer | OpenAnswer:
    given = None if value is None else _given(spot, value, question)
    return OpenAnswer.NOT_ANSWERED if given is None else given


def _given(spot: Spot, value: object, question: Question) -> GivenAnswer | None:
    match question.kind:
        case QuestionKind.SINGLE:
            return _single(spot, value, question)
        case QuestionKind.MULTIPLE:
            return _multiple(spot, value, question)
        case QuestionKind.NUMBER:
            return _number(spot, value, question)
        case QuestionKind.YES_NO:
            return _yes_no(spot, value)


def _single(spot: Spot, value: object, question: Question) -> OptionId | None:
    match value:
        case str():
            return _option(spot, value, question)
        case [str(only)]:
            spot.refuse(f"This question takes one option: write {shown(only)} without the [ ].")
        case list():
            spot.refuse("This question takes one option and not a list.")
        case _:
            spot.refuse(f"One option is expected here as text, and not {kind_of(value)}.")
    return None


def _multiple(spot: Spot, value: object, question: Question) -> frozenset[OptionId] | None:
    if isinstance(value, str):
        spot.refuse(f"This question takes several options: write them in a list, [{shown(value)}].")
        return None
    if not isinstance(value, list):
        spot.refuse(f"A list of options is expected here, and not {kind_of(value)}.")
        return None
    if len(value) > len(question.options):
        spot.refuse(
            f"This list has {len(value):,} options; the question has {len(question.options)}."
        )
        return None
    chosen = [_listed_option(spot, item, question) for item in value]
    known = [option for option in chosen if option is not None]
    if len(set(known)) < len(known):
        spot.refuse("An option stands here more than once. Each may stand once.")
    _refuse_excluded(spot, question, known)
    return frozenset(known) or None


def _listed_option(spot: Spot, value: object, question: Question) -> OptionId | None:
    if isinstance(value, str):
        return _option(spot, value, question)
    spot.refuse(f"Each option is a text, and not {kind_of(value)}.")
    return None


def _refuse_excluded(spot: Spot, question: Question, chosen: list[OptionId]) -> None:
    alone = [option for option in chosen if question.option(option).exclusive]
    if alone and len(set(chosen)) > 1:
        spot.refuse(f'"{alone[0]}" excludes all other options. Choose it alone or leave it out.')


def _option(spot: Spot, value: str, question: Question) -> OptionId | None:
    known = [option.id for option in question.options]
    if value in known:
        return OptionId(value)
    if value in _OPEN:
        spot.refuse(f'To leave this open, write {{"open": "{value}"}}.')
    else:
        spot.refuse(
            f'There is no option {shown(value)} of "{question.id}".{did_you_mean(value, known)}'
        )
    return None


def _number(spot: Spot, value: object, question: Question) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        spot.refuse(f"A whole number is expected here, and not {kind_of(value)}.")
        return None
    if question.minimum <= value <= question.maximum:
        return value
    between = f"{question.minimum} to {question.maximum} {question.unit}"
    spot.refuse(f"A number from {between} is expected here.")
    return None


def _yes_no(spot: Spot, value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    spot.refuse(f"true or false is expected here, without quotes, and not {kind_of(value)}.")
    return None
