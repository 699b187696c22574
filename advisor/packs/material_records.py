"""The shape of the files that papers are made from, and of the moves between editions."""

from typing import Literal, NotRequired

# pydantic reads the TypedDict of typing only from Python 3.12 on.
from typing_extensions import TypedDict

from advisor.packs.condition_records import ConditionRecord, VariantRecord

LookingKindWord = Literal["harm", "ending", "benefit", "take_up"]
StarterKindWord = Literal[
    "endings-policy", "group-agreement", "peer-role", "what-to-expect", "for-referrers"
]


class LookingRecord(TypedDict):
    """A question of the evaluation plan."""

    id: str
    kind: LookingKindWord
    configurations: list[str]
    question: str
    follow_up: NotRequired[str]
    variants: NotRequired[list[VariantRecord]]
    asked_by: str
    ask_at: str
    if_yes: str
    applies_when: NotRequired[ConditionRecord]


class CountRecord(TypedDict):
    """Something to count."""

    id: str
    what: str
    why: str
    configurations: list[str]
    how_often: str


class ReadByRecord(TypedDict):
    """Which owner reads the answers, and how often."""

    each_week: str
    each_quarter: str
    each_year: str


class EvaluationRecord(TypedDict):
    """evaluation.yaml."""

    about: str
    how_to_ask: list[str]
    answers: list[str]
    read_by: ReadByRecord
    no_harm_found: str
    questions: list[LookingRecord]
    counts: list[CountRecord]


class SessionVariantRecord(TypedDict):
    """What replaces parts of a session."""

    when: ConditionRecord
    title: NotRequired[str]
    cover: NotRequired[list[str]]
    exercise: NotRequired[str]
    actions: NotRequired[list[str]]
    learnt_when: NotRequired[str]


class SessionRecord(TypedDict):
    """One session of the training outline."""

    id: str
    title: str
    aim: str
    minutes: int
    led_by: str
    cover: list[str]
    actions: list[str]
    configurations: list[str]
    exercise: str
    learnt_when: str
    first: NotRequired[bool]
    note: NotRequired[str]
    applies_when: NotRequired[ConditionRecord]
    variants: NotRequired[list[SessionVariantRecord]]


class TrainingRecord(TypedDict):
    """training.yaml."""

    about: str
    before: str
    after: str
    sessions: list[SessionRecord]


class SlotRecord(TypedDict):
    """A word in curly brackets of a starter."""

    id: str
    label: str
    question: NotRequired[str]
    texts: NotRequired[dict[str, str]]
    joined: NotRequired[bool]


class BlockRecord(TypedDict):
    """Lines of a starter."""

    id: str
    heading: NotRequired[str]
    when: NotRequired[ConditionRecord]
    lines: list[str]


class StarterRecord(TypedDict):
    """A text to start from."""

    id: str
    kind: StarterKindWord
    title: str
    for_whom: str
    note: str
    configurations: list[str]
    applies_when: NotRequired[ConditionRecord]
    blocks: list[BlockRecord]


class TemplatesRecord(TypedDict):
    """templates.yaml."""

    about: str
    how: str
    slots: list[SlotRecord]
    templates: list[StarterRecord]


class ChoiceRecord(TypedDict):
    """A text of a part of a sentence, where its condition certainly holds."""

    when: NotRequired[ConditionRecord]
    text: str


class PartRecord(TypedDict):
    """A part of a sentence: either ``choices``; or ``question``, ``texts`` and ``last``.

    ``record_checks`` sees to *either, or*.
    """

    id: str
    join: NotRequired[str]
    when: NotRequired[ConditionRecord]
    choices: NotRequired[list[ChoiceRecord]]
    before: NotRequired[str]
    question: NotRequired[str]
    texts: NotRequired[dict[str, str]]
    last: NotRequired[str]


class SentenceRecord(TypedDict):
    """A sentence of the plan in a line."""

    id: str
    opening: list[PartRecord]
    opening_else: NotRequired[str]
    then: list[PartRecord]


class TimetableRowRecord(TypedDict):
    """A row of the timetable of the workshop."""

    minutes: int
    what: str
    you_need: str
    only_with: NotRequired[Literal["dots", "choices"]]


class PaperWordsRecord(TypedDict):
    """paper_words.yaml."""

    plan_in_a_line: list[SentenceRecord]
    workshop_timetable: list[TimetableRowRecord]


class BecomesRecord(TypedDict):
    """The answer to propose."""

    question: str
    options: list[str]


class AnswerMoveRecord(TypedDict):
    """What becomes of an answer: either ``becomes``, or ``ask_again: true``.

    ``record_checks`` sees to *either, or*.
    """

    question: str
    option: NotRequired[str]
    becomes: NotRequired[BecomesRecord]
    ask_again: NotRequired[bool]
    why: str


class ActionMoveRecord(TypedDict):
    """Which actions took in one that is gone."""

    action: str
    into: list[str]
    why: str


MovesRecord = TypedDict(
    "MovesRecord",
    {
        "from": str,
        "to": str,
        "answers": list[AnswerMoveRecord],
        "actions": list[ActionMoveRecord],
    },
)
"""moves.yaml."""
