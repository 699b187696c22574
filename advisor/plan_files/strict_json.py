"""Strict JSON: no duplicate names, no NaN, no fractions, nothing deep, everything within limits.

The standard library's reader takes the last of two equal names, NaN and numbers without end;
what it takes too easily is refused here, and what it raises becomes one kind of refusal.
"""

import json
from collections import Counter
from collections.abc import ValuesView
from typing import NoReturn

from advisor.errors import FileRefused
from advisor.files import text_of
from advisor.language import N_, _
from advisor.models.texts import shown

LARGEST = 10_000_000
"""The most bytes that a JSON file may have."""

DEEPEST = 32
"""The most lists and groups that may lie inside each other."""

# The largest plan that can be written has a few hundred of each. Commas are counted before
# anything is built; those of texts count as well, which no text will notice.
_MOST_GROUPS = 50_000
_MOST_COMMAS = 500_000

_TYPOGRAPHIC = frozenset("\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb")

_SYNTAX = {
    "Expecting value": N_("expecting value"),
    "Expecting property name enclosed in double quotes": N_(
        "expecting property name enclosed in double quotes"
    ),
    "Expecting ':' delimiter": N_("expecting ':' delimiter"),
    "Expecting ',' delimiter": N_("expecting ',' delimiter"),
    "Extra data": N_("extra data"),
    "Unterminated string starting at": N_("unterminated string starting at"),
    "Invalid control character at": N_("invalid control character at"),
    "Invalid \\escape": N_("invalid \\escape"),
    "Invalid \\uXXXX escape": N_("invalid \\uXXXX escape"),
}
"""What the standard library's reader finds wrong."""


def read_json(content: bytes) -> object:
    """Return the value of a JSON file; raise FileRefused in one sentence when it is not sound.

    Numbers are whole: the value holds no float.
    """
    if len(content) > LARGEST:
        raise FileRefused(_("It is larger than {size} MB.").format(size=LARGEST // 1_000_000))
    text = text_of(content, or_utf16=True)
    if text is None:
        raise FileRefused(
            _("It is not a text file. A plan file is what this program exports, a .json file.")
        )
    if not text.strip():
        raise FileRefused(_("It is empty."))
    if text.count(",") > _MOST_COMMAS:
        raise FileRefused(_("It holds more than {most:,} items.").format(most=_MOST_COMMAS))
    value = _parsed(text)
    if _is_deep(value):
        raise _too_deep()
    return value


def _parsed(text: str) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=_Groups().group,
            parse_float=_refuse_fraction,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        if text.lstrip()[:1] not in ("{", "["):
            raise FileRefused(
                _(
                    "It is no plan file. Ask whoever sent it for the plan as this program exports "
                    "it: a file whose name ends in .json."
                )
            ) from None
        if error.pos < len(text) and text[error.pos] in _TYPOGRAPHIC:
            raise FileRefused(
                _(
                    "At line {line}, column {column}, it has a typographic quotation mark "
                    "({mark}), as word processors write them. Save it with straight ones instead."
                ).format(line=error.lineno, column=error.colno, mark=text[error.pos])
            ) from None
        reason = _(_SYNTAX.get(error.msg, error.msg))
        raise FileRefused(
            _(
                "It cannot be read at line {line}, column {column}: {reason}. "
                "Was it changed by hand?"
            ).format(line=error.lineno, column=error.colno, reason=reason)
        ) from None
    except RecursionError:
        raise _too_deep() from None
    except ValueError:  # a number of more digits than Python converts
        raise FileRefused(_("It holds a number of thousands of digits.")) from None


def _too_deep() -> FileRefused:
    sentence = _("More than {most} lists and groups lie inside each other in it.")
    return FileRefused(sentence.format(most=DEEPEST))


class _Groups:
    """Makes groups of names and values, and counts them: a million empty ones are no plan."""

    def __init__(self) -> None:
        self._count = 0

    def group(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        self._count += 1
        if self._count > _MOST_GROUPS:
            raise FileRefused(_("It holds more than {most:,} groups.").format(most=_MOST_GROUPS))
        made = dict(pairs)
        if len(made) < len(pairs):
            names = Counter(pair[0] for pair in pairs)
            twice = names.most_common(1)[0][0]
            sentence = _("The name {name} is written twice in it.")
            raise FileRefused(sentence.format(name=shown(twice)))
        return made


def _refuse_fraction(written: str) -> NoReturn:
    sentence = _("It holds the number {number}; only whole numbers are read.")
    raise FileRefused(sentence.format(number=shown(written)))


def _refuse_constant(written: str) -> NoReturn:
    raise FileRefused(_("It holds {written}, which is not a number.").format(written=written))


def _is_deep(value: object) -> bool:
    level = [value]
    for _level in range(DEEPEST):
        inside = (item.values() if isinstance(item, dict) else item for item in level)
        level = [
            part
            for parts in inside
            if isinstance(parts, list | ValuesView)
            for part in parts
            if isinstance(part, list | dict)
        ]
    return bool(level)
