"""Commands on where the person's plans are kept: copies, putting one back, a look at it all."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from advisor import locations
from advisor.cli.options import echo_as, format_option, say
from advisor.language import _


@click.command(short_help="Make a copy of your plans now.")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Put it there too, and every later copy. The folder should lie on another disk.",
)
@click.option("--only-here", is_flag=True, help="Put no further copies into a second folder.")
def backup(into: Path | None, *, only_here: bool) -> None:
    """Make a copy of your plans now; the window and the commands make them as well."""
    # Each of these loads SQLAlchemy: never for help or a usage error.
    from advisor.services.copies import copy_now, keep_copies_in  # noqa: PLC0415
    from advisor.telling.copies import copy_line  # noqa: PLC0415

    if only_here or into is not None:
        keep_copies_in(None if only_here else into)
    line = copy_line(copy_now())
    say(
        _("Copy {number} is in {folder}. {holds}").format(
            number=line.number, folder=locations.backups_folder(), holds=line.holds
        )
    )


@click.command()
@click.argument("number", type=int, metavar="NUMBER", required=False)
@click.option("--undo", is_flag=True, help="Take the last restored copy back.")
@click.option("--empty", is_flag=True, help="Begin with no plans; what was there is set aside.")
def restore(number: int | None, *, undo: bool, empty: bool) -> None:
    """List the copies of your plans, or put one back by its NUMBER.

    What is there now is set aside first, so that `--undo` brings it back. Close the window before.
    """
    from advisor.services import copies  # noqa: PLC0415 - as in ``backup``
    from advisor.telling.copies import copy_line  # noqa: PLC0415

    if sum((number is not None, undo, empty)) > 1:
        raise click.UsageError(_("Give a number, --undo or --empty, and only one of them."))
    if empty:
        copies.begin_empty()
        say(_("There are no plans now. What was there is kept among the copies."))
        return
    if not (undo or number is not None):
        _list()
        return
    chosen = copies.last_set_aside() if number is None else copies.numbered(number)
    copies.restore(chosen)
    line = copy_line(copies.looked_at(chosen))
    said = _("Put back: the copy of {when}. {holds} `{command}` takes it back.")
    say(said.format(when=line.when, holds=line.holds, command=locations.command("restore --undo")))


@click.command(short_help="Say whether all is well with your plans and copies.")
@format_option("text", "json")
@click.option(
    "--salvage",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Save what can still be read of a damaged file into this folder, as plan files.",
)
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="With --salvage: read this file, and not your own; a copy that was set aside, say.",
)
def doctor(form: str, folder: Path | None, path: Path | None) -> None:
    """Say whether all is well with your plans and their copies.

    The file, its copies, its folder and the disk are looked at; nothing is changed. The exit
    code is 1 when something does not work, or when a plan that was saved is not known to be whole.
    """
    if folder is not None:
        _salvage(folder, path)
        return
    if path is not None:
        raise click.UsageError(
            _("{option} goes with {other}.").format(option="--file", other="--salvage")
        )
    from advisor.models.checkup import Health  # noqa: PLC0415 - as in ``backup``
    from advisor.services.doctor import checkup  # noqa: PLC0415

    found = checkup()
    if form == "json":
        said = [{"health": each.health, "words": each.words} for each in found]
        echo_as(form, json.dumps({"checks": said}, ensure_ascii=False, indent=2))
    else:
        words = {
            Health.WELL: _("Well"),
            Health.WARNING: _("Look at this"),
            Health.BAD: _("Does not work"),
        }
        for each in found:
            click.echo(_("{health}: {words}").format(health=words[each.health], words=each.words))
        for way in (way for each in found for way in ways_on(each.code)):
            click.echo(way)
    if any(each.health is Health.BAD for each in found):
        raise click.exceptions.Exit(1)


def ways_on(code: str) -> Iterator[str]:
    """Yield what helps after such a refusal to open the person's own file."""
    from advisor.services.copies import BEYOND_REPAIR, READABLE  # noqa: PLC0415 - as in ``backup``

    if code in BEYOND_REPAIR:
        yield _("`{command}` lists the copies.").format(command=locations.command("restore"))
        yield _("`{command}` begins with no plans; the file is kept among the copies.").format(
            command=locations.command("restore --empty")
        )
    if code in READABLE:
        yield _("`{command}` saves what can still be read of it.").format(
            command=locations.command("doctor --salvage FOLDER")
        )


def _salvage(folder: Path, path: Path | None) -> None:
    from advisor.services.salvage import save_what_is_left  # noqa: PLC0415 - as in ``backup``
    from advisor.telling.salvaged import what_was_saved  # noqa: PLC0415

    saved = save_what_is_left(folder, path)
    click.echo(what_was_saved(saved))
    if not all(each.is_whole for each, _path in saved.plans):
        raise click.exceptions.Exit(1)


def _list() -> None:
    from advisor.services.copies import all_copies  # noqa: PLC0415 - as in ``backup``
    from advisor.telling.copies import copy_line  # noqa: PLC0415

    lines = [copy_line(each) for each in all_copies()]
    for line in lines:
        click.echo(f"{line.number:>4}  {line.when}  {line.why}  {line.holds}")
    if lines:
        words = _("`{command}` puts a copy back.")
        click.echo(words.format(command=locations.command("restore NUMBER")), err=True)
    else:
        click.echo(_("There are no copies yet."), err=True)
