"""Sentences in the person's language, by gettext over the catalogues in ``resources/locale``.

Everything that a person reads goes through ``_`` or ``ngettext`` when it is said, never when a
module loads, so that a language chosen later is heard at once. Texts of the evidence and words
of the person are data and are never translated here.
"""

import gettext
from collections.abc import Sequence
from pathlib import Path

DOMAIN = "advisor"
"""The name of the catalogues: ``LANGUAGE/LC_MESSAGES/advisor.mo``."""

_chosen: list[gettext.NullTranslations] = [gettext.NullTranslations()]


def use(languages: Sequence[str], folder: Path) -> None:
    """Speak the first of these languages that has a catalogue; English when none has."""
    _chosen[0] = gettext.translation(DOMAIN, folder, list(languages), fallback=True)


def _(message: str) -> str:
    """Return a sentence in the language that is spoken."""
    return _chosen[0].gettext(message) if message else ""


def ngettext(one: str, many: str, number: int) -> str:
    """Return the form of a sentence that fits a number; the number is put in by the caller."""
    return _chosen[0].ngettext(one, many, number)


def N_(message: str) -> str:  # noqa: N802 - the name that extraction tools know
    """Mark a sentence for translation and return it as it is; it is translated where it is said."""
    return message
