"""Every page of the sample inspection in every theme at 100% and 200%, to be looked at: `python docs/pictures/every.py DIR`.

Nothing of it is kept in the project. No display is needed.
"""

import sys
from pathlib import Path

from make import look, on_a_laptop, open_sample, picture
from PySide6.QtTest import QTest

from inspector_app.app import Program
from inspector_app.core.services.laptop import Laptop
from inspector_app.ui.look.colours import THEMES
from inspector_app.ui.pages import CODES

SIZE = (1366, 768)  # a 13-inch laptop; at 200% it shows what half of it would


def main(folder: Path) -> None:
    """Take the pictures: DIR/PAGE-THEME-ZOOM.png."""
    folder.mkdir(parents=True, exist_ok=True)

    def walk(program: Program, laptop: Laptop) -> None:
        desk = open_sample(program, laptop)
        desk.open_case(desk.workspace.case_rows()[0].id)
        for theme in THEMES:
            for zoom in (100, 200):
                look(program, theme, zoom)
                for code in CODES:
                    desk.show_page(code)
                    QTest.qWait(600)
                    picture(program).save(str(folder / f"{code}-{theme}-{zoom}.png"))

    on_a_laptop(walk, SIZE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
