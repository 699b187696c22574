"""The evidence as data: what it says, in the pack's own words and ids, without conditions."""

from collections.abc import Sequence

from advisor.errors import Fault
from advisor.models.evidence import Configuration, Rule, Source, SourceSaying
from advisor.models.json_values import JsonObject, json_text
from advisor.models.pack import Pack, PackVersion

EVIDENCE_VERSION = 1


def check_json(
    pack: Pack, counts: dict[str, int], warnings: Sequence[Fault], *, differs: bool | None
) -> str:
    """Return that a pack is sound, how much is in it and what an author should look at, as JSON.

    ``differs``: whether other evidence is stored under its version; None where none was looked at.
    """
    told: list[JsonObject] = [{"place": each.place, "message": each.message} for each in warnings]
    return _text(
        pack.version, {"sound": True, **counts, "warnings": [*told], "differs_from_stored": differs}
    )


def configurations_json(pack: Pack) -> str:
    """Return the configurations as JSON, each with what kind it is."""
    return _text(pack.version, {"configurations": [_head(each) for each in pack.configurations]})


def configuration_json(pack: Pack, configuration: Configuration) -> str:
    """Return all that the pack says about a configuration as JSON, but for its conditions."""
    said: JsonObject = {
        **_head(configuration),
        "summary": configuration.summary,
        "context": configuration.context,
        "mechanism": {
            "resource": configuration.mechanism.resource,
            "reasoning": configuration.mechanism.reasoning,
        },
        "outcome": configuration.outcome,
        "caution": configuration.caution,
        "sign": configuration.sign,
        "measure": configuration.measure,
        "needs": [need.text for need in configuration.needs],
        "stronger_when": [each.because for each in configuration.stronger_when],
        "weaker_when": [each.because for each in configuration.weaker_when],
        "rules": [_rule(rule) for rule in configuration.rules],
        "sources": [_saying(each) for each in configuration.sources],
        "elsewhere_sources": [_saying(each) for each in configuration.elsewhere_sources],
    }
    return _text(pack.version, {"configuration": said})


def sources_json(pack: Pack) -> str:
    """Return the sources as JSON, each with how much of it was read."""
    return _text(pack.version, {"sources": [_source(each) for each in pack.sources]})


def _head(configuration: Configuration) -> JsonObject:
    return {
        "id": configuration.id,
        "title": configuration.title,
        "domain": configuration.domain.value,
        "theme": configuration.theme,
        "rests_on": configuration.rests_on,
        "supplementary": configuration.supplementary,
        "evidence": configuration.evidence,
    }


def _rule(rule: Rule) -> JsonObject:
    return {
        "id": rule.id,
        "effect": rule.effect.value,
        "branches": [
            {
                "id": branch.id,
                "note": branch.note,
                "evidence": branch.evidence,
                "elsewhere": branch.elsewhere,
                "answered_by": list(branch.answered_by),
            }
            for branch in rule.branches
        ],
    }


def _saying(saying: SourceSaying) -> JsonObject:
    return {"source": saying.source, "says": saying.says}


def _source(source: Source) -> JsonObject:
    return {
        "id": source.id,
        "citation": source.citation,
        "kind": source.kind,
        "population": source.population,
        "read": source.read.value,
        "says": source.says,
        "doi": source.doi,
        "url": source.url,
        "is_to_be_confirmed": source.is_to_be_confirmed,
    }


def _text(version: PackVersion, said: JsonObject) -> str:
    pack: JsonObject = {"id": version.id, "version": version.version}
    data: JsonObject = {"evidence_version": EVIDENCE_VERSION, "pack": pack, **said}
    return json_text(data)
