"""Processing algorithm: storage to vertical displacement."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..layers import load_series
from ..parameters import Reader, add, add_load_switch, choice, netcdf_input, netcdf_output, number
from ..translation import tr


class ForwardModel(GroundswellAlgorithm):
    """The elastic displacement that a storage field causes."""

    IDENTIFIER = "forwardmodel"
    GROUP = "loading"
    TAGS = ("green's function", "elastic", "hydrological loading", "prem")

    def displayName(self) -> str:  # noqa: N802
        """Return the title."""
        return tr("Storage to vertical displacement")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Vertical displacement (mm, up positive) of an elastic Earth under the storage of all cells of the file: "
            "each cell is a disk of its area, and every cell acts on every other, without a cut-off, because the far "
            "field of a large load carries a quarter to two thirds of the signal.\n\n"
            "Storage beyond the file's edge is unknown and left out: give a field that reaches at least 1000 km beyond "
            "the place of interest.\n\n"
            "Source: Chen et al. (2022), section II.D.2; Farrell (1972)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(self, netcdf_input("INPUT", tr("Storage")), tr("From Import storage, or any step that writes storage."))
        add(
            self,
            choice("EARTH_MODEL", tr("Earth model"), ("PREM",), "PREM"),
            tr("Elastic structure behind the load Love numbers."),
        )
        add(
            self,
            number("CUTOFF", tr("Cut-off distance (km)"), None, 1.0, 20020.0, optional=True),
            tr("Empty: none. 300 km is what the paper uses; it loses much of the displacement of large loads."),
            advanced=True,
        )
        add(self, netcdf_output("OUTPUT", tr("Vertical displacement")), tr("NetCDF file on the storage's grid."))
        add_load_switch(self)

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Compute the displacement."""
        from ...core.loading.forward import ForwardOptions, forward_model

        read = Reader(self, parameters, context)
        output = read.output("OUTPUT")
        options = ForwardOptions(earth_model=read.choice("EARTH_MODEL"), cutoff_km=read.optional_number("CUTOFF"))
        forward_model(read.file("INPUT"), output, options, progress)
        if read.switch("LOAD_LAYERS"):
            load_series(context, output, ("vertical_displacement",))
        return {"OUTPUT": str(output)}
