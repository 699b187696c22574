"""Commands on the plans in the database."""

import datetime
from pathlib import Path

import click

from advisor import locations
from advisor.cli.named import STANDARD, id_named, plan_in
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
)
from advisor.errors import FileRefused, NotFound
from advisor.export.comparing import newer_text
from advisor.export.filled import filled_json, filled_text
from advisor.export.history import history_json, history_text
from advisor.export.listings import plan_text
from advisor.export.stored_plans import plan_json, plans_json
from advisor.files import named
from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.models.stored import sent_over
from advisor.telling.grammar import beside
from advisor.telling.papers import filled_story
from advisor.telling.plan_lists import told_plan

_SHORT_ID = 8


@click.group()
def plans() -> None:
    """List, show, import, export or delete stored plans.

    A plan is named by its id or the first characters of it, as `plans list` shows them.
    """


@plans.command("list")
@click.option("--search", default="", metavar="TEXT", help="Only plans whose title has this text.")
@format_option("text", "json")
@output_option
@database_option
def list_plans(*, search: str, form: str, output: Path | None, database: str | None) -> None:
    """List stored plans, last changed first."""
    with open_advisor(database) as advisor:
        found = advisor.plans.judge(advisor.plans.summaries(search=search))
    if form == "json":
        deliver(form, plans_json(found), output)
        return
    if found or output is not None:
        now = datetime.datetime.now(datetime.UTC)
        deliver(form, "".join(_line(plan, now) for plan in found), output)
    if not found:
        click.echo(
            _("No plans yet. `{command}` adds one.").format(
                command=locations.command("plans import PLAN.json")
            ),
            err=True,
        )


def _line(plan: PlanSummary, now: datetime.datetime) -> str:
    told = told_plan(plan, now)
    signs = beside(told.safety.words, *(sign.words for sign in told.risks))
    words = f"{told.changed}  {told.answered}  {signs}  {told.title}"
    return f"{plan.id[:_SHORT_ID]}  {words}\n"


@plans.command()
@click.argument("plan", metavar="ID")
@format_option("text", "json")
@output_option
@database_option
def show(*, plan: str, form: str, output: Path | None, database: str | None) -> None:
    """Show a stored plan with its answers and decisions.

    Where newer evidence changed the advice on it, say what, and why.
    """
    with open_advisor(database) as advisor:
        found = advisor.plans.plan_today(id_named(advisor.plans, plan))
        pack, newer = advisor.evidence.pack, advisor.what_moved(found)
        if form == "json":
            text = plan_json(advisor.plans.text_of(found), newer)
        else:
            text = plan_text(pack, found)
            if newer is not None:
                text += "\n" + newer_text(pack, found, newer)
    deliver(form, text, output)


@plans.command()
@click.argument("plan", metavar="ID")
@format_option("text", "json")
@click.option("--most", type=click.IntRange(min=1), help="Print only this many, the newest.")
@output_option
@database_option
def history(
    *, plan: str, form: str, most: int | None, output: Path | None, database: str | None
) -> None:
    """Print who changed what in a plan, and when."""
    with open_advisor(database) as advisor:
        found = advisor.plans.plan(id_named(advisor.plans, plan))
        edits = advisor.plans.history(found.id, most)
        if form == "json":
            text = history_json(found, edits)
        else:
            text = history_text(advisor.evidence.pack, found, edits)
    deliver(form, text, output)


@plans.command("import")
@click.argument("plan_file", metavar="PLAN.json", type=PLAN_FILE)
@database_option
def import_plan(plan_file: Path, database: str | None) -> None:
    """Store a plan from a file, with the advice on it. A plan that is there already stays."""
    with open_advisor(database, changes=True) as advisor:
        plan = advisor.plans.add(plan_in(advisor, plan_file))
        advisor.advise_and_keep(plan)
    say(_("Stored as {id}: {title}").format(id=plan.id, title=plan.title))


