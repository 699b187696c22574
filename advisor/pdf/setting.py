"""What is to be set by the typesetter, and its one place in a process."""

import datetime
import threading
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from advisor import locations

if TYPE_CHECKING:
    import typst

Standards: TypeAlias = tuple[Literal["ua-1", "a-2a"], ...]
Pages: TypeAlias = tuple[bytes, ...]

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A template and the data for it, as JSON; ``made_at`` needs a time zone.

    A PDF that claims ``standards`` is tagged. ``ppi`` is for PNG alone.
    """

    template: str
    data: str
    form: Literal["pdf", "png", "svg"]
    made_at: datetime.datetime
    standards: Standards = ()
    ppi: float | None = None


class NotSet(Exception):
    """The typesetter refused; what it says may quote the document."""


def set_document(wanted: Wanted) -> Pages:
    """Set a document; return a PDF as one piece, pictures page by page.

    One at a time: the typesetter keeps fonts and parsed templates between documents. Raises
    NotSet when it refuses.
    """
    import typst  # noqa: PLC0415 - not loaded where documents are set apart

    try:
        with _one_at_a_time:
            made = _typesetter(wanted.template).compile(
                format=wanted.form,
                ppi=wanted.ppi,
                sys_inputs={"data": wanted.data},
                pdf_standards=list(wanted.standards),
                timestamp=wanted.made_at,
                pdf_tags=bool(wanted.standards),
            )
    except typst.TypstError as error:
        raise NotSet(str(error)) from error
    return tuple(made) if isinstance(made, list) else (made,) if made else ()


def get_ready(template: str) -> None:
    """Load the typesetter and the fonts in this process."""
    with _one_at_a_time:
        _typesetter(template)


@cache
def _typesetter(template: str) -> "typst.Compiler":
    import typst  # noqa: PLC0415 - as above

    folder = locations.resources_folder() / "templates"
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[locations.fonts_folder()],
    )
    return typst.Compiler(folder / template, root=folder, font_paths=fonts)
