import importlib
import io
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from advisor.cli.headless import CHECKLIST, has_display, run_headless
from advisor.cli.run import run, sentences_of
from advisor.errors import Fault, NotFound, PlanRefused
from tests.cli.conftest import SMALLEST, Cli


@pytest.mark.parametrize(
    "command", [[], ["advise"], ["questions"], ["plans"], ["plans", "import"], ["evidence"]]
)
def test_every_command_explains_itself(cli: Cli, command: list[str]) -> None:
    ran = cli(*command, "--help", database=None)

    assert ran.code == 0
    assert "Usage:" in ran.out


@pytest.mark.parametrize("group", [[], ["plans"], ["evidence"]])
def test_no_command_is_explained_with_half_a_sentence(cli: Cli, group: list[str]) -> None:
    help_text = cli(*group, "--help", database=None).out

    assert "..." not in help_text.partition("Commands:")[2]


def test_help_ends_with_a_first_command_to_copy(cli: Cli) -> None:
    last = cli("--help", database=None).out.rstrip().splitlines()[-1].strip()

    assert last == "python main.py advise resources/examples/02-open-drop-in-group.json"


def test_help_needs_no_database_library() -> None:
    script = (
        "import sys\n"
        "from advisor.cli.run import run\n"
        "run(['advise', '--help'])\n"
        "slow = {'sqlalchemy', 'pydantic', 'yaml', 'typst', 'pypdf'} & set(sys.modules)\n"
        "sys.exit(', '.join(slow) or 0)\n"
    )

    ran = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)

    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize(
    "words", [["advize"], ["advise"], ["advise", "--form", "x"], ["plans"], ["advise", "a", "b"]]
)
def test_a_usage_error_is_refused_on_standard_error(cli: Cli, words: list[str]) -> None:
    ran = cli(*words, database=None)

    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_a_refusal_with_one_fault_is_one_sentence() -> None:
    error = PlanRefused(
        "plan.json cannot be read: it is empty.", faults=(Fault(place="", message="empty"),)
    )

    assert sentences_of(error) == "plan.json cannot be read: it is empty."


def test_a_refusal_with_many_faults_lists_them_and_counts_the_rest() -> None:
    faults = tuple(Fault(place=f"line {n}", message="wrong") for n in range(50))

    lines = sentences_of(PlanRefused("Fifty faults.", faults=faults)).splitlines()

    assert lines[0] == "Fifty faults."
    assert lines[1] == "  - line 0: wrong"
    assert lines[-1] == "  … and 10 more"


def test_what_is_not_found_has_no_list() -> None:
    assert sentences_of(NotFound("No such plan.")) == "No such plan."


def test_a_reader_that_stops_early_is_no_error(example: Path, database: Path) -> None:
    command = f"{sys.executable} main.py advise {example} --database {database} | head -n 1"

    ran = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", command], check=False, capture_output=True
    )

    assert ran.returncode == 0
    assert ran.stderr == b""


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("linux", {"DISPLAY": ""}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_window_needs_a_display_on_linux_only(
    platform: str, environment: dict[str, str], expected: bool
) -> None:
    assert has_display(platform, environment) is expected


def test_without_a_display_the_main_job_is_done_on_an_example(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path / "home"))

    code = run_headless()

    out = " ".join(capsys.readouterr().out.split())
    assert code == 0
    assert "no display" in out
    assert "This is not a complete list" in out
    assert (tmp_path / CHECKLIST).read_bytes().startswith(b"%PDF-")


def test_nothing_but_help_is_refused_with_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "Usage:" in capsys.readouterr().out


def test_the_version_told_is_the_version_of_the_project(cli: Cli) -> None:
    said = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    module, name = said["tool"]["setuptools"]["dynamic"]["version"]["attr"].rsplit(".", 1)

    assert said["project"]["dynamic"] == ["version"]
    project = getattr(importlib.import_module(module), name)
    assert cli("--version", database=None).out.strip() == project


@pytest.mark.parametrize(
    ("command", "form"),
    [
        (("advise", "PLAN"), "json"),
        (("advise", "PLAN"), "csv"),
        (("compare", "PLAN", "PLAN"), "csv"),
        (("compare", "PLAN", "PLAN"), "json"),
        (("portfolio", "PLAN"), "csv"),
        (("portfolio", "PLAN"), "json"),
    ],
)
@pytest.mark.parametrize("console", ["cp1252", "ascii"])
def test_data_is_utf_8_on_every_console(
    command: tuple[str, ...],
    form: str,
    console: str,
    database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    letters = "Łódź café 日本"
    plan = tmp_path / "plan.json"
    own = {"text": letters, "stage": "plan"}
    plan.write_text(json.dumps({**SMALLEST, "title": letters, "own_actions": [own]}))
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=console))
    words = [str(plan) if word == "PLAN" else word for word in command]

    assert run([*words, "--format", form, "--database", str(database)]) == 0

    assert letters in written.getvalue().decode("utf-8")
