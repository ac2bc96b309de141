"""Every page in every state with content, in every theme and size, to be looked at: `python every.py DIR [LOOK]`.

LOOK narrows it to one size and zoom, such as 1366x768-100, or to one theme as well, 1366x768-100-dark; a look takes about
half a minute of a processor, and all 45 about twenty-five. Nothing of it is kept in the project, and no display is needed.
What is walked, and how each state is come to, is tests/ui/test_look.py, which fails on whatever is cut or covered. What
lies beside the pictures of the design is taken by as_drawn.py.
"""

import argparse
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HERE))  # this checkout, whichever is installed


def main(folder: Path, look: str = "") -> int:
    """Take the pictures: DIR/STATE-SIZE-ZOOM-THEME.png. Gives pytest's exit code."""
    wanted = " and ".join(filter(None, ("no_text_is_cut", look)))
    options = ["--every-look", "--pictures", str(folder.absolute()), "-k", wanted, "-n", "auto"]
    return int(pytest.main(["--rootdir", str(HERE), str(HERE / "tests/ui/test_look.py"), *options]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("look", metavar="LOOK", nargs="?", default="")
    asked = parser.parse_args()
    sys.exit(main(asked.folder, asked.look))
