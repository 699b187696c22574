"""A programme on one page, from whom it is for to what they may gain: a logic model."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.models.blocks import check_heading
from advisor.models.sheets import State


@dataclass(frozen=True, slots=True, kw_only=True)
class LogicList:
    """A part of the model: its head, a funder's word for it, and what stands in it."""

    title: str
    term: str
    items: tuple[str, ...]


class Border(StrEnum):
    """How the box of a benefit is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogicChain:
    """One benefit: what happens for a mother and what she may gain.

    ``likely`` is how likely it is in a word; ``border`` says so too. With
    ``instead`` the benefit is not set up, and that sentence stands in place of the two.
    """

    title: str
    likely: str
    border: Border
    happens: str = ""
    gain: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogicRisk:
    """A risk with its state; without one where no rule judges it."""

    title: str
    state: State | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogicModel:
    """A logic model for one page on its side, whatever is in it.

    What does not fit is left out from the end of a list, and counted. ``flow`` are the lists
    that lead to the chains, in reading order; ``happens`` and ``gain`` stand over the chains,
    of which ``chains_left`` more are left out.
    ``outputs`` are things to count, with room for a number. ``described`` says it all in words.
    """

    level: int
    lead: str
    flow: tuple[LogicList, ...]
    coming: LogicList
    happens: str
    gain: str
    gain_term: str
    chains: tuple[LogicChain, ...]
    chains_left: int
    no_chains: str
    outputs: LogicList
    risks_title: str
    risks: tuple[LogicRisk, ...]
    no_risks: str
    unknown: LogicList
    described: tuple[str, ...]

    def __post_init__(self) -> None:
        check_heading(self.level, self.happens)
        parts = (*self.flow, self.coming, self.outputs, self.unknown)
        if not all(part.items and part.title.strip() for part in parts):
            raise ValueError("Every part of a logic model has a head and says something.")
        if not (self.chains or self.no_chains) or not (self.risks or self.no_risks):
            raise ValueError("A logic model says what may be gained and what could go wrong.")
