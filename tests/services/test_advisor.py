import datetime
import stat
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader

from advisor import locations
from advisor.errors import NotFound, StorageError
from advisor.locations import examples_folder
from advisor.models.findings import Verdict
from advisor.models.ids import ActionId, OptionId, QuestionId, RuleId
from advisor.models.pack import PackVersion
from advisor.models.papers import PaperKind, PaperWish
from advisor.models.plan import (
    Answer,
    Choice,
    Decision,
    EntryKey,
    GateTick,
    OpenAnswer,
    OwnAction,
    OwnRisk,
)
from advisor.models.stored import Sending
from advisor.packs.reading import read_pack
from advisor.plan_files.reading import read_plan
from advisor.services.advisor import Advisor
from advisor.services.plans import new_plan_id
from tests.packs.authoring import EDITION_2026_11
from tests.support.shipped import PLANS_2026_11, edition_2026_11, shipped_pack

FORMATS = QuestionId("formats")
GROUP = Answer(value=frozenset({OptionId("group")}))


def test_the_rules_read_the_stored_evidence_equal_to_the_shipped(advisor: Advisor) -> None:
    assert advisor.evidence.pack == read_pack(locations.evidence_folder()).pack
    assert advisor.evidence.editions() == (advisor.evidence.pack.version,)


def test_a_second_start_stores_nothing_more(advisor: Advisor, tmp_path: Path) -> None:
    first = advisor.evidence.pack
    advisor.close()

    with Advisor.open(str(tmp_path / "plans.db")) as again:
        assert again.evidence.pack == first
        assert len(again.evidence.editions()) == 1


def test_a_newer_pack_is_added_beside_the_older_and_used(advisor: Advisor) -> None:
    shipped = read_pack(locations.evidence_folder())
    old = advisor.evidence.pack.version
    head = cast("dict[str, object]", shipped.records["pack"])
    newer = replace(
        shipped,
        records={**shipped.records, "pack": {**head, "version": "2027.1"}},
        pack=replace(shipped.pack, version=PackVersion(id=old.id, version="2027.1")),
        digest="0" * 64,
    )

    assert advisor.evidence.add(newer)

    assert {edition.version for edition in advisor.evidence.editions()} == {old.version, "2027.1"}
    assert advisor.evidence.edition(old).version == old


def test_editions_of_both_shapes_are_kept_and_the_newest_is_used(advisor: Advisor) -> None:
    before = read_pack(EDITION_2026_11)

    assert advisor.evidence.add(before)

    assert advisor.evidence.edition(before.pack.version) == before.pack
    assert advisor.evidence.pack == read_pack(locations.evidence_folder()).pack


def test_editions_are_ordered_as_numbers() -> None:
    editions = [
        PackVersion(id="p", version=v) for v in ("2026.11", "2026.9", "2027.1", "2026.11.1")
    ]

    ordered = [edition.version for edition in sorted(editions, key=lambda edition: edition.age)]

    assert ordered == ["2026.9", "2026.11", "2026.11.1", "2027.1"]


def test_a_new_plan_is_listed_with_its_progress(advisor: Advisor) -> None:
    plan = advisor.plans.create("Tea and talk")
    advisor.plans.save(plan.id, EntryKey.of_answer(FORMATS), GROUP)

    [summary] = advisor.plans.summaries()

    assert (summary.title, summary.answered) == ("Tea and talk", 1)
    assert not advisor.plans.is_judged(summary)
    assert advisor.plans.count("tea") == 1
    assert advisor.plans.count("coffee") == 0


def test_a_copy_is_listed_as_far_as_its_original(advisor: Advisor) -> None:
    plan = advisor.plans.add(advisor.plans.examples()[1])
    advice = advisor.advise_and_keep(plan)

    advisor.plans.duplicate(plan.id, "A copy")

    assert [(one.answered, one.asked) for one in advisor.plans.summaries()] == [
        (advice.summary.answered, advice.summary.asked)
    ] * 2


def test_advice_is_kept_with_the_pack_it_came_from(advisor: Advisor) -> None:
    plan = advisor.plans.add(advisor.plans.examples()[1])
    assert advisor.plans.kept_advice(plan.id) is None

    advice = advisor.advise_and_keep(plan)

    kept = advisor.plans.kept_advice(plan.id)
    assert kept is not None
    assert kept.pack == advisor.evidence.pack.version
    assert kept.verdicts == {finding.rule: finding.verdict for finding in advice.findings}
    [summary] = advisor.plans.summaries()
    assert summary.judged is not None
    assert summary.judged.summary == advice.summary
    assert advisor.plans.is_judged(summary)


