"""The command line in a language that nobody speaks: what stays English cannot be translated."""

import getpass
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from advisor import locations
from advisor.cli.commands import program
from advisor.models.papers import PaperFormat, PaperKind
from tests.cli.conftest import Cli
from tests.support.pseudo import data_of_the_program, spoken, texts_in, untranslated
from tests.support.shipped import example_plans

# Options, what stands for their values, and the values that can be chosen.
SAME_EVERYWHERE = re.compile(
    r"--[a-z-]+|-[hoq]\b|\[[^]]*[|<=][^]]*\]|\b[A-Z]+(\.[a-z]+)?\b|\btext|\ba4"
)

# A box that is ticked, a command, and what a plan file says.
_SIGNS = re.compile(r"\[x\]|python main\.py( [a-zA-Z.-]+)*|\{\"open\": \"\w+\"\}")


@pytest.fixture(autouse=True)
def _spoken(tmp_path: Path) -> Iterator[None]:
    with spoken(tmp_path / "locale"):
        yield


def commands(group: click.Group, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield way
    for name, command in group.commands.items():
        here = (*way, name)
        yield from commands(command, here) if isinstance(command, click.Group) else (here,)


NAMES = {word for way in commands(program) for word in way} | {
    *map(str, PaperKind),
    *PaperFormat,
    "all",
}


@pytest.mark.parametrize("way", list(commands(program)), ids=" ".join)
def test_every_command_explains_itself_in_the_persons_language(
    cli: Cli, way: tuple[str, ...]
) -> None:
    said = cli(*way, "--help", database=None).said

    assert untranslated(SAME_EVERYWHERE.sub("", said), {"main.py", *NAMES}) == ""


@pytest.mark.parametrize(
    "words",
    [
        ["advise", "EXAMPLE"],
        ["questions"],
        ["compare", "EXAMPLE", "OTHER"],
        ["what-if", "OTHER"],
        ["what-if", "OTHER", "N06", "P08"],
        ["evidence", "show", "T01"],
        ["evidence", "show", "N01"],
        ["evidence", "sources"],
        ["evidence", "list"],
        ["plans", "list"],
    ],
    ids=" ".join,
)
def test_what_is_printed_is_said_in_the_persons_language(cli: Cli, words: list[str]) -> None:
    examples = sorted(locations.examples_folder().glob("*.json"))
    files = {"EXAMPLE": examples[2], "OTHER": examples[0]}

    ran = cli(*(files.get(word, word) for word in words))

    assert ran.code == 0
    assert untranslated(_SIGNS.sub(" ", f"{ran.out} {ran.err}"), data_of_the_program()) == ""


def test_what_is_done_to_a_stored_plan_is_said_in_the_persons_language(
    cli: Cli, example: Path, tmp_path: Path
) -> None:
    stored, out = tmp_path / "plans.db", tmp_path / "plan.json"
    plan = example_plans()[2]
    said = [
        cli("plans", *words, database=stored)
        for words in (
            *(("import", example), ("list",), ("show", plan.id), ("history", plan.id)),
            *(("export", plan.id, out), ("delete", plan.id), ("list",), ("restore", plan.id)),
            ("delete", plan.id, "--erase"),
        )
    ]

    assert [ran.code for ran in said] == [0] * len(said)
    own = {*data_of_the_program(), str(out), plan.id[:8], getpass.getuser()}
    left = [untranslated(_SIGNS.sub(" ", f"{ran.out} {ran.err}"), own) for ran in said]
    assert left == [""] * len(said)


@pytest.mark.parametrize(
    "words",
    [
        *(["advize"], ["advise"], ["advise", "--form", "x"], ["advise", "a", "b"]),
        *(["advise", "none.json"], ["advise", "EXAMPLE", "--fillable"], ["advise", "BROKEN"]),
        *(["advise", "FAULTY"], ["evidence", "show", "T001"], ["evidence", "check", "nowhere"]),
        *(["plans", "show", "0"], ["plans", "export", "0", "x"], ["plans", "restore", "0"]),
    ],
    ids=" ".join,
)
def test_what_is_refused_is_said_in_the_persons_language(
    cli: Cli, words: list[str], example: Path, plan_file: Callable[[object], Path], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(b"{")
    answers = {"formats": "carrier pigeon", "nothing": True, "women_per_peer": "many"}
    faulty = plan_file({"plan_version": 1, "title": "", "answers": answers})
    files = {"EXAMPLE": example, "BROKEN": broken, "FAULTY": faulty}

    ran = cli(*(files.get(word, word) for word in words))

    assert ran.code in (1, 2)
    # Names of what stands in a file, and the options and files that were given.
    given = SAME_EVERYWHERE.sub("", _SIGNS.sub("", ran.err))
    own = {*data_of_the_program(), *texts_in(answers), "title", "answers", *words}
    assert untranslated(given, {*own, *NAMES, "broken.json", "plan.json"}) == ""
