"""Whether the files for papers make sense: evaluation, training, starters, words and moves."""

import re
from collections.abc import Iterable, Iterator

from advisor.checks.condition_checks import PlacedCondition, key_of, tests_in_place
from advisor.checks.problems import NO_OWNER, NO_SLOT, Problem, Trail, dangling
from advisor.checks.references import (
    missing_actions,
    missing_configurations,
    missing_options,
    missing_question,
    missing_terms,
)
from advisor.language import _
from advisor.models.conditions import Condition, options_of, tests_in
from advisor.models.materials import STARTER_KINDS, SentencePart, Session, Slot, Starter
from advisor.models.moves import AnswerMove, Moves
from advisor.models.pack import Pack
from advisor.models.questionnaire import Question, QuestionKind

FEWEST_LINES, MOST_LINES = 3, 6
"""How many lines ``cover`` of a session may have."""

_SLOT = re.compile(r"\{([^{}]*)\}")


def problems_in_materials(pack: Pack) -> Iterator[Problem]:
    """Yield what makes no sense in the files that papers are made from, and in the moves."""
    yield from _in_evaluation(pack)
    for session in pack.training.sessions:
        yield from _in_session(session, pack)
    yield from _in_starters(pack)
    for sentence in pack.paper_words.plan_in_a_line:
        for key, parts in (("opening", sentence.opening), ("then", sentence.then)):
            for number, part in enumerate(parts):
                trail: Trail = ("plan_in_a_line", sentence.id, key, part.id)
                yield from _in_part(part, trail, pack, is_first=key == "opening" and not number)
    if pack.moves is not None:
        yield from _in_moves(pack.moves, pack)


def _in_evaluation(pack: Pack) -> Iterator[Problem]:
    file, evaluation = "evaluation", pack.evaluation
    for often, owner in evaluation.read_by.items():
        yield from missing_terms(file, ("read_by", often), NO_OWNER, (owner,), pack.owners)
    for asked in evaluation.questions:
        trail: Trail = ("questions", asked.id)
        yield from missing_configurations(
            file, (*trail, "configurations"), asked.configurations, pack
        )
        yield from missing_terms(
            file, (*trail, "asked_by"), NO_OWNER, (asked.asked_by,), pack.owners
        )
    for count in evaluation.counts:
        trail = ("counts", count.id, "configurations")
        yield from missing_configurations(file, trail, count.configurations, pack)


def _in_session(session: Session, pack: Pack) -> Iterator[Problem]:
    file = "training"
    trail: Trail = ("sessions", session.id)
    yield from missing_terms(file, (*trail, "led_by"), NO_OWNER, (session.led_by,), pack.owners)
    yield from _in_cover((*trail, "cover"), session.cover)
    yield from missing_actions(file, (*trail, "actions"), session.actions, pack)
    yield from missing_configurations(
        file, (*trail, "configurations"), session.configurations, pack
    )
    if session.minutes < 1:
        message = _("A session takes time. Write its minutes.")
        yield Problem(file=file, trail=(*trail, "minutes"), message=message)
    for number, variant in enumerate(session.variants):
        inner = (*trail, "variants", number)
        if variant.cover:
            yield from _in_cover((*inner, "cover"), variant.cover)
        yield from missing_actions(file, (*inner, "actions"), variant.actions, pack)
        replaced = (variant.title, variant.cover, variant.exercise, variant.learnt_when)
        if not any(replaced) and not variant.actions:
            message = _("This replaces nothing. Say what is different.")
            yield Problem(file=file, trail=inner, message=message)


def _in_cover(trail: Trail, cover: tuple[str, ...]) -> Iterator[Problem]:
    if not FEWEST_LINES <= len(cover) <= MOST_LINES:
        message = _(
            "Write {fewest} to {most} lines here and not {n}: a paper prints them in place of the "
            "actions."
        ).format(n=len(cover), fewest=FEWEST_LINES, most=MOST_LINES)
        yield Problem(file="training", trail=trail, message=message)


