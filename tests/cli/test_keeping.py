"""Copies and a look at it all from the command line."""

import hashlib
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from advisor.services.advisor import Advisor
from tests.cli.conftest import Cli, Ran


@pytest.fixture
def home(tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("ADVISOR_HOME", str(folder))
    copyfile(database, folder / "plans.db")
    (folder / "plans.db").chmod(0o600)
    return folder


def titles() -> set[str]:
    with Advisor.open() as advisor:
        return {each.title for each in advisor.plans.summaries()}


def stored(cli: Cli, number: int) -> str:
    (file,) = Path("resources/examples").glob(f"0{number}-*.json")
    ran = cli("plans", "import", file, database=None)
    assert ran.code == 0, ran.err
    return ran.out.split(": ", 1)[1].strip()


def test_a_command_that_changes_plans_keeps_a_copy(cli: Cli, home: Path) -> None:
    title = stored(cli, 1)

    ran = cli("restore", database=None)

    [line] = ran.out.splitlines()
    assert title in line
    assert line.split()[0] == "1"
    assert ran.err.strip() == "`python main.py restore NUMBER` puts a copy back."


def test_a_copy_is_put_back_by_its_number_and_taken_back(cli: Cli, home: Path) -> None:
    first = stored(cli, 1)
    second = stored(cli, 2)

    ran = cli("restore", "1", database=None)
    assert first in ran.out
    assert titles() == {first}

    assert cli("restore", "--undo", database=None).code == 0
    assert titles() == {first, second}


def test_what_is_not_there_is_refused_with_the_way_to_what_is(cli: Cli, home: Path) -> None:
    refused = cli("restore", "9", database=None)
    assert refused.code == 1
    assert "There is no copy 9. `python main.py restore` lists them." in refused.err
    assert cli("restore", "--undo", database=None).code == 1
    assert cli("restore", "1", "--undo", database=None).code == 2


@pytest.mark.parametrize("loss", ["gone", "empty"])
def test_plans_that_are_lost_are_not_begun_anew_without_a_word(
    cli: Cli, home: Path, loss: str
) -> None:
    title = stored(cli, 1)
    if loss == "gone":
        (home / "plans.db").unlink()
    else:
        os.truncate(home / "plans.db", 0)

    ran = cli("plans", "list", database=None)

    assert ran.code == 1
    assert "`python main.py restore` lists the copies." in ran.err
    assert doctor(cli).code == 1
    cli("restore", "1", database=None)
    assert titles() == {title}


def test_one_may_begin_with_no_plans(cli: Cli, home: Path) -> None:
    title = stored(cli, 1)

    assert cli("restore", "--empty", database=None).code == 0
    assert titles() == set()

    cli("restore", "--undo", database=None)
    assert titles() == {title}


def test_copies_go_into_a_second_folder_until_it_is_given_up(
    cli: Cli, home: Path, tmp_path: Path
) -> None:
    second = tmp_path / "second"
    stored(cli, 1)

    assert cli("backup", "--into", second, database=None).code == 0
    assert len(list(second.glob("*.db"))) == 1
    stored(cli, 2)
    assert len(list(second.glob("*.db"))) == 2
    cli("backup", "--only-here", database=None)
    assert len(list(second.glob("*.db"))) == 2


def doctor(cli: Cli) -> Ran:
    return cli("doctor", "--format", "json", database=None)


def healths(ran: Ran) -> list[str]:
    return [each["health"] for each in json.loads(ran.out)["checks"]]


def test_all_is_well(cli: Cli, home: Path) -> None:
    stored(cli, 1)

    ran = doctor(cli)

    assert (ran.code, set(healths(ran))) == (0, {"well"})
    assert cli("doctor", database=None).out.startswith("Well: The file of your plans is sound")


def test_a_look_before_the_first_plan_makes_nothing(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path / "new"))

    assert doctor(cli).code == 0
    assert not (tmp_path / "new").exists()


def spoil_file(home: Path) -> None:
    (home / "plans.db").write_bytes(b"\1" * 8192)


def spoil_pages(home: Path) -> None:
    with (home / "plans.db").open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 20_000)


