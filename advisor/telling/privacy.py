"""What the program keeps about people and where it goes, in words, from what it really keeps."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from advisor.language import N_, _

TITLE = N_("What this program keeps, and where it goes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One line about columns of the database, which ``columns`` matches."""

    columns: str
    what: str
    holds: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lies:
    """One line about files, whose names ``files`` matches: where data lie, and how long."""

    files: str
    where: str
    holds: str
    until: str


_PROGRAMME = N_("Your programme")
_OWNERS = N_("Staff and volunteers who are named as owners")
# The names of a table's own keys say nothing of anybody.
KEPT = (
    Kept(
        columns=r"plan\.(title|description|created|changed|deleted)",
        what=N_("Plans"),
        holds=N_("Title and description; when a plan was made, changed and deleted."),
        about=_PROGRAMME,
    ),
    Kept(
        columns=r"answer\.(question|value|open|note|edition|changed)",
        what=N_("Answers"),
        holds=N_("What the programme does, and a note beside each answer."),
        about=N_("Your programme; anybody whom a note names"),
    ),
    Kept(
        columns=r"(decision|own_action)\.(action|text|stage|choice|owner|due|note|reason|changed)",
        what=N_("Actions"),
        holds=N_("What is decided, who does it, by when, a note, a reason."),
        about=_OWNERS,
    ),
    Kept(
        columns=r"own_risk\.(text|mitigation|changed)",
        what=N_("Risks that you add"),
        holds=N_("The risk, and what you do about it."),
        about=N_("Your programme; anybody whom the words name"),
    ),
    Kept(
        columns=r"comment\.(question|who|text|changed)",
        what=N_("Comments"),
        holds=N_("What was said in a workshop, and who said it, if that was typed."),
        about=N_("Those who took part, if they are named"),
    ),
    Kept(
        columns=r"gate_tick\.(gate|day|changed)",
        what=N_("Safety ticks"),
        holds=N_("Which safety conditions you ticked, and the day."),
        about=_PROGRAMME,
    ),
    Kept(
        columns=r"history\.(number|made|what|which|old|new|who)",
        what=N_("History"),
        holds=N_("Each change: what was there before, what after, when, and the login name."),
        about=N_("Whoever makes changes; anybody whom old words name"),
    ),
    Kept(
        columns=r"(stored_advice|progress)\..*",
        what=N_("Advice"),
        holds=N_("What the program works out from the answers, and what its lists show."),
        about=_PROGRAMME,
    ),
    Kept(
        columns=r"\w+\.(id|plan|position|digest|version)",
        what=N_("Numbers"),
        holds=N_("What joins entries, orders them, and shows that the disk has not changed them."),
        about=N_("Nobody"),
    ),
)
LIES = (
    Lies(
        files=r"plans\.db(-journal)?",
        where=N_("The file of plans, in your own folder on this computer"),
        holds=N_("Everything above"),
        until=N_("Until you delete it. A deleted plan is erased after {days} days."),
    ),
    Lies(
        files=r"plans\.db\.reserve",
        where=N_("A reserve beside it"),
        holds=N_("Nothing: room for the last save on a full disk"),
        until=N_("As long as the file of plans"),
    ),
    Lies(
        files=r"backups(/.*)?",
        where=N_("Copies of that file, there and in a second folder if you choose one"),
        holds=N_("Everything above, also plans deleted since"),
        until=N_("The newest, then one a day, week and month, for about a year"),
    ),
    Lies(
        files=r"drafts\.jsonl.*",
        where=N_("Drafts, in the same folder"),
        holds=N_("What is typed and not saved yet"),
        until=N_("Until it is saved, or you drop it"),
    ),
    Lies(
        files=r"logs(/.*)?",
        where=N_("A log, in the same folder"),
        holds=N_("What the program did, in its own words; nothing that you typed"),
        until=N_("At most 1.5 MB; older lines go"),
    ),
    Lies(
        files=r"(preferences|keeping)\.json|window\.lock",
        where=N_("Preferences, in the same folder"),
        holds=N_("Colours, text size, where plans are kept; no password"),
        until=N_("Until you change them"),
    ),
)


