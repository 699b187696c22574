"""Two people, one plan: nobody's words vanish, and everything that was said stays known."""

import datetime
import json
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection

from advisor.errors import NotFound, StorageError
from advisor.models.ids import ActionId, GateId, PlanId, QuestionId
from advisor.models.plan import (
    Answer,
    Decision,
    EntryKey,
    GateTick,
    OpenAnswer,
    OwnRisk,
    Plan,
    PlanName,
)
from advisor.storage import edits, plan_lists, plans
from advisor.storage.database import Database
from tests.storage import things
from tests.storage.conftest import Opening
from tests.storage.things import FORMATS
from tests.support.waiting import LULL_SECONDS, PATIENCE_SECONDS

ACTION = ActionId("plan-01")
Save = Callable[[Connection, Plan, str, int], object]


def stored(database: Database) -> Plan:
    plan = things.plan()
    return database.write(lambda connection: plans.add_plan(connection, plan, asked=50))


def answer(connection: Connection, plan: Plan, text: str, version: int) -> object:
    return edits.save(
        connection,
        plan.id,
        EntryKey.of_answer(FORMATS),
        Answer(value=1, note=text, version=version),
    )


def decision(connection: Connection, plan: Plan, text: str, version: int) -> object:
    return edits.save(
        connection, plan.id, EntryKey.of_decision(ACTION), Decision(note=text, version=version)
    )


def own_action(connection: Connection, plan: Plan, text: str, version: int) -> object:
    own = replace(plan.own_actions[0], text=text, version=version)
    return edits.save(connection, plan.id, own.key, own)


def comment(connection: Connection, plan: Plan, text: str, version: int) -> object:
    own = replace(plan.comments[0], text=text, version=version)
    return edits.save(connection, plan.id, own.key, own)


def own_risk(connection: Connection, plan: Plan, text: str, version: int) -> object:
    own = replace(plan.own_risks[0], text=text, version=version)
    return edits.save(connection, plan.id, own.key, own)


def title(connection: Connection, plan: Plan, text: str, version: int) -> object:
    name = PlanName(title=text, version=version)
    return edits.save(connection, plan.id, EntryKey.of_plan(plan.id), name)


EVERY_SAVE = pytest.mark.parametrize(
    "save", [answer, decision, own_action, own_risk, comment, title]
)


@EVERY_SAVE
def test_the_second_of_two_saves_is_refused_with_the_first_ones_text(
    either: Database, save: Save
) -> None:
    plan = stored(either)
    either.write(lambda connection: save(connection, plan, "hers", 1))

    with pytest.raises(StorageError) as refused:
        either.write(lambda connection: save(connection, plan, "his", 1))

    assert refused.value.code == "changed-elsewhere"
    assert "hers" in json.loads(refused.value.details["theirs"]).values()
    assert refused.value.details["version"] == "2"
    assert "hers" not in refused.value.message


@EVERY_SAVE
def test_after_a_refusal_a_save_from_the_version_named_goes_through(
    database: Database, save: Save
) -> None:
    plan = stored(database)
    database.write(lambda connection: save(connection, plan, "hers", 1))
    with pytest.raises(StorageError) as refused:
        database.write(lambda connection: save(connection, plan, "his", 1))

    newest = int(refused.value.details["version"])
    database.write(lambda connection: save(connection, plan, "both", newest))

    with database.reading() as connection:
        newest_edit, before, *_ = plan_lists.history(connection, plan.id)
    assert "both" in json.loads(newest_edit.new or "").values()
    assert before.new == newest_edit.old


@EVERY_SAVE
def test_the_same_save_twice_is_one_save(either: Database, save: Save) -> None:
    plan = stored(either)
    either.write(lambda connection: save(connection, plan, "hers", 1))
    with either.reading() as connection:
        history = plan_lists.history(connection, plan.id)

    either.write(lambda connection: save(connection, plan, "hers", 1))

    with either.reading() as connection:
        assert plan_lists.history(connection, plan.id) == history


def newest(either: Database, plan: Plan) -> int:
    with either.reading() as connection:
        return plan_lists.history(connection, plan.id, 1)[0].number


@pytest.mark.parametrize("later", ["changed", "another", "away and back"])
def test_a_plan_is_put_away_only_if_nothing_came_since_where_that_is_asked(
    either: Database, later: str
) -> None:
    other, plan = stored(either), stored(either)
    since = newest(either, plan)
    # What is changed in another plan, and that it goes, is no reason.
    either.write(lambda connection: title(connection, other, "Hers", 1))
    either.write(lambda connection: edits.put_away(connection, other.id, away=True))
    either.write(lambda connection: edits.put_away(connection, plan.id, away=True, since=since))
    either.write(lambda connection: edits.put_away(connection, plan.id, away=False))
    since = newest(either, plan)

    if later == "changed":
        either.write(lambda connection: answer(connection, plan, "hers", 1))
    elif later == "another":
        stored(either)
    else:
        for away in (True, False):
            either.write(partial(edits.put_away, plan_id=plan.id, away=away))
    with pytest.raises(StorageError) as refused:
        either.write(lambda connection: edits.put_away(connection, plan.id, away=True, since=since))

    assert refused.value.code == "moved-on"
    with either.reading() as connection:
        assert plans.plan(connection, plan.id).id == plan.id


