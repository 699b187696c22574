"""Where plans are kept: a file, a server, or a clear refusal that shows no password."""

from pathlib import Path

import pytest
from sqlalchemy import URL

from advisor.errors import StorageError
from advisor.storage.addresses import address_of

SECRET = "pass-word"


def server(address: str) -> URL:
    found = address_of(address)
    assert isinstance(found, URL)
    return found


@pytest.mark.parametrize(
    "where", ["plans.db", "folder/plans.db", "/tmp/plans@home.db", "C:plans.db", "a@b.db"]
)
def test_a_path_is_the_path_of_a_file(where: str) -> None:
    assert address_of(where) == Path(where).absolute()


def test_the_address_of_a_file_is_its_path(tmp_path: Path) -> None:
    assert address_of(f"sqlite:///{tmp_path}/plans.db") == tmp_path / "plans.db"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_an_address_has_all_its_parts(scheme: str) -> None:
    found = server(f"{scheme}://ruth:{SECRET}@db.example.org:5433/team?sslmode=verify-ca")

    assert found == URL.create(
        "postgresql+psycopg",
        username="ruth",
        password=SECRET,
        host="db.example.org",
        port=5433,
        database="team",
        query={"sslmode": "verify-ca"},
    )


@pytest.mark.parametrize("password", ["p@ss", "p:ss", "p/ss", "p%40ss", "p@s:s/w?rd#1", "@", "a b"])
def test_a_password_may_hold_any_sign(password: str) -> None:
    found = server(f"postgresql://ruth:{password}@db.example.org/team")

    assert found.password == password.replace("%40", "@")
    assert (found.username, found.host, found.database) == ("ruth", "db.example.org", "team")


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("postgresql:///team", None),
        ("postgresql://localhost/team", "localhost"),
        ("postgresql://ruth@[::1]:5432/team", "::1"),
        ("postgresql://10.0.0.1", "10.0.0.1"),
    ],
)
def test_what_is_not_said_is_left_to_the_server(address: str, host: str | None) -> None:
    assert server(address).host == host
    assert server(address).password is None


@pytest.mark.parametrize(
    "where",
    [
        f"ruth:{SECRET}@127.0.0.1:5432/team",
        f"ruth:{SECRET}@db.example.org/team",
        f"{SECRET}@db.example.org/team",
        f"db.example.org:5432/{SECRET}",
        f"mysql://ruth:{SECRET}@db.example.org/team",
        f"postgresql://ruth:{SECRET}@db example/team",
        f"postgresql://ruth:{SECRET}@db.example.org:99999/team",
        f"postgresql://ruth:{SECRET}@db.example.org:port/team",
        "sqlite://",
        "sqlite:///",
    ],
)
def test_what_is_no_address_is_refused_without_being_shown(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(StorageError) as refused:
        address_of(where)

    assert refused.value.code == "bad-address"
    assert SECRET not in f"{refused.value} {refused.value.details}"
    assert list(tmp_path.iterdir()) == []
