"""Processing algorithm: vertical response of one disk of water."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, choice, csv_output, number, report_output
from ..translation import tr


class LoadResponse(GroundswellAlgorithm):
    """The ground's answer to one metre of water on a disk."""

    IDENTIFIER = "loadresponse"
    GROUP = "loading"
    TAGS = ("love numbers", "green's function", "elastic", "prem", "disk")

    def displayName(self) -> str:  # noqa: N802
        """Return the title."""
        return tr("Load response of a disk")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Vertical displacement of an elastic, layered Earth under a disk of water one metre deep, against distance "
            "from its centre: table and figure (Fig. 5 of the paper).\n\n"
            "Source: Farrell (1972) with the disk of Chen et al. (2022), eq. 4 to 6, including the factor of water "
            "density that eq. 4 omits; load Love numbers integrated for PREM (Dziewonski and Anderson 1981)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            number("RADIUS", tr("Radius of the disk (km)"), 14.0, 0.001, 2000.0),
            tr("The paper takes 14 km for a cell of 25 km; 14.12 km has the cell's area."),
        )
        add(
            self,
            choice("EARTH_MODEL", tr("Earth model"), ("PREM",), "PREM"),
            tr("Elastic structure behind the load Love numbers."),
        )
        add(self, csv_output("OUTPUT", tr("Response table")), tr("Columns distance_km, vertical_mm."))
        add(self, report_output(), tr("Figure and table."))
        self.addOutput(QgsProcessingOutputNumber("CENTER", tr("Displacement at the centre (mm)")))
        self.addOutput(QgsProcessingOutputNumber("EDGE", tr("Displacement at the edge (mm)")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Compute the response."""
        from ...core.loading.response import disk_response, write_response_csv

        read = Reader(self, parameters, context)
        output, report = read.output("OUTPUT"), read.optional_output("REPORT")
        radius_km, earth_model = read.number("RADIUS"), read.choice("EARTH_MODEL")
        response = disk_response(1000 * radius_km, earth_model)
        write_response_csv(response, output)
        results = {"OUTPUT": str(output), "CENTER": response.center_mm, "EDGE": response.edge_mm}
        if report:
            from ...core.report.response_report import write_response_report

            write_response_report(response.distance_km, response.vertical_mm, radius_km, earth_model, report)
            results["REPORT"] = str(report)
        return results
