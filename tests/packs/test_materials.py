"""What makes no sense in the files for papers, and in the moves, is led back to its line."""

import pytest

from tests.packs.authoring import Author, Slip

SLIPS = (
    Slip(
        "evaluation",
        "each_quarter: lead",
        "each_quarter: leed",
        'evaluation.yaml, line 9: read_by › each_quarter: There is no owner "leed". Did you mean '
        '"lead"?',
    ),
    Slip(
        "evaluation",
        "asked_by: lead",
        "asked_by: leed",
        'evaluation.yaml, line 23: questions › ask-despair › asked_by: There is no owner "leed". '
        'Did you mean "lead"?',
    ),
    Slip(
        "evaluation",
        "      - N01",
        "      - N11",
        "evaluation.yaml, line 16: questions › ask-despair › configurations › 1: There is no "
        'configuration "N11". Did you mean "N01"?',
    ),
    Slip(
        "evaluation",
        "      - T01",
        "      - T11",
        "evaluation.yaml, line 34: counts › count-starts › configurations › 1: There is no "
        'configuration "T11". Did you mean "T01"?',
    ),
    Slip(
        "evaluation",
        "question: change",
        "question: chance",
        "evaluation.yaml, line 27: questions › ask-despair › applies_when › question: There is no "
        'question "chance". Did you mean "change"?',
    ),
    Slip(
        "evaluation",
        "includes: telephone",
        "includes: telefone",
        "evaluation.yaml, line 21: questions › ask-despair › variants › 1 › when › includes: There "
        'is no option of "formats" called "telefone". Did you mean "telephone"?',
    ),
    Slip(
        "evaluation",
        "kind: harm",
        "kind: harms",
        "evaluation.yaml, line 14: questions › ask-despair › kind: One of 'harm', 'ending', "
        "'benefit' or 'take_up' is expected here, and not \"harms\". Did you mean \"harm\"?",
    ),
    Slip(
        "training",
        "led_by: lead",
        "led_by: leed",
        'training.yaml, line 9: sessions › listening › led_by: There is no owner "leed". Did you '
        'mean "lead"?',
    ),
    Slip(
        "training",
        "      - plan-01",
        "      - plan-02",
        'training.yaml, line 15: sessions › listening › actions › 1: There is no action "plan-02". '
        'Did you mean "plan-01"?',
    ),
    Slip(
        "training",
        "      - N01",
        "      - N11",
        "training.yaml, line 17: sessions › listening › configurations › 1: There is no "
        'configuration "N11". Did you mean "N01"?',
    ),
    Slip(
        "training",
        "      - Silence\n      - Rest\n",
        "      - Silence\n",
        "training.yaml, line 10: sessions › listening › cover: Write 3 to 6 lines here and not "
        "2: a paper prints them in place of the actions.",
    ),
    Slip(
        "training",
        "        title: Listening by phone\n",
        "        cover:\n          - Ears\n        actions:\n          - plan-02\n",
        "training.yaml, line 25: sessions › listening › variants › 1 › cover: Write 3 to 6 "
        "lines here and not 1: a paper prints them in place of the actions.",
    ),
    Slip(
        "training",
        "        title: Listening by phone\n",
        "        actions:\n          - plan-02\n",
        "training.yaml, line 26: sessions › listening › variants › 1 › actions › 1: There is no "
        'action "plan-02". Did you mean "plan-01"?',
    ),
    Slip(
        "training",
        "        title: Listening by phone\n",
        "",
        "training.yaml, line 22: sessions › listening › variants › 1: This replaces nothing. Say "
        "what is different.",
    ),
    Slip(
        "training",
        "minutes: 60",
        "minutes: 0",
        "training.yaml, line 8: sessions › listening › minutes: A session takes time. Write its "
        "minutes.",
    ),
    Slip(
        "templates",
        "{form}",
        "{from}",
        "templates.yaml, line 26: templates › endings-policy › blocks › aim › lines › 1: There is "
        'no slot "from". Did you mean "form"?',
    ),
    Slip(
        "templates",
        "  - id: programme\n",
        "  - id: place\n    label: A place\n  - id: programme\n",
        "templates.yaml, line 4: slots › place: No line has this slot. Use it, or remove it.",
    ),
    Slip(
        "templates",
        "    question: formats\n    joined: true\n",
        "",
        "templates.yaml, line 8: slots › form › texts: Texts are chosen by the answer to a "
        "question. Name it in question.",
    ),
    Slip(
        "templates",
        "    question: formats\n",
        "    question: format\n",
        'templates.yaml, line 8: slots › form › question: There is no question "format". Did you '
        'mean "formats"?',
    ),
    Slip(
        "templates",
        "      telephone: calls\n",
        "      telefone: calls\n",
        'templates.yaml, line 11: slots › form › texts › telefone: There is no option of "formats" '
        'called "telefone". Did you mean "telephone"?',
    ),
    Slip(
        "templates",
        "      telephone: calls\n",
        "",
        "templates.yaml, line 10: slots › form › texts: Nothing is written for the answer "
        '"telephone". Add it.',
    ),
    Slip(
        "templates",
        "    joined: true\n",
        "",
        'templates.yaml, line 6: slots › form › joined: "formats" takes several options: write '
        "joined: true.",
    ),
    Slip(
        "templates",
        "    question: formats\n",
        "    question: leader\n",
        'templates.yaml, line 9: slots › form › joined: "leader" takes one answer, so there is '
        "nothing to join. Remove this.",
    ),
    Slip(
        "templates",
        "        heading: What we want\n",
        "",
        "templates.yaml, line 23: templates › endings-policy › blocks › aim › heading: The first "
        "block of a template needs a heading.",
    ),
    Slip(
        "templates",
        "        lines:\n          - We meet.\n",
        "        lines: []\n",
        "templates.yaml, line 31: templates › endings-policy › blocks › group › lines: This block "
        "has no lines. Write one.",
    ),
    Slip(
        "templates",
        "kind: peer-role",
        "kind: for-referrers",
        "templates.yaml, line 70: templates › for-referrers › kind: There is a template of the "
        'kind "for-referrers" already. Keep one.',
    ),
    Slip(
        "templates",
        "kind: peer-role",
        "kind: for-referrers",
        'templates.yaml, line 14: templates: There is no template of the kind "peer-role". Each '
        "kind comes once.",
    ),
    Slip(
        "templates",
        "          includes: group\n",
        "          includes: grup\n",
        "templates.yaml, line 30: templates › endings-policy › blocks › group › when › includes: "
        'There is no option of "formats" called "grup". Did you mean "group"?',
    ),
    Slip(
        "paper_words",
        "        question: formats\n",
        "        question: format\n",
        "paper_words.yaml, line 5: plan_in_a_line › what › opening › how › question: There is no "
        'question "format". Did you mean "formats"?',
    ),
    Slip(
        "paper_words",
        "          group: a group\n",
        "          grup: a group\n",
        "paper_words.yaml, line 9: plan_in_a_line › what › opening › how › texts › grup: There is "
        'no option of "formats" called "grup". Did you mean "group"?',
    ),
    Slip(
        "paper_words",
        "        join: ' '\n",
        "",
        "paper_words.yaml, line 12: plan_in_a_line › what › then › led › join: Only the first part "
        'can do without "join": the words would run together.',
    ),
    Slip(
        "paper_words",
        "              is: trained\n",
        "              is_any_of:\n                - trained\n                - nobody\n"
        "                - other\n",
        "paper_words.yaml, line 17: plan_in_a_line › what › then › led › choices › 1 › when › "
        "is_any_of: This names all options, so it is certain while the answer is open. Ask for "
        "each option in a choice of its own.",
    ),
    Slip(
        "paper_words",
        "          - when:\n              question: leader\n              is: trained\n"
        "            text: led",
        "          - text: for all\n          - when:\n              question: leader\n"
        "              is: trained\n            text: led",
        "paper_words.yaml, line 16: plan_in_a_line › what › then › led › choices › 2: This can "
        "never be used: wherever it holds, so does the wording with the number 1, which comes "
        "before it.",
    ),
    Slip(
        "moves",
        "to: '1'",
        "to: '2'",
        "moves.yaml, line 2: to: Plans move to this edition: write '1'.",
    ),
    Slip(
        "moves",
        "from: '0'",
        "from: '1'",
        "moves.yaml, line 1: from: Plans move from an earlier edition, and not from this one.",
    ),
    Slip(
        "moves",
        "      question: formats\n",
        "      question: format\n",
        'moves.yaml, line 7: answers › 1 › becomes › question: There is no question "format". '
        'Did you mean "formats"?',
    ),
    Slip(
        "moves",
        "        - group\n",
        "        - grup\n",
        "moves.yaml, line 9: answers › 1 › becomes › options › 1: There is no option of "
        '"formats" called "grup". Did you mean "group"?',
    ),
    Slip(
        "moves",
        "      question: formats\n      options:\n        - group\n",
        "      question: leader\n      options:\n        - trained\n        - nobody\n",
        'moves.yaml, line 8: answers › 1 › becomes › options: "leader" takes one option: propose '
        "one.",
    ),
    Slip(
        "moves",
        "      options:\n        - group\n",
        "      options: []\n",
        "moves.yaml, line 8: answers › 1 › becomes › options: Which answer is proposed? Name an "
        "option.",
    ),
    Slip(
        "moves",
        "  - question: leader\n",
        "  - question: leder\n",
        'moves.yaml, line 11: answers › 2 › question: There is no question "leder". Did you mean '
        '"leader"?',
    ),
    Slip(
        "moves",
        "    option: trained\n",
        "    option: traned\n",
        'moves.yaml, line 12: answers › 2 › option: There is no option of "leader" called '
        '"traned". Did you mean "trained"?',
    ),
    Slip(
        "moves",
        "action: plan-00",
        "action: safe-01",
        'moves.yaml, line 16: actions › 1 › action: "safe-01" is an action of this edition, so it '
        "does not move.",
    ),
    Slip(
        "moves",
        "      - plan-01\n",
        "      - plan-02\n",
        'moves.yaml, line 18: actions › 1 › into › 1: There is no action "plan-02". Did you mean '
        '"plan-01"?',
    ),
    Slip(
        "moves",
        "    into:\n      - plan-01\n",
        "    into: []\n",
        "moves.yaml, line 17: actions › 1 › into: Which actions took it in? Name one.",
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_what_makes_no_sense_is_placed_and_explained(author: Author, slip: Slip) -> None:
    assert slip.fault in author.change(slip.file, slip.old, slip.new).faults()


def test_a_fault_in_a_document_does_not_hide_others_in_it(author: Author) -> None:
    author.change("evaluation", "id: count-starts", "id: 3")
    author.change("evaluation", "asked_by: lead", "asked_by: leed")

    assert [fault.split(":")[1] for fault in author.faults()] == [
        " questions › ask-despair › asked_by",
        " counts › 1 › id",
    ]


def test_what_is_left_out_of_a_document_is_not_called_missing(author: Author) -> None:
    author.change("templates", "for_whom: Peers", "for_whom: 3", count=-1)

    assert len(author.faults()) == 5


def test_a_document_with_a_fault_at_its_top_keeps_the_rest_from_nothing(author: Author) -> None:
    author.change("training", "about: One session.\n", "")
    author.change("training", "led_by: lead", "led_by: leed")
    author.change("evaluation", "asked_by: lead", "asked_by: leed")

    assert [fault.split(":")[1] for fault in author.faults()] == [
        " questions › ask-despair › asked_by",
        " about",
    ]


def test_a_missing_document_does_not_keep_the_rest_from_being_checked(author: Author) -> None:
    (author.folder / "moves.yaml").unlink()
    author.change("training", "led_by: lead", "led_by: leed")

    assert [fault.split(":")[0] for fault in author.faults()] == [
        "moves.yaml",
        "training.yaml, line 9",
    ]
