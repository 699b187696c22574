"""The chain picture as data: nodes in three columns and the links between them.

A row of the picture is one finding. Contexts are the plan's own answers, each shown once,
so that one answer can be seen to feed several findings.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from advisor.language import N_, _, ngettext
from advisor.models.evidence import Domain
from advisor.models.findings import Verdict
from advisor.models.ids import QuestionId, RuleId
from advisor.models.marks import Mark
from advisor.telling.cards import CardStory
from advisor.telling.grammar import joined
from advisor.telling.spoken import in_one_run
from advisor.telling.why import Reason
from advisor.telling.words import MARK

MOST_CONTEXTS = 3
COLUMN_TITLES = (N_("In this context"), N_("this may happen"), N_("leading to"))


class Column(StrEnum):
    """The three steps of a chain, in reading order."""

    CONTEXT = "context"
    MECHANISM = "mechanism"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One box of the picture. ``marks`` are the badges of the finding it belongs to.

    ``question`` is set for contexts that are answers, ``rule`` for mechanisms and outcomes. A
    context has a mark where something cuts it.
    """

    id: str
    column: Column
    title: str
    detail: str
    marks: tuple[Mark, ...] = ()
    question: QuestionId | None = None
    rule: RuleId | None = None

    @property
    def spoken(self) -> str:
        """The box as a screen reader says it: its column, its words and its state."""
        column = _(COLUMN_TITLES[tuple(Column).index(self.column)])
        parts = [
            _("{column}: {title}").format(column=column[:1].upper() + column[1:], title=self.title)
        ]
        if self.detail:
            parts.append(self.detail)
        if self.marks:
            parts.append(", ".join(MARK[mark] for mark in self.marks))
        return in_one_run(parts)


class Cut(StrEnum):
    """How far a line is cut by what is in place, which is welcome; or that it was lost.

    ``NOT_COVERED``: nobody can say any more whether it is there, which is neither.
    """

    WHOLE = "whole"
    PARTLY = "partly"
    CUT = "cut"
    LOST = "lost"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A line from one box to another. ``is_certain`` is False while the finding may apply."""

    start: str
    end: str
    rule: RuleId
    is_certain: bool
    is_unwanted: bool
    cut: Cut = Cut.WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The whole picture, with the same content as sentences."""

    contexts: tuple[Node, ...]
    mechanisms: tuple[Node, ...]
    outcomes: tuple[Node, ...]
    links: tuple[Link, ...]
    sentences: tuple[str, ...]

    @property
    def columns(self) -> tuple[tuple[Node, ...], ...]:
        """The nodes by column, in reading order."""
        return (self.contexts, self.mechanisms, self.outcomes)

    def leads_to(self, node_id: str) -> str:
        """Say which boxes a box leads to; empty for the last of a path."""
        titles = {node.id: node.title for column in self.columns for node in column}
        ends = "; ".join(titles[link.end] for link in self.links if link.start == node_id)
        return _("Leads to: {boxes}").format(boxes=ends) if ends else ""

    def path_of(self, node_id: str) -> frozenset[str]:
        """Return the nodes on every path through a node, the node itself included."""
        node = next(each for column in self.columns for each in column if each.id == node_id)
        rules = (
            {node.rule}
            if node.rule is not None
            else {link.rule for link in self.links if link.start == node_id}
        )
        ends = (end for link in self.links if link.rule in rules for end in (link.start, link.end))
        return frozenset((node_id, *ends))


def chain_of(cards: Iterable[CardStory]) -> Chain:
    """Draw the findings that apply or may apply as chains, in their order.

    A finding is drawn with at most ``MOST_CONTEXTS`` of its answers, those first that feed
    other findings too; its sentence has them all.
    """
    live = [card for card in cards if card.is_live]
    feeds = Counter(reason.question for card in live for reason in card.reasons)
    contexts: dict[tuple[QuestionId, str], Node] = {}
    links: list[Link] = []
    for card in live:
        for reason in _shown(card, feeds):
            context = _context(reason, contexts)
            links.append(_link(card, context.id, f"m:{card.rule}"))
        links.append(_link(card, f"m:{card.rule}", f"o:{card.rule}"))
    return Chain(
        contexts=tuple(contexts.values()),
        mechanisms=tuple(map(_mechanism, live)),
        outcomes=tuple(map(_outcome, live)),
        links=tuple(links),
        sentences=tuple(map(sentence, live)),
    )


