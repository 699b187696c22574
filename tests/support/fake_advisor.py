"""An advisor without a database, for tests of the window: quick, and refuses on demand."""

import datetime
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from advisor import locations
from advisor.errors import AdvisorError, NotFound, StorageError
from advisor.models.advice import Advice
from advisor.models.changes import PossibleChanges, Together
from advisor.models.comparison import NewerAdvice
from advisor.models.field_words import FieldWords
from advisor.models.filled import FilledChecklist
from advisor.models.ids import PlanId, RuleId
from advisor.models.judged import Judged, PlanOrder, PlanSummary
from advisor.models.pack import Pack, PackVersion
from advisor.models.papers import AllPapers, DataKind, PaperKind, PaperSize, PaperWish, TableFormat
from advisor.models.plan import Entry, EntryKey, OpenAnswer, Plan, PlanName
from advisor.models.stored import Backup, KeptCopy, PlanEdit, PlanTrouble, Sending, Unsaved
from advisor.packs.reading import read_pack
from advisor.rules.comparing import compare
from advisor.rules.engine import advise
from advisor.rules.together import what_would_ease
from advisor.rules.ways import what_would_change
from advisor.services.judging import judged_by
from advisor.services.unsaved import Offer
from advisor.telling.comparison import ToldComparison, told_comparison
from advisor.telling.portfolio import PortfolioStory, told_portfolio

NOON = datetime.datetime(2026, 3, 1, 12, 0, tzinfo=datetime.UTC)


@cache
def shipped_pack() -> Pack:
    """Return the pack that ships with the program, read once."""
    return read_pack(locations.evidence_folder()).pack


def _judged(plan: Plan) -> Judged:
    pack = shipped_pack()
    return judged_by(pack, plan, advise(pack, plan))


