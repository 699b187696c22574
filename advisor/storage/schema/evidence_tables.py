"""The tables of the evidence: one row for each record of a pack, never changed once stored.

``content`` is the record as JSON in one fixed spelling; the other columns repeat what is worth
asking for in SQL. ``digest`` covers the whole row. Records that hold records are taken apart: a
question names its options, a configuration its rules, and the pack its sections.
"""

from sqlalchemy import ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from advisor.storage.schema.columns import (
    DIGEST_LENGTH,
    MOMENT_LENGTH,
    STRICT,
    Base,
    Number,
    Time,
    Words,
    YesNo,
    at_most,
)


class PackRow(Base):
    """One edition of the evidence. ``rows_digest`` covers the digests of all its rows."""

    __tablename__ = "pack"
    __table_args__ = (
        at_most("digest", DIGEST_LENGTH, DIGEST_LENGTH),
        at_most("rows_digest", DIGEST_LENGTH, DIGEST_LENGTH),
        at_most("stored", MOMENT_LENGTH, MOMENT_LENGTH),
        Index("uq_pack_edition", "id", "version", unique=True),
        STRICT,
    )

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[Words]
    version: Mapped[Words]
    title: Mapped[Words]
    digest: Mapped[Words]
    rows_digest: Mapped[Words]
    stored: Mapped[Time]
    content: Mapped[Words]


class EvidenceRow(Base):
    """A record of one pack, in its place."""

    __abstract__ = True
    __table_args__: tuple[object, ...] = (STRICT,)

    pack: Mapped[int] = mapped_column(
        Integer, ForeignKey("pack.number"), primary_key=True, sort_order=-2
    )
    id: Mapped[str] = mapped_column(Text, primary_key=True, sort_order=-1)
    position: Mapped[Number]
    content: Mapped[Words]
    digest: Mapped[Words]


class SectionRow(EvidenceRow):
    """A section of the questionnaire."""

    __tablename__ = "section"

    title: Mapped[Words]


class QuestionRow(EvidenceRow):
    """A question."""

    __tablename__ = "question"

    section: Mapped[Words]
    core: Mapped[YesNo]
    kind: Mapped[Words]
    nature: Mapped[Words]


class OptionRow(EvidenceRow):
    """An option of a question; ids of options are unique within their question only."""

    __tablename__ = "option"

    question: Mapped[str] = mapped_column(Text, primary_key=True)
    label: Mapped[Words]


class ConfigurationRow(EvidenceRow):
    """A context–mechanism–outcome configuration."""

    __tablename__ = "configuration"

    domain: Mapped[Words]
    theme: Mapped[Words]
    title: Mapped[Words]
    supplementary: Mapped[YesNo]
    evidence: Mapped[Words]


class RuleRow(EvidenceRow):
    """A rule of a configuration."""

    __tablename__ = "rule"
    __table_args__ = (Index("ix_rule_configuration", "pack", "configuration"), STRICT)

    configuration: Mapped[Words]
    effect: Mapped[Words]


class GateRow(EvidenceRow):
    """A gate."""

    __tablename__ = "gate"
    __table_args__ = (STRICT,)

    level: Mapped[Words]


class ActionRow(EvidenceRow):
    """An action; ``key`` is for editions up to 2026.11, whose actions say it."""

    __tablename__ = "action"

    stage: Mapped[Words]
    owner: Mapped[Words]
    key: Mapped[YesNo]
    safety: Mapped[YesNo]
    evidence: Mapped[Words]


class SourceRow(EvidenceRow):
    """A source."""

    __tablename__ = "source"

    kind: Mapped[Words]
    read: Mapped[Words]


class ScopeNoteRow(EvidenceRow):
    """A scope note."""

    __tablename__ = "scope_note"

    title: Mapped[Words]


class TensionRow(EvidenceRow):
    """A tension."""

    __tablename__ = "tension"

    question: Mapped[Words]
    option: Mapped[Words]


class GlossaryRow(EvidenceRow):
    """A term of the glossary; ``content`` is its meaning."""

    __tablename__ = "glossary_term"


class MaterialRow(EvidenceRow):
    """A file that is one document, by its name: ``content`` is all of it."""

    __tablename__ = "material"
    __table_args__ = (STRICT,)


EVIDENCE: tuple[type[EvidenceRow], ...] = (
    SectionRow,
    QuestionRow,
    OptionRow,
    ConfigurationRow,
    RuleRow,
    ActionRow,
    SourceRow,
    ScopeNoteRow,
    TensionRow,
    GlossaryRow,
    GateRow,
    MaterialRow,
)
"""The tables of a pack's records, in the order in which they are stored and read."""
