"""A file is written whole or not at all, and the old one survives every fault."""

import ast
import errno
import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.errors import ExportError
from advisor.files import private_folder, replacing, write_whole

PDF = b"%PDF-1.7 new"
PLAN = b'{\n  "plan_version": 1,\n  "title": "Ours"\n}'

needs_links = pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
needs_rights = pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the program keeps a person's work."""
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path / "home"))
    for name in ("backups", "logs"):
        private_folder(tmp_path / "home" / name)
    return tmp_path / "home"


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _refused(path: Path, content: bytes = b"new") -> ExportError:
    with pytest.raises(ExportError) as caught:
        write_whole(path, content)
    return caught.value


def test_a_new_file_holds_exactly_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a checklist – one.pdf"

    write_whole(path, b"\x00\r\n\xff")

    assert path.read_bytes() == b"\x00\r\n\xff"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_file_with_the_name_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old and longer")

    write_whole(path, b"new")

    assert path.read_bytes() == b"new"


@needs_links
def test_a_link_keeps_pointing_at_the_new_content(tmp_path: Path) -> None:
    real = tmp_path / "real.pdf"
    real.write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to(real)

    write_whole(link, b"new")

    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@needs_links
def test_a_link_that_leads_to_no_file_is_refused_in_words(tmp_path: Path) -> None:
    endless, dangling = tmp_path / "endless.pdf", tmp_path / "dangling.pdf"
    endless.symlink_to(endless)
    dangling.symlink_to(tmp_path / "none.pdf")

    assert "a link that leads to no file" in str(_refused(endless))
    assert "a link that leads to no file" in str(_refused(dangling))
    assert not (tmp_path / "none.pdf").exists()


@needs_links
def test_a_folder_that_is_a_link_without_an_end_is_refused_in_words(tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    endless.symlink_to(endless)

    assert "Choose another" in str(_refused(endless / "a.pdf"))


@needs_links
@pytest.mark.parametrize("through", ["file", "folder"])
def test_a_link_into_the_folder_of_the_persons_work_is_refused(
    home: Path, tmp_path: Path, through: str
) -> None:
    kept = home / "report.pdf"
    kept.write_bytes(b"%PDF-1.7 old")
    link = tmp_path / "link"
    link.symlink_to(kept if through == "file" else home)

    error = _refused(link if through == "file" else link / kept.name, PDF)

    assert "the program keeps its own work there" in str(error)
    assert kept.read_bytes() == b"%PDF-1.7 old"


@pytest.mark.parametrize(
    "name",
    [
        "plans.db",
        "plans.db-journal",
        "plans.db.reserve",
        "drafts.jsonl",
        "preferences.json",
        "backups/000001-20261129T000000Z.db.sha256",
        "logs/advisor.log",
    ],
)
def test_a_file_of_the_programs_own_is_never_written_over_or_made(home: Path, name: str) -> None:
    error = _refused(home / name, PDF)

    assert "the program keeps its own work there" in str(error)
    assert not (home / name).exists()


def test_a_paper_may_lie_beside_the_programs_own_files(home: Path) -> None:
    for content in (b"%PDF-1.7 old", PDF):
        write_whole(home / "report.pdf", content)

    assert (home / "report.pdf").read_bytes() == PDF


def _database(path: Path) -> bytes:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    return path.read_bytes()


@pytest.mark.parametrize("content", [PDF, PLAN, b"a,b\r\n"])
def test_a_database_is_never_written_over_whatever_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.pdf"
    before = _database(path)

    assert "a database is there" in str(_refused(path, content))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "there",
    [
        PLAN,
        b'\xef\xbb\xbf{"title": "Ours", "plan_version": 1}',
        b"# ours\nplan_version: 1\ntitle: Ours\n",
        b"plan_version: 1",
    ],
)
def test_a_plan_is_written_over_by_a_plan_only(tmp_path: Path, there: bytes) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(there)

    for content in (PDF, b"\x89PNG", b'{"advice_version": 1}'):
        assert "a plan file is there" in str(_refused(path, content))
    assert path.read_bytes() == there

    write_whole(path, PLAN.replace(b"Ours", b"Theirs"))
    assert b"Theirs" in path.read_bytes()


@pytest.mark.parametrize(
    ("there", "words"),
    [
        (b"%PDF-1.7", "a PDF is there"),
        (b"\x89PNG\r\n", "a picture is there"),
        (b"PK\x03\x04", "a workbook is there"),
        (b"dear diary", "a file of another kind is there"),
    ],
)
def test_a_file_of_another_kind_is_not_written_over(
    tmp_path: Path, there: bytes, words: str
) -> None:
    path = tmp_path / "a"
    path.write_bytes(there)

    assert words in str(_refused(path, PLAN))
    assert path.read_bytes() == there


