"""Marked words of a plan are nowhere but where a person's work lies, closed to everybody else."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from advisor.services.privacy import told_privacy
from advisor.telling.privacy import privacy
from tests.proofs.proof import compiled, lacks_compiler
from tests.support.programs import ROOT

WORDS = (
    *("Zanzibarina", "Oldenburgh", "Quillfeather", "Oxbowington", "Yarrowmere", "Vexillary"),
    *("Wickersham", "Marzipanella", "Umbersladey", "Thistlecote", "Sorrelbrooke"),
)
(TITLE, DESCRIPTION, NOTE, OWNER, DONE, REASON, ACTION, RISK, REPLY, WHO, SAID) = WORDS
PLAN = {
    "plan_version": 1,
    "id": "5e9a1f6c-0000-4000-8000-000000000000",
    "title": f"{TITLE} friends",
    "description": f"What {DESCRIPTION} asked for",
    "answers": {"formats": {"value": ["group"], "note": f"{NOTE} told us"}},
    "decisions": {
        "safe-01": {"choice": "we_will", "owner": OWNER, "note": f"{DONE} knows"},
        "plan-02": {"choice": "not_for_us", "reason": f"{REASON} is against it"},
    },
    "own_actions": [{"text": f"Ask {ACTION}", "stage": "run"}],
    "own_risks": [{"text": f"{RISK} may leave", "mitigation": f"Ask {REPLY}"}],
    "comments": [{"question": "formats", "who": WHO, "text": f"{SAID} sees it otherwise"}],
}
KEEPS_WORK = ("plans.db", "backups/", "drafts.jsonl")


@dataclass(frozen=True, slots=True)
class Used:
    """What is left after use: the home, the folder of temporary files, and what was made how."""

    home: Path
    temporary: Path
    made: Path


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Used:
    """A home in which a plan was kept, advised on, put on paper, copied, refused and deleted."""
    folder = tmp_path_factory.mktemp("private")
    home, temporary, out = (folder / each for each in ("home", "tmp", "out"))
    for each in (temporary, out):
        each.mkdir()
    plan, bad, made = folder / "plan.json", folder / "bad.json", folder / "made.txt"
    plan.write_text(json.dumps(PLAN), encoding="utf-8")
    bad.write_text(json.dumps({**PLAN, "answers": {"formats": WORDS[0]}}), encoding="utf-8")
    shim = compiled(Path(__file__).with_name("modes.c"), folder) if not lacks_compiler() else ""
    environment = {
        **os.environ,
        "ADVISOR_HOME": str(home),
        "TMPDIR": str(temporary),
        "LD_PRELOAD": str(shim),
        "MADE_FOLDER": str(home),
        "MADE_LOG": str(made),
    }

    def run(*words: object, ends: int = 0) -> None:
        done = subprocess.run(
            [sys.executable, "main.py", *map(str, words)],
            cwd=ROOT,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
            umask=0,
        )
        assert done.returncode == ends, done.stderr

    run("plans", "import", plan)
    run("plans", "import", bad, ends=2)
    run("advise", plan, "--format", "json")
    run("paper", "all", plan, "-o", out)
    run("backup")
    run("plans", "delete", PLAN["id"])
    run("doctor")
    # Nothing can be kept where a folder is in the way.
    run("plans", "import", plan, "--database", home / "backups", ends=1)
    return Used(home=home, temporary=temporary, made=made)


def names(home: Path) -> list[str]:
    return sorted(path.relative_to(home).as_posix() for path in home.rglob("*"))


def test_a_marked_word_is_kept_where_a_persons_work_lies(used: Used) -> None:
    kept = (used.home / "plans.db").read_bytes()
    copies = [path.read_bytes() for path in (used.home / "backups").glob("*.db")]

    assert [word for word in WORDS if word.encode() not in kept] == []
    assert copies
    assert all(NOTE.encode() in each for each in copies)


def test_no_marked_word_is_anywhere_else(used: Used) -> None:
    elsewhere = {
        name: word
        for name in names(used.home)
        if not name.startswith(KEEPS_WORK) and (used.home / name).is_file()
        for word in WORDS
        if word.encode() in (used.home / name).read_bytes()
    }

    assert elsewhere == {}
    assert [name for name in names(used.home) if any(word in name for word in WORDS)] == []
    assert (used.home / "logs").is_dir()
    assert [path for path in used.temporary.rglob("*") if path.is_file()] == []


def test_every_file_and_folder_is_for_its_owner_only(used: Used) -> None:
    open_to_others = {
        path.name: oct(path.stat().st_mode & 0o777)
        for path in (used.home, *used.home.rglob("*"))
        if path.stat().st_mode & 0o077
    }

    assert open_to_others == {}


@pytest.mark.skipif(bool(lacks_compiler()), reason=lacks_compiler() or "-")
def test_every_file_and_folder_is_so_from_the_moment_it_is_made(used: Used) -> None:
    made = [line.split(" ", 1) for line in used.made.read_text(encoding="utf-8").splitlines()]

    assert {"home", "logs", "backups"} <= {Path(path).name for _, path in made}
    assert any(path.endswith("-journal") for _, path in made)
    assert [path for mode, path in made if int(mode, 8) & 0o077] == []


def test_every_file_has_a_line_in_what_is_told_of_privacy(used: Used) -> None:
    assert privacy((), names(used.home), 30).unsaid == ()
    assert privacy((), ["surprise.bin"], 30).unsaid == ("surprise.bin",)


def test_every_column_has_a_line_in_what_is_told_of_privacy() -> None:
    assert told_privacy().unsaid == ()
    assert privacy(["plan.colour"], (), 30).unsaid == ("plan.colour",)
