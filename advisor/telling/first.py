"""The five things to do first, each with why it is among them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.language import N_, _
from advisor.models.advice import Advice, Cause
from advisor.models.ids import ActionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import ActionRow, tell_action
from advisor.telling.gates import in_place_words
from advisor.telling.grammar import first_and_more, named

FIVE_THINGS = N_("Five things to do first")
FIRST_THINGS = N_("What to do first")
MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstThing:
    """One of the few things to do first: the action, and which gates and risks it answers.

    ``brief`` says why in one line, for a list under what is missing.
    """

    action: ActionRow
    why: str
    brief: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstThings:
    """The few things to do first, under their title; ``without`` stands there if there are none."""

    title: str
    things: tuple[FirstThing, ...]
    without: str

    @property
    def actions(self) -> frozenset[ActionId]:
        """The actions that are among them."""
        return frozenset(thing.action.id for thing in self.things)


def told_first(pack: Pack, plan: Plan, advice: Advice) -> FirstThings:
    """Tell what to do first."""
    things = tuple(
        FirstThing(
            action=tell_action(pack, plan, advice.action_by_id[each.action]),
            why=" ".join(_why(pack, each.because)),
            brief=_brief(pack, each.because),
        )
        for each in advice.priorities
    )
    title = _(FIVE_THINGS) if len(things) == MOST else _(FIRST_THINGS)
    return FirstThings(title=title, things=things, without="" if things else _without(advice))


def _without(advice: Advice) -> str:
    """Say why nothing is there to do first, and promise no more than is known."""
    if not (advice.covered and advice.can_judge):
        return _("Nothing that has to be there first is known to be missing.")
    if advice.summary.risks_that_may_apply:
        return _("What comes first depends on answers you have not given.")
    if advice.summary.risks:
        return _(
            "Every action that we know of against these risks is in place, or you decided against"
            " it. Keep it so, and look each month for the signs of these risks."
        )
    return _("No risk that we know of asks for anything first.")


def _brief(pack: Pack, causes: Iterable[Cause]) -> str:
    """Say that safety asks for it, or name the first risk that it answers."""
    causes = tuple(causes)
    if any(cause.gate is not None for cause in causes):
        return _("Safety asks for this.")
    return first_and_more(_titles(pack, causes))


def _why(pack: Pack, causes: Iterable[Cause]) -> Iterator[str]:
    """Say what is missing and will then be there, and which risks it answers."""
    causes = tuple(causes)
    missing = dict.fromkeys(cause.gate for cause in causes if cause.gate is not None)
    if missing:
        words = _("Safety asks for this: {things}")
        yield words.format(things=" ".join(in_place_words(pack, missing)))
    titles = _titles(pack, causes)
    if titles and missing:
        yield _("It also answers: {risks}.").format(risks=named(titles))
    elif titles:
        yield _("It answers: {risks}.").format(risks=named(titles))


def _titles(pack: Pack, causes: Iterable[Cause]) -> list[str]:
    """Return the titles of the risks that are answered, each once."""
    rules = dict.fromkeys(cause.rule for cause in causes if cause.rule is not None)
    return [pack.rule_by_id[rule][0].title for rule in rules]
