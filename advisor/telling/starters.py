"""A starter text for one plan: the lines that fit it, with its own words filled in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.models.conditions import questions_in
from advisor.models.materials import Slot, Starter, StarterBlock
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.sheets import Piece
from advisor.rules.facts import Facts
from advisor.telling.grammar import joined

NAME_SLOT = "programme"
"""The slot that takes the name of the plan."""
REVIEW_SLOT = "review_date"
"""The slot for the day on which a draft is looked at again."""

_PIECES = re.compile(r"\{(\w+)\}|_{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterPart:
    """Lines under one heading."""

    heading: str
    lines: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterStory:
    """A starter as it fits one plan. ``about`` says that it is a start, and who should check it.

    ``says_next_look``: its lines have room for when it is looked at again.
    """

    note: str
    about: str
    parts: tuple[StarterPart, ...]
    says_next_look: bool


def starter_of(pack: Pack, kind: str) -> Starter:
    """Return the starter of a kind; raise KeyError where the pack has none."""
    return {each.kind: each for each in pack.starters.templates}[kind]


def is_offered(pack: Pack, plan: Plan, kind: str) -> bool:
    """Whether the pack has a starter and it fits a plan: not where its condition fails."""
    found = [each for each in pack.starters.templates if each.kind == kind]
    return any(not Facts(pack, plan).fails(each.applies_when) for each in found)


def told_starter(pack: Pack, plan: Plan, starter: Starter) -> StarterStory:
    """Tell a starter with the blocks that certainly fit and the slots that the plan answers.

    A heading that no block fits yet, though one may, has a line for what is not known.
    """
    facts = Facts(pack, plan)
    slots = {slot.id: slot for slot in pack.starters.slots}
    parts: list[tuple[str, list[tuple[Piece, ...]]]] = []
    fitting = [block for block in starter.blocks if facts.holds(block.when)]
    settled = {block.heading for block in fitting}
    for block in starter.blocks:
        if block in fitting:
            if block.heading or not parts:
                parts.append((block.heading, []))
            parts[-1][1].extend(tuple(_pieces(line, slots, plan)) for line in block.lines)
        elif (
            block.heading
            and block.heading not in settled
            and (asked := _asked(pack, plan, facts, block))
        ):
            # Which of several texts fits is not known yet, so there is a line to write it on.
            parts.append((block.heading, [(Piece(text=asked, blank=True),)]))
            settled.add(block.heading)
    return StarterStory(
        note=starter.note,
        about=pack.starters.about,
        parts=tuple(StarterPart(heading=head, lines=tuple(lines)) for head, lines in parts),
        says_next_look=any(f"{{{REVIEW_SLOT}}}" in line for each in fitting for line in each.lines),
    )


def _asked(pack: Pack, plan: Plan, facts: Facts, block: StarterBlock) -> str:
    """Return what has to be known before a block fits; empty where it certainly does not."""
    if block.when is None or facts.fails(block.when):
        return ""
    wanted = questions_in(block.when)
    open_ones = [each for each in pack.questionnaire.questions if each.id in wanted]
    return next((each.short or each.text for each in open_ones if plan.answer(each.id).is_open), "")


def _pieces(line: str, slots: dict[str, Slot], plan: Plan) -> Iterator[Piece]:
    end = 0
    for found in _PIECES.finditer(line):
        if before := line[end : found.start()]:
            yield Piece(text=before)
        end = found.end()
        slot = slots.get(found[1] or "")
        if slot is None:
            yield Piece(text="", blank=True)
        elif words := _answer(slot, plan):
            yield Piece(text=words, from_plan=True)
        else:
            yield Piece(text=slot.label, blank=True)
    if rest := line[end:]:
        yield Piece(text=rest)


def _answer(slot: Slot, plan: Plan) -> str:
    if slot.id == NAME_SLOT:
        return plan.title.strip()
    given = plan.answer(slot.question).given if slot.question else None
    if isinstance(given, frozenset):
        chosen = [words for option, words in slot.texts.items() if option in given]
        return joined(chosen)
    return next((words for option, words in slot.texts.items() if option == given), "")
