"""Sentences of the results pages, beside the shared words of the advisor. Knows no window."""

from collections.abc import Sequence

from advisor.models.advice import Finding, Verdict
from advisor.models.evidence import Configuration, Effect, Source
from advisor.telling import wording

_EFFECT_MARKS = {
    Effect.BENEFITS: "benefit",
    Effect.HARMS: "risk",
    Effect.ENCOURAGES: "helps",
    Effect.DISCOURAGES: "hinders",
}
_EFFECT_WORDS = {
    Effect.ENCOURAGES: "What may help mothers say yes",
    Effect.DISCOURAGES: "What may keep mothers away",
    Effect.BENEFITS: "What mothers may gain",
    Effect.HARMS: "What may harm mothers",
}


def marks_of(finding: Finding) -> tuple[str, ...]:
    """Return the values of the marks that a finding's badges show, verdict first.

    A risk that applies shows how far it is addressed; everything else shows which way it
    points. The values are those of ``ui.theme.states.Mark``.
    """
    if finding.state is not None:
        return (finding.verdict.value, finding.state.value)
    return (finding.verdict.value, _EFFECT_MARKS[finding.effect])


def effect_words(effect: Effect) -> str:
    """Say which way a rule points, as a heading."""
    return _EFFECT_WORDS[effect]


def status_words(finding: Finding) -> str:
    """Say the verdict with the state of a risk or the direction of a take-up finding."""
    words = wording.status_words(finding)
    if finding.verdict is Verdict.APPLIES and finding.effect is Effect.ENCOURAGES:
        return f"{words}, helps"
    if finding.verdict is Verdict.APPLIES and finding.effect is Effect.DISCOURAGES:
        return f"{words}, hinders"
    return words


def joined(words: Sequence[str], last: str = "and") -> str:
    """Join words as a sentence does: *a*, *a and b*, *a, b and c*."""
    if not words:
        return ""
    *before, end = words
    return f"{', '.join(before)} {last} {end}" if before else end


def counted(number: int, one: str, many: str | None = None) -> str:
    """Say a number with its noun: *no risks*, *1 risk*, *2 risks*."""
    noun = one if number == 1 else (many or f"{one}s")
    return f"{number or 'no'} {noun}"


def provenance_words(configuration: Configuration) -> str:
    """Say what the review names and what is this pack's own reconstruction."""
    if configuration.supplementary:
        return (
            "Extra statement: it does not come from the 2023 review. This pack added it from"
            " other sources. Its wording, when it fits and the actions are this pack's own."
        )
    return (
        f"The 2023 review names “{configuration.rests_on}” in its summary. How it works, when"
        " it fits your plan and the actions are this pack's own reconstruction."
    )


def confidence_words(configuration: Configuration) -> str:
    """Say how sure the pack is that the review draws this line; empty for extra statements."""
    if configuration.supplementary:
        return ""
    return f"{wording.SPLIT_CONFIDENCE[configuration.split_confidence]}."


def read_words(source: Source) -> str:
    """Say how much of a source was read for this pack."""
    return wording.READ_DEPTH[source.read]
