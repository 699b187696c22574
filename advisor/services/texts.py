"""Advice, plans and evidence as text for a terminal or another program."""

from collections.abc import Sequence
from enum import StrEnum

from advisor.errors import NotFound, did_you_mean
from advisor.export import comparing, listings
from advisor.export.csv import advice_csv
from advisor.export.history import history_json, history_text
from advisor.export.json import advice_text as advice_json
from advisor.export.text import advice_text
from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.ids import ConfigurationId
from advisor.models.plan import Plan
from advisor.models.stored import PlanEdit
from advisor.rules.comparing import compare
from advisor.services.evidence import Evidence


class Form(StrEnum):
    """How text is laid out."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class Texts:
    """Everything that the command line prints."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def advice(self, plan: Plan, advice: Advice, form: Form) -> str:
        """Return the advice on a plan: to read, or as JSON or CSV."""
        pack = self._evidence.pack
        match form:
            case Form.TEXT:
                return advice_text(pack, plan, advice)
            case Form.JSON:
                return advice_json(pack, plan, advice)
            case Form.CSV:
                return advice_csv(pack, plan, advice)

    def comparison(self, before: Plan, after: Plan, *, as_json: bool) -> str:
        """Return what differs between two plans and what that changes in the advice."""
        pack = self._evidence.pack
        comparison = compare(pack, before, after)
        if as_json:
            return comparing.comparison_json(comparison)
        return comparing.comparison_text(pack, before, after, comparison)

    def questions(self) -> str:
        """Return the questionnaire."""
        return listings.questions_text(self._evidence.pack)

    def plan(self, plan: Plan) -> str:
        """Return a plan's answers and decisions."""
        return listings.plan_text(self._evidence.pack, plan)

    def history(self, plan: Plan, edits: Sequence[PlanEdit], *, as_json: bool) -> str:
        """Return what was changed in a plan: to read, or as JSON."""
        if as_json:
            return history_json(plan, edits)
        return history_text(self._evidence.pack, plan, edits)

    def configurations(self) -> str:
        """Return the list of configurations."""
        return listings.configurations_text(self._evidence.pack)

    def configuration(self, configuration_id: str) -> str:
        """Return one configuration; raise NotFound with the nearest id when there is none."""
        pack = self._evidence.pack
        wanted = ConfigurationId(configuration_id.upper())
        if wanted not in pack.configuration_by_id:
            hint = did_you_mean(wanted, pack.configuration_by_id)
            raise NotFound(
                _('The evidence has no configuration "{configuration}".').format(
                    configuration=configuration_id
                )
                + hint
            )
        return listings.configuration_text(pack, pack.configuration_by_id[wanted])

    def sources(self) -> str:
        """Return the sources."""
        return listings.sources_text(self._evidence.pack)
