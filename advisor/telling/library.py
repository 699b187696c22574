"""The evidence library as a story: entries to search and what each says. Knows no window."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from advisor.models.conditions import AllOf, AnyOf, Condition, Not
from advisor.models.evidence import Configuration, Coverage, Source
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.questionnaire import Questionnaire
from advisor.telling.naming import confidence_words, provenance_words, read_words
from advisor.telling.words import DOMAIN, EFFECT_HEADING, SERVICE, requirement_words

FORMATS = QuestionId("formats")

COVERAGE_WORDS = {
    Coverage.COVERED: "The evidence speaks about this",
    Coverage.CONDITIONAL: "The evidence speaks about this in part",
    Coverage.NOT_APPLICABLE: "Cannot happen in this form",
    Coverage.NOT_COVERED: "The evidence does not speak about this",
}
KIND_WORDS = {
    "qualitative": "Qualitative study",
    "guidance": "Guidance",
    "web_page": "Web page",
    "review": "Review",
    "trial": "Trial",
    "other": "Other",
    "theory": "Theory",
    "realist_review": "Realist review",
    "meta_analysis": "Meta-analysis",
}


class Shelf(StrEnum):
    """The kinds of entry that the library holds."""

    CONFIGURATIONS = "configurations"
    ACTIONS = "actions"
    SOURCES = "sources"
    GLOSSARY = "glossary"


SHELF_WORDS = {
    Shelf.CONFIGURATIONS: "Statements",
    Shelf.ACTIONS: "Actions",
    Shelf.SOURCES: "Sources",
    Shelf.GLOSSARY: "Words explained",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One heading of an entry with its paragraphs. ``address`` may be opened in a browser."""

    heading: str
    lines: tuple[str, ...]
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the library with what it opens."""

    id: str
    shelf: Shelf
    title: str
    line: str
    parts: tuple[Part, ...]
    is_to_be_confirmed: bool = False

    def mentions(self, words: Iterable[str]) -> bool:
        """Whether every word is somewhere in the entry, whatever its case and accents."""
        text = plain(
            " ".join(
                (
                    self.id,
                    self.title,
                    self.line,
                    *(line for part in self.parts for line in part.lines),
                )
            )
        )
        return all(word in text for word in words)


def plain(text: str) -> str:
    """Return a text without case and accents, to search in."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in split if not unicodedata.combining(character))


def found(entries: Iterable[Entry], wanted: str, shelf: Shelf | None) -> tuple[Entry, ...]:
    """Return the entries of a shelf (or of all) that mention every word."""
    words = plain(wanted).split()
    return tuple(
        entry for entry in entries if shelf in (None, entry.shelf) and entry.mentions(words)
    )


def entries_of(pack: Pack) -> tuple[Entry, ...]:
    """Return everything the library holds, shelf by shelf, in the pack's order."""
    return (
        *(_configuration(pack, each) for each in pack.configurations),
        *_actions(pack),
        *(_source(pack, each) for each in pack.sources),
        *(
            Entry(
                id=f"glossary:{term}",
                shelf=Shelf.GLOSSARY,
                title=term[:1].upper() + term[1:],
                line=meaning,
                parts=(Part(heading="Meaning", lines=(meaning,)),),
            )
            for term, meaning in pack.glossary.items()
        ),
    )


def about(pack: Pack) -> tuple[Part, ...]:
    """Say what the pack is, what it covers and what it is not."""
    return (
        Part(heading=f"{pack.title} ({pack.version.version})", lines=(pack.scope.about,)),
        Part(heading="Covered", lines=pack.scope.covered),
        Part(heading="What it is not", lines=pack.scope.not_a),
        Part(heading="Licence and review", lines=(pack.licence, f"Review due {pack.review_due}.")),
    )


def _configuration(pack: Pack, each: Configuration) -> Entry:
    domain = DOMAIN[each.domain]
    extra = ", extra" if each.supplementary else ""
    return Entry(
        id=each.id,
        shelf=Shelf.CONFIGURATIONS,
        title=each.title,
        line=f"{domain}{extra} · {pack.label_of('evidence', each.evidence)}",
        parts=tuple(part for part in _configuration_parts(pack, each) if part.lines),
    )