@EVERY_SAVE
def test_what_is_saved_into_a_deleted_plan_is_refused_until_it_is_restored(
    either: Database, save: Save
) -> None:
    plan = stored(either)
    either.write(lambda connection: edits.put_away(connection, plan.id, away=True))

    with pytest.raises(StorageError) as refused:
        either.write(lambda connection: save(connection, plan, "hers", 1))
    assert refused.value.code == "deleted-elsewhere"

    either.write(lambda connection: edits.put_away(connection, plan.id, away=False))
    version = 3 if save is title else 1
    either.write(lambda connection: save(connection, plan, "hers", version))


@EVERY_SAVE
def test_what_is_saved_into_an_erased_plan_is_not_found(database: Database, save: Save) -> None:
    plan = stored(database)
    database.write(lambda connection: plans.purge_plan(connection, plan.id))

    with pytest.raises(NotFound):
        database.write(lambda connection: save(connection, plan, "hers", 1))


@pytest.mark.parametrize("save", [own_action, own_risk])
def test_a_change_to_an_entry_that_someone_removed_is_told_and_can_be_added_anew(
    either: Database, save: Save
) -> None:
    plan = stored(either)
    with either.writing() as connection:
        for own in (plan.own_actions[0], plan.own_risks[0]):
            edits.remove(connection, plan.id, own.key, 1)

    with pytest.raises(StorageError) as refused:
        either.write(lambda connection: save(connection, plan, "hers", 1))
    assert refused.value.code == "removed-elsewhere"
    assert json.loads(refused.value.details["yours"])["text"] == "hers"

    either.write(lambda connection: save(connection, plan, "hers", 0))


def test_a_tick_that_was_taken_away_and_set_again_is_kept_with_its_past(either: Database) -> None:
    plan = stored(either)
    ((gate, tick),) = plan.gate_ticks.items()
    key, later = EntryKey.of_tick(gate), datetime.date(2027, 4, 6)
    either.write(lambda connection: edits.remove(connection, plan.id, key, tick.version))
    with either.reading() as connection:
        assert plans.plan(connection, plan.id).gate_ticks == {}

    either.write(lambda connection: edits.save(connection, plan.id, key, GateTick(day=later)))

    with either.reading() as connection:
        assert plans.plan(connection, plan.id).gate_ticks == {GateId("gate-b"): GateTick(day=later)}
        again, removed, *_ = plan_lists.history(connection, plan.id)
    assert (again.before, again.now) == (None, GateTick(day=later))
    assert (removed.before, removed.now) == (tick, None)


def test_of_two_people_who_tick_on_two_days_the_second_is_told_of_the_first(
    either: Database,
) -> None:
    plan = stored(either)
    key = EntryKey.of_tick(GateId("gate-c"))
    hers, his = (GateTick(day=datetime.date(2027, 3, day)) for day in (1, 2))
    either.write(lambda connection: edits.save(connection, plan.id, key, hers))

    with pytest.raises(StorageError) as refused:
        either.write(lambda connection: edits.save(connection, plan.id, key, his))

    assert refused.value.code == "changed-elsewhere"
    assert json.loads(refused.value.details["theirs"]) == {"day": "2027-03-01"}


def test_an_entry_that_someone_changed_is_not_removed_from_an_older_version(
    either: Database,
) -> None:
    plan = stored(either)
    either.write(lambda connection: own_action(connection, plan, "hers", 1))

    with pytest.raises(StorageError) as refused:
        either.write(
            lambda connection: edits.remove(connection, plan.id, plan.own_actions[0].key, 1)
        )

    assert refused.value.code == "changed-elsewhere"


def test_nobodys_newer_words_are_removed_or_renamed_by_another_program(
    open_database: Opening, file: Path
) -> None:
    hers, his = open_database(file), open_database(file)
    plan = stored(hers)
    risk = plan.own_risks[0]
    renamed = PlanName(title="His name", version=plan.version)
    hers.write(lambda connection: own_risk(connection, plan, "hers", 1))
    hers.write(lambda connection: title(connection, plan, "Her name", 1))

    for change in (
        lambda connection: edits.remove(connection, plan.id, risk.key, risk.version),
        lambda connection: edits.save(connection, plan.id, EntryKey.of_plan(plan.id), renamed),
    ):
        with pytest.raises(StorageError) as refused:
            his.write(change)
        assert refused.value.code == "changed-elsewhere"

    with his.reading() as connection:
        there = plans.plan(connection, plan.id)
    assert (there.title, there.own_risks[0].text) == ("Her name", "hers")


