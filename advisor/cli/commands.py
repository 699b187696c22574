"""The program's commands, gathered. Services load inside a command, so that help is quick."""

import click

from advisor.cli.advising import advise, compare, questions, what_if
from advisor.cli.completion import completion
from advisor.cli.evidence import evidence
from advisor.cli.guide import guide
from advisor.cli.keeping import backup, doctor, restore
from advisor.cli.papers import paper
from advisor.cli.plans import plans
from advisor.cli.portfolio import portfolio
from advisor.cli.privacy import privacy
from advisor.cli.selftest import selftest
from advisor.version import VERSION

_FIRST_TRY = """A first try:

python main.py advise resources/examples/02-open-drop-in-group.json"""


def _prove(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    """Do what the command does: whoever builds installers asks a program by an option."""
    if wanted:
        context.invoke(selftest)
        context.exit()


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 92},
    epilog=_FIRST_TRY,
)
@click.version_option(VERSION, message="%(version)s")
@click.option(
    "--selftest",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_prove,
    help="The same as the command selftest.",
)
@click.option(
    "-q", "--quiet", is_flag=True, help="Print what was asked for and what is wrong, and no more."
)
def program(*, quiet: bool) -> None:
    """Plan community-based perinatal mental health peer support, with the evidence at hand.

    Without a command, the desktop program opens, on a team's database with
    `--database postgresql://…` alone. The commands below do the same work without a window.
    Everything stays on this machine, or in that database.
    """


program.add_command(advise)
program.add_command(paper)
program.add_command(questions)
program.add_command(compare)
program.add_command(what_if)
program.add_command(portfolio)
program.add_command(plans)
program.add_command(evidence)
program.add_command(guide)
program.add_command(privacy)
program.add_command(backup)
program.add_command(restore)
program.add_command(doctor)
program.add_command(selftest)
program.add_command(completion)
