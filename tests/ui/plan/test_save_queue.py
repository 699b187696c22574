from dataclasses import replace

import pytest

from advisor.errors import StorageError
from advisor.models.ids import OptionId, PlanId, QuestionId
from advisor.models.plan import Answer, Entry, EntryKey, OwnAction, OwnRisk, Plan
from advisor.models.stored import Sending
from ui.plan.save_queue import Dispute, SaveQueue, SaveState

SETTING = EntryKey.of_answer(QuestionId("setting"))
SEVERITY = EntryKey.of_answer(QuestionId("severity"))
CHARITY = Answer(value=OptionId("charity_or_community"))
OTHER = Answer(value=OptionId("other_public_service"))
THEIRS = replace(OTHER, version=1)
UNLIMITED = Answer(value=OptionId("no_limit"))
TEA = OwnAction(id="1", text="Tea", stage="run", version=1)
STAIRS = OwnRisk(id="2", text="Stairs", version=4)
FULL = StorageError("The disk is full. Free some space, then try again.")


@pytest.fixture
def queue() -> SaveQueue:
    plan = Plan(id=PlanId("plan"), title="Plan", own_actions=(TEA,), own_risks=(STAIRS,))
    return SaveQueue(plan)


def begun(queue: SaveQueue) -> Sending:
    (sending,) = queue.next()
    return sending


def saved(queue: SaveQueue) -> list[tuple[EntryKey, Entry | None, int]]:
    """Save what waits, one after the other; return what was sent, over which versions."""
    sent = []
    while under_way := queue.next():
        queue.has_saved([_stored(each) for each in under_way])
        sent += [(each.key, each.entry, each.version) for each in under_way]
    return sent


def _stored(sent: Sending) -> Entry | None:
    return None if sent.entry is None else replace(sent.entry, version=sent.version + 1)


def disputed(queue: SaveQueue, theirs: Answer = THEIRS) -> None:
    queue.take({SETTING: CHARITY})
    begun(queue)
    assert queue.lay_beside((theirs,))


def test_one_entry_is_under_way_at_a_time(queue: SaveQueue) -> None:
    queue.take({SETTING: CHARITY})
    queue.take({SEVERITY: UNLIMITED})

    assert begun(queue) == Sending(key=SETTING, entry=CHARITY, version=0)
    assert queue.next() == ()
    assert queue.state is SaveState.SAVING


def test_the_entry_that_has_waited_longest_is_saved_first(queue: SaveQueue) -> None:
    queue.take({SETTING: CHARITY})
    queue.take({SEVERITY: UNLIMITED})
    queue.take({SETTING: OTHER})

    assert saved(queue) == [(SEVERITY, UNLIMITED, 0), (SETTING, OTHER, 0)]
    assert queue.state is SaveState.SAVED


def test_the_newest_answer_wins_and_those_between_are_not_saved(queue: SaveQueue) -> None:
    queue.take({SETTING: CHARITY})
    begun(queue)
    for answer in (OTHER, CHARITY, OTHER):
        queue.take({SETTING: answer})
    queue.has_saved((replace(CHARITY, version=1),))

    assert saved(queue) == [(SETTING, OTHER, 1)]


def test_each_save_goes_over_the_version_of_the_one_before(queue: SaveQueue) -> None:
    versions = []
    for risk in (replace(STAIRS, text="Ramp"), replace(STAIRS, text="Lift"), None, STAIRS):
        queue.take({STAIRS.key: risk})
        versions += [version for _, _, version in saved(queue)]

    assert versions == [4, 5, 6, 0]


def test_what_is_removed_and_put_back_at_once_is_saved_as_it_is_in_the_end(
    queue: SaveQueue,
) -> None:
    queue.take({SETTING: CHARITY})
    begun(queue)
    queue.take({STAIRS.key: None})
    queue.take({STAIRS.key: STAIRS})
    queue.take({TEA.key: None})
    queue.has_saved((replace(CHARITY, version=1),))

    assert saved(queue) == [(STAIRS.key, STAIRS, 4), (TEA.key, None, 1)]


def test_a_refused_save_keeps_the_answer_and_is_news_once_until_one_succeeds(
    queue: SaveQueue,
) -> None:
    queue.take({SETTING: CHARITY})
    begun(queue)
    assert queue.give_up(FULL)
    states = [queue.state]

    begun(queue)
    states.append(queue.state)
    assert not queue.give_up(FULL)
    begun(queue)
    assert queue.give_up(StorageError("The folder may only be read."))

    assert saved(queue) == [(SETTING, CHARITY, 0)]
    states.append(queue.state)
    assert states == [SaveState.NOT_SAVED, SaveState.NOT_SAVED, SaveState.SAVED]

    queue.take({SETTING: OTHER})
    begun(queue)
    assert queue.give_up(StorageError("The folder may only be read."))


def test_an_answer_that_is_refused_does_not_hold_up_the_others(queue: SaveQueue) -> None:
    queue.take({SETTING: CHARITY})
    queue.take({SEVERITY: UNLIMITED})
    begun(queue)
    queue.give_up(FULL)

    assert [key for key, _, _ in saved(queue)] == [SEVERITY, SETTING]


