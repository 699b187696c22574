"""What is certain about one plan, for texts that stand outside the rules: papers and starters."""

from collections.abc import Iterable

from advisor.models.conditions import Condition
from advisor.models.evidence import Variant
from advisor.models.explanation import Truth
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.compiling import Compiler
from advisor.rules.lanes import spread
from advisor.rules.preparing import prepared


class Facts:
    """Answers whether a condition certainly holds, or certainly fails, for one plan.

    Exact over everything that is still open, as the rules are.
    """

    def __init__(self, pack: Pack, plan: Plan) -> None:
        self._situation = prepared(pack).situation(plan)
        self._compiler = Compiler(pack.questionnaire)

    def truth(self, condition: Condition) -> Truth:
        """Say whether a condition holds."""
        compiled = self._compiler.compile_alone(condition)
        lanes = spread(compiled, self._situation.given, self._situation.hidden)
        return Truth.OPEN if lanes is None else lanes.truth(0)

    def holds(self, condition: Condition | None) -> bool:
        """Whether a condition certainly holds; the lack of one does."""
        return condition is None or self.truth(condition) is Truth.HOLDS

    def fails(self, condition: Condition | None) -> bool:
        """Whether a condition certainly fails; the lack of one never does."""
        return condition is not None and self.truth(condition) is Truth.FAILS

    def wording(self, text: str, variants: Iterable[Variant]) -> str:
        """Return the first variant whose condition certainly holds, else the text."""
        return next((each.text for each in variants if self.holds(each.when)), text)
