"""What the window needs of the services, as types: the services keep it, and so do test doubles."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from advisor.models.advice import Advice
from advisor.models.changes import PossibleChanges, Together
from advisor.models.comparison import NewerAdvice
from advisor.models.field_words import FieldWords
from advisor.models.filled import FilledChecklist
from advisor.models.ids import PlanId, RuleId
from advisor.models.judged import PlanOrder, PlanSummary
from advisor.models.pack import Pack, PackVersion
from advisor.models.papers import AllPapers, DataKind, PaperKind, PaperSize, PaperWish, TableFormat
from advisor.models.plan import Entry, EntryKey, Plan
from advisor.models.stored import Backup, KeptCopy, PlanEdit, PlanTrouble, Sending, Unsaved
from advisor.telling.comparison import ToldComparison
from advisor.telling.portfolio import PortfolioStory

if TYPE_CHECKING:
    from advisor.services.unsaved import Offer


Shipped: TypeAlias = tuple[PackVersion, str | None] | None
"""The edition that the program's own folder says it holds, and its digest."""


class PlansService(Protocol):
    """Plans as they are stored; see ``advisor.services.plans``."""

    def summaries(
        self,
        search: str = "",
        offset: int = 0,
        limit: int | None = None,
        order: PlanOrder = PlanOrder.CHANGED,
        /,
    ) -> tuple[PlanSummary, ...]:
        """Return plans that contain a text, in an order."""

    def judge(self, summaries: Sequence[PlanSummary], /) -> tuple[PlanSummary, ...]:
        """Return plans with what the newest evidence says about them."""

    def is_judged(self, plan: PlanSummary, /) -> bool:
        """Whether that is known already."""

    def summary_of(self, plan: Plan, /) -> PlanSummary:
        """Return a plan from elsewhere as a list shows it."""

    def deleted(self) -> tuple[PlanSummary, ...]:
        """Return the plans that were deleted and can be restored."""

    def clear_out(self) -> None:
        """Erase plans that were deleted long ago."""

    def count(self, search: str = "", /) -> int:
        """Return how many plans contain a text."""

    def plan(self, plan_id: PlanId, /) -> Plan:
        """Return a plan."""

    def examples(self) -> tuple[Plan, ...]:
        """Return the example plans."""

    def create(self, title: str, /) -> Plan:
        """Store an empty plan."""

    def add(self, plan: Plan, /) -> Plan:
        """Store a plan from elsewhere."""

    def duplicate(self, plan_id: PlanId, title: str, /) -> Plan:
        """Store a copy under another title."""

    def rename(self, plan_id: PlanId, title: str, description: str, version: int, /) -> Plan:
        """Give a plan another title and description."""

    def delete(self, plan_id: PlanId, since: int | None = None, /) -> None:
        """Put a plan away, if nothing was changed or added since a change of this number."""

    def restore(self, plan_id: PlanId, /) -> None:
        """Bring back a plan."""

    def save_all(self, plan_id: PlanId, sent: Sequence[Sending], /) -> tuple[Entry | None, ...]:
        """Save or remove entries, all or none."""

    def forget_unsaved(self, plan_id: PlanId, key: EntryKey, /) -> None:
        """Keep no draft of an entry any more."""

    def keep_advice(self, plan: Plan, advice: Advice, /) -> None:
        """Keep the advice with its plan."""

    def history(self, plan_id: PlanId, limit: int | None = None, /) -> tuple[PlanEdit, ...]:
        """Return what was changed in a plan."""

    def trouble(self, plan_id: PlanId, /) -> PlanTrouble | None:
        """Return what the disk has done to the history of a plan."""

    def read_file(self, path: Path, /) -> Plan:
        """Read a plan file."""

    def write_file(self, plan: Plan, path: Path, /) -> None:
        """Write a plan file."""


class PapersService(Protocol):
    """Documents; see ``advisor.services.papers``."""

    def stand_by(self, kind: PaperKind, /) -> None:
        """Papers will be wanted, the first of this kind."""

    def stand_down(self) -> None:
        """No paper will be wanted for now."""

    def write(self, wish: PaperWish, plan: Plan, advice: Advice, path: Path, /) -> bool:
        """Write a document; return whether it has form fields."""

    def write_all(self, plan: Plan, advice: Advice, folder: Path, /) -> AllPapers:
        """Write every paper into a folder."""

    def preview(
        self, wish: PaperWish, plan: Plan, advice: Advice, /, *, ppi: float = 96.0
    ) -> Sequence[bytes]:
        """Return the pages as pictures."""

    def page_count(self, wish: PaperWish, plan: Plan, advice: Advice, /) -> int:
        """Return how many pages a document has."""

    def write_to_look_at(self, wish: PaperWish, plan: Plan, advice: Advice, /) -> Path:
        """Write a document where it goes with the program; return the file."""

    def write_data(self, kind: DataKind, plan: Plan, advice: Advice, path: Path, /) -> None:
        """Write the advice as data."""

    def write_picture(self, path: Path, picture: bytes, /) -> None:
        """Write a picture."""

    def read_filled(self, path: Path, /) -> FilledChecklist:
        """Read a filled-in checklist back."""


