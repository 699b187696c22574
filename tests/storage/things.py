"""Small plans and evidence for the tests of storage, and the work that other processes do."""

import contextlib
import datetime
import itertools
import sqlite3
import uuid
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

from sqlalchemy import Connection

from advisor.models.advice import Summary
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.ids import ActionId, GateId, OptionId, PlanId, QuestionId, RuleId
from advisor.models.judged import Judged
from advisor.models.pack import PackVersion
from advisor.models.plan import (
    Answer,
    Choice,
    Comment,
    Decision,
    Entry,
    EntryKey,
    GateTick,
    OpenAnswer,
    OwnAction,
    OwnRisk,
    Plan,
    PlanName,
)
from advisor.storage import edits, plans

FORMATS = QuestionId("formats")
DISTANCE = QuestionId("distance")
EDITION = PackVersion(id="small", version="1")
DIGEST = "d" * 64
_NUMBERS = itertools.count(1)


def uid() -> str:
    return str(uuid.UUID(int=next(_NUMBERS), version=4))


def judged(open_risks: int = 2, *, covered: bool = True, missing: int = 1) -> Judged:
    """What the advice on a plan might come to."""
    none = dict.fromkeys((field.name for field in fields(Summary)), 0)
    counts = {"risks_open": open_risks, "gates_missing": missing, "answered": 4, "asked": 31}
    return Judged(
        pack=EDITION,
        covered=covered,
        can_judge=True,
        summary=Summary(**{**none, **counts}),
        standings={RuleId("N01-harms"): RiskState.OPEN, RuleId("N02-harms"): Verdict.MAY_APPLY},
        gates={GateId("G01"): GateState.MISSING},
        waiting=DISTANCE,
    )


def plan(title: str = "Amberfield friends") -> Plan:
    """A plan with an entry of every kind."""
    return Plan(
        id=PlanId(uid()),
        title=title,
        description="Volunteers ring mothers.\nFor eight weeks.",
        answers={
            FORMATS: Answer(
                value=frozenset({OptionId("telephone"), OptionId("group")}), note="Två gånger"
            ),
            QuestionId("setting"): Answer(value=OptionId("charity")),
            DISTANCE: Answer(value=7),
            QuestionId("supervised"): Answer(value=False),
            QuestionId("severity"): Answer(value=OpenAnswer.NOT_SURE, note="ask"),
        },
        decisions={
            ActionId("plan-01"): Decision(
                choice=Choice.WE_WILL, owner="Ruth", due=datetime.date(2027, 2, 28), note="soon"
            ),
            ActionId("plan-02"): Decision(choice=Choice.NOT_FOR_US, reason="no room"),
        },
        own_actions=(
            OwnAction(id=uid(), text="Ask the library", stage="recruit"),
            OwnAction(id=uid(), text="Ask the mosque", stage="recruit"),
        ),
        own_risks=(OwnRisk(id=uid(), text="The bus is cut", mitigation="lifts"),),
        comments=(
            Comment(id=uid(), question=DISTANCE, who="Peers", text="Seven miles is too far"),
        ),
        gate_ticks={GateId("gate-b"): GateTick(day=datetime.date(2027, 3, 5))},
        pack=EDITION,
    )


def rename(connection: Connection, plan: Plan, title: str, description: str = "") -> Entry:
    """Save other words of a plan, whatever they are now."""
    version = plans.plan(connection, plan.id).version
    name = PlanName(title=title, description=description, version=version)
    return edits.save(connection, plan.id, EntryKey.of_plan(plan.id), name)


def with_new_ids(original: Plan) -> Plan:
    return replace(original, id=PlanId(uid()))


