"""Who comes in: the first start, unlocking, and the ways back when passphrase or keyring are lost."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.ui.errors import at_the_door
from inspector_app.ui.jobs import Jobs

if TYPE_CHECKING:  # these come after the first painting
    from inspector_app.ui.places.start.first_start import FirstStart
    from inspector_app.ui.places.start.new_code import NewCode
    from inspector_app.ui.places.start.person import PersonPage
    from inspector_app.ui.places.start.recover import Recover
    from inspector_app.ui.places.start.unlock import Unlock
    from inspector_app.ui.window.person_acts import PersonActs

_LOST = (Code.KEYRING_MISSING, Code.KEYRING_DAMAGED, Code.KEYRING_OLDER)

_NEW_REFUSED = (Code.WEAK_PASSPHRASE, Code.UNTYPABLE_PASSPHRASE)


class Entering(QObject):
    """Shows one page after another by `show` (the page, and what stays covered by it); signals `entered` at the end."""

    entered = Signal()
    tried = Signal()  # a passphrase was given, and it takes a moment to know whether it is right
    left = Signal()  # a page about the person that was opened from the list of inspections

    def __init__(self, laptop: Laptop, jobs: Jobs, show: Callable[[QWidget, QWidget | None], None]) -> None:
        super().__init__()
        self._laptop, self._jobs, self._show = laptop, jobs, show
        self._covered: QWidget | None = None

    @property
    def _acts(self) -> "PersonActs":
        from inspector_app.ui.window.person_acts import PersonActs  # cryptography: 38 ms

        return PersonActs(self._laptop)

    def begin(self) -> None:
        """Ask who it is: somebody new, or the person of this laptop."""
        if self._laptop.is_new():
            self._first_start()
        else:
            self.unlock()

    def unlock(self, covered: QWidget | None = None) -> None:
        """Ask for the passphrase; `covered` keeps what no disk took."""
        from inspector_app.ui.places.start.unlock import (
            Unlock,
        )  # with it Qt's large namespaces, which no first start needs

        self._covered = covered
        page = Unlock(saved=covered is None)
        page.passphrase_given.connect(lambda secret: self._try(page, lambda: self._laptop.unlock(secret)))
        page.recover_wanted.connect(self._recover)
        page.keyring_wanted.connect(lambda kind, secret: self._try(page, lambda: self._acts.bring_back(kind, secret)))
        page.ways_wanted.connect(lambda: self._show_ways(page))
        page.anew_wanted.connect(lambda: self._first_start(beside=True))
        self._show(page, covered)
        if not self._laptop.keyring_path.exists():
            self._say_lost(page, Expected(Code.KEYRING_MISSING, where=self._laptop.keyring_path))

    def change(self) -> None:
        """Show the page on which the person changes name, passphrase or recovery code."""
        from inspector_app.ui.places.start.person import PersonPage  # 14 ms, and long after the first screen

        laptop, acts = self._laptop, self._acts
        page = PersonPage(laptop.person, self._jobs, has_code=laptop.keyring_file.has_code)

        def do(act: Callable[[], object]) -> None:
            self._run(page, act, lambda: page.set_done(laptop.person))

        page.name_given.connect(lambda name, role: do(lambda: acts.rename(name, role)))
        page.passphrase_given.connect(lambda old, new: do(lambda: acts.change_passphrase(old, new)))
        page.code_wanted.connect(
            lambda secret: self._run(page, lambda: acts.check(secret), lambda: self._new_code(page, self.left, secret))
        )
        page.left.connect(self.left)
        self._show(page, None)

    def _first_start(self, *, beside: bool = False) -> None:
        from inspector_app.ui.places.start.first_start import FirstStart  # 4 ms, which nobody waits for who unlocks

        page = FirstStart(self._jobs)
        make = (lambda *given: self._acts.start_anew(*given)) if beside else self._laptop.create_identity
        page.person_given.connect(
            lambda *given: self._run(
                page, lambda: make(*given), lambda: self._new_code(page, self.entered, given[-1], step=True)
            )
        )
        self._show(page, None)

    def _new_code(
        self, before: "FirstStart | PersonPage", then: SignalInstance, passphrase: str, *, step: bool = False
    ) -> None:
        """Show a code once it is made; the page `before` it stays busy till then, or its boxes would stand empty."""
        from inspector_app.ui.places.start.new_code import NewCode  # Qt's large namespaces again

        page = NewCode(step=step)
        page.begun.connect(then)
        page.another_wanted.connect(lambda: self._make_code(page, passphrase))
        before.set_busy(True)
        self._make_code(page, passphrase, lambda: self._show(page, None))

    def _make_code(self, page: "NewCode", passphrase: str, ended: Callable[[], None] | None = None) -> None:
        self._jobs.run(
            page,
            lambda _: self._acts.new_code(passphrase),
            done=page.set_code,
            failed=lambda error: page.set_wrong(at_the_door(error)),
            ended=ended,
        )

    def _recover(self) -> None:
        from inspector_app.ui.places.start.recover import Recover  # no first screen is this one

        page = Recover(self._jobs)

        def failed(error: Expected) -> None:
            (page.set_weak if error.code in _NEW_REFUSED else page.set_wrong)(at_the_door(error))

        page.code_given.connect(
            lambda code, new: self._run(page, lambda: self._acts.recover(code, new), self.entered.emit, failed)
        )
        page.left.connect(lambda: self.unlock(self._covered))
        self._show(page, self._covered)

    def _try(self, page: "Unlock", attempt: Callable[[], object]) -> None:
        self._run(page, attempt, self.entered.emit, lambda error: self._say_lost(page, error))
        self.tried.emit()

    def _say_lost(self, page: "Unlock", error: Expected) -> None:
        """Say why it stays locked; where the keyring is to blame, with the keyrings that there are."""
        page.set_wrong(at_the_door(error))
        page.set_wait(self._laptop.wait())
        if error.code in _LOST:
            self._show_ways(page)

    def _show_ways(self, page: "Unlock") -> None:
        """Which keyrings lie here."""
        self._jobs.run(page, lambda _: self._acts.ways(), done=page.set_ways, failed=lambda _error: None)

    def _run(
        self,
        page: "FirstStart | PersonPage | Recover | Unlock",
        act: Callable[[], object],
        then: Callable[[], None],
        failed: Callable[[Expected], None] | None = None,
    ) -> None:
        """Do something that takes a moment, the page busy meanwhile; without `failed`, the page says what is wrong."""
        say = failed or (lambda error: page.set_wrong(at_the_door(error)))
        page.set_busy(True)
        self._jobs.run(page, lambda _: act(), ended=lambda: page.set_busy(False), done=lambda _: then(), failed=say)
