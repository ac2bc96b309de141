"""A fault in what Qt calls of ours (`paintEvent`, `eventFilter`, `data`) is told, and does not end the process.

Below Python 3.12 an error that is raised in C (a widget already deleted, an index out of range, a division by zero) and that
no `try` of Python's sees is handed on with its words in the place of the exception. Shiboken takes the words for one and
reads what is not there, where Qt was called by us: a dialog that closes, a focus that is set. So each of these methods
is called through a `try`. The builds have the Python of Debian 12, which is 3.11.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

Method = Callable[..., object]
_HOOK = "__init_subclass__"  # of all that Shiboken makes a class of


def guard() -> None:
    """Let every class of Qt's that is written from now on be called so."""
    if sys.version_info < (3, 12):
        setattr(Shiboken.Object, _HOOK, classmethod(_take))


def _take(cls: type[Shiboken.Object], /, **given: object) -> None:
    super(Shiboken.Object, cls).__init_subclass__(**given)
    theirs = [vars(base) for base in cls.__mro__ if base.__module__.startswith("PySide6.")]
    for name, held in _written(cls):
        if isinstance(held, FunctionType) and name[:2] != "__" and any(name in names for names in theirs):
            setattr(cls, name, wraps(held)(_called(held)))


def _written(cls: type[Shiboken.Object]) -> list[tuple[str, object]]:
    """What the class says itself, and has from classes that are none of Qt's and so were never looked at.

    Asked of each class itself: to ask Qt's for what it may not have brings in what PySide says errors with.
    """
    mro, found = cls.__mro__, list[tuple[str, object]]()
    for place, base in enumerate(mro):
        if base is cls or not issubclass(base, Shiboken.Object):
            found += [
                (name, held) for name, held in vars(base).items() if not any(name in vars(b) for b in mro[:place])
            ]
    return found


def _called(method: FunctionType) -> Method:
    """With as many arguments as it takes: Qt gives a signal's to what is connected as far as it takes them."""
    code = method.__code__
    plain = not (method.__defaults__ or code.co_kwonlyargcount or code.co_flags & _VARIED)
    if not plain or code.co_argcount not in _OF:
        return _of_any(method, None if code.co_flags & _ANY_MORE else code.co_argcount)
    call = _OF[code.co_argcount](method)
    named: Any = call
    named.__code__ = named.__code__.replace(
        co_varnames=code.co_varnames[: code.co_argcount]
    )  # they can be given by name
    return call


def _of_one(method: Method) -> Method:
    def call(me: object) -> object:
        try:
            return method(me)
        finally:  # what looks at the error makes an exception of it
            pass

    return call


def _of_two(method: Method) -> Method:
    def call(me: object, one: object) -> object:
        try:
            return method(me, one)
        finally:  # as above
            pass

    return call


def _of_any(method: Method, most: int | None) -> Method:
    def call(*given: object, **named: object) -> object:
        try:
            return method(*given[:most], **named)
        finally:  # as above
            pass

    return call


_ANY_MORE = 0x04  # inspect.CO_VARARGS
_VARIED = _ANY_MORE | 0x08  # inspect.CO_VARKEYWORDS
_OF = {1: _of_one, 2: _of_two}
