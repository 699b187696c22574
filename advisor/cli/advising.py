"""Commands that answer for a plan file: advice, the questionnaire, a comparison."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor.cli.options import PDF_FILE, PLAN_FILE, database_option, format_option, open_advisor
from advisor.language import N_, _
from advisor.models.plan import Plan

if TYPE_CHECKING:
    from advisor.services.papers import PaperKind, Papers, PaperSize


_WRITTEN = {
    "checklist": N_("Checklist written to {path}"),
    "report": N_("Report written to {path}"),
    "worksheet": N_("Worksheet written to {path}"),
}


@click.command(short_help="Say what is likely to help, hinder or harm, and what to do.")
@click.argument("plan_file", metavar="PLAN.json", type=PLAN_FILE)
@format_option("text", "json", "csv")
@click.option(
    "--checklist", metavar="OUT.pdf", type=PDF_FILE, help="Also write the action checklist."
)
@click.option("--report", metavar="OUT.pdf", type=PDF_FILE, help="Also write the full report.")
@click.option(
    "--worksheet", metavar="OUT.pdf", type=PDF_FILE, help="Also write blank sheets for a workshop."
)
@click.option("--fillable", is_flag=True, help="Give the checklist form fields to fill in.")
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="Paper size of every PDF.",
)
@database_option
def advise(
    *,
    plan_file: Path,
    form: str,
    checklist: Path | None,
    report: Path | None,
    worksheet: Path | None,
    fillable: bool,
    paper: str,
    database: str | None,
) -> None:
    """Say what is likely to help, hinder or harm for a plan, and what to do about it.

    The plan is a JSON file. `python main.py questions --format json` prints a blank one.
    The plan itself is not stored; `plans import` does that.
    """
    if fillable and checklist is None:
        raise click.UsageError(
            _("{option} needs {other}.").format(option="--fillable", other="--checklist OUT.pdf")
        )
    with open_advisor(database) as advisor:
        # As in open_advisor: only when there is work to do.
        from advisor.services.papers import PaperKind  # noqa: PLC0415
        from advisor.services.texts import Form  # noqa: PLC0415

        plan = advisor.plans.read_file(plan_file)
        text = advisor.texts.advice(plan, Form(form))
        wanted = {
            PaperKind.CHECKLIST: checklist,
            PaperKind.REPORT: report,
            PaperKind.WORKSHEET: worksheet,
        }
        written = [
            _write(advisor.papers, kind, plan, path, paper, fillable=fillable)
            for kind, path in wanted.items()
            if path is not None
        ]
    click.echo(text, nl=not text.endswith("\n"))
    for sentence in written:
        click.echo(sentence, err=form != "text")


def _write(
    papers: "Papers", kind: "PaperKind", plan: Plan, path: Path, paper: str, *, fillable: bool
) -> str:
    with_fields = fillable and kind.value == "checklist"
    size: PaperSize = "letter" if paper == "letter" else "a4"
    has_fields = papers.write(kind, plan, path, fillable=with_fields, size=size)
    if with_fields and not has_fields:
        return _(
            "Checklist written to {path}, without form fields: they could not be made well."
        ).format(path=path)
    return _(_WRITTEN[kind.value]).format(path=path)


@click.command(short_help="Print the questionnaire, or a blank plan to fill in.")
@format_option("text", "json")
@database_option
def questions(form: str, database: str | None) -> None:
    """Print the questionnaire; as JSON, a blank plan to fill in plus the options."""
    with open_advisor(database) as advisor:
        if differs := advisor.evidence.what_differs():
            click.echo(differs, err=True)
        if form == "json":
            blank = advisor.plans.blank()
            click.echo(json.dumps(blank, ensure_ascii=False, indent=2))
        else:
            click.echo(advisor.texts.questions(), nl=False)


@click.command(short_help="Show what differs between two plans and the advice on them.")
@click.argument("first", metavar="A.json", type=PLAN_FILE)
@click.argument("second", metavar="B.json", type=PLAN_FILE)
@format_option("text", "json")
@database_option
def compare(first: Path, second: Path, form: str, database: str | None) -> None:
    """Show which answers differ between two plans, and what that changes in the advice."""
    with open_advisor(database) as advisor:
        before, after = advisor.plans.read_file(first), advisor.plans.read_file(second)
        click.echo(advisor.texts.comparison(before, after, as_json=form == "json"), nl=False)