FOR_TRUSTEES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("What it is for"),
        (
            N_("It helps to plan a peer support programme. It is not a record of mothers."),
            N_(
                "It asks for no name, address, date of birth or health of any mother, and has "
                "no field for them. Free text can still hold them: ask those who use it to "
                "write none, and look at notes now and then."
            ),
        ),
    ),
    (
        N_("Whose data are in it"),
        (
            N_(
                "Those of staff and volunteers: names that you type as owners or beside "
                "comments. The login name of whoever changes a plan is kept, too."
            ),
            N_(
                "Your organisation decides what is typed and why, and answers for it. Say in "
                "your privacy notice for staff and volunteers that their names may stand here."
            ),
        ),
    ),
    (
        N_("Who can read it"),
        (
            N_(
                "On this computer: who logs in with your name, and who looks after it. The "
                "program keeps its files closed to other logins, where the "
                "system can do so."
            ),
            N_(
                "The files are not encrypted by the program. Ask for disk encryption on "
                "laptops; a lost laptop without it is a breach to look into."
            ),
            N_("On a team’s server: all who can log in to it."),
        ),
    ),
    (
        N_("If somebody asks for their data, or to be forgotten"),
        (
            N_("Search in Find, and save the plan as a file: it holds every entry."),
            N_(
                "Change or remove the entry. The old words stay in the plan’s history until "
                "the plan is erased. Copies keep them until they age out. You can empty the "
                "folder of copies by hand."
            ),
        ),
    ),
    (
        N_("What to decide"),
        (
            N_("How long plans are kept once a programme has ended, and who deletes them."),
            N_("Who may open them, and where papers made from them are stored."),
            N_("Who is asked when something goes wrong."),
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPrivacy:
    """The sheet in words: rows of what is kept, rows of where it lies, and what has no line."""

    kept: tuple[tuple[str, str, str], ...]
    lies: tuple[tuple[str, str, str], ...]
    unsaid: tuple[str, ...]


def privacy(columns: Iterable[str], files: Iterable[str], days: int) -> ToldPrivacy:
    """Tell what is kept: each line that something of the database or a file belongs to.

    ``days`` is how long a deleted plan is kept. What no line speaks of is ``unsaid``.
    """
    columns, files = tuple(columns), tuple(files)
    kept = {name: _first(name, [each.columns for each in KEPT]) for name in columns}
    lies = {name: _first(name, [each.files for each in LIES]) for name in files}
    return ToldPrivacy(
        kept=tuple(
            (_(each.what), _(each.holds), _(each.about))
            for number, each in enumerate(KEPT)
            if number in kept.values()
        ),
        lies=tuple(
            (_(each.where), _(each.holds), _(each.until).format(days=days))
            for number, each in enumerate(LIES)
            if number in lies.values()
        ),
        unsaid=tuple(name for name, line in {**kept, **lies}.items() if line is None),
    )


def _first(name: str, patterns: list[str]) -> int | None:
    return next((at for at, each in enumerate(patterns) if re.fullmatch(each, name)), None)


def leaving() -> tuple[str, ...]:
    """Tell when anything leaves the computer."""
    return (
        _(
            "The program does not go on the internet. It sends nothing to its makers, "
            "asks for no updates and needs no account."
        ),
        _(
            "With a team’s database, plans are kept on that server. They go there over a line "
            "that is checked. Its password is in this computer’s keyring, in no "
            "file of the program."
        ),
        _(
            "Papers, plan files and lists go where you save them, and to nobody unless you send "
            "them. They hold owners, notes and comments as you typed them."
        ),
        _(
            "It may be that OneDrive or the like has a copy of your folder. Then the plans are "
            "there too. The program says so when it finds that."
        ),
    )


def for_trustees() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Tell trustees what they decide and answer for, a heading with its sentences each."""
    return tuple((_(title), tuple(map(_, sentences))) for title, sentences in FOR_TRUSTEES)