def _configuration_parts(pack: Pack, each: Configuration) -> tuple[Part, ...]:
    provenance = tuple(filter(None, (provenance_words(each), confidence_words(each))))
    return (
        Part(heading="In short", lines=(each.summary,)),
        Part(heading="In this context", lines=(each.context,)),
        Part(heading="This may happen", lines=(each.mechanism.resource, each.mechanism.reasoning)),
        Part(heading="Leading to", lines=(each.outcome,)),
        Part(heading="Take care", lines=(each.caution,) if each.caution else ()),
        *(
            Part(
                heading=f"{EFFECT_HEADING[rule.effect]}: when",
                lines=(rule.note, *condition_lines(rule.when, pack.questionnaire)),
            )
            for rule in each.rules
        ),
        Part(heading="For each form of support", lines=_coverage(pack, each)),
        Part(heading="Where it comes from", lines=provenance),
        Part(
            heading="Sources",
            lines=tuple(
                f"{saying.says} — {citation_of(pack.source_by_id[saying.source])}"
                for saying in each.sources
            ),
        ),
    )


def _coverage(pack: Pack, each: Configuration) -> tuple[str, ...]:
    question = pack.questionnaire[FORMATS]
    return tuple(
        f"{question.option(OptionId(option)).label}: {COVERAGE_WORDS[coverage]}."
        for option, coverage in each.coverage.items()
    )


def condition_lines(
    condition: Condition, questionnaire: Questionnaire, depth: int = 0
) -> tuple[str, ...]:
    """Say a condition as an indented outline, one line for each test."""
    indent = "\u2003" * depth
    match condition:
        case AllOf(parts):
            return (f"{indent}All of these:", *_outline(parts, questionnaire, depth))
        case AnyOf(parts):
            return (f"{indent}At least one of these:", *_outline(parts, questionnaire, depth))
        case Not(part):
            return (f"{indent}Not this:", *_outline((part,), questionnaire, depth))
        case _:
            question = questionnaire[condition.question]
            words = requirement_words(question, condition)
            return (f"{indent}• {question.text} The answer {words}.",)


def _outline(
    parts: Iterable[Condition], questionnaire: Questionnaire, depth: int
) -> tuple[str, ...]:
    return tuple(line for part in parts for line in condition_lines(part, questionnaire, depth + 1))


def _actions(pack: Pack) -> Iterable[Entry]:
    for action in pack.actions:
        serves = tuple(
            f"{SERVICE[serving.how].capitalize()}: "
            f"{pack.configuration_by_id[serving.configuration].title}."
            for serving in action.serves
        )
        parts = (
            Part(heading="Done when", lines=(action.done_when,)),
            Part(heading="Who", lines=(pack.label_of("owner", action.owner),)),
            Part(heading="What it is for", lines=serves),
            Part(heading="Take care", lines=(action.caution,) if action.caution else ()),
            Part(
                heading="How well supported",
                lines=(
                    f"{pack.label_of('evidence', action.evidence)}. No source tested this action"
                    " on its own.",
                    *(citation_of(pack.source_by_id[source]) for source in action.sources),
                ),
            ),
        )
        yield Entry(
            id=action.id,
            shelf=Shelf.ACTIONS,
            title=action.text,
            line=f"{pack.label_of('stage', action.stage)}{' · key' if action.key else ''}"
            f"{' · safety' if action.safety else ''}",
            parts=tuple(part for part in parts if part.lines),
        )


def citation_of(source: Source) -> str:
    """Return a citation with how much of the source was read."""
    return f"{source.citation} ({read_words(source)}.)"


def address_of(source: Source) -> str:
    """Return where a source can be found, or an empty text."""
    return f"https://doi.org/{source.doi}" if source.doi else source.url


def _source(pack: Pack, source: Source) -> Entry:
    used = tuple(
        f"{each.title}: {saying.says}"
        for each in pack.configurations
        for saying in each.sources
        if saying.source == source.id
    )
    parts = (
        Part(heading="Citation", lines=(source.citation,), address=address_of(source)),
        Part(heading="Who was asked or studied", lines=(source.population,)),
        Part(heading="What it says", lines=(source.says,)),
        Part(heading="How it was read", lines=(f"{read_words(source)}.",)),
        Part(heading="Used for", lines=used),
    )
    return Entry(
        id=source.id,
        shelf=Shelf.SOURCES,
        title=source.citation,
        line=f"{KIND_WORDS.get(source.kind, source.kind)} · {read_words(source)}",
        parts=tuple(part for part in parts if any(part.lines)),
        is_to_be_confirmed=source.is_to_be_confirmed,
    )
