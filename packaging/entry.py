"""What PyInstaller starts from: the door of the program."""

import sys

from inspector_app.__main__ import main

sys.exit(main())
