"""Every condition of a pack outside its questionnaire, and every text that has other wordings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.checks.condition_checks import PlacedCondition
from advisor.checks.possibilities import ALWAYS
from advisor.checks.problems import Trail
from advisor.models.conditions import Condition
from advisor.models.evidence import Configuration, Variant
from advisor.models.materials import SessionVariant
from advisor.models.pack import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """The wordings of one text: the first whose condition certainly holds is used.

    ``shown_when``: where the text may be shown at all. ``is_all``: there is no other text than
    these, so that one of them may hold always.
    """

    file: str
    trail: Trail
    shown_when: Condition
    conditions: tuple[Condition, ...]
    is_all: bool = False

    def placed(self) -> Iterator[PlacedCondition]:
        """Yield the conditions in their places."""
        for number, condition in enumerate(self.conditions):
            if condition != ALWAYS:
                trail = (*self.trail, number, "when")
                yield PlacedCondition(file=self.file, trail=trail, condition=condition)


def wordings_in(pack: Pack) -> Iterator[Wordings]:
    """Yield all texts that have other wordings, by file."""
    for configuration in pack.configurations:
        for rule in configuration.rules:
            for branch in rule.branches:
                trail: Trail = (configuration.id, "rules", rule.id, "branches", branch.id)
                yield _of_variants("configurations", trail, branch.when, branch.variants)
    for gate in pack.gates:
        yield _of_variants("gates", (gate.id,), gate.when, gate.variants)
    for action in pack.actions:
        shown = action.applies_when or ALWAYS
        yield _of_variants("actions", (action.id,), shown, action.variants)
    for note in pack.scope_notes:
        yield _of_variants("scope_notes", (note.id,), note.when, note.variants)
    for asked in pack.evaluation.questions:
        trail = ("questions", asked.id)
        yield _of_variants("evaluation", trail, asked.applies_when or ALWAYS, asked.variants)
    for session in pack.training.sessions:
        trail = ("sessions", session.id)
        yield _of_variants("training", trail, session.applies_when or ALWAYS, session.variants)
    yield from _choices(pack)


def conditions_in(pack: Pack) -> Iterator[PlacedCondition]:
    """Yield every condition outside the questionnaire, by file."""
    if pack.scope.covered_when is not None:
        trail: Trail = ("scope", "covered_when")
        yield PlacedCondition(file="pack", trail=trail, condition=pack.scope.covered_when)
    for configuration in pack.configurations:
        yield from _in_configuration(configuration)
    for gate in pack.gates:
        yield PlacedCondition(file="gates", trail=(gate.id, "when"), condition=gate.when)
    for action in pack.actions:
        yield from _if_any("actions", (action.id, "applies_when"), action.applies_when)
        yield from _if_any("actions", (action.id, "in_place_when"), action.in_place_when)
    for note in pack.scope_notes:
        yield PlacedCondition(file="scope_notes", trail=(note.id, "when"), condition=note.when)
    yield from _in_materials(pack)
    for wordings in wordings_in(pack):
        yield from wordings.placed()


def _of_variants(
    file: str, trail: Trail, shown_when: Condition, variants: Iterable[Variant | SessionVariant]
) -> Wordings:
    return Wordings(
        file=file,
        trail=(*trail, "variants"),
        shown_when=shown_when,
        conditions=tuple(variant.when for variant in variants),
    )


def _choices(pack: Pack) -> Iterator[Wordings]:
    for sentence in pack.paper_words.plan_in_a_line:
        for key, parts in (("opening", sentence.opening), ("then", sentence.then)):
            for part in parts:
                yield Wordings(
                    file="paper_words",
                    trail=("plan_in_a_line", sentence.id, key, part.id, "choices"),
                    shown_when=part.when or ALWAYS,
                    conditions=tuple(choice.when or ALWAYS for choice in part.choices),
                    is_all=True,
                )


def _if_any(file: str, trail: Trail, condition: Condition | None) -> Iterator[PlacedCondition]:
    if condition is not None:
        yield PlacedCondition(file=file, trail=trail, condition=condition)


def _in_configuration(configuration: Configuration) -> Iterator[PlacedCondition]:
    file, own = "configurations", configuration.id
    for rule in configuration.rules:
        for branch in rule.branches:
            trail: Trail = (own, "rules", rule.id, "branches", branch.id, "when")
            yield PlacedCondition(file=file, trail=trail, condition=branch.when)
    for number, need in enumerate(configuration.needs):
        yield from _if_any(file, (own, "needs", number, "met_when"), need.met_when)
    for key, modifiers in (
        ("stronger_when", configuration.stronger_when),
        ("weaker_when", configuration.weaker_when),
    ):
        for number, modifier in enumerate(modifiers):
            trail = (own, key, number, "when")
            yield PlacedCondition(file=file, trail=trail, condition=modifier.when)
    yield from _if_any(file, (own, "covered_when"), configuration.covered_when)


def _in_materials(pack: Pack) -> Iterator[PlacedCondition]:
    for asked in pack.evaluation.questions:
        trail: Trail = ("questions", asked.id, "applies_when")
        yield from _if_any("evaluation", trail, asked.applies_when)
    for session in pack.training.sessions:
        trail = ("sessions", session.id, "applies_when")
        yield from _if_any("training", trail, session.applies_when)
    for starter in pack.starters.templates:
        trail = ("templates", starter.id)
        yield from _if_any("templates", (*trail, "applies_when"), starter.applies_when)
        for block in starter.blocks:
            yield from _if_any("templates", (*trail, "blocks", block.id, "when"), block.when)
    for sentence in pack.paper_words.plan_in_a_line:
        for key, parts in (("opening", sentence.opening), ("then", sentence.then)):
            for part in parts:
                trail = ("plan_in_a_line", sentence.id, key, part.id, "when")
                yield from _if_any("paper_words", trail, part.when)
