"""A page that may be thrown away while others are shown, and made anew as it was."""


class ComesBack:
    """Says what to keep of a page that is thrown away, and takes it up on the one made anew.

    Where the keyboard was and how far things were scrolled is not its matter.
    """

    def kept(self) -> str | None:
        """Return what to keep; None while the page cannot be made anew as it is."""
        return ""

    def come_back(self, kept: str) -> None:
        """Be as the page was of which this was kept."""
