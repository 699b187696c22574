"""Everything that can be found from one box: the plan, its advice and actions, the evidence."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action_list import told_list
from advisor.telling.advice import tell
from advisor.telling.answers import told_answers
from advisor.telling.grammar import beside
from advisor.telling.library import each_entry
from advisor.telling.places import places, plain
from advisor.telling.shelves import SHELF
from advisor.telling.spoken import in_one_run
from advisor.telling.words import WordTable

FEW = 3
"""How many of a kind are shown while all kinds are."""

_NEAR = 0.8
_MARKS = ".,;:!?()“”'\""


class Kind(StrEnum):
    """What is found, in the order in which it is shown."""

    ANSWERS = "answers"
    ADVICE = "advice"
    ACTIONS = "actions"
    EVIDENCE = "evidence"
    COMMANDS = "commands"


KIND_WORDS = WordTable(
    {
        Kind.ANSWERS: N_("This plan"),
        Kind.ADVICE: N_("Advice"),
        Kind.ACTIONS: N_("Actions"),
        Kind.EVIDENCE: N_("Evidence"),
        Kind.COMMANDS: N_("Commands"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """One thing to find: ``at`` leads to it. ``words`` are what it says beside its title.

    ``names`` are what else it is called: who writes one of them means this thing.
    """

    kind: Kind
    at: str
    title: str
    line: str
    words: str = ""
    names: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return in_one_run((self.title, self.line, KIND_WORDS[self.kind]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What was found of one kind: the first few, and how many more there are."""

    kind: Kind
    found: tuple[Findable, ...]
    more: int

    @property
    def more_words(self) -> str:
        """How many are not shown; empty when all are."""
        if not self.more:
            return ""
        return ngettext("{n} more", "{n} more", self.more).format(n=self.more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found. ``words`` are those looked for, spelt as they stand in the texts."""

    groups: tuple[Group, ...]
    counts: Mapping[Kind, int]
    words: tuple[str, ...]

    @property
    def said(self) -> str:
        """How many things were found."""
        n = sum(self.counts.values())
        if not n:
            return _("Nothing found. Try fewer words, or others.")
        return ngettext("{n} found.", "{n} found.", n).format(n=n)


def findable_in_plan(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Findable]:
    """Yield what can be found of a plan: its answers, the advice on it, its actions."""
    yield from _answers(pack, plan)
    yield from _advice(pack, plan, advice)
    yield from _actions(pack, plan, advice)


def findable_in_evidence(pack: Pack) -> Iterator[Findable]:
    """Yield what can be found of the evidence, the same for every plan."""
    for entry in each_entry(pack):
        yield Findable(
            kind=Kind.EVIDENCE,
            at=entry.id,
            title=entry.title,
            line=beside(_(SHELF[entry.shelf]), entry.line),
            words=entry.says,
        )


class Finder:
    """Finds among some things. Their texts are made ready once, not with every letter typed."""

    def __init__(self, things: Iterable[Findable]) -> None:
        self._things = tuple(things)
        self._texts = [plain(f"{each.title} {each.line} {each.words}") for each in self._things]

    def find(self, wanted: str, kind: Kind | None) -> Found:
        """Return what has every word; a word that nothing has is corrected.

        First comes what is called exactly so, and its kind with it; then what has the words in
        its title. Without ``kind`` a few of every kind are returned, else all of that kind.
        """
        words = tuple(map(self._known, plain(wanted).split()))
        name = " ".join(words)
        hits = [
            each
            for each, text in zip(self._things, self._texts, strict=True)
            if words and all(word in text for word in words)
        ]
        hits.sort(key=lambda each: not all(word in plain(each.title) for word in words))
        hits.sort(key=lambda each: not _is_called(each, name))
        counts = {each: sum(hit.kind is each for hit in hits) for each in Kind}
        groups = sorted(_groups(hits, kind), key=lambda each: not _is_called(each.found[0], name))
        return Found(groups=tuple(groups), counts=counts, words=words)

    def _known(self, word: str) -> str:
        """Return a word, or the nearest one that the texts have where they do not have it."""
        if any(word in text for text in self._texts):
            return word
        near = difflib.get_close_matches(word, self._vocabulary, n=1, cutoff=_NEAR)
        return near[0] if near else word

    @cached_property
    def _vocabulary(self) -> list[str]:
        stripped = {word.strip(_MARKS) for text in self._texts for word in text.split()}
        return sorted(stripped)


def marked(title: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return where the words stand in a title: start and length, in order."""
    found = {place for word in words for place in places(title, word)[:1]}
    return tuple(sorted(found))


def _is_called(thing: Findable, name: str) -> bool:
    """Whether a thing is called exactly so: the mark of what asks more first is no part of it."""
    return name in (plain(each).rstrip("…") for each in (thing.title, *thing.names))


def _groups(hits: Sequence[Findable], kind: Kind | None) -> Iterator[Group]:
    for each in Kind if kind is None else (kind,):
        of_kind = tuple(hit for hit in hits if hit.kind is each)
        few = of_kind if kind is not None else of_kind[:FEW]
        if few:
            yield Group(kind=each, found=few, more=len(of_kind) - len(few))


def _answers(pack: Pack, plan: Plan) -> Iterator[Findable]:
    for section in told_answers(pack.questionnaire, plan).sections:
        for line in section.lines:
            answer = _("Your answer: {answer}").format(answer=line.answered)
            yield Findable(
                kind=Kind.ANSWERS,
                at=line.question,
                title=line.asked,
                line=answer,
                words=" ".join((line.note, *line.otherwise)),
            )


def _advice(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Findable]:
    for block in tell(pack, plan, advice).blocks:
        for card in block.cards:
            yield Findable(
                kind=Kind.ADVICE,
                at=card.rule,
                title=card.title,
                line=beside(card.status, card.term),
                words=f"{card.note} {card.summary}",
            )


def _actions(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Findable]:
    for line in told_list(pack, plan, advice).lines:
        owner = line.decision.owner if line.decision is not None else ""
        yield Findable(
            kind=Kind.ACTIONS,
            at=line.key.id,
            title=line.text,
            line=beside(line.state, owner),
            words=line.purpose,
        )
