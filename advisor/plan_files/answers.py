"""The answers of a plan file, held against the questions that are asked."""

from collections.abc import Mapping
from dataclasses import replace

from advisor.errors import did_you_mean
from advisor.language import N_, _
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack, PackVersion
from advisor.models.plan import Answer, GivenAnswer, OpenAnswer
from advisor.models.questionnaire import Nature, Option, Question, QuestionKind
from advisor.models.texts import shown
from advisor.plan_files.values import Group, Spot, group, kind_of, refuse_kind

_LONG_FORM = ("value", "open", "note", "edition")
_OPEN = tuple(OpenAnswer)


def read_answers(
    spot: Spot, value: object, pack: Pack, written_for: PackVersion | None
) -> dict[QuestionId, Answer]:
    """Return the answers in the order of the questionnaire; what is wrong is noted at the spot.

    ``null`` and an empty list say that there is no answer; an answer to a question that is not
    relevant is kept, and one to a question of the edition before that this one asks otherwise.
    ``written_for`` is the version of the pack that the file names, if it names one.
    """
    if value is None:
        spot.refuse(_('"answers" is missing. Without any answers write {}.'))
        return {}
    if not isinstance(value, dict):
        sentence = N_("A group of questions and answers is expected here, not {given}.")
        refuse_kind(spot, sentence, value)
        return {}
    gone = gone_questions(pack)
    _refuse_unknown(spot, value, pack, written_for)
    edition = (written_for or pack.version).version
    answers: dict[QuestionId, Answer] = {}
    for question in (*pack.questionnaire.questions, *gone):
        if question.id in value:
            answer = _answer(spot.at(question.id), value[question.id], question)
            if answer != Answer():
                answers[question.id] = replace(answer, edition=answer.edition or edition)
    return answers


def gone_questions(pack: Pack) -> tuple[Question, ...]:
    """Return the questions of the edition before that are asked otherwise now.

    Of each, what the moves know: that it took one of some options.
    """
    moves = pack.moves.answers if pack.moves else ()
    questions = dict.fromkeys(m.question for m in moves if m.question not in pack.questionnaire)
    return tuple(
        Question(
            id=question,
            section=pack.questionnaire.sections[0].id,
            core=False,
            text="",
            why="",
            kind=QuestionKind.SINGLE,
            nature=Nature.CONTEXT,
            options=tuple(
                Option(id=move.option, label="")
                for move in moves
                if move.question == question and move.option is not None
            ),
        )
        for question in questions
    )


def _refuse_unknown(
    spot: Spot, answers: Mapping[str, object], pack: Pack, written_for: PackVersion | None
) -> None:
    known = [question.id for question in (*pack.questionnaire.questions, *gone_questions(pack))]
    since = ""
    if written_for:
        since = " " + _("The plan was written for {version}.").format(version=written_for)
    for name in answers:
        if name not in known and not spot.is_past_reading:
            sentence = _("There is no question {question} in the evidence {version}.").format(
                question=shown(name), version=pack.version
            )
            spot.refuse(f"{sentence}{did_you_mean(name, known)}{since}")


def _answer(spot: Spot, value: object, question: Question) -> Answer:
    if not isinstance(value, dict):
        return Answer(value=_value(spot, value, question))
    long = group(spot, value, _LONG_FORM)
    if "value" in long.values and "open" in long.values:
        spot.refuse(_('An answer is either given ("value") or open ("open"), and not both.'))
    if "open" in long.values:
        said: GivenAnswer | OpenAnswer = _open(long)
    else:
        said = _value(spot.at("value"), long.values.get("value"), question)
    return Answer(value=said, note=long.text("note"), edition=long.line("edition"))


def _open(long: Group) -> OpenAnswer:
    written = long.values["open"]
    if isinstance(written, str) and written in _OPEN:
        return OpenAnswer(written)
    guess = did_you_mean(written, _OPEN) if isinstance(written, str) else ""
    sentence = _(
        'An open answer is "not_sure", "not_decided" or "not_answered", and not {given}.'
    ).format(given=kind_of(written))
    long.spot.at("open").refuse(sentence + guess)
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
            sentence = _("This question takes one option: write {option} without the [ ].")
            spot.refuse(sentence.format(option=shown(only)))
        case list():
            spot.refuse(_("This question takes one option and not a list."))
        case _:
            refuse_kind(spot, N_("One option is expected here as text, and not {given}."), value)
    return None


def _multiple(spot: Spot, value: object, question: Question) -> frozenset[OptionId] | None:
    if isinstance(value, str):
        sentence = _("This question takes several options: write them in a list, [{option}].")
        spot.refuse(sentence.format(option=shown(value)))
        return None
    if not isinstance(value, list):
        refuse_kind(spot, N_("A list of options is expected here, and not {given}."), value)
        return None
    if len(value) > len(question.options):
        sentence = _("This list has {listed:,} options; the question has {known}.")
        spot.refuse(sentence.format(listed=len(value), known=len(question.options)))
        return None
    chosen = [_listed_option(spot, item, question) for item in value]
    known = [option for option in chosen if option is not None]
    if len(set(known)) < len(known):
        spot.refuse(_("An option stands here more than once. Each may stand once."))
    _refuse_excluded(spot, question, known)
    return frozenset(known) or None


def _listed_option(spot: Spot, value: object, question: Question) -> OptionId | None:
    if isinstance(value, str):
        return _option(spot, value, question)
    refuse_kind(spot, N_("Each option is a text, and not {given}."), value)
    return None


def _refuse_excluded(spot: Spot, question: Question, chosen: list[OptionId]) -> None:
    alone = [option for option in chosen if question.option(option).exclusive]
    if alone and len(set(chosen)) > 1:
        sentence = _('"{option}" excludes all other options. Choose it alone or leave it out.')
        spot.refuse(sentence.format(option=alone[0]))


def _option(spot: Spot, value: str, question: Question) -> OptionId | None:
    known = [option.id for option in question.options]
    if value in known:
        return OptionId(value)
    if value in _OPEN:
        spot.refuse(_('To leave this open, write {{"open": "{value}"}}.').format(value=value))
    else:
        sentence = _('There is no option {option} of "{question}".').format(
            option=shown(value), question=question.id
        )
        spot.refuse(sentence + did_you_mean(value, known))
    return None


def _number(spot: Spot, value: object, question: Question) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        refuse_kind(spot, N_("A whole number is expected here, and not {given}."), value)
        return None
    if question.minimum <= value <= question.maximum:
        return value
    sentence = _("A number from {minimum} to {maximum} {unit} is expected here.")
    spot.refuse(
        sentence.format(minimum=question.minimum, maximum=question.maximum, unit=question.unit)
    )
    return None


def _yes_no(spot: Spot, value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    sentence = N_("true or false is expected here, without quotes, and not {given}.")
    refuse_kind(spot, sentence, value)
    return None
