"""What is tried with broken input, and how it may end: read, or refused in the program's words.

Anything else that a target raises is a fault of ours.
"""

import contextlib
import datetime
import functools
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from advisor import locations
from advisor.errors import AdvisorError
from advisor.models.days import read_day
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import EntryKey
from advisor.models.salvaged import SalvagedPlan
from advisor.packs.reading import read_pack
from advisor.packs.yaml_reading import read_yaml
from advisor.pdf.filled import checklist_of
from advisor.pdf.form_reading import RawForm, collected
from advisor.plan_files.reading import read_plan
from advisor.plan_files.writing import write_plan
from advisor.services.advisor import Advisor
from advisor.storage import files
from advisor.storage.addresses import address_of, place_of
from advisor.storage.database import Database
from advisor.storage.safety.salvage import salvage
from advisor.telling.salvaged import title_of_salvaged

FORMATS = QuestionId("formats")
TODAY = datetime.date(2026, 11, 29)
FORMS = Path(__file__).parents[1] / "pdf" / "filled_by_others"
Target = Callable[[bytes], None]


@functools.cache
def pack() -> Pack:
    return read_pack(locations.evidence_folder()).pack


def plan_file(content: bytes) -> None:
    with contextlib.suppress(AdvisorError):
        read_plan(content, pack())


def pack_file(content: bytes) -> None:
    document = read_yaml(content)
    assert all(fault.message for fault in document.faults)


def form(content: bytes) -> None:
    """Read a filled-in checklist here, without the process that would be stopped in time."""
    try:
        found = collected(content)
    except Exception:
        return
    fields_of(found)


def fields_of(found: RawForm) -> None:
    with contextlib.suppress(AdvisorError):
        checklist_of(found, today=TODAY)


def first_bytes(content: bytes) -> None:
    """Look at a file that may be a database, before anything opens it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plans.db"
        file.write_bytes(content)
        # Whoever opens a file turns SQLite's own errors into words.
        with contextlib.suppress(AdvisorError, sqlite3.Error):
            version = files.settled_version_of(file)
            if version is not None:
                files.look_over(file, version)


def salvaged(content: bytes) -> None:
    """Read what is left of a file of plans, page by page, and write it down as plan files."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plans.db"
        file.write_bytes(content)
        found: tuple[SalvagedPlan, ...] = ()
        with contextlib.suppress(AdvisorError):
            found = salvage(file)
    for each in found:
        # What was saved so must be a plan file that the program takes back.
        plan = replace(each.plan, title=title_of_salvaged(each))
        read_plan(write_plan(plan, pack()).encode(), pack())


def address(content: bytes) -> None:
    with contextlib.suppress(AdvisorError):
        found = address_of(content.decode("utf-8", "replace"))
        if not isinstance(found, Path):
            assert (found.password or "no password") not in place_of(found)


def day(content: bytes) -> None:
    found = read_day(content.decode("utf-8", "replace"), today=TODAY)
    assert found is None or 2000 <= found.day.year <= 2199


@functools.cache
def seeds(name: str) -> list[bytes]:
    """Return good inputs of a target, from which broken ones are made."""
    if name == "plan_file":
        return [path.read_bytes() for path in locations.examples_folder().glob("*.json")]
    if name == "pack_file":
        return [path.read_bytes()[:4_000] for path in locations.evidence_folder().glob("*.yaml")]
    if name == "form":
        return [path.read_bytes() for path in FORMS.glob("*.pdf")]
    if name == "first_bytes":
        return [_database()]
    if name == "salvaged":
        return [_with_plans()]
    words = {
        "address": ["postgresql://me:secret@db.example.org:5432/plans?sslmode=require", "plans.db"],
        "day": ["5th of March, 2027", "end of March", "2027-03-05", "05.03.27"],
    }
    return [each.encode() for each in words[name]]


def _database() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plans.db"
        Database.open(file, backups=Path(folder)).close()
        return file.read_bytes()


def _with_plans() -> bytes:
    """Return a file of plans, with a note that goes on to further pages."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plans.db"
        with Advisor.open(str(file)) as advisor:
            for plan in advisor.plans.examples()[:2]:
                noted = replace(plan.answer(FORMATS), note=f"Words of {plan.id}. " * 150)
                advisor.plans.add(plan.with_entry(EntryKey.of_answer(FORMATS), noted))
        return file.read_bytes()


TARGETS: dict[str, Target] = {
    each.__name__: each
    for each in (plan_file, pack_file, form, first_bytes, salvaged, address, day)
}
