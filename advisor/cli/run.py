"""Run a command line and turn refusals into one clear sentence and an exit code.

0: done. 1: could not be done (not found, database, file system). 2: what was given is not
taken (unknown command, a file with faults); nothing was written.
"""

import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from advisor import locations
from advisor.cli.commands import program
from advisor.cli.ending import DONE, NOT_DONE, REFUSED
from advisor.cli.keeping import ways_on
from advisor.cli.translated import translated
from advisor.errors import AdvisorError, FileRefused, StorageError
from advisor.language import _, ngettext

if TYPE_CHECKING:
    from advisor.services.proving import Part

_MOST_FAULTS_SHOWN = 40


def run(arguments: Sequence[str], *, window: "Part | None" = None) -> int:
    """Carry out the arguments and return the exit code; errors go to standard error.

    ``window`` proves that a window can be shown: nothing below it knows one.
    """
    _never_fail_on_a_letter()
    try:
        code: object = translated(program).main(
            args=list(arguments),
            prog_name=locations.called().removeprefix("python "),
            standalone_mode=False,
            complete_var=locations.COMPLETING,
            obj=window,
        )
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return REFUSED
    except click.ClickException as error:
        help_line = _("Help: {command}").format(command=locations.command("--help"))
        click.echo(f"{error.format_message()} {help_line}", err=True)
        return REFUSED
    except click.Abort:
        return NOT_DONE
    except BrokenPipeError:
        # The reader has seen enough (``| head``). Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except AdvisorError as error:
        click.echo(sentences_of(error), err=True)
        return REFUSED if isinstance(error, FileRefused) else NOT_DONE
    return code if isinstance(code, int) else DONE


def sentences_of(error: AdvisorError) -> str:
    """Return the refusal; a file with several faults is followed by one line for each."""
    lines = [error.message]
    if isinstance(error, FileRefused) and len(error.faults) > 1:
        shown = error.faults[:_MOST_FAULTS_SHOWN]
        lines += [f"  - {fault}" for fault in shown]
        if len(error.faults) > len(shown):
            more = len(error.faults) - len(shown)
            lines.append("  " + ngettext("… and {n} more", "… and {n} more", more).format(n=more))
    is_own = error.details.get("place") == str(locations.database_path())
    if isinstance(error, StorageError) and is_own:
        lines += ways_on(error.code)
    return "\n".join(lines)


def _never_fail_on_a_letter() -> None:
    # A terminal that cannot show a letter of somebody's plan shows "?" and goes on.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
