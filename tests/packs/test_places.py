"""What makes no sense in a pack is led back to its file and line."""

import pytest

from tests.packs.authoring import Author, Slip

SLIPS = (
    Slip(
        "questions",
        "includes: group",
        "includes: grup",
        'questions.yaml, line 39: leader › ask_when › includes: There is no option of "formats" '
        'called "grup". Did you mean "group"?',
    ),
    Slip(
        "questions",
        "section: start",
        "section: stat",
        'questions.yaml, line 2: formats › section: There is no section "stat". Did you mean '
        '"start"?',
    ),
    Slip(
        "configurations",
        "question: size",
        "question: sise",
        "configurations.yaml, line 25: T01 › rules › T01-encourages › branches › "
        "known › when › all › 2 › question: "
        'There is no question "sise". Did you mean "size"?',
    ),
    Slip(
        "configurations",
        "            - group\n      because",
        "            - grup\n      because",
        "configurations.yaml, line 46: T01 › weaker_when › 1 › when › not › includes_none_of: "
        'There is no option of "formats" called "grup". Did you mean "group"?',
    ),
    Slip(
        "configurations",
        "    telephone: conditional\n",
        "",
        "configurations.yaml, line 49: T01 › coverage: Nothing is said about the format "
        '"telephone". Add it.',
    ),
    Slip(
        "configurations",
        "    - id: smith-2020",
        "    - id: smyth-2020",
        "configurations.yaml, line 56: T01 › sources › smyth-2020: There is no source "
        '"smyth-2020". Did you mean "smith-2020"?',
    ),
    Slip(
        "scope_notes",
        "    - smith-2020",
        "    - jones-1999",
        'scope_notes.yaml, line 11: scope-phone › sources › 1: There is no source "jones-1999".',
    ),
    Slip(
        "pack",
        "review_due: 2030-01",
        "review_due: soon",
        "pack.yaml, line 17: review_due: Write the month or day of the next review like 2027-11 "
        "or 2027-11-30.",
    ),
    Slip(
        "configurations_risks",
        "            question: formats\n            includes: group\n",
        "            question: leader\n            is: nobody\n",
        "configurations_risks.yaml, line 23: N01 › rules › N01-harms › branches › in-group › "
        'when › is: "leader: nobody" does not say what the programme is, so it may not '
        "decide over a risk. Write it into in_place_when of an action, or into stronger_when "
        "or weaker_when.",
    ),
    Slip(
        "configurations_risks",
        "          answered_by:\n            - plan-01\n",
        "",
        "configurations_risks.yaml, line 20: N01 › rules › N01-harms › branches › in-group › "
        "answered_by: No action answers this branch of a risk. Name one to 4 in answered_by.",
    ),
    Slip(
        "configurations_risks",
        "            - plan-01\n",
        "            - plan-02\n",
        "configurations_risks.yaml, line 32: N01 › rules › N01-harms › branches › in-group › "
        'answered_by › 1: There is no action "plan-02". Did you mean "plan-01"?',
    ),
    Slip(
        "configurations_risks",
        "                question: size\n                at_least: 20\n",
        "                question: formats\n                includes: undecided\n",
        "configurations_risks.yaml, line 26: N01 › rules › N01-harms › branches › in-group › "
        "variants › 1: This can never be used: it never holds where the text is shown.",
    ),
    Slip(
        "configurations_risks",
        "  elsewhere_sources:\n    - id: smith-2020\n      says: Another saying.\n",
        "",
        "configurations_risks.yaml, line 46: N01 › coverage › telephone: Which other sources "
        "speak about this format? Name them in elsewhere_sources.",
    ),
    Slip(
        "configurations_risks",
        "  voice: Nobody noticed.\n",
        "",
        'configurations_risks.yaml, line 1: N01 › voice: A risk needs the key "voice": what '
        "a mother might say afterwards.",
    ),
    Slip(
        "configurations_risks",
        "          sign: She stops coming.\n",
        "",
        "configurations_risks.yaml, line 20: N01 › rules › N01-harms › branches › in-group › "
        'sign: A branch of a risk needs the key "sign": how one would notice it.',
    ),
    Slip(
        "configurations",
        "      when:\n        question: formats\n        includes: group\n      note",
        "      when:\n        question: size\n        at_least: 9\n      note",
        "configurations.yaml, line 71: P01 › needs: Some plans have all that stands in "
        "met_when, and the benefit still does not apply. Say what else it needs, or widen "
        "its rule.",
    ),
    Slip(
        "gates",
        "  actions:\n    - safe-01\n",
        "  actions: []\n",
        "gates.yaml, line 14: gate-number › actions: No action mends this. Name a safety action.",
    ),
    Slip(
        "gates",
        "    - safe-01\n",
        "    - plan-01\n",
        'gates.yaml, line 15: gate-number › actions › 1: "plan-01" is no safety action. Mark '
        "it with safety: true, or name another.",
    ),
    Slip(
        "actions",
        "  safety: true\n",
        "  safety: true\n  applies_when:\n    question: formats\n    includes: undecided\n",
        "configurations_risks.yaml, line 40: N01 › rules › N01-harms › branches › by-phone › "
        "answered_by: These are only actions that applies_when hides wherever the branch "
        "holds. Name one that is shown there.",
    ),
    Slip(
        "scope_notes",
        "    - safe-01\n",
        "    - safe-02\n",
        'scope_notes.yaml, line 9: scope-phone › actions › 1: There is no action "safe-02". '
        'Did you mean "safe-01"?',
    ),
    Slip(
        "sources",
        "step: named",
        "step: nmed",
        'sources.yaml, line 7: smith-2020 › step: There is no evidence step "nmed". Did you '
        'mean "named"?',
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_what_makes_no_sense_is_placed_and_explained(author: Author, slip: Slip) -> None:
    assert slip.fault in author.change(slip.file, slip.old, slip.new).faults()
