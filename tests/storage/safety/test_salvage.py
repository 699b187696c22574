"""Whatever happened to a file, what can still be read is saved, and half a plan is never whole."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.models.ids import PlanId
from advisor.models.plan import Answer, EntryKey, Plan
from advisor.models.salvaged import SalvagedPlan
from advisor.storage import edits, plans, wording
from advisor.storage.database import Database
from advisor.storage.safety.pages import Pages
from advisor.storage.safety.salvage import salvage
from tests.storage import things
from tests.storage.test_upgrade import sample
from tests.storage.things import FORMATS

PAGE = 4096
PLANS = 12
ROUNDS = 12
Damage = Callable[[bytearray, random.Random], None]


class Home:
    """A file with plans, where each stands in it, and what SQLite still reads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.plans: dict[PlanId, Plan] = {}
        database = Database.open(path, backups=path.parent / "backups")
        for number in range(PLANS):
            self._fill(database, number)
        database.close()
        self.content = path.read_bytes()
        self.pages = {plan: self._pages_of(plan) for plan in self.plans}

    def _fill(self, database: Database, number: int) -> None:
        plan = things.plan(f"Plan {number}")
        # Long enough to overflow onto further pages, and the plan's own wherever a part stands.
        note = f"<{plan.id}>" * 150
        with database.writing() as connection:
            plans.add_plan(connection, plan, asked=50)
            answer = Answer(value=number, note=note, version=1)
            edits.save(connection, plan.id, EntryKey.of_answer(FORMATS), answer)
            edits.remove(connection, plan.id, plan.own_risks[0].key, 1)
            things.rename(connection, plan, f"Plan {number} again")
        with database.reading() as connection:
            self.plans[plan.id] = plans.plan(connection, plan.id)

    def _pages_of(self, plan: PlanId) -> frozenset[int]:
        """The pages on which anything of a plan stands."""
        found: set[int] = set()
        at = self.content.find(plan.encode())
        while at >= 0:
            found |= {at // PAGE, (at + len(plan)) // PAGE}
            at = self.content.find(plan.encode(), at + 1)
        return frozenset(found)

    def damaged(self, damage: Damage, chance: random.Random) -> Path:
        content = bytearray(self.content)
        damage(content, chance)
        self.path.write_bytes(content)
        return self.path

    def untouched(self) -> set[PlanId]:
        """The plans of which no page was changed."""
        now = self.path.read_bytes().ljust(len(self.content), b"\0")
        changed = {
            at // PAGE
            for at in range(0, len(now), PAGE)
            if now[at : at + PAGE] != self.content[at : at + PAGE]
        }
        return {plan for plan, pages in self.pages.items() if not pages & changed}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("home") / "plans.db")


