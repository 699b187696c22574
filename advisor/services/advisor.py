"""The advisor as one object: evidence, plans and papers over one database."""

from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from advisor.models.advice import Advice
from advisor.models.changes import PossibleChanges, Together
from advisor.models.comparison import NewerAdvice
from advisor.models.ids import RuleId
from advisor.models.pack import Pack, PackVersion
from advisor.models.plan import Plan
from advisor.models.stored import Backup
from advisor.rules.comparing import what_moved
from advisor.rules.engine import advise
from advisor.rules.together import what_would_ease
from advisor.rules.ways import what_would_change
from advisor.services.copies import Copies
from advisor.services.evidence import Evidence
from advisor.services.plans import Plans
from advisor.services.unsaved import UnsavedWords
from advisor.storage.addresses import Address
from advisor.storage.database import Database
from advisor.storage.safety.drafts import Drafts
from advisor.storage.synced import service_of

if TYPE_CHECKING:
    from advisor.apart import Apart
    from advisor.services.papers import Papers
    from advisor.services.side_by_side import SideBySide


class Advisor:
    """Everything the window and the command line may ask for.

    Opening it creates or upgrades the database, stores the shipped evidence pack when it
    is newer than what is stored, and reads the newest *stored* pack. Use it from one
    thread at a time.
    """

    def __init__(self, database: Database, drafts: Drafts | None = None) -> None:
        self._database, self._drafts = database, drafts
        self.evidence = Evidence(database)
        self.plans = Plans(database, self.evidence, drafts)
        self.copies = Copies(database)
        self._apart: Apart | None = None

    @classmethod
    def open(cls, where: str | Path | Address | None = None, *, drafts: Path | None = None) -> Self:
        """Open the database at a path or Address, or the person's own when none is given.

        ``drafts`` names the file that keeps what was typed until it is saved.

        Raises StorageError when it cannot be opened and PackRefused when the shipped
        evidence is damaged.
        """
        return cls(Database.open(where), Drafts(drafts) if drafts else None)

    @cached_property
    def papers(self) -> "Papers":
        """Papers and data about one plan; neither the list of plans nor advice needs them."""
        from advisor.services.papers import Papers  # noqa: PLC0415

        return Papers(self.evidence, self._apart)

    @cached_property
    def side_by_side(self) -> "SideBySide":
        """Several plans beside each other; advice on one plan loads nothing of it."""
        from advisor.services.side_by_side import SideBySide  # noqa: PLC0415

        return SideBySide(self.evidence, self._apart)

    @property
    def is_view_only(self) -> bool:
        """Whether the file or its folder can only be read, so that nothing can be saved."""
        return self._database.is_view_only

    @property
    def synced_with(self) -> str:
        """The service that copies the folder of the plans elsewhere, or "" where none does."""
        path = self._database.path
        return "" if path is None else service_of(path.parent)

    @property
    def is_shared(self) -> bool:
        """Whether a team shares the database, so that others may change a plan meanwhile."""
        return self._database.path is None

    @property
    def unsaved(self) -> UnsavedWords | None:
        """What an earlier run typed and never saved; None where no drafts are kept."""
        if self._drafts is None:
            return None
        return UnsavedWords(self._drafts, self.plans, self.evidence.pack)

    def advise(self, plan: Plan) -> Advice:
        """Return what the newest stored evidence says about a plan."""
        return advise(self.evidence.pack, plan)

    def advise_and_keep(self, plan: Plan) -> Advice:
        """Advise on a stored plan and keep the advice with it."""
        advice = self.advise(plan)
        self.plans.keep_advice(plan, advice)
        return advice

    def what_would_change(self, plan: Plan, rule: RuleId) -> PossibleChanges:
        """Return the smallest changes of design that stop a risk or let a benefit apply."""
        return what_would_change(self.evidence.pack, plan, rule)

    def what_would_ease(self, plan: Plan) -> Together:
        """Return the answers that put the open risks of a plan more in hand, all together."""
        return what_would_ease(self.evidence.pack, plan)

    def what_moved(self, plan: Plan) -> NewerAdvice | None:
        """Return how the advice kept with a stored plan differs from today's, and by what.

        None when the plan was never advised, or was advised with the newest evidence.
        """
        kept = self.plans.kept_advice(plan.id)
        if kept is None or kept.pack == self.evidence.pack.version:
            return None
        before = self._edition(kept.pack)
        old = None if before is None else advise(before, plan)
        return NewerAdvice(
            comparison=what_moved(kept.verdicts, self.advise(plan), old),
            earlier=kept.pack.version,
            before=before,
        )

    def _edition(self, version: PackVersion) -> Pack | None:
        """Return a stored edition; None where a plan came here without the edition behind it."""
        return self.evidence.edition(version) if version in self.evidence.editions() else None

    def put_copy_back(self, copy: Backup) -> Backup | None:
        """Put a copy in the place of the open file; return what was there, set aside.

        The evidence that is in use is in the new file, too. Raises StorageError with everything
        as it was.
        """
        kept = self.evidence.kept()
        aside = self.copies.put_back(copy)
        self.evidence.bring(kept)
        return aside

    def work_apart(self) -> None:
        """Read new evidence and make papers in processes of their own, from the first paper on.

        This suits a program that is open all day: what either takes stays with who did it.
        """
        from advisor.apart import Apart  # noqa: PLC0415 - a command needs none
        from advisor.packs.apart import digest_apart, read_apart  # noqa: PLC0415 - as above

        self.evidence.read, self.evidence.digest = read_apart, digest_apart
        self._apart = Apart()

    def close(self) -> None:
        """Close the database. The advisor cannot be used afterwards."""
        self._database.close()
        if self._apart is not None:
            self._apart.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
