import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from advisor.errors import StorageError
from advisor.models.ids import OptionId, PlanId, QuestionId
from advisor.models.plan import Answer, EntryKey, Plan
from tests.support.fake_advisor import FakePlans
from tests.support.waiting import LULL_MS, PATIENCE_SECONDS
from ui.awake.tasks import Worker
from ui.plan.saver import Saver, Standing

PLAN = PlanId("plan")
SETTING = QuestionId("setting")
SEVERITY = QuestionId("severity")
CHARITY = Answer(value=OptionId("charity_or_community"))
OTHER = Answer(value=OptionId("other_public_service"))
FULL = StorageError("The disk is full. Free some space, then try again.")


class Store:
    """Plans in memory, behind a gate that can hold every save back."""

    def __init__(self) -> None:
        self.plans = FakePlans((Plan(id=PLAN, title="Plan"),))
        self.gate = threading.Event()
        self.gate.set()

    def save(self, question: QuestionId, answer: Answer) -> Answer:
        self.gate.wait(PATIENCE_SECONDS)
        return cast("Answer", self.plans.save(PLAN, EntryKey.of_answer(question), answer))

    def stored(self, question: QuestionId = SETTING) -> Answer:
        return self.plans.plan(PLAN).answer(question)

    def change_elsewhere(self, answer: Answer) -> None:
        theirs = replace(answer, version=self.stored().version)
        self.plans.save(PLAN, EntryKey.of_answer(SETTING), theirs)


class Desk:
    """A saver over plans in memory, and what it said."""

    def __init__(self, worker: Worker) -> None:
        self.store = Store()
        self.worker = worker
        self.saver = Saver[QuestionId, Answer](worker, self.store.save, self.store.stored)
        self.standings: list[Standing] = []
        self.refusals: list[str] = []
        self.disputes: list[tuple[str, Answer, Answer]] = []
        self.saver.standing_changed.connect(self.standings.append)
        self.saver.not_saved.connect(lambda error: self.refusals.append(error.message))
        self.saver.changed_elsewhere.connect(lambda *of: self.disputes.append(of))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    worker = Worker("test-saver")
    yield Desk(worker)
    assert worker.close(PATIENCE_SECONDS)


def settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: desk.saver.standing is Standing.SAVED)


def test_an_answer_is_saved_at_once(qtbot: QtBot, desk: Desk) -> None:
    desk.saver.take(SETTING, CHARITY)
    settle(qtbot, desk)

    assert desk.store.stored() == CHARITY
    assert desk.standings == [Standing.SAVING, Standing.SAVED]


def test_saved_is_said_only_after_the_database_has_it(qtbot: QtBot, desk: Desk) -> None:
    desk.store.gate.clear()
    desk.saver.take(SETTING, CHARITY)
    qtbot.wait(LULL_MS)

    assert desk.saver.standing is Standing.SAVING
    assert list(desk.saver.unsaved) == [SETTING]
    desk.store.gate.set()
    settle(qtbot, desk)
    assert list(desk.saver.unsaved) == []


def test_the_newest_answer_wins_and_those_between_are_not_saved(qtbot: QtBot, desk: Desk) -> None:
    desk.store.gate.clear()
    for answer in (CHARITY, OTHER, CHARITY, OTHER):
        desk.saver.take(SETTING, answer)
    desk.store.gate.set()
    settle(qtbot, desk)

    assert desk.store.stored() == OTHER
    assert len(desk.store.plans.saves) == 2


def test_answers_to_different_questions_are_all_saved(qtbot: QtBot, desk: Desk) -> None:
    desk.saver.take(SETTING, CHARITY)
    desk.saver.take(SEVERITY, Answer(value=OptionId("no_limit")))
    settle(qtbot, desk)

    assert [key.id for key, _ in desk.store.plans.saves] == [SETTING, SEVERITY]


def test_each_save_goes_over_the_version_of_the_one_before(qtbot: QtBot, desk: Desk) -> None:
    for answer in (CHARITY, OTHER):
        desk.saver.take(SETTING, answer)
        settle(qtbot, desk)

    assert desk.store.stored().version == 2


def test_a_refused_save_keeps_the_answer_and_says_why_once(qtbot: QtBot, desk: Desk) -> None:
    desk.store.plans.refusal = FULL
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: desk.saver.standing is Standing.NOT_SAVED)
    desk.saver.try_again()
    qtbot.waitUntil(lambda: not desk.worker.is_busy)

    assert desk.saver.unsaved == (SETTING,)
    assert desk.refusals == [FULL.message]
    assert desk.saver.standing is Standing.NOT_SAVED


def test_trying_again_saves_what_waited(qtbot: QtBot, desk: Desk) -> None:
    desk.store.plans.refusal = FULL
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: desk.saver.standing is Standing.NOT_SAVED)

    desk.store.plans.refusal = None
    desk.saver.try_again()
    settle(qtbot, desk)

    assert desk.store.stored() == CHARITY


def test_an_answer_that_is_refused_does_not_hold_up_the_others(qtbot: QtBot, desk: Desk) -> None:
    refused = StorageError("Not this one.")
    inner = desk.store.save

    def save(question: QuestionId, answer: Answer) -> Answer:
        if question == SETTING:
            raise refused
        return inner(question, answer)

    desk.saver._save = save
    desk.saver.take(SETTING, CHARITY)
    desk.saver.take(SEVERITY, Answer(value=OptionId("no_limit")))
    qtbot.waitUntil(lambda: desk.saver.standing is Standing.NOT_SAVED)
    desk.saver.try_again()
    qtbot.waitUntil(lambda: desk.store.stored(SEVERITY).given is not None)

    assert desk.saver.unsaved == (SETTING,)


def test_both_answers_are_kept_when_one_was_changed_elsewhere(qtbot: QtBot, desk: Desk) -> None:
    desk.store.change_elsewhere(OTHER)
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: bool(desk.disputes))

    assert desk.disputes == [(SETTING, CHARITY, OTHER)]
    assert desk.store.stored() == OTHER
    assert desk.saver.unsaved == (SETTING,)
    assert desk.saver.standing is Standing.NOT_SAVED


def test_ours_is_saved_over_theirs_when_the_person_says_so(qtbot: QtBot, desk: Desk) -> None:
    desk.store.change_elsewhere(OTHER)
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: bool(desk.disputes))

    desk.saver.keep_ours(SETTING)
    settle(qtbot, desk)

    assert desk.store.stored() == CHARITY


def test_theirs_stays_when_the_person_says_so(qtbot: QtBot, desk: Desk) -> None:
    desk.store.change_elsewhere(OTHER)
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: bool(desk.disputes))

    desk.saver.take_theirs(SETTING)
    settle(qtbot, desk)

    assert desk.store.stored() == OTHER
    assert desk.saver.unsaved == ()


def test_what_is_answered_during_a_dispute_becomes_ours(qtbot: QtBot, desk: Desk) -> None:
    desk.store.change_elsewhere(OTHER)
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: bool(desk.disputes))

    newer = replace(CHARITY, note="Asked the trustees")
    desk.saver.take(SETTING, newer)
    desk.saver.keep_ours(SETTING)
    settle(qtbot, desk)

    assert desk.store.stored() == newer


def test_the_same_answer_from_elsewhere_is_no_dispute(qtbot: QtBot, desk: Desk) -> None:
    desk.store.change_elsewhere(CHARITY)
    desk.saver.take(SETTING, CHARITY)
    settle(qtbot, desk)

    assert desk.disputes == []
