"""How plans, statements and sources are called, and the lines that say where they come from."""

import datetime
from dataclasses import dataclass

from advisor.language import N_, _
from advisor.models.evidence import Configuration, Source
from advisor.models.judged import PlanSummary
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.grammar import day
from advisor.telling.words import READ_DEPTH, SPLIT_CONFIDENCE

EXTRA = N_("extra, not from the review")
PLAN_ENDING = "plan.json"
"""How the name of a plan file ends, so that a desktop knows it among all other JSON files."""

_LONGEST_NAME = 60


def title_of(plan: Plan | PlanSummary) -> str:
    """Return the title of a plan; plain words for one that has none."""
    # Marks that turn the reading round are no name: nobody would see it.
    is_seen = any(each.isprintable() and not each.isspace() for each in plan.title)
    return plan.title.strip() if is_seen else _("Plan without a title")


def changed_title(title: str) -> str:
    """Return what a copy of a plan is called that is stored to be changed."""
    return _("{title}, changed").format(title=title)


def file_name(title: str, ending: str) -> str:
    """Return a file name that every system takes, made from the first words of a title."""
    kept = " ".join("".join(c if c.isalnum() or c in " -_" else " " for c in title).split())
    if len(kept) > _LONGEST_NAME:
        words = kept[: _LONGEST_NAME + 1].rpartition(" ")[0]
        kept = words or kept[:_LONGEST_NAME]
    return f"{kept or 'Plan'}.{ending}"


def title_with_term(title: str, term: str) -> str:
    """Return a title with the field's own word in brackets."""
    return _("{title} ({term})").format(title=title, term=term) if term else title


def marked_title(configuration: Configuration) -> str:
    """Return the title of a configuration, marked when it is not from the review."""
    extra = f" ({_(EXTRA)})" if configuration.supplementary else ""
    return f"{configuration.title}{extra}"


def coded_title(configuration: Configuration) -> str:
    """Return the id and title of a configuration, marked when it is not from the review."""
    return f"{configuration.id} {marked_title(configuration)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRiskLine:
    """A risk that the provider added, with what they do about it."""

    text: str
    mitigation: str

    @property
    def sentence(self) -> str:
        """Both in one line."""
        return " – ".join(filter(None, (self.text, self.mitigation)))


def own_risks(plan: Plan) -> tuple[OwnRiskLine, ...]:
    """Tell the risks that the provider added."""
    return tuple(
        OwnRiskLine(text=own.text.strip() or _("Risk without words"), mitigation=own.mitigation)
        for own in plan.own_risks
    )


def provenance(pack: Pack, made_on: datetime.date) -> str:
    """Return the line that stands at the foot of every page."""
    return _("Evidence pack {pack}, edition {edition}. Made on {day}.").format(
        pack=pack.version.id, edition=pack.version.version, day=day(made_on)
    )


def provenance_words(configuration: Configuration) -> str:
    """Say what the review names and what is this pack's own reconstruction."""
    if configuration.supplementary:
        return _(
            "Extra statement: it does not come from the 2023 review. This pack added it from"
            " other sources. Its wording, when it fits and the actions are this pack's own."
        )
    return _(
        "The 2023 review names “{theme}” in its summary. How it works, when"
        " it fits your plan and the actions are this pack's own reconstruction."
    ).format(theme=configuration.rests_on)


def confidence_words(configuration: Configuration) -> str:
    """Say how sure the pack is that the review draws this line; empty for extra statements."""
    if configuration.supplementary:
        return ""
    return f"{SPLIT_CONFIDENCE[configuration.split_confidence]}."


def read_words(source: Source) -> str:
    """Say how much of a source was read for this pack."""
    return READ_DEPTH[source.read]


def cited_with_reading(source: Source) -> str:
    """Return a citation with how much of the source was read."""
    return _("{citation} ({read}.)").format(citation=source.citation, read=read_words(source))


def short_citation(citation: str) -> str:
    """Return who wrote a source and when: a citation up to its year."""
    head, bracket, _rest = citation.partition(")")
    return head + bracket if bracket else head.rstrip(".")


def link_of(source: Source) -> str:
    """Return where a source can be found, or an empty text."""
    return f"https://doi.org/{source.doi}" if source.doi else source.url
