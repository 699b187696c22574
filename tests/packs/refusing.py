"""What is said when a plan file is refused."""

import pytest

from advisor.errors import PlanRefused
from advisor.models.pack import Pack
from advisor.plan_files.reading import plan_from_data

SMALLEST: dict[str, object] = {"plan_version": 1, "title": "Amberfield", "answers": {}}


def refusal(data: object, pack: Pack) -> PlanRefused:
    with pytest.raises(PlanRefused) as caught:
        plan_from_data(data, pack, "my.json")
    return caught.value


def faults(small: Pack, /, **change: object) -> list[str]:
    return [str(fault) for fault in refusal({**SMALLEST, **change}, small).faults]
