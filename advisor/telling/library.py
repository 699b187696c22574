"""The evidence library told: what can be looked up in it, and what each entry says."""

from collections.abc import Iterator
from functools import partial

from advisor.language import N_, _
from advisor.models import evidence
from advisor.models.gates import Gate
from advisor.models.pack import Pack
from advisor.telling import naming
from advisor.telling.naming import link_of, read_words
from advisor.telling.outline import Line, Part, outline, told_part
from advisor.telling.shelves import LibraryEntry, Shelf, kinds_line
from advisor.telling.statements import statement
from advisor.telling.words import LEVEL, RECONSTRUCTION, SERVICE, SPLIT_CONFIDENCE

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


def entries_of(pack: Pack) -> tuple[LibraryEntry, ...]:
    """Return everything the library holds, shelf by shelf, in the pack's order, to be searched."""
    return tuple(each.made_ready() for each in each_entry(pack))


def each_entry(pack: Pack) -> Iterator[LibraryEntry]:
    """Yield everything the library holds, each told when it is wanted."""
    yield from (statement(pack, each) for each in pack.configurations)
    yield from (_gate(each, pack) for each in pack.gates)
    yield from (_action(pack, each) for each in pack.actions)
    yield from (source_entry(pack, each) for each in pack.sources)
    yield from (_explained(term, meaning) for term, meaning in pack.glossary.items())


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
        told_part(edition, pack.scope.about, _(RECONSTRUCTION)),
        told_part(_("How sure: the steps of the ladder"), *ladder),
        told_part(
            _("How sure: where one theme ends and the next begins"),
            *(f"{words}." for words in SPLIT_CONFIDENCE.values()),
        ),
        told_part(_("Covered"), *pack.scope.covered),
        told_part(_("What it is not"), *pack.scope.not_a),
        told_part(_("Licence and review"), pack.licence, due),
    )


def _gate(gate: Gate, pack: Pack) -> LibraryEntry:
    return LibraryEntry(
        id=gate.id,
        shelf=Shelf.GATES,
        title=gate.in_place,
        line=LEVEL[gate.level],
        says=gate.text,
        tell=partial(_gate_parts, gate, pack),
    )


def _gate_parts(gate: Gate, pack: Pack) -> Iterator[Part]:
    actions = (Line(text=pack.action_by_id[action].text, about=action) for action in gate.actions)
    yield told_part(_("What is missing"), gate.text)
    yield Part(heading=_("When"), lines=outline(gate.when, pack.questionnaire))
    yield Part(heading=_("What you could do"), lines=tuple(actions))
    yield told_part(_("Where it comes from"), _(OURS))


def _action(pack: Pack, action: evidence.Action) -> LibraryEntry:
    kinds = (
        pack.label_of("stage", action.stage),
        _("safety") if action.safety else "",
    )
    return LibraryEntry(
        id=action.id,
        shelf=Shelf.ACTIONS,
        title=action.text,
        line=kinds_line(*kinds),
        says=action.done_when,
        tell=partial(_action_parts, pack, action),
    )


def _action_parts(pack: Pack, action: evidence.Action) -> Iterator[Part]:
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
    yield told_part(_("Done when"), action.done_when)
    yield told_part(_("Who"), pack.label_of("owner", action.owner))
    yield told_part(_("What it is for"), *serves)
    yield told_part(_("Take care"), action.caution)
    yield told_part(_("How well supported"), support, *citations)


def source_entry(pack: Pack, source: evidence.Source) -> LibraryEntry:
    """Tell one source: what it is, how it was read, what it says and what it is used for."""
    kind = _(_KIND[source.kind]) if source.kind in _KIND else source.kind
    return LibraryEntry(
        id=source.id,
        shelf=Shelf.SOURCES,
        title=source.citation,
        line=kinds_line(kind, read_words(source)),
        says=f"{source.population}. {source.says}" if source.population else source.says,
        tell=partial(_source_parts, pack, source),
        address=link_of(source),
        is_to_be_confirmed=source.is_to_be_confirmed,
    )


def _source_parts(pack: Pack, source: evidence.Source) -> Iterator[Part]:
    used = (
        _("{finding}: {says}").format(finding=each.title, says=saying.says)
        for each in pack.configurations
        for saying in (*each.sources, *each.elsewhere_sources)
        if saying.source == source.id
    )
    yield told_part(_("Citation"), source.citation)
    yield told_part(_("Who was asked or studied"), source.population)
    yield told_part(_("What it says"), source.says)
    yield told_part(_("How it was read"), _("{how_read}.").format(how_read=read_words(source)))
    yield told_part(_("Used for"), *used)


def _explained(term: str, meaning: str) -> LibraryEntry:
    return LibraryEntry(
        id=f"glossary:{term}",
        shelf=Shelf.GLOSSARY,
        title=term[:1].upper() + term[1:],
        line=meaning,
        says=meaning,
        tell=lambda: (told_part(_("Meaning"), meaning),),
    )
