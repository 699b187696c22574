"""Whatever was stored can be exported, and the file imported, and says the same."""

import datetime
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.errors import AdvisorError
from advisor.models.ids import ActionId
from advisor.models.plan import Decision, EntryKey, OwnRisk
from advisor.services.advisor import Advisor

UNCHECKED = st.text(max_size=30)
ACTION = ActionId("plan-01")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    due=st.none() | st.dates(),
    owner=UNCHECKED,
    note=UNCHECKED,
    text=UNCHECKED,
    identity=st.uuids().map(str),
)
def test_everything_that_is_stored_survives_export_and_import(
    advisor: Advisor,
    due: datetime.date | None,
    owner: str,
    note: str,
    text: str,
    identity: str,
) -> None:
    plan = advisor.plans.create("Northfield").id
    risk = OwnRisk(id=identity, text=text, mitigation=note)
    decision = Decision(due=due, owner=owner, note=note)
    refused = []
    for key, entry in ((EntryKey.of_decision(ACTION), decision), (risk.key, risk)):
        try:
            advisor.plans.save(plan, key, entry)
        except AdvisorError as error:
            refused.append(error.code)
    assert set(refused) <= {"value-refused"}

    stored = advisor.plans.plan(plan)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.json"
        advisor.plans.write_file(stored, file)
        read = advisor.plans.read_file(file)

    assert read.decisions == stored.decisions
    assert read.own_risks == stored.own_risks