def _in_starters(pack: Pack) -> Iterator[Problem]:
    file, starters = "templates", pack.starters
    slots = [slot.id for slot in starters.slots]
    used: set[str] = set()
    for slot in starters.slots:
        yield from _in_slot(slot, pack)
    for starter in starters.templates:
        for trail, line in _lines(starter):
            for slot_id in _SLOT.findall(line):
                used.add(slot_id)
                if slot_id not in slots:
                    yield dangling(file, trail, NO_SLOT, slot_id, slots)
        yield from _in_starter(starter, pack)
    for slot_id in slots:
        if slot_id not in used:
            message = _("No line has this slot. Use it, or remove it.")
            trail = ("slots", slot_id)
            yield Problem(file=file, trail=trail, message=message, whole=(file,))
    yield from _in_starter_kinds(starters.templates)


def _lines(starter: Starter) -> Iterator[tuple[Trail, str]]:
    for block in starter.blocks:
        trail: Trail = ("templates", starter.id, "blocks", block.id)
        yield (*trail, "heading"), block.heading
        for number, line in enumerate(block.lines):
            yield (*trail, "lines", number), line


def _in_starter(starter: Starter, pack: Pack) -> Iterator[Problem]:
    file = "templates"
    trail: Trail = ("templates", starter.id)
    yield from missing_configurations(
        file, (*trail, "configurations"), starter.configurations, pack
    )
    if not starter.blocks:
        message = _("There is nothing to print. Write a block.")
        yield Problem(file=file, trail=(*trail, "blocks"), message=message)
    elif not starter.blocks[0].heading:
        message = _("The first block of a template needs a heading.")
        yield Problem(
            file=file, trail=(*trail, "blocks", starter.blocks[0].id, "heading"), message=message
        )
    for block in starter.blocks:
        if not block.lines:
            message = _("This block has no lines. Write one.")
            yield Problem(file=file, trail=(*trail, "blocks", block.id, "lines"), message=message)


def _in_starter_kinds(starters: Iterable[Starter]) -> Iterator[Problem]:
    seen: set[str] = set()
    for starter in starters:
        if starter.kind in seen:
            message = _('There is a template of the kind "{kind}" already. Keep one.').format(
                kind=starter.kind
            )
            trail: Trail = ("templates", starter.id, "kind")
            yield Problem(file="templates", trail=trail, message=message)
        seen.add(starter.kind)
    for kind in STARTER_KINDS:
        # An edition of the first shape has no templates at all.
        if seen and kind not in seen:
            message = _('There is no template of the kind "{kind}". Each kind comes once.').format(
                kind=kind
            )
            yield Problem(
                file="templates", trail=("templates",), message=message, whole=("templates",)
            )


def _in_slot(slot: Slot, pack: Pack) -> Iterator[Problem]:
    file = "templates"
    trail: Trail = ("slots", slot.id)
    if slot.question is None:
        if slot.texts:
            message = _("Texts are chosen by the answer to a question. Name it in question.")
            yield Problem(file=file, trail=(*trail, "texts"), message=message)
        return
    if slot.question not in pack.questionnaire:
        yield from missing_question(file, (*trail, "question"), slot.question, pack)
        return
    question = pack.questionnaire[slot.question]
    options = ((option, option) for option in slot.texts)
    yield from missing_options(file, (*trail, "texts"), question.id, options, pack)
    for option in question.options:
        if option.id not in slot.texts and not option.informational:
            message = _('Nothing is written for the answer "{option}". Add it.').format(
                option=option.id
            )
            yield Problem(file=file, trail=(*trail, "texts"), message=message)
    yield from _in_joined(slot, question)


def _in_joined(slot: Slot, question: Question) -> Iterator[Problem]:
    trail: Trail = ("slots", slot.id, "joined")
    is_multiple = question.kind is QuestionKind.MULTIPLE
    if is_multiple and not slot.joined:
        message = _('"{question}" takes several options: write joined: true.').format(
            question=question.id
        )
        yield Problem(file="templates", trail=trail, message=message)
    if slot.joined and not is_multiple:
        message = _(
            '"{question}" takes one answer, so there is nothing to join. Remove this.'
        ).format(question=question.id)
        yield Problem(file="templates", trail=trail, message=message)


