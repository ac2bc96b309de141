"""What the program was given to open: an inspection, or what came from a colleague and was double-clicked."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inspector_app.core.domain import endings
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.ui import opening
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs

_A_CARD = (
    "{where} is an identity card. Open the inspection whose team it is for, and add it there on the page Hand-off."
)


class Given(QObject):
    """Signals what is to be done with a file: nothing in it is taken before a person says yes."""

    open_wanted = Signal(object)  # path of an inspection
    package_wanted = Signal(object, object)  # path of the inspection that a package belongs to, and the package
    join_wanted = Signal(object)  # a package of an inspection that is not here
    refused = Signal(str)

    def __init__(self, laptop: Laptop, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._laptop, self._jobs = laptop, jobs

    def take(self, path: Path) -> None:
        """See what it is."""
        ending = path.suffix.lower()
        if ending == endings.PACKAGE:
            self._take_package(path)
        elif ending == endings.CARD:
            self.refused.emit(_A_CARD.format(where=path))
        else:
            self.open_wanted.emit(path)

    def _take_package(self, package: Path) -> None:
        def found(home: Path | None) -> None:
            if home:
                self.package_wanted.emit(home, package)
            else:
                self.join_wanted.emit(package)

        self._jobs.run(
            self,
            lambda _: opening.home_of(self._laptop, package),
            done=found,
            failed=lambda error: self.refused.emit(sentence(error)),
        )
