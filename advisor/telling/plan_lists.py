"""A plan in a list of plans, in words: how far it is, what is open, when it was changed."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.findings import RiskState
from advisor.models.judged import Judged, PlanOrder, PlanSummary
from advisor.models.marks import Mark
from advisor.telling.counts import risk_counts, state_count
from advisor.telling.first_box import NOTHING_TO_STOP_FOR
from advisor.telling.gates import missing_title
from advisor.telling.grammar import beside, lately
from advisor.telling.headline import CANNOT_JUDGE
from advisor.telling.words import MARK, WordTable

ORDER = WordTable(
    {
        PlanOrder.CHANGED: N_("Last changed"),
        PlanOrder.NAME: N_("Name"),
        PlanOrder.SAFETY: N_("Most to put right first"),
        PlanOrder.RISKS: N_("Most open risks"),
        PlanOrder.ANSWERED: N_("Least answered"),
    }
)
"""What lists of plans go by, as it is offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A few words with their mark."""

    mark: Mark
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPlan:
    """One line of a list of plans.

    ``about`` is what its person wrote about it and where its questions wait. ``share`` of the
    questions is answered, ``of_all`` in figures. ``safety`` is how the gates stand; ``risks``
    are the counts by state, or that nothing can be judged.
    """

    title: str
    about: str
    answered: str
    of_all: str
    share: float
    safety: Sign
    risks: tuple[Sign, ...]
    changed: str
    changed_within: str

    @property
    def sentence(self) -> str:
        """All of it, to be read aloud."""
        risks = ", ".join(sign.words for sign in self.risks)
        changed = _("changed {when}").format(when=self.changed_within)
        parts = (self.title, self.about, self.answered, self.safety.words, risks, changed)
        return ". ".join(part for part in parts if part)


def told_plan(
    summary: PlanSummary, now: datetime.datetime, *, with_place: bool = False
) -> ToldPlan:
    """Tell a plan by what a list knows of it, on demand with where its questions wait."""
    answered, asked = summary.answered, summary.asked
    written = summary.description.strip().partition("\n")[0]
    return ToldPlan(
        title=summary.title,
        about=beside(written, _place(summary) if with_place else ""),
        answered=_("{answered} of {asked} answered").format(answered=answered, asked=asked),
        of_all=_("{answered} of {asked}").format(answered=answered, asked=asked),
        share=answered / asked if asked else 0.0,
        safety=safety_sign(summary.judged),
        risks=tuple(_risks(summary.judged)),
        changed=lately(summary.changed, now),
        changed_within=lately(summary.changed, now, within=True),
    )


def safety_sign(judged: Judged | None) -> Sign:
    """Tell how the gates of a plan stand: what is missing, else what is not said."""
    if judged is None:
        return Sign(mark=Mark.NOT_STARTED, words=_("No advice yet"))
    missing, not_said = judged.summary.gates_missing, judged.summary.gates_not_said
    if missing:
        title = missing_title(is_running=judged.is_running, has_stop=judged.stops > 0)
        return Sign(mark=Mark.MISSING, words=_("{title}: {n}").format(title=title, n=missing))
    if not_said:
        words = _("{title}: {n}").format(title=MARK[Mark.NOT_SAID], n=not_said)
        return Sign(mark=Mark.NOT_SAID, words=words)
    return Sign(mark=Mark.IN_PLACE, words=_(NOTHING_TO_STOP_FOR))


def _risks(judged: Judged | None) -> Iterator[Sign]:
    if judged is None:
        return
    if not judged.is_about_this:
        yield Sign(mark=Mark.NOT_COVERED, words=_(CANNOT_JUDGE))
        return
    for state, number in risk_counts(judged.summary).items():
        if number:
            yield Sign(mark=Mark(state.value), words=_short_count(state, number))
    if depends := judged.summary.risks_that_may_apply:
        words = ngettext("{n} depends", "{n} depend", depends)
        yield Sign(mark=Mark.MAY_APPLY, words=words.format(n=depends))
    elif not judged.summary.risks:
        yield Sign(mark=Mark.DOES_NOT_APPLY, words=_("None that we know of"))


def _short_count(state: RiskState, number: int) -> str:
    """Say how many risks are in a state, as short as a column is narrow."""
    if state is RiskState.PARTLY_ADDRESSED:
        return ngettext("{n} partly", "{n} partly", number).format(n=number)
    return state_count(state, number)


def _place(summary: PlanSummary) -> str:
    """Say in which section the questions wait; nothing where that is not known."""
    judged = summary.judged
    if judged is None or not judged.knows_place:
        return ""
    if judged.at is None:
        # That all are answered stands beside it.
        return _("the others left open") if summary.answered < summary.asked else ""
    return _("next: {section}").format(section=judged.at.section)
