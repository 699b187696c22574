"""A language that nobody speaks, to find what cannot be translated.

Every message of the catalogue reads like ``⟦Ȧƥƥļïëś⟧``: in brackets, its letters replaced by
others. What a person reads outside brackets never went through the catalogue, or is a text of
the evidence, of the plan, or one of the few that are the same in every language.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from advisor import language
from tests.support.messages import messages
from tests.support.shipped import example_plans, shipped_pack

PSEUDO = "qps"
_LETTERS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ȦƁĆĎĖƑĠĦÏĴĶĿṀŃÖƤQŔŚŤŮṼŴẊŶŻȧƀćďëƒġħïĵķļṁńöƥqŕśťůṽŵẋŷż",
)
# Placeholders, tags and entities of rich text, and the endings of a file dialog stay.
_KEPT = re.compile(r"(\{[^{}]*\}|%\([a-z_]+\)[a-z]|%[a-z]|<[^<>]+>|&[a-z]+;|\*\.[a-z]+)")
_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[A-Za-z]+")


def pseudo(message: str) -> str:
    """Return a message in the language that nobody speaks."""
    parts = _KEPT.split(message)
    parts[::2] = [part.translate(_LETTERS) for part in parts[::2]]
    return f"⟦{''.join(parts)}⟧"


@contextmanager
def spoken(folder: Path) -> Iterator[None]:
    """Speak it, with a catalogue that is written into a folder."""
    made = Catalog(locale=None)
    for message in messages():
        if not isinstance(message.id, str):
            made.add(message.id, tuple(pseudo(form) for form in message.id))
        elif message.id:
            made.add(message.id, pseudo(str(message.id)))
    place = folder / PSEUDO / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / f"{language.DOMAIN}.mo").open("wb") as file:
        write_mo(file, made)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", PSEUDO)
        language.use([PSEUDO], folder)
        yield
    language.use([], folder)


def untranslated(text: str, known: Collection[str] = ()) -> str:
    """Return what is left of a text without brackets and known texts, if a word is in it."""
    while (inside := _INNERMOST.sub(" ", text)) != text:
        text = inside
    text = " ".join(text.split())
    if not _WORD.search(text):
        return ""
    for each in sorted(filter(text.__contains__, known), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", " ", text) if each else text
    return " ".join(text.split()) if _WORD.search(text) else ""


def texts_in(value: object) -> Iterator[str]:
    """Yield every text inside a value of the models: what is data and stays as it is."""
    match value:
        case str():
            yield " ".join(value.split())
        case Mapping():
            for key, each in value.items():
                yield from texts_in(key)
                yield from texts_in(each)
        case tuple() | list() | set() | frozenset():
            for each in value:
                yield from texts_in(each)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from texts_in(getattr(value, field.name))
        case _:
            pass


@cache
def data_of_the_program() -> frozenset[str]:
    """Return the texts of the evidence and of the examples, as they stand or begin a line."""
    pack = shipped_pack()
    texts = {*texts_in(pack), *texts_in(example_plans())}
    # The explanation of a word begins with it, and a terminal has no other heading than capitals.
    begun = {text[:1].upper() + text[1:] for text in pack.glossary}
    shouted = {section.title.upper() for section in pack.questionnaire.sections}
    return frozenset(texts | begun | shouted)
