"""The help of the commands in the person's language.

click reads a help text from the code when a module loads; it is translated when it is asked for.
"""

import copy
import re
from collections.abc import Callable
from inspect import cleandoc
from typing import TypeVar

import click

from advisor import locations
from advisor.language import _

_EXAMPLE = re.compile(r"resources/examples/\S+")
"""Whoever has installed the program has no such folder at hand."""

Shown = TypeVar("Shown", click.Command, click.Option)


def translated(command: click.Command, say: Callable[[str], str] = _) -> click.Command:
    """Return a copy of a command with its commands, all their help said in another language."""
    said = _said(command, ("help", "short_help", "epilog"), say)
    said.params = [
        _said(each, ("help",), say) if isinstance(each, click.Option) else each
        for each in command.params
    ]
    if isinstance(said, click.Group):
        said.commands = {name: translated(each, say) for name, each in said.commands.items()}
    return said


def _as_called(text: str) -> str:
    """Return a help text with the program called as it is called here."""
    text = text.replace(locations.SOURCE, locations.called())
    if locations.is_bundled():
        text = _EXAMPLE.sub("PLAN.json", text)
    return text


def _said(shown: Shown, names: tuple[str, ...], say: Callable[[str], str]) -> Shown:
    said = copy.copy(shown)
    for name in names:
        if text := getattr(shown, name):
            setattr(said, name, _as_called(say(cleandoc(text))))
    return said
