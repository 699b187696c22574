"""Every command that writes a file: whole or nothing, and never over something else."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli, Ran

POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has other rights and links")
EXAMPLE = "resources/examples/03-closed-eight-week-group.json"
OTHER = "resources/examples/02-open-drop-in-group.json"
WAYS_OUT: dict[str, tuple[str, ...]] = {
    "checklist": ("advise", EXAMPLE, "--checklist", "OUT.pdf"),
    "report": ("advise", EXAMPLE, "--report", "OUT.pdf"),
    "picture": ("paper", "logic-model", EXAMPLE, "-o", "OUT.png"),
    "drawing": ("paper", "logic-model", EXAMPLE, "-o", "OUT.svg"),
    "text document": ("paper", "peer-role", EXAMPLE, "-o", "OUT.docx"),
    "register as workbook": ("paper", "register", EXAMPLE, "-o", "OUT.xlsx"),
    "register as table": ("paper", "register", EXAMPLE, "-o", "OUT.csv"),
    "portfolio": ("portfolio", EXAMPLE, OTHER, "-o", "OUT.xlsx"),
    "portfolio table": ("portfolio", EXAMPLE, OTHER, "-o", "OUT.csv"),
    "portfolio paper": ("portfolio", EXAMPLE, OTHER, "-o", "OUT.pdf"),
}


def write(cli: Cli, way: str, folder: Path, *, again: bool = False) -> tuple[Ran, Path]:
    *words, last = WAYS_OUT[way]
    out = folder / last.replace("OUT", "out")
    # Over a paper that people work in nothing is written unasked.
    more = ["--overwrite"] if again and words[0] == "paper" else []
    return cli(*words, out, *more), out


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the person's, beside the one where the program keeps their work."""
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "backups").mkdir(parents=True)
    folder = tmp_path / "there"
    folder.mkdir()
    return folder


@POSIX
@pytest.mark.parametrize("way", WAYS_OUT)
def test_what_is_written_is_whole_keeps_rights_and_leaves_nothing_beside_it(
    cli: Cli, there: Path, way: str
) -> None:
    ran, out = write(cli, way, there)
    assert ran.code == 0, ran.err
    first = out.read_bytes()
    out.chmod(0o640)

    again, _ = write(cli, way, there, again=True)

    assert again.code == 0, again.err
    assert len(out.read_bytes()) > len(first) // 2
    assert stat.S_IMODE(out.stat().st_mode) == 0o640
    assert [each.name for each in there.iterdir()] == [out.name]


def a_database(out: Path, database: Path) -> None:
    out.write_bytes(database.read_bytes())


def a_plan(out: Path, _database: Path) -> None:
    out.write_bytes(Path(EXAMPLE).read_bytes())


def something_else(out: Path, _database: Path) -> None:
    out.write_bytes(b"Dear Amina, here is what we said on Monday.")


def a_link_into_the_persons_work(out: Path, database: Path) -> None:
    kept = out.parent.parent / "home" / "plans.db"
    kept.write_bytes(database.read_bytes())
    out.symlink_to(kept)


def a_link_into_the_copies(out: Path, _database: Path) -> None:
    kept = out.parent.parent / "home" / "backups" / "note.txt"
    kept.write_text("kept")
    out.symlink_to(kept)


def a_link_to_itself(out: Path, _database: Path) -> None:
    out.symlink_to(out)


def a_folder(out: Path, _database: Path) -> None:
    out.mkdir()


OBSTACLES = (
    a_database,
    a_plan,
    something_else,
    a_link_into_the_persons_work,
    a_link_into_the_copies,
    a_link_to_itself,
    a_folder,
)


def seen(path: Path) -> dict[str, object]:
    """All that lies in a folder, links as what they are."""
    return {
        str(each.relative_to(path)): (
            each.readlink() if each.is_symlink() else each.read_bytes() if each.is_file() else ""
        )
        for each in path.rglob("*")
    }


@POSIX
@pytest.mark.parametrize("way", WAYS_OUT)
def test_nothing_is_written_over_that_is_something_else(
    cli: Cli, there: Path, database: Path, way: str
) -> None:
    out = there / WAYS_OUT[way][-1].replace("OUT", "out")
    for obstacle in OBSTACLES:
        is_same_kind = obstacle is something_else and out.suffix == ".csv"
        if is_same_kind:
            # A table of values is text, like any other.
            continue
        obstacle(out, database)
        before = seen(there.parent)

        ran, _ = write(cli, way, there)

        assert ran.code == 1, obstacle.__name__
        assert ran.err.startswith("Cannot write"), obstacle.__name__
        assert ran.err.count("\n") == 1, obstacle.__name__
        assert seen(there.parent) == before, obstacle.__name__
        out.rmdir() if obstacle is a_folder else out.unlink()


def full(_descriptor: int) -> None:
    raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("way", WAYS_OUT)
def test_a_full_disk_leaves_the_old_file_and_no_trace(
    cli: Cli, there: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    _, out = write(cli, way, there)
    before = out.read_bytes()
    monkeypatch.setattr(os, "fsync", full)

    ran, _ = write(cli, way, there, again=True)

    assert ran.code == 1
    assert "the disk is full" in ran.err
    assert out.read_bytes() == before
    assert [each.name for each in there.iterdir()] == [out.name]


def too_long(there: Path) -> Path:
    return there / f"{'x' * 300}.pdf"


def turned_round(there: Path) -> Path:
    return there / "no folder" / "x\u202efdp.pdf"


@pytest.mark.parametrize("name", [too_long, turned_round])
def test_a_strange_name_is_refused_in_one_sentence_that_reads_as_it_is_written(
    cli: Cli, there: Path, name: Callable[[Path], Path]
) -> None:
    ran = cli("advise", EXAMPLE, "--checklist", name(there))

    assert ran.code == 1
    assert ran.err.startswith("Cannot write")
    assert "\u202e" not in ran.err
    assert list(there.iterdir()) == []


def test_a_written_file_is_named_without_what_turns_its_name_round(cli: Cli, there: Path) -> None:
    ran = cli("advise", EXAMPLE, "--checklist", there / "x\u202efdp.pdf")

    assert ran.code == 0
    assert "x\ufffdfdp.pdf" in ran.out
    assert "\u202e" not in ran.out


@POSIX
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (a_link_to_itself, "it is a link that leads back to itself"),
        (a_folder, "This is a folder and not a file."),
    ],
)
def test_a_plan_that_cannot_be_read_is_refused_in_one_sentence(
    cli: Cli, there: Path, make: Callable[[Path, Path], None], says: str
) -> None:
    make(there / "plan.json", there)

    ran = cli("advise", there / "plan.json")

    assert ran.code == 2
    assert says in ran.err
    assert ran.err.count("\n") == 1
    assert "the name is too long" in cli("advise", there / f"{'x' * 300}.json").err
    assert cli("evidence", "check", there / ("x" * 5000)).err.count("\n") == 1
