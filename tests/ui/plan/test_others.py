"""Two people work on one plan: what one saves is seen by the other within seconds."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from advisor.models.plan import Answer, EntryKey, OwnAction, Plan
from advisor.services.advisor import Advisor
from tests.support.drafts import CHARITY, SETTING
from tests.support.waiting import PATIENCE_SECONDS
from ui.awake.tasks import Worker
from ui.plan import others
from ui.plan.open_plan import OpenPlan
from ui.plan.save_queue import SaveState

TEA = OwnAction(id="a0000000-0000-4000-8000-000000000001", text="Tea", stage="run")


@dataclass
class Person:
    """Somebody with a window on the team's database."""

    advisor: Advisor
    plan: OpenPlan
    workers: tuple[Worker, Worker]
    changed: list[EntryKey] = field(default_factory=list)

    @classmethod
    def at(cls, url: str, plan: Plan) -> "Person":
        advisor = Advisor.open(url)
        workers = Worker("storage"), Worker("thinker")
        opened = OpenPlan(
            advisor, advisor.evidence.pack, plan, storage=workers[0], thinker=workers[1]
        )
        person = cls(advisor, opened, workers)
        opened.entry_changed.connect(person.changed.append)
        return person

    def leave(self) -> None:
        self.plan.close()
        for worker in self.workers:
            assert worker.close(PATIENCE_SECONDS)
        self.advisor.close()


@pytest.fixture
def two(qtbot: QtBot, postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Person]]:
    monkeypatch.setattr(others, "LOOK_MS", 20)
    with Advisor.open(postgres_url) as first:
        plan = first.plans.create("Lowmere")
    people = [Person.at(postgres_url, plan) for _ in range(2)]
    yield people
    for person in people:
        person.leave()


@pytest.mark.postgres
def test_what_one_saves_the_other_sees(qtbot: QtBot, two: list[Person]) -> None:
    ruth, amina = two

    ruth.plan.say(SETTING, CHARITY)
    qtbot.waitUntil(lambda: amina.plan.plan.answer(SETTING).value == CHARITY)
    assert amina.changed == [EntryKey.of_answer(SETTING)]
    assert not amina.plan.undo()

    amina.plan.note(SETTING, "Ask Jo")
    qtbot.waitUntil(lambda: ruth.plan.plan.answer(SETTING).note == "Ask Jo")
    assert not amina.plan.saver.disputes


@pytest.mark.postgres
def test_what_one_adds_renames_and_removes_the_other_sees(qtbot: QtBot, two: list[Person]) -> None:
    ruth, amina = two

    ruth.plan.change(TEA.key, TEA)
    qtbot.waitUntil(lambda: [own.text for own in amina.plan.plan.own_actions] == ["Tea"])
    amina.plan.rename("Highmere", "")
    qtbot.waitUntil(lambda: ruth.plan.plan.title == "Highmere")
    amina.plan.remove(TEA.key)
    qtbot.waitUntil(lambda: ruth.plan.plan.own_actions == ())


@pytest.mark.postgres
def test_two_who_say_different_things_at_once_keep_both(qtbot: QtBot, two: list[Person]) -> None:
    ruth, amina = two
    for person in two:
        person.plan._others.close()

    ruth.plan.note(SETTING, "The church hall")
    qtbot.waitUntil(lambda: ruth.plan.saver.state is SaveState.SAVED)
    amina.plan.note(SETTING, "The library")
    qtbot.waitUntil(lambda: bool(amina.plan.saver.disputes))

    (dispute,) = amina.plan.saver.disputes
    assert isinstance(dispute.ours, Answer)
    assert isinstance(dispute.theirs, Answer)
    assert (dispute.ours.note, dispute.theirs.note) == ("The library", "The church hall")
