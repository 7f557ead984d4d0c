"""Processing algorithm: vertical response of one disk of water."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ..base import GroundswellAlgorithm
from ..earth_files import add_earth, read_earth
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, choice, csv_output, number, report_output, switch
from ..translation import tr


class LoadResponse(GroundswellAlgorithm):
    """The ground's answer to one metre of water on a disk."""

    IDENTIFIER = "loadresponse"
    GROUP = "loading"
    TAGS = ("love numbers", "green's function", "elastic", "prem", "disk")

    def title(self) -> str:
        """Return the title."""
        return tr("Load response of a disk")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Vertical and horizontal displacement of an elastic, layered Earth under a disk of water one metre deep, "
            "against distance from its centre: table and figure (Fig. 5 of the paper), with the range that the crust "
            "may change: some 15 % near the disk, little beyond 100 km.\n\n"
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
        add_earth(self, advanced=False)
        add(
            self,
            choice("FRAME", tr("Frame"), ("CE", "CM", "CF", "CH", "CL"), "CE"),
            tr("Origin of degree 1. It matters for large disks and far away only."),
            advanced=True,
        )
        add(
            self,
            switch("DEGREE_ZERO", tr("Keep degree 0"), False),
            tr("Compress the whole Earth under the mean of the load, which water that only moves about does not."),
            advanced=True,
        )
        add(
            self,
            switch("COMPENSATED", tr("Compensated disk"), False),
            tr("Take the disk's water from the rest of the sphere."),
            advanced=True,
        )
        add(
            self,
            csv_output("OUTPUT", tr("Response table")),
            tr("Columns distance_km, vertical_mm, horizontal_mm, and the range over crusts."),
        )
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
        radius_km = read.number("RADIUS")
        earth = read_earth(read)
        response = disk_response(
            1000 * radius_km,
            love_numbers=earth.numbers(progress),
            frame=read.choice("FRAME"),
            keep_degree_zero=read.switch("DEGREE_ZERO"),
            compensated=read.switch("COMPENSATED"),
        )
        write_response_csv(response, output)
        results = {"OUTPUT": str(output), "CENTER": response.center_mm, "EDGE": response.edge_mm}
        if report:
            from ...core.report.response_report import write_response_report

            write_response_report(
                response.distance_km,
                response.vertical_mm,
                radius_km,
                earth.title,
                report,
                spread_mm=(response.low_mm, response.high_mm),
            )
            results["REPORT"] = str(report)
        return results
