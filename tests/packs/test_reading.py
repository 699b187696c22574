"""A pack is read whole, or refused with every fault in its place."""

import json
from pathlib import Path

import pytest

from advisor import locations
from advisor.checks.pack_checks import problems_in
from advisor.errors import PackRefused
from advisor.models.evidence import Domain, ReadDepth
from advisor.models.gates import Level
from advisor.models.pack import PackVersion
from advisor.packs import folders
from advisor.packs.editions import edition_in
from advisor.packs.folders import digest_in, edition_read_in
from advisor.packs.reading import PackSource, read_pack
from advisor.packs.stored import digest_of, load_records
from tests.packs.authoring import EDITION_2026_11, Author


def test_the_shipped_pack_is_complete(shipped: PackSource) -> None:
    """The one test that knows these numbers: every other counts what it needs in the pack."""
    pack = shipped.pack
    extra = [own for own in pack.configurations if own.supplementary]
    rules = [rule for own in pack.configurations for rule in own.rules]
    of_the_review = [own for own in pack.configurations if not own.supplementary]
    counts: dict[str, int] = {
        "questions": len(pack.questionnaire.questions),
        "core questions": len(pack.questionnaire.core),
        "options": sum(len(question.options) for question in pack.questionnaire.questions),
        **{domain: sum(own.domain is domain for own in of_the_review) for domain in Domain},
        "supplementary": len(extra),
        "rules": len(rules),
        "branches": sum(len(rule.branches) for rule in rules),
        "needs": sum(len(own.needs) for own in pack.configurations),
        "gates": len(pack.gates),
        "stop gates": sum(gate.level is Level.STOP for gate in pack.gates),
        "actions": len(pack.actions),
        "safety actions": sum(action.safety for action in pack.actions),
        "sources": len(pack.sources),
        "to be confirmed": sum(source.is_to_be_confirmed for source in pack.sources),
        "abstracts": sum(source.read is ReadDepth.ABSTRACT for source in pack.sources),
        "scope notes": len(pack.scope_notes),
        "tensions": len(pack.tensions),
        "terms": len(pack.glossary),
        "evaluation questions": len(pack.evaluation.questions),
        "sessions": len(pack.training.sessions),
        "templates": len(pack.starters.templates),
        "blocks": sum(len(each.blocks) for each in pack.starters.templates),
    }

    assert counts == {
        "questions": 59,
        "core questions": 18,
        "options": 311,
        Domain.TAKE_UP: 13,
        Domain.BENEFIT: 13,
        Domain.RISK: 8,
        "supplementary": 9,
        "rules": 59,
        "branches": 178,
        "needs": 53,
        "gates": 19,
        "stop gates": 8,
        "actions": 188,
        "safety actions": 31,
        "sources": 161,
        "abstracts": 91,
        "to be confirmed": 5,
        "scope notes": 23,
        "tensions": 26,
        "terms": 84,
        "evaluation questions": 26,
        "sessions": 10,
        "templates": 5,
        "blocks": 101,
    }


def test_the_shipped_pack_leaves_an_author_nothing_to_look_at(shipped: PackSource) -> None:
    assert shipped.warnings == ()


def test_an_edition_of_the_first_shape_is_read_as_ever() -> None:
    before = read_pack(EDITION_2026_11)
    pack = before.pack
    risks = [rule for own in pack.configurations for rule in own.rules if rule.effect == "harms"]

    assert before.digest.startswith("9fe09ba658013e71")
    assert (len(pack.actions), len(pack.configurations), len(pack.rule_by_id)) == (151, 42, 58)
    assert {len(rule.branches) for _own, rule in pack.rule_by_id.values()} == {1}
    assert all(rule.branches[0].answered_by for rule in risks)
    assert sum(source.is_to_be_confirmed for source in pack.sources) == 13
    assert (pack.gates, pack.moves, before.warnings) == ((), None, ())
    assert load_records(json.loads(json.dumps(before.records))) == pack
    assert list(problems_in(pack, first_shape=True)) == []


def test_a_stored_pack_has_no_faults_either(shipped: PackSource) -> None:
    stored = json.loads(json.dumps(shipped.records))

    loaded = load_records(stored)

    assert loaded == shipped.pack
    assert list(problems_in(loaded)) == []


