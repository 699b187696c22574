"""What would be different in the advice: before and after, worse first, and all in a sentence."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.comparison import Comparison, GateChange, StateChange, VerdictChange
from advisor.models.evidence import Effect
from advisor.models.findings import Finding, GateState, Verdict
from advisor.models.ids import RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.rules.weighing import AnyChange, changes_in, weight
from advisor.telling.grammar import joined
from advisor.telling.words import MARK, mark_of

GATE_MARK = {
    GateState.MISSING: Mark.MISSING,
    GateState.NOT_SAID: Mark.NOT_SAID,
    GateState.FINE: Mark.IN_PLACE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One thing that would be different.

    ``weight`` is more than 0 for what is worse, less for what is better. ``rule`` is None for
    what must be there before mothers are supported.
    """

    title: str
    kind: str
    before: Mark
    after: Mark
    weight: int
    rule: RuleId | None

    @property
    def is_worse(self) -> bool:
        """Whether it would be worse than now."""
        return self.weight > 0

    @property
    def headline(self) -> str:
        """What is different, and whether that is worse."""
        words = _("Worse: {title} ({kind})") if self.is_worse else _("{title} ({kind})")
        return words.format(title=self.title, kind=self.kind)

    @property
    def sentence(self) -> str:
        """The difference as a line that can be read alone."""
        return _("{headline}: “{before}” becomes “{after}”.").format(
            headline=self.headline, before=MARK[self.before], after=MARK[self.after]
        )


