"""The questionnaire, a plan and the evidence as plain text for a terminal.

Advice as text lives in ``advisor.export.text``.
"""

from collections.abc import Iterable

from advisor.errors import NotFound, did_you_mean
from advisor.export.terminal import TerminalPage
from advisor.language import _
from advisor.models.evidence import Configuration
from advisor.models.ids import ConfigurationId
from advisor.models.pack import Pack
from advisor.models.plan import Decision, OpenAnswer, Plan
from advisor.models.questionnaire import Question, QuestionKind
from advisor.telling.answers import AnswerLine, told_answers
from advisor.telling.entries import said, told_decision
from advisor.telling.library import about, source_entry
from advisor.telling.moved_answers import tell_moved
from advisor.telling.naming import own_risks
from advisor.telling.shelves import LibraryEntry
from advisor.telling.statements import statement


def questions_text(pack: Pack) -> str:
    """Return every question with its options, section by section."""
    page = TerminalPage()
    for section in pack.questionnaire.sections:
        page.heading(section.title)
        page.paragraph(section.intro)
        for question in pack.questionnaire.in_section(section.id):
            _question(page, question)
    return page.text()


def plan_text(pack: Pack, plan: Plan) -> str:
    """Return a plan's answers with their notes, its decisions and own entries."""
    page = TerminalPage()
    page.title(plan.title)
    page.paragraph(_("Plan {id}").format(id=plan.id))
    if plan.description:
        page.paragraph("")
        page.paragraph(plan.description)
    told = told_answers(pack.questionnaire, plan)
    for section in told.sections:
        _answers(page, section.title, section.lines)
    if told.inactive:
        _answers(page, _("Kept, but not used at the moment"), told.inactive)
    _decisions(page, pack, plan)
    _moved(page, pack, plan)
    return page.text()


def _moved(page: TerminalPage, pack: Pack, plan: Plan) -> None:
    moved = tell_moved(pack, plan)
    if moved is not None:
        page.heading(moved.heading)
        page.paragraph(moved.lead)
        for move in moved.moves:
            page.paragraph("")
            page.paragraph(move.about, 2)
            for line in move.lines:
                page.paragraph(line, 4)


def configurations_text(pack: Pack) -> str:
    """Return what the evidence is, then each configuration with what kind it is."""
    page = TerminalPage()
    page.title(str(pack.version))
    for part in about(pack):
        page.heading(part.heading)
        for line in part.lines:
            page.paragraph(line.text)
    page.heading(_("Statements"))
    for entry in (statement(pack, each) for each in pack.configurations):
        page.point(f"{entry.title} ({entry.line})", entry.id)
    return page.text()


def configuration_named(pack: Pack, configuration_id: str) -> Configuration:
    """Return a configuration by its id, whatever its capitals.

    Raises NotFound with the nearest id when there is none of this one.
    """
    wanted = ConfigurationId(configuration_id.upper())
    if wanted not in pack.configuration_by_id:
        raise NotFound(
            _('The evidence has no configuration "{configuration}".').format(
                configuration=configuration_id
            )
            + did_you_mean(wanted, pack.configuration_by_id)
        )
    return pack.configuration_by_id[wanted]


def configuration_text(pack: Pack, configuration_id: str) -> str:
    """Return all that the pack says about one configuration; NotFound when there is none."""
    entry = statement(pack, configuration_named(pack, configuration_id))
    page = TerminalPage()
    page.title(f"{entry.id} {entry.title}")
    page.paragraph(entry.line)
    for part in entry.parts:
        page.heading(part.heading)
        for line in part.lines:
            page.point(
                f"[{line.about}] {line.text}" if line.about else line.text, "-", 2 + 2 * line.depth
            )
    return page.text()


def sources_text(pack: Pack) -> str:
    """Return every source with how much of it was read."""
    page = TerminalPage()
    for source in pack.sources:
        _source(page, source_entry(pack, source))
    return page.text()


def _source(page: TerminalPage, entry: LibraryEntry) -> None:
    page.paragraph(f"{entry.id}: {entry.title}")
    unsure = _("The citation is to be confirmed.") if entry.is_to_be_confirmed else ""
    for words in (entry.address, f"{entry.line}.", unsure, entry.says):
        if words:
            page.paragraph(words, 2)
    page.paragraph("")


def _answers(page: TerminalPage, title: str, lines: Iterable[AnswerLine]) -> None:
    page.heading(title)
    for line in lines:
        page.paragraph(f"{line.asked} {line.answered}", 2)
        if line.note:
            page.paragraph(_("Note: {note}").format(note=line.note), 4)
        for words in line.otherwise:
            page.paragraph(words, 4)


def _decisions(page: TerminalPage, pack: Pack, plan: Plan) -> None:
    decided = [action for action in pack.actions if action.id in plan.decisions]
    if decided or plan.own_actions:
        page.heading(_("Decisions"))
    for action in decided:
        page.paragraph(action.text, 2)
        _decision(page, plan.decision(action.id))
    for own in plan.own_actions:
        page.paragraph(_("Added by you: {action}").format(action=own.text), 2)
        _decision(page, own.decision)
    if plan.own_risks:
        page.heading(_("Risks added by you"))
    for risk in own_risks(plan):
        page.paragraph(risk.sentence, 2)


def _decision(page: TerminalPage, decision: Decision) -> None:
    for sentence in said(told_decision(decision)):
        page.paragraph(sentence, 4)


def _question(page: TerminalPage, question: Question) -> None:
    page.paragraph("")
    core = _(" [quick start]") if question.core else ""
    page.paragraph(f"{question.text}{core}")
    page.paragraph(f"{question.id}: {_kind_words(question)}", 2)
    if question.hint:
        page.paragraph(question.hint, 2)
    for option in question.options:
        alone = _("{option} (on its own)").format(option=option.label)
        page.point(f"{option.id}: {alone if option.exclusive else option.label}", "-", 4)


def _kind_words(question: Question) -> str:
    still_open = OpenAnswer.on_purpose(question.nature)
    return _("{form}, or {open}").format(
        form=_form_words(question), open=f'{{"open": "{still_open}"}}'
    )


def _form_words(question: Question) -> str:
    match question.kind:
        case QuestionKind.SINGLE:
            return _("one of these")
        case QuestionKind.MULTIPLE:
            return _("all that fit")
        case QuestionKind.YES_NO:
            return _("true or false")
        case QuestionKind.NUMBER:
            return _("a number from {least} to {most} ({unit})").format(
                least=question.minimum, most=question.maximum, unit=question.unit
            )
