"""Plans of this computer in a team's database: copied there, and nothing is removed here."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from advisor import locations
from advisor.errors import NotFound, StorageError
from advisor.language import _, ngettext
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.services.advisor import Advisor
from advisor.services.promises import AdvisorService
from advisor.storage.keeping import load_keeping, save_keeping


def own_plans() -> tuple[PlanSummary, ...]:
    """Return the plans of this computer, which is not where plans are kept now."""
    with _own() as found:
        return () if found is None else found.plans.summaries()


def first_offer() -> tuple[PlanSummary, ...]:
    """Return the plans of this computer the first time that a team's database is used; else none.

    Who has been asked once is not asked again. Raises StorageError.
    """
    kept = load_keeping()
    if not kept.server or kept.offered_to == kept.server:
        return ()
    found = own_plans()
    save_keeping(replace(kept, offered_to=kept.server))
    return found


def take_along(team: AdvisorService, plan_ids: Sequence[PlanId]) -> str:
    """Copy plans of this computer into a team's database, and say in sentences what was done.

    A plan that is there already as it is here stays as it is; beside one that says something
    else under the same id a copy is kept, so that nothing is lost. Raises StorageError.
    """
    if not team.is_shared:
        words = _("Plans are kept on this computer. Choose a team's database before.")
        raise StorageError(words, code="no-team")
    copied = beside = 0
    with _own() as own:
        if own is None:
            raise NotFound(_("There are no plans on this computer."))
        for plan_id in plan_ids:
            stored = team.plans.add(own.plans.plan(plan_id))
            team.plans.keep_advice(stored, team.advise(stored))
            copied += 1
            beside += stored.id != plan_id
    return _said(copied, beside)


def _said(copied: int, beside: int) -> str:
    said = ngettext(
        "{n} plan of this computer is in the team's database now."
        " It stays here too, with its history.",
        "{n} plans of this computer are in the team's database now."
        " They stay here too, with their histories.",
        copied,
    ).format(n=copied)
    if not beside:
        return said
    more = ngettext(
        "{n} of them is beside another version of itself that was there.",
        "{n} of them are beside another version of themselves that was there.",
        beside,
    ).format(n=beside)
    return f"{said} {more}"


@contextmanager
def _own() -> "Iterator[Advisor | None]":
    """Give what is kept on this computer; None where there is no file of plans."""
    path = locations.database_path()
    if not path.exists():
        yield None
        return
    with Advisor.open(path) as own:
        yield own
