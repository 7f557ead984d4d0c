"""Processing algorithm: line-of-sight to vertical displacement."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..layers import load_series
from ..parameters import (
    Reader,
    add,
    add_load_switch,
    add_table_reading,
    add_unit,
    any_file,
    netcdf_input,
    netcdf_output,
    number,
)
from ..translation import tr

REFERENCE_PREFIX = "REFERENCE_"


class LosToVertical(GroundswellAlgorithm):
    """Division by the upward component of the line of sight, tied to a GNSS series where there is one."""

    IDENTIFIER = "lostovertical"
    GROUP = "displacement"
    TAGS = ("incidence angle", "vertical", "gnss", "reference frame")

    def title(self) -> str:
        """Return the title."""
        return tr("Line of sight to vertical")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Converts line-of-sight to vertical displacement, assuming that the ground moves only up and down: "
            "(d_los + U_ref (up_ref(t) - up_ref(t0))) / U, where U is the upward component of the line of sight.\n\n"
            "Interferograms know no absolute motion. Give the vertical motion of the reference area (a GNSS station "
            "there) as Reference series, and the result is absolute; without it the motion common to the whole frame, "
            "which is most of what water load does, is missing, and an assimilation can gain next to nothing.\n\n"
            "Source: Chen et al. (2022), eq. 1, with the incidence of each pixel instead of one mean angle, which is "
            "wrong by up to 11 % at the edges of a frame."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            netcdf_input("INPUT", tr("Displacement")),
            tr("A displacement series or gridded displacement, in the line of sight."),
        )
        add(
            self,
            number("INCIDENCE", tr("Mean incidence angle (degrees)"), None, 1.0, 79.0, optional=True),
            tr("Empty: the angle of every pixel (the default). The paper uses one mean angle for the frame."),
        )
        add(
            self,
            any_file(
                "REFERENCE_SERIES",
                tr("Reference series"),
                tr("Tables and stations (*.csv *.nc *.tenv3 *.pos);;All files (*)"),
                optional=True,
            ),
            tr(
                "Table date,up_mm: vertical motion of the reference area, interpolated between dates; or the series of "
                "a station in any format that Import GNSS series reads. "
                "Or the stations of Import GNSS series (.nc), of which the nearest to the reference area is taken."
            ),
        )
        add(
            self,
            any_file("STATIONS", tr("Stations"), tr("Stations (*.nc);;All files (*)"), optional=True),
            tr(
                "Stations of Import GNSS series: all of them inside the frame tie it, by a constant per date and, from "
                "five stations on, a plane. Instead of the reference series."
            ),
        )
        add_table_reading(self, tr("the reference series"), REFERENCE_PREFIX)
        add(self, netcdf_output("OUTPUT", tr("Vertical displacement")), tr("NetCDF file for the next step."))
        add_unit(self)
        add_load_switch(self)

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Convert the displacement."""
        from ...core.displacement.vertical import VerticalOptions, los_to_vertical
        from ...core.gnss.formats.columns import TableReading

        read = Reader(self, parameters, context)
        output = read.output("OUTPUT")
        options = VerticalOptions(
            unit=read.text("UNIT"),
            incidence_deg=read.optional_number("INCIDENCE"),
            reference_series=read.optional_file("REFERENCE_SERIES"),
            stations=read.optional_file("STATIONS"),
            reading=TableReading(
                read.choice(f"{REFERENCE_PREFIX}UNIT"),
                read.text(f"{REFERENCE_PREFIX}COLUMNS"),
                prefix=REFERENCE_PREFIX,
            ),
        )
        los_to_vertical(read.file("INPUT"), output, options, progress)
        if read.switch("LOAD_LAYERS"):
            load_series(context, output, ("vertical_displacement",))
        return {"OUTPUT": str(output)}
