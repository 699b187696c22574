"""The ways that lead to a statement: which of them other answers would cut, and which are lost."""

from collections.abc import Iterator

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.conditions import AllOf, questions_in
from advisor.models.evidence import Effect
from advisor.models.findings import BranchFinding, Finding, RiskState, Verdict
from advisor.models.ids import ActionId
from advisor.models.pack import Pack
from advisor.telling.chain import Cut, Leading
from advisor.telling.changed_answer import ToldChange

_GONE = {
    Cut.CUT: N_("Not with these answers"),
    Cut.LOST: N_("Gone with these answers"),
    Cut.NOT_COVERED: N_("Our evidence would not cover this"),
}


def ways_to(
    pack: Pack,
    changed: tuple[ToldChange, ...],
    was: Finding,
    now: Finding,
    before: Advice,
    after: Advice,
) -> Iterator[Leading]:
    """Yield the ways that led to a finding, then those that only would."""
    then = {branch.id: branch for branch in now.at_work or now.counting}
    for branch in was.at_work or was.counting:
        left = then.pop(branch.id, None)
        cut = _how_far(left, now)
        answered = _(_GONE[cut]) if left is None else _answered(pack, changed, left, before, after)
        yield Leading(text=branch.text, answered=answered, cut=cut)
    for branch in then.values():
        yield Leading(
            text=branch.text,
            answered=_("Only with these answers") if was.is_live else "",
            cut=Cut.WHOLE,
        )


def _how_far(left: BranchFinding | None, now: Finding) -> Cut:
    """Return how far a way is cut: wholly where it is gone, or in hand and was not.

    A way to what is welcome is lost where it is gone.
    """
    if left is None and now.verdict is Verdict.NOT_COVERED:
        return Cut.NOT_COVERED
    if left is None:
        return Cut.CUT if now.effect.is_adverse else Cut.LOST
    return {RiskState.ADDRESSED: Cut.CUT, RiskState.PARTLY_ADDRESSED: Cut.PARTLY}.get(
        left.state or RiskState.OPEN, Cut.WHOLE
    )


def _answered(
    pack: Pack,
    changed: tuple[ToldChange, ...],
    now: BranchFinding,
    before: Advice,
    after: Advice,
) -> str:
    """Say what cuts a way: the answers tried that put an action for it in place."""
    asked = {
        question
        for action in now.answered_by
        if after.action_by_id[action].in_place is True and is_new(action, before)
        for question in questions_in(pack.action_by_id[action].in_place_when or AllOf(()))
    }
    new = [change.new for change in changed if change.question in asked]
    return _("Now: {answers}").format(answers="; ".join(new)) if new else ""


def is_new(action: ActionId, before: Advice) -> bool:
    """Whether an action that is in place was not so before."""
    was = before.action_by_id.get(action)
    return was is None or was.in_place is not True


def how_many_cut(ways: tuple[Leading, ...], effect: Effect) -> str:
    """Say how many ways to a risk are cut, or to what is welcome are lost, and which are not."""
    if effect is not Effect.HARMS:
        return "" if effect.is_adverse else _lost(ways)
    cut, partly = (sum(way.cut is how for way in ways) for how in (Cut.CUT, Cut.PARTLY))
    still = [way.text for way in ways if way.cut is Cut.WHOLE]
    said = []
    if cut:
        words = ngettext(
            "The only way to this risk is cut.",
            "Cut: {n} of {all} ways to this risk.",
            len(ways),
        )
        said.append(words.format(n=cut, all=len(ways)))
    if partly:
        words = ngettext(
            "The only way to this risk is partly cut.",
            "Partly cut: {n} of {all} ways to this risk.",
            len(ways),
        )
        said.append(words.format(n=partly, all=len(ways)))
    if still:
        said.append(_("Still open: {ways}").format(ways=" ".join(still)))
    return " ".join(said)


def _lost(ways: tuple[Leading, ...]) -> str:
    if not (lost := sum(way.cut is Cut.LOST for way in ways)):
        return ""
    words = ngettext(
        "The only way to it would be lost.", "Lost: {n} of {all} ways to it.", len(ways)
    )
    still = " ".join(way.text for way in ways if way.cut is Cut.WHOLE)
    said = words.format(n=lost, all=len(ways))
    return " ".join((said, _("Still there: {ways}").format(ways=still))) if still else said
