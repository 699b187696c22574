"""What would have to change, in sentences."""

from advisor.models.changes import Aim, Change, PossibleChanges, Together, Way
from advisor.models.comparison import Comparison, GateChange, StateChange, VerdictChange
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.ids import ActionId, OptionId, QuestionId, RuleId
from advisor.models.plan import OpenAnswer
from advisor.rules.engine import advise
from advisor.rules.together import what_would_ease
from advisor.rules.ways import what_would_change
from advisor.telling.changes import ChangesStory, ToldWay, changes_story, together_story
from advisor.telling.shifts import shifts, summed_up
from tests.support.examples import DROP_IN, example, pack

RISK = RuleId("N01-harms")
OTHER, BENEFIT = RuleId("N08-harms"), RuleId("P01-benefits")
APPLIES, GONE = Verdict.APPLIES, Verdict.DOES_NOT_APPLY
EASED = StateChange(rule=RISK, before=RiskState.OPEN, after=RiskState.PARTLY_ADDRESSED)
NEW_RISK = VerdictChange(rule=OTHER, before=GONE, after=APPLIES)
NEW_BENEFIT = VerdictChange(rule=BENEFIT, before=GONE, after=APPLIES)


def peers(after: str, before: OptionId | OpenAnswer = OpenAnswer.NOT_DECIDED) -> Change:
    return Change(question=QuestionId("peer_experience"), before=before, after=OptionId(after))


def way(
    *changes: Change,
    aim: Aim = Aim.EASE,
    moved: Comparison | None = None,
    instead: tuple[Change, ...] = (),
) -> Way:
    return Way(
        aim=aim,
        changes=changes or (peers("parenthood_only"),),
        moved=moved or Comparison(states=(EASED,)),
        instead=instead,
    )


def told(*ways: Way, lessening: tuple[str, ...] = (), complete: bool = True) -> ChangesStory:
    possible = PossibleChanges(
        rule=RISK,
        aim=Aim.STOP,
        ways=ways,
        complete=complete,
        lessening=tuple(map(ActionId, lessening)),
    )
    return changes_story(pack(), advise(pack(), example(DROP_IN)), possible)


def only(*ways: Way) -> ToldWay:
    (found,) = told(*ways).ways
    return found


def test_a_changed_choice_is_told_with_what_goes_and_what_comes() -> None:
    found = only(way(peers("perinatal_mental_health", OptionId("parenthood_only"))))

    assert found.title == "The smallest change"
    assert found.lines[0] == (
        "What lived experience must peers have? Instead of “Being a parent”: “Their own mental"
        " health difficulty in pregnancy or after birth”."
    )
    assert found.reaches == "Here “Open” becomes “Partly in hand”."


def boxes(*options: str) -> frozenset[OptionId]:
    return frozenset(map(OptionId, options))


def topics(before: frozenset[OptionId] | OpenAnswer, *afters: frozenset[OptionId]) -> str:
    question = QuestionId("training_topics")
    first, *others = (Change(question=question, before=before, after=each) for each in afters)
    return only(way(first, instead=tuple(others))).changed[0].told


def test_of_ticks_it_is_told_which_to_add_and_which_to_leave_out() -> None:
    listening, both = boxes("listening"), boxes("listening", "endings")

    assert topics(listening, both) == "Add “Endings”"
    assert topics(both, listening) == "Leave out “Endings”"
    assert topics(both, boxes("listening", "culture")) == (
        "Leave out “Endings” and add “Culture, difference and bias”"
    )


def test_where_no_tick_stays_the_whole_answer_is_told() -> None:
    listening, endings = boxes("listening"), boxes("endings")

    assert topics(listening, endings) == (
        "“Listening” becomes “Endings”, and nothing else on this list"
    )
    assert topics(boxes(), endings) == (
        "“Nothing ticked” becomes “Endings”, and nothing else on this list"
    )
    assert topics(OpenAnswer.NOT_DECIDED, listening | endings) == (
        "“Not decided yet” becomes “Listening; Endings”, and nothing else on this list"
    )


def test_none_of_these_says_itself_that_there_is_nothing_else() -> None:
    assert topics(boxes("listening"), boxes("no_training")) == (
        "“Listening” becomes “No set training”"
    )


def test_other_sets_of_ticks_are_counted_where_they_are_long() -> None:
    one, two = boxes("listening"), boxes("listening", "strengths", "endings")

    assert topics(one, one | boxes("endings"), one | boxes("group_skills")) == (
        "Add “Endings” or “Running groups”"
    )
    assert topics(two, one, two - boxes("endings")) == (
        "Leave out “Endings; Naming what she does well” or one other answer like it"
    )


def test_answers_of_which_any_would_do_are_told_together() -> None:
    found = only(way(peers("parenthood_only"), instead=(peers("perinatal_mental_health"),)))

    assert found.changed[0].told == (
        "“Not decided yet” becomes “Being a parent” or “Their own mental health difficulty in"
        " pregnancy or after birth”"
    )


