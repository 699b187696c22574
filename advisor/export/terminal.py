"""Text for a terminal: wrapped under headings, without signs that a terminal would obey."""

import re
import textwrap

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class TerminalPage:
    """Lines of text under headings, wrapped as they are written."""

    def __init__(self, width: int = 88) -> None:
        self._width = width
        self._lines: list[str] = []

    def title(self, text: str) -> None:
        """Begin with a title, underlined."""
        text = " ".join(_CONTROLS.sub(" ", text).split())
        self._lines += [*textwrap.wrap(text, self._width), "=" * min(len(text), self._width)]

    def heading(self, text: str) -> None:
        """Leave a line and begin a part."""
        self._lines += ["", *textwrap.wrap(text.upper(), self._width)]

    def paragraph(self, text: str, indent: int = 0) -> None:
        """Write a paragraph; an empty one leaves a line."""
        self._wrapped(text, " " * indent, " " * indent)

    def point(self, text: str, sign: str = "-", indent: int = 2) -> None:
        """Write a point of a list behind its sign."""
        first = f"{' ' * indent}{sign} "
        self._wrapped(text, first, " " * len(first))

    def text(self) -> str:
        """Return all that was written, ending with a newline."""
        return "\n".join(self._lines).strip("\n") + "\n"

    def _wrapped(self, text: str, first: str, rest: str) -> None:
        self._lines += textwrap.wrap(
            _CONTROLS.sub(" ", text),
            self._width,
            initial_indent=first,
            subsequent_indent=rest,
            break_on_hyphens=False,
            # A broken address leads nowhere.
            break_long_words="://" not in text,
        ) or [""]
