"""The evidence library told: what can be looked up in it, and what each entry says."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from advisor.language import N_, _
from advisor.models import evidence
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.telling import naming
from advisor.telling.cards import NOT_COUNTED
from advisor.telling.outline import Line, Part, outline
from advisor.telling.words import (
    DOMAIN,
    EFFECT_HEADING,
    LEVEL,
    NO_ACTION_TESTED,
    RECONSTRUCTION,
    SERVICE,
    SPLIT_CONFIDENCE,
)

FORMATS = QuestionId("formats")

_COVERAGE = {
    evidence.Coverage.COVERED: N_("The evidence speaks about this"),
    evidence.Coverage.CONDITIONAL: N_("The evidence speaks about this in part"),
    evidence.Coverage.NOT_APPLICABLE: N_("Cannot happen in this form"),
    evidence.Coverage.NOT_COVERED: N_("The evidence does not speak about this"),
    evidence.Coverage.ELSEWHERE: N_("The review does not speak about this; other sources do"),
}
_KIND = {
    "qualitative": N_("Qualitative study"),
    "guidance": N_("Guidance"),
    "web_page": N_("Web page"),
    "review": N_("Review"),
    "trial": N_("Trial"),
    "other": N_("Other"),
    "theory": N_("Theory"),
    "realist_review": N_("Realist review"),
    "meta_analysis": N_("Meta-analysis"),
}


OURS = N_("What must be there, and when it counts as missing, is this pack's own.")


class Shelf(StrEnum):
    """The kinds of entry that the library holds."""

    CONFIGURATIONS = "configurations"
    GATES = "gates"
    ACTIONS = "actions"
    SOURCES = "sources"
    GLOSSARY = "glossary"


SHELF = {
    Shelf.CONFIGURATIONS: N_("Statements"),
    Shelf.GATES: N_("Before you open"),
    Shelf.ACTIONS: N_("Actions"),
    Shelf.SOURCES: N_("Sources"),
    Shelf.GLOSSARY: N_("Words explained"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryEntry:
    """One entry of the library.

    ``line`` says in a few words what it is and ``says`` in short what it says; ``parts`` say
    all of it. ``address`` is where a source can be found, or empty.
    """

    id: str
    shelf: Shelf
    title: str
    line: str
    says: str
    parts: tuple[Part, ...]
    address: str = ""
    is_to_be_confirmed: bool = False

    def mentions(self, words: Iterable[str]) -> bool:
        """Whether every word is somewhere in the entry, whatever its case and accents."""
        lines = (line.text for part in self.parts for line in part.lines)
        text = plain(" ".join((self.id, self.title, self.line, *lines)))
        return all(word in text for word in words)


def plain(text: str) -> str:
    """Return a text without case and accents, to search in."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in split if not unicodedata.combining(character))


def found(
    entries: Iterable[LibraryEntry], wanted: str, shelf: Shelf | None
) -> tuple[LibraryEntry, ...]:
    """Return the entries of a shelf (or of all) that mention every word."""
    words = plain(wanted).split()
    return tuple(
        entry for entry in entries if shelf in (None, entry.shelf) and entry.mentions(words)
    )


def entries_of(pack: Pack) -> tuple[LibraryEntry, ...]:
    """Return everything the library holds, shelf by shelf, in the pack's order."""
    return (
        *(statement(pack, each) for each in pack.configurations),
        *(_gate(each, pack) for each in pack.gates),
        *(_action(pack, each) for each in pack.actions),
        *(source_entry(pack, each) for each in pack.sources),
        *(_explained(term, meaning) for term, meaning in pack.glossary.items()),
    )


def about(pack: Pack) -> tuple[Part, ...]:
    """Say what the pack is, how sure it is, what it covers and what it is not."""
    edition = _("{title} (edition {edition})").format(
        title=pack.title, edition=pack.version.version
    )
    ladder = (
        _("{step}: {meaning}").format(step=step.label, meaning=step.definition)
        if step.definition
        else step.label
        for step in pack.evidence_ladder
    )
    due = _("This edition is due for review in {month}.").format(month=pack.review_due)
    return (
        _part(edition, pack.scope.about, _(RECONSTRUCTION)),
        _part(_("How sure: the steps of the ladder"), *ladder),
        _part(
            _("How sure: where one theme ends and the next begins"),
            *(f"{words}." for words in SPLIT_CONFIDENCE.values()),
        ),
        _part(_("Covered"), *pack.scope.covered),
        _part(_("What it is not"), *pack.scope.not_a),
        _part(_("Licence and review"), pack.licence, due),
    )


