"""What the typesetter writes rightly and readers make too little of, written so that it is heard.

Poppler up to 25.11 complains of two entries, which are left out: that no tag is suspect is what
its absence says too, and the colours of a cell's lines are seen on the page, not told. Blanks take
their places, so that every offset in the file stays true.
"""

import re

_COMPLAINED_OF = re.compile(
    rb"(?<=/MarkInfo<</Marked true)/Suspects false(?=>>/ViewerPreferences)"
    rb"|(?<=/O/Layout)/BorderColor\[[0-9. nul\[\]]+\]"
)


_AS_PARAGRAPH = b"/RoleMap<</Datetime/Span/Terms/Part/Title/P/"
_AS_HEADING = b"/RoleMap<</Datetime/Span/Terms/Div/Title/H1/"
"""What a reader takes tags for that PDF 1.7 does not know; a part and a division are read alike."""


def with_title_as_heading(pdf: bytes) -> bytes:
    """Return a file as the typesetter made it, of the same length, with its title a heading."""
    return pdf.replace(_AS_PARAGRAPH, _AS_HEADING)


def without_complaints(pdf: bytes) -> bytes:
    """Return a file as the typesetter made it, of the same length, without those entries."""
    return _COMPLAINED_OF.sub(lambda found: b" " * len(found[0]), pdf)