def test_questions_come_by_section_and_then_as_in_the_file(shipped: PackSource) -> None:
    sections = [section.id for section in shipped.pack.questionnaire.sections]
    asked = [question.section for question in shipped.pack.questionnaire.questions]
    assert asked == sorted(asked, key=sections.index)


def test_layout_and_comments_do_not_change_the_digest(author: Author) -> None:
    before = read_pack(author.folder).digest
    author.change("glossary", "peer:", "# A comment.\npeer:   ")

    assert read_pack(author.folder).digest == before


def test_a_changed_word_changes_the_digest(author: Author) -> None:
    before = read_pack(author.folder).digest
    author.change("glossary", "been there", "been here")

    assert read_pack(author.folder).digest != before


def test_the_digest_does_not_depend_on_the_order_of_keys(shipped: PackSource) -> None:
    records = shipped.records
    turned = json.loads(json.dumps(dict(reversed(list(records.items())))))
    assert digest_of(turned) == shipped.digest


@pytest.mark.parametrize(
    "spoil",
    [
        {"questions": [{}]},
        {"questions": 3},
        {"pack": {}},
        {"configurations": [{"id": "T01", "domain": "take"}]},
        {"scope_notes": [{"id": "x", "when": {"question": "y"}}]},
    ],
)
def test_stored_records_that_lost_their_shape_are_refused(
    shipped: PackSource, spoil: dict[str, object]
) -> None:
    with pytest.raises(PackRefused, match="stored evidence pack is damaged"):
        load_records({**shipped.records, **spoil})


@pytest.mark.parametrize("file", ["gates", "moves", "glossary"])
def test_stored_records_that_lack_a_file_are_refused(shipped: PackSource, file: str) -> None:
    left = {name: held for name, held in shipped.records.items() if name != file}

    with pytest.raises(PackRefused, match="stored evidence pack is damaged"):
        load_records(left)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackRefused, match="There is no folder"):
        read_pack(tmp_path / "nowhere")


def test_a_folder_without_a_pack_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text("a: 1", encoding="utf-8")

    with pytest.raises(PackRefused, match="There is no evidence pack in") as caught:
        read_pack(tmp_path)

    assert caught.value.faults == ()


def test_an_empty_file_is_refused(author: Author) -> None:
    (author.folder / "glossary.yaml").write_text("", encoding="utf-8")
    assert author.faults() == [
        "glossary.yaml, line 1: A group of keys and values is expected here, but nothing is "
        "written."
    ]


def test_the_edition_is_known_without_reading_the_rest(author: Author) -> None:
    (author.folder / "questions.yaml").unlink()
    assert edition_in(author.folder) == PackVersion(id="small", version="1")


def test_the_edition_of_the_shipped_pack_is_known_without_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = locations.evidence_folder()
    expected = edition_read_in(folder)
    monkeypatch.delattr(folders, "edition_read_in")

    assert edition_in(folder) == expected is not None


@pytest.mark.parametrize(
    "more", ["id: other-one", '"version": 2', "'id':", "version : 1", "id: [a", "version:\n  - 1"]
)
def test_an_edition_that_is_said_twice_is_not_known(tmp_path: Path, more: str) -> None:
    head = f"id: one-pack\nversion: '1.2'\n{more}\n"
    (tmp_path / "pack.yaml").write_text(head, encoding="utf-8")

    assert edition_in(tmp_path) is edition_read_in(tmp_path) is None


@pytest.mark.parametrize(
    "head",
    [
        "id: one-pack\nversion: '1.2'\n",
        "version: '1.2'\nid: one-pack\n",
        "about: >-\n  Text\n  id: other-one\nid: one-pack\r\nversion: '1.2'\r\n",
        "identity: x\nid: 'one-pack' # so\nversion: \"1.2\"\n",
    ],
)
def test_the_edition_is_the_same_however_it_is_written(tmp_path: Path, head: str) -> None:
    (tmp_path / "pack.yaml").write_bytes(head.encode())

    assert edition_in(tmp_path) == edition_read_in(tmp_path)
    assert edition_in(tmp_path) == PackVersion(id="one-pack", version="1.2")


