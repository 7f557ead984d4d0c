"""The dock: click on the map and see the series of a Groundswell file at that place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsCsException, QgsPointXY, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QDockWidget, QFileDialog

from ..core.charts import export
from ..core.errors import GroundswellError
from ..processing.translation import tr
from .dock_widgets import DockWidgets
from .map_tools import PlaceMarker, PointTool
from .picture import UNIT, Picture, picture_of
from .sources import SeriesFile, describe, project_files
from .table_file import write_series

MARKER_COLOUR = "#b2283a"


class SeriesDock(QDockWidget):
    """Lists the project's Groundswell files and draws their series at a clicked point.

    Parameters
    ----------
    iface : QgisInterface
        QGIS's interface.
    """

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(tr("Groundswell time series"), iface.mainWindow())
        self.setObjectName("GroundswellTimeSeries")
        self._canvas = iface.mapCanvas()
        self._picture: Picture | None = None
        self._place: QgsPointXY | None = None
        self._opened: list[SeriesFile] = []
        self._widgets = DockWidgets(self)
        self.setWidget(self._widgets)
        self._tool = PointTool(self._canvas)
        self._marker = PlaceMarker(self._canvas, MARKER_COLOUR)
        self._connect()
        self.refresh_files()

    def _connect(self) -> None:
        widgets = self._widgets
        self._tool.picked.connect(self.show_point)
        self._canvas.mapToolSet.connect(self._tool_changed)
        QgsProject.instance().layersAdded.connect(self.refresh_files)
        QgsProject.instance().layersRemoved.connect(self.refresh_files)
        widgets.pick.toggled.connect(self._use_tool)
        widgets.browse.clicked.connect(self._browse)
        widgets.file.activated.connect(self._again)
        widgets.grace.activated.connect(self._again)
        widgets.save_table.triggered.connect(self._save_table)
        widgets.save_chart.triggered.connect(self._save_chart)
        self.visibilityChanged.connect(widgets.pick.setChecked)

    # What others call

    def set_files(self, file: str, grace: str = "") -> None:
        """Choose the file whose series are shown, and the GRACE file to compare with ('' for none)."""
        for path in filter(None, (file, grace)):
            self._open(Path(path))
        self._widgets.choose(Path(file), Path(grace) if grace else None)

    def show_point(self, lon_lat: QgsPointXY) -> None:
        """Draw the series at a place given by longitude and latitude."""
        self._place = QgsPointXY(lon_lat)
        self._marker.show_at(lon_lat)
        self._draw()

    def described(self) -> dict[str, Any]:
        """Return what is shown: labels of the series, unit, message."""
        shown = self._picture
        return {
            "series": [one.label for one in shown.series] if shown else [],
            "unit": UNIT if shown else "",
            "title": shown.title if shown else "",
            "message": self._widgets.message.text(),
        }

    def release(self) -> None:
        """Take tool, marker and connections away; the dock itself goes with its parent."""
        self._canvas.mapToolSet.disconnect(self._tool_changed)
        QgsProject.instance().layersAdded.disconnect(self.refresh_files)
        QgsProject.instance().layersRemoved.disconnect(self.refresh_files)
        self.visibilityChanged.disconnect(self._widgets.pick.setChecked)
        self._canvas.unsetMapTool(self._tool)
        self._marker.remove()

    def refresh_files(self, *_: Any) -> None:
        """List the files behind the project's layers, and those that the user opened."""
        files = project_files()
        files += [one for one in self._opened if one.path not in [known.path for known in files]]
        self._widgets.list_files(files)
        if not files:
            self._widgets.say(
                tr("Load a result of Groundswell into the project, or open a file, then click on the map.")
            )
        elif self._place is None:
            self._widgets.say(tr("Click on the map to see the series there."))

    # Drawing

    def _draw(self) -> None:
        self._picture = None
        file = self._widgets.chosen_file()
        if file is None:
            self._widgets.say(tr("Choose a file with series first."))
        else:
            try:
                grace = self._widgets.chosen_grace()
                self._picture = picture_of(file, grace, self._place.x(), self._place.y())
                self._widgets.say("")
            except (GroundswellError, QgsCsException) as error:
                self._widgets.say(str(error))
        self._widgets.show_picture(self._picture)

    def _again(self, *_: Any) -> None:
        if self._place is not None:
            self._draw()

    # Files and tools

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
            self._widgets.say(
                tr(
                    "{} is not a file with series from Groundswell: choose a displacement, storage or analysis file."
                ).format(Path(name).name)
            )

    def _use_tool(self, wanted: bool) -> None:
        if wanted:
            self._canvas.setMapTool(self._tool)
        else:
            self._canvas.unsetMapTool(self._tool)

    def _tool_changed(self, tool: Any, _before: Any = None) -> None:
        self._widgets.pick.setChecked(tool is self._tool)

    # Export

    def _save_table(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the series"), "series.csv", "CSV (*.csv)")
        if name:
            self._saved(lambda: write_series(Path(name), self._picture.series), name)

    def _save_chart(self) -> None:
        kinds = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the chart"), "series.png", kinds)
        if name:
            self._saved(lambda: export.save(self._widgets.chart.figure, Path(name)), name)

    def _saved(self, write: Any, name: str) -> None:
        try:
            write()
        except GroundswellError as error:
            self._widgets.say(str(error))
        else:
            self._widgets.say(tr("Saved {}").format(name))
