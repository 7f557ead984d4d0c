"""What leaves the dock: tables, charts, films of the map, pages to print."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from qgis.core import QgsMapLayer, QgsMeshLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QProgressDialog

from ..core.charts import export
from ..core.charts.series import Series
from ..core.charts.style import new_figure
from ..core.environment import groundswell_version
from ..core.errors import GroundswellError, InputError
from ..core.extraction.profiles import write_profile
from ..processing.translation import tr
from .film import can_write_mp4, save_film
from .kept import Kept
from .layer_group import dates_of
from .picture import Picture, PictureRequest, picture_of
from .print_layout import Page, make_layout
from .profile import ProfilePicture
from .table_file import write_series

if TYPE_CHECKING:
    from .dock import SeriesDock

_PAGE_CHART = (10.7, 2.4)  # inches: as large as its place on the page
_LABEL_LETTERS = 24  # of an axis' label in one line


class Exports:
    """The dock's ways out.

    Parameters
    ----------
    dock : SeriesDock
        Whose picture and map leave.
    """

    def __init__(self, dock: SeriesDock) -> None:
        self._dock = dock

    def save_table(self) -> None:
        """Ask for a name and write what is drawn as a table."""
        picture = self._dock.picture
        if picture is None:
            return
        name = self._name(tr("Save the series"), "series.csv", "CSV (*.csv)")
        if isinstance(picture, ProfilePicture):
            self._written(lambda: write_profile(Path(name), picture.profile), name)
        else:
            self._written(lambda: write_series(Path(name), picture.table()), name)

    def save_kept(self, kept: tuple[Kept, ...]) -> None:
        """Ask for a name and write kept series with their models; storage as anomalies, as in the chart."""
        if not kept:
            return
        name = self._name(tr("Save the series"), "kept.csv", "CSV (*.csv)")
        self._written(lambda: write_series(Path(name), [row for one in kept for row in _rows(one)]), name)

    def save_chart(self) -> None:
        """Ask for a name and write the chart, in the colours of paper and the size of the dock's."""
        picture = self._dock.picture
        if picture is None:
            return
        name = self._name(tr("Save the chart"), "series.png", "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)")
        width, height = self._dock.chart_inches
        self._written(lambda: export.save(chart_of(picture, width, height), Path(name)), name)

    def save_film(self) -> None:
        """Ask for a name and write the map at each date of its topmost series as a film."""
        kinds = "GIF (*.gif);;MP4 (*.mp4)" if can_write_mp4() else "GIF (*.gif)"
        name = self._name(tr("Save the map over time"), "map.gif", kinds)
        if not name:
            return
        canvas = self._dock.map_canvas
        meshes = [layer for layer in canvas.layers() if isinstance(layer, QgsMeshLayer)]
        dates = next((found for found in map(dates_of, meshes) if found), [])
        bar = QProgressDialog(tr("Drawing the map at each date..."), tr("Cancel"), 0, 100, self._dock)
        bar.setWindowModality(Qt.WindowModality.WindowModal)

        def report(part: float) -> bool:
            bar.setValue(int(100 * part))
            QApplication.processEvents()
            return not bar.wasCanceled()

        try:
            self._written(lambda: save_film(canvas, dates, Path(name), _titles(meshes), report), name)
        finally:
            bar.close()

    def make_page(self) -> None:
        """Make a print layout with the map, the chart and the legend, and open it."""
        picture = self._dock.picture
        if picture is None:
            return
        note = tr("Groundswell {version}. {band}").format(version=groundswell_version(), band=picture.band)
        if picture.synthetic:
            note = f"{tr('Synthetic data.')} {note}"
        chart = export.to_png(chart_of(picture, *_PAGE_CHART), 300)
        try:
            layout = make_layout(self._dock.map_canvas, Page(picture.title, note, chart, self._dock.map_date))
        except GroundswellError as error:
            self._dock.say(str(error))
        else:
            self._dock.open_layout(layout)

    def _name(self, title: str, proposed: str, kinds: str) -> str:
        name, _ = QFileDialog.getSaveFileName(self._dock, title, proposed, kinds)
        return str(name)

    def _written(self, write: Callable[[], object], name: str) -> None:
        if not name:
            return
        try:
            write()
        except GroundswellError as error:
            self._dock.say(str(error))
        else:
            self._dock.say(tr("Saved {}").format(name))


def chart_of(picture: Picture | ProfilePicture, width: float, height: float) -> Figure:
    """Return the chart as a figure of its own on white, `width` x `height` inches."""
    figure = new_figure(width, height)
    panels = picture.panels
    axes = figure.subplots(len(panels), 1, sharex=True, height_ratios=panels, squeeze=False)[:, 0]
    picture.draw(axes)
    for ax in axes:
        # A low chart would cut a long label in one line.
        ax.set_ylabel(textwrap.fill(ax.get_ylabel(), _LABEL_LETTERS))
    return figure


def _rows(one: Kept) -> list[Series]:
    """Return a kept series, and its model and residuals where it has one, under its own name."""
    try:
        shown = picture_of(PictureRequest(one.file, one.place, reference=one.reference, fit=one.fit))
    except InputError:
        return []
    main, *others = [shown.series[shown.main], *shown.table()[len(shown.series) :]]
    return [replace(main, label=one.name), *(replace(row, label=f"{row.label}: {one.name}") for row in others)]


def _titles(layers: list[QgsMapLayer]) -> str:
    return layers[0].name() if layers else ""
