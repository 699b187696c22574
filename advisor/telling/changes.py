"""What would have to change, in sentences: each way as a card, with what it brings and costs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.changes import Aim, Changes, PossibleChanges, Together, Way
from advisor.models.comparison import Comparison
from advisor.models.ids import ActionId, RuleId
from advisor.models.pack import Pack
from advisor.telling.changed_answer import ToldChange, told_change
from advisor.telling.shifts import Shift, shifts, summed_up
from advisor.telling.words import MARK


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldWay:
    """Changed answers that reach something, with all that they would bring and cost.

    ``reaches`` says what it does here, ``shifts`` what else would be different, and
    ``summary`` all of it in a sentence. ``caution`` is empty where nothing has to be minded.
    Where ``reaches`` says how much is the same as in the first way, ``changed`` and ``shifts``
    have only the rest; ``changes`` has all.
    """

    title: str
    reaches: str
    changed: tuple[ToldChange, ...]
    shifts: tuple[Shift, ...]
    summary: str
    caution: str
    changes: Changes

    @property
    def lines(self) -> tuple[str, ...]:
        """The way in sentences."""
        changed = (change.sentence for change in self.changed)
        found = (shift.sentence for shift in self.shifts)
        said = (*changed, self.reaches, self.summary, *found, self.caution)
        return tuple(filter(None, said))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesStory:
    """The answer to what would have to change: the smallest way first, the others after it.

    ``lessening`` are actions, under ``lessening_title``.
    """

    intro: str
    ways: tuple[ToldWay, ...]
    lessening_title: str
    lessening: tuple[str, ...]

    @property
    def others(self) -> str:
        """What stands over the ways after the first."""
        n = len(self.ways) - 1
        return ngettext("One other way", "{n} other ways", n).format(n=n)


def changes_story(pack: Pack, advice: Advice, possible: PossibleChanges) -> ChangesStory:
    """Tell the ways for one finding, smallest first."""
    return ChangesStory(
        intro=_intro(possible),
        ways=tuple(
            _way(pack, way, possible.rule, is_first=number == 0)
            for number, way in enumerate(possible.ways)
        ),
        lessening_title=_lessening_title(possible.lessening, has_ways=bool(possible.ways)),
        lessening=_texts(advice, possible.lessening),
    )


def together_story(pack: Pack, advice: Advice, together: Together) -> ChangesStory:
    """Tell what would put all open risks more in hand at once."""
    title = _("What lessens those that would stay open") if together.left else ""
    return ChangesStory(
        intro=" ".join(_together_intro(pack, together)),
        ways=tuple(_together(pack, way, together.ways[0]) for way in together.ways),
        lessening_title=title,
        lessening=_texts(advice, together.lessening) if title else (),
    )


_NO_WAY = {
    Aim.STOP: N_("No small change of your own choices would stop this from applying."),
    Aim.START: N_("No small change of your own choices would let this apply for certain."),
}


def _intro(possible: PossibleChanges) -> str:
    words = _ways(len(possible.ways)) if possible.ways else _(_NO_WAY[possible.aim])
    if possible.complete:
        return words
    more = _("There may be more: not every combination could be tried.")
    return f"{words} {more}"


def _ways(n: int) -> str:
    return ngettext(
        "There is one small way to change this.",
        "There are {n} small ways to change this, each by itself.",
        n,
    ).format(n=n)


def _together_intro(pack: Pack, together: Together) -> Iterator[str]:
    if not together.eased and not together.left:
        yield _("No risk is open.")
        return
    if (n := len(together.eased)) and together.ways:
        count = len(together.ways[0].changes)
        yield ngettext(
            "{answers} would put one open risk more in hand.",
            "{answers} would put {n} open risks more in hand.",
            n,
        ).format(
            answers=ngettext("One changed answer", "{count} changed answers", count).format(
                count=count
            ),
            n=n,
        )
        if not together.complete:
            yield _("There may be more ways than are shown here.")
    else:
        yield _("No changed answer would put an open risk more in hand.")
    if together.left:
        titles = [pack.rule_by_id[rule][0].title for rule in together.left]
        yield _("These would stay open: {risks}.").format(risks="; ".join(titles))


def _lessening_title(lessening: Iterable[ActionId], *, has_ways: bool) -> str:
    if not tuple(lessening):
        return ""
    if has_ways:
        return _("What lessens it, whatever you answer")
    return _("Nothing that you answer helps here. These actions lessen it")


def _texts(advice: Advice, actions: Iterable[ActionId]) -> tuple[str, ...]:
    return tuple(advice.action_by_id[action].text for action in actions)


def _together(pack: Pack, way: Way, first: Way) -> ToldWay:
    """Tell a set of answers; any after the first by what it has otherwise than that."""
    whole = _whole(pack, way)
    if way is first:
        return whole
    another, smallest = replace(whole, title=_("Another way")), _whole(pack, first)
    changed = tuple(change for change in whole.changed if change not in smallest.changed)
    same = len(whole.changed) - len(changed)
    if not same:
        return another
    return replace(
        another,
        changed=changed,
        reaches=ngettext(
            "One more change is the same as in the smallest.",
            "{n} more changes are the same as in the smallest.",
            same,
        ).format(n=same),
        shifts=tuple(shift for shift in whole.shifts if shift not in smallest.shifts),
    )


def _whole(pack: Pack, way: Way) -> ToldWay:
    title = _("The smallest change")
    return _told(pack, way, title=title, reaches="", moved=way.moved, caution="")


def _way(pack: Pack, way: Way, rule: RuleId, *, is_first: bool) -> ToldWay:
    is_another = way.aim is Aim.STOP and pack.rule_by_id[rule][1].effect.is_adverse
    title = _("The smallest change") if is_first else _("Another way")
    caution = _(
        "This makes it another programme, in another form or for other mothers. It does nothing"
        " for those whom it leaves out."
    )
    return _told(
        pack,
        way,
        title=title,
        reaches=_reaches(pack, way, rule),
        moved=_without(way.moved, rule),
        caution=caution if is_another else "",
    )


def _told(
    pack: Pack, way: Way, *, title: str, reaches: str, moved: Comparison, caution: str
) -> ToldWay:
    return ToldWay(
        title=title,
        reaches=reaches,
        changed=tuple(
            told_change(
                pack.questionnaire[change.question],
                change.before,
                change.after,
                *(each.after for each in way.instead if each.question == change.question),
            )
            for change in way.changes
        ),
        shifts=shifts(pack, moved),
        summary=summed_up(pack, moved, besides=bool(reaches)),
        caution=caution,
        changes=way.changes,
    )


def _reaches(pack: Pack, way: Way, rule: RuleId) -> str:
    """Say what a way does to the finding that was asked about."""
    if way.aim is Aim.BEGIN:
        return _("One of its causes would be more in hand; the risk as a whole would not yet.")
    here = next((each for each in shifts(pack, way.moved) if each.rule == rule), None)
    if here is None:
        return ""
    return _("Here “{before}” becomes “{after}”.").format(
        before=MARK[here.before], after=MARK[here.after]
    )


def _without(moved: Comparison, rule: RuleId) -> Comparison:
    """Return what else is different than one finding."""
    return Comparison(
        gained=tuple(each for each in moved.gained if each.rule != rule),
        lost=tuple(each for each in moved.lost if each.rule != rule),
        changed=tuple(each for each in moved.changed if each.rule != rule),
        states=tuple(each for each in moved.states if each.rule != rule),
        gates=moved.gates,
    )
