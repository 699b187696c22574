"""The outcomes of all rules on one plan: what is certain part by part is found at once."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise, starmap

from advisor.models.conditions import AnyOf, Condition
from advisor.models.findings import Verdict
from advisor.rules.at_once import AtOnce, PlaceOf, bits_of, places_of, signs_of
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
        branches = [rule.conditions[2:] for rule in rules]
        self._speaks = AtOnce((rule.conditions[0] for rule in rules), place_of)
        self._silent = AtOnce((rule.conditions[1] for rule in rules), place_of)
        self._any_branch = AtOnce(map(_any_of, branches), place_of)
        self._several = _Several(branches, place_of)

    def outcomes(self, situation: Situation) -> list[Outcome]:
        """Return the outcome of each rule, in order.

        A rule is looked at alone only where something of it is open.
        """
        number = len(self._rules)
        if situation.is_out_of_scope:
            return [OUT_OF_SCOPE] * number
        speaks, may_speak = self._speaks.judged(situation.bounds)
        unheard, may_be_unheard = self._silent.judged(situation.bounds)
        holds, may_hold = self._any_branch.judged(situation.bounds)
        applies, may_apply = speaks & holds, may_speak & may_hold
        silent, may_be_silent = unheard & ~may_speak, may_be_unheard & ~speaks
        signs = (signs_of(bits, number) for bits in (applies, speaks, silent))
        found = [_DECIDED[each] for each in zip(*signs, strict=True)]
        alone = applies ^ may_apply | speaks ^ may_speak | silent ^ may_be_silent
        for place, its in self._several.outcomes(applies & ~alone, situation.bounds):
            found[place] = its or outcome(self._rules[place], situation)
        for place in places_of(alone):
            found[place] = outcome(self._rules[place], situation)
        return found


def _any_of(branches: tuple[Condition, ...]) -> Condition:
    return branches[0] if len(branches) == 1 else AnyOf(branches)


class _Several:
    """The branches of those rules that have more than one."""

    def __init__(self, branches: Sequence[Sequence[Condition]], place_of: PlaceOf) -> None:
        rules = [place for place, each in enumerate(branches) if len(each) > 1]
        ends = list(accumulate((len(branches[place]) for place in rules), initial=0))
        self._rules = bits_of(rules)
        self._number = ends[-1]
        self._its = dict(zip(rules, starmap(slice, pairwise(ends)), strict=True))
        self._branches = AtOnce((one for place in rules for one in branches[place]), place_of)

    def outcomes(
        self, applying: int, bounds: Sequence[int]
    ) -> Iterator[tuple[int, Outcome | None]]:
        """Yield the places of those among some rules that apply, each with its outcome.

        None stands for one of which a branch is open.
        """
        applying &= self._rules
        if not applying:
            return
        certainly, possibly = self._branches.judged(bounds)
        signs, may_be = signs_of(certainly, self._number), signs_of(possibly, self._number)
        for place in places_of(applying):
            its = self._its[place]
            yield place, _applying(signs[its]) if signs[its] == may_be[its] else None


@lru_cache(maxsize=2**10)
def _applying(branches: str) -> Outcome:
    """Return the outcome of a rule that applies, from the signs of its branches."""
    holding = (Verdict.APPLIES if sign == "1" else Verdict.DOES_NOT_APPLY for sign in branches)
    return Outcome(verdict=Verdict.APPLIES, branches=tuple(holding))
