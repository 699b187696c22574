"""The annex leaves nothing out, tells open answers apart, and says where each word is from."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.models.blocks import (
    Card,
    Cell,
    Chain,
    Heading,
    Paragraph,
    References,
    Role,
    Table,
    Tone,
)
from advisor.models.document import Document
from advisor.models.findings import Verdict
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, EntryKey, OpenAnswer
from advisor.paper.items import tallies
from advisor.pdf.rendering import render
from advisor.rules.engine import advise
from advisor.telling.advice import tell
from advisor.telling.words import RECONSTRUCTION
from tests.support import decided
from tests.support.documents import MADE_AT, MADE_ON, Example, annex
from tests.support.paper import bare, texts_of_pages
from tests.support.pseudo import texts_in

NOT_COVERED = "Not covered by our evidence"


def _table(document: Document, heading: str) -> Table:
    blocks = iter(document.blocks)
    for block in blocks:
        if isinstance(block, Heading) and block.text == heading:
            break
    return next(block for block in blocks if isinstance(block, Table))


def test_the_sections_come_in_the_order_of_the_advice(annex_document: Document) -> None:
    headings = [
        block.text
        for block in annex_document.blocks
        if isinstance(block, Heading) and block.level == 1
    ]

    assert [each for each in headings if each not in ("From other sources", NOT_COVERED)] == [
        "Find out or decide first",
        "Both sides of your choices",
        "What may harm mothers",
        "What mothers may gain",
        "What your plan does not set up yet",
        "What may help mothers say yes",
        "What may keep mothers away",
        "May apply",
        "Does not apply, and why",
        "Your answers",
        "Every action, by stage",
        "Where the evidence stops, and what needs care",
        "About the evidence",
        "Sources",
    ]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_every_finding_that_applies_or_may_has_a_card(
    pack: Pack, example: Callable[[int], Example], number: int
) -> None:
    plan, advice = example(number)
    document = annex.compose(pack, plan, advice, MADE_ON)

    cards = [block.code for block in document.blocks if isinstance(block, Card)]

    live = [
        finding.configuration
        for finding in advice.findings
        if finding.is_live or (finding.verdict is Verdict.NOT_COVERED and finding.from_elsewhere)
    ]
    assert sorted(cards) == sorted(live)


def test_a_card_tells_why_how_how_sure_and_what_to_do(annex_document: Document) -> None:
    card = next(
        block for block in annex_document.blocks if isinstance(block, Card) and block.code == "N01"
    )
    chain = next(part for part in card.parts if isinstance(part, Chain))
    labels = [part.label for part in card.parts if not isinstance(part, Chain)]

    assert card.badge.startswith("Applies · Open")
    assert card.title == "Feeling dismissed or out of place (lack of validation)"
    assert "Why here: your answers" in labels
    assert "How you would notice" in labels
    assert labels[-1] == "You could"
    assert "How sure" in labels
    assert [link.label for link in chain.links] == [
        "In this context",
        "this may happen",
        "leading to",
    ]


def test_the_three_kinds_of_open_answer_are_told_apart(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, _ = example(2)
    for question, value in (
        ("isolation", OpenAnswer.NOT_SURE),
        ("publicity", OpenAnswer.NOT_DECIDED),
        ("venue", OpenAnswer.NOT_ANSWERED),
    ):
        plan = plan.with_entry(EntryKey.of_answer(QuestionId(question)), Answer(value=value))
    document = annex.compose(pack, plan, advise(pack, plan), MADE_ON)

    answers = {
        row[0]: row[1]
        for block in document.blocks
        if isinstance(block, Table) and block.header[1:] == ("Your answer",)
        for row in block.rows
    }

    for question, words in (
        ("isolation", "Not sure yet"),
        ("publicity", "Not decided yet"),
        ("venue", "Not answered"),
    ):
        assert answers[pack.questionnaire[QuestionId(question)].text] == words


def test_a_question_that_is_not_relevant_is_left_out(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, _ = example(2)
    hidden = pack.questionnaire[QuestionId("group_type")]
    plan = plan.with_entry(
        EntryKey.of_answer(QuestionId("formats")),
        Answer(value=frozenset({"telephone"})),  # type: ignore[arg-type]
    )

    document = annex.compose(pack, plan, advise(pack, plan), MADE_ON)

    rows = [
        row[0]
        for block in document.blocks
        if isinstance(block, Table) and block.header[1:] == ("Your answer",)
        for row in block.rows
    ]
    assert pack.questionnaire[QuestionId("formats")].text in rows
    assert hidden.text not in rows


def test_a_note_stands_with_its_answer(pack: Pack, decided_example: Example) -> None:
    plan, _ = decided_example
    answer = replace(plan.answer(QuestionId("isolation")), note="Asked in May")
    plan = plan.with_entry(EntryKey.of_answer(QuestionId("isolation")), answer)

    document = annex.compose(pack, plan, advise(pack, plan), MADE_ON)

    assert "Note: Asked in May" in str(document.blocks)


def test_both_sides_of_a_choice_stand_together(
    pack: Pack, decided_example: Example, annex_document: Document
) -> None:
    told = tell(pack, *decided_example)
    tables = [
        block
        for block in annex_document.blocks
        if isinstance(block, Table) and block.header[0] == "It may help"
    ]

    assert told.tensions
    for table, tension in zip(tables, told.tensions, strict=True):
        for cell, side in zip(table.rows[0], (tension.benefits, tension.risks), strict=True):
            assert all(f"{card.coded_title} – {card.status}" in str(cell) for card in side)


def test_what_does_not_apply_says_why(
    pack: Pack, decided_example: Example, annex_document: Document
) -> None:
    table = _table(annex_document, "Does not apply, and why")
    findings = [
        finding
        for finding in decided_example[1].with_verdict(Verdict.DOES_NOT_APPLY)
        if not finding.needs or finding.by_coverage
    ]

    assert len(table.rows) == len(findings)
    assert all(str(row[1]).strip() for row in table.rows)


def test_every_action_is_there_with_what_was_decided(
    decided_example: Example, annex_document: Document
) -> None:
    _, advice = decided_example
    rows = [
        row
        for block in annex_document.blocks
        if isinstance(block, Table) and block.header == ("Action", "Who, by when", "State")
        for row in block.rows
    ]
    told = str(rows)

    assert len(rows) == len(advice.actions) + 1
    assert f"Not for us: {decided.REASON}" in told
    assert f"{decided.OWNER}\\n5 March 2027" in told
    assert f"{decided.OWN_ACTION} [Added by you]" in told


def test_the_annex_says_what_is_the_packs_own(pack: Pack, annex_document: Document) -> None:
    told = str(annex_document.blocks)

    assert RECONSTRUCTION in told
    assert "This is not a complete list" in told
    assert "No source tested any single action." in told
    assert f"edition {pack.version.version}" in annex_document.provenance


def test_every_source_says_how_it_was_read_and_keeps_its_mark(
    pack: Pack, decided_example: Example, annex_document: Document
) -> None:
    references = [
        item for b in annex_document.blocks if isinstance(b, References) for item in b.items
    ]
    cited = {
        source
        for finding in decided_example[1].findings
        if finding.is_live
        for source in finding.sources
    }
    by_citation = {source.citation: source for source in pack.sources}

    assert {pack.source_by_id[source].citation for source in cited} <= {
        reference.citation for reference in references
    }
    assert all(reference.read for reference in references)
    for reference in references:
        source = by_citation[reference.citation]
        assert reference.to_be_confirmed is source.is_to_be_confirmed


def test_each_source_stands_once_under_its_step_of_the_ladder(
    pack: Pack, annex_document: Document
) -> None:
    labels = {step.label: step.id for step in pack.evidence_ladder}
    by_citation = {source.citation: source for source in pack.sources}
    told: list[str] = []
    step = ""
    for block in annex_document.blocks:
        if isinstance(block, Heading):
            step = labels.get(block.text, "")
        if isinstance(block, References):
            told += [item.citation for item in block.items]
            assert {by_citation[item.citation].step for item in block.items} == {step}

    assert step
    assert len(told) == len(set(told)) > 50


def test_a_source_without_a_step_is_listed_all_the_same(
    pack: Pack, decided_example: Example
) -> None:
    bare = replace(pack, sources=tuple(replace(each, step="") for each in pack.sources))

    blocks = annex.compose(bare, *decided_example, MADE_ON).blocks

    assert len(next(b for b in blocks if isinstance(b, References)).items) > 50


def test_nothing_is_scored_or_promised(pack: Pack, example: Callable[[int], Example]) -> None:
    for number in (1, 3, 5):
        told = str(annex.compose(pack, *example(number), MADE_ON).blocks).casefold()
        assert "reduces depression" not in told
        assert "risk score" not in told
        assert "probability" not in told


def test_what_is_not_from_the_review_is_marked_in_every_list(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    document = annex.compose(pack, *example(5), MADE_ON)
    cells = [
        cell.text if isinstance(cell, Cell) else cell
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    ]

    named = [cell for cell in cells if cell.startswith("X0")]
    assert named
    assert all("(extra, not from the review)" in cell for cell in named)


def test_the_list_of_contents_and_what_opens_a_part_stay_whole(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(1)
    document = annex.compose(pack, plan, advice, MADE_ON)
    pages = texts_of_pages(render(document, made_at=MADE_AT))
    titles = [
        bare(block.text)
        for block in document.blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    intros = [bare(block.intro) for block in tell(pack, plan, advice).blocks if block.intro]
    foot = bare(document.provenance)

    assert any(all(title in page for title in titles) for page in pages[:3])
    ends = [page.replace(foot, "") for page in pages]
    assert not any(bare(f"{intro}{document.title}") in end for intro in intros for end in ends)


def test_what_introduces_a_chapter_stays_with_what_follows(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    made = annex.compose(pack, *example(4), MADE_ON).blocks
    introduced = [
        words
        for title, words, after in zip(made, made[1:], made[2:], strict=False)
        if isinstance(title, Heading) and title.level == 1
        if isinstance(words, Paragraph) and not (isinstance(after, Heading) and after.level == 1)
    ]

    assert len(introduced) > 3
    assert [words for words in introduced if words.role is not Role.INTRO] == []


def test_more_actions_are_pointed_to_by_a_title_and_not_by_a_code(
    pack: Pack, annex_document: Document
) -> None:
    """The list of actions names what an action helps with in words."""
    said = [text for text in texts_in(annex_document) if "list of actions" in text]
    titles = [each.title for each in pack.configurations]

    assert said
    assert all(any(f"“{title}”" in text for title in titles) for text in said)


def test_no_open_risk_is_no_warning(pack: Pack, example: Callable[[int], Example]) -> None:
    [counted] = tallies(example(3)[1])
    first = counted.items[0]

    assert (first.count, first.words, first.tone) == (0, "open risks", Tone.GOOD)
