"""Commands that answer for a plan file: advice, the questionnaire, a comparison."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from advisor.cli.named import plan_in
from advisor.cli.options import (
    PDF_FILE,
    PLAN_FILE,
    database_option,
    deliver,
    echo_as,
    format_option,
    open_advisor,
    output_option,
    say,
    table_format,
    table_options,
)
from advisor.cli.papers import refuse_to_lose_work, written
from advisor.export.changing import changes_json, changes_text, together_json, together_text
from advisor.export.listings import configuration_named, questions_text
from advisor.export.text import advice_text
from advisor.files import named
from advisor.language import _
from advisor.models.json_values import json_text
from advisor.models.papers import DataKind, PaperSize, PaperWish
from advisor.paper.papers import PAPERS
from advisor.plan_files.writing import blank_plan

Command = TypeVar("Command", bound=Callable[..., object])
_BESIDE = tuple(paper for paper in PAPERS if paper.option)
"""The papers that can be asked for beside the advice; ``paper`` writes all of them."""

_FILLABLE = tuple(paper.kind for paper in _BESIDE if paper.is_fillable)


def _paper_options(command: Command) -> Command:
    """Add an option for every paper, with the file that it is written to."""
    for paper in reversed(_BESIDE):
        option = click.option(
            f"--{paper.kind}", metavar="OUT.pdf", type=PDF_FILE, help=_(paper.option)
        )
        command = option(command)
    return command


@click.command(short_help="Say what is likely to help, hinder or harm, and what to do.")
@click.argument("plan_file", metavar="PLAN.json", type=PLAN_FILE)
@format_option("text", "json", "csv")
@output_option
@_paper_options
@click.option("--fillable", is_flag=True, help="Give the checklist form fields to fill in.")
@click.option(
    "--paper",
    type=click.Choice([size.value for size in PaperSize]),
    default=PaperSize.A4.value,
    show_default=True,
    help="Paper size of every PDF.",
)
@database_option
def advise(
    *,
    plan_file: Path,
    form: str,
    output: Path | None,
    fillable: bool,
    paper: str,
    database: str | None,
    **papers: Path | None,
) -> None:
    """Say what is likely to help, hinder or harm for a plan, and what to do about it.

    The plan is a JSON file, or `-` for what comes on standard input. `python main.py questions
    --format json` prints a blank one. The plan itself is not stored; `plans import` does that.
    """
    if fillable and not any(papers[kind] for kind in _FILLABLE):
        others = " / ".join(f"--{kind} OUT.pdf" for kind in _FILLABLE)
        raise click.UsageError(
            _("{option} needs {other}.").format(option="--fillable", other=others)
        )
    with open_advisor(database) as advisor:
        plan = plan_in(advisor, plan_file)
        advice = advisor.advise(plan)
        if form == "text":
            text = advice_text(advisor.evidence.pack, plan, advice)
        else:
            text = advisor.papers.data(DataKind(form), plan, advice)
        size = PaperSize(paper)
        wishes = [
            (PaperWish(kind=row.kind, fillable=fillable, size=size), path)
            for row in _BESIDE
            if (path := papers[row.kind]) is not None
        ]
        for wish, path in wishes:
            refuse_to_lose_work(wish, path)
        sentences = [
            written(wish, path, has_fields=advisor.papers.write(wish, plan, advice, path))
            for wish, path in wishes
        ]
    deliver(form, text, output)
    for sentence in sentences:
        say(sentence, err=form != "text")


@click.command(short_help="Print the questionnaire, or a blank plan to fill in.")
@format_option("text", "json")
@output_option
@database_option
def questions(form: str, output: Path | None, database: str | None) -> None:
    """Print the questionnaire; as JSON, a blank plan to fill in plus the options."""
    with open_advisor(database) as advisor:
        if differs := advisor.evidence.what_differs():
            say(differs, err=True)
        if form == "json":
            blank = blank_plan(advisor.evidence.pack)
            text = json_text(blank)
        else:
            text = questions_text(advisor.evidence.pack)
    deliver(form, text, output)


@click.command(short_help="Show what differs between two plans and the advice on them.")
@click.argument("first", metavar="A.json", type=PLAN_FILE)
@click.argument("second", metavar="B.json", type=PLAN_FILE)
@table_options
@database_option
def compare(
    *,
    first: Path,
    second: Path,
    form: str | None,
    path: Path | None,
    size: str,
    overwrite: bool,
    database: str | None,
) -> None:
    """Show which answers differ between two plans, and what that changes in the advice."""
    wanted = table_format(form, path)
    with open_advisor(database) as advisor:
        before, after = plan_in(advisor, first), plan_in(advisor, second)
        if path is None:
            echo_as(wanted, advisor.side_by_side.comparison_words(wanted, before, after))
            return
        advisor.side_by_side.write_comparison(
            wanted, before, after, path, size=PaperSize(size), overwrite=overwrite
        )
    say(_("Written to {file}").format(file=named(path)))


@click.command("what-if", short_help="Say what would have to change, and what that brings.")
@click.argument("plan_file", metavar="PLAN.json", type=PLAN_FILE)
@click.argument("configurations", metavar="[ID]...", nargs=-1)
@format_option("text", "json")
@output_option
@database_option
def what_if(
    *,
    plan_file: Path,
    configurations: tuple[str, ...],
    form: str,
    output: Path | None,
    database: str | None,
) -> None:
    """Say what would have to change in a plan, the smallest change first, with what it costs.

    With ids of configurations (`evidence list` shows them): why each applies or not, and what
    would change that. Without: what would put all open risks more in hand together. The plan is
    not changed.
    """
    with open_advisor(database) as advisor:
        plan = plan_in(advisor, plan_file)
        pack, advice = advisor.evidence.pack, advisor.advise(plan)
        if configurations:
            named = [configuration_named(pack, name) for name in configurations]
            found = [
                advisor.what_would_change(plan, rule.id) for each in named for rule in each.rules
            ]
            text = (
                changes_json(pack, found)
                if form == "json"
                else changes_text(pack, plan, advice, found)
            )
        else:
            together = advisor.what_would_ease(plan)
            text = (
                together_json(pack, together)
                if form == "json"
                else together_text(pack, plan, advice, together)
            )
    deliver(form, text, output)
