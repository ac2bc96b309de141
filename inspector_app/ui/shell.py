"""What follows what in the window: who are you, unlock, which inspection, the inspection, lock.

Lock and close save first and never ask. Whatever takes time runs as a job.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from inspector_app.core import paths
from inspector_app.core.domain.inspection import Person
from inspector_app.core.errors import Expected
from inspector_app.core.services.laptop import Laptop
from inspector_app.ui import actions, ask, theme
from inspector_app.ui.errors import sentence
from inspector_app.ui.idle import Idle
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.main_window import TITLE, MainWindow

if TYPE_CHECKING:  # all of these come after the first painting
    from inspector_app.core.services.workspace import Workspace
    from inspector_app.ui.desk import Desk, Places
    from inspector_app.ui.pages.first_start import FirstStart
    from inspector_app.ui.pages.new_inspection import NewInspection
    from inspector_app.ui.pages.start import Start
    from inspector_app.ui.pages.unlock import Unlock
    from inspector_app.ui.widgets.key_sheet import KeySheet
    from inspector_app.ui.widgets.palette import Palette

SAMPLE = "trafford-2025.json"
UNSAVED = (
    "Some of what you typed could not be saved and is still in its box. Free some disk space and it will be saved. "
    "Closing again closes the program without it."
)
KINDS = "Inspections (*.inspection *.json)"

PageKinds = Mapping[str, Callable[["Desk"], QWidget]]
"""Parts follow in shell_*.py"""