def shifts(pack: Pack, moved: Comparison) -> tuple[Shift, ...]:
    """Tell everything that would be different: what is worse first, then what is better."""
    found = sorted(changes_in(moved), key=lambda change: _ORDER.index(_kind(pack, change)))
    told = [_shift(pack, change) for change in found]
    return tuple(sorted(told, key=lambda each: (not each.is_worse, each.weight == 0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """How much would be better and how much worse, each kind of thing counted in its own words.

    ``depends`` and ``not_covered`` are of what nobody could say any more that it applies, or
    that it does not: that is neither. ``is_doubtful``: something among it may be worse.
    ``coming`` is how much of what decides whether mothers come is better, and how much worse,
    where that is not in words among the rest.
    """

    better: tuple[str, ...]
    worse: tuple[str, ...]
    depends: tuple[str, ...]
    not_covered: tuple[str, ...]
    is_doubtful: bool
    coming: tuple[int, int] = (0, 0)


def balance(pack: Pack, moved: Comparison, *, in_brief: bool = False) -> Balance:
    """Count what would be better and what worse; ``in_brief`` fewer kinds of things apart."""
    sure = Counter[tuple[str, bool]]()
    unsure = Counter[tuple[str, Verdict]]()
    is_doubtful = False
    for change in changes_in(moved):
        weighs, kind = weight(pack, change), _kind(pack, change)
        if isinstance(change, VerdictChange) and change.after in _UNSURE:
            unsure[kind, change.after] += 1
            is_doubtful = is_doubtful or weighs > 0
        elif weighs:
            sure[kind, weighs > 0] += 1
    named = set(_ORDER) - (_ON_COMING if in_brief else set())
    coming = [sum(sure[kind, worse] for kind in _ON_COMING - named) for worse in (False, True)]
    depends = {kind: unsure[kind, Verdict.MAY_APPLY] for kind in _ANY}
    depends[_ALL] = sum(depends.values())
    return Balance(
        better=tuple(_counted({kind: sure[kind, False] for kind in named}, _BETTER)),
        worse=tuple(_counted({kind: sure[kind, True] for kind in named}, _WORSE)),
        coming=(coming[0], coming[1]),
        depends=tuple(_counted(depends, _ALL_IN_ONE if in_brief else _ANY)),
        not_covered=tuple(
            _counted({kind: unsure[kind, Verdict.NOT_COVERED] for kind in _ANY}, _ANY)
        ),
        is_doubtful=is_doubtful,
    )


def summed_up(pack: Pack, moved: Comparison, *, besides: bool = False) -> str:
    """Say in a sentence or two how much would be better and how much worse.

    ``besides`` says that something better was told already, which is not in ``moved``.
    """
    found = balance(pack, moved)
    is_unsure = bool(found.depends or found.not_covered)
    is_told = bool(found.better or found.worse) or not is_unsure
    said = [_better_and_worse(found, besides=besides)] if is_told else []
    if found.depends:
        words = _("What would depend on open answers: {things}.")
        said.append(words.format(things=joined(found.depends)))
    if found.not_covered:
        words = _("What our evidence would not cover: {things}.")
        said.append(words.format(things=joined(found.not_covered)))
    return " ".join(said)


def _better_and_worse(found: Balance, *, besides: bool) -> str:
    better, worse = joined(found.better), joined(found.worse)
    if not better and not worse:
        return _("Nothing else in the advice would be better or worse.")
    if not worse and found.is_doubtful:
        return _("There would be {better}.").format(better=better)
    if not worse:
        return _("There would be {better}. Nothing would be worse.").format(better=better)
    if not better and besides:
        return _("There would be {worse}. Nothing else would be better.").format(worse=worse)
    if not better:
        return _("There would be {worse}. Nothing would be better.").format(worse=worse)
    return _("There would be {better}, but also {worse}.").format(better=better, worse=worse)


def _shift(pack: Pack, change: AnyChange) -> Shift:
    before, after = _marks(change)
    if isinstance(change, GateChange):
        gate = next(each for each in pack.gates if each.id == change.gate)
        title, kind = gate.in_place, MARK[Mark.SAFETY]
    else:
        configuration, rule = pack.rule_by_id[change.rule]
        title, kind = configuration.title, MARK[mark_of(rule.effect)]
    return Shift(
        title=title,
        kind=kind,
        before=before,
        after=after,
        weight=weight(pack, change),
        rule=None if isinstance(change, GateChange) else change.rule,
    )


def _marks(change: AnyChange) -> tuple[Mark, Mark]:
    match change:
        case GateChange():
            return GATE_MARK[change.before], GATE_MARK[change.after]
        case StateChange():
            return Mark(change.before.value), Mark(change.after.value)
        case VerdictChange():
            return _stands(change.before, change.was), _stands(change.after, change.now)


def _stands(verdict: Verdict | None, finding: Finding | None) -> Mark:
    """Return how far a risk that applies is in hand; of all else the verdict."""
    if finding is not None and finding.state is not None:
        return Mark(finding.state.value)
    return Mark((verdict or Verdict.NOT_COVERED).value)


_UNSURE = (Verdict.MAY_APPLY, Verdict.NOT_COVERED)
_STATE = "state"
_GATE = "gate"
_ORDER = (
    _GATE,
    _STATE,
    Effect.HARMS.value,
    Effect.DISCOURAGES.value,
    Effect.BENEFITS.value,
    Effect.ENCOURAGES.value,
)

_ON_COMING = {Effect.DISCOURAGES.value, Effect.ENCOURAGES.value}


def _kind(pack: Pack, change: AnyChange) -> str:
    match change:
        case GateChange():
            return _GATE
        case StateChange():
            return _STATE
        case VerdictChange():
            return pack.rule_by_id[change.rule][1].effect.value


_Words = Callable[[int], str]

_WORSE: dict[str, _Words] = {
    _GATE: lambda n: ngettext(
        "one thing not in place that safety needs",
        "{n} things not in place that safety needs",
        n,
    ),
    Effect.HARMS.value: lambda n: ngettext("one more risk", "{n} more risks", n),
    _STATE: lambda n: ngettext("one risk less well in hand", "{n} risks less well in hand", n),
    Effect.DISCOURAGES.value: lambda n: ngettext(
        "one more thing that keeps mothers away", "{n} more things that keep mothers away", n
    ),
    Effect.BENEFITS.value: lambda n: ngettext("one benefit ruled out", "{n} benefits ruled out", n),
    Effect.ENCOURAGES.value: lambda n: ngettext(
        "one fewer thing that helps mothers say yes",
        "{n} fewer things that help mothers say yes",
        n,
    ),
}
_BETTER: dict[str, _Words] = {
    _GATE: lambda n: ngettext(
        "one more thing in place that safety needs",
        "{n} more things in place that safety needs",
        n,
    ),
    _STATE: lambda n: ngettext("one risk better in hand", "{n} risks better in hand", n),
    Effect.HARMS.value: lambda n: ngettext("one fewer risk", "{n} fewer risks", n),
    Effect.BENEFITS.value: lambda n: ngettext(
        "one more benefit likely", "{n} more benefits likely", n
    ),
    Effect.ENCOURAGES.value: lambda n: ngettext(
        "one more thing that helps mothers say yes", "{n} more things that help mothers say yes", n
    ),
    Effect.DISCOURAGES.value: lambda n: ngettext(
        "one fewer thing that keeps mothers away",
        "{n} fewer things that keep mothers away",
        n,
    ),
}
_ANY: dict[str, _Words] = {
    Effect.HARMS.value: lambda n: ngettext("one risk", "{n} risks", n),
    Effect.BENEFITS.value: lambda n: ngettext("one benefit", "{n} benefits", n),
    Effect.ENCOURAGES.value: lambda n: ngettext(
        "one thing that helps mothers say yes", "{n} things that help mothers say yes", n
    ),
    Effect.DISCOURAGES.value: lambda n: ngettext(
        "one thing that keeps mothers away", "{n} things that keep mothers away", n
    ),
}

_ALL = "all"
_ALL_IN_ONE: dict[str, _Words] = {_ALL: lambda n: ngettext("one thing", "{n} things", n)}


def _counted(numbers: Mapping[str, int], table: Mapping[str, _Words]) -> Iterator[str]:
    """Yield how many things there are of each kind of which there are any."""
    for kind, words in table.items():
        if n := numbers.get(kind):
            yield words(n).format(n=n)
