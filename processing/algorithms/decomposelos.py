"""Processing algorithm: ascending and descending series to vertical and east."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..layers import load_series
from ..parameters import Reader, add, add_load_switch, add_unit, netcdf_input, netcdf_output, number
from ..translation import tr


class DecomposeLos(GroundswellAlgorithm):
    """Two lines of sight to vertical and east displacement."""

    IDENTIFIER = "decomposelos"
    GROUP = "displacement"
    TAGS = ("ascending", "descending", "vertical", "east", "2-D decomposition")

    def title(self) -> str:
        """Return the title."""
        return tr("Decompose line of sight")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Solves the series of an ascending and a descending track of the same area for vertical and east "
            "displacement, pixel by pixel. The north component, to which both are nearly blind, is taken as 0.\n\n"
            "The result has the grid and the dates of the ascending series where the descending one covers them; the "
            "latter is interpolated. Both are referred to the same area, the reference area of one of them.\n\n"
            "The vertical displacement goes on to Mask and downsample; no conversion to vertical is needed.\n\n"
            "Sources: Fialko et al. (2001); Wright et al. (2004)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(self, netcdf_input("ASCENDING", tr("Ascending series")), tr("From Invert interferograms."))
        add(self, netcdf_input("DESCENDING", tr("Descending series")), tr("From Invert interferograms, same area."))
        add(
            self,
            number("MAX_GAP", tr("Longest interval of the descending track (days)"), 36.0, 1.0, 1000.0),
            tr("Ascending dates between descending dates that lie farther apart are left out."),
            advanced=True,
        )
        add(self, netcdf_output("OUTPUT", tr("Vertical and east displacement")), tr("NetCDF file for the next step."))
        add_unit(self)
        add_load_switch(self)

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Decompose the series."""
        from ...core.displacement.decomposition import decompose

        read = Reader(self, parameters, context)
        output = read.output("OUTPUT")
        decompose(
            read.file("ASCENDING"),
            read.file("DESCENDING"),
            output,
            read.number("MAX_GAP"),
            progress,
            unit=read.text("UNIT"),
        )
        if read.switch("LOAD_LAYERS"):
            load_series(context, output, ("vertical_displacement", "east_displacement"))
        return {"OUTPUT": str(output)}