def some_page(content: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(content) // PAGE) * PAGE


def zero_a_page(content: bytearray, chance: random.Random) -> None:
    at = some_page(content, chance)
    content[at : at + PAGE] = bytes(PAGE)


def zero_the_first_page(content: bytearray, _chance: random.Random) -> None:
    content[:PAGE] = bytes(PAGE)


def spoil_sectors(content: bytearray, chance: random.Random) -> None:
    for _ in range(20):
        at = chance.randrange(len(content) // 512) * 512
        content[at : at + 512] = chance.randbytes(512)


def spoil_heads(content: bytearray, chance: random.Random) -> None:
    for _ in range(5):
        at = some_page(content, chance)
        content[at : at + 40] = chance.randbytes(40)


def cut_off(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(PAGE, len(content)) :]


def flip_bits(content: bytearray, chance: random.Random) -> None:
    for _ in range(50):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def swap_pages(content: bytearray, chance: random.Random) -> None:
    one, two = some_page(content, chance), some_page(content, chance)
    first, second = content[one : one + PAGE], content[two : two + PAGE]
    content[one : one + PAGE], content[two : two + PAGE] = second, first


def garbage(content: bytearray, chance: random.Random) -> None:
    content[:] = chance.randbytes(len(content))


DAMAGES: tuple[Damage, ...] = (
    zero_a_page,
    zero_the_first_page,
    spoil_sectors,
    spoil_heads,
    cut_off,
    flip_bits,
    garbage,
)


def false_claims(home: Home, found: tuple[SalvagedPlan, ...]) -> list[str]:
    """Plans that are called whole and are not as they were saved."""
    return [each.plan.title for each in found if each.is_whole and not same(home, each.plan)]


def same(home: Home, plan: Plan) -> bool:
    there = home.plans.get(plan.id)
    return there is not None and dict(there.entries()) == dict(plan.entries())


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: str(damage.__name__))
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_every_plan_that_was_not_touched_comes_back_and_none_is_called_whole_that_is_not(
    home: Home, damage: Damage, seed: int
) -> None:
    path = home.damaged(damage, random.Random(seed))
    before = path.read_bytes()

    found = salvage(path)

    assert false_claims(home, found) == []
    whole = {each.plan.id for each in found if each.is_whole}
    assert home.untouched() <= whole
    assert path.read_bytes() == before


def test_of_a_file_that_is_whole_every_row_is_found_where_it_stands(home: Home) -> None:
    home.path.write_bytes(home.content)

    found = salvage(home.path)

    assert {each.plan.id for each in found if each.is_whole} == set(home.plans)
    assert [each.from_history for each in found] == [0] * PLANS


def test_two_pages_that_changed_places_lose_nothing_that_fits_on_a_page(home: Home) -> None:
    for seed in range(ROUNDS):
        found = salvage(home.damaged(swap_pages, random.Random(seed)))
        assert false_claims(home, found) == []
        assert {each.plan.id for each in found} == set(home.plans)


def test_a_reader_that_takes_what_it_finds_for_whole_would_be_caught(home: Home) -> None:
    claimed = []
    for seed in range(ROUNDS):
        found = salvage(home.damaged(spoil_sectors, random.Random(seed)))
        claimed += false_claims(home, tuple(replace(each, is_whole=True) for each in found))

    assert claimed


def test_sqlite_itself_reads_less(home: Home) -> None:
    home.damaged(zero_the_first_page, random.Random(0))

    with closing(sqlite3.connect(home.path)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT title FROM plan").fetchall()
    assert {each.plan.id for each in salvage(home.path) if each.is_whole} == set(home.plans)


def test_what_a_lost_page_said_is_read_from_the_history(home: Home) -> None:
    def lose_the_gate_ticks(content: bytearray, _chance: random.Random) -> None:
        table = wording.TABLES[next(kind for kind in wording.TABLES if kind == "gate_tick")]
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(bytes(content))
            asked = "SELECT rootpage FROM sqlite_master WHERE name = ?"
            (root,) = connection.execute(asked, (table.name,)).fetchone()
        content[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)

    found = salvage(home.damaged(lose_the_gate_ticks, random.Random(0)))

    assert {(each.plan.id, each.is_whole) for each in found} == {
        (plan, True) for plan in home.plans
    }
    assert all(each.from_history == 1 for each in found)
    assert all(same(home, each.plan) for each in found)


def test_words_that_the_disk_changed_are_left_out_and_shown(home: Home) -> None:
    def change_words(content: bytearray, _chance: random.Random) -> None:
        # In the row and in the history: nothing says any more what it was.
        for at in range(len(content)):
            if content.startswith(b"soon", at):
                content[at : at + 4] = b"sooN"

    found = salvage(home.damaged(change_words, random.Random(0)))

    assert {each.is_whole for each in found} == {False}
    assert all("sooN" in each.doubtful[0].words for each in found)


def test_a_plan_that_was_erased_does_not_come_back(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "plans.db", backups=tmp_path / "backups")
    kept, erased = things.plan("Kept"), things.plan("Erased")
    with database.writing() as connection:
        for plan in (kept, erased):
            plans.add_plan(connection, plan, asked=50)
    database.write(lambda connection: plans.purge_plan(connection, erased.id))
    database.write(lambda connection: edits.put_away(connection, kept.id, away=True))
    database.close()

    [found] = salvage(tmp_path / "plans.db")

    assert (found.plan.title, found.was_deleted, found.is_whole) == ("Kept", True, True)


def test_of_an_older_file_all_is_read_and_nothing_is_called_whole(tmp_path: Path) -> None:
    [found] = salvage(sample(tmp_path / "plans.db", 3))

    assert found.plan.title == "Amberfield friends"
    assert len(found.plan.answers) == len(things.plan().answers)
    assert not found.is_whole


def test_a_save_that_was_cut_short_is_taken_back_first(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    path.write_bytes(home.content)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE answer SET note = 'half done ' || note")
        for each in (path, path.with_name("plans.db-journal")):
            (tmp_path / f"left-{each.name}").write_bytes(each.read_bytes())
    left = tmp_path / "left-plans.db"
    assert left.read_bytes() != home.content

    assert all(each.is_whole for each in salvage(left))


def test_the_pages_are_read_as_sqlite_reads_them(home: Home) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(home.content)
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        rows = [
            row for name in names for row in connection.execute(f'SELECT rowid, * FROM "{name}"')
        ]

    read = {(each.number, each.values) for each in Pages(home.content).records()}

    # A number that is the rowid itself stands in the row as nothing.
    wanted = {(row[0], (None, *row[2:]) if row[1] == row[0] else row[1:]) for row in rows}
    assert wanted <= read


def varint(number: int) -> bytes:
    """Return a number as SQLite writes it."""
    parts = [number >> shift & 0x7F for shift in (14, 7, 0)]
    return bytes([parts[0] | 0x80, parts[1] | 0x80, parts[2]])


def overlapping(rows: int, pages: int) -> bytes:
    """A file in which every row of one page claims the same long chain of pages for itself."""
    here, first = 489, 1000
    length = here + (PAGE - 4) * (pages - 3)
    row = varint(length) + b"\x01\x04" + varint(2 * (length - 4) + 13)
    content = bytearray(PAGE * pages)
    leaf = PAGE
    content[leaf] = 0x0D
    content[leaf + 3 : leaf + 5] = rows.to_bytes(2, "big")
    for number in range(rows):
        at = first + len(row) * number
        content[leaf + 8 + 2 * number : leaf + 10 + 2 * number] = at.to_bytes(2, "big")
        content[leaf + at : leaf + at + len(row)] = row
        further = leaf + at + 4 + here
        content[further : further + 4] = (3).to_bytes(4, "big")
    for number in range(2, pages - 1):
        content[PAGE * number : PAGE * number + 4] = (number + 2).to_bytes(4, "big")
    return bytes(content)


def test_rows_that_claim_the_same_pages_are_not_read_without_end() -> None:
    content = overlapping(rows=60, pages=100)

    said = [str(record.values[0]) for record in Pages(content).records()]

    assert said
    assert sum(map(len, said)) <= 4 * len(content)


def test_of_an_endless_file_no_more_than_a_bounded_part_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plans.db"
    with file.open("wb") as sparse:
        sparse.truncate(5_000_000_000)
    monkeypatch.setattr("advisor.storage.safety.salvage.MOST_BYTES", 5_000_000)

    assert salvage(file) == ()


def test_the_name_of_evidence_that_is_none_is_left_out(home: Home) -> None:
    def spoil(content: bytearray, _chance: random.Random) -> None:
        content[:] = content.replace(b"small1", b"sm\x01ll1")

    found = salvage(home.damaged(spoil, random.Random(1)))

    assert len(found) == PLANS
    assert {each.plan.pack for each in found} == {None}
