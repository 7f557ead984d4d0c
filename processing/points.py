"""Points from a layer or a text, and the layer of points with their series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsWkbTypes,
)

from ..core.dates import compact
from ..core.errors import InputError
from ..core.extraction.points import PointSeries
from .fields import real_field, text_field

Point = tuple[str, float, float]
WGS84 = "EPSG:4326"


def parse_coordinates(value: str, strict: bool = True) -> list[Point]:
    """Return the points of ``lon,lat; lon,lat``; where not `strict`, nothing if the text is none.

    Raises
    ------
    InputError
        Where `strict` and a part is not two numbers.
    """
    points: list[Point] = []
    for part in (part for part in value.split(";") if part.strip()):
        try:
            lon, lat = (float(number) for number in part.replace("[EPSG:4326]", "").split(","))
        except ValueError:
            if not strict:
                return []
            raise InputError(f"COORDINATES: '{part.strip()}' is not longitude,latitude.") from None
        points.append((f"{lon:g},{lat:g}", lon, lat))
    return points


class PointsReader:
    """Reads the parameter `POINTS` of a run, whether a layer or a text."""

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> None:
        self._of, self._parameters, self._context = algorithm, parameters, context

    def points(self, coordinates: str) -> list[Point]:
        """Return all points in longitude and latitude."""
        value = self._parameters.get("POINTS")
        points = parse_coordinates(coordinates)
        if isinstance(value, str) and parse_coordinates(value, strict=False):
            return points + parse_coordinates(value)
        source = self._of.parameterAsSource(self._parameters, "POINTS", self._context) if value else None
        return points + (self._from_layer(source) if source is not None else [])

    def _from_layer(self, source: Any) -> list[Point]:
        to_wgs84 = QgsCoordinateTransform(
            source.sourceCrs(), QgsCoordinateReferenceSystem(WGS84), self._context.transformContext()
        )
        names = [field.name() for field in source.fields()]
        name_field = next((name for name in names if name.lower() in ("name", "station", "id", "point")), None)
        points = []
        for feature in source.getFeatures(QgsFeatureRequest()):
            name = feature[name_field] if name_field else NULL
            label = str(feature.id()) if name in (None, NULL) else str(name)
            for vertex in feature.geometry().vertices():
                place = to_wgs84.transform(QgsPointXY(vertex.x(), vertex.y()))
                points.append((label, place.x(), place.y()))
        return points


def write_points(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    series: Sequence[PointSeries],
) -> str:
    """Write the points with their main quantity, a field for each date, and return the layer's name.

    Of several times on one date the first counts: a field is named after its date.
    """
    first_of_date: dict[str, int] = {}
    for number, day in enumerate(series[0].days):
        first_of_date.setdefault(f"D{compact(day)}", number)
    fields = QgsFields()
    fields.append(text_field("point"))
    fields.append(text_field("variable"))
    if series[0].velocity is not None:
        fields.append(real_field("velocity"))
    for field in first_of_date:
        fields.append(real_field(field))
    sink, name = algorithm.parameterAsSink(
        parameters,
        "LAYER",
        context,
        fields,
        QgsWkbTypes.Type.Point,
        QgsCoordinateReferenceSystem(WGS84),
    )
    for one in series:
        feature = QgsFeature(fields)
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(one.lon, one.lat)))
        velocity = [] if series[0].velocity is None else [_value(one.velocity)]
        values = [_value(one.values[number]) for number in first_of_date.values()]
        feature.setAttributes([one.name, one.variable, *velocity, *values])
        sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
    return str(name)


def _value(number: float | None) -> Any:
    """Return NULL for what a layer cannot hold."""
    return NULL if number is None or number != number else float(number)
