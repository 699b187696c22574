"""The command that puts a plan on paper: one paper, or all of them into a folder."""

from contextlib import suppress
from pathlib import Path

import click

from advisor.cli.named import plan_named
from advisor.cli.options import (
    database_option,
    in_a_file,
    open_advisor,
    say,
    size_option,
)
from advisor.errors import ExportError
from advisor.files import named
from advisor.language import _
from advisor.models.papers import PaperFormat, PaperKind, PaperSize, PaperWish
from advisor.paper import papers
from advisor.paper.papers import PAPERS, Paper, paper_of

ALL = "all"
_FORMATS = [each.value for each in PaperFormat]


class _PaperCommand(click.Command):
    """Its help ends with the table of papers, said in the person's language."""

    def format_epilog(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [
            (paper.kind.value, f"{_(paper.title)} ({', '.join(paper.formats)})") for paper in PAPERS
        ]
        rows.append((ALL, _("Every paper, in every format, into a folder")))
        with formatter.section(_("Kinds of paper")):
            formatter.write_dl(rows)


@click.command(
    short_help="Put a plan on paper: a checklist, a report, a risk register …",
    cls=_PaperCommand,
)
@click.argument("kind", metavar="KIND", type=click.Choice([*(p.kind.value for p in PAPERS), ALL]))
@click.argument("plan", metavar="PLAN.json|ID")
@click.option(
    "-o",
    "--output",
    "path",
    metavar="OUT",
    type=click.Path(path_type=Path),
    callback=in_a_file,
    help="The file to write; for all papers the folder, which is made when it is not there.",
)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="The kind of file; else OUT tells it."
)
@click.option("--fillable", is_flag=True, help="Give the paper form fields to fill in.")
@size_option
@click.option(
    "--overwrite",
    is_flag=True,
    help="Write over a file that may be filled in or changed by now, or of another kind.",
)
@database_option
def paper(
    *,
    kind: str,
    plan: str,
    path: Path | None,
    form: str | None,
    fillable: bool,
    size: str,
    overwrite: bool,
    database: str | None,
) -> None:
    """Put a plan on paper.

    The plan is a plan file, or the id of a stored plan as `plans list` shows it.
    """
    if path is None:
        raise click.UsageError(_("Say where to write it: {option}.").format(option="-o OUT"))
    if kind == ALL and (form or fillable):
        raise click.UsageError(
            _("All papers are written in every format: leave out {options}.").format(
                options="--format, --fillable"
            )
        )
    wish = None
    if kind != ALL:
        row = paper_of(PaperKind(kind))
        chosen = _format(row, form, path, any_ending=overwrite)
        wish = PaperWish(kind=row.kind, form=chosen, fillable=fillable, size=PaperSize(size))
        _check(wish, path, overwrite=overwrite)
    with open_advisor(database) as advisor:
        found = plan_named(advisor, plan)
        advice = advisor.advise(found)
        if wish is not None:
            has_fields = advisor.papers.write(wish, found, advice, path, overwrite=overwrite)
            say(written(wish, path, has_fields=has_fields))
            return
        made = advisor.papers.write_all(
            found, advice, path, size=PaperSize(size), overwrite=overwrite
        )
    for each in made.written:
        say(named(each))
    for sentence in made.left_out:
        click.echo(sentence, err=True)


def written(wish: PaperWish, path: Path, *, has_fields: bool) -> str:
    """Say that a paper was written, and when it lacks the form fields that were asked for."""
    words = _("{paper} written to {path}")
    if papers.has_fields(wish) and not has_fields:
        words = _("{paper} written to {path}, without form fields: they could not be made well.")
    return words.format(paper=papers.name_of(wish), path=named(path))


def _check(wish: PaperWish, path: Path, *, overwrite: bool) -> None:
    """Refuse a form of a paper that has no fields, and to write over somebody's work unasked."""
    if wish.fillable and not papers.has_fields(wish):
        name = paper_of(wish.kind).name
        raise click.UsageError(_("{paper} has no form fields.").format(paper=name))
    if not overwrite:
        refuse_to_lose_work(wish, path)


def refuse_to_lose_work(wish: PaperWish, path: Path) -> None:
    """Raise ExportError where people may have written in what this paper would be written over."""
    if _may_hold_work(wish, path):
        raise ExportError(
            _(
                "Cannot write {path}: somebody may have written in the file that is there. "
                "Choose another name, or delete that file first. Nothing was changed."
            ).format(path=named(path))
        )


def _may_hold_work(wish: PaperWish, path: Path) -> bool:
    """Whether there is a file that people write in: of such a kind, or a form in a PDF.

    Other programs may pack what says that it is one, and are believed then.
    """
    # What cannot be looked at is told when it is written.
    with suppress(OSError):
        if wish.is_worked_in or not path.is_file():
            return path.is_file()
        there = path.read_bytes()
        return there.startswith(b"%PDF-") and (b"/AcroForm" in there or b"/ObjStm" in there)
    return False


def _format(row: Paper, form: str | None, path: Path, *, any_ending: bool) -> PaperFormat:
    """Return as what kind of file a paper is written: as was said, or as its name ends.

    A name without an ending leaves the choice. Raises UsageError where what was said, the
    ending and the paper do not fit together, but leaves the name alone for ``any_ending``.
    """
    ending = path.suffix.lower().removeprefix(".")
    formats = ", ".join(row.formats)
    if form and form not in row.formats:
        raise click.UsageError(
            _("{paper} can be written as {formats}, not as {format}.").format(
                paper=row.name, formats=formats, format=form
            )
        )
    if form and ending not in ("", form) and not any_ending:
        raise click.UsageError(
            _(
                "{file} ends in {ending}, and the format is {format}. Let the name end in "
                "{wanted}, or leave out {option}: {paper} can be written as {formats}."
            ).format(
                file=path.name,
                ending=path.suffix,
                format=form,
                wanted=f".{form}",
                option="--format",
                paper=row.name,
                formats=formats,
            )
        )
    if not form and ending not in ("", *row.formats) and not any_ending:
        raise click.UsageError(
            _("{file} ends in {ending}, but {paper} can be written as {formats}.").format(
                file=path.name, ending=path.suffix, paper=row.name, formats=formats
            )
        )
    return PaperFormat(form or (ending if ending in row.formats else row.formats[0]))
