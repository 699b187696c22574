"""The pack's records held against their shape, in words for an evidence author.

pydantic does the checking, strictly and without unknown keys; what it says is put into plain
sentences here and goes no further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, get_args, get_type_hints

from typing_extensions import is_typeddict

from advisor.errors import did_you_mean
from advisor.language import N_, _
from advisor.models.texts import shown
from advisor.packs.first_shape import FirstPackRecords
from advisor.packs.records import PackRecords
from advisor.packs.yaml_reading import Path, Step

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

MOST_FAULTS = 1_000
"""After so many faults of one kind (shape, record, sense) no more are looked for."""

_AT_ONCE = 100
"""How many records are looked at together."""

_EXPECTED = {
    "string_type": N_("Text is expected here"),
    "bool_type": N_("true or false is expected here"),
    "int_type": N_("A whole number is expected here"),
    "list_type": N_("A list is expected here"),
    "dict_type": N_("A group of keys and values is expected here"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeFault:
    """What is wrong at one place of one file; ``file`` is one of ``FILES``."""

    file: str
    path: Path
    message: str


def shape_faults(
    files: Mapping[str, object], *, first_shape: bool = False
) -> tuple[ShapeFault, ...]:
    """Return all that keeps the values of files from having the shape they must have.

    ``files`` maps names of ``FILES`` to what the files hold; one that could not be read may be
    left out. When all are there and no fault is found, ``files`` is a ``PackRecords``; of the
    first shape, a ``FirstPackRecords``. ``MOST_FAULTS`` of them mean that there may be more.
    """
    # A text or a truth value: one fault, although pydantic reports both alternatives.
    by_place: dict[tuple[str, Path], ShapeFault] = {}
    for file, value in files.items():
        for details in _details(file, value, first_shape=first_shape):
            path = tuple(details["loc"])
            known = _keys_at((file, *path[:-1]), first_shape=first_shape)
            fault = _fault(file, value, path, details, known)
            by_place.setdefault((fault.file, fault.path), fault)
            if len(by_place) == MOST_FAULTS:
                return tuple(by_place.values())
    return tuple(by_place.values())


def _details(file: str, value: object, *, first_shape: bool) -> Iterator[ErrorDetails]:
    """Yield what pydantic says about one file, each ``loc`` within it.

    A part after the other: it finds everything that is wrong at once, and takes half a kilobyte
    for each.
    """
    # Loading pydantic takes longer (0.15 s) than advising a plan from stored evidence.
    from pydantic import ValidationError  # noqa: PLC0415

    for start, part in _parts(value):
        try:
            # In a list, because the settings of an adapter reach only what lies inside a type.
            _adapter(first_shape=first_shape).validate_python([{file: part}])
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=True, include_input=True)
        else:
            continue
        for details in found:
            _list, of_file, *path = details["loc"]
            # The other files are missing in this part, which is no fault.
            if of_file == file:
                if path and isinstance(path[0], int):
                    path[0] += start
                details["loc"] = tuple(path)
                yield details


def _parts(value: object) -> Iterator[tuple[int, object]]:
    """Yield a long list in parts, each with the number of its first record; else all at once."""
    if not isinstance(value, list):
        yield 0, value
        return
    for start in range(0, max(len(value), 1), _AT_ONCE):
        yield start, value[start : start + _AT_ONCE]


@cache
def _adapter(
    *, first_shape: bool
) -> TypeAdapter[list[PackRecords]] | TypeAdapter[list[FirstPackRecords]]:
    from pydantic import ConfigDict, TypeAdapter  # noqa: PLC0415

    config = ConfigDict(strict=True, extra="forbid")
    if first_shape:
        return TypeAdapter(list[FirstPackRecords], config=config)
    return TypeAdapter(list[PackRecords], config=config)


def _fault(
    file: str, value: object, path: Path, details: ErrorDetails, known: Iterable[str]
) -> ShapeFault:
    kind = details["type"]
    if kind in {"extra_forbidden", "missing"}:
        message = _key_sentence(str(path[-1]), known, missing=kind == "missing")
        return ShapeFault(file=file, path=path, message=message)
    return ShapeFault(file=file, path=_path_within(value, path), message=_value_sentence(details))


def _key_sentence(key: str, known: Iterable[str], *, missing: bool) -> str:
    if missing:
        return _('The key "{key}" is missing.').format(key=key)
    return _("Unknown key {key}.").format(key=shown(key)) + did_you_mean(key, known)


def _value_sentence(details: ErrorDetails) -> str:
    given = details["input"]
    if details["type"] == "literal_error":
        expected = details["ctx"]["expected"]
        guess = did_you_mean(str(given), re.findall(r"'([^']*)'", expected))
        sentence = _("One of {expected} is expected here, and not {given}.")
        return sentence.format(expected=expected, given=_given(given)) + guess
    expected = _(_EXPECTED.get(details["type"], N_("Something else is expected here")))
    if given is None:
        return _("{expected}, but nothing is written.").format(expected=expected)
    sentence = _("{expected}, and not {given}.").format(expected=expected, given=_given(given))
    return sentence + _hint(details["type"], given)


def _hint(kind: str, given: object) -> str:
    if kind == "string_type" and isinstance(given, bool | int):
        return " " + _("Put it in quotes to make it text.")
    if kind == "bool_type" and str(given) in {"yes", "no", "on", "off", "Yes", "No"}:
        return " " + _("Write true or false.")
    return ""


def _given(given: object) -> str:
    match given:
        case bool():
            return str(given).lower()
        case int():
            return _("the number {number}").format(number=given)
        case str():
            return shown(given)
        case list():
            return _("a list")
        case _:
            return _("a group of keys and values")


def _path_within(value: object, path: Path) -> Path:
    """Return the part of the path that leads through the value.

    pydantic adds the name of an alternative where a value may be one of several types.
    """
    for length, step in enumerate(path):
        match value:
            case Mapping() if step in value:
                value = value[step]
            case list() if isinstance(step, int) and step < len(value):
                value = value[step]
            case _:
                return path[:length]
    return path


def _keys_at(path: Path, *, first_shape: bool) -> Iterator[str]:
    """Yield the keys that are known at a path inside the records of a pack."""
    shape: object = FirstPackRecords if first_shape else PackRecords
    for step in path:
        shape = _inside(shape, step)
    if is_typeddict(shape):
        yield from get_type_hints(shape)


def _inside(shape: object, step: Step) -> object:
    if is_typeddict(shape):
        return get_type_hints(shape).get(str(step))
    arguments = get_args(shape)
    return arguments[-1] if arguments else None
