"""Attributes that are worked out when they are first asked for.

Belongs here: the descriptor. Does not: anything that is worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801 - used like functools.cached_property
    """`functools.cached_property` without the lock that it takes before Python 3.12: a sentence has ten such attributes."""

    def __init__(self, read: Callable[[Any], Value]) -> None:
        self._read = read
        self.__doc__ = read.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, owner: None, kind: type) -> lazy[Value]: ...
    @overload
    def __get__(self, owner: object, kind: type) -> Value: ...
    def __get__(self, owner: object | None, kind: type) -> Value | lazy[Value]:
        """The value, which from then on is an ordinary attribute of its owner."""
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._read(owner)
        return value
