"""What differs between two plans, to read in a terminal or as data."""

import json

from advisor.export.json_reasons import answer_data
from advisor.export.terminal import TerminalPage
from advisor.language import _
from advisor.models.comparison import Comparison, NewerAdvice, StateChange, VerdictChange
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.comparison import told_comparison, told_newer_evidence
from advisor.telling.moves import Move

COMPARISON_VERSION = 1


def comparison_text(pack: Pack, before: Plan, after: Plan, comparison: Comparison) -> str:
    """Return the differences as plain text, the answers first."""
    told = told_comparison(pack, before, after, comparison)
    page = TerminalPage()
    page.paragraph(_("From: {title}").format(title=told.before_title))
    page.paragraph(_("To: {title}").format(title=told.after_title))
    page.paragraph(told.summary)
    if told.answers:
        page.heading(_("Answers that differ"))
    for row in told.answers:
        page.point(row.asked)
        page.paragraph(_("from: {answer}").format(answer=row.before), 4)
        page.paragraph(_("to: {answer}").format(answer=row.after), 4)
    for group in told.groups:
        page.heading(group.title)
        for move in group.moves:
            _tell_move(page, move)
    return page.text()


def newer_text(pack: Pack, plan: Plan, newer: NewerAdvice) -> str:
    """Return what newer evidence changed in the advice on a plan, finding by finding."""
    told = told_newer_evidence(pack, plan, newer)
    page = TerminalPage()
    page.heading(told.title)
    page.paragraph(told.summary)
    for move in told.moves:
        _tell_move(page, move)
    return page.text()


def _tell_move(page: TerminalPage, move: Move) -> None:
    """Write a finding that moved, with why on either side."""
    page.point(f"[{move.rule}] {move.title} ({move.kind}): {move.words}")
    for cause in move.why:
        page.paragraph(_("{side}:").format(side=cause.side), 4)
        for line in cause.lines:
            page.point(line, indent=6)


def comparison_json(comparison: Comparison) -> str:
    """Return the differences as JSON: ``answers``, ``findings``, ``states``.

    A finding has the rule with its verdict ``before`` and ``after`` (null where a pack has no
    such rule); a state belongs to a risk that applies on both sides.
    """
    moves = (*comparison.gained, *comparison.lost, *comparison.changed)
    data = {
        "comparison_version": COMPARISON_VERSION,
        "answers": [
            {
                "question": difference.question,
                "before": answer_data(difference.before),
                "after": answer_data(difference.after),
            }
            for difference in comparison.answers
        ],
        "findings": [_change_data(move) for move in moves],
        "states": [_change_data(change) for change in comparison.states],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _change_data(change: VerdictChange | StateChange) -> dict[str, str | None]:
    return {"rule": change.rule, "before": change.before, "after": change.after}
