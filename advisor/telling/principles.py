"""What a plan does for each of the field's principles: in place, and still open."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice, AdvisedAction
from advisor.models.explanation import Truth
from advisor.models.ids import ActionId, SourceId
from advisor.models.pack import Pack
from advisor.models.plan import Choice
from advisor.telling.grammar import few
from advisor.telling.words import CHOICE

SOURCE = SourceId("five-principles-2019")
MOST = 4
_OURS = N_(
    "What stands under which principle is our own view, and none of the words are those of the "
    "original. Read the original too."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeActions:
    """The actions that matter most; ``more`` says how many there are besides."""

    items: tuple[str, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipleStory:
    """A principle with what the plan has for it, and what is still open."""

    label: str
    in_place: SomeActions
    still_open: SomeActions


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinciplesStory:
    """Every principle; ``original`` names the publication and its place, ``ours`` what is ours."""

    principles: tuple[PrincipleStory, ...]
    original: str
    ours: str


def tell_principles(pack: Pack, advice: Advice) -> PrinciplesStory:
    """Tell what is in place and what is open, each action under one principle."""
    home = _homes(pack)
    return PrinciplesStory(
        principles=tuple(
            _principle(
                term.label,
                [each for each in advice.actions if home[each.id] == term.id],
                can_judge=advice.can_judge,
            )
            for term in pack.principles
        ),
        original=_original(pack),
        ours=_(_OURS),
    )


def _homes(pack: Pack) -> dict[ActionId, str]:
    """Return for each action the principle that what it serves is most about.

    A principle that few statements name counts for more where one of them is served.
    """
    names = [term.id for term in pack.principles]
    sizes = Counter(name for each in pack.configurations for name in each.principles)
    homes: dict[ActionId, str] = {}
    for action in pack.actions:
        named = Counter(
            principle
            for serving in action.serves
            for principle in pack.configuration_by_id[serving.configuration].principles
        )
        homes[action.id] = max(
            names, key=lambda name: named[name] / max(1, sizes[name]), default=""
        )
    return homes


def _principle(label: str, actions: list[AdvisedAction], *, can_judge: bool) -> PrincipleStory:
    there = [each for each in actions if each.in_place is True]
    wanted = [
        each
        for each in actions
        if each.in_place is not True
        and not each.is_declined
        and (each.applies is Truth.HOLDS or each.is_planned)
    ]
    nothing_open = (
        _("Nothing that we know of.")
        if can_judge
        else _("We cannot say: our evidence does not speak about this kind of support.")
    )
    return PrincipleStory(
        label=label,
        in_place=_listed(there, _("Nothing yet, as far as your answers say.")),
        still_open=_listed(wanted, nothing_open),
    )


def _listed(actions: Iterable[AdvisedAction], nothing: str) -> SomeActions:
    first = sorted(actions, key=lambda each: not (each.key or each.safety))
    shown, left = few(MOST + 1, tuple(map(_text, first)))
    more = ngettext("And {n} more in the annex.", "And {n} more in the annex.", left)
    return SomeActions(items=tuple(shown) or (nothing,), more=more.format(n=left) if left else "")


def _text(action: AdvisedAction) -> str:
    if action.is_planned:
        return _("{action} ({state})").format(action=action.text, state=CHOICE[Choice.WE_WILL])
    return action.text


def _original(pack: Pack) -> str:
    source = pack.source_by_id.get(SOURCE)
    if source is None:
        return ""
    return _("The original: {citation} To be found at {address}").format(
        citation=source.citation, address=source.url
    )
