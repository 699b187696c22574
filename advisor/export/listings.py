"""The questionnaire, a plan and the evidence as plain text for a terminal.

Advice as text lives in ``advisor.export.text``.
"""

import textwrap
from collections.abc import Iterable, Iterator

from advisor.language import _
from advisor.models.conditions import AllOf, AnyOf, Condition, Not
from advisor.models.evidence import Action, Configuration, Source
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.questionnaire import Nature, Question, QuestionKind
from advisor.telling.naming import coded_title, link_of
from advisor.telling.words import (
    CHOICE,
    DOMAIN,
    EFFECT,
    READ_DEPTH,
    RECONSTRUCTION,
    SERVICE,
    SPLIT_CONFIDENCE,
    answer_words,
    requirement_words,
)

WIDTH = 88


def questions_text(pack: Pack) -> str:
    """Return every question with its options, section by section."""
    lines: list[str] = []
    for section in pack.questionnaire.sections:
        lines += ["", section.title.upper(), *_wrapped(section.intro), ""]
        for question in pack.questionnaire.in_section(section.id):
            lines += [*_question_lines(question), ""]
    return _text(lines)


def plan_text(pack: Pack, plan: Plan) -> str:
    """Return a plan's answers with their notes, its decisions and own entries."""
    lines = [plan.title, "=" * min(len(plan.title), WIDTH), f"Plan {plan.id}"]
    if plan.description:
        lines += ["", *_wrapped(plan.description)]
    for section in pack.questionnaire.sections:
        lines += ["", section.title.upper()]
        for question in pack.questionnaire.in_section(section.id):
            answer = plan.answer(question.id)
            lines += _wrapped(f"{question.text} {answer_words(question, answer)}", "  ")
            if answer.note:
                lines += _wrapped(f"Note: {answer.note}", "    ")
    lines += _decision_lines(pack, plan)
    return _text(lines)


def configurations_text(pack: Pack) -> str:
    """Return one line for each configuration, by domain."""
    lines = [str(pack.version), *_wrapped(_(RECONSTRUCTION))]
    domain = None
    for configuration in pack.configurations:
        if configuration.domain is not domain:
            domain = configuration.domain
            lines += ["", DOMAIN[domain].upper()]
        lines.append(f"  {coded_title(configuration)}")
    return _text(lines)


def configuration_text(pack: Pack, configuration: Configuration) -> str:
    """Return all that the pack says about one configuration."""
    sections = (
        _statement_lines(pack, configuration),
        _rule_lines(pack, configuration),
        _action_lines(pack, configuration),
        _saying_lines(pack, configuration),
    )
    return _text(line for section in sections for line in section)


def sources_text(pack: Pack) -> str:
    """Return every source with how much of it was read."""
    lines: list[str] = []
    for source in pack.sources:
        lines += [*_source_lines(source), ""]
    return _text(lines)


def _question_lines(question: Question) -> Iterator[str]:
    core = " [quick start]" if question.core else ""
    yield from _wrapped(f"{question.text}{core}")
    yield f"  {question.id}: {_kind_words(question)}"
    if question.hint:
        yield from _wrapped(question.hint, "  ")
    for option in question.options:
        alone = " (on its own)" if option.exclusive else ""
        yield from _wrapped(f"- {option.id}: {option.label}{alone}", "    ", "      ")


def _kind_words(question: Question) -> str:
    still_open = "not_sure" if question.nature is Nature.CONTEXT else "not_decided"
    return f'{_form_words(question)}, or {{"open": "{still_open}"}}'


def _form_words(question: Question) -> str:
    match question.kind:
        case QuestionKind.SINGLE:
            return "one of these"
        case QuestionKind.MULTIPLE:
            return "all that fit"
        case QuestionKind.YES_NO:
            return "true or false"
        case QuestionKind.NUMBER:
            return f"a number from {question.minimum} to {question.maximum} ({question.unit})"