def test_an_entry_that_was_removed_and_put_back_is_not_the_one_from_before(
    either: Database,
) -> None:
    plan = stored(either)
    risk = plan.own_risks[0]
    either.write(lambda connection: edits.remove(connection, plan.id, risk.key, 1))
    either.write(lambda connection: own_risk(connection, plan, "hers", 0))

    with pytest.raises(StorageError) as refused:
        either.write(lambda connection: own_risk(connection, plan, "his", risk.version))
    assert refused.value.code == "changed-elsewhere"

    newest = int(refused.value.details["version"])
    saved = either.write(lambda connection: own_risk(connection, plan, "both", newest))
    assert isinstance(saved, OwnRisk)
    assert saved.version == newest + 1


def test_the_name_of_a_plan_cannot_be_removed(database: Database) -> None:
    plan = stored(database)

    with pytest.raises(ValueError, match="keeps its name"):
        database.write(
            lambda connection: edits.remove(connection, plan.id, EntryKey.of_plan(plan.id), 1)
        )


def test_two_people_with_different_questions_do_not_meet(either: Database) -> None:
    plan = stored(either)
    for number, question in enumerate(plan.answers):
        changed = replace(plan.answers[question], note=f"note {number}")
        with either.writing() as connection:
            edits.save(connection, plan.id, EntryKey.of_answer(question), changed)

    with either.reading() as connection:
        found = plans.plan(connection, plan.id)
    assert sorted(each.note for each in found.answers.values()) == [
        f"note {number}" for number in range(len(plan.answers))
    ]


def test_the_history_tells_what_was_there_and_what_came(either: Database) -> None:
    plan = stored(either)
    question = QuestionId("severity")
    changed = Answer(value=OpenAnswer.NOT_DECIDED, note="later", version=1)
    either.write(
        lambda connection: edits.save(connection, plan.id, EntryKey.of_answer(question), changed)
    )
    either.write(lambda connection: edits.remove(connection, plan.id, plan.own_risks[0].key, 1))

    with either.reading() as connection:
        removed, edited, *_, first = plan_lists.history(connection, plan.id)
        assert plan_lists.history(connection, plan.id, limit=1) == (removed,)

    assert (edited.what, edited.which) == ("answer", "severity")
    assert json.loads(edited.old or "") == {"value": None, "open": "not_sure", "note": "ask"}
    assert json.loads(edited.new or "") == {"value": None, "open": "not_decided", "note": "later"}
    assert (removed.what, removed.new) == ("own_risk", None)
    assert json.loads(removed.old or "")["text"] == "The bus is cut"
    assert (first.what, first.old, first.number < edited.number) == ("plan", None, True)
    assert removed.at.utcoffset() is not None


def test_a_refused_save_leaves_no_trace(either: Database) -> None:
    plan = stored(either)
    with either.reading() as connection:
        history = plan_lists.history(connection, plan.id)
        summaries = plan_lists.summaries(connection)

    def two_saves(connection: Connection) -> None:
        answer(connection, plan, "kept?", 1)
        decision(connection, plan, "his", 99)

    with pytest.raises(StorageError):
        either.write(two_saves)

    with either.reading() as connection:
        assert plans.plan(connection, plan.id) == plan
        assert plan_lists.history(connection, plan.id) == history
        assert plan_lists.summaries(connection) == summaries


@pytest.mark.postgres
def test_on_a_server_the_second_waits_for_the_first_and_is_then_told(
    open_database: Opening, postgres_url: str
) -> None:
    hers, his = open_database(postgres_url), open_database(postgres_url)
    plan = stored(hers)
    told: list[str] = []

    def second() -> None:
        try:
            his.write(lambda connection: answer(connection, plan, "his", 1))
        except StorageError as error:
            told.append(error.code)

    with hers.writing() as connection:
        answer(connection, plan, "hers", 1)
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(LULL_SECONDS)
        assert thread.is_alive()
    thread.join(PATIENCE_SECONDS)

    assert told == ["changed-elsewhere"]


@pytest.mark.postgres
def test_on_a_server_two_first_answers_at_once_are_one_and_a_refusal(
    open_database: Opening, postgres_url: str
) -> None:
    hers, his = open_database(postgres_url), open_database(postgres_url)
    plan = stored(hers)
    question = QuestionId("new")
    told: list[str] = []

    def save(database: Database, note: str) -> None:
        said = Answer(value=1, note=note)
        try:
            database.write(
                lambda connection: edits.save(
                    connection, plan.id, EntryKey.of_answer(question), said
                )
            )
        except StorageError as error:
            told.append(error.code)

    threads = [threading.Thread(target=save, args=pair) for pair in ((hers, "hers"), (his, "his"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_SECONDS)

    assert told == ["changed-elsewhere"]


def test_an_unknown_plan_cannot_be_edited(database: Database) -> None:
    with pytest.raises(NotFound):
        database.write(
            lambda connection: edits.put_away(connection, PlanId(things.uid()), away=True)
        )