@pytest.mark.parametrize("head", ["", "- small", "id: small", "id: small\nversion: 1", "a: *b"])
def test_an_edition_that_is_not_plain_is_not_known(author: Author, head: str) -> None:
    (author.folder / "pack.yaml").write_text(head, encoding="utf-8")
    assert edition_in(author.folder) is None


def test_a_missing_file_is_named(author: Author) -> None:
    (author.folder / "sources.yaml").unlink()
    assert author.faults() == ["sources.yaml: There is no such file."]


def test_a_file_that_belongs_to_no_pack_is_named(author: Author) -> None:
    (author.folder / "question.yaml").write_text("", encoding="utf-8")
    assert author.faults() == [
        'question.yaml: This file does not belong to a pack. Did you mean "questions.yaml"?'
    ]


def test_one_fault_is_one_sentence_with_its_place(author: Author) -> None:
    author.change("actions", "owner: lead", "owner: leed")

    with pytest.raises(PackRefused) as caught:
        read_pack(author.folder)

    assert str(caught.value) == (
        'The evidence pack in "small" cannot be used: it has a fault. It is in '
        'actions.yaml, line 4: plan-01 › owner: There is no owner "leed". Did you mean "lead"?'
    )


def test_all_faults_of_all_files_come_at_once_by_file_and_line(author: Author) -> None:
    author.change("glossary", "peer:", "peer: twice\npeer:")
    author.change("configurations", "evidence: named", "evidance: named")
    author.change("configurations", "T01-encourages", "T01-discourages")
    author.change("questions", "core: true", 'core: "yes"')
    author.change("tensions", "option: group", "option: grup")

    assert author.faults() == [
        'glossary.yaml, line 2: The key "peer" is written twice here. Keep one.',
        'questions.yaml, line 3: formats › core: true or false is expected here, and not "yes". '
        "Write true or false.",
        'configurations.yaml, line 1: T01 › evidence: The key "evidence" is missing.',
        'configurations.yaml, line 15: T01 › evidance: Unknown key "evidance". '
        'Did you mean "evidence"?',
        'configurations.yaml, line 30: T01 › rules › T01-discourages › id: "T01-discourages" '
        "stands here a second time. Each may stand once.",
    ]


def test_sound_records_are_checked_beside_faulty_ones(author: Author) -> None:
    author.change("actions", "effort: small", "effort: tiny")
    author.change("configurations", "outcome: An outcome.", "outcome: 3")
    author.change("tensions", "option: group", "option: grup")

    assert author.faults() == [
        "configurations.yaml, line 13: T01 › outcome: Text is expected here, and not the number 3."
        " Put it in quotes to make it text.",
        "actions.yaml, line 6: plan-01 › effort: One of 'small', 'medium' or 'large' is expected "
        'here, and not "tiny".',
        'tensions.yaml, line 4: tension-group › option: There is no option of "formats" called '
        '"grup". Did you mean "group"?',
    ]


def test_what_is_there_but_faulty_is_not_called_missing(author: Author) -> None:
    author.change("sources", "kind: qualitative", "kind: 3")

    (fault,) = author.faults()

    assert fault.startswith("sources.yaml, line 4: smith-2020 › kind: Text is expected")


def test_a_thousand_faults_are_enough(author: Author) -> None:
    lines = "".join(f"term{number}: {number}\n" for number in range(5000))
    (author.folder / "glossary.yaml").write_text(lines, encoding="utf-8")

    assert len(author.faults()) == 1000


def test_records_beyond_the_faults_that_were_looked_for_are_not_taken_for_sound(
    author: Author,
) -> None:
    (author.folder / "actions.yaml").write_text("- {}\n" * 400, encoding="utf-8")

    assert len(author.faults()) >= 1000


@pytest.mark.parametrize("name", ["small", "first_small"])
def test_the_digest_of_a_folder_is_known_without_checking_it(name: str) -> None:
    folder = Path(__file__).parent / name

    assert digest_in(folder) == read_pack(folder).digest


def test_a_folder_that_lacks_a_file_has_no_digest(author: Author) -> None:
    (author.folder / "moves.yaml").unlink()

    assert digest_in(author.folder) is None
