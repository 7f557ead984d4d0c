"""The dock: click on the map and see the series of a Groundswell file at that place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsCsException, QgsMapLayer, QgsPointXY, QgsPrintLayout, QgsProject
from qgis.gui import QgisInterface, QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QEvent, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QDockWidget, QFileDialog, QToolButton

from ..core.charts.fits import FitOptions
from ..core.charts.theme import LINE_CONTRAST, readable
from ..core.errors import GroundswellError
from ..core.files.recognition import recognise
from ..processing.translation import tr
from .dock_memory import DockMemory
from .dock_widgets import DockWidgets
from .dropping import dropped_path, open_step, sentence
from .exports import Exports
from .kept import LETTERS, Kept
from .map_tools import AreaTool, LineTool, PlaceMarker, PointTool
from .picture import UNIT, Picture, PictureRequest, picture_of
from .place import Place
from .profile import ProfilePicture, profile_picture
from .sources import SeriesFile, describe, path_of, project_files
from .theme import colours_of
from .time_cursor import TimeCursor, moment_of

MARKER_COLOUR = "#b2283a"
REFERENCE_COLOUR = "#222222"


class SeriesDock(DockMemory, QDockWidget):
    """Lists the project's Groundswell files and draws their series at a place on the map.

    Parameters
    ----------
    iface : QgisInterface
        QGIS's interface.
    """

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(tr("Groundswell time series"), iface.mainWindow())
        self.setObjectName("GroundswellTimeSeries")
        self._iface, self._canvas = iface, iface.mapCanvas()
        self.picture: Picture | ProfilePicture | None = None
        self._place: Place | None = None
        self._line: tuple[tuple[float, float], ...] = ()
        self._reference: Place | None = None
        self._steps: tuple[float, ...] = ()
        self._profile_days: tuple[float, ...] = ()
        self._opened: list[SeriesFile] = []
        self._widgets = DockWidgets(self, lambda: (self._fit, self._reference))
        self.setWidget(self._widgets)
        self._exports = Exports(self)
        self._cursor = TimeCursor(self._canvas, self._widgets.chart)
        self._point_tool, self._reference_tool = PointTool(self._canvas), PointTool(self._canvas)
        self._area_tool = AreaTool(self._canvas, MARKER_COLOUR)
        self._line_tool = LineTool(self._canvas, MARKER_COLOUR)
        self._marker = PlaceMarker(self._canvas, MARKER_COLOUR)
        self._reference_marker = PlaceMarker(self._canvas, REFERENCE_COLOUR, square=True)
        self._kept_markers: list[PlaceMarker] = []
        self.setAcceptDrops(True)
        self._connect()
        self.refresh_files()
        self.take_up()

    @property
    def _tools(self) -> tuple[tuple[QToolButton, QgsMapTool], ...]:
        widgets = self._widgets
        return (
            (widgets.pick, self._point_tool),
            (widgets.area, self._area_tool),
            (widgets.line, self._line_tool),
            (widgets.reference, self._reference_tool),
        )

    def _connect(self) -> None:
        widgets = self._widgets
        self._point_tool.picked.connect(self.show_point)
        self._area_tool.drawn.connect(self.show_area)
        self._line_tool.drawn.connect(self.show_line)
        self._reference_tool.picked.connect(self.set_reference)
        for tool in (self._point_tool, self._reference_tool, self._area_tool, self._line_tool):
            tool.refused.connect(widgets.say)
        self._canvas.mapToolSet.connect(self._tool_changed)
        self._cursor.moved.connect(self._time_moved)
        project = QgsProject.instance()
        project.readProject.connect(self.take_up)
        project.cleared.connect(self.forget)
        project.layersAdded.connect(self.refresh_files)
        project.layersRemoved.connect(self.refresh_files)
        self._iface.currentLayerChanged.connect(self._layer_chosen)
        self.visibilityChanged.connect(self._shown)
        for button, tool in self._tools:
            button.clicked.connect(lambda wanted, tool=tool: self._use_tool(tool, wanted))
        for signal in (widgets.file.activated, widgets.grace.activated, widgets.innovations.clicked):
            signal.connect(self._again)
        for action in (widgets.linear, widgets.annual):
            action.toggled.connect(self._again)
        widgets.also.menu().triggered.connect(self._again)
        widgets.kept.changed.connect(self._kept_changed)
        widgets.kept.settings_wanted.connect(self._take_settings)
        widgets.kept.export_wanted.connect(self._exports.save_kept)
        for signal, slot in (
            (widgets.browse.clicked, self._browse),
            (widgets.hold.clicked, self.hold),
            (widgets.clear.clicked, self.clear_kept),
            (widgets.steps.triggered, self._ask_steps),
            (widgets.dates.triggered, self._ask_dates),
            (widgets.report.clicked, self._open_report),
            (widgets.page.clicked, self._exports.make_page),
            (widgets.save_table.triggered, self._exports.save_table),
            (widgets.save_chart.triggered, self._exports.save_chart),
            (widgets.save_film.triggered, self._exports.save_film),
        ):
            signal.connect(lambda *_, slot=slot: slot())

    # What others call

    def set_files(self, file: str, grace: str = "") -> None:
        """Choose the file whose series are shown, and the GRACE file to compare with ('' for none)."""
        for path in filter(None, (file, grace)):
            self._open(Path(path))
        self._widgets.choose(Path(file), Path(grace) if grace else None)
        self._offer_report()

    def take(self, path: Path) -> None:
        """Say what a file or folder is: show the series of ours, open the step that takes anything else."""
        try:
            found = recognise(path)
        except GroundswellError as error:
            self._widgets.say(str(error))
            return
        shown = path.is_file() and self._open(path)
        if shown:
            self._widgets.choose(path, None)
            self._again()
        elif found is not None:
            open_step(found)
        if not shown or self._place is None:
            self._widgets.say(sentence(path, found))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Accept files and folders."""
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take the first file or folder."""
        path = dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take(path)

    def show_point(self, lon_lat: QgsPointXY) -> None:
        """Draw the series at a place given by longitude and latitude."""
        self._place, self._line = Place(((lon_lat.x(), lon_lat.y()),)), ()
        self._area_tool.clear()
        self._line_tool.clear()
        self._marker.show_at(lon_lat)
        self._draw()

    def show_area(self, corners: list[tuple[float, float]]) -> None:
        """Draw the mean series of a polygon given by its corners (longitude, latitude)."""
        self._place, self._line = Place(tuple(corners)), ()
        self._line_tool.clear()
        self._marker.hide()
        QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._draw()
        finally:
            QgsApplication.restoreOverrideCursor()

    def show_line(self, corners: list[tuple[float, float]]) -> None:
        """Draw the values along a line given by its corners (longitude, latitude), at several dates."""
        self._line = tuple(corners)
        self._area_tool.clear()
        self._marker.hide()
        self._draw()

    def set_reference(self, lon_lat: QgsPointXY | None) -> None:
        """Show displacement relative to a place given by longitude and latitude; None: as in the file."""
        self._reference = None if lon_lat is None else Place(((lon_lat.x(), lon_lat.y()),))
        if lon_lat is None:
            self._reference_marker.hide()
        else:
            self._reference_marker.show_at(lon_lat)
            self._use_tool(self._point_tool, True)
        self._again()

    def hold(self) -> None:
        """Keep the series that is shown, to compare others with it."""
        kept, file = self._widgets.kept, self._widgets.chosen_file()
        number = kept.free_number()
        if not isinstance(self.picture, Picture) or self._place is None or file is None:
            return
        if number is None:
            self.say(tr("Eight series are kept: remove one first."))
            return
        name = f"{LETTERS[number]}: {self._place.written}"
        kept.keep(Kept(name, file, self._place, number, reference=self._reference))

    def clear_kept(self) -> None:
        """Drop all kept series."""
        self._widgets.kept.set_kept(())

    def set_model(self, linear: bool, annual: bool, steps: tuple[float, ...] = ()) -> None:
        """Choose the model that is fitted: a rate, an annual cycle, steps (days since 2000-01-01)."""
        self._steps = steps
        for action, wanted in ((self._widgets.linear, linear), (self._widgets.annual, annual)):
            action.blockSignals(True)
            action.setChecked(wanted)
            action.blockSignals(False)
        self._again()

    def described(self) -> dict[str, Any]:
        """Return what is shown: labels of the series, unit, title, panels, message."""
        shown = self.picture
        return {
            "series": [one.label for one in shown.series] if shown else [],
            "unit": UNIT if shown else "",
            "title": shown.title if shown else "",
            "panels": len(shown.panels) if shown else 0,
            "message": self._widgets.message.text(),
        }

    def say(self, text: str) -> None:
        """Show a message above the chart."""
        self._widgets.say(text)

    @property
    def map_canvas(self) -> QgsMapCanvas:
        """The map."""
        return self._canvas

    @property
    def map_date(self) -> str:
        """The date that the map shows, as YYYY-MM-DD; '' where it shows all times."""
        now = self._cursor.now
        return "" if now is None else str(moment_of(now).toUTC().toString("yyyy-MM-dd"))

    @property
    def chart_inches(self) -> tuple[float, float]:
        """Width and height of the chart."""
        width, height = self._widgets.chart.figure.get_size_inches()
        return max(float(width), 5.0), max(float(height), 2.0)

    def open_layout(self, layout: QgsPrintLayout) -> None:
        """Open a print layout in its window."""
        self._iface.openLayoutDesigner(layout)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw the chart in the window's new colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_widgets"):
            self._show()

    def release(self) -> None:
        """Take tools, markers and connections away; the dock itself goes with its parent."""
        self._canvas.mapToolSet.disconnect(self._tool_changed)
        self._cursor.release()
        project = QgsProject.instance()
        project.readProject.disconnect(self.take_up)
        project.cleared.disconnect(self.forget)
        project.layersAdded.disconnect(self.refresh_files)
        project.layersRemoved.disconnect(self.refresh_files)
        self._iface.currentLayerChanged.disconnect(self._layer_chosen)
        self.visibilityChanged.disconnect(self._shown)
        for _, tool in self._tools:
            self._canvas.unsetMapTool(tool)
        self._area_tool.remove()
        self._line_tool.remove()
        for marker in (self._marker, self._reference_marker, *self._kept_markers):
            marker.remove()

    def refresh_files(self, *_: Any) -> None:
        """List the files behind the project's layers, and those that the user opened."""
        files = project_files()
        files += [one for one in self._opened if one.path not in [known.path for known in files]]
        self._widgets.list_files(files)
        self._offer_report()
        if not files:
            self._widgets.say(
                tr("Load a result of Groundswell into the project, or open a file, then click on the map.")
            )
        elif self._place is None:
            self._widgets.say(tr("Click on the map to see the series there."))

    # Drawing

    @property
    def _fit(self) -> FitOptions:
        return FitOptions(self._widgets.linear.isChecked(), self._widgets.annual.isChecked(), self._steps)

    def _request(self, file: SeriesFile, place: Place) -> PictureRequest:
        widgets, grace = self._widgets, self._widgets.chosen_grace()
        also = (*((grace,) if grace is not None else ()), *widgets.chosen_more())
        kept = tuple(one for one in widgets.kept.kept if one.shown)
        also = tuple(dict.fromkeys(also))
        innovations = widgets.innovations.isChecked()
        return PictureRequest(file, place, also, kept, self._reference, fit=self._fit, innovations=innovations)

    def _draw(self) -> None:
        self.picture = None
        file = self._widgets.chosen_file()
        if file is None:
            self._widgets.say(tr("Choose a file with series first."))
        else:
            try:
                if self._line:
                    self.picture = profile_picture(file, self._line, self._cursor.now, self._profile_days)
                elif self._place is not None:
                    self.picture = picture_of(self._request(file, self._place))
                self._widgets.say(" ".join(self.picture.notes) if self.picture else "")
            except (GroundswellError, QgsCsException) as error:
                self._widgets.say(str(error))
        self._show()
        self._store()

    def _show(self) -> None:
        axes = self._widgets.show_picture(self.picture)
        series = self.picture.series if self.picture is not None else ()
        self._cursor.stand_in(axes, series[self.picture.main].days if series else ())

    def _again(self, *_: Any) -> None:
        self._offer_report()
        if self._place is not None or self._line:
            self._draw()

    def _time_moved(self) -> None:
        """Draw a profile at the map's new date; the line in a chart of time has moved by itself."""
        if self._line:
            self._draw()

    def _kept_changed(self) -> None:
        """Put rings of the kept series' colours on the map, and draw the chart with them."""
        for marker in self._kept_markers:
            marker.remove()
        self._kept_markers = []
        for one in self._widgets.kept.kept:
            if one.shown and not one.place.is_area:
                # The line in the chart has this colour, too.
                colour = readable(one.colour, colours_of(self._widgets.chart)[0], LINE_CONTRAST)
                marker = PlaceMarker(self._canvas, colour)
                marker.show_at(QgsPointXY(*one.place.corners[0]))
                self._kept_markers.append(marker)
        self._again()

    # Files and tools

    def _layer_chosen(self, layer: QgsMapLayer | None) -> None:
        """Show the series of the layer that was made current, where it has some."""
        path = path_of(layer) if layer is not None else None
        before = self._widgets.chosen_file()
        if path is None or (before is not None and before.path == path):
            return
        self._widgets.choose(path, None)
        if self._widgets.chosen_file() != before:
            self._again()

    def _open(self, path: Path) -> bool:
        known = [one.path for one in self._opened]
        found = describe(path) if path not in known else None
        if found is not None:
            self._opened.append(found)
            self.refresh_files()
        return found is not None or path in known

    def _browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Open a file with series"), "", "NetCDF (*.nc *.nc4)")
        if not name:
            return
        if self._open(Path(name)):
            self._widgets.choose(Path(name), None)
            self._again()
        else:
            text = tr("{} is not a file with series from Groundswell: choose a displacement, storage or analysis file.")
            self._widgets.say(text.format(Path(name).name))

    def _use_tool(self, tool: QgsMapTool, wanted: bool) -> None:
        if tool is self._reference_tool and self._reference is not None:
            # The button undoes what it did.
            self.set_reference(None)
            wanted = False
        if wanted:
            self._canvas.setMapTool(tool)
        else:
            self._canvas.unsetMapTool(tool)
            self._tool_changed(self._canvas.mapTool())

    def _tool_changed(self, current: QgsMapTool | None, _before: QgsMapTool | None = None) -> None:
        for button, tool in self._tools:
            button.setChecked(tool is current)

    def _shown(self, visible: bool) -> None:
        """Take up the point tool when the dock is opened, and put the tools down when it is closed."""
        if visible:
            self._canvas.setMapTool(self._point_tool)
        else:
            for _, tool in self._tools:
                self._canvas.unsetMapTool(tool)

    def _report(self) -> Path | None:
        file = self._widgets.chosen_file()
        report = file.path.with_suffix(".html") if file is not None else None
        return report if report is not None and report.is_file() else None

    def _offer_report(self) -> None:
        self._widgets.report.setEnabled(self._report() is not None)

    def _open_report(self) -> None:
        report = self._report()
        if report is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(report)))
