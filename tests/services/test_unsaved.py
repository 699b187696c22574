"""What was typed and never saved is offered after a crash, and nothing else is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest

from advisor.errors import StorageError
from advisor.models.field_words import FieldWords
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import Answer, Choice, Decision, EntryKey, OwnAction, OwnRisk, Plan
from advisor.models.stored import Sending
from advisor.services.advisor import Advisor
from advisor.services.plans import new_plan_id
from advisor.services.unsaved import Offer
from advisor.storage.database import Database

FORMATS = QuestionId("formats")
GROUP = Answer(value=frozenset({OptionId("group")}), note="Agreed on Monday")


@pytest.fixture
def files(tmp_path: Path, with_evidence: Path) -> Path:
    copyfile(with_evidence, tmp_path / "plans.db")
    return tmp_path


@pytest.fixture
def writing(files: Path) -> Iterator[Advisor]:
    with started(files) as advisor:
        yield advisor


def started(files: Path) -> Advisor:
    return Advisor.open(files / "plans.db", drafts=files / "drafts.jsonl")


def offers(advisor: Advisor) -> tuple[Offer, ...]:
    assert advisor.unsaved is not None
    return advisor.unsaved.offers()


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_self: Database, _work: object) -> object:
        raise StorageError("The file was moved.", code="file-moved")

    monkeypatch.setattr(Database, "write", refused)


def crash_with(
    advisor: Advisor, plan: Plan, *values: Answer | Decision | OwnAction | OwnRisk
) -> None:
    """Let saves be refused, then end without closing."""
    with pytest.MonkeyPatch.context() as patch:
        refuse(patch)
        for value in values:
            with pytest.raises(StorageError):
                save(advisor, plan, value)


def save(advisor: Advisor, plan: Plan, value: Answer | Decision | OwnAction | OwnRisk) -> None:
    match value:
        case Answer():
            advisor.plans.save(plan.id, EntryKey.of_answer(FORMATS), value)
        case Decision():
            advisor.plans.save(
                plan.id, EntryKey.of_decision(advisor.evidence.pack.actions[0].id), value
            )
        case OwnAction() | OwnRisk():
            advisor.plans.save(plan.id, value.key, value)


def test_what_was_saved_is_not_offered(writing: Advisor, files: Path) -> None:
    plan = writing.plans.create("Lowmere")
    writing.plans.save(plan.id, EntryKey.of_answer(FORMATS), GROUP)

    with started(files) as again:
        assert offers(again) == ()
    assert (files / "drafts.jsonl").read_bytes() == b""


def test_what_was_refused_is_offered_in_words_and_put_back(writing: Advisor, files: Path) -> None:
    plan = writing.plans.create("Lowmere")
    stage = writing.evidence.pack.stages[0].id
    decision = Decision(choice=Choice.WE_WILL, owner="Jo")
    own = OwnAction(id=new_plan_id(), text="Ring the crèche", stage=stage, decision=decision)
    risk = OwnRisk(id=new_plan_id(), text="The hall floods", mitigation="Move upstairs")
    crash_with(writing, plan, GROUP, decision, own, risk)

    with started(files) as again:
        waiting = offers(again)
        assert {each.plan for each in waiting} == {"Lowmere"}
        assert waiting[0].about == again.evidence.pack.questionnaire[FORMATS].text
        assert "Agreed on Monday" in waiting[0].words
        assert "Jo" in waiting[1].words
        assert [each.about for each in waiting[2:]] == ["Ring the crèche", "The hall floods"]

        assert again.unsaved is not None
        assert again.unsaved.put_back(waiting) == ()

        stored = again.plans.plan(plan.id)
        assert stored.answer(FORMATS) == GROUP
        assert stored.decision(again.evidence.pack.actions[0].id) == decision
        assert (stored.own_actions, stored.own_risks) == ((own,), (risk,))
        assert offers(again) == ()
        assert again.plans.summaries()[0].judged is not None


def test_only_the_last_of_several_refused_texts_is_offered(writing: Advisor, files: Path) -> None:
    plan = writing.plans.create("Lowmere")
    crash_with(writing, plan, replace(GROUP, note="A"), replace(GROUP, note="Agreed"), GROUP)

    with started(files) as again:
        assert [each.typed.value for each in offers(again)] == [GROUP]


def test_it_is_put_back_over_what_was_saved_meanwhile(writing: Advisor, files: Path) -> None:
    plan = writing.plans.create("Lowmere")
    crash_with(writing, plan, GROUP)

    with started(files) as again:
        waiting = offers(again)
        again.plans.save(plan.id, EntryKey.of_answer(FORMATS), Answer(note="Theirs"))
        assert again.unsaved is not None
        assert len(again.unsaved.put_back(waiting)) == 0
        assert again.plans.plan(plan.id).answer(FORMATS) == GROUP


def test_a_crash_after_the_save_offers_nothing(writing: Advisor, files: Path) -> None:
    plan = writing.plans.create("Lowmere")
    crash_with(writing, plan, GROUP)
    with Advisor.open(files / "plans.db") as other:
        other.plans.save(plan.id, EntryKey.of_answer(FORMATS), GROUP)

    with started(files) as again:
        assert offers(again) == ()
    assert (files / "drafts.jsonl").read_bytes() == b""


def test_words_of_a_plan_that_is_gone_are_shown_and_kept(writing: Advisor, files: Path) -> None:
    plan = writing.plans.create("Lowmere")
    crash_with(writing, plan, GROUP)
    writing.plans.erase(plan.id)

    with started(files) as again:
        (offer,) = offers(again)
        assert (offer.plan, offer.typed.plan) == ("", plan.id)
        assert again.unsaved is not None
        assert again.unsaved.put_back((offer,)) == (offer,)
        assert offers(again) == (offer,)

        again.unsaved.leave_out()
        assert offers(again) == ()


def test_an_answer_that_gave_way_to_another_is_not_offered(writing: Advisor, files: Path) -> None:
    plan = writing.plans.create("Lowmere")
    crash_with(writing, plan, GROUP)

    writing.plans.forget_unsaved(plan.id, EntryKey.of_answer(FORMATS))

    with started(files) as again:
        assert offers(again) == ()


def test_an_entry_that_was_removed_is_not_offered(writing: Advisor, files: Path) -> None:
    plan = writing.plans.create("Lowmere")
    risk = OwnRisk(id=new_plan_id(), text="Floods", version=1)
    writing.plans.save(plan.id, risk.key, replace(risk, version=0))
    crash_with(writing, plan, replace(risk, mitigation="Upstairs"))

    writing.plans.save_all(plan.id, [Sending(key=risk.key, entry=None, version=risk.version)])

    with started(files) as again:
        assert offers(again) == ()


def test_a_draft_that_cannot_be_kept_stops_no_save(writing: Advisor, files: Path) -> None:
    plan = writing.plans.create("Lowmere")
    (files / "drafts.jsonl").mkdir()

    writing.plans.save(plan.id, EntryKey.of_answer(FORMATS), GROUP)

    assert writing.plans.plan(plan.id).answer(FORMATS) == GROUP


def test_a_draft_of_another_program_is_passed_over(files: Path) -> None:
    line = '{"number": 1, "plan": "p", "what": "poem", "which": "w", "words": "{}"}'
    (files / "drafts.jsonl").write_text(line, encoding="utf-8")

    with started(files) as again:
        assert offers(again) == ()


def test_what_stands_in_fields_stands_there_again_until_its_plan_is_gone(
    writing: Advisor, files: Path
) -> None:
    plan = writing.plans.create("Lowmere")
    half = FieldWords(plan=plan.id, field="new-risk/text", words="The hall fl")
    name = FieldWords(plan="", field="new-plan", words="Sunr")
    assert writing.unsaved is not None
    writing.unsaved.keep_words((half, name))

    with started(files) as again:
        assert again.unsaved is not None
        assert again.unsaved.words() == (half, name)
        assert offers(again) == ()
        again.plans.erase(plan.id)
        assert again.unsaved.words() == (name,)
