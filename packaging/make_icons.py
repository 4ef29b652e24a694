"""Draw the icons of all systems from resources/icons/annotator.svg: PNG (Linux), ICO (Windows), ICNS (macOS).

`python packaging/make_icons.py OUT` writes OUT/annotator.ico, OUT/annotator.icns and OUT/hicolor/SIZExSIZE/apps/annotator.png.
ICO and ICNS are written here because both are only tables in front of PNG files, and Qt's own writers hold one size or are missing.
"""

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Apple Icon Image format: which four letters stand for which number of pixels.
ICNS_TYPES = (("icp4", 16), ("icp5", 32), ("ic07", 128), ("ic08", 256), ("ic09", 512), ("ic10", 1024))
_ICO_ENTRY = 16
_ICO_HEADER = 6


def png(drawing: QSvgRenderer, size: int) -> bytes:
    """Return the drawing as a PNG of `size` × `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon of PNG files by size; 256 pixels are written as 0."""
    at = _ICO_HEADER + _ICO_ENTRY * len(pictures)
    table = struct.pack("<HHH", 0, 1, len(pictures))
    for size, data in pictures.items():
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return table + b"".join(pictures.values())


def icns(pictures: dict[str, bytes]) -> bytes:
    """Return a macOS icon of PNG files by their four letters."""
    body = b"".join(name.encode() + struct.pack(">I", len(data) + 8) + data for name, data in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    """Write all icons into the folder that the command line names."""
    application = QGuiApplication([])
    out = Path(sys.argv[1])
    drawing = QSvgRenderer(str(Path(__file__).resolve().parent.parent / "resources" / "icons" / "annotator.svg"))
    for size in PNG_SIZES:
        folder = out / "hicolor" / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "annotator.png").write_bytes(png(drawing, size))
    (out / "annotator.ico").write_bytes(ico({size: png(drawing, size) for size in ICO_SIZES}))
    (out / "annotator.icns").write_bytes(icns({name: png(drawing, size) for name, size in ICNS_TYPES}))
    del application


if __name__ == "__main__":
    main()
