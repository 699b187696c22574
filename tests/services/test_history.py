"""What a plan was before can be read, with who changed it."""

import json

import pytest

from advisor.errors import NotFound, StorageError
from advisor.export.text import advice_text
from advisor.models.ids import ActionId, OptionId, QuestionId
from advisor.models.papers import DataKind, PaperKind
from advisor.models.plan import Answer, Decision, EntryKey
from advisor.models.stored import sent_over
from advisor.plan_files.writing import write_plan
from advisor.services.advisor import Advisor
from advisor.services.making import document_of, moment_of_making
from advisor.services.plans import new_plan_id

FORMATS = QuestionId("formats")
GROUP = Answer(value=frozenset({OptionId("group")}))


def test_every_change_is_told_the_newest_first(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ruth")
    plan = advisor.plans.create("Before")
    monkeypatch.setenv("LOGNAME", "amir")
    advisor.plans.save(plan.id, EntryKey.of_answer(FORMATS), GROUP)

    newest, first = advisor.plans.history(plan.id)

    assert (newest.who, newest.what, newest.which) == ("amir", "answer", FORMATS)
    assert newest.old is None
    assert json.loads(json.loads(newest.new or "")["value"]) == ["group"]
    assert (first.who, first.what) == ("ruth", "plan")
    assert advisor.plans.history(plan.id, 1) == (newest,)


def test_a_plan_that_is_not_there_has_no_history(advisor: Advisor) -> None:
    with pytest.raises(NotFound):
        advisor.plans.history(new_plan_id())


@pytest.mark.parametrize("name", ["", "Zoë", "\udcff\udcfe", "x" * 500])
def test_whatever_the_login_name_is_a_change_is_saved(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: name)

    plan = advisor.plans.create("Kept")

    (edit,) = advisor.plans.history(plan.id)
    assert edit.who == name.encode("utf-8", "replace").decode()[:120]


def test_a_change_by_nobody_known_is_saved(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)

    assert advisor.plans.history(advisor.plans.create("Kept").id)[0].who == ""


def test_no_paper_plan_file_or_advice_says_the_login_name(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "zz-canary")
    plan = advisor.plans.create("Kept")
    plan = advisor.plans.plan(plan.id)

    assert "zz-canary" not in write_plan(plan, advisor.evidence.pack)
    advice = advisor.advise(plan)
    assert "zz-canary" not in advice_text(advisor.evidence.pack, plan, advice)
    assert all("zz-canary" not in advisor.papers.data(kind, plan, advice) for kind in DataKind)
    pack, made_at = advisor.evidence.pack, moment_of_making()
    documents = [document_of(pack, kind, plan, advice, made_at) for kind in PaperKind]
    assert "zz-canary" not in repr(documents)


def test_entries_that_are_saved_together_are_all_saved_or_none(advisor: Advisor) -> None:
    plan = advisor.plans.create("Before")
    first, second = (EntryKey.of_decision(ActionId(each)) for each in ("plan-01", "plan-02"))
    advisor.plans.save_all(plan.id, sent_over(plan, {first: Decision(owner="Amina")}))
    both = {second: Decision(owner="Mair"), first: Decision(owner="Ruth")}

    with pytest.raises(StorageError) as refused:
        advisor.plans.save_all(plan.id, sent_over(plan, both))

    assert refused.value.code == "changed-elsewhere"
    stored = advisor.plans.plan(plan.id)
    assert stored.decisions == {ActionId("plan-01"): Decision(owner="Amina")}
    advisor.plans.save_all(plan.id, sent_over(stored, both))
    assert {each.owner for each in advisor.plans.plan(plan.id).decisions.values()} == {
        "Mair",
        "Ruth",
    }
