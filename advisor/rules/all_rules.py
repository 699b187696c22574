"""The outcomes of all rules on one plan: what is certain part by part is found at once."""

from collections.abc import Iterator, Sequence

from advisor.models.conditions import AllOf, AnyOf, Not
from advisor.models.findings import Verdict
from advisor.rules.at_once import AtOnce, PlaceOf, bits_of, signs_of
from advisor.rules.compiling import Compiled
from advisor.rules.completions import OUT_OF_SCOPE, Outcome, Situation, outcome

_DECIDED = {
    ("1", "1", "0"): Outcome(verdict=Verdict.APPLIES, branches=(Verdict.APPLIES,)),
    ("0", "1", "0"): Outcome(verdict=Verdict.DOES_NOT_APPLY),
    ("0", "0", "0"): Outcome(verdict=Verdict.DOES_NOT_APPLY, by_coverage=True),
    ("0", "0", "1"): Outcome(verdict=Verdict.NOT_COVERED, by_coverage=True),
}
"""By whether a rule applies, whether the evidence speaks, and whether it is silent."""


class AllRules:
    """Rules that ``compile_rule`` prepared."""

    def __init__(self, rules: Sequence[Compiled], place_of: PlaceOf) -> None:
        self._rules = rules
        parts = [rule.conditions for rule in rules]
        self._applies = AtOnce(
            (AllOf((speaks, AnyOf(tuple(branches)))) for speaks, _, *branches in parts), place_of
        )
        self._speaks = AtOnce((speaks for speaks, *_ in parts), place_of)
        self._silent = AtOnce(
            (AllOf((silent, Not(speaks))) for speaks, silent, *_ in parts), place_of
        )
        branches = [len(branches) for _speaks, _silent, *branches in parts]
        self._several = bits_of([place for place, each in enumerate(branches) if each > 1])

    def outcomes(self, situation: Situation) -> list[Outcome]:
        """Return the outcome of each rule, in order.

        A rule is looked at alone only where something of it is open, or where it applies and has
        several branches.
        """
        number = len(self._rules)
        if situation.is_out_of_scope:
            return [OUT_OF_SCOPE] * number
        applies, may_apply = self._applies.judged(situation.bounds)
        speaks, may_speak = self._speaks.judged(situation.bounds)
        silent, may_be_silent = self._silent.judged(situation.bounds)
        signs = (signs_of(bits, number) for bits in (applies, speaks, silent))
        found = [_DECIDED[each] for each in zip(*signs, strict=True)]
        alone = applies & self._several
        alone |= applies ^ may_apply | speaks ^ may_speak | silent ^ may_be_silent
        for place in _places(alone):
            found[place] = outcome(self._rules[place], situation)
        return found


def _places(bits: int) -> Iterator[int]:
    """Yield the places of the bits that are set."""
    return (place for place, sign in enumerate(signs_of(bits, bits.bit_length())) if sign == "1")
