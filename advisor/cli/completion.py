"""The command that lets a shell complete what is typed: made from the commands themselves."""

import click

from advisor import locations
from advisor.cli.ending import REFUSED

SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Print what lets a shell complete commands and options.")
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print what lets a shell complete the commands, options and files of this program.

    SHELL is bash, zsh or fish. It works for the installed program. For bash:
    `peer-support-advisor completion bash >
    ~/.local/share/bash-completion/completions/peer-support-advisor`.
    """
    click.echo(script_for(shell), nl=False)


def script_for(shell: str) -> str:
    """Return the script of a shell, which asks the program itself at each press of the Tab key."""
    # click's own; help and every other command do without it.
    from click.shell_completion import BashComplete, get_completion_class  # noqa: PLC0415

    class Bash(BashComplete):
        """bash, without a look at its version: the script is made where it need not be."""

        @staticmethod
        def _check_version() -> None:
            """Every bash since 2009 is new enough."""

    kind = Bash if shell == "bash" else get_completion_class(shell)
    if kind is None:
        raise click.exceptions.Exit(REFUSED)
    made = kind(click.Command(None), {}, locations.APPLICATION, locations.COMPLETING)
    return made.source() + "\n"
