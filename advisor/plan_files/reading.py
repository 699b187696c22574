"""Plan files: JSON, strictly read and always written the same way (docs/plan-file.md)."""

import json
import uuid
from pathlib import Path
from types import MappingProxyType

from advisor.errors import Fault, FileRefused, PlanRefused, did_you_mean
from advisor.files import read_bytes
from advisor.language import N_, _, ngettext
from advisor.models.ids import PlanId
from advisor.models.pack import Pack, PackVersion
from advisor.models.plan import Plan
from advisor.models.texts import shown
from advisor.plan_files.answers import read_answers
from advisor.plan_files.decisions import (
    read_comments,
    read_decisions,
    read_gate_ticks,
    read_own_actions,
    read_own_risks,
)
from advisor.plan_files.strict_json import LARGEST, read_json
from advisor.plan_files.values import MOST_FAULTS, Group, Spot, checked_id, group, kind_of
from advisor.plan_files.writing import PLAN_VERSION

NAMES = (
    "plan_version",
    "id",
    "title",
    "description",
    "pack",
    "answers",
    "decisions",
    "own_actions",
    "own_risks",
    "comments",
    "gate_ticks",
    "questions",
)
"""What a plan file may hold. ``questions`` helps whoever fills it in and is not read."""

_PACK = ("id", "version")
# Makes the ids of plans whose file names none: the same content gives the same id.
_NAMESPACE = uuid.UUID("7c0fd3f5-8d0b-4f0c-9b6a-3f3f4a2a2a10")
_OTHER_FILES = {
    "advice_version": N_("This is advice and not a plan. Choose the plan that it was made from."),
    "domain": N_("This is evidence and not a plan."),
}


_FOREIGN = {
    b"%PDF": N_(
        "It is a PDF document. A filled-in checklist is read on the page of papers of its plan."
    ),
    b"PK": N_("It is a Word, Excel or zip file. A plan file is what this program exports (.json)."),
}
"""What other kinds of file begin with."""


def read_plan(file: Path | bytes, pack: Pack) -> Plan:
    """Return the plan in a file, or in the bytes of one.

    Raises PlanRefused with all faults, up to 100, and nothing else. Reading the same content
    twice gives the same plan, ids included.
    """
    place = file.name if isinstance(file, Path) else ""
    try:
        content = read_bytes(file, most=LARGEST) if isinstance(file, Path) else file
        _refuse_foreign(content)
        data = read_json(content)
    except FileRefused as refusal:
        raise _refusal(place, [Fault(place="", message=refusal.message)]) from None
    return plan_from_data(data, pack, place)


def _refuse_foreign(content: bytes) -> None:
    """Refuse what is plainly another kind of file by the name that people know it by."""
    for head, sentence in _FOREIGN.items():
        if content.startswith(head):
            raise FileRefused(_(sentence))


def plan_from_data(data: object, pack: Pack, place: str = "") -> Plan:
    """Return the plan that JSON data holds; ``place`` names the file in refusals.

    Raises PlanRefused with all faults, up to 100.
    """
    faults: list[Fault] = []
    spot = Spot(faults)
    plan = None
    if message := _other_file(data):
        spot.refuse(message)
    else:
        plan = _plan(group(spot, data, NAMES), pack)
    if plan is None or faults:
        raise _refusal(place, faults)
    return plan


def _other_file(data: object) -> str | None:
    """Say that this is no plan of a version that can be read, before anything else is said."""
    if isinstance(data, list) and data and isinstance(data[0], dict):
        data = data[0]
    if not isinstance(data, dict):
        sentence = _("A plan file holds one group of names and values, and not {given}.")
        return sentence.format(given=kind_of(data))
    for name, message in _OTHER_FILES.items():
        if name in data:
            return _(message)
    if "plan_version" not in data:
        guess = did_you_mean("plan_version", data)
        return (
            _('This is not a plan that this program exported: "plan_version" is missing.') + guess
        )
    return _fault_in_version(data["plan_version"])


def _fault_in_version(version: object) -> str | None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        sentence = _('"plan_version" is the number {number}, and not {given}.')
        return sentence.format(number=PLAN_VERSION, given=kind_of(version))
    if version > PLAN_VERSION:
        return _(
            "This plan was made with a newer version of this program "
            "(plan version {version}; here {here}). Update the program to read it."
        ).format(version=version, here=PLAN_VERSION)
    return None


def _plan(file: Group, pack: Pack) -> Plan:
    spot, values = file.spot, file.values
    written_for = _pack(spot.at("pack"), values.get("pack"), pack)
    plan_id = _plan_id(file)
    title = file.line("title", needed=True)
    return Plan(
        id=plan_id,
        title=title,
        description=file.text("description"),
        answers=MappingProxyType(
            read_answers(spot.at("answers"), values.get("answers"), pack, written_for)
        ),
        decisions=MappingProxyType(
            read_decisions(spot.at("decisions"), values.get("decisions"), pack)
        ),
        own_actions=read_own_actions(
            spot.at("own_actions"), values.get("own_actions"), pack, plan_id
        ),
        own_risks=read_own_risks(spot.at("own_risks"), values.get("own_risks"), plan_id),
        comments=read_comments(spot.at("comments"), values.get("comments"), pack, plan_id),
        gate_ticks=MappingProxyType(
            read_gate_ticks(spot.at("gate_ticks"), values.get("gate_ticks"), pack)
        ),
        pack=written_for,
    )


def _plan_id(file: Group) -> PlanId:
    written = file.values.get("id")
    if written is not None and (checked := checked_id(file.spot.at("id"), written)):
        return PlanId(checked)
    content = json.dumps(file.values, sort_keys=True)
    return PlanId(str(uuid.uuid5(_NAMESPACE, content)))


def _pack(spot: Spot, value: object, pack: Pack) -> PackVersion | None:
    if value is None:
        return None
    entry = group(spot, value, _PACK)
    written = PackVersion(
        id=entry.line("id", needed=True), version=entry.line("version", needed=True)
    )
    if written.id and written.id != pack.version.id:
        spot.at("id").refuse(
            _('This plan is for the evidence {written}; here is "{here}".').format(
                written=shown(written.id), here=pack.version.id
            )
        )
    return written


def _refusal(place: str, faults: list[Fault]) -> PlanRefused:
    first = faults[0]
    fault = first.message
    if first.place:
        fault = _("at {place}: {fault}").format(place=first.place, fault=fault)
    if place:
        sentence = _("The plan file {name} was not read: {fault}")
        message = sentence.format(name=shown(place, 120), fault=fault)
    else:
        message = _("The plan file was not read: {fault}").format(fault=fault)
    return PlanRefused(message + _more(len(faults) - 1), faults=tuple(faults))


def _more(faults: int) -> str:
    if not faults:
        return ""
    if faults + 1 >= MOST_FAULTS:
        return " " + _("(many more faults.)")
    return " " + ngettext("({n} more fault.)", "({n} more faults.)", faults).format(n=faults)
