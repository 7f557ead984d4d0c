"""A page to print: map, chart and legend, from the template that is shipped."""

from __future__ import annotations

import base64
import textwrap
from pathlib import Path

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import InputError
from ..processing.translation import tr

TEMPLATE = Path(__file__).resolve().parent / "layout" / "groundswell_a4.qpt"
NAMES = ("title", "map", "legend", "chart", "note")
"""Identifiers of the template's items that are filled in."""
_LEGEND_CHARACTERS = 30


def make_layout(canvas: QgsMapCanvas, title: str, note: str, chart_png: bytes) -> QgsPrintLayout:
    """Add a print layout to the project: the map as it is seen, its legend, and a chart.

    Parameters
    ----------
    canvas : QgsMapCanvas
        Whose map is shown.
    title, note : str
        Above and below.
    chart_png : bytes
        The chart as PNG; empty for none.

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
    _fill(items, canvas, title, note, chart_png)
    layout.setName(_free_name(project))
    project.layoutManager().addLayout(layout)
    return layout


def _fill(items: dict[str, QgsLayoutItem], canvas: QgsMapCanvas, title: str, note: str, chart_png: bytes) -> None:
    texts: dict[str, str] = {"title": title, "note": note}
    for name, text in texts.items():
        label = items[name]
        assert isinstance(label, QgsLayoutItemLabel)
        label.setText(text)
    page = items["map"]
    assert isinstance(page, QgsLayoutItemMap)
    page.setLayers(canvas.layers())
    page.setCrs(canvas.mapSettings().destinationCrs())
    page.zoomToExtent(canvas.extent())
    if canvas.mapSettings().isTemporal():
        page.setIsTemporal(True)
        page.setTemporalRange(canvas.mapSettings().temporalRange())
    legend = items["legend"]
    assert isinstance(legend, QgsLayoutItemLegend)
    _fill_legend(legend, page, canvas)
    picture = items["chart"]
    assert isinstance(picture, QgsLayoutItemPicture)
    picture.setVisibility(bool(chart_png))
    if chart_png:
        # Inside the project, so that the page does not depend on a file that is deleted some day. Not as SVG: Qt
        # draws the sizes of its texts wrongly.
        encoded = base64.b64encode(chart_png).decode("ascii")
        picture.setPicturePath(f"base64:{encoded}", QgsLayoutItemPicture.Format.FormatRaster)


def _fill_legend(legend: QgsLayoutItemLegend, page: QgsLayoutItemMap, canvas: QgsMapCanvas) -> None:
    """List the layers that are shown, with their names on lines that fit, and without the names of bands."""
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
    legend.adjustBoxSize()


def _free_name(project: QgsProject) -> str:
    manager = project.layoutManager()
    number = 1
    while manager.layoutByName(f"Groundswell {number}") is not None:
        number += 1
    return f"Groundswell {number}"
