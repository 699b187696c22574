"""Proof that an installation works: each part of the program does its work once.

A part is given an empty folder for its files, says what it did, and raises when it could not.
"""

import importlib
import pkgutil
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

from advisor import locations
from advisor.errors import AdvisorError, StorageError
from advisor.language import _, ngettext
from advisor.models.papers import DataKind, PaperKind, PaperSize, PaperWish, TableFormat
from advisor.paper.papers import PAPERS
from advisor.services.advisor import Advisor

Part: TypeAlias = Callable[[Path], str]

DATABASE = "plans.db"
_PAPERS_OF = 3
"""The example that says most has most to put on paper."""

_NOBODY = "postgresql://nobody@127.0.0.1:1/nothing"
"""A server that is never there: only who can speak to one can say so."""

_KEYRINGS = {"linux": "secretstorage", "win32": "win32ctypes", "darwin": "keyring.backends.macOS"}


class NotWell(AdvisorError):
    """A part of the program does not do its work."""

    usual_code = "not-well"


def load_all(package: str) -> int:
    """Load every module of a package; return how many there are."""
    inside = importlib.import_module(package)
    found = list(pkgutil.walk_packages(inside.__path__, f"{package}."))
    for module in found:
        importlib.import_module(module.name)
    return len(found)


def _load(_folder: Path) -> str:
    number = load_all("advisor")
    words = ngettext("{n} module of the advisor loads.", "{n} modules of the advisor load.", number)
    return words.format(n=number)


def _keep(folder: Path) -> str:
    """Store every example in a new database and read each back from it."""
    with Advisor.open(folder / DATABASE) as advisor:
        plans = [advisor.plans.add(plan) for plan in advisor.plans.examples()]
    with Advisor.open(folder / DATABASE) as advisor:
        kept = [advisor.plans.plan(plan.id) for plan in plans]
        version = advisor.evidence.pack.version
    if not plans:
        raise NotWell(_("The example plans are missing."))
    if kept != plans:
        raise NotWell(_("A plan that was stored came back as another."))
    words = ngettext(
        "A database keeps the evidence {version} and {n} example plan.",
        "A database keeps the evidence {version} and {n} example plans.",
        len(kept),
    )
    return words.format(version=version, n=len(kept))


def _advise(folder: Path) -> str:
    with Advisor.open(folder / DATABASE) as advisor:
        plans = advisor.plans.examples()
        for plan in plans:
            advice = advisor.advise(plan)
            if not advice.findings:
                raise NotWell(_("There is no advice on “{title}”.").format(title=plan.title))
            for kind in DataKind:
                advisor.papers.data(kind, plan, advice)
    words = ngettext(
        "{n} example plan is advised on.", "{n} example plans are advised on.", len(plans)
    )
    return words.format(n=len(plans))


def _paper(folder: Path) -> str:
    """Write every paper in each of its formats, as the window does, and forms to fill in."""
    with Advisor.open(folder / DATABASE) as advisor:
        advisor.work_apart()
        plan = advisor.plans.examples()[_PAPERS_OF]
        advice = advisor.advise(plan)
        written = list(advisor.papers.write_all(plan, advice, folder / "papers").written)
        for paper in PAPERS:
            if paper.is_fillable:
                path = folder / f"{paper.kind}-fillable.pdf"
                wish = PaperWish(kind=paper.kind, fillable=True, size=PaperSize.LETTER)
                if not advisor.papers.write(wish, plan, advice, path):
                    words = _("{paper} has no form fields.").format(paper=paper.name)
                    raise NotWell(words)
                written.append(path)
    return _files_told(written)


def _read_back(folder: Path) -> str:
    """Read a checklist back as it was made: nothing in it was filled in."""
    path = folder / "checklist.pdf"
    with Advisor.open(folder / DATABASE) as advisor:
        plan = advisor.plans.examples()[_PAPERS_OF]
        wish = PaperWish(kind=PaperKind.CHECKLIST, fillable=True)
        advisor.papers.write(wish, plan, advisor.advise(plan), path)
        filled = advisor.papers.read_filled(path)
    if filled.plan != plan.id or filled.items or not filled.read:
        raise NotWell(_("A checklist that was made here cannot be read back."))
    words = ngettext(
        "A filled-in checklist is read back: {n} field.",
        "A filled-in checklist is read back: {n} fields.",
        filled.read,
    )
    return words.format(n=filled.read)


def _beside(folder: Path) -> str:
    """Write many plans beside each other, and two, in each format."""
    with Advisor.open(folder / DATABASE) as advisor:
        plans = advisor.plans.judge(advisor.plans.summaries())
        first, second = next(combinations(advisor.plans.examples(), 2))
        beside, written = advisor.side_by_side, list[Path]()
        for form in TableFormat:
            written += (folder / f"portfolio.{form}", folder / f"compared.{form}")
            beside.write_portfolio(form, plans, written[-2])
            beside.write_comparison(form, first, second, written[-1])
    return _files_told(written)


def _files_told(files: list[Path]) -> str:
    empty = [file.name for file in files if not file.stat().st_size]
    if empty:
        raise NotWell(_("{file} is empty.").format(file=empty[0]))
    endings = ", ".join(sorted({file.suffix.removeprefix(".") for file in files}))
    words = ngettext(
        "{n} paper is made ({endings}).", "{n} papers are made ({endings}).", len(files)
    )
    return words.format(n=len(files), endings=endings)


def _team(_folder: Path) -> str:
    """Ask a server that is not there; load what keeps its password."""
    try:
        Advisor.open(_NOBODY).close()
    except StorageError as error:
        if error.code == "no-driver" and not locations.is_bundled():
            return _("What plans on a team's server need is not installed.")
        if error.code != "connection-lost":
            raise
    for module in ("keyring", _KEYRINGS.get(sys.platform, "keyring")):
        importlib.import_module(module)
    return _("What plans on a team's server need is there.")


PARTS: tuple[Part, ...] = (_load, _keep, _advise, _paper, _read_back, _beside, _team)
"""Everything but the window, in the order in which one needs the other."""
