"""Renders the icon in the sizes that systems ask for: python packaging/icons.py OUT

OUT/inspector-app-SIZE.png, OUT/inspector-app.ico for Windows and OUT/inspector-app.icns for macOS.
"""

import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).with_name("inspector-app.svg")
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
OF_WINDOWS = (16, 24, 32, 48, 64, 128, 256)


def main(out: Path) -> None:
    """Write every size, and the files that hold several."""
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    drawing = QSvgRenderer(str(DRAWING))
    out.mkdir(parents=True, exist_ok=True)
    files = {size: out / f"inspector-app-{size}.png" for size in SIZES}
    for size, path in files.items():
        drawn(drawing, size).save(os.fspath(path))
    largest = Image.open(files[max(SIZES)])
    largest.save(
        out / "inspector-app.ico",
        sizes=[(n, n) for n in OF_WINDOWS],
        append_images=[Image.open(files[n]) for n in OF_WINDOWS],
    )
    largest.save(out / "inspector-app.icns")
    application.quit()


def drawn(drawing: QSvgRenderer, size: int) -> QImage:
    """The drawing as pixels."""
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return image


if __name__ == "__main__":
    main(Path(sys.argv[1]))