class SideBySideService(Protocol):
    """Several plans beside each other; see ``advisor.services.side_by_side``."""

    def portfolio(self, plans: Sequence[PlanSummary], /) -> PortfolioStory:
        """Tell plans beside each other."""

    def write_portfolio(
        self,
        form: TableFormat,
        plans: Sequence[PlanSummary],
        path: Path,
        /,
        *,
        tell: Callable[[int, int], object] | None = None,
    ) -> None:
        """Write plans beside each other; ``tell`` hears how many of all are done."""

    def portfolio_pages(
        self, plans: Sequence[PlanSummary], /, *, size: PaperSize, ppi: float
    ) -> tuple[bytes, ...]:
        """Return the pages of plans beside each other as pictures."""

    def comparison(self, before: Plan, after: Plan, /) -> ToldComparison:
        """Tell what differs between two plans."""

    def write_comparison(self, form: TableFormat, before: Plan, after: Plan, path: Path, /) -> None:
        """Write what differs between two plans."""

    def comparison_pages(
        self, before: Plan, after: Plan, /, *, size: PaperSize, ppi: float
    ) -> tuple[bytes, ...]:
        """Return the pages of what differs between two plans as pictures."""


class EvidenceService(Protocol):
    """The evidence that is stored; see ``advisor.services.evidence``."""

    @property
    def pack(self) -> Pack:
        """The newest edition."""

    def shipped(self) -> Shipped:
        """Return which edition the program's own folder holds, and its digest."""

    def difference(self, version: PackVersion, digest: str | None, /) -> str:
        """Say how the stored edition differs from one of this digest; nothing when it does not."""


class CopiesService(Protocol):
    """Copies of the database; see ``advisor.services.copies``."""

    def keep_current(self) -> object:
        """Keep a copy when one is due."""

    def keep(self) -> object:
        """Keep a copy now."""

    def all(self) -> tuple[KeptCopy, ...]:
        """Return every copy, the newest first."""

    def keep_in(self, folder: Path | None, /) -> None:
        """Put every further copy into a second folder too, or into none."""

    @property
    def second_folder(self) -> Path | None:
        """The second folder for copies."""


class UnsavedService(Protocol):
    """What an earlier run typed and never saved; see ``advisor.services.unsaved``."""

    def offers(self) -> "tuple[Offer, ...]":
        """Return what can be put back."""

    def put_back(self, offers: "tuple[Offer, ...]", /) -> "tuple[Offer, ...]":
        """Put it back; return what could not be."""

    def leave_out(self) -> None:
        """Forget it."""

    def words(self) -> tuple[FieldWords, ...]:
        """Return what stands in fields and is saved nowhere."""

    def keep_words(self, fields: Sequence[FieldWords], /) -> None:
        """Keep what is written in fields; what is settled is forgotten."""

    def keep(self, typed: Sequence[Unsaved], /) -> None:
        """Keep entries that have to wait until they can be saved."""

    def settle(self, typed: Sequence[Unsaved], /) -> None:
        """Forget those that were kept so and are saved now, unless they were changed since."""


class AdvisorService(Protocol):
    """The advisor as the window knows it; see ``advisor.services.advisor``."""

    @property
    def plans(self) -> PlansService:
        """The plans."""

    @property
    def papers(self) -> PapersService:
        """The documents."""

    @property
    def side_by_side(self) -> SideBySideService:
        """Several plans beside each other."""

    @property
    def evidence(self) -> EvidenceService:
        """The evidence."""

    @property
    def copies(self) -> CopiesService:
        """The copies."""

    @property
    def synced_with(self) -> str:
        """The service that copies the folder of the plans elsewhere, or ""."""

    @property
    def is_shared(self) -> bool:
        """Whether a team shares the database."""

    def put_copy_back(self, copy: Backup, /) -> Backup | None:
        """Put a copy in the place of the open file; return what was there."""

    @property
    def unsaved(self) -> UnsavedService | None:
        """What was never saved; None where no drafts are kept."""

    @property
    def is_view_only(self) -> bool:
        """Whether nothing can be saved."""

    def advise(self, plan: Plan, /) -> Advice:
        """Return what the evidence says about a plan."""

    def what_would_change(self, plan: Plan, rule: RuleId, /) -> PossibleChanges:
        """Return the smallest changes that stop a risk or let a benefit apply."""

    def what_would_ease(self, plan: Plan, /) -> Together:
        """Return the answers that put the open risks more in hand, all together."""

    def what_moved(self, plan: Plan, /) -> NewerAdvice | None:
        """Return what newer evidence changed for a plan."""

    def close(self) -> None:
        """Close the database."""
