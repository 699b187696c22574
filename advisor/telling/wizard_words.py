"""What the wizard takes from the evidence pack besides the questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.telling.feeding import Fed, feeding


@dataclass(frozen=True, slots=True, kw_only=True)
class WizardWords:
    """The findings that each question feeds, and the plain meanings of terms."""

    feeds: Mapping[QuestionId, Sequence[Fed]]
    glossary: Mapping[str, str]


def wizard_words(pack: Pack) -> WizardWords:
    """Take the words from a pack; the same for every plan."""
    return WizardWords(feeds=feeding(pack), glossary=pack.glossary)
