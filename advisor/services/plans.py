"""Plans as they are stored: one user action, one transaction."""

import contextlib
import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from advisor import locations
from advisor.errors import StorageError
from advisor.export import json as advice_json
from advisor.files import write_whole
from advisor.models.advice import Advice
from advisor.models.findings import Verdict
from advisor.models.ids import PlanId, RuleId
from advisor.models.judged import PlanOrder, PlanSummary
from advisor.models.pack import PackVersion
from advisor.models.plan import Answer, Entry, EntryKey, Plan, PlanName
from advisor.models.stored import PlanEdit, PlanTrouble, Sending, Unsaved
from advisor.plan_files.reading import read_plan
from advisor.plan_files.writing import write_plan
from advisor.rules.moving import with_copies
from advisor.services.evidence import Evidence
from advisor.services.judging import all_judged, judged_by
from advisor.storage import edits, past, plan_lists
from advisor.storage import plans as stored
from advisor.storage.database import Database
from advisor.storage.safety.drafts import Drafts

KEPT_WHEN_DELETED = datetime.timedelta(days=30)
"""How long a plan that was deleted can be restored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAdvice:
    """The verdicts that a plan was last advised with, and the evidence behind them."""

    pack: PackVersion
    verdicts: Mapping[RuleId, Verdict]


class Plans:
    """The plans in the database. Every change is saved before the call returns.

    With ``drafts``, what was typed is on the disk before the database is asked to save it.
    """

    def __init__(
        self, database: Database, evidence: Evidence, drafts: Drafts | None = None
    ) -> None:
        self._database = database
        self._evidence = evidence
        self._drafts = drafts

    def summaries(
        self,
        search: str = "",
        offset: int = 0,
        limit: int | None = None,
        order: PlanOrder = PlanOrder.CHANGED,
    ) -> tuple[PlanSummary, ...]:
        """Return plans whose title or description contains the text, newest change first."""
        with self._database.reading() as connection:
            return plan_lists.summaries(
                connection, search=search, offset=offset, limit=limit, order=order
            )

    def deleted(self) -> tuple[PlanSummary, ...]:
        """Return the plans that were put away and can be restored, the last deleted first."""
        with self._database.reading() as connection:
            return plan_lists.summaries(connection, put_away=True)

    def clear_out(self, now: datetime.datetime | None = None) -> None:
        """Erase the plans that were put away longer ago than deleted plans are kept.

        Nothing is done where nothing can be saved.
        """
        if self._database.is_view_only:
            return
        now = now or datetime.datetime.now(datetime.UTC)
        for plan in self.deleted():
            if plan.deleted is not None and now - plan.deleted > KEPT_WHEN_DELETED:
                self.erase(plan.id)

    def count(self, search: str = "") -> int:
        """Return how many plans ``summaries`` would give without a limit."""
        with self._database.reading() as connection:
            return plan_lists.count(connection, search=search)

    def plan(self, plan_id: PlanId) -> Plan:
        """Return a plan; raise NotFound when it does not exist or was deleted."""
        with self._database.reading() as connection:
            return stored.plan(connection, plan_id)

    def plan_today(self, plan_id: PlanId) -> Plan:
        """Return a plan as ``plan`` does, with decisions beside the actions that they go to now.

        Nothing is stored.
        """
        return with_copies(self._evidence.pack, self.plan(plan_id))

    def examples(self) -> tuple[Plan, ...]:
        """Return the fictional example plans that ship with the program, not stored."""
        files = sorted(locations.examples_folder().glob("*.json"))
        return tuple(read_plan(file, self._evidence.pack) for file in files)

    def create(self, title: str, description: str = "") -> Plan:
        """Store an empty plan."""
        return self.add(Plan(id=new_plan_id(), title=title, description=description))

    def add(self, plan: Plan) -> Plan:
        """Store a plan from elsewhere; return it as stored.

        The same plan once more changes nothing; another one under a taken id gets a new id.
        """
        plan = replace(plan, pack=self._evidence.pack.version)
        try:
            return self._add(plan)
        except StorageError as error:
            if error.code != "already-there":
                raise
        return self._add(_renewed(plan))

    def duplicate(self, plan_id: PlanId, title: str) -> Plan:
        """Store a copy of a plan under another title, decisions and own entries included."""
        return self._add(replace(_renewed(self.plan(plan_id)), title=title))

    def _add(self, plan: Plan) -> Plan:
        [judged] = all_judged(self._evidence.pack, [plan])
        return self._database.write(lambda connection: stored.add_judged(connection, plan, judged))

    def rename(self, plan_id: PlanId, title: str, description: str, version: int) -> Plan:
        """Give a plan another title and description, made from this version of them."""
        name = PlanName(title=title, description=description, version=version)
        self.save(plan_id, EntryKey.of_plan(plan_id), name)
        return self.plan(plan_id)

    def delete(self, plan_id: PlanId, since: int | None = None) -> None:
        """Put a plan away, as ``edits.put_away`` does; ``restore`` brings it back."""
        self._database.write(partial(edits.put_away, plan_id=plan_id, away=True, since=since))

    def restore(self, plan_id: PlanId) -> None:
        """Bring back a plan that was deleted."""
        self._database.write(lambda connection: edits.put_away(connection, plan_id, away=False))

    def erase(self, plan_id: PlanId) -> None:
        """Remove a plan for good, from the file as well. Backups keep it until they age out."""
        self._database.write(lambda connection: stored.purge_plan(connection, plan_id))
        if self._drafts is not None:
            self._drafts.forget_words_of(plan_id)

    def save(self, plan_id: PlanId, key: EntryKey, entry: Entry) -> Entry:
        """Save one entry; return it with its new version.

        Raises StorageError ``changed-elsewhere`` or ``removed-elsewhere`` when ``entry.version``
        is not the newest. An answer that was just said is one to the questions of today.
        """
        entry = self._of_today(entry)
        if self._drafts is not None:
            self._drafts.keep(Unsaved(plan=plan_id, key=key, value=entry))
        saved = self._database.write(lambda connection: edits.save(connection, plan_id, key, entry))
        self.forget_unsaved(plan_id, key)
        return saved

    def save_all(self, plan_id: PlanId, sent: Sequence[Sending]) -> tuple[Entry | None, ...]:
        """Save or remove entries in one transaction: all of them, or where one is refused, none.

        Return each with its new version, None where it was removed. Raises StorageError as
        ``save`` and ``remove`` do.
        """
        sent = [
            each if each.entry is None else replace(each, entry=self._of_today(each.entry))
            for each in sent
        ]
        if self._drafts is not None:
            for each in sent:
                if each.entry is not None:
                    self._drafts.keep(Unsaved(plan=plan_id, key=each.key, value=each.entry))
        saved = self._database.write(lambda connection: edits.save_all(connection, plan_id, sent))
        for each in sent:
            self.forget_unsaved(plan_id, each.key)
        return saved

    def _of_today(self, entry: Entry) -> Entry:
        """Return an entry; an answer that was just said with the edition of today."""
        if isinstance(entry, Answer) and not entry.edition:
            return replace(entry, edition=self._evidence.pack.version.version)
        return entry

    def forget_unsaved(self, plan_id: PlanId, key: EntryKey) -> None:
        """Keep no draft of an entry any more: it is saved, or another one was chosen."""
        if self._drafts is not None:
            self._drafts.forget(plan_id, key)

    def keep_advice(self, plan: Plan, advice: Advice) -> None:
        """Keep the advice with its stored plan, so that a later pack can be compared."""
        pack = self._evidence.pack
        text, judged = advice_json.advice_text(pack, plan, advice), judged_by(pack, plan, advice)
        keep = partial(stored.save_advice, plan_id=plan.id, advice=text, judged=judged)
        self._database.write(keep)

    def judge(self, summaries: Sequence[PlanSummary]) -> tuple[PlanSummary, ...]:
        """Return the plans of a list with what the newest evidence says about them.

        Where that is older than the plan or the evidence it is found for all such plans at once,
        and kept for the next time where anything can be saved. A plan that was deleted meanwhile
        or that the disk has changed stays as it was.
        """
        stale = [each for each in summaries if not self.is_judged(each)]
        if not stale:
            return tuple(summaries)
        with self._database.reading() as connection:
            plans = stored.many(connection, [each.id for each in stale])
        at_once = all_judged(self._evidence.pack, tuple(plans.values()))
        judged = dict(zip(plans, at_once, strict=True))
        found = {
            each.id: replace(each, judged=judged[each.id], is_judged_now=True)
            for each in stale
            if each.id in judged
        }
        # A list that cannot be kept for the next time is shown all the same.
        with contextlib.suppress(StorageError):
            self._database.write(lambda connection: stored.keep_judged(connection, found.values()))
        return tuple(found.get(each.id, each) for each in summaries)

    def summary_of(self, plan: Plan) -> PlanSummary:
        """Return a plan from elsewhere as a list shows it, with the newest advice. None is kept."""
        [judged] = all_judged(self._evidence.pack, [plan])
        return PlanSummary(
            id=plan.id,
            title=plan.title,
            description=plan.description,
            changed=datetime.datetime.now(datetime.UTC),
            answered=judged.summary.answered,
            asked=judged.summary.asked,
            judged=judged,
            is_judged_now=True,
        )

    def is_judged(self, plan: PlanSummary) -> bool:
        """Whether what a list knows of a plan is what the newest evidence says about it."""
        judged, today = plan.judged, self._evidence.pack.version
        is_whole = judged is not None and judged.knows_place and judged.pack == today
        return plan.is_judged_now and is_whole

    def kept_advice(self, plan_id: PlanId) -> KeptAdvice | None:
        """Return what the plan was last advised with; None before the first time."""
        with self._database.reading() as connection:
            kept = stored.stored_advice(connection, plan_id)
        if kept is None:
            return None
        pack, advice = kept
        return KeptAdvice(pack=pack, verdicts=advice_json.verdicts_in(advice))

    def history(self, plan_id: PlanId, limit: int | None = None) -> tuple[PlanEdit, ...]:
        """Return what was changed in a plan, the newest first; raise NotFound for no such plan."""
        with self._database.reading() as connection:
            stored.plan(connection, plan_id)
            return plan_lists.history(connection, plan_id, limit)

    def trouble(self, plan_id: PlanId) -> PlanTrouble | None:
        """Return what the disk has done to the history of a plan, or what it misses; else None."""
        with self._database.reading() as connection:
            return next(past.troubles(connection, plan_id), None)

    def read_file(self, file: Path | bytes) -> Plan:
        """Read a plan file, or its bytes, without storing it; raise PlanRefused with all faults.

        Decisions stand beside the actions that they go to now.
        """
        return with_copies(self._evidence.pack, read_plan(file, self._evidence.pack))

    def text_of(self, plan: Plan) -> str:
        """Return a plan as the text of a plan file."""
        return write_plan(plan, self._evidence.pack)

    def write_file(self, plan: Plan, path: Path) -> None:
        """Write a plan file, whole or not at all."""
        write_whole(path, self.text_of(plan).encode())


def new_plan_id() -> PlanId:
    """Return an id for a plan that no other plan has."""
    return PlanId(_uuid())


def _renewed(plan: Plan) -> Plan:
    return replace(
        plan,
        id=new_plan_id(),
        own_actions=tuple(replace(own, id=_uuid()) for own in plan.own_actions),
        own_risks=tuple(replace(own, id=_uuid()) for own in plan.own_risks),
        comments=tuple(replace(own, id=_uuid()) for own in plan.comments),
    )


def _uuid() -> str:
    return str(uuid.uuid4())
