"""What PyInstaller starts from: the door of the program."""

import os
import sys

from inspector_app.__main__ import main

_QT = ("PySide6", "plugins") if sys.platform == "win32" else ("PySide6", "Qt", "plugins")

os.environ["QT_PLUGIN_PATH"] = "/".join((sys._MEIPASS, *_QT))  # as a hook does that inspector-app.spec leaves out
sys.exit(main())
