"""Writes the guide as an accessible PDF: python packaging/guide.py FILE     (SOURCE_DATE_EPOCH: the moment it says)"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from inspector_app.core.services.help import guide_pdf

if __name__ == "__main__":
    at = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    Path(sys.argv[1]).write_bytes(guide_pdf.made(at))
