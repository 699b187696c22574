from dataclasses import replace

import pytest

from advisor.models.evidence import Effect
from advisor.models.findings import RiskState, Verdict
from advisor.models.marks import Mark
from advisor.telling.grammar import joined
from advisor.telling.naming import confidence_words, provenance_words
from advisor.telling.words import WEAKER, marks_of, status_words
from tests.support.examples import DROP_IN, advice_on_example, pack

FINDING = advice_on_example(DROP_IN).findings[0]


def test_every_finding_has_marks_that_can_be_shown() -> None:
    for finding in advice_on_example(DROP_IN).findings:
        verdict, second, *more = marks_of(finding)

        assert Mark(verdict).value == finding.verdict.value
        assert Mark(second)
        assert more == [Mark.MATTERS_MORE] * finding.matters_more


def test_a_risk_that_applies_shows_how_far_it_is_addressed() -> None:
    risk = replace(
        FINDING, effect=Effect.HARMS, verdict=Verdict.APPLIES, state=RiskState.PARTLY_ADDRESSED
    )

    assert marks_of(risk) == ("applies", "partly_addressed")
    assert status_words(risk) == "Applies, partly in hand"


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        (Effect.ENCOURAGES, "Applies, helps"),
        (Effect.DISCOURAGES, "Applies, keeps mothers away"),
        (Effect.BENEFITS, "Applies"),
    ],
)
def test_a_take_up_finding_says_which_way_it_points(effect: Effect, words: str) -> None:
    finding = replace(FINDING, effect=effect, verdict=Verdict.APPLIES, state=None)

    assert status_words(finding) == words


def test_a_finding_that_may_apply_does_not_claim_a_direction() -> None:
    finding = replace(FINDING, effect=Effect.ENCOURAGES, verdict=Verdict.MAY_APPLY, state=None)

    assert status_words(finding) == "May apply"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_joined_as_a_sentence_does(words: list[str], sentence: str) -> None:
    assert joined(words) == sentence


def test_every_statement_says_what_is_the_packs_own() -> None:
    for configuration in pack().configurations:
        words = provenance_words(configuration)

        assert "this pack's own" in words
        assert ("2023 review names" in words) is not configuration.supplementary


def test_extra_statements_claim_nothing_about_the_review() -> None:
    for configuration in pack().configurations:
        assert bool(confidence_words(configuration)) is not configuration.supplementary


def test_only_a_risk_is_eased() -> None:
    """What makes a benefit less likely eases nothing; on who comes it weighs less either way."""
    titles = {effect: WEAKER[effect] for effect in Effect}

    assert [effect for effect in Effect if "eases" in titles[effect]] == [Effect.HARMS]
    assert titles[Effect.ENCOURAGES] == titles[Effect.DISCOURAGES] == "Why it matters less here"
