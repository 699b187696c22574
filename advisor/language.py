"""Sentences in the person's language, by gettext over the catalogues in ``resources/locale``.

Everything that a person reads goes through ``_`` or ``ngettext`` when it is said, never when a
module loads, so that a language chosen later is heard at once. Texts of the evidence and words
of the person are data and are never translated here.
"""

import gettext
import locale
import os
import sys
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

DOMAIN = "advisor"
"""The name of the catalogues: ``LANGUAGE/LC_MESSAGES/advisor.mo``."""

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_chosen: list[gettext.NullTranslations] = [gettext.NullTranslations()]


def preferred() -> list[str]:
    """Return the person's languages, the first choice first, as the system names them."""
    for variable in _VARIABLES:
        if named := os.environ.get(variable):
            return named.split(":")
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - nowhere else is it needed

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return [locale.windows_locale.get(number, "")]
    return []


def use(languages: Sequence[str], folder: Path) -> None:
    """Speak the first of these languages that has a catalogue; English when none has."""
    # English has no catalogue: who prefers it is not given the language that comes after it.
    before_english = takewhile(lambda name: not name.startswith(("en", "C", "POSIX")), languages)
    names = [*before_english, "en"]
    _chosen[0] = gettext.translation(DOMAIN, folder, names, fallback=True)
    # click asks the standard catalogue, which is looked for by the environment.
    os.environ[_VARIABLES[0]] = ":".join(names)
    gettext.bindtextdomain(DOMAIN, folder)
    gettext.textdomain(DOMAIN)


def spoken() -> str:
    """Return the code of the language that is spoken, such as ``cy``."""
    return _chosen[0].info().get("language", "en")


def _(message: str) -> str:
    """Return a sentence in the language that is spoken."""
    return _chosen[0].gettext(message) if message else ""


def ngettext(one: str, many: str, number: int) -> str:
    """Return the form of a sentence that fits a number; the number is put in by the caller."""
    return _chosen[0].ngettext(one, many, number)


def N_(message: str) -> str:  # noqa: N802 - the name that extraction tools know
    """Mark a sentence for translation and return it as it is; it is translated where it is said."""
    return message
