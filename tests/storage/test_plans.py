"""What a plan says comes back as it was said, on either database."""

import datetime
from dataclasses import replace

import pytest
from sqlalchemy import text

from advisor.errors import NotFound, StorageError
from advisor.models.ids import ActionId, OptionId, PlanId, QuestionId
from advisor.models.judged import PlanOrder
from advisor.models.pack import PackVersion
from advisor.models.plan import (
    Answer,
    Choice,
    Decision,
    EntryKey,
    OpenAnswer,
    OwnAction,
    Plan,
)
from advisor.storage import edits, plan_lists, plans, rows
from advisor.storage.database import Database
from advisor.storage.schema.tables import PLAN, PROGRESS
from tests.storage import things
from tests.storage.things import FORMATS


def stored(database: Database, plan: Plan | None = None) -> Plan:
    wanted = plan or things.plan()
    return database.write(lambda connection: plans.add_plan(connection, wanted, asked=50))


def read(database: Database, plan_id: PlanId) -> Plan:
    with database.reading() as connection:
        return plans.plan(connection, plan_id)


def test_a_plan_comes_back_as_it_was_stored(either: Database) -> None:
    plan = things.plan()

    assert stored(either, plan) == plan
    assert read(either, plan.id) == plan


def test_a_plan_may_be_bare(database: Database) -> None:
    plan = Plan(id=PlanId(things.uid()), title="Bare")

    assert stored(database, plan) == plan


def test_everything_new_has_version_one(either: Database) -> None:
    plan = stored(either)

    assert plan.version == 1
    assert {answer.version for answer in plan.answers.values()} == {1}
    assert {decision.version for decision in plan.decisions.values()} == {1}
    assert {own.version for own in plan.own_actions} == {1}
    assert {own.version for own in plan.own_risks} == {1}


def test_the_same_plan_twice_is_one_plan(either: Database) -> None:
    plan = things.plan()

    assert stored(either, plan) == stored(either, plan)
    with either.reading() as connection:
        assert plan_lists.count(connection) == 1
        assert len(plan_lists.history(connection, plan.id)) == 13


def test_another_plan_under_the_same_id_is_refused(either: Database) -> None:
    plan = stored(either)

    with pytest.raises(StorageError) as refused:
        stored(either, replace(plan, title="Something else"))
    assert refused.value.code == "already-there"
    assert read(either, plan.id) == plan


def test_an_id_that_is_no_uuid_is_refused(database: Database) -> None:
    with pytest.raises(StorageError, match="must be a UUID"):
        stored(database, replace(things.plan(), id=PlanId("my plan")))


def test_a_plan_that_is_not_there_is_not_found(database: Database) -> None:
    with database.reading() as connection, pytest.raises(NotFound):
        plans.plan(connection, PlanId(things.uid()))


@pytest.mark.parametrize(
    "value",
    [
        OptionId("telephone"),
        frozenset({OptionId("b"), OptionId("a")}),
        0,
        60,
        True,
        False,
        OpenAnswer.NOT_ANSWERED,
        OpenAnswer.NOT_SURE,
        OpenAnswer.NOT_DECIDED,
    ],
)
def test_every_kind_of_answer_comes_back(
    database: Database, value: OptionId | frozenset[OptionId] | int | OpenAnswer
) -> None:
    plan = stored(database)
    answer = Answer(value=value, note="because", version=1)

    saved = database.write(
        lambda connection: edits.save(connection, plan.id, EntryKey.of_answer(FORMATS), answer)
    )

    kept = read(database, plan.id).answer(FORMATS)
    assert (saved, saved.version) == (answer, 2)
    assert (kept, kept.version, type(kept.value)) == (answer, 2, type(value))


def test_a_new_answer_starts_from_version_nought(either: Database) -> None:
    plan = stored(either)
    question = QuestionId("publicity")

    saved = either.write(
        lambda connection: edits.save(
            connection, plan.id, EntryKey.of_answer(question), Answer(value=3)
        )
    )

    assert saved.version == 1
    assert read(either, plan.id).answer(question) == Answer(value=3)


