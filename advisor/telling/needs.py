"""What a benefit depends on, and whether a plan sets it up."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.language import N_, _
from advisor.models.explanation import Truth
from advisor.models.findings import Finding, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a benefit depends on, and whether it is there, as far as the answers say."""

    text: str
    met: Truth | None

    @property
    def sentence(self) -> str:
        """The need with whether it is there; where no answer can tell, alone."""
        return self.text if self.met is None else _(_MET[self.met]).format(need=self.text)


_MET = {
    Truth.HOLDS: N_("In place: {need}"),
    Truth.FAILS: N_("Missing: {need}"),
    Truth.OPEN: N_("Not said yet: {need}"),
}


def told_needs(finding: Finding) -> tuple[Need, ...]:
    """Tell what a finding depends on, in the pack's order."""
    return tuple(Need(text=need.text, met=need.met) for need in finding.needs)


def needs_title(finding: Finding) -> str:
    """Return what stands over the needs of a finding; empty where it has none."""
    if not finding.needs:
        return ""
    if finding.verdict is Verdict.DOES_NOT_APPLY:
        return _("Your plan does not set this up yet; it depends on")
    return _("What it depends on")


def still_needed(needs: Iterable[Need]) -> str:
    """Say of a benefit that is there, or may be, what would make it more likely still.

    Empty where nothing is known to be missing.
    """
    needs = tuple(needs)
    missing, open_ = (_texts(needs, met) for met in (Truth.FAILS, Truth.OPEN))
    if missing and open_:
        return _("It still depends on what is missing: {missing}. Not said yet: {open}.").format(
            missing=missing, open=open_
        )
    if missing:
        return _("It still depends on what is missing: {missing}.").format(missing=missing)
    if open_:
        return _("It still depends on what is not said yet: {open}.").format(open=open_)
    return ""


def _texts(needs: Iterable[Need], met: Truth) -> str:
    return "; ".join(need.text.rstrip(".") for need in needs if need.met is met)
