"""The command line in a language that nobody speaks: what stays English cannot be translated."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from advisor import locations
from advisor.cli.commands import program
from tests.cli.conftest import Cli
from tests.support.pseudo import spoken, texts_in, untranslated
from tests.support.shipped import example_plans, shipped_pack

# Options, what stands for their values, and the values that can be chosen.
SAME_EVERYWHERE = re.compile(r"--[a-z-]+|-h|\[[^]]*[|<=][^]]*\]|\b[A-Z]+(\.[a-z]+)?\b|\btext|\ba4")


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

    names = {word for way in commands(program) for word in way}
    assert untranslated(SAME_EVERYWHERE.sub("", said), {"main.py", *names}) == ""


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
