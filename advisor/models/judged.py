"""What advice comes to, in short: kept with each plan, so that lists of plans need no rules."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from advisor.models.advice import Advice, Summary
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.ids import GateId, PlanId, QuestionId, RuleId
from advisor.models.pack import PackVersion

JUDGED_VERSION = 1
Value = TypeVar("Value")


class PlanOrder(StrEnum):
    """What lists of plans go by; each begins with what needs a person most."""

    CHANGED = "changed"
    NAME = "name"
    SAFETY = "safety"
    RISKS = "risks"
    ANSWERED = "answered"


Standing: TypeAlias = Verdict | RiskState
"""How a rule stands to a plan: the state of a risk that applies, else the verdict."""

_STANDINGS: Mapping[str, Standing] = {each.value: each for each in (*Verdict, *RiskState)}
_GATE_STATES: Mapping[str, GateState] = {each.value: each for each in GateState}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a question stands: its section in words, and on which of so many open pages, from 1."""

    section: str
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The counts of the advice on a plan, and how each rule and gate of the evidence stands to it.

    ``covered`` and ``can_judge`` are those of the advice. ``stops``: so many of the gates that
    are missing stop everything; ``is_running``: the programme runs already. ``waiting`` is the
    first question that is asked of the plan and to which nothing was said, ``at`` where it stands:
    None where nothing waits, and in what older versions kept.
    """

    pack: PackVersion
    covered: bool
    can_judge: bool
    summary: Summary
    standings: Mapping[RuleId, Standing]
    gates: Mapping[GateId, GateState]
    stops: int = 0
    is_running: bool = False
    waiting: QuestionId | None = None
    at: Place | None = None

    @property
    def is_about_this(self) -> bool:
        """Whether the evidence speaks about the plan, so that its counts mean something."""
        return self.covered and self.can_judge

    @property
    def knows_place(self) -> bool:
        """Whether it says where the question stands that waits, or that none does."""
        return self.waiting is None or self.at is not None

    def counts(self) -> dict[str, int]:
        """Return the counts of the advice by their names."""
        return asdict(self.summary)

    def text(self) -> str:
        """Return it as JSON."""
        kept = {
            "judged_version": JUDGED_VERSION,
            "pack": [self.pack.id, self.pack.version],
            "covered": self.covered,
            "can_judge": self.can_judge,
            "summary": self.counts(),
            "standings": _turned(self.standings),
            "gates": _turned(self.gates),
            "stops": self.stops,
            "is_running": self.is_running,
            "waiting": self.waiting,
            "at": None if self.at is None else [self.at.section, self.at.page, self.at.pages],
        }
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _turned(standings: Mapping[Any, StrEnum]) -> dict[str, list[str]]:
    """Return the keys by their value, which takes a fifth of the room."""
    turned: dict[str, list[str]] = {}
    for key, standing in standings.items():
        turned.setdefault(standing.value, []).append(key)
    return turned


def _read(values: Mapping[str, Value], turned: Mapping[str, list[Any]]) -> dict[Any, Value]:
    """Return keys with their value; lists of ten thousand plans wait for this."""
    found: dict[Any, Value] = {}
    for word, keys in turned.items():
        found.update(dict.fromkeys(keys, values[word]))
    return found


def _place(kept: list[Any] | None) -> Place | None:
    if kept is None:
        return None
    section, page, pages = kept
    return Place(section=str(section), page=int(page), pages=int(pages))


def judged_of(advice: Advice) -> Judged:
    """Return what advice comes to; where its plan is it does not say."""
    return Judged(
        pack=advice.pack,
        covered=advice.covered,
        can_judge=advice.can_judge,
        summary=advice.summary,
        standings={each.rule: each.state or each.verdict for each in advice.findings},
        gates={gate.id: gate.state for gate in advice.gates},
        stops=advice.stops,
    )


def judged_in(text: str | None) -> Judged | None:
    """Return what a kept text says; None for one that is not there or cannot be read."""
    try:
        kept = json.loads(text or "")
        if kept["judged_version"] != JUDGED_VERSION:
            return None
        return Judged(
            pack=PackVersion(id=kept["pack"][0], version=kept["pack"][1]),
            covered=bool(kept["covered"]),
            can_judge=bool(kept["can_judge"]),
            summary=Summary(**kept["summary"]),
            standings=_read(_STANDINGS, kept["standings"]),
            gates=_read(_GATE_STATES, kept["gates"]),
            stops=int(kept["stops"]),
            is_running=bool(kept["is_running"]),
            waiting=QuestionId(kept["waiting"]) if kept["waiting"] else None,
            at=_place(kept.get("at")),
        )
    except (ValueError, KeyError, TypeError, IndexError):
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSummary:
    """What a list of plans shows, without the plan itself. Times are UTC."""

    id: PlanId
    title: str
    changed: datetime.datetime
    answered: int
    asked: int
    description: str = ""
    judged: Judged | None = None
    """What the stored advice comes to; None before there is advice."""
    is_judged_now: bool = False
    """Whether nothing was changed since that advice was stored."""
    deleted: datetime.datetime | None = None
    """When it was put away."""
    version: int = field(default=0, compare=False)
    """Of the title, so that it is not changed from an older one."""
