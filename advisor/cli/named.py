"""How a command names a plan: by a file, or by the first characters of a stored plan's id."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advisor import locations
from advisor.errors import NotFound
from advisor.language import _, ngettext
from advisor.models.ids import PlanId

if TYPE_CHECKING:
    from advisor.models.plan import Plan
    from advisor.services.advisor import Advisor
    from advisor.services.plans import Plans

STANDARD = Path("-")
"""Standard input or output in the place of a file."""


def plan_named(advisor: "Advisor", name: str) -> "Plan":
    """Return the plan of a file, or the stored one that is meant.

    What looks like the name of a file is one, so that a slip in it is not called a missing id.
    Raises PlanRefused or NotFound.
    """
    path = Path(name)
    if path == STANDARD:
        return plan_in(advisor, path)
    if path.suffix or path.exists():
        return advisor.plans.read_file(path)
    return advisor.plans.plan_today(id_named(advisor.plans, name))


def plan_in(advisor: "Advisor", path: Path) -> "Plan":
    """Return the plan of a file; ``-`` is what comes on standard input. Raises PlanRefused."""
    from advisor.plan_files.strict_json import LARGEST  # noqa: PLC0415 - never for help

    if path == STANDARD:
        return advisor.plans.read_file(sys.stdin.buffer.read(LARGEST + 1))
    return advisor.plans.read_file(path)


def id_named(stored: "Plans", beginning: str) -> PlanId:
    """Return the id of the one stored plan that is meant; raise NotFound when it is not one."""
    found = [plan.id for plan in stored.summaries() if plan.id.startswith(beginning.lower())]
    match found:
        case [plan_id]:
            return plan_id
        case []:
            raise NotFound(
                _(
                    'No stored plan has an id that begins with "{beginning}". '
                    "`{command}` shows them."
                ).format(beginning=beginning, command=locations.command("plans list"))
            )
        case several:
            raise NotFound(
                ngettext(
                    '{n} plan has an id that begins with "{beginning}". Give more of it.',
                    '{n} plans have an id that begins with "{beginning}". Give more of it.',
                    len(several),
                ).format(n=len(several), beginning=beginning)
            )