def test_what_is_worse_is_told_first_and_what_was_asked_about_apart() -> None:
    moved = Comparison(states=(EASED,), gained=(NEW_BENEFIT, NEW_RISK))

    found = only(way(moved=moved))

    assert [each.rule for each in found.shifts] == [OTHER, BENEFIT]
    assert [each.is_worse for each in found.shifts] == [True, False]
    assert found.shifts[0].sentence == (
        "Worse: Hurt by how support ends (Risk): “Does not apply” becomes “Applies”."
    )
    assert found.summary == "There would be one more benefit likely, but also one more risk."


def test_everything_that_can_be_better_or_worse_is_counted_in_its_own_words() -> None:
    gate = pack().gates[0]
    met = GateChange(gate=gate.id, before=GateState.MISSING, after=GateState.FINE)

    def said(moved: Comparison) -> str:
        return summed_up(pack(), moved)

    assert said(Comparison()) == "Nothing else in the advice would be better or worse."
    assert said(Comparison(gained=(NEW_RISK,))) == (
        "There would be one more risk. Nothing would be better."
    )
    # Of a way it is told first what it does to the statement that was asked about.
    assert only(way(moved=Comparison(gained=(NEW_RISK,), states=(EASED,)))).summary == (
        "There would be one more risk. Nothing else would be better."
    )
    assert said(Comparison(states=(EASED,), gates=(met,))) == (
        "There would be one more thing in place that safety needs and one risk better in hand."
        " Nothing would be worse."
    )
    (shift,) = shifts(pack(), Comparison(gates=(met,)))
    assert (shift.title, shift.kind, shift.rule) == (gate.in_place, "Safety", None)


def test_another_programme_is_told_with_a_caution() -> None:
    stopping = VerdictChange(rule=RISK, before=APPLIES, after=GONE)

    found = only(way(aim=Aim.STOP, moved=Comparison(lost=(stopping,))))

    assert "another programme" in found.caution
    assert only(way()).caution == ""


def test_a_beginning_is_called_one() -> None:
    assert "One of its causes" in only(way(aim=Aim.BEGIN)).reaches


def test_further_ways_are_folded_under_their_number() -> None:
    story = told(way(), way(), way())

    assert [each.title for each in story.ways] == [
        "The smallest change",
        "Another way",
        "Another way",
    ]
    assert story.others == "2 other ways"


def test_where_nothing_helps_that_is_said_with_the_actions_that_lessen_it() -> None:
    action = advise(pack(), example(DROP_IN)).actions[0]

    story = told(lessening=(action.id,))

    assert story.intro == "No small change of your own choices would stop this from applying."
    assert story.lessening_title == "Nothing that you answer helps here. These actions lessen it"
    assert story.lessening == (action.text,)


def test_a_search_that_gave_up_says_so() -> None:
    assert "There may be more" in told(complete=False).intro


def test_the_engines_answer_for_a_real_plan_can_be_told() -> None:
    plan = example(DROP_IN)

    story = changes_story(pack(), advise(pack(), plan), what_would_change(pack(), plan, RISK))

    assert story.ways
    assert all(each.lines for each in story.ways)


def test_all_open_risks_together_are_told_with_what_stays() -> None:
    plan = example(DROP_IN)
    advice = advise(pack(), plan)

    story = together_story(pack(), advice, what_would_ease(pack(), plan))
    assert story.ways[0].title == "The smallest change"
    assert story.intro == (
        "5 changed answers would put 9 open risks more in hand. There may be more ways than are"
        " shown here."
    )

    left = Together(
        ways=(), complete=True, eased=(), left=(RISK,), lessening=(advice.actions[0].id,)
    )
    story = together_story(pack(), advice, left)
    assert story.intro == (
        "No changed answer would put an open risk more in hand. These would stay open:"
        " Feeling dismissed or out of place."
    )
    assert story.lessening == (advice.actions[0].text,)

    none = Together(ways=(), complete=True, eased=(), left=(), lessening=())
    assert together_story(pack(), advice, none).intro == "No risk is open."


def test_another_set_of_answers_is_told_by_what_differs_from_the_smallest() -> None:
    plan = example(DROP_IN)

    story = together_story(pack(), advise(pack(), plan), what_would_ease(pack(), plan))

    first, other, *_more = story.ways
    assert other.title == "Another way"
    assert 0 < len(other.changed) < len(other.changes)
    assert not set(other.changed) & set(first.changed)
    assert not set(other.shifts) & set(first.shifts)
    same = len(other.changes) - len(other.changed)
    assert other.reaches == f"{same} more changes are the same as in the smallest."
    assert len(story.ways) > 2


def test_another_set_with_nothing_in_common_is_told_whole() -> None:
    advice = advise(pack(), example(DROP_IN))
    listening = Change(
        question=QuestionId("training_topics"),
        before=OpenAnswer.NOT_DECIDED,
        after=frozenset({OptionId("listening")}),
    )
    together = Together(
        ways=(way(), way(listening)), complete=True, eased=(RISK,), left=(), lessening=()
    )

    _first, other = together_story(pack(), advice, together).ways

    assert (other.reaches, len(other.changed), len(other.shifts)) == ("", 1, 1)