def test_both_answers_are_kept_when_one_was_changed_elsewhere(queue: SaveQueue) -> None:
    disputed(queue)

    assert queue.disputes == (Dispute(key=SETTING, ours=CHARITY, theirs=OTHER),)
    assert saved(queue) == []
    assert queue.state is SaveState.NOT_SAVED


def test_ours_goes_over_theirs_when_the_person_says_so(queue: SaveQueue) -> None:
    disputed(queue, theirs=replace(OTHER, version=7))

    queue.keep_ours(SETTING)

    assert saved(queue) == [(SETTING, CHARITY, 7)]
    assert queue.disputes == ()


def test_theirs_stays_when_the_person_says_so(queue: SaveQueue) -> None:
    disputed(queue)

    queue.take_theirs(SETTING)

    assert saved(queue) == []
    assert queue.state is SaveState.SAVED


def test_what_is_answered_during_a_dispute_becomes_ours(queue: SaveQueue) -> None:
    disputed(queue)
    newer = replace(CHARITY, note="Asked the trustees")

    queue.take({SETTING: newer})
    assert saved(queue) == []
    queue.keep_ours(SETTING)

    assert saved(queue) == [(SETTING, newer, 1)]


def test_the_same_answer_from_elsewhere_is_no_dispute(queue: SaveQueue) -> None:
    queue.take({SETTING: CHARITY})
    begun(queue)

    assert not queue.lay_beside((replace(CHARITY, version=1),))
    assert saved(queue) == []
    assert queue.state is SaveState.SAVED


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(replace(STAIRS, text="Ramp"), None, id="removed elsewhere"),
        pytest.param(None, replace(STAIRS, text="Lift", version=5), id="removed here"),
    ],
)
def test_what_one_changed_and_the_other_removed_is_a_dispute(
    queue: SaveQueue, ours: OwnRisk | None, theirs: OwnRisk | None
) -> None:
    queue.take({STAIRS.key: ours})
    begun(queue)

    assert queue.lay_beside((theirs,))
    assert queue.disputes == (Dispute(key=STAIRS.key, ours=ours, theirs=theirs),)
    queue.keep_ours(STAIRS.key)
    assert saved(queue) == [(STAIRS.key, ours, 0 if theirs is None else theirs.version)]


def test_what_was_changed_in_one_step_is_sent_together_with_what_it_removes(
    queue: SaveQueue,
) -> None:
    queue.take({SEVERITY: UNLIMITED})
    queue.take({SETTING: CHARITY, TEA.key: None})
    begun(queue)
    queue.has_saved((replace(UNLIMITED, version=1),))

    assert queue.next() == (
        Sending(key=SETTING, entry=CHARITY, version=0),
        Sending(key=TEA.key, entry=None, version=1),
    )


def test_of_one_step_only_what_was_saved_elsewhere_is_in_dispute(queue: SaveQueue) -> None:
    queue.take({SETTING: CHARITY, SEVERITY: UNLIMITED, STAIRS.key: replace(STAIRS, text="Ramp")})
    queue.next()

    assert queue.lay_beside((THEIRS, Answer(), STAIRS))
    assert [each.key for each in queue.disputes] == [SETTING]
    assert [each.key for each in queue.next()] == [SEVERITY, STAIRS.key]


def test_a_step_that_is_refused_stays_one_step(queue: SaveQueue) -> None:
    queue.take({SETTING: CHARITY, SEVERITY: UNLIMITED})
    queue.next()
    queue.give_up(FULL)

    assert [each.key for each in queue.next()] == [SETTING, SEVERITY]


def test_an_entry_that_is_changed_once_more_goes_with_its_newest_step(queue: SaveQueue) -> None:
    queue.take({SETTING: CHARITY, SEVERITY: UNLIMITED})
    queue.next()
    queue.take({SETTING: OTHER})
    queue.has_saved((replace(CHARITY, version=1), replace(UNLIMITED, version=1)))

    assert queue.next() == (Sending(key=SETTING, entry=OTHER, version=1),)


def stored_plan(**more: object) -> Plan:
    plan = Plan(id=PlanId("plan"), title="Plan", own_actions=(TEA,), own_risks=(STAIRS,))
    return replace(plan, **more)  # type: ignore[arg-type]


def test_what_others_saved_is_known_once(queue: SaveQueue) -> None:
    newer = replace(TEA, text="Tea and cake", version=2)
    stored = stored_plan(own_actions=(newer,), answers={QuestionId("setting"): THEIRS})

    assert queue.newer_in(stored) == {SETTING: THEIRS, TEA.key: newer}
    assert queue.newer_in(stored) == {}

    queue.take({SETTING: CHARITY})
    assert begun(queue).version == 1


def test_what_others_removed_is_newer_too(queue: SaveQueue) -> None:
    assert queue.newer_in(stored_plan(own_risks=())) == {STAIRS.key: None}


def test_what_waits_here_is_never_taken_from_others(queue: SaveQueue) -> None:
    queue.take({SETTING: CHARITY})

    assert queue.newer_in(stored_plan(answers={QuestionId("setting"): THEIRS})) == {}
    assert begun(queue).version == 0


def test_what_is_in_dispute_stays_in_dispute(queue: SaveQueue) -> None:
    disputed(queue)

    newer = replace(OTHER, version=2)
    assert queue.newer_in(stored_plan(answers={QuestionId("setting"): newer})) == {}
    assert queue.disputes
