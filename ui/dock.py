"""The dock: click on the map and see the series of a Groundswell file at that place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsCsException, QgsMapLayer, QgsPointXY, QgsProject
from qgis.gui import QgisInterface, QgsMapTool
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QDockWidget, QFileDialog, QInputDialog, QToolButton

from ..core.charts import export
from ..core.charts.fits import FitOptions, step_days
from ..core.charts.style import CYCLE, new_figure
from ..core.environment import groundswell_version
from ..core.errors import GroundswellError
from ..core.files.recognition import recognise
from ..processing.translation import tr
from .dock_widgets import DockWidgets
from .dropping import dropped_path, open_step, sentence
from .map_tools import AreaTool, PlaceMarker, PointTool
from .picture import LETTERS, UNIT, Picture, PictureRequest, picture_of
from .place import Place
from .print_layout import make_layout
from .sources import SeriesFile, describe, path_of, project_files
from .table_file import write_series

MARKER_COLOUR = "#b2283a"
REFERENCE_COLOUR = "#222222"


class SeriesDock(QDockWidget):
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
        self._picture: Picture | None = None
        self._place: Place | None = None
        self._reference: Place | None = None
        self._kept: list[tuple[SeriesFile, Place]] = []
        self._steps: tuple[float, ...] = ()
        self._opened: list[SeriesFile] = []
        self._widgets = DockWidgets(self)
        self.setWidget(self._widgets)
        self._point_tool, self._reference_tool = PointTool(self._canvas), PointTool(self._canvas)
        self._area_tool = AreaTool(self._canvas, MARKER_COLOUR)
        self._marker = PlaceMarker(self._canvas, MARKER_COLOUR)
        self._reference_marker = PlaceMarker(self._canvas, REFERENCE_COLOUR, square=True)
        self._kept_markers: list[PlaceMarker] = []
        self.setAcceptDrops(True)
        self._connect()
        self.refresh_files()

    @property
    def _tools(self) -> tuple[tuple[QToolButton, QgsMapTool], ...]:
        widgets = self._widgets
        return (
            (widgets.pick, self._point_tool),
            (widgets.area, self._area_tool),
            (widgets.reference, self._reference_tool),
        )

    def _connect(self) -> None:
        widgets = self._widgets
        self._point_tool.picked.connect(self.show_point)
        self._area_tool.drawn.connect(self.show_area)
        self._reference_tool.picked.connect(self.set_reference)
        for _, tool in self._tools:
            tool.refused.connect(self._widgets.say)
        self._canvas.mapToolSet.connect(self._tool_changed)
        QgsProject.instance().layersAdded.connect(self.refresh_files)
        QgsProject.instance().layersRemoved.connect(self.refresh_files)
        self._iface.currentLayerChanged.connect(self._layer_chosen)
        self.visibilityChanged.connect(self._shown)
        for button, tool in self._tools:
            button.clicked.connect(lambda wanted, tool=tool: self._use_tool(tool, wanted))
        for signal in (widgets.file.activated, widgets.grace.activated, widgets.innovations.clicked):
            signal.connect(self._again)
        for action in (widgets.linear, widgets.annual):
            action.toggled.connect(self._again)
        for signal, slot in (
            (widgets.browse.clicked, self._browse),
            (widgets.hold.clicked, self.hold),
            (widgets.clear.clicked, self.clear_kept),
            (widgets.steps.triggered, self._ask_steps),
            (widgets.report.clicked, self._open_report),
            (widgets.page.clicked, self.make_page),
            (widgets.save_table.triggered, self._save_table),
            (widgets.save_chart.triggered, self._save_chart),
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
        self._place = Place(((lon_lat.x(), lon_lat.y()),))
        self._area_tool.clear()
        self._marker.show_at(lon_lat)
        self._draw()

    def show_area(self, corners: list[tuple[float, float]]) -> None:
        """Draw the mean series of a polygon given by its corners (longitude, latitude)."""
        self._place = Place(tuple(corners))
        self._marker.hide()
        QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._draw()
        finally:
            QgsApplication.restoreOverrideCursor()

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
        if self._picture is None or len(self._kept) == len(LETTERS):
            return
        self._kept.append((self._widgets.chosen_file(), self._place))
        marker = PlaceMarker(self._canvas, CYCLE[len(self._kept) % len(CYCLE)])
        if not self._place.is_area:
            marker.show_at(QgsPointXY(*self._place.corners[0]))
        self._kept_markers.append(marker)
        self._draw()

    def clear_kept(self) -> None:
        """Drop all kept series."""
        self._kept = []
        for marker in self._kept_markers:
            marker.remove()
        self._kept_markers = []
        self._again()

    def make_page(self) -> None:
        """Make a print layout with the map, the chart and the legend, and open it."""
        if self._picture is None:
            return
        figure = new_figure(10.7, 2.4)
        panels = self._picture.panels
        self._picture.draw(figure.subplots(len(panels), 1, sharex=True, height_ratios=panels, squeeze=False)[:, 0])
        note = tr("Groundswell {version}. {band}").format(version=groundswell_version(), band=self._picture.band)
        if self._picture.synthetic:
            note = f"{tr('Synthetic data.')} {note}"
        try:
            layout = make_layout(self._canvas, self._picture.title, note, export.to_png(figure, 300))
        except GroundswellError as error:
            self._widgets.say(str(error))
        else:
            self._iface.openLayoutDesigner(layout)

    def set_model(self, linear: bool, annual: bool, steps: tuple[float, ...] = ()) -> None:
        """Choose the model that is fitted: a rate, an annual cycle, steps (days since 2000-01-01)."""
        self._steps = steps
        self._widgets.linear.setChecked(linear)
        self._widgets.annual.setChecked(annual)
        self._again()

    def described(self) -> dict[str, Any]:
        """Return what is shown: labels of the series, unit, title, panels, message."""
        shown = self._picture
        return {
            "series": [one.label for one in shown.series] if shown else [],
            "unit": UNIT if shown else "",
            "title": shown.title if shown else "",
            "panels": len(shown.panels) if shown else 0,
            "message": self._widgets.message.text(),
        }

    def release(self) -> None:
        """Take tools, markers and connections away; the dock itself goes with its parent."""
        self._canvas.mapToolSet.disconnect(self._tool_changed)
        QgsProject.instance().layersAdded.disconnect(self.refresh_files)
        QgsProject.instance().layersRemoved.disconnect(self.refresh_files)
        self._iface.currentLayerChanged.disconnect(self._layer_chosen)
        self.visibilityChanged.disconnect(self._shown)
        for _, tool in self._tools:
            self._canvas.unsetMapTool(tool)
        self._area_tool.remove()
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

    def _request(self, file: SeriesFile) -> PictureRequest:
        widgets = self._widgets
        return PictureRequest(
            file,
            self._place,
            widgets.chosen_grace(),
            tuple(self._kept),
            self._reference,
            fit=FitOptions(widgets.linear.isChecked(), widgets.annual.isChecked(), self._steps),
            innovations=widgets.innovations.isChecked(),
        )

    def _draw(self) -> None:
        self._picture = None
        file = self._widgets.chosen_file()
        if file is None:
            self._widgets.say(tr("Choose a file with series first."))
        else:
            try:
                self._picture = picture_of(self._request(file))
                self._widgets.say(" ".join(self._picture.notes))
            except (GroundswellError, QgsCsException) as error:
                self._widgets.say(str(error))
        self._widgets.show_picture(self._picture)

    def _again(self, *_: Any) -> None:
        self._offer_report()
        if self._place is not None:
            self._draw()

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

    def _ask_steps(self) -> None:
        text, accepted = QInputDialog.getText(
            self, tr("Steps"), tr("Dates of steps such as earthquakes (2016-05-18, 2018-10-02); empty for none:")
        )
        if not accepted:
            return
        try:
            self._steps = step_days(text.replace(";", ",").split(","))
        except GroundswellError as error:
            self._widgets.say(str(error))
        else:
            self._again()

    # Export

    def _save_table(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the series"), "series.csv", "CSV (*.csv)")
        if name:
            self._saved(lambda: write_series(Path(name), self._picture.table()), name)

    def _save_chart(self) -> None:
        kinds = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the chart"), "series.png", kinds)
        if name:
            self._saved(lambda: export.save(self._widgets.chart.figure, Path(name)), name)

    def _saved(self, write: Callable[[], None], name: str) -> None:
        try:
            write()
        except GroundswellError as error:
            self._widgets.say(str(error))
        else:
            self._widgets.say(tr("Saved {}").format(name))
