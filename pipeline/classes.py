"""Dataclasses whose methods are made when they are first needed.

The standard library writes and compiles five methods of each dataclass when its module is imported. With some five
hundred classes that was a tenth of a whole build, most of it for classes that the run makes nothing of. Here
``__init__`` is compiled by the first instance, and the other methods are closures that need no compiling. ``field``,
``fields`` and ``replace`` are those of the standard library, and a type checker sees its ``dataclass``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass

    __all__ = ["dataclass"]
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, eq=True, order=False):
        """Return a class as a dataclass, as ``dataclasses.dataclass`` does; fields of ``InitVar`` are not known here.

        One that has an order is left to the standard library.
        """
        if cls is None:
            return lambda decorated: dataclass(decorated, frozen=frozen, slots=slots, eq=eq, order=order)
        if order:
            return dataclasses.dataclass(cls, frozen=frozen, slots=slots, eq=eq, order=order)
        cls.__doc__ = cls.__doc__ or cls.__name__  # where there is none, the library would write one of the signature
        made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots)
        for name, method in _methods(made, frozen=frozen, slots=slots, eq=eq).items():
            if name not in cls.__dict__:
                setattr(made, name, method)
        return made


def _methods(cls: type, *, frozen: bool, slots: bool, eq: bool) -> dict[str, Any]:
    """Return the methods by name that a dataclass gets where it has none of its own."""
    own = fields(cls)
    methods: dict[str, Any] = {"__init__": _initialised_later(cls, frozen=frozen, slots=slots), "__repr__": _shown}
    if eq:
        values = _values([each.name for each in own if each.compare])
        methods["__eq__"] = _equal(values)
        methods["__hash__"] = _hashed(values) if frozen else None
    if frozen:
        methods["__setattr__"], methods["__delattr__"] = _refusals(cls, frozenset(each.name for each in own))
    return methods


def _values(names: Sequence[str]) -> Callable[[object], tuple[object, ...]]:
    """Return what gives an object's values as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _equal(values: Callable[[object], tuple[object, ...]]) -> Callable[[object, object], bool]:
    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hashed(values: Callable[[object], tuple[object, ...]]) -> Callable[[object], int]:
    return lambda self: hash(values(self))


def _shown(self: Any) -> str:
    values = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({values})"


def _refusals(cls: Any, names: frozenset[str]) -> tuple[Callable[..., None], Callable[..., None]]:
    """Return what refuses to set and to delete the fields of a frozen class, and anything of its own instances."""

    def set_attribute(self: object, name: str, value: object) -> None:
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def delete_attribute(self: object, name: str) -> None:
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return set_attribute, delete_attribute


def _initialised_later(cls: type, *, frozen: bool, slots: bool) -> Callable[..., None]:
    """Return an ``__init__`` that puts the compiled one in its place when it is first called."""

    def initialise(self: object, *values: object, **named: object) -> None:
        compiled = _compiled(cls, frozen=frozen, slots=slots)
        cls.__init__ = compiled  # type: ignore[misc]
        compiled(self, *values, **named)

    return initialise


def _compiled(cls: type, *, frozen: bool, slots: bool) -> Callable[..., None]:
    """Return the ``__init__`` of a dataclass: its fields in their order, those by keyword only last."""
    every = fields(cls)
    scope: dict[str, Any] = {"_set": object.__setattr__, "_absent": MISSING}
    lines = []
    for each in every:
        default = each.default if each.default_factory is MISSING else each.default_factory
        scope[f"_default_{each.name}"] = default
        scope[f"_set_{each.name}"] = getattr(cls, each.name).__set__ if frozen and slots else None
        if each.init or default is not MISSING:
            lines.append(_assignment(each, frozen=frozen, slots=slots))
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    plain = [_parameter(each) for each in every if each.init and not each.kw_only]
    keyed = [_parameter(each) for each in every if each.init and each.kw_only]
    parameters = ", ".join(["self", *plain, *(["*", *keyed] if keyed else [])])
    exec("\n ".join([f"def __init__({parameters}):", *lines, "return"]), scope)  # noqa: S102 - names of our fields
    compiled: Callable[..., None] = scope["__init__"]
    return compiled


def _parameter(field: Field[Any]) -> str:
    if field.default_factory is not MISSING:
        return f"{field.name}=_absent"
    return field.name if field.default is MISSING else f"{field.name}=_default_{field.name}"


def _assignment(field: Field[Any], *, frozen: bool, slots: bool) -> str:
    value = field.name if field.init else f"_default_{field.name}"
    if field.default_factory is not MISSING:
        made = f"_default_{field.name}()"
        value = f"{made} if {field.name} is _absent else {field.name}" if field.init else made
    if not frozen:
        return f"self.{field.name} = {value}"
    return f"_set_{field.name}(self, {value})" if slots else f"_set(self, {field.name!r}, {value})"
