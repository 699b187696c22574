"""What a report says about its advice: where it comes from, where it stops, how sure it is."""

from collections import Counter
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.findings import Verdict
from advisor.models.pack import Pack
from advisor.telling.advice import AdviceStory
from advisor.telling.opening import NoteStory

MOST_NOTES = 4
WHERE_IT_STOPS = N_("Where the evidence stops for this plan, and what needs care")


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """A step of the evidence ladder, and how many statements of the report stand on it."""

    label: str
    meaning: str
    count: str

    @property
    def sentence(self) -> str:
        """The step with its count."""
        return _("{step}: {count}").format(step=self.label, count=self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutAdvice:
    """About the advice; without ``steps`` where nothing of it could be judged.

    ``is_full``: so many notes hold that the rest has to be short to stay on their page.
    """

    origin: str
    balance: str
    stops: tuple[NoteStory, ...]
    nothing_stops: str
    is_not: tuple[str, ...]
    steps: tuple[LadderStep, ...]
    is_full: bool


def told_about(pack: Pack, advice: Advice, told: AdviceStory) -> AboutAdvice:
    """Tell what the advice rests on and where it ends; only notes that certainly hold."""
    stops = tuple(note for note in told.notes if not note.may_only)
    judged = advice.covered and advice.can_judge
    return AboutAdvice(
        origin=pack.scope.about,
        balance=pack.balance,
        stops=stops,
        nothing_stops="" if stops else _("No such note holds for certain for this plan."),
        is_not=pack.scope.not_a,
        steps=_steps(pack, advice) if judged else (),
        is_full=len(stops) > MOST_NOTES,
    )


def _steps(pack: Pack, advice: Advice) -> tuple[LadderStep, ...]:
    found = Counter(finding.evidence for finding in advice.with_verdict(Verdict.APPLIES))
    return tuple(
        LadderStep(label=step.label, meaning=step.definition, count=_count(found[step.id]))
        for step in pack.evidence_ladder
    )


def _count(number: int) -> str:
    if not number:
        return _("none")
    return ngettext("{n} statement", "{n} statements", number).format(n=number)
