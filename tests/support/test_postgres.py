import os
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from tests.support import postgres


@pytest.fixture
def programs() -> Path:
    return postgres.find_programs() or postgres.refuse(os.environ)


@pytest.mark.postgres
@pytest.mark.parametrize("round_", ["first", "second"])
def test_each_test_gets_an_empty_database(postgres_url: str, round_: str) -> None:
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        assert inspect(connection).get_table_names() == []
        connection.execute(text("CREATE TABLE plan (title text)"))
        connection.execute(text("INSERT INTO plan VALUES (:title)"), {"title": round_})
        assert connection.scalars(text("SELECT title FROM plan")).all() == [round_]
    engine.dispose()


@pytest.mark.postgres
def test_a_connection_left_open_does_not_keep_the_database(
    postgres_server: postgres.Server,
) -> None:
    with postgres_server.new_database() as name:
        engine = create_engine(postgres_server.url(name))
        connection = engine.connect()
        connection.execute(text("SELECT 1"))
    connection.invalidate()
    engine.dispose()
    with postgres_server.new_database() as other:
        engine = create_engine(postgres_server.url(other))
        with engine.connect() as connection:
            names = connection.scalars(text("SELECT datname FROM pg_database")).all()
        engine.dispose()
    assert other in names
    assert name not in names


@pytest.mark.postgres
def test_the_server_listens_on_no_network_and_leaves_no_folder(programs: Path) -> None:
    with postgres.running_server(programs) as server:
        engine = create_engine(server.url("postgres"))
        with engine.connect() as connection:
            assert not connection.scalar(text("SHOW listen_addresses"))
        engine.dispose()
    assert not server.folder.exists()


@pytest.mark.postgres
def test_a_server_that_does_not_start_says_why(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "QUICK", {"no_such_option": "on"})
    server = postgres.running_server(programs)
    with pytest.raises(RuntimeError, match=r"(?s)^pg_ctl ended with 1:.*no_such_option"):
        server.__enter__()


def test_the_newest_server_programs_are_taken(tmp_path: Path) -> None:
    for version in ("9.6", "15", "16"):
        programs = tmp_path / version / "bin"
        programs.mkdir(parents=True)
        (programs / "initdb").touch()
    (tmp_path / "17" / "bin").mkdir(parents=True)
    assert postgres.find_programs(tmp_path) == tmp_path / "16" / "bin"


def test_without_server_programs_a_local_run_skips() -> None:
    with pytest.raises(pytest.skip.Exception, match="install the package 'postgresql'"):
        postgres.refuse({})


def test_without_server_programs_ci_fails() -> None:
    with pytest.raises(pytest.fail.Exception, match="install the package 'postgresql'"):
        postgres.refuse({"CI": "true"})
