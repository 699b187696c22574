"""The command that shows many plans beside each other."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from advisor import locations
from advisor.cli.named import plan_named
from advisor.cli.options import (
    database_option,
    echo_as,
    open_advisor,
    say,
    table_format,
    table_options,
)
from advisor.errors import NotFound
from advisor.files import named
from advisor.language import _
from advisor.models.judged import PlanSummary
from advisor.models.papers import PaperSize

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor

ALL = "all"
_BATCH = 50
"""How many plans are advised on between two words about how far it is."""

Batch = TypeVar("Batch", bound=Sequence[Any])


@click.command(short_help="Show many plans beside each other: risks, safety, what they share.")
@click.argument("plans", metavar="[PLAN.json|ID]...", nargs=-1)
@table_options
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
    wanted = table_format(form, path)
    with open_advisor(database) as advisor:
        shown = _plans(advisor, plans)
        if path is None:
            echo_as(wanted, advisor.side_by_side.portfolio_words(wanted, shown))
            return
        advisor.side_by_side.write_portfolio(
            wanted, shown, path, size=PaperSize(size), overwrite=overwrite
        )
    say(_("Written to {file}").format(file=named(path)))


def _plans(advisor: "Advisor", names: Sequence[str]) -> tuple[PlanSummary, ...]:
    """Return the plans that are meant, with what the newest evidence says about each."""
    if not names or ALL in names:
        listed = advisor.plans.summaries()
        if not listed:
            raise NotFound(
                _("No plans yet. `{command}` adds one.").format(
                    command=locations.command("plans import PLAN.json")
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
