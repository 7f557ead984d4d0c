"""Points on the map, coloured by a quantity such as the velocity."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsRendererRange,
    QgsVectorLayer,
)

from ..core.files import netcdf
from ..core.files.points import read_places
from .fields import real_field
from .styling import Limits, colour_ramp, limits_of
from .translation import tr

MOST_POINTS = 20_000
"""Most features in memory: what QGIS draws without a pause. More points are thinned evenly."""
_CLASSES = 9
_BEYOND = 1e9
"""End of the outermost classes: values beyond the ramp take the end colours."""
_SIZE_MM = "2.4"


def style_points(layer: QgsVectorLayer, field: str, quantity: str, limits: Limits) -> None:
    """Show points as circles in the colours of a quantity.

    Parameters
    ----------
    layer : QgsVectorLayer
        Points.
    field : str
        Their field with the values.
    quantity : str
        What it is, see `core/charts/ramps.py`.
    limits : Limits
        Range of the ramp.
    """
    ramp, edges = colour_ramp(quantity), np.linspace(limits.low, limits.high, _CLASSES + 1)
    ranges = []
    for number in range(_CLASSES):
        low, high = float(edges[number]), float(edges[number + 1])
        properties = {"size": _SIZE_MM, "outline_color": "90,90,90", "outline_width": "0.1"}
        symbol = QgsMarkerSymbol.createSimple(properties)
        symbol.setColor(ramp.color((number + 0.5) / _CLASSES))
        label = f"{low:g} - {high:g} {limits.unit}".rstrip()
        first, last = number == 0, number == _CLASSES - 1
        ranges.append(QgsRendererRange(-_BEYOND if first else low, _BEYOND if last else high, symbol, label))
    layer.setRenderer(QgsGraduatedSymbolRenderer(field, ranges))


def points_layer(path: Path, name: str, title: str) -> QgsVectorLayer:
    """Return the points of a file as a layer in memory, coloured by one of its maps.

    Parameters
    ----------
    path : Path
        File of points (`core/files/points.py`).
    name : str
        Map, such as ``velocity``.
    title : str
        Of the layer.
    """
    with netcdf.open_dataset(path) as dataset:
        lon, lat = read_places(dataset)
        values = netcdf.read_float(dataset, name)
        unit = str(dataset[name].units)
    known = np.flatnonzero(np.isfinite(values) & np.isfinite(lon) & np.isfinite(lat))
    shown = known[:: max(1, -(-known.size // MOST_POINTS))]
    layer = QgsVectorLayer("Point?crs=EPSG:4326", title, "memory")
    fields: list[QgsField] = [real_field(name)]
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    features = []
    for number in shown:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(float(lon[number]), float(lat[number]))))
        feature.setAttributes([float(values[number])])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    style_points(layer, name, name, replace(limits_of(values[known], name), unit=unit))
    if shown.size < known.size:
        facts = layer.metadata()
        facts.setAbstract(tr("{} of {} points are shown.").format(f"{shown.size:,}", f"{known.size:,}"))
        layer.setMetadata(facts)
    return layer


def style_destination(context: QgsProcessingContext, layer: str, values: list[float], quantity: str, unit: str) -> None:
    """Colour the points of a destination parameter by a field of the quantity's name, where QGIS will load it."""
    if not context.willLoadLayerOnCompletion(layer):
        return
    limits = replace(limits_of(np.array(values, dtype=np.float64), quantity), unit=unit)
    context.layerToLoadOnCompletionDetails(layer).setPostProcessor(PointStyler.create(quantity, limits))


class PointStyler(QgsProcessingLayerPostProcessorInterface):
    """Gives points their style when QGIS has loaded them."""

    # QGIS keeps no reference of its own: without one the Python object would be gone by then.
    _alive: list[PointStyler] = []

    @classmethod
    def create(cls, quantity: str, limits: Limits) -> PointStyler:
        """Return a styler that lives until it has done its work."""
        styler = cls()
        styler.quantity, styler.limits = quantity, limits
        cls._alive.append(styler)
        return styler

    def postProcessLayer(self, layer: QgsMapLayer, context: Any, feedback: Any) -> None:  # noqa: N802
        """Style the layer."""
        if isinstance(layer, QgsVectorLayer):
            style_points(layer, self.quantity, self.quantity, self.limits)
            layer.triggerRepaint()
