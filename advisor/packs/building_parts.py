"""What records of many kinds have in common."""

from collections.abc import Iterable, Mapping

from advisor.models.conditions import Condition
from advisor.models.evidence import Variant
from advisor.models.ids import ActionId, ConfigurationId, SourceId
from advisor.packs.condition_records import ConditionRecord, VariantRecord
from advisor.packs.conditions import build_condition


def said(record: Mapping[str, object], key: str) -> str:
    """Return a text that a record of the first shape lacks; empty then."""
    return str(record.get(key, ""))


def condition_if_any(record: ConditionRecord | None) -> Condition | None:
    """Return the condition of a record that may be left out."""
    return None if record is None else build_condition(record)


def variants(records: Iterable[VariantRecord]) -> tuple[Variant, ...]:
    """Return other wordings of a text."""
    return tuple(
        Variant(when=build_condition(record["when"]), text=record["text"]) for record in records
    )


def action_ids(ids: Iterable[str]) -> tuple[ActionId, ...]:
    """Return ids of actions as such."""
    return tuple(map(ActionId, ids))


def configuration_ids(ids: Iterable[str]) -> tuple[ConfigurationId, ...]:
    """Return ids of configurations as such."""
    return tuple(map(ConfigurationId, ids))


def source_ids(ids: Iterable[str]) -> tuple[SourceId, ...]:
    """Return ids of sources as such."""
    return tuple(map(SourceId, ids))
