"""asyncio loads when something asks for it.

SQLAlchemy imports it for databases that answer while others go on, which no part of this program
has. With what comes with it (ssl, sockets) it takes 3 MB and a part of every start.
"""

import sys
from importlib import import_module
from types import ModuleType

_NAME = "asyncio"
_AS_IT_LOADS = "iscoroutine"
"""All that SQLAlchemy takes out of it at once, to use it another time."""


class _Later(ModuleType):
    """Stands for a module until something is wanted of it."""

    def __getattr__(self, name: str) -> object:
        if name == _AS_IT_LOADS:
            return _is_coroutine
        if name.startswith("__") and name != "__path__":
            # Whoever looks through all modules asks for these.
            raise AttributeError(name)
        return getattr(_loaded(), name)


def put_off() -> None:
    """Let asyncio load when it is used, if it is not there yet."""
    sys.modules.setdefault(_NAME, _Later(_NAME))


def _loaded() -> ModuleType:
    if isinstance(sys.modules.get(_NAME), _Later):
        del sys.modules[_NAME]
    return import_module(_NAME)


def _is_coroutine(value: object) -> bool:
    return bool(_loaded().iscoroutine(value))
