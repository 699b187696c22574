"""What the typesetter writes rightly and Poppler up to 25.11 complains of, left out.

That no tag is suspect is what its absence says too, and the colours of a cell's lines are seen
on the page, not told. Blanks take their places, so that every offset in the file stays true.
"""

import re

_COMPLAINED_OF = re.compile(
    rb"(?<=/MarkInfo<</Marked true)/Suspects false(?=>>/ViewerPreferences)"
    rb"|(?<=/O/Layout)/BorderColor\[[0-9. nul\[\]]+\]"
)


def without_complaints(pdf: bytes) -> bytes:
    """Return a file as the typesetter made it, of the same length, without those entries."""
    return _COMPLAINED_OF.sub(lambda found: b" " * len(found[0]), pdf)
