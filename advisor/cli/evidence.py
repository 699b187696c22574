"""Commands on evidence packs."""

from pathlib import Path

import click

from advisor import locations
from advisor.cli.options import (
    database_option,
    deliver,
    format_option,
    open_advisor,
    output_option,
)
from advisor.export import evidence as data
from advisor.export import listings
from advisor.language import _


@click.group()
def evidence() -> None:
    """Check an evidence pack, or look things up in the stored one."""


@evidence.command(short_help="Check the evidence pack in a folder.")
@click.argument("folder", metavar="PATH", type=click.Path(path_type=Path))
@format_option("text", "json")
@output_option
@database_option
def check(*, folder: Path, form: str, output: Path | None, database: str | None) -> None:
    """Check the evidence pack in a folder; every fault is named with its file and line.

    Warnings name what an author should look at; a pack is sound with them. Where the database
    holds other evidence under the same version, that is said too.
    """
    # pydantic takes a while to load: never for help or a usage error.
    from advisor.packs.reading import read_pack  # noqa: PLC0415

    source = read_pack(folder)
    pack = source.pack
    counts = {
        "questions": len(pack.questionnaire.questions),
        "configurations": len(pack.configurations),
        "rules": sum(len(configuration.rules) for configuration in pack.configurations),
        "actions": len(pack.actions),
        "sources": len(pack.sources),
    }
    differs: str | None = None
    # Looking at a folder makes no database.
    if database or locations.database_path().exists():
        with open_advisor(database) as advisor:
            differs = advisor.evidence.difference(pack.version, source.digest)
    if form == "json":
        is_other = None if differs is None else bool(differs)
        text = data.check_json(pack, counts, source.warnings, differs=is_other)
    else:
        said = _(
            "{version}: sound. {questions} questions, {configurations} configurations "
            "with {rules} rules, {actions} actions, {sources} sources."
        ).format(version=pack.version, **counts)
        warned = (_("Look at this: {warning}").format(warning=each) for each in source.warnings)
        text = "".join(f"{line}\n" for line in (said, *warned))
    deliver(form, text, output)
    if differs:
        click.echo(differs, err=True)


@evidence.command("list")
@format_option("text", "json")
@output_option
@database_option
def list_configurations(*, form: str, output: Path | None, database: str | None) -> None:
    """List the configurations of the stored evidence."""
    with open_advisor(database) as advisor:
        pack = advisor.evidence.pack
    listing = data.configurations_json if form == "json" else listings.configurations_text
    deliver(form, listing(pack), output)


@evidence.command(short_help="Show all that one configuration says.")
@click.argument("configuration", metavar="ID")
@format_option("text", "json")
@output_option
@database_option
def show(*, configuration: str, form: str, output: Path | None, database: str | None) -> None:
    """Show one configuration: context, mechanism, outcome, rules, actions and sources."""
    with open_advisor(database) as advisor:
        pack = advisor.evidence.pack
    if form == "json":
        found = listings.configuration_named(pack, configuration)
        text = data.configuration_json(pack, found)
    else:
        text = listings.configuration_text(pack, configuration)
    deliver(form, text, output)


@evidence.command()
@format_option("text", "json")
@output_option
@database_option
def sources(*, form: str, output: Path | None, database: str | None) -> None:
    """List the sources, with how much of each was read."""
    with open_advisor(database) as advisor:
        pack = advisor.evidence.pack
    listing = data.sources_json if form == "json" else listings.sources_text
    deliver(form, listing(pack), output)