class FakePlans:
    """Plans in memory. ``refusal``, while set, is raised by everything that changes one."""

    def __init__(self, plans: tuple[Plan, ...] = ()) -> None:
        self.stored = {plan.id: plan for plan in plans}
        self.put_away: dict[PlanId, Plan] = {}
        self.cleared_out = 0
        self.judged: dict[PlanId, Judged] = {}
        self.refusal: AdvisorError | None = None
        self.saves: list[tuple[EntryKey, Entry]] = []
        self.transactions: list[tuple[EntryKey, ...]] = []
        self.files: dict[Path, Plan | AdvisorError] = {}
        self.forgotten: list[tuple[PlanId, EntryKey]] = []
        self.troubles: dict[PlanId, PlanTrouble] = {}
        # Of each plan the number of its newest change; and that of the plan added last.
        self.newest: dict[PlanId, int] = {}
        self.added = 0

    def summaries(
        self,
        search: str = "",
        offset: int = 0,
        limit: int | None = None,
        order: PlanOrder = PlanOrder.CHANGED,
    ) -> tuple[PlanSummary, ...]:
        found = [plan for plan in self.stored.values() if search.lower() in plan.title.lower()]
        if order is PlanOrder.NAME:
            found.sort(key=lambda plan: plan.title)
        end = None if limit is None else offset + limit
        return tuple(self._summary(plan) for plan in found[offset:end])

    def count(self, search: str = "") -> int:
        return len(self.summaries(search))

    def plan(self, plan_id: PlanId) -> Plan:
        if plan_id not in self.stored:
            raise NotFound("This plan does not exist any more.")
        return self.stored[plan_id]

    def judge(self, summaries: Sequence[PlanSummary]) -> tuple[PlanSummary, ...]:
        for each in summaries:
            plan = self.stored.get(each.id)
            if plan is not None:
                self.judged[each.id] = _judged(plan)
        return tuple(
            replace(each, judged=self.judged.get(each.id), is_judged_now=True) for each in summaries
        )

    def is_judged(self, plan: PlanSummary) -> bool:
        return plan.is_judged_now

    def summary_of(self, plan: Plan) -> PlanSummary:
        judged = _judged(plan)
        return replace(self._summary(plan), judged=judged, is_judged_now=True)

    def deleted(self) -> tuple[PlanSummary, ...]:
        return tuple(replace(self._summary(plan), deleted=NOON) for plan in self.put_away.values())

    def clear_out(self) -> None:
        self.cleared_out += 1

    def create(self, title: str, description: str = "") -> Plan:
        plan_id = PlanId(f"00000000-0000-4000-8000-{len(self.stored):012d}")
        return self.add(Plan(id=plan_id, title=title, description=description))

    def add(self, plan: Plan) -> Plan:
        self._refuse()
        self.added = self._count(plan.id)
        return self._put_first(plan)

    def _put_first(self, plan: Plan) -> Plan:
        others = {key: other for key, other in self.stored.items() if key != plan.id}
        self.stored = {plan.id: plan, **others}
        return plan

    def _count(self, plan_id: PlanId) -> int:
        self.newest[plan_id] = 1 + max(self.newest.values(), default=0)
        return self.newest[plan_id]

    def examples(self) -> tuple[Plan, ...]:
        return (Plan(id=PlanId("example"), title="Example", description="An invented plan."),)

    def duplicate(self, plan_id: PlanId, title: str) -> Plan:
        return self.add(replace(self.plan(plan_id), id=PlanId(f"copy-{title}"), title=title))

    def rename(self, plan_id: PlanId, title: str, description: str, version: int) -> Plan:
        name = PlanName(title=title, description=description, version=version)
        self.save(plan_id, EntryKey.of_plan(plan_id), name)
        return self._put_first(self.plan(plan_id))

    def delete(self, plan_id: PlanId, since: int | None = None) -> None:
        self._refuse()
        if since is not None and max(self.newest.get(plan_id, 0), self.added) > since:
            raise StorageError("This plan was changed meanwhile.", code="moved-on")
        self.put_away[plan_id] = self.stored.pop(plan_id)
        self._count(plan_id)

    def restore(self, plan_id: PlanId) -> None:
        self._refuse()
        self.stored[plan_id] = self.put_away.pop(plan_id)
        self._count(plan_id)

    def save(self, plan_id: PlanId, key: EntryKey, entry: Entry) -> Entry:
        self._refuse()
        self._refuse_stale(plan_id, key, entry.version)
        saved = replace(entry, version=entry.version + 1)
        self.stored[plan_id] = self.plan(plan_id).with_entry(key, saved)
        self._count(plan_id)
        self.saves.append((key, entry))
        return saved

    def save_all(self, plan_id: PlanId, sent: Sequence[Sending]) -> tuple[Entry | None, ...]:
        before, saves = dict(self.stored), list(self.saves)
        try:
            stored = tuple(self._send(plan_id, each) for each in sent)
        except AdvisorError:
            self.stored, self.saves = before, saves
            raise
        self.transactions.append(tuple(each.key for each in sent))
        return stored

    def _send(self, plan_id: PlanId, sent: Sending) -> Entry | None:
        if sent.entry is None:
            self.remove(plan_id, sent.key, sent.version)
            return None
        return self.save(plan_id, sent.key, replace(sent.entry, version=sent.version))

    def remove(self, plan_id: PlanId, key: EntryKey, version: int) -> None:
        self._refuse()
        if self.plan(plan_id).entry(key) is not None:
            self._refuse_stale(plan_id, key, version)
        self.stored[plan_id] = self.plan(plan_id).without(key)
        self._count(plan_id)

    def forget_unsaved(self, plan_id: PlanId, key: EntryKey) -> None:
        self.forgotten.append((plan_id, key))

    def history(self, plan_id: PlanId, limit: int | None = None) -> tuple[PlanEdit, ...]:
        """Tell the newest change alone, and only its number."""
        if limit != 1:
            return ()
        newest = PlanEdit(
            number=self.newest.get(plan_id, 0),
            at=NOON,
            what="plan",
            which=plan_id,
            old=None,
            new=None,
            who="",
        )
        return (newest,)

    def trouble(self, plan_id: PlanId) -> PlanTrouble | None:
        return self.troubles.get(plan_id)

    def keep_advice(self, plan: Plan, advice: Advice) -> None:
        self._refuse()
        self.judged[plan.id] = judged_by(shipped_pack(), plan, advice)

    def read_file(self, path: Path) -> Plan:
        found = self.files[path]
        if isinstance(found, AdvisorError):
            raise found
        return found

    def write_file(self, plan: Plan, path: Path) -> None:
        self._refuse()
        self.files[path] = plan

    def _refuse_stale(self, plan_id: PlanId, key: EntryKey, version: int) -> None:
        there = self.plan(plan_id).entry(key)
        if there is None and version:
            raise StorageError("This was removed elsewhere.", code="removed-elsewhere")
        if there is not None and there.version != version:
            raise StorageError("This was changed elsewhere.", code="changed-elsewhere")

    def _refuse(self) -> None:
        if self.refusal is not None:
            raise self.refusal

    def _summary(self, plan: Plan) -> PlanSummary:
        given = [answer for answer in plan.answers.values() if not answer.is_open]
        assert all(answer.value is not OpenAnswer.NOT_SURE for answer in given)
        return PlanSummary(
            id=plan.id,
            title=plan.title,
            version=plan.version,
            changed=NOON,
            answered=len(given),
            asked=len(shipped_pack().questionnaire.questions),
            judged=self.judged.get(plan.id),
            is_judged_now=plan.id in self.judged,
        )


