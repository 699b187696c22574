"""Parts of Python that load when something asks for them.

SQLAlchemy imports them as it loads: asyncio for databases that answer while others go on, and what
tells about packages for parts of it that others write. No part of this program needs either. With
what comes with them (ssl, sockets, mail) they take 4 MB and a part of every start. And hashlib
loads OpenSSL where it is, 3 MB, although Python can do by itself all that is wanted of it here.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import cast

_NAMES = ("asyncio", "importlib.metadata")
_OF_OPENSSL = "_hashlib"
_AS_IT_LOADS = "iscoroutine"
"""All that SQLAlchemy takes out of them at once, to use it another time."""


class _Later(ModuleType):
    """Stands for a module until something is wanted of it."""

    def __getattr__(self, name: str) -> object:
        if name == _AS_IT_LOADS:
            return _is_coroutine
        if name.startswith("__") and name != "__path__":
            # Whoever looks through all modules asks for these.
            raise AttributeError(name)
        return getattr(_loaded(self.__name__), name)


def put_off() -> None:
    """Let these modules load when they are used, where they are not there yet."""
    for name in _NAMES:
        if name not in sys.modules:
            sys.modules[name] = later = _Later(name)
            package, _dot, part = name.rpartition(".")
            if package:
                setattr(import_module(package), part, later)
    if "hashlib" not in sys.modules and _OF_OPENSSL not in sys.modules:
        _load_without(_OF_OPENSSL, "hashlib")


def _load_without(part: str, name: str) -> None:
    """Load a module that does without one of its parts; whoever asks for that part has it."""
    kept = cast("dict[str, ModuleType | None]", sys.modules)
    # Python takes this for a module that is not there.
    kept[part] = None
    try:
        import_module(name)
    finally:
        del kept[part]


def _loaded(name: str) -> ModuleType:
    if isinstance(sys.modules.get(name), _Later):
        del sys.modules[name]
    return import_module(name)


def _is_coroutine(value: object) -> bool:
    return bool(_loaded("asyncio").iscoroutine(value))
