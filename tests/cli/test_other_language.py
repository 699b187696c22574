"""The command line in a language that nobody speaks: what stays English cannot be translated."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from advisor import locations
from advisor.cli.commands import program
from tests.cli.conftest import Cli
from tests.support.pseudo import spoken, texts_in, untranslated
from tests.support.shipped import example_plans, shipped_pack

SAME_EVERYWHERE = (
    *("main.py", "[OPTIONS]", "COMMAND", "[ARGS]", "PLAN.json", "A.json", "B.json", "OUT.json"),
    *("OUT.pdf", "URL", "PATH", "ID", "TEXT", "INTEGER"),
    *("-h", "--help", "--version", "--format", "--checklist", "--report", "--worksheet"),
    *("--fillable", "--paper", "--database", "--search", "--erase", "--as"),
    *("[text|json|csv]", "[text|json]", "[a4|letter]", "text", "a4"),
    "python main.py advise resources/examples/02-open-drop-in-group.json",
)


@pytest.fixture(autouse=True)
def _spoken(tmp_path: Path) -> Iterator[None]:
    with spoken(tmp_path / "locale"):
        yield


def commands(group: click.Group, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield way
    for name, command in group.commands.items():
        here = (*way, name)
        yield from commands(command, here) if isinstance(command, click.Group) else (here,)


@pytest.mark.parametrize("way", list(commands(program)), ids=" ".join)
def test_every_command_explains_itself_in_the_persons_language(
    cli: Cli, way: tuple[str, ...]
) -> None:
    said = cli(*way, "--help", database=None).said

    assert untranslated(said, (*SAME_EVERYWHERE, *way, *program_words())) == ""


def program_words() -> set[str]:
    return {word for way in commands(program) for word in way}


@pytest.fixture(scope="module")
def known() -> list[str]:
    """The texts of the evidence and of the examples."""
    return [*texts_in(shipped_pack()), *texts_in(example_plans())]


@pytest.mark.parametrize(
    "words",
    [
        ["evidence", "list"],
        ["plans", "list"],
    ],
    ids=" ".join,
)
def test_what_is_printed_is_said_in_the_persons_language(
    cli: Cli, words: list[str], known: list[str]
) -> None:
    examples = sorted(locations.examples_folder().glob("*.json"))
    files = {"EXAMPLE": examples[2], "OTHER": examples[0]}

    ran = cli(*(files.get(word, word) for word in words))

    assert ran.code == 0
    assert untranslated(f"{ran.out} {ran.err}", known) == ""
