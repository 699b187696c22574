"""The command that shows many plans beside each other."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from advisor.cli.named import plan_named
from advisor.cli.options import database_option, open_advisor, overwrite_option, size_option
from advisor.errors import NotFound
from advisor.language import _
from advisor.models.judged import PlanSummary
from advisor.models.papers import PaperSize, TableFormat

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor

ALL = "all"
_BATCH = 50
"""How many plans are advised on between two words about how far it is."""

Batch = TypeVar("Batch", bound=Sequence[Any])

_TO_READ = (TableFormat.TEXT, TableFormat.CSV, TableFormat.JSON)


@click.command(short_help="Show many plans beside each other: risks, safety, what they share.")
@click.argument("plans", metavar="[PLAN.json|ID]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in TableFormat]),
    help="The kind of file; else OUT tells it, and without OUT it is text.",
)
@click.option(
    "-o", "--output", "path", metavar="OUT", type=click.Path(path_type=Path), help="Write it here."
)
@size_option
@overwrite_option
@database_option
def portfolio(
    *,
    plans: tuple[str, ...],
    form: str | None,
    path: Path | None,
    size: str,
    overwrite: bool,
    database: str | None,
) -> None:
    """Show many plans beside each other, one in a row.

    A plan is a plan file, or the id of a stored plan as `plans list` shows it. Without any, or
    with `all`, every stored plan is shown. Nothing is added up: the evidence gives no scores.
    """
    wanted = _wanted(form, path)
    with open_advisor(database) as advisor:
        shown = _plans(advisor, plans)
        if path is None:
            click.echo(advisor.side_by_side.portfolio_words(wanted, shown), nl=False)
            return
        advisor.side_by_side.write_portfolio(
            wanted, shown, path, size=PaperSize(size), overwrite=overwrite
        )
    click.echo(_("Written to {file}").format(file=path))


def _wanted(form: str | None, path: Path | None) -> TableFormat:
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


def _plans(advisor: "Advisor", names: Sequence[str]) -> tuple[PlanSummary, ...]:
    """Return the plans that are meant, with what the newest evidence says about each."""
    if not names or ALL in names:
        listed = advisor.plans.summaries()
        if not listed:
            raise NotFound(
                _("No plans yet. `{command}` adds one.").format(
                    command="python main.py plans import PLAN.json"
                )
            )
        parts = [listed[at : at + _BATCH] for at in range(0, len(listed), _BATCH)]
        return tuple(
            plan for batch in _telling(parts, len(listed)) for plan in advisor.plans.judge(batch)
        )
    batches = [[name] for name in names]
    return tuple(
        advisor.plans.summary_of(plan_named(advisor, name))
        for [name] in _telling(batches, len(names))
    )


def _telling(batches: Sequence[Batch], number: int) -> Iterator[Batch]:
    """Yield batch by batch; where a person is looking, say how far it is. Ctrl+C ends it."""
    is_watched = sys.stderr.isatty()
    done = 0
    for batch in batches:
        yield batch
        done += len(batch)
        if is_watched and len(batches) > 1:
            click.echo(
                "\r" + _("{n} of {all} plans").format(n=done, all=number),
                err=True,
                nl=done == number,
            )
