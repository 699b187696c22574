"""The page of the manual, made from the commands: python -m installers.manual FILE."""

import copy
import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from advisor.cli.commands import program as spoken_program
from advisor.cli.ending import MEANINGS
from advisor.locations import APPLICATION, SOURCE

PAGE = Path(__file__).parents[1] / "docs" / f"{APPLICATION}.1"


def manual() -> str:
    """Return the page as ``man`` reads it. The same commands give the same page."""
    return "\n".join(_lines()) + "\n"


_HEAD = r""".TH {NAME} 1 "" "" "Programme design advisor"
.SH NAME
{name} \- plan perinatal peer support with the evidence at hand
.SH SYNOPSIS
.B {name}
[\fIPLAN.json\fR | \fB\-\-database\fR \fIURL\fR]
.br
.B {name}
[\fIOPTIONS\fR] \fICOMMAND\fR ...
.SH DESCRIPTION"""

_END = r""".SH ENVIRONMENT
.TP
.B ADVISOR_HOME
The folder in which plans, copies and preferences are kept.
.SH EXAMPLES
Advise on a plan that another program makes:
.PP
.B make\-plan | {name} \-\-quiet advise \- \-\-format json"""


def _lines() -> Iterator[str]:
    # click keeps the option of help in a command that was asked for it, in the words of then.
    program = copy.deepcopy(spoken_program)
    context = click.Context(program, info_name=APPLICATION, **program.context_settings)
    yield _HEAD.format(name=_plain(APPLICATION), NAME=_plain(APPLICATION.upper()))
    yield from _text(program.help or "")
    yield ".SH OPTIONS"
    yield from _options(program, context)
    yield ".SH COMMANDS"
    for way, command, inside in _commands(program, context, ()):
        yield f".SS {_plain(' '.join(way))}"
        usage = " ".join(command.collect_usage_pieces(inside))
        yield f"\\fB{_plain(' '.join((APPLICATION, *way)))}\\fR {_plain(usage)}"
        yield ".PP"
        yield from _text(command.help or "")
        yield from _options(command, inside)
    yield ".SH EXIT STATUS"
    for code, meaning in MEANINGS.items():
        yield from (".TP", f".B {code}", _plain(meaning))
    yield _END.format(name=_plain(APPLICATION))


def _commands(
    group: click.Group, context: click.Context, way: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], click.Command, click.Context]]:
    for name, command in sorted(group.commands.items()):
        inside = click.Context(command, info_name=name, parent=context)
        yield (*way, name), command, inside
        if isinstance(command, click.Group):
            yield from _commands(command, inside, (*way, name))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if record is not None and record[1]:
            yield from (".TP", f".B {_plain(record[0])}", _plain(" ".join(record[1].split())))


def _text(words: str) -> Iterator[str]:
    for number, paragraph in enumerate(cleandoc(words).split("\n\n")):
        if number:
            yield ".PP"
        yield _plain(" ".join(paragraph.split()))


def _plain(words: str) -> str:
    """Return words as they are to be seen: nothing in them is a command of roff."""
    words = words.replace(SOURCE, APPLICATION).replace("\\", "\\e").replace("-", "\\-")
    for sign, name in (("`", "\\(ga"), ("…", "..."), ("“", "\\(lq"), ("”", "\\(rq")):
        words = words.replace(sign, name)
    return f"\\&{words}" if words.startswith((".", "'")) else words


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), "utf-8")
