"""Two sessions on one stored plan: whatever either says, changes or removes, no text is lost."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.errors import StorageError
from advisor.models.plan import (
    Answer,
    Comment,
    Decision,
    Entry,
    EntryKey,
    EntryKind,
    GateTick,
    OwnAction,
    OwnRisk,
    Plan,
    PlanName,
)
from advisor.storage import edits, plan_lists, plans
from advisor.storage.database import Database
from tests.storage import things
from ui.plan.save_queue import Dispute, SaveQueue
from ui.plan.saver import ELSEWHERE

KINDS = tuple(EntryKind)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder: Path = tmp_path_factory.mktemp("two")
    opened = Database.open(folder / "plans.db", backups=folder / "backups")
    yield opened
    opened.close()


def said(entry: Entry, words: str) -> Entry:
    """The entry as somebody has changed it; a tick says nothing but its day."""
    match entry:
        case PlanName():
            return replace(entry, title=words)
        case Answer() | Decision():
            return replace(entry, note=words)
        case OwnAction() | OwnRisk() | Comment():
            return replace(entry, text=words)
        case GateTick():
            return replace(entry, day=datetime.date(2026, 1, 1 + len(words)))


class Session:
    """One person's window on the plan, without the window."""

    def __init__(self, database: Database, plan: Plan, name: str) -> None:
        self._database, self._name = database, name
        self.queue = SaveQueue(plan)

    def change(self, key: EntryKey, entry: Entry) -> Entry:
        changed = said(entry, f"{self._name} says so")
        self.queue.take({key: changed})
        return changed

    def remove(self, key: EntryKey) -> None:
        self.queue.take({key: None})

    def send(self, plan: Plan) -> None:
        """Save all that waits, as the saver does."""
        while sending := self.queue.next():
            saving = partial(edits.save_all, plan_id=plan.id, sent=sending)
            try:
                stored = self._database.write(saving)
            except StorageError as error:
                if error.code not in ELSEWHERE:
                    raise
                there = self.read(plan)
                self.queue.lay_beside([there.entry(each.key) for each in sending])
            else:
                self.queue.has_saved(stored)

    def read(self, plan: Plan) -> Plan:
        with self._database.reading() as session:
            return plans.plan(session, plan.id)


def in_history(database: Database, plan: Plan) -> list[Entry | None]:
    with database.reading() as session:
        told = plan_lists.history(session, plan.id)
    return [side for edit in told for side in (edit.before, edit.now)]


def act(session: Session, key: EntryKey, entry: Entry, *, removing: bool) -> Entry | None:
    """Change or remove an entry; a plan keeps its name."""
    if removing and key.kind is not EntryKind.PLAN:
        session.remove(key)
        return None
    return session.change(key, entry)


BLANK: dict[EntryKind, Entry] = {EntryKind.ANSWER: Answer(), EntryKind.DECISION: Decision()}
"""What is read where nothing is said any more."""


@given(
    kind=st.sampled_from(KINDS),
    removed=st.tuples(st.booleans(), st.booleans()),
    keep_ours=st.booleans(),
)
def test_a_dispute_keeps_both_for_every_kind(
    database: Database, kind: EntryKind, removed: tuple[bool, bool], keep_ours: bool
) -> None:
    made = things.plan()
    plan = database.write(lambda session: plans.add_plan(session, made, asked=50))
    key, entry = next(each for each in plan.entries() if each[0].kind is kind)
    them, us = Session(database, plan, "somebody else"), Session(database, plan, "me")
    theirs = act(them, key, entry, removing=removed[0])
    ours = act(us, key, entry, removing=removed[1])

    them.send(plan)
    us.send(plan)

    is_disputed = not (ours is None and theirs is None)
    there, chosen = theirs or BLANK.get(kind), ours if keep_ours else theirs
    assert us.queue.disputes == (
        (Dispute(key=key, ours=ours, theirs=there),) if is_disputed else ()
    )
    assert us.read(plan).entry(key) == there
    if is_disputed:
        (us.queue.keep_ours if keep_ours else us.queue.take_theirs)(key)
        us.send(plan)
        assert us.read(plan).entry(key) == (chosen or BLANK.get(kind))
    # What was chosen against, too, can still be read and put back.
    said_once = {entry, theirs, ours if keep_ours else None} - {None}
    assert said_once <= set(in_history(database, plan))
    assert us.queue.disputes == ()


def test_without_the_version_one_text_would_be_lost(database: Database) -> None:
    plan = database.write(lambda session: plans.add_plan(session, things.plan(), asked=50))
    key = EntryKey.of_answer(things.FORMATS)
    them, us = Session(database, plan, "somebody else"), Session(database, plan, "me")
    them.change(key, plan.answer(things.FORMATS))
    them.send(plan)
    blind = Session(database, us.read(plan), "me")
    blind.change(key, plan.answer(things.FORMATS))

    blind.send(plan)

    assert blind.queue.disputes == ()
