"""Why a team's database cannot be used: what, where, what to do, for whatever it reports."""

import pytest

from advisor.errors import StorageError
from advisor.services.team import TeamAddress
from advisor.storage import engines, faults, servers
from advisor.telling.team_refused import tell_refused

OF_A_SERVER = {
    words.code: words
    for words in (
        *faults._BY_STATE.values(),
        *(faults.PASSWORD, engines.LAX_SERVER, engines.UNPROVEN_SERVER),
        *(servers.NO_DRIVER, servers.NEWER_SERVER, servers.FOREIGN_SERVER),
    )
}


@pytest.mark.parametrize("code", sorted(OF_A_SERVER))
def test_whatever_a_server_reports_is_told_in_the_words_of_the_window(code: str) -> None:
    said = tell_refused(faults.refusal(OF_A_SERVER[code], "team on db", "an error", reading=True))

    assert "team on db" in said or code == "no-driver"
    assert said[0].isupper()
    assert not {"`", "://", "saved"} & set(said.split())
    assert said.count(". ") >= 1, "what to do"


@pytest.mark.parametrize(
    ("computer", "database", "begins"),
    [
        ("", "team", "Computer is empty."),
        ("db.example.org", " ", "Database is empty."),
        ("ruth@db.example.org", "team", "What stands under Computer is not"),
        ("a b", "team", "What stands under Computer is not"),
    ],
)
def test_what_is_not_filled_in_is_named(computer: str, database: str, begins: str) -> None:
    with pytest.raises(StorageError) as refused:
        TeamAddress(computer=computer, database=database, name="ruth", password="secret").url()

    said = tell_refused(refused.value)
    assert said.startswith(begins)
    assert "secret" not in said
    assert "ruth" not in said
