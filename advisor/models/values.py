"""Values for what the window needs before its first picture.

A frozen dataclass has half a dozen functions written and compiled when its module loads, which
takes half a millisecond for each class. Here they are written once, for all.
"""

from inspect import get_annotations
from typing import ClassVar, NoReturn, dataclass_transform, get_origin


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Value:
    """Is to its subclasses what a frozen dataclass is: fields by name, compared and never changed.

    ::

        class Place(Value):
            page: str
            at: str = ""
    """

    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        kinds: dict[str, object] = get_annotations(cls)
        own = (name for name, kind in kinds.items() if not _is_of_the_class(kind))
        cls._fields = (*cls._fields, *own)

    def __init__(self, **given: object) -> None:
        missing = [
            name for name in self._fields if name not in given and not hasattr(type(self), name)
        ]
        unknown = [name for name in given if name not in self._fields]
        if missing or unknown:
            msg = f"{type(self).__qualname__}: missing {missing}, unknown {unknown}"
            raise TypeError(msg)
        self.__dict__.update(given)

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        msg = f"{type(self).__qualname__}.{name} never changes"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        told = (f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{type(self).__qualname__}({', '.join(told)})"

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self._fields)


def _is_of_the_class(kind: object) -> bool:
    origin: object = get_origin(kind)
    return origin is ClassVar
