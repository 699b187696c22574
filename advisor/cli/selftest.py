"""The command that proves an installation, part by part."""

import os
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor.cli.ending import NOT_DONE
from advisor.errors import AdvisorError
from advisor.language import _, ngettext

HOME = "ADVISOR_HOME"

if TYPE_CHECKING:
    from advisor.services.proving import Part


@click.command(short_help="Say whether everything that the program needs works here.")
@click.pass_obj
def selftest(window: "Part | None") -> None:
    """Say whether everything that the program needs works here, a line for each part.

    All is done in a temporary folder; your own plans are not looked at. The exit code is 1 when
    something does not work.
    """
    # Loads SQLAlchemy: never for help or a usage error.
    from advisor.services.proving import PARTS  # noqa: PLC0415

    with _folder_of_its_own() as folder:
        parts = PARTS if window is None else (*PARTS, window)
        bad = sum(not _is_well(part, folder) for part in parts)
    if bad:
        words = ngettext("{n} part does not work.", "{n} parts do not work.", bad)
        click.echo(words.format(n=bad))
        raise click.exceptions.Exit(NOT_DONE)
    click.echo(_("Everything works."))


def _is_well(part: "Part", folder: Path) -> bool:
    """Have a part prove itself, and say how that went; nothing that it raises ends the others."""
    try:
        words, is_well = part(folder), True
    except AdvisorError as error:
        words, is_well = error.message, False
    except Exception as error:
        # Whoever installs this may read Python; here no plan of a person is at hand to be told.
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}:{last.lineno}"
        words, is_well = f"{type(error).__name__}: {error} ({place})", False
    health = _("Well") if is_well else _("Does not work")
    click.echo(_("{health}: {words}").format(health=health, words=words))
    return is_well


@contextmanager
def _folder_of_its_own() -> Iterator[Path]:
    """Give a folder that is gone afterwards, in which everything a person keeps would be kept."""
    before = os.environ.get(HOME)
    with tempfile.TemporaryDirectory(prefix="selftest-", ignore_cleanup_errors=True) as made:
        os.environ[HOME] = made
        try:
            yield Path(made)
        finally:
            if before is None:
                del os.environ[HOME]
            else:
                os.environ[HOME] = before
