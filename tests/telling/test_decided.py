import pytest

from advisor.models.ids import ActionId
from advisor.models.plan import Choice, Decision, EntryKey
from advisor.rules.engine import advise
from advisor.telling.decided import told_decided
from advisor.telling.news import news
from tests.support.examples import DROP_IN, advice_on_example, example, pack


def told(action: str, choice: Choice = Choice.WE_WILL) -> str:
    """What is said of a decision about one action of the drop-in group."""
    key = EntryKey.of_decision(ActionId(action))
    plan = example(DROP_IN).with_entry(key, Decision(choice=choice))
    after = advise(pack(), plan)
    changes = news(pack(), advice_on_example(DROP_IN), after)
    return told_decided(pack(), plan, after, changes, ActionId(action))


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("plan-01", "We will do this"),
        ("end-13", "We will do this. Now partly in hand: “Hurt by how support ends”."),
        (
            "group-07",
            "We will do this. “A group that drags people down” stays open: nothing yet answers 2"
            " other ways in which it comes about.",
        ),
        (
            "group-08",
            "We will do this. Now partly in hand: “Not getting the chance to be heard”."
            " “A group that drags people down” stays open: nothing yet answers 1 other way in"
            " which it comes about.",
        ),
        (
            "train-09",
            "We will do this. “Feeling that she has no right to struggle” and “Feeling that"
            " everyone else copes better” stay open: nothing yet answers other ways in which they"
            " come about.",
        ),
    ],
)
def test_a_tick_says_which_risks_it_moved_and_why_its_own_stays_open(
    action: str, words: str
) -> None:
    assert told(action) == words


def test_what_is_declined_answers_nothing_and_is_not_said_to_leave_anything_open() -> None:
    assert told("group-07", Choice.NOT_FOR_US) == "Not for us"
