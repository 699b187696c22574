"""Every condition of a pack compiled, once per pack."""

import weakref
from collections.abc import Iterable, Mapping
from dataclasses import replace

from advisor.models import evidence
from advisor.models.conditions import AllOf, AnyOf, Condition, IncludesNoneOf, Not, Test
from advisor.models.gates import Gate
from advisor.models.ids import QuestionId, SourceId
from advisor.models.pack import Pack
from advisor.rules.all_conditions import AllConditions
from advisor.rules.all_rules import AllRules
from advisor.rules.compiling import Compiled, Compiler
from advisor.rules.completions import FORMATS, compile_rule, rated
from advisor.rules.prepared import (
    PreparedAction,
    PreparedBranch,
    PreparedGate,
    PreparedNeed,
    PreparedNote,
    PreparedNotes,
    PreparedPack,
    PreparedQuestion,
    PreparedRule,
    PreparedText,
)

_prepared: dict[int, PreparedPack] = {}


def prepared(pack: Pack) -> PreparedPack:
    """Return the pack ready for the rules; the work is done once for each pack."""
    known = _prepared.get(id(pack))
    if known is None:
        known = _prepared[id(pack)] = prepare(pack)
        weakref.finalize(pack, _prepared.pop, id(pack), None).atexit = False
    return known


def prepare(pack: Pack) -> PreparedPack:
    """Compile every condition of a pack."""
    compiler = Compiler(pack.questionnaire)
    asked = pack.questionnaire.questions
    stages = {term.id: place for place, term in enumerate(pack.stages)}
    rules = tuple(
        _prepared_rule(configuration, rule, compiler)
        for configuration in pack.configurations
        for rule in configuration.rules
    )
    ready = PreparedPack(
        questionnaire=pack.questionnaire,
        tests=(),
        questions=(),
        conditions=AllConditions((), compiler.place),
        scope=_optional(pack.scope.covered_when, compiler),
        rules=rules,
        all_rules=AllRules([rule.compiled for rule in rules], compiler.place),
        stronger={c.id: _notes(c.stronger_when, compiler) for c in pack.configurations},
        weaker={c.id: _notes(c.weaker_when, compiler) for c in pack.configurations},
        needs={c.id: _needs(c, compiler) for c in pack.configurations},
        gates=tuple(_prepared_gate(gate, compiler) for gate in pack.gates),
        actions=tuple(
            _prepared_action(action, pack, compiler)
            for action in sorted(pack.actions, key=lambda action: stages[action.stage])
        ),
        scope_notes=tuple(_prepared_note(note, compiler) for note in pack.scope_notes),
    )
    shown = {question.id: _optional(question.ask_when, compiler) for question in asked}
    # A test gets its place where conditions are laid over each other, so all are read after that.
    conditions = AllConditions(compiler.alone, compiler.place)
    return replace(
        ready,
        conditions=conditions,
        questions=_questions(shown, compiler),
        tests=compiler.tests,
    )


def _questions(
    shown: Mapping[QuestionId, Compiled | None], compiler: Compiler
) -> tuple[PreparedQuestion, ...]:
    tests: dict[QuestionId, list[tuple[int, Test]]] = {}
    for place, test in enumerate(compiler.tests):
        tests.setdefault(test.question, []).append((place, test))
    return tuple(
        PreparedQuestion(id=name, shown_when=shown[name], tests=tuple(tests.get(name, ())))
        for name in compiler.gates_first(shown)
    )


def _prepared_rule(
    configuration: evidence.Configuration, rule: evidence.Rule, compiler: Compiler
) -> PreparedRule:
    branches = tuple(
        PreparedBranch(
            branch=branch,
            when=compiler.compile(branch.when),
            text=_text(branch.note, branch.variants, compiler),
            elsewhere=_optional(_elsewhere(configuration, branch), compiler),
        )
        for branch in rule.branches
    )
    sources = _sources(configuration.sources)
    return PreparedRule(
        configuration=configuration,
        rule=rule,
        compiled=compile_rule(configuration, rule, compiler),
        branches=branches,
        counting=tuple([each for each in branches if not each.branch.elsewhere]),
        elsewhere=tuple([each for each in branches if each.elsewhere is not None]),
        sources=sources,
        elsewhere_sources=_sources(configuration.elsewhere_sources) or sources,
    )


def _sources(sayings: Iterable[evidence.SourceSaying]) -> tuple[SourceId, ...]:
    return tuple([saying.source for saying in sayings])


def _elsewhere(configuration: evidence.Configuration, branch: evidence.Branch) -> Condition | None:
    """Return where a branch is shown under *From other sources*.

    One that rests on other sources: unless no chosen format has anything to do with it. Any
    other: where the review is silent about all formats chosen and other sources are not.
    """
    others = rated(configuration, evidence.Coverage.ELSEWHERE)
    speaks = rated(configuration, evidence.Coverage.COVERED, evidence.Coverage.CONDITIONAL)
    if branch.elsewhere:
        concerned = rated(
            configuration, *(set(evidence.Coverage) - {evidence.Coverage.NOT_APPLICABLE})
        )
        return AllOf((concerned, branch.when)) if configuration.coverage else branch.when
    if not others.options:
        return None
    covered = configuration.covered_when
    spoken_of = () if covered is None else (covered,)
    return AllOf((others, Not(speaks), *spoken_of, branch.when))


def _needs(configuration: evidence.Configuration, compiler: Compiler) -> tuple[PreparedNeed, ...]:
    return tuple(
        PreparedNeed(
            text=need.text,
            met_when=_optional(need.met_when, compiler),
            idle_when=_optional(_idle(need.met_when), compiler),
        )
        for need in configuration.needs
    )


def _idle(met_when: Condition | None) -> Condition | None:
    """Return where a need is met only because nothing of the kind is offered."""
    parts = met_when.parts if isinstance(met_when, AnyOf) else ()
    return next(
        (part for part in parts if isinstance(part, IncludesNoneOf) and part.question == FORMATS),
        None,
    )


def _prepared_gate(gate: Gate, compiler: Compiler) -> PreparedGate:
    return PreparedGate(
        gate=gate,
        text=_text(gate.text, gate.variants, compiler),
        when=compiler.compile_alone(gate.when),
    )


def _prepared_note(note: evidence.ScopeNote, compiler: Compiler) -> PreparedNote:
    return PreparedNote(
        note=note,
        text=_text(note.text, note.variants, compiler),
        when=compiler.compile_alone(note.when),
    )


def _prepared_action(action: evidence.Action, pack: Pack, compiler: Compiler) -> PreparedAction:
    meant_for = {serving.configuration for serving in action.serves}
    return PreparedAction(
        action=action,
        text=_text(action.text, action.variants, compiler),
        serves=tuple(c.id for c in pack.configurations if c.id in meant_for),
        applies_when=_optional(action.applies_when, compiler),
        in_place_when=_optional(action.in_place_when, compiler),
    )


def _text(text: str, variants: Iterable[evidence.Variant], compiler: Compiler) -> PreparedText:
    return PreparedText(
        otherwise=text,
        variants=tuple(
            (compiler.compile_alone(variant.when), variant.text) for variant in variants
        ),
    )


def _notes(modifiers: Iterable[evidence.Modifier], compiler: Compiler) -> PreparedNotes:
    return tuple((compiler.compile_alone(one.when), one.because) for one in modifiers)


def _optional(condition: Condition | None, compiler: Compiler) -> Compiled | None:
    return None if condition is None else compiler.compile_alone(condition)