def _in_part(part: SentencePart, trail: Trail, pack: Pack, *, is_first: bool) -> Iterator[Problem]:
    file = "paper_words"
    if not is_first and not part.join:
        message = _('Only the first part can do without "join": the words would run together.')
        yield Problem(file=file, trail=(*trail, "join"), message=message)
    if part.question is not None:
        yield from missing_question(file, (*trail, "question"), part.question, pack)
        if part.question in pack.questionnaire:
            options = ((option, option) for option in part.texts)
            yield from missing_options(file, (*trail, "texts"), part.question, options, pack)
    for number, choice in enumerate(part.choices):
        yield from _certain(pack, (*trail, "choices", number, "when"), choice.when)
    yield from _certain(pack, (*trail, "when"), part.when)


def _certain(pack: Pack, trail: Trail, condition: Condition | None) -> Iterator[Problem]:
    """Yield tests that name all options: they hold for an open answer, and say more than it."""
    if condition is None:
        return
    placed = PlacedCondition(file="paper_words", trail=trail, condition=condition)
    for inner in tests_in_place(placed):
        for test in tests_in(inner.condition):
            if test.question in pack.questionnaire:
                options = {option.id for option in pack.questionnaire[test.question].options}
                if options and options <= set(options_of(test)):
                    message = _(
                        "This names all options, so it is certain while the answer is open. "
                        "Ask for each option in a choice of its own."
                    )
                    where = (*inner.trail, key_of(test))
                    yield Problem(file="paper_words", trail=where, message=message)


def _in_moves(moves: Moves, pack: Pack) -> Iterator[Problem]:
    file = "moves"
    if moves.after != pack.version.version:
        message = _("Plans move to this edition: write '{version}'.").format(
            version=pack.version.version
        )
        yield Problem(file=file, trail=("to",), message=message)
    if moves.before == pack.version.version:
        message = _("Plans move from an earlier edition, and not from this one.")
        yield Problem(file=file, trail=("from",), message=message)
    for number, answer in enumerate(moves.answers):
        yield from _in_answer_move(answer, ("answers", number), pack)
    for number, action in enumerate(moves.actions):
        trail: Trail = ("actions", number)
        if action.action in pack.action_by_id:
            message = _('"{action}" is an action of this edition, so it does not move.').format(
                action=action.action
            )
            yield Problem(file=file, trail=(*trail, "action"), message=message)
        if not action.into:
            message = _("Which actions took it in? Name one.")
            yield Problem(file=file, trail=(*trail, "into"), message=message)
        yield from missing_actions(file, (*trail, "into"), action.into, pack)


def _in_answer_move(move: AnswerMove, trail: Trail, pack: Pack) -> Iterator[Problem]:
    """An answer that stays must be one of this edition, and so must one that is proposed."""
    file = "moves"
    if move.becomes is None:
        yield from missing_question(file, (*trail, "question"), move.question, pack)
        if move.question in pack.questionnaire and move.option is not None:
            wanted = (("option", move.option),)
            yield from missing_options(file, trail, move.question, wanted, pack)
        return
    question_id, options = move.becomes
    inner = (*trail, "becomes")
    yield from missing_question(file, (*inner, "question"), question_id, pack)
    if question_id not in pack.questionnaire:
        return
    yield from missing_options(file, (*inner, "options"), question_id, enumerate(options), pack)
    question = pack.questionnaire[question_id]
    if not options:
        message = _("Which answer is proposed? Name an option.")
        yield Problem(file=file, trail=(*inner, "options"), message=message)
    if len(options) > 1 and question.kind is not QuestionKind.MULTIPLE:
        message = _('"{question}" takes one option: propose one.').format(question=question_id)
        yield Problem(file=file, trail=(*inner, "options"), message=message)