CUT_MARK = {
    Cut.PARTLY: Mark.PARTLY_ADDRESSED,
    Cut.CUT: Mark.ADDRESSED,
    Cut.LOST: Mark.LOST,
    Cut.NOT_COVERED: Mark.NOT_COVERED,
}
"""What stands on a line that is not whole, and on what it comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """One way that leads to a finding, what answers it, and how far that cuts it."""

    text: str
    answered: str
    cut: Cut


def chain_to(card: CardStory, ways: Iterable[Leading]) -> Chain:
    """Draw one finding with the ways that lead to it, those that are cut among them.

    Where all of them are lost, so is what they led to.
    """
    led = tuple(ways)
    outcome = _outcome(card)
    if led and all(way.cut is Cut.LOST for way in led):
        outcome = replace(outcome, marks=(card.marks[0], Mark.LOST))
    contexts = tuple(
        Node(
            id=f"c:{place}",
            column=Column.CONTEXT,
            title=way.text,
            detail=way.answered,
            marks=(CUT_MARK[way.cut],) if way.cut in CUT_MARK else (),
        )
        for place, way in enumerate(led)
    )
    links = (
        replace(_link(card, node.id, f"m:{card.rule}"), cut=way.cut, is_certain=True)
        for node, way in zip(contexts, led, strict=True)
    )
    return Chain(
        contexts=contexts,
        mechanisms=(replace(_mechanism(card), detail=card.reasoning),),
        outcomes=(outcome,),
        links=(*links, _link(card, f"m:{card.rule}", f"o:{card.rule}")),
        sentences=(sentence(card),),
    )


def drawable(cards: Iterable[CardStory], domain: Domain) -> tuple[CardStory, ...]:
    """Return the findings of a domain that can be drawn, what applies before what may apply."""
    live = (card for card in cards if card.is_live and card.domain is domain)
    return tuple(sorted(live, key=lambda card: card.verdict is not Verdict.APPLIES))


def domain_to_draw(cards: Iterable[CardStory], wanted: Domain) -> Domain:
    """Return the domain that is wanted, or the first with something to draw when it has none."""
    domains = [card.domain for card in cards if card.is_live]
    return wanted if wanted in domains else next(iter(domains), Domain.RISK)


def _seen(card: CardStory) -> list[Reason]:
    return [reason for reason in card.reasons if not reason.is_hidden]


def _shown(card: CardStory, feeds: Counter[QuestionId]) -> list[Reason]:
    reasons = _seen(card)
    most_shared = sorted(reasons, key=lambda reason: -feeds[reason.question])[:MOST_CONTEXTS]
    return [reason for reason in reasons if reason in most_shared]


def _context(reason: Reason, known: dict[tuple[QuestionId, str], Node]) -> Node:
    """Return the node of an answer; another part of the same answer has its own."""
    key = (reason.question, reason.answered)
    if key not in known:
        others = sum(question == reason.question for question, _ in known)
        known[key] = Node(
            id=f"c:{reason.question}" + (f":{others}" if others else ""),
            column=Column.CONTEXT,
            title=reason.answered,
            detail=reason.asked,
            question=reason.question,
        )
    return known[key]


def _mechanism(card: CardStory) -> Node:
    more = len(_seen(card)) - MOST_CONTEXTS
    also = ngettext("Rests on {n} more answer.", "Rests on {n} more answers.", more)
    return Node(
        id=f"m:{card.rule}",
        column=Column.MECHANISM,
        title=card.title,
        detail=f"{card.reasoning} {also.format(n=more)}" if more > 0 else card.reasoning,
        marks=card.marks,
        rule=card.rule,
    )


def _outcome(card: CardStory) -> Node:
    return Node(
        id=f"o:{card.rule}",
        column=Column.OUTCOME,
        title=card.outcome,
        detail="",
        marks=card.marks,
        rule=card.rule,
    )


def _link(card: CardStory, start: str, end: str) -> Link:
    return Link(
        start=start,
        end=end,
        rule=card.rule,
        is_certain=card.verdict is Verdict.APPLIES,
        is_unwanted=card.effect.is_adverse,
    )


def sentence(card: CardStory) -> str:
    """Say one chain in words, for those who do not see the picture and for paper."""
    answers = [f"{reason.asked} {reason.answered}" for reason in _seen(card)]
    words = (
        _(
            "In this context: {answers}. This may happen: {finding}. {reasoning}"
            " Leading to: {outcome} ({status}.)"
        )
        if answers
        else _(
            "In every context. This may happen: {finding}. {reasoning}"
            " Leading to: {outcome} ({status}.)"
        )
    )
    return words.format(
        answers=joined(answers),
        finding=card.title,
        reasoning=card.reasoning,
        outcome=card.outcome,
        status=card.status,
    )
