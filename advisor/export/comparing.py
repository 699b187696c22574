"""What differs between two plans, to read in a terminal or as data."""

from advisor.export.json_reasons import answer_data
from advisor.export.terminal import TerminalPage
from advisor.language import _
from advisor.models.comparison import (
    Compared,
    Comparison,
    GateChange,
    NewerAdvice,
    StateChange,
    VerdictChange,
)
from advisor.models.json_values import JsonObject, json_text
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.causes import Cause
from advisor.telling.comparison import ToldComparison
from advisor.telling.newer import told_newer_evidence

COMPARISON_VERSION = 2


def comparison_text(told: ToldComparison) -> str:
    """Return two plans beside each other as plain text, the answers first."""
    page = TerminalPage()
    page.paragraph(_("From: {title}").format(title=told.before_title))
    page.paragraph(_("To: {title}").format(title=told.after_title))
    page.paragraph(told.summary)
    if told.answers:
        page.heading(told.answers_title)
    for row in told.answers:
        page.point(row.asked)
        page.paragraph(_("from: {answer}").format(answer=row.before), 4)
        page.paragraph(_("to: {answer}").format(answer=row.after), 4)
    for block in told.blocks:
        page.heading(block.title)
        for each in block.rows:
            page.point(each.title)
            page.paragraph(_("from: {answer}").format(answer=each.before.sentence), 4)
            page.paragraph(_("to: {answer}").format(answer=each.after.sentence), 4)
            _tell_why(page, each.why)
    if told.alike:
        page.heading(told.alike_title)
    for block in told.alike:
        page.paragraph(_("{title}:").format(title=block.title), 2)
        for each in block.rows:
            page.point(each.alike, indent=4)
    return page.text()


def newer_text(pack: Pack, plan: Plan, newer: NewerAdvice) -> str:
    """Return what newer evidence changed in the advice on a plan, finding by finding."""
    told = told_newer_evidence(pack, plan, newer)
    page = TerminalPage()
    page.heading(told.title)
    page.paragraph(told.summary)
    for move in told.moves:
        page.point(f"[{move.rule}] {move.title} ({move.kind}): {move.words}")
        _tell_why(page, move.why)
    return page.text()


def _tell_why(page: TerminalPage, why: tuple[Cause, ...]) -> None:
    """Write why a finding is otherwise, on either side."""
    for cause in why:
        page.paragraph(_("{side}:").format(side=cause.side), 4)
        for line in cause.lines:
            page.point(line, indent=6)


def comparison_json(compared: Compared) -> str:
    """Return the differences as JSON: ``plans``, ``answers``, ``gates``, ``findings``, ``states``.

    A finding has the rule with its verdict ``before`` and ``after`` (null where a pack has no
    such rule); a state belongs to a risk that applies on both sides.
    """
    moved = compared.moved
    data: JsonObject = {
        "comparison_version": COMPARISON_VERSION,
        "plans": [
            {"id": plan.id, "title": plan.title} for plan in (compared.before, compared.after)
        ],
        "answers": [
            {
                "question": difference.question,
                "before": answer_data(difference.before),
                "after": answer_data(difference.after),
            }
            for difference in moved.answers
        ],
        **moved_data(moved),
    }
    return json_text(data)


def moved_data(moved: Comparison) -> JsonObject:
    """Return what moved in the advice: ``gates``, ``findings`` and ``states``."""
    moves = (*moved.gained, *moved.lost, *moved.changed)
    return {
        "gates": [{"gate": gate.gate, **_sides(gate)} for gate in moved.gates],
        "findings": [{"rule": move.rule, **_sides(move)} for move in moves],
        "states": [{"rule": change.rule, **_sides(change)} for change in moved.states],
    }


def _sides(change: VerdictChange | StateChange | GateChange) -> dict[str, str | None]:
    return {"before": change.before, "after": change.after}
