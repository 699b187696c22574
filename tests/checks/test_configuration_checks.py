"""A configuration says all that advice needs of it, and its branches name who answers them."""

from dataclasses import replace

import pytest

from advisor.models.conditions import AllOf
from advisor.models.evidence import Configuration, Coverage, SourceSaying
from advisor.models.ids import ActionId, OptionId, SourceId
from tests.checks.soundness import (
    ANSWER,
    HOLDS,
    benefit,
    configuration,
    faults,
    pack,
    take_up,
    with_branch,
)

RISK = "configurations › N01"
BRANCH = f"{RISK} › rules › N01-1 › branches › only"
TAKE_UP = "configurations › T01 › rules › T01-1 › branches › only"


def test_sound_statements_of_every_domain_have_no_faults() -> None:
    assert faults(pack(configuration(), benefit(), take_up())) == []


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (
            replace(configuration(), voice=""),
            f'{RISK} › voice: A risk needs the key "voice": what a mother might say afterwards.',
        ),
        (
            replace(configuration(), voice="x" * 61),
            f"{RISK} › voice: This text has 61 characters; at most 60 fit.",
        ),
        (
            replace(benefit(), needs=()),
            'configurations › P01 › needs: A benefit needs the key "needs": what it depends on.',
        ),
        (
            with_branch(configuration(), sign=""),
            f'{BRANCH} › sign: A branch of a risk needs the key "sign": how one would notice it.',
        ),
        (
            with_branch(configuration(), answered_by=()),
            f"{BRANCH} › answered_by: No action answers this branch of a risk. Name one to 4 in "
            "answered_by.",
        ),
        (
            with_branch(configuration(), answered_by=(ActionId("answr"),)),
            f'{BRANCH} › answered_by › 1: There is no action "answr". Did you mean "answer"?',
        ),
        (
            with_branch(configuration(), answered_by=(ActionId(ANSWER),) * 5),
            f"{BRANCH} › answered_by: 5 actions answer this; at most 4 may.",
        ),
        (
            with_branch(configuration(), evidence="nmed"),
            f'{BRANCH} › evidence: There is no evidence step "nmed". Did you mean "named"?',
        ),
        (
            with_branch(configuration(), elsewhere=True),
            f"{BRANCH} › elsewhere: On which other sources does this rest? Name them in "
            "elsewhere_sources.",
        ),
        (
            with_branch(take_up(), short=""),
            f'{TAKE_UP} › short: A branch of take-up needs the key "short": what helps or keeps '
            "away here.",
        ),
        (
            with_branch(take_up(), short="x" * 61),
            f"{TAKE_UP} › short: This text has 61 characters; at most 60 fit.",
        ),
        (
            replace(configuration(), rules=(replace(configuration().rules[0], branches=()),)),
            f"{RISK} › rules › N01-1 › branches: There is no branch, so this rule never applies. "
            "Write one.",
        ),
        (
            replace(configuration(), elsewhere_evidence="nmed"),
            f'{RISK} › elsewhere_evidence: There is no evidence step "nmed". Did you mean "named"?',
        ),
        (
            replace(
                configuration(),
                elsewhere_sources=(SourceSaying(source=SourceId("smith"), says="A saying."),),
            ),
            f'{RISK} › elsewhere_sources › 1: There is no source "smith".',
        ),
        (
            replace(
                configuration(),
                coverage={**configuration().coverage, OptionId("phone"): Coverage.ELSEWHERE},
            ),
            f"{RISK} › coverage › phone: Which other sources speak about this format? Name them in "
            "elsewhere_sources.",
        ),
        (
            replace(configuration(), covered_when=AllOf(())),
            f"{RISK} › covered_when › all: This list is empty, so the condition says nothing. "
            "Write a condition in it.",
        ),
    ],
)
def test_what_a_configuration_lacks_is_told(own: Configuration, said: str) -> None:
    assert faults(pack(own)) == [said]


def test_a_pack_of_the_first_shape_is_not_asked_for_what_came_later() -> None:
    bare = with_branch(replace(configuration(HOLDS), voice=""), sign="", answered_by=())

    assert faults(pack(bare), first_shape=True) == []