def statement(pack: Pack, each: evidence.Configuration) -> LibraryEntry:
    """Tell one configuration: context, mechanism, outcome, rules, actions and sources."""
    kinds = (
        DOMAIN[each.domain],
        _(naming.EXTRA) if each.supplementary else "",
        pack.label_of("evidence", each.evidence),
    )
    return LibraryEntry(
        id=each.id,
        shelf=Shelf.CONFIGURATIONS,
        title=naming.title_with_term(each),
        line=_kinds(*kinds),
        says=each.summary,
        parts=_filled(_statement_parts(pack, each)),
    )


def _statement_parts(pack: Pack, each: evidence.Configuration) -> Iterator[Part]:
    yield _part(_("In short"), each.summary)
    yield _part(_("In this context"), each.context)
    yield _part(_("This may happen"), each.mechanism.resource, each.mechanism.reasoning)
    yield _part(_("Leading to"), each.outcome)
    yield _part(_("Take care"), each.caution)
    yield _part(_("How you would notice"), each.sign)
    if each.needs:
        yield _part(_("What it depends on"), *(need.text for need in each.needs))
    for rule in each.rules:
        heading = _("{effect}: when").format(effect=EFFECT_HEADING[rule.effect])
        lines = (line for branch in rule.branches for line in _branch(pack, each, rule, branch))
        yield Part(heading=heading, lines=tuple(lines))
    yield _part(_("For each form of support"), *_coverage(pack, each))
    yield Part(heading=_("What you could do"), lines=tuple(_serving(pack, each)))
    yield Part(heading=_("Both sides of one choice"), lines=tuple(_two_sided(pack, each)))
    yield _part(
        _("Where it comes from"),
        naming.provenance_words(each),
        naming.confidence_words(each),
        _("Theme: {theme}.").format(theme=each.theme),
    )
    yield Part(heading=_("Sources"), lines=_sourced(pack, each.sources))
    elsewhere = _sourced(pack, each.elsewhere_sources)
    yield Part(heading=_("From other sources"), lines=elsewhere)


def _branch(
    pack: Pack, each: evidence.Configuration, rule: evidence.Rule, branch: evidence.Branch
) -> Iterator[Line]:
    """Tell one way in which a rule comes to apply, and what of it is not the review's."""
    about = f"{rule.id}/{branch.id}" if len(rule.branches) > 1 else rule.id
    yield Line(text=branch.note, about=about)
    if branch.elsewhere:
        yield Line(text=_("From other sources. {words}").format(words=_(NOT_COUNTED)), depth=1)
    if branch.evidence and branch.evidence != each.evidence:
        step = pack.label_of("evidence", branch.evidence)
        yield Line(text=_("How well supported: {step}.").format(step=step), depth=1)
    if branch.sign:
        yield Line(text=_("How you would notice: {sign}").format(sign=branch.sign), depth=1)
    yield from outline(branch.when, pack.questionnaire, 1)
    for action in branch.answered_by:
        words = _("What answers it: {action}").format(action=pack.action_by_id[action].text)
        yield Line(text=words, depth=1, about=action)


def _sourced(pack: Pack, sayings: Iterable[evidence.SourceSaying]) -> tuple[Line, ...]:
    return tuple(
        Line(
            text=f"{saying.says} — {naming.cited_with_reading(pack.source_by_id[saying.source])}",
            about=saying.source,
        )
        for saying in sayings
    )


def _two_sided(pack: Pack, each: evidence.Configuration) -> Iterator[Line]:
    """Tell the choices with two sides of which a statement is one."""
    for tension in pack.tensions:
        if each.id in (*tension.benefit_side, *tension.risk_side):
            yield Line(text=tension.title, about=tension.id)
            for words, text in (
                (N_("It may help: {words}"), tension.good),
                (N_("It may harm: {words}"), tension.harm),
                (N_("What keeps it safe: {words}"), tension.keeps_safe),
            ):
                if text:
                    yield Line(text=_(words).format(words=text), depth=1)


