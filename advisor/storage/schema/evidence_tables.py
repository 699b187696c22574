"""The tables of the evidence: one row for each record of a pack, never changed once stored.

``content`` is the record as JSON in one fixed spelling; the other columns repeat what is worth
asking for in SQL. ``digest`` covers the whole row. Records that hold records are taken apart: a
question names its options, a configuration its rules, and the pack its sections.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table
from sqlalchemy.schema import SchemaItem

from advisor.storage.schema.columns import (
    DIGEST_LENGTH,
    MOMENT_LENGTH,
    at_most,
    flag,
    key,
    moment,
    number,
    table,
    words,
)

PACK = table(
    "pack",
    Column("number", Integer, primary_key=True),
    words("id"),
    words("version"),
    words("title"),
    words("digest"),
    words("rows_digest"),
    moment("stored"),
    words("content"),
    at_most("digest", DIGEST_LENGTH, DIGEST_LENGTH),
    at_most("rows_digest", DIGEST_LENGTH, DIGEST_LENGTH),
    at_most("stored", MOMENT_LENGTH, MOMENT_LENGTH),
    Index("uq_pack_edition", "id", "version", unique=True),
)
"""One edition of the evidence. ``rows_digest`` covers the digests of all its rows."""


def _records(name: str, *items: SchemaItem) -> Table:
    """Make the table of one kind of record, each of one pack and in its place."""
    return table(
        name,
        Column("pack", Integer, ForeignKey("pack.number"), primary_key=True),
        key("id"),
        *items,
        number("position"),
        words("content"),
        words("digest"),
    )


SECTION = _records("section", words("title"))
"""Sections of the questionnaire."""

QUESTION = _records("question", words("section"), flag("core"), words("kind"), words("nature"))

OPTION = _records("option", key("question"), words("label"))
"""Options of questions; their ids are unique within their question only."""

CONFIGURATION = _records(
    "configuration",
    words("domain"),
    words("theme"),
    words("title"),
    flag("supplementary"),
    words("evidence"),
)
"""Context–mechanism–outcome configurations."""

RULE = _records(
    "rule",
    words("configuration"),
    words("effect"),
    Index("ix_rule_configuration", "pack", "configuration"),
)
"""Rules of configurations."""

GATE = _records("gate", words("level"))

ACTION = _records(
    "action", words("stage"), words("owner"), flag("key"), flag("safety"), words("evidence")
)
"""Actions; ``key`` is for editions up to 2026.11, whose actions say it."""

SOURCE = _records("source", words("kind"), words("read"))

SCOPE_NOTE = _records("scope_note", words("title"))

TENSION = _records("tension", words("question"), words("option"))

GLOSSARY_TERM = _records("glossary_term")
"""Terms of the glossary; ``content`` is what each means."""

MATERIAL = _records("material")
"""Files that are one document each, by their names: ``content`` is all of it."""

EVIDENCE: tuple[Table, ...] = (
    SECTION,
    QUESTION,
    OPTION,
    CONFIGURATION,
    RULE,
    ACTION,
    SOURCE,
    SCOPE_NOTE,
    TENSION,
    GLOSSARY_TERM,
    GATE,
    MATERIAL,
)
"""The tables of a pack's records, in the order in which they are stored and read."""