def test_a_text_is_kept_composed_and_with_plain_line_breaks(database: Database) -> None:
    plan = stored(database)
    typed = Answer(value=3, note="cafe\u0301\r\ntwo", version=1)

    saved = database.write(
        lambda connection: edits.save(connection, plan.id, EntryKey.of_answer(FORMATS), typed)
    )

    assert saved == replace(typed, note="café\ntwo")
    assert read(database, plan.id).answer(FORMATS) == saved


def test_decisions_come_back(either: Database) -> None:
    plan = stored(either)
    decision = Decision(
        choice=Choice.IN_PLACE,
        owner="Ada",
        due=datetime.date(2030, 12, 31),
        note="n",
        reason="r",
        version=1,
    )

    saved = either.write(
        lambda connection: edits.save(
            connection, plan.id, EntryKey.of_decision(ActionId("plan-01")), decision
        )
    )

    assert (saved, saved.version) == (decision, 2)
    assert read(either, plan.id).decision(ActionId("plan-01")) == decision


def test_own_entries_keep_their_order_when_one_is_changed(either: Database) -> None:
    plan = stored(either)
    first, second = plan.own_actions
    changed = replace(first, text="Ask the school", decision=Decision(owner="Bo"))
    added = OwnAction(id=things.uid(), text="Third", stage="run")

    either.write(lambda connection: edits.save(connection, plan.id, changed.key, changed))
    either.write(lambda connection: edits.save(connection, plan.id, added.key, added))

    assert read(either, plan.id).own_actions == (changed, second, added)


def test_own_entries_can_be_removed_and_put_back(either: Database) -> None:
    plan = stored(either)
    risk = plan.own_risks[0]

    either.write(lambda connection: edits.remove(connection, plan.id, risk.key, 1))
    either.write(lambda connection: edits.remove(connection, plan.id, risk.key, 1))
    assert read(either, plan.id).own_risks == ()

    either.write(
        lambda connection: edits.save(connection, plan.id, risk.key, replace(risk, version=0))
    )
    assert read(either, plan.id).own_risks == (risk,)


def test_an_own_entry_that_is_put_back_stands_where_it_stood(either: Database) -> None:
    plan = stored(either)
    first, second = plan.own_actions
    either.write(lambda connection: edits.remove(connection, plan.id, first.key, 1))

    put_back = plan.without(first.key).with_entry(first.key, replace(first, version=0))
    either.write(
        lambda connection: edits.save(connection, plan.id, first.key, put_back.own_actions[0])
    )

    assert put_back.own_actions == (first, second)
    assert read(either, plan.id).own_actions == (first, second)


def test_a_plan_gets_another_title(either: Database) -> None:
    plan = stored(either)

    either.write(lambda connection: things.rename(connection, plan, "New"))

    renamed = read(either, plan.id)
    assert (renamed.title, renamed.description, renamed.version) == ("New", "", 2)
    with either.reading() as connection:
        assert [found.title for found in plan_lists.summaries(connection, search="new")] == ["New"]
        assert plan_lists.count(connection, search="amberfield") == 0


def test_a_plan_needs_a_title(database: Database) -> None:
    plan = stored(database)

    with pytest.raises(StorageError, match="title: This text must not be empty"):
        database.write(lambda connection: things.rename(connection, plan, "  "))


def test_a_deleted_plan_is_put_away_and_comes_back_whole(either: Database) -> None:
    plan = stored(either)

    either.write(lambda connection: edits.put_away(connection, plan.id, away=True))
    either.write(lambda connection: edits.put_away(connection, plan.id, away=True))
    with either.reading() as connection:
        assert plan_lists.count(connection) == 0
        assert [found.id for found in plan_lists.summaries(connection, put_away=True)] == [plan.id]
        assert rows.read(connection, PLAN, plan.id) is not None
        with pytest.raises(NotFound):
            plans.plan(connection, plan.id)

    either.write(lambda connection: edits.put_away(connection, plan.id, away=False))
    assert read(either, plan.id) == plan


