from dataclasses import replace

from advisor.models.field_words import FieldWords
from advisor.models.ids import ActionId, GateId, PlanId, QuestionId
from advisor.models.plan import Comment, EntryKey, EntryKind
from advisor.models.stored import entry_with, field_of
from advisor.telling.questions_list import told_questions
from advisor.telling.unfinished import NEW, not_taken, unfinished
from tests.support.drafts import FUNDING, PLAN, SIZE, a_draft, a_plan
from tests.support.examples import pack

NEW_COMMENT = EntryKey(EntryKind.COMMENT, f"{NEW}{SIZE}")
COMMENT = Comment(id="a0000000-0000-4000-8000-000000000003", question=SIZE, text="Too many")


def in_field(key: EntryKey, name: str, words: str) -> FieldWords:
    return FieldWords(plan=PLAN, field=field_of(key, name), words=words)


def test_a_field_says_which_entry_it_belongs_to() -> None:
    for key in (
        EntryKey.of_answer(SIZE),
        EntryKey.of_decision(ActionId("plan-01")),
        EntryKey.of_tick(GateId("G01")),
        EntryKey.of_plan(PlanId(PLAN)),
        NEW_COMMENT,
    ):
        assert entry_with(field_of(key, "text")) == key

    assert entry_with("new/title") is None
    assert entry_with("chosen/owner") is None


def test_what_is_written_and_not_saved_is_said_of_its_question() -> None:
    plan = a_plan().with_entry(COMMENT.key, COMMENT)
    fields = [
        in_field(EntryKey.of_answer(FUNDING), "number", "1.5"),
        in_field(NEW_COMMENT, "who", "A peer"),
        in_field(COMMENT.key, "text", "Far too many"),
        in_field(COMMENT.key, "who", " "),
        in_field(EntryKey.of_decision(ActionId("plan-01")), "owner", "Amina"),
        in_field(replace(COMMENT, id="gone").key, "text", "Lost"),
    ]

    assert unfinished(plan, fields) == {
        FUNDING: ("“1.5” is written there, but not saved.",),
        SIZE: (
            "“A peer” is written there, but not saved.",
            "“Far too many” is written there, but not saved.",
        ),
    }
    assert not_taken(fields) == {FUNDING: "1.5"}


def test_the_list_of_questions_marks_what_is_not_saved() -> None:
    fields = [in_field(EntryKey.of_answer(FUNDING), "number", "1.5")]
    told = told_questions(pack(), a_draft(), None, fields)
    lines = [line for section in told.sections for line in section.questions]

    marked = [line for line in lines if line.unfinished]
    assert [line.question for line in marked] == [QuestionId(FUNDING)]
    assert "“1.5” is written there, but not saved." in marked[0].spoken
    assert marked[0].says("1.5")
