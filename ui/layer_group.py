"""The layers of a run in the project: one group, in reading order, each file's layer once, all dates in reach."""

from __future__ import annotations

from qgis.core import (
    QgsDateTimeRange,
    QgsInterval,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsMeshDatasetIndex,
    QgsMeshLayer,
    QgsProject,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QTimer

from ..processing.layers import FILE_PROPERTY, NAME_PROPERTY
from ..processing.translation import tr

GROUP_PROPERTY = "groundswell/group"
ORDER = (
    "region",
    "tws_analysis",
    "tws_open_loop",
    "tws",
    "tws_analysis_std",
    "vertical_displacement",
    "displacement",
    "velocity",
    "correlation_analysis",
    "correlation_open_loop",
    "ubrmsd_analysis",
    "ubrmsd_open_loop",
)
"""From the top: what was found, what it was found from, and how good it is."""


class LayerGroup(QObject):
    """Keeps the plugin's layers together while they are added.

    Parameters
    ----------
    iface : QgisInterface
        QGIS's interface.
    """

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface.mainWindow())
        self._iface = iface
        QgsProject.instance().layersAdded.connect(self._added)

    def release(self) -> None:
        """Stop listening."""
        QgsProject.instance().layersAdded.disconnect(self._added)

    def _added(self, layers: list[QgsMapLayer]) -> None:
        identifiers = [layer.id() for layer in layers if layer.customProperty(NAME_PROPERTY)]
        if identifiers:
            # The layer tree learns of them after this signal.
            QTimer.singleShot(0, lambda: self._arrange(identifiers))

    def _arrange(self, identifiers: list[str]) -> None:
        project = QgsProject.instance()
        layers = [layer for layer in map(project.mapLayer, identifiers) if layer is not None]
        for layer in layers:
            _remove_older(layer)
            _put_into_group(layer)
        self._show_dates(layers)

    def _show_dates(self, layers: list[QgsMapLayer]) -> None:
        """Let the temporal controller step through the dates that the newest series has."""
        meshes = [layer for layer in layers if isinstance(layer, QgsMeshLayer)]
        controller = self._iface.mapCanvas().temporalController()
        if not meshes or controller is None:
            return
        ranges = dates_of(meshes[-1])
        if not ranges:
            return
        controller.setTemporalExtents(QgsDateTimeRange(ranges[0].begin(), ranges[-1].end()))
        controller.setAvailableTemporalRanges(ranges)
        controller.setFrameDuration(QgsInterval(0, 0, 0, 0, 0, 0, _least_step(ranges)))


def dates_of(layer: QgsMeshLayer) -> list[QgsDateTimeRange]:
    """Return the time that each date of an animated mesh stands for: until the next one."""
    group = layer.rendererSettings().activeScalarDatasetGroup()
    provider = layer.dataProvider()
    if provider is None or group < 0:
        return []
    origin = layer.temporalProperties().referenceTime()
    moments = []
    for number in range(provider.datasetCount(group)):
        hours = provider.datasetMetadata(QgsMeshDatasetIndex(group, number)).time()
        moments.append(origin.addMSecs(round(hours * 3_600_000)))
    if len(moments) < 2:
        return []
    ends = [*moments[1:], moments[-1].addMSecs(moments[-2].msecsTo(moments[-1]))]
    return [QgsDateTimeRange(begin, end, True, False) for begin, end in zip(moments, ends)]


def _least_step(ranges: list[QgsDateTimeRange]) -> float:
    """Return the shortest step between two dates in seconds."""
    return min(one.begin().secsTo(one.end()) for one in ranges)


def _remove_older(layer: QgsMapLayer) -> None:
    """Take away the layers that an earlier run made of the same file."""
    key = layer.customProperty(FILE_PROPERTY), layer.customProperty(NAME_PROPERTY)
    older = [
        other.id()
        for other in QgsProject.instance().mapLayers().values()
        if other.id() != layer.id()
        and (other.customProperty(FILE_PROPERTY), other.customProperty(NAME_PROPERTY)) == key
    ]
    QgsProject.instance().removeMapLayers(older)


def _put_into_group(layer: QgsMapLayer) -> None:
    """Move the layer's node into the plugin's group, at its place in the reading order."""
    root = QgsProject.instance().layerTreeRoot()
    node = root.findLayer(layer.id())
    if node is None:
        return
    group = _group(root)
    place = sum(_rank(child.layer()) < _rank(layer) for child in group.findLayers() if child.layer() is not None)
    group.insertChildNode(place, node.clone())
    node.parent().removeChildNode(node)


def _group(root: QgsLayerTreeGroup) -> QgsLayerTreeGroup:
    for group in root.findGroups():
        if group.customProperty(GROUP_PROPERTY):
            return group
    group = root.insertGroup(0, tr("Groundswell"))
    group.setCustomProperty(GROUP_PROPERTY, True)
    return group


def _rank(layer: QgsMapLayer) -> int:
    name = str(layer.customProperty(NAME_PROPERTY) or "").partition(" ")[0]
    return ORDER.index(name) if name in ORDER else len(ORDER)
