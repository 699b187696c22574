"""The command that says what is kept about people, as a file for trustees."""

from pathlib import Path

import click

from advisor.cli.options import pdf_options, say
from advisor.files import named
from advisor.language import _
from advisor.models.papers import PaperSize


@click.command(name="privacy", short_help="Say what is kept about people, for trustees.")
@pdf_options("Write it here as PDF.")
def privacy(*, path: Path | None, size: str, overwrite: bool) -> None:
    """Say what is kept about people and where it goes, on one page, with a note for trustees.

    It is made from the tables and files that the program really has.
    """
    if path is None:
        raise click.UsageError(_("Say where to write it: {option}.").format(option="-o OUT"))
    from advisor.services.privacy import write_privacy  # noqa: PLC0415 - the PDF library is slow

    write_privacy(path, size=PaperSize(size), overwrite=overwrite)
    say(_("Written to {file}").format(file=named(path)))
