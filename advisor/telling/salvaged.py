"""What could be saved from a damaged file, in words: what is whole, what is not, what is lost."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from advisor.language import _, ngettext
from advisor.models.ids import ActionId
from advisor.models.pack import Pack
from advisor.models.plan import EntryKey
from advisor.models.salvaged import Doubtful, Salvage, SalvagedPlan
from advisor.models.texts import TITLE_LENGTH
from advisor.telling.naming import title_of


def title_of_salvaged(salvaged: SalvagedPlan) -> str:
    """Return the title that a plan is saved under; it says so where the plan is not whole."""
    title = title_of(salvaged.plan)
    if salvaged.is_whole:
        return title
    marked = _("NOT WHOLE: {title}")
    return marked.format(title=title)[:TITLE_LENGTH]


def what_was_saved(salvage: Salvage) -> str:
    """Say in a few sentences what was saved, where it is, and what to do with it."""
    n = len(salvage.plans)
    said = ngettext(
        "{n} plan could be read and is in {folder} now, as a plan file.",
        "{n} plans could be read and are in {folder} now, as plan files.",
        n,
    ).format(n=n, folder=salvage.folder)
    torn = sum(not each.is_whole for each, _path in salvage.plans)
    if torn:
        said = " ".join((said, _not_whole(torn)))
    report = _("{report} there says what is missing. Import the files that you want to go on with.")
    return " ".join((said, report.format(report=salvage.report.name)))


def _not_whole(n: int) -> str:
    return ngettext(
        "{n} of them is not known to be whole; its title says so.",
        "{n} of them are not known to be whole; their titles say so.",
        n,
    ).format(n=n)


def report_of(pack: Pack, plans: Sequence[tuple[SalvagedPlan, Path]]) -> str:
    """Return a text that says of each plan whether it is whole, and what of it is in doubt."""
    lines = [
        _("What could be read from the damaged file, plan by plan."),
        _("A plan is called whole only where it is certain that nothing it said is missing."),
        _("Where a plan is not there at all, nothing of it could be read."),
    ]
    for salvaged, path in plans:
        lines += ["", title_of(salvaged.plan), f"  {path.name}"]
        lines += [f"  {sentence}" for sentence in _sentences(pack, salvaged)]
    return "\n".join(lines) + "\n"


def _sentences(pack: Pack, salvaged: SalvagedPlan) -> Iterator[str]:
    if salvaged.is_whole:
        yield _("Whole.")
    else:
        yield _("Not known to be whole: something that it said may be missing.")
    if salvaged.was_deleted:
        yield _("It had been deleted.")
    n = salvaged.from_history
    if n:
        yield ngettext(
            "{n} entry was read from its history, because its own place is damaged.",
            "{n} entries were read from its history, because their own place is damaged.",
            n,
        ).format(n=n)
    for each in salvaged.doubtful:
        yield _in_doubt(pack, each)


def _in_doubt(pack: Pack, doubtful: Doubtful) -> str:
    return _("Left out, because the disk has changed it: {about}: {words}").format(
        about=_about(pack, doubtful.key), words=" / ".join(doubtful.words)
    )


def _about(pack: Pack, key: EntryKey) -> str:
    asked = next((each for each in pack.questionnaire.questions if each.id == key.id), None)
    action = pack.action_by_id.get(ActionId(key.id))
    return asked.text if asked else action.text if action else key.id
