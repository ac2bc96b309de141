"""LibreOffice, which opens what we wrote and sets it on pages: to start it costs most of what it does to one file."""

import shutil
import subprocess
from pathlib import Path

import pytest

_PROGRAM = Path(shutil.which("soffice") or "soffice").resolve()
there = (_PROGRAM.parent / "libsclo.so").exists()  # with its part for workbooks, which is a package of its own
needed = pytest.mark.skipif(not there, reason="LibreOffice is not installed: nobody else reads it")


def pdfs(folder: Path, *files: Path, seconds: int) -> Path:
    """The folder, in `folder`, of a PDF for each file that it came to the end with; one start for all of them.

    files: named apart, whatever their endings. seconds: of the processor, that it may take for all.
    """
    home, out = f"-env:UserInstallation=file://{folder}/office", folder / "as pdf"
    command = ["prlimit", f"--cpu={seconds}", "soffice", home, "--headless", "--convert-to", "pdf", "--outdir", out]
    subprocess.run([*command, *files], check=False, capture_output=True, timeout=600)
    return out
