from collections.abc import Iterable

from advisor.models.ids import ActionId
from advisor.models.plan import Comment, Decision, EntryKey
from advisor.rules.engine import advise
from advisor.telling.find import (
    FEW,
    Findable,
    Finder,
    Found,
    Kind,
    findable_in_evidence,
    findable_in_plan,
    marked,
)
from advisor.telling.places import places
from tests.support.drafts import SIZE
from tests.support.examples import DROP_IN, example, pack


def everything() -> tuple[Findable, ...]:
    plan = example(DROP_IN).with_entry(
        EntryKey.of_decision(ActionId("plan-01")), Decision(owner="Zoë Grünwald")
    )
    of_plan = findable_in_plan(pack(), plan, advise(pack(), plan))
    return (*of_plan, *findable_in_evidence(pack()))


def find(things: Iterable[Findable], wanted: str, kind: Kind | None) -> Found:
    return Finder(things).find(wanted, kind)


def test_a_question_is_found_by_who_sees_it_differently() -> None:
    said = Comment(id="1", question=SIZE, who="the Tuesday mothers", text="Eight is enough.")
    plan = example(DROP_IN).with_entry(said.key, said)
    things = tuple(findable_in_plan(pack(), plan, advise(pack(), plan)))

    for wanted in ("Tuesday mothers", "eight is enough"):
        (group,) = find(things, wanted, Kind.ANSWERS).groups
        assert group.found[0].at == SIZE


def test_without_a_plan_only_the_evidence_is_found() -> None:
    assert {each.kind for each in findable_in_evidence(pack())} == {Kind.EVIDENCE}


def test_everything_of_a_plan_can_be_found() -> None:
    kinds = {each.kind for each in everything()}

    assert kinds == {Kind.ANSWERS, Kind.ADVICE, Kind.ACTIONS, Kind.EVIDENCE}


def test_nothing_is_found_before_a_word_is_written() -> None:
    found = find(everything(), "  ", None)

    assert found.groups == ()
    assert sum(found.counts.values()) == 0


def test_every_word_must_be_there_whatever_its_case_and_accents() -> None:
    found = find(everything(), "ZOE grunwald", None)

    assert [each.at for group in found.groups for each in group.found] == ["plan-01"]
    assert find(everything(), "zoe nowhere-at-all", None).groups == ()


def test_a_few_of_each_kind_are_shown_and_the_rest_is_counted() -> None:
    found = find(everything(), "e", None)

    for group in found.groups:
        assert len(group.found) == min(FEW, found.counts[group.kind])
        assert group.more == found.counts[group.kind] - len(group.found)
        assert group.more_words == (f"{group.more} more" if group.more else "")


def test_all_of_one_kind_are_shown_on_demand() -> None:
    found = find(everything(), "e", Kind.EVIDENCE)

    (group,) = found.groups
    assert len(group.found) == found.counts[Kind.EVIDENCE]
    assert group.more == 0


def test_a_title_with_the_words_comes_before_a_text_with_them() -> None:
    items = [
        Findable(kind=Kind.EVIDENCE, at="1", title="Something else", line="", words="endings"),
        Findable(kind=Kind.EVIDENCE, at="2", title="On endings", line=""),
    ]

    (group,) = find(items, "endings", None).groups
    assert [each.at for each in group.found] == ["2", "1"]


def test_what_is_called_exactly_so_comes_first_with_its_kind() -> None:
    table, page = "Print all plans in one table…", "Go to: All plans in one table"
    items = [
        Findable(kind=Kind.EVIDENCE, at="1", title="All plans in one table, and why", line=""),
        Findable(kind=Kind.COMMANDS, at="2", title=table, line=""),
        Findable(
            kind=Kind.COMMANDS, at="3", title=page, line="", names=("All plans in one table",)
        ),
    ]

    groups = find(items, "all PLANS in one table", None).groups
    assert [each.at for group in groups for each in group.found] == ["3", "2", "1"]
    groups = find(items, "print all plans in one table", None).groups
    assert [each.at for group in groups for each in group.found] == ["2"]
    groups = find(items, "plans in one table", None).groups
    assert [each.at for group in groups for each in group.found] == ["1", "2", "3"]


def test_a_close_spelling_counts() -> None:
    items = [Findable(kind=Kind.EVIDENCE, at="1", title="Hurt by how support ends", line="")]

    found = find(items, "suport", None)

    assert found.words == ("support",)
    assert found.groups[0].found == tuple(items)


def test_hits_are_marked_where_they_stand() -> None:
    assert marked("Hurt by how support ends", ("support", "hurt")) == ((0, 4), (12, 7))
    assert marked("Nothing here", ("support",)) == ()


def test_a_place_is_told_by_the_letters_of_the_text_as_it_stands() -> None:
    text = "Cafe\u0301s: the CAFÉ, a cafe, ﬁne"

    found = [text[start : start + length] for start, length in places(text, "Café")]

    assert found == ["Cafe\u0301", "CAFÉ", "cafe"]
    assert places(text, "fine") == ((len(text) - 3, 3),)
    assert places(text, " ") == ()