def test_an_erased_plan_leaves_no_row(either: Database) -> None:
    plan, other = stored(either), stored(either)
    either.write(lambda connection: plans.save_advice(connection, plan.id, "{}", things.judged()))

    either.write(lambda connection: plans.purge_plan(connection, plan.id))
    either.write(lambda connection: plans.purge_plan(connection, plan.id))

    with either.reading() as connection:
        assert rows.read(connection, PLAN, plan.id) is None
        assert plan_lists.history(connection, plan.id) == ()
        assert plans.stored_advice(connection, plan.id) is None
    assert read(either, other.id) == other


def test_advice_is_kept_with_the_plan(either: Database) -> None:
    plan = stored(either)
    newer = PackVersion(id="small", version="2")
    for open_risks in (3, 2):
        with either.writing() as connection:
            advice = f'{{"risks": {open_risks}}}'
            judged = replace(things.judged(open_risks), pack=newer)
            plans.save_advice(connection, plan.id, advice, judged)

    with either.reading() as connection:
        kept = plans.stored_advice(connection, plan.id)
        (summary,) = plan_lists.summaries(connection)
    assert kept == (newer, '{"risks": 2}')
    assert summary.judged == replace(things.judged(2), pack=newer)
    assert (summary.is_judged_now, summary.asked, summary.answered) == (True, 31, 4)
    assert read(either, plan.id).pack == newer


def test_advice_needs_a_plan(database: Database) -> None:
    with pytest.raises(NotFound):
        database.write(
            lambda connection: plans.save_advice(
                connection, PlanId(things.uid()), "{}", things.judged()
            )
        )


def test_a_summary_counts_given_answers(either: Database) -> None:
    plan = stored(either)
    undecided = Answer(value=OpenAnswer.NOT_DECIDED, version=1)

    either.write(
        lambda connection: edits.save(connection, plan.id, EntryKey.of_answer(FORMATS), undecided)
    )

    with either.reading() as connection:
        (summary,) = plan_lists.summaries(connection)
    assert (summary.answered, summary.asked, summary.judged) == (3, 50, None)


def test_the_list_has_the_newest_change_first_and_comes_in_pages(either: Database) -> None:
    one, two, three = (stored(either, things.plan(title)) for title in ("One", "Two", "Three"))
    either.write(lambda connection: things.rename(connection, one, "One again"))

    with either.reading() as connection:
        assert [found.id for found in plan_lists.summaries(connection)] == [
            one.id,
            three.id,
            two.id,
        ]
        page = plan_lists.summaries(connection, offset=1, limit=1)
        assert [found.id for found in page] == [three.id]


@pytest.mark.parametrize(
    ("search", "found"),
    [("ÅNGSTRÖM", 1), ("100%", 1), ("50%", 0), ("_", 0), ("weeks", 2), ("'; --", 0), ("", 2)],
)
def test_a_search_takes_no_notice_of_capitals_and_no_text_for_a_pattern(
    either: Database, search: str, found: int
) -> None:
    stored(either, things.plan("Ångström mothers"))
    stored(either, things.plan("100% mothers"))

    with either.reading() as connection:
        assert plan_lists.count(connection, search=search) == found
        assert len(plan_lists.summaries(connection, search=search)) == found


def test_a_damaged_plan_names_its_entries_and_can_still_be_read(database: Database) -> None:
    plan = stored(database)
    with database.raw() as raw:
        raw.execute("UPDATE answer SET note = 'Två gÅnger' WHERE question = 'formats'")

    with database.reading() as connection:
        with pytest.raises(StorageError) as refused:
            plans.plan(connection, plan.id)
        kept = plans.plan(connection, plan.id, damaged_too=True)
    assert refused.value.code == "plan-damaged"
    assert refused.value.details == {"rows": "answer formats"}
    assert kept.answer(FORMATS).note == "Två gÅnger"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decision SET due = '2027-02-30'",
        f"UPDATE plan SET changed = '{'yesterday':32}'",
    ],
)
def test_a_day_that_is_none_is_damage_and_not_a_bug(database: Database, change: str) -> None:
    plan = stored(database)
    database.write(lambda connection: connection.execute(text(change)))

    with pytest.raises(StorageError) as refused:
        read(database, plan.id)

    assert refused.value.code == "damaged"
    assert "yesterday" not in refused.value.message


