"""How quantities look on the map: colour-blind safe ramps, symmetric limits for signed ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsColorRampLegendNodeSettings,
    QgsColorRampShader,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsMeshLayer,
    QgsMeshRendererScalarSettings,
    QgsRasterLayer,
    QgsRasterShader,
    QgsReadWriteContext,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ..core.charts.ramps import RAMPS, ramp_of


@dataclass(frozen=True)
class Limits:
    """Range of a ramp, and the unit that the legend shows behind its numbers."""

    low: float
    high: float
    unit: str = ""


def limits_of(values: np.ndarray, quantity: str) -> Limits:
    """Return limits that hold 96 % of the values: symmetric about 0 for signed quantities, round numbers."""
    finite = values[np.isfinite(values)]
    signed = ramp_of(quantity).signed
    if finite.size == 0:
        return Limits(-1.0, 1.0) if signed else Limits(0.0, 1.0)
    if quantity.startswith("correlation"):
        # Most correlations are high: a ramp from 0 would show them all alike.
        return Limits(min(0.9, float(np.floor(np.percentile(finite, 2) * 10) / 10)), 1.0)
    if signed:
        high = _round_out(float(np.percentile(np.abs(finite), 96))) or 1.0
        return Limits(-high, high)
    return Limits(0.0, _round_out(float(np.percentile(finite, 98))) or 1.0)


def _round_out(value: float) -> float:
    """Return the next number away from zero with one or two digits: 0.37 -> 0.4, 23 -> 25."""
    if value == 0 or not np.isfinite(value):
        return 0.0
    step = 10.0 ** np.floor(np.log10(abs(value))) / 2
    return float(np.copysign(np.ceil(abs(value) / step) * step, value))


def colour_ramp(quantity: str) -> QgsGradientColorRamp:
    """Return the editable ramp of a quantity."""
    colours = [QColor(code) for code in RAMPS[ramp_of(quantity).name]]
    inner = [
        QgsGradientStop(number / (len(colours) - 1), colour) for number, colour in enumerate(colours[1:-1], start=1)
    ]
    return QgsGradientColorRamp(colours[0], colours[-1], False, inner)


def shader(quantity: str, limits: Limits) -> QgsColorRampShader:
    """Return a shader with the ramp of a quantity over `limits`; values beyond take the end colours."""
    made = QgsColorRampShader(limits.low, limits.high, colour_ramp(quantity), QgsColorRampShader.Type.Interpolated)
    made.classifyColorRamp(11, -1)
    items = made.colorRampItemList()
    for item in items:
        item.label = f"{item.value:g} {limits.unit}".rstrip()
    made.setColorRampItemList(items)
    if limits.unit:
        settings = QgsColorRampLegendNodeSettings()
        settings.setSuffix(f" {limits.unit}")
        made.setLegendSettings(settings)
    return made


def style_raster(layer: QgsRasterLayer, quantity: str, limits: Limits, band: int = 1) -> None:
    """Show one band of a raster layer with the look of a quantity."""
    function = QgsRasterShader(limits.low, limits.high)
    function.setRasterShaderFunction(shader(quantity, limits))
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), band, function)
    renderer.setClassificationMin(limits.low)
    renderer.setClassificationMax(limits.high)
    layer.setRenderer(renderer)


def _no_resampling() -> Any:
    """Return the value that had another name up to QGIS 3.40."""
    methods = QgsMeshRendererScalarSettings.DataResamplingMethod
    return methods.NoResampling if hasattr(methods, "NoResampling") else methods.None_


def style_mesh(layer: QgsMeshLayer, group: int, quantity: str, limits: Limits) -> None:
    """Show dataset group `group` of a mesh layer with the look of a quantity."""
    settings = layer.rendererSettings()
    scalar = settings.scalarSettings(group)
    scalar.setClassificationMinimumMaximum(limits.low, limits.high)
    scalar.setColorRampShader(shader(quantity, limits))
    scalar.setDataResamplingMethod(_no_resampling())
    settings.setScalarSettings(group, scalar)
    settings.setActiveScalarDatasetGroup(group)
    layer.setRendererSettings(settings)


def show_dataset(layer: QgsMeshLayer, number: int) -> None:
    """Choose the date (its number in the file) that an animated mesh shows while the temporal controller is off.

    QGIS 3.22 has no call for it in Python: the layer is written as XML, changed and read again.
    """
    document = QDomDocument("layer")
    element = document.createElement("maplayer")
    document.appendChild(element)
    layer.writeLayerXml(element, document, QgsReadWriteContext())
    static = element.firstChildElement("static-active-dataset")
    static.setAttribute("scalar", number)
    layer.readLayerXml(element, QgsReadWriteContext())
