"""Everything that is not the window: no Qt, no sentences for the screen."""

import os

# openpyxl would read and write by lxml, which python-docx and odfdo bring: its bounds on what a file may hold are others
# than those that our reading was tried with (docs/reading.md).
os.environ.setdefault("OPENPYXL_LXML", "False")
