"""What the papers are made from besides the advice: evaluation, training, starters, words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from advisor.models.conditions import Condition
from advisor.models.evidence import Variant
from advisor.models.ids import ActionId, ConfigurationId, OptionId, QuestionId

STARTER_KINDS = (
    "endings-policy",
    "group-agreement",
    "peer-role",
    "what-to-expect",
    "for-referrers",
)
"""What the starters of a pack are; each kind comes once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationQuestion:
    """One question of the evaluation plan.

    ``kind``: harm, ending, benefit or take_up; ``asked_by`` is an owner; ``ask_at`` says at
    what time, ``if_yes`` what to do with a yes.
    """

    id: str
    kind: str
    configurations: tuple[ConfigurationId, ...]
    question: str
    asked_by: str
    ask_at: str
    if_yes: str
    follow_up: str = ""
    variants: tuple[Variant, ...] = ()
    applies_when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationCount:
    """Something to count, why, and how often."""

    id: str
    what: str
    why: str
    configurations: tuple[ConfigurationId, ...]
    how_often: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The evaluation plan. ``read_by`` says which owner reads it each week, quarter and year."""

    about: str = ""
    how_to_ask: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    read_by: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    no_harm_found: str = ""
    questions: tuple[EvaluationQuestion, ...] = ()
    counts: tuple[EvaluationCount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionVariant:
    """What replaces parts of a session for plans of which a condition certainly holds.

    What is empty stays as it is in the session.
    """

    when: Condition
    title: str = ""
    cover: tuple[str, ...] = ()
    exercise: str = ""
    actions: tuple[ActionId, ...] = ()
    learnt_when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of the training outline; a tiny group begins with those marked ``first``."""

    id: str
    title: str
    aim: str
    minutes: int
    led_by: str
    cover: tuple[str, ...]
    actions: tuple[ActionId, ...]
    configurations: tuple[ConfigurationId, ...]
    exercise: str
    learnt_when: str
    first: bool = False
    note: str = ""
    applies_when: Condition | None = None
    variants: tuple[SessionVariant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """The training outline."""

    about: str = ""
    before: str = ""
    after: str = ""
    sessions: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A word in curly brackets of a starter.

    Filled from the answer to ``question`` by ``texts``; without one, or while it is open, a
    line to write on with ``label`` under it. ``joined``: several texts are joined.
    """

    id: str
    label: str
    question: QuestionId | None = None
    texts: Mapping[OptionId, str] = field(default_factory=lambda: MappingProxyType({}))
    joined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterBlock:
    """Lines of a starter, printed where ``when`` certainly holds or there is none."""

    id: str
    lines: tuple[str, ...]
    heading: str = ""
    when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """A text to start from. ``kind`` says what the paper is; each kind comes once."""

    id: str
    kind: str
    title: str
    for_whom: str
    note: str
    configurations: tuple[ConfigurationId, ...]
    blocks: tuple[StarterBlock, ...]
    applies_when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Starters:
    """All starters and the slots that they share."""

    about: str = ""
    how: str = ""
    slots: tuple[Slot, ...] = ()
    templates: tuple[Starter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A text of a part, where ``when`` certainly holds or there is none."""

    text: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePart:
    """A part of a sentence.

    It says the first of ``choices`` whose condition certainly holds, or ``before`` and the
    ``texts`` of the options that ``question`` was answered with, the last one after ``last``.
    Nothing where its own ``when`` does not certainly hold. ``join`` goes before it where
    something of the sentence is there already.
    """

    id: str
    join: str = ""
    when: Condition | None = None
    choices: tuple[Choice, ...] = ()
    before: str = ""
    question: QuestionId | None = None
    texts: Mapping[OptionId, str] = field(default_factory=lambda: MappingProxyType({}))
    last: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSentence:
    """A sentence of *the plan in a line*; ``opening_else`` stands in for an empty opening."""

    id: str
    opening: tuple[SentencePart, ...]
    then: tuple[SentencePart, ...]
    opening_else: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetableRow:
    """A row of the workshop's timetable.

    ``only_with``: left out where the sheet has no ``dots`` to put or no ``choices`` to talk about.
    """

    minutes: int
    what: str
    you_need: str
    only_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """Words that several papers need."""

    plan_in_a_line: tuple[PlanSentence, ...] = ()
    workshop_timetable: tuple[TimetableRow, ...] = ()
