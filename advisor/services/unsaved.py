"""What was typed and never confirmed, offered again after a crash.

What stands in a field without being an entry yet is not offered, but stands there again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.errors import AdvisorError, NotFound
from advisor.models.field_words import FieldWords
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.stored import Unsaved
from advisor.rules.engine import advise
from advisor.services.plans import Plans
from advisor.storage.safety.drafts import Drafts
from advisor.telling.entries import besides_title, title_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that was typed and never saved, in words.

    ``plan`` is the title, empty when the plan is not in this database; ``about`` the question
    or action.
    """

    typed: Unsaved
    plan: str
    about: str
    words: str


class UnsavedWords:
    """Looks through the drafts that a program left behind when it ended too early."""

    def __init__(self, drafts: Drafts, plans: Plans, pack: Pack) -> None:
        self._drafts, self._plans, self._pack = drafts, plans, pack

    def offers(self) -> tuple[Offer, ...]:
        """Return what was typed and is not in the database; drafts of what is are forgotten."""
        found: list[Offer] = []
        for typed in self._drafts.waiting():
            plan = self._plan_of(typed)
            if plan is not None and plan.entry(typed.key) == typed.value:
                self._drafts.forget(typed.plan, typed.key)
            else:
                found.append(self._offer(typed, plan))
        return tuple(found)

    def put_back(self, offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
        """Save what was typed over what is there now, which stays in the plan's history.

        The plans are advised anew. Returns what could not be saved; its drafts are kept.
        """
        left = tuple(each for each in offers if not self._is_put_back(each.typed))
        for plan_id in {each.typed.plan for each in offers if each not in left}:
            plan = self._plans.plan(plan_id)
            self._plans.keep_advice(plan, advise(self._pack, plan))
        return left

    def leave_out(self) -> None:
        """Forget all that is offered. Raises StorageError."""
        self._drafts.clear()

    def words(self) -> tuple[FieldWords, ...]:
        """Return what stands in fields and is saved nowhere."""
        return self._drafts.words()

    def keep_words(self, fields: Sequence[FieldWords]) -> None:
        """Keep what is written in fields; what is settled is forgotten."""
        for field in fields:
            self._drafts.keep_words(field)

    def keep(self, typed: Sequence[Unsaved]) -> None:
        """Keep entries that have to wait until they can be saved."""
        for each in typed:
            self._drafts.keep(each)

    def settle(self, typed: Sequence[Unsaved]) -> None:
        """Forget those that were kept so and are saved now, unless they were changed since."""
        for each in typed:
            self._drafts.settle(each)

    def _is_put_back(self, typed: Unsaved) -> bool:
        plan = self._plan_of(typed)
        if plan is None:
            return False
        now = plan.entry(typed.key)
        value = replace(typed.value, version=now.version if now else 0)
        try:
            self._plans.save(plan.id, typed.key, value)
        except AdvisorError:
            return False
        return True

    def _plan_of(self, typed: Unsaved) -> Plan | None:
        try:
            return self._plans.plan(typed.plan)
        except NotFound:
            return None

    def _offer(self, typed: Unsaved, plan: Plan | None) -> Offer:
        return Offer(
            typed=typed,
            plan=plan.title if plan else "",
            about=title_in(self._pack, plan, typed.key, typed.value),
            words="\n".join(besides_title(self._pack, typed.key, typed.value)),
        )
