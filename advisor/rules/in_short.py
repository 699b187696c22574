"""What the advice on many plans comes to, plan by plan."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from advisor.models.findings import GateState
from advisor.models.gates import Level
from advisor.models.judged import Judged
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.at_once import signs_of
from advisor.rules.counting import counted
from advisor.rules.many import standings

Item = TypeVar("Item")


def judged_at_once(pack: Pack, plans: Sequence[Plan]) -> Iterator[Judged]:
    """Yield what the advice on each plan comes to, as ``judged_of`` does, in order."""
    found, number = standings(pack, plans), len(plans)
    rules = [rule for one in pack.configurations for rule in one.rules]
    about = [(one.domain, rule.effect) for one in pack.configurations for rule in one.rules]
    by_rule = _rows([_by_plan(found.rules[rule.id], number) for rule in rules], number)
    by_gate = _rows([_by_plan(found.gates[gate.id], number) for gate in pack.gates], number)
    asked = _rows([signs_of(column, number) for column in found.asked], number)
    answered = _rows([signs_of(column, number) for column in found.answered], number)
    stops = [gate.level is Level.STOP for gate in pack.gates]
    for place, covered in enumerate(signs_of(found.covered, number)):
        stood, states = by_rule[place], by_gate[place]
        summary = counted(
            ((*each, standing) for each, standing in zip(about, stood, strict=True)),
            states,
            answered=answered[place].count("1"),
            asked=asked[place].count("1"),
        )
        live = len(stood) - summary.not_covered - summary.does_not_apply
        yield Judged(
            pack=pack.version,
            covered=covered == "1",
            can_judge=not summary.not_covered or live > 0,
            summary=summary,
            standings=dict(zip((rule.id for rule in rules), stood, strict=True)),
            gates=dict(zip((gate.id for gate in pack.gates), states, strict=True)),
            stops=sum(
                stop and state is GateState.MISSING
                for stop, state in zip(stops, states, strict=True)
            ),
        )


def _rows(columns: Sequence[Sequence[Item]], number: int) -> list[tuple[Item, ...]]:
    """Return the columns plan by plan."""
    return list(zip(*columns, strict=True)) if columns else [()] * number


def _by_plan(columns: Mapping[Item, int], number: int) -> list[Item]:
    """Return for each plan the one standing that it has."""
    names = list(columns)
    signs = zip(*(signs_of(column, number) for column in columns.values()), strict=True)
    return [names[each.index("1")] for each in signs]
