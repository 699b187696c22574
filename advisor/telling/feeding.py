"""What stands beside a question: the findings that it feeds, and the plain meanings of terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.models.conditions import questions_in
from advisor.models.evidence import Configuration, Domain
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.telling.order import DOMAINS


@dataclass(frozen=True, slots=True, kw_only=True)
class Fed:
    """A configuration whose rules ask for the answer to a question."""

    domain: Domain
    title: str


def feeding(pack: Pack) -> Mapping[QuestionId, tuple[Fed, ...]]:
    """Return what each question feeds: risks first, then benefits, then take-up."""
    fed: dict[QuestionId, list[Fed]] = {
        question.id: [] for question in pack.questionnaire.questions
    }
    for configuration in sorted(pack.configurations, key=_weight):
        asked = frozenset[QuestionId]().union(
            *(questions_in(branch.when) for rule in configuration.rules for branch in rule.branches)
        )
        for question in asked:
            fed[question].append(
                Fed(
                    domain=configuration.domain,
                    title=configuration.title,
                )
            )
    return {question: tuple(found) for question, found in fed.items()}


def _weight(configuration: Configuration) -> tuple[int, bool]:
    return DOMAINS.index(configuration.domain), configuration.supplementary


@dataclass(frozen=True, slots=True, kw_only=True)
class WizardWords:
    """The findings that each question feeds, and the plain meanings of terms."""

    feeds: Mapping[QuestionId, Sequence[Fed]]
    glossary: Mapping[str, str]


def wizard_words(pack: Pack) -> WizardWords:
    """Return what a pack says beside its questions; the same for every plan."""
    return WizardWords(feeds=feeding(pack), glossary=pack.glossary)
