"""Processing algorithm: series at points."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)

from ...core.errors import InputError
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, add_unit, csv_output, netcdf_input, text
from ..points import PointsReader, parse_coordinates, write_points
from ..translation import tr


class ExtractSeries(GroundswellAlgorithm):
    """Every quantity of a file at points, as a table and as a layer."""

    IDENTIFIER = "extractseries"
    GROUP = "series"
    TAGS = ("time series", "csv", "points", "export")

    def title(self) -> str:
        """Return the title."""
        return tr("Extract series at points")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Reads the series of the pixel or cell at each point from any Groundswell file (displacement, storage, "
            "analysis): a table with point, date, variable, value and standard deviation, and a layer of the points "
            "with one field per date (D20180106 ...) of the file's main quantity, as InSAR viewers read it."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(self, netcdf_input("INPUT", tr("File")), tr("A NetCDF file with a time axis from any step."))
        add(
            self,
            QgsProcessingParameterFeatureSource(
                "POINTS", tr("Points"), [QgsProcessing.SourceType.TypeVectorPoint], optional=True
            ),
            tr("Layer of points in any reference system. On the command line also coordinates: 100.2,25.6; 100.4,25.9"),
        )
        add(
            self,
            text("COORDINATES", tr("or coordinates")),
            tr("Longitude,latitude in degrees; several points separated by semicolons."),
        )
        add_unit(self)
        add(self, csv_output("OUTPUT", tr("Table")), tr("Columns point, date, variable, value, std."))
        add(
            self,
            QgsProcessingParameterFeatureSink("LAYER", tr("Points with series"), optional=True),
            tr("The points with a field for every date of the main quantity."),
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802
        """Return whether the parameters fit: POINTS may hold coordinates instead of a layer."""
        points = parameters.get("POINTS")
        if isinstance(points, str) and parse_coordinates(points, strict=False):
            parameters = {key: value for key, value in parameters.items() if key != "POINTS"}
        elif not points and not parameters.get("COORDINATES"):
            return False, tr("Give POINTS (a layer) or COORDINATES (longitude,latitude).")
        return super().checkParameterValues(parameters, context)

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Extract the series."""
        from ...core.extraction.points import extract_series

        read = Reader(self, parameters, context)
        points = PointsReader(self, parameters, context).points(read.text("COORDINATES"))
        if not points:
            raise InputError("POINTS holds no point: choose a layer with points, or give COORDINATES.")
        output = read.output("OUTPUT")
        series = extract_series(read.file("INPUT"), points, output, progress, read.text("UNIT"))
        results = {"OUTPUT": str(output)}
        if parameters.get("LAYER") is not None:
            results["LAYER"] = write_points(self, parameters, context, series)
        return results
