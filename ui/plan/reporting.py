"""What is done with what a person says on the questions, wherever they are asked."""

from collections.abc import Callable
from functools import partial

from advisor.language import _
from advisor.models.plan import Comment, EntryKey
from ui.plan.session import PlanSession
from ui.room import PageKey, Room
from ui.wizard.reports import Reports


def reports_for(
    room: Room,
    session: PlanSession,
    *,
    leave: Callable[[], object],
    finish: Callable[[], object],
    may_go_on: Callable[[], bool] = lambda: True,
) -> Reports:
    """Return what saves into the open plan what is said; the rest is about the way from it."""
    plan = session.open_plan
    return Reports(
        say=plan.say,
        note=plan.note,
        differ=partial(_differ, session),
        try_out=partial(room.window.show_page, PageKey.TRIAL),
        undo=session.undo,
        redo=session.redo,
        leave=leave,
        finish=finish,
        may_go_on=may_go_on,
    )


def _differ(session: PlanSession, key: EntryKey, comment: Comment | None) -> None:
    if comment is not None:
        session.open_plan.change(key, comment)
    else:
        session.open_plan.remove(key)
        session.offer_undo(_("Removed: who sees it differently."))
