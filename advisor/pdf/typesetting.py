"""A document as the plain values that the template is given. No text becomes markup."""

import dataclasses
import json

from advisor.language import N_, _
from advisor.models.blocks import Reference
from advisor.models.document import Document
from advisor.models.fields import FormField
from advisor.models.json_values import Json, JsonObject
from advisor.models.papers import PaperSize
from advisor.models.sheets import Writing
from advisor.pdf.cleaning import FAMILIES, clean_line, clean_link, cleaned
from advisor.pdf.languages import reads_right_to_left, runs_of

_SIZES = {PaperSize.A4: "a4", PaperSize.LETTER: "us-letter"}
_FOOTER_LENGTH = 70
_WORDS = {
    "page": N_("Page {page} of {pages}"),
    "and_more": N_("And {n} more in the annex"),
    "to_be_confirmed": N_("To be confirmed"),
    "done": N_("Done"),
    "who": N_("Who"),
    "by_when": N_("By when"),
}
"""What the templates say themselves."""

NARROW = 14
"""Letters without a space after which a word may break where there is little room."""


def typeset(document: Document, paper: PaperSize, fields: str) -> str:
    """Return the JSON that the template draws; the same document gives the same text.

    ``fields`` is the private scheme of the links that become form fields; empty for a flat
    copy.
    """
    language, _hyphen, region = document.language.partition("-")
    title = clean_line(document.title)
    values: JsonObject = {
        "size": _SIZES[paper],
        "language": language,
        "region": region or None,
        "fonts": list(FAMILIES),
        "fields": fields,
        "landscape": document.landscape,
        "words": {name: _(words) for name, words in _WORDS.items()},
        "plain_title": f"{title} – {document.kind}".replace("\u200b", ""),
        "title": _text(title),
        "kind_line": _text(clean_line(document.kind).upper()),
        "footer_title": _text(f"{_shortened(title)} – {document.kind}"),
        "provenance": _text(clean_line(document.provenance)),
        "blocks": [_fields_of(block) for block in document.blocks],
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _shortened(title: str) -> str:
    return title if len(title) <= _FOOTER_LENGTH else f"{title[:_FOOTER_LENGTH].rstrip()} …"


def _fields_of(value: object) -> JsonObject:
    """Return the fields of one of the document's frozen values, with its kind."""
    if not dataclasses.is_dataclass(value):
        raise TypeError(f"A document holds no {type(value).__name__}.")
    narrow = isinstance(value, Writing)
    shown = _shown_link(value.link) if isinstance(value, Reference) else {}
    return {
        "kind": type(value).__name__,
        **shown,
        **{
            field.name: _value(field.name, getattr(value, field.name), narrow=narrow)
            for field in dataclasses.fields(value)
        },
    }


def _shown_link(link: str) -> JsonObject:
    return {"shown_link": _text(clean_line(link))}


def _value(name: str, value: object, *, narrow: bool) -> Json:
    match value:
        case None:
            return ""
        case bool() | int():
            return value
        case str() if name == "link":
            return clean_link(value)
        case FormField():
            return {"name": value.name, "longest": value.longest}
        case str():
            return _text(cleaned(value, NARROW) if narrow else cleaned(value))
        case tuple():
            return [_value(name, each, narrow=narrow) for each in value]
        case _:
            return _fields_of(value)


def _text(text: str) -> Json:
    runs = runs_of(text)
    if len(runs) == 1 and not runs[0].language:
        return text
    return {
        "rtl": reads_right_to_left(text),
        "runs": [[run.text, run.language] for run in runs],
    }
