"""The command that gives the guide for providers: to read here, or as a file."""

from pathlib import Path

import click

from advisor.cli.options import pdf_options, say
from advisor.export.guide import guide_text
from advisor.files import named
from advisor.language import _
from advisor.models.papers import PaperSize
from advisor.telling.guide import guide as all_tasks


@click.command(name="guide", short_help="Give the guide for providers, one task after another.")
@pdf_options("Write it here as PDF, instead of printing it.")
def guide(*, path: Path | None, size: str, overwrite: bool) -> None:
    """Give the guide for providers, one task after another.

    The same tasks stand in Help, and beside the page that they are done on (F1).
    """
    if path is None:
        click.echo(guide_text(all_tasks()), nl=False)
        return
    from advisor.services.guide import write_guide  # noqa: PLC0415 - the PDF library is slow

    write_guide(path, size=PaperSize(size), overwrite=overwrite)
    say(_("Written to {file}").format(file=named(path)))