def test_every_change_of_a_plan_is_read_back(advisor: Advisor) -> None:
    plan = advisor.plans.create("Tea and talk")
    action = advisor.evidence.pack.actions[0].id
    own, risk = (
        OwnAction(id=str(new_plan_id()), text="Buy cups", stage="plan"),
        OwnRisk(id=str(new_plan_id()), text="The hall may close"),
    )
    unsure = Answer(value=OpenAnswer.NOT_SURE, note="ask the health visitor")

    advisor.plans.save(plan.id, EntryKey.of_answer(QuestionId("isolation")), unsure)
    advisor.plans.save(
        plan.id, EntryKey.of_decision(action), Decision(choice=Choice.IN_PLACE, owner="Ana")
    )
    advisor.plans.save(plan.id, own.key, own)
    advisor.plans.save(plan.id, risk.key, risk)

    stored = advisor.plans.plan(plan.id)
    assert stored.answer(QuestionId("isolation")) == unsure
    assert stored.decision(action).owner == "Ana"
    assert (stored.own_actions, stored.own_risks) == ((own,), (risk,))

    gone = [Sending(key=each.key, entry=None, version=1) for each in (own, risk)]
    assert advisor.plans.save_all(plan.id, gone) == (None, None)
    stored = advisor.plans.plan(plan.id)
    assert (stored.own_actions, stored.own_risks) == ((), ())


def test_a_stale_answer_is_refused_and_nothing_is_lost(advisor: Advisor) -> None:
    plan = advisor.plans.create("Tea and talk")
    advisor.plans.save(plan.id, EntryKey.of_answer(FORMATS), GROUP)

    with pytest.raises(StorageError) as refused:
        advisor.plans.save(
            plan.id, EntryKey.of_answer(FORMATS), Answer(value=frozenset({OptionId("telephone")}))
        )

    assert refused.value.code == "changed-elsewhere"
    assert advisor.plans.plan(plan.id).answer(FORMATS) == GROUP


def test_a_copy_stands_on_its_own(advisor: Advisor) -> None:
    original = advisor.plans.add(advisor.plans.examples()[0])
    action = advisor.evidence.pack.actions[0].id
    advisor.plans.save(original.id, EntryKey.of_decision(action), Decision(choice=Choice.WE_WILL))
    own = OwnAction(id=str(new_plan_id()), text="Buy cups", stage="plan")
    advisor.plans.save(original.id, own.key, own)
    gate, tick = advisor.evidence.pack.gates[0].id, GateTick(day=datetime.date(2027, 3, 5))
    advisor.plans.save(original.id, EntryKey.of_tick(gate), tick)

    copy = advisor.plans.duplicate(original.id, "Second round")

    assert copy.id != original.id
    assert copy.decision(ActionId(action)).choice is Choice.WE_WILL
    assert len(copy.own_actions) == 1
    assert copy.gate_ticks == {gate: tick}
    assert advisor.plans.count() == 2


def test_a_deleted_plan_is_not_found_until_it_is_restored(advisor: Advisor) -> None:
    plan = advisor.plans.create("Tea and talk")
    advisor.plans.delete(plan.id)

    with pytest.raises(NotFound):
        advisor.plans.plan(plan.id)

    advisor.plans.restore(plan.id)
    assert advisor.plans.plan(plan.id).title == "Tea and talk"


def test_a_plan_that_was_brought_back_was_changed_when_it_was_before(advisor: Advisor) -> None:
    plan = advisor.plans.add(advisor.plans.examples()[1])
    advisor.plans.create("Walks")
    before = advisor.plans.summaries()
    assert before[0].id != plan.id

    advisor.plans.delete(plan.id)
    [gone] = advisor.plans.deleted()
    advisor.plans.restore(plan.id)

    assert gone.changed == before[1].changed
    assert advisor.plans.summaries() == before
    assert advisor.plans.is_judged(advisor.plans.summaries()[1])
    assert len(advisor.plans.history(plan.id, 2)) == 2


def test_a_renamed_plan_keeps_its_answers(advisor: Advisor) -> None:
    plan = advisor.plans.create("Tea and talk")
    advisor.plans.save(plan.id, EntryKey.of_answer(FORMATS), GROUP)

    renamed = advisor.plans.rename(plan.id, "Walk and talk", "In the park", plan.version)

    assert (renamed.title, renamed.description) == ("Walk and talk", "In the park")
    assert renamed.answer(FORMATS) == GROUP


def test_the_examples_ship_with_the_program(advisor: Advisor) -> None:
    examples = advisor.plans.examples()

    assert len(examples) == len(list(examples_folder().glob("*.json"))) > 0
    assert all(example.title.startswith("Fictional example") for example in examples)
    assert advisor.plans.count() == 0