def test_what_the_advice_came_to_is_old_after_a_change(either: Database) -> None:
    plan = stored(either)
    either.write(lambda connection: plans.save_judged(connection, plan.id, things.judged()))
    with either.writing() as connection:
        things.rename(connection, plan, "Another title")

    with either.reading() as connection:
        (summary,) = plan_lists.summaries(connection)
    assert (summary.judged, summary.is_judged_now) == (things.judged(), False)


def test_advice_on_an_older_list_does_not_pass_for_that_on_the_plan_of_now(
    either: Database,
) -> None:
    plan = stored(either)
    with either.reading() as connection:
        (listed,) = plan_lists.summaries(connection)
    with either.writing() as connection:
        things.rename(connection, plan, "Another title")
    late = replace(listed, judged=things.judged())

    either.write(lambda connection: plans.keep_judged(connection, [late]))

    with either.reading() as connection:
        (summary,) = plan_lists.summaries(connection)
    assert (summary.judged, summary.is_judged_now) == (things.judged(), False)


def test_advice_on_a_plan_that_was_erased_meanwhile_is_passed_over(either: Database) -> None:
    erased, kept = stored(either), stored(either)
    with either.reading() as connection:
        listed = plan_lists.summaries(connection)
    either.write(lambda connection: plans.purge_plan(connection, erased.id))
    late = [replace(each, judged=things.judged()) for each in listed]

    either.write(lambda connection: plans.keep_judged(connection, late))

    with either.reading() as connection:
        (summary,) = plan_lists.summaries(connection)
    assert (summary.id, summary.judged) == (kept.id, things.judged())


def test_a_judgement_that_cannot_be_read_is_none(either: Database) -> None:
    plan = stored(either)
    for kept in ("", "{", "[]", '{"judged_version": 99}', '{"judged_version": 1}'):
        with either.writing() as connection:
            rows.keep(connection, PROGRESS, plan.id, {"judged": kept})
        with either.reading() as connection:
            (summary,) = plan_lists.summaries(connection)
        assert summary.judged is None


def test_many_plans_are_read_as_one_by_one(either: Database) -> None:
    kept = [stored(either, things.plan(title)) for title in ("One", "Two", "Three")]
    gone = stored(either)
    either.write(lambda connection: edits.put_away(connection, gone.id, away=True))
    ids = [plan.id for plan in (*kept, gone)]

    with either.reading() as connection:
        assert dict(plans.many(connection, ids)) == {plan.id: plan for plan in kept}
        assert plans.many(connection, []) == {}


def test_a_plan_that_the_disk_has_changed_is_left_out_of_many(database: Database) -> None:
    sound, damaged = stored(database), stored(database)
    with database.writing() as connection:
        connection.execute(
            text("UPDATE answer SET note = 'x' WHERE \"plan\" = :plan"), {"plan": damaged.id}
        )

    with database.reading() as connection:
        assert list(plans.many(connection, [sound.id, damaged.id])) == [sound.id]


def test_plans_are_listed_in_each_order(either: Database) -> None:
    for title, risks, missing, answered in (
        ("Éclair", 0, 3, 2),
        ("Zoe", 5, 0, 31),
        ("anna", 1, 1, 9),
    ):
        plan = stored(either, things.plan(title))
        judged = things.judged(risks, missing=missing)
        judged = replace(judged, summary=replace(judged.summary, answered=answered))
        with either.writing() as connection:
            plans.save_judged(connection, plan.id, judged)

    def titles(order: PlanOrder) -> list[str]:
        with either.reading() as connection:
            return [each.title for each in plan_lists.summaries(connection, order=order)]

    assert titles(PlanOrder.CHANGED) == ["anna", "Zoe", "Éclair"]
    assert titles(PlanOrder.NAME) == ["anna", "Éclair", "Zoe"]
    assert titles(PlanOrder.SAFETY) == ["Éclair", "anna", "Zoe"]
    assert titles(PlanOrder.RISKS) == ["Zoe", "anna", "Éclair"]
    assert titles(PlanOrder.ANSWERED) == ["Éclair", "anna", "Zoe"]
