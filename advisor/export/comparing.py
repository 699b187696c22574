"""What differs between two plans, to read in a terminal or as data."""

import json
import textwrap
from collections.abc import Iterable, Iterator

from advisor.models.comparison import Comparison, StateChange, VerdictChange
from advisor.models.ids import RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, OpenAnswer, Plan
from advisor.telling.naming import coded_title
from advisor.telling.words import EFFECT, RISK_STATE, VERDICT, answer_words

COMPARISON_VERSION = 1

_WIDTH = 88


def comparison_text(pack: Pack, before: Plan, after: Plan, comparison: Comparison) -> str:
    """Return the differences as plain text, the answers first."""
    lines = [f"From: {before.title}", f"To:   {after.title}"]
    if comparison.is_empty:
        lines += ["", "No answer differs, and the advice is the same."]
    parts = {
        "ANSWERS THAT DIFFER": _answer_lines(pack, comparison),
        "FINDINGS THAT NOW APPLY": _verdict_lines(pack, comparison.gained),
        "FINDINGS THAT NO LONGER APPLY": _verdict_lines(pack, comparison.lost),
        "OTHER VERDICTS THAT CHANGE": _verdict_lines(pack, comparison.changed),
        "RISKS ADDRESSED TO ANOTHER DEGREE": _state_lines(pack, comparison.states),
    }
    for heading, found in parts.items():
        of_part = list(found)
        if of_part:
            lines += ["", heading, *of_part]
    return "\n".join(lines) + "\n"


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
                "before": _answer_data(difference.before),
                "after": _answer_data(difference.after),
            }
            for difference in comparison.answers
        ],
        "findings": [_change_data(move) for move in moves],
        "states": [_change_data(change) for change in comparison.states],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _change_data(change: VerdictChange | StateChange) -> dict[str, str | None]:
    return {"rule": change.rule, "before": change.before, "after": change.after}


def _answer_data(answer: Answer) -> object:
    match answer.value:
        case OpenAnswer() as reason:
            return {"open": reason}
        case frozenset() as options:
            return sorted(options)
        case given:
            return given


def _answer_lines(pack: Pack, comparison: Comparison) -> Iterator[str]:
    for difference in comparison.answers:
        question = pack.questionnaire[difference.question]
        yield from _wrapped(f"* {question.text}", "  ")
        yield from _wrapped(f"from: {answer_words(question, difference.before)}", "    ")
        yield from _wrapped(f"to:   {answer_words(question, difference.after)}", "    ")


def _verdict_lines(pack: Pack, changes: Iterable[VerdictChange]) -> Iterator[str]:
    for change in changes:
        before = VERDICT[change.before] if change.before else "Not in the older pack"
        after = VERDICT[change.after] if change.after else "Not in the newer pack"
        yield from _wrapped(f"* {_name(pack, change.rule)}: {before} → {after}", "  ")


def _state_lines(pack: Pack, changes: Iterable[StateChange]) -> Iterator[str]:
    for change in changes:
        words = f"{RISK_STATE[change.before]} → {RISK_STATE[change.after]}"
        yield from _wrapped(f"* {_name(pack, change.rule)}: {words}", "  ")


def _name(pack: Pack, rule_id: RuleId) -> str:
    if rule_id not in pack.rule_by_id:
        return rule_id
    configuration, rule = pack.rule_by_id[rule_id]
    return f"{coded_title(configuration)} – {EFFECT[rule.effect].lower()}"


def _wrapped(words: str, indent: str) -> list[str]:
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_on_hyphens=False,
    )
