"""PySide is imported without what no window waits for: a fifth of what it takes.

It compiles its own modules anew at each start. Those that write stub files, read the signatures of calls and say what was
wrong with one are compiled when something is asked of them, which is never or at an error: 21 ms. And it reads the source
of each module that is imported after it, for whether it may have switched on snake_case names, and keeps the text: 8 ms,
and 2 MB before the first page.
No module here switches anything.

A PySide that is made in another way is left as it is: all of this is for time alone.
"""

import sys
from collections.abc import Sequence
from functools import partial
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Any, SupportsIndex

if TYPE_CHECKING:  # what the import system asks for is a matter of names, and its classes would take 0.6 ms
    from importlib.abc import Loader
else:
    Loader = object

_PART = "shibokensupport.signature."
LATER = tuple(
    f"{_PART}{name}" for name in ("lib.pyi_generator", "lib.enum_sig", "errorhandler", "layout", "parser", "mapping")
)
_LOOKED_INTO = (
    f"{_PART}mapping",
    "update_mapping",
)  # a function that PySide takes out of the module without asking for it
_LOOKING = "shibokensupport.feature", "_mod_uses_pyside"
_one_at_a_time = RLock()


def pyside() -> None:
    """Import PySide so. Where it is imported already, that is as it was; later modules' sources are left unread."""
    finders = sys.meta_path
    sys.meta_path = _Behind([_Finder(), *finders])
    try:
        import PySide6.QtCore  # noqa: F401  in the way that this function makes
    finally:
        finders[:] = sys.meta_path[1:]
        sys.meta_path = finders
    module, look = sys.modules.get(_LOOKING[0]), _LOOKING[1]
    if hasattr(module, look):
        setattr(module, look, _never)


def _never(_module: ModuleType) -> bool:
    return False


class _Behind(list[Any]):
    """Finders, the first of which stays it: PySide puts one of its own before all others."""

    def insert(self, index: SupportsIndex, finder: Any) -> None:
        """Behind the first, at the earliest."""
        super().insert(max(1, index.__index__()), finder)


class _Finder:
    """Finds the modules of LATER where they are, to be loaded when something is asked of them."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """None for any other module."""
        if fullname not in LATER:
            return None
        specs = (finder.find_spec(fullname, path, target) for finder in sys.meta_path[1:])
        spec = next((found for found in specs if found is not None), None)
        if spec is not None and spec.loader is not None:
            spec.loader = _Waiting(spec, spec.loader)
        return spec


class _Waiting(Loader):
    """Loads nothing yet."""

    def __init__(self, spec: ModuleSpec, loader: Loader) -> None:
        self.spec, self.loader, self.name = spec, loader, spec.name

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """A module that is empty until something is asked of it."""
        return _Later(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """When something is asked of it."""
        module.__dict__["_waiting"] = self
        if self.name == _LOOKED_INTO[0]:
            module.__dict__[_LOOKED_INTO[1]] = partial(_as_it_will_be, module, _LOOKED_INTO[1])


class _Later(ModuleType):
    """What the import system asks (`__path__`, `__file__`) loads it not."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        with _one_at_a_time:
            waiting = self.__dict__.pop("_waiting", None)
            if waiting is not None:
                _load(self, waiting)
        try:
            return self.__dict__[name]
        except KeyError:
            raise AttributeError(name) from None


def _as_it_will_be(module: ModuleType, name: str) -> object:
    """Load it, and call the function of that name in it, which then stands in this one's place."""
    module.__getattr__(name)
    return module.__dict__[name]()


def _load(module: ModuleType, waiting: _Waiting) -> None:
    """Under the name that its loader knows it by, as PySide gives it another one afterwards."""
    spec = waiting.spec
    called, spec.name = spec.name, waiting.name
    try:
        waiting.loader.exec_module(module)
    finally:
        spec.name = called
