"""Advice for a terminal: short, in the order in which a coordinator needs it."""

from collections.abc import Iterator

from advisor.export.terminal import TerminalPage
from advisor.models.advice import Advice, AdvisedAction, Finding, RiskState, Verdict
from advisor.models.evidence import Configuration, Domain, Effect
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Plan
from advisor.telling import opening
from advisor.telling.grammar import counted
from advisor.telling.naming import coded_title, title_of
from advisor.telling.order import applying, risks, worst_first
from advisor.telling.reasons import open_question_words
from advisor.telling.words import (
    NO_ACTION_TESTED,
    NO_PROOF,
    NOT_SAFE,
    RECONSTRUCTION,
    RISK_STATE,
    pointing,
)

WIDTH = 80
MOST_OPEN_QUESTIONS = 3
MOST_NAMED = 6


def advice_text(pack: Pack, plan: Plan, advice: Advice, width: int = WIDTH) -> str:
    """Return the advice as plain text, wrapped at ``width`` characters (at least 40)."""
    page = TerminalPage(max(40, width))
    page.title(title_of(plan))
    page.paragraph(opening.summary_sentence(advice.summary))
    page.paragraph(opening.answered_sentence(advice.summary))
    _notes(page, pack, advice)
    _open_questions(page, pack, advice)
    _risks(page, pack, advice)
    _plain_findings(page, pack, advice)
    _may_apply(page, pack, advice)
    _not_covered(page, pack, advice)
    _safety(page, pack, advice)
    _closing(page, pack, advice)
    return page.text()


def _notes(page: TerminalPage, pack: Pack, advice: Advice) -> None:
    missing = opening.before_opening(pack, advice)
    if missing:
        page.heading(opening.BEFORE_YOU_OPEN)
        page.point(missing[0], "!")
        for gap in missing[1:]:
            page.point(gap, "-", 4)
    outside = opening.outside_the_evidence(pack, advice)
    if outside:
        page.heading(opening.OUTSIDE)
        for note in outside:
            page.point(f"{note.title}. {note.text}", "!")


def _open_questions(page: TerminalPage, pack: Pack, advice: Advice) -> None:
    if advice.open_questions:
        page.heading("Find out or decide first")
        for each in advice.open_questions[:MOST_OPEN_QUESTIONS]:
            question = pack.questionnaire[each.question]
            settles = counted(each.could_settle, "point", "points")
            words = open_question_words(question, each.open)
            page.point(f"{words}; could settle {settles}" if each.could_settle else words, "?")


def _risks(page: TerminalPage, pack: Pack, advice: Advice) -> None:
    unaddressed = risks(advice, RiskState.OPEN, RiskState.PARTLY_ADDRESSED)
    if unaddressed:
        page.heading("Risks, with the key actions that would address them")
        for risk in worst_first(unaddressed):
            _risk(page, pack, advice, risk)
    addressed = risks(advice, RiskState.ADDRESSED)
    if addressed:
        page.heading("Risks whose key actions are in place")
        for risk in addressed:
            page.point(_finding_words(pack, risk))


def _risk(page: TerminalPage, pack: Pack, advice: Advice, risk: Finding) -> None:
    configuration, rule = pack.rule_by_id[risk.rule]
    state = RISK_STATE[risk.state] if risk.state else ""
    page.point(f"{coded_title(configuration)} ({state.lower()})", "*", 0)
    page.paragraph(rule.note, 2)
    for action in _key_actions(advice, risk):
        _action(page, pack, action)


def _action(page: TerminalPage, pack: Pack, action: AdvisedAction) -> None:
    done = "[x]" if action.in_place is True else "[ ]"
    declined = action.decision.choice is Choice.NOT_FOR_US
    owner = action.decision.owner or pack.label_of("owner", action.owner)
    note = " (not for us)" if declined else f" ({owner})"
    page.point(f"{pack.action_by_id[action.id].text}{note}", done)


def _key_actions(advice: Advice, finding: Finding) -> Iterator[AdvisedAction]:
    for action_id in finding.actions:
        action = advice.action_by_id.get(action_id)
        if action is not None and action.key:
            yield action


def _plain_findings(page: TerminalPage, pack: Pack, advice: Advice) -> None:
    groups = (
        ("Benefits that are likely", Effect.BENEFITS),
        ("What may help mothers take up the offer", Effect.ENCOURAGES),
        ("What may hinder take-up", Effect.DISCOURAGES),
    )
    for heading, effect in groups:
        findings = applying(advice, effect)
        if findings:
            page.heading(heading)
            for finding in findings:
                page.point(_finding_words(pack, finding))


def _may_apply(page: TerminalPage, pack: Pack, advice: Advice) -> None:
    findings = sorted(
        advice.with_verdict(Verdict.MAY_APPLY), key=lambda each: each.domain is not Domain.RISK
    )
    if not findings:
        return
    page.heading("May apply, depending on what is still open")
    for finding in findings[:MOST_NAMED]:
        configuration = pack.configuration_by_id[finding.configuration]
        page.point(f"{coded_title(configuration)} – {pointing(finding)}")
    _left_out(page, len(findings) - MOST_NAMED)


def _not_covered(page: TerminalPage, pack: Pack, advice: Advice) -> None:
    silent = {finding.configuration for finding in advice.with_verdict(Verdict.NOT_COVERED)}
    if not silent:
        return
    page.heading("Not covered by our evidence")
    page.paragraph(
        f"The evidence does not speak about these for the formats you chose. {NOT_SAFE}", 2
    )
    listed = [each for each in _risks_first(pack) if each.id in silent]
    for configuration in listed[:MOST_NAMED]:
        page.point(coded_title(configuration))
    _left_out(page, len(listed) - MOST_NAMED)


def _risks_first(pack: Pack) -> list[Configuration]:
    return sorted(pack.configurations, key=lambda each: each.domain is not Domain.RISK)


def _left_out(page: TerminalPage, count: int) -> None:
    if count > 0:
        page.point(f"and {count} more; the report and the JSON name them")


def _safety(page: TerminalPage, pack: Pack, advice: Advice) -> None:
    safety = [action for action in advice.actions if action.safety]
    missing = [action for action in safety if action.in_place is not True]
    page.heading("Safety, in every programme")
    page.paragraph(
        f"{len(missing)} of {len(safety)} safety actions are not yet shown to be in place.", 2
    )
    for action in safety:
        _action(page, pack, action)


def _closing(page: TerminalPage, pack: Pack, advice: Advice) -> None:
    page.heading("About this advice")
    page.paragraph(f"{NO_PROOF} {NO_ACTION_TESTED}", 2)
    page.paragraph(f"{RECONSTRUCTION} Evidence pack {advice.pack}: {pack.title}.", 2)


def _finding_words(pack: Pack, finding: Finding) -> str:
    configuration, rule = pack.rule_by_id[finding.rule]
    return f"{coded_title(configuration)} – {rule.note}"
