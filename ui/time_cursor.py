"""A line in the chart at the date that the map shows; a click or drag in the chart moves the map there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timezone
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.dates import num2date
from qgis.core import QgsDateTimeRange, QgsTemporalNavigationObject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDateTime, QObject, Qt, pyqtSignal

from ..core.arrays import FloatArray
from ..core.charts.style import INK, date_numbers
from ..core.charts.theme import LINE_CONTRAST, readable
from .canvas import ChartCanvas
from .theme import colours_of

_EPOCH = QDateTime.fromString("2000-01-01T00:00:00Z", Qt.DateFormat.ISODate)
_MILLISECONDS = 86_400_000.0  # a day


def days_of(moment: QDateTime) -> float:
    """Return a moment in days since 2000-01-01."""
    return _EPOCH.msecsTo(moment) / _MILLISECONDS


def moment_of(day: float) -> QDateTime:
    """Return days since 2000-01-01 as a moment."""
    return _EPOCH.addMSecs(round(day * _MILLISECONDS))


class TimeCursor(QObject):
    """Links the time of the chart with the time of the map, both ways.

    Parameters
    ----------
    canvas : QgsMapCanvas
        The map.
    chart : ChartCanvas
        The chart, with time along its axes.
    """

    moved = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, chart: ChartCanvas) -> None:
        super().__init__(chart)
        self._canvas, self._chart = canvas, chart
        self._lines: list[Any] = []
        self._days: FloatArray = np.array([])
        self._clean: Any = None
        canvas.temporalRangeChanged.connect(self._map_moved)
        for event, slot in (
            ("draw_event", self._drawn),
            ("button_press_event", self._pressed),
            ("motion_notify_event", self._pressed),
        ):
            chart.mpl_connect(event, slot)

    def release(self) -> None:
        """Stop listening to the map."""
        self._canvas.temporalRangeChanged.disconnect(self._map_moved)

    @property
    def now(self) -> float | None:
        """The begin of the time that the map shows, in days since 2000-01-01; None where it shows all times."""
        settings = self._canvas.mapSettings()
        if not settings.isTemporal() or not settings.temporalRange().begin().isValid():
            return None
        return days_of(settings.temporalRange().begin())

    def stand_in(self, axes: Sequence[Axes], days: FloatArray) -> None:
        """Draw the line in these axes; `days` [time] are the dates that a click can choose. None: no line."""
        self._days, self._clean = np.asarray(days), None
        colour = readable(INK, colours_of(self._chart)[0], LINE_CONTRAST)
        inside = date_numbers(self._days[:1])  # a line elsewhere would stretch the axis
        self._lines = [
            ax.axvline(inside[0], color=colour, linewidth=1.0, alpha=0.8, zorder=6, animated=True)
            for ax in (axes if self._days.size else ())
        ]

    def go_to(self, day: float) -> None:
        """Let the map show the date of the series that is nearest to a day."""
        if not self._days.size:
            return
        number = int(np.abs(self._days - day).argmin())
        begin = moment_of(float(self._days[number]))
        controller = self._canvas.temporalController()
        if isinstance(controller, QgsTemporalNavigationObject) and controller.totalFrameCount() > 1:
            mode = QgsTemporalNavigationObject.NavigationMode.Animated
            if controller.navigationMode() != mode:
                controller.setNavigationMode(mode)
            controller.setCurrentFrameNumber(controller.findBestFrameNumberForFrameStart(begin))
            return
        last = number + 1 == self._days.size
        end = begin.addDays(1) if last else moment_of(float(self._days[number + 1]))
        self._canvas.setTemporalRange(QgsDateTimeRange(begin, end, True, False))

    def _map_moved(self, *_: Any) -> None:
        self._paint()
        self.moved.emit()

    def _drawn(self, _event: Any) -> None:
        self._clean = self._chart.copy_from_bbox(self._chart.figure.bbox) if self._lines else None
        self._paint()

    def _paint(self) -> None:
        """Draw the line over the finished chart: the chart itself is not drawn again."""
        if self._clean is None or not self._lines:
            return
        now = self.now
        self._chart.restore_region(self._clean)
        for line in self._lines:
            line.set_visible(now is not None)
            if now is not None:
                at = float(date_numbers([now])[0])
                line.set_xdata([at, at])
                line.axes.draw_artist(line)
        self._chart.blit(self._chart.figure.bbox)

    def _pressed(self, event: Any) -> None:
        if event.inaxes is None or not self._days.size or event.xdata is None:
            return
        if event.button == 1 and not self._chart.is_zooming:
            moment = num2date(event.xdata).astimezone(timezone.utc)
            self.go_to(days_of(QDateTime.fromString(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), Qt.DateFormat.ISODate)))