def test_a_plan_without_answers_still_gets_all_safety_actions(advisor: Advisor) -> None:
    advice = advisor.advise(advisor.plans.create("Empty"))

    safety = {action.id for action in shipped_pack().actions if action.safety}
    assert {action.id for action in advice.actions if action.safety} == safety
    assert not advice.with_verdict(Verdict.APPLIES)


def test_what_newer_evidence_changed_is_known_with_the_edition_that_said_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = read_plan(PLANS_2026_11 / "03-closed-eight-week-group.json", edition_2026_11())
    with monkeypatch.context() as before, Advisor.open(str(tmp_path / "plans.db")) as earlier:
        before.setattr(locations, "evidence_folder", lambda: EDITION_2026_11)
        plan = earlier.plans.add(plan)
        earlier.advise_and_keep(plan)
        assert earlier.what_moved(plan) is None

    with Advisor.open(str(tmp_path / "plans.db")) as advisor:
        moved = advisor.what_moved(advisor.plans.plan(plan.id))

    assert moved is not None
    assert (moved.earlier, moved.before) == ("2026.11", edition_2026_11())
    gained = {change.rule: change for change in moved.comparison.gained}
    assert gained[RuleId("N03-harms")].was is not None
    assert gained[RuleId("N03-harms")].now is not None


def test_a_plan_that_came_without_the_evidence_behind_it_is_compared_all_the_same(
    advisor: Advisor,
) -> None:
    plan = advisor.plans.add(advisor.plans.examples()[2])
    unknown = replace(advisor.evidence.pack.version, version="2026.1")
    advisor.plans.keep_advice(plan, replace(advisor.advise(plan), pack=unknown))

    moved = advisor.what_moved(plan)

    assert moved is not None
    assert (moved.earlier, moved.before) == ("2026.1", None)


def test_a_plan_that_was_deleted_is_listed_until_it_is_erased_after_a_month(
    advisor: Advisor,
) -> None:
    plan, other = advisor.plans.create("Tea and talk"), advisor.plans.create("Walks")
    advisor.plans.delete(plan.id)
    [gone] = advisor.plans.deleted()
    assert (gone.id, gone.title) == (plan.id, "Tea and talk")
    assert gone.deleted is not None

    advisor.plans.clear_out(gone.deleted + datetime.timedelta(days=30))
    assert advisor.plans.deleted() == (gone,)
    advisor.plans.clear_out(gone.deleted + datetime.timedelta(days=30, seconds=1))

    assert advisor.plans.deleted() == ()
    with pytest.raises(NotFound):
        advisor.plans.restore(plan.id)
    assert [each.id for each in advisor.plans.summaries()] == [other.id]


def test_a_list_is_judged_where_the_plan_or_the_evidence_is_newer(advisor: Advisor) -> None:
    plan = advisor.plans.add(advisor.plans.examples()[1])
    [fresh] = advisor.plans.summaries()
    assert advisor.plans.is_judged(fresh)
    there = plan.answer(FORMATS)
    advisor.plans.save(plan.id, EntryKey.of_answer(FORMATS), replace(there, note="On Tuesdays"))
    [stale] = advisor.plans.summaries()
    assert not advisor.plans.is_judged(stale)

    [judged] = advisor.plans.judge([stale])

    assert judged.judged is not None
    assert judged.judged.summary == advisor.advise(advisor.plans.plan(plan.id)).summary
    assert advisor.plans.summaries() == (judged,)
    assert advisor.plans.judge([judged]) == (judged,)


def test_a_list_that_cannot_be_kept_is_judged_all_the_same(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    advisor.plans.add(advisor.plans.examples()[1])
    [fresh] = advisor.plans.summaries()

    def refuse(*_: object) -> None:
        raise StorageError("The disk is full.", code="disk-full")

    monkeypatch.setattr("advisor.storage.plans.keep_judged", refuse)
    [judged] = advisor.plans.judge([replace(fresh, judged=None)])

    assert judged.judged == fresh.judged


def test_a_paper_to_look_at_lies_where_only_its_owner_reads_it(advisor: Advisor) -> None:
    plan = advisor.plans.examples()[1]
    advice = advisor.advise(plan)
    wish = PaperWish(kind=PaperKind.DESCRIPTION)

    path = advisor.papers.write_to_look_at(wish, plan, advice)
    again = advisor.papers.write_to_look_at(wish, plan, advice)

    assert path == again
    assert path.suffix == ".pdf"
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert len(PdfReader(path).pages) == advisor.papers.page_count(wish, plan, advice)
