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
    for name, held in tuple(vars(cls).items()):
        if isinstance(held, FunctionType) and name[:2] != "__" and any(name in names for names in theirs):
            setattr(cls, name, wraps(held)(_called(held)))


def _called(method: FunctionType) -> Method:
    """With as many arguments as it takes: Qt gives a signal's to what is connected as far as it takes them."""
    code = method.__code__
    plain = not (method.__defaults__ or code.co_kwonlyargcount or code.co_flags & _VARIED)
    return _OF.get(code.co_argcount, _of_any)(method) if plain else _of_any(method)


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


def _of_any(method: Method) -> Method:
    def call(*given: object, **named: object) -> object:
        try:
            return method(*given, **named)
        finally:  # as above
            pass

    return call


_VARIED = 0x0C  # inspect.CO_VARARGS | inspect.CO_VARKEYWORDS
_OF = {1: _of_one, 2: _of_two}
