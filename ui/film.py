"""The map over time as a film: GIF through Pillow (which matplotlib brings), MP4 where the system has ffmpeg."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import QgsDateTimeRange, QgsMapRendererSequentialJob, QgsMapSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

from ..core.errors import Cancelled, InputError
from ..core.files.outputs import whole_file
from ..processing.translation import tr

WIDTH = 800
"""Pixels of a frame; its height follows from the map's."""
FRAMES_PER_SECOND = 4
_STRIP = 26  # pixels below the map, for the date


def can_write_mp4() -> bool:
    """Return whether the system has ffmpeg, which writes MP4."""
    from matplotlib.animation import writers

    return bool(writers.is_available("ffmpeg"))


def save_film(
    canvas: QgsMapCanvas,
    dates: Sequence[QgsDateTimeRange],
    path: Path,
    note: str = "",
    report: Callable[[float], bool] = lambda _: True,
) -> int:
    """Write the map at each of some times as a film, whole or not at all; return the number of frames.

    Parameters
    ----------
    canvas : QgsMapCanvas
        Whose layers, extent and projection are shown.
    dates : sequence of QgsDateTimeRange
        One frame each.
    path : Path
        Ends in ``.gif`` or ``.mp4``.
    note : str
        Written beside the date on every frame.
    report : callable
        Takes the part that is done, 0 to 1; False stops the work.

    Raises
    ------
    InputError
        Where the ending is another, nothing is to be shown, or the system cannot write MP4.
    OutputError
        Where the file cannot be written.
    Cancelled
        Where `report` said so.
    """
    kind = path.suffix.lower()
    if kind not in (".gif", ".mp4"):
        raise InputError(tr("{}: a film is a GIF or MP4; choose one of these endings.").format(path.name))
    if kind == ".mp4" and not can_write_mp4():
        raise InputError(tr("MP4 needs the program ffmpeg, which this system does not have: choose GIF."))
    if len(dates) < 2 or not canvas.layers():
        raise InputError(tr("The map shows no layer with dates: load a series, and switch its layer on."))
    settings = QgsMapSettings(canvas.mapSettings())
    height = max(2, round(WIDTH * settings.outputSize().height() / max(settings.outputSize().width(), 1) / 2) * 2)
    settings.setOutputSize(QSize(WIDTH, height))
    settings.setOutputDpi(96)
    frames = []
    for number, span in enumerate(dates):
        if not report(number / len(dates)):
            raise Cancelled
        frames.append(_frame(settings, span, note))
    with whole_file(path) as temporary:
        (_write_gif if kind == ".gif" else _write_mp4)(frames, temporary)
    return len(frames)


def _frame(settings: QgsMapSettings, span: QgsDateTimeRange, note: str) -> np.ndarray:
    """Return the map at a time as colours [row, column, red-green-blue]."""
    settings.setIsTemporal(True)
    settings.setTemporalRange(span)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    size = settings.outputSize()
    image = QImage(size.width(), size.height() + _STRIP, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.drawImage(0, 0, job.renderedImage())
    painter.setPen(QColor("#222222"))
    font = QFont("DejaVu Sans")
    font.setPixelSize(15)
    painter.setFont(font)
    strip = QRectF(8, size.height(), size.width() - 16, _STRIP)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(strip, middle | Qt.AlignmentFlag.AlignLeft, span.begin().toUTC().toString("yyyy-MM-dd"))
    painter.drawText(strip, middle | Qt.AlignmentFlag.AlignRight, note)
    painter.end()
    pointer = image.constBits()
    pointer.setsize(image.sizeInBytes())
    pixels = np.frombuffer(pointer, np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return pixels[:, : image.width(), 2::-1].copy()


def _write_gif(frames: list[np.ndarray], path: Path) -> None:
    from PIL import Image

    images = [Image.fromarray(frame).quantize(128) for frame in frames]
    first, *others = images
    first.save(
        path, "GIF", save_all=True, append_images=others, duration=1000 // FRAMES_PER_SECOND, loop=0, optimize=False
    )


def _write_mp4(frames: list[np.ndarray], path: Path) -> None:
    from matplotlib.animation import FFMpegWriter
    from matplotlib.figure import Figure

    rows, columns = frames[0].shape[:2]
    dpi = 100
    figure: Any = Figure(figsize=(columns / dpi, rows / dpi), dpi=dpi)
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    shown = ax.imshow(frames[0], aspect="auto")
    writer = FFMpegWriter(fps=FRAMES_PER_SECOND, extra_args=["-f", "mp4", "-pix_fmt", "yuv420p"])
    with writer.saving(figure, str(path), dpi):
        for frame in frames:
            shown.set_data(frame)
            writer.grab_frame()
