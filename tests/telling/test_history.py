"""Every change of a plan is told by whom, when, about what, before and now."""

import datetime
import json

import pytest

from advisor.models.stored import PlanEdit
from advisor.telling.history import ToldEdit, told_history
from tests.support.examples import DROP_IN, example, pack

DECIDED: dict[str, object] = {
    "choice": "we_will",
    "owner": "",
    "due": None,
    "note": "",
    "reason": "",
}


def told(
    what: str,
    which: str,
    old: dict[str, object] | None,
    new: dict[str, object] | None,
    who: str = "amina",
) -> ToldEdit:
    # At noon it is the same day wherever the tests run.
    at = datetime.datetime(2027, 3, 5, 12, 5, tzinfo=datetime.UTC)
    (edit,) = told_history(
        pack(),
        example(DROP_IN),
        [
            PlanEdit(
                number=7,
                at=at,
                who=who,
                what=what,
                which=which,
                old=None if old is None else json.dumps(old),
                new=None if new is None else json.dumps(new),
            )
        ],
    )
    return edit


def answer(value: object, note: str = "") -> dict[str, object]:
    return {"value": json.dumps(value), "open": None, "note": note}


def test_an_edit_says_who_made_it_and_when() -> None:
    edit = told("answer", "formats", None, answer(["group"]))

    assert edit.who == "amina"
    assert edit.when.startswith("5 March 2027, ")
    assert edit.when.endswith(":05")


def test_where_nobody_was_named_that_is_said() -> None:
    assert told("answer", "formats", None, answer(["group"]), who="").who == "Not known who"


def test_an_answer_is_told_before_and_now_in_words() -> None:
    still_open: dict[str, object] = {"value": None, "open": "not_sure", "note": "Ask"}

    edit = told("answer", "formats", answer(["group", "telephone"], "Ask"), still_open)

    assert edit.done == "Answer changed"
    assert edit.about == "How will mothers get support?"
    assert edit.before == ("In a group, face to face; One-to-one by phone",)
    assert edit.now == ("Not sure yet",)


@pytest.mark.parametrize(
    ("question", "value", "words"),
    [
        ("group_size", 12, "12 mothers"),
        ("group_type", "closed", "Closed group"),
        ("gone", "closed", "closed"),
    ],
)
def test_every_kind_of_answer_has_words(question: str, value: object, words: str) -> None:
    assert told("answer", question, None, answer(value)).now == (words,)


def test_a_decision_tells_the_fields_that_changed() -> None:
    new = {**DECIDED, "choice": "not_for_us", "due": "2027-06-01", "reason": "No room"}

    edit = told("decision", "plan-01", {**DECIDED, "owner": "Jo"}, new)

    assert edit.done == "Decision changed"
    assert edit.about == pack().actions[0].text
    assert edit.before == ("We will do this", "Who: Jo", "By when: no date", "Why not: nothing")
    assert edit.now == (
        "Not for us",
        "Who: nobody",
        "By when: 1 June 2027",
        "Why not: No room",
    )


def test_what_was_added_has_no_before_and_what_was_removed_no_now() -> None:
    risk: dict[str, object] = {"text": "Flood", "mitigation": ""}
    action: dict[str, object] = {"text": "Ask the library", "stage": "plan", **DECIDED}

    added, removed = told("own_risk", "1", None, risk), told("own_action", "2", action, None)

    assert (added.done, added.about, added.before, added.now) == (
        "Risk added",
        "Flood",
        (),
        (),
    )
    assert (removed.done, removed.about, removed.now) == ("Action removed", "Ask the library", ())
    assert removed.before == ("Stage: Plan", "We will do this")


def test_a_disagreement_is_about_its_question() -> None:
    said: dict[str, object] = {"question": "formats", "who": "the peers", "text": "Not by phone."}

    noted = told("comment", "1", None, said)

    assert (noted.done, noted.about) == ("Disagreement noted", "How will mothers get support?")
    assert noted.now == ("Not by phone.", "Who: the peers")


def test_a_tick_is_told_by_what_was_ticked_and_when() -> None:
    ticked = told("gate_tick", "gate-supervision", None, {"day": "2027-03-05"})
    moved = told("gate_tick", "gate-supervision", {"day": "2027-03-05"}, {"day": "2027-03-06"})
    gone = told("gate_tick", "gate-supervision", {"day": "2027-03-05"}, None)

    assert ticked.about == next(
        gate.in_place for gate in pack().gates if gate.id == "gate-supervision"
    )
    assert (ticked.done, ticked.now) == ("Ticked as being so", ("Ticked on 5 March 2027",))
    assert (moved.done, moved.now) == ("Tick changed", ("Ticked on 6 March 2027",))
    assert (gone.done, gone.before) == ("Tick taken away", ("Ticked on 5 March 2027",))


def test_the_name_of_a_plan_and_its_going_and_coming_are_told() -> None:
    name: dict[str, object] = {"title": "Lowmere", "description": ""}

    renamed = told("plan", "p", name, {**name, "title": "Lowmere listeners"})
    away = told("plan", "p", {"put_away": False}, {"put_away": True})
    back = told("plan", "p", {"put_away": True}, {"put_away": False})

    assert renamed.done == "Name of the plan changed"
    assert (renamed.before, renamed.now) == (("Lowmere",), ("Lowmere listeners",))
    assert (away.done, back.done) == ("Plan deleted", "Plan restored")
    assert (away.before, away.now) == ((), ())


def test_a_change_that_the_disk_has_altered_says_so_and_nothing_of_what_it_says() -> None:
    moment = datetime.datetime.min.replace(tzinfo=datetime.UTC)
    edit = PlanEdit(
        number=7, at=moment, what="nonsense", which="", old="{", new="}", who="", is_sound=False
    )

    [said] = told_history(pack(), example(DROP_IN), [edit])

    assert said.done == "The disk has changed this line: what it says cannot be relied on."
    assert (said.about, said.before, said.now) == ("", (), ())