class FakeEvidence:
    """The shipped evidence."""

    def __init__(self) -> None:
        self.differs = ""

    @property
    def pack(self) -> Pack:
        return shipped_pack()

    def shipped(self) -> tuple[PackVersion, str | None]:
        return self.pack.version, "what it holds"

    def difference(self, version: PackVersion, digest: str | None) -> str:
        assert (version, digest) == self.shipped()
        return self.differs


class FakePapers:
    """Makes empty documents at once and remembers which."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.advices: list[Advice] = []
        self.counted: list[PaperKind] = []
        self.standing_by: list[PaperKind | None] = [None]
        self.refusal: AdvisorError | None = None

    def stand_by(self, kind: PaperKind) -> None:
        self.standing_by.append(kind)

    def stand_down(self) -> None:
        self.standing_by.append(None)

    def preview(
        self, wish: PaperWish, _plan: Plan, advice: Advice, *, ppi: float = 96.0
    ) -> tuple[bytes, ...]:
        self._make(f"preview of {wish.kind} on {wish.size} at {ppi:.0f}", advice)
        return ()

    def write(self, wish: PaperWish, _plan: Plan, advice: Advice, path: Path) -> bool:
        has_fields = wish.fillable
        form = "" if wish.form == "pdf" else f" as {wish.form}"
        self._make(f"{'fillable ' if has_fields else ''}{wish.kind} on {wish.size}{form}", advice)
        path.write_bytes(b"%PDF")
        return has_fields

    def page_count(self, wish: PaperWish, _plan: Plan, _advice: Advice) -> int:
        self.counted.append(wish.kind)
        return len(self.counted)

    def write_to_look_at(self, wish: PaperWish, _plan: Plan, advice: Advice) -> Path:
        self._make(f"{wish.kind} to look at", advice)
        return Path("/looked-at.pdf")

    def write_all(self, _plan: Plan, advice: Advice, folder: Path) -> AllPapers:
        self._make(f"all papers into {folder.name}", advice)
        return AllPapers(folder=folder, written=(), left_out=("No register.",))

    def write_data(self, kind: DataKind, _plan: Plan, advice: Advice, path: Path) -> None:
        self._make(kind, advice)
        path.write_text("", encoding="utf-8")

    def write_picture(self, path: Path, picture: bytes) -> None:
        self._make(f"picture {path.name}")
        path.write_bytes(picture)

    def read_filled(self, path: Path) -> FilledChecklist:
        self._make(f"read {path.name}")
        raise AdvisorError("This is not a checklist that was made here.")

    def _make(self, what: str, advice: Advice | None = None) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.advices += [advice] if advice else []
        self.made.append(what)


class FakeSideBySide:
    """Tells plans for real and remembers what was written."""

    def __init__(self) -> None:
        self.written: list[tuple[TableFormat, tuple[PlanId, ...], Path]] = []
        self.may_write = threading.Event()
        self.may_write.set()
        self.drawn: list[tuple[tuple[PlanId, ...], PaperSize, float]] = []

    def portfolio(self, plans: Sequence[PlanSummary]) -> PortfolioStory:
        return told_portfolio(shipped_pack(), plans, NOON)

    def write_portfolio(
        self,
        form: TableFormat,
        plans: Sequence[PlanSummary],
        path: Path,
        *,
        tell: Callable[[int, int], object] | None = None,
    ) -> None:
        if tell is not None:
            tell(1, len(plans))
            self.may_write.wait()
            tell(len(plans), len(plans))
        self.written.append((form, tuple(plan.id for plan in plans), path))

    def portfolio_pages(
        self, plans: Sequence[PlanSummary], *, size: PaperSize, ppi: float
    ) -> tuple[bytes, ...]:
        return self._drawn(*(plan.id for plan in plans), size=size, ppi=ppi)

    def comparison(self, before: Plan, after: Plan) -> ToldComparison:
        return told_comparison(shipped_pack(), compare(shipped_pack(), before, after))

    def write_comparison(self, form: TableFormat, before: Plan, after: Plan, path: Path) -> None:
        self.written.append((form, (before.id, after.id), path))

    def comparison_pages(
        self, before: Plan, after: Plan, *, size: PaperSize, ppi: float
    ) -> tuple[bytes, ...]:
        return self._drawn(before.id, after.id, size=size, ppi=ppi)

    def _drawn(self, *plans: PlanId, size: PaperSize, ppi: float) -> tuple[bytes, ...]:
        self.drawn.append((plans, size, ppi))
        return ()


class FakeCopies:
    """Counts the copies that were asked for."""

    def __init__(self) -> None:
        self.asked = 0
        self.refusal: AdvisorError | None = None
        self.there: tuple[KeptCopy, ...] = ()
        self.second_folder: Path | None = None
        self.put_back: list[Backup] = []
        self.aside: Backup | None = None

    def keep_current(self) -> None:
        self.asked += 1
        if self.refusal is not None:
            raise self.refusal

    def keep(self) -> None:
        self.keep_current()

    def all(self) -> tuple[KeptCopy, ...]:
        return self.there

    def keep_in(self, folder: Path | None) -> None:
        self.second_folder = folder


class FakeUnsaved:
    """Words that an earlier run did not save, and what stands in fields."""

    def __init__(self, offers: tuple[Offer, ...] = ()) -> None:
        self._offers = offers
        self.fields: dict[tuple[str, str], FieldWords] = {}
        self.done = ""
        self.left: tuple[Offer, ...] = ()
        self.kept: list[Unsaved] = []

    def offers(self) -> tuple[Offer, ...]:
        return self._offers

    def put_back(self, offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
        assert offers == self._offers
        self.done = "put back"
        return self.left

    def leave_out(self) -> None:
        self.done = "left out"

    def words(self) -> tuple[FieldWords, ...]:
        return tuple(self.fields.values())

    def keep(self, typed: Sequence[Unsaved]) -> None:
        self.kept += typed

    def settle(self, typed: Sequence[Unsaved]) -> None:
        self.kept = [each for each in self.kept if each not in typed]

    def keep_words(self, fields: Sequence[FieldWords]) -> None:
        for field in fields:
            self.fields.pop(field.place, None)
            if not field.is_settled:
                self.fields[field.place] = field


class FakeAdvisor:
    """Advises for real, stores in memory."""

    def __init__(self, plans: tuple[Plan, ...] = ()) -> None:
        self.evidence = FakeEvidence()
        self.plans = FakePlans(plans)
        self.papers = FakePapers()
        self.side_by_side = FakeSideBySide()
        self.copies = FakeCopies()
        self.unsaved: FakeUnsaved | None = None
        self.is_view_only = False
        self.is_shared = False
        self.synced_with = ""
        self.closed = False
        self.advised = 0
        # How often it was asked for all open risks together, and whether it may answer.
        self.eased, self.may_ease = 0, threading.Event()
        self.may_ease.set()
        self.moved: NewerAdvice | None = None

    def advise(self, plan: Plan) -> Advice:
        self.advised += 1
        return advise(self.evidence.pack, plan)

    def what_would_change(self, plan: Plan, rule: RuleId) -> PossibleChanges:
        return what_would_change(self.evidence.pack, plan, rule)

    def what_would_ease(self, plan: Plan) -> Together:
        self.eased += 1
        self.may_ease.wait()
        return what_would_ease(self.evidence.pack, plan)

    def what_moved(self, _plan: Plan) -> NewerAdvice | None:
        return self.moved

    def put_copy_back(self, copy: Backup) -> Backup | None:
        self.copies.put_back.append(copy)
        return self.copies.aside

    def close(self) -> None:
        self.closed = True
