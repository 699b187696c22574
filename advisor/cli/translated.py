"""The help of the commands in the person's language.

click reads a help text from the code when a module loads; it is translated when it is asked for.
"""

import copy
from collections.abc import Callable
from inspect import cleandoc
from typing import TypeVar

import click

from advisor.language import _

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


def _said(shown: Shown, names: tuple[str, ...], say: Callable[[str], str]) -> Shown:
    said = copy.copy(shown)
    for name in names:
        if text := getattr(shown, name):
            setattr(said, name, say(cleandoc(text)))
    return said
