"""Options that several commands share."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from advisor.cli.named import STANDARD
from advisor.errors import StorageError
from advisor.files import named, write_whole
from advisor.language import _
from advisor.models.papers import PaperSize, TableFormat

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor
    from advisor.storage.addresses import Address

Command = TypeVar("Command", bound=Callable[..., object])

PLAN_FILE = click.Path(path_type=Path)
PDF_FILE = click.Path(path_type=Path)
_TO_READ = (TableFormat.TEXT, TableFormat.CSV, TableFormat.JSON)


def database_option(command: Command) -> Command:
    """Add ``--database``: a file or a PostgreSQL URL other than the person's own database."""
    return click.option(
        "--database",
        metavar="URL",
        help="Use this database: a file, or postgresql://… for a team. "
        "Without it, your own plans on this machine.",
    )(command)


def echo_as(form: str, text: str) -> None:
    """Print a text, or data, which is UTF-8 on every console: no letter of it is lost."""
    whole = text if text.endswith("\n") else f"{text}\n"
    click.echo(whole if form == "text" else whole.encode("utf-8", "backslashreplace"), nl=False)


def or_printed(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    """Print what ``-`` is given for, as if no file were named."""
    return None if path == STANDARD else path


def in_a_file(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    """Refuse ``-`` for what is only written to files, where it would name one."""
    if path == STANDARD:
        raise click.BadParameter(_("This is written to a file, not printed. Give it a name."))
    return path


def output_option(command: Command) -> Command:
    """Add ``-o`` as ``output``: the file that what is printed goes to instead."""
    return click.option(
        "-o",
        "--output",
        metavar="OUT",
        type=click.Path(path_type=Path),
        callback=or_printed,
        help="Write it to this file instead of printing it.",
    )(command)


def deliver(form: str, text: str, output: Path | None) -> None:
    """Print what was asked for, or write it to a file, whole or not at all."""
    if output is None:
        echo_as(form, text)
        return
    write_whole(output, text.encode("utf-8", "backslashreplace"))
    say(_("Written to {file}").format(file=named(output)))


def say(sentence: str, *, err: bool = False) -> None:
    """Say what was done, unless the person wants to hear nothing but what they asked for."""
    if not click.get_current_context().find_root().params.get("quiet"):
        click.echo(sentence, err=err)


def format_option(*formats: str) -> Callable[[Command], Command]:
    """Add ``--format`` with the first format as the default."""

    def add(command: Command) -> Command:
        return click.option(
            "--format",
            "form",
            type=click.Choice(formats),
            default=formats[0],
            show_default=True,
            help="How to print it.",
        )(command)

    return add


def size_option(command: Command) -> Command:
    """Add ``--paper`` as ``size``: the sheet that a PDF is drawn for."""
    return click.option(
        "--paper",
        "size",
        type=click.Choice([size.value for size in PaperSize]),
        default=PaperSize.A4.value,
        show_default=True,
        help="Paper size of a PDF.",
    )(command)


def overwrite_option(command: Command) -> Command:
    """Add ``--overwrite``: what stands at the name may be a file of another kind."""
    return click.option(
        "--overwrite", is_flag=True, help="Write over a file of another kind, too."
    )(command)


def pdf_options(what: str) -> Callable[[Command], Command]:
    """Add ``-o`` as ``path``, ``--paper`` and ``--overwrite`` to a command that makes one PDF."""

    def add(command: Command) -> Command:
        output = click.option("-o", "--output", "path", metavar="OUT", type=PDF_FILE, help=what)
        return output(size_option(overwrite_option(command)))

    return add


def table_options(command: Command) -> Command:
    """Add ``--format`` as ``form``, ``-o`` as ``path``, ``--paper`` and ``--overwrite``."""
    for option in (
        overwrite_option,
        size_option,
        click.option(
            "-o",
            "--output",
            "path",
            metavar="OUT",
            type=click.Path(path_type=Path),
            callback=or_printed,
            help="Write it here.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice([each.value for each in TableFormat]),
            help="The kind of file; else OUT tells it, and without OUT it is text.",
        ),
    ):
        command = option(command)
    return command


def table_format(form: str | None, path: Path | None) -> TableFormat:
    """Return as what several plans are wanted: as was said, or as the file's name ends.

    Raises UsageError where neither says it, and where a file is wanted that has no name.
    """
    ending = path.suffix.lower().removeprefix(".") if path else TableFormat.TEXT.value
    endings = {each.value: each for each in TableFormat} | {"txt": TableFormat.TEXT}
    if form is None and ending not in endings:
        formats = ", ".join(each.value for each in TableFormat)
        raise click.UsageError(
            _("The name of the file does not say what to write. Give {option}: {formats}.").format(
                option="--format", formats=formats
            )
        )
    wanted = TableFormat(form) if form else endings[ending]
    if path is None and wanted not in _TO_READ:
        raise click.UsageError(_("Say where to write it: {option}.").format(option="-o OUT"))
    return wanted


def address_without_password(database: str) -> "Path | Address":
    """Return what was named; refuse a password, which others on this computer could read."""
    from advisor.storage.addresses import address_of, place_of  # noqa: PLC0415 - loads SQLAlchemy

    address = address_of(database)
    if isinstance(address, Path) or not address.password:
        return address
    words = _(
        "{place}: leave the password out of the address, because other people on this computer"
        " can read what is typed here. It is taken from the keyring, or asked for."
    )
    raise StorageError(words.format(place=place_of(address)), code="password-shown")


def _opened(database: str | None) -> "Advisor":
    # SQLAlchemy and pydantic take half a second to load: never for help or a usage error.
    from advisor.services.advisor import Advisor  # noqa: PLC0415
    from advisor.services.team import chosen_url  # noqa: PLC0415

    address = address_without_password(database) if database else chosen_url()
    try:
        return Advisor.open(address)
    except StorageError as error:
        is_asked = error.code in ("password-needed", "login-refused") and sys.stdin.isatty()
        if not is_asked or address is None or isinstance(address, Path):
            raise
        click.echo(error.message, err=True)
        password = click.prompt(_("Password"), hide_input=True, err=True)
        return Advisor.open(address.set(password=password))


@contextmanager
def open_advisor(database: str | None, *, changes: bool = False) -> "Iterator[Advisor]":
    """Give the advisor; where the person's own plans were changed, keep a copy of them."""
    with _opened(database) as advisor:
        yield advisor
        if changes and database is None:
            try:
                advisor.copies.keep_current()
            except StorageError as error:
                click.echo(error.message, err=True)