def _decision_lines(pack: Pack, plan: Plan) -> Iterator[str]:
    if plan.decisions or plan.own_actions:
        yield ""
        yield "DECISIONS"
    for action in pack.actions:
        if action.id in plan.decisions:
            decision = plan.decision(action.id)
            due = f", by {decision.due.isoformat()}" if decision.due else ""
            owner = f", {decision.owner}" if decision.owner else ""
            reason = f" Reason: {decision.reason}" if decision.reason else ""
            yield from _wrapped(
                f"{CHOICE[decision.choice]}{owner}{due}: {action.text}{reason}", "  ", "    "
            )
    for own in plan.own_actions:
        yield from _wrapped(f"Added by you: {own.text}", "  ", "    ")
    for risk in plan.own_risks:
        yield from _wrapped(f"Risk added by you: {risk.text}", "  ", "    ")


def _statement_lines(pack: Pack, configuration: Configuration) -> Iterator[str]:
    title = coded_title(configuration)
    yield title
    yield "=" * min(len(title), WIDTH)
    yield from _wrapped(configuration.summary)
    parts = {
        "Theme": configuration.theme,
        "In this context": configuration.context,
        "the programme offers": configuration.mechanism.resource,
        "and she responds": configuration.mechanism.reasoning,
        "leading to": configuration.outcome,
        "How sure": f"{pack.label_of('evidence', configuration.evidence)}. "
        f"{SPLIT_CONFIDENCE[configuration.split_confidence]}.",
        "Care": configuration.caution,
    }
    for name, words in parts.items():
        if words:
            yield from _wrapped(f"{name}: {words}", "  ", "    ")


def _rule_lines(pack: Pack, configuration: Configuration) -> Iterator[str]:
    for rule in configuration.rules:
        yield ""
        yield f"{rule.id} ({EFFECT[rule.effect].lower()}) applies when"
        yield from _condition_lines(pack, rule.when, "  ")
        yield from _wrapped(rule.note, "  ")


def _condition_lines(pack: Pack, condition: Condition, indent: str) -> Iterator[str]:
    deeper = indent + "  "
    match condition:
        case AllOf(parts) | AnyOf(parts):
            yield f"{indent}{'all' if isinstance(condition, AllOf) else 'any'} of these hold:"
            for part in parts:
                yield from _condition_lines(pack, part, deeper)
        case Not(part):
            yield f"{indent}this does not hold:"
            yield from _condition_lines(pack, part, deeper)
        case test:
            question = pack.questionnaire[test.question]
            words = f"- {question.text} {requirement_words(question, test)}"
            yield from _wrapped(words, indent, deeper)


def _action_lines(pack: Pack, configuration: Configuration) -> Iterator[str]:
    serving = [a for a in pack.actions if a.serves_configuration(configuration.id)]
    if serving:
        yield ""
        yield "Actions (no source tested any single action)"
    for action in serving:
        yield from _wrapped(f"- {_action_words(action, configuration)}", "  ", "    ")


def _action_words(action: Action, configuration: Configuration) -> str:
    how = next(s.how for s in action.serves if s.configuration == configuration.id)
    key = ", key" if action.key else ""
    return f"{action.id} ({SERVICE[how]}{key}): {action.text}"


def _saying_lines(pack: Pack, configuration: Configuration) -> Iterator[str]:
    yield ""
    yield "Sources"
    for saying in configuration.sources:
        read = READ_DEPTH[pack.source_by_id[saying.source].read]
        yield from _wrapped(f"- {saying.source} ({read.lower()}): {saying.says}", "  ", "    ")


def _source_lines(source: Source) -> Iterator[str]:
    yield from _wrapped(f"{source.id}: {source.citation}", "", "  ")
    if link_of(source):
        yield f"  {link_of(source)}"
    yield from _wrapped(f"{READ_DEPTH[source.read]}. {source.population}.", "  ")
    yield from _wrapped(source.says, "  ")


def _wrapped(words: str, first: str = "", others: str | None = None) -> list[str]:
    return textwrap.wrap(
        words,
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if others is None else others,
        break_on_hyphens=False,
    )


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"
