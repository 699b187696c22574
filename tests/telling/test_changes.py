from advisor.models.changes import Aim, Change, ChangeSet, PossibleChanges
from advisor.models.ids import OptionId, QuestionId, RuleId
from advisor.models.plan import OpenAnswer
from advisor.rules.changing import what_would_change
from advisor.telling.changes import changes_story
from tests.support.examples import DROP_IN, example, pack

RISK = RuleId("N01-harms")


def possible(*sets: ChangeSet, aim: Aim = Aim.STOP, complete: bool = True) -> PossibleChanges:
    return PossibleChanges(rule=RISK, aim=aim, sets=sets, complete=complete)


def one_change(gained: tuple[str, ...] = (), lost: tuple[str, ...] = ()) -> ChangeSet:
    change = Change(
        question=QuestionId("peer_experience"),
        before=OptionId("parenthood_only"),
        after=OptionId("perinatal_mental_health"),
    )
    return ChangeSet(
        changes=(change,), gained=tuple(map(RuleId, gained)), lost=tuple(map(RuleId, lost))
    )


def test_a_changed_choice_is_told_with_its_old_and_its_new_answer() -> None:
    (way,) = changes_story(pack(), possible(one_change())).ways

    assert way.title == "What to change"
    assert way.lines == (
        "What lived experience must peers have? Instead of “Being a parent”: “Their own mental"
        " health difficulty in pregnancy or after birth”.",
        "Nothing else that applies would change.",
    )


def test_boxes_are_told_as_added_and_left_out() -> None:
    change = Change(
        question=QuestionId("training_topics"),
        before=frozenset({OptionId("listening")}),
        after=frozenset({OptionId("endings")}),
    )
    (way,) = changes_story(pack(), possible(ChangeSet(changes=(change,), gained=(), lost=()))).ways

    assert (
        way.lines[0] == "What will training for peers cover? Add “Endings”. Leave out “Listening”."
    )


def test_an_open_question_is_told_as_open() -> None:
    change = Change(
        question=QuestionId("peer_experience"),
        before=OpenAnswer.NOT_DECIDED,
        after=OptionId("perinatal_mental_health"),
    )
    (way,) = changes_story(pack(), possible(ChangeSet(changes=(change,), gained=(), lost=()))).ways

    assert "Instead of “Not decided yet”" in way.lines[0]


def test_what_else_would_change_is_told_both_ways() -> None:
    found = one_change(gained=("N08-harms", "P01-benefits"), lost=("N02-harms", "P04-benefits"))

    (way,) = changes_story(pack(), possible(found)).ways

    assert way.lines[1:] == (
        "It would also bring the risk or what keeps mothers away: “Hurt by how support ends”.",
        "It would cost you the benefit or help: “Finding out it is not just her”.",
        "It would also stop the risk or what keeps mothers away:"
        " “Feeling that she has no right to struggle”.",
        "It would also bring the benefit or help: “Being listened to”.",
    )


def test_several_ways_are_numbered() -> None:
    story = changes_story(pack(), possible(one_change(), one_change()))

    assert [way.title for way in story.ways] == ["Way 1 of 2", "Way 2 of 2"]
    assert "Any one of them would do." in story.intro


def test_no_way_is_said_plainly() -> None:
    assert changes_story(pack(), possible()).intro == (
        "No small set of your own choices would stop this from applying."
    )
    assert "let this apply" in changes_story(pack(), possible(aim=Aim.START)).intro


def test_a_search_that_gave_up_says_so() -> None:
    assert "There may be more" in changes_story(pack(), possible(complete=False)).intro


def test_the_engines_answer_for_a_real_plan_can_be_told() -> None:
    story = changes_story(pack(), what_would_change(pack(), example(DROP_IN), RISK))

    assert story.ways
    assert all(way.lines for way in story.ways)
