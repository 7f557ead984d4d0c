"""A page to print: map, chart and legend, from the template that is shipped."""

from __future__ import annotations

import base64
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsUnitTypes,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import InputError
from ..processing.layers import NAME_PROPERTY
from ..processing.translation import tr
from .map_tools import to_lon_lat
from .place import Place

TEMPLATE = Path(__file__).resolve().parent / "layout" / "groundswell_a4.qpt"
NORTH = TEMPLATE.with_name("north.svg")
NAMES = ("title", "subtitle", "map", "legend", "north", "scale", "chart", "note")
"""Identifiers of the template's items that are filled in."""
_LEGEND_CHARACTERS = 30
_LEGEND_HEIGHT = 88.0
"""Millimetres down to the scale bar: what does not fit is written smaller, then left out from below."""
_SIZES = ((8.0, 20.0), (7.0, 16.0), (6.0, 12.0))
"""Points of the legend's letters and millimetres of its colour bars, in the order in which they are tried."""
_GRID_STEPS = (30.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01)
_FEWEST_LINES = 2.5  # grid lines over the shorter side of the map


@dataclass(frozen=True)
class Page:
    """What is written on the page.

    Attributes
    ----------
    title, note : str
        Above and below.
    chart_png : bytes
        The chart as PNG; empty for none.
    date : str
        That the map shows; '' where it shows all times.
    """

    title: str
    note: str
    chart_png: bytes
    date: str = ""


def make_layout(canvas: QgsMapCanvas, content: Page) -> QgsPrintLayout:
    """Add a print layout to the project: the map as it is seen, its legend, and a chart.

    Parameters
    ----------
    canvas : QgsMapCanvas
        Whose map is shown.
    content : Page
        Texts and chart.

    Raises
    ------
    InputError
        Where the template was taken away or does not fit.
    """
    project = QgsProject.instance()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    document = QDomDocument()
    if not TEMPLATE.is_file() or not document.setContent(TEMPLATE.read_text(encoding="utf-8"))[0]:
        raise InputError(tr("The template {} is missing: install the plugin again.").format(TEMPLATE))
    _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    items = {name: layout.itemById(name) for name in NAMES}
    if not loaded or not all(items.values()):
        raise InputError(tr("The template {} does not fit this plugin: install it again.").format(TEMPLATE))
    _fill_texts(items, canvas, content)
    _fill_map(items, canvas)
    _fill_legend(items["legend"], items["map"], canvas)
    _fill_picture(items["chart"], content.chart_png)
    _fill_picture(items["north"], NORTH.read_bytes(), QgsLayoutItemPicture.Format.FormatSVG)
    layout.setName(_free_name(project))
    project.layoutManager().addLayout(layout)
    return layout


def _fill_texts(items: dict[str, QgsLayoutItem], canvas: QgsMapCanvas, content: Page) -> None:
    shown = next((layer for layer in canvas.layers() if layer.customProperty(NAME_PROPERTY)), None)
    shown = shown or next(iter(canvas.layers()), None)
    parts = [shown.name() if shown is not None else "", content.date, _centre(canvas)]
    texts = {"title": content.title, "note": content.note, "subtitle": " · ".join(filter(None, parts))}
    for name, text in texts.items():
        label = items[name]
        assert isinstance(label, QgsLayoutItemLabel)
        label.setText(text)


def _centre(canvas: QgsMapCanvas) -> str:
    """Return the place in the middle of the map, in words; '' where the map has no reference system."""
    try:
        middle = to_lon_lat(canvas, canvas.extent().center())
        place = Place(((middle.x(), middle.y()),))
    except QgsCsException:
        return ""
    known = canvas.mapSettings().destinationCrs().isValid() and abs(middle.y()) <= 90
    return tr("centre {}").format(place.coordinates) if known else ""


