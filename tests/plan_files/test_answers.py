"""An answer must be one that its question can have."""

import pytest

from advisor.models.pack import Pack
from tests.packs.refusing import faults


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (
            {"formts": ["group"]},
            'answers: There is no question "formts" in the evidence small 1. '
            'Did you mean "formats"?',
        ),
        (
            {"formats": ["grup"]},
            'answers › formats: There is no option "grup" of "formats". Did you mean "group"?',
        ),
        (
            {"leader": "nobdy"},
            'answers › leader: There is no option "nobdy" of "leader". Did you mean "nobody"?',
        ),
        (
            {"formats": "group"},
            "answers › formats: This question takes several options: write them in a list, "
            '["group"].',
        ),
        (
            {"formats": 3},
            "answers › formats: A list of options is expected here, and not a number.",
        ),
        ({"formats": [3]}, "answers › formats: Each option is a text, and not a number."),
        (
            {"formats": ["group", "group"]},
            "answers › formats: An option stands here more than once. Each may stand once.",
        ),
        (
            {"formats": ["group", "undecided"]},
            'answers › formats: "undecided" excludes all other options. Choose it alone or leave '
            "it out.",
        ),
        (
            {"formats": ["group"] * 1000},
            "answers › formats: This list has 1,000 options; the question has 3.",
        ),
        (
            {"leader": ["nobody"]},
            'answers › leader: This question takes one option: write "nobody" without the [ ].',
        ),
        (
            {"leader": ["nobody", "trained"]},
            "answers › leader: This question takes one option and not a list.",
        ),
        ({"leader": True}, "answers › leader: One option is expected here as text, and not true."),
        (
            {"leader": "not_sure"},
            'answers › leader: To leave this open, write {"open": "not_sure"}.',
        ),
        ({"size": "12"}, 'answers › size: A whole number is expected here, and not the text "12".'),
        ({"size": True}, "answers › size: A whole number is expected here, and not true."),
        ({"size": [12]}, "answers › size: A whole number is expected here, and not a list."),
        ({"size": 1}, "answers › size: A number from 2 to 40 mothers is expected here."),
        ({"size": 41}, "answers › size: A number from 2 to 40 mothers is expected here."),
        ({"size": -(2**63)}, "answers › size: A number from 2 to 40 mothers is expected here."),
        (
            {"change": "yes"},
            "answers › change: true or false is expected here, without quotes, and not the text "
            '"yes".',
        ),
        (
            {"change": 1},
            "answers › change: true or false is expected here, without quotes, and not a number.",
        ),
        (
            {"change": {"valu": True}},
            'answers › change: Unknown name "valu". Did you mean "value"?',
        ),
        (
            {"change": {"value": True, "open": "not_sure"}},
            'answers › change: An answer is either given ("value") or open ("open"), and not both.',
        ),
        (
            {"change": {"value": "yes"}},
            "answers › change › value: true or false is expected here, without quotes, and not "
            'the text "yes".',
        ),
        (
            {"change": {"open": "notsure"}},
            'answers › change › open: An open answer is "not_sure", "not_decided" or '
            '"not_answered", and not the text "notsure". Did you mean "not_sure"?',
        ),
        (
            {"change": {"open": None}},
            'answers › change › open: An open answer is "not_sure", "not_decided" or '
            '"not_answered", and not null.',
        ),
        (
            {"change": {"note": 3}},
            "answers › change › note: Text is expected here, and not a number.",
        ),
        (
            {"change": {"note": "x" * 10_001}},
            "answers › change › note: This text has 10,001 characters; at most 10,000 fit.",
        ),
    ],
)
def test_an_answer_must_fit_its_question(
    small_pack: Pack, answers: dict[str, object], said: str
) -> None:
    assert faults(small_pack, answers=answers) == [said]
