"""What can be done from anywhere, in one table: keys, help, and the box that finds anything."""

from enum import StrEnum

from advisor.language import N_
from advisor.models.values import Value


class Wish(StrEnum):
    """What can be wanted of a page by name; whatever serves the page does it at once.

    BRING and READ may be followed by the path of a file.
    """

    NEW = "new"
    BRING = "bring"
    EXAMPLE = "example"
    DUPLICATE = "duplicate"
    EXPORT = "export"
    DELETE = "delete"
    RENAME = "rename"
    TOGETHER = "all-open-risks"
    OWN = "own"
    PRINT = "print"
    READ = "read"
    ALL_PAPERS = "all-papers"
    TABLE = "table"
    DATA = "data"
    COPY = "copy"
    ABOUT = "about"
    COPIES = "copies"
    TEAM = "team"
    TEXT_SIZE = "text-size"
    COLOURS = "colours"
    CONTRAST = "contrast"
    MOVEMENT = "movement"
    LETTERS = "letters"
    GUIDE = "guide"
    TRUSTEES = "trustees"


class Command(Value):
    """What can be done from everywhere: the key of a page, and what is wanted on it.

    ``words`` are other words by which it is found; ``needs_plan`` where only an open plan can be
    meant though the page is not one of a plan.
    """

    title: str
    page: str
    at: str = ""
    keys: str = ""
    words: str = ""
    needs_plan: bool = False


COMMANDS = (
    Command(title=N_("Start a new plan"), keys=N_("Ctrl+N"), page="home", at=Wish.NEW),
    Command(title=N_("Import a plan"), keys=N_("Ctrl+O"), page="home", at=Wish.BRING),
    Command(
        title=N_("Workshop mode: the questions large, one at a time"),
        keys=N_("F5"),
        page="workshop",
    ),
    Command(title=N_("Print a paper of the plan"), keys=N_("Ctrl+P"), page="paper", at=Wish.PRINT),
    Command(title=N_("Start from an example"), page="home", at=Wish.EXAMPLE),
    Command(title=N_("Rename the plan…"), page="plan", at=Wish.RENAME),
    Command(
        title=N_("Duplicate the plan"),
        page="home",
        at=Wish.DUPLICATE,
        words=N_("copy"),
        needs_plan=True,
    ),
    Command(
        title=N_("Export a copy of the plan…"),
        page="home",
        at=Wish.EXPORT,
        words=N_("save as a file"),
        needs_plan=True,
    ),
    Command(title=N_("Delete the plan"), page="home", at=Wish.DELETE, needs_plan=True),
    Command(
        title=N_("Try what would help against all open risks together"),
        page="trial",
        at=Wish.TOGETHER,
        words=N_("what would have to change"),
    ),
    Command(title=N_("Add an action or a risk of your own"), page="actions", at=Wish.OWN),
    Command(title=N_("Read a filled-in checklist…"), page="paper", at=Wish.READ),
    Command(title=N_("Save all papers…"), page="paper", at=Wish.ALL_PAPERS),
    Command(title=N_("Save the advice as table (CSV)…"), page="paper", at=Wish.TABLE),
    Command(title=N_("Save the advice as data (JSON)…"), page="paper", at=Wish.DATA),
    Command(title=N_("Copy this plan and change it"), page="compare", at=Wish.COPY),
    Command(title=N_("Print all plans in one table"), page="portfolio", at=Wish.PRINT),
    Command(title=N_("Save all plans in one table: PDF…"), page="portfolio", at="pdf"),
    Command(title=N_("Save all plans in one table: Excel…"), page="portfolio", at="xlsx"),
    Command(title=N_("Save all plans in one table: CSV…"), page="portfolio", at="csv"),
    Command(title=N_("Save all plans in one table: JSON…"), page="portfolio", at="json"),
    Command(title=N_("About this evidence"), page="library", at=Wish.ABOUT),
    Command(
        title=N_("Show the copies…"),
        page="preferences",
        at=Wish.COPIES,
        words=N_("put a copy back, restore, backup, second folder"),
    ),
    Command(
        title=N_("Where plans are kept…"),
        page="preferences",
        at=Wish.TEAM,
        words=N_("team database"),
    ),
    Command(
        title=N_("Change the text size"),
        page="preferences",
        at=Wish.TEXT_SIZE,
        words=N_("larger, smaller"),
    ),
    Command(
        title=N_("Light or dark colours"), page="preferences", at=Wish.COLOURS, words=N_("theme")
    ),
    Command(title=N_("High contrast"), page="preferences", at=Wish.CONTRAST),
    Command(title=N_("Less movement"), page="preferences", at=Wish.MOVEMENT),
    Command(
        title=N_("Keys of one letter in tables and workshop mode"),
        page="preferences",
        at=Wish.LETTERS,
    ),
    Command(title=N_("Save the guide as PDF…"), page="help", at=Wish.GUIDE),
    Command(title=N_("Save the note for trustees…"), page="help", at=Wish.TRUSTEES),
)
