from functools import cache

import pytest

from advisor.telling.library import about, entries_of
from advisor.telling.outline import outline
from advisor.telling.places import plain
from advisor.telling.shelves import LibraryEntry, Shelf, found
from advisor.telling.words import RECONSTRUCTION
from tests.support.examples import pack


@cache
def entries() -> tuple[LibraryEntry, ...]:
    return entries_of(pack())


def entry(entry_id: str) -> LibraryEntry:
    return next(each for each in entries() if each.id == entry_id)


def lines(entry_id: str, heading: str) -> tuple[str, ...]:
    part = next(part for part in entry(entry_id).parts if part.heading == heading)
    return tuple(line.text for line in part.lines)


@pytest.mark.parametrize(
    ("shelf", "count"),
    [
        (Shelf.CONFIGURATIONS, len(pack().configurations)),
        (Shelf.ACTIONS, len(pack().actions)),
        (Shelf.SOURCES, len(pack().sources)),
        (Shelf.GLOSSARY, len(pack().glossary)),
    ],
)
def test_the_library_holds_everything(shelf: Shelf, count: int) -> None:
    assert len(found(entries(), "", shelf)) == count


def test_every_entry_has_its_own_id_and_something_to_read() -> None:
    assert len({each.id for each in entries()}) == len(entries())
    assert all(each.parts and all(part.lines for part in each.parts) for each in entries())


def test_every_word_must_be_found_in_any_order_and_case() -> None:
    both = found(entries(), "STIGMA volunteer", None)

    assert both
    assert both == found(entries(), "volunteer stigma", None)
    assert all("stigma" in plain(str(each.parts) + each.title) for each in both)


def test_accents_do_not_hide_an_entry() -> None:
    assert plain("Café ÉTUDE") == "cafe etude"


def test_nothing_is_found_for_nonsense() -> None:
    assert found(entries(), "xyzzy", None) == ()


def test_a_statement_says_where_it_comes_from() -> None:
    for configuration in pack().configurations:
        words = " ".join(lines(configuration.id, "Where it comes from"))
        assert "this pack's own" in words


def test_a_statement_says_what_the_evidence_covers() -> None:
    assert "One-to-one online: The evidence does not speak about this." in lines(
        "T01", "For each form of support"
    )


def test_sources_say_how_they_were_read_and_what_uses_them() -> None:
    assert lines("mcleish-2023", "How it was read") == ("Read in part.",)
    assert any(
        line.startswith("Hoping to be understood") for line in lines("mcleish-2023", "Used for")
    )


def test_sources_to_be_confirmed_are_marked() -> None:
    marked = [each for each in entries() if each.is_to_be_confirmed]

    assert len(marked) == sum(source.is_to_be_confirmed for source in pack().sources)
    assert marked


def test_a_source_leads_to_its_address() -> None:
    addresses = {entry(source.id).address for source in pack().sources}

    assert any(address.startswith("https://doi.org/10.") for address in addresses)
    assert all(address.startswith("https://") for address in addresses if address)


def test_an_action_is_never_told_as_proven() -> None:
    for action in pack().actions:
        assert "No source tested this action" in lines(action.id, "How well supported")[0]


def test_a_condition_is_an_outline_of_questions() -> None:
    gate = next(gate for gate in pack().gates if gate.id == "gate-abuse")

    lines = outline(gate.when, pack().questionnaire)

    assert (lines[0].text, lines[0].depth) == ("All of these:", 0)
    assert lines[1].depth == 1
    assert (lines[2].text, lines[2].depth) == ("At least one of these:", 1)
    assert lines[3].depth == 2


def test_each_way_in_which_a_rule_applies_is_told_with_its_sign_and_what_answers_it() -> None:
    for configuration in pack().configurations:
        told = {line.text: line for part in entry(configuration.id).parts for line in part.lines}
        for rule in configuration.rules:
            for branch in rule.branches:
                assert branch.note in told
                assert not branch.sign or f"How you would notice: {branch.sign}" in told
                for action in branch.answered_by:
                    assert f"What answers it: {pack().action_by_id[action].text}" in told


def test_what_rests_on_other_sources_is_marked_branch_by_branch() -> None:
    texts = " ".join(line.text for part in entry("N04").parts for line in part.lines)

    assert "The review does not speak about this; other sources do" in texts


def test_what_must_be_there_is_told_with_when_it_is_missing_and_that_it_is_ours() -> None:
    for gate in pack().gates:
        told = {part.heading: part.lines for part in entry(gate.id).parts}
        assert told["What is missing"][0].text == gate.text
        assert told["When"]
        assert len(told["What you could do"]) == len(gate.actions)
        assert "this pack's own" in told["Where it comes from"][0].text


def test_both_sides_of_a_choice_say_what_keeps_it_safe() -> None:
    tension = next(each for each in pack().tensions if each.keeps_safe)
    told = entry((*tension.benefit_side, *tension.risk_side)[0])

    lines = [line.text for part in told.parts for line in part.lines]
    assert f"What keeps it safe: {tension.keeps_safe}" in lines


def test_a_statement_names_the_actions_that_serve_it_and_says_that_none_was_tested() -> None:
    told = next(part for part in entry("T01").parts if part.heading == "What you could do")

    assert told.lines[0].text == "No source tested any single action."
    assert (told.lines[1].about, told.lines[1].text[:12]) == ("plan-01", "Strengthens:")


def test_the_pack_says_what_it_is_how_sure_it_is_and_what_it_is_not() -> None:
    parts = {part.heading: [line.text for line in part.lines] for part in about(pack())}

    assert RECONSTRUCTION in next(iter(parts.values()))
    assert any("not proof that a programme works" in line for line in parts["What it is not"])
    assert len(parts["How sure: the steps of the ladder"]) == len(pack().evidence_ladder)
    assert parts["Licence and review"][0] == "CC BY 4.0"