def test_an_empty_file_is_written_over_by_anything(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.touch()

    write_whole(path, PDF)

    assert path.read_bytes() == PDF


@needs_rights
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_that_is_replaced_keeps_its_rights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    path = tmp_path / "mine.pdf"
    path.write_bytes(b"%PDF-old")
    path.chmod(mode)
    opening, made = os.open, []

    def noted(where: Path, flags: int, given: int = 0) -> int:
        made.append(given)
        return opening(where, flags, given)

    monkeypatch.setattr(os, "open", noted)
    write_whole(path, PDF)

    assert (rights(path), path.read_bytes()) == (mode, PDF)
    # Nobody may open it before it has its rights.
    assert made[0] == 0o600


@needs_rights
def test_a_new_file_has_the_rights_that_the_person_gives_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "new.pdf", PDF)
    finally:
        os.umask(before)

    assert rights(tmp_path / "new.pdf") == 0o640


@needs_rights
def test_a_private_file_is_for_its_owner_only_whoever_could_read_it_before(tmp_path: Path) -> None:
    path = tmp_path / "mine"
    path.write_bytes(b"old")
    path.chmod(0o644)

    with replacing(path, private=True) as file:
        file.write(b"new")
        (part,) = set(tmp_path.iterdir()) - {path}
        assert rights(part) == 0o600

    assert (rights(path), path.read_bytes()) == (0o600, b"new")


@needs_rights
def test_a_private_folder_and_those_made_above_it_are_for_their_owner_only(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir(mode=0o755)

    private_folder(tmp_path / "there" / "home" / "logs")

    assert rights(tmp_path / "there") == 0o755
    assert {rights(each) for each in (tmp_path / "there").rglob("*")} == {0o700}


def test_a_missing_folder_is_named_with_a_way_on(tmp_path: Path) -> None:
    error = _refused(tmp_path / "none" / "a.pdf")

    assert f"there is no folder {(tmp_path / 'none').resolve()}" in str(error)
    assert "Make the folder or choose another one" in str(error)
    assert error.details["reason"] == "no-folder"


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    error = _refused(tmp_path)

    assert "this is a folder" in str(error)
    assert tmp_path.is_dir()


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    # A superuser may write everywhere, so the answer of the system is given here.
    monkeypatch.setattr(os, "access", lambda *_: False)

    error = _refused(path)

    assert "read-only" in str(error)
    assert path.read_bytes() == b"old"


def test_something_that_is_no_file_is_never_replaced() -> None:
    error = _refused(Path(os.devnull))

    assert "not an ordinary file" in str(error)
    assert Path(os.devnull).exists()


def test_a_name_with_a_nul_is_refused_in_words(tmp_path: Path) -> None:
    assert "Choose another" in str(_refused(tmp_path / "a\0b.pdf"))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "you may not write there"),
        (errno.EIO, "the system refused it"),
    ],
)
def test_a_fault_while_writing_keeps_the_old_file_and_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)

    error = _refused(path)

    assert words in str(error)
    assert "Nothing was changed" in str(error)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]


def test_an_interruption_leaves_no_trace_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")

    assert list(tmp_path.iterdir()) == []


WRITERS = {"write_bytes", "write_text", "NamedTemporaryFile", "mkstemp"}
ROOT = Path(__file__).parents[1]
# The journal of drafts is written line by line, and made empty in its place.
OWN_HAND = {ROOT / "advisor" / "files.py", ROOT / "advisor" / "storage" / "safety" / "drafts.py"}


def _writing(source: str) -> Iterator[str]:
    """Yield every call that writes a file, or opens one to write to it."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        given = [*node.args, *(each.value for each in node.keywords)]
        modes = [each.value for each in given if isinstance(each, ast.Constant)]
        opens = name in ("open", "fdopen") and any(
            isinstance(mode, str) and re.fullmatch("[rwxabt+]*[wxa+][rwxabt+]*", mode)
            for mode in modes
        )
        if opens or name in WRITERS:
            yield ast.unparse(node)


@pytest.mark.parametrize(
    "source",
    ["path.write_bytes(b'')", "path.open('wb')", "open(path, mode='r+b')", "os.fdopen(h, 'ab')"],
)
def test_the_search_for_writers_finds_them(source: str) -> None:
    assert list(_writing(source))
    assert not list(_writing("path.open('rb'); dialog.open(); open(path)"))


def test_nothing_else_writes_a_file() -> None:
    sources = {*(ROOT / "advisor").rglob("*.py"), *(ROOT / "ui").rglob("*.py")} - OWN_HAND

    found = {file: list(_writing(file.read_text(encoding="utf-8"))) for file in sources}

    assert {file: calls for file, calls in found.items() if calls} == {}