def _fill_map(items: dict[str, QgsLayoutItem], canvas: QgsMapCanvas) -> None:
    """Show the map as it is seen, with a grid of meridians and parallels, a scale bar and where north is."""
    page, bar = items["map"], items["scale"]
    assert isinstance(page, QgsLayoutItemMap)
    assert isinstance(bar, QgsLayoutItemScaleBar)
    page.setLayers(canvas.layers())
    page.setCrs(canvas.mapSettings().destinationCrs())
    page.zoomToExtent(canvas.extent())
    if canvas.mapSettings().isTemporal():
        page.setIsTemporal(True)
        page.setTemporalRange(canvas.mapSettings().temporalRange())
    step = _grid_step(page)
    for number in range(page.grids().size()):
        grid = page.grids().grid(number)
        grid.setEnabled(step > 0)
        if step > 0:
            grid.setIntervalX(step)
            grid.setIntervalY(step)
            grid.setAnnotationPrecision(max(0, -int(f"{step:e}".rpartition("e")[2]) + (step in (0.25,))))
    bar.applyDefaultSize(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)


def _grid_step(page: QgsLayoutItemMap) -> float:
    """Return the degrees between the lines of the grid; 0 where the map's degrees are not known."""
    if not page.crs().isValid():
        return 0.0
    transform = QgsCoordinateTransform(page.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
    try:
        box = transform.transformBoundingBox(page.extent())
    except QgsCsException:
        return 0.0
    shorter = min(box.width(), box.height())
    return next((step for step in _GRID_STEPS if shorter / step >= _FEWEST_LINES), _GRID_STEPS[-1])


def _fill_picture(item: QgsLayoutItem, content: bytes, kind: Any = QgsLayoutItemPicture.Format.FormatRaster) -> None:
    """Put a picture inside the project, so that the page does not depend on a file that is deleted some day.

    Charts are rasters: Qt draws the sizes of the texts in an SVG wrongly.
    """
    assert isinstance(item, QgsLayoutItemPicture)
    item.setVisibility(bool(content))
    if content:
        encoded = base64.b64encode(content).decode("ascii")
        item.setPicturePath(f"base64:{encoded}", kind)


def _fill_legend(legend: QgsLayoutItem, page: QgsLayoutItem, canvas: QgsMapCanvas) -> None:
    """List the layers that are shown, with their names on lines that fit, and without the names of bands."""
    assert isinstance(legend, QgsLayoutItemLegend)
    assert isinstance(page, QgsLayoutItemMap)
    legend.setLinkedMap(page)
    legend.setAutoUpdateModel(False)
    shown = {layer.id() for layer in canvas.layers()}
    for node in legend.model().rootGroup().findLayers():
        if node.layerId() not in shown:
            node.parent().removeChildNode(node)
            continue
        node.setCustomProperty("legend/title-label", textwrap.fill(node.layer().name(), _LEGEND_CHARACTERS))
        if len(legend.model().layerLegendNodes(node)) > 1:
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, [1])
            legend.model().refreshLayerLegend(node)
    for group in legend.model().rootGroup().findGroups():
        if not group.findLayers():
            group.parent().removeChildNode(group)
        else:
            # The group's own title says nothing on a page.
            QgsLegendRenderer.setNodeLegendStyle(group, QgsLegendStyle.Style.Hidden)
    _fit_legend(legend)


def _fit_legend(legend: QgsLayoutItemLegend) -> None:
    """Write the legend smaller until it ends above the scale bar; then leave out the lowest layers."""
    for points, height in _SIZES:
        font = QFont("DejaVu Sans")
        font.setPointSizeF(points)
        for style in (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Style.SymbolLabel):
            legend.setStyleFont(style, font)
        legend.setSymbolHeight(height)
        if _height_of(legend) <= _LEGEND_HEIGHT:
            return
    while len(legend.model().rootGroup().findLayers()) > 1 and _height_of(legend) > _LEGEND_HEIGHT:
        last = legend.model().rootGroup().findLayers()[-1]
        last.parent().removeChildNode(last)


def _height_of(legend: QgsLayoutItemLegend) -> float:
    """Return the height in millimetres that the legend takes."""
    legend.adjustBoxSize()
    settings = legend.legendSettings()
    renderer = QgsLegendRenderer(legend.model(), settings)
    return float(renderer.minimumSize().height())


def _free_name(project: QgsProject) -> str:
    manager = project.layoutManager()
    number = 1
    while manager.layoutByName(f"Groundswell {number}") is not None:
        number += 1
    return f"Groundswell {number}"
