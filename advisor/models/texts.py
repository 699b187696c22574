"""What a text of a person or a file may hold, the same for typing, for files and for storage.

Texts are kept as they are written, in any script. Refused is only what no reader can see and
what breaks something further on: control characters (a database refuses them), half characters
(nothing can store them) and marks that make a line read in another order than it is stored.
"""

import re
import unicodedata

from advisor.language import _

TITLE_LENGTH = 300
"""The longest title, name or owner, in characters after NFC."""

NOTE_LENGTH = 10_000
"""The longest note, description, reason or own action, in characters after NFC."""

_BREAKS = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ENDS = re.compile("[\t\n]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff]"
)
_LINE_BREAKS = frozenset("\n\u2028\u2029")
_NOT_CHARACTERS = frozenset("\ufffe\uffff")
_OVERRIDES = frozenset("\u202d\u202e")
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069"}
_OPENING["\u2068"] = "\u2069"
_CLOSING = frozenset("\u202c\u2069")
_DIRECTIONS = _OVERRIDES | _CLOSING | _OPENING.keys()


def tidied(text: str) -> str:
    """Return the text in NFC with every line break as one line feed."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def without_accents(text: str) -> str:
    """Return a text as it is searched, without accents and other marks on its letters."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def pasted(text: str, *, lines: bool = False) -> str:
    """Return a text that was copied elsewhere without what no reader sees in it.

    Control characters, soft hyphens, marks without a width and changes of the reading direction
    go; the line breaks of slides and cells become line feeds or, on one line, spaces. What joins
    letters of a script or parts of a picture stays.
    """
    text = _UNSEEN.sub("", tidied(_BREAKS.sub("\n", text.replace("\r\n", "\n"))))
    return text if lines else " ".join(part for part in _ENDS.split(text) if part)


def fault_in_text(text: str, *, longest: int, lines: bool = False) -> str | None:
    """Return what is wrong with a tidied text as a sentence, or None.

    ``longest`` counts characters; ``lines``: whether it may have more than one line (and tabs).
    """
    if len(text) > longest:
        return _("This text has {length:,} characters; at most {longest:,} fit.").format(
            length=len(text), longest=longest
        )
    allowed = "\n\t" if lines else ""
    for character in text:
        if fault := _fault_in(character, allowed):
            return fault
    return _fault_in_directions(text)


def harmless(text: str, longest: int = 60) -> str:
    """Return the start of a foreign text without anything that acts on a screen or terminal."""
    start = "".join(c if c.isprintable() else "\ufffd" for c in text[:longest])
    return f"{start}…" if len(text) > longest else start


def in_plain_order(text: str) -> str:
    """Return a text in which nothing turns the order of what stands around it.

    A mark that does is shown as the sign for a character that cannot be: one that is refused in a
    title may still stand in the name of a file.
    """
    if text.isascii() or not (_fault_in_directions(text) or _OVERRIDES.intersection(text)):
        return text
    return "".join("\ufffd" if letter in _DIRECTIONS else letter for letter in text)


def shown(text: str, longest: int = 60) -> str:
    """Return the harmless start of a foreign text in quotes, to be named in a message."""
    return f'"{harmless(text, longest)}"'


def _fault_in(character: str, allowed: str) -> str | None:
    if character in allowed or character.isprintable():
        return None
    if character in _LINE_BREAKS:
        return None if allowed else _("This text must be on one line.")
    category = unicodedata.category(character)
    if category == "Cc" or character in _NOT_CHARACTERS:
        fault = _("This text holds the control character U+{code}. Remove it.")
    elif category == "Cs":
        fault = _("This text holds half a character (U+{code}). Remove it.")
    elif character in _OVERRIDES:
        fault = _(
            "This text holds a mark that turns its reading order round (U+{code}). Remove it."
        )
    else:
        return None
    return fault.format(code=f"{ord(character):04X}")


def _fault_in_directions(text: str) -> str | None:
    """Marks that open a direction must be closed in the same paragraph, innermost first."""
    if text.isascii():
        return None
    for paragraph in text.split("\n"):
        waiting: list[str] = []
        for character in paragraph:
            if character in _OPENING:
                waiting.append(_OPENING[character])
            elif character in _CLOSING and (not waiting or waiting.pop() != character):
                return _("This text closes a change of reading direction that it never opened.")
        if waiting:
            return _("This text opens a change of reading direction that it never closes.")
    return None