def cut_in_half(home: Path) -> None:
    os.truncate(home / "plans.db", (home / "plans.db").stat().st_size // 2)


def spoil_copy(home: Path) -> None:
    (copy,) = (home / "backups").glob("*.db")
    copy.write_bytes(b"\1" * 8192)


def change_words(home: Path) -> None:
    path = home / "plans.db"
    content = path.read_bytes()
    assert b"Amberfield phone friends" in content
    path.write_bytes(content.replace(b"Amberfield phone friends", b"Amberfield phone fiends!"))


def change_history(home: Path) -> None:
    path = home / "plans.db"
    content = path.read_bytes()
    assert b'"open":null' in content
    path.write_bytes(content.replace(b'"open":null', b'"open":nuLl', 1))


def lose_second_folder(home: Path) -> None:
    (home / "keeping.json").write_text(json.dumps({"second_folder": str(home / "gone")}))


def open_to_all(home: Path) -> None:
    home.chmod(0o755)


@pytest.mark.parametrize(
    ("spoil", "health", "words"),
    [
        (spoil_file, "bad", "not a file of plans"),
        (spoil_pages, "bad", "The file is damaged."),
        (cut_in_half, "bad", "The file is damaged."),
        (spoil_copy, "warning", "The copy 1 is damaged."),
        (change_words, "bad", "The disk has changed"),
        (change_history, "bad", "The disk has changed 1 line in the history of"),
        (lose_second_folder, "warning", "The second folder for copies is not there"),
        (open_to_all, "warning", "Others who use this computer may look into"),
    ],
    ids=lambda each: getattr(each, "__name__", None),
)
def test_what_is_wrong_is_said(
    cli: Cli, home: Path, spoil: object, health: str, words: str
) -> None:
    stored(cli, 1)
    assert callable(spoil)
    spoil(home)

    ran = doctor(cli)

    said = {each["words"]: each["health"] for each in json.loads(ran.out)["checks"]}
    assert {said[each] for each in said if words in each} == {health}
    assert ran.code == (1 if health == "bad" else 0) or "bad" in said.values()
    lists_copies = "`python main.py restore` lists the copies."
    is_unusable = spoil in (spoil_file, spoil_pages, cut_in_half)
    assert (lists_copies in cli("doctor", database=None).out) == is_unusable


def test_what_can_still_be_read_of_a_damaged_file_is_saved_and_can_be_imported(
    cli: Cli, home: Path, tmp_path: Path
) -> None:
    kept = [stored(cli, 1), stored(cli, 2)]
    with (home / "plans.db").open("r+b") as file:
        file.write(bytes(4096))
    damaged = (home / "plans.db").read_bytes()
    assert "`python main.py doctor --salvage FOLDER`" in cli("plans", "list", database=None).err

    ran = cli("doctor", "--salvage", tmp_path / "saved", database=None)
    again = cli("doctor", "--salvage", tmp_path / "saved", database=None)

    assert ran.code == again.code == 0, ran.err
    assert ran.out.startswith(f"2 plans could be read and are in {tmp_path / 'saved'} now")
    assert (home / "plans.db").read_bytes() == damaged
    files = sorted((tmp_path / "saved").glob("*.json"))
    assert len(files) == 2 * len(kept)
    assert "Whole." in (tmp_path / "saved" / "What was saved.txt").read_text()
    cli("restore", "--empty", database=None)
    for each in files:
        assert cli("plans", "import", each, database=None).code == 0
    assert titles() == set(kept)


def test_half_a_plan_says_so_in_its_name(cli: Cli, home: Path, tmp_path: Path) -> None:
    title = stored(cli, 1)
    whole = (home / "plans.db").read_bytes()
    assert b"telephone" in whole
    (home / "plans.db").write_bytes(whole.replace(b"telephone", b"telephonE"))

    ran = cli("doctor", "--salvage", tmp_path / "saved", database=None)

    assert ran.code == 1
    assert "1 of them is not known to be whole; its title says so." in ran.out
    [file] = (tmp_path / "saved").glob("*.json")
    assert json.loads(file.read_text())["title"] == f"NOT WHOLE: {title}"
    assert (
        "Left out, because the disk has changed it"
        in (tmp_path / "saved" / "What was saved.txt").read_text()
    )


def test_what_holds_no_plans_gives_none(cli: Cli, home: Path, tmp_path: Path) -> None:
    (home / "plans.db").write_bytes(bytes(range(256)) * 64)

    ran = cli("doctor", "--salvage", tmp_path / "saved", database=None)

    assert (ran.code, ran.out) == (1, "")
    assert "Nothing of your plans can be read from this file any more." in ran.err
    assert not (tmp_path / "saved").exists()
    assert cli("doctor", "--file", "x.db", database=None).code == 2


def made_newer(path: Path) -> bytes:
    """Let a file be one of a program that knows more."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    return path.read_bytes()


@pytest.mark.parametrize(
    "command",
    [
        ("plans", "list"),
        ("plans", "export", "0", "x.json"),
        ("plans", "show", "0"),
        ("plans", "history", "0"),
        ("plans", "delete", "0"),
        ("plans", "restore", "0"),
        ("plans", "import", "resources/examples/01-telephone-volunteers.json"),
        ("portfolio",),
        ("questions",),
        ("advise", "resources/examples/01-telephone-volunteers.json"),
        ("evidence", "list"),
        ("backup",),
        ("doctor",),
        ("doctor", "--salvage", "saved"),
    ],
    ids=" ".join,
)
def test_no_command_touches_a_newer_file_or_claims_to_export_it(
    cli: Cli, home: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    before = made_newer(home / "plans.db")
    words = [str(tmp_path / each) if each in ("x.json", "saved") else each for each in command]

    ran = cli(*words, database=None)

    assert ran.code == 1
    said = ran.out if command == ("doctor",) else ran.err
    assert "made by a newer version of the program; it was not touched. Update the program" in said
    assert "This version cannot export its plans either" in said
    assert (home / "plans.db").read_bytes() == before
    assert not {each.name for each in tmp_path.iterdir()} & {"x.json", "saved"}
    assert not (home / "backups").exists()


def test_a_copy_of_a_newer_program_is_called_so_and_not_damaged(cli: Cli, home: Path) -> None:
    stored(cli, 1)
    [copy] = (home / "backups").glob("*.db")
    content = made_newer(copy)
    note = copy.with_name(f"{copy.name}.sha256")
    note.write_text(hashlib.sha256(content).hexdigest())

    [line] = cli("restore", database=None).out.splitlines()

    assert line.endswith("update it to put this copy back.")
    assert "The copy 1 was made by a newer version of the program." in doctor(cli).out
    refused = cli("restore", "1", database=None)
    assert refused.code == 1
    assert "made by a newer version" in refused.err
