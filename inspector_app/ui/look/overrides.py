"""A fault in what Qt calls of ours (`paintEvent`, `eventFilter`, `data`) is told, and does not end the process.

Below Python 3.12 an error that is raised in C (a widget already deleted, an index out of range, a division by zero) and that
no `try` of Python's sees is handed on with its words in the place of the exception. Shiboken takes the words for one and
reads what is not there, where Qt was called by us: a dialog that closes, a focus that is set. So each of these methods
is called through a `try`. The builds have the Python of Debian 12, which is 3.11.
"""

import sys
from collections.abc import Callable
from functools import wraps
from itertools import takewhile
from types import FunctionType
from typing import Any

Method = Callable[..., object]
_HOOK = "__init_subclass__"  # of all that Shiboken makes a class of


def guard() -> None:
    """Let every class of Qt's that is written from now on be called so. PySide is imported before, in whichever way."""
    if sys.version_info < (3, 12):
        setattr(_root(), _HOOK, classmethod(_take))


def _root() -> Any:
    """What every class of Qt's comes from. To import it here would bring PySide in in its own way (`imports`)."""
    return sys.modules["shiboken6"].Object


def _take(cls: type, /, **given: object) -> None:
    super(_root(), cls).__init_subclass__(**given)
    theirs = [vars(base) for base in cls.__mro__ if base.__module__.startswith("PySide6.")]
    for name, held in _written(cls):
        if name[:2] != "__" and any(name in names for names in theirs):
            setattr(cls, name, wraps(held)(_called(held)))


def _written(cls: type) -> list[tuple[str, FunctionType]]:
    """The methods that the class has itself, or from classes before Qt's that are none of Qt's and were never looked at.

    Looked up in each by itself: to ask for what a class of Qt's has not brings in what PySide says errors with.
    """
    root = _root()
    before = takewhile(lambda base: base is cls or not issubclass(base, root), cls.__mro__)
    found: dict[str, object] = {}
    for base in reversed([*before]):
        found |= vars(base)
    return [(name, held) for name, held in found.items() if isinstance(held, FunctionType)]


def _called(method: FunctionType) -> Method:
    """With as many arguments as it takes: of a signal's, Qt gives all to what takes any number."""
    code = method.__code__
    more = code.co_kwonlyargcount or code.co_flags & (_ANY_MORE | _ANY_NAMED) or method.__defaults__
    return _with_any(method) if more or code.co_argcount not in _EXACT else _with_its_own(method)


def _with_its_own(method: FunctionType) -> Method:
    """By the names that it has, in a third of the time that any number takes: a page that comes calls some thousands."""
    call: FunctionType = _EXACT[method.__code__.co_argcount](method)
    names = method.__code__.co_varnames[: method.__code__.co_argcount]
    call.__code__ = call.__code__.replace(co_varnames=names)
    return call


def _with_one(method: Method) -> Any:
    def call(self: object) -> object:
        try:
            return method(self)
        finally:  # what looks at the error makes an exception of it
            pass

    return call


def _with_two(method: Method) -> Any:
    def call(self: object, one: object) -> object:
        try:
            return method(self, one)
        finally:
            pass

    return call


def _with_three(method: Method) -> Any:
    def call(self: object, one: object, two: object) -> object:
        try:
            return method(self, one, two)
        finally:
            pass

    return call


def _with_any(method: FunctionType) -> Method:
    code = method.__code__
    most = None if code.co_flags & _ANY_MORE else code.co_argcount

    def call(*given: object, **named: object) -> object:
        try:
            return method(*given[:most], **named)
        finally:
            pass

    return call


_EXACT = {1: _with_one, 2: _with_two, 3: _with_three}
_ANY_MORE, _ANY_NAMED = 0x04, 0x08  # inspect.CO_VARARGS, inspect.CO_VARKEYWORDS
