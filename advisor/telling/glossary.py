"""Terms of the field that a text uses, with their plain meanings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A term and what it means."""

    term: str
    meaning: str


def terms_in(text: str, glossary: Mapping[str, str]) -> tuple[Explained, ...]:
    """Return the terms that a text uses, in its order, the longest where two overlap.

    Terms match as whole words in any case, a plural *s* included.
    """
    if not glossary:
        return ()
    longest_first = sorted(glossary, key=lambda term: (-len(term), term))
    words = "|".join(re.escape(term) for term in longest_first)
    known = {term.casefold(): term for term in glossary}
    found = dict.fromkeys(
        known[match.group(1).casefold()]
        for match in re.finditer(rf"\b({words})s?\b", text, re.IGNORECASE)
    )
    return tuple(Explained(term=term, meaning=glossary[term].strip()) for term in found)