def records() -> dict[str, object]:
    """A pack of eight files, as up to edition 2026.11, with every kind of record."""
    when = {"question": "formats", "includes": "group"}
    return {
        "pack": {
            "id": "small",
            "version": "1",
            "title": "A small pack",
            "sections": [{"id": "start", "title": "Start", "intro": "Begin."}],
            "stages": [{"id": "plan", "label": "Plan"}],
        },
        "questions": [
            {
                "id": "formats",
                "section": "start",
                "core": True,
                "text": "How?",
                "kind": "multiple",
                "nature": "design",
                "options": [
                    {"id": "group", "label": "Group"},
                    {"id": "telephone", "label": "Téléphone", "informational": True},
                ],
            },
            {
                "id": "distance",
                "section": "start",
                "core": False,
                "kind": "number",
                "nature": "context",
                "min": 0,
                "max": 60,
            },
            {
                "id": "setting",
                "section": "start",
                "core": False,
                "kind": "single",
                "nature": "context",
                "options": [{"id": "group", "label": "The same id again"}],
            },
        ],
        "configurations": [
            {
                "id": "T01",
                "domain": "take_up",
                "theme": "Hope",
                "supplementary": False,
                "title": "Hoping",
                "evidence": "named_in_review",
                "rules": [
                    {"id": "T01-b", "effect": "encourages", "when": when, "note": ""},
                    {"id": "T01-a", "effect": "discourages", "when": {"not": when}, "note": "x"},
                ],
            },
            {
                "id": "N01",
                "domain": "risk",
                "theme": "Loss",
                "supplementary": True,
                "title": "Losing",
                "evidence": "practice_knowledge",
                "rules": [],
            },
        ],
        "actions": [
            {
                "id": "plan-01",
                "stage": "plan",
                "owner": "lead",
                "key": True,
                "evidence": "related_source",
                "serves": [{"configuration": "T01", "how": "strengthens"}],
            }
        ],
        "sources": [{"id": "s-2020", "kind": "review", "read": "part", "citation": "“To be”"}],
        "scope_notes": [{"id": "online", "title": "Online", "when": when, "sources": []}],
        "tensions": [
            {"id": "hope", "title": "Hope", "question": "formats", "option": "group", "text": ""}
        ],
        "glossary": {"zeal": "Eagerness.", "affirmation": "Honest words."},
    }


def later_records() -> dict[str, object]:
    """A pack of all files, with every kind of record."""
    earlier = records()
    when = {"question": "formats", "includes": "group"}
    actions = [{"id": "safe-01", "stage": "run", "owner": "lead", "safety": True, "serves": []}]
    rule = {"id": "N02-a", "effect": "harms", "branches": [{"id": "x", "when": when, "note": "n"}]}
    return {
        **earlier,
        "configurations_risks": [
            {"id": "N02", "domain": "risk", "theme": "Loss", "title": "Losing", "rules": [rule]},
            {"id": "A01", "domain": "risk", "theme": "Loss", "title": "First", "rules": []},
        ],
        "gates": [
            {"id": "gate-b", "level": "stop", "when": when, "text": "?", "actions": ["safe-01"]},
            {"id": "gate-a", "level": "before_opening", "when": when, "text": "!", "actions": []},
        ],
        "actions": actions,
        "evaluation": {"about": "Short.", "questions": [{"id": "q", "question": "How?"}]},
        "training": {"about": "Short.", "sessions": []},
        "templates": {"about": "Short.", "slots": [], "templates": []},
        "paper_words": {"plan_in_a_line": [], "workshop_timetable": []},
        "moves": {"from": "0", "to": "1", "answers": [], "actions": []},
    }


def codes() -> Iterator[str]:
    """Texts that no other test uses, to be looked for in bytes."""
    for number in itertools.count():
        yield f"private-words-{number:04}-{uuid.uuid4().hex}"


def cut_short(file: Path) -> bytes:
    """Leave a file as a kill in the middle of a large save leaves it; return the journal."""
    journal = file.with_name(f"{file.name}-journal")
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE answer SET note = printf('%.9000c', 'x')")
        torn, hot = file.read_bytes(), journal.read_bytes()
        connection.execute("ROLLBACK")
    file.write_bytes(torn)
    journal.write_bytes(hot)
    assert hot
    return hot
