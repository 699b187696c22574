"""Commands on evidence packs."""

from pathlib import Path

import click

from advisor import locations
from advisor.cli.options import database_option, open_advisor
from advisor.export import listings
from advisor.language import _


@click.group()
def evidence() -> None:
    """Check an evidence pack, or look things up in the stored one."""


@evidence.command(short_help="Check the evidence pack in a folder.")
@click.argument("folder", metavar="PATH", type=click.Path(path_type=Path))
@database_option
def check(folder: Path, database: str | None) -> None:
    """Check the evidence pack in a folder; every fault is named with its file and line.

    Warnings name what an author should look at; a pack is sound with them. Where the database
    holds other evidence under the same version, that is said too.
    """
    # pydantic takes a while to load: never for help or a usage error.
    from advisor.packs.reading import read_pack  # noqa: PLC0415

    source = read_pack(folder)
    pack = source.pack
    rules = sum(len(configuration.rules) for configuration in pack.configurations)
    click.echo(
        _(
            "{version}: sound. {questions} questions, {configurations} configurations "
            "with {rules} rules, {actions} actions, {sources} sources."
        ).format(
            version=pack.version,
            questions=len(pack.questionnaire.questions),
            configurations=len(pack.configurations),
            rules=rules,
            actions=len(pack.actions),
            sources=len(pack.sources),
        )
    )
    for warning in source.warnings:
        click.echo(_("Look at this: {warning}").format(warning=warning))
    # Looking at a folder makes no database.
    if database or locations.database_path().exists():
        with open_advisor(database) as advisor:
            if differs := advisor.evidence.difference(pack.version, source.digest):
                click.echo(differs, err=True)


@evidence.command("list")
@database_option
def list_configurations(database: str | None) -> None:
    """List the configurations of the stored evidence."""
    with open_advisor(database) as advisor:
        click.echo(listings.configurations_text(advisor.evidence.pack), nl=False)


@evidence.command(short_help="Show all that one configuration says.")
@click.argument("configuration", metavar="ID")
@database_option
def show(configuration: str, database: str | None) -> None:
    """Show one configuration: context, mechanism, outcome, rules, actions and sources."""
    with open_advisor(database) as advisor:
        click.echo(listings.configuration_text(advisor.evidence.pack, configuration), nl=False)


@evidence.command()
@database_option
def sources(database: str | None) -> None:
    """List the sources, with how much of each was read."""
    with open_advisor(database) as advisor:
        click.echo(listings.sources_text(advisor.evidence.pack), nl=False)
