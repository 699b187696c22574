"""The command line among other programs: quiet, in pipes, completed by the shell."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.cli.completion import SHELLS, script_for
from advisor.cli.ending import MEANINGS
from advisor.locations import APPLICATION, COMPLETING
from tests.cli.conftest import SMALLEST, Cli

ROOT = Path(__file__).parents[2]


def give(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Let this come on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_a_plan_may_come_on_standard_input(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, example: Path
) -> None:
    give(monkeypatch, example.read_bytes())

    ran = cli("advise", "-", "--format", "json")

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == json.loads(cli("advise", example, "--format", "json").out)


def test_faults_in_what_comes_on_standard_input_are_named(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, json.dumps({**SMALLEST, "answers": {"formats": "pigeon"}}).encode())

    ran = cli("advise", "-")

    assert ran.code == 2
    assert "pigeon" in ran.err


def test_a_stored_plan_goes_through_a_pipe_and_comes_back(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, example: Path, own: Path
) -> None:
    assert cli("plans", "import", example, database=own).code == 0
    plan = json.loads(example.read_text("utf-8"))["id"]
    exported = cli("plans", "export", plan, "-", database=own)
    assert cli("plans", "delete", plan, "--erase", database=own).code == 0

    give(monkeypatch, exported.out.encode())
    imported = cli("plans", "import", "-", database=own)

    assert imported.code == 0
    assert cli("plans", "export", plan, "-", database=own).out == exported.out


@pytest.mark.parametrize(
    "words",
    [
        ["advise", "EXAMPLE"],
        ["advise", "EXAMPLE", "--format", "csv"],
        ["questions", "--format", "json"],
        ["what-if", "EXAMPLE", "N06", "--format", "json"],
    ],
    ids=" ".join,
)
def test_what_is_printed_can_be_written_to_a_file_instead(
    cli: Cli, example: Path, tmp_path: Path, words: list[str]
) -> None:
    given = [example if word == "EXAMPLE" else word for word in words]
    out = tmp_path / "out"

    ran = cli(*given, "--output", out)

    assert (ran.code, ran.out) == (0, f"Written to {out}\n")
    assert out.read_text("utf-8") == cli(*given).out


def test_quiet_says_nothing_of_what_was_done(
    cli: Cli, example: Path, tmp_path: Path, own: Path
) -> None:
    out = tmp_path / "out.json"
    said = [
        cli("--quiet", "advise", example, "-o", out),
        cli("-q", "paper", "principles", example, "-o", tmp_path / "principles.pdf"),
        cli("-q", "compare", example, example, "-o", tmp_path / "compared.csv"),
        cli("-q", "plans", "import", example, database=own),
    ]

    assert [(ran.code, ran.out, ran.err) for ran in said] == [(0, "", "")] * len(said)
    assert out.exists()


def test_quiet_prints_what_was_asked_for_and_what_is_wrong(cli: Cli, example: Path) -> None:
    assert cli("--quiet", "advise", example).out == cli("advise", example).out

    ran = cli("--quiet", "advise", "none.json")
    assert ran.code == 2
    assert ran.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["evidence", "list"], 0),
        (["plans", "show", "ffffffff"], 1),
        (["evidence", "show", "Z99"], 1),
        (["advise", "none.json"], 2),
        (["advize"], 2),
        (["advise", "none.json", "--format", "xml"], 2),
    ],
)
def test_every_end_has_one_of_the_codes_that_are_told(
    cli: Cli, words: list[str], code: int
) -> None:
    assert cli(*words).code == code
    assert code in MEANINGS


def completed(shell: str, typed: str) -> str:
    """Return what a shell is offered for the last word of what was typed."""
    words = typed.split(" ")
    return subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT,
        env={
            **os.environ,
            COMPLETING: f"{shell}_complete",
            "COMP_WORDS": words[-1] if shell == "fish" else typed,
            "COMP_CWORD": words[-1] if shell == "fish" else str(len(words) - 1),
        },
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_a_shell_completes_commands_options_and_values() -> None:
    assert "plain,plans" in completed("bash", f"{APPLICATION} pl").split()
    assert "plain,--search" in completed("bash", f"{APPLICATION} plans list --s").split()
    assert "plain,logic-model" in completed("zsh", f"{APPLICATION} paper lo").replace(
        "plain\nlogic-model", "plain,logic-model"
    )


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_takes_its_script(shell: str) -> None:
    script = script_for(shell)
    assert COMPLETING in script
    assert APPLICATION in script
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script, text=True, check=True)
