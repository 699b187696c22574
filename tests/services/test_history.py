"""What a plan was before can be read, with who changed it."""

import json

import pytest

from advisor.errors import NotFound
from advisor.export.text import advice_text
from advisor.models.ids import OptionId, QuestionId
from advisor.models.papers import DataKind, PaperKind
from advisor.models.plan import Answer, EntryKey
from advisor.plan_files.writing import write_plan
from advisor.services.advisor import Advisor
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
    documents = [advisor.papers.document(kind, plan, advice) for kind in PaperKind]
    assert "zz-canary" not in repr(documents)
