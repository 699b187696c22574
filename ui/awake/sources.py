"""Modules load without PySide reading through their source.

PySide looks for its own name in the source of every module that is imported after it, to know
where its switches for other spellings of Qt's names (``from __feature__ import snake_case``) may
stand. This program uses none. The search, all of SQLAlchemy's source among it, took a tenth of
the start and kept 25 MB for good in Python's ``linecache``.
"""

import importlib
import linecache

import PySide6.QtCore  # noqa: F401 - brings the module that is looked for below

_LOOKS = "_mod_uses_pyside"
"""PySide's own name for what looks; it has no public way to be told."""


def leave_unread() -> None:
    """Have no source read from now on, and keep none that was read.

    Without effect on what is read by a PySide that does it in another way.
    """
    linecache.clearcache()
    try:
        feature = importlib.import_module("shibokensupport.feature")
    except ImportError:
        return
    if hasattr(feature, _LOOKS):
        setattr(feature, _LOOKS, _uses_no_switch)


def _uses_no_switch(_module: object) -> bool:
    return False
