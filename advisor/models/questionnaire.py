"""What a provider is asked: sections, questions and their options."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from advisor.models.conditions import Condition
from advisor.models.ids import OptionId, QuestionId, SectionId


class QuestionKind(StrEnum):
    """What an answer to a question is."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    NUMBER = "number"
    YES_NO = "yes_no"


class Nature(StrEnum):
    """Whether an answer is found out (context) or decided by the provider (design)."""

    CONTEXT = "context"
    DESIGN = "design"


class Role(StrEnum):
    """What an answer says about a programme.

    ``exposure``: what it is and whom it is for. ``practice``: what the provider does about it.
    ``informational`` answers feed no rule.
    """

    EXPOSURE = "exposure"
    PRACTICE = "practice"
    INFORMATIONAL = "informational"


class KnownBy(StrEnum):
    """Who in the room is most likely to know an answer: a guess, never who may answer."""

    MOTHERS = "mothers"
    PEERS = "peers"
    COORDINATOR = "coordinator"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that can be chosen.

    An ``exclusive`` option excludes all others; an ``informational`` one feeds no rule. Its
    own ``role`` overrules that of its question. ``short`` is what it says where the other
    options are not in sight, if that is not its label.
    """

    id: OptionId
    label: str
    short: str = ""
    hint: str = ""
    exclusive: bool = False
    informational: bool = False
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, with why it is asked and when it is relevant.

    ``minimum``, ``maximum`` (both inclusive) and ``unit`` are set for numbers only;
    ``options`` is empty for numbers and yes/no. ``tidier`` is the item of the TIDieR
    checklist that the answer describes (Hoffmann et al. 2014), or empty. ``short`` is a label
    for tables and lines.
    """

    id: QuestionId
    section: SectionId
    core: bool
    text: str
    why: str
    kind: QuestionKind
    nature: Nature
    hint: str = ""
    options: tuple[Option, ...] = ()
    minimum: int = 0
    maximum: int = 0
    unit: str = ""
    ask_when: Condition | None = None
    tidier: str = ""
    short: str = ""
    role: Role = Role.EXPOSURE
    known_by: KnownBy | None = None

    def role_of(self, option_id: OptionId) -> Role:
        """Return what an option says about a programme; KeyError when there is no such option."""
        return self.option(option_id).role or self.role

    def option(self, option_id: OptionId) -> Option:
        """Return an option by its id; raise KeyError when there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group of questions that are shown together; ``short`` is its title where room is short."""

    id: SectionId
    title: str
    intro: str
    short: str = ""

    @property
    def short_title(self) -> str:
        """The short title, or the whole one where there is no other."""
        return self.short or self.title


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    """All sections and questions, in the order in which they are shown."""

    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    _by_id: Mapping[QuestionId, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {question.id: question for question in self.questions})

    def __contains__(self, question_id: object) -> bool:
        return question_id in self._by_id

    def __getitem__(self, question_id: QuestionId) -> Question:
        return self._by_id[question_id]

    def section(self, section_id: SectionId) -> Section:
        """Return the section with that id."""
        return next(section for section in self.sections if section.id == section_id)

    def in_section(self, section: SectionId) -> tuple[Question, ...]:
        """Return the questions of a section, in order."""
        return tuple(question for question in self.questions if question.section == section)

    @cached_property
    def core(self) -> tuple[Question, ...]:
        """The questions that already give useful advice on their own."""
        return tuple(question for question in self.questions if question.core)
