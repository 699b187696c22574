"""A language that nobody speaks, to find what cannot be translated.

Every message of the catalogue reads like ``⟦Ȧƥƥļïëś⟧``: no letter of it is one of ours. What a
person still reads in our letters never went through the catalogue, or is a text of the evidence
or of a plan.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from advisor import language
from advisor.models.fields import FormField
from advisor.telling.naming import short_citation
from advisor.telling.plan_in_a_line import plan_in_a_line
from tests.support.messages import messages
from tests.support.shipped import example_plans, shipped_pack

PSEUDO = "qps"
_LETTERS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ȦƁĆĎĖƑĠĦÏĴĶĿṀŃÖƤɊŔŚŤŮṼŴẊŶŻȧƀćďëƒġħïĵķļṁńöƥɋŕśťůṽŵẋŷż",
)
# Placeholders, tags and entities of rich text, and the endings of a file dialog stay.
_KEPT = re.compile(r"(\{[^{}]*\}|%\([a-z_]+\)[a-z]|%[a-z]|<[^<>]+>|&[a-z]+;|\*\.[a-z]+)")
_BRACKETS = re.compile("[⟦⟧]")
_ENGLISH = re.compile(r"[A-Za-z][ -~]*")
_WORD = re.compile(r"\w+")


def pseudo(message: str) -> str:
    """Return a message in the language that nobody speaks."""
    parts = _KEPT.split(message)
    parts[::2] = [part.translate(_LETTERS) for part in parts[::2]]
    return f"⟦{''.join(parts)}⟧"


@cache
def _catalogue() -> bytes:
    made, file = Catalog(locale=None), BytesIO()
    for message in messages():
        if not isinstance(message.id, str):
            made.add(message.id, tuple(pseudo(form) for form in message.id))
        elif message.id:
            made.add(message.id, pseudo(str(message.id)))
    write_mo(file, made)
    return file.getvalue()


@contextmanager
def spoken(folder: Path) -> Iterator[None]:
    """Speak it, with a catalogue that is written into a folder."""
    place = folder / PSEUDO / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / f"{language.DOMAIN}.mo").write_bytes(_catalogue())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", PSEUDO)
        language.use([PSEUDO], folder)
        yield
    language.use([], folder)


def untranslated(text: str, known: Collection[str] = ()) -> str:
    """Return the English of a text that is not among the known texts: what cannot be translated.

    It is looked for inside the brackets too: a word may be put into a sentence untranslated.
    """
    text = " ".join(_BRACKETS.sub(" ", text).split())
    if text in known or not _ENGLISH.search(text):
        return ""
    begun = _by_first_word(frozenset(known))
    words = {"", *_WORD.findall(text)}
    may_be_there = (each for word in words for each in begun.get(word, ()) if each in text)
    for each in sorted(may_be_there, key=len, reverse=True):
        text = _alone(each).sub(" ", text)
    return " … ".join(found.strip() for found in _ENGLISH.findall(text))


@lru_cache(maxsize=4)
def _by_first_word(known: frozenset[str]) -> Mapping[str, list[str]]:
    """Return the known texts by the word that each begins with: thousands, of which few matter."""
    begun: dict[str, list[str]] = defaultdict(list)
    for text in filter(None, known):
        first = _WORD.match(text)
        begun[first.group() if first else ""].append(text)
    return begun


@cache
def _alone(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")


def texts_in(value: object) -> Iterator[str]:
    """Yield every text inside a value of the models: what is data and stays as it is."""
    match value:
        case Enum():
            pass
        case FormField():
            yield from texts_in((value.tooltip, value.value))
        case str():
            yield " ".join(value.split())
        case Mapping():
            yield from texts_in((*value.keys(), *value.values()))
        case tuple() | list() | set() | frozenset():
            for each in value:
                yield from texts_in(each)
        case _ if is_dataclass(value):
            yield from texts_in([getattr(value, field.name) for field in fields(value)])
        case _:
            pass


@cache
def data_of_the_program() -> frozenset[str]:
    """Return the texts of the evidence and of the examples, as they stand or begin a line."""
    pack = shipped_pack()
    texts = {*texts_in(pack), *texts_in(example_plans())}
    # The explanation of a word begins with it, and a terminal has no other heading than capitals.
    begun = {text[:1].upper() + text[1:] for text in pack.glossary}
    titles = [pack.title, *(section.title for section in pack.questionnaire.sections)]
    titles += [configuration.title for configuration in pack.configurations]
    # Actions in a list within one sentence stand there without their full stops.
    listed = {text.rstrip(".") for action in pack.actions for text in texts_in(action)}
    shouted = {title.upper() for title in (*titles, *(plan.title for plan in example_plans()))}
    # What stands between the places to fill in of a draft, and whom it is for.
    drafted = {
        piece.strip()
        for starter in pack.starters.templates
        for block in starter.blocks
        for line in block.lines
        for piece in re.split(r"\{\w+\}|_{3,}", line)
    }
    cited = {short_citation(source.citation) for source in pack.sources}
    lines = {plan_in_a_line(pack, plan) for plan in example_plans()}
    return frozenset(
        {"https://doi.org", *lines, *listed, *texts, *begun, *shouted, *cited, *drafted}
    )