def _coverage(pack: Pack, each: evidence.Configuration) -> Iterator[str]:
    question = pack.questionnaire[FORMATS]
    for option, coverage in each.coverage.items():
        yield _("{form}: {coverage}.").format(
            form=question.option(OptionId(option)).label, coverage=_(_COVERAGE[coverage])
        )


def _serving(pack: Pack, each: evidence.Configuration) -> Iterator[Line]:
    """Tell what could be done about a statement, and first that none of it was tested."""
    actions = [action for action in pack.actions if action.serves_configuration(each.id)]
    if actions:
        yield Line(text=_(NO_ACTION_TESTED))
    for action in actions:
        how = next(serving.how for serving in action.serves if serving.configuration == each.id)
        words = _("{purpose}: {action}").format(purpose=SERVICE[how], action=action.text)
        yield Line(text=words, about=action.id)


def _gate(gate: evidence.Gate, pack: Pack) -> LibraryEntry:
    actions = (Line(text=pack.action_by_id[action].text, about=action) for action in gate.actions)
    parts = (
        _part(_("What is missing"), gate.text),
        Part(heading=_("When"), lines=outline(gate.when, pack.questionnaire)),
        Part(heading=_("What you could do"), lines=tuple(actions)),
    )
    return LibraryEntry(
        id=gate.id,
        shelf=Shelf.GATES,
        title=gate.in_place,
        line=LEVEL[gate.level],
        says=gate.text,
        parts=_filled((*parts, _part(_("Where it comes from"), _(OURS)))),
    )


def _action(pack: Pack, action: evidence.Action) -> LibraryEntry:
    serves = (
        _("{purpose}: {finding}.").format(
            purpose=SERVICE[serving.how],
            finding=pack.configuration_by_id[serving.configuration].title,
        )
        for serving in action.serves
    )
    support = _("{evidence}. No source tested this action on its own.").format(
        evidence=pack.label_of("evidence", action.evidence)
    )
    citations = (naming.cited_with_reading(pack.source_by_id[source]) for source in action.sources)
    parts = (
        _part(_("Done when"), action.done_when),
        _part(_("Who"), pack.label_of("owner", action.owner)),
        _part(_("What it is for"), *serves),
        _part(_("Take care"), action.caution),
        _part(_("How well supported"), support, *citations),
    )
    kinds = (
        pack.label_of("stage", action.stage),
        _("safety") if action.safety else "",
    )
    return LibraryEntry(
        id=action.id,
        shelf=Shelf.ACTIONS,
        title=action.text,
        line=_kinds(*kinds),
        says=action.done_when,
        parts=_filled(parts),
    )


def source_entry(pack: Pack, source: evidence.Source) -> LibraryEntry:
    """Tell one source: what it is, how it was read, what it says and what it is used for."""
    used = (
        _("{finding}: {says}").format(finding=each.title, says=saying.says)
        for each in pack.configurations
        for saying in (*each.sources, *each.elsewhere_sources)
        if saying.source == source.id
    )
    parts = (
        _part(_("Citation"), source.citation),
        _part(_("Who was asked or studied"), source.population),
        _part(_("What it says"), source.says),
        _part(_("How it was read"), _("{how_read}.").format(how_read=naming.read_words(source))),
        _part(_("Used for"), *used),
    )
    kind = _(_KIND[source.kind]) if source.kind in _KIND else source.kind
    return LibraryEntry(
        id=source.id,
        shelf=Shelf.SOURCES,
        title=source.citation,
        line=_kinds(kind, naming.read_words(source)),
        says=f"{source.population}. {source.says}" if source.population else source.says,
        parts=_filled(parts),
        address=naming.link_of(source),
        is_to_be_confirmed=source.is_to_be_confirmed,
    )


def _explained(term: str, meaning: str) -> LibraryEntry:
    return LibraryEntry(
        id=f"glossary:{term}",
        shelf=Shelf.GLOSSARY,
        title=term[:1].upper() + term[1:],
        line=meaning,
        says=meaning,
        parts=(_part(_("Meaning"), meaning),),
    )


def _part(heading: str, *texts: str) -> Part:
    return Part(heading=heading, lines=tuple(Line(text=text) for text in texts if text))


def _filled(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.lines)


def _kinds(*words: str) -> str:
    return " · ".join(word for word in words if word)
