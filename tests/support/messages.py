"""Gathers what the program says, for whoever translates it.

    python -m tests.support.messages resources/locale

writes ``advisor.pot`` there and, for every language with a folder there, brings ``advisor.po``
up to date and compiles it. The same code gives the same files, wherever and whenever.
"""

import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import click
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from advisor.cli.commands import program
from advisor.cli.translated import translated
from advisor.language import DOMAIN

PROJECT = Path(__file__).parents[2]
_SOURCES = (PROJECT / "advisor", PROJECT / "ui", Path(click.__file__).parent)
"""The words of click are part of what the command line says."""

_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
_METHODS = [("**.py", "python")]
_CHANGING = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By', b'"Last-Translator')
"""Lines of the head that would differ although nothing was said differently."""


@cache
def messages() -> Catalog:
    """Return every sentence of the program."""
    found = Catalog(header_comment="# What the program says.", fuzzy=False)
    for folder in _SOURCES:
        for file, _line, message, comments, context in extract_from_dir(
            folder, _METHODS, keywords=_KEYWORDS, comment_tags=("Translators:",)
        ):
            place = f"{folder.name}/{Path(file).as_posix()}"
            found.add(message, None, [(place, 1)], (), comments, context=context)

    def gather(text: str) -> str:
        found.add(text, None, [("advisor/cli", 1)])
        return text

    translated(program, gather)
    return found


def written(catalog: Catalog) -> bytes:
    """Return a catalogue as a file without dates, folders and line numbers."""
    text = BytesIO()
    write_po(text, catalog, include_lineno=False, sort_output=True)
    lines = text.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_CHANGING))


def update(folder: Path) -> None:
    """Write the template and bring every language of the folder up to date."""
    template = messages()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{DOMAIN}.pot").write_bytes(written(template))
    for place in sorted(folder.glob("*/LC_MESSAGES")):
        language = place.parent.name
        po = place / f"{DOMAIN}.po"
        catalog = Catalog(locale=language)
        if po.exists():
            with po.open("rb") as file:
                catalog = read_po(file, locale=language)
        catalog.update(template)
        po.write_bytes(written(catalog))
        # From the file again: what was never written is filled in otherwise.
        with po.open("rb") as source, (place / f"{DOMAIN}.mo").open("wb") as compiled:
            write_mo(compiled, read_po(source, locale=language))


if __name__ == "__main__":
    update(Path(sys.argv[1]))
