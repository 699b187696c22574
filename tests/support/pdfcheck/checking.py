"""The check as a whole."""

import io

import pikepdf

from tests.support.pdfcheck.catalog import (
    check_archive,
    check_catalog,
    check_metadata,
    check_role_map,
    check_the_rest,
)
from tests.support.pdfcheck.content import check_fonts, check_forms, check_pages
from tests.support.pdfcheck.structure import check_structure
from tests.support.pdfcheck.subject import Subject


def problems_in(content: bytes, *, archive: bool = False) -> dict[str, list[str]]:
    """Return what is wrong with a PDF, by code; nothing when it is clean.

    ``archive``: also what PDF/A-2a asks for.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        subject = Subject(pdf)
        for check in (
            check_catalog,
            check_metadata,
            check_role_map,
            check_structure,
            check_pages,
            check_fonts,
            check_forms,
            check_the_rest,
        ):
            check(subject)
        if archive:
            check_archive(subject)
        return subject.problems
