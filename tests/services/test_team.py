"""A team's database is tried, chosen and left again; its password is in no file."""

from pathlib import Path

import pytest

from advisor import apart, locations
from advisor.cli.run import run
from advisor.errors import StorageError
from advisor.services import taking_along, team
from advisor.services.advisor import Advisor
from advisor.services.team import TeamAddress
from advisor.storage.addresses import Address
from advisor.storage.keeping import load_keeping
from tests.support.postgres import OWNER, Server

SECRET = "p@ss:w/rd?#1"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def address(
    postgres_server: Server, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> TeamAddress:
    """A database of the tests' server, which listens in a folder only."""
    name = postgres_url.rpartition("?")[0].rpartition("/")[2]
    found = TeamAddress(computer="localhost", database=name, name=OWNER)
    own = TeamAddress.url

    def in_folder(address: TeamAddress) -> Address:
        return own(address).set(host="", query={"host": str(postgres_server.folder)})

    monkeypatch.setattr(TeamAddress, "url", in_folder)
    return found


@pytest.mark.postgres
def test_a_database_is_tried_without_being_changed(home: Path, address: TeamAddress) -> None:
    assert "It is empty" in team.tried(address)
    assert "It is empty" in team.tried(address)

    with Advisor.open(address.url()) as advisor:
        advisor.plans.create("Lowmere")
    assert team.tried(address).endswith("There is 1 plan.")
    assert not home.exists()


@pytest.mark.postgres
def test_the_team_is_used_until_this_computer_is_again(home: Path, address: TeamAddress) -> None:
    with Advisor.open() as own:
        own.plans.create("At home")

    assert not team.use(address, remember=False)
    with Advisor.open() as shared:
        assert shared.is_shared
        shared.plans.create("Together")
        assert shared.copies.keep_current() is None

    team.use_own()
    with Advisor.open() as own:
        assert [each.title for each in own.plans.summaries()] == ["At home"]
        assert not own.is_shared


def test_what_is_chosen_is_known_without_its_password(home: Path) -> None:
    filled_in = TeamAddress(
        computer="db.example.org:5433", database="team", name="ruth", password=SECRET
    )

    team.use(filled_in, remember=False)

    assert team.chosen() == "team on db.example.org"
    found = team.chosen_address()
    assert found == TeamAddress(computer="db.example.org:5433", database="team", name="ruth")
    assert SECRET not in locations.keeping_path().read_text(encoding="utf-8")
    assert "***" not in load_keeping().server
    again = team.address_with(SECRET)
    assert again is not None
    assert again.password == SECRET


@pytest.mark.parametrize(
    ("computer", "database"),
    [("", "team"), ("db.example.org", ""), ("ruth@db.example.org", "team"), ("a b", "team")],
)
def test_what_is_no_address_is_refused(home: Path, computer: str, database: str) -> None:
    with pytest.raises(StorageError) as refused:
        team.tried(TeamAddress(computer=computer, database=database, name="ruth", password=SECRET))

    assert refused.value.code == "bad-address"
    assert SECRET not in refused.value.message


NOWHERE = TeamAddress(computer="127.0.0.1:1", database="team", name="ruth", password=SECRET)


def test_a_computer_that_is_not_there_is_said_so(
    home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    # Nothing that speaks to a server loads in the window's own process.
    monkeypatch.delattr(team, "server_engine")

    with pytest.raises(StorageError) as refused:
        team.tried(NOWHERE)

    assert refused.value.code == "connection-lost"
    assert refused.value.message.startswith("team on 127.0.0.1")
    assert caplog.messages == ["database refused: connection-lost (OperationalError)"]


def test_where_no_process_starts_a_database_is_tried_here(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_MODULE", "advisor.no_such_module")

    with pytest.raises(StorageError) as refused:
        team.tried(NOWHERE)

    assert refused.value.code == "connection-lost"


@pytest.mark.postgres
def test_plans_of_this_computer_are_offered_once_and_copied_and_none_is_lost(
    home: Path, address: TeamAddress
) -> None:
    with Advisor.open() as own:
        first, second = own.plans.create("First"), own.plans.create("Second")
        own_copy = own.copies.keep()
    team.use(address, remember=False)

    assert {each.id for each in taking_along.first_offer()} == {first.id, second.id}
    assert taking_along.first_offer() == ()
    with Advisor.open() as shared:
        assert taking_along.take_along(shared, [first.id]).startswith("1 plan of this computer")
        taking_along.take_along(shared, [first.id])
        assert [each.title for each in shared.plans.summaries()] == ["First"]
        shared.plans.rename(first.id, "First, renamed by the team", "", 1)
        said = taking_along.take_along(shared, [first.id, second.id])
        with pytest.raises(StorageError) as refused:
            shared.put_copy_back(own_copy)
        assert refused.value.code == "not-a-file"
        assert "1 of them is beside another version of itself that was there." in said
        assert sorted(each.title for each in shared.plans.summaries()) == [
            "First",
            "First, renamed by the team",
            "Second",
        ]
    with Advisor.open(locations.database_path()) as own:
        assert {each.id for each in own.plans.summaries()} == {first.id, second.id}


@pytest.mark.postgres
def test_plans_are_taken_along_by_command(
    home: Path, address: TeamAddress, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plans", "take-along"]) == 0
    with Advisor.open() as own:
        plan = own.plans.create("At home")
    assert run(["plans", "take-along", "--all"]) == 1
    assert "Choose a team's database before." in capsys.readouterr().err
    team.use(address, remember=False)

    assert run(["plans", "take-along"]) == 0
    assert capsys.readouterr().out == f"{plan.id}  At home\n"
    assert run(["plans", "take-along", "nothing"]) == 1
    assert run(["plans", "take-along", plan.id[:8]]) == 0
    with Advisor.open() as shared:
        assert [each.title for each in shared.plans.summaries()] == ["At home"]


def test_where_there_are_no_plans_nothing_is_offered(home: Path) -> None:
    assert taking_along.first_offer() == taking_along.own_plans() == ()
    assert not home.exists()