@plans.command("take-along")
@click.argument("names", metavar="[ID]...", nargs=-1)
@click.option("--all", "every", is_flag=True, help="All plans of this computer.")
@database_option
def take_along(names: tuple[str, ...], database: str | None, *, every: bool) -> None:
    """Copy plans of this computer into the team's database in use.

    They stay here too, with their histories. A plan that says something else there is kept
    beside the one that comes. Without an ID, list the plans of this computer.
    """
    from advisor.services.taking_along import own_plans, take_along  # noqa: PLC0415

    found = own_plans()
    wanted = [each.id for each in found if every]
    for name in names:
        ids = [each.id for each in found if each.id.startswith(name.lower())]
        if len(ids) != 1:
            words = _('No plan of this computer has an id that begins with "{beginning}" alone.')
            raise NotFound(words.format(beginning=name))
        wanted += ids
    if not wanted:
        for each in found:
            click.echo(f"{each.id}  {each.title}")
        return
    with open_advisor(database) as advisor:
        click.echo(take_along(advisor, list(dict.fromkeys(wanted))))


@plans.command()
@click.argument("plan", metavar="ID")
@click.argument("file", metavar="OUT.json", type=PLAN_FILE)
@database_option
def export(plan: str, file: Path, database: str | None) -> None:
    """Write a stored plan to a file that another machine can import."""
    with open_advisor(database) as advisor:
        found = advisor.plans.plan(id_named(advisor.plans, plan))
        if file == STANDARD:
            echo_as("json", advisor.plans.text_of(found))
            return
        advisor.plans.write_file(found, file)
    say(_("Written to {file}").format(file=named(file)))


@plans.command()
@click.argument("plan", metavar="ID")
@click.option("--erase", is_flag=True, help="Remove it for good; `plans restore` cannot help then.")
@database_option
def delete(plan: str, erase: bool, database: str | None) -> None:
    """Delete a stored plan. `plans restore` brings it back."""
    with open_advisor(database, changes=True) as advisor:
        plan_id = id_named(advisor.plans, plan)
        advisor.plans.delete(plan_id)
        if erase:
            advisor.plans.erase(plan_id)
    said = _("Deleted {plan}.").format(plan=plan_id)
    if not erase:
        command = locations.command(f"plans restore {plan_id}")
        said += " " + _("`{command}` brings it back.").format(command=command)
    say(said)


@plans.command()
@click.argument("plan", metavar="ID")
@database_option
def restore(plan: str, database: str | None) -> None:
    """Bring back a deleted plan, named by its whole id."""
    with open_advisor(database, changes=True) as advisor:
        advisor.plans.restore(PlanId(plan))
    say(_("Restored {plan}.").format(plan=plan))


@plans.command()
@click.argument("plan", metavar="ID")
@click.argument("filled", metavar="FILLED.pdf", type=PDF_FILE)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--yes", is_flag=True, help="Take a copy that does not say which plan it is for.")
@format_option("text", "json")
@database_option
def fill(
    plan: str, filled: Path, *, dry_run: bool, yes: bool, form: str, database: str | None
) -> None:
    """Read a checklist that was filled in back into its plan.

    What cannot be taken is listed as it was typed, and the rest is taken.
    """
    with open_advisor(database, changes=True) as advisor:
        found = advisor.plans.plan(id_named(advisor.plans, plan))
        read = advisor.papers.read_filled(filled)
        story = filled_story(advisor.evidence.pack, found, read)
        if story.is_other_plan:
            raise FileRefused(story.summary)
        if story.asks and not (yes or dry_run):
            take = _("If it was, run the command again with {option}.").format(option="--yes")
            raise FileRefused(f"{story.asks} {take}")
        entries = {} if dry_run else story.entries(found)
        if entries:
            advisor.plans.save_all(found.id, sent_over(found, entries))
            advisor.advise_and_keep(advisor.plans.plan(found.id))
        if form == "json":
            echo_as(form, filled_json(found, story))
        else:
            click.echo(filled_text(found, story, taken=not dry_run), nl=False)
