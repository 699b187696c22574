"""A finding as a card: what it says, why here, how it happens, how sure, what to do."""

from collections.abc import Iterator

from advisor.models.advice import Advice, AdvisedAction, Finding, RiskState, Verdict
from advisor.models.blocks import Card, Chain, Link, Part, Tone
from advisor.models.evidence import Configuration, Effect
from advisor.models.pack import Pack
from advisor.models.plan import Choice
from advisor.telling.grammar import counted
from advisor.telling.naming import EXTRA, coded_title, short_citation
from advisor.telling.reasons import deciding_answers
from advisor.telling.words import (
    CHOICE,
    READ_DEPTH,
    SPLIT_CONFIDENCE,
    VERDICT,
    pointing,
    status_words,
)

NOT_RELIED_ON = "It holds whatever the open answers turn out to be."

_STATE_TONE = {
    RiskState.OPEN: Tone.RISK,
    RiskState.PARTLY_ADDRESSED: Tone.CAUTION,
    RiskState.ADDRESSED: Tone.GOOD,
}


def card_of(pack: Pack, advice: Advice, finding: Finding, level: int) -> Card:
    """Return a finding that applies, with all that the pack and the plan say about it."""
    configuration = pack.configuration_by_id[finding.configuration]
    return Card(
        level=level,
        title=configuration.title,
        code=configuration.id,
        badge=_badge(finding),
        tone=_tone(finding),
        lead=configuration.summary,
        parts=tuple(_parts(pack, advice, finding, configuration)),
    )


def open_card_of(pack: Pack, finding: Finding, level: int) -> Card:
    """Return a finding that may apply, with the answers that it depends on."""
    configuration, rule = pack.rule_by_id[finding.rule]
    questions = (pack.questionnaire[question].text for question in finding.depends_on)
    exact = (
        ()
        if finding.exact
        else (Part(label="To know", text="There were too many possible answers to try them all."),)
    )
    return Card(
        level=level,
        title=configuration.title,
        code=configuration.id,
        badge=_marked(f"{VERDICT[finding.verdict]}: {pointing(finding)}", finding),
        tone=Tone.QUIET,
        lead=f"If so: {rule.note}",
        parts=(Part(label="It depends on", items=tuple(questions)), *exact),
    )


def why_not(pack: Pack, finding: Finding) -> str:
    """Return the nearest reasons why a finding does not apply, one a line."""
    if finding.by_coverage:
        return "It is not about the formats you chose."
    return "\n".join(deciding_answers(pack, finding)) or NOT_RELIED_ON


def _badge(finding: Finding) -> str:
    words = status_words(finding)
    if finding.effect in (Effect.ENCOURAGES, Effect.DISCOURAGES):
        words = f"{words}: {pointing(finding)}"
    return _marked(words, finding)


def _marked(words: str, finding: Finding) -> str:
    return f"{words} · {EXTRA}" if finding.supplementary else words


def _tone(finding: Finding) -> Tone:
    if finding.state is not None:
        return _STATE_TONE[finding.state]
    return Tone.CAUTION if finding.effect is Effect.DISCOURAGES else Tone.GOOD


def _parts(
    pack: Pack, advice: Advice, finding: Finding, configuration: Configuration
) -> Iterator[Part | Chain]:
    _, rule = pack.rule_by_id[finding.rule]
    answers = deciding_answers(pack, finding) or (NOT_RELIED_ON,)
    yield Part(label="Why here", text=rule.note, items=answers)
    yield _chain(configuration)
    if finding.stronger:
        yield Part(label="It matters more here", items=finding.stronger)
    if finding.weaker:
        yield Part(label="It matters less here", items=finding.weaker)
    yield _how_sure(pack, finding, configuration)
    if configuration.caution:
        yield Part(label="Take care", text=configuration.caution)
    yield from _you_could(pack, advice, finding)


def _chain(configuration: Configuration) -> Chain:
    mechanism = configuration.mechanism
    return Chain(
        links=(
            Link(label="In this context", text=configuration.context),
            Link(label="this may happen", text=f"{mechanism.resource} {mechanism.reasoning}"),
            Link(label="leading to", text=configuration.outcome),
        )
    )


def _how_sure(pack: Pack, finding: Finding, configuration: Configuration) -> Part:
    step = pack.label_of("evidence", finding.evidence)
    split = SPLIT_CONFIDENCE[configuration.split_confidence]
    sayings = tuple(
        f"{short_citation(pack.source_by_id[saying.source])}: {saying.says} "
        f"({READ_DEPTH[pack.source_by_id[saying.source].read].lower()})"
        for saying in configuration.sources
    )
    text = f"{step}." if finding.supplementary else f"{step}. {split}."
    return Part(label="How sure we are", text=text, items=sayings, background=True)


def _you_could(pack: Pack, advice: Advice, finding: Finding) -> Iterator[Part]:
    advised = [advice.action_by_id[each] for each in finding.actions if each in advice.action_by_id]
    key = [action for action in advised if action.key]
    others = len(advised) - len(key)
    words = tuple(f"{pack.action_by_id[each.id].text} {state_of(each)}" for each in key)
    if others:
        more = counted(others, "more action serves", "more actions serve")
        words += (f"{more.capitalize()} this; see the list of actions ({finding.configuration}).",)
    if words:
        yield Part(label="You could", items=words)


def state_of(action: AdvisedAction) -> str:
    """Return in brackets what is known about an action."""
    if action.decision.choice is Choice.NOT_FOR_US:
        reason = action.decision.reason
        return f"({CHOICE[Choice.NOT_FOR_US]}{f': {reason}' if reason else ''})"
    if action.in_place is True:
        return f"({CHOICE[Choice.IN_PLACE]})"
    if action.decision.choice is Choice.WE_WILL:
        return f"({CHOICE[Choice.WE_WILL]})"
    return "(Not yet shown to be in place)"


def status_line(pack: Pack, finding: Finding) -> str:
    """Return a finding in one line: its code, title and status."""
    configuration = pack.configuration_by_id[finding.configuration]
    words = status_words(finding)
    if finding.verdict is Verdict.MAY_APPLY:
        words = VERDICT[finding.verdict]
    return f"{coded_title(configuration)} – {words}"
